//! The palette: a chip for each tag, with its colour and key.

use egui::Ui;

use crate::command::{Args, Workbench};
use crate::language::invisible::label_level;
use crate::ui::action::Action;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::unseen::label_warning;
use crate::ui::widgets::{TagChip, tooltip};

use super::{flag_color, marking_tags, tag_hue, tag_name};

/// Draws the palette, in more than one row where the window is narrow.
/// Returns its height, points.
pub(in crate::ui) fn tags_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) -> f32 {
    let direction = UiDirection::get(ui.ctx());
    let chosen = wb.selected_mark().map(|mark| mark.tag.clone());
    let row = direction
        .row()
        .with_main_wrap(true)
        .with_cross_align(egui::Align::Min);
    ui.with_layout(row, |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        for tag in marking_tags(wb) {
            let mut chip = TagChip::new(tag_name(wb, tag), tag_hue(ui, tag))
                .selected(chosen.as_ref() == Some(&tag.id));
            if let Some(key) = &tag.key {
                chip = chip.key(key);
            }
            let name = tag_name(wb, tag);
            let flag = label_level(name);
            if let Some(level) = flag {
                chip = chip.warning(flag_color(&Theme::get(ui.ctx()), level));
            }
            let mut response = chip.show(ui);
            if flag.is_some() {
                response = tooltip(response, &label_warning(wb.messages(), name));
            }
            if response.clicked() {
                actions.push(Action::Run("annotation.tag", Args::Id(tag.id.clone())));
            }
        }
        ui.min_rect().height()
    })
    .inner
}
