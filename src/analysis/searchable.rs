//! A text kept ready for searching.
//!
//! Here: the folded forms of a text, made when they are first needed and kept
//! while one types. Not here: the search.
//!
//! **Invariant:** the forms belong to this text and no other.

use std::sync::OnceLock;

use crate::language::fold::fold_joined;
use crate::language::letters::{TATWEEL, is_double_quote, is_invisible, is_mark, is_space};
use crate::language::lines::line_at;
use crate::language::{Folded, Level, fold};
use crate::model::Span;

/// A text with its folded forms. Keep one for a document that is searched
/// while the query is typed; [`find`](super::find) makes one for itself.
#[derive(Debug)]
pub struct Searchable<T> {
    text: T,
    marks: OnceLock<Folded>,
    letters: OnceLock<Folded>,
    joined: OnceLock<Vec<(Span, Folded)>>,
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

    /// The lines in which a tatweel leaves a gap after a clitic, folded to
    /// letters with the gap closed.
    pub(super) fn joined(&self) -> &[(Span, Folded)] {
        self.joined.get_or_init(|| {
            lines_with_gaps(self.text())
                .into_iter()
                .map(|line| (line, fold_joined(line.of(self.text()).unwrap_or_default())))
                .collect()
        })
    }
}

/// The lines in which a quotation mark or a space stands after a tatweel.
fn lines_with_gaps(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, tatweel) in text.match_indices(TATWEEL) {
        if found.last().is_some_and(|line| at < line.end) {
            continue;
        }
        let after = text.get(at + tatweel.len()..).unwrap_or_default();
        let is_gap = after
            .chars()
            .find(|c| *c != TATWEEL && !is_mark(*c) && !is_invisible(*c))
            .is_some_and(|c| is_double_quote(c) || is_space(c));
        if is_gap {
            found.push(line_at(text, at));
        }
    }
    found
}
