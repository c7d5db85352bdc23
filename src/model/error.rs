//! Why a transaction was refused.
//!
//! **Invariant:** a refused transaction changed nothing.

use super::{Id, Kind};

/// Why a transaction was refused; nothing was changed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// A transaction without edits, or an edit without a record.
    #[error("The change is empty: it names no record.")]
    Empty,
    /// An edit whose two sides are different records.
    #[error(
        "The change would turn the {kind} {id} into another record; delete it and create the other."
    )]
    Renamed {
        /// The kind before.
        kind: Kind,
        /// The record before.
        id: Id,
    },
    /// A record that should be new is there already.
    #[error("There is already a record of kind {kind} with the id {id}.")]
    Exists {
        /// The kind.
        kind: Kind,
        /// The record.
        id: Id,
    },
    /// A record that should be there is not.
    #[error("The {kind} {id} does not exist any more.")]
    Missing {
        /// The kind.
        kind: Kind,
        /// The record.
        id: Id,
    },
    /// A record does not stand as the edit says it does.
    #[error("The {kind} {id} has changed meanwhile, so this change no longer fits it.")]
    Stale {
        /// The kind.
        kind: Kind,
        /// The record.
        id: Id,
    },
    /// A record would refer to one that is not there.
    #[error("The {kind} {id} refers to the {target_kind} {target}, which does not exist.")]
    Dangling {
        /// The kind of the record that refers.
        kind: Kind,
        /// The record that refers.
        id: Id,
        /// The kind referred to.
        target_kind: Kind,
        /// The record referred to.
        target: Id,
    },
    /// A record would go although others refer to it.
    #[error("The {kind} {id} cannot be deleted: {uses} other records still use it.")]
    InUse {
        /// The kind.
        kind: Kind,
        /// The record.
        id: Id,
        /// How many records would be left without it.
        uses: usize,
    },
    /// A span lies outside its document or inside a character.
    #[error(
        "The {kind} {id} names bytes {start} to {end}, which is not a place in the text of document {document}."
    )]
    BadSpan {
        /// The kind of the record with the place.
        kind: Kind,
        /// The record.
        id: Id,
        /// Its document.
        document: Id,
        /// First byte.
        start: usize,
        /// The byte after the last one.
        end: usize,
    },
    /// A decision with a place but without a document.
    #[error("The decision {id} names a place but no document.")]
    PlaceWithoutDocument {
        /// The decision.
        id: Id,
    },
    /// The spans of a mark are out of order or overlap.
    #[error("The places of the annotation {id} overlap or are out of order.")]
    UnsortedSpans {
        /// The annotation.
        id: Id,
    },
    /// A mark without a place, whose tag is not for whole documents.
    #[error("The annotation {id} marks no place in the text.")]
    NoSpan {
        /// The annotation.
        id: Id,
    },
    /// A confidence outside 0 to 1.
    #[error("The confidence of the annotation {id} is not between 0 and 1.")]
    BadConfidence {
        /// The annotation.
        id: Id,
    },
    /// A text that carries marks would change.
    #[error("The text of document {id} cannot change while marks lie on it.")]
    TextInUse {
        /// The document.
        id: Id,
    },
    /// A tag (or document version) that is its own ancestor.
    #[error("The {kind} {id} would stand above itself.")]
    Cycle {
        /// The kind.
        kind: Kind,
        /// The record.
        id: Id,
    },
    /// An unknown field with the name of a known one: the file could not be
    /// read again.
    #[error(
        "The {kind} {id} has an extra field named {field}, which is the name of one of its own fields."
    )]
    ReservedField {
        /// The kind.
        kind: Kind,
        /// The record.
        id: Id,
        /// The field.
        field: String,
    },
    /// The transaction's author is unknown.
    #[error("The change is signed by the analyst {id}, who is not in the project.")]
    UnknownAnalyst {
        /// The analyst.
        id: Id,
    },
    /// The project's own record would go.
    #[error("A project cannot lose its own name and description.")]
    AboutDeleted,
}
