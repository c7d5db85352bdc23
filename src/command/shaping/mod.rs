//! Shaping marks: their borders, their pieces, and what becomes of a mark
//! that is cut, joined or copied.
//!
//! Lives here: the rows of the table that shape ([`COMMANDS`]), which mark is
//! meant ([`around`]), and how each is done. Does not live here: making and
//! removing marks ([`super::annotation`]), and what is on the screen.
//!
//! **Invariant:** nothing is deleted to be changed: id, tag, entity, values,
//! note and relations of a mark outlive every step that moves its borders;
//! what is joined hands its notes and relations to what stays.

mod around;
mod borders;
mod join;
mod next_tag;
mod pieces;
mod places;
mod snap;
mod whole;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::table::{Command, Menu, row};
use super::{CommandError, Workbench};
use crate::text::Direction;
use borders::{Border, By, move_border};

pub use next_tag::NextTag;

pub(super) use next_tag::follow;
pub(super) use whole::toggle as toggle_on_document;

const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
const CTRL_ALT_SHIFT: Modifiers = CTRL_ALT.plus(Modifiers::SHIFT);

/// The entry of the menu with everything that moves a border.
const BORDERS: &str = "menu-mark-borders";
/// The entry with everything that adds and parts pieces.
const PIECES: &str = "menu-mark-pieces";

/// A row that moves a border towards a side of the screen.
macro_rules! border {
    ($id:literal, $keys:expr, $key:expr, $border:expr, $by:expr, $towards:expr) => {
        row(
            $id,
            Menu::Mark,
            &[KeyboardShortcut::new($keys, $key)],
            |wb| wb.can_edit() && (wb.has_mark_at_hand() || wb.reviews()),
            |wb, _| move_border(wb, $id, $border, $by, $towards),
        )
        .within(BORDERS)
    };
}

pub(super) const COMMANDS: &[Command] = &[
    row(
        "annotation.point",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::I)],
        |wb| wb.can_edit() && wb.active_document().is_some(),
        next_tag::point,
    )
    .switch(|wb| wb.next_tag() == NextTag::Point)
    .group(),
    row(
        "annotation.duplicate",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::D)],
        can_shape,
        next_tag::duplicate,
    )
    .switch(|wb| wb.next_tag() == NextTag::Copy),
    row(
        "document.tag",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.active_document().is_some(),
        whole::tag,
    ),
    border!(
        "annotation.end-left",
        ALT,
        Key::ArrowLeft,
        Border::End,
        By::Letter,
        Direction::RightToLeft
    )
    .group(),
    border!(
        "annotation.end-right",
        ALT,
        Key::ArrowRight,
        Border::End,
        By::Letter,
        Direction::LeftToRight
    ),
    border!(
        "annotation.start-left",
        ALT_SHIFT,
        Key::ArrowLeft,
        Border::Start,
        By::Letter,
        Direction::RightToLeft
    ),
    border!(
        "annotation.start-right",
        ALT_SHIFT,
        Key::ArrowRight,
        Border::Start,
        By::Letter,
        Direction::LeftToRight
    ),
    border!(
        "annotation.end-word-left",
        CTRL_ALT,
        Key::ArrowLeft,
        Border::End,
        By::Word,
        Direction::RightToLeft
    )
    .group(),
    border!(
        "annotation.end-word-right",
        CTRL_ALT,
        Key::ArrowRight,
        Border::End,
        By::Word,
        Direction::LeftToRight
    ),
    border!(
        "annotation.start-word-left",
        CTRL_ALT_SHIFT,
        Key::ArrowLeft,
        Border::Start,
        By::Word,
        Direction::RightToLeft
    ),
    border!(
        "annotation.start-word-right",
        CTRL_ALT_SHIFT,
        Key::ArrowRight,
        Border::Start,
        By::Word,
        Direction::LeftToRight
    ),
    row(
        "annotation.snap-words",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::W)],
        can_shape,
        snap::to_words,
    )
    .within(BORDERS)
    .group(),
    row(
        "annotation.snap-bare",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::C)],
        can_shape,
        snap::to_bare_words,
    )
    .within(BORDERS),
    row(
        "annotation.snap-sentence",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::E)],
        can_shape,
        snap::to_sentences,
    )
    .within(BORDERS),
    row(
        "annotation.add-span",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::COMMAND, Key::J)],
        |wb| wb.can_edit() && wb.recent_mark().is_some() && wb.selected_text().is_some(),
        pieces::add,
    )
    .within(PIECES),
    row(
        "annotation.remove-span",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::Delete)],
        can_shape,
        pieces::remove,
    )
    .within(PIECES),
    row(
        "annotation.split",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::S)],
        can_shape,
        pieces::split,
    )
    .within(PIECES),
    row(
        "annotation.join",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::J)],
        |wb| wb.can_edit() && (wb.has_mark_at_hand() || wb.selected_text().is_some()),
        join::join,
    )
    .within(PIECES),
    row(
        "annotation.close-gaps",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.mark_at_hand().is_some_and(|mark| mark.spans.len() > 1),
        pieces::close_gaps,
    )
    .within(PIECES),
];

/// The rows that choose among the marks at a place.
pub(super) const AROUND: &[Command] = &[
    row(
        "annotation.outer",
        Menu::Go,
        &[KeyboardShortcut::new(CTRL_ALT, Key::ArrowUp)],
        Workbench::has_mark_at_hand,
        |wb, _| around::step(wb, true),
    )
    .group(),
    row(
        "annotation.inner",
        Menu::Go,
        &[KeyboardShortcut::new(CTRL_ALT, Key::ArrowDown)],
        Workbench::has_mark_at_hand,
        |wb, _| around::step(wb, false),
    ),
];

fn can_shape(wb: &Workbench) -> bool {
    wb.can_edit() && wb.has_mark_at_hand()
}

/// Said when a step would change nothing.
fn nothing_changes() -> CommandError {
    CommandError::message("error-shape-same")
}

#[cfg(test)]
mod tests;
