//! An annotated set as a plain value: what an export writes and what a reader
//! returns, whatever the format.
//!
//! Not the project: marks are measured here in code points, as other tools
//! measure them, and a document may lack its text (a table of marks has none).
//! `gathering` makes a set from a project, `building` puts one into a project.
//!
//! Invariant: in a set that a reader returned, every fragment of a document
//! with text satisfies `text[start..end] == quote`, counted in code points.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::code_points::CodePoints;
use super::report::Remark;
use crate::model::{
    Analyst, ChosenDirection, Decision, DocumentDirection, DocumentState, Entity, Id, Note, Origin,
    Parallel, Relation, Reliability, Span, Tag, TagKind, Timestamp, default_tags,
};

/// A paragraph set in a direction of its own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(rename = "ParagraphDirection")]
pub struct TurnedParagraph {
    /// The first code point of the paragraph.
    pub start: usize,
    /// Which way it is set.
    pub direction: ChosenDirection,
}

/// Documents with marks, and what the marks refer to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnnotatedSet {
    /// What the set is called.
    pub name: Option<String>,
    /// Whether `tags` is a codebook made by people, with names, colours and
    /// keys; otherwise the tags were made up from the labels of the marks.
    pub has_codebook: bool,
    /// The tags the marks use, and the others the file knows, parents first.
    pub tags: Vec<Tag>,
    /// Who made the marks.
    pub analysts: Vec<Analyst>,
    /// The registry of entities.
    pub entities: Vec<Entity>,
    /// Relations between marks.
    pub relations: Vec<Relation>,
    /// Notes that are records of their own.
    pub notes: Vec<Note>,
    /// Decisions about suggestions.
    pub decisions: Vec<SetDecision>,
    /// The documents in their order.
    pub documents: Vec<SetDocument>,
}

impl AnnotatedSet {
    /// How many marks the set holds.
    pub fn mark_count(&self) -> usize {
        self.documents
            .iter()
            .map(|document| document.marks.len())
            .sum()
    }

    /// Makes a tag from a label of the file, unless it is known already.
    /// `whole` says that the label stands on a whole document.
    pub(crate) fn know_tag(&mut self, id: &str, name: Option<&str>, whole: bool) {
        if let Some(tag) = self.tags.iter_mut().find(|tag| tag.id.as_str() == id) {
            if whole && !self.has_codebook {
                tag.kind = TagKind::Document;
            }
            return;
        }
        let name = name.filter(|name| !name.is_empty()).unwrap_or(id);
        let order = self.tags.len();
        let colors = default_tags();
        let (color, color_dark) = colors
            .get(order % colors.len().max(1))
            .map_or_else(Default::default, |tag| {
                (tag.color.clone(), tag.color_dark.clone())
            });
        let kind = if whole {
            TagKind::Document
        } else {
            TagKind::Entity
        };
        let names = BTreeMap::from([("en".to_owned(), name.to_owned())]);
        self.tags.push(Tag {
            color,
            color_dark,
            order: order as u32,
            ..Tag::new(Id::new(id), kind, names)
        });
    }

    /// Makes an analyst from a name in the file, unless known already.
    pub(crate) fn know_analyst(&mut self, name: &str) {
        if !self
            .analysts
            .iter()
            .any(|analyst| analyst.id.as_str() == name)
        {
            self.analysts.push(Analyst::new(Id::new(name), name));
        }
    }
}

/// One document of a set.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SetDocument {
    /// Its id; empty when the file gives none.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where the text came from, as given.
    pub source: Option<String>,
    /// How far its source can be relied on.
    pub reliability: Option<Reliability>,
    /// The civil day it was written or published, where somebody said so.
    pub written_on: Option<Date>,
    /// SHA-256 of the original bytes, hexadecimal.
    pub sha256: Option<String>,
    /// The encoding the original bytes had (WHATWG label).
    pub encoding: Option<String>,
    /// Whether the original bytes began with a byte order mark.
    pub had_bom: bool,
    /// When the text was imported.
    pub imported_at: Option<Timestamp>,
    /// How far the work on it is.
    pub state: DocumentState,
    /// The direction chosen for it.
    pub direction: DocumentDirection,
    /// Paragraphs set in a direction of their own.
    pub paragraph_directions: Vec<TurnedParagraph>,
    /// Its version.
    pub version: u32,
    /// The id of the version before.
    pub previous: Option<String>,
    /// The text it is parallel to.
    pub parallel: Option<Parallel>,
    /// The text, character for character; `None` if the format has none.
    pub text: Option<Arc<str>>,
    /// The marks, in the order of the text.
    pub marks: Vec<SetMark>,
    /// Fields of the file that this program does not know.
    pub extra: BTreeMap<String, Value>,
}

impl SetDocument {
    /// The text it is parallel to, by the id that document has in a project.
    pub(crate) fn parallel_among(&self, known: &BTreeMap<String, Id>) -> Option<Parallel> {
        let mut parallel = self.parallel.clone()?;
        if let Some(id) = known.get(parallel.document.as_str()) {
            parallel.document.clone_from(id);
        }
        Some(parallel)
    }

    /// What to call the document in a message: its title, else its id.
    pub fn name(&self) -> &str {
        if self.title.is_empty() {
            &self.id
        } else {
            &self.title
        }
    }

    /// Gives a document its text and places its marks on it; those that do
    /// not fit are left out, with a remark.
    pub fn give_text(&mut self, text: Arc<str>, remarks: &mut Vec<Remark>) {
        let raw = std::mem::take(&mut self.marks)
            .into_iter()
            .map(|mut mark| RawMark {
                pieces: std::mem::take(&mut mark.fragments)
                    .into_iter()
                    .map(|f| {
                        // A table without quotes has empty cells.
                        let quote = Some(f.quote).filter(|q| !q.is_empty() || f.start == f.end);
                        (f.start, f.end, quote)
                    })
                    .collect(),
                mark,
            })
            .collect();
        self.marks = place(self.name(), &text, raw, Reading::Forgiving, remarks);
        self.text = Some(text);
    }
}

/// One mark of a set.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SetMark {
    /// Its id; empty when the file gives none.
    pub id: String,
    /// The id of its tag.
    pub tag: String,
    /// Its pieces in the order of the text; none for a mark on the whole
    /// document.
    pub fragments: Vec<Fragment>,
    /// The note on it.
    pub note: String,
    /// The id of the analyst who made it.
    pub by: Option<String>,
    /// When it was made.
    pub at: Option<Timestamp>,
    /// The id of the entity it names.
    pub entity: Option<String>,
    /// Its attributes.
    pub attributes: BTreeMap<String, Value>,
    /// Confidence, 0 to 1.
    pub confidence: Option<f32>,
    /// The grade given to it.
    pub grade: Option<String>,
    /// Why it was graded so.
    pub grade_reason: String,
    /// Where it came from; `None` if the format does not say.
    pub origin: Option<Origin>,
    /// Whether it is no mark yet but a suggestion that nobody has decided
    /// about.
    pub suggested: bool,
    /// Fields of the file that this program does not know.
    pub extra: BTreeMap<String, Value>,
}

/// A suggestion that nobody has decided about, as it is handed to an export.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenSuggestion {
    /// The document it stands in.
    pub document: Id,
    /// Where: bytes of the text.
    pub span: Span,
    /// The tag a mark made of it would have.
    pub tag: Id,
    /// The rule or list that made it.
    pub rule: String,
    /// How likely it is right, 0 to 1.
    pub confidence: f32,
}

impl OpenSuggestion {
    /// The id it has in a file, where it is the one with this index.
    pub(super) fn id(index: usize) -> String {
        format!("suggestion-{}", index + 1)
    }
}

/// One decision about a suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct SetDecision {
    /// The decision; its place in bytes is left empty.
    pub decision: Decision,
    /// Its place in its document, if it holds for one.
    pub place: Option<Fragment>,
}

/// One piece of a mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fragment {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words between them.
    pub quote: String,
    /// The same place in UTF-16 units (start, end exclusive), if the format
    /// states it.
    pub utf16: Option<(usize, usize)>,
}

/// A mark as a file has it, before its offsets are compared with the text.
pub(crate) struct RawMark {
    /// Everything but the fragments.
    pub(crate) mark: SetMark,
    /// Start, end (exclusive) and, if the file has it, the quote.
    pub(crate) pieces: Vec<(usize, usize, Option<String>)>,
}

/// How a reader treats offsets that disagree with the quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Offsets are code points and nothing else; used to verify our own
    /// exports, where kindness would hide a mistake.
    Strict,
    /// A document whose quotes all fit when counted in UTF-16 units is taken
    /// so, with a remark; used for imports.
    Forgiving,
}

/// Places marks on a text. Those that do not fit are left out, with a remark.
pub(crate) fn place(
    document: &str,
    text: &str,
    marks: Vec<RawMark>,
    reading: Reading,
    remarks: &mut Vec<Remark>,
) -> Vec<SetMark> {
    let table = CodePoints::of(text);
    let fits = |convert: &dyn Fn(usize) -> Option<usize>| {
        marks
            .iter()
            .flat_map(|raw| &raw.pieces)
            .all(|(start, end, quote)| {
                let slice = convert(*start)
                    .zip(convert(*end))
                    .and_then(|(start, end)| table.slice(start, end));
                slice.is_some_and(|slice| quote.as_deref().is_none_or(|quote| quote == slice))
            })
    };
    let in_utf16 = reading == Reading::Forgiving
        && !fits(&|position| Some(position))
        && fits(&|position| table.of_utf16(position));
    if in_utf16 {
        remarks.push(Remark::CountedInUtf16 {
            document: document.to_owned(),
        });
    }
    let mut placed = Vec::with_capacity(marks.len());
    for RawMark { mut mark, pieces } in marks {
        let mut misplaced = None;
        for (start, end, quote) in pieces {
            let bounds = if in_utf16 {
                table.of_utf16(start).zip(table.of_utf16(end))
            } else {
                Some((start, end))
            };
            let found = bounds.and_then(|(start, end)| {
                let slice = table.slice(start, end)?;
                quote
                    .as_deref()
                    .is_none_or(|quote| quote == slice)
                    .then(|| Fragment {
                        start,
                        end,
                        quote: slice.to_owned(),
                        utf16: None,
                    })
            });
            match found {
                Some(fragment) => mark.fragments.push(fragment),
                None => misplaced = Some(quote),
            }
        }
        mark.fragments
            .sort_by_key(|fragment| (fragment.start, fragment.end));
        let in_order = mark
            .fragments
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.end <= b.start && (a.start, a.end) != (b.start, b.end)));
        if !in_order {
            misplaced = Some(None);
        }
        match misplaced {
            Some(quote) => remarks.push(Remark::Misplaced {
                document: document.to_owned(),
                mark: mark.id,
                quote,
            }),
            None => placed.push(mark),
        }
    }
    placed
}
