//! Moving between documents, readers and marks; help.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Request, Workbench};

const CTRL: Modifiers = Modifiers::COMMAND;

pub(super) const COMMANDS: &[Command] = &[
    row(
        "document.next",
        Menu::Go,
        &[KeyboardShortcut::new(CTRL, Key::PageDown)],
        |wb| wb.project().documents().count() > 1,
        |wb, _| {
            wb.step_document(true);
            Ok(())
        },
    ),
    row(
        "document.previous",
        Menu::Go,
        &[KeyboardShortcut::new(CTRL, Key::PageUp)],
        |wb| wb.project().documents().count() > 1,
        |wb, _| {
            wb.step_document(false);
            Ok(())
        },
    ),
    row(
        "view.reader-next",
        Menu::Go,
        &[KeyboardShortcut::new(CTRL, Key::F6)],
        |wb| wb.readers().len() > 1,
        |wb, _| {
            wb.step_reader();
            Ok(())
        },
    ),
    row(
        "go.part-next",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F6)],
        always,
        |wb, _| ask(wb, Request::StepPart(true)),
    ),
    row(
        "go.part-previous",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F6)],
        always,
        |wb, _| ask(wb, Request::StepPart(false)),
    ),
    row(
        "annotation.next",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F8)],
        |wb| wb.active_reader().is_some(),
        |wb, _| {
            wb.step_mark(true);
            Ok(())
        },
    )
    .group(),
    row(
        "annotation.previous",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F8)],
        |wb| wb.active_reader().is_some(),
        |wb, _| {
            wb.step_mark(false);
            Ok(())
        },
    ),
    row(
        "go.palette",
        Menu::Go,
        &[
            KeyboardShortcut::new(CTRL, Key::P),
            KeyboardShortcut::new(CTRL.plus(Modifiers::SHIFT), Key::P),
        ],
        always,
        |wb, _| ask(wb, Request::ShowPalette),
    )
    .group(),
    row(
        "help.shortcuts",
        Menu::Help,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F1)],
        always,
        |wb, _| ask(wb, Request::ShowShortcuts),
    ),
    row("help.licences", Menu::Help, &[], always, |wb, _| {
        ask(wb, Request::ShowLicences)
    }),
    row("help.about", Menu::Help, &[], always, |wb, _| {
        ask(wb, Request::ShowAbout)
    })
    .group(),
];

fn ask(wb: &mut Workbench, request: Request) -> Result<(), CommandError> {
    wb.request(request);
    Ok(())
}

/// Which of the args is an id, for commands that act on one.
pub(super) fn id_of(args: &Args) -> Option<&crate::model::Id> {
    match args {
        Args::Id(id) => Some(id),
        _ => None,
    }
}
