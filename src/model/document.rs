//! An imported text.
//!
//! How bytes become text is store's business; what the text means is
//! language's.
//!
//! **Invariant:** the text of a document that carries marks never changes, so
//! offsets never move.

use super::{Extra, Id, Timestamp};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A text with where it came from. The text stands exactly as decoded: no
/// normalisation, no newline change.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Document {
    /// The identifier.
    pub id: Id,
    /// What lists call it.
    pub title: String,
    /// The whole text.
    #[serde(with = "super::text_value")]
    #[schemars(with = "String")]
    pub text: Arc<str>,
    /// SHA-256 of the original bytes, lower-case hexadecimal.
    pub sha256: String,
    /// The encoding the bytes were read in, by its WHATWG name, e.g. `UTF-8`.
    pub encoding: String,
    /// Whether the bytes began with a byte order mark (it is not in the text).
    #[serde(default, skip_serializing_if = "is_false")]
    pub had_bom: bool,
    /// The path or address as it was given at import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How far its source can be relied on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Reliability>,
    /// The civil day it was written or published, where somebody said so;
    /// dates in it such as "yesterday" count from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub written_on: Option<Date>,
    /// When it was imported.
    #[schemars(with = "String")]
    pub imported_at: Timestamp,
    /// How far the work on it is.
    #[serde(default)]
    pub state: DocumentState,
    /// Which way it is set.
    #[serde(default)]
    pub direction: DocumentDirection,
    /// Paragraphs that are set in a direction of their own, by their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraph_directions: Vec<ParagraphDirection>,
    /// 1 for the first import, one more for each newer version of the file.
    #[serde(default = "first_version")]
    pub version: u32,
    /// The document this is a newer version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Id>,
    /// The text this one is a translation of, or otherwise parallel to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parallel: Option<Parallel>,
    /// The place in the list of documents, smallest first.
    #[serde(default)]
    pub order: u32,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How far a source can be relied on, whatever it says this time.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Reliability {
    /// `A` to `F` (Admiralty system).
    pub grade: String,
    /// Why it was graded so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Which paragraphs of a text stand for which of another one.
///
/// Paragraphs with nothing but spaces are not counted. An alignment that does
/// not count as many as the texts have does not fit them and is none.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Parallel {
    /// The other document, by its id; it may be gone since.
    pub document: Id,
    /// Groups of paragraphs that stand for one another, in the order of both
    /// texts: together they are all paragraphs of both.
    #[serde(default)]
    pub beads: Vec<Bead>,
}

/// Paragraphs that stand for one another: how many of this text for how many
/// of the other one, written as a pair (`[2, 1]`).
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
#[schemars(with = "(u32, u32)")]
pub struct Bead {
    /// Paragraphs of the text that carries the alignment.
    pub here: u32,
    /// Paragraphs of the other text.
    pub there: u32,
}

impl From<(u32, u32)> for Bead {
    fn from((here, there): (u32, u32)) -> Self {
        Self { here, there }
    }
}

impl From<Bead> for (u32, u32) {
    fn from(bead: Bead) -> Self {
        (bead.here, bead.there)
    }
}

/// How far the work on a document is.
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// Nothing done yet.
    #[default]
    New,
    /// Begun.
    InProgress,
    /// Finished (a document without a mark may be finished too).
    Done,
}

/// Which way a document is set, where a paragraph does not say itself.
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentDirection {
    /// By the letters of each paragraph, else by the majority.
    #[default]
    Auto,
    /// Every paragraph right to left.
    RightToLeft,
    /// Every paragraph left to right.
    LeftToRight,
}

/// A paragraph whose direction a person chose, whatever its letters say.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ParagraphDirection {
    /// Where the paragraph begins: bytes of the text.
    #[serde(rename = "start_byte")]
    pub start: usize,
    /// Which way it is set.
    pub direction: ChosenDirection,
}

/// A direction that was chosen.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChosenDirection {
    /// Right to left.
    RightToLeft,
    /// Left to right.
    LeftToRight,
}

impl Document {
    /// The direction chosen for the paragraph that begins at `start` (bytes).
    pub fn paragraph_direction(&self, start: usize) -> Option<ChosenDirection> {
        self.paragraph_directions
            .binary_search_by_key(&start, |chosen| chosen.start)
            .ok()
            .and_then(|index| self.paragraph_directions.get(index))
            .map(|chosen| chosen.direction)
    }

    /// Chooses a direction for the paragraph that begins at `start` (bytes),
    /// or leaves it to its letters again.
    pub fn set_paragraph_direction(&mut self, start: usize, direction: Option<ChosenDirection>) {
        let at = self
            .paragraph_directions
            .binary_search_by_key(&start, |chosen| chosen.start);
        match (at, direction) {
            (Ok(index), Some(direction)) => {
                if let Some(chosen) = self.paragraph_directions.get_mut(index) {
                    chosen.direction = direction;
                }
            }
            (Ok(index), None) => {
                self.paragraph_directions.remove(index);
            }
            (Err(index), Some(direction)) => self
                .paragraph_directions
                .insert(index, ParagraphDirection { start, direction }),
            (Err(_), None) => {}
        }
    }

    /// A fresh document in state New, direction Auto, version 1.
    ///
    /// The fields about its origin (`sha256`, `encoding`, `source`) start
    /// empty, or as `UTF-8`; whoever read the bytes fills them in.
    pub fn new(
        id: Id,
        title: impl Into<String>,
        text: impl Into<Arc<str>>,
        imported_at: Timestamp,
    ) -> Self {
        Self {
            id,
            title: title.into(),
            text: text.into(),
            sha256: String::new(),
            encoding: "UTF-8".to_owned(),
            had_bom: false,
            source: None,
            reliability: None,
            written_on: None,
            imported_at,
            state: DocumentState::default(),
            direction: DocumentDirection::default(),
            paragraph_directions: Vec::new(),
            version: first_version(),
            previous: None,
            parallel: None,
            order: 0,
            extra: Extra::new(),
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
pub(super) fn is_false(value: &bool) -> bool {
    !*value
}

fn first_version() -> u32 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_of_paragraphs_are_kept_in_their_order_and_forgotten() {
        let mut document = Document::new(Id::new("d"), "d", "a\nب\nc", Timestamp::UNIX_EPOCH);
        document.set_paragraph_direction(5, Some(ChosenDirection::RightToLeft));
        document.set_paragraph_direction(0, Some(ChosenDirection::RightToLeft));
        document.set_paragraph_direction(2, Some(ChosenDirection::LeftToRight));
        document.set_paragraph_direction(2, Some(ChosenDirection::RightToLeft));
        let starts: Vec<usize> = document
            .paragraph_directions
            .iter()
            .map(|chosen| chosen.start)
            .collect();
        assert_eq!(starts, [0, 2, 5]);
        assert_eq!(
            document.paragraph_direction(2),
            Some(ChosenDirection::RightToLeft)
        );
        assert_eq!(document.paragraph_direction(1), None);
        document.set_paragraph_direction(2, None);
        document.set_paragraph_direction(3, None);
        assert_eq!(document.paragraph_directions.len(), 2);
    }
}
