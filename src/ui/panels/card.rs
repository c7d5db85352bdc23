//! The card over a mark or suggestion under the pointer.

use egui::{Response, Ui};

use crate::command::{Workbench, percent_of};
use crate::entities::Suggestion;
use crate::i18n::Arg;
use crate::model::{Annotation, Document};
use crate::ui::theme::Theme;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::Label;

use super::aids::{aids_ui, of_mark, of_suggestion};
use super::facts::{sureness, tag_of};
use super::inspector::confidence_text;
use super::{moment, short_quote, tag_hue, tag_name};

/// Shows tag, quote, note, who and when while the pointer rests on a mark.
pub(in crate::ui) fn mark_card(
    response: &Response,
    wb: &Workbench,
    document: &Document,
    mark: &Annotation,
) {
    card(response, |ui| contents(ui, wb, document, mark));
}

/// Shows tag, words, what they name and why it is suggested while the pointer
/// rests on a suggestion.
pub(in crate::ui) fn suggestion_card(
    response: &Response,
    wb: &Workbench,
    document: &Document,
    suggestion: &Suggestion,
) {
    card(response, |ui| {
        suggested(ui, wb, document, suggestion);
    });
}

fn card(response: &Response, add_contents: impl FnOnce(&mut Ui)) {
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(320.0);
        let layout = UiDirection::get(ui.ctx()).column();
        egui::Frame::new().inner_margin(6).show(ui, |ui| {
            ui.with_layout(layout, add_contents);
        });
    });
}

fn suggested(ui: &mut Ui, wb: &Workbench, document: &Document, suggestion: &Suggestion) {
    let (tag, hue) = tag_of(ui, wb, suggestion);
    Label::new(&tag).bold().color(hue).show(ui);
    let words = suggestion.span.of(&document.text).unwrap_or_default();
    Label::new(words).naskh(16.0).lines(3).show(ui);
    aids_ui(ui, &of_suggestion(ui, wb, document, suggestion));
    ui.add_space(3.0);
    let why = wb.suggestion_reason(&document.id, suggestion);
    if !why.is_empty() {
        Label::new(&why).size(12.0).lines(4).show(ui);
    }
    Label::new(&sureness(wb, suggestion))
        .size(11.0)
        .second()
        .show(ui);
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
    aids_ui(ui, &of_mark(ui, wb, document, mark));
    if !mark.note.is_empty() {
        Label::new(&mark.note).lines(6).show(ui);
    }
    assessed(ui, wb, mark);
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

/// Grade and confidence of a mark on one line, and what is not answered.
fn assessed(ui: &mut Ui, wb: &Workbench, mark: &Annotation) {
    let grade = wb.grade_of(mark);
    let confidence = percent_of(mark).map(|percent| confidence_text(wb, percent));
    let known: Vec<&str> = Some(grade.as_str())
        .filter(|grade| !grade.is_empty())
        .into_iter()
        .chain(confidence.as_deref())
        .collect();
    if !known.is_empty() {
        Label::new(&known.join(" · ")).size(12.0).show(ui);
    }
    let open = wb.open_questions(mark);
    if open > 0 {
        let count = [("count", Arg::from(open))];
        let text = wb.messages().format("inspector-attributes-open", &count);
        let rubric = Theme::get(ui.ctx()).rubric;
        Label::new(&text).size(12.0).color(rubric).show(ui);
    }
}
