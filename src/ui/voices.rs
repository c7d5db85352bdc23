//! Who in a document can speak: the names that are marked or suggested.

use crate::command::Workbench;
use crate::entities::Type;
use crate::language::attribution::{Named, Voice};
use crate::model::{Document, Span};

/// What is marked or suggested in a document and can speak, and its places,
/// in order.
pub(super) fn names_in(wb: &Workbench, document: &Document) -> (Vec<Named>, Vec<Span>) {
    let marks = wb
        .project()
        .annotations_of(&document.id)
        .filter_map(|mark| Some((mark.hull()?, Type::from_tag(&mark.tag)?)));
    let suggestions = wb
        .suggestions(&document.id)
        .iter()
        .map(|suggestion| (suggestion.span, suggestion.kind));
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
