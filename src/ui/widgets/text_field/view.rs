//! What a field shows, and where.

use egui::{Pos2, Rect};

use super::State;
use super::column::Column;
use crate::model::Span;
use crate::text::{Affinity, Caret, Direction};
use crate::ui::within::within;

/// What is shown of a field's text.
pub(super) struct Shown {
    /// The text, with what is being composed in the place of the selection.
    pub(super) text: String,
    pub(super) caret: Caret,
    /// The composed stretch, and the part of it that is being converted.
    pub(super) composing: Option<Span>,
    pub(super) active: Option<Span>,
}

pub(super) fn shown_text(state: &State) -> Shown {
    let text = state.buffer.text();
    let Some(preedit) = &state.preedit else {
        return Shown {
            text: text.to_owned(),
            caret: state.buffer.caret(),
            composing: None,
            active: None,
        };
    };
    let selection = state.buffer.selection();
    let head = text.get(..selection.start).unwrap_or_default();
    let tail = text.get(selection.end..).unwrap_or_default();
    let at = head.len();
    Shown {
        text: format!("{head}{}{tail}", preedit.text),
        caret: Caret {
            byte: at + preedit.caret,
            affinity: Affinity::Upstream,
        },
        composing: Some(Span::new(at, at + preedit.text.len())),
        active: preedit
            .active
            .map(|active| Span::new(at + active.start, at + active.end)),
    }
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
    within(wanted, least - margin, most + margin)
}
