//! The panels around the pages: what each shows and asks for.
//!
//! Invariant: a panel reads the workbench and returns actions; it keeps
//! nothing that belongs to the project.

mod aids;
mod card;
mod document_tags;
mod document_tools;
mod documents;
mod facts;
mod find;
pub(super) mod inspector;
mod lower;
mod mentioned;
mod names;
mod proposal;
mod status;
mod tags;
mod top;

pub(super) use card::{mark_card, suggestion_card};
pub(super) use documents::{documents_ui, flag_color, flag_text};
pub(super) use find::FindField;
pub(super) use inspector::{Inspector, NoteDrafts};
pub(super) use lower::{Lower, place_name};
pub(super) use names::{Names, short_names};
pub(super) use status::{Place, status_ui};
pub(super) use tags::tags_ui;
pub(super) use top::{command_row, tag_rows, top_ui};

use egui::Ui;

use crate::command::Workbench;
pub(super) use crate::command::local_time as moment;
use crate::i18n::Arg;
use crate::language::lines::line_at;
use crate::model::{Annotation, Document, Span, Tag};

use super::theme::Theme;

/// A tag's name in the interface's language.
pub(super) fn tag_name<'a>(wb: &Workbench, tag: &'a Tag) -> &'a str {
    tag.name(wb.messages().language().code())
}

/// A tag's colour on the present ground.
pub(super) fn tag_hue(ui: &Ui, tag: &Tag) -> egui::Color32 {
    Theme::get(ui.ctx()).hue(&tag.color, &tag.color_dark)
}

/// The most of a quote that a panel lays out, bytes; no panel has room for more.
const SHORT_QUOTE: usize = 1200;
/// The most of it on either side of an insertion point, bytes.
const POINT_QUOTE: usize = 120;

/// The words of a mark, as far as a panel can show them.
pub(super) fn short_quote(mark: &Annotation, document: &Document) -> String {
    if mark.spans.is_empty() {
        return document.title.clone();
    }
    if mark.spans.iter().all(|span| span.is_empty()) {
        return point_quote(mark, document);
    }
    let mut quote = String::new();
    for (index, span) in mark.spans.iter().enumerate() {
        if index > 0 {
            quote.push_str(" … ");
        }
        let words = span.of(&document.text).unwrap_or_default();
        let room = SHORT_QUOTE.saturating_sub(quote.len());
        if words.len() > room {
            let end = words.floor_char_boundary(room);
            quote.push_str(words.get(..end).unwrap_or_default());
            quote.push('…');
            break;
        }
        quote.push_str(words);
    }
    quote
}

/// The words on either side of an insertion point, with a caret sign at it.
fn point_quote(mark: &Annotation, document: &Document) -> String {
    let byte = mark.spans.first().map_or(0, |span| span.start);
    let line = line_at(&document.text, byte);
    let before = Span::new(line.start, byte.max(line.start));
    let after = Span::new(byte.min(line.end), line.end);
    let before = before.of(&document.text).unwrap_or_default();
    let after = after.of(&document.text).unwrap_or_default();
    // Two words on either side are enough to know the place by.
    let from = before
        .trim_end()
        .rmatch_indices(char::is_whitespace)
        .nth(1)
        .map_or(0, |(at, space)| at + space.len());
    let to = after
        .trim_start()
        .match_indices(char::is_whitespace)
        .nth(1)
        .map_or(after.len(), |(at, _)| {
            at + (after.len() - after.trim_start().len())
        });
    let start = before.ceil_char_boundary(from.max(before.len().saturating_sub(POINT_QUOTE)));
    let end = after.floor_char_boundary(to.min(POINT_QUOTE));
    let before = before.get(start..).unwrap_or_default();
    let after = after.get(..end).unwrap_or_default();
    format!("{before}‸{after}")
}

/// Tags that words can be marked with, in their order.
pub(super) fn marking_tags(wb: &Workbench) -> impl Iterator<Item = &Tag> {
    wb.marking_tags()
}

/// A message with one number in it.
pub(super) fn counted(wb: &Workbench, id: &str, count: usize) -> String {
    wb.messages().format(id, &[("count", Arg::from(count))])
}

/// A title of a panel with a number after it: `Documents · 5`.
pub(super) fn titled(wb: &Workbench, id: &str, count: usize) -> String {
    format!(
        "{} · {}",
        wb.messages().text(id),
        wb.messages().number(count)
    )
}
