//! What a project is: values, and the one way to change them.
//!
//! Here live the records (documents, marks, tags, entities, notes …), spans
//! and their units, transactions, undo and the index that finds marks by
//! place. Not here: files, encodings, layout, search, and anything that asks
//! the clock or draws a random number; both come in as parameters.
//!
//! **Invariant:** a [`Project`] changes only through [`Project::apply`], which
//! checks the whole transaction first; so every reference in a project leads
//! to a record, and every span lies on character boundaries of its document.

mod annotation;
mod attribute;
mod check;
mod codebook;
mod decision;
mod details;
mod document;
mod entity;
mod error;
mod history;
mod id;
mod interval;
pub mod notation;
mod offsets;
mod project;
mod record;
mod shared_value;
mod span;
mod tagset;
pub(crate) mod text_value;
mod transaction;

pub use annotation::{Annotation, Note, Origin, Relation};
pub use attribute::{Attribute, AttributeKind, Choice, Ends, Overlap, Unfit};
pub use codebook::{About, Analyst, Pattern, Role, Tag, TagKind};
pub use decision::{Decision, Verdict};
pub use details::{Details, Kept};
pub use document::{
    Bead, ChosenDirection, Document, DocumentDirection, DocumentState, ParagraphDirection,
    Parallel, Reliability,
};
pub use entity::Entity;
pub use error::ModelError;
pub use history::History;
pub use id::Id;
pub use offsets::OffsetTable;
pub use project::{Counts, Project};
pub use record::{Kind, Record};
pub use span::Span;
pub use tagset::default_tags;
pub use transaction::{Edit, Transaction};

/// A moment, written as RFC 3339 in UTC.
pub type Timestamp = jiff::Timestamp;

/// Fields this version does not know, kept so that they survive a round trip.
pub type Extra = std::collections::BTreeMap<String, serde_json::Value>;
