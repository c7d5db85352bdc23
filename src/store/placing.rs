//! Giving the marks of a file their places in the texts.
//!
//! **Invariant:** a mark whose words are not found is kept aside, never
//! dropped.

use super::{
    anchor::{Anchored, Anchors},
    file_records::{FileAnnotation, FileDecision, FileSpan},
    warning::Warning,
};
use crate::model::{Annotation, Id, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What has been placed.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    pub(super) marks: Vec<Annotation>,
    /// Those whose words are lost.
    pub(super) lost: Vec<FileAnnotation>,
    pub(super) warnings: Vec<Warning>,
}

/// Places marks one after the other.
#[derive(Clone)]
pub(super) struct Placing<'a> {
    anchors: BTreeMap<Id, Anchors>,
    /// The ids of the records that marks refer to.
    known: &'a BTreeSet<Id>,
    pub(super) placed: Placed,
}

impl<'a> Placing<'a> {
    pub(super) fn new(anchors: BTreeMap<Id, Anchors>, known: &'a BTreeSet<Id>) -> Self {
        Self {
            anchors,
            known,
            placed: Placed::default(),
        }
    }

    /// Finds the places of a mark.
    pub(super) fn place(&mut self, mark: FileAnnotation) {
        let spans = match self.anchors.get_mut(&mark.document) {
            Some(anchors) => find_places(&mark.id, &mark.spans, anchors, &mut self.placed.warnings),
            // A mark without a document is refused with the other misfits.
            None => Some(mark.spans.iter().map(|_| Span::new(0, 0)).collect()),
        };
        match spans {
            Some(spans) => {
                let mut mark = mark.into_annotation(spans);
                share_ids(&mut mark, self.known);
                self.placed.marks.push(mark);
            }
            None => self.placed.lost.push(mark),
        }
    }

    /// The place of a decision in bytes: one or none; nothing if its words are
    /// lost.
    pub(super) fn place_of_decision(&mut self, decision: &FileDecision) -> Option<Vec<Span>> {
        let Some(stated) = &decision.span else {
            return Some(Vec::new());
        };
        let document = decision.document.as_ref();
        let Some(anchors) = document.and_then(|document| self.anchors.get_mut(document)) else {
            // As for marks: refused with the other misfits.
            return Some(vec![Span::new(0, 0)]);
        };
        let places = std::slice::from_ref(stated);
        find_places(&decision.id, places, anchors, &mut self.placed.warnings)
    }
}

/// Finds the stated places of a record in its text; nothing if one is lost.
fn find_places(
    id: &Id,
    places: &[FileSpan],
    anchors: &mut Anchors,
    warnings: &mut Vec<Warning>,
) -> Option<Vec<Span>> {
    let mut spans = Vec::with_capacity(places.len());
    let mut moves = Vec::new();
    let lost = |quote: Option<&String>| Warning::Unplaced {
        annotation: id.clone(),
        quote: quote.cloned().unwrap_or_default(),
    };
    for stated in places {
        match anchors.find(stated) {
            Anchored::There(span) => spans.push(span),
            Anchored::Moved(span, to) => {
                spans.push(span);
                moves.push(Warning::Moved {
                    annotation: id.clone(),
                    quote: stated.quote.clone().unwrap_or_default(),
                    from: stated.start,
                    to,
                });
            }
            Anchored::Lost => {
                warnings.push(lost(stated.quote.as_ref()));
                return None;
            }
        }
    }
    spans.sort_unstable();
    let apart = |pair: &[Span]| matches!(pair, [a, b] if a.end <= b.start && a != b);
    if !spans.windows(2).all(apart) {
        let quote = places.first().and_then(|span| span.quote.as_ref());
        warnings.push(lost(quote));
        return None;
    }
    warnings.append(&mut moves);
    Some(spans)
}

/// Lets a mark use the ids of the records it refers to instead of copies of
/// its own: with many marks, a good part of their size.
fn share_ids(annotation: &mut Annotation, known: &BTreeSet<Id>) {
    let own = [
        Some(&mut annotation.document),
        Some(&mut annotation.tag),
        Some(&mut annotation.by),
        annotation.entity.as_mut(),
    ];
    for id in own.into_iter().flatten() {
        if let Some(shared) = known.get(id) {
            *id = shared.clone();
        }
    }
}
