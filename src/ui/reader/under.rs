//! What lies under the pointer, and the card that tells of it.

use egui::{Pos2, Response, vec2};

use crate::command::Workbench;
use crate::model::{Annotation, Document, Span, TagKind};
use crate::ui::paint::mark_boxes;
use crate::ui::panels::{mark_card, suggestion_card};

use super::flow::Placed;
use super::suggested;

/// The shortest mark on words in a paragraph (bytes of the document) of which
/// some part lies `under` the pointer; parts are relative to the paragraph.
pub(super) fn innermost<'a>(
    wb: &'a Workbench,
    document: &Document,
    paragraph: Span,
    under: impl Fn(Span) -> bool,
) -> Option<&'a Annotation> {
    wb.project()
        .annotations_in(&document.id, paragraph)
        .filter(|mark| {
            wb.project()
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == TagKind::Entity)
        })
        .filter(|mark| {
            mark.spans.iter().any(|span| {
                let start = span.start.max(paragraph.start);
                let end = span.end.min(paragraph.end);
                start < end && under(Span::new(start - paragraph.start, end - paragraph.start))
            })
        })
        .min_by_key(|mark| mark.hull().map_or(usize::MAX, Span::len))
}

/// A card over the mark or suggestion under the pointer, after a moment.
pub(super) fn hover_card(
    response: &Response,
    wb: &Workbench,
    document: &Document,
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
    let mark = innermost(wb, document, paragraph.span, under);
    let suggestion = suggested::innermost(wb, document, paragraph.span, under);
    match (mark, suggestion) {
        (Some(mark), _) => mark_card(response, wb, document, mark),
        (None, Some(suggestion)) => {
            suggestion_card(response, wb, document, suggestion);
        }
        (None, None) => {}
    }
}
