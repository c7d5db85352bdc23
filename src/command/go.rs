//! Moving between readers and parts of the window; the palette; help.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Request, Workbench, keymap};

const CTRL: Modifiers = Modifiers::COMMAND;

pub(super) const COMMANDS: &[Command] = &[
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
        "go.palette",
        Menu::Go,
        &[
            KeyboardShortcut::new(CTRL, Key::P),
            KeyboardShortcut::new(CTRL.plus(Modifiers::SHIFT), Key::P),
        ],
        always,
        |wb, args| {
            let start = palette_start(args);
            ask(wb, Request::ShowPalette(start))
        },
    )
    .group(),
    row(
        "help.shortcuts",
        Menu::Help,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F1)],
        always,
        keymap::change,
    ),
    row(
        "help.default-keys",
        Menu::Help,
        &[],
        |wb| wb.keymap().is_any_changed(),
        |wb, _| {
            keymap::default_all(wb);
            Ok(())
        },
    ),
    row("help.licences", Menu::Help, &[], always, |wb, _| {
        ask(wb, Request::ShowLicences)
    }),
    row("help.about", Menu::Help, &[], always, |wb, _| {
        ask(wb, Request::ShowAbout)
    })
    .group(),
];

/// What the palette is to begin with: the sign for one kind of things.
fn palette_start(args: &Args) -> &'static str {
    match args {
        Args::Text(text) => super::finder::Prefix::of(text).map_or("", |prefix| prefix.sign()),
        _ => "",
    }
}

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
