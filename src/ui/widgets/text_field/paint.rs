//! How a field looks.

use std::time::Duration;

use egui::{Color32, CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui, pos2};

use super::column::Column;
use crate::model::Span;
use crate::text::Caret;
use crate::ui::paint::{
    Mark, MarkLine, paint_caret_flag, paint_layout, paint_marks, paint_selected_break,
    paint_selection,
};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::text::{Place, TextLook, paint_line};

/// The caret is seen and not seen for that long, seconds.
const BLINK: f64 = 0.53;
/// Then it stays seen, so that an idle window repaints no more.
const BLINK_FOR: f64 = 12.0;

/// What there is to paint.
pub(super) struct View<'a> {
    pub(super) rect: Rect,
    pub(super) inner: Rect,
    pub(super) origin: Pos2,
    pub(super) column: &'a Column,
    pub(super) selection: Span,
    pub(super) composing: Option<Span>,
    pub(super) active: Option<Span>,
    pub(super) caret: Option<Caret>,
    pub(super) placeholder: &'a str,
    pub(super) look: TextLook,
    pub(super) focused: bool,
    pub(super) frame: bool,
    pub(super) enabled: bool,
    pub(super) touched_at: f64,
}

pub(super) fn paint(ui: &Ui, view: &View<'_>) {
    let theme = Theme::get(ui.ctx());
    if view.frame {
        let ground = if view.enabled {
            theme.page
        } else {
            theme.panel
        };
        let (width, color) = if view.focused {
            (2.0, theme.accent)
        } else {
            (1.0, theme.hairline)
        };
        ui.painter().rect(
            view.rect,
            CornerRadius::same(6),
            ground,
            Stroke::new(width, color),
            StrokeKind::Inside,
        );
    }
    let painter = ui
        .painter()
        .with_clip_rect(view.rect.shrink(2.0).intersect(ui.clip_rect()));
    let place_of = |top: f32| pos2(view.origin.x, view.origin.y + top);
    if !view.placeholder.is_empty() {
        let direction = UiDirection::get(ui.ctx());
        let (line, _) = view
            .look
            .elided(ui.ctx(), view.placeholder, view.inner.width());
        let place = if direction.is_rtl() {
            Place::Right
        } else {
            Place::Left
        };
        let top = view.origin.y;
        let rect = Rect::from_x_y_ranges(view.inner.x_range(), top..=top + view.look.line_height);
        paint_line(&painter, rect, &line, place, theme.second);
    }
    for (part, span) in view.column.pieces(view.selection) {
        let pos = place_of(part.top);
        paint_selection(&painter, pos, &part.layout, span, theme.selection);
        if view.selection.end > part.span.end {
            paint_selected_break(&painter, pos, &part.layout, theme.selection);
        }
    }
    if let Some(active) = view.active {
        for (part, span) in view.column.pieces(active) {
            paint_selection(
                &painter,
                place_of(part.top),
                &part.layout,
                span,
                theme.selection,
            );
        }
    }
    if let Some(composing) = view.composing {
        for (part, span) in view.column.pieces(composing) {
            let mark = Mark {
                span,
                tint: Color32::TRANSPARENT,
                hue: theme.ink,
                line: MarkLine::Solid,
                level: 0,
                outline: None,
            };
            paint_marks(&painter, place_of(part.top), &part.layout, &[mark]);
        }
    }
    let ink = if view.enabled { theme.ink } else { theme.faint };
    for part in &view.column.parts {
        paint_layout(&painter, place_of(part.top), &part.layout, ink);
    }
    if let Some(caret) = view.caret
        && is_lit(ui, view.touched_at)
    {
        let bar = view
            .column
            .caret_rect(caret)
            .translate(view.origin.to_vec2());
        let scale = ui.pixels_per_point();
        let snap = |value: f32| (value * scale).round() / scale;
        let width = (1.5 * scale).round().max(1.0) / scale;
        let left = snap(bar.left()) - (width * scale / 2.0).floor() / scale;
        let rect = Rect::from_min_max(
            pos2(left, snap(bar.top())),
            pos2(left + width, snap(bar.bottom())),
        );
        painter.rect_filled(rect, 0.0, theme.accent);
        if let Some(direction) = view.column.border_direction(caret) {
            paint_caret_flag(&painter, rect, direction, theme.accent);
        }
    }
}

/// Whether the caret is seen at this moment; asks to be painted again when
/// that changes.
fn is_lit(ui: &Ui, touched_at: f64) -> bool {
    let now = ui.input(|input| input.time);
    let since = (now - touched_at).max(0.0);
    if since > BLINK_FOR || !ui.input(|input| input.focused) {
        return true;
    }
    let phase = since / BLINK;
    let next = (phase.floor() + 1.0) * BLINK - since;
    ui.ctx()
        .request_repaint_after(Duration::from_secs_f64(next.max(0.02)));
    (phase as u64).is_multiple_of(2)
}
