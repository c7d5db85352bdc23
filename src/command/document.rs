//! The document in the active reader: its state, its date and its direction.

use jiff::civil::Date;

use crate::model::{AttributeKind, Document, DocumentDirection, DocumentState, Edit, Unfit};

use super::go::id_of;
use super::table::{Args, Command, Menu, always, row};
use super::values::reading;
use super::{CommandError, NoticeKind, Request, Workbench, sentences};

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
    row(
        "document.date",
        Menu::View,
        &[],
        |wb| wb.can_edit() && wb.active_document().is_some(),
        set_date,
    )
    .group(),
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

/// Gives the active document the day that is typed, or takes it back where
/// nothing is; asks for one without.
fn set_date(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Args::Text(text) = args else {
        wb.request(Request::AskDate);
        return Ok(());
    };
    match wb.day_typed(text) {
        Ok(day) => change(wb, "document.date", |document| document.written_on = day),
        Err(why) => {
            wb.notify(NoticeKind::Problem, why);
            Ok(())
        }
    }
}

impl Workbench {
    /// The civil day that is typed, in any wording and calendar; none where
    /// nothing is. Else why it is none, in the window's language.
    pub fn day_typed(&self, text: &str) -> Result<Option<Date>, String> {
        let no_day = || Unfit::NoDate(text.trim().to_owned());
        let day = match reading::answer(&AttributeKind::Date, text, None) {
            Ok(None) => Ok(None),
            // A month or a year is no day to count from.
            Ok(Some(value)) => value
                .as_str()
                .and_then(|iso| iso.parse().ok())
                .map(Some)
                .ok_or_else(no_day),
            Err(why) => Err(why),
        };
        day.map_err(|why| sentences::unfit(self.messages(), &why))
    }
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
