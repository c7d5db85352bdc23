//! The day a document was written, from which dates such as "yesterday" in it
//! count.
//!
//! Invariant: what is typed is read as it is typed, and only a day can be
//! kept.

use egui::Context;

use crate::command::{Args, Workbench};
use crate::i18n::Arg;
use crate::language::document_date;
use crate::ui::action::Action;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, TextField, dialog};

/// Width of the dialog, points.
const WIDTH: f32 = 420.0;

/// What is being typed.
#[derive(Debug)]
pub(in crate::ui) struct DateField {
    text: String,
    /// The day the text itself gives, in ISO form.
    found: Option<String>,
    focused: bool,
}

impl DateField {
    pub(super) fn new(wb: &Workbench) -> Self {
        let document = wb.active_document();
        Self {
            text: document
                .and_then(|document| document.written_on)
                .map_or_else(String::new, |day| day.to_string()),
            found: document
                .and_then(|document| document_date(&document.text))
                .map(|day| day.to_string()),
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
        let title = messages.text("dialog-date-title");
        let read = wb.day_typed(&self.text);
        let response = dialog(ctx, "date", &title, WIDTH, |ui| {
            let found = match &self.found {
                Some(day) => {
                    messages.format("dialog-date-found", &[("day", Arg::from(day.as_str()))])
                }
                None => messages.text("dialog-date-none"),
            };
            Label::new(&messages.text("dialog-date-body"))
                .second()
                .show(ui);
            ui.add_space(4.0);
            Label::new(&found).second().show(ui);
            ui.add_space(8.0);
            let enter = TextField::new("date", &title, &mut self.text)
                .width(WIDTH)
                .placeholder(&messages.text("dialog-date-hint"))
                .select_all_on_focus()
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui)
                .submitted;
            ui.add_space(4.0);
            // What was read is said, so that a day is not taken for a month.
            let said = match &read {
                Ok(Some(day)) => day.to_string(),
                Ok(None) => " ".to_owned(),
                Err(why) => why.clone(),
            };
            Label::new(&said).size(12.0).second().show(ui);
            ui.add_space(12.0);
            let direction = UiDirection::get(ui.ctx());
            let size = egui::vec2(ui.available_width(), 30.0);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                let ok = Button::new(&messages.text("button-save"))
                    .primary()
                    .enabled(read.is_ok())
                    .show(ui);
                let cancel = Button::new(&messages.text("button-cancel")).show(ui);
                ((enter || ok.clicked()) && read.is_ok(), cancel.clicked())
            })
            .inner
        });
        let (ok, cancel) = response.inner;
        if ok {
            actions.push(Action::Run("document.date", Args::Text(self.text.clone())));
        }
        !(ok || cancel || response.dismissed)
    }
}
