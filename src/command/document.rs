//! The document in the active reader: its state and its direction.

use crate::model::{Document, DocumentDirection, DocumentState, Edit};

use super::go::id_of;
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Workbench};

/// Entries of the menu.
const STATE: &str = "menu-document-state";
const DIRECTION: &str = "menu-document-direction";

pub(super) const COMMANDS: &[Command] = &[
    state(
        "document.state-new",
        |wb| is(wb, DocumentState::New),
        |wb, args| set_state(wb, args, "document.state-new", DocumentState::New),
    )
    .group()
    .within(STATE),
    state(
        "document.state-in-progress",
        |wb| is(wb, DocumentState::InProgress),
        |wb, args| {
            set_state(
                wb,
                args,
                "document.state-in-progress",
                DocumentState::InProgress,
            )
        },
    )
    .within(STATE),
    state(
        "document.state-done",
        |wb| is(wb, DocumentState::Done),
        |wb, args| set_state(wb, args, "document.state-done", DocumentState::Done),
    )
    .within(STATE),
    row("document.warn-done", Menu::View, &[], always, |wb, _| {
        let look = wb.look_mut();
        look.warn_done = !look.warn_done;
        Ok(())
    })
    .switch(|wb| wb.look().warn_done)
    .within(STATE),
    state(
        "document.direction-auto",
        |wb| runs(wb, DocumentDirection::Auto),
        |wb, _| set_direction(wb, "document.direction-auto", DocumentDirection::Auto),
    )
    .group()
    .within(DIRECTION),
    state(
        "document.direction-rtl",
        |wb| runs(wb, DocumentDirection::RightToLeft),
        |wb, _| set_direction(wb, "document.direction-rtl", DocumentDirection::RightToLeft),
    )
    .within(DIRECTION),
    state(
        "document.direction-ltr",
        |wb| runs(wb, DocumentDirection::LeftToRight),
        |wb, _| set_direction(wb, "document.direction-ltr", DocumentDirection::LeftToRight),
    )
    .within(DIRECTION),
];

const fn state(
    id: &'static str,
    checked: fn(&Workbench) -> bool,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    row(
        id,
        Menu::View,
        &[],
        |wb| wb.can_edit() && wb.active_document().is_some(),
        run,
    )
    .switch(checked)
}

fn is(wb: &Workbench, state: DocumentState) -> bool {
    wb.active_document()
        .is_some_and(|document| document.state == state)
}

fn runs(wb: &Workbench, direction: DocumentDirection) -> bool {
    wb.active_document()
        .is_some_and(|document| document.direction == direction)
}

/// Sets the state of the document named, or of the active one.
fn set_state(
    wb: &mut Workbench,
    args: &Args,
    command: &'static str,
    state: DocumentState,
) -> Result<(), CommandError> {
    let named = id_of(args).and_then(|id| wb.project().document(id));
    let Some(before) = named.or_else(|| wb.active_document()).cloned() else {
        return Ok(());
    };
    if before.state == state {
        return Ok(());
    }
    let id = before.id.clone();
    let mut after = before.clone();
    after.state = state;
    wb.commit(command, vec![Edit::change(before, after)])?;
    if state == DocumentState::Done {
        wb.warn_of_open_work(&id);
    }
    Ok(())
}

fn set_direction(
    wb: &mut Workbench,
    command: &'static str,
    direction: DocumentDirection,
) -> Result<(), CommandError> {
    change(wb, command, |document| document.direction = direction)
}

fn change(
    wb: &mut Workbench,
    command: &'static str,
    change: impl Fn(&mut Document),
) -> Result<(), CommandError> {
    let Some(before) = wb.active_document().cloned() else {
        return Ok(());
    };
    let mut after = before.clone();
    change(&mut after);
    if after == before {
        return Ok(());
    }
    wb.commit(command, vec![Edit::change(before, after)])
}
