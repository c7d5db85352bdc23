//! A text kept ready for searching.
//!
//! Here: the folded forms of a text, made when they are first needed and kept
//! while one types. Not here: the search.
//!
//! **Invariant:** the forms belong to this text and no other.

use std::sync::OnceLock;

use crate::language::fold::fold_joined;
use crate::language::letters::{TATWEEL, is_double_quote, is_mark, is_space};
use crate::language::{Folded, Level, fold};

/// A text with its folded forms. Keep one for a document that is searched
/// while the query is typed; [`find`](super::find) makes one for itself.
#[derive(Debug)]
pub struct Searchable<T> {
    text: T,
    marks: OnceLock<Folded>,
    letters: OnceLock<Folded>,
    joined: OnceLock<Option<Folded>>,
    loose: OnceLock<Folded>,
}

impl<T: AsRef<str>> Searchable<T> {
    /// Nothing is folded yet.
    pub fn new(text: T) -> Self {
        Self {
            text,
            marks: OnceLock::new(),
            letters: OnceLock::new(),
            joined: OnceLock::new(),
            loose: OnceLock::new(),
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.text.as_ref()
    }

    /// The text folded to `level`; nothing for [`Level::Exact`], where it is
    /// the text itself.
    pub(super) fn folded(&self, level: Level) -> Option<&Folded> {
        let form = match level {
            Level::Exact => return None,
            Level::Marks => &self.marks,
            Level::Letters => &self.letters,
            Level::Loose => &self.loose,
        };
        Some(form.get_or_init(|| fold(self.text(), level)))
    }

    /// The text folded to letters with clitics joined to what follows their
    /// tatweel; nothing when no tatweel leaves a gap.
    pub(super) fn joined(&self) -> Option<&Folded> {
        self.joined
            .get_or_init(|| has_gap(self.text()).then(|| fold_joined(self.text())))
            .as_ref()
    }
}

/// Whether a quotation mark or a space stands after a tatweel.
fn has_gap(text: &str) -> bool {
    text.match_indices(TATWEEL).any(|(at, tatweel)| {
        text.get(at + tatweel.len()..)
            .and_then(|rest| rest.chars().find(|c| *c != TATWEEL && !is_mark(*c)))
            .is_some_and(|c| is_double_quote(c) || is_space(c))
    })
}
