//! Finding the place of a mark in its text again.
//!
//! Offsets are believed when the words stand there. If not (a text edited by
//! hand, a file from a program that counts otherwise), the words are searched
//! near the place, then everywhere.
//!
//! **Invariant:** a place that is returned holds exactly the quoted words.

use super::file_records::FileSpan;
use crate::model::{OffsetTable, Span};
use std::sync::Arc;

/// How many bytes around the expected place are searched first.
const NEAR_BYTES: usize = 4096;
/// How many bytes are read in all for searches of whole texts: a thousand
/// lost marks must not turn opening a long document into minutes.
const FAR_BUDGET_BYTES: usize = 1 << 30;

/// Finds places in one text. Copies share it.
#[derive(Clone)]
pub(super) struct Anchors {
    text: Arc<str>,
    offsets: Arc<OffsetTable>,
    /// By how many bytes the last place found elsewhere was off.
    shift: isize,
    budget: usize,
}

/// What came of looking for a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Anchored {
    /// It is where the file says.
    There(Span),
    /// Its words are elsewhere; the new first code point.
    Moved(Span, usize),
    /// Its words are nowhere.
    Lost,
}

impl Anchors {
    pub(super) fn new(text: Arc<str>) -> Self {
        Self {
            offsets: Arc::new(OffsetTable::new(&text)),
            text,
            shift: 0,
            budget: FAR_BUDGET_BYTES,
        }
    }

    pub(super) fn find(&mut self, place: &FileSpan) -> Anchored {
        let start = self.offsets.byte_of_code_point(place.start);
        let end = self.offsets.byte_of_code_point(place.end);
        let stated = match (start, end) {
            (Some(start), Some(end)) if start <= end => Some(Span::new(start, end)),
            _ => None,
        };
        let Some(quote) = &place.quote else {
            return stated.map_or(Anchored::Lost, Anchored::There);
        };
        if let Some(span) = stated
            && span.of(&self.text) == Some(quote)
        {
            return Anchored::There(span);
        }
        if quote.is_empty() {
            return Anchored::Lost;
        }
        let expected = start.unwrap_or(self.text.len());
        match self.search(quote, expected) {
            Some(found) => {
                self.shift = found as isize - expected as isize;
                let span = Span::new(found, found + quote.len());
                Anchored::Moved(span, self.offsets.code_point_of_byte(found))
            }
            None => Anchored::Lost,
        }
    }

    fn search(&mut self, quote: &str, expected: usize) -> Option<usize> {
        let shifted = expected.saturating_add_signed(self.shift);
        if self
            .text
            .get(shifted..)
            .is_some_and(|rest| rest.starts_with(quote))
        {
            return Some(shifted);
        }
        let from = self
            .text
            .floor_char_boundary(expected.saturating_sub(NEAR_BYTES));
        let to = self
            .text
            .ceil_char_boundary((expected + quote.len() + NEAR_BYTES).min(self.text.len()));
        if let Some(found) = nearest(&self.text, from..to, quote, expected) {
            return Some(found);
        }
        self.budget = self.budget.checked_sub(self.text.len())?;
        nearest(&self.text, 0..self.text.len(), quote, expected)
    }
}

/// The occurrence of the words in a part of the text that starts nearest to
/// the expected byte.
fn nearest(
    text: &str,
    part: std::ops::Range<usize>,
    quote: &str,
    expected: usize,
) -> Option<usize> {
    let start = part.start;
    text.get(part)?
        .match_indices(quote)
        .map(|(at, _)| start + at)
        .min_by_key(|at| at.abs_diff(expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(start: usize, end: usize, quote: &str) -> FileSpan {
        FileSpan {
            start,
            end,
            quote: Some(quote.to_owned()),
        }
    }

    #[test]
    fn the_words_decide() {
        let text = "قسد في قسد وقسد";
        let mut anchors = Anchors::new(text.into());
        assert_eq!(
            anchors.find(&place(0, 3, "قسد")),
            Anchored::There(Span::new(0, 6))
        );
        let second = Span::new(12, 18);
        assert_eq!(
            anchors.find(&place(6, 9, "قسد")),
            Anchored::Moved(second, 7)
        );
        assert_eq!(anchors.find(&place(0, 2, "غير")), Anchored::Lost);
        assert_eq!(anchors.find(&place(0, 99, "")), Anchored::Lost);
        assert_eq!(
            anchors.find(&place(3, 3, "")),
            Anchored::There(Span::new(6, 6))
        );
        let bare = FileSpan {
            start: 0,
            end: 1,
            quote: None,
        };
        assert_eq!(anchors.find(&bare), Anchored::There(Span::new(0, 2)));
        assert!(matches!(
            anchors.find(&place(900, 903, "قسد")),
            Anchored::Moved(..)
        ));
    }

    #[test]
    fn an_inserted_paragraph_moves_all_marks_alike() {
        let words: Vec<String> = (0..2000).map(|n| format!("w{n:04} same ")).collect();
        let old = words.concat();
        let new = format!("{}{old}", "new ".repeat(9000));
        let mut anchors = Anchors::new(new.as_str().into());
        for (at, _) in old.match_indices("same") {
            let found = anchors.find(&place(at, at + 4, "same"));
            // The first is found by searching; the others follow its shift.
            assert_eq!(
                found,
                Anchored::Moved(Span::new(at + 36_000, at + 36_004), at + 36_000)
            );
        }
    }
}
