//! The rows of the table about entities.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Reach, SplitTo};
use crate::command::go::id_of;
use crate::command::table::{Args, Command, Menu, always, row};
use crate::command::{CommandError, Request, Workbench};
use crate::model::Id;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = CTRL.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = CTRL.plus(Modifiers::ALT);
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers = ALT.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

pub(in crate::command) const COMMANDS: &[Command] = &[
    row(
        "entity.link",
        Menu::Entity,
        &[key(CTRL, Key::L)],
        at_hand,
        |wb, args| link(wb, args, Reach::Mark),
    ),
    row(
        "entity.link-here",
        Menu::Entity,
        &[],
        at_hand,
        |wb, args| link(wb, args, Reach::Document),
    ),
    row(
        "entity.link-everywhere",
        Menu::Entity,
        &[],
        at_hand,
        |wb, args| link(wb, args, Reach::Project),
    ),
    row(
        "entity.new",
        Menu::Entity,
        &[key(CTRL_SHIFT, Key::L)],
        at_hand,
        new,
    ),
    row(
        "entity.unlink",
        Menu::Entity,
        &[key(CTRL_ALT, Key::U)],
        |wb| wb.can_edit() && wb.name_at_hand().is_some_and(|mark| mark.entity.is_some()),
        |wb, args| match mark_meant(wb, args) {
            Some(mark) => wb.unlink_mark(&mark),
            None => Err(CommandError::message("error-no-mark")),
        },
    ),
    row(
        "entity.mention-next",
        Menu::Entity,
        &[key(ALT, Key::F8)],
        has_entity,
        |wb, args| wb.step_mention(id_of(args), true),
    )
    .group(),
    row(
        "entity.mention-previous",
        Menu::Entity,
        &[key(ALT_SHIFT, Key::F8)],
        has_entity,
        |wb, args| wb.step_mention(id_of(args), false),
    ),
    row(
        "entity.unlinked-next",
        Menu::Entity,
        &[key(CTRL, Key::F7)],
        |wb| wb.active_reader().is_some(),
        |wb, _| wb.step_unlinked(true),
    ),
    row(
        "entity.unlinked-previous",
        Menu::Entity,
        &[key(CTRL_SHIFT, Key::F7)],
        |wb| wb.active_reader().is_some(),
        |wb, _| wb.step_unlinked(false),
    ),
    row(
        "entity.follow",
        Menu::Entity,
        &[key(CTRL, Key::F4)],
        always,
        |wb, _| {
            wb.set_follow(!wb.follows_entities());
            Ok(())
        },
    )
    .switch(Workbench::follows_entities),
    row(
        "entity.edit",
        Menu::Entity,
        &[key(CTRL, Key::I)],
        has_entity,
        |wb, args| ask_about(wb, args, Request::ShowEntity),
    )
    .group(),
    row("entity.merge", Menu::Entity, &[], can_change, |wb, args| {
        ask_about(wb, args, Request::MergeEntity)
    }),
    row(
        "entity.split",
        Menu::Entity,
        &[],
        |wb| wb.can_edit() && wb.name_at_hand().is_some_and(|mark| mark.entity.is_some()),
        split,
    ),
    row(
        "entity.remove",
        Menu::Entity,
        &[],
        can_change,
        |wb, args| match entity_meant(wb, args) {
            Some(entity) => wb.remove_entity(&entity),
            None => Err(CommandError::message("error-no-entity")),
        },
    ),
    row(
        "entity.list",
        Menu::Entity,
        &[key(CTRL_SHIFT, Key::E)],
        always,
        |wb, _| {
            wb.look_mut().documents = true;
            wb.request(Request::FocusEntities);
            Ok(())
        },
    )
    .group(),
    row(
        "entity.duplicates",
        Menu::Entity,
        &[],
        |wb| wb.project().counts().entities > 1,
        |wb, _| {
            wb.finish_reading_entities();
            wb.request(Request::ShowDuplicates);
            Ok(())
        },
    ),
];

/// Whether there is a mark, or a suggestion, that can mention an entity.
fn at_hand(wb: &Workbench) -> bool {
    let mark = wb.name_at_hand().is_some_and(|mark| wb.can_mention(mark));
    wb.can_edit() && (mark || wb.reviews())
}

fn has_entity(wb: &Workbench) -> bool {
    wb.lit_entity().is_some() || wb.name_at_hand().is_some_and(|mark| mark.entity.is_some())
}

fn can_change(wb: &Workbench) -> bool {
    wb.can_edit() && has_entity(wb)
}

/// The entity given, else the lit one, else that of the mark at hand.
fn entity_meant(wb: &Workbench, args: &Args) -> Option<Id> {
    id_of(args)
        .or_else(|| wb.lit_entity())
        .or_else(|| wb.name_at_hand()?.entity.as_ref())
        .cloned()
}

fn mark_meant(wb: &Workbench, args: &Args) -> Option<Id> {
    match id_of(args) {
        Some(id) => Some(id.clone()),
        None => wb.name_at_hand().map(|mark| mark.id.clone()),
    }
}

/// Links the mark at hand to the entity given; without one, shows the entities
/// to choose one from.
pub(in crate::command) fn link(
    wb: &mut Workbench,
    args: &Args,
    reach: Reach,
) -> Result<(), CommandError> {
    wb.finish_reading_entities();
    let Some(entity) = id_of(args).cloned() else {
        wb.request(Request::PickEntity(reach));
        return Ok(());
    };
    if wb.reviews() {
        return wb.make_same_as(&entity);
    }
    match wb.name_at_hand().map(|mark| mark.id.clone()) {
        Some(mark) => wb.link_mark(&mark, &entity, reach).map(|_| ()),
        None => Err(CommandError::message("error-no-mark")),
    }
}

/// Makes an entity of the mark at hand, under the name given, if one is.
fn new(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let name = match args {
        Args::Text(name) => Some(name.as_str()),
        _ => None,
    };
    wb.new_entity_at_hand(name.unwrap_or_default(), Reach::Mark)
}

/// The mark at hand leaves its entity for one of its own.
fn split(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let Some(mark) = wb.name_at_hand().cloned() else {
        return Err(CommandError::message("error-no-mark"));
    };
    let Some(entity) = mark.entity.clone() else {
        return Err(CommandError::message("error-not-linked"));
    };
    let to = SplitTo::New(wb.name_for(&mark));
    wb.split_entity(&entity, std::slice::from_ref(&mark.id), &to)
        .map(|_| ())
}

fn ask_about(
    wb: &mut Workbench,
    args: &Args,
    request: fn(Id) -> Request,
) -> Result<(), CommandError> {
    let Some(entity) = entity_meant(wb, args) else {
        return Err(CommandError::message("error-no-entity"));
    };
    wb.finish_reading_entities();
    wb.request(request(entity));
    Ok(())
}
