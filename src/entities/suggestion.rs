//! One suggestion and why it was made.

use super::{Source, Type};
use crate::model::{Id, Span};
use std::sync::Arc;

/// A span that may name something, for an analyst to accept or reject.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// Where it stands: bytes of the text, end exclusive, on character
    /// boundaries.
    pub span: Span,
    /// What it names.
    pub kind: Type,
    /// The tag a learned suggestion was accepted under, when that is not the
    /// default tag of `kind`.
    pub tag: Option<Id>,
    /// Where it comes from.
    pub source: Source,
    /// How likely it is right, from 0 to 1.
    pub confidence: f32,
    /// Which thing it names, where that is known. Mentions with the same id
    /// are mentions of one thing.
    pub canonical: Option<Arc<Canonical>>,
    /// Why it was made.
    pub reason: Arc<Reason>,
}

impl Suggestion {
    /// The id of the tag a mark made of it would carry.
    pub fn tag_id(&self) -> Id {
        self.tag
            .clone()
            .unwrap_or_else(|| Id::new(self.kind.tag_id()))
    }
}

/// The thing a mention names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Canonical {
    /// The id of a list entry (`sdf`), of a place (`place:…`), or one made for
    /// the document (`doc:…`).
    pub id: Arc<str>,
    /// Its usual name in Arabic.
    pub name: Arc<str>,
    /// Its name in Latin letters, where a list has it.
    pub latin: Option<Arc<str>>,
}

/// The rule that made a suggestion, in words a person can follow.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reason {
    /// Names the message `why-<rule>`, which may use `{ $detail }`.
    pub rule: &'static str,
    /// The list entry, head or cue word the rule went by.
    pub detail: Arc<str>,
}
