//! The mouse in a field.

use egui::{PointerButton, Pos2, Rect, Response, Ui};

use super::State;
use super::column::Column;
use super::keys::fitting;
use crate::model::Span;
use crate::text::{Affinity, Caret};
use crate::ui::within::within;

/// A line comes past a drag beside its field at so many points a second for
/// each point beyond the edge, and by so many points at once at most.
const PER_POINT: f32 = 12.0;
const MOST_BEYOND: f32 = 80.0;

/// What a drag grows by.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Grain {
    Letter,
    Word,
    Paragraph,
}

/// Where a field's text stands and what may be done to it.
#[derive(Copy, Clone)]
pub(super) struct Place {
    /// Top left of the column on the screen.
    pub(super) origin: Pos2,
    /// The part of the field in which text is seen.
    pub(super) inner: Rect,
    pub(super) multiline: bool,
    pub(super) editable: bool,
}

/// Clicks and drags; whether the caret moved.
pub(super) fn point(
    ui: &Ui,
    response: &Response,
    state: &mut State,
    column: &Column,
    Place {
        origin,
        inner,
        multiline,
        editable,
    }: Place,
) -> bool {
    if state.preedit.is_some() {
        return false;
    }
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::MiddleClickPaste { pos, text } if response.rect.contains(*pos) => {
                Some((*pos, text.clone()))
            }
            _ => None,
        })
    });
    if let Some((pos, text)) = pasted.filter(|_| editable && response.contains_pointer()) {
        let at = pos - origin.to_vec2();
        state.buffer.place(column.hit(at.x, at.y), false);
        state.buffer.insert(&fitting(&text, multiline));
        response.request_focus();
        return true;
    }
    let Some(pointer) = response.interact_pointer_pos() else {
        return false;
    };
    let at = pointer - origin.to_vec2();
    if response.secondary_clicked() {
        let hit = column.hit(at.x, at.y);
        let selected = state.buffer.selection();
        if selected.is_empty() || hit.byte < selected.start || selected.end < hit.byte {
            state.buffer.place(hit, false);
        }
        return true;
    }
    let (left, right) = (inner.left() - origin.x, inner.right() - origin.x);
    let x = if multiline {
        at.x
    } else {
        let beyond = reach(ui, response, state, column, (left, right), at.x);
        within(at.x, left - beyond, right + beyond)
    };
    let hit = column.hit(x, at.y);
    let shift = ui.input(|input| input.modifiers.shift);
    if response.triple_clicked() || response.double_clicked() {
        let (grain, span) = if response.triple_clicked() {
            (Grain::Paragraph, paragraph_around(column, hit.byte))
        } else {
            (Grain::Word, state.buffer.word_around(hit.byte))
        };
        state.buffer.select(span);
        state.drag = Some((grain, span));
        return true;
    }
    let pressed = response.contains_pointer()
        && ui.input(|input| input.pointer.button_pressed(PointerButton::Primary));
    if pressed {
        // The second press of a double click may begin a drag by words.
        let grain = match (&state.drag, response.is_pointer_button_down_on()) {
            (Some((grain, span)), true)
                if *grain != Grain::Letter
                    && span.start <= hit.byte
                    && hit.byte <= span.end
                    && ui.input(|input| input.time) - state.touched_at < 0.4 =>
            {
                Some((*grain, *span))
            }
            _ => None,
        };
        state.drag = grain.or(Some((Grain::Letter, Span::new(hit.byte, hit.byte))));
        if grain.is_none() {
            state.buffer.place(hit, shift);
        }
        return true;
    }
    if response.dragged_by(PointerButton::Primary)
        && let Some((grain, first)) = state.drag
    {
        let (caret, anchor) = match grain {
            Grain::Letter => (hit, None),
            Grain::Word => dragged(first, state.buffer.word_around(hit.byte)),
            Grain::Paragraph => dragged(first, paragraph_around(column, hit.byte)),
        };
        if let Some(anchor) = anchor {
            let anchor = Caret {
                byte: anchor,
                affinity: Affinity::Downstream,
            };
            state.buffer.place(anchor, false);
        }
        let moved = state.buffer.caret() != caret;
        if moved {
            state.beyond = 0.0;
        }
        state.buffer.place(caret, true);
        return moved;
    }
    false
}

/// How far beyond the field's sides (points of the column) a drag at `x`
/// reaches in this frame: a line longer than its field comes past while the
/// pointer is held beside it, faster further out.
fn reach(
    ui: &Ui,
    response: &Response,
    state: &mut State,
    column: &Column,
    (left, right): (f32, f32),
    x: f32,
) -> f32 {
    let out = (left - x).max(x - right);
    let more = if x < left {
        left > 0.5
    } else {
        right + 0.5 < column.content_width()
    };
    if out <= 0.0 || !response.dragged_by(PointerButton::Primary) {
        state.beyond = 0.0;
        return 0.0;
    }
    if !more {
        return out;
    }
    let seconds = ui.input(|input| input.stable_dt).min(0.1);
    state.beyond = (state.beyond + (out + 4.0) * PER_POINT * seconds).min(MOST_BEYOND);
    ui.ctx().request_repaint();
    state.beyond
}

/// The stretch from the first grain to the one under the pointer: the caret
/// and where the selection begins.
fn dragged(first: Span, here: Span) -> (Caret, Option<usize>) {
    if here.start < first.start {
        let caret = Caret {
            byte: here.start,
            affinity: Affinity::Downstream,
        };
        (caret, Some(first.end))
    } else {
        let caret = Caret {
            byte: here.end.max(first.end),
            affinity: Affinity::Upstream,
        };
        (caret, Some(first.start))
    }
}

fn paragraph_around(column: &Column, byte: usize) -> Span {
    column
        .parts
        .iter()
        .rev()
        .find(|part| part.span.start <= byte)
        .map_or(Span::new(0, 0), |part| part.span)
}
