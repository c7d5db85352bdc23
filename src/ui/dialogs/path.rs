//! A path typed by hand, for machines without a file dialog and for people
//! who like to type.

use std::path::PathBuf;

use egui::Context;

use crate::command::{Args, PathPurpose, Workbench};
use crate::ui::action::Action;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, TextField, dialog};

/// What is being typed.
#[derive(Debug)]
pub(in crate::ui) struct PathField {
    purpose: PathPurpose,
    text: String,
    no_dialog: bool,
    focused: bool,
}

impl PathField {
    pub(super) fn new(purpose: PathPurpose, suggestion: Option<PathBuf>, no_dialog: bool) -> Self {
        Self {
            purpose,
            text: suggestion.map_or_else(String::new, |path| path.display().to_string()),
            no_dialog,
            focused: false,
        }
    }

    /// Draws the field. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let (title, button) = match self.purpose {
            PathPurpose::Open | PathPurpose::OpenFolder => ("dialog-path-title", "button-open"),
            PathPurpose::SaveAs => ("dialog-path-save-title", "button-save"),
            PathPurpose::ImportCodebook => ("dialog-codebook-title", "button-open"),
            PathPurpose::Export(_) | PathPurpose::ExportCodebook(_) => {
                ("dialog-path-export-title", "button-export")
            }
        };
        let title = messages.text(title);
        let path = PathBuf::from(self.text.trim());
        let opening = matches!(
            self.purpose,
            PathPurpose::Open | PathPurpose::OpenFolder | PathPurpose::ImportCodebook
        );
        let warning = match (self.text.trim().is_empty(), opening, path.exists()) {
            (false, true, false) => Some(messages.text("dialog-path-missing")),
            (false, false, true) => Some(messages.text("dialog-path-exists")),
            _ => None,
        };
        let can = !self.text.trim().is_empty() && (!opening || path.exists());
        let response = dialog(ctx, "path", &title, 520.0, |ui| {
            if self.no_dialog {
                Label::new(&messages.text("dialog-no-file-dialog"))
                    .second()
                    .show(ui);
                ui.add_space(8.0);
            }
            let enter = TextField::new("path", &messages.text("label-path"), &mut self.text)
                .placeholder(&messages.text("dialog-path-hint"))
                .width(520.0)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui)
                .submitted;
            ui.add_space(4.0);
            Label::new(warning.as_deref().unwrap_or(" "))
                .size(12.0)
                .second()
                .show(ui);
            ui.add_space(12.0);
            let direction = UiDirection::get(ui.ctx());
            let size = egui::vec2(ui.available_width(), 30.0);
            let (go, cancel) = ui
                .allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                    let go = Button::new(&messages.text(button))
                        .primary()
                        .enabled(can)
                        .show(ui);
                    let cancel = Button::new(&messages.text("button-cancel")).show(ui);
                    (go.clicked(), cancel.clicked())
                })
                .inner;
            ((go || enter) && can, cancel)
        });
        let (go, cancel) = response.inner;
        if go {
            actions.push(Action::Run(self.purpose.command(), Args::Paths(vec![path])));
        }
        if !go && (cancel || response.dismissed) && self.purpose == PathPurpose::SaveAs {
            // Leaving that waited for this file waits no longer.
            actions.push(Action::CancelPending);
        }
        !(go || cancel || response.dismissed)
    }
}
