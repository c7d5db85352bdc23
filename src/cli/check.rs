//! `hashiya check`: verifies every span, reference and hash of a project file.
//!
//! The file is read here as plain JSON and followed by hand, not by the code
//! that saves and loads projects, so that a mistake there shows.
//!
//! Invariant: the file is only read, and every finding is one line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::hashes::{TextHash, original_hash, sha256_hex};
use super::{Output, Status};
use crate::analysis::guideline::{self, Breach};
use crate::model::Project;
use crate::store::{self, Warning};

#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// The project (name.hashiya.json)
    project: PathBuf,
}

pub(super) fn run(arguments: &CheckArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let path = &arguments.project;
    // The loader says in words why a file is no project at all.
    let (project, warnings) = store::glance(path)?;
    let bytes = fs::read(path)?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let file: Value = serde_json::from_slice(bytes)?;
    let mut check = Check::default();
    check.collect(&file);
    check.documents(&file);
    check.annotations(&file);
    check.decisions(&file);
    check.references(&file);
    check.unplaced(&file);
    check.guideline(&project);
    check.journal(&warnings, output);
    for finding in &check.findings {
        output.line(finding)?;
    }
    output.say(&format!(
        "Checked documents: {}, marks: {}, other records: {}; findings: {}",
        check.count("documents"),
        check.count("annotations"),
        check.ids.values().map(BTreeSet::len).sum::<usize>()
            - check.count("documents")
            - check.count("annotations"),
        check.findings.len()
    ));
    for title in &check.unverifiable {
        output.say(&format!(
            "The original bytes of “{title}” cannot be made again from its text, so their SHA-256 was not compared."
        ));
    }
    Ok(Status::finding_if(!check.findings.is_empty()))
}

/// The lists of a project file, and what their records are called.
const LISTS: [(&str, &str); 8] = [
    ("analysts", "analyst"),
    ("tags", "tag"),
    ("entities", "entity"),
    ("documents", "document"),
    ("annotations", "annotation"),
    ("relations", "relation"),
    ("notes", "note"),
    ("decisions", "decision"),
];

/// Fields that refer to records, by list: field, and the list it leads to.
const REFERENCES: [(&str, &[(&str, &str)]); 7] = [
    ("tags", &[("parent", "tags")]),
    ("entities", &[("tag", "tags")]),
    ("documents", &[("previous", "documents")]),
    (
        "annotations",
        &[
            ("document", "documents"),
            ("tag", "tags"),
            ("entity", "entities"),
            ("by", "analysts"),
        ],
    ),
    (
        "relations",
        &[
            ("tag", "tags"),
            ("from", "annotations"),
            ("to", "annotations"),
            ("by", "analysts"),
        ],
    ),
    (
        "notes",
        &[
            ("document", "documents"),
            ("annotation", "annotations"),
            ("entity", "entities"),
            ("tag", "tags"),
            ("by", "analysts"),
        ],
    ),
    (
        "decisions",
        &[
            ("document", "documents"),
            ("tag", "tags"),
            ("by", "analysts"),
        ],
    ),
];

#[derive(Default)]
struct Check {
    /// The ids of each list.
    ids: BTreeMap<&'static str, BTreeSet<String>>,
    /// The code points of each document's text.
    texts: BTreeMap<String, Vec<char>>,
    document_tags: BTreeSet<String>,
    findings: Vec<Value>,
    /// Titles of documents whose original bytes cannot be made again.
    unverifiable: Vec<String>,
}

fn list<'a>(file: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    file.get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn text_of<'a>(record: &'a Value, field: &str) -> Option<&'a str> {
    record.get(field).and_then(Value::as_str)
}

impl Check {
    fn count(&self, list: &str) -> usize {
        self.ids.get(list).map_or(0, BTreeSet::len)
    }

    fn found(&mut self, kind: &str, record: &str, id: &str, message: impl Into<String>) {
        let message: String = message.into();
        self.findings
            .push(json!({"kind": kind, "record": record, "id": id, "message": message}));
    }

    fn collect(&mut self, file: &Value) {
        for (name, kind) in LISTS {
            let mut ids = BTreeSet::new();
            for record in list(file, name) {
                let Some(id) = text_of(record, "id") else {
                    self.found("id", kind, "", "the record has no id");
                    continue;
                };
                if !ids.insert(id.to_owned()) {
                    self.found("id", kind, id, "the id stands twice in the file");
                }
            }
            self.ids.insert(name, ids);
        }
        self.document_tags = list(file, "tags")
            .filter(|tag| text_of(tag, "kind") == Some("document"))
            .filter_map(|tag| text_of(tag, "id").map(str::to_owned))
            .collect();
        self.texts = list(file, "documents")
            .filter_map(|document| {
                let text = text_of(document, "text")?;
                Some((text_of(document, "id")?.to_owned(), text.chars().collect()))
            })
            .collect();
    }

    fn documents(&mut self, file: &Value) {
        for document in list(file, "documents") {
            let id = text_of(document, "id").unwrap_or_default();
            let Some(text) = text_of(document, "text") else {
                self.found("text", "document", id, "the document has no text");
                continue;
            };
            if let Some(stated) = text_of(document, "text_sha256")
                && !stated.eq_ignore_ascii_case(&sha256_hex(text.as_bytes()))
            {
                let message = "the text is not the one it was saved with: its SHA-256 differs";
                self.found("hash", "document", id, message);
                continue;
            }
            let encoding = text_of(document, "encoding").unwrap_or("UTF-8");
            let had_bom = document
                .get("had_bom")
                .and_then(Value::as_bool)
                .unwrap_or(false);
            let stated = text_of(document, "sha256").unwrap_or_default();
            match original_hash(text, encoding, had_bom) {
                _ if stated.is_empty() => {
                    let message = "the document has no SHA-256 of the file it was read from";
                    self.found("hash", "document", id, message);
                }
                TextHash::Of(hash) if hash.eq_ignore_ascii_case(stated) => {}
                TextHash::Of(_) => {
                    let message = format!(
                        "the text, written in {encoding}, has not the SHA-256 of the file it was read from"
                    );
                    self.found("hash", "document", id, message);
                }
                TextHash::Unknown => self
                    .unverifiable
                    .push(text_of(document, "title").unwrap_or(id).to_owned()),
            }
        }
    }

    fn annotations(&mut self, file: &Value) {
        for annotation in list(file, "annotations") {
            let id = text_of(annotation, "id").unwrap_or_default();
            let document = text_of(annotation, "document").unwrap_or_default();
            let Some(text) = self.texts.get(document) else {
                // Said where references are followed.
                continue;
            };
            let messages = span_findings(annotation, text);
            for message in messages {
                self.found("span", "annotation", id, message);
            }
            let without_place = list(annotation, "spans").next().is_none();
            let tag = text_of(annotation, "tag").unwrap_or_default();
            if without_place && !self.document_tags.contains(tag) {
                let message = "the mark has no place, and its tag is not for whole documents";
                self.found("span", "annotation", id, message);
            }
            if let Some(confidence) = annotation.get("confidence").and_then(Value::as_f64)
                && !(0.0..=1.0).contains(&confidence)
            {
                let message = format!("the confidence {confidence} is not between 0 and 1");
                self.found("value", "annotation", id, message);
            }
        }
    }

    fn decisions(&mut self, file: &Value) {
        for decision in list(file, "decisions") {
            let id = text_of(decision, "id").unwrap_or_default();
            let Some(span) = decision.get("span") else {
                continue;
            };
            let Some(document) = text_of(decision, "document") else {
                let message = "the decision has a place but no document";
                self.found("span", "decision", id, message);
                continue;
            };
            let Some(text) = self.texts.get(document) else {
                // Said where references are followed.
                continue;
            };
            let places = json!({ "spans": [span] });
            for message in span_findings(&places, text) {
                self.found("span", "decision", id, message);
            }
        }
    }

    fn references(&mut self, file: &Value) {
        let mut findings = Vec::new();
        for (name, fields) in REFERENCES {
            let kind = LISTS
                .iter()
                .find(|(list, _)| *list == name)
                .map_or(name, |(_, kind)| kind);
            for record in list(file, name) {
                let id = text_of(record, "id").unwrap_or_default();
                for (field, target) in fields {
                    let Some(reference) = text_of(record, field) else {
                        continue;
                    };
                    if !self
                        .ids
                        .get(target)
                        .is_some_and(|ids| ids.contains(reference))
                    {
                        let message = format!(
                            "\"{field}\" refers to {reference}, which is not in \"{target}\""
                        );
                        findings.push((kind, id.to_owned(), message));
                    }
                }
            }
        }
        for (kind, id, message) in findings {
            self.found("reference", kind, &id, message);
        }
        for (name, kind, field) in [
            ("tags", "tag", "parent"),
            ("documents", "document", "previous"),
        ] {
            self.circles(file, name, kind, field);
        }
    }

    /// Records that stand above themselves.
    fn circles(&mut self, file: &Value, name: &str, kind: &str, field: &str) {
        let above: BTreeMap<&str, &str> = list(file, name)
            .filter_map(|record| Some((text_of(record, "id")?, text_of(record, field)?)))
            .collect();
        for start in above.keys() {
            let mut at = *start;
            for _ in 0..above.len() {
                let Some(next) = above.get(at) else {
                    break;
                };
                at = next;
                if at == *start {
                    let message = format!("following \"{field}\" leads back to the record itself");
                    self.found("reference", kind, start, message);
                    break;
                }
            }
        }
    }

    fn unplaced(&mut self, file: &Value) {
        for record in list(file, crate::store::project_file::UNPLACED) {
            let id = text_of(record, "id").unwrap_or_default();
            let message = "the record found no place in the project when it was opened last";
            self.found("unplaced", "annotation", id, message);
        }
    }
}

impl Check {
    /// What breaks the rules of the tags; the rules are the codebook's own.
    fn guideline(&mut self, project: &Project) {
        for breach in guideline::breaches(project) {
            match breach {
                Breach::Overlap {
                    rule, mark, other, ..
                } => {
                    let message = format!(
                        "the mark lies on {mark}, which the rule of the tag {rule} forbids"
                    );
                    self.found("guideline", "annotation", other.as_str(), message);
                }
                Breach::Attribute {
                    mark,
                    attribute,
                    unfit,
                } => {
                    let message = format!("the attribute {attribute}: {unfit}");
                    self.found("guideline", "annotation", mark.as_str(), message);
                }
                Breach::Ends { relation, mark } => {
                    let message = format!("the tag of the relation does not connect {mark}");
                    self.found("guideline", "relation", relation.as_str(), message);
                }
            }
        }
    }

    /// What the loader noticed about the journal; what it noticed about the
    /// file has been found here, in more detail.
    fn journal(&mut self, warnings: &[Warning], output: &mut Output<'_>) {
        for warning in warnings {
            match warning {
                Warning::SetAside { .. } | Warning::Torn { .. } => {
                    self.found("journal", "project", "", warning.to_string());
                }
                Warning::Refused(_) if self.findings.is_empty() => {
                    self.found("record", "project", "", warning.to_string());
                }
                other => output.say(&other.to_string()),
            }
        }
    }
}

/// What is wrong with the places of one mark.
fn span_findings(annotation: &Value, text: &[char]) -> Vec<String> {
    let mut messages = Vec::new();
    let mut last: Option<(u64, u64)> = None;
    for span in list(annotation, "spans") {
        let number = |field: &str| span.get(field).and_then(Value::as_u64);
        let (Some(start), Some(end)) = (number("start"), number("end")) else {
            messages.push("a span has no start or no end".to_owned());
            continue;
        };
        let place = usize::try_from(start).ok().zip(usize::try_from(end).ok());
        let Some(words) = place.and_then(|(start, end)| text.get(start..end)) else {
            messages.push(format!(
                "the span {start}–{end} lies outside the text of {} code points",
                text.len()
            ));
            continue;
        };
        match text_of(span, "quote") {
            Some(quote) if words.iter().copied().eq(quote.chars()) => {}
            Some(quote) => {
                let words: String = words.iter().collect();
                messages.push(format!(
                    "the span {start}–{end} holds \"{words}\", not \"{quote}\""
                ));
            }
            None => messages.push(format!("the span {start}–{end} has no quote")),
        }
        if last.is_some_and(|last| last.1 > start || last == (start, end)) {
            messages.push(format!("the span {start}–{end} overlaps the one before it"));
        }
        last = Some((start, end));
    }
    messages
}
