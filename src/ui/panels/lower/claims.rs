//! The table of claims: numbers, what they count, who says so, where.
//!
//! Lives here: the rows in sight, their order, the filter. Does not live
//! here: finding claims (`analysis::claims`), done document by document in
//! the background ([`super::found`]).
//!
//! Invariant: rows name places; a document is read again only when its marks
//! or suggestions have changed.

use egui::accesskit::SortDirection;
use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::command::Workbench;
use crate::language::{Level, key};
use crate::model::{Document, Id, Span};
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::panels::aids::number_text;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Place, TextField, TextLook, focus_ring, icon_button, scroll_rows, weak_label,
};

use super::cells::{self, Cells, ROW};
use super::found::{Found, Row};

/// Height of the names of columns, points.
const HEAD: f32 = 28.0;
/// Widths of columns, points.
const VALUE: f32 = 88.0;
const WRITTEN: f32 = 128.0;
const COUNTED: f32 = 150.0;
const SPEAKER: f32 = 190.0;
const TITLE: f32 = 180.0;
const GAP: f32 = 14.0;
/// The most of a sentence that a row lays out, bytes.
const MOST_OF_SENTENCE: usize = 600;
/// Widths of the panel from which on there is room for columns.
const ROOM_FOR_TITLE: f32 = 1080.0;
const ROOM_FOR_WRITTEN: f32 = 860.0;

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    /// Where they stand.
    Place,
    Value,
    /// What is counted, and then the number: what can be compared stands
    /// together.
    #[default]
    Counted,
    Speaker,
}

/// What decides about the rows shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    found: u64,
    column: Column,
    down: bool,
    query: String,
}

/// The table.
#[derive(Debug, Default)]
pub(super) struct Claims {
    found: Found,
    column: Column,
    down: bool,
    query: String,
    state: Option<State>,
    /// The rows shown, in order.
    shown: Vec<u32>,
    chosen: Option<(Id, Span)>,
}

impl Claims {
    /// Takes what was found in the background and hands out what is to be
    /// read; `seen` while the table is shown.
    pub(super) fn read_on(&mut self, ctx: &egui::Context, wb: &Workbench, seen: bool) {
        self.found.read_on(ctx, wb, seen);
    }

    /// How many claims are known.
    pub(super) fn count(&self) -> usize {
        self.found.rows().len()
    }

    /// The field that filters the rows, from the end of the head.
    pub(super) fn filter_ui(
        &mut self,
        ui: &mut Ui,
        room: f32,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        if wb.can_edit() && !self.shown.is_empty() {
            let tag = messages.text("claims-tag");
            if icon_button(ui, Icon::Tag, &tag, false).clicked() {
                let rows = self.found.rows();
                let shown = self.shown.iter().filter_map(|row| rows.get(*row as usize));
                let places = shown.map(|row| (row.document.clone(), row.number));
                actions.push(Action::TagPlaces(places.collect()));
            }
        }
        let hint = messages.text("claims-filter");
        let field = TextField::new("claims-filter", &hint, &mut self.query)
            .width(room.clamp(80.0, 240.0))
            .placeholder(&hint)
            .search()
            .show(ui);
        if field.cancelled {
            self.query.clear();
            field.response.surrender_focus();
        }
    }

    /// The table.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        self.refresh();
        let full = ui.available_rect_before_wrap();
        if self.shown.is_empty() {
            let id = if self.found.is_reading() {
                "review-not-yet"
            } else if self.found.rows().is_empty() {
                "claims-none"
            } else {
                "claims-none-fits"
            };
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(14, 8))
                .show(ui, |ui| {
                    ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                        weak_label(ui, &wb.messages().text(id));
                    });
                });
            return;
        }
        let (head, body) = full.split_top_bottom_at_y(full.top() + HEAD);
        self.head_ui(ui, head, wb);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(body));
        inner.set_clip_rect(body.intersect(ui.clip_rect()));
        let mut chosen = None;
        let this = &*self;
        scroll_rows(
            &mut inner,
            "claims",
            ROW,
            this.shown.len(),
            &wb.messages().text("lower-claims"),
            None,
            |ui, index| {
                let row = this
                    .shown
                    .get(index)
                    .and_then(|row| this.found.rows().get(*row as usize));
                let Some((row, document)) =
                    row.and_then(|row| Some((row, wb.project().document(&row.document)?)))
                else {
                    return;
                };
                let place = (document.id.clone(), row.number);
                let member = (index, this.chosen.as_ref() == Some(&place));
                if row_ui(ui, wb, document, row, member).clicked() {
                    chosen = Some(place);
                }
            },
        );
        if let Some((document, number)) = chosen {
            actions.push(Action::GoToWords(document.clone(), number));
            self.chosen = Some((document, number));
        }
    }

    fn refresh(&mut self) {
        let state = State {
            found: self.found.revision(),
            column: self.column,
            down: self.down,
            query: key(self.query.trim(), Level::Letters),
        };
        if self.state.as_ref() == Some(&state) {
            return;
        }
        let rows = self.found.rows();
        let words: Vec<&str> = state.query.split_whitespace().collect();
        self.shown = (0..rows.len() as u32)
            .filter(|index| {
                rows.get(*index as usize)
                    .is_some_and(|row| words.iter().all(|word| row.folded.contains(word)))
            })
            .collect();
        let column = self.column;
        self.shown.sort_by(|a, b| {
            let (Some(a), Some(b)) = (rows.get(*a as usize), rows.get(*b as usize)) else {
                return std::cmp::Ordering::Equal;
            };
            match column {
                Column::Place => std::cmp::Ordering::Equal,
                Column::Value => value_of(a).total_cmp(&value_of(b)),
                // What counts nothing that is named comes last.
                Column::Counted => (a.counted_key.is_empty(), &a.counted_key)
                    .cmp(&(b.counted_key.is_empty(), &b.counted_key))
                    .then(value_of(a).total_cmp(&value_of(b))),
                Column::Speaker => (a.speaker_key.is_empty(), &a.speaker_key)
                    .cmp(&(b.speaker_key.is_empty(), &b.speaker_key)),
            }
        });
        if self.down {
            self.shown.reverse();
        }
        self.state = Some(state);
    }

    /// The names of the columns; a click sorts by it, another turns the order.
    fn head_ui(&mut self, ui: &mut Ui, rect: Rect, wb: &Workbench) {
        let messages = wb.messages();
        let columns = Columns::of(ui, rect);
        let names = [
            (Some(columns.value), "claims-number", Some(Column::Value)),
            (columns.written, "claims-written", None),
            (
                Some(columns.counted),
                "claims-counted",
                Some(Column::Counted),
            ),
            (
                Some(columns.speaker),
                "claims-speaker",
                Some(Column::Speaker),
            ),
            (Some(columns.sentence), "claims-sentence", None),
            (columns.title, "claims-document", Some(Column::Place)),
        ];
        for (cell, id, column) in names {
            let Some(cell) = cell else {
                continue;
            };
            let text = messages.text(id);
            let response = ui.interact(
                cell,
                ui.scope_id().with(id),
                if column.is_some() {
                    egui::Sense::click()
                } else {
                    egui::Sense::hover()
                },
            );
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, text.as_str())
            });
            if column == Some(self.column) {
                let order = if self.down {
                    SortDirection::Descending
                } else {
                    SortDirection::Ascending
                };
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_sort_direction(order);
                });
            }
            let theme = Theme::get(ui.ctx());
            if response.has_focus() {
                focus_ring(ui.painter(), cell.shrink(2.0), 3.0, &theme);
            }
            let ink = if response.hovered() && column.is_some() {
                theme.ink
            } else {
                theme.second
            };
            let look = TextLook::sans(size::HEADING).bold();
            let place = if id == "claims-number" {
                cells::at_end(ui)
            } else {
                cells::at_start(ui)
            };
            cells::text_at(ui, cell, &text, look, ink, place);
            if column == Some(self.column) {
                self.arrow_ui(ui, cell, &text, look, place);
            }
            if let Some(column) = column.filter(|_| response.clicked()) {
                self.down = self.column == column && !self.down;
                self.column = column;
            }
        }
    }

    /// The arrow beside the name of the column that sorts.
    fn arrow_ui(&self, ui: &Ui, cell: Rect, name: &str, look: TextLook, place: Place) {
        let width = look.line(ui.ctx(), name).shaped().width() + 10.0;
        let x = match place {
            Place::Right => cell.right() - width,
            _ => cell.left() + width,
        };
        let icon = if self.down {
            Icon::ChevronDown
        } else {
            Icon::ChevronUp
        };
        let rect = Rect::from_center_size(pos2(x, cell.center().y), vec2(10.0, 10.0));
        let theme = Theme::get(ui.ctx());
        paint_icon(
            ui.painter(),
            rect,
            icon,
            theme.accent,
            UiDirection::get(ui.ctx()),
        );
    }
}

fn value_of(row: &Row) -> f64 {
    row.value.unwrap_or(f64::INFINITY)
}

/// Where the columns are.
struct Columns {
    value: Rect,
    written: Option<Rect>,
    counted: Rect,
    speaker: Rect,
    sentence: Rect,
    title: Option<Rect>,
}

impl Columns {
    fn of(ui: &Ui, rect: Rect) -> Self {
        let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
        let wide = rect.width();
        let title = (wide > ROOM_FOR_TITLE).then(|| {
            // The scroll bar stands beside it.
            cells.end(4.0);
            let cell = cells.end(TITLE);
            cells.end(GAP);
            cell
        });
        let mut column = |width: f32| {
            let cell = cells.start(width);
            cells.start(GAP);
            cell
        };
        let value = column(VALUE);
        let written = (wide > ROOM_FOR_WRITTEN).then(|| column(WRITTEN));
        Self {
            value,
            written,
            counted: column(COUNTED),
            speaker: column(SPEAKER),
            sentence: cells.rest(),
            title,
        }
    }
}

/// One claim.
fn row_ui(
    ui: &mut Ui,
    wb: &Workbench,
    document: &Document,
    row: &Row,
    (index, chosen): (usize, bool),
) -> egui::Response {
    let words = |span: Span| span.of(&document.text).unwrap_or_default();
    let name = words(row.number);
    let value = row
        .value
        .and_then(|value| number_text(wb, value, row.bound))
        .unwrap_or_default();
    let more = || {
        let cells = [
            value.as_str(),
            row.counted.map_or("", words),
            row.speaker.map_or("", words),
            short(words(row.sentence)),
            document.title.as_str(),
        ];
        let said: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        said.join("; ")
    };
    let (rect, response) = cells::row(ui, name, more, (index, chosen));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = Theme::get(ui.ctx());
    let quiet = if chosen {
        theme.second_strong
    } else {
        theme.second
    };
    let columns = Columns::of(ui, rect);
    let naskh = TextLook {
        line_height: 24.0,
        ..TextLook::naskh(14.5)
    };
    let number = TextLook::sans(size::UI);
    let ink = theme.ink;
    cells::text_at(ui, columns.value, &value, number, ink, cells::at_end(ui));
    if let Some(cell) = columns.written {
        cells::text(ui, cell, words(row.number), naskh, ink);
    }
    if let Some(span) = row.counted {
        cells::text(ui, columns.counted, words(span), naskh, ink);
    }
    if let Some(span) = row.speaker {
        cells::text(ui, columns.speaker, words(span), naskh, ink);
    }
    if let Some(cell) = columns.title {
        cells::text_at(ui, cell, &document.title, naskh, quiet, Place::Own);
    }
    let sentence = short(words(row.sentence));
    cells::text_at(ui, columns.sentence, sentence, naskh, quiet, Place::Own);
    response
}

/// As much of a sentence as a row has room for.
fn short(sentence: &str) -> &str {
    let end = sentence.floor_char_boundary(MOST_OF_SENTENCE);
    sentence.get(..end).unwrap_or_default()
}
