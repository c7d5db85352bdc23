//! The mouse in a field.

use egui::{PointerButton, Pos2, Response, Ui};

use super::State;
use super::column::Column;
use crate::model::Span;
use crate::text::{Affinity, Caret};

/// What a drag grows by.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Grain {
    Letter,
    Word,
    Paragraph,
}

/// Clicks and drags; whether the caret moved.
pub(super) fn point(
    ui: &Ui,
    response: &Response,
    state: &mut State,
    column: &Column,
    origin: Pos2,
) -> bool {
    if state.preedit.is_some() {
        return false;
    }
    let Some(pointer) = response.interact_pointer_pos() else {
        return false;
    };
    let at = pointer - origin.to_vec2();
    let hit = column.hit(at.x, at.y);
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
        state.buffer.place(caret, true);
        return moved;
    }
    false
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
