//! Moving the caret through a document by keys.
//!
//! Left and Right move to where the arrow points, in either direction of
//! text; at the side of a paragraph they go on in the next or the one before,
//! as reading goes there.

use crate::model::Span;
use crate::text::{Affinity, Caret, Direction, Point, TextEngine, Visual};

use super::flow::Flow;

/// One step of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Left,
    Right,
    Forward,
    Back,
    WordLeft,
    WordRight,
    Up,
    Down,
    ParagraphUp,
    ParagraphDown,
    PageUp,
    PageDown,
    LineStart,
    LineEnd,
    DocumentStart,
    DocumentEnd,
}

/// The caret after `step`. `goal_x` is the distance from the left of the
/// column that Up and Down keep to, points; `page` the window's height.
pub(super) fn step(
    flow: &mut Flow,
    engine: &mut TextEngine,
    caret: Caret,
    step: Step,
    goal_x: f32,
    page: f32,
) -> Caret {
    let (index, local) = flow.local(caret);
    let Some(layout) = flow.layout(engine, index) else {
        return caret;
    };
    let start = flow.unit_span(index).map_or(0, |span| span.start);
    let rtl = layout.shaped().direction() == Direction::RightToLeft;
    let moved = match step {
        Step::Left => layout.move_visual(local, Visual::Left),
        Step::Right => layout.move_visual(local, Visual::Right),
        Step::Forward => layout.step_in_reading_order(local, true),
        Step::Back => layout.step_in_reading_order(local, false),
        Step::WordLeft => layout.move_visual(local, Visual::WordLeft),
        Step::WordRight => layout.move_visual(local, Visual::WordRight),
        Step::Up => layout.move_line(local, goal_x, true),
        Step::Down => layout.move_line(local, goal_x, false),
        Step::LineStart => Some(layout.line_start(layout.line_of(local))),
        Step::LineEnd => Some(layout.line_end(layout.line_of(local))),
        Step::ParagraphUp
        | Step::ParagraphDown
        | Step::PageUp
        | Step::PageDown
        | Step::DocumentStart
        | Step::DocumentEnd => None,
    };
    if let Some(moved) = moved {
        return Caret {
            byte: moved.byte + start,
            ..moved
        };
    }
    match step {
        Step::Forward => beside(flow, index, true).unwrap_or(caret),
        Step::Back => beside(flow, index, false).unwrap_or(caret),
        Step::Left | Step::WordLeft => beside(flow, index, rtl).unwrap_or(caret),
        Step::Right | Step::WordRight => beside(flow, index, !rtl).unwrap_or(caret),
        Step::Up => above(flow, engine, index, goal_x).unwrap_or(caret),
        Step::Down => below(flow, engine, index, goal_x).unwrap_or(caret),
        Step::ParagraphUp => {
            let (first, _) = flow.paragraph_units(index);
            if local.byte > 0 || index > first {
                at(flow, first)
            } else {
                at(flow, flow.paragraph_units(index.saturating_sub(1)).0)
            }
        }
        Step::ParagraphDown => {
            let (_, last) = flow.paragraph_units(index);
            if last + 1 < flow.unit_count() {
                at(flow, last + 1)
            } else {
                end_of(flow, last)
            }
        }
        Step::PageUp | Step::PageDown => {
            let Some(rect) = flow.caret_rect(engine, caret) else {
                return caret;
            };
            let by = if step == Step::PageUp { -page } else { page };
            let y = f32::midpoint(rect.y0, rect.y1);
            let (_, before) = flow.scroll_extent();
            flow.anchor.offset += by;
            flow.place(engine, page);
            let (_, after) = flow.scroll_extent();
            if (after - before).abs() < 1.0 {
                // The page stands at its end already: so does the caret then.
                return if step == Step::PageUp {
                    at(flow, 0)
                } else {
                    end_of(flow, flow.unit_count().saturating_sub(1))
                };
            }
            flow.hit(engine, Point { x: goal_x, y })
        }
        Step::DocumentStart => at(flow, 0),
        Step::DocumentEnd => end_of(flow, flow.unit_count().saturating_sub(1)),
        Step::LineStart | Step::LineEnd => caret,
    }
}

/// Whether the paragraph of a caret runs from right to left.
pub(super) fn runs_rtl(flow: &mut Flow, engine: &mut TextEngine, caret: Caret) -> bool {
    let (index, _) = flow.local(caret);
    flow.layout(engine, index)
        .is_some_and(|layout| layout.shaped().direction().is_rtl())
}

/// The letter to the left or right of a caret, as the carets at its near and
/// its far edge.
pub(super) fn letter_beside(
    flow: &mut Flow,
    engine: &mut TextEngine,
    caret: Caret,
    left: bool,
) -> Option<(Caret, Caret)> {
    let (index, local) = flow.local(caret);
    let (near, far) = flow.layout(engine, index)?.letter_beside(local, left)?;
    Some((
        into_document(flow, index, near),
        into_document(flow, index, far),
    ))
}

/// The nearest caret in the paragraph after (`forward`) or before `index`.
fn beside(flow: &Flow, index: usize, forward: bool) -> Option<Caret> {
    if forward {
        (index + 1 < flow.unit_count()).then(|| at(flow, index + 1))
    } else {
        (index > 0).then(|| end_of(flow, index - 1))
    }
}

fn at(flow: &Flow, index: usize) -> Caret {
    Caret {
        byte: flow.unit_span(index).map_or(0, |span| span.start),
        affinity: Affinity::Downstream,
    }
}

fn end_of(flow: &Flow, index: usize) -> Caret {
    Caret {
        byte: flow.unit_span(index).map_or(0, |span| span.end),
        affinity: Affinity::Upstream,
    }
}

fn above(flow: &mut Flow, engine: &mut TextEngine, index: usize, goal_x: f32) -> Option<Caret> {
    let index = index.checked_sub(1)?;
    let layout = flow.layout(engine, index)?;
    let y = layout
        .lines()
        .last()
        .map_or(0.0, |line| f32::midpoint(line.top, line.bottom));
    Some(into_document(
        flow,
        index,
        layout.hit(Point { x: goal_x, y }),
    ))
}

fn below(flow: &mut Flow, engine: &mut TextEngine, index: usize, goal_x: f32) -> Option<Caret> {
    if index + 1 >= flow.unit_count() {
        return None;
    }
    let layout = flow.layout(engine, index + 1)?;
    Some(into_document(
        flow,
        index + 1,
        layout.hit(Point { x: goal_x, y: 0.0 }),
    ))
}

fn into_document(flow: &Flow, index: usize, caret: Caret) -> Caret {
    let Span { start, .. } = flow.unit_span(index).unwrap_or(Span::new(0, 0));
    Caret {
        byte: caret.byte + start,
        ..caret
    }
}
