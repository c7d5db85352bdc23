//! Another program has written the project's file: which version goes on.
//!
//! Invariant: every answer keeps both versions; Escape changes nothing.

use std::path::Path;

use egui::Context;

use crate::command::{Args, Workbench};
use crate::i18n::Arg;
use crate::language::invisible::visible_name;
use crate::ui::action::Action;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, dialog};

/// The names under which the version that gives way would be kept.
#[derive(Debug)]
pub(in crate::ui) struct Versions {
    other: String,
    own: String,
}

impl Versions {
    pub(super) fn new(other: &Path, own: &Path) -> Self {
        let name = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            visible_name(&name).into_owned()
        };
        Self {
            other: name(other),
            own: name(own),
        }
    }

    /// Draws the question. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let with = |id: &str, name: &str, value: &str| {
            messages.format(id, &[(name, Arg::from(value.to_owned()))])
        };
        let title = with("dialog-changed-title", "project", &wb.title());
        let response = dialog(ctx, "changed", &title, 520.0, |ui| {
            Label::new(&messages.text("dialog-changed-body")).show(ui);
            ui.add_space(10.0);
            for (id, name) in [
                ("dialog-changed-mine", &self.other),
                ("dialog-changed-theirs", &self.own),
            ] {
                Label::new(&with(id, "name", name)).second().show(ui);
                ui.add_space(4.0);
            }
            ui.add_space(14.0);
            let direction = UiDirection::get(ui.ctx());
            let size = egui::vec2(ui.available_width(), 30.0);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                let mut answer = None;
                let save = messages.text("dialog-changed-save");
                if Button::new(&save).primary().show(ui).clicked() {
                    answer = Some(Action::SaveOverOther);
                }
                let open = messages.text("dialog-changed-open");
                if Button::new(&open).show(ui).clicked() {
                    answer = Some(Action::OpenOther);
                }
                let elsewhere = messages.text("command-file-save-as");
                if Button::new(&elsewhere).show(ui).clicked() {
                    answer = Some(Action::Run("file.save-as", Args::None));
                }
                if Button::new(&messages.text("button-cancel"))
                    .show(ui)
                    .clicked()
                {
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
}
