//! A change, with everything needed to take it back.
//!
//! **Invariant:** a transaction and its inverse applied one after the other
//! leave a project as it was.

use super::{Id, Record, Timestamp};
use serde::{Deserialize, Serialize};

/// One record before and after: none → some creates, some → none deletes.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Edit {
    /// The record as it must stand now; none if it must not exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Record>,
    /// The record as it will stand; none if it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Record>,
}

impl Edit {
    /// Adds a record.
    pub fn create(record: impl Into<Record>) -> Self {
        Self {
            before: None,
            after: Some(record.into()),
        }
    }

    /// Removes a record.
    pub fn delete(record: impl Into<Record>) -> Self {
        Self {
            before: Some(record.into()),
            after: None,
        }
    }

    /// Puts one state of a record in the place of another.
    pub fn change(before: impl Into<Record>, after: impl Into<Record>) -> Self {
        Self {
            before: Some(before.into()),
            after: Some(after.into()),
        }
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// Edits that happen together or not at all: one step of undo.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Transaction {
    /// The identifier (a UUID of version 7).
    pub id: Id,
    /// When it was made.
    pub at: Timestamp,
    /// The analyst who made it.
    pub by: Id,
    /// The command that made it, e.g. `annotation.tag`.
    pub command: String,
    /// The edits, in order.
    pub edits: Vec<Edit>,
    /// The transaction this one takes back, if it is an undo or a redo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<Id>,
}

impl Transaction {
    /// A transaction that takes nothing back.
    pub fn new(
        id: Id,
        at: Timestamp,
        by: Id,
        command: impl Into<String>,
        edits: Vec<Edit>,
    ) -> Self {
        Self {
            id,
            at,
            by,
            command: command.into(),
            edits,
            undoes: None,
        }
    }

    /// The transaction that takes this one back, under the same command.
    #[must_use]
    pub fn inverse(&self, id: Id, at: Timestamp, by: Id) -> Self {
        Self {
            id,
            at,
            by,
            command: self.command.clone(),
            edits: self.edits.iter().rev().map(Edit::inverse).collect(),
            undoes: Some(self.id.clone()),
        }
    }
}
