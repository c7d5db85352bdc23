//! The tags on a document as a whole, in the inspector: those it has, and a
//! menu of those it can have.

use egui::Ui;

use crate::command::{Args, Workbench};
use crate::model::Document;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, MenuRow, TagChip, drop_down_menu, heading};

use super::{tag_hue, tag_name};

/// Draws them; nothing in a project without tags for documents.
pub(in crate::ui) fn document_tags_ui(
    ui: &mut Ui,
    wb: &Workbench,
    document: &Document,
    actions: &mut Vec<Action>,
) {
    if wb.document_tags().next().is_none() {
        return;
    }
    let messages = wb.messages();
    ui.add_space(8.0);
    heading(ui, &messages.text("inspector-document-tags"));
    let direction = UiDirection::get(ui.ctx());
    let chosen = wb.selected_mark().map(|mark| &mark.id);
    let row = egui::vec2(ui.available_width(), 28.0);
    let layout = direction.row().with_main_wrap(true);
    let mut marks = wb.project().annotations_on_whole(&document.id).peekable();
    // No empty row where there is none.
    if marks.peek().is_some() {
        ui.allocate_ui_with_layout(row, layout, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(2.0, 2.0);
            for mark in marks {
                let Some(tag) = wb.project().tag(&mark.tag) else {
                    continue;
                };
                let chip = TagChip::new(tag_name(wb, tag), tag_hue(ui, tag))
                    .selected(chosen == Some(&mark.id))
                    .show(ui);
                if chip.clicked() {
                    actions.push(Action::ChooseMark(Some(mark.id.clone())));
                }
            }
        });
    }
    let add = messages.text("command-document-tag");
    let button = Button::new(&add)
        .quiet()
        .icon(Icon::ChevronDown)
        .enabled(wb.can_edit())
        .show(ui);
    drop_down_menu(ui, &button, |ui| {
        for tag in wb.document_tags() {
            let has = wb.own_document_mark(&document.id, &tag.id).is_some();
            let row = MenuRow::new(tag_name(wb, tag))
                .swatch(tag_hue(ui, tag))
                .checked(has);
            if row.show(ui).clicked() {
                actions.push(Action::Run("document.tag", Args::Id(tag.id.clone())));
            }
        }
    });
}
