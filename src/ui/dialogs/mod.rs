//! What stands over the window and waits for an answer.
//!
//! Invariant: at most one dialog is open; each can be left with Escape, which
//! changes nothing.

mod about;
mod appearance;
mod command_list;
mod entity;
mod licences;
mod name;
mod path;
mod preview;
mod shortcuts;
mod tag_picker;
mod unsaved;
mod words;

use std::path::PathBuf;

use egui::{Context, Key, Modifiers};

use crate::command::{PathPurpose, Workbench};
use crate::entities::Type;

use super::action::Action;

/// What the keys of a list under a text field did.
#[derive(Clone, Copy, Debug)]
struct ListKeys {
    /// The row moved.
    moved: bool,
    /// The row was chosen.
    enter: bool,
}

/// Moves `row` of a list whose last row is `last` by the arrow keys, round its
/// ends.
fn list_keys(ui: &egui::Ui, row: &mut usize, last: usize) -> ListKeys {
    let (up, down, enter) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.key_pressed(Key::Enter),
        )
    });
    if up {
        *row = row.checked_sub(1).unwrap_or(last);
    }
    if down {
        *row = if *row >= last { 0 } else { *row + 1 };
    }
    ListKeys {
        moved: up || down,
        enter,
    }
}

/// The open dialog.
#[derive(Debug, Default)]
pub(super) enum Dialog {
    /// None.
    #[default]
    None,
    /// Everything that is found by typing.
    CommandList(command_list::CommandList),
    /// A tag, at the caret.
    TagPicker(tag_picker::TagPicker),
    /// A path in a text field.
    Path(path::PathField),
    /// The name marks are signed with.
    Name(name::NameField),
    /// Which entity some words are a mention of.
    Entity(entity::EntityList),
    /// What a bulk step would do.
    Preview(preview::PreviewList),
    /// The user's own list of words.
    Words(words::WordList),
    /// Save, discard or stay?
    Unsaved,
    /// All keys.
    Shortcuts(shortcuts::ShortcutSheet),
    /// What this program is.
    About,
    /// How the page is set.
    Appearance,
    /// Licences of fonts and libraries.
    Licences,
}

impl Dialog {
    /// The list of commands.
    pub(super) fn command_list(start: &str) -> Self {
        Self::CommandList(command_list::CommandList::new(start))
    }

    /// The tags, for this command, at the caret.
    pub(super) fn tag_picker(ctx: &Context, command: &'static str) -> Self {
        Self::TagPicker(tag_picker::TagPicker::new(ctx, command))
    }

    /// All keys.
    pub(super) fn shortcuts() -> Self {
        Self::Shortcuts(shortcuts::ShortcutSheet::default())
    }

    /// A field for a path; `no_dialog` says why it came instead of the
    /// system's dialog.
    pub(super) fn path(purpose: PathPurpose, suggestion: Option<PathBuf>, no_dialog: bool) -> Self {
        Self::Path(path::PathField::new(purpose, suggestion, no_dialog))
    }

    /// A field for the analyst's name.
    pub(super) fn name(name: &str) -> Self {
        Self::Name(name::NameField::new(name))
    }

    /// Which entity some words are a mention of.
    pub(super) fn entity() -> Self {
        Self::Entity(entity::EntityList::default())
    }

    /// What a bulk step would do.
    pub(super) fn preview() -> Self {
        Self::Preview(preview::PreviewList::default())
    }

    /// The user's own list of words, with a word to be added.
    pub(super) fn words(words: Option<(String, Option<Type>)>) -> Self {
        Self::Words(words::WordList::new(words))
    }

    /// Whether a dialog is open.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Draws the open dialog; it closes itself when it has its answer.
    pub(super) fn dialog_ui(&mut self, ctx: &Context, wb: &Workbench, actions: &mut Vec<Action>) {
        let open = match self {
            Self::None => return,
            Self::CommandList(list) => list.dialog_ui(ctx, wb, actions),
            Self::TagPicker(picker) => picker.dialog_ui(ctx, wb, actions),
            Self::Path(field) => field.dialog_ui(ctx, wb, actions),
            Self::Name(field) => field.dialog_ui(ctx, wb, actions),
            Self::Entity(list) => list.dialog_ui(ctx, wb, actions),
            Self::Preview(list) => list.dialog_ui(ctx, wb, actions),
            Self::Words(list) => list.dialog_ui(ctx, wb, actions),
            Self::Unsaved => unsaved::dialog_ui(ctx, wb, actions),
            Self::Shortcuts(sheet) => sheet.dialog_ui(ctx, wb, actions),
            Self::About => about::about_ui(ctx, wb),
            Self::Appearance => appearance::appearance_ui(ctx, wb, actions),
            Self::Licences => licences::licences_ui(ctx, wb),
        };
        if !open {
            *self = Self::None;
        }
    }
}
