//! Looking back: which steps stand, what leads back to an earlier moment, and
//! which later steps build on an earlier one.
//!
//! **Invariant:** nothing here changes the history; what leads back is handed
//! out as edits, to be committed as a step of its own.

use super::History;
use crate::model::{Edit, Id, Kind, Record, Transaction};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A record by its kind and id.
type Key = (Kind, Id);

fn key_of(edit: &Edit) -> Option<Key> {
    let record = edit.after.as_ref().or(edit.before.as_ref())?;
    Some((record.kind(), record.id().clone()))
}

impl History {
    /// The transaction at a place of the log, counted from 0.
    pub fn step(&self, place: usize) -> Option<&Arc<Transaction>> {
        self.log.get(place)
    }

    /// The place of a transaction in the log.
    pub fn place_of(&self, id: &Id) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Whether the transaction at this place is taken back now.
    pub fn is_undone(&self, place: usize) -> bool {
        self.undone.get(place).copied().unwrap_or(false)
    }

    /// The edits that lead from now to the moment before the step at `place`:
    /// one for each record that differs. A `place` behind the log leads
    /// nowhere.
    pub fn back_before(&self, place: usize) -> Vec<Edit> {
        let mut net: BTreeMap<Key, (Option<&Record>, Option<&Record>)> = BTreeMap::new();
        let later = self.log.get(place..).unwrap_or_default();
        for edit in later.iter().flat_map(|step| &step.edits) {
            let Some(key) = key_of(edit) else { continue };
            net.entry(key)
                .and_modify(|(_, now)| *now = edit.after.as_ref())
                .or_insert((edit.before.as_ref(), edit.after.as_ref()));
        }
        net.into_values()
            .filter(|(then, now)| then != now)
            .map(|(then, now)| Edit {
                before: now.cloned(),
                after: then.cloned(),
            })
            .collect()
    }

    /// The places of later steps, still standing, that change what the step
    /// at `place` changed, or speak of what it made; oldest first.
    pub fn building_on(&self, place: usize) -> Vec<usize> {
        let Some(step) = self.log.get(place) else {
            return Vec::new();
        };
        let touched: BTreeSet<Key> = step.edits.iter().filter_map(key_of).collect();
        let made: BTreeSet<Key> = step
            .edits
            .iter()
            .filter(|edit| edit.before.is_none())
            .filter_map(key_of)
            .collect();
        let speaks = |record: &Record| {
            let mut found = false;
            record.for_each_reference(|kind, id| {
                found |= !made.is_empty() && made.contains(&(kind, id.clone()));
            });
            found
        };
        let builds = |edit: &Edit| {
            key_of(edit).is_some_and(|key| touched.contains(&key))
                || edit.after.as_ref().is_some_and(speaks)
        };
        self.log
            .iter()
            .enumerate()
            .skip(place + 1)
            .filter(|(later, step)| step.undoes.is_none() && !self.is_undone(*later))
            .filter(|(_, step)| step.edits.iter().any(builds))
            .map(|(later, _)| later)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;
    use crate::model::notation::{ANALYST, DOCUMENT, marked};
    use crate::model::{Annotation, Project, Span, Timestamp};

    struct Desk {
        project: Project,
        history: History,
        next: usize,
    }

    impl Desk {
        fn new() -> Self {
            Self {
                project: marked("سافر أحمد إلى دمشق"),
                history: History::new(),
                next: 0,
            }
        }

        fn name(&mut self) -> (Id, Timestamp, Id) {
            self.next += 1;
            let id = Id::new(format!("t{}", self.next));
            (id, Timestamp::UNIX_EPOCH, Id::new(ANALYST))
        }

        fn take(&mut self, step: Transaction) {
            self.project.apply(&step).unwrap();
            self.history.record(step);
        }

        fn edit(&mut self, edits: Vec<Edit>) {
            let (id, at, by) = self.name();
            self.take(Transaction::new(id, at, by, "test", edits));
        }

        fn mark(&mut self, id: &str, tag: &str) {
            let mark = Annotation::new(
                Id::new(id),
                Id::new(DOCUMENT),
                vec![Span::new(0, 8)],
                Id::new(tag),
                Id::new(ANALYST),
                Timestamp::UNIX_EPOCH,
            );
            self.edit(vec![Edit::create(mark)]);
        }

        fn retag(&mut self, id: &str, tag: &str) {
            let before = self.project.annotation(&Id::new(id)).unwrap().clone();
            let mut after = before.clone();
            after.tag = Id::new(tag);
            self.edit(vec![Edit::change(before, after)]);
        }

        fn undo(&mut self) {
            let (id, at, by) = self.name();
            let undo = self.history.undo(id, at, by).unwrap();
            self.take(undo);
        }

        fn redo(&mut self) {
            let (id, at, by) = self.name();
            let redo = self.history.redo(id, at, by).unwrap();
            self.take(redo);
        }

        fn undone(&self) -> Vec<bool> {
            (0..self.history.transactions().len())
                .map(|place| self.history.is_undone(place))
                .collect()
        }
    }

    #[test]
    fn what_is_taken_back_and_done_again_is_known() {
        let mut desk = Desk::new();
        desk.mark("a", "person");
        desk.mark("b", "place");
        desk.undo();
        assert_eq!(desk.undone(), [false, true, false]);
        desk.redo();
        assert_eq!(desk.undone(), [false, false, true, false]);
        desk.undo();
        desk.undo();
        // The first undo stands again, and with it what it took back is gone.
        assert_eq!(desk.undone(), [true, true, false, true, false, false]);
    }

    #[test]
    fn the_way_back_is_what_differs_and_nothing_else() {
        let mut desk = Desk::new();
        let empty = desk.project.clone();
        desk.mark("a", "person");
        let one = desk.project.clone();
        desk.mark("b", "place");
        desk.retag("a", "group");
        desk.retag("a", "person");
        desk.undo();
        desk.undo();
        // Only "b" differs: "a" was changed to and fro.
        assert_eq!(desk.history.back_before(1).len(), 1);
        let back = desk.history.back_before(1);
        desk.edit(back);
        assert!(desk.project == one);
        let back = desk.history.back_before(0);
        desk.edit(back);
        assert!(desk.project == empty);
        assert!(desk.history.back_before(99).is_empty());
    }

    #[test]
    fn later_steps_on_the_same_record_or_speaking_of_it_are_named() {
        let mut desk = Desk::new();
        desk.mark("a", "person");
        desk.mark("b", "place");
        assert!(desk.history.building_on(0).is_empty());
        desk.retag("a", "group");
        assert_eq!(desk.history.building_on(0), [2]);
        desk.undo();
        assert!(desk.history.building_on(0).is_empty(), "it is taken back");
        let note = crate::model::Note {
            id: Id::new("n"),
            document: None,
            annotation: Some(Id::new("a")),
            entity: None,
            tag: None,
            text: "x".to_owned(),
            by: Id::new(ANALYST),
            at: Timestamp::UNIX_EPOCH,
            extra: crate::model::Extra::new(),
        };
        desk.edit(vec![Edit::create(note)]);
        assert_eq!(desk.history.building_on(0), [4]);
        assert!(desk.history.building_on(1).is_empty());
    }
}
