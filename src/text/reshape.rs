//! Words that look different at the start of a line.
//!
//! A face may have rules that look past a space: in Amiri the kaf after a
//! word that ends in teh marbuta is drawn narrower. When a line breaks
//! between the two, nothing stands before the kaf any more, and the word has
//! to be shaped again without its neighbour.

use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use super::cells::{Cell, CellFlags, Cells, Glyph, ShapedParagraph};
use super::direction::{BaseDirection, Direction};
use super::fonts::FontSet;
use super::shape::TextEngine;

/// The cells of one word, shaped as if nothing came before it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Piece {
    start: usize,
    cells: Cells,
}

/// A word longer than this, in cells, keeps its shape: it would be cut inside
/// and its letters would come apart.
const LONGEST_WORD: usize = 64;

/// The engine for the few words that are shaped again. Lines are broken by
/// whoever holds the paragraph, and that is not always whoever holds an
/// engine.
static ENGINE: LazyLock<Mutex<TextEngine>> = LazyLock::new(|| Mutex::new(TextEngine::new()));

impl Piece {
    /// These cells, the first of them with this index in the paragraph; the
    /// last is a sentinel.
    pub(super) fn new(start: usize, cells: Cells) -> Self {
        Self { start, cells }
    }

    /// Its cells in the paragraph.
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.cells.cells.len().saturating_sub(1)
    }

    /// Points.
    pub(super) fn width(&self) -> f64 {
        let cells = self.cells.cells.iter();
        cells.map(|cell| f64::from(cell.width)).sum()
    }

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
    /// a line. Each word is looked at once and remembered.
    pub(super) fn piece_at(&self, start: usize) -> Option<Arc<Piece>> {
        let first = self.data.cells.get(start)?;
        let before = self.data.cells.get(start.checked_sub(1)?)?;
        // Another face or direction is another run: no rule looks across. A
        // word broken for want of room keeps the joined shapes of its letters.
        if !FontSet::looks_past_spaces(first.font)
            || !first.flags.has(CellFlags::SOFT_BREAK)
            || !before.flags.has(CellFlags::HANGS)
            || before.font != first.font
            || before.level != first.level
        {
            return None;
        }
        let key = start as u32;
        let known =
            |map: &std::collections::BTreeMap<u32, Option<Arc<Piece>>>| map.get(&key).cloned();
        if let Some(found) = known(&self.pieces.lock().unwrap_or_else(PoisonError::into_inner)) {
            return found;
        }
        let piece = self.shape_piece(start).map(Arc::new);
        self.pieces
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, piece.clone());
        piece
    }

    fn shape_piece(&self, start: usize) -> Option<Piece> {
        // The word itself, and the one after it: what a rule may look ahead to.
        let end = self.word_end(start)?;
        let ahead = self.word_end(end).unwrap_or(end);
        let from = self.cell_byte(start);
        let word = self.text.get(from..self.cell_byte(ahead))?;
        let level = self.data.cells.get(start)?.level;
        let shaped = ENGINE.lock().unwrap_or_else(PoisonError::into_inner).shape(
            word,
            BaseDirection::Fixed(Direction::of_level(level)),
            self.style,
        );
        let count = end - start;
        let same = (0..count).all(|at| {
            shaped.cell_byte(at) + from == self.cell_byte(start + at)
                && shaped.data.cells.get(at).map(|cell| cell.width)
                    == self.data.cells.get(start + at).map(|cell| cell.width)
                && shaped.data.glyphs_at(at) == self.data.glyphs_at(start + at)
        });
        if same {
            return None;
        }
        let mut cells: Vec<Cell> = shaped.data.cells.get(..=count)?.to_vec();
        for (at, cell) in cells.iter_mut().enumerate() {
            let original = self.data.cells.get(start + at)?;
            // Where graphemes part differently, nothing can be put in place.
            if cell.byte as usize + from != original.byte as usize || cell.font != original.font {
                return None;
            }
            let atom = cell.flags.has(CellFlags::ATOM);
            *cell = Cell {
                byte: original.byte,
                flags: original.flags.with(CellFlags::ATOM, atom),
                level: original.level,
                ..*cell
            };
        }
        let glyphs = cells.last()?.glyphs as usize;
        Some(Piece {
            start,
            cells: Cells {
                cells,
                glyphs: shaped.data.glyphs.get(..glyphs)?.to_vec(),
            },
        })
    }

    /// The cell at which the word that begins at a cell ends: the next place
    /// a line may break.
    fn word_end(&self, start: usize) -> Option<usize> {
        let count = self.cell_count();
        (start + 1..=count.min(start + LONGEST_WORD)).find(|&index| {
            let flags = self.flags(index);
            index == count || flags.has(CellFlags::SOFT_BREAK) && flags.has(CellFlags::ATOM)
        })
    }
}
