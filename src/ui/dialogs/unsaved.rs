//! Unsaved work on closing: save, discard, or stay.

use egui::Context;

use crate::command::Workbench;
use crate::i18n::Arg;
use crate::ui::action::Action;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, dialog};

/// Draws the question. Returns whether it stays open.
pub(super) fn dialog_ui(ctx: &Context, wb: &Workbench, actions: &mut Vec<Action>) -> bool {
    let messages = wb.messages();
    let title = messages.format(
        "dialog-unsaved-title",
        &[("project", Arg::from(wb.title()))],
    );
    let body = if wb.project_path().is_some() {
        messages.format(
            "dialog-unsaved-body",
            &[("count", Arg::from(wb.unsaved_changes()))],
        )
    } else {
        messages.text("dialog-unsaved-new-body")
    };
    let names = [
        messages.text("dialog-unsaved-save"),
        messages.text("dialog-unsaved-discard"),
        messages.text("dialog-unsaved-cancel"),
    ];
    let response = dialog(ctx, "unsaved", &title, 420.0, |ui| {
        Label::new(&body).show(ui);
        ui.add_space(16.0);
        let direction = UiDirection::get(ui.ctx());
        let size = egui::vec2(ui.available_width(), 30.0);
        ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
            let mut answer = None;
            if Button::new(&names[0]).primary().show(ui).clicked() {
                answer = Some(Action::SavePending);
            }
            if Button::new(&names[1]).show(ui).clicked() {
                answer = Some(Action::DiscardPending);
            }
            if Button::new(&names[2]).show(ui).clicked() {
                answer = Some(Action::CancelPending);
            }
            answer
        })
        .inner
    });
    match response.inner {
        Some(answer) => {
            actions.push(answer);
            false
        }
        None if response.dismissed => {
            actions.push(Action::CancelPending);
            false
        }
        None => true,
    }
}
