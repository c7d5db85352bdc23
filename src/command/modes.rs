//! Ways to use the window: reading without changing anything, and the page
//! alone.
//!
//! Invariant: while reading, nothing changes the project, whatever asks for
//! it: [`Workbench::can_edit`] says no.

use egui::{Key, KeyboardShortcut, Modifiers};
use serde::{Deserialize, Serialize};

use super::table::{Command, Menu, always, row};
use super::{CommandError, Workbench};

/// The ways that are on; kept for each project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Modes {
    /// Nothing can be changed.
    pub reading: bool,
    /// Only the page is shown.
    pub focus: bool,
}

pub(super) const COMMANDS: &[Command] = &[
    row(
        "view.reading-mode",
        Menu::View,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F10)],
        always,
        |wb, _| switch(wb, |modes| modes.reading = !modes.reading),
    )
    .group()
    .switch(|wb| wb.modes().reading),
    row(
        "view.focus-mode",
        Menu::View,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F11)],
        |wb| wb.modes().focus || wb.active_reader().is_some(),
        |wb, _| switch(wb, |modes| modes.focus = !modes.focus),
    )
    .switch(|wb| wb.modes().focus),
];

fn switch(wb: &mut Workbench, change: impl FnOnce(&mut Modes)) -> Result<(), CommandError> {
    change(&mut wb.modes);
    Ok(())
}

impl Workbench {
    /// The ways that are on.
    pub fn modes(&self) -> Modes {
        self.modes
    }

    /// Why the project cannot be changed.
    pub(super) fn why_read_only(&self) -> CommandError {
        CommandError::message(if self.modes.reading && self.is_writable() {
            "toast-reading-mode"
        } else {
            "toast-read-only-locked"
        })
    }
}
