//! What lies under the pointer, and the card that tells of it.

use egui::{Pos2, Response, vec2};

use crate::command::{Reader, Workbench};
use crate::model::{Annotation, Document, Span, TagKind};
use crate::text::{Point, next_grapheme, previous_grapheme};
use crate::ui::paint::mark_boxes;
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

/// The shortest mark on words in a paragraph (bytes of the document) of which
/// some part lies `under` the pointer, [`near`] which it is; parts are
/// relative to the paragraph.
pub(super) fn innermost<'a>(
    wb: &'a Workbench,
    reader: &Reader,
    paragraph: Span,
    near: Span,
    under: impl Fn(Span) -> bool,
) -> Option<&'a Annotation> {
    let mut marks: Vec<&Annotation> = wb
        .marks_shown(reader, near)
        .filter(|mark| {
            wb.project()
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == TagKind::Entity)
        })
        .collect();
    marks.sort_by_key(|mark| mark.hull().map_or(usize::MAX, Span::len));
    marks.into_iter().find(|mark| {
        mark.spans
            .iter()
            .any(|span| part_under(*span, paragraph, near, &under))
    })
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
pub(super) fn hover_card(
    response: &Response,
    wb: &Workbench,
    (reader, document): (&Reader, &Document),
    placed: &[Placed],
    origin: Pos2,
) {
    let Some(pos) = response.hover_pos() else {
        return;
    };
    let Some(paragraph) = placed.iter().find(|paragraph| {
        (paragraph.top..paragraph.top + paragraph.height).contains(&(pos.y - origin.y))
    }) else {
        return;
    };
    let corner = origin + vec2(0.0, paragraph.top);
    if super::flags::sign_card(response, wb, document, paragraph, corner, pos) {
        return;
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
    let mark = innermost(wb, reader, paragraph.span, near, under);
    let suggestion = suggested::innermost(wb, reader, paragraph.span, near, under);
    match (mark, suggestion) {
        (Some(mark), _) => mark_card(response, wb, document, mark),
        (None, Some(suggestion)) => {
            suggestion_card(response, wb, document, suggestion);
        }
        (None, None) => {}
    }
}
