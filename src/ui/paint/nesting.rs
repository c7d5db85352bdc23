//! How marks that lie in one another are kept apart: a level for each, and
//! what a level looks like where so many lie over one another.
//!
//! **Invariant:** marks that share a byte never share a level (down to the
//! sixteenth), and a mark inside another has the deeper one.

use crate::model::Span;

/// Levels that are told apart by [`nesting_levels`].
const MOST_LEVELS: usize = 16;
/// Levels with a place of their own on a line; deeper ones share the last.
const SHOWN: u8 = 8;
/// Levels on a line for which there is room in full.
const ROOMY: u8 = 3;

/// Thickness of an underline, points.
const UNDERLINE: f32 = 2.0;
/// From one underline to the next, points.
const STEP: f32 = 3.0;
/// How much smaller each nested mark's tint is above and below, points.
const INSET: f32 = 2.0;
/// The lowest underline stands so far below the letters' box; below it the
/// next line begins. Points.
const LOWEST: f32 = STEP * (ROOMY as f32 - 1.0);
/// The room that all underlines of a line share, and all insets, points.
const ROOM: f32 = 12.0;
const INSETS: f32 = 9.0;

/// A level among so many on one line.
#[derive(Copy, Clone, PartialEq, Debug)]
pub(super) struct Rung {
    level: f32,
    depth: f32,
}

impl Rung {
    /// `depth` counts the levels on the line.
    pub(super) fn new(level: u8, depth: u8) -> Self {
        let depth = depth.clamp(1, SHOWN);
        Self {
            level: f32::from(level.min(depth - 1)),
            depth: f32::from(depth),
        }
    }

    /// How much smaller than the letters' box the tint is above and below,
    /// points.
    pub(super) fn inset(self) -> f32 {
        self.level * INSET.min(INSETS / self.depth)
    }

    /// From the bottom of the letters' box down to that of the underline,
    /// points.
    pub(super) fn underline(self) -> f32 {
        if self.depth <= f32::from(ROOMY) {
            self.level * STEP
        } else {
            LOWEST - (self.depth - 1.0 - self.level) * self.step()
        }
    }

    /// Thickness of the underline, points.
    pub(super) fn thickness(self) -> f32 {
        UNDERLINE.min(self.step() * 0.64)
    }

    fn step(self) -> f32 {
        if self.depth <= f32::from(ROOMY) {
            // Lines of other levels are far enough away for a full one.
            return UNDERLINE / 0.64;
        }
        STEP.min(ROOM / (self.depth - 1.0))
    }
}

/// A level for each span such that overlapping spans never share one, the
/// longer and earlier outside (0), and what lies in another deeper than that.
/// In the order of `spans`. What lies in more than sixteen others shares the
/// level 16 with its like: it takes no longer to find the levels of marks that
/// all lie in one another. Empty spans take no room.
pub fn nesting_levels(spans: &[Span]) -> Vec<u8> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&index| {
        spans
            .get(index)
            .map(|span| (span.start, usize::MAX - span.end))
    });
    let mut levels = vec![0_u8; spans.len()];
    // End of the last span on each level.
    let mut ends: Vec<usize> = Vec::new();
    for index in order {
        let Some(span) = spans.get(index).filter(|span| !span.is_empty()) else {
            continue;
        };
        // Inside everything that began before and goes on to its end or beyond.
        let around = ends.iter().rposition(|&end| end >= span.end);
        let free = around.map_or(0, |level| level + 1);
        let level = ends
            .iter()
            .skip(free)
            .position(|&end| end <= span.start)
            .map_or(ends.len(), |found| found + free);
        match ends.get_mut(level) {
            Some(end) => *end = span.end,
            None if level < MOST_LEVELS => ends.push(span.end),
            None => {}
        }
        if let Some(slot) = levels.get_mut(index) {
            *slot = u8::try_from(level).unwrap_or(u8::MAX);
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(list: &[(usize, usize)]) -> Vec<Span> {
        list.iter().map(|&(a, b)| Span::new(a, b)).collect()
    }

    #[test]
    fn overlapping_marks_never_share_a_level() {
        let spans = spans(&[(0, 10), (2, 5), (5, 9), (3, 4), (8, 20), (20, 22), (0, 10)]);
        let levels = nesting_levels(&spans);
        for (i, a) in spans.iter().enumerate() {
            for (j, b) in spans.iter().enumerate().skip(i + 1) {
                if a.start < b.end && b.start < a.end {
                    assert_ne!(levels[i], levels[j], "{a:?} and {b:?}");
                }
            }
        }
        assert_eq!(levels[0], 0);
        assert_eq!(levels[5], 0);
    }

    #[test]
    fn what_lies_inside_is_deeper() {
        let spans = spans(&[(0, 10), (5, 30), (12, 15), (13, 14), (14, 14), (40, 41)]);
        assert_eq!(nesting_levels(&spans), [0, 1, 2, 3, 0, 0]);
        // As many as like.
        let nested: Vec<Span> = (0..40).map(|n| Span::new(n, 100 - n)).collect();
        let levels = nesting_levels(&nested);
        assert_eq!(levels[5], 5);
        assert_eq!(levels[39], 16);
    }

    #[test]
    fn every_level_on_a_line_has_an_underline_of_its_own() {
        for depth in 1..=SHOWN {
            let rungs: Vec<Rung> = (0..depth).map(|level| Rung::new(level, depth)).collect();
            for pair in rungs.windows(2) {
                let [above, below] = pair else { continue };
                let gap = below.underline() - below.thickness() - above.underline();
                assert!(gap > 0.5, "{depth}: {gap}");
                assert!(below.inset() > above.inset());
            }
            for rung in rungs {
                assert!(rung.underline() <= LOWEST && rung.thickness() > 1.0);
                assert!(rung.inset() < INSETS);
            }
        }
        // The few of an ordinary line look as they always did.
        let rung = Rung::new(1, 2);
        assert_eq!(
            (rung.inset(), rung.underline(), rung.thickness()),
            (2.0, 3.0, 2.0)
        );
    }
}
