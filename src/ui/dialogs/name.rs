//! The name marks are signed with.

use egui::Context;

use crate::command::{Args, Workbench};
use crate::ui::action::Action;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, TextField, dialog};

/// What is being typed.
#[derive(Debug)]
pub(in crate::ui) struct NameField {
    text: String,
    focused: bool,
}

impl NameField {
    pub(super) fn new(name: &str) -> Self {
        Self {
            text: name.to_owned(),
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
        let title = messages.text("dialog-name-title");
        let response = dialog(ctx, "name", &title, 400.0, |ui| {
            Label::new(&messages.text("dialog-name-body"))
                .second()
                .show(ui);
            ui.add_space(8.0);
            let enter = TextField::new("name", &title, &mut self.text)
                .width(400.0)
                .select_all_on_focus()
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui)
                .submitted;
            ui.add_space(16.0);
            let direction = UiDirection::get(ui.ctx());
            let size = egui::vec2(ui.available_width(), 30.0);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                let ok = Button::new(&messages.text("button-save"))
                    .primary()
                    .show(ui);
                let cancel = Button::new(&messages.text("button-cancel")).show(ui);
                (enter || ok.clicked(), cancel.clicked())
            })
            .inner
        });
        let (ok, cancel) = response.inner;
        if ok {
            actions.push(Action::Run(
                "annotation.analyst",
                Args::Text(self.text.clone()),
            ));
        }
        !(ok || cancel || response.dismissed)
    }
}
