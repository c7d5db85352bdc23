//! The pieces of a document that are laid out one by one.
//!
//! Nearly always a piece is a paragraph, a line of the file. A paragraph that
//! is very long is cut after spaces ([`text::layout_units`]), so that opening
//! a file that is one line of megabytes lays out only what is in sight.
//!
//! Invariant: the units of a paragraph tile it, and the units of all
//! paragraphs, in order, are the document without its separators.

use crate::model::Span;
use crate::text::{self, Direction};

/// Paragraphs up to this many bytes are never cut, and need not be asked.
const WHOLE: usize = 8 * 1024;

/// A paragraph that was cut.
#[derive(Clone, Debug)]
struct Cut {
    /// Its first and last unit.
    first: usize,
    last: usize,
    /// How many units more than paragraphs there are before it.
    surplus: usize,
    /// The direction of the first strong letter of the whole paragraph.
    strong: Option<Direction>,
}

/// All units of a document, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    spans: Vec<Span>,
    cuts: Vec<Cut>,
}

impl Units {
    /// Cuts a document.
    pub(super) fn new(text: &str) -> Self {
        let mut units = Self::default();
        for paragraph in text::paragraphs(text) {
            let words = paragraph.of(text).unwrap_or_default();
            let parts = if words.len() > WHOLE {
                text::layout_units(words)
            } else {
                Vec::new()
            };
            if parts.len() < 2 {
                units.spans.push(paragraph);
                continue;
            }
            let first = units.spans.len();
            let surplus = units.cuts.last().map_or(0, Cut::surplus_after);
            units.spans.extend(
                parts.iter().map(|part| {
                    Span::new(paragraph.start + part.start, paragraph.start + part.end)
                }),
            );
            units.cuts.push(Cut {
                first,
                last: units.spans.len() - 1,
                surplus,
                strong: text::first_strong(words),
            });
        }
        units
    }

    /// All units: bytes of the document.
    pub(super) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The cut paragraph this unit is a part of, or the last one before it.
    fn cut_before(&self, index: usize) -> Option<&Cut> {
        let after = self.cuts.partition_point(|cut| cut.first <= index);
        self.cuts.get(after.checked_sub(1)?)
    }

    fn cut(&self, index: usize) -> Option<&Cut> {
        self.cut_before(index).filter(|cut| index <= cut.last)
    }

    /// Whether this unit goes on with the paragraph of the one before.
    pub(super) fn is_continued(&self, index: usize) -> bool {
        self.cut(index).is_some_and(|cut| index > cut.first)
    }

    /// Whether the paragraph of this unit goes on in the next.
    pub(super) fn goes_on(&self, index: usize) -> bool {
        self.cut(index).is_some_and(|cut| index < cut.last)
    }

    /// The number of the paragraph this unit is a part of, counted from 0.
    pub(super) fn paragraph(&self, index: usize) -> usize {
        match self.cut_before(index) {
            None => index,
            Some(cut) if index <= cut.last => cut.first - cut.surplus,
            Some(cut) => index - cut.surplus_after(),
        }
    }

    /// The first and the last unit of the paragraph that `index` is a part of.
    pub(super) fn paragraph_units(&self, index: usize) -> (usize, usize) {
        self.cut(index)
            .map_or((index, index), |cut| (cut.first, cut.last))
    }

    /// The direction of the first strong letter of the paragraph that a unit is
    /// a part of; `words` is the unit's text.
    pub(super) fn strong(&self, index: usize, words: &str) -> Option<Direction> {
        self.cut(index)
            .map_or_else(|| text::first_strong(words), |cut| cut.strong)
    }
}

impl Cut {
    fn surplus_after(&self) -> usize {
        self.surplus + self.last - self.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paragraphs_are_cut_and_keep_their_number() {
        let long = "كلمة ".repeat(20_000);
        let text = format!("أول\n{long}\nثالث\n123 {long}\n\nسادس");
        let units = Units::new(&text);
        let count = units.spans().len();
        assert!(count > 12, "{count}");
        let mut numbers: Vec<usize> = (0..count).map(|index| units.paragraph(index)).collect();
        assert!(numbers.is_sorted());
        numbers.dedup();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5]);
        assert!(!units.is_continued(0) && !units.is_continued(1) && units.is_continued(2));
        let (first, last) = units.paragraph_units(2);
        assert_eq!(first, 1);
        assert!(units.goes_on(first) && !units.goes_on(last));
        assert_eq!(units.strong(0, "abc"), Some(Direction::LeftToRight));
        assert_eq!(units.strong(last, "abc"), Some(Direction::RightToLeft));
    }

    #[test]
    fn units_tile_their_paragraphs() {
        let text = "ا".repeat(200_000);
        let units = Units::new(&text);
        let mut at = 0;
        for span in units.spans() {
            assert_eq!(span.start, at);
            at = span.end;
        }
        assert_eq!(at, text.len());
    }
}
