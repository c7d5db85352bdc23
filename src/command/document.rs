//! The document in the active reader: its state and its direction.

use crate::model::{Document, DocumentDirection, DocumentState, Edit};

use super::table::{Args, Command, Menu, row};
use super::{CommandError, Workbench};

pub(super) const COMMANDS: &[Command] = &[
    state(
        "document.state-new",
        |wb| is(wb, DocumentState::New),
        |wb, _| set_state(wb, "document.state-new", DocumentState::New),
    )
    .group(),
    state(
        "document.state-in-progress",
        |wb| is(wb, DocumentState::InProgress),
        |wb, _| set_state(wb, "document.state-in-progress", DocumentState::InProgress),
    ),
    state(
        "document.state-done",
        |wb| is(wb, DocumentState::Done),
        |wb, _| set_state(wb, "document.state-done", DocumentState::Done),
    ),
    state(
        "document.direction-auto",
        |wb| runs(wb, DocumentDirection::Auto),
        |wb, _| set_direction(wb, "document.direction-auto", DocumentDirection::Auto),
    )
    .group(),
    state(
        "document.direction-rtl",
        |wb| runs(wb, DocumentDirection::RightToLeft),
        |wb, _| set_direction(wb, "document.direction-rtl", DocumentDirection::RightToLeft),
    ),
    state(
        "document.direction-ltr",
        |wb| runs(wb, DocumentDirection::LeftToRight),
        |wb, _| set_direction(wb, "document.direction-ltr", DocumentDirection::LeftToRight),
    ),
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

fn set_state(
    wb: &mut Workbench,
    command: &'static str,
    state: DocumentState,
) -> Result<(), CommandError> {
    change(wb, command, |document| document.state = state)
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
