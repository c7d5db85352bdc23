//! Rows of the inspector: a quiet name and what it says.

use egui::Ui;

use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{Button, Label};

/// A quiet name with a button beside it.
pub(super) fn fact_button(ui: &mut Ui, name: &str, value: &str, enabled: bool) -> egui::Response {
    let direction = UiDirection::get(ui.ctx());
    let width = ui.available_width();
    ui.allocate_ui_with_layout(egui::vec2(width, 26.0), direction.row(), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let second = Theme::get(ui.ctx()).second;
        ui.allocate_ui_with_layout(egui::vec2(72.0, 26.0), direction.row(), |ui| {
            ui.set_width(72.0);
            Label::new(name).size(12.5).color(second).elide().show(ui);
        });
        Button::new(value)
            .quiet()
            .icon(Icon::ChevronDown)
            .enabled(enabled)
            .show(ui)
    })
    .inner
}

/// A quiet name and what it says, beside each other.
pub(in crate::ui::panels) fn fact(ui: &mut Ui, name: &str, value: &str) {
    let direction = UiDirection::get(ui.ctx());
    let width = ui.available_width();
    ui.allocate_ui_with_layout(egui::vec2(width, 20.0), direction.row(), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let second = Theme::get(ui.ctx()).second;
        ui.allocate_ui_with_layout(egui::vec2(74.0, 20.0), direction.row(), |ui| {
            ui.set_width(74.0);
            Label::new(name).size(12.5).color(second).elide().show(ui);
        });
        Label::new(value).size(12.5).elide().show(ui);
    });
}

/// A button over the width at hand that shows a value; screen readers are told
/// its name too.
pub(super) fn named_button(ui: &mut Ui, name: &str, value: &str, enabled: bool) -> egui::Response {
    let response = Button::new(value)
        .icon(Icon::ChevronDown)
        .enabled(enabled)
        .show(ui);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(name));
    response
}
