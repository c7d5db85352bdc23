//! Notes about something: each with who and when, and a field for another.
//!
//! For every view that shows a thing notes can be about: a mark, a document,
//! an entity, a tag, the project.

use egui::Ui;

use super::drafts::{Drafts, Field, Look};
use crate::command::{NoteAbout, Workbench};
use crate::i18n::Arg;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::moment;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{Button, Label, heading, icon_button};

/// The most notes that are shown at once, newest.
const MOST: usize = 40;

/// What notes that are being written hold until they are the project's.
#[derive(Debug, Default)]
pub(in crate::ui) struct NoteDrafts {
    pub(super) drafts: Drafts,
    /// What a new note is begun about.
    begun: Option<NoteAbout>,
    /// The field of the new note takes the keyboard.
    focus: bool,
}

impl NoteDrafts {
    /// Draws the notes about something under a heading, to be changed in
    /// place, and a button for another.
    pub(in crate::ui) fn note_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        about: &NoteAbout,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        let title = match about {
            NoteAbout::Project => "inspector-notes-project",
            _ => "inspector-notes",
        };
        heading(ui, &messages.text(title));
        let notes = wb.notes_about(about);
        let hidden = notes.len().saturating_sub(MOST);
        let name = messages.text("note-title");
        for note in notes.into_iter().skip(hidden) {
            let field = Field::Note(note.id.clone());
            let look = Look {
                name: &name,
                rows: 2,
                ..Look::default()
            };
            self.drafts.field_ui(ui, wb, &field, look, actions);
            let who = wb.project().analyst(&note.by);
            let by = messages.format(
                "inspector-note-by",
                &[
                    ("who", Arg::from(who.map_or("", |who| who.name.as_str()))),
                    ("when", Arg::from(moment(note.at))),
                ],
            );
            let direction = UiDirection::get(ui.ctx());
            let width = ui.available_width();
            ui.allocate_ui_with_layout(egui::vec2(width, 24.0), direction.row_from_end(), |ui| {
                let delete = messages.text("inspector-note-delete");
                if wb.can_edit() && icon_button(ui, Icon::Delete, &delete, false).clicked() {
                    actions.push(Action::DeleteNote(note.id.clone()));
                }
                ui.with_layout(direction.row(), |ui| {
                    Label::new(&by)
                        .size(size::SMALL)
                        .color(Theme::get(ui.ctx()).second)
                        .elide()
                        .show(ui);
                });
            });
        }
        if self.begun.as_ref() == Some(about) {
            let hint = messages.text("inspector-note-hint");
            let look = Look {
                name: &name,
                hint: &hint,
                rows: 3,
                focus: std::mem::take(&mut self.focus),
            };
            let field = Field::NewNote(about.clone());
            if self.drafts.field_ui(ui, wb, &field, look, actions) {
                self.begun = None;
            }
        } else {
            let add = messages.text("inspector-notes-add");
            let button = Button::new(&add)
                .quiet()
                .icon(Icon::Plus)
                .enabled(wb.can_edit());
            if button.show(ui).clicked() {
                self.begun = Some(about.clone());
                self.focus = true;
            }
        }
    }

    /// Makes what was being written part of the project.
    pub(in crate::ui) fn hand_over(&mut self, wb: &Workbench, actions: &mut Vec<Action>) {
        self.drafts.hand_over(wb, actions);
    }
}
