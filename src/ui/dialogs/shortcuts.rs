//! The sheet of keys, made from the command table.

use egui::{Context, ScrollArea, Ui, vec2};

use crate::command::table::commands;
use crate::command::{Menu, Workbench};
use crate::ui::keys::key_text;
use crate::ui::panels::{marking_tags, tag_hue, tag_name};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Label, TagChip, dialog, heading, key_cap};

/// Draws the sheet. Returns whether it stays open.
pub(super) fn dialog_ui(ctx: &Context, wb: &Workbench) -> bool {
    let messages = wb.messages();
    let title = messages.text("shortcuts-title");
    let response = dialog(ctx, "shortcuts", &title, 560.0, |ui| {
        ScrollArea::vertical()
            .max_height(520.0)
            .min_scrolled_height(520.0)
            .show(ui, |ui| {
                ui.set_width(556.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                for menu in Menu::ALL {
                    let rows: Vec<_> = commands()
                        .filter(|command| command.menu == menu && !command.keys.is_empty())
                        .collect();
                    if rows.is_empty() {
                        continue;
                    }
                    ui.add_space(8.0);
                    heading(ui, &messages.text(menu.message()));
                    for command in rows {
                        let keys: Vec<String> = command
                            .keys
                            .iter()
                            .map(|keys| key_text(*keys, messages))
                            .collect();
                        pair(ui, &messages.command_title(command.id), &keys);
                    }
                }
                ui.add_space(8.0);
                heading(ui, &messages.text("shortcuts-caret"));
                for (text, keys) in [
                    ("shortcuts-move-letter", "← →"),
                    ("shortcuts-move-word", "Ctrl ← →"),
                    ("shortcuts-move-line", "↑ ↓"),
                    ("shortcuts-move-line-ends", "Home End"),
                    ("shortcuts-move-document-ends", "Ctrl Home End"),
                    ("shortcuts-extend-selection", "Shift"),
                ] {
                    pair(ui, &messages.text(text), &[keys.to_owned()]);
                }
                ui.add_space(8.0);
                heading(ui, &messages.text("shortcuts-mouse"));
                for (text, keys) in [
                    ("shortcuts-select-text", "shortcuts-drag"),
                    ("shortcuts-select-word", "shortcuts-double-click"),
                    ("shortcuts-select-sentence", "shortcuts-triple-click"),
                    ("shortcuts-extend-selection", "shortcuts-shift-click"),
                    ("shortcuts-zoom", "shortcuts-ctrl-wheel"),
                ] {
                    pair(ui, &messages.text(text), &[messages.text(keys)]);
                }
                ui.add_space(8.0);
                heading(ui, &messages.text("shortcuts-tags"));
                for tag in marking_tags(wb) {
                    let mut chip = TagChip::new(tag_name(wb, tag), tag_hue(ui, tag));
                    if let Some(key) = &tag.key {
                        chip = chip.key(key);
                    }
                    chip.show(ui);
                }
            });
    });
    !response.dismissed
}

fn pair(ui: &mut Ui, text: &str, keys: &[String]) {
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), 24.0);
    ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
        ui.add_space(8.0);
        for keys in keys {
            key_cap(ui, keys);
        }
        ui.with_layout(direction.row(), |ui| Label::new(text).elide().show(ui));
    });
}
