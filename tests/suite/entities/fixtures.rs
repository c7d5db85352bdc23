//! The annotated texts, and every other text that lies in the project.

use std::path::PathBuf;

use hashiya::analysis::score::GoldSpan;

use crate::suite::sources;

/// A text with its hand-made spans.
pub(super) struct Annotated {
    pub(super) folder: &'static str,
    pub(super) text: String,
    pub(super) gold: Vec<GoldSpan>,
}

/// The texts of both folders.
pub(super) fn annotated() -> Vec<Annotated> {
    ["tune", "held"]
        .into_iter()
        .flat_map(|folder| {
            texts_in(&format!("tests/fixtures/entities/{folder}"))
                .into_iter()
                .map(move |path| Annotated {
                    folder,
                    text: std::fs::read_to_string(&path).unwrap(),
                    gold: spans_of(&path.with_extension("jsonl")),
                })
        })
        .collect()
}

/// Every text of the fixtures and the samples.
pub(super) fn all_texts() -> Vec<String> {
    ["tests/fixtures", "assets/sample"]
        .into_iter()
        .flat_map(texts_in)
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

fn texts_in(folder: &str) -> Vec<PathBuf> {
    sources::files(folder, &["txt"])
}

fn spans_of(path: &std::path::Path) -> Vec<GoldSpan> {
    std::fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
