//! An imported text.
//!
//! How bytes become text is store's business; what the text means is
//! language's.
//!
//! **Invariant:** the text of a document that carries marks never changes, so
//! offsets never move.

use super::{Extra, Id, Timestamp};
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
    /// When it was imported.
    #[schemars(with = "String")]
    pub imported_at: Timestamp,
    /// How far the work on it is.
    #[serde(default)]
    pub state: DocumentState,
    /// Which way it is set.
    #[serde(default)]
    pub direction: DocumentDirection,
    /// 1 for the first import, one more for each newer version of the file.
    #[serde(default = "first_version")]
    pub version: u32,
    /// The document this is a newer version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Id>,
    /// The place in the list of documents, smallest first.
    #[serde(default)]
    pub order: u32,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
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

impl Document {
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
            imported_at,
            state: DocumentState::default(),
            direction: DocumentDirection::default(),
            version: first_version(),
            previous: None,
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
