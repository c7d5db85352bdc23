//! The way of an arc over the lines, from the mark it starts at to the mark it
//! leads to.
//!
//! On one line an arc goes up, along and down. Over several it leaves where
//! its line ends for the reader and comes in where the other line begins (or
//! the other way round, when it leads back), so that it runs as the text does
//! in both directions.
//!
//! **Invariant:** the head is above the mark the relation leads to, whatever
//! the directions of the text and the window.

use egui::{Pos2, Rect, pos2};

/// How far an arc rises above its mark, and each further level, points.
const RISE: f32 = 5.0;
const STEP: f32 = 3.0;
/// Levels with a height of their own; more share the last.
pub(super) const LEVELS: usize = 3;
/// Radius of a bend, points.
const BEND: f32 = 4.0;
/// How much of an arc to another line is shown while it is not lit, points.
const STUB: f32 = 22.0;
/// A mark wider than this has its arcs near its beginning, points.
const WIDE: f32 = 90.0;
/// How far the arcs that leave a mark stand from those that come in, points.
const APART: f32 = 5.0;
/// How far beyond the column an arc leaves it, points.
const BEYOND: f32 = 6.0;

/// Where a mark stands that an arc begins or ends at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct End {
    /// Its box on its first line, points on the screen.
    pub(super) rect: Rect,
    /// Which line that is: the unit and the line in it.
    pub(super) line: (usize, usize),
    /// Whether that line is read from the right.
    pub(super) rtl: bool,
}

impl End {
    /// Where arcs meet the mark: in its middle, or near its beginning when it
    /// is long.
    fn x(&self) -> f32 {
        if self.rect.width() <= WIDE {
            self.rect.center().x
        } else if self.rtl {
            self.rect.right() - WIDE / 2.0
        } else {
            self.rect.left() + WIDE / 2.0
        }
    }

    /// The same, a little towards `x`.
    fn towards(&self, x: f32) -> f32 {
        let apart = APART.min(self.rect.width() / 4.0);
        self.x() + (x - self.x()).signum() * apart
    }

    /// The side of `column` at which the line ends for a reader, or at which
    /// it begins.
    fn side(&self, column: Rect, end: bool) -> f32 {
        if self.rtl == end {
            column.left() - BEYOND
        } else {
            column.right() + BEYOND
        }
    }
}

/// The other end of an arc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Other {
    /// In sight.
    Seen(End),
    /// Before what is in sight, or on another document that comes before.
    Before,
    /// After it.
    After,
}

/// An arc as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Route {
    /// Lines, each from point to point.
    pub(super) strokes: Vec<Vec<Pos2>>,
    /// Where it starts, when that is in sight.
    pub(super) tail: Option<Pos2>,
    /// The tip of the arrow, when the mark it leads to is in sight.
    pub(super) head: Option<Pos2>,
    /// The middle of its longest stretch along a line.
    pub(super) middle: Pos2,
}

/// How high above the marks an arc of that level runs, points.
fn rise(level: usize) -> f32 {
    RISE + STEP * level.min(LEVELS - 1) as f32
}

/// From where to where an arc takes room above a line, points; to find levels
/// at which arcs do not run into one another.
pub(super) fn extent(here: End, other: Other, column: Rect, lit: bool) -> (f32, f32) {
    let from = here.x();
    let to = match other {
        Other::Seen(other) if other.line == here.line => other.x(),
        _ => run_out(here, other, column, from, lit),
    };
    (from.min(to), from.max(to))
}

/// The x at which an arc to another line leaves the line of `here`.
fn run_out(here: End, other: Other, column: Rect, from: f32, lit: bool) -> f32 {
    let after = match other {
        Other::Seen(other) => other.line > here.line,
        Other::Before => false,
        Other::After => true,
    };
    // A relation that leads on leaves where the line ends and comes in where
    // the next begins; one that leads back the other way round.
    let side = here.side(column, after);
    if lit {
        side
    } else {
        from + (side - from).signum() * STUB.min((side - from).abs())
    }
}

/// The way from a mark in sight to the other end.
pub(super) fn leaving(from: End, to: Other, column: Rect, level: usize, lit: bool) -> Route {
    match to {
        Other::Seen(to) if to.line == from.line => along(from, to, level),
        _ => {
            let side = run_out(from, to, column, from.x(), lit);
            let x = from.towards(side);
            let top = from.rect.top() - rise(level);
            let tail = pos2(x, from.rect.top());
            Route {
                strokes: vec![bent(&[tail, pos2(x, top), pos2(side, top)])],
                tail: Some(tail),
                head: None,
                middle: pos2(f32::midpoint(x, side), top),
            }
        }
    }
}

/// The way into a mark in sight from a mark on another line, or out of sight.
pub(super) fn arriving(from: Other, to: End, column: Rect, level: usize, lit: bool) -> Route {
    let side = run_out(to, from, column, to.x(), lit);
    let x = to.towards(side);
    let top = to.rect.top() - rise(level);
    let head = pos2(x, to.rect.top());
    Route {
        strokes: vec![bent(&[pos2(side, top), pos2(x, top), head])],
        tail: None,
        head: Some(head),
        middle: pos2(f32::midpoint(x, side), top),
    }
}

/// Up, along and down on one line.
fn along(from: End, to: End, level: usize) -> Route {
    let (mut start, mut end) = (from.towards(to.x()), to.towards(from.x()));
    if (start - end).abs() < 2.0 * APART {
        // One mark lies in the other: the arc needs some width to be seen.
        let sign = if from.rtl { -1.0 } else { 1.0 };
        start = to.x() - sign * 1.5 * APART;
        end = to.x() + sign * 1.5 * APART;
    }
    let top = from.rect.top().min(to.rect.top()) - rise(level);
    let tail = pos2(start, from.rect.top());
    let head = pos2(end, to.rect.top());
    Route {
        strokes: vec![bent(&[tail, pos2(start, top), pos2(end, top), head])],
        tail: Some(tail),
        head: Some(head),
        middle: pos2(f32::midpoint(start, end), top),
    }
}

/// The same way with rounded bends.
fn bent(way: &[Pos2]) -> Vec<Pos2> {
    const PIECES: usize = 5;
    let mut points = Vec::with_capacity(way.len() * PIECES);
    for (index, at) in way.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| way.get(index));
        let (Some(before), Some(after)) = (before, way.get(index + 1)) else {
            points.push(*at);
            continue;
        };
        let (back, on) = (*before - *at, *after - *at);
        let radius = BEND.min(back.length() / 2.0).min(on.length() / 2.0);
        let (a, b) = (
            *at + back.normalized() * radius,
            *at + on.normalized() * radius,
        );
        for piece in 0..=PIECES {
            let t = piece as f32 / PIECES as f32;
            // A quadratic curve from a to b with the corner as its handle.
            points.push(a.lerp(*at, t).lerp(at.lerp(b, t), t));
        }
    }
    points
}

/// How far a point is from an arc, points.
pub(super) fn distance(route: &Route, at: Pos2) -> f32 {
    let mut nearest = f32::INFINITY;
    for stroke in &route.strokes {
        for pair in stroke.windows(2) {
            if let [a, b] = pair {
                let along = *b - *a;
                let length = along.length_sq().max(f32::EPSILON);
                let t = ((at - *a).dot(along) / length).clamp(0.0, 1.0);
                nearest = nearest.min((*a + along * t).distance(at));
            }
        }
    }
    nearest
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod tests {
    use super::*;

    const COLUMN: Rect = Rect {
        min: pos2(100.0, 0.0),
        max: pos2(500.0, 400.0),
    };

    fn end(left: f32, line: usize, rtl: bool) -> End {
        let top = 40.0 * line as f32 + 10.0;
        End {
            rect: Rect::from_min_max(pos2(left, top), pos2(left + 40.0, top + 24.0)),
            line: (0, line),
            rtl,
        }
    }

    #[test]
    fn r24_the_head_stands_at_the_mark_the_relation_leads_to() {
        for rtl in [false, true] {
            for (from, to) in [(120.0, 300.0), (300.0, 120.0)] {
                let (from, to) = (end(from, 1, rtl), end(to, 1, rtl));
                let route = leaving(from, Other::Seen(to), COLUMN, 0, false);
                let (tail, head) = (route.tail.unwrap(), route.head.unwrap());
                assert!(from.rect.x_range().contains(tail.x));
                assert!(to.rect.x_range().contains(head.x));
                assert_eq!(head.y, to.rect.top());
                let points = &route.strokes[0];
                assert_eq!(points.first(), Some(&tail));
                assert_eq!(points.last(), Some(&head));
                // It stands above both marks and nowhere on them.
                assert!(points.iter().all(|point| point.y <= to.rect.top()));
            }
        }
    }

    #[test]
    fn r26_over_lines_an_arc_leaves_and_comes_in_as_the_text_is_read() {
        for rtl in [false, true] {
            let (ends, begins) = if rtl { (100.0, 500.0) } else { (500.0, 100.0) };
            let (first, second) = (end(200.0, 1, rtl), end(300.0, 3, rtl));
            // On: out at the end of the line, in at the beginning of the other.
            let out = leaving(first, Other::Seen(second), COLUMN, 0, true);
            assert!((out.strokes[0].last().unwrap().x - ends).abs() <= BEYOND);
            let into = arriving(Other::Seen(first), second, COLUMN, 0, true);
            assert!((into.strokes[0].first().unwrap().x - begins).abs() <= BEYOND);
            assert!(second.rect.x_range().contains(into.head.unwrap().x));
            // Back: out at the beginning, in at the end.
            let out = leaving(second, Other::Seen(first), COLUMN, 0, true);
            assert!((out.strokes[0].last().unwrap().x - begins).abs() <= BEYOND);
            let into = arriving(Other::Seen(second), first, COLUMN, 0, true);
            assert!((into.strokes[0].first().unwrap().x - ends).abs() <= BEYOND);
            // The same when the other end is out of sight.
            let out = leaving(first, Other::After, COLUMN, 0, true);
            assert!((out.strokes[0].last().unwrap().x - ends).abs() <= BEYOND);
            let into = arriving(Other::Before, first, COLUMN, 0, true);
            assert!((into.strokes[0].first().unwrap().x - begins).abs() <= BEYOND);
        }
    }

    #[test]
    fn marks_in_one_another_still_have_an_arc_to_be_seen() {
        let (outer, inner) = (end(200.0, 1, true), end(200.0, 1, true));
        let route = leaving(outer, Other::Seen(inner), COLUMN, 2, true);
        let width = route.tail.unwrap().x - route.head.unwrap().x;
        assert!(width.abs() >= 2.0 * APART);
        assert!(distance(&route, route.middle) < 1.0);
        assert!(distance(&route, pos2(0.0, 0.0)) > 100.0);
    }
}
