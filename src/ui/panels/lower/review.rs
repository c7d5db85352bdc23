//! The queue of suggestions: what is shown of it, what can be done, the rows.

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::analysis::concordance::concordance;
use crate::command::table::command;
use crate::command::{Args, SuggestionFilter, Workbench};
use crate::entities::Suggestion;
use crate::i18n::Arg;
use crate::model::{Document, Span};
use crate::text::document_direction;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::keys::keys_of;
use crate::ui::paint::{Mark, MarkLine};
use crate::ui::panels::facts::{known_as, source_name, sureness, tag_of};
use crate::ui::panels::{marking_tags, tag_hue, tag_name};
use crate::ui::theme::{Theme, TintStrength, UiDirection, size};
use crate::ui::widgets::{
    Button, Context, MenuRow, Place, TextLook, context_letters, drop_down_menu, paint_swatch,
    scroll_rows, segmented, weak_label,
};

use super::cells::{self, Cells, ROW};
use super::filters::{kinds_ui, sureness_ui};
use super::queue::{Group, Queue, Spot};

/// Height of the row of buttons, points.
const TOOLS: f32 = 34.0;
/// Widths of cells, points.
const TYPE: f32 = 118.0;
const COUNT: f32 = 64.0;
const PERCENT: f32 = 48.0;
const WHY: f32 = 236.0;
const WIDE_WHY: f32 = 330.0;
const TITLE: f32 = 170.0;
/// Widths of the panel from which on there is room for why, and for titles.
const ROOM_FOR_WHY: f32 = 900.0;
const ROOM_FOR_TITLE: f32 = 1240.0;
/// Room for filters from which on each is shown, points.
const ROOM_FOR_SHAPE: f32 = 430.0;
const ROOM_FOR_SURENESS: f32 = 580.0;

/// What the queue keeps between frames.
#[derive(Debug, Default)]
pub(super) struct Review {
    queue: Queue,
    everywhere: bool,
    grouped: bool,
    /// The suggestion whose row was brought into sight.
    shown: Option<Spot>,
}

impl Review {
    pub(super) fn review_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let document = wb
            .active_document()
            .map(|document| document.id.clone())
            .filter(|_| !self.everywhere);
        let changed = self.queue.refresh(wb, document.as_ref(), self.grouped);
        let full = ui.available_rect_before_wrap();
        let (head, body) = full.split_top_bottom_at_y(full.top() + TOOLS);
        steps_ui(
            ui,
            head.shrink2(vec2(super::PADDING - 8.0, 0.0)),
            wb,
            actions,
        );
        let mut inner = ui.new_child(UiBuilder::new().max_rect(body));
        inner.set_clip_rect(body.intersect(ui.clip_rect()));
        self.rows_ui(&mut inner, wb, changed, actions);
    }

    /// How many suggestions stand open in what the list is about: this
    /// document, or all of them.
    pub(super) fn count(&self, wb: &Workbench) -> usize {
        if self.everywhere {
            return wb.suggestion_total();
        }
        wb.active_document()
            .map_or(0, |document| wb.suggestion_count(&document.id))
    }

    /// What is shown of the queue, from the end of a row with `room` points.
    pub(super) fn filters_ui(
        &mut self,
        ui: &mut Ui,
        room: f32,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        if room > ROOM_FOR_SURENESS {
            sureness_ui(ui, wb, actions);
        }
        kinds_ui(ui, wb, actions);
        if room > ROOM_FOR_SHAPE {
            let shapes = [
                (false, messages.text("review-one-by-one")),
                (true, messages.text("review-by-name")),
            ];
            let shapes = shapes.each_ref().map(|(by, name)| (*by, name.as_str()));
            let name = messages.text("review-shape");
            segmented(ui, &name, &shapes, &mut self.grouped);
        }
        let scopes = [
            (false, messages.text("review-this-document")),
            (true, messages.text("review-all-documents")),
        ];
        let scopes = scopes.each_ref().map(|(all, name)| (*all, name.as_str()));
        let name = messages.text("review-scope");
        segmented(ui, &name, &scopes, &mut self.everywhere);
    }

    fn rows_ui(&mut self, ui: &mut Ui, wb: &Workbench, changed: bool, actions: &mut Vec<Action>) {
        let count = if self.grouped {
            self.queue.groups.len()
        } else {
            self.queue.spots.len()
        };
        if count == 0 {
            self.empty_ui(ui, wb);
            return;
        }
        let current = self.queue.current(wb);
        let reveal = current
            .filter(|_| changed || current != self.shown)
            .and_then(|spot| self.queue.row_of(spot, self.grouped));
        self.shown = current;
        let queue = &self.queue;
        let titled = self.everywhere;
        let name = wb.messages().text("lower-suggestions");
        if self.grouped {
            scroll_rows(
                ui,
                "review-groups",
                ROW,
                count,
                &name,
                reveal,
                |ui, index| {
                    if let Some(group) = queue.groups.get(index) {
                        group_ui(ui, wb, queue, (group, index), current, actions);
                    }
                },
            );
        } else {
            scroll_rows(ui, "review-rows", ROW, count, &name, reveal, |ui, index| {
                let spot = queue.spots.get(index).copied();
                let Some((document, suggestion)) = spot.and_then(|spot| queue.at(wb, spot)) else {
                    return;
                };
                let member = (index, spot == current);
                if row_ui(ui, wb, document, suggestion, member, titled).clicked() {
                    actions.push(go_to(document, suggestion));
                }
            });
        }
    }

    fn empty_ui(&self, ui: &mut Ui, wb: &Workbench) {
        let (done, total) = wb.suggestion_progress();
        let id = if !wb.suggestions_shown() {
            "review-hidden"
        } else if done < total {
            "review-not-yet"
        } else if *wb.suggestion_filter() != SuggestionFilter::default() {
            "review-none-fits"
        } else if self.everywhere {
            "review-none-left"
        } else {
            "review-none-left-here"
        };
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(14, 8))
            .show(ui, |ui| {
                ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                    weak_label(ui, &wb.messages().text(id));
                });
            });
    }
}

/// The steps of the review with their keys, and how far the reading is.
fn steps_ui(ui: &mut Ui, rect: Rect, wb: &Workbench, actions: &mut Vec<Action>) {
    let direction = UiDirection::get(ui.ctx());
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(rect)
            .layout(direction.row_from_end()),
        |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            super::progress_ui(ui, wb, actions);
            ui.with_layout(direction.row(), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                for (id, title) in [
                    ("suggestion.next", "review-next"),
                    ("suggestion.accept", "review-accept"),
                    ("suggestion.reject", "review-reject"),
                    ("suggestion.retype", "review-retype"),
                    ("suggestion.accept-surface", "review-accept-surface"),
                    ("suggestion.accept-above", "review-accept-above"),
                ] {
                    if ui.available_width() > 60.0 {
                        step_ui(ui, wb, id, title, actions);
                    }
                }
            });
        },
    );
}

fn step_ui(ui: &mut Ui, wb: &Workbench, id: &'static str, title: &str, actions: &mut Vec<Action>) {
    let Some(command) = command(id) else {
        return;
    };
    let messages = wb.messages();
    let keys = keys_of(wb, id);
    let title = messages.text(title);
    let mut button = Button::new(&title).quiet().enabled((command.enabled)(wb));
    if !keys.is_empty() {
        button = button.key(&keys);
    }
    if id == "suggestion.retype" {
        let response = button.icon(Icon::ChevronDown).show(ui);
        drop_down_menu(ui, &response, |ui| {
            for tag in marking_tags(wb) {
                let mut row = MenuRow::new(tag_name(wb, tag)).swatch(tag_hue(ui, tag));
                if let Some(key) = &tag.key {
                    row = row.key(key);
                }
                if row.show(ui).clicked() {
                    actions.push(Action::Run(id, Args::Id(tag.id.clone())));
                }
            }
        });
    } else if button.show(ui).clicked() {
        actions.push(Action::Run(id, Args::None));
    }
}

fn go_to(document: &Document, suggestion: &Suggestion) -> Action {
    Action::GoToSuggestion(document.id.clone(), suggestion.span, suggestion.kind)
}

/// One suggestion in its context; with the title of its document where there
/// are several.
fn row_ui(
    ui: &mut Ui,
    wb: &Workbench,
    document: &Document,
    suggestion: &Suggestion,
    (index, is_current): (usize, bool),
    titled: bool,
) -> egui::Response {
    let words = suggestion.span.of(&document.text).unwrap_or_default();
    let more = || {
        let why = wb.suggestion_reason(&document.id, suggestion);
        let tag = suggested_name(wb, suggestion);
        let title = if titled { document.title.as_str() } else { "" };
        let cells = [tag.as_str(), &sureness(wb, suggestion), &why, title].map(str::to_owned);
        let said: Vec<String> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        said.join("; ")
    };
    let (rect, response) = cells::row(ui, words, more, (index, is_current));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = Theme::get(ui.ctx());
    let quiet = if is_current {
        theme.second_strong
    } else {
        theme.second
    };
    let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
    let small = TextLook::sans(12.0);
    type_ui(ui, &mut cells, wb, suggestion);
    let percent = cells.end(PERCENT);
    let sure = (suggestion.confidence * 100.0).round() as usize;
    let sure = wb
        .messages()
        .format("review-percent", &[("percent", Arg::from(sure))]);
    let number = TextLook::sans(size::SMALL);
    cells::text_at(ui, percent, &sure, number, quiet, cells::at_end(ui));
    let room_for_title = rect.width() > ROOM_FOR_TITLE;
    if room_for_title && titled {
        let title = cells.end(TITLE);
        let look = TextLook {
            line_height: 22.0,
            ..TextLook::naskh(13.0)
        };
        cells::text_at(ui, title, &document.title, look, quiet, Place::Own);
        cells.end(12.0);
    }
    if rect.width() > ROOM_FOR_WHY {
        let why = wb.suggestion_reason(&document.id, suggestion);
        let width = if room_for_title && !titled {
            WIDE_WHY
        } else {
            WHY
        };
        let cell = cells.end(width);
        cells::text(ui, cell, &why, small, quiet);
        cells.end(12.0);
    }
    let look = TextLook {
        line_height: ROW,
        ..TextLook::naskh(size::NAME)
    };
    let place = cells.rest();
    let line = concordance(
        &document.text,
        &[suggestion.span],
        context_letters(place.width(), look),
    );
    if let Some(line) = line.first() {
        let whole = Span::new(line.before.start, line.after.end);
        let text = whole.of(&document.text).unwrap_or_default();
        let words = Span::new(line.hit.start - whole.start, line.hit.end - whole.start);
        let (_, hue) = tag_of(ui, wb, suggestion);
        let mark = Mark {
            span: words,
            tint: theme.tint(hue, TintStrength::Suggested),
            hue: theme.suggested_line(hue, suggestion.source.is_solid()),
            line: MarkLine::Dashed,
            level: 0,
            outline: None,
        };
        let context = Context {
            text,
            words,
            direction: document_direction(text),
        };
        context.paint(ui, place, look, Some(mark), (theme.ink, quiet));
    }
    response
}

/// The name of a suggestion's tag.
fn suggested_name(wb: &Workbench, suggestion: &Suggestion) -> String {
    wb.suggested_tag(suggestion)
        .map_or(suggestion.kind.code(), |tag| tag_name(wb, tag))
        .to_owned()
}

/// The colour and the name of a suggestion's tag.
fn type_ui(ui: &Ui, cells: &mut Cells, wb: &Workbench, suggestion: &Suggestion) {
    let (name, hue) = tag_of(ui, wb, suggestion);
    paint_swatch(ui, cells.start(12.0), hue);
    cells.start(8.0);
    let cell = cells.start(TYPE - 20.0);
    let theme = Theme::get(ui.ctx());
    cells::text(ui, cell, &name, TextLook::sans(12.5), theme.ink);
}

/// All suggestions of one name.
fn group_ui(
    ui: &mut Ui,
    wb: &Workbench,
    queue: &Queue,
    (group, index): (&Group, usize),
    current: Option<Spot>,
    actions: &mut Vec<Action>,
) {
    let Some((document, suggestion)) = group.spots.first().and_then(|spot| queue.at(wb, *spot))
    else {
        return;
    };
    let words = suggestion.span.of(&document.text).unwrap_or_default();
    let here = current.and_then(|spot| group.spots.iter().position(|other| *other == spot));
    let more = || {
        let messages = wb.messages();
        let times = messages.format("review-times", &[("count", Arg::from(group.spots.len()))]);
        let spread = messages.format("review-documents", &[("count", Arg::from(group.documents))]);
        let known = known_as(suggestion, words).unwrap_or_default();
        let cells = [suggested_name(wb, suggestion), times, spread, known];
        let said: Vec<String> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        said.join("; ")
    };
    let (rect, response) = cells::row(ui, words, more, (index, here.is_some()));
    if ui.is_rect_visible(rect) {
        let theme = Theme::get(ui.ctx());
        let quiet = if here.is_some() {
            theme.second_strong
        } else {
            theme.second
        };
        let messages = wb.messages();
        let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
        type_ui(ui, &mut cells, wb, suggestion);
        let count = cells.end(COUNT);
        let times = messages.format("review-times", &[("count", Arg::from(group.spots.len()))]);
        let look = TextLook::sans(12.0);
        cells::text_at(ui, count, &times, look, theme.ink, cells::at_end(ui));
        if rect.width() > ROOM_FOR_WHY {
            let cell = cells.end(130.0);
            let spread =
                messages.format("review-documents", &[("count", Arg::from(group.documents))]);
            cells::text_at(ui, cell, &spread, look, quiet, cells::at_end(ui));
            let cell = cells.end(WHY);
            let source = source_name(wb, suggestion.source);
            cells::text(ui, cell, &source, look, quiet);
            cells.end(12.0);
        }
        let name = TextLook {
            line_height: ROW,
            ..TextLook::naskh(size::NAME)
        };
        let half = cells.rest_width() * 0.45;
        let cell = cells.start(half);
        cells::text(ui, cell, words, name, theme.ink);
        cells.start(12.0);
        if let Some(known) = known_as(suggestion, words) {
            cells::text(ui, cells.rest(), &known, look, quiet);
        }
    }
    if response.clicked() {
        // The one after the current, and round again.
        let next = here.map_or(0, |index| (index + 1) % group.spots.len());
        if let Some((document, suggestion)) =
            group.spots.get(next).and_then(|spot| queue.at(wb, *spot))
        {
            actions.push(go_to(document, suggestion));
        }
    }
}
