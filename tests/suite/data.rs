//! The automata of assets/data are the ones of its text files, and know what
//! they should.
//!
//! `HASHIYA_BLESS=1 cargo test --test suite data_` makes the automata anew.

use std::path::{Path, PathBuf};

use hashiya::entities::data::{Compiled, LineError, Words, names, people, places, words};

const BLESS: &str = "HASHIYA_BLESS";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data")
}

fn text(file: &str) -> String {
    std::fs::read_to_string(folder().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Compares what a text file compiles to with the files kept beside it, or
/// writes them.
fn compare(name: &str, compiled: Result<Compiled, LineError>) {
    let compiled = compiled.unwrap_or_else(|error| panic!("{name}: {error}"));
    for (extension, bytes) in [("fst", &compiled.map), ("bin", &compiled.details)] {
        if bytes.is_empty() {
            continue;
        }
        let file = folder().join(format!("{name}.{extension}"));
        if std::env::var_os(BLESS).is_some() {
            std::fs::write(&file, bytes).unwrap();
        }
        let kept = std::fs::read(&file).unwrap_or_default();
        println!("{name}.{extension}: {} bytes", kept.len());
        assert!(
            kept == *bytes,
            "assets/data/{name}.{extension} is out of date; make the data anew with\n    \
             {BLESS}=1 cargo test --test suite data_"
        );
    }
}

#[test]
fn data_words_are_those_of_the_text() {
    compare("words", words::compile(&text("words.txt")));
}

#[test]
fn data_places_are_those_of_the_text() {
    compare("places", places::compile(&text("places.tsv")));
}

#[test]
fn data_names_are_those_of_the_text() {
    compare("names", names::compile(&text("names.tsv")));
}

#[test]
fn data_people_are_those_of_the_text() {
    let compiled = words::compile(&text("words.txt")).unwrap();
    let words = Words::from_compiled(compiled).unwrap();
    compare(
        "people",
        people::compile(&text("people.tsv"), |word| words.is_word(word)),
    );
}
