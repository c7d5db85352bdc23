//! The history: what was done, newest first, by day and sitting; going there,
//! going back, taking back one step.
//!
//! Lives here: the rows in sight and the menus. Does not live here: the
//! sentences and which rows there are
//! ([`crate::command::Workbench::history_rows`]).
//!
//! Invariant: only rows in sight are told and laid out.

use egui::{Color32, Rect, Response, Ui, UiBuilder, pos2, vec2};

use crate::command::{Args, HistoryFilter, HistoryRow, StepKind, Workbench};
use crate::i18n::Arg;
use crate::model::{Timestamp, Transaction};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::moment;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Button, Label, MenuRow, TextLook, context_menu, drop_down_menu, menu_separator, scroll_rows,
    submenu, weak_label,
};

use super::cells::{self, Cells, ROW};
use super::search::Typed;
use super::walking::Walk;

/// Widths of columns, points.
const TIME: f32 = 52.0;
const BY: f32 = 130.0;
const UNDONE: f32 = 96.0;
const GAP: f32 = 12.0;
/// Width of the panel from which on it is said who.
const ROOM_FOR_BY: f32 = 620.0;

/// What the tab keeps between frames.
#[derive(Debug, Default)]
pub(super) struct History {
    typed: Typed,
    walk: Walk,
}

fn kind_message(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Marks => "history-kind-marks",
        StepKind::Entities => "history-kind-entities",
        StepKind::Tags => "history-kind-tags",
        StepKind::Documents => "history-kind-documents",
        StepKind::Notes => "history-kind-notes",
        StepKind::Relations => "history-kind-relations",
        StepKind::Suggestions => "history-kind-suggestions",
    }
}

impl History {
    /// What chooses among the rows, from the end of the head.
    pub(super) fn filters_ui(
        &mut self,
        ui: &mut Ui,
        room: f32,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        let filter = wb.history_filter();
        let hint = messages.text("history-filter");
        let width = (room - 210.0).clamp(80.0, 240.0);
        let typed = self
            .typed
            .field_ui(ui, ("history-filter", &hint), &filter.text, width);
        if let Some(text) = typed {
            let mut filter = filter.clone();
            filter.text = text;
            actions.push(Action::FilterHistory(filter));
        }
        filter_ui(ui, wb, actions);
        let title = messages.text("history-step");
        let button = Button::new(&title)
            .quiet()
            .icon(Icon::ChevronDown)
            .enabled(wb.chosen_step().is_some())
            .show(ui);
        drop_down_menu(ui, &button, |ui| step_rows_ui(ui, wb, actions));
    }

    /// The list.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        if wb.history_unsearched() > 0 {
            ui.ctx().request_repaint();
        }
        let rows = wb.history_rows();
        let forgotten = wb.forgotten_steps();
        if rows.is_empty() {
            let id = if wb.history_unsearched() > 0 {
                "history-searching"
            } else if wb.history().transactions().len() > 0 {
                "history-none-fits"
            } else {
                "history-none"
            };
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(14, 8))
                .show(ui, |ui| {
                    ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                        weak_label(ui, &wb.messages().text(id));
                        if forgotten > 0 {
                            let text = super::super::counted(wb, "history-forgotten", forgotten);
                            weak_label(ui, &text);
                        }
                    });
                });
            return;
        }
        let name = wb.messages().text("lower-history");
        let count = rows.len() + usize::from(forgotten > 0);
        let is_step = |row: usize| matches!(rows.get(row), Some(HistoryRow::Step(_)));
        let seen = (ui.available_height() / ROW) as usize;
        self.walk.step(ui, rows.len(), seen, is_step);
        let reveal = self.walk.reveal();
        let walk = &mut self.walk;
        scroll_rows(
            ui,
            "history",
            ROW,
            count,
            &name,
            reveal,
            |ui, index| match rows.get(index) {
                Some(HistoryRow::Sitting { first, last, count }) => {
                    sitting_ui(ui, wb, (*first, *last, *count));
                }
                Some(HistoryRow::Step(place)) => {
                    if let Some(step) = wb.history().step(*place) {
                        let response = step_ui(ui, wb, index, (*place, step), actions);
                        walk.drawn(index, &response);
                    }
                }
                None => {
                    let text = super::super::counted(wb, "history-forgotten", forgotten);
                    quiet_row(ui, &text);
                }
            },
        );
    }
}

/// The button with all filters but the words.
fn filter_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let filter = wb.history_filter();
    let asked = usize::from(filter.by.is_some())
        + usize::from(filter.document.is_some())
        + usize::from(filter.kind.is_some())
        + usize::from(filter.with_undo);
    let title = match asked {
        0 => messages.text("list-filter"),
        count => messages.format("list-filter-on", &[("count", Arg::from(count))]),
    };
    let button = Button::new(&title)
        .quiet()
        .icon(Icon::ChevronDown)
        .selected(asked > 0)
        .show(ui);
    drop_down_menu(ui, &button, |ui| {
        let mut set = |change: &dyn Fn(&mut HistoryFilter)| {
            let mut filter = filter.clone();
            change(&mut filter);
            actions.push(Action::FilterHistory(filter));
        };
        for kind in StepKind::ALL {
            let title = messages.text(kind_message(kind));
            let on = filter.kind == Some(kind);
            if MenuRow::new(&title).checked(on).show(ui).clicked() {
                set(&|filter| filter.kind = (!on).then_some(kind));
            }
        }
        menu_separator(ui);
        let here = wb.active_document().map(|document| document.id.clone());
        let only_here = filter.document.is_some();
        let title = messages.text("marks-this-document");
        if MenuRow::new(&title).checked(only_here).show(ui).clicked() {
            set(&|filter| filter.document = here.clone().filter(|_| !only_here));
        }
        if wb.project().analysts().len() > 1 {
            submenu(ui, &messages.text("marks-column-by"), |ui| {
                for analyst in wb.project().analysts() {
                    let on = filter.by.as_ref() == Some(&analyst.id);
                    if MenuRow::new(&analyst.name).checked(on).show(ui).clicked() {
                        set(&|filter| filter.by = (!on).then(|| analyst.id.clone()));
                    }
                }
            });
        }
        let title = messages.text("history-with-undo");
        let on = filter.with_undo;
        if MenuRow::new(&title).checked(on).show(ui).clicked() {
            set(&|filter| filter.with_undo = !on);
        }
    });
}

/// What can be done with the chosen step, as rows of a menu.
fn step_rows_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    for id in [
        "history.go",
        "history.undo-step",
        "history.restore-before",
        "history.restore-after",
    ] {
        let command = crate::command::table::command(id);
        let enabled = command.is_some_and(|command| (command.enabled)(wb));
        let title = wb.messages().command_title(id);
        if MenuRow::new(&title).enabled(enabled).show(ui).clicked() {
            actions.push(Action::Run(id, Args::None));
        }
    }
}

/// The head of a sitting: the day, from when to when, how many steps.
fn sitting_ui(ui: &mut Ui, wb: &Workbench, (first, last, count): (usize, usize, usize)) {
    let at = |place: usize| wb.history().step(place).map(|step| step.at);
    let (Some(first), Some(last)) = (at(first), at(last)) else {
        return;
    };
    let messages = wb.messages();
    let (day, from) = day_and_time(first);
    let (_, to) = day_and_time(last);
    let time = if from == to {
        from
    } else {
        format!("\u{2066}{from}–{to}\u{2069}")
    };
    let (today, _) = day_and_time(wb.now());
    let day = if day == today {
        messages.text("history-today")
    } else {
        format!("\u{2066}{day}\u{2069}")
    };
    let steps = super::super::counted(wb, "history-steps", count);
    quiet_row(ui, &format!("{day} · {time} · {steps}"));
}

/// A row that is no step.
fn quiet_row(ui: &mut Ui, text: &str) {
    let theme = Theme::get(ui.ctx());
    let size = vec2(ui.available_width(), ROW);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let direction = UiDirection::get(ui.ctx());
    let inner = rect.shrink2(vec2(super::PADDING, 0.0));
    ui.scope_builder(
        UiBuilder::new().max_rect(inner).layout(direction.row()),
        |ui| {
            Label::new(text)
                .size(size::HEADING)
                .bold()
                .color(theme.second)
                .elide()
                .show(ui);
        },
    );
}

/// Day and time of the clock here.
fn day_and_time(at: Timestamp) -> (String, String) {
    let shown = moment(at).replace(['\u{2066}', '\u{2069}'], "");
    shown
        .split_once(' ')
        .map_or((shown.clone(), String::new()), |(day, time)| {
            (day.to_owned(), time.to_owned())
        })
}

/// One step.
fn step_ui(
    ui: &mut Ui,
    wb: &Workbench,
    index: usize,
    (place, step): (usize, &Transaction),
    actions: &mut Vec<Action>,
) -> Response {
    let messages = wb.messages();
    let told = wb.step_sentence(step);
    let undone = wb.history().is_undone(place);
    let by = wb.analyst_of_step(step);
    let chosen = wb.chosen_step() == Some(&step.id);
    let state = if undone {
        messages.text("history-undone")
    } else {
        String::new()
    };
    let more = || {
        let said = [state.as_str(), by.as_str(), &moment(step.at)];
        let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
        said.join("; ")
    };
    let (rect, response) = cells::row(ui, &told, more, (index, chosen));
    if response.clicked() {
        actions.push(Action::ChooseStep(step.id.clone()));
        actions.push(Action::Run("history.go", Args::Id(step.id.clone())));
    }
    if response.secondary_clicked() {
        actions.push(Action::ChooseStep(step.id.clone()));
    }
    context_menu(ui, &response, |ui| step_rows_ui(ui, wb, actions));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = Theme::get(ui.ctx());
    let quiet = if chosen {
        theme.second_strong
    } else {
        theme.second
    };
    let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
    let sans = TextLook::sans(size::SMALL);
    let (_, time) = day_and_time(step.at);
    cells::text(ui, cells.start(TIME), &time, sans, quiet);
    cells.start(GAP);
    cells.end(4.0);
    if rect.width() > ROOM_FOR_BY {
        cells::text(ui, cells.end(BY), &by, sans, quiet);
        cells.end(GAP);
    }
    if undone {
        cells::text(ui, cells.end(UNDONE), &state, sans, quiet);
        cells.end(GAP);
    }
    let look = TextLook {
        line_height: 24.0,
        ..TextLook::sans(size::UI)
    };
    let cell = cells.rest();
    let ink = if undone { theme.second } else { theme.ink };
    cells::text(ui, cell, &told, look, ink);
    if undone {
        strike(ui, cell, &told, look, theme.second);
    }
    response
}

/// A line through words that stand at the start of a cell.
fn strike(ui: &Ui, cell: Rect, words: &str, look: TextLook, color: Color32) {
    let look = look.fitting(words);
    let (layout, _) = look.elided(ui.ctx(), words, cell.width().max(8.0));
    let direction = UiDirection::get(ui.ctx());
    let from = direction.start_x(cell);
    let to = from + direction.sign() * layout.shaped().width().min(cell.width());
    let y = cell.center().y + 0.5;
    let points = [pos2(from.min(to), y), pos2(from.max(to), y)];
    ui.painter()
        .line_segment(points, egui::Stroke::new(1.0, color));
}
