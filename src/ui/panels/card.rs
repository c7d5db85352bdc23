//! The card over a mark under the pointer.

use egui::{Response, Ui};

use crate::command::Workbench;
use crate::model::{Annotation, Document};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::Label;

use super::{moment, short_quote, tag_hue, tag_name};

/// Shows tag, quote, note, who and when while the pointer rests on a mark.
pub(in crate::ui) fn mark_card(
    response: &Response,
    wb: &Workbench,
    document: &Document,
    mark: &Annotation,
) {
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(320.0);
        let layout = UiDirection::get(ui.ctx()).column();
        egui::Frame::new().inner_margin(6).show(ui, |ui| {
            ui.with_layout(layout, |ui| contents(ui, wb, document, mark));
        });
    });
}

fn contents(ui: &mut Ui, wb: &Workbench, document: &Document, mark: &Annotation) {
    if let Some(tag) = wb.project().tag(&mark.tag) {
        Label::new(tag_name(wb, tag))
            .bold()
            .color(tag_hue(ui, tag))
            .show(ui);
    }
    Label::new(&short_quote(mark, document))
        .naskh(16.0)
        .lines(3)
        .show(ui);
    if !mark.note.is_empty() {
        Label::new(&mark.note).lines(6).show(ui);
    }
    let by = wb
        .project()
        .analysts()
        .find(|analyst| analyst.id == mark.by)
        .map_or("", |analyst| analyst.name.as_str());
    Label::new(&format!("{by} · {}", moment(mark.at)))
        .size(11.0)
        .second()
        .show(ui);
}
