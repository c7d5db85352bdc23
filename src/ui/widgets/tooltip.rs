//! Tooltips.

use egui::{Frame, Margin, Response, Ui};

use super::chip::key_cap;
use super::label::Label;
use super::text::TextLook;
use crate::ui::theme::UiDirection;

/// Shows `text` while the pointer rests on the widget.
pub fn tooltip(response: Response, text: &str) -> Response {
    show(response, text, |ui| {
        Label::new(text).show(ui);
    })
}

/// The same with the key that does it.
pub fn tooltip_with_key(response: Response, text: &str, key: &str) -> Response {
    show(response, text, |ui| {
        Label::new(text).show(ui);
        key_cap(ui, key);
    })
}

fn show(response: Response, text: &str, add_contents: impl Fn(&mut Ui)) -> Response {
    let layout = UiDirection::get(&response.ctx).column();
    let contents = |ui: &mut Ui| {
        // As wide as the text, so that a mirrored column does not fill all
        // the room it could have.
        let natural = TextLook::ui().line(ui.ctx(), text).shaped().width().ceil() + 1.0;
        ui.set_max_width(natural.clamp(24.0, ui.spacing().tooltip_width));
        Frame::new()
            .inner_margin(Margin::symmetric(4, 1))
            .show(ui, |ui| ui.with_layout(layout, |ui| add_contents(ui)));
    };
    if response.enabled() {
        response.on_hover_ui(contents)
    } else {
        response.on_disabled_hover_ui(contents)
    }
}
