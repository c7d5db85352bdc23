//! Two layers of one document beside each other: where they agree, where not,
//! and what has been settled of it.
//!
//! Lives here: which two are compared (those the readers show), and the rows
//! of the comparison. Does not live here: the matching
//! ([`crate::analysis::agreement`]), and settling ([`super::adjudication`]).
//!
//! **Invariant:** nothing here changes the project; what is settled is read
//! from the adjudicated layer and the decisions, so that undo restores it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::agreement::{Agreement, Figures, Marked, pairs};
use crate::model::{Annotation, Id, Origin, Role, Span, TagKind, Verdict};

use super::Workbench;

/// One place that one or both have marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The first one's mark.
    pub first: Option<Id>,
    /// The second one's mark.
    pub second: Option<Id>,
    /// How they differ.
    pub agreement: Agreement,
    /// Whether they say different things of one place and tag: another entity,
    /// another answer, another grade.
    pub contradict: bool,
    /// From the first marked byte to the last; none for the whole document.
    pub span: Option<Span>,
    /// What was made of it, if anything was.
    pub settled: Option<Settled>,
}

impl Compared {
    /// Whether there is something to settle: the two do not agree on the place
    /// and the tag, or contradict each other about it.
    pub fn differs(&self) -> bool {
        self.agreement != Agreement::Same || self.contradict
    }
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

/// What was made of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Marks of the adjudicated layer.
    pub marks: Vec<Id>,
    /// Decisions that none of the marks stands.
    pub neither: Vec<Id>,
}

/// Which layers of which document are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The document.
    pub document: Id,
    /// Whose marks are the first ones.
    pub first: Id,
    /// Whose marks are the second ones.
    pub second: Id,
}

/// Two layers beside each other.
#[derive(Debug)]
pub struct Comparison {
    /// What is compared.
    pub sides: Sides,
    /// All places, in order.
    pub rows: Vec<Compared>,
    /// Counts, F1 and agreement over characters.
    pub figures: Figures,
    by_mark: HashMap<Id, usize>,
    /// Differences that are settled, differences, and places both agree on
    /// in everything that nothing was made of: counted once.
    counted: (usize, usize, usize),
}

impl Comparison {
    /// The row a mark of either is in; also a mark that was settled from it.
    pub fn row_of(&self, mark: &Id) -> Option<usize> {
        self.by_mark.get(mark).copied()
    }

    /// How many differences are settled, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.counted.0, self.counted.1)
    }

    /// How many places both agree on that nothing was made of yet.
    pub fn agreed_waiting(&self) -> usize {
        self.counted.2
    }
}

/// A comparison, and what the project was when it was made.
pub(super) type Kept = Option<((u64, usize), Arc<Comparison>)>;

impl Workbench {
    /// What the readers compare: two people's layers of one document, that of
    /// the active reader first of all.
    pub fn compared_sides(&self) -> Option<Sides> {
        let active = self.active_reader().into_iter();
        active
            .chain(self.readers())
            .find_map(|reader| self.sides_of(&reader.document))
    }

    fn sides_of(&self, document: &Id) -> Option<Sides> {
        let mut layers = self
            .readers()
            .iter()
            .filter(|reader| reader.document == *document)
            .filter_map(|reader| self.project().analyst(reader.layer.as_ref()?))
            .filter(|analyst| analyst.role == Role::Annotator)
            .map(|analyst| &analyst.id);
        let first = layers.next()?;
        let second = layers.find(|layer| *layer != first)?;
        Some(Sides {
            document: document.clone(),
            first: first.clone(),
            second: second.clone(),
        })
    }

    /// The comparison of what the readers show; made anew when the project or
    /// the layers have changed.
    pub fn comparison(&self) -> Option<Arc<Comparison>> {
        let sides = self.compared_sides()?;
        let revision = self.revision();
        if let Some((known, comparison)) = &*self.compared.borrow()
            && *known == revision
            && comparison.sides == sides
        {
            return Some(Arc::clone(comparison));
        }
        let comparison = Arc::new(self.compare(sides));
        *self.compared.borrow_mut() = Some((revision, Arc::clone(&comparison)));
        Some(comparison)
    }

    fn compare(&self, sides: Sides) -> Comparison {
        let project = self.project();
        let document = &sides.document;
        let (mut first, mut second, mut settled) = (Vec::new(), Vec::new(), Vec::new());
        let whole = project.annotations_on_whole(document);
        for mark in project.annotations_of(document).chain(whole) {
            if mark.by == sides.first {
                first.push(mark);
            } else if mark.by == sides.second {
                second.push(mark);
            } else if matches!(mark.origin, Origin::Adjudicated { .. }) {
                settled.push(mark);
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
        for mark in settled {
            if let Origin::Adjudicated { from } = &mark.origin
                && let Some(index) = from.iter().find_map(|id| by_mark.get(id)).copied()
                && let Some(row) = rows.get_mut(index)
            {
                row.settled
                    .get_or_insert_default()
                    .marks
                    .push(mark.id.clone());
                by_mark.insert(mark.id.clone(), index);
            }
        }
        let neither = project.decisions().filter(|decision| {
            decision.verdict == Verdict::Neither && decision.document.as_ref() == Some(document)
        });
        for decision in neither {
            if let Some(index) = decision
                .marks
                .iter()
                .find_map(|id| by_mark.get(id))
                .copied()
                && let Some(row) = rows.get_mut(index)
            {
                row.settled
                    .get_or_insert_default()
                    .neither
                    .push(decision.id.clone());
            }
        }
        let mut counted = (0, 0, 0);
        for row in &rows {
            match (row.differs(), &row.settled) {
                (false, None) => counted.2 += 1,
                (false, Some(_)) => {}
                (true, settled) => {
                    counted.0 += usize::from(settled.is_some());
                    counted.1 += 1;
                }
            }
        }
        Comparison {
            sides,
            rows,
            figures,
            by_mark,
            counted,
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

    /// The row of the comparison that is looked at: that of the chosen mark,
    /// else the last one gone to.
    pub fn current_difference(&self) -> Option<usize> {
        let comparison = self.comparison()?;
        let of_chosen = self
            .selected_mark()
            .and_then(|mark| comparison.row_of(&mark.id));
        of_chosen.or_else(|| comparison.row_of(self.difference.as_ref()?))
    }

    /// Goes to a row of the comparison: every reader of the document shows the
    /// place.
    pub fn go_to_difference(&mut self, index: usize) {
        let Some(comparison) = self.comparison() else {
            return;
        };
        let Some(row) = comparison.rows.get(index) else {
            return;
        };
        let Some(mark) = row.first.as_ref().or(row.second.as_ref()) else {
            return;
        };
        self.go_to_mark(mark);
        self.difference = Some(mark.clone());
        if let Some(span) = row.span {
            let document = &comparison.sides.document;
            let others: Vec<_> = self
                .readers()
                .iter()
                .filter(|reader| reader.document == *document)
                .map(|reader| reader.id)
                .collect();
            for reader in others {
                self.reveal(reader, span);
            }
        }
    }

    /// Goes to the next difference that is not settled, round the end; to the
    /// next one of all when every one is.
    pub(super) fn step_difference(&mut self, forward: bool) {
        let Some(comparison) = self.comparison() else {
            return;
        };
        let rows = &comparison.rows;
        let caret = self.active_reader().map_or(0, |reader| {
            if reader.document == comparison.sides.document {
                reader.selection.head.byte
            } else {
                0
            }
        });
        let here = self.current_difference();
        // Without one, what stands at the caret or behind it comes next.
        let place = |row: &Compared| row.span.map_or(0, |span| span.start);
        let at = rows.partition_point(|row| place(row) < caret);
        let count = rows.len();
        let order = (1..=count).map(|step| match (here, forward) {
            (Some(here), true) => (here + step) % count,
            (Some(here), false) => (here + count - step) % count,
            (None, true) => (at + step - 1) % count,
            (None, false) => (at + count - step) % count,
        });
        let differs = |index: &usize| rows.get(*index).is_some_and(Compared::differs);
        let open = |index: &usize| rows.get(*index).is_some_and(|row| row.settled.is_none());
        let next = order
            .clone()
            .find(|index| differs(index) && open(index))
            .or_else(|| order.clone().find(differs));
        if let Some(next) = next {
            self.go_to_difference(next);
        }
    }
}
