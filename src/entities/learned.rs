//! What a project has learned from its analysts' decisions.

use super::{Canonical, Type};
use crate::model::Id;

/// The learned dictionary.
#[derive(Clone, Default, Debug)]
pub struct Learned;

/// A learned name that begins at a word.
#[derive(Clone, PartialEq, Debug)]
pub struct LearnedMatch {
    /// Number of words it takes.
    pub words: usize,
    /// What it names.
    pub kind: Type,
    /// Its tag, when that is not the default one of `kind`.
    pub tag: Option<Id>,
    /// The thing it names.
    pub canonical: Option<Canonical>,
    /// Why, in the words of the message `why-learned`.
    pub detail: String,
}

impl Learned {
    /// The longest learned name that begins with the first of `words` (folded
    /// at [`Level::Letters`](crate::language::Level), clitics cut off);
    /// `previous` is the folded word before it.
    pub fn longest(&self, _words: &[&str], _previous: Option<&str>) -> Option<LearnedMatch> {
        None
    }

    /// Whether the analysts have rejected this surface (folded) as `kind`, in
    /// this document or everywhere.
    pub fn suppresses(&self, _document: Option<&Id>, _surface: &str, _kind: Type) -> bool {
        false
    }
}
