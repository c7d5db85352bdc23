//! The inspector: the chosen mark, or the document when none is chosen.

use egui::{ScrollArea, Ui};

use crate::command::{Args, Workbench, file_name_of};
use crate::i18n::Arg;
use crate::language::invisible::{label_level, visible_name};
use crate::model::{Annotation, Document, DocumentDirection, DocumentState, Id, Origin, Record};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::unseen::label_warning;
use crate::ui::widgets::{
    Button, Label, MenuRow, TagChip, TextField, drop_down_menu, hairline, heading, segmented,
    weak_label,
};

use super::aids::{aids_ui, of_mark};
use super::proposal::suggestion_ui;
use super::{counted, marking_tags, moment, short_quote, tag_hue, tag_name};

/// The note being written, until it is handed to the project.
#[derive(Debug, Default)]
pub(in crate::ui) struct Inspector {
    draft: Option<(Id, String)>,
    focus: bool,
    history: Option<Known>,
}

/// The changes of a mark, gathered anew only when the project has changed.
#[derive(Debug)]
struct Known {
    mark: Id,
    revision: (u64, usize),
    language: &'static str,
    lines: Vec<String>,
}

impl Inspector {
    /// Puts the keyboard into the note in the next frame.
    pub(in crate::ui) fn request_focus(&mut self) {
        self.focus = true;
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
                            match (wb.current_suggestion(), wb.selected_mark()) {
                                (Some((document, suggestion)), _) => {
                                    self.hand_over(wb, actions);
                                    suggestion_ui(ui, wb, document, suggestion, actions);
                                }
                                (None, Some(mark)) => self.mark_ui(ui, wb, mark, actions),
                                (None, None) => self.no_mark_ui(ui, wb, actions),
                            }
                        });
                    });
            });
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
        tag_choice(ui, wb, mark, actions);
        ui.add_space(4.0);

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
            .analysts()
            .find(|analyst| analyst.id == mark.by)
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

        ui.add_space(8.0);
        heading(ui, &messages.text("inspector-note"));
        self.note_ui(ui, wb, mark, actions);

        ui.add_space(8.0);
        heading(ui, &messages.text("inspector-history"));
        for line in self.history(wb, &mark.id) {
            weak_label(ui, line);
        }
        ui.add_space(8.0);
        let remove = messages.text("inspector-remove");
        if Button::new(&remove)
            .icon(Icon::Delete)
            .enabled(wb.can_edit())
            .show(ui)
            .clicked()
        {
            actions.push(Action::Run("annotation.remove", Args::Id(mark.id.clone())));
        }
    }

    fn history(&mut self, wb: &Workbench, mark: &Id) -> &[String] {
        let (revision, language) = (wb.revision(), wb.messages().language().code());
        let fits = self.history.as_ref().is_some_and(|known| {
            known.mark == *mark && known.revision == revision && known.language == language
        });
        if !fits {
            self.history = Some(Known {
                mark: mark.clone(),
                revision,
                language,
                lines: history_of(wb, mark),
            });
        }
        self.history.as_ref().map_or(&[], |known| &known.lines)
    }

    fn note_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        mark: &Annotation,
        actions: &mut Vec<Action>,
    ) {
        let fits = self.draft.as_ref().is_some_and(|(id, _)| *id == mark.id);
        if !fits {
            self.hand_over(wb, actions);
            self.draft = Some((mark.id.clone(), mark.note.clone()));
        }
        let Some((_, draft)) = &mut self.draft else {
            return;
        };
        let hint = wb.messages().text("inspector-note-hint");
        let name = wb.messages().text("inspector-note");
        let response = TextField::new("note", &name, draft)
            .multiline(3)
            .naskh(15.0)
            .placeholder(&hint)
            .editable(wb.can_edit())
            .request_focus(std::mem::take(&mut self.focus))
            .show(ui)
            .response;
        if label_level(&mark.note).is_some() {
            let warning = label_warning(wb.messages(), &mark.note);
            Label::new(&warning)
                .size(size::SMALL)
                .color(Theme::get(ui.ctx()).rubric)
                .show(ui);
        }
        if response.lost_focus() {
            self.hand_over(wb, actions);
        } else if !response.has_focus() {
            // Undo and redo change notes too.
            draft.clone_from(&mark.note);
        }
    }

    /// Makes the note that was being written part of the project.
    pub(in crate::ui) fn hand_over(&mut self, wb: &Workbench, actions: &mut Vec<Action>) {
        if let Some((id, draft)) = self.draft.take()
            && let Some(mark) = wb.project().annotation(&id)
            && mark.note != draft
        {
            actions.push(Action::SetNote(id, draft));
        }
    }

    /// Whether a note is being written that the project does not have yet.
    pub(in crate::ui) fn has_unfinished_note(&self, wb: &Workbench) -> bool {
        self.draft.as_ref().is_some_and(|(id, draft)| {
            wb.project()
                .annotation(id)
                .is_some_and(|mark| mark.note != *draft)
        })
    }

    fn no_mark_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        self.hand_over(wb, actions);
        let messages = wb.messages();
        weak_label(ui, &messages.text("inspector-empty-hint"));
        let Some(document) = wb.active_document() else {
            return;
        };
        ui.add_space(8.0);
        hairline(ui);
        ui.add_space(8.0);
        heading(ui, &messages.text("inspector-document"));
        document_ui(ui, wb, document, actions);
    }
}

fn tag_choice(ui: &mut Ui, wb: &Workbench, mark: &Annotation, actions: &mut Vec<Action>) {
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

fn document_ui(ui: &mut Ui, wb: &Workbench, document: &Document, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    Label::new(&document.title)
        .naskh(18.0)
        .bold()
        .lines(3)
        .show(ui);
    ui.add_space(4.0);
    let mut state = document.state;
    let names = [
        (
            DocumentState::New,
            "document.state-new",
            messages.text("documents-state-new"),
        ),
        (
            DocumentState::InProgress,
            "document.state-in-progress",
            messages.text("documents-state-in-progress"),
        ),
        (
            DocumentState::Done,
            "document.state-done",
            messages.text("documents-state-done"),
        ),
    ];
    let choices: Vec<_> = names
        .iter()
        .map(|(state, _, name)| (*state, name.as_str()))
        .collect();
    let label = messages.text("inspector-document-state");
    if segmented(ui, &label, &choices, &mut state).changed()
        && let Some((_, command, _)) = names.iter().find(|(other, _, _)| *other == state)
    {
        actions.push(Action::Run(command, Args::None));
    }
    ui.add_space(6.0);
    direction_ui(ui, wb, document, actions);
    if let Some(source) = &document.source {
        let name = visible_name(file_name_of(source));
        fact(ui, &messages.text("inspector-document-file"), &name);
    }
    encoding_ui(ui, wb, document, actions);
    fact(
        ui,
        &messages.text("inspector-document-length"),
        &counted(wb, "count-code-points", length_of(wb, document)),
    );
    fact(
        ui,
        &messages.text("inspector-document-opened"),
        &moment(document.imported_at),
    );
    let hash: String = document.sha256.chars().take(16).collect();
    fact(ui, &messages.text("inspector-document-hash"), &hash);
}

/// How long a document is, code points.
fn length_of(wb: &Workbench, document: &Document) -> usize {
    wb.project()
        .offsets(&document.id)
        .map_or(0, |table| table.code_point_of_byte(document.text.len()))
}

/// The document's direction, to be chosen from a menu.
fn direction_ui(ui: &mut Ui, wb: &Workbench, document: &Document, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let choices = [
        (
            DocumentDirection::Auto,
            "document.direction-auto",
            messages.text("inspector-direction-auto"),
        ),
        (
            DocumentDirection::RightToLeft,
            "document.direction-rtl",
            messages.text("status-direction-rtl"),
        ),
        (
            DocumentDirection::LeftToRight,
            "document.direction-ltr",
            messages.text("status-direction-ltr"),
        ),
    ];
    let chosen = choices
        .iter()
        .find(|(direction, _, _)| *direction == document.direction)
        .map_or("", |(_, _, title)| title.as_str());
    let name = messages.text("inspector-document-direction");
    let button = fact_button(ui, &name, chosen, wb.can_edit());
    drop_down_menu(ui, &button, |ui| {
        for (direction, command, title) in &choices {
            let chosen = document.direction == *direction;
            if MenuRow::new(title).checked(chosen).show(ui).clicked() && !chosen {
                actions.push(Action::Run(command, Args::None));
            }
        }
    });
}

/// The encoding; it can be changed while nothing is marked.
fn encoding_ui(ui: &mut Ui, wb: &Workbench, document: &Document, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let shown = if wb.encoding_guessed(document) {
        let encoding = [("encoding", Arg::from(document.encoding.as_str()))];
        messages.format("inspector-document-encoding-guessed", &encoding)
    } else {
        document.encoding.clone()
    };
    let name = messages.text("inspector-document-encoding");
    if !wb.can_change_encoding(document) {
        fact(ui, &name, &shown);
        return;
    }
    let button = fact_button(ui, &name, &shown, true);
    drop_down_menu(ui, &button, |ui| {
        for encoding in crate::store::encodings::OFFERED {
            let id = format!("encoding-{}", encoding.to_ascii_lowercase());
            let title = if messages.has(&id) {
                messages.text(&id)
            } else {
                encoding.to_owned()
            };
            let chosen = document.encoding.eq_ignore_ascii_case(encoding);
            if MenuRow::new(&title).checked(chosen).show(ui).clicked() && !chosen {
                actions.push(Action::Run(
                    "file.reload-encoding",
                    Args::Text(encoding.to_owned()),
                ));
            }
        }
    });
}

/// A quiet name with a button beside it.
fn fact_button(ui: &mut Ui, name: &str, value: &str, enabled: bool) -> egui::Response {
    let direction = UiDirection::get(ui.ctx());
    let width = ui.available_width();
    ui.allocate_ui_with_layout(egui::vec2(width, 26.0), direction.row(), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let second = Theme::get(ui.ctx()).second;
        ui.allocate_ui_with_layout(egui::vec2(72.0, 26.0), direction.row(), |ui| {
            ui.set_width(72.0);
            Label::new(name).size(12.5).color(second).elide().show(ui);
        });
        Button::new(value)
            .quiet()
            .icon(Icon::ChevronDown)
            .enabled(enabled)
            .show(ui)
    })
    .inner
}

/// A quiet name and what it says, beside each other.
pub(super) fn fact(ui: &mut Ui, name: &str, value: &str) {
    let direction = UiDirection::get(ui.ctx());
    let width = ui.available_width();
    ui.allocate_ui_with_layout(egui::vec2(width, 20.0), direction.row(), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let second = Theme::get(ui.ctx()).second;
        ui.allocate_ui_with_layout(egui::vec2(74.0, 20.0), direction.row(), |ui| {
            ui.set_width(74.0);
            Label::new(name).size(12.5).color(second).elide().show(ui);
        });
        Label::new(value).size(12.5).elide().show(ui);
    });
}

/// The changes of a mark, newest first, as far as this session knows them.
fn history_of(wb: &Workbench, mark: &Id) -> Vec<String> {
    let touches = |record: &Option<Record>| matches!(record, Some(Record::Annotation(other)) if other.id == *mark);
    wb.history()
        .transactions()
        .rev()
        .filter(|transaction| {
            transaction
                .edits
                .iter()
                .any(|edit| touches(&edit.before) || touches(&edit.after))
        })
        .take(8)
        .map(|transaction| {
            format!(
                "{} · {}",
                wb.step_sentence(transaction),
                moment(transaction.at)
            )
        })
        .collect()
}
