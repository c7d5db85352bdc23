//! The status line: what is selected and where, and whether it is saved.

use std::sync::Arc;

use egui::Ui;

use crate::command::{LinkedScroll, SavedState, Workbench};
use crate::i18n::Arg;
use crate::language::invisible::{hidden_by_itself, visible_name};
use crate::text::{self, Direction};
use crate::ui::access::live;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{Label, TextLook};

use super::document_tools::progress_text;
use super::moment;

/// Texts of which the paragraphs are kept in mind.
const KEPT: usize = 8;

/// Where the caret was last, and where the paragraphs of open texts begin, so
/// that a long text is not counted anew at each move.
#[derive(Debug, Default)]
pub(in crate::ui) struct Place {
    texts: Vec<Paragraphs>,
    direction: Option<(Arc<str>, usize, Direction)>,
}

#[derive(Debug)]
struct Paragraphs {
    text: Arc<str>,
    starts: Vec<usize>,
}

impl Place {
    /// The paragraph of `byte`, counted from 1.
    fn paragraph(&mut self, text: &Arc<str>, byte: usize) -> usize {
        let known = self
            .texts
            .iter()
            .position(|known| Arc::ptr_eq(&known.text, text));
        let index = known.unwrap_or_else(|| {
            if self.texts.len() >= KEPT {
                self.texts.remove(0);
            }
            let paragraphs = text::paragraphs(text);
            self.texts.push(Paragraphs {
                text: Arc::clone(text),
                starts: paragraphs.iter().map(|span| span.start).collect(),
            });
            self.texts.len() - 1
        });
        self.texts.get(index).map_or(1, |known| {
            known.starts.partition_point(|start| *start <= byte)
        })
    }

    /// Which way the text runs at `byte`.
    fn direction(&mut self, whole: &Arc<str>, byte: usize) -> Direction {
        if let Some((known, at, direction)) = &self.direction
            && Arc::ptr_eq(known, whole)
            && *at == byte
        {
            return *direction;
        }
        let direction = text::direction_at(whole, byte);
        self.direction = Some((Arc::clone(whole), byte, direction));
        direction
    }
}

/// Draws the line.
pub(in crate::ui) fn status_ui(ui: &mut Ui, wb: &Workbench, place: &mut Place) {
    let direction = UiDirection::get(ui.ctx());
    let rect = ui.available_rect_before_wrap();
    ui.scope_builder(
        egui::UiBuilder::new()
            .max_rect(rect)
            .layout(direction.row_from_end()),
        |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let zoom = wb.messages().format(
                "status-zoom",
                &[("percent", Arg::from(usize::from(wb.look().zoom_percent)))],
            );
            quiet(ui, &zoom);
            if wb.walk() == crate::command::Walk::Marks {
                walk(ui, wb);
            }
            saved(ui, wb);
            if wb.progress().total() > 1 {
                quiet(ui, &progress_text(wb));
            }
            if wb.modes().reading {
                reading(ui, wb);
            }
            linked(ui, wb);
            ui.with_layout(direction.row(), |ui| selection(ui, wb, place));
        },
    );
}

/// That nothing can be changed, in a colour that is seen.
fn reading(ui: &mut Ui, wb: &Workbench) {
    let color = Theme::get(ui.ctx()).accent;
    let text = wb.messages().text("status-reading-mode");
    let response = Label::new(&text).size(12.0).color(color).extend().show(ui);
    live(&response, false);
}

/// That the arrow keys go from mark to mark, and how to leave that.
fn walk(ui: &mut Ui, wb: &Workbench) {
    let text = wb.messages().text("status-marks");
    let color = Theme::get(ui.ctx()).accent;
    let response = Label::new(&text)
        .size(12.0)
        .bold()
        .color(color)
        .extend()
        .show(ui);
    live(&response, false);
}

fn quiet(ui: &mut Ui, text: &str) {
    let color = Theme::get(ui.ctx()).second_strong;
    Label::new(text).size(12.0).color(color).elide().show(ui);
}

/// Whether and how readers follow one another.
fn linked(ui: &mut Ui, wb: &Workbench) {
    let link = wb.look().link;
    if link == LinkedScroll::Off || wb.readers().len() < 2 {
        return;
    }
    let messages = wb.messages();
    let name = messages.text(link.message());
    quiet(
        ui,
        &messages.format("status-link", &[("link", Arg::from(name))]),
    );
}

fn selection(ui: &mut Ui, wb: &Workbench, shown: &mut Place) {
    let (Some(reader), Some(document)) = (wb.active_reader(), wb.active_document()) else {
        return;
    };
    let messages = wb.messages();
    let mark = wb
        .selected_mark()
        .filter(|mark| mark.document == document.id);
    let span = match mark.and_then(crate::model::Annotation::hull) {
        Some(hull) if reader.selection.is_empty() => hull,
        _ => reader.selection.span(),
    };
    let Some(table) = wb.project().offsets(&document.id) else {
        return;
    };
    let start = table.code_point_of_byte(span.start);
    let end = table.code_point_of_byte(span.end);
    if let Some(quote) = span.of(&document.text).filter(|quote| !quote.is_empty()) {
        let mut shown: String = quote.chars().take(120).collect();
        shown = shown.replace(['\n', '\r'], " ");
        if shown.chars().all(|c| hidden_by_itself(c).is_some()) {
            shown = visible_name(&shown).into_owned();
        }
        // Guillemets take their side from the quote's own direction.
        let width = (ui.available_width() * 0.4).max(60.0);
        ui.scope(|ui| {
            ui.set_max_width(width);
            Label::new(&format!("«{shown}»"))
                .look(TextLook {
                    line_height: 20.0,
                    ..TextLook::naskh(14.0)
                })
                .elide()
                .show(ui);
        });
    }
    let place = if span.is_empty() {
        messages.format("status-code-point", &[("at", Arg::from(start))])
    } else {
        messages.format(
            "status-code-points",
            &[("start", Arg::from(start)), ("end", Arg::from(end))],
        )
    };
    quiet(ui, &place);
    let rtl = shown.direction(&document.text, span.start).is_rtl();
    quiet(
        ui,
        &messages.text(if rtl {
            "status-direction-rtl"
        } else {
            "status-direction-ltr"
        }),
    );
    let paragraph = shown.paragraph(&document.text, span.start);
    quiet(
        ui,
        &messages.format("status-paragraph", &[("number", Arg::from(paragraph))]),
    );
}

fn saved(ui: &mut Ui, wb: &Workbench) {
    let messages = wb.messages();
    let theme = Theme::get(ui.ctx());
    let (text, color) = match wb.saved_state() {
        SavedState::Saved(Some(at)) => (
            messages.format("status-saved-at", &[("time", Arg::from(moment(at)))]),
            theme.second_strong,
        ),
        SavedState::Saved(None) => (messages.text("status-saved"), theme.second_strong),
        SavedState::NeverSaved => (messages.text("status-never-saved"), theme.second_strong),
        SavedState::Journalled => (messages.text("status-unsaved-kept"), theme.second_strong),
        SavedState::Unsafe => (messages.text("status-unsaved"), theme.rubric),
        SavedState::ReadOnly => (messages.text("status-read-only"), theme.rubric),
    };
    let response = Label::new(&text).size(12.0).color(color).extend().show(ui);
    live(&response, false);
}
