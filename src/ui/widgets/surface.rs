//! Lines, rings and the two ways to line things up.

use egui::{Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::ui::theme::{Theme, UiDirection};

/// A horizontal line over the width at hand.
pub fn hairline(ui: &mut Ui) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let color = Theme::get(ui.ctx()).hairline;
    let y = snap(rect.top(), ui.pixels_per_point());
    let line = Rect::from_min_size(egui::pos2(rect.left(), y), vec2(rect.width(), 1.0));
    ui.painter().rect_filled(line, 0.0, color);
    response
}

/// A vertical line of that height, points, between items of a row.
pub fn vertical_hairline(ui: &mut Ui, height: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(1.0, height), Sense::hover());
    let color = Theme::get(ui.ctx()).hairline;
    let x = snap(rect.left(), ui.pixels_per_point());
    let line = Rect::from_min_size(egui::pos2(x, rect.top()), vec2(1.0, height));
    ui.painter().rect_filled(line, 0.0, color);
    response
}

fn snap(value: f32, scale: f32) -> f32 {
    (value * scale).round() / scale
}

/// The ring around what has the keyboard's attention.
pub fn focus_ring(painter: &Painter, rect: Rect, radius: f32, theme: &Theme) {
    painter.rect_stroke(
        rect.expand(1.0),
        radius + 1.0,
        Stroke::new(2.0, theme.accent),
        StrokeKind::Inside,
    );
}

/// Things beneath each other, at the start side of the interface; inside,
/// `ui.horizontal` runs in reading direction too.
pub fn column<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = UiDirection::get(ui.ctx()).column();
    ui.with_layout(layout, add_contents).inner
}

/// Things beside each other in reading direction, `height` points high, over
/// the width at hand.
pub fn row<R>(ui: &mut Ui, height: f32, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = UiDirection::get(ui.ctx()).row();
    let size = vec2(ui.available_width(), height);
    let (_, rect) = ui.allocate_space(size);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), add_contents)
        .inner
}
