//! How a caret moves.
//!
//! Visual movement follows the page: left is left, whatever the direction of
//! the text. It walks over the stops of a line, so every step moves and none
//! comes back. Logical movement follows the text.

use super::carets::{Affinity, Caret, Edge, Stop};
use super::layout::{ParagraphLayout, SAME_X};
use super::lines::LineEnd;

/// A movement over the page.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Visual {
    /// One place to the left.
    Left,
    /// One place to the right.
    Right,
    /// One word to the left: forwards in a right-to-left paragraph.
    WordLeft,
    /// One word to the right: backwards in a right-to-left paragraph.
    WordRight,
}

/// A movement through the text.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Logical {
    /// Past the next grapheme.
    NextGrapheme,
    /// Before the previous grapheme.
    PreviousGrapheme,
    /// To the end of the word that comes next.
    NextWord,
    /// To the start of the word before.
    PreviousWord,
}

impl ParagraphLayout {
    /// Moves over the page; `None` when that leaves the paragraph.
    pub fn move_visual(&self, caret: Caret, by: Visual) -> Option<Caret> {
        let rtl = self.shaped().direction().is_rtl();
        match by {
            Visual::Left => self.step(caret, true),
            Visual::Right => self.step(caret, false),
            Visual::WordLeft if rtl => self.move_logical(caret, Logical::NextWord),
            Visual::WordLeft => self.move_logical(caret, Logical::PreviousWord),
            Visual::WordRight if rtl => self.move_logical(caret, Logical::PreviousWord),
            Visual::WordRight => self.move_logical(caret, Logical::NextWord),
        }
    }

    /// The letter a step to the left or right goes over, as the carets at its
    /// near and its far edge: what an extended selection takes. Where two
    /// directions meet, a caret on the far side of the border would take the
    /// other end of the run. `None` at the sides of a line.
    pub fn letter_beside(&self, caret: Caret, left: bool) -> Option<(Caret, Caret)> {
        let place = self.place(caret);
        let stops = self.walk(place.line);
        let next = if left {
            stops.iter().rev().find(|stop| stop.x < place.x - SAME_X)
        } else {
            stops.iter().find(|stop| stop.x > place.x + SAME_X)
        }?;
        let line = self.lines().get(place.line)?;
        let index = self.cell_under(line, f32::midpoint(place.x, next.x))?;
        let (near, far) = if left {
            (Edge::Right, Edge::Left)
        } else {
            (Edge::Left, Edge::Right)
        };
        let (_, near) = self.edge(line, index, near)?;
        let (_, far) = self.edge(line, index, far)?;
        Some((near, far))
    }

    /// Moves through the text; `None` when that leaves the paragraph.
    pub fn move_logical(&self, caret: Caret, by: Logical) -> Option<Caret> {
        let shaped = self.shaped();
        let count = shaped.cell_count();
        let at = shaped.cell_at_or_end(caret.byte);
        match by {
            Logical::NextGrapheme => {
                let next = at + 1;
                (next <= count).then(|| self.logical_caret(next))
            }
            Logical::PreviousGrapheme => {
                // From inside a grapheme, its start is the previous place.
                let inside = shaped.cell_byte(at) < caret.byte && at < count;
                let before = if inside { Some(at) } else { at.checked_sub(1) };
                before.map(|index| self.logical_caret(index))
            }
            Logical::NextWord => self
                .word_end_after(at)
                .map(|index| self.logical_caret(index)),
            Logical::PreviousWord => self
                .word_start_before(at, caret.byte)
                .map(|index| self.logical_caret(index)),
        }
    }

    /// One line up or down, as near to `goal_x` (points) as it has a place;
    /// `None` past the first and the last line.
    pub fn move_line(&self, caret: Caret, goal_x: f32, up: bool) -> Option<Caret> {
        let line = self.line_of(caret);
        let target = if up { line.checked_sub(1)? } else { line + 1 };
        self.line_caret(target, goal_x)
    }

    /// The caret of a line nearest to `goal_x` (points); `None` for a line
    /// that is not there. Unlike [`ParagraphLayout::hit_line`] it never leaves
    /// the line's own visible places.
    pub fn line_caret(&self, line: usize, goal_x: f32) -> Option<Caret> {
        let stops = self.stops(line);
        let distance = |stop: &Stop| (stop.x - goal_x).abs();
        stops
            .into_iter()
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            .map(|stop| stop.caret)
    }

    /// A caret for a step through the text: at a wrapped line's end it stands
    /// at the start of the next line.
    fn logical_caret(&self, index: usize) -> Caret {
        let byte = self.shaped().cell_byte(index);
        if index >= self.shaped().cell_count() {
            Caret::after(byte)
        } else {
            Caret::before(byte)
        }
    }

    /// One place to the left or right.
    fn step(&self, caret: Caret, left: bool) -> Option<Caret> {
        let place = self.place(caret);
        let stops = self.walk(place.line);
        let next = if left {
            stops.iter().rev().find(|stop| stop.x < place.x - SAME_X)
        } else {
            stops.iter().find(|stop| stop.x > place.x + SAME_X)
        };
        if let Some(stop) = next {
            return Some(stop.caret);
        }
        // Past the side where lines end, the walk goes on at the other side
        // of the line below; past the other side, of the line above.
        let forwards = left == self.shaped().direction().is_rtl();
        let line = if forwards {
            place.line + 1
        } else {
            place.line.checked_sub(1)?
        };
        let stops = self.walk(line);
        let stop = if left { stops.last() } else { stops.first() };
        stop.map(|stop| stop.caret)
    }

    /// The stops of a line without the place after the space that ends a
    /// wrapped line: the start of the next line is the same place in the
    /// text, and one key press should not be needed for each.
    fn walk(&self, line: usize) -> Vec<Stop> {
        let mut stops = self.stops(line);
        let Some(found) = self.lines().get(line) else {
            return stops;
        };
        if found.end != LineEnd::Soft || stops.len() < 2 {
            return stops;
        }
        let end = |stop: &Stop| {
            stop.caret.byte == found.span.end && stop.caret.affinity == Affinity::Upstream
        };
        if self.shaped().direction().is_rtl() {
            if stops.first().is_some_and(end) {
                stops.remove(0);
            }
        } else if stops.last().is_some_and(end) {
            stops.pop();
        }
        stops
    }
}
