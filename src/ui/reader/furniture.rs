//! Lines of a page that are no part of its article, to be dimmed.
//!
//! Invariant: a long text is never read through for this where it is drawn;
//! until that has been done in the background, with the suggestions, each line
//! is judged by itself when it comes into sight.

use std::collections::{BTreeSet, HashMap};

use crate::language::title::{LineKind, is_boilerplate, line_kinds};
use crate::model::Span;

/// Longer texts (bytes) are not read through in one frame: lines that repeat an
/// earlier one are dimmed when that is known from elsewhere.
const ARTICLE: usize = 256 * 1024;
/// Longer lines (bytes) are no page furniture.
const LONGEST_LINE: usize = 4096;
/// Judgements kept for a long text.
const KEPT: usize = 4096;

/// Which lines of one text are furniture.
#[derive(Debug, Default)]
pub(super) struct Furniture {
    /// Where they begin (bytes), when the whole text was read.
    known: Option<BTreeSet<usize>>,
    judged: HashMap<usize, bool>,
}

impl Furniture {
    /// Reads an article; a long text is only kept in mind.
    pub(super) fn of(text: &str) -> Self {
        let known = (text.len() <= ARTICLE).then(|| {
            line_kinds(text)
                .into_iter()
                .filter(|(_, kind)| *kind == LineKind::Boilerplate)
                .map(|(line, _)| line.start)
                .collect()
        });
        Self {
            known,
            judged: HashMap::new(),
        }
    }

    /// Whether the line `words` that begins at byte `start` is to be dimmed.
    /// `found` are the lines of a long text that are, when they are known.
    pub(super) fn holds(&mut self, start: usize, words: &str, found: Option<&[Span]>) -> bool {
        if let Some(known) = &self.known {
            return known.contains(&start);
        }
        if let Some(found) = found {
            return found
                .binary_search_by_key(&start, |line| line.start)
                .is_ok();
        }
        if words.is_empty() || words.len() > LONGEST_LINE {
            return false;
        }
        if self.judged.len() > KEPT {
            self.judged.clear();
        }
        *self
            .judged
            .entry(start)
            .or_insert_with(|| is_boilerplate(words))
    }
}
