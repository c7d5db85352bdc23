//! The document in the inspector: title, state, direction, file, encoding.

use egui::Ui;

use crate::command::{Args, Workbench, file_name_of};
use crate::i18n::Arg;
use crate::language::invisible::visible_name;
use crate::model::{Document, DocumentDirection, DocumentState};
use crate::ui::action::Action;
use crate::ui::panels::document_tags::document_tags_ui;
use crate::ui::panels::{counted, moment};
use crate::ui::widgets::{Label, MenuRow, drop_down_menu, segmented};

use super::rows::{fact, fact_button};

/// Draws what is known of a document.
pub(super) fn document_ui(
    ui: &mut Ui,
    wb: &Workbench,
    document: &Document,
    actions: &mut Vec<Action>,
) {
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
    document_tags_ui(ui, wb, document, actions);
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
    date_ui(ui, wb, document, actions);
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

/// The day it was written, to be set where the text does not say it.
fn date_ui(ui: &mut Ui, wb: &Workbench, document: &Document, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let shown = match document.written_on {
        Some(day) => day.to_string(),
        None => messages.text("inspector-document-date-own"),
    };
    let name = messages.text("inspector-document-date");
    if fact_button(ui, &name, &shown, wb.can_edit()).clicked() {
        actions.push(Action::Run("document.date", Args::None));
    }
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
