//! Hashiya's own annotated set: one JSON file that carries everything.
//!
//! Writing and reading stand side by side but share no code: the reader is
//! also what verifies an export.
//!
//! Invariant: the file says how it counts ("code points", end "exclusive",
//! order "logical"), and `text[start:end] == quote` holds in Python for every
//! span in it.

mod found;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

use found::{FoundDecision, FoundHeader, FoundMark, FoundSet};

use super::set::{RawMark, Reading, TurnedParagraph, place};
use super::{
    AnnotatedSet, FormatError, Fragment, ReadSet, SetDecision, SetDocument, SetMark, json_source,
};
use crate::model::{
    Decision, DocumentDirection, DocumentState, Id, Origin, Parallel, Reliability, Timestamp,
    Verdict,
};

/// What the file calls itself.
const NAME: &str = "hashiya-annotated-set";
/// The latest version this program writes and reads.
const VERSION: u64 = 1;
/// The unit of the offsets.
const UNIT: &str = "code points";
/// The name of the format in messages.
const TITLE: &str = "Hashiya annotated set (JSON)";

#[derive(Serialize)]
struct WrittenDocument<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reliability: &'a Option<Reliability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: &'a Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    had_bom: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    imported_at: &'a Option<Timestamp>,
    state: DocumentState,
    direction: DocumentDirection,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    paragraph_directions: &'a [TurnedParagraph],
    version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parallel: &'a Option<Parallel>,
    #[serde(flatten)]
    extra: &'a BTreeMap<String, Value>,
    text: &'a str,
}

#[derive(Serialize)]
struct WrittenMark<'a> {
    id: &'a str,
    tag: &'a str,
    tag_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    spans: Vec<WrittenSpan<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: &'a Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: &'a Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    attributes: &'a BTreeMap<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: &'a Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    grade_reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: &'a Option<Origin>,
    #[serde(flatten)]
    extra: &'a BTreeMap<String, Value>,
}

#[derive(Serialize)]
struct WrittenSpan<'a> {
    start: usize,
    end: usize,
    quote: &'a str,
}

#[derive(Serialize)]
struct WrittenDecision<'a> {
    id: &'a Id,
    verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: &'a Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<WrittenSpan<'a>>,
    surface: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: &'a Option<Id>,
    #[serde(skip_serializing_if = "str::is_empty")]
    rule: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    marks: &'a [Id],
    by: &'a Id,
    at: Timestamp,
    #[serde(flatten)]
    extra: &'a BTreeMap<String, Value>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(value: &bool) -> bool {
    !*value
}

/// Writes a set, one record to a line, so that version control shows real
/// differences.
pub(super) fn write(set: &AnnotatedSet) -> Result<String, FormatError> {
    let names: BTreeMap<&str, &str> = set
        .tags
        .iter()
        .map(|tag| (tag.id.as_str(), tag.name("en")))
        .collect();
    let mut out = format!(
        "{{\"format\":\"{NAME}\",\"version\":{VERSION},\n\"offsets\":{{\"unit\":\"{UNIT}\",\"end\":\"exclusive\",\"order\":\"logical\"}}"
    );
    if let Some(name) = &set.name {
        out.push_str(",\n\"name\":");
        out.push_str(&serde_json::to_string(name)?);
    }
    out.push_str(",\n\"tags\":");
    list(&mut out, &set.tags)?;
    out.push_str(",\n\"analysts\":");
    list(&mut out, &set.analysts)?;
    out.push_str(",\n\"entities\":");
    list(&mut out, &set.entities)?;
    out.push_str(",\n\"relations\":");
    list(&mut out, &set.relations)?;
    out.push_str(",\n\"notes\":");
    list(&mut out, &set.notes)?;
    out.push_str(",\n\"decisions\":");
    let decisions: Vec<WrittenDecision<'_>> = set.decisions.iter().map(written_decision).collect();
    list(&mut out, &decisions)?;
    out.push_str(",\n\"documents\":[");
    for (index, document) in set.documents.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        let head = serde_json::to_string(&WrittenDocument {
            id: &document.id,
            title: &document.title,
            source: &document.source,
            reliability: &document.reliability,
            written_on: document.written_on,
            sha256: &document.sha256,
            encoding: &document.encoding,
            had_bom: document.had_bom,
            imported_at: &document.imported_at,
            state: document.state,
            direction: document.direction,
            paragraph_directions: &document.paragraph_directions,
            version: document.version,
            previous: &document.previous,
            parallel: &document.parallel,
            extra: &document.extra,
            text: document.text.as_deref().unwrap_or_default(),
        })?;
        out.push_str(head.strip_suffix('}').unwrap_or(&head));
        out.push_str(",\"annotations\":");
        let written = |suggested: bool| -> Vec<WrittenMark<'_>> {
            let marks = document.marks.iter();
            marks
                .filter(|mark| mark.suggested == suggested)
                .map(|mark| written_mark(mark, &names))
                .collect()
        };
        list(&mut out, &written(false))?;
        let suggested = written(true);
        if !suggested.is_empty() {
            out.push_str(",\"suggestions\":");
            list(&mut out, &suggested)?;
        }
        out.push('}');
    }
    out.push_str(if set.documents.is_empty() {
        "]}\n"
    } else {
        "\n]}\n"
    });
    Ok(out)
}

fn written_mark<'a>(mark: &'a SetMark, names: &BTreeMap<&str, &'a str>) -> WrittenMark<'a> {
    WrittenMark {
        id: &mark.id,
        tag: &mark.tag,
        tag_name: names.get(mark.tag.as_str()).copied().unwrap_or(&mark.tag),
        status: mark.suggested.then_some(super::SUGGESTED),
        spans: mark
            .fragments
            .iter()
            .map(|f| WrittenSpan {
                start: f.start,
                end: f.end,
                quote: &f.quote,
            })
            .collect(),
        note: &mark.note,
        by: &mark.by,
        at: &mark.at,
        entity: &mark.entity,
        attributes: &mark.attributes,
        confidence: mark.confidence,
        grade: &mark.grade,
        grade_reason: &mark.grade_reason,
        origin: &mark.origin,
        extra: &mark.extra,
    }
}

fn written_decision(found: &SetDecision) -> WrittenDecision<'_> {
    let decision = &found.decision;
    WrittenDecision {
        id: &decision.id,
        verdict: decision.verdict,
        document: &decision.document,
        span: found.place.as_ref().map(|place| WrittenSpan {
            start: place.start,
            end: place.end,
            quote: &place.quote,
        }),
        surface: &decision.surface,
        tag: &decision.tag,
        rule: &decision.rule,
        marks: &decision.marks,
        by: &decision.by,
        at: decision.at,
        extra: &decision.extra,
    }
}

/// A JSON list with one element to a line.
fn list<T: Serialize>(out: &mut String, items: &[T]) -> Result<(), FormatError> {
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&serde_json::to_string(item)?);
    }
    out.push_str(if items.is_empty() { "]" } else { "\n]" });
    Ok(())
}

/// The JSON Schema of the file, as it stands in
/// `assets/schema/annotated-set.schema.json`.
pub fn annotated_set_schema() -> String {
    let schema = schemars::schema_for!(FoundSet);
    // A schema is a JSON value; writing one as text cannot fail.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a set.
pub(super) fn read(bytes: &[u8], reading: Reading) -> Result<ReadSet, FormatError> {
    let mut remarks = Vec::new();
    let source = json_source(bytes, TITLE, &mut remarks)?;
    // Asked first, so that a newer version is called so, whatever its shape.
    let header: FoundHeader = serde_json::from_str(&source).map_err(|error| malformed(&error))?;
    match header.format.as_deref() {
        Some(NAME) => {}
        other => {
            let found = other.map_or_else(|| "nothing".to_owned(), |name| format!("\"{name}\""));
            return Err(FormatError::Malformed {
                format: TITLE,
                place: "at the top".to_owned(),
                reason: format!("\"format\" should be \"{NAME}\", and {found} is there"),
            });
        }
    }
    if let Some(found) = header.version.filter(|&version| version > VERSION) {
        return Err(FormatError::Newer {
            found,
            known: VERSION,
        });
    }
    let found: FoundSet = serde_json::from_str(&source).map_err(|error| malformed(&error))?;
    if let Some(offsets) = found.offsets.filter(|offsets| offsets.unit != UNIT) {
        return Err(FormatError::Malformed {
            format: TITLE,
            place: "at the top".to_owned(),
            reason: format!(
                "offsets should be counted in \"{UNIT}\", not \"{}\"",
                offsets.unit
            ),
        });
    }
    let mut set = AnnotatedSet {
        name: found.name,
        has_codebook: !found.tags.is_empty(),
        tags: found.tags,
        analysts: found.analysts,
        entities: found.entities,
        relations: found.relations,
        notes: found.notes,
        decisions: found.decisions.into_iter().map(set_decision).collect(),
        documents: Vec::with_capacity(found.documents.len()),
    };
    for found in found.documents {
        let mut raw = Vec::with_capacity(found.annotations.len());
        for mark in found.annotations {
            set.know_tag(&mark.tag, mark.tag_name.as_deref(), mark.spans.is_empty());
            if let Some(by) = &mark.by {
                set.know_analyst(by);
            }
            raw.push(raw_mark(mark));
        }
        for mark in found.suggestions {
            set.know_tag(&mark.tag, mark.tag_name.as_deref(), false);
            let mut suggested = raw_mark(mark);
            suggested.mark.suggested = true;
            raw.push(suggested);
        }
        let mut document = SetDocument {
            id: found.id,
            title: found.title,
            source: found.source,
            reliability: found.reliability,
            written_on: found.written_on,
            sha256: found.sha256,
            encoding: found.encoding,
            had_bom: found.had_bom,
            imported_at: found.imported_at,
            state: found.state,
            direction: found.direction,
            paragraph_directions: found.paragraph_directions,
            version: found.version.unwrap_or(1),
            previous: found.previous,
            parallel: found.parallel,
            text: None,
            marks: Vec::new(),
            extra: found.extra,
        };
        document.marks = place(document.name(), &found.text, raw, reading, &mut remarks);
        document.text = Some(Arc::from(found.text));
        set.documents.push(document);
    }
    Ok(ReadSet { set, remarks })
}

fn set_decision(found: FoundDecision) -> SetDecision {
    SetDecision {
        place: found.span.map(|span| Fragment {
            start: span.start,
            end: span.end,
            quote: span.quote.unwrap_or_default(),
            utf16: None,
        }),
        decision: Decision {
            id: found.id,
            verdict: found.verdict,
            document: found.document,
            span: None,
            surface: found.surface,
            tag: found.tag,
            rule: found.rule,
            marks: found.marks,
            by: found.by,
            at: found.at,
            extra: found.extra,
        },
    }
}

fn raw_mark(found: FoundMark) -> RawMark {
    RawMark {
        pieces: found
            .spans
            .into_iter()
            .map(|s| (s.start, s.end, s.quote))
            .collect(),
        mark: SetMark {
            id: found.id,
            tag: found.tag,
            fragments: Vec::new(),
            note: found.note,
            by: found.by,
            at: found.at,
            entity: found.entity,
            attributes: found.attributes,
            confidence: found.confidence,
            grade: found.grade,
            grade_reason: found.grade_reason,
            origin: found.origin,
            suggested: found.status.as_deref() == Some(super::SUGGESTED),
            extra: found.extra,
        },
    }
}

fn malformed(error: &serde_json::Error) -> FormatError {
    super::malformed_json(TITLE, error, 0)
}
