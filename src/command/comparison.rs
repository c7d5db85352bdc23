//! Two layers of one document beside each other: where they agree, where not,
//! and what has been settled of it.
//!
//! Lives here: which two are compared (those the readers show), and the rows
//! of the comparison; which mark stands for which is asked in `pairing`. Does
//! not live here: the matching ([`crate::analysis::agreement`]), and settling
//! ([`super::adjudication`]).
//!
//! **Invariant:** nothing here changes the project; what is settled is read
//! from the adjudicated layer and the decisions, so that undo restores it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::agreement::{Agreement, Figures};
use crate::model::{Annotation, Id, Origin, Role, Span, Verdict};

use super::Workbench;

mod pairing;

use pairing::Matched;

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
    /// What only the two layers say.
    matched: Arc<Matched>,
    /// The rows of the marks that were settled from them.
    by_settled: HashMap<Id, usize>,
    /// Differences that are settled, differences, and places both agree on
    /// in everything that nothing was made of: counted once.
    counted: (usize, usize, usize),
}

impl Comparison {
    /// Counts, F1 and agreement over characters.
    pub fn figures(&self) -> &Figures {
        &self.matched.figures
    }

    /// The row a mark of either is in; also a mark that was settled from it.
    pub fn row_of(&self, mark: &Id) -> Option<usize> {
        let of_layers = self.matched.by_mark.get(mark);
        of_layers.or_else(|| self.by_settled.get(mark)).copied()
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
    /// the layers have changed. Marks are paired anew only when a mark of one
    /// of the two has changed: settling a place costs little.
    pub fn comparison(&self) -> Option<Arc<Comparison>> {
        let sides = self.compared_sides()?;
        let revision = self.revision();
        let mut matched = None;
        if let Some((known, comparison)) = &*self.compared.borrow()
            && comparison.sides == sides
        {
            if *known == revision {
                return Some(Arc::clone(comparison));
            }
            let stands = self.layers_stand_since(*known, &sides);
            matched = stands.then(|| Arc::clone(&comparison.matched));
        }
        let matched = matched.unwrap_or_else(|| Arc::new(self.matched(&sides)));
        let comparison = Arc::new(self.compare(sides, matched));
        *self.compared.borrow_mut() = Some((revision, Arc::clone(&comparison)));
        Some(comparison)
    }

    /// Two layers that are paired, with what was made of them.
    fn compare(&self, sides: Sides, matched: Arc<Matched>) -> Comparison {
        let document = &sides.document;
        let mut rows = matched.rows.clone();
        let mut by_settled: HashMap<Id, usize> = HashMap::new();
        let is_settled = |mark: &&Annotation| {
            mark.by != sides.first
                && mark.by != sides.second
                && matches!(mark.origin, Origin::Adjudicated { .. })
        };
        let row_of = |by_settled: &HashMap<Id, usize>, from: &[Id]| {
            from.iter().find_map(|id| {
                let of_layers = matched.by_mark.get(id);
                of_layers.or_else(|| by_settled.get(id)).copied()
            })
        };
        for mark in self.marks_on(document).filter(is_settled) {
            if let Origin::Adjudicated { from } = &mark.origin
                && let Some(index) = row_of(&by_settled, from)
                && let Some(row) = rows.get_mut(index)
            {
                row.settled
                    .get_or_insert_default()
                    .marks
                    .push(mark.id.clone());
                by_settled.insert(mark.id.clone(), index);
            }
        }
        let neither = self.project().decisions().filter(|decision| {
            decision.verdict == Verdict::Neither && decision.document.as_ref() == Some(document)
        });
        for decision in neither {
            if let Some(index) = row_of(&by_settled, &decision.marks)
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
            matched,
            by_settled,
            counted,
        }
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
