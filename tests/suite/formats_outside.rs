//! Exports read by Python and by spaCy: other people's eyes on our offsets.

use std::path::{Path, PathBuf};
use std::process::Command;

use hashiya::formats::{ExportOptions, Format, LossKind, export};
use hashiya::model::notation::marked;
use hashiya::model::{
    Analyst, Annotation, Document, Edit, Id, Project, Span, Timestamp, Transaction,
};

use super::{outside, samples};

/// The five documents with a mark on every place named in the list of hazards
/// that is hard to cut, and one more document with emoji and line ends.
fn project_of_hazards() -> Project {
    let mut project = Project::new("hazards", Analyst::new(Id::new("me"), "محلّل"));
    let words = [
        ("قسد", "group"),
        ("داعش", "group"),
        ("فرنسا", "place"),
        ("الولايات", "place"),
        ("لولايات", "place"),
        ("1600", "number"),
        ("35", "number"),
        ("52", "number"),
        ("هفرين خلف", "person"),
        ("خلف\u{a0}في", "context"),
        ("«قسد»", "quotation"),
        ("\u{a0}", "verify"),
        ("SDF", "group"),
        ("vdcnsy@gmail.com", "address"),
        ("21 كانون الثاني/يناير", "date"),
        ("لا", "verify"),
        ("-------------------------------", "verify"),
    ];
    let odd = (
        "odd",
        "=😀 قال «قسد»\r\n\tفي 👩\u{200d}👩\u{200d}👧\u{2028}دمشق\u{85}@داعش e\u{301}\u{202e}قسد\u{202c} 52 ",
    );
    let mut edits = Vec::new();
    let mut number = 0;
    for (order, (name, text)) in samples::documents().into_iter().chain([odd]).enumerate() {
        let id = Id::new(name);
        let mut document =
            Document::new(id.clone(), format!("-{name}"), text, Timestamp::UNIX_EPOCH);
        document.order = order as u32;
        edits.push(Edit::create(document));
        for (word, tag) in words {
            for (start, _) in text.match_indices(word) {
                number += 1;
                let mut mark = Annotation::new(
                    Id::new(format!("m{number}")),
                    id.clone(),
                    vec![Span::new(start, start + word.len())],
                    Id::new(tag),
                    Id::new("me"),
                    Timestamp::UNIX_EPOCH,
                );
                "=ملاحظة، \"بين علامتين\"\nوسطر".clone_into(&mut mark.note);
                edits.push(Edit::create(mark));
            }
        }
        // The whole text, its very end, and a mark in two pieces.
        let ends = [
            vec![Span::new(0, text.len())],
            vec![Span::new(text.len(), text.len())],
        ];
        let middle = text.char_indices().nth(9).map_or(0, |(at, _)| at);
        let split = vec![Span::new(0, middle), Span::new(text.len() - 1, text.len())];
        for spans in ends.into_iter().chain([split]) {
            if spans.iter().all(|span| span.of(text).is_some()) {
                number += 1;
                edits.push(Edit::create(Annotation::new(
                    Id::new(format!("m{number}")),
                    id.clone(),
                    spans,
                    Id::new("claim"),
                    Id::new("me"),
                    Timestamp::UNIX_EPOCH,
                )));
            }
        }
    }
    let by = Id::new("me");
    let change = Transaction::new(Id::new("t"), Timestamp::UNIX_EPOCH, by, "test", edits);
    project.apply(&change).unwrap();
    project
}

fn run(python: &Path, script: &str, files: &[PathBuf]) -> String {
    let script = outside::repository("tests/fixtures/python").join(script);
    let output = Command::new(python)
        .arg(script)
        .args(files)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn python_finds_every_quote_at_its_offsets() {
    let Some(python) = outside::need("python3") else {
        return;
    };
    let project = project_of_hazards();
    let folder = tempfile::tempdir().unwrap();
    let mut pieces = 0;
    let files = Format::ALL.map(|format| {
        let path = folder.path().join("set").with_extension(format.extension());
        let report = export(&project, format, &path, &ExportOptions::default()).unwrap();
        assert!(report.is_sound(), "{report:?}");
        assert!(report.marks_total > 60, "{}", report.summary());
        pieces = project.annotations().map(|mark| mark.spans.len()).sum();
        path
    });
    assert_eq!(
        run(&python, "offsets.py", &files),
        format!("{pieces} {pieces} {pieces}\n")
    );
}

/// The check that README.md offers to everybody.
#[test]
fn the_readers_own_check_of_the_readme_works() {
    let Some(python) = outside::need("python3") else {
        return;
    };
    let page = std::fs::read_to_string(outside::repository("README.md")).unwrap();
    let (_, rest) = page
        .split_once("<!-- python: begin -->\n```python\n")
        .unwrap();
    let (program, _) = rest.split_once("```\n<!-- python: end -->").unwrap();
    let project = project_of_hazards();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("set.json");
    export(&project, Format::Json, &path, &ExportOptions::default()).unwrap();
    let output = Command::new(python)
        .args(["-c", program])
        .arg(path)
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        format!("{} marks verified\n", project.annotations().len()),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The first Python that has spaCy: the one named by `HASHIYA_TESTS_PYTHON`,
/// else python3.
fn python_with_spacy() -> Option<PathBuf> {
    let named = std::env::var_os("HASHIYA_TESTS_PYTHON").map(PathBuf::from);
    let python = named.or_else(|| outside::need("python3"))?;
    let found = Command::new(&python).args(["-c", "import spacy"]).output();
    if found.is_ok_and(|output| output.status.success()) {
        return Some(python);
    }
    // No system packages spaCy, so even tests/run can do without.
    eprintln!("skipped: no spaCy; name a Python that has it in HASHIYA_TESTS_PYTHON");
    None
}

#[test]
fn r39_spacy_takes_every_span_and_cuts_are_reported() {
    let project = project_of_hazards();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("set.jsonl");
    let report = export(
        &project,
        Format::JsonLines,
        &path,
        &ExportOptions::default(),
    )
    .unwrap();
    let cuts = report
        .lost
        .iter()
        .find(|loss| loss.kind == LossKind::EdgesInsideWords);
    assert!(cuts.is_some_and(|loss| loss.count > 5), "{:?}", report.lost);
    let Some(python) = python_with_spacy() else {
        return;
    };
    let said = run(&python, "spacy_spans.py", &[path]);
    let numbers: Vec<usize> = said
        .split_whitespace()
        .map(|n| n.parse().unwrap())
        .collect();
    let placed = project
        .annotations()
        .flat_map(|mark| &mark.spans)
        .filter(|s| !s.is_empty());
    assert_eq!(numbers[0], placed.count());
    assert!(
        numbers[1] > 0,
        "spaCy's own tokens would have refused some: {said}"
    );
}

/// The places where spaCy's own tokenizer has no boundary for the mark.
#[test]
fn r39_marks_inside_words_have_tokens_of_their_own() {
    let project = marked(
        "قالت لـ\"[قسد|GROUP]\" إن بـ[1600|NUMBER] من الـ[35|NUMBER] ب[داعش|GROUP] [«قسد»|GROUP].",
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("set.jsonl");
    let report = export(
        &project,
        Format::JsonLines,
        &path,
        &ExportOptions::default(),
    )
    .unwrap();
    assert_eq!(report.summary(), "5 of 5 marks verified");
    let inside: Vec<_> = report
        .lost
        .iter()
        .filter(|l| l.kind == LossKind::EdgesInsideWords)
        .map(|l| l.count)
        .collect();
    // Our tokenizer separates all but the clitic ب.
    assert_eq!(inside, [1]);
    let line: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let tokens: Vec<&str> = line["tokens"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        tokens,
        [
            "قالت", "لـ", "\"", "قسد", "\"", "إن", "بـ", "1600", "من", "الـ", "35", "ب", "داعش",
            "«", "قسد", "»", "."
        ]
    );
}
