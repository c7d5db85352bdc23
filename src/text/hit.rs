//! From a point to a caret.

use super::carets::{Caret, Edge};
use super::geometry::Point;
use super::layout::{ParagraphLayout, SAME_X};
use super::lines::Line;

impl ParagraphLayout {
    /// The caret nearest to a point. Above the first line and below the last
    /// those lines answer; beside a line it is the line's start or end in
    /// reading order, so that a drag past the edge takes the whole rest of
    /// the line whatever its last run's direction.
    pub fn hit(&self, point: Point) -> Caret {
        let below = self.lines().partition_point(|line| line.bottom <= point.y);
        self.hit_line(below.min(self.lines().len().saturating_sub(1)), point.x)
    }

    /// The caret nearest to `x` (points) on a line.
    pub fn hit_line(&self, line: usize, x: f32) -> Caret {
        let Some(found) = self.lines().get(line) else {
            return Caret::after(self.shaped().text().len());
        };
        let (Some(first), Some(last)) = (found.runs.first(), found.runs.last()) else {
            return self.line_start(line);
        };
        let rtl = self.shaped().direction().is_rtl();
        if x < first.x0 - SAME_X {
            return if rtl {
                self.line_end(line)
            } else {
                self.line_start(line)
            };
        }
        if x > last.x1 + SAME_X || x.is_nan() {
            return if rtl {
                self.line_start(line)
            } else {
                self.line_end(line)
            };
        }
        self.cell_under(found, x)
            .and_then(|index| self.near_edge(found, index, x))
            .unwrap_or_else(|| self.line_start(line))
    }

    /// The visible cell at `x`, or the nearest one.
    pub(super) fn cell_under(&self, line: &Line, x: f32) -> Option<usize> {
        let run = line
            .runs
            .iter()
            .rev()
            .find(|run| run.x0 <= x && run.x1 > run.x0)
            .or_else(|| line.runs.iter().find(|run| run.x1 > run.x0))
            .or_else(|| line.runs.first())?;
        let rtl = run.level & 1 == 1;
        // Cells from left to right; the last that begins at or left of x. An
        // invisible one never hides the visible one that begins with it.
        let count = run.cells.len();
        let at = |step: usize| {
            if rtl {
                run.cells.end - 1 - step
            } else {
                run.cells.start + step
            }
        };
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.placed(at(middle)).x <= x {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let step = low.saturating_sub(1);
        let visible = |step: &usize| self.placed(at(*step)).width > 0.0;
        let found = (0..=step)
            .rev()
            .find(visible)
            .or_else(|| (step..count).find(visible))
            .unwrap_or(step);
        Some(at(found))
    }

    /// The caret at the edge of the cell that is nearer to `x`.
    fn near_edge(&self, line: &Line, index: usize, x: f32) -> Option<Caret> {
        let placed = self.placed(index);
        let (near, far) = if x < placed.x + placed.width / 2.0 {
            (Edge::Left, Edge::Right)
        } else {
            (Edge::Right, Edge::Left)
        };
        self.edge(line, index, near)
            .or_else(|| self.edge(line, index, far))
            .map(|(_, caret)| caret)
    }
}
