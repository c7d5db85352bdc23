//! A new note about something that is chosen.

use egui::Context;

use crate::command::{NoteAbout, Workbench};
use crate::i18n::Arg;
use crate::ui::action::Action;
use crate::ui::panels::{short_quote, tag_name};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, MenuRow, TextField, dialog, drop_down_menu};

/// Width of the dialog, points.
const WIDTH: f32 = 460.0;

/// What is written, and about what.
#[derive(Debug)]
pub(in crate::ui) struct NoteField {
    about: NoteAbout,
    text: String,
    focused: bool,
}

impl NoteField {
    pub(super) fn new(about: NoteAbout) -> Self {
        Self {
            about,
            text: String::new(),
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
        let title = messages.text("note-title");
        let response = dialog(ctx, "note", &title, WIDTH, |ui| {
            let shown = about_text(wb, &self.about);
            let label = format!("{}: {shown}", messages.text("note-about"));
            let button = Button::new(&label)
                .icon(crate::ui::icons::Icon::ChevronDown)
                .show(ui);
            drop_down_menu(ui, &button, |ui| {
                for about in wb.note_subjects() {
                    let row = about_text(wb, &about);
                    let row = MenuRow::new(&row).checked(about == self.about);
                    if row.show(ui).clicked() {
                        self.about = about;
                        self.focused = false;
                    }
                }
            });
            ui.add_space(8.0);
            let hint = messages.text("inspector-note-hint");
            let done = TextField::new("new-note", &title, &mut self.text)
                .multiline(5)
                .naskh(16.0)
                .width(WIDTH)
                .placeholder(&hint)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui)
                .submitted;
            ui.add_space(16.0);
            let direction = UiDirection::get(ui.ctx());
            let size = egui::vec2(ui.available_width(), 30.0);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                let keys = format!(
                    "{} {}",
                    messages.text("key-ctrl"),
                    messages.text("key-enter")
                );
                let ok = Button::new(&messages.text("button-save"))
                    .primary()
                    .key(&keys)
                    .show(ui);
                let cancel = Button::new(&messages.text("button-cancel")).show(ui);
                (done || ok.clicked(), cancel.clicked())
            })
            .inner
        });
        let (ok, cancel) = response.inner;
        if ok {
            actions.push(Action::AddNote(self.about.clone(), self.text.clone()));
        }
        !(ok || cancel || response.dismissed)
    }
}

/// What a note is about, in words.
pub(in crate::ui) fn about_text(wb: &Workbench, about: &NoteAbout) -> String {
    let (messages, project) = (wb.messages(), wb.project());
    let said = |id: &str, name: &str, what: &str| messages.format(id, &[(name, Arg::from(what))]);
    match about {
        NoteAbout::Mark(id) => {
            let mark = project.annotation(id);
            let document = mark.and_then(|mark| project.document(&mark.document));
            let words = match (mark, document) {
                (Some(mark), Some(document)) => short_quote(mark, document),
                _ => String::new(),
            };
            said("note-about-mark", "words", &words)
        }
        NoteAbout::Document(id) => {
            let title = project.document(id).map_or("", |document| &document.title);
            said("note-about-document", "title", title)
        }
        NoteAbout::Entity(id) => {
            let name = project.entity(id).map_or("", |entity| &entity.name);
            said("note-about-entity", "name", name)
        }
        NoteAbout::Tag(id) => {
            let tag = project.tag(id).map_or("", |tag| tag_name(wb, tag));
            said("note-about-tag", "tag", tag)
        }
        NoteAbout::Project => messages.text("note-about-project"),
    }
}
