//! The top of the window: menus, the project's name, the find field.

use std::path::Path;

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::command::table::{Args, Command, command, commands};
use crate::command::{Menu, SavedState, Workbench, shown_path};
use crate::i18n::Arg;
use crate::model::Tag;
use crate::ui::action::Action;
use crate::ui::keys::{keys_of, tag_key};
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{MenuRow, TextLook, menu, menu_bar, menu_separator, submenu};

use super::{FindField, marking_tags, tag_hue, tag_name};

/// Width of the find field with its buttons, points.
const FIND_WIDTH: f32 = 300.0;
const FIND_OPEN_WIDTH: f32 = 470.0;
/// Below this width of the window the project's name gives way.
const NAME_NEEDS: f32 = 1000.0;
/// The most tags a menu shows; the picker has all.
const MOST_TAGS: usize = 18;

/// Draws the top bar.
pub(in crate::ui) fn top_ui(
    ui: &mut Ui,
    wb: &Workbench,
    find: &mut FindField,
    actions: &mut Vec<Action>,
) {
    let direction = UiDirection::get(ui.ctx());
    let rect = ui.available_rect_before_wrap();
    let wanted = if wb.find().open {
        FIND_OPEN_WIDTH
    } else {
        FIND_WIDTH
    };
    let width = wanted.min(rect.width() * 0.45);
    let find_rect = if direction.is_rtl() {
        Rect::from_min_size(rect.min, vec2(width, rect.height()))
    } else {
        Rect::from_min_max(egui::pos2(rect.right() - width, rect.top()), rect.max)
    };
    if rect.width() > NAME_NEEDS {
        project_name(ui, rect, wb);
    }
    ui.scope_builder(
        UiBuilder::new().max_rect(rect).layout(direction.row()),
        |ui| {
            menu_bar(ui, |ui| {
                for which in Menu::ALL {
                    let title = wb.messages().text(which.message());
                    menu(ui, &title, |ui| menu_contents(ui, wb, which, actions));
                }
            });
        },
    );
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(find_rect)
            .layout(direction.row_from_end()),
        |ui| find.find_ui(ui, wb, actions),
    );
}

/// The project's name in the middle, with a dot while its file is behind.
fn project_name(ui: &Ui, rect: Rect, wb: &Workbench) {
    let theme = Theme::get(ui.ctx());
    let messages = wb.messages();
    let name = wb.title();
    let layout = TextLook::sans(size::UI).bold().line(ui.ctx(), &name);
    let note = match wb.saved_state() {
        SavedState::Saved(_) | SavedState::NeverSaved => String::new(),
        SavedState::Journalled | SavedState::Unsafe => messages.text("status-unsaved"),
        SavedState::ReadOnly => messages.text("status-read-only"),
    };
    let aside = TextUi::get(ui.ctx()).line(
        ui.ctx(),
        &note,
        crate::text::TextStyle {
            face: crate::text::Face::Sans,
            bold: false,
            size: size::SMALL,
        },
        18.0,
    );
    let gap = if note.is_empty() { 0.0 } else { 8.0 };
    let total = layout.shaped().width() + gap + aside.shaped().width();
    let direction = UiDirection::get(ui.ctx());
    let left = rect.center().x - total / 2.0;
    let (name_x, note_x) = if direction.is_rtl() {
        (left + aside.shaped().width() + gap, left)
    } else {
        (left, left + layout.shaped().width() + gap)
    };
    let middle = rect.center().y;
    paint_layout(
        ui.painter(),
        egui::pos2(name_x, middle - layout.height() / 2.0),
        &layout,
        theme.ink,
    );
    let place = Rect::from_center_size(
        rect.center(),
        vec2(total, layout.height().max(aside.height())),
    );
    let id = ui.scope_id().with("project-name");
    let response = ui.interact(place, id, egui::Sense::hover());
    response.widget_info(|| {
        let said = if note.is_empty() {
            name.clone()
        } else {
            format!("{name}; {note}")
        };
        egui::WidgetInfo::labeled(egui::Role::Label, true, said)
    });
    let unsafe_now = wb.saved_state() == SavedState::Unsafe;
    paint_layout(
        ui.painter(),
        egui::pos2(note_x, middle - aside.height() / 2.0 + 1.0),
        &aside,
        if unsafe_now {
            theme.rubric
        } else {
            theme.second
        },
    );
}

fn menu_contents(ui: &mut Ui, wb: &Workbench, which: Menu, actions: &mut Vec<Action>) {
    let mut first = true;
    let mut shown = Vec::new();
    for command in commands().filter(|command| command.menu == which) {
        if let Some(title) = command.submenu {
            // The first of its rows, wherever the others stand, shows the entry
            // with all of them.
            if !shown.contains(&title) {
                shown.push(title);
                entry(ui, wb, which, title, actions);
            }
            continue;
        }
        if command.begins_group && !first {
            menu_separator(ui);
        }
        first = false;
        match command.id {
            "annotation.tag" => tags_submenu(ui, wb, actions),
            "file.open-recent" => recent_submenu(ui, wb, actions),
            _ => command_row(ui, wb, command, actions),
        }
    }
}

/// An entry of a menu with the rows that stand under it.
fn entry(ui: &mut Ui, wb: &Workbench, which: Menu, title: &str, actions: &mut Vec<Action>) {
    let name = wb.messages().text(title);
    submenu(ui, &name, |ui| {
        let rows = commands().filter(|row| row.menu == which && row.submenu == Some(title));
        for (index, command) in rows.enumerate() {
            if command.begins_group && index > 0 {
                menu_separator(ui);
            }
            command_row(ui, wb, command, actions);
        }
    });
}

/// The row of one command, in whatever menu.
pub(in crate::ui) fn command_row(
    ui: &mut Ui,
    wb: &Workbench,
    command: &'static Command,
    actions: &mut Vec<Action>,
) {
    let title = title_of(wb, command);
    let keys = keys_of(wb, command.id);
    let mut row = MenuRow::new(&title)
        .key(&keys)
        .enabled((command.enabled)(wb));
    if let Some(checked) = command.checked {
        row = row.checked(checked(wb));
    }
    if row.show(ui).clicked() {
        actions.push(Action::Run(command.id, Args::None));
    }
}

/// The title of a command; undo and redo say what they would take back.
fn title_of(wb: &Workbench, command: &Command) -> String {
    let messages = wb.messages();
    let step = match command.id {
        "edit.undo" => Some(("command-edit-undo-what", wb.history().next_undo())),
        "edit.redo" => Some(("command-edit-redo-what", wb.history().next_redo())),
        _ => None,
    };
    match step {
        Some((message, Some(step))) => {
            let action = wb.action_name(step);
            messages.format(message, &[("action", Arg::from(action))])
        }
        _ => messages.command_title(command.id),
    }
}

fn tags_submenu(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let title = wb.messages().text("menu-tag-with");
    submenu(ui, &title, |ui| tag_rows(ui, wb, actions));
}

/// A row for each of the first tags, and one for all; choosing one marks the
/// selection with it.
pub(in crate::ui) fn tag_rows(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    for tag in marking_tags(wb).take(MOST_TAGS) {
        tag_row(ui, wb, tag, actions);
    }
    all_tags_row(ui, wb, actions);
}

/// The row that opens the picker with all tags.
pub(super) fn all_tags_row(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    if let Some(command) = command("annotation.tag") {
        menu_separator(ui);
        command_row(ui, wb, command, actions);
    }
}

/// The row of one tag.
pub(super) fn tag_row(ui: &mut Ui, wb: &Workbench, tag: &Tag, actions: &mut Vec<Action>) {
    let mut row = MenuRow::new(tag_name(wb, tag))
        .swatch(tag_hue(ui, tag))
        .enabled(wb.can_edit());
    let key = tag_key(wb, tag);
    row = row.key(&key);
    if row.show(ui).clicked() {
        actions.push(Action::Run("annotation.tag", Args::Id(tag.id.clone())));
    }
}

fn recent_submenu(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let title = messages.text("menu-recent");
    submenu(ui, &title, |ui| {
        let recent = &wb.settings().recent;
        if recent.is_empty() {
            let empty = messages.text("menu-recent-empty");
            MenuRow::new(&empty).enabled(false).show(ui);
        }
        for path in recent {
            let name = shown_path(path.file_name().map_or(path.as_path(), Path::new));
            if MenuRow::new(&name).show(ui).clicked() {
                actions.push(Action::Run("file.open", Args::Paths(vec![path.clone()])));
            }
        }
    });
}
