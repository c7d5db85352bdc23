//! What a field shows, and where.

use egui::{Pos2, Rect};

use super::State;
use super::column::Column;
use crate::model::Span;
use crate::text::{Affinity, Caret, Direction};

/// What is shown: the text with what is being composed in it, the caret there,
/// and the composed stretch.
pub(super) fn shown_text(state: &State) -> (String, Caret, Option<Span>) {
    let text = state.buffer.text();
    let caret = state.buffer.caret();
    let Some(preedit) = &state.preedit else {
        return (text.to_owned(), caret, None);
    };
    let (head, tail) = text.split_at_checked(caret.byte).unwrap_or((text, ""));
    let shown = format!("{head}{}{tail}", preedit.text);
    let place = Caret {
        byte: head.len() + preedit.caret,
        affinity: Affinity::Upstream,
    };
    (
        shown,
        place,
        Some(Span::new(head.len(), head.len() + preedit.text.len())),
    )
}

/// Top left corner of the column on the screen.
pub(super) fn origin_of(column: &Column, inner: Rect, multiline: bool, scroll: f32) -> Pos2 {
    if multiline {
        return inner.min;
    }
    let top = inner.center().y - column.height / 2.0;
    let left = if column.direction() == Direction::RightToLeft {
        inner.right() - column.content_width()
    } else {
        inner.left()
    };
    egui::pos2(left - scroll, top)
}

/// The shift that keeps the caret of a single line in sight.
pub(super) fn scrolled(column: &Column, caret: Caret, inner: Rect, scroll: f32) -> f32 {
    let room = inner.width();
    let width = column.content_width();
    if width <= room {
        return 0.0;
    }
    let rtl = column.direction() == Direction::RightToLeft;
    let x = column.caret_rect(caret).left();
    // Offset of the column's left edge from the field's at no shift.
    let base = if rtl { room - width } else { 0.0 };
    let (least, most) = if rtl {
        (base, 0.0)
    } else {
        (0.0, width - room)
    };
    let margin = 2.0_f32.min(room / 2.0);
    let seen = base - scroll + x;
    let wanted = if seen < margin {
        scroll - (margin - seen)
    } else if seen > room - margin {
        scroll + (seen - (room - margin))
    } else {
        scroll
    };
    wanted.clamp(least - margin, most + margin)
}
