//! The inspector: the chosen mark, or the document when none is chosen.
//!
//! Here: which section follows which. Each section is a file beside this one.
//!
//! **Invariant:** what is typed here belongs to the project as soon as the
//! keyboard leaves its field, and before the project is written.

mod answers;
mod assessment;
mod document;
mod drafts;
mod history;
pub(in crate::ui) mod notes;
mod relations;
mod rows;
mod tag;

use egui::{ScrollArea, Ui};

use crate::command::{Args, Focus, NoteAbout, Workbench};
use crate::i18n::Arg;
use crate::language::invisible::label_level;
use crate::model::{Annotation, Document, Id, Origin};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::unseen::label_warning;
use crate::ui::widgets::{Button, Label, follow_keyboard, hairline, heading, steady, weak_label};

use super::aids::{aids_ui, of_mark};
use super::mentioned::mentioned_ui;
use super::proposal::suggestion_ui;
use super::{moment, short_quote};

pub(super) use assessment::confidence_text;
pub(super) use rows::fact;

use assessment::{Asked, Assessment};
use drafts::{Drafts, Field, Look};
use history::Known;
pub(in crate::ui) use notes::NoteDrafts;

/// What the inspector keeps between frames; nothing of it belongs to the
/// project.
#[derive(Debug, Default)]
pub(in crate::ui) struct Inspector {
    /// The mark that was shown.
    shown: Option<Id>,
    drafts: Drafts,
    notes: NoteDrafts,
    assessment: Assessment,
    history: Option<Known>,
    /// What takes the keyboard in the next frame.
    note_asked: bool,
    asked: Option<Focus>,
}

impl Inspector {
    /// Puts the keyboard into the note in the next frame.
    pub(in crate::ui) fn request_focus(&mut self) {
        self.note_asked = true;
    }

    /// Puts the keyboard into a part in the next frame.
    pub(in crate::ui) fn focus(&mut self, part: Focus) {
        self.asked = Some(part);
    }

    /// Draws the inspector.
    pub(in crate::ui) fn inspector_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let direction = UiDirection::get(ui.ctx());
        ScrollArea::vertical()
            .id_salt("inspector")
            .auto_shrink(false)
            .show(ui, |ui| {
                egui::Frame::new()
                    .inner_margin(egui::Margin::symmetric(16, 14))
                    .show(ui, |ui| {
                        ui.with_layout(direction.column(), |ui| {
                            ui.set_width(ui.available_width());
                            ui.spacing_mut().item_spacing.y = 6.0;
                            heading(ui, &wb.messages().text("inspector-title"));
                            ui.add_space(4.0);
                            self.contents_ui(ui, wb, actions);
                        });
                    });
                follow_keyboard(ui);
            });
    }

    fn contents_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let suggestion = wb.current_suggestion();
        let mark = wb.selected_mark().filter(|_| suggestion.is_none());
        let shown = mark.map(|mark| mark.id.clone());
        if shown != self.shown {
            self.hand_over(wb, actions);
            self.shown = shown;
        }
        match (suggestion, mark) {
            (Some((document, suggestion)), _) => {
                suggestion_ui(ui, wb, document, suggestion, actions);
            }
            (None, Some(mark)) => self.mark_ui(ui, wb, mark, actions),
            (None, None) => self.no_mark_ui(ui, wb, actions),
        }
        self.note_asked = false;
        self.asked = None;
    }

    fn mark_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        mark: &Annotation,
        actions: &mut Vec<Action>,
    ) {
        let Some(document) = wb.project().document(&mark.document) else {
            return;
        };
        let messages = wb.messages();
        Label::new(&short_quote(mark, document))
            .naskh(21.0)
            .bold()
            .lines(4)
            .show(ui);
        aids_ui(ui, &of_mark(ui, wb, document, mark));
        ui.add_space(2.0);
        steady(ui, "tag", |ui| tag::tag_choice(ui, wb, mark, actions));
        steady(ui, "mentioned", |ui| mentioned_ui(ui, wb, mark, actions));
        ui.add_space(4.0);
        facts_ui(ui, wb, mark);

        let wanted = (self.asked == Some(Focus::Answer)).then(|| wb.first_question(mark));
        let wanted = wanted.flatten();
        let drafts = &mut self.drafts;
        answers::answers_ui(ui, drafts, wanted.as_deref(), wb, mark, actions);
        let asked = Asked {
            confidence: self.asked == Some(Focus::Confidence),
            grade: self.asked == Some(Focus::Grade),
        };
        let assessment = &mut self.assessment;
        steady(ui, "assessment", |ui| {
            assessment.mark_ui(ui, drafts, asked, wb, mark, actions);
        });
        let note_of_relation = self.asked == Some(Focus::RelationNote);
        steady(ui, "relations", |ui| {
            relations::relations_ui(ui, drafts, note_of_relation, wb, mark, actions);
        });

        ui.add_space(8.0);
        heading(ui, &messages.text("inspector-note"));
        self.own_note_ui(ui, wb, mark, actions);
        ui.add_space(8.0);
        let about = NoteAbout::Mark(mark.id.clone());
        let notes = &mut self.notes;
        steady(ui, "notes", |ui| notes.note_ui(ui, wb, &about, actions));

        ui.add_space(8.0);
        let history = &mut self.history;
        steady(ui, "history", |ui| {
            history::history_ui(ui, history, wb, &mark.id);
        });
        ui.add_space(8.0);
        let remove = messages.text("inspector-remove");
        let removed = steady(ui, "remove", |ui| {
            Button::new(&remove)
                .icon(Icon::Delete)
                .enabled(wb.can_edit())
                .show(ui)
                .clicked()
        });
        if removed {
            actions.push(Action::Run("annotation.remove", Args::Id(mark.id.clone())));
        }
    }

    /// The note a mark has of its own.
    fn own_note_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        mark: &Annotation,
        actions: &mut Vec<Action>,
    ) {
        let hint = wb.messages().text("inspector-note-hint");
        let name = wb.messages().text("inspector-note");
        let look = Look {
            name: &name,
            hint: &hint,
            rows: 3,
            focus: self.note_asked,
        };
        let field = Field::MarkNote(mark.id.clone());
        self.drafts.field_ui(ui, wb, &field, look, actions);
        if label_level(&mark.note).is_some() {
            let warning = label_warning(wb.messages(), &mark.note);
            Label::new(&warning)
                .size(size::SMALL)
                .color(Theme::get(ui.ctx()).rubric)
                .show(ui);
        }
    }

    /// Makes what was being written part of the project.
    pub(in crate::ui) fn hand_over(&mut self, wb: &Workbench, actions: &mut Vec<Action>) {
        self.drafts.hand_over(wb, actions);
        self.notes.hand_over(wb, actions);
    }

    /// Whether something is being written that the project does not have yet.
    pub(in crate::ui) fn has_unfinished_note(&self, wb: &Workbench) -> bool {
        self.drafts.are_unfinished(wb) || self.notes.drafts.are_unfinished(wb)
    }

    fn no_mark_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        weak_label(ui, &messages.text("inspector-empty-hint"));
        let Some(document) = wb.active_document() else {
            return;
        };
        ui.add_space(8.0);
        hairline(ui);
        ui.add_space(8.0);
        heading(ui, &messages.text("inspector-document"));
        document::document_ui(ui, wb, document, actions);
        self.source_ui(ui, wb, document, actions);
        ui.add_space(8.0);
        let about = NoteAbout::Document(document.id.clone());
        self.notes.note_ui(ui, wb, &about, actions);
        ui.add_space(8.0);
        self.notes.note_ui(ui, wb, &NoteAbout::Project, actions);
    }

    fn source_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        document: &Document,
        actions: &mut Vec<Action>,
    ) {
        let asked = Asked {
            grade: self.asked == Some(Focus::Grade),
            ..Asked::default()
        };
        let drafts = &mut self.drafts;
        self.assessment
            .document_ui(ui, drafts, asked, wb, document, actions);
    }
}

/// Where a mark is, who made it, when and how.
fn facts_ui(ui: &mut Ui, wb: &Workbench, mark: &Annotation) {
    let messages = wb.messages();
    let offsets = wb.project().offsets(&mark.document);
    let at = |byte| Arg::from(offsets.map_or(0, |table| table.code_point_of_byte(byte)));
    let spans: Vec<String> = mark
        .spans
        .iter()
        .map(|span| {
            let ends = [("start", at(span.start)), ("end", at(span.end))];
            messages.format("inspector-span", &ends)
        })
        .collect();
    fact(ui, &messages.text("inspector-spans"), &spans.join(" · "));
    let by = wb
        .project()
        .analyst(&mark.by)
        .map_or("", |analyst| analyst.name.as_str());
    fact(ui, &messages.text("inspector-by"), by);
    fact(ui, &messages.text("inspector-when"), &moment(mark.at));
    let origin = match &mark.origin {
        Origin::Manual => messages.text("inspector-origin-manual"),
        Origin::Suggested { rule } => messages.format(
            "inspector-origin-suggested",
            &[("rule", Arg::from(rule.as_str()))],
        ),
        Origin::Imported { format } => messages.format(
            "inspector-origin-imported",
            &[("format", Arg::from(format.as_str()))],
        ),
        Origin::Adjudicated { from } => messages.format(
            "inspector-origin-adjudicated",
            &[("count", Arg::from(from.len()))],
        ),
    };
    fact(ui, &messages.text("inspector-origin"), &origin);
}
