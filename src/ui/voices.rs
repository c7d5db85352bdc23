//! Who in a document can speak: the names that are marked or suggested.

use crate::command::Workbench;
use crate::entities::{Suggestion, Type};
use crate::language::attribution::{Named, Voice};
use crate::model::{Annotation, Document, Span};

/// What is marked or suggested in a document and can speak, and its places,
/// in order.
pub(super) fn names_in(wb: &Workbench, document: &Document) -> (Vec<Named>, Vec<Span>) {
    let marks = wb.project().annotations_of(&document.id);
    sorted_out(marks, wb.suggestions(&document.id).iter())
}

/// What can speak in a part of a document (bytes), its places counted from
/// the beginning of that part.
pub(super) fn names_within(wb: &Workbench, document: &Document, part: Span) -> Vec<Named> {
    let inside = |span: Span| part.start <= span.start && span.end <= part.end;
    let marks = wb
        .project()
        .annotations_in(&document.id, part)
        .filter(|mark| mark.hull().is_some_and(inside));
    let all = wb.suggestions(&document.id);
    let here = all
        .from(all.index_at(part.start))
        .take_while(|suggestion| suggestion.span.start < part.end);
    let (mut names, _) = sorted_out(marks, here);
    names.retain(|name| inside(name.span));
    for name in &mut names {
        name.span = Span::new(name.span.start - part.start, name.span.end - part.start);
    }
    names
}

fn sorted_out<'a>(
    marks: impl Iterator<Item = &'a Annotation>,
    suggestions: impl Iterator<Item = &'a Suggestion>,
) -> (Vec<Named>, Vec<Span>) {
    let marks = marks.filter_map(|mark| Some((mark.hull()?, Type::from_tag(&mark.tag)?)));
    let suggestions = suggestions.map(|suggestion| (suggestion.span, suggestion.kind));
    let (mut names, mut places) = (Vec::new(), Vec::new());
    for (span, kind) in marks.chain(suggestions) {
        let voice = match kind {
            Type::Person => Voice::Person,
            Type::Organisation | Type::Group => Voice::Body,
            Type::Title => Voice::Title,
            Type::Place | Type::Facility => Voice::Place,
            _ => continue,
        };
        if kind == Type::Place {
            places.push(span);
        }
        names.push(Named { span, voice });
    }
    places.sort();
    (names, places)
}
