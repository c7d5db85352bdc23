//! A paragraph broken into lines: the one thing that answers questions about
//! positions.

use std::sync::Arc;

use super::cells::{CellFlags, Glyph, ShapedParagraph};
use super::fonts::FontId;
use super::lines::Line;

/// Places closer than this, in points, are the same place.
pub(super) const SAME_X: f32 = 1.0 / 64.0;

/// Where a cell stands.
#[derive(Copy, Clone, PartialEq, Debug, Default)]
pub(super) struct Placed {
    /// Left edge, points.
    pub(super) x: f32,
    /// Points.
    pub(super) width: f32,
    /// Bidi level on its line.
    pub(super) level: u8,
}

/// A glyph and where to paint it.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct PositionedGlyph {
    /// The face.
    pub font: FontId,
    /// Glyph index in the face.
    pub glyph: u16,
    /// The glyph's origin in points from the left edge of the column.
    pub x: f32,
    /// The glyph's baseline in points from the top of the paragraph, y down.
    pub y: f32,
    /// How far the glyph moves the pen, in points.
    pub advance: f32,
    /// Where the grapheme it belongs to begins, in bytes.
    pub cluster: usize,
}

/// A paragraph broken into lines.
#[derive(Clone, Debug)]
pub struct ParagraphLayout {
    shaped: Arc<ShapedParagraph>,
    lines: Vec<Line>,
    placed: Vec<Placed>,
    width: f32,
}

impl ParagraphLayout {
    pub(super) fn new(
        shaped: Arc<ShapedParagraph>,
        lines: Vec<Line>,
        placed: Vec<Placed>,
        width: f32,
    ) -> Self {
        Self {
            shaped,
            lines,
            placed,
            width,
        }
    }

    /// The paragraph this is a layout of.
    pub fn shaped(&self) -> &Arc<ShapedParagraph> {
        &self.shaped
    }

    /// The lines from top to bottom; there is always one.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Height of all lines in points.
    pub fn height(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| line.bottom)
    }

    /// The width it was broken to, in points; infinity for one line.
    pub fn width(&self) -> f32 {
        self.width
    }

    /// Width in points of the widest line, hanging space left out.
    pub fn content_width(&self) -> f32 {
        self.lines
            .iter()
            .map(|line| line.x1 - line.x0)
            .fold(0.0, f32::max)
    }

    /// Every glyph, line by line, from left to right.
    pub fn glyphs(&self) -> impl Iterator<Item = PositionedGlyph> + '_ {
        (0..self.lines.len()).flat_map(|line| self.line_glyphs(line))
    }

    /// The glyphs of one line from left to right.
    pub fn line_glyphs(&self, line: usize) -> impl Iterator<Item = PositionedGlyph> + '_ {
        self.lines.get(line).into_iter().flat_map(move |line| {
            line.runs
                .iter()
                .enumerate()
                .flat_map(move |(run, _)| self.run_glyphs(line, run))
        })
    }

    /// The glyphs of one visual run of a line from left to right.
    pub fn run_glyphs<'a>(
        &'a self,
        line: &'a Line,
        run: usize,
    ) -> impl Iterator<Item = PositionedGlyph> + 'a {
        line.runs.get(run).into_iter().flat_map(move |run| {
            let rtl = run.level & 1 == 1;
            let cells = run.cells.clone();
            let count = cells.len();
            (0..count).flat_map(move |step| {
                let index = if rtl {
                    cells.end - 1 - step
                } else {
                    cells.start + step
                };
                self.atom_glyphs(line, index, rtl, cells.end, run.font)
            })
        })
    }

    /// The glyphs of the atom that begins at a cell, if one does.
    fn atom_glyphs<'a>(
        &'a self,
        line: &'a Line,
        index: usize,
        rtl: bool,
        run_end: usize,
        font: FontId,
    ) -> impl Iterator<Item = PositionedGlyph> + 'a {
        let of_piece = line.instead(index).and_then(|piece| piece.glyphs_at(index));
        let glyphs: &[Glyph] = of_piece.unwrap_or_else(|| self.shaped.data.glyphs_at(index));
        // An atom's left edge is that of its last cell where it reads from
        // right to left.
        let mut edge = index;
        if rtl && !glyphs.is_empty() {
            while edge + 1 < run_end && !self.cell_flags(line, edge + 1).has(CellFlags::ATOM) {
                edge += 1;
            }
        }
        let byte = self.shaped.cell_byte(index);
        let mut pen = self.placed(edge).x;
        glyphs.iter().map(move |glyph| {
            let x = pen + glyph.x;
            pen += glyph.advance;
            PositionedGlyph {
                font,
                glyph: glyph.id,
                x,
                y: line.baseline + glyph.y,
                advance: glyph.advance,
                cluster: byte + usize::from(glyph.cluster),
            }
        })
    }

    fn cell_flags(&self, line: &Line, index: usize) -> CellFlags {
        line.instead(index)
            .and_then(|piece| piece.cell(index))
            .map_or_else(|| self.shaped.flags(index), |cell| cell.flags)
    }

    pub(super) fn placed(&self, index: usize) -> Placed {
        self.placed.get(index).copied().unwrap_or_default()
    }

    /// The line a cell is on.
    pub(super) fn line_of_cell(&self, index: usize) -> usize {
        self.lines
            .partition_point(|line| line.cells.end <= index)
            .min(self.lines.len().saturating_sub(1))
    }

    /// Upper and lower edge of the face on a line, in points.
    pub(super) fn line_extent(&self, line: usize) -> (f32, f32) {
        let metrics = self.shaped.metrics;
        let baseline = self.lines.get(line).map_or(0.0, |line| line.baseline);
        (baseline - metrics.ascent, baseline + metrics.descent)
    }
}
