//! The table of commands: one row for everything a person can do.
//!
//! Menus, keys, the command palette, the sheet of keys and the table in
//! README.md are all made from these rows. A row's title is the message
//! `command-` + its id with dots as dashes.
//!
//! Invariant: ids and keys are unique (tested).

use std::path::PathBuf;

use egui::KeyboardShortcut;

use crate::model::Id;

use super::codebook::{self, TagChange};
use super::entities::commands as entities;
use super::suggestions::commands as suggestions;
use super::tag_all::commands as tag_all;
use super::{
    CommandError, Workbench, annotation, appearance, document, edit, file, go, grades, hidden,
    history, layers, linked, lists, modes, moving, notes, paragraph, parallel, relations,
    selecting, shaping, values, view, words,
};

/// The menu a command stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// Files in and out.
    File,
    /// Undo, clipboard, find.
    Edit,
    /// Marks and their borders.
    Mark,
    /// Suggestions and what is said to them.
    Review,
    /// Entities and their mentions.
    Entity,
    /// How things look.
    View,
    /// From document to document.
    Go,
    /// About the program.
    Help,
}

impl Menu {
    /// All menus, in the order they stand in.
    pub const ALL: [Self; 8] = [
        Self::File,
        Self::Edit,
        Self::Mark,
        Self::Review,
        Self::Entity,
        Self::View,
        Self::Go,
        Self::Help,
    ];

    /// The message with the menu's title.
    pub fn message(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Mark => "menu-mark",
            Self::Review => "menu-review",
            Self::Entity => "menu-entity",
            Self::View => "menu-view",
            Self::Go => "menu-go",
            Self::Help => "menu-help",
        }
    }
}

/// What a command is given besides the workbench.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Args {
    /// Nothing: the command asks, or acts on the selection.
    #[default]
    None,
    /// A tag, an annotation or a document, by its id.
    Id(Id),
    /// Files or folders.
    Paths(Vec<PathBuf>),
    /// What a person typed.
    Text(String),
    /// A tag and what is to be changed about it.
    Tag(Id, TagChange),
}

/// One row of the table.
#[derive(Debug)]
pub struct Command {
    /// Its name for scripts, settings and messages, e.g. `annotation.tag`.
    pub id: &'static str,
    /// The menu it stands in; rows of one menu stand together.
    pub menu: Menu,
    /// Whether a line is drawn above it in the menu.
    pub begins_group: bool,
    /// The message of the entry of that menu it stands under, for rows that
    /// would make the menu too long.
    pub submenu: Option<&'static str>,
    /// Keys that run it, the first shown in menus.
    pub keys: &'static [KeyboardShortcut],
    /// Whether it can be run now.
    pub enabled: fn(&Workbench) -> bool,
    /// For switches: whether it is on.
    pub checked: Option<fn(&Workbench) -> bool>,
    /// Does it.
    pub run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
}

impl Command {
    /// The id of the message with this command's title.
    pub fn message(&self) -> String {
        format!("command-{}", self.id.replace('.', "-"))
    }
}

/// All commands in menu order.
pub fn commands() -> impl Iterator<Item = &'static Command> {
    [
        file::COMMANDS,
        edit::COMMANDS,
        history::COMMANDS,
        selecting::COMMANDS,
        annotation::COMMANDS,
        shaping::COMMANDS,
        tag_all::COMMANDS,
        values::COMMANDS,
        grades::COMMANDS,
        relations::COMMANDS,
        notes::COMMANDS,
        annotation::NAME,
        suggestions::COMMANDS,
        entities::COMMANDS,
        words::COMMANDS,
        layers::COMMANDS,
        codebook::COMMANDS,
        appearance::COMMANDS,
        view::COMMANDS,
        linked::COMMANDS,
        parallel::COMMANDS,
        hidden::COMMANDS,
        lists::COMMANDS,
        modes::COMMANDS,
        document::COMMANDS,
        paragraph::COMMANDS,
        moving::COMMANDS,
        shaping::AROUND,
        go::COMMANDS,
    ]
    .into_iter()
    .flatten()
}

/// The command with this id.
pub fn command(id: &str) -> Option<&'static Command> {
    commands().find(|command| command.id == id)
}

/// A row with no keys and no switch; groups fill in what differs.
pub(super) const fn row(
    id: &'static str,
    menu: Menu,
    keys: &'static [KeyboardShortcut],
    enabled: fn(&Workbench) -> bool,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    Command {
        id,
        menu,
        begins_group: false,
        submenu: None,
        keys,
        enabled,
        checked: None,
        run,
    }
}

impl Command {
    /// The same row with a line above it in the menu.
    pub(super) const fn group(mut self) -> Self {
        self.begins_group = true;
        self
    }

    /// The same row under an entry of its menu.
    pub(super) const fn within(mut self, message: &'static str) -> Self {
        self.submenu = Some(message);
        self
    }

    /// The same row as a switch.
    pub(super) const fn switch(mut self, checked: fn(&Workbench) -> bool) -> Self {
        self.checked = Some(checked);
        self
    }
}

/// For rows that can always be run.
pub(super) fn always(_: &Workbench) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_are_unique() {
        let mut seen = HashSet::new();
        for command in commands() {
            assert!(seen.insert(command.id), "{} stands twice", command.id);
        }
    }

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = HashSet::new();
        for command in commands() {
            for keys in command.keys {
                assert!(
                    seen.insert((
                        keys.modifiers.command,
                        keys.modifiers.shift,
                        keys.modifiers.alt,
                        keys.logical_key
                    )),
                    "{} uses a key of another command: {keys:?}",
                    command.id
                );
            }
        }
    }

    /// A row of a menu is 28 points high, a window may be 700.
    #[test]
    fn no_menu_is_higher_than_a_low_window() {
        for menu in Menu::ALL {
            let mut entries = HashSet::new();
            let rows = commands().filter(|command| command.menu == menu);
            for command in rows {
                entries.insert(command.submenu.unwrap_or(command.id));
            }
            assert!(entries.len() <= 22, "{menu:?}: {}", entries.len());
        }
    }
}
