//! How much of a document is told: what is near the window.
//!
//! Invariant: the units told are beside each other without a gap.

use std::ops::Range;

use crate::model::Span;
use crate::text::{ParagraphLayout, TextEngine};
use crate::ui::reader::flow::{Flow, Placed};

/// Told beyond what a window holds on either side, bytes and units.
const MORE_BYTES: usize = 6 * 1024;
pub(super) const MORE_UNITS: usize = 60;
/// Of units longer than this, bytes, only the lines near the window are told.
const LONG: usize = 4 * 1024;

/// The units a window's height above and below those in sight.
pub(super) fn needed(
    flow: &mut Flow,
    engine: &mut TextEngine,
    first: &Placed,
    last: &Placed,
    height: f32,
) -> Range<usize> {
    let mut start = first.index;
    let mut top = first.top;
    while start > 0 && top > -height && first.index - start < MORE_UNITS {
        start -= 1;
        if flow.layout(engine, start).is_none() {
            break;
        }
        top -= flow.height_of(start);
    }
    let mut end = last.index + 1;
    let mut bottom = last.top + last.height;
    while end < flow.unit_count() && bottom < 2.0 * height && end - last.index < MORE_UNITS {
        if flow.layout(engine, end).is_none() {
            break;
        }
        bottom += flow.height_of(end);
        end += 1;
    }
    start..end
}

/// These units and those beside them, as far as there is room for.
pub(super) fn widened(flow: &Flow, units: Range<usize>) -> Range<usize> {
    // Beside a long unit, of which only some lines are told, would be a gap.
    let is_long = |index: usize| flow.unit_span(index).is_none_or(|span| span.len() > LONG);
    let Range { mut start, mut end } = units;
    let mut room = MORE_BYTES;
    for _ in 0..MORE_UNITS / 2 {
        let Some(before) = start.checked_sub(1).filter(|_| !is_long(start)) else {
            break;
        };
        let length = flow.unit_span(before).map_or(0, Span::len);
        if is_long(before) || length > room {
            break;
        }
        room -= length;
        start = before;
    }
    let mut room = MORE_BYTES;
    for _ in 0..MORE_UNITS / 2 {
        if end >= flow.unit_count() || is_long(end) || is_long(end - 1) {
            break;
        }
        let length = flow.unit_span(end).map_or(0, Span::len);
        if length > room {
            break;
        }
        room -= length;
        end += 1;
    }
    start..end
}

pub(super) fn bytes_of(flow: &Flow, units: &Range<usize>) -> usize {
    let start = flow.unit_span(units.start).map_or(0, |span| span.start);
    let end = units
        .end
        .checked_sub(1)
        .and_then(|last| flow.unit_span(last))
        .map_or(start, |span| span.end);
    end.saturating_sub(start)
}

/// The lines of a unit that are told: all, or of a long one those within a
/// window's height of the window.
pub(super) fn near_lines(
    layout: &ParagraphLayout,
    span: Span,
    top: f32,
    height: f32,
) -> Range<usize> {
    let lines = layout.lines();
    if span.len() <= LONG {
        return 0..lines.len();
    }
    let first = lines.partition_point(|line| line.bottom + top < -height);
    let last = lines.partition_point(|line| line.top + top <= 2.0 * height);
    let first = first.min(lines.len().saturating_sub(1));
    first..last.max(first + 1)
}

/// Where the paragraph after the one that ends at `end` begins.
pub(super) fn next_unit(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let mut chars = rest.chars();
    let first = chars.next();
    let length = match first {
        Some('\r') if chars.next() == Some('\n') => 2,
        Some(c) if crate::text::is_paragraph_separator(c) => c.len_utf8(),
        _ => 0,
    };
    end + length
}
