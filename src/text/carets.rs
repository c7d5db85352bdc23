//! Where a caret can stand.

use super::direction::Direction;
use super::geometry::Rect;
use super::layout::{ParagraphLayout, SAME_X};
use super::lines::{Line, LineEnd};

/// Which of its two neighbours a caret belongs to. At a direction boundary
/// and at a wrapped line's end, one offset has two places on the page.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Affinity {
    /// It stands after what is before it in reading order.
    Upstream,
    /// It stands before what follows it in reading order.
    Downstream,
}

/// A place between two graphemes.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Caret {
    /// Byte offset in the paragraph.
    pub byte: usize,
    /// The neighbour it belongs to.
    pub affinity: Affinity,
}

impl Caret {
    /// Before the grapheme at `byte`.
    pub fn before(byte: usize) -> Self {
        Self {
            byte,
            affinity: Affinity::Downstream,
        }
    }

    /// After the grapheme that ends at `byte`.
    pub fn after(byte: usize) -> Self {
        Self {
            byte,
            affinity: Affinity::Upstream,
        }
    }
}

/// A visible place of the caret on a line.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Stop {
    /// Points from the left edge of the column.
    pub x: f32,
    /// A caret that stands there.
    pub caret: Caret,
}

/// The resolved place of a caret.
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) x: f32,
    pub(super) level: u8,
}

/// One of the two edges of a cell.
#[derive(Copy, Clone)]
pub(super) enum Edge {
    Left,
    Right,
}

impl ParagraphLayout {
    /// The line a caret stands on.
    pub fn line_of(&self, caret: Caret) -> usize {
        self.place(caret).line
    }

    /// The caret as a rectangle of no width, from ascent to descent of the
    /// face, in points. An offset inside a grapheme counts as its start; one
    /// past the end as the end.
    pub fn caret_rect(&self, caret: Caret) -> Rect {
        let place = self.place(caret);
        let (y0, y1) = self.line_extent(place.line);
        Rect {
            x0: place.x,
            y0,
            x1: place.x,
            y1,
        }
    }

    /// The direction of the text the caret belongs to.
    pub fn caret_direction(&self, caret: Caret) -> Direction {
        Direction::of_level(self.place(caret).level)
    }

    /// The distinct places of the caret on a line, from left to right. Edges
    /// that share a place (zero-width controls, both sides of a direction
    /// boundary) are one stop.
    pub fn stops(&self, line: usize) -> Vec<Stop> {
        let Some(line) = self.lines().get(line) else {
            return Vec::new();
        };
        let mut stops: Vec<(Stop, u8)> = Vec::new();
        let mut push = |x: f32, caret: Caret, rank: u8| match stops.last_mut() {
            Some((last, best)) if x - last.x <= SAME_X => {
                if rank > *best {
                    // The first edge fixes the place, so that a chain of very
                    // narrow cells does not drift.
                    last.caret = caret;
                    *best = rank;
                }
            }
            _ => stops.push((Stop { x, caret }, rank)),
        };
        for run in &line.runs {
            let count = run.cells.len();
            for step in 0..count {
                let index = if run.level & 1 == 1 {
                    run.cells.end - 1 - step
                } else {
                    run.cells.start + step
                };
                for edge in [Edge::Left, Edge::Right] {
                    if let Some((x, caret)) = self.edge(line, index, edge) {
                        push(x, caret, self.rank(index, run.level, caret));
                    }
                }
            }
        }
        if stops.is_empty() {
            return vec![Stop {
                x: line.x0,
                caret: Caret::before(line.span.start),
            }];
        }
        stops.into_iter().map(|(stop, _)| stop).collect()
    }

    /// The caret before the first character of a line.
    pub fn line_start(&self, line: usize) -> Caret {
        let byte = self.lines().get(line).map_or(0, |line| line.span.start);
        Caret::before(byte)
    }

    /// The caret after the last character of a line; before the break
    /// character where a line separator ends it.
    pub fn line_end(&self, line: usize) -> Caret {
        let Some(line) = self.lines().get(line) else {
            return Caret::after(self.shaped().text().len());
        };
        match line.end {
            LineEnd::Forced => {
                let last = line.cells.end.saturating_sub(1).max(line.cells.start);
                Caret::before(self.shaped().cell_byte(last))
            }
            LineEnd::Soft | LineEnd::Paragraph => Caret::after(line.span.end),
        }
    }

    /// The place and the caret of one edge of a cell; `None` for the far edge
    /// of a line separator, which belongs to the next line.
    pub(super) fn edge(&self, line: &Line, index: usize, edge: Edge) -> Option<(f32, Caret)> {
        let placed = self.placed(index);
        let rtl = placed.level & 1 == 1;
        let (x, leading) = match edge {
            Edge::Left => (placed.x, !rtl),
            Edge::Right => (placed.x + placed.width, rtl),
        };
        if leading {
            return Some((x, Caret::before(self.shaped().cell_byte(index))));
        }
        let forced = line.end == LineEnd::Forced && index + 1 == line.cells.end;
        (!forced).then(|| (x, Caret::after(self.shaped().cell_byte(index + 1))))
    }

    /// Which caret stands for a place that several edges share: one beside
    /// something visible, then one in the paragraph's own direction, then one
    /// before a grapheme.
    fn rank(&self, index: usize, level: u8, caret: Caret) -> u8 {
        let visible = u8::from(self.placed(index).width > SAME_X) << 2;
        let own = u8::from(level == self.shaped().base_level()) << 1;
        visible | own | u8::from(caret.affinity == Affinity::Downstream)
    }

    /// Where a caret stands.
    pub(super) fn place(&self, caret: Caret) -> Place {
        let shaped = self.shaped();
        let count = shaped.cell_count();
        let at = shaped.cell_at_or_end(caret.byte);
        let inside = shaped.cell_byte(at) != caret.byte;
        let before = match caret.affinity {
            _ if at >= count => true,
            Affinity::Upstream => at > 0 && !inside,
            Affinity::Downstream => false,
        };
        if before && at > 0 {
            let index = at - 1;
            if !shaped.breaks_after(index) {
                return self.cell_place(index, false);
            }
        }
        if at < count {
            return self.cell_place(at, true);
        }
        // Nothing follows: an empty paragraph, or the empty line after a
        // line separator that ends it.
        let line = self.lines().len().saturating_sub(1);
        Place {
            line,
            x: self.lines().get(line).map_or(0.0, |line| line.x0),
            level: shaped.base_level(),
        }
    }

    fn cell_place(&self, index: usize, leading: bool) -> Place {
        let placed = self.placed(index);
        let rtl = placed.level & 1 == 1;
        Place {
            line: self.line_of_cell(index),
            x: if leading == rtl {
                placed.x + placed.width
            } else {
                placed.x
            },
            level: placed.level,
        }
    }
}
