//! The signs of agreement: two lines, the upper one the first person's mark,
//! the lower one the second's.
//!
//! **Invariant:** the signs differ in shape, not in colour alone.

use egui::{Color32, Painter, Rect, Stroke, pos2};

use crate::analysis::agreement::Agreement;
use crate::command::Compared;
use crate::ui::theme::{Theme, UiDirection};

/// The colour of a sign.
fn agreement_color(theme: &Theme, agreement: Agreement) -> Color32 {
    match agreement {
        Agreement::Same => theme.second,
        Agreement::Span => theme.unseen,
        Agreement::Tag | Agreement::SpanAndTag => theme.accent,
        Agreement::OnlyFirst | Agreement::OnlySecond => theme.rubric,
    }
}

/// The colour of the sign of a place.
pub fn difference_color(theme: &Theme, row: &Compared) -> Color32 {
    if row.contradict {
        theme.unseen
    } else {
        agreement_color(theme, row.agreement)
    }
}

/// Paints the sign of a place into the middle of `rect`: that of its agreement,
/// struck through where the two contradict each other about it.
pub fn paint_difference(
    painter: &Painter,
    rect: Rect,
    row: &Compared,
    color: Color32,
    direction: UiDirection,
) {
    paint_agreement(painter, rect, row.agreement, color, direction);
    if row.contradict {
        let (center, along) = (rect.center(), direction.sign() * 3.0);
        let ends = [
            pos2(center.x - along, center.y + 6.0),
            pos2(center.x + along, center.y - 6.0),
        ];
        painter.line_segment(ends, Stroke::new(1.5, color));
    }
}

/// Paints a sign into the middle of `rect`, 12 points wide.
fn paint_agreement(
    painter: &Painter,
    rect: Rect,
    agreement: Agreement,
    color: Color32,
    direction: UiDirection,
) {
    const HALF: f32 = 6.0;
    const APART: f32 = 2.5;
    let center = rect.center();
    let along = direction.sign();
    let line = |upper: bool, from: f32, to: f32, width: f32| {
        let y = center.y + if upper { -APART } else { APART };
        let (a, b) = (center.x + along * from, center.x + along * to);
        painter.line_segment([pos2(a, y), pos2(b, y)], Stroke::new(width, color));
    };
    let dots = |upper: bool| {
        for step in [-5.0, -1.0, 3.0] {
            line(upper, step, step + 2.0, 1.5);
        }
    };
    match agreement {
        Agreement::Same => {
            line(true, -HALF, HALF, 1.5);
            line(false, -HALF, HALF, 1.5);
        }
        Agreement::Span => {
            line(true, -HALF, 2.0, 1.5);
            line(false, -2.0, HALF, 1.5);
        }
        Agreement::Tag => {
            line(true, -HALF, HALF, 1.5);
            line(false, -HALF, HALF, 3.5);
        }
        Agreement::SpanAndTag => {
            line(true, -HALF, 2.0, 1.5);
            line(false, -2.0, HALF, 3.5);
        }
        Agreement::OnlyFirst => {
            line(true, -HALF, HALF, 1.5);
            dots(false);
        }
        Agreement::OnlySecond => {
            dots(true);
            line(false, -HALF, HALF, 1.5);
        }
    }
}
