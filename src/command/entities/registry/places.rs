//! Where marks stand, by what they belong to.
//!
//! Lives here: one ordered set for all marks of names, and what it is asked
//! for. Not here: what a number stands for ([`super::owners`]).
//!
//! **Invariant:** a mark is filed once, or not at all; what it takes does not
//! depend on how many marks have the same owner (32 bytes in the set, and 32
//! more for those without an entity).

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound::{Excluded, Unbounded};

use super::owners::Owner;
use crate::model::{Document, Id};

/// Where a mark stands, in reading order over all documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The order of its document.
    pub order: u32,
    /// Its document.
    pub document: Id,
    /// Its first byte.
    pub start: usize,
    /// The mark.
    pub mark: Id,
}

/// A mark in the set. The fields stand in the order they are compared in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    owner: Owner,
    order: u32,
    /// Number of the document. Documents of the same order stand as they were
    /// met.
    document: u32,
    /// First byte; texts of more than 4 GB are not opened.
    start: u32,
    mark: Id,
}

/// Where a mark is to be found in the set.
#[derive(Copy, Clone, Debug)]
struct Filed {
    owner: Owner,
    document: u32,
    start: u32,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Documents by their numbers, with their order.
    documents: Vec<(u32, Id)>,
    numbers: HashMap<Id, u32>,
    filed: HashMap<Id, Filed>,
    in_order: BTreeSet<Place>,
}

impl Places {
    /// How many marks are filed.
    pub(super) fn len(&self) -> usize {
        self.filed.len()
    }

    /// The order a document had when it was met.
    pub(super) fn order_of(&self, document: &Id) -> Option<u32> {
        let number = *self.numbers.get(document)?;
        self.documents.get(number as usize).map(|(order, _)| *order)
    }

    /// Whose a mark is.
    pub(super) fn owner(&self, mark: &Id) -> Option<Owner> {
        self.filed.get(mark).map(|filed| filed.owner)
    }

    /// Where a mark stands.
    pub(super) fn spot(&self, mark: &Id) -> Option<Spot> {
        let filed = *self.filed.get(mark)?;
        self.seen(&self.place(mark, filed)?)
    }

    /// Files a mark that is not filed. `start` is its first byte.
    pub(super) fn put(&mut self, mark: &Id, owner: Owner, document: &Document, start: usize) {
        let number = if let Some(number) = self.numbers.get(&document.id) {
            *number
        } else {
            let number = u32::try_from(self.documents.len()).unwrap_or(u32::MAX);
            self.documents.push((document.order, document.id.clone()));
            self.numbers.insert(document.id.clone(), number);
            number
        };
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let filed = Filed {
            owner,
            document: number,
            start,
        };
        if let Some(place) = self.place(mark, filed) {
            if owner.is_name() {
                self.in_order.insert(Place {
                    owner: Owner::UNLINKED,
                    ..place.clone()
                });
            }
            self.in_order.insert(place);
            self.filed.insert(mark.clone(), filed);
        }
    }

    /// Takes a mark out. Returns whose it was.
    pub(super) fn take(&mut self, mark: &Id) -> Option<Owner> {
        let filed = self.filed.remove(mark)?;
        if let Some(mut place) = self.place(mark, filed) {
            self.in_order.remove(&place);
            if filed.owner.is_name() {
                place.owner = Owner::UNLINKED;
                self.in_order.remove(&place);
            }
        }
        Some(filed.owner)
    }

    /// The marks of an owner, in reading order.
    pub(super) fn of(&self, owner: Owner) -> impl DoubleEndedIterator<Item = Spot> {
        self.in_order
            .range(beginning(owner)..beginning(owner.next()))
            .filter_map(|place| self.seen(place))
    }

    /// Those of one document.
    pub(super) fn of_document(
        &self,
        owner: Owner,
        order: u32,
        document: &Id,
    ) -> impl Iterator<Item = Spot> {
        let number = self.numbers.get(document).copied();
        let from = Place {
            order,
            document: number.unwrap_or(u32::MAX),
            ..beginning(owner)
        };
        self.in_order
            .range(from..)
            .take_while(move |place| place.owner == owner && Some(place.document) == number)
            .filter_map(|place| self.seen(place))
    }

    /// Documents with marks of an owner, in order, and how many.
    pub(super) fn by_document(&self, owner: Owner) -> Vec<(Id, usize)> {
        let mut counts: Vec<(u32, usize)> = Vec::new();
        let all = self
            .in_order
            .range(beginning(owner)..beginning(owner.next()));
        for place in all {
            match counts.last_mut() {
                Some((document, count)) if *document == place.document => *count += 1,
                _ => counts.push((place.document, 1)),
            }
        }
        let id_of = |number: u32| {
            self.documents
                .get(number as usize)
                .map(|(_, id)| id.clone())
        };
        counts
            .into_iter()
            .filter_map(|(number, count)| Some((id_of(number)?, count)))
            .collect()
    }

    /// The mark of an owner after (or before) a place, and round again.
    pub(super) fn step(&self, owner: Owner, from: Option<&Spot>, forward: bool) -> Option<Spot> {
        let (first, end) = (beginning(owner), beginning(owner.next()));
        let from = from.map(|from| Place {
            owner,
            order: from.order,
            document: self
                .numbers
                .get(&from.document)
                .copied()
                .unwrap_or(u32::MAX),
            start: u32::try_from(from.start).unwrap_or(u32::MAX),
            mark: from.mark.clone(),
        });
        let next = match (from, forward) {
            (Some(from), true) => self
                .in_order
                .range((Excluded(from), Unbounded))
                .next()
                .filter(|place| place.owner == owner),
            (Some(from), false) => self.in_order.range(first.clone()..from).next_back(),
            (None, _) => None,
        };
        let place = next.or_else(|| {
            let mut all = self.in_order.range(first..end);
            if forward { all.next() } else { all.next_back() }
        });
        self.seen(place?)
    }

    fn place(&self, mark: &Id, filed: Filed) -> Option<Place> {
        let (order, _) = self.documents.get(filed.document as usize)?;
        Some(Place {
            owner: filed.owner,
            order: *order,
            document: filed.document,
            start: filed.start,
            mark: mark.clone(),
        })
    }

    fn seen(&self, place: &Place) -> Option<Spot> {
        let (_, document) = self.documents.get(place.document as usize)?;
        Some(Spot {
            order: place.order,
            document: document.clone(),
            start: place.start as usize,
            mark: place.mark.clone(),
        })
    }
}

/// Before all places of an owner.
fn beginning(owner: Owner) -> Place {
    Place {
        owner,
        order: 0,
        document: 0,
        start: 0,
        mark: Id::new(""),
    }
}
