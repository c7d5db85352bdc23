//! The graphemes of a line in reading order, each with its place.

use super::layout::ParagraphLayout;
use crate::model::Span;

/// One grapheme on a line.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Grapheme {
    /// Bytes of the paragraph.
    pub span: Span,
    /// Left edge, points from the left of the column.
    pub x0: f32,
    /// Right edge, points from the left of the column.
    pub x1: f32,
    /// Whether it reads from right to left (its level on the line, UAX #9).
    pub rtl: bool,
}

impl ParagraphLayout {
    /// The graphemes of a line in reading order, with the white space that
    /// hangs at its end; none for a line that is not there.
    pub fn graphemes(&self, line: usize) -> impl Iterator<Item = Grapheme> + '_ {
        let cells = self
            .lines()
            .get(line)
            .map_or(0..0, |line| line.cells.clone());
        cells.map(|index| {
            let placed = self.placed(index);
            let shaped = self.shaped();
            Grapheme {
                span: Span {
                    start: shaped.cell_byte(index),
                    end: shaped.cell_byte(index + 1),
                },
                x0: placed.x,
                x1: placed.x + placed.width,
                rtl: placed.level & 1 == 1,
            }
        })
    }
}
