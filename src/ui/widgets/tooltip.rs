//! Tooltips.

use egui::{Response, Ui};

use super::chip::key_cap;
use super::label::Label;
use crate::ui::theme::UiDirection;

/// Shows `text` while the pointer rests on the widget.
pub fn tooltip(response: Response, text: &str) -> Response {
    show(response, |ui| {
        Label::new(text).show(ui);
    })
}

/// The same with the key that does it.
pub fn tooltip_with_key(response: Response, text: &str, key: &str) -> Response {
    show(response, |ui| {
        Label::new(text).show(ui);
        key_cap(ui, key);
    })
}

fn show(response: Response, add_contents: impl Fn(&mut Ui)) -> Response {
    let layout = UiDirection::get(&response.ctx).column();
    let contents = |ui: &mut Ui| {
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.with_layout(layout, |ui| add_contents(ui));
    };
    if response.enabled() {
        response.on_hover_ui(contents)
    } else {
        response.on_disabled_hover_ui(contents)
    }
}
