//! The table of all notes: what they are about, what they say, who wrote them.
//!
//! Invariant: only rows in sight are laid out.

use egui::{Rect, Response, Ui, UiBuilder};

use crate::command::{NoteColumn, NoteFilter, NoteOn, NoteRow, Workbench};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::moment;
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Button, MenuRow, Place, TextLook, drop_down_menu, scroll_rows, weak_label,
};

use super::cells::{self, Cells, ROW};
use super::search::{ColumnHead, HEAD, Typed};
use super::walking::Walk;

/// Widths of columns, points.
const KIND: f32 = 84.0;
const NAME: f32 = 230.0;
const BY: f32 = 110.0;
const AT: f32 = 126.0;
const GAP: f32 = 14.0;
/// Widths of the panel from which on there is room for columns.
const ROOM_FOR_AT: f32 = 860.0;
const ROOM_FOR_BY: f32 = 980.0;
/// The most of a note that a row lays out, bytes.
const MOST_OF_NOTE: usize = 600;

/// What the tab keeps between frames.
#[derive(Debug, Default)]
pub(super) struct Notes {
    typed: Typed,
    chosen: Option<NoteRow>,
    walk: Walk,
}

/// The message that names what a note is about.
fn about_message(about: NoteOn) -> &'static str {
    match about {
        NoteOn::Mark => "notes-about-mark",
        NoteOn::Document => "notes-about-document",
        NoteOn::Entity => "notes-about-entity",
        NoteOn::Tag => "notes-about-tag",
        NoteOn::Project => "notes-about-project",
    }
}

impl Notes {
    /// What chooses among the rows, from the end of the head.
    pub(super) fn filters_ui(
        &mut self,
        ui: &mut Ui,
        room: f32,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        let filter = wb.note_filter();
        let hint = messages.text("notes-filter");
        let width = (room - 140.0).clamp(80.0, 240.0);
        let typed = self
            .typed
            .field_ui(ui, ("notes-filter", &hint), &filter.text, width);
        if let Some(text) = typed {
            let about = filter.about;
            actions.push(Action::FilterNotes(NoteFilter { text, about }));
        }
        let all = messages.text("notes-about-all");
        let title = filter
            .about
            .map_or_else(|| all.clone(), |about| messages.text(about_message(about)));
        let button = Button::new(&title)
            .quiet()
            .icon(Icon::ChevronDown)
            .selected(filter.about.is_some())
            .show(ui);
        drop_down_menu(ui, &button, |ui| {
            let mut choose = |about: Option<NoteOn>| {
                let text = filter.text.clone();
                actions.push(Action::FilterNotes(NoteFilter { text, about }));
            };
            if MenuRow::new(&all)
                .checked(filter.about.is_none())
                .show(ui)
                .clicked()
            {
                choose(None);
            }
            for about in NoteOn::ALL {
                let title = messages.text(about_message(about));
                let on = filter.about == Some(about);
                if MenuRow::new(&title).checked(on).show(ui).clicked() {
                    choose(Some(about));
                }
            }
        });
    }

    /// The table.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let full = ui.available_rect_before_wrap();
        let count = wb.notes_listed();
        if count == 0 {
            let filtered = *wb.note_filter() != NoteFilter::default();
            let id = if filtered {
                "notes-none-fits"
            } else {
                "notes-none"
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
        heads_ui(ui, head, wb, actions);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(body));
        inner.set_clip_rect(body.intersect(ui.clip_rect()));
        let name = wb.messages().text("lower-notes");
        let before = self.chosen.clone();
        let mut pressed = None;
        let seen = (body.height() / ROW) as usize;
        self.walk.step(&inner, count, seen, |_| true);
        let reveal = self.walk.reveal();
        let walk = &mut self.walk;
        scroll_rows(
            &mut inner,
            "notes",
            ROW,
            count,
            &name,
            reveal,
            |ui, index| {
                if let Some(note) = wb.note_listed(index) {
                    let chosen = before.as_ref() == Some(note);
                    let response = row_ui(ui, wb, note, (index, chosen));
                    walk.drawn(index, &response);
                    if response.clicked() {
                        pressed = Some(note.clone());
                    }
                }
            },
        );
        if let Some(note) = pressed {
            actions.push(Action::GoToNote(Box::new(note.clone())));
            self.chosen = Some(note);
        }
    }
}

fn heads_ui(ui: &Ui, rect: Rect, wb: &Workbench, actions: &mut Vec<Action>) {
    let columns = Columns::of(ui, rect);
    let (sorted, down) = wb.note_order();
    for (cell, title, column) in [
        (
            Some(columns.kind),
            "notes-column-about",
            Some(NoteColumn::About),
        ),
        (Some(columns.name), "notes-column-name", None),
        (
            Some(columns.text),
            "notes-column-text",
            Some(NoteColumn::Text),
        ),
        (columns.by, "marks-column-by", Some(NoteColumn::By)),
        (columns.at, "marks-column-at", Some(NoteColumn::At)),
    ] {
        let Some(cell) = cell else { continue };
        let head = ColumnHead {
            cell,
            title,
            sorts: column.is_some(),
            sorted: (column == Some(sorted)).then_some(down),
            wb,
        };
        if head.head_ui(ui)
            && let Some(column) = column
        {
            actions.push(Action::SortNotes(column));
        }
    }
}

/// Where the columns are.
struct Columns {
    kind: Rect,
    name: Rect,
    text: Rect,
    by: Option<Rect>,
    at: Option<Rect>,
}

impl Columns {
    fn of(ui: &Ui, rect: Rect) -> Self {
        let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
        let wide = rect.width();
        cells.end(4.0);
        let mut last = |width: f32, room: f32| {
            (wide > room).then(|| {
                let cell = cells.end(width);
                cells.end(GAP);
                cell
            })
        };
        let at = last(AT, ROOM_FOR_AT);
        let by = last(BY, ROOM_FOR_BY);
        let mut first = |width: f32| {
            let cell = cells.start(width);
            cells.start(GAP);
            cell
        };
        let kind = first(KIND);
        let name = first(NAME.min(wide * 0.3));
        Self {
            kind,
            name,
            text: cells.rest(),
            by,
            at,
        }
    }
}

/// One note.
fn row_ui(ui: &mut Ui, wb: &Workbench, note: &NoteRow, (index, chosen): (usize, bool)) -> Response {
    let kind = wb.messages().text(about_message(note.about));
    let end = note.text.floor_char_boundary(MOST_OF_NOTE);
    let text: String = note
        .text
        .get(..end)
        .unwrap_or_default()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let more = || format!("{kind}; {}", note.name);
    let (rect, response) = cells::row(ui, &text, more, (index, chosen));
    if ui.is_rect_visible(rect) {
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
        let sans = TextLook::sans(size::SMALL);
        cells::text(ui, columns.kind, &kind, sans, quiet);
        cells::text(ui, columns.name, &note.name, naskh, quiet);
        cells::text_at(ui, columns.text, &text, naskh, theme.ink, Place::Own);
        if let Some(cell) = columns.by {
            let analyst = wb.project().analyst(&note.by);
            let name = analyst.map_or("", |analyst| analyst.name.as_str());
            cells::text(ui, cell, name, sans, quiet);
        }
        if let Some(cell) = columns.at {
            cells::text(ui, cell, &moment(note.at), sans, quiet);
        }
    }
    response
}
