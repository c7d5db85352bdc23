//! The marks of two layers paired, and how long the pairs stand.
//!
//! Lives here: asking which mark stands for which
//! ([`crate::analysis::agreement`]), and whether a step has changed anything
//! the answer depends on. Does not live here: what was made of the pairs.
//!
//! **Invariant:** pairs depend on the marks of the two layers and on the tags
//! alone, so that settling a place, of twenty thousand, pairs nothing anew.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::agreement::{Agreement, Figures, Marked, pairs};
use crate::command::Workbench;
use crate::model::{Annotation, Id, Record, Span, TagKind};

use super::{Compared, Sides};

/// The marks of two layers, paired, before anything is made of them.
#[derive(Debug)]
pub(super) struct Matched {
    pub(super) rows: Vec<Compared>,
    pub(super) figures: Figures,
    pub(super) by_mark: HashMap<Id, usize>,
}

/// Whether two marks of one place and tag say different things: both name an
/// entity, answer a question or give a grade, and not the same one.
fn contradict(one: &Annotation, other: &Annotation) -> bool {
    let differ = |a: &Option<Id>, b: &Option<Id>| a.is_some() && b.is_some() && a != b;
    let grades = one.grade.as_ref().zip(other.grade.as_ref());
    differ(&one.entity, &other.entity)
        || grades.is_some_and(|(a, b)| a != b)
        || one.attributes.iter().any(|(name, value)| {
            let told = other.attributes.get(name);
            told.is_some_and(|told| told != value)
        })
}

impl Workbench {
    /// Whether no step since has changed what the marks of two layers are
    /// paired by.
    pub(super) fn layers_stand_since(&self, since: (u64, usize), sides: &Sides) -> bool {
        let now = self.revision();
        let is_of_sides = |mark: &Annotation| {
            mark.document == sides.document && (mark.by == sides.first || mark.by == sides.second)
        };
        let stands = |record: &Record| match record {
            Record::Annotation(mark) => !is_of_sides(mark),
            // Its state or title may have changed, not its words.
            Record::Document(document) => {
                let now = self.project().document(&document.id);
                let same =
                    |now: &Arc<str>| Arc::ptr_eq(now, &document.text) || **now == *document.text;
                document.id != sides.document || now.is_some_and(|now| same(&now.text))
            }
            Record::Relation(_)
            | Record::Note(_)
            | Record::Decision(_)
            | Record::Entity(_)
            | Record::Analyst(_) => true,
            _ => false,
        };
        since.0 == now.0
            && since.1 <= now.1
            && self
                .history()
                .transactions()
                .skip(since.1)
                .flat_map(|step| &step.edits)
                .flat_map(|edit| [&edit.before, &edit.after])
                .flatten()
                .all(stands)
    }

    /// All marks on a document and on words of it.
    pub(super) fn marks_on<'a>(&'a self, document: &Id) -> impl Iterator<Item = &'a Annotation> {
        let whole = self.project().annotations_on_whole(document);
        self.project().annotations_of(document).chain(whole)
    }

    /// Pairs the marks of two layers.
    pub(super) fn matched(&self, sides: &Sides) -> Matched {
        let project = self.project();
        let document = &sides.document;
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for mark in self.marks_on(document) {
            if mark.by == sides.first {
                first.push(mark);
            } else if mark.by == sides.second {
                second.push(mark);
            }
        }
        let (a, b) = (self.marked(&first), self.marked(&second));
        let found = pairs(&a, &b);
        let mut figures = Figures::default();
        let table = project.offsets(document);
        let point = |byte| table.map_or(byte, |table| table.code_point_of_byte(byte));
        let length = project.document(document).map_or(0, |d| d.text.len());
        figures.add((&a, &b), &found, point(length), |span| {
            point(span.end) - point(span.start)
        });
        let mut by_mark = HashMap::new();
        let mut rows: Vec<Compared> = Vec::with_capacity(found.len());
        for (index, pair) in found.iter().enumerate() {
            let of = |marks: &[&Annotation], at: Option<usize>| {
                let mark = *marks.get(at?)?;
                Some((mark.id.clone(), mark.hull()))
            };
            let (one, other) = (of(&first, pair.first), of(&second, pair.second));
            let hulls = [&one, &other].into_iter().flatten();
            let span = hulls
                .filter_map(|(_, hull)| *hull)
                .reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)));
            let marks = pair.first.and_then(|at| first.get(at));
            let marks = marks.zip(pair.second.and_then(|at| second.get(at)));
            let contradicted = marks.is_some_and(|(one, other)| contradict(one, other));
            let (one, other) = (one.map(|(id, _)| id), other.map(|(id, _)| id));
            for id in [&one, &other].into_iter().flatten() {
                by_mark.insert(id.clone(), index);
            }
            rows.push(Compared {
                first: one,
                second: other,
                agreement: pair.agreement,
                contradict: pair.agreement == Agreement::Same && contradicted,
                span,
                settled: None,
            });
        }
        Matched {
            rows,
            figures,
            by_mark,
        }
    }

    fn marked<'a>(&'a self, marks: &[&'a Annotation]) -> Vec<Marked<'a>> {
        marks
            .iter()
            .map(|mark| Marked {
                spans: &mark.spans,
                tag: mark.tag.as_str(),
                kind: self
                    .project()
                    .tag(&mark.tag)
                    .map_or(TagKind::Entity, |tag| tag.kind),
            })
            .collect()
    }
}
