//! The table of all marks: rows, columns, and what is picked.
//!
//! Lives here: the rows in sight and the keys and clicks on them. Does not
//! live here: which rows there are and in what order
//! ([`crate::command::Workbench::prepare_lists`]) and the menus above
//! ([`super::marks_menus`]).
//!
//! Invariant: only rows in sight are looked up and laid out.

use egui::{Rect, Response, Ui, UiBuilder, vec2};

use crate::command::{Args, MarkColumn, Pick, Workbench};
use crate::i18n::Arg;
use crate::model::{Annotation, Document, Id};
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::panels::{moment, short_quote, tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Label, Place, TextLook, context_menu, paint_swatch, scroll_rows, tooltip, weak_label,
};

use super::cells::{self, Cells, ROW};
use super::marks_menus;
use super::search::{ColumnHead, HEAD, Typed};
use super::walking::Walk;

/// Height of the line of numbers below, points.
const FOOT: f32 = 26.0;
/// Widths of columns, points.
const TAG: f32 = 128.0;
const ENTITY: f32 = 150.0;
const TITLE: f32 = 190.0;
const PLACE: f32 = 74.0;
const NOTE: f32 = 30.0;
const BY: f32 = 100.0;
const AT: f32 = 126.0;
const GRADE: f32 = 52.0;
const GAP: f32 = 14.0;
/// Widths of the panel from which on there is room for columns.
const ROOM_FOR_ENTITY: f32 = 640.0;
const ROOM_FOR_TITLE: f32 = 780.0;
const ROOM_FOR_AT: f32 = 960.0;
const ROOM_FOR_BY: f32 = 1100.0;
const ROOM_FOR_PLACE: f32 = 1220.0;
const ROOM_FOR_GRADE: f32 = 1300.0;
/// Tags named in the line of numbers.
const MOST_TOTALS: usize = 8;

/// What the tab keeps between frames.
#[derive(Debug, Default)]
pub(super) struct Marks {
    typed: Typed,
    /// The chosen mark whose row was brought into sight.
    shown: Option<Id>,
    walk: Walk,
}

impl Marks {
    /// What chooses among the rows, from the end of the head.
    pub(super) fn filters_ui(
        &mut self,
        ui: &mut Ui,
        room: f32,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let hint = wb.messages().text("marks-filter");
        let now = wb.mark_filter().text.as_str();
        let width = (room - 200.0).clamp(80.0, 240.0);
        if let Some(text) = self.typed.field_ui(ui, ("marks-filter", &hint), now, width) {
            let mut filter = wb.mark_filter().clone();
            filter.text = text;
            actions.push(Action::FilterMarks(filter));
        }
        marks_menus::filter_ui(ui, wb, actions);
        marks_menus::actions_ui(ui, wb, actions);
    }

    /// The table.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let full = ui.available_rect_before_wrap();
        let (above, foot) = full.split_top_bottom_at_y(full.bottom() - FOOT);
        totals_ui(ui, foot, wb);
        let count = wb.marks_listed();
        if count == 0 {
            let id = if wb.project().counts().annotations == 0 {
                "marks-none"
            } else {
                "marks-none-fits"
            };
            let mut inner = ui.new_child(UiBuilder::new().max_rect(above));
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(14, 8))
                .show(&mut inner, |ui| {
                    ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                        weak_label(ui, &wb.messages().text(id));
                    });
                });
            return;
        }
        let (head, body) = above.split_top_bottom_at_y(above.top() + HEAD);
        heads_ui(ui, head, wb, actions);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(body));
        inner.set_clip_rect(body.intersect(ui.clip_rect()));
        let chosen = wb.selected_mark().map(|mark| mark.id.clone());
        let reveal = chosen
            .as_ref()
            .filter(|_| chosen != self.shown)
            .and_then(|id| wb.row_of_mark(id));
        self.shown = chosen;
        let seen = (body.height() / ROW) as usize;
        if let Some((row, extends)) = self.walk.step(&inner, count, seen, |_| true)
            && let Some(mark) = wb.mark_listed(row)
        {
            let how = if extends { Pick::To } else { Pick::Only };
            actions.push(Action::PickMark(mark.id.clone(), how));
        }
        let reveal = self.walk.reveal().or(reveal);
        let walk = &mut self.walk;
        let name = wb.messages().text("lower-marks");
        scroll_rows(
            &mut inner,
            "marks",
            ROW,
            count,
            &name,
            reveal,
            |ui, index| {
                if let Some(mark) = wb.mark_listed(index)
                    && let Some(document) = wb.project().document(&mark.document)
                {
                    let response = row_ui(ui, wb, index, mark, document, actions);
                    walk.drawn(index, &response);
                }
            },
        );
    }
}

/// The line of numbers: how many marks are shown, and of which tags.
fn totals_ui(ui: &mut Ui, rect: Rect, wb: &Workbench) {
    let theme = Theme::get(ui.ctx());
    let y = rect.top() + 0.5;
    ui.painter()
        .hline(rect.x_range(), y, egui::Stroke::new(1.0, theme.hairline));
    let messages = wb.messages();
    let mut said = vec![super::super::counted(wb, "count-marks", wb.marks_listed())];
    if wb.picked_count() > 1 {
        let picked = [("count", Arg::from(wb.picked_count()))];
        said.push(messages.format("marks-picked", &picked));
    }
    said.extend(
        wb.totals_listed()
            .iter()
            .take(MOST_TOTALS)
            .filter_map(|(id, count)| {
                let tag = wb.project().tag(id)?;
                let count = messages.number(count);
                Some(format!("\u{2068}{}\u{2069} {count}", tag_name(wb, tag)))
            }),
    );
    let direction = UiDirection::get(ui.ctx());
    let rect = rect.shrink2(vec2(super::PADDING, 0.0));
    ui.scope_builder(
        UiBuilder::new().max_rect(rect).layout(direction.row()),
        |ui| {
            Label::new(&said.join("  ·  "))
                .size(12.0)
                .color(theme.second_strong)
                .elide()
                .show(ui);
        },
    );
}

fn heads_ui(ui: &mut Ui, rect: Rect, wb: &Workbench, actions: &mut Vec<Action>) {
    let columns = Columns::of(ui, rect);
    let heads = [
        (
            Some(columns.surface),
            "marks-column-surface",
            MarkColumn::Surface,
        ),
        (Some(columns.tag), "marks-column-tag", MarkColumn::Tag),
        (columns.entity, "marks-column-entity", MarkColumn::Entity),
        (columns.title, "marks-column-document", MarkColumn::Place),
        (columns.by, "marks-column-by", MarkColumn::By),
        (columns.at, "marks-column-at", MarkColumn::At),
        (columns.grade, "marks-column-grade", MarkColumn::Grade),
    ];
    let (sorted, down) = wb.mark_order();
    for (cell, title, column) in heads {
        let Some(cell) = cell else { continue };
        let head = ColumnHead {
            cell,
            title,
            sorts: true,
            sorted: (column == sorted).then_some(down),
            wb,
        };
        if head.head_ui(ui) {
            actions.push(Action::SortMarks(column));
        }
    }
    if let Some(cell) = columns.place {
        let title = "marks-column-place";
        let head = ColumnHead {
            cell,
            title,
            sorts: false,
            sorted: None,
            wb,
        };
        head.head_ui(ui);
    }
    let cell = columns.note;
    let name = wb.messages().text("marks-column-note");
    let response = ui.interact(cell, ui.scope_id().with("note"), egui::Sense::click());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, name.as_str()));
    let theme = Theme::get(ui.ctx());
    let ink = if sorted == MarkColumn::Note {
        theme.accent
    } else {
        theme.second
    };
    let icon = Rect::from_center_size(cell.center(), vec2(13.0, 13.0));
    paint_icon(
        ui.painter(),
        icon,
        Icon::Note,
        ink,
        UiDirection::get(ui.ctx()),
    );
    if tooltip(response, &name).clicked() {
        actions.push(Action::SortMarks(MarkColumn::Note));
    }
}

/// Where the columns are.
struct Columns {
    surface: Rect,
    tag: Rect,
    entity: Option<Rect>,
    title: Option<Rect>,
    place: Option<Rect>,
    note: Rect,
    by: Option<Rect>,
    at: Option<Rect>,
    grade: Option<Rect>,
}

impl Columns {
    fn of(ui: &Ui, rect: Rect) -> Self {
        let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
        let wide = rect.width();
        // The scroll bar stands beside the last one.
        cells.end(4.0);
        let mut column = |width: f32, room: f32| {
            (wide > room).then(|| {
                let cell = cells.end(width);
                cells.end(GAP);
                cell
            })
        };
        let at = column(AT, ROOM_FOR_AT);
        let by = column(BY, ROOM_FOR_BY);
        let grade = column(GRADE, ROOM_FOR_GRADE);
        let place = column(PLACE, ROOM_FOR_PLACE);
        let title = column(TITLE, ROOM_FOR_TITLE);
        let note = column(NOTE, 0.0).unwrap_or(Rect::NOTHING);
        let entity = column(ENTITY, ROOM_FOR_ENTITY);
        let tag = column(TAG, 0.0).unwrap_or(Rect::NOTHING);
        Self {
            surface: cells.rest(),
            tag,
            entity,
            title,
            place,
            note,
            by,
            at,
            grade,
        }
    }
}

/// One mark.
fn row_ui(
    ui: &mut Ui,
    wb: &Workbench,
    index: usize,
    mark: &Annotation,
    document: &Document,
    actions: &mut Vec<Action>,
) -> Response {
    let project = wb.project();
    let words = if mark.spans.is_empty() {
        document.title.clone()
    } else {
        short_quote(mark, document)
    };
    let tag = project.tag(&mark.tag);
    let tag_title = tag.map_or("", |tag| tag_name(wb, tag));
    let entity = mark.entity.as_ref().and_then(|id| project.entity(id));
    let entity = entity.map_or("", |entity| entity.name.as_str());
    let picked = wb.is_picked(&mark.id);
    let more = || {
        let cells = [
            tag_title,
            entity,
            document.title.as_str(),
            mark.note.as_str(),
        ];
        let said: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        said.join("; ")
    };
    let (rect, response) = cells::row(ui, &words, more, (index, picked));
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.shift || modifiers.command {
            // Whoever picks goes on with the keys of the list.
            response.request_focus();
        }
        if modifiers.shift {
            actions.push(Action::PickMark(mark.id.clone(), Pick::To));
        } else if modifiers.command {
            actions.push(Action::PickMark(mark.id.clone(), Pick::Toggle));
        } else {
            actions.push(Action::PickMark(mark.id.clone(), Pick::Only));
            actions.push(Action::GoToMark(mark.id.clone()));
        }
    }
    if response.secondary_clicked() && !picked {
        actions.push(Action::PickMark(mark.id.clone(), Pick::Only));
    }
    context_menu(ui, &response, |ui| marks_menus::rows_ui(ui, wb, actions));
    let removes = response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Delete));
    if removes && picked {
        actions.push(Action::Run("marks.remove", Args::None));
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = Theme::get(ui.ctx());
    let quiet = if picked {
        theme.second_strong
    } else {
        theme.second
    };
    let columns = Columns::of(ui, rect);
    let naskh = TextLook {
        line_height: 24.0,
        ..TextLook::naskh(14.5)
    };
    let sans = TextLook::sans(size::SMALL);
    cells::text(ui, columns.surface, &words, naskh, theme.ink);
    if let Some(tag) = tag {
        let mut cell = Cells::within(columns.tag, UiDirection::get(ui.ctx()));
        paint_swatch(ui, cell.start(16.0), tag_hue(ui, tag));
        cell.start(4.0);
        cells::text(
            ui,
            cell.rest(),
            tag_title,
            TextLook::sans(size::UI),
            theme.ink,
        );
    }
    if let Some(cell) = columns.entity {
        cells::text(ui, cell, entity, naskh, quiet);
    }
    if let Some(cell) = columns.title {
        cells::text_at(ui, cell, &document.title, naskh, quiet, Place::Own);
    }
    if let (Some(cell), Some(table), Some(hull)) =
        (columns.place, project.offsets(&document.id), mark.hull())
    {
        let place = wb.messages().number(table.code_point_of_byte(hull.start));
        cells::text(ui, cell, &place, sans, quiet);
    }
    if !mark.note.is_empty() {
        let icon = Rect::from_center_size(columns.note.center(), vec2(13.0, 13.0));
        let direction = UiDirection::get(ui.ctx());
        paint_icon(ui.painter(), icon, Icon::Note, quiet, direction);
    }
    if let Some(cell) = columns.by {
        let name = project.analyst(&mark.by).map_or("", |by| by.name.as_str());
        cells::text(ui, cell, name, sans, quiet);
    }
    if let Some(cell) = columns.at {
        cells::text(ui, cell, &moment(mark.at), sans, quiet);
    }
    if let (Some(cell), Some(grade)) = (columns.grade, &mark.grade) {
        cells::text(ui, cell, grade, sans, quiet);
    }
    response
}
