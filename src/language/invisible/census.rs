//! How many of each invisible character a text has.
//!
//! **Invariant:** one row for each kind and character, gravest to read first:
//! in the order of [`Hidden`], the commonest before the others.

use std::collections::BTreeMap;

use super::characters::{Hidden, HiddenCharacter, hidden_characters};
use crate::model::Span;

/// One kind of invisible character in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CensusRow {
    /// Its kind.
    pub what: Hidden,
    /// The character (of CR LF the first).
    pub character: char,
    /// Whether it is CR LF together.
    pub pair: bool,
    /// How many there are.
    pub count: usize,
}

impl CensusRow {
    /// Whether this is what the row counts.
    fn counts(&self, text: &str, found: &HiddenCharacter) -> bool {
        found.what == self.what && key(text, found) == Some((self.character, self.pair))
    }
}

/// A stretch of text that is looked through at a time, bytes.
const STRETCH: usize = 64 * 1024;

/// Counts what is not seen in a text. Line feeds, which every text has, are
/// left out.
pub fn census(text: &str) -> Vec<CensusRow> {
    let mut counts: BTreeMap<(Hidden, char, bool), usize> = BTreeMap::new();
    for stretch in stretches(text, 0) {
        for found in hidden_characters(text, stretch) {
            if let Some((c, pair)) = key(text, &found)
                && c != '\n'
            {
                *counts.entry((found.what, c, pair)).or_default() += 1;
            }
        }
    }
    let mut rows: Vec<CensusRow> = counts
        .into_iter()
        .map(|((what, character, pair), count)| CensusRow {
            what,
            character,
            pair,
            count,
        })
        .collect();
    rows.sort_by_key(|row| (row.what, std::cmp::Reverse(row.count), row.character));
    rows
}

/// The next place in a text of what a row counts, after byte `after`; the
/// first when there is none.
pub fn next_of(text: &str, row: &CensusRow, after: usize) -> Option<Span> {
    let find = |from: usize| {
        stretches(text, from).find_map(|stretch| {
            hidden_characters(text, stretch)
                .into_iter()
                .find(|found| row.counts(text, found))
                .map(|found| found.span)
        })
    };
    find(text.floor_char_boundary(after)).or_else(|| find(0))
}

fn key(text: &str, found: &HiddenCharacter) -> Option<(char, bool)> {
    let part = found.span.of(text)?;
    Some((part.chars().next()?, part == "\r\n"))
}

/// The text from byte `from` on in pieces that never part CR from LF.
fn stretches(text: &str, from: usize) -> impl Iterator<Item = Span> + '_ {
    let mut start = from;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let mut end = text.floor_char_boundary(start + STRETCH);
        if text.get(end..).is_some_and(|rest| rest.starts_with('\n')) {
            end += 1;
        }
        let stretch = Span::new(start, end);
        start = end;
        Some(stretch)
    })
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not there"
)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_counted_once() {
        let text = "a\u{A0}b\u{A0}\u{202E}c\r\nd\n\u{A0}ـ\r\n";
        let rows: Vec<(Hidden, char, usize)> = census(text)
            .iter()
            .map(|row| (row.what, row.character, row.count))
            .collect();
        assert_eq!(
            rows,
            [
                (Hidden::Direction, '\u{202E}', 1),
                (Hidden::NoBreak, '\u{A0}', 3),
                (Hidden::Tatweel, 'ـ', 1),
                (Hidden::LineEnd, '\r', 2),
            ]
        );
    }

    #[test]
    fn places_are_gone_through_in_a_ring() {
        let text = "a\u{A0}b\u{A0}c";
        let row = census(text)[0];
        let first = next_of(text, &row, 0).unwrap();
        let second = next_of(text, &row, first.end).unwrap();
        assert_eq!((first.start, second.start), (1, 4));
        assert_eq!(next_of(text, &row, second.end), Some(first));
        assert_eq!(next_of("abc", &row, 0), None);
    }

    #[test]
    fn long_texts_are_read_in_stretches() {
        let text = "ab\r\n".repeat(50_000);
        assert_eq!(census(&text)[0].count, 50_000);
        assert!(census(&"\u{300}".repeat(200_000))[0].count > 0);
    }
}
