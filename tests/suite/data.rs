//! The automata of assets/data are the ones of its text files, and know what
//! they should.
//!
//! `HASHIYA_BLESS=1 cargo test --test suite data_` makes the automata anew.

use std::path::{Path, PathBuf};

use hashiya::entities::data::lists::{Table, clashes, read};
use hashiya::entities::data::{
    Compiled, LineError, Words, listed, names, people, phrase_key, places, words,
};

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

/// The ordinary words of the text, not of the automaton that is compared.
fn own_words() -> Words {
    Words::from_compiled(words::compile(&text("words.txt")).unwrap()).unwrap()
}

#[test]
fn data_places_are_those_of_the_text() {
    let words = own_words();
    compare(
        "places",
        places::compile(&text("places.tsv"), |word| words.is_word(word)),
    );
}

#[test]
fn data_names_are_those_of_the_text() {
    compare("names", names::compile(&text("names.tsv")));
}

#[test]
fn data_people_are_those_of_the_text() {
    let words = own_words();
    compare(
        "people",
        people::compile(&text("people.tsv"), |word| words.is_word(word)),
    );
}

/// The first cell of every line of a text file.
fn keys(file: &str) -> Vec<String> {
    let cell = |line: &str| line.split('\t').next().unwrap_or_default().to_owned();
    let text = text(file);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(cell).collect()
}

#[test]
fn data_keys_are_folded_as_the_program_folds() {
    for file in ["names.tsv", "people.tsv", "words.txt"] {
        for found in keys(file) {
            assert_eq!(
                phrase_key(&found),
                found,
                "{file}: the copy in folding.py differs"
            );
        }
    }
}

/// The name and content of every list of names, in the order of the names.
fn bundled_lists() -> Vec<(String, Table)> {
    let mut files: Vec<_> = std::fs::read_dir(folder().join("lists"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    files.sort();
    let mut lists = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        lists.push((name, read(&std::fs::read_to_string(&file).unwrap())));
    }
    lists
}

#[test]
fn data_lists_are_those_of_the_tables() {
    let lists = bundled_lists();
    let tables: Vec<_> = lists
        .iter()
        .map(|(name, table)| (name.as_str(), table.clone()))
        .collect();
    let words = own_words();
    compare(
        "lists",
        listed::compile(&tables, |word| words.is_word(word)),
    );
}

#[test]
fn data_lists_are_without_fault() {
    let lists = bundled_lists();
    let mut faults = Vec::new();
    let mut ids = std::collections::BTreeMap::new();
    for (name, table) in &lists {
        for error in &table.errors {
            faults.push(format!("{name}.tsv, {error}"));
        }
        for entry in &table.entries {
            if let Some(first) = ids.insert(entry.id.as_str(), name) {
                let (id, line) = (&entry.id, entry.line);
                faults.push(format!(
                    "{name}.tsv, line {line}: {id} is in {first}.tsv too"
                ));
            }
        }
    }
    let entries = lists.iter().flat_map(|(_, table)| &table.entries);
    for clash in clashes(entries) {
        let (key, first, second) = (clash.key, clash.first, clash.second);
        faults.push(format!(
            "“{key}” is a sure form of {first} and of {second}, which are of different types: \
             flag it ambiguous in one of them"
        ));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
