//! Points and rectangles of a laid out paragraph.

use crate::model::Span;

/// A position in points, from the top left of the paragraph's column, y down.
#[derive(Copy, Clone, PartialEq, Debug, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// A rectangle in points, from the top left of the paragraph's column, y down.
#[derive(Copy, Clone, PartialEq, Debug, Default)]
pub struct Rect {
    /// Left edge.
    pub x0: f32,
    /// Upper edge.
    pub y0: f32,
    /// Right edge.
    pub x1: f32,
    /// Lower edge.
    pub y1: f32,
}

impl Rect {
    /// Width in points.
    pub fn width(self) -> f32 {
        self.x1 - self.x0
    }

    /// Height in points.
    pub fn height(self) -> f32 {
        self.y1 - self.y0
    }

    /// Whether the point lies inside or on an edge.
    pub fn contains(self, point: Point) -> bool {
        (self.x0..=self.x1).contains(&point.x) && (self.y0..=self.y1).contains(&point.y)
    }
}

/// The part of a stretch of text that one visual run of one line shows.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct LineRect {
    /// Index of the line.
    pub line: usize,
    /// Where it is painted: from ascent to descent of the face.
    pub rect: Rect,
    /// The bytes it shows, widened to whole graphemes: a mark is never cut
    /// from its letter.
    pub span: Span,
    /// Whether the run reads from right to left.
    pub rtl: bool,
}
