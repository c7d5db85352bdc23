//! From a stretch of text to the rectangles that show it.

use super::geometry::{LineRect, Rect};
use super::layout::{ParagraphLayout, SAME_X};
use crate::model::Span;

impl ParagraphLayout {
    /// The rectangles of a stretch of text, in points: one for each visual run
    /// of each line, line by line from left to right, as high as the face. A
    /// stretch that ends inside a grapheme is widened to the whole of it. An
    /// empty stretch has none.
    pub fn rects(&self, span: Span) -> Vec<LineRect> {
        let shaped = self.shaped();
        let end = span.end.min(shaped.text().len());
        if span.start >= end {
            return Vec::new();
        }
        let first = shaped.cell_at_or_end(span.start);
        let mut last = shaped.cell_at_or_end(end);
        if shaped.cell_byte(last) < end {
            last += 1;
        }
        let mut found: Vec<LineRect> = Vec::new();
        let mut thin = None;
        let from = self.line_of_cell(first);
        for (index, line) in self.lines().iter().enumerate().skip(from) {
            if line.cells.start >= last {
                break;
            }
            let (y0, y1) = self.line_extent(index);
            for run in &line.runs {
                let start = run.cells.start.max(first);
                let end = run.cells.end.min(last);
                if start >= end {
                    continue;
                }
                let rtl = run.level & 1 == 1;
                let (left, right) = if rtl {
                    (self.placed(end - 1), self.placed(start))
                } else {
                    (self.placed(start), self.placed(end - 1))
                };
                let rect = LineRect {
                    line: index,
                    rect: Rect {
                        x0: left.x,
                        y0,
                        x1: right.x + right.width,
                        y1,
                    },
                    span: Span {
                        start: shaped.cell_byte(start),
                        end: shaped.cell_byte(end),
                    },
                    rtl,
                };
                if rect.rect.width() <= 0.0 {
                    thin = thin.or(Some(rect));
                } else if !join(found.last_mut(), &rect) {
                    found.push(rect);
                }
            }
        }
        if found.is_empty() {
            found.extend(thin);
        }
        found
    }
}

/// Joins a rectangle to the one before it where only a change of face parts
/// the two.
fn join(last: Option<&mut LineRect>, next: &LineRect) -> bool {
    let Some(last) = last else {
        return false;
    };
    let follows = if next.rtl {
        next.span.end == last.span.start
    } else {
        last.span.end == next.span.start
    };
    let touches = (next.rect.x0 - last.rect.x1).abs() <= SAME_X;
    if last.line != next.line || last.rtl != next.rtl || !follows || !touches {
        return false;
    }
    last.rect.x1 = next.rect.x1;
    last.span = Span {
        start: last.span.start.min(next.span.start),
        end: last.span.end.max(next.span.end),
    };
    true
}
