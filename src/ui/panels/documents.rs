//! The list of documents: title, state, count of marks.

use std::ops::Range;

use egui::{Role, ScrollArea, Ui, vec2};

use crate::command::{Args, CountOf, DocumentFlag, DocumentStanding, Workbench, standing_of};
use crate::language::invisible::Level;
use crate::model::{Document, DocumentState};
use crate::ui::access::{is_listening, listed};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::reader::summary;
use crate::ui::theme::Theme;
use crate::ui::widgets::{
    Button, ListRow, MenuRow, context_menu, menu_separator, tooltip, weak_label,
};

use super::{Names, counted};

/// Draws the documents.
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
            let count = wb.project().counts().documents;
            names.tools.tools_ui(ui, wb, actions);
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
            let ids = wb.documents_listed();
            if ids.is_empty() && count > 0 {
                padded_note(ui, &messages.text("documents-none-fits"));
            }
            listed(ui, Role::ListBox, &title, ids.len(), |ui| {
                let (shown, before, after) = names.rows.in_sight(ui, ids.len());
                ui.add_space(before);
                for index in shown {
                    let document = ids.get(index).and_then(|id| wb.project().document(id));
                    let Some(document) = document else { continue };
                    let height = document_ui(ui, wb, (index, document), actions);
                    names.rows.learn(index, height);
                }
                ui.add_space(after);
            });
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
pub(in crate::ui) fn flag_text(wb: &Workbench, flag: DocumentFlag) -> String {
    let mut said = Vec::new();
    if flag.name {
        said.push(wb.messages().text("flagged-name"));
    }
    if flag.places > 0 {
        let id = if flag.level == Level::Danger {
            "flagged-document-danger"
        } else {
            "flagged-document-notice"
        };
        said.push(counted(wb, id, flag.places));
    }
    said.join(" ")
}

/// One document; the height of its row.
fn document_ui(
    ui: &mut Ui,
    wb: &Workbench,
    (index, document): (usize, &Document),
    actions: &mut Vec<Action>,
) -> f32 {
    let messages = wb.messages();
    let theme = Theme::get(ui.ctx());
    let shown = wb
        .readers()
        .iter()
        .any(|reader| reader.document == document.id);
    let marks = messages.number(wb.marks_counted(CountOf::Document(&document.id)));
    let standing = standing_of(wb.project(), document);
    let (icon, color) = match standing {
        DocumentStanding::New => (Icon::StateNew, theme.second),
        DocumentStanding::InProgress => (Icon::StateHalf, theme.accent),
        DocumentStanding::Done => (Icon::StateDone, theme.accent),
        DocumentStanding::DoneEmpty => (Icon::StateDone, theme.second),
    };
    let suggested = wb.suggestion_count(&document.id);
    let proposed = messages.number(suggested);
    let said = if is_listening(ui.ctx()) {
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
    let flag = wb.document_flag(document);
    if let Some(flag) = flag {
        row = row.warning(flag_color(&theme, flag.level));
    }
    let mut response = row.show(ui);
    let by_person = || wb.marks_by_person(CountOf::Document(&document.id));
    if let Some(flag) = flag {
        response = tooltip(response, &flag_text(wb, flag));
    } else if response.hovered()
        && let Some(people) = by_person()
    {
        response = tooltip(response, &people);
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
        if MenuRow::new(&beside).show(ui).clicked() {
            actions.push(Action::OpenBeside(document.id.clone()));
        }
        menu_separator(ui);
        for (state, command, message) in [
            (
                DocumentState::New,
                "document.state-new",
                "documents-state-new",
            ),
            (
                DocumentState::InProgress,
                "document.state-in-progress",
                "documents-state-in-progress",
            ),
            (
                DocumentState::Done,
                "document.state-done",
                "documents-state-done",
            ),
        ] {
            let title = messages.text(message);
            let row = MenuRow::new(&title)
                .checked(document.state == state)
                .enabled(wb.can_edit());
            if row.show(ui).clicked() {
                actions.push(Action::Run(command, Args::Id(document.id.clone())));
            }
        }
    });
    response.rect.height()
}

/// The heights of the rows of a long list, so that only those in sight are
/// laid out.
#[derive(Debug, Default)]
pub(super) struct Rows {
    width: f32,
    /// Points; those never drawn are as high as those drawn on the average.
    heights: Vec<Option<f32>>,
}

/// Lists up to this long are simply drawn.
const FEW: usize = 200;
/// How far beyond the window rows are drawn, points.
const AROUND: f32 = 200.0;
/// The height of a row before any was drawn, points.
const ROW: f32 = 56.0;

impl Rows {
    /// The rows to draw of `count`, and the space before and after them.
    fn in_sight(&mut self, ui: &Ui, count: usize) -> (Range<usize>, f32, f32) {
        if count <= FEW {
            self.heights.clear();
            return (0..count, 0.0, 0.0);
        }
        if (self.width - ui.available_width()).abs() > 0.5 || self.heights.len() != count {
            self.width = ui.available_width();
            self.heights = vec![None; count];
        }
        let (sum, known) = (self.heights.iter().flatten())
            .fold((0.0, 0.0), |(sum, known), height| {
                (sum + height, known + 1.0)
            });
        let usual = if known > 0.0 { sum / known } else { ROW };
        let top = ui.cursor().top();
        let seen = ui.clip_rect().expand2(vec2(0.0, AROUND));
        let (mut first, mut last) = (count, count);
        let (mut before, mut after, mut y) = (0.0, 0.0, top);
        for (index, height) in self.heights.iter().enumerate() {
            let height = height.unwrap_or(usual);
            if y + height < seen.top() {
                before += height;
            } else if y > seen.bottom() {
                last = last.min(index);
                after += height;
            } else {
                first = first.min(index);
            }
            y += height;
        }
        (first.min(last)..last, before, after)
    }

    fn learn(&mut self, index: usize, height: f32) {
        if let Some(known) = self.heights.get_mut(index) {
            *known = Some(height);
        }
    }
}

/// A quiet sentence indented like the rows.
fn padded_note(ui: &mut Ui, text: &str) {
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(14, 4))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(
                crate::ui::theme::UiDirection::get(ui.ctx()).column(),
                |ui| weak_label(ui, text),
            );
        });
}
