//! The list of documents: title, state, count of marks.

use egui::{Role, ScrollArea, Ui};

use crate::command::{Args, Workbench};
use crate::language::invisible::Level;
use crate::model::DocumentState;
use crate::ui::access::{is_listening, listed};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::reader::summary;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Button, ListRow, MenuRow, context_menu, heading, tooltip, weak_label};

use super::{Names, counted, titled};

/// Draws documents and, below, the names marked in them.
pub(in crate::ui) fn documents_ui(
    ui: &mut Ui,
    wb: &Workbench,
    names: &mut Names,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    ScrollArea::vertical()
        .id_salt("documents")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(14.0);
            let count = wb.project().documents().count();
            padded_heading(ui, &titled(wb, "documents-title", count));
            ui.add_space(6.0);
            if count == 0 {
                weak_label(ui, &messages.text("documents-empty"));
                weak_label(ui, &messages.text("documents-empty-hint"));
                ui.add_space(8.0);
                let open = messages.text("command-file-open");
                if Button::new(&open).icon(Icon::Open).show(ui).clicked() {
                    actions.push(Action::Run("file.open", Args::None));
                }
            }
            let title = messages.text("documents-title");
            listed(ui, Role::ListBox, &title, count, |ui| {
                rows_ui(ui, wb, actions);
            });
            ui.add_space(18.0);
            names.names_ui(ui, wb, actions);
            ui.add_space(12.0);
        });
}

/// The colour of a warning sign.
pub(in crate::ui) fn flag_color(theme: &Theme, level: Level) -> egui::Color32 {
    if level == Level::Danger {
        theme.rubric
    } else {
        theme.unseen
    }
}

/// What a document's warning sign says.
pub(in crate::ui) fn flag_text(wb: &Workbench, level: Level, count: usize) -> String {
    let id = if level == Level::Danger {
        "flagged-document-danger"
    } else {
        "flagged-document-notice"
    };
    counted(wb, id, count)
}

fn rows_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let listening = is_listening(ui.ctx());
    let theme = Theme::get(ui.ctx());
    for (index, document) in wb.project().documents().enumerate() {
        let shown = wb
            .readers()
            .iter()
            .any(|reader| reader.document == document.id);
        let marks = messages.number(wb.project().annotation_count(&document.id));
        let (icon, color) = match document.state {
            DocumentState::New => (Icon::StateNew, theme.second),
            DocumentState::InProgress => (Icon::StateHalf, theme.accent),
            DocumentState::Done => (Icon::StateDone, theme.accent),
        };
        let suggested = wb.suggestion_count(&document.id);
        let proposed = messages.number(suggested);
        let said = if listening {
            summary(wb, document)
        } else {
            String::new()
        };
        let mut row = ListRow::new(&document.title)
            .nth(index)
            .said(&said)
            .lines(2)
            .colored_icon(icon, color)
            .count(&marks)
            .selected(shown);
        if suggested > 0 {
            row = row.proposed(&proposed);
        }
        let flag = wb
            .hidden_in(&document.id)
            .and_then(|hidden| Some((hidden.flag()?, hidden.inspection.flagged())));
        if let Some((level, _)) = flag {
            row = row.warning(flag_color(&theme, level));
        }
        let mut response = row.show(ui);
        if let Some((level, count)) = flag {
            response = tooltip(response, &flag_text(wb, level, count));
        }
        if response.clicked() {
            actions.push(Action::ShowDocument(document.id.clone()));
        }
        let here = messages.text("documents-open-here");
        let beside = messages.text("documents-open-beside");
        context_menu(ui, &response, |ui| {
            if MenuRow::new(&here).show(ui).clicked() {
                actions.push(Action::ShowDocument(document.id.clone()));
            }
            if MenuRow::new(&beside)
                .enabled(wb.readers().len() < crate::command::MOST_READERS)
                .show(ui)
                .clicked()
            {
                actions.push(Action::OpenBeside(document.id.clone()));
            }
        });
    }
}

/// A heading indented like the rows under it.
pub(super) fn padded_heading(ui: &mut Ui, text: &str) {
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(14, 2))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(
                crate::ui::theme::UiDirection::get(ui.ctx()).column(),
                |ui| {
                    heading(ui, text);
                },
            );
        });
}
