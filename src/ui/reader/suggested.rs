//! Suggestions on the page: which stand in a paragraph, which one lies under
//! the pointer, and how they are drawn.
//!
//! Invariant: what is asked for is looked up by place; the cost does not grow
//! with the number of suggestions in the document.

use crate::command::{Reader, Suggestions, Workbench};
use crate::entities::{Suggestion, Type};
use crate::model::{Document, Span};
use crate::ui::paint::{Mark, MarkLine};
use crate::ui::theme::{Theme, TintStrength};

use super::under::part_under;

/// How many suggestions can lie around one that begins later. They nest and
/// never cross, so more than a handful is not seen.
const DEEPEST: usize = 16;

/// The suggestions a reader shows that share a byte with `span` (bytes of the
/// document), each with its index among those of the document.
pub(super) fn touching<'a>(
    wb: &'a Workbench,
    reader: &Reader,
    span: Span,
) -> impl Iterator<Item = (usize, &'a Suggestion)> + use<'a> {
    let all = if wb.suggestions_shown_in(reader) {
        wb.suggestions(&reader.document)
    } else {
        Suggestions::default()
    };
    let first = all.index_at(span.start).saturating_sub(DEEPEST);
    (first..)
        .zip(all.from(first))
        .take_while(move |(_, suggestion)| suggestion.span.start < span.end)
        .filter(move |(_, suggestion)| suggestion.span.overlaps(span))
}

/// Whether this is the suggestion under review.
pub(super) fn is_current(wb: &Workbench, document: &Document, suggestion: &Suggestion) -> bool {
    wb.current_suggestion().is_some_and(|(id, current)| {
        *id == document.id && current.span == suggestion.span && current.kind == suggestion.kind
    })
}

/// Whether this names the same thing as the suggestion under review.
fn is_same_thing(wb: &Workbench, suggestion: &Suggestion) -> bool {
    let thing = |suggestion: &Suggestion| suggestion.canonical.as_ref().map(|c| c.id.clone());
    wb.current_suggestion()
        .and_then(|(_, current)| thing(current))
        .is_some_and(|current| thing(suggestion) == Some(current))
}

/// A suggestion as it is painted: `span` in bytes of the paragraph.
pub(super) fn painted(
    wb: &Workbench,
    document: &Document,
    suggestion: &Suggestion,
    span: Span,
    level: u8,
    theme: Theme,
) -> Mark {
    let hue = wb
        .suggested_tag(suggestion)
        .map_or(theme.second, |tag| theme.hue(&tag.color, &tag.color_dark));
    let current = is_current(wb, document, suggestion);
    let sure = suggestion.source.is_solid();
    let strength = if current || is_same_thing(wb, suggestion) {
        TintStrength::Marked
    } else if sure {
        TintStrength::Suggested
    } else {
        TintStrength::Doubtful
    };
    Mark {
        span,
        tint: theme.tint(hue, strength),
        hue: theme.suggested_line(hue, sure || current),
        line: MarkLine::Dashed,
        level,
        outline: current.then_some(theme.accent),
    }
}

/// The suggestion a card tells of: the innermost.
pub(super) fn innermost<'a>(
    wb: &'a Workbench,
    reader: &Reader,
    paragraph: Span,
    near: Span,
    under: impl Fn(Span) -> bool,
) -> Option<&'a Suggestion> {
    all_under(wb, reader, paragraph, near, under).min_by_key(|suggestion| suggestion.span.len())
}

/// The suggestions of which some part lies under the pointer. `under` says
/// whether a span (bytes of the paragraph) does, [`near`](super::under::near)
/// which it is.
pub(super) fn all_under<'a>(
    wb: &'a Workbench,
    reader: &Reader,
    paragraph: Span,
    near: Span,
    under: impl Fn(Span) -> bool,
) -> impl Iterator<Item = &'a Suggestion> {
    touching(wb, reader, near)
        .map(|(_, suggestion)| suggestion)
        .filter(move |suggestion| part_under(suggestion.span, paragraph, near, &under))
}

/// What a click chose.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    /// A mark, or none.
    Mark(Option<crate::model::Id>),
    /// A suggestion, which becomes the one under review.
    Suggestion(Span, Type),
}
