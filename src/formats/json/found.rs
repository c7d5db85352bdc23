//! An annotated set as it is read: every field may be missing that can be.
//!
//! Here: the shape of the file, from which its JSON Schema is made. Not here:
//! what is made of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use crate::formats::set::TurnedParagraph;
use crate::model::{
    Analyst, DocumentDirection, DocumentState, Entity, Id, Note, Origin, Parallel, Relation,
    Reliability, Tag, Timestamp, Verdict,
};

#[derive(Deserialize)]
pub(super) struct FoundHeader {
    #[serde(default)]
    pub(super) format: Option<String>,
    #[serde(default)]
    pub(super) version: Option<u64>,
}

/// An annotated set; `text[start:end] == quote` holds in Python for every span.
#[derive(Deserialize, schemars::JsonSchema)]
#[schemars(title = "Hashiya annotated set", rename = "AnnotatedSet")]
pub(super) struct FoundSet {
    /// Always `hashiya-annotated-set`.
    #[serde(rename = "format")]
    pub(super) _format: String,
    /// The version of the format; this schema describes version 1.
    #[serde(default, rename = "version")]
    pub(super) _version: u64,
    /// How offsets count.
    #[serde(default)]
    pub(super) offsets: Option<FoundOffsets>,
    /// What the set is called.
    #[serde(default)]
    pub(super) name: Option<String>,
    /// The kinds of marks, parents before children.
    #[serde(default)]
    pub(super) tags: Vec<Tag>,
    /// Who annotates.
    #[serde(default)]
    pub(super) analysts: Vec<Analyst>,
    /// Who and what is mentioned.
    #[serde(default)]
    pub(super) entities: Vec<Entity>,
    /// Connections between marks.
    #[serde(default)]
    pub(super) relations: Vec<Relation>,
    /// Free text.
    #[serde(default)]
    pub(super) notes: Vec<Note>,
    /// Decisions about suggestions: what is not to be suggested again.
    #[serde(default)]
    pub(super) decisions: Vec<FoundDecision>,
    /// The texts, in their order.
    pub(super) documents: Vec<FoundDocument>,
}

/// How offsets count.
#[derive(Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Offsets")]
pub(super) struct FoundOffsets {
    /// Always `code points`; ends are exclusive, the order is logical.
    pub(super) unit: String,
}

/// A text with its marks.
#[derive(Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Document")]
pub(super) struct FoundDocument {
    /// The identifier.
    #[serde(default)]
    pub(super) id: String,
    /// What lists call it.
    #[serde(default)]
    pub(super) title: String,
    /// The path or address it was imported from.
    #[serde(default)]
    pub(super) source: Option<String>,
    /// How far its source can be relied on.
    #[serde(default)]
    pub(super) reliability: Option<Reliability>,
    /// The civil day it was written or published, where somebody said so.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub(super) written_on: Option<Date>,
    /// SHA-256 of the original bytes, hexadecimal.
    #[serde(default)]
    pub(super) sha256: Option<String>,
    /// The encoding of the original bytes, by its WHATWG name.
    #[serde(default)]
    pub(super) encoding: Option<String>,
    /// Whether the original bytes began with a byte order mark.
    #[serde(default)]
    pub(super) had_bom: bool,
    /// When it was imported.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub(super) imported_at: Option<Timestamp>,
    /// How far the work on it is.
    #[serde(default)]
    pub(super) state: DocumentState,
    /// Which way it is set.
    #[serde(default)]
    pub(super) direction: DocumentDirection,
    /// Paragraphs set in a direction of their own.
    #[serde(default)]
    pub(super) paragraph_directions: Vec<TurnedParagraph>,
    /// 1 for the first import, one more for each newer version.
    #[serde(default)]
    pub(super) version: Option<u32>,
    /// The document this is a newer version of.
    #[serde(default)]
    pub(super) previous: Option<String>,
    /// The text this one is a translation of, or otherwise parallel to.
    #[serde(default)]
    pub(super) parallel: Option<Parallel>,
    /// The whole text, character for character.
    pub(super) text: String,
    /// The marks, in the order of the text.
    #[serde(default)]
    pub(super) annotations: Vec<FoundMark>,
    /// Suggestions that nobody has decided about, where the export was asked
    /// to hold them; each with the status `suggested`.
    #[serde(default)]
    pub(super) suggestions: Vec<FoundMark>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub(super) extra: BTreeMap<String, Value>,
}

/// A mark.
#[derive(Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Annotation")]
pub(super) struct FoundMark {
    /// The identifier.
    #[serde(default)]
    pub(super) id: String,
    /// The identifier of its tag.
    pub(super) tag: String,
    /// The English name of its tag, for reading.
    #[serde(default)]
    pub(super) tag_name: Option<String>,
    /// `suggested` for what nobody has decided about; marks have none.
    #[serde(default)]
    pub(super) status: Option<String>,
    /// Its places in the order of the text; none for a mark on the whole
    /// document.
    #[serde(default)]
    pub(super) spans: Vec<FoundSpan>,
    /// Free text.
    #[serde(default)]
    pub(super) note: String,
    /// The identifier of the analyst who made it.
    #[serde(default)]
    pub(super) by: Option<String>,
    /// When it was made.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub(super) at: Option<Timestamp>,
    /// The identifier of the entity it mentions.
    #[serde(default)]
    pub(super) entity: Option<String>,
    /// Values of the tag's attributes.
    #[serde(default)]
    pub(super) attributes: BTreeMap<String, Value>,
    /// How sure the annotator is, 0 to 1.
    #[serde(default)]
    pub(super) confidence: Option<f32>,
    /// The credibility of what is said.
    #[serde(default)]
    pub(super) grade: Option<String>,
    /// Why it was graded so.
    #[serde(default)]
    pub(super) grade_reason: String,
    /// Where it came from.
    #[serde(default)]
    pub(super) origin: Option<Origin>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub(super) extra: BTreeMap<String, Value>,
}

/// A decision about suggested words: they are not what was suggested.
#[derive(Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Decision")]
pub(super) struct FoundDecision {
    /// The identifier.
    pub(super) id: Id,
    /// What was decided.
    #[serde(default)]
    pub(super) verdict: Verdict,
    /// The document it holds for; none for all of them.
    #[serde(default)]
    pub(super) document: Option<Id>,
    /// The place it holds for; none for the whole document.
    #[serde(default)]
    pub(super) span: Option<FoundSpan>,
    /// The words, as the text has them.
    pub(super) surface: String,
    /// The tag that was suggested; none for any.
    #[serde(default)]
    pub(super) tag: Option<Id>,
    /// The rule or list that suggested it.
    #[serde(default)]
    pub(super) rule: String,
    /// The marks it is about, by their ids, where it is about marks.
    #[serde(default)]
    pub(super) marks: Vec<Id>,
    /// The identifier of the analyst who decided.
    pub(super) by: Id,
    /// When.
    #[schemars(with = "String")]
    pub(super) at: Timestamp,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub(super) extra: BTreeMap<String, Value>,
}

/// A place in the text.
#[derive(Deserialize, schemars::JsonSchema)]
#[schemars(rename = "Span")]
pub(super) struct FoundSpan {
    /// First code point.
    pub(super) start: usize,
    /// The code point after the last one.
    pub(super) end: usize,
    /// The words between them.
    #[serde(default)]
    pub(super) quote: Option<String>,
}
