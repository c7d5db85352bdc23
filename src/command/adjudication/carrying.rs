//! What hangs on the marks that are settled: their relations and notes.
//!
//! Lives here: which relations and notes of the two come into the adjudicated
//! layer, and what becomes of those made there by hand when a place is settled
//! anew. Does not live here: which marks are taken ([`super`]).
//!
//! A relation is carried when both its ends stand in the adjudicated layer and
//! the mark at one end at least was taken as its own side has it. What both
//! sides say is carried once. A relation or note that was made in the
//! adjudicated layer itself moves to what the place is settled with next.
//!
//! **Invariant:** nothing of the two layers is changed; no relation that the
//! guideline refuses stands in the way of settling, and each is told.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::analysis::agreement::Agreement;
use crate::command::comparison::{Compared, Comparison};
use crate::command::rules::relation_among;
use crate::command::{Refusal, Workbench};
use crate::model::{Annotation, Edit, Id, Kind, Note, Origin, Record, Relation};

/// A mark of the adjudicated layer that stands for one of the two sides'.
#[derive(Clone, Debug)]
struct StandIn {
    /// The adjudicated mark.
    mark: Id,
    /// Whether it was taken as that side has it.
    taken: bool,
}

/// What becomes of what hangs on the marks that are settled.
#[derive(Debug)]
pub(super) struct Carrying<'a> {
    wb: &'a Workbench,
    comparison: &'a Comparison,
    /// What stands in the adjudicated layer for each mark of the two.
    stands: HashMap<Id, Vec<StandIn>>,
    edits: Vec<Edit>,
    /// The marks that are made, by their ids.
    made: BTreeMap<Id, Annotation>,
    /// Marks of the adjudicated layer that go, and what the place they stand
    /// at is settled with next.
    replaced: BTreeMap<Id, Option<Id>>,
    /// Marks of the two whose places are settled.
    sources: BTreeSet<Id>,
}

/// The edits that settle, and what could not be kept.
#[derive(Debug)]
pub(super) struct Carried {
    /// The edits.
    pub(super) edits: Vec<Edit>,
    /// How many relations made in the adjudicated layer go.
    pub(super) gone: usize,
    /// Why relations of the two were left out: the first reason, and how many
    /// there were.
    pub(super) refused: Option<(Refusal, usize)>,
}

impl<'a> Carrying<'a> {
    pub(super) fn new(wb: &'a Workbench, comparison: &'a Comparison) -> Self {
        let mut carrying = Self {
            wb,
            comparison,
            stands: HashMap::new(),
            edits: Vec::new(),
            made: BTreeMap::new(),
            replaced: BTreeMap::new(),
            sources: BTreeSet::new(),
        };
        for row in &comparison.rows {
            let marks = row.settled.iter().flat_map(|settled| &settled.marks);
            for mark in marks.filter_map(|id| wb.project().annotation(id)) {
                carrying.stand_in(row, mark);
            }
        }
        carrying
    }

    /// An adjudicated mark stands for the marks of its place.
    fn stand_in(&mut self, row: &Compared, mark: &Annotation) {
        let copied = match &mark.origin {
            Origin::Adjudicated { from } => from.first(),
            _ => None,
        };
        // Who agree in everything are taken both.
        let merged = row.agreement == Agreement::Same && !row.contradict;
        for source in row.first.iter().chain(&row.second) {
            let stand_in = StandIn {
                mark: mark.id.clone(),
                taken: merged || copied == Some(source),
            };
            self.stands
                .entry(source.clone())
                .or_default()
                .push(stand_in);
        }
    }

    /// Takes back what was made of a place before. What was made by hand there
    /// waits for what comes.
    pub(super) fn take_back(&mut self, row: &Compared) {
        let Some(settled) = &row.settled else {
            return;
        };
        let project = self.wb.project();
        for source in row.first.iter().chain(&row.second) {
            self.stands.remove(source);
        }
        self.replaced
            .extend(settled.marks.iter().map(|id| (id.clone(), None)));
        let marks = settled.marks.iter();
        self.edits.extend(
            marks
                .filter_map(|id| project.annotation(id))
                .map(|mark| Edit::delete(mark.clone())),
        );
        let neither = settled.neither.iter();
        self.edits.extend(
            neither
                .filter_map(|id| project.decision(id))
                .map(|decision| Edit::delete(decision.clone())),
        );
    }

    /// Settles a place with these edits: marks, or a decision for none.
    pub(super) fn put(&mut self, row: &Compared, edits: Vec<Edit>) {
        let mut made: Vec<Annotation> = Vec::new();
        for edit in &edits {
            if let Some(Record::Annotation(mark)) = &edit.after {
                self.stand_in(row, mark);
                made.push((**mark).clone());
            }
        }
        if let Some(settled) = &row.settled {
            for old in &settled.marks {
                let next = made.first().map(|mark| mark.id.clone());
                self.replaced.insert(old.clone(), next);
            }
        }
        self.sources
            .extend(row.first.iter().chain(&row.second).cloned());
        self.made
            .extend(made.into_iter().map(|mark| (mark.id.clone(), mark)));
        self.edits.extend(edits);
    }

    /// The edits of all that was settled, what hangs on it included.
    pub(super) fn finish(mut self, layer: &Id) -> Carried {
        let notes = self.notes();
        let carried = self.carried(layer);
        let (moved, gone) = self.by_hand(&carried.0);
        let mut edits = std::mem::take(&mut self.edits);
        edits.extend(notes);
        edits.extend(moved);
        edits.extend(carried.0.into_iter().map(Edit::create));
        Carried {
            edits,
            gone,
            refused: carried.1,
        }
    }

    /// What stands for a mark of the two: its own copy, where there is one.
    fn standing(&self, source: &Id) -> Option<&StandIn> {
        let all = self.stands.get(source)?;
        all.iter().find(|one| one.taken).or_else(|| all.first())
    }

    /// Notes about marks that are taken, as notes about their copies; notes
    /// about what goes, about what comes instead.
    fn notes(&self) -> Vec<Edit> {
        let project = self.wb.project();
        let mut edits = Vec::new();
        let mut carried: BTreeSet<(Id, String)> = BTreeSet::new();
        for source in &self.sources {
            let Some(one) = self.standing(source) else {
                continue;
            };
            if !one.taken || !self.made.contains_key(&one.mark) {
                continue;
            }
            for note in project.notes_about(Kind::Annotation, source) {
                if carried.insert((one.mark.clone(), note.text.clone())) {
                    edits.push(Edit::create(Note {
                        id: self.wb.new_id(),
                        annotation: Some(one.mark.clone()),
                        ..note.clone()
                    }));
                }
            }
        }
        for (old, next) in &self.replaced {
            let told: HashSet<&str> = self
                .sources_of(old)
                .flat_map(|source| project.notes_about(Kind::Annotation, source))
                .map(|note| note.text.as_str())
                .collect();
            for note in project.notes_about(Kind::Annotation, old) {
                match next {
                    Some(next) if !told.contains(note.text.as_str()) => {
                        let after = Note {
                            annotation: Some(next.clone()),
                            ..note.clone()
                        };
                        edits.push(Edit::change(note.clone(), after));
                    }
                    _ => edits.push(Edit::delete(note.clone())),
                }
            }
        }
        edits
    }

    /// The marks of the two that stand at the place of an adjudicated one.
    fn sources_of(&self, mark: &Id) -> impl Iterator<Item = &'a Id> {
        let row = self.comparison.row_of(mark);
        let row = row.and_then(|index| self.comparison.rows.get(index));
        row.into_iter()
            .flat_map(|row| row.first.iter().chain(&row.second))
    }

    /// The relations of the two that come with what is settled, and why others
    /// do not.
    fn carried(&self, layer: &Id) -> (Vec<Relation>, Option<(Refusal, usize)>) {
        let project = self.wb.project();
        let mut carried: Vec<Relation> = Vec::new();
        // Tag and ends of what is carried, and where it stands in the list.
        let mut known: HashMap<(Id, Id, Id), usize> = HashMap::new();
        let mut seen: HashSet<&Id> = HashSet::new();
        let mut refused: Option<(Refusal, usize)> = None;
        let all = self
            .sources
            .iter()
            .flat_map(|mark| project.relations_of(mark));
        for relation in all.filter(|relation| seen.insert(&relation.id)) {
            let ends = self
                .standing(&relation.from)
                .zip(self.standing(&relation.to));
            let Some((from, to)) = ends.filter(|(from, to)| from.taken || to.taken) else {
                continue;
            };
            let copy = Relation {
                id: self.wb.new_id(),
                from: from.mark.clone(),
                to: to.mark.clone(),
                by: layer.clone(),
                at: self.wb.now(),
                ..relation.clone()
            };
            if let Some(at) = known.get(&self.said(&copy)) {
                if let Some(same) = carried.get_mut(*at)
                    && !copy.note.is_empty()
                    && !same.note.contains(&copy.note)
                {
                    if !same.note.is_empty() {
                        same.note.push('\n');
                    }
                    same.note.push_str(&copy.note);
                }
                continue;
            }
            let stands = project
                .relations_of(&copy.from)
                .any(|other| self.said(other) == self.said(&copy));
            if stands {
                continue;
            }
            if let Some(refusal) = relation_among(project, &self.made, &copy) {
                let count = refused.as_ref().map_or(0, |(_, count)| *count);
                let first = refused.map_or(refusal, |(first, _)| first);
                refused = Some((first, count + 1));
                continue;
            }
            known.insert(self.said(&copy), carried.len());
            carried.push(copy);
        }
        (carried, refused)
    }

    /// What a relation says: its tag and its ends, in one order where the tag
    /// has no direction.
    fn said(&self, relation: &Relation) -> (Id, Id, Id) {
        let tag = self.wb.project().tag(&relation.tag);
        let (mut from, mut to) = (relation.from.clone(), relation.to.clone());
        if tag.is_some_and(|tag| tag.ends.symmetric) && to < from {
            std::mem::swap(&mut from, &mut to);
        }
        (relation.tag.clone(), from, to)
    }

    /// What becomes of the relations on marks that go: those made there by hand
    /// move to what comes instead; how many have nowhere to go comes second.
    fn by_hand(&self, carried: &[Relation]) -> (Vec<Edit>, usize) {
        let project = self.wb.project();
        let mut known: HashSet<(Id, Id, Id)> = carried.iter().map(|one| self.said(one)).collect();
        let mut seen: HashSet<&Id> = HashSet::new();
        let (mut edits, mut gone) = (Vec::new(), 0);
        let all = self
            .replaced
            .keys()
            .flat_map(|old| project.relations_of(old));
        for relation in all.filter(|relation| seen.insert(&relation.id)) {
            if self.is_carried(relation) {
                edits.push(Edit::delete(relation.clone()));
                continue;
            }
            let end = |end: &Id| match self.replaced.get(end) {
                Some(next) => next.clone(),
                None => Some(end.clone()),
            };
            let moved = end(&relation.from)
                .zip(end(&relation.to))
                .map(|(from, to)| Relation {
                    from,
                    to,
                    ..relation.clone()
                });
            let moved = moved.filter(|moved| {
                relation_among(project, &self.made, moved).is_none()
                    && known.insert(self.said(moved))
            });
            if let Some(moved) = moved {
                edits.push(Edit::change(relation.clone(), moved));
            } else {
                gone += 1;
                edits.push(Edit::delete(relation.clone()));
            }
        }
        (edits, gone)
    }

    /// Whether a relation of the adjudicated layer says what one of the two
    /// says of the same places.
    fn is_carried(&self, relation: &Relation) -> bool {
        let project = self.wb.project();
        let ends: BTreeSet<&Id> = self.sources_of(&relation.to).collect();
        self.sources_of(&relation.from).any(|source| {
            project.relations_of(source).any(|other| {
                let tag = project.tag(&other.tag);
                let symmetric = tag.is_some_and(|tag| tag.ends.symmetric);
                let leads = other.from == *source && ends.contains(&other.to);
                let back = other.to == *source && ends.contains(&other.from);
                other.tag == relation.tag && (leads || symmetric && back)
            })
        })
    }
}
