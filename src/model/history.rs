//! Undo and redo over a whole project, without limit.
//!
//! Nothing is taken out of the past: undo appends the inverse of a
//! transaction, redo the inverse of that. The history only knows which
//! transaction comes next; applying and writing it is the caller's business.
//!
//! Which steps stand and which are taken back is kept beside the log; what
//! separates one moment from another, and what later steps build on an
//! earlier one, is in [`past`](self::past).
//!
//! **Invariant:** feeding the same transactions in the same order gives the
//! same stacks, so a history can be rebuilt from the journal.

mod past;

use super::{Id, Timestamp, Transaction};
use std::{collections::HashMap, sync::Arc};

/// What has been done, what can be undone and what can be redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    log: Vec<Arc<Transaction>>,
    undo: Vec<Arc<Transaction>>,
    redo: Vec<Arc<Transaction>>,
    /// Where each transaction stands in the log.
    places: HashMap<Id, usize>,
    /// Whether it is taken back, place by place.
    undone: Vec<bool>,
}

impl History {
    /// An empty history.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes note of a transaction that has been applied.
    ///
    /// An undo moves what it undid to the redo side, a redo moves it back;
    /// anything else is a new edit, after which nothing can be redone.
    pub fn record(&mut self, transaction: impl Into<Arc<Transaction>>) {
        let transaction = transaction.into();
        self.places.insert(transaction.id.clone(), self.log.len());
        self.log.push(Arc::clone(&transaction));
        self.undone.push(false);
        self.take_back(transaction.undoes.clone());
        let takes_back = |stack: &[Arc<Transaction>]| {
            transaction
                .undoes
                .as_ref()
                .is_some_and(|id| stack.last().is_some_and(|top| top.id == *id))
        };
        if takes_back(&self.undo) {
            self.undo.pop();
            self.redo.push(transaction);
        } else if takes_back(&self.redo) {
            self.redo.pop();
            self.undo.push(transaction);
        } else {
            self.redo.clear();
            self.undo.push(transaction);
        }
    }

    /// Follows what a new transaction takes back: that no longer stands, what
    /// it took back itself stands again, and so on.
    fn take_back(&mut self, mut undone: Option<Id>) {
        let mut stands = false;
        let mut left = self.log.len();
        while let Some(place) = undone.as_ref().and_then(|id| self.places.get(id)).copied() {
            if let Some(mark) = self.undone.get_mut(place) {
                *mark = !stands;
            }
            stands = !stands;
            // No file can make this walk in a circle.
            left -= 1;
            undone = match self.log.get(place) {
                Some(step) if left > 0 => step.undoes.clone(),
                _ => None,
            };
        }
    }

    /// The transaction that undoes the last step, to be applied and then
    /// [recorded](Self::record).
    pub fn undo(&self, id: Id, at: Timestamp, by: Id) -> Option<Transaction> {
        self.undo.last().map(|step| step.inverse(id, at, by))
    }

    /// The transaction that does the last undone step again, to be applied
    /// and then [recorded](Self::record).
    pub fn redo(&self, id: Id, at: Timestamp, by: Id) -> Option<Transaction> {
        self.redo.last().map(|step| step.inverse(id, at, by))
    }

    /// The step that undo would take back.
    pub fn next_undo(&self) -> Option<&Transaction> {
        self.undo.last().map(AsRef::as_ref)
    }

    /// The undo that redo would take back.
    pub fn next_redo(&self) -> Option<&Transaction> {
        self.redo.last().map(AsRef::as_ref)
    }

    /// How many steps can be undone.
    pub fn undo_len(&self) -> usize {
        self.undo.len()
    }

    /// How many steps can be redone.
    pub fn redo_len(&self) -> usize {
        self.redo.len()
    }

    /// Everything that happened, oldest first, undos and redos included.
    pub fn transactions(
        &self,
    ) -> impl DoubleEndedIterator<Item = &Arc<Transaction>> + ExactSizeIterator {
        self.log.iter()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;
    use crate::model::Edit;

    fn step(name: &str) -> Transaction {
        Transaction::new(
            Id::new(name),
            Timestamp::UNIX_EPOCH,
            Id::new("a"),
            name,
            vec![Edit::default()],
        )
    }

    fn name(n: u32) -> (Id, Timestamp, Id) {
        (
            Id::new(format!("u{n}")),
            Timestamp::UNIX_EPOCH,
            Id::new("a"),
        )
    }

    #[test]
    fn undo_and_redo_walk_the_same_road() {
        let mut history = History::new();
        history.record(step("one"));
        history.record(step("two"));
        for round in 0..3 {
            let (id, at, by) = name(round * 10);
            let undo = history.undo(id, at, by).unwrap();
            assert_eq!(undo.command, "two");
            history.record(undo);
            assert_eq!(history.next_undo().unwrap().command, "one");
            assert_eq!((history.undo_len(), history.redo_len()), (1, 1));
            let (id, at, by) = name(round * 10 + 1);
            let redo = history.redo(id, at, by).unwrap();
            history.record(redo);
            assert_eq!(history.next_undo().unwrap().command, "two");
            assert_eq!((history.undo_len(), history.redo_len()), (2, 0));
        }
        assert_eq!(history.transactions().len(), 8);
    }

    #[test]
    fn a_new_edit_clears_redo() {
        let mut history = History::new();
        history.record(step("one"));
        let (id, at, by) = name(1);
        let undo = history.undo(id, at, by).unwrap();
        history.record(undo);
        history.record(step("other"));
        assert_eq!((history.undo_len(), history.redo_len()), (1, 0));
        assert!(
            history
                .redo(Id::new("x"), Timestamp::UNIX_EPOCH, Id::new("a"))
                .is_none()
        );
    }

    #[test]
    fn an_empty_history_offers_nothing() {
        let history = History::new();
        assert!(
            history
                .undo(Id::new("x"), Timestamp::UNIX_EPOCH, Id::new("a"))
                .is_none()
        );
        assert!(history.next_redo().is_none());
    }
}
