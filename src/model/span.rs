//! A place in a text.
//!
//! Only the range itself lives here; whether it fits a certain text is
//! checked by [`Project::apply`](super::Project::apply).
//!
//! **Invariant:** a span made by [`Span::new`] has `start <= end`.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A range of bytes on character boundaries, end exclusive.
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
pub struct Span {
    /// First byte.
    #[serde(rename = "byte_start")]
    pub start: usize,
    /// The byte after the last one.
    #[serde(rename = "byte_end")]
    pub end: usize,
}

impl Span {
    /// The span between two byte offsets, given in either order.
    pub fn new(a: usize, b: usize) -> Self {
        Self {
            start: a.min(b),
            end: a.max(b),
        }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte: a caret position.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the byte at this offset lies in the span (end exclusive).
    pub fn contains(self, byte: usize) -> bool {
        self.start <= byte && byte < self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// Whether the two spans share a byte, or one is empty and lies within
    /// the other or on its edge.
    pub fn touches(self, other: Self) -> bool {
        if self.is_empty() || other.is_empty() {
            self.start <= other.end && other.start <= self.end
        } else {
            self.overlaps(other)
        }
    }

    /// Whether the whole of the other span lies in this one.
    pub fn contains_span(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The part both spans share, if they share a byte.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// The words at this place, or nothing if the span does not fit the text.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_exclusive_and_ordered() {
        let span = Span::new(7, 3);
        assert_eq!((span.start, span.end, span.len()), (3, 7, 4));
        assert!(span.contains(3) && span.contains(6) && !span.contains(7));
        assert!(!span.overlaps(Span::new(7, 9)));
        assert!(span.overlaps(Span::new(6, 9)));
        assert!(span.contains_span(Span::new(3, 7)));
        assert_eq!(span.intersection(Span::new(5, 99)), Some(Span::new(5, 7)));
        assert_eq!(span.intersection(Span::new(7, 9)), None);
    }

    #[test]
    fn empty_spans_touch_edges_but_overlap_nothing() {
        let point = Span::new(7, 7);
        assert!(point.is_empty());
        assert!(!point.overlaps(Span::new(3, 9)));
        assert!(point.touches(Span::new(3, 7)) && point.touches(Span::new(7, 9)));
        assert!(!point.touches(Span::new(8, 9)));
    }

    #[test]
    fn a_span_off_a_boundary_reads_nothing() {
        let text = "قسد";
        assert_eq!(Span::new(0, 2).of(text), Some("ق"));
        assert_eq!(Span::new(0, 1).of(text), None);
        assert_eq!(Span::new(0, 99).of(text), None);
    }
}
