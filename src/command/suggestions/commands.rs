//! The rows of the table for suggestions.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::command::entities::commands::link;
use crate::command::go::id_of;
use crate::command::table::{Args, Command, Menu, always, row};
use crate::command::{Reach, Request, Workbench};

use super::borders::Edge;
use super::review::Scope;

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// From this confidence on suggestions are accepted together, when nobody
/// says otherwise.
const SURE: f32 = 0.9;

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

pub(in crate::command) const COMMANDS: &[Command] = &[
    row(
        "suggestion.next",
        Menu::Review,
        &[key(NONE, Key::F9), key(NONE, Key::J)],
        reading,
        |wb, _| wb.step_suggestion(true),
    ),
    row(
        "suggestion.previous",
        Menu::Review,
        &[key(SHIFT, Key::F9), key(NONE, Key::K)],
        reading,
        |wb, _| wb.step_suggestion(false),
    ),
    row(
        "suggestion.accept",
        Menu::Review,
        &[key(NONE, Key::Enter), key(NONE, Key::Y)],
        |wb| wb.reviews() || waiting(wb),
        |wb, _| match wb.bulk_preview() {
            Some(_) => wb.apply_bulk_preview().map(drop),
            None => wb.accept_current("suggestion.accept", None, None),
        },
    )
    .group(),
    row(
        "suggestion.reject",
        Menu::Review,
        &[key(NONE, Key::Backspace), key(NONE, Key::R)],
        |wb| wb.reviews() || waiting(wb),
        |wb, _| {
            if wb.bulk_preview().is_some() {
                wb.drop_bulk_preview();
                return Ok(());
            }
            wb.reject_current(Scope::Document)
        },
    ),
    row(
        "suggestion.reject-here",
        Menu::Review,
        &[key(CTRL, Key::Backspace)],
        Workbench::reviews,
        |wb, _| wb.reject_current(Scope::Place),
    ),
    row(
        "suggestion.retype",
        Menu::Review,
        &[],
        Workbench::reviews,
        |wb, args| {
            let tag = id_of(args).filter(|id| wb.suggestion_tags().any(|tag| tag.id == **id));
            if let Some(tag) = tag.cloned() {
                return wb.accept_current("suggestion.retype", Some(tag), None);
            }
            wb.request(Request::PickTag("suggestion.retype"));
            Ok(())
        },
    ),
    row(
        "suggestion.same-as",
        Menu::Review,
        &[key(NONE, Key::M)],
        |wb| wb.can_edit() && (wb.reviews() || wb.selected_mark().is_some()),
        |wb, args| link(wb, args, Reach::Mark),
    ),
    row(
        "suggestion.longer",
        Menu::Review,
        &[key(NONE, Key::U)],
        Workbench::reviews,
        |wb, _| wb.move_suggestion_edge(Edge::End, true),
    )
    .group(),
    row(
        "suggestion.shorter",
        Menu::Review,
        &[key(NONE, Key::I)],
        Workbench::reviews,
        |wb, _| wb.move_suggestion_edge(Edge::End, false),
    ),
    row(
        "suggestion.longer-start",
        Menu::Review,
        &[key(SHIFT, Key::U)],
        Workbench::reviews,
        |wb, _| wb.move_suggestion_edge(Edge::Start, false),
    ),
    row(
        "suggestion.shorter-start",
        Menu::Review,
        &[key(SHIFT, Key::I)],
        Workbench::reviews,
        |wb, _| wb.move_suggestion_edge(Edge::Start, true),
    ),
    row(
        "suggestion.accept-surface",
        Menu::Review,
        &[key(NONE, Key::S)],
        Workbench::reviews,
        |wb, _| {
            wb.preview_surface("suggestion.accept-surface", false);
            Ok(())
        },
    )
    .group(),
    row(
        "suggestion.accept-surface-everywhere",
        Menu::Review,
        &[key(SHIFT, Key::S)],
        Workbench::reviews,
        |wb, _| {
            wb.preview_surface("suggestion.accept-surface-everywhere", true);
            Ok(())
        },
    ),
    row(
        "suggestion.reject-everywhere",
        Menu::Review,
        &[key(SHIFT, Key::R)],
        Workbench::reviews,
        |wb, _| {
            wb.preview_surface("suggestion.reject-everywhere", true);
            Ok(())
        },
    ),
    row(
        "suggestion.accept-above",
        Menu::Review,
        &[key(SHIFT, Key::Enter)],
        |wb| wb.can_edit() && reading(wb),
        |wb, args| wb.preview_above("suggestion.accept-above", sure(args), false),
    ),
    row(
        "suggestion.accept-above-everywhere",
        Menu::Review,
        &[key(CTRL_SHIFT, Key::Enter)],
        |wb| wb.can_edit() && reading(wb),
        |wb, args| wb.preview_above("suggestion.accept-above-everywhere", sure(args), true),
    ),
    row(
        "suggestion.show",
        Menu::Review,
        &[key(CTRL, Key::H)],
        always,
        |wb, _| {
            wb.leave_suggestions();
            wb.drop_bulk_preview();
            let look = wb.look_mut();
            look.suggestions = !look.suggestions;
            wb.refresh_all_suggestions();
            Ok(())
        },
    )
    .switch(Workbench::suggestions_shown)
    .group(),
    row("suggestion.run", Menu::Review, &[], always, |wb, _| {
        wb.run_suggestions();
        Ok(())
    }),
    row(
        "suggestion.stop",
        Menu::Review,
        &[],
        Workbench::suggestions_running,
        |wb, _| {
            wb.stop_suggestions();
            Ok(())
        },
    ),
];

/// Whether there is a page in which suggestions are shown.
fn reading(wb: &Workbench) -> bool {
    wb.suggestions_shown() && wb.active_reader().is_some()
}

/// Whether a bulk step waits for a yes or no.
fn waiting(wb: &Workbench) -> bool {
    wb.can_edit() && wb.bulk_preview().is_some()
}

/// The confidence a person asked for.
fn sure(args: &Args) -> f32 {
    let Args::Text(text) = args else {
        return SURE;
    };
    text.trim()
        .parse::<f32>()
        .ok()
        .filter(|least| least.is_finite())
        .unwrap_or(SURE)
}
