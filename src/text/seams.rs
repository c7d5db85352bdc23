//! The lines before the place where a long paragraph is cut.
//!
//! Where it is cut is decided in [`super::units`], how any line is broken in
//! [`super::lines`].
//!
//! **Invariant:** evening out moves words between lines only; it adds no line,
//! cuts no word, and depends on nothing but the part itself.

use std::sync::Arc;

use super::cells::{CellFlags, ShapedParagraph};
use super::layout::ParagraphLayout;
use super::lines::{Breaker, Broken, LineEnd, LineOptions};

/// How many lines share what the last line of a part lacks: the first number,
/// and if that does not hide it, the second. How many columns are tried to do
/// it, and the part of the column's width that is even enough.
const EVENED_LINES: [usize; 2] = [16, 40];
const EVENING_STEPS: usize = 16;
const EVEN: f64 = 0.9;

impl ShapedParagraph {
    /// Breaks a part of a long paragraph (see [`super::layout_units`]) after
    /// which the paragraph goes on. Its last line would end where the part
    /// happens to end; so that nobody sees where that is, its last lines are
    /// evened out, and the last one counts as a wrapped one.
    pub fn break_unit(self: &Arc<Self>, options: LineOptions) -> ParagraphLayout {
        let mut breaker = Breaker::new(self, options);
        breaker.goes_on = true;
        breaker.run()
    }
}

impl Breaker<'_> {
    /// Breaks the last lines anew in somewhat narrower columns that take no
    /// line more, and keeps the one whose shortest line is the longest: what
    /// the last line lacks is shared by so many that each looks like any
    /// ragged line.
    pub(super) fn even_out(&self, lines: &mut Vec<Broken>) {
        let Some(last) = lines.last_mut().filter(|line| line.end != LineEnd::Forced) else {
            return;
        };
        last.end = LineEnd::Soft;
        let enough = f64::from(self.width) * EVEN;
        let soft = |line: &&Broken| line.end == LineEnd::Soft;
        for most in EVENED_LINES {
            let tail = lines.iter().rev().take_while(soft).take(most).count();
            let first = lines.len() - tail;
            let old = lines.get(first..).unwrap_or_default();
            if self.shortest(old) > enough {
                return;
            }
            let before = first.checked_sub(1).and_then(|before| lines.get(before));
            let previous = before.map_or(LineEnd::Paragraph, |line| line.end);
            if let Some(mut evened) = self.evened(old, previous, enough) {
                lines.truncate(first);
                lines.append(&mut evened);
            }
        }
    }

    /// These lines in the column that evens them out best, `enough` points for
    /// each if that is possible; `None` where none does better.
    fn evened(&self, old: &[Broken], previous: LineEnd, enough: f64) -> Option<Vec<Broken>> {
        let start = old.first()?.cells.start;
        let may_cut_words = self.breaks_inside_words(old);
        let mut best = None;
        let mut shortest = self.shortest(old);
        // If all lines could be equally long, each would give up one part in
        // as many as there are.
        let step = self.width * 1.5 / old.len() as f32 / EVENING_STEPS as f32;
        for narrower in 1..=EVENING_STEPS {
            let width = self.width - step * narrower as f32;
            let mut lines = self.break_all(start, previous, width, old.len() + 1);
            if lines.len() > old.len() {
                break;
            }
            if let Some(last) = lines.last_mut() {
                last.end = LineEnd::Soft;
            }
            let length = self.shortest(&lines);
            if length > shortest && (may_cut_words || !self.breaks_inside_words(&lines)) {
                shortest = length;
                best = Some(lines);
            }
            if shortest > enough {
                break;
            }
        }
        best
    }

    /// The width in points of the shortest of these lines, without what hangs.
    fn shortest(&self, lines: &[Broken]) -> f64 {
        let length = |line: &Broken| {
            let (mut x, mut content) = (0.0, 0.0);
            for index in line.cells.clone() {
                let cell = self.cell(index, line.piece.as_deref());
                x += self.cell_width(&cell, x);
                if !cell.flags.has(CellFlags::HANGS) {
                    content = x;
                }
            }
            content
        };
        lines.iter().map(length).fold(f64::INFINITY, f64::min)
    }

    /// Whether a word had to be cut for want of room.
    fn breaks_inside_words(&self, lines: &[Broken]) -> bool {
        let count = self.shaped.cell_count();
        lines.iter().any(|line| {
            let end = line.cells.end;
            end < count && !self.shaped.flags(end).has(CellFlags::SOFT_BREAK)
        })
    }
}
