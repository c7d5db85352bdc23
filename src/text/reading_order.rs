//! The caret in the order of reading, and where two directions meet.
//!
//! Here: one step on or back through the text, standing where a reader of
//! that text expects it, and which side a caret at the border of two
//! directions belongs to. Not here: steps over the page ([`super::movement`]).
//!
//! **Invariant:** steps on and back together visit every place of the caret
//! on every line.

use super::carets::Caret;
use super::direction::Direction;
use super::layout::{ParagraphLayout, SAME_X};

impl ParagraphLayout {
    /// One step in the order of reading; `None` when that leaves the
    /// paragraph. A step on stands after the letter it went over, a step back
    /// before it, so that both places of a border are reached; characters
    /// that take no room are passed with their neighbour.
    pub fn step_in_reading_order(&self, caret: Caret, forward: bool) -> Option<Caret> {
        let from = self.place(caret);
        let mut here = caret.byte;
        loop {
            let next = if forward {
                self.past(here)?
            } else {
                self.back_from(here)?
            };
            let place = self.place(next);
            if place.line != from.line || (place.x - from.x).abs() > SAME_X {
                return Some(next);
            }
            here = next.byte;
        }
    }

    fn past(&self, byte: usize) -> Option<Caret> {
        let shaped = self.shaped();
        let next = shaped.cell_at_or_end(byte) + 1;
        if next > shaped.cell_count() {
            return None;
        }
        let byte = shaped.cell_byte(next);
        let (after, before) = (Caret::after(byte), Caret::before(byte));
        // At a wrapped line's end the start of the next line is the place to
        // go on from.
        let wraps = next < shaped.cell_count() && self.line_of(after) != self.line_of(before);
        Some(if wraps { before } else { after })
    }

    fn back_from(&self, byte: usize) -> Option<Caret> {
        let shaped = self.shaped();
        let at = shaped.cell_at_or_end(byte);
        let inside = at < shaped.cell_count() && shaped.cell_byte(at) < byte;
        let before = if inside { at } else { at.checked_sub(1)? };
        Some(Caret::before(shaped.cell_byte(before)))
    }

    /// The direction of the text a caret belongs to, where what is before it
    /// and what follows it run in different directions; the ends of a line
    /// run as the paragraph does. `None` where there is no choice.
    pub fn border_direction(&self, caret: Caret) -> Option<Direction> {
        let shaped = self.shaped();
        let place = self.place(caret);
        let at = shaped.cell_at_or_end(caret.byte);
        let level = |index: usize| {
            if index < shaped.cell_count() && self.line_of_cell(index) == place.line {
                self.placed(index).level
            } else {
                shaped.base_level()
            }
        };
        let before = at.checked_sub(1).map_or(shaped.base_level(), level);
        let after = level(at);
        ((before ^ after) & 1 == 1).then(|| Direction::of_level(place.level))
    }
}
