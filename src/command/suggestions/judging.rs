//! Which suggestions of a document are worth showing.
//!
//! Lives here: the reasons not to show one: what is marked there, what was
//! rejected, what is filtered out. Not here: when it is asked
//! ([`super::following`]).
//!
//! **Invariant:** asking about many suggestions at once gives the same answers
//! as asking about each (tested); it goes over their marks once, however many
//! lie over one another.

use std::collections::HashMap;

use crate::command::Workbench;
use crate::entities::Suggestion;
use crate::entities::learned::rejects_place;
use crate::model::{Annotation, Decision, Document, Id, Project, Span, TagKind};

/// So few are asked about one by one.
const FEW: usize = 8;

/// Decides which suggestions of a document are worth showing.
pub(super) struct Judge<'a> {
    wb: &'a Workbench,
    document: &'a Document,
    /// What was decided about single places of it, by their first byte.
    here: HashMap<usize, Vec<&'a Decision>>,
    least: f32,
}

impl Workbench {
    /// What decides about the suggestions of a document.
    pub(super) fn judge(&self, document: &Id) -> Option<Judge<'_>> {
        let project = self.project();
        let document = project.document(document)?;
        let mut here: HashMap<usize, Vec<&Decision>> = HashMap::new();
        for decision in project.decisions() {
            if let Some(span) = decision.span
                && decision.document.as_ref() == Some(&document.id)
            {
                here.entry(span.start).or_default().push(decision);
            }
        }
        Some(Judge {
            wb: self,
            document,
            here,
            least: self.suggestion_threshold(),
        })
    }
}

impl Judge<'_> {
    /// Of each whether it is worth showing. They come in order of place.
    pub(super) fn verdicts(&self, asked: &[&Suggestion]) -> Vec<bool> {
        let places: Vec<(Span, Id)> = asked.iter().map(|one| (one.span, one.tag_id())).collect();
        let against = stand_against(self.wb.project(), &self.document.id, &places);
        asked
            .iter()
            .zip(&places)
            .zip(against)
            .map(|((one, (_, tag)), against)| !against && self.lets_through(one, tag))
            .collect()
    }

    fn lets_through(&self, one: &Suggestion, tag: &Id) -> bool {
        if one.confidence < self.least || !self.wb.board.filter.lets_through(one) {
            return false;
        }
        let document = &self.document.id;
        let rejected = || {
            let here = self.here.get(&one.span.start);
            here.is_some_and(|here| {
                here.iter()
                    .any(|decision| rejects_place(decision, document, one.span, tag))
            })
        };
        let words = one.span.of(&self.document.text).unwrap_or_default();
        self.wb.project().tag(tag).is_some()
            && !rejected()
            && !self
                .wb
                .board
                .learned
                .suppresses_tag(Some(document), words, tag)
    }
}

/// Of each of these places, in order of their beginnings, and tags whether a
/// mark says that a suggestion there is dealt with.
fn stand_against(project: &Project, document: &Id, places: &[(Span, Id)]) -> Vec<bool> {
    let (Some((first, _)), Some(end)) = (
        places.first(),
        places.iter().map(|(span, _)| span.end).max(),
    ) else {
        return Vec::new();
    };
    if places.len() <= FEW {
        return places
            .iter()
            .map(|(span, tag)| {
                project
                    .annotations_in(document, *span)
                    .any(|mark| names(project, mark) && deals_with(mark, *span, tag))
            })
            .collect();
    }
    let mut coming = project
        .annotations_in(document, Span::new(first.start, end))
        .filter(|mark| names(project, mark))
        .filter_map(|mark| Some((mark.hull()?, mark)))
        .peekable();
    // The marks that reach the place that is asked about, or one before it.
    let mut around: Vec<(Span, &Annotation)> = Vec::new();
    places
        .iter()
        .map(|(span, tag)| {
            around.retain(|(hull, _)| hull.end >= span.start);
            while let Some(next) = coming.next_if(|(hull, _)| hull.start <= span.end) {
                around.push(next);
            }
            around.iter().any(|(_, mark)| {
                mark.spans.iter().any(|it| it.touches(*span)) && deals_with(mark, *span, tag)
            })
        })
        .collect()
}

/// Whether a mark names something, rather than being about a passage.
fn names(project: &Project, mark: &Annotation) -> bool {
    project
        .tag(&mark.tag)
        .is_some_and(|tag| tag.kind == TagKind::Entity)
}

/// Whether a mark on these words says that a suggestion there is dealt with: a
/// mark of the same extent, one with the same tag that shares a word, or one
/// it would cross.
fn deals_with(mark: &Annotation, span: Span, tag: &Id) -> bool {
    let crosses = mark.hull().is_some_and(|hull| {
        !(hull.contains_span(span) || span.contains_span(hull)) && hull.overlaps(span)
    });
    crosses || mark.tag == *tag || mark.spans == [span]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Analyst, Edit, Timestamp, Transaction};
    use proptest::prelude::*;

    const TAGS: [&str; 3] = ["person", "place", "claim"];

    fn project(marks: &[(usize, usize, usize, usize)]) -> Project {
        let by = Id::new("me");
        let at = Timestamp::UNIX_EPOCH;
        let mut project = Project::new("test", Analyst::new(by.clone(), "Samira"));
        let document = Document::new(Id::new("d"), "d", "a".repeat(400), at);
        let mut edits = vec![Edit::create(document)];
        for (number, &(start, len, gap, tag)) in marks.iter().enumerate() {
            let mut spans = vec![Span::new(start, start + len)];
            if gap > 0 {
                spans.push(Span::new(start + len + gap, start + len + gap + 3));
            }
            edits.push(Edit::create(Annotation::new(
                Id::new(format!("m{number}")),
                Id::new("d"),
                spans,
                Id::new(TAGS[tag]),
                by.clone(),
                at,
            )));
        }
        let opened = Transaction::new(Id::new("t"), at, by, "file.open", edits);
        project.apply(&opened).unwrap();
        project
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn many_at_once_are_judged_as_each_alone(
            marks in prop::collection::vec((0_usize..200, 0_usize..60, 0_usize..40, 0_usize..3), 0..40),
            places in prop::collection::vec((0_usize..260, 1_usize..30, 0_usize..2), 9..40),
        ) {
            let project = project(&marks);
            let mut places: Vec<(Span, Id)> = places
                .iter()
                .map(|&(start, len, tag)| (Span::new(start, start + len), Id::new(TAGS[tag])))
                .collect();
            places.sort_by_key(|(span, _)| span.start);
            let document = Id::new("d");
            let alone: Vec<bool> = places
                .iter()
                .flat_map(|place| stand_against(&project, &document, std::slice::from_ref(place)))
                .collect();
            prop_assert_eq!(stand_against(&project, &document, &places), alone);
        }
    }
}
