//! A dialog over the window.

use egui::{Context, Frame, Id, Margin, Modal, Role, Stroke, Ui, UiKind};

use super::label::Label;
use super::text::Place;
use crate::ui::access::say_around;
use crate::ui::theme::{Theme, UiDirection};

/// Where the upper edge of a list that is typed in stands, of the window.
const FROM_ABOVE: f32 = 0.12;

/// What came out of a dialog this frame.
pub struct DialogResponse<R> {
    /// What the contents answered.
    pub inner: R,
    /// Escape or a click beside it: the dialog wants to go.
    pub dismissed: bool,
}

/// The width of a dialog: `widest`, or what a narrow window leaves with
/// `around` at its sides together; points, nothing where it leaves nothing.
pub fn dialog_width(ctx: &Context, widest: f32, around: f32) -> f32 {
    widest.min(ctx.content_rect().width() - around).max(0.0)
}

/// Shows a small dialog at a place of the screen (points), of that width; the
/// window behind it stays as it looks and takes no input.
pub fn dialog_at<R>(
    ctx: &Context,
    id: &str,
    title: &str,
    place: egui::Pos2,
    width: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> DialogResponse<R> {
    let theme = Theme::get(ctx);
    let direction = UiDirection::get(ctx);
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(Stroke::new(1.0, theme.hairline))
        .corner_radius(8.0)
        .shadow(ctx.global_style().visuals.popup_shadow)
        .inner_margin(Margin::same(10));
    let id = Id::unique(("hashiya.dialog", id));
    let area = Modal::default_area(id)
        .anchor(egui::Align2::LEFT_TOP, place.to_vec2())
        .constrain(true);
    let response = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(egui::Color32::TRANSPARENT)
        .show(ctx, |ui| {
            say_around(ui, UiKind::Modal, title, true);
            ui.set_width(width.max(0.0));
            ui.with_layout(direction.column(), add_contents).inner
        });
    DialogResponse {
        dismissed: response.should_close(),
        inner: response.inner,
    }
}

/// Shows a dialog of that width (points) in the middle of the window; the
/// window behind it takes no input.
pub fn dialog<R>(
    ctx: &Context,
    id: &str,
    title: &str,
    width: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> DialogResponse<R> {
    let area = Modal::default_area(Id::unique(("hashiya.dialog", id)));
    dialog_in(ctx, area, title, width, add_contents)
}

/// The same with its upper edge in one place, however high it is: for lists
/// that change while one types.
pub fn dialog_from_above<R>(
    ctx: &Context,
    id: &str,
    title: &str,
    width: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> DialogResponse<R> {
    let from_above = ctx.content_rect().height() * FROM_ABOVE;
    let area = Modal::default_area(Id::unique(("hashiya.dialog", id)))
        .anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, from_above));
    dialog_in(ctx, area, title, width, add_contents)
}

fn dialog_in<R>(
    ctx: &Context,
    area: egui::Area,
    title: &str,
    width: f32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> DialogResponse<R> {
    let theme = Theme::get(ctx);
    let direction = UiDirection::get(ctx);
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(Stroke::new(1.0, theme.hairline))
        .corner_radius(10.0)
        .shadow(ctx.global_style().visuals.window_shadow)
        .inner_margin(Margin::same(20));
    let response = Modal::new(area.layer().id)
        .area(area)
        .frame(frame)
        .backdrop_color(theme.scrim)
        .show(ctx, |ui| {
            say_around(ui, UiKind::Modal, title, true);
            ui.set_width(width.max(0.0));
            ui.with_layout(direction.column(), |ui| {
                let place = if direction.is_rtl() {
                    Place::Right
                } else {
                    Place::Left
                };
                Label::new(title)
                    .size(15.0)
                    .bold()
                    .fill(place)
                    .role(Role::Heading)
                    .show(ui);
                ui.add_space(8.0);
                add_contents(ui)
            })
            .inner
        });
    DialogResponse {
        dismissed: response.should_close(),
        inner: response.inner,
    }
}
