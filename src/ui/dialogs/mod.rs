//! What stands over the window and waits for an answer.
//!
//! Invariant: at most one dialog is open; each can be left with Escape, which
//! changes nothing.

mod about;
mod appearance;
mod changed;
mod codebook;
mod command_list;
mod date;
mod duplicates;
mod entity;
mod entity_card;
mod licences;
mod merge;
mod name;
mod note;
mod path;
mod place;
mod preview;
mod relation;
mod shortcuts;
mod tag_all;
mod tag_picker;
mod unsaved;
mod words;

use std::path::{Path, PathBuf};

use egui::{Context, Key, Modifiers};

use crate::command::{CodebookPart, NoteAbout, PathPurpose, Reach, Workbench};
use crate::entities::Type;
use crate::model::Id;

use super::action::Action;
use super::widgets::TextField;

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
    // Enter on a button presses that.
    let enter = enter && TextField::any_focused(ui.ctx());
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
    /// The day the active document was written.
    Date(date::DateField),
    /// The name marks are signed with.
    Name(name::NameField),
    /// The entities, to choose one from.
    PickEntity(entity::EntityList),
    /// What is known of an entity.
    Entity(entity_card::EntityCard),
    /// Which name stays when entities are merged.
    Merge(merge::MergeChoice),
    /// Entities that may be the same.
    Duplicates(duplicates::DuplicateList),
    /// How two marks are related.
    Relation(relation::RelationList),
    /// A new note.
    Note(note::NoteField),
    /// What a bulk step would do.
    Preview(preview::PreviewList),
    /// Every place that would be marked.
    TagAll(Box<tag_all::TagAllList>),
    /// The codebook.
    Codebook(Box<codebook::CodebookView>),
    /// The user's own list of words.
    Words(words::WordList),
    /// Save, discard or stay?
    Unsaved,
    /// Which of two versions goes on?
    Changed(changed::Versions),
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

    /// The tags, for this command, at the caret; the list of "tag all" shows
    /// its own.
    pub(super) fn pick_tag(&mut self, ctx: &Context, command: &'static str) {
        match self {
            Self::TagAll(list) => list.pick_tag(),
            _ => *self = Self::TagPicker(tag_picker::TagPicker::new(ctx, command)),
        }
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

    /// A field for the day the active document was written.
    pub(super) fn date(wb: &Workbench) -> Self {
        Self::Date(date::DateField::new(wb))
    }

    /// A field for the analyst's name.
    pub(super) fn name(name: &str) -> Self {
        Self::Name(name::NameField::new(name))
    }

    /// Which entity the mark at hand, and those with its words as far as
    /// `reach`, mention.
    pub(super) fn pick_entity(reach: Reach) -> Self {
        Self::pick(entity::Purpose::Link(reach))
    }

    /// Which entity this one is merged with.
    pub(super) fn merge_entity(entity: Id) -> Self {
        Self::pick(entity::Purpose::Merge(entity))
    }

    fn pick(purpose: entity::Purpose) -> Self {
        Self::PickEntity(entity::EntityList::new(purpose))
    }

    /// What is known of an entity.
    pub(super) fn entity(entity: Id) -> Self {
        Self::Entity(entity_card::EntityCard::new(entity))
    }

    /// Which name stays when these entities are merged.
    pub(super) fn name_merged(entities: Vec<Id>) -> Self {
        Self::Merge(merge::MergeChoice::new(entities))
    }

    /// Entities that may be the same.
    pub(super) fn duplicates() -> Self {
        Self::Duplicates(duplicates::DuplicateList::default())
    }

    /// How two marks are related: those of the relation that is begun, or of
    /// the one with this id.
    pub(super) fn relation(changes: Option<Id>) -> Self {
        Self::Relation(relation::RelationList::new(changes))
    }

    /// A new note about something.
    pub(super) fn note(about: NoteAbout) -> Self {
        Self::Note(note::NoteField::new(about))
    }

    /// What a bulk step would do.
    pub(super) fn preview() -> Self {
        Self::Preview(preview::PreviewList::default())
    }

    /// Every place that would be marked.
    pub(super) fn tag_all() -> Self {
        Self::TagAll(Box::default())
    }

    /// The codebook, at a part of the chosen tag's page; an open one goes on.
    pub(super) fn show_codebook(&mut self, part: Option<CodebookPart>) {
        match self {
            Self::Codebook(view) => view.show_part(part),
            _ => *self = Self::Codebook(Box::new(codebook::CodebookView::new(part))),
        }
    }

    /// The user's own list of words, with a word to be added.
    pub(super) fn words(words: Option<(String, Option<Type>)>) -> Self {
        Self::Words(words::WordList::new(words))
    }

    /// Which version goes on under the project's name; the paths where the
    /// other and this one would be kept.
    pub(super) fn changed(other: &Path, own: &Path) -> Self {
        Self::Changed(changed::Versions::new(other, own))
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
            Self::Date(field) => field.dialog_ui(ctx, wb, actions),
            Self::Name(field) => field.dialog_ui(ctx, wb, actions),
            Self::PickEntity(list) => match list.dialog_ui(ctx, wb, actions) {
                entity::Answer::Open => true,
                entity::Answer::Left | entity::Answer::Done => false,
                entity::Answer::Merge(one, other) => {
                    *self = Self::name_merged(vec![one, other]);
                    return;
                }
            },
            Self::Entity(card) => match card.dialog_ui(ctx, wb, actions) {
                entity_card::Next::Stay => true,
                entity_card::Next::Close => false,
                entity_card::Next::Merge(entity) => {
                    *self = Self::merge_entity(entity);
                    return;
                }
                entity_card::Next::Split(entity, surface) => {
                    *self = Self::pick(entity::Purpose::Split(entity, surface));
                    return;
                }
            },
            Self::Merge(choice) => choice.dialog_ui(ctx, wb, actions),
            Self::Duplicates(list) => list.dialog_ui(ctx, wb, actions),
            Self::Relation(list) => list.dialog_ui(ctx, wb, actions),
            Self::Note(field) => field.dialog_ui(ctx, wb, actions),
            Self::Preview(list) => list.dialog_ui(ctx, wb, actions),
            Self::TagAll(list) => list.dialog_ui(ctx, wb, actions),
            Self::Codebook(view) => view.dialog_ui(ctx, wb, actions),
            Self::Words(list) => list.dialog_ui(ctx, wb, actions),
            Self::Unsaved => unsaved::dialog_ui(ctx, wb, actions),
            Self::Changed(versions) => versions.dialog_ui(ctx, wb, actions),
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
