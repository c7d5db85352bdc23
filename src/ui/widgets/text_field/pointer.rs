//! The mouse in a field.

use egui::{PointerButton, Pos2, Rect, Response, Ui};

use super::State;
use super::column::Column;
use super::keys::fitting;
use crate::model::Span;
use crate::text::{Affinity, Caret};

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
    // A line longer than its field comes past while the pointer is held
    // beside it, faster further out.
    let seconds = ui.input(|input| input.stable_dt).min(0.1);
    let reach = |out: f32| 2.0 + out.max(0.0) * seconds * 12.0;
    let (left, right) = (inner.left() - origin.x, inner.right() - origin.x);
    let x = if multiline {
        at.x
    } else {
        at.x.clamp(left - reach(left - at.x), right + reach(at.x - right))
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
