//! Lines: where they break, and where their cells stand.
//!
//! Breaking is greedy over the opportunities of UAX #14. White space at the
//! end of a line hangs over its edge; a word longer than the line is broken
//! between atoms, its letters keeping their joined shapes.

use std::ops::Range;
use std::sync::Arc;

use super::bidi::{line_levels, stretches, visual_order};
use super::cells::{Cell, CellFlags, ShapedParagraph};
use super::fonts::FontId;
use super::justify::{self, Row};
use super::layout::{ParagraphLayout, Placed};
use super::reshape::Piece;
use crate::model::Span;

/// Where lines stand in a column wider than they are.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Align {
    /// At the side where the paragraph begins: the right for Arabic.
    Start,
    /// In the middle.
    Center,
    /// At the side where the paragraph's lines end.
    End,
    /// At both sides: lines are filled, except where that would tear them and
    /// where the paragraph or a line separator ends them, which is as
    /// [`Align::Start`].
    Both(Fill),
}

/// What fills a line to both sides.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Fill {
    /// Wider spaces between words.
    Spaces,
    /// In paragraphs that read from right to left long joins between Arabic
    /// letters (kashida) and wider spaces; in others wider spaces. The joins
    /// are drawn and measured as part of the letter before them, and are no
    /// characters.
    Kashida,
}

/// How to break a paragraph into lines.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct LineOptions {
    /// Width of the column in points; infinity keeps everything on one line.
    /// Negative widths count as 0, a missing number as infinity.
    pub width: f32,
    /// Distance from one baseline to the next in points; 0 or less takes
    /// [`super::VerticalMetrics::line_height`].
    pub line_height: f32,
    /// Where lines stand in the column.
    pub align: Align,
}

/// Why a line ends.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum LineEnd {
    /// The next word did not fit.
    Soft,
    /// A line separator (U+2028, U+000B, U+000C) asks for it.
    Forced,
    /// The paragraph ends.
    Paragraph,
}

/// A stretch of one line with one direction and one face.
#[derive(Clone, PartialEq, Debug)]
pub struct LineRun {
    /// Bytes of the paragraph.
    pub span: Span,
    /// Bidi level on this line (UAX #9, after rule L1): odd reads from right
    /// to left.
    pub level: u8,
    /// The face.
    pub font: FontId,
    /// Left edge in points.
    pub x0: f32,
    /// Right edge in points.
    pub x1: f32,
    pub(super) cells: Range<usize>,
}

/// One line of a paragraph.
#[derive(Clone, Debug)]
pub struct Line {
    /// Bytes of the paragraph, with the white space that hangs at the end.
    pub span: Span,
    /// Upper edge in points from the top of the paragraph.
    pub top: f32,
    /// Baseline in points from the top of the paragraph.
    pub baseline: f32,
    /// Lower edge in points from the top of the paragraph.
    pub bottom: f32,
    /// Left edge in points of what is on the line, hanging space left out.
    pub x0: f32,
    /// Right edge in points of what is on the line, hanging space left out.
    pub x1: f32,
    /// The runs from left to right.
    pub runs: Vec<LineRun>,
    /// Why the line ends.
    pub end: LineEnd,
    pub(super) cells: Range<usize>,
    /// The first word, where it looks different at the start of a line.
    pub(super) piece: Option<Arc<Piece>>,
    /// Words with a long join, in reading order.
    pub(super) lengthened: Vec<Arc<Piece>>,
}

impl Line {
    /// The word that is drawn instead of what the paragraph has at a cell.
    pub(super) fn instead(&self, index: usize) -> Option<&Piece> {
        let after = self
            .lengthened
            .partition_point(|piece| piece.range().start <= index);
        after
            .checked_sub(1)
            .and_then(|at| self.lengthened.get(at))
            .filter(|piece| piece.cell(index).is_some())
            .or(self.piece.as_ref())
            .map(AsRef::as_ref)
    }
}

/// Room for rounding: a word that is wider by less than this still fits.
const SLACK: f64 = 1.0 / 64.0;

/// How far hanging space may reach beyond the column, in spaces. More of it
/// is squeezed, so that a caret in it stays near the text.
const HANGING_SPACES: f32 = 2.0;

impl ShapedParagraph {
    /// Breaks the paragraph into lines. Costs a small part of shaping: it is
    /// done again at every change of the width.
    pub fn break_lines(self: &Arc<Self>, options: LineOptions) -> ParagraphLayout {
        Breaker::new(self, options).run()
    }
}

/// Breaks one paragraph.
pub(super) struct Breaker<'a> {
    pub(super) shaped: &'a Arc<ShapedParagraph>,
    /// Infinity for no wrapping.
    pub(super) width: f32,
    line_height: f32,
    align: Align,
    /// Whether the paragraph goes on after the text.
    pub(super) goes_on: bool,
    lines: Vec<Line>,
    placed: Vec<Placed>,
    levels: Vec<u8>,
}

/// A line before its cells are placed.
pub(super) struct Broken {
    pub(super) cells: Range<usize>,
    pub(super) end: LineEnd,
    pub(super) piece: Option<Arc<Piece>>,
}

impl<'a> Breaker<'a> {
    pub(super) fn new(shaped: &'a Arc<ShapedParagraph>, options: LineOptions) -> Self {
        Self {
            shaped,
            width: if options.width.is_nan() {
                f32::INFINITY
            } else {
                options.width.max(0.0)
            },
            line_height: if options.line_height > 0.0 && options.line_height.is_finite() {
                options.line_height
            } else {
                shaped.metrics.line_height()
            },
            align: options.align,
            goes_on: false,
            lines: Vec::new(),
            placed: Vec::with_capacity(shaped.cell_count()),
            levels: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> ParagraphLayout {
        let count = self.shaped.cell_count();
        let mut previous = LineEnd::Paragraph;
        if self.goes_on && self.width.is_finite() && count > 0 {
            let mut lines = self.break_all(0, previous, self.width, usize::MAX);
            self.even_out(&mut lines);
            for line in lines {
                previous = line.end;
                self.place(line);
            }
        } else {
            let mut start = 0;
            while start < count {
                let broken = self.break_one(start, previous, self.width);
                start = broken.cells.end;
                previous = broken.end;
                self.place(broken);
            }
        }
        if self.lines.is_empty() || previous == LineEnd::Forced {
            self.place(Broken {
                cells: count..count,
                end: LineEnd::Paragraph,
                piece: None,
            });
        }
        ParagraphLayout::new(self.shaped.clone(), self.lines, self.placed, self.width)
    }

    /// The lines of `width` points from a cell on; no more than `most`.
    pub(super) fn break_all(
        &self,
        mut start: usize,
        mut previous: LineEnd,
        width: f32,
        most: usize,
    ) -> Vec<Broken> {
        let mut lines = Vec::new();
        while start < self.shaped.cell_count() && lines.len() < most {
            let line = self.break_one(start, previous, width);
            start = line.cells.end;
            previous = line.end;
            lines.push(line);
        }
        lines
    }

    /// Finds the end of the line that begins at a cell, in `width` points.
    fn break_one(&self, start: usize, previous: LineEnd, width: f32) -> Broken {
        let cells = self.shaped.data.cells.as_slice();
        let count = self.shaped.cell_count();
        let piece = (previous == LineEnd::Soft)
            .then(|| self.shaped.piece_at(start))
            .flatten();
        let limit = f64::from(width) + SLACK;
        let mut x = 0.0_f64;
        let mut opportunity = None;
        let mut seam = None;
        let mut atom = start;
        for (index, own) in cells.iter().enumerate().take(count).skip(start) {
            let cell = piece.as_deref().and_then(|piece| piece.cell(index));
            let cell = cell.unwrap_or(own);
            let flags = cell.flags;
            if flags.has(CellFlags::ATOM) && !flags.has(CellFlags::HELD) {
                atom = index;
                if flags.has(CellFlags::SOFT_BREAK) && index > start {
                    opportunity = Some(index);
                } else if index > start && cell.flags.has(CellFlags::SEAM) {
                    seam = Some(index);
                }
            }
            let own = self.cell_width(cell, x);
            if x + own > limit && !flags.has(CellFlags::HANGS) {
                let emergency = (atom > start).then_some(atom);
                if let Some(end) = opportunity.or(seam).or(emergency) {
                    return Broken {
                        cells: start..end,
                        end: LineEnd::Soft,
                        piece,
                    };
                }
            }
            x += own;
            if flags.has(CellFlags::BREAK_AFTER) {
                return Broken {
                    cells: start..index + 1,
                    end: LineEnd::Forced,
                    piece,
                };
            }
        }
        Broken {
            cells: start..count,
            end: LineEnd::Paragraph,
            piece,
        }
    }

    pub(super) fn cell(&self, index: usize, piece: Option<&Piece>) -> Cell {
        let of_piece = piece.and_then(|piece| piece.cell(index));
        of_piece
            .or_else(|| self.shaped.data.cells.get(index))
            .copied()
            .unwrap_or(Cell {
                byte: self.shaped.text.len() as u32,
                width: 0.0,
                glyphs: 0,
                flags: CellFlags::ATOM,
                level: 0,
                font: FontId(0),
            })
    }

    /// The width of a cell that begins `x` points after the line's start.
    pub(super) fn cell_width(&self, cell: &Cell, x: f64) -> f64 {
        if cell.flags.has(CellFlags::TAB) {
            f64::from(self.shaped.tab_width(x as f32))
        } else {
            f64::from(cell.width)
        }
    }

    /// Gives every cell of a line its place.
    fn place(&mut self, broken: Broken) {
        let Broken { cells, end, piece } = broken;
        let shaped = self.shaped.clone();
        let base = shaped.base_level();

        // Widths, in reading order, and the part of them that hangs.
        let first = self.placed.len();
        let (mut content, mut total) = (0.0_f64, 0.0_f64);
        let mut hanging = 0;
        let mut content_end = cells.start;
        let shown = shaped.data.cells.get(cells.clone()).unwrap_or_default();
        for (index, cell) in cells.clone().zip(shown) {
            let other = piece.as_deref().and_then(|piece| piece.cell(index));
            let cell = other.unwrap_or(cell);
            let own = self.cell_width(cell, total);
            total += own;
            if cell.flags.has(CellFlags::HANGS) {
                hanging += 1;
            } else if own > 0.0 {
                hanging = 0;
                content = total;
                content_end = index + 1;
            }
            self.placed.push(Placed {
                x: 0.0,
                width: own as f32,
                level: 0,
            });
        }
        let mut hang = (total - content) as f32;
        let mut content = content as f32;
        let mut lengthened = Vec::new();
        if let Align::Both(fill) = self.align
            && end == LineEnd::Soft
        {
            let filled = cells.start..content_end;
            let row = Row {
                shaped: &shaped,
                placed: self
                    .placed
                    .get_mut(first..first + filled.len())
                    .unwrap_or_default(),
                cells: filled,
                piece: piece.as_deref(),
                width: self.width,
            };
            if let Some(words) = justify::fill(row, fill) {
                lengthened = words;
                content = self.width;
            }
        }
        if self.width.is_finite() && hang > 0.0 && hanging > 0 {
            let room = (self.width - content).max(0.0) + HANGING_SPACES * shaped.space;
            if hang > room {
                let scale = room / hang;
                let mut squeezed = 0.0;
                let line = self.placed.get_mut(first..).unwrap_or_default();
                for place in line.iter_mut().rev() {
                    if squeezed >= hang * 0.999_9 {
                        break;
                    }
                    squeezed += place.width;
                    place.width *= scale;
                }
                hang = room;
            }
        }

        // Levels and visual order.
        let slice = shaped.data.cells.get(cells.clone()).unwrap_or_default();
        line_levels(slice, base, &mut self.levels);
        for (place, &level) in self
            .placed
            .get_mut(first..)
            .unwrap_or_default()
            .iter_mut()
            .zip(&self.levels)
        {
            place.level = level;
        }
        let logical = stretches(cells.start, &self.levels, |index| {
            shaped
                .data
                .cells
                .get(index)
                .map_or(FontId(0), |cell| cell.font)
        });
        let visual = visual_order(&logical, |run| run.1);

        // Positions, from the left edge on.
        let (x0, mut x) = self.left_edge(content, hang, base & 1 == 1);
        let mut runs = Vec::with_capacity(visual.len());
        for (range, level, font) in visual {
            let from = x;
            let count = range.len();
            for step in 0..count {
                let index = if level & 1 == 1 {
                    range.end - 1 - step
                } else {
                    range.start + step
                };
                if let Some(place) = self.placed.get_mut(index) {
                    place.x = x;
                    x += place.width;
                }
            }
            runs.push(LineRun {
                span: Span {
                    start: shaped.cell_byte(range.start),
                    end: shaped.cell_byte(range.end),
                },
                level,
                font,
                x0: from,
                x1: x,
                cells: range,
            });
        }

        let top = self.lines.len() as f32 * self.line_height;
        let metrics = shaped.metrics;
        let baseline = top + metrics.baseline(self.line_height);
        self.lines.push(Line {
            span: Span {
                start: shaped.cell_byte(cells.start),
                end: shaped.cell_byte(cells.end),
            },
            top,
            baseline,
            bottom: top + self.line_height,
            x0,
            x1: x0 + content,
            runs,
            end,
            cells,
            piece,
            lengthened,
        });
    }

    /// Left edge of a line's content, and of the line with its hanging space.
    fn left_edge(&self, content: f32, hang: f32, rtl: bool) -> (f32, f32) {
        if self.width == f32::INFINITY {
            // The column is as wide as the text.
            return if rtl { (hang, 0.0) } else { (0.0, 0.0) };
        }
        // A line wider than the column overflows at the side where it ends.
        let room = self.width - content;
        let before = match self.align {
            Align::Start | Align::Both(_) => 0.0,
            Align::Center => (room / 2.0).max(0.0),
            Align::End => room.max(0.0),
        };
        if rtl {
            let x0 = self.width - before - content;
            (x0, x0 - hang)
        } else {
            (before, before)
        }
    }
}
