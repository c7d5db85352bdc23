//! The signs of agreement: two lines, the upper one the first person's mark,
//! the lower one the second's.
//!
//! **Invariant:** the signs differ in shape, not in colour alone.

use egui::{Color32, Painter, Rect, Stroke, pos2};

use crate::analysis::agreement::Agreement;
use crate::ui::theme::{Theme, UiDirection};

/// The colour of a sign.
pub fn agreement_color(theme: &Theme, agreement: Agreement) -> Color32 {
    match agreement {
        Agreement::Same => theme.second,
        Agreement::Span => theme.unseen,
        Agreement::Tag | Agreement::SpanAndTag => theme.accent,
        Agreement::OnlyFirst | Agreement::OnlySecond => theme.rubric,
    }
}

/// Paints a sign into the middle of `rect`, 12 points wide.
pub fn paint_agreement(
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
