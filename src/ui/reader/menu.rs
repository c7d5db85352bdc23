//! The context menu of a page: what can be done with what is selected, with
//! the mark or the suggestion under the pointer, and with the paragraph.
//!
//! Invariant: every row is a command of the table, with its keys beside it.

use egui::{Event, Key, Modifiers, Pos2, Response, Ui, pos2};

use crate::command::table::command;
use crate::command::{ReaderId, Workbench};
use crate::ui::action::Action;
use crate::ui::panels::{command_row, tag_rows};
use crate::ui::widgets::{context_menu_at, menu_separator, submenu};
use crate::ui::within::within;

use super::{Column, Page, page_id};

/// About how high a row of a menu is with the space around it, points.
const ROW_HEIGHT: f32 = 29.0;
/// About how many tags a menu shows at most.
const MOST_TAGS: usize = 18;
/// What is done with selected words, besides marking them.
const SELECTION: &[&str] = &[
    "edit.copy",
    "edit.copy-quote",
    "edit.copy-html",
    "edit.find",
    "annotation.tag-all",
    "words.add",
    "annotation.add-span",
];
/// What is done with the mark that is chosen.
const MARK: &[&str] = &[
    "annotation.note",
    "annotation.tag-all",
    "annotation.retype-all",
    "annotation.untag-all",
    "annotation.duplicate",
    "annotation.split",
    "annotation.join",
    "annotation.remove",
    "annotation.next",
    "annotation.previous",
];
/// What is done with one that has several pieces, or words of which some are
/// selected.
const PIECES: &[&str] = &["annotation.remove-span", "annotation.close-gaps"];
/// What is done with the suggestion under review.
const SUGGESTION: &[&str] = &[
    "suggestion.accept",
    "suggestion.accept-surface",
    "suggestion.reject",
    "suggestion.reject-here",
    "suggestion.reject-everywhere",
    "suggestion.same-as",
    "suggestion.longer",
    "suggestion.shorter",
];
/// What is done where nothing is.
const NOTHING: &[&str] = &[
    "edit.select-all",
    "edit.find",
    "annotation.point",
    "annotation.next",
];
/// The direction of the paragraph.
const PARAGRAPH: &[&str] = &[
    "document.paragraph-auto",
    "document.paragraph-rtl",
    "document.paragraph-ltr",
    "document.paragraph-turn",
];

/// Where a menu asked for with the keyboard is to hang: under the caret of
/// the page that has it. Points of the screen.
pub(super) fn asked_by_key(ui: &Ui, column: &mut Column<'_>, page: Page<'_>) -> Option<Pos2> {
    let id = page_id(page.reader.id);
    let asked = ui
        .ctx()
        .data_mut(|data| data.remove_temp::<bool>(wanted_id(page.reader.id)));
    if asked.is_none() && !(ui.memory(|memory| memory.has_focus(id)) && is_asked(ui)) {
        return None;
    }
    let head = page.reader.selection.head;
    let rect = column.flow.caret_rect(column.engine, head)?;
    let rects = page.rects;
    let y = rects.page.top() + super::TOP_MARGIN + rect.y1;
    Some(pos2(
        rects.column.left() + rect.x0,
        within(y, rects.page.top(), rects.page.bottom()),
    ))
}

fn wanted_id(reader: ReaderId) -> egui::Id {
    egui::Id::unique(("hashiya.page-menu", reader.0))
}

/// Has the menu of a page open at its caret in the next frame.
pub(in crate::ui) fn open_page_menu(ctx: &egui::Context, reader: ReaderId) {
    ctx.data_mut(|data| data.insert_temp(wanted_id(reader), true));
}

/// Whether the menu key, or Shift with F10, was pressed.
fn is_asked(ui: &Ui) -> bool {
    ui.input(|input| {
        input.events.iter().any(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => is_menu_key(*key, *modifiers),
            _ => false,
        })
    })
}

fn is_menu_key(key: Key, modifiers: Modifiers) -> bool {
    key == Key::Menu || (key == Key::F10 && modifiers.shift_only())
}

/// The menu of a right click, or of the menu key at `by_key`.
pub(super) fn menu_ui(
    ui: &Ui,
    response: &Response,
    by_key: Option<Pos2>,
    wb: &Workbench,
    actions: &mut Vec<Action>,
) {
    context_menu_at(ui, response, by_key, |ui| {
        let mut groups: Vec<&[&str]> = Vec::with_capacity(3);
        if wb.current_suggestion().is_some() {
            groups.push(SUGGESTION);
        }
        if wb.selected_mark().is_some() {
            groups.push(MARK);
        }
        if wb.mark_at_hand().is_some_and(|mark| mark.spans.len() > 1) {
            groups.push(PIECES);
        }
        if wb.selected_text().is_some() {
            groups.push(SELECTION);
        } else if groups.is_empty() {
            groups.push(NOTHING);
        }
        let rows: usize = groups.iter().map(|group| group.len() + 1).sum();
        for group in groups {
            for command in group.iter().filter_map(|id| command(id)) {
                command_row(ui, wb, command, actions);
            }
            menu_separator(ui);
        }
        let title = wb.messages().text("menu-paragraph-direction");
        submenu(ui, &title, |ui| {
            for command in PARAGRAPH.iter().filter_map(|id| command(id)) {
                command_row(ui, wb, command, actions);
            }
        });
        if wb.selected_text().is_some() || wb.selected_mark().is_some() {
            menu_separator(ui);
            // In a low window the tags stand in a menu of their own, so that
            // none is off the screen.
            let tags = wb.marking_tags().take(MOST_TAGS).count() + 1;
            let needed = (rows + tags + 2) as f32 * ROW_HEIGHT;
            if needed < ui.ctx().content_rect().height() {
                tag_rows(ui, wb, actions);
            } else {
                let title = wb.messages().text("menu-tag-with");
                submenu(ui, &title, |ui| tag_rows(ui, wb, actions));
            }
        }
    });
}
