//! The palette: a chip for each tag, with its colour and key.

use egui::Ui;

use crate::command::{Args, Workbench};
use crate::ui::action::Action;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::TagChip;

use super::{marking_tags, tag_hue, tag_name};

/// Draws the palette in a row, wrapped where the window is narrow.
pub(in crate::ui) fn tags_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let direction = UiDirection::get(ui.ctx());
    let chosen = wb.selected_mark().map(|mark| mark.tag.clone());
    ui.with_layout(direction.row().with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 0.0);
        for tag in marking_tags(wb) {
            let mut chip = TagChip::new(tag_name(wb, tag), tag_hue(ui, tag))
                .selected(chosen.as_ref() == Some(&tag.id));
            if let Some(key) = &tag.key {
                chip = chip.key(key);
            }
            if chip.show(ui).clicked() {
                actions.push(Action::Run("annotation.tag", Args::Id(tag.id.clone())));
            }
        }
    });
}
