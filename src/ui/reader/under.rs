//! What lies under the pointer, and the card that tells of it.

use egui::{Pos2, Response, vec2};

use crate::command::{Reader, Workbench};
use crate::model::{Annotation, Document, Id, Span, TagKind};
use crate::text::{Point, next_grapheme, previous_grapheme};
use crate::ui::paint::{mark_boxes, point_reach};
use crate::ui::panels::{mark_card, suggestion_card};

use super::flow::Placed;
use super::suggested;

/// Graphemes on either side of the caret nearest to the pointer that may have
/// a part of the letter under it: a ligature has up to four.
const REACH: usize = 4;

/// The bytes of a paragraph that may lie under a pointer to which `byte` is
/// the nearest border (both bytes of the document). Whatever is under the
/// pointer holds some of them, so that marks further away need not be
/// measured, however many a paragraph has.
pub(super) fn near(text: &str, paragraph: Span, byte: usize) -> Span {
    let (mut start, mut end) = (byte, byte);
    for _ in 0..REACH {
        start = previous_grapheme(text, start);
        end = next_grapheme(text, end);
    }
    Span::new(
        start.clamp(paragraph.start, paragraph.end),
        end.clamp(paragraph.start, paragraph.end),
    )
}

/// The marks under the pointer.
#[derive(Default)]
pub(super) struct Under<'a> {
    /// Points, then marks on words, the innermost first.
    pub(super) on_words: Vec<&'a Annotation>,
    /// The passages around, the innermost first.
    pub(super) passages: Vec<&'a Annotation>,
}

/// The marks in a paragraph (bytes of the document) of which some part lies
/// `under` the pointer, [`near`] which it is; parts are relative to the
/// paragraph. `on_point` says whether the sign of a point is there: its byte
/// of the paragraph, and how many stand before it.
pub(super) fn marks_under<'a>(
    wb: &'a Workbench,
    reader: &Reader,
    paragraph: Span,
    near: Span,
    under: impl Fn(Span) -> bool,
    on_point: impl Fn(usize, u8) -> bool,
) -> Under<'a> {
    let mut found = Under::default();
    let mut before: Vec<usize> = Vec::new();
    for mark in wb.marks_shown(reader, near) {
        let mut on_sign = false;
        for point in mark.spans.iter().filter(|span| span.is_empty()) {
            let byte = point.start;
            let nth = before.iter().filter(|other| **other == byte).count();
            before.push(byte);
            on_sign |= (paragraph.start..=paragraph.end).contains(&byte)
                && on_point(byte - paragraph.start, u8::try_from(nth).unwrap_or(u8::MAX));
        }
        let on_words = || {
            let mut spans = mark.spans.iter();
            spans.any(|span| part_under(*span, paragraph, near, &under))
        };
        let tag = wb.project().tag(&mark.tag);
        let is_passage = tag.is_some_and(|tag| tag.kind != TagKind::Entity);
        if on_sign || (!is_passage && on_words()) {
            found.on_words.push(mark);
        } else if is_passage && on_words() {
            found.passages.push(mark);
        }
    }
    found.on_words.sort_by_key(|mark| length_of(mark));
    found.passages.sort_by_key(|mark| length_of(mark));
    found
}

/// From the first byte of a mark to its last.
pub(super) fn length_of(mark: &Annotation) -> usize {
    mark.hull().map_or(usize::MAX, Span::len)
}

/// How many points stand before that of a mark at a byte of a document.
pub(super) fn nth_point(wb: &Workbench, reader: &Reader, byte: usize, mark: &Id) -> u8 {
    let point = Span::new(byte, byte);
    let before = wb
        .marks_shown(reader, point)
        .filter(|other| other.spans.contains(&point))
        .take_while(|other| other.id != *mark)
        .count();
    u8::try_from(before).unwrap_or(u8::MAX)
}

/// Whether the part of `span` near the pointer lies under it.
pub(super) fn part_under(
    span: Span,
    paragraph: Span,
    near: Span,
    under: &impl Fn(Span) -> bool,
) -> bool {
    let start = span.start.max(near.start);
    let end = span.end.min(near.end);
    start < end && under(Span::new(start - paragraph.start, end - paragraph.start))
}

/// A card over the mark or suggestion under the pointer, after a moment.
/// Returns the mark there when it has several pieces, to be lit together.
pub(super) fn hover_card(
    response: &Response,
    wb: &Workbench,
    (reader, document): (&Reader, &Document),
    placed: &[Placed],
    origin: Pos2,
) -> Option<Id> {
    let pos = response.hover_pos()?;
    let paragraph = placed.iter().find(|paragraph| {
        (paragraph.top..paragraph.top + paragraph.height).contains(&(pos.y - origin.y))
    })?;
    let corner = origin + vec2(0.0, paragraph.top);
    if super::flags::sign_card(response, wb, document, paragraph, corner, pos) {
        return None;
    }
    let scale = response.ctx.pixels_per_point();
    let under = |span| {
        mark_boxes(corner, &paragraph.layout, span, 0, scale)
            .iter()
            .any(|(rect, _)| rect.contains(pos))
    };
    let point = Point {
        x: pos.x - corner.x,
        y: pos.y - corner.y,
    };
    let byte = paragraph.span.start + paragraph.layout.hit(point).byte;
    let near = near(&document.text, paragraph.span, byte);
    let on_point =
        |byte: usize, nth: u8| point_reach(corner, &paragraph.layout, byte, nth).contains(pos);
    let marks = marks_under(wb, reader, paragraph.span, near, under, on_point);
    let suggestion = suggested::innermost(wb, reader, paragraph.span, near, under);
    match (marks.on_words.first(), suggestion) {
        (Some(mark), _) => {
            mark_card(response, wb, document, mark);
            return (mark.spans.len() > 1).then(|| mark.id.clone());
        }
        (None, Some(suggestion)) => {
            suggestion_card(response, wb, document, suggestion);
        }
        (None, None) => {}
    }
    None
}
