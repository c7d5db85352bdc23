//! The context menu of a field: after a right click, by the menu key or by
//! Shift with F10.
//!
//! Invariant: it returns what was chosen and changes nothing itself.

use egui::{Event, Key, Pos2, Response, Ui};

use super::manners::{CHARACTERS, FieldManners, Row};
use crate::text::Direction;
use crate::ui::widgets::{MenuRow, context_menu_at, menu_separator, submenu};

/// What was chosen.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Choice {
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    Delete,
    SelectAll,
    /// A direction for the whole field, or that of its letters.
    Direction(Option<Direction>),
    Turn,
    /// A character in the place of the selection, or two around it.
    Insert(char, Option<char>),
}

/// What the menu has to know of the field.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Copy, Clone, Debug)]
pub(super) struct Facts {
    pub(super) editable: bool,
    pub(super) selected: bool,
    pub(super) empty: bool,
    pub(super) can_undo: bool,
    pub(super) can_redo: bool,
    pub(super) forced: Option<Direction>,
}

/// Whether the keyboard asks for a menu.
pub(super) fn is_asked(event: &Event) -> bool {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => *key == Key::Menu || (*key == Key::F10 && modifiers.shift_only()),
        _ => false,
    }
}

/// Shows the menu while it is open; `by_key` is where the keyboard opens it.
pub(super) fn menu_ui(
    ui: &Ui,
    response: &Response,
    by_key: Option<Pos2>,
    facts: Facts,
) -> Option<Choice> {
    let manners = FieldManners::get(ui.ctx())?;
    context_menu_at(ui, response, by_key, |ui| rows(ui, &manners, facts)).flatten()
}

fn rows(ui: &mut Ui, manners: &FieldManners, facts: Facts) -> Option<Choice> {
    let Facts {
        editable, selected, ..
    } = facts;
    let mut chosen = None;
    let mut row = |ui: &mut Ui, row: &Row, enabled: bool, choice: Choice| {
        let shown = MenuRow::new(&row.title).key(&row.keys).enabled(enabled);
        if shown.show(ui).clicked() {
            chosen = Some(choice);
        }
    };
    row(ui, &manners.undo, editable && facts.can_undo, Choice::Undo);
    row(ui, &manners.redo, editable && facts.can_redo, Choice::Redo);
    menu_separator(ui);
    row(ui, &manners.cut, editable && selected, Choice::Cut);
    row(ui, &manners.copy, selected, Choice::Copy);
    row(ui, &manners.paste, editable, Choice::Paste);
    row(ui, &manners.delete, editable && selected, Choice::Delete);
    row(ui, &manners.select_all, !facts.empty, Choice::SelectAll);
    menu_separator(ui);
    submenu(ui, &manners.direction, |ui| {
        for (title, direction) in [
            (&manners.automatic, None),
            (&manners.right_to_left, Some(Direction::RightToLeft)),
            (&manners.left_to_right, Some(Direction::LeftToRight)),
        ] {
            let shown = MenuRow::new(title).checked(facts.forced == direction);
            if shown.show(ui).clicked() {
                chosen = Some(Choice::Direction(direction));
            }
        }
        let turn = &manners.turn;
        let shown = MenuRow::new(&turn.title).key(&turn.keys);
        if shown.show(ui).clicked() {
            chosen = Some(Choice::Turn);
        }
    });
    if editable {
        submenu(ui, &manners.insert, |ui| {
            for (title, (_, first, last)) in manners.characters.iter().zip(CHARACTERS) {
                if MenuRow::new(title).show(ui).clicked() {
                    chosen = Some(Choice::Insert(first, last));
                }
            }
        });
    }
    chosen
}
