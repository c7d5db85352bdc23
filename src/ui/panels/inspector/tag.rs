//! The tag of the chosen mark, to be changed.

use egui::Ui;

use crate::command::Workbench;
use crate::model::Annotation;
use crate::ui::action::Action;
use crate::ui::panels::{marking_tags, tag_hue, tag_name};
use crate::ui::widgets::{MenuRow, TagChip, drop_down_menu};

/// Draws the tag as a chip with a menu of the others.
pub(super) fn tag_choice(
    ui: &mut Ui,
    wb: &Workbench,
    mark: &Annotation,
    actions: &mut Vec<Action>,
) {
    let Some(tag) = wb.project().tag(&mark.tag) else {
        return;
    };
    let mut chip = TagChip::new(tag_name(wb, tag), tag_hue(ui, tag));
    if let Some(key) = &tag.key {
        chip = chip.key(key);
    }
    let response = chip.show(ui);
    drop_down_menu(ui, &response, |ui| {
        for other in marking_tags(wb) {
            let row = MenuRow::new(tag_name(wb, other))
                .checked(other.id == mark.tag)
                .swatch(tag_hue(ui, other))
                .enabled(wb.can_edit());
            if row.show(ui).clicked() {
                actions.push(Action::Retag(mark.id.clone(), other.id.clone()));
            }
        }
    });
}
