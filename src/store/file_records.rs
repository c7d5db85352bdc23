//! How documents, marks and decisions stand in the project file: spans in code
//! points with their words beside them, texts with their hash.
//!
//! **Invariant:** in a file written here, `text[start:end] == quote` holds in
//! Python for every span.

use super::sha256_hex;
use crate::model::{
    Annotation, ChosenDirection, Decision, Details, Document, DocumentDirection, DocumentState,
    Extra, Id, Kept, OffsetTable, Origin, ParagraphDirection, Parallel, Reliability, Span,
    Timestamp, Verdict,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// A place in a text, with its words.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub(super) struct FileSpan {
    /// The first code point.
    pub(super) start: usize,
    /// The code point after the last one.
    pub(super) end: usize,
    /// The words at the place; they decide if the offsets do not fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) quote: Option<String>,
}

/// A mark on one or more places of one document.
// Read field by field, in `file_marks`: there may be a hundred thousand. This
// page is not the place to say so: it is part of the schema.
#[derive(Clone, PartialEq, Debug, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Annotation")]
pub(super) struct FileAnnotation {
    /// The identifier.
    pub(super) id: Id,
    /// The document it lies in.
    pub(super) document: Id,
    /// The places, sorted and not overlapping; none for a mark on the whole
    /// document.
    pub(super) spans: Vec<FileSpan>,
    /// What it is.
    pub(super) tag: Id,
    /// Whom or what it mentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) entity: Option<Id>,
    /// Values of the tag's attributes, by their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) attributes: BTreeMap<String, serde_json::Value>,
    /// Free text, in any script.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
    /// How sure the annotator is, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) confidence: Option<f32>,
    /// The credibility of what is said, e.g. `2` (Admiralty system).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) grade: Option<String>,
    /// Why it was graded so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) grade_reason: String,
    /// The analyst who made it.
    pub(super) by: Id,
    /// When it was made.
    #[schemars(with = "String")]
    pub(super) at: Timestamp,
    /// Where it came from.
    #[serde(default)]
    pub(super) origin: Origin,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub(super) extra: Extra,
}

impl FileAnnotation {
    /// The record as it stands in the file.
    pub(super) fn new(annotation: &Annotation, text: &str, offsets: &OffsetTable) -> Self {
        let annotation = annotation.clone();
        let details = annotation.details.get().clone();
        let place = |span: &Span| FileSpan {
            start: offsets.code_point_of_byte(span.start),
            end: offsets.code_point_of_byte(span.end),
            quote: span.of(text).map(str::to_owned),
        };
        Self {
            spans: annotation.spans.iter().map(place).collect(),
            id: annotation.id,
            document: annotation.document,
            tag: annotation.tag,
            entity: annotation.entity,
            attributes: details.attributes,
            note: details.note,
            confidence: annotation.confidence,
            grade: details.grade,
            grade_reason: details.grade_reason,
            by: annotation.by,
            at: annotation.at,
            origin: annotation.origin,
            extra: details.extra,
        }
    }

    /// The record of the model, with its places in bytes.
    pub(super) fn into_annotation(self, spans: Vec<Span>) -> Annotation {
        Annotation {
            id: self.id,
            document: self.document,
            spans,
            tag: self.tag,
            entity: self.entity,
            confidence: self.confidence,
            by: self.by,
            at: self.at,
            origin: self.origin,
            details: Kept::from(Details {
                attributes: self.attributes,
                note: self.note,
                grade: self.grade,
                grade_reason: self.grade_reason,
                extra: self.extra,
            }),
        }
    }
}

/// A decision about suggested words: they are not what was suggested.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Decision")]
pub(super) struct FileDecision {
    /// The identifier.
    pub(super) id: Id,
    /// What was decided.
    #[serde(default)]
    pub(super) verdict: Verdict,
    /// The document it holds for; none for all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) document: Option<Id>,
    /// The place it holds for; none for the whole document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<FileSpan>,
    /// The words, as the text has them.
    pub(super) surface: String,
    /// The tag that was suggested; none for any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tag: Option<Id>,
    /// The rule or list that suggested it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) rule: String,
    /// The marks it is about, by their ids, where it is about marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) marks: Vec<Id>,
    /// The analyst who decided.
    pub(super) by: Id,
    /// When.
    #[schemars(with = "String")]
    pub(super) at: Timestamp,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub(super) extra: Extra,
}

impl FileDecision {
    /// The record as it stands in the file; `text` is that of its document,
    /// with its offsets.
    pub(super) fn new(decision: &Decision, text: Option<(&str, &OffsetTable)>) -> Self {
        let decision = decision.clone();
        let span = decision
            .span
            .zip(text)
            .map(|(span, (text, offsets))| FileSpan {
                start: offsets.code_point_of_byte(span.start),
                end: offsets.code_point_of_byte(span.end),
                quote: span.of(text).map(str::to_owned),
            });
        Self {
            id: decision.id,
            verdict: decision.verdict,
            document: decision.document,
            span,
            surface: decision.surface,
            tag: decision.tag,
            rule: decision.rule,
            marks: decision.marks,
            by: decision.by,
            at: decision.at,
            extra: decision.extra,
        }
    }

    /// The record of the model, with its place in bytes.
    pub(super) fn into_decision(self, span: Option<Span>) -> Decision {
        Decision {
            id: self.id,
            verdict: self.verdict,
            document: self.document,
            span,
            surface: self.surface,
            tag: self.tag,
            rule: self.rule,
            marks: self.marks,
            by: self.by,
            at: self.at,
            extra: self.extra,
        }
    }
}

/// A paragraph set in a direction of its own.
#[derive(Copy, Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(rename = "ParagraphDirection")]
pub(super) struct FileParagraphDirection {
    /// The first code point of the paragraph.
    pub(super) start: usize,
    /// Which way it is set.
    pub(super) direction: ChosenDirection,
}

/// A text with where it came from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Document")]
pub(super) struct FileDocument {
    /// The identifier.
    pub(super) id: Id,
    /// What lists call it.
    pub(super) title: String,
    /// The place in the list of documents, smallest first.
    #[serde(default)]
    pub(super) order: u32,
    /// How far the work on it is.
    #[serde(default)]
    pub(super) state: DocumentState,
    /// Which way it is set.
    #[serde(default)]
    pub(super) direction: DocumentDirection,
    /// Paragraphs set in a direction of their own, by their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) paragraph_directions: Vec<FileParagraphDirection>,
    /// The path or address as it was given at import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<String>,
    /// How far its source can be relied on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reliability: Option<Reliability>,
    /// The civil day it was written or published, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub(super) written_on: Option<Date>,
    /// When it was imported.
    #[schemars(with = "String")]
    pub(super) imported_at: Timestamp,
    /// The encoding the bytes were read in, by its WHATWG name.
    pub(super) encoding: String,
    /// Whether the bytes began with a byte order mark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) had_bom: bool,
    /// SHA-256 of the original bytes, lower-case hexadecimal.
    pub(super) sha256: String,
    /// SHA-256 of the text in UTF-8, lower-case hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text_sha256: Option<String>,
    /// 1 for the first import, one more for each newer version.
    #[serde(default = "one")]
    pub(super) version: u32,
    /// The document this is a newer version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) previous: Option<Id>,
    /// The text this one is a translation of, or otherwise parallel to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) parallel: Option<Parallel>,
    /// The whole text, as decoded.
    pub(super) text: SharedText,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub(super) extra: Extra,
}

fn one() -> u32 {
    1
}

impl FileDocument {
    /// The record as it stands in the file.
    pub(super) fn new(document: &Document) -> Self {
        let document = document.clone();
        // Counting code points takes a pass over the text: only where needed.
        let paragraph_directions = if document.paragraph_directions.is_empty() {
            Vec::new()
        } else {
            let offsets = OffsetTable::new(&document.text);
            let chosen = document.paragraph_directions.iter();
            chosen
                .map(|chosen| FileParagraphDirection {
                    start: offsets.code_point_of_byte(chosen.start),
                    direction: chosen.direction,
                })
                .collect()
        };
        Self {
            text_sha256: Some(sha256_hex(document.text.as_bytes())),
            id: document.id,
            title: document.title,
            order: document.order,
            state: document.state,
            direction: document.direction,
            paragraph_directions,
            source: document.source,
            reliability: document.reliability,
            written_on: document.written_on,
            imported_at: document.imported_at,
            encoding: document.encoding,
            had_bom: document.had_bom,
            sha256: document.sha256,
            version: document.version,
            previous: document.previous,
            parallel: document.parallel,
            text: SharedText(document.text),
            extra: document.extra,
        }
    }

    /// Whether the text is the one the record was saved with.
    pub(super) fn has_its_text(&self) -> bool {
        self.text_sha256
            .as_ref()
            .is_none_or(|hash| hash.eq_ignore_ascii_case(&sha256_hex(self.text.0.as_bytes())))
    }

    /// The record of the model.
    pub(super) fn into_document(self) -> Document {
        let mut paragraph_directions = Vec::new();
        if !self.paragraph_directions.is_empty() {
            let offsets = OffsetTable::new(&self.text.0);
            for chosen in &self.paragraph_directions {
                // A place beyond the text is one that somebody wrote by hand;
                // there is no paragraph it could turn.
                if let Some(start) = offsets.byte_of_code_point(chosen.start) {
                    paragraph_directions.push(ParagraphDirection {
                        start,
                        direction: chosen.direction,
                    });
                }
            }
            paragraph_directions.sort_by_key(|chosen| chosen.start);
            paragraph_directions.dedup_by_key(|chosen| chosen.start);
        }
        Document {
            id: self.id,
            title: self.title,
            text: self.text.0,
            sha256: self.sha256,
            encoding: self.encoding,
            had_bom: self.had_bom,
            source: self.source,
            reliability: self.reliability,
            written_on: self.written_on,
            imported_at: self.imported_at,
            state: self.state,
            direction: self.direction,
            paragraph_directions,
            version: self.version,
            previous: self.previous,
            parallel: self.parallel,
            order: self.order,
            extra: self.extra,
        }
    }
}

/// A text that is shared with the model, not copied.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct SharedText(pub(super) Arc<str>);

impl Serialize for SharedText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SharedText {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::model::text_value::deserialize(deserializer).map(Self)
    }
}

impl schemars::JsonSchema for SharedText {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}
