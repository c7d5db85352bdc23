//! What the active document hides, as a list: what is flagged first, then
//! every invisible character with how many there are.
//!
//! Invariant: a row leads to its place; rows of counted characters lead to the
//! next one after the selection.

use egui::{Ui, vec2};

use crate::command::{HiddenIn, Workbench};
use crate::i18n::Arg;
use crate::language::invisible::{CensusRow, Finding, Level, code_point};
use crate::model::Document;
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::unseen::{as_typed, characters_of, name_of, sign_of, what_is};
use crate::ui::widgets::{TextLook, scroll_rows, weak_label};

use super::cells::{self, Cells, ROW};

/// Widths of columns, points.
const ICON: f32 = 26.0;
const NAME: f32 = 330.0;
const CHARACTERS: f32 = 170.0;
const COUNT: f32 = 60.0;
const GAP: f32 = 12.0;

/// Draws the list of the active document.
pub(super) fn hidden_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let found = wb
        .active_document()
        .and_then(|document| Some((document, wb.hidden_in(&document.id)?)));
    let Some((document, hidden)) = found else {
        empty_ui(ui, &messages.text("review-not-yet"));
        return;
    };
    let flagged: Vec<&Finding> = hidden
        .inspection
        .findings
        .iter()
        .filter(|finding| finding.level > Level::Info)
        .collect();
    if flagged.is_empty() && hidden.census.is_empty() {
        empty_ui(ui, &messages.text("hidden-none"));
        return;
    }
    let count = flagged.len() + hidden.census.len();
    let title = messages.text("lower-hidden");
    scroll_rows(ui, "hidden", ROW, count, &title, None, |ui, index| {
        if let Some(finding) = flagged.get(index) {
            flagged_ui(ui, wb, document, (index, finding), actions);
        } else if let Some(row) = hidden.census.get(index - flagged.len()) {
            counted_ui(ui, wb, (index, row), actions);
        }
    });
}

/// How many findings the active document has, for the tab.
pub(super) fn count(wb: &Workbench) -> usize {
    wb.active_document()
        .and_then(|document| wb.hidden_in(&document.id))
        .map_or(0, |hidden: &std::sync::Arc<HiddenIn>| {
            hidden.inspection.flagged()
        })
}

fn empty_ui(ui: &mut Ui, text: &str) {
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(14, 8))
        .show(ui, |ui| {
            ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                weak_label(ui, text);
            });
        });
}

fn flagged_ui(
    ui: &mut Ui,
    wb: &Workbench,
    document: &Document,
    (index, finding): (usize, &Finding),
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let what = what_is(messages, finding);
    let selected = wb
        .active_reader()
        .is_some_and(|reader| reader.selection.span() == finding.span);
    let more = || {
        let characters = characters_of(messages, &document.text, finding);
        format!("{characters} {}", as_typed(&document.text, finding.span))
    };
    let (rect, response) = cells::row(ui, &what, more, (index, selected));
    if response.clicked() {
        actions.push(Action::GoToWords(document.id.clone(), finding.span));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let theme = Theme::get(ui.ctx());
    let direction = UiDirection::get(ui.ctx());
    let color = if finding.level == Level::Danger {
        theme.rubric
    } else {
        theme.unseen
    };
    let mut row = Cells::new(rect, direction);
    let icon = row.start(ICON);
    let icon = egui::Rect::from_center_size(icon.center(), vec2(13.0, 13.0));
    paint_icon(ui.painter(), icon, Icon::Warning, color, direction);
    let look = TextLook::sans(size::UI);
    let name = row.start(NAME);
    cells::text(ui, name, &what, look, theme.ink);
    row.start(GAP);
    let characters = characters_of(messages, &document.text, finding);
    let cell = row.start(CHARACTERS);
    cells::text(ui, cell, &characters, look, theme.ink);
    row.start(GAP);
    let quiet = if selected {
        theme.second_strong
    } else {
        theme.second
    };
    let typed = as_typed(&document.text, finding.span);
    cells::text(ui, row.rest(), &typed, look, quiet);
}

fn counted_ui(
    ui: &mut Ui,
    wb: &Workbench,
    (index, row): (usize, &CensusRow),
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let name = name_of(messages, row.what, row.character, row.pair);
    let (rect, response) = cells::row(ui, &name, || messages.number(row.count), (index, false));
    if response.clicked() {
        actions.push(Action::GoToHidden(*row));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let theme = Theme::get(ui.ctx());
    let mut cells_of = Cells::new(rect, UiDirection::get(ui.ctx()));
    cells_of.start(ICON);
    let look = TextLook::sans(size::UI);
    let cell = cells_of.start(NAME);
    cells::text(ui, cell, &name, look, theme.ink);
    cells_of.start(GAP);
    let short = sign_of(row.what, row.character, row.pair);
    let code = code_point(row.character);
    let shown = if short == code || row.pair {
        short.into_owned()
    } else {
        format!("{short} ({code})")
    };
    let cell = cells_of.start(CHARACTERS);
    cells::text(ui, cell, &shown, look, theme.second);
    cells_of.start(GAP);
    let cell = cells_of.start(COUNT);
    let count = messages.format("hidden-count", &[("count", Arg::from(row.count))]);
    cells::text_at(ui, cell, &count, look, theme.ink, cells::at_end(ui));
}
