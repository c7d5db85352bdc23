//! What people decided about suggestions and did not turn into a mark.
//!
//! An accepted suggestion is a mark like any other, with the rule in its
//! origin. What lives here is the rest: words that were looked at and found
//! not to be what was suggested, so that they are not suggested again; and
//! marks of several annotators of which none was kept.
//!
//! **Invariant:** a decision with a place names its document, and its place
//! lies on character boundaries there (checked by
//! [`Project::apply`](super::Project::apply)).

use super::{Extra, Id, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// A decision about suggested words.
///
/// With a place it holds for that place; with a document alone, for these
/// words anywhere in it; with neither, for these words in every document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Decision {
    /// The identifier.
    pub id: Id,
    /// What was decided.
    pub verdict: Verdict,
    /// The document it holds for; none for all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Id>,
    /// The place it holds for; none for the whole document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The words, as the text has them.
    pub surface: String,
    /// The tag that was suggested; none for any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Id>,
    /// The rule or list that suggested it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// The marks it is about, by their ids, where it is about marks; they may
    /// be gone since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Id>,
    /// The analyst who decided.
    pub by: Id,
    /// When.
    pub at: Timestamp,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What was decided about suggested words.
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
pub enum Verdict {
    /// They are not what was suggested.
    #[default]
    Rejected,
    /// Their borders were wrong: the mark that was made instead is shorter.
    Resized,
    /// They were accepted with another tag than the one suggested.
    Retyped,
    /// Marks of several annotators were looked at, and none of them stands.
    /// This is no word about suggestions.
    Neither,
}

impl Decision {
    /// A rejection of these words in all documents, by `by` at `at`.
    pub fn new(id: Id, surface: impl Into<String>, by: Id, at: Timestamp) -> Self {
        Self {
            id,
            verdict: Verdict::Rejected,
            document: None,
            span: None,
            surface: surface.into(),
            tag: None,
            rule: String::new(),
            marks: Vec::new(),
            by,
            at,
            extra: Extra::new(),
        }
    }
}
