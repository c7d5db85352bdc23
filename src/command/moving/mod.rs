//! From mark to mark, note to note, name to name, document to document.
//!
//! Every step goes round at the end and says so.
//!
//! **Invariant:** a step changes nothing in the project.

mod documents;
mod marks;
mod names;
mod notes;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::model::DocumentState;

use super::go::id_of;
use super::keyboard::Walk;
use super::table::{Command, Menu, always, row};
use super::{NoticeKind, Request, Workbench};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

/// The entries of the menu under which steps stand.
const MARKS: &str = "menu-go-marks";
const NAMES: &str = "menu-go-names";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "document.next",
        Menu::Go,
        &[key(CTRL, Key::PageDown)],
        several_documents,
        |wb, _| wb.step_document(true, |_| true),
    ),
    row(
        "document.previous",
        Menu::Go,
        &[key(CTRL, Key::PageUp)],
        several_documents,
        |wb, _| wb.step_document(false, |_| true),
    ),
    row(
        "document.next-open",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::PageDown)],
        several_documents,
        |wb, _| wb.step_document(true, |state| state != DocumentState::Done),
    ),
    row(
        "document.previous-open",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::PageUp)],
        several_documents,
        |wb, _| wb.step_document(false, |state| state != DocumentState::Done),
    ),
    row(
        "go.document",
        Menu::Go,
        &[key(CTRL, Key::K)],
        reads,
        |wb, args| {
            match id_of(args) {
                Some(id) if wb.project().document(id).is_some() => {
                    let id = id.clone();
                    wb.show_document(&id);
                }
                _ => wb.request(Request::ShowPalette("/")),
            }
            Ok(())
        },
    ),
    row(
        "view.walk-marks",
        Menu::Go,
        &[key(NONE, Key::F2)],
        reads,
        |wb, _| wb.turn_walk(),
    )
    .switch(|wb| wb.walk() == Walk::Marks)
    .group()
    .within(MARKS),
    row(
        "annotation.next",
        Menu::Go,
        &[key(NONE, Key::F8)],
        reads,
        |wb, _| wb.step_mark(true, |_| true),
    )
    .within(MARKS),
    row(
        "annotation.previous",
        Menu::Go,
        &[key(SHIFT, Key::F8)],
        reads,
        |wb, _| wb.step_mark(false, |_| true),
    )
    .within(MARKS),
    row(
        "annotation.next-same",
        Menu::Go,
        &[key(CTRL, Key::F8)],
        |wb| wb.recent_mark().is_some(),
        |wb, _| wb.step_same_tag(true),
    )
    .within(MARKS),
    row(
        "annotation.previous-same",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::F8)],
        |wb| wb.recent_mark().is_some(),
        |wb, _| wb.step_same_tag(false),
    )
    .within(MARKS),
    row("annotation.first", Menu::Go, &[], reads, |wb, _| {
        wb.go_to_end_mark(true)
    })
    .within(MARKS),
    row("annotation.last", Menu::Go, &[], reads, |wb, _| {
        wb.go_to_end_mark(false)
    })
    .within(MARKS),
    row("annotation.actions", Menu::Go, &[], reads, |wb, _| {
        wb.request(Request::OpenPageMenu);
        Ok(())
    })
    .within(MARKS),
    row(
        "name.next",
        Menu::Go,
        &[key(CTRL, Key::F9)],
        reads,
        |wb, _| wb.step_name(true),
    )
    .group()
    .within(NAMES),
    row(
        "name.previous",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::F9)],
        reads,
        |wb, _| wb.step_name(false),
    )
    .within(NAMES),
    row(
        "note.next",
        Menu::Go,
        &[key(NONE, Key::F5)],
        reads,
        |wb, _| wb.step_note(true),
    )
    .within(NAMES),
    row(
        "note.previous",
        Menu::Go,
        &[key(SHIFT, Key::F5)],
        reads,
        |wb, _| wb.step_note(false),
    )
    .within(NAMES),
    row("go.entity", Menu::Go, &[], always, |wb, args| {
        if let Some(id) = id_of(args).cloned() {
            return wb.go_to_entity(&id);
        }
        wb.request(Request::ShowPalette("@"));
        Ok(())
    })
    .within(NAMES),
];

fn reads(wb: &Workbench) -> bool {
    wb.active_reader().is_some()
}

fn several_documents(wb: &Workbench) -> bool {
    wb.project().documents().nth(1).is_some()
}

impl Workbench {
    /// What the arrow keys go by in a page.
    pub fn walk(&self) -> Walk {
        self.keyboard.walk
    }

    /// Has the arrow keys go by letters again.
    pub fn leave_marks(&mut self) {
        self.keyboard.walk = Walk::Letters;
    }

    /// Says that a step went round the end.
    fn went_round(&mut self, forward: bool) {
        let text = self.messages().text(if forward {
            "toast-round-to-start"
        } else {
            "toast-round-to-end"
        });
        self.notify(NoticeKind::Done, text);
    }
}
