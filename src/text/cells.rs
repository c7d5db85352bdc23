//! A shaped paragraph: what is known of it before any width is.
//!
//! A cell is one grapheme: the unit a caret steps over and a highlight
//! covers. An atom is the smallest group of cells whose glyphs belong to no
//! other cell: usually one, two or more for a ligature. Lines break only
//! between atoms.
//!
//! **Invariant:** cells tile the text in reading order, the last entry of
//! `cells` is a sentinel at its end, and the glyphs of an atom are stored
//! from left to right.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::direction::Direction;
use super::fonts::{FontId, TextStyle, VerticalMetrics};
use super::reshape::Piece;

/// Properties of a cell.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct CellFlags(u16);

impl CellFlags {
    pub(super) const NONE: Self = Self(0);
    /// The cell begins an atom.
    pub(super) const ATOM: Self = Self(1);
    /// A line may break before the cell (UAX #14).
    pub(super) const SOFT_BREAK: Self = Self(1 << 1);
    /// A line must break after the cell.
    pub(super) const BREAK_AFTER: Self = Self(1 << 2);
    /// At the end of a line the cell hangs over the edge.
    pub(super) const HANGS: Self = Self(1 << 3);
    /// White space and isolate controls, which rule L1 resets at a line's end.
    pub(super) const SPACE: Self = Self(1 << 4);
    /// A segment or paragraph separator, which rule L1 resets everywhere.
    pub(super) const SEPARATOR: Self = Self(1 << 5);
    /// A tab.
    pub(super) const TAB: Self = Self(1 << 6);
    /// A word begins or ends before the cell (UAX #29).
    pub(super) const WORD_EDGE: Self = Self(1 << 7);
    /// A line never breaks before the cell, whatever its width: the alef of
    /// lam-alef, which is drawn as half of one sign.
    pub(super) const HELD: Self = Self(1 << 8);
    /// Where a word too long for any line is broken rather than between other
    /// letters: in an address, after a no-break space.
    pub(super) const SEAM: Self = Self(1 << 12);

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Self, on: bool) -> Self {
        if on {
            Self(self.0 | other.0)
        } else {
            Self(self.0 & !other.0)
        }
    }
}

/// One grapheme.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Cell {
    /// Where it begins in the text, bytes.
    pub(super) byte: u32,
    /// Points; 0 for a tab, whose width depends on the line.
    pub(super) width: f32,
    /// Where the glyphs of its atom begin; for the other cells of an atom,
    /// where they end.
    pub(super) glyphs: u32,
    pub(super) flags: CellFlags,
    /// Bidi level before the line is known (UAX #9, up to rule I2).
    pub(super) level: u8,
    pub(super) font: FontId,
}

/// One glyph of an atom.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Glyph {
    pub(super) id: u16,
    /// Bytes from the start of the atom to the grapheme it belongs to.
    pub(super) cluster: u16,
    /// Offset from the pen, points.
    pub(super) x: f32,
    /// Offset from the baseline, points, downwards.
    pub(super) y: f32,
    /// Points.
    pub(super) advance: f32,
}

/// Cells and their glyphs.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Cells {
    pub(super) cells: Vec<Cell>,
    pub(super) glyphs: Vec<Glyph>,
}

impl Cells {
    /// The glyphs stored at a cell: all those of its atom if it begins one,
    /// otherwise none.
    pub(super) fn glyphs_at(&self, index: usize) -> &[Glyph] {
        let (Some(cell), Some(next)) = (self.cells.get(index), self.cells.get(index + 1)) else {
            return &[];
        };
        if !cell.flags.has(CellFlags::ATOM) {
            return &[];
        }
        self.glyphs
            .get(cell.glyphs as usize..next.glyphs as usize)
            .unwrap_or(&[])
    }
}

/// A paragraph after analysis and shaping, independent of any width. Colours,
/// highlights and widths cannot change it.
pub struct ShapedParagraph {
    pub(super) text: Arc<str>,
    pub(super) style: TextStyle,
    pub(super) direction: Direction,
    pub(super) data: Cells,
    pub(super) metrics: VerticalMetrics,
    /// Width of a space in points: the unit of tab stops.
    pub(super) space: f32,
    /// Words that look different at the start of a line, by their first cell;
    /// `None` where they were found to look the same.
    pub(super) pieces: Mutex<BTreeMap<u32, Option<Arc<Piece>>>>,
}

impl std::fmt::Debug for ShapedParagraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShapedParagraph")
            .field("text", &self.text)
            .field("style", &self.style)
            .field("direction", &self.direction)
            .finish_non_exhaustive()
    }
}

impl ShapedParagraph {
    /// The direction the paragraph reads in.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The text, byte for byte as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The style it was shaped with.
    pub fn style(&self) -> TextStyle {
        self.style
    }

    /// Width in points when it is not wrapped.
    pub fn width(&self) -> f32 {
        let mut width = 0.0_f64;
        for cell in self.data.cells.iter().take(self.cell_count()) {
            width += if cell.flags.has(CellFlags::TAB) {
                f64::from(self.tab_width(width as f32))
            } else {
                f64::from(cell.width)
            };
        }
        width as f32
    }

    /// Ascent and descent of the first face, in points.
    pub fn vertical_metrics(&self) -> VerticalMetrics {
        self.metrics
    }

    /// Memory held for cells and glyphs, in bytes.
    pub fn memory(&self) -> usize {
        self.data.cells.capacity() * size_of::<Cell>()
            + self.data.glyphs.capacity() * size_of::<Glyph>()
            + self.text.len()
    }

    /// The number of graphemes.
    pub fn cell_count(&self) -> usize {
        self.data.cells.len().saturating_sub(1)
    }

    /// Where a grapheme begins, in bytes; the end of the text past the last.
    pub(super) fn cell_byte(&self, index: usize) -> usize {
        self.data
            .cells
            .get(index)
            .map_or(self.text.len(), |cell| cell.byte as usize)
    }

    /// The cell that holds the byte; the cell count for the end of the text.
    pub(super) fn cell_at_or_end(&self, byte: usize) -> usize {
        if byte >= self.text.len() {
            return self.cell_count();
        }
        self.data
            .cells
            .partition_point(|cell| cell.byte as usize <= byte)
            .saturating_sub(1)
    }

    pub(super) fn flags(&self, index: usize) -> CellFlags {
        self.data
            .cells
            .get(index)
            .map_or(CellFlags::NONE, |cell| cell.flags)
    }

    pub(super) fn breaks_after(&self, index: usize) -> bool {
        self.flags(index).has(CellFlags::BREAK_AFTER)
    }

    pub(super) fn base_level(&self) -> u8 {
        self.direction.level()
    }

    /// The width of a tab that begins at `x`, points from the line's start:
    /// to the next multiple of eight spaces, but never less than half a space.
    pub(super) fn tab_width(&self, x: f32) -> f32 {
        let stop = self.space * 8.0;
        if stop <= 0.0 {
            return 0.0;
        }
        let width = stop - x.rem_euclid(stop);
        if width < self.space / 2.0 {
            width + stop
        } else {
            width
        }
    }
}
