//! Entities across documents: who is mentioned where, and by which names.
//!
//! Lives here: the index of mentions (`registry`), finding an entity by typing
//! (`search`) or by what names have in common (`suggesting`, `duplicates`),
//! linking marks (`linking`), merging and splitting (`merging`), what is known
//! of an entity (`editing`, `identifier`), going from mention to mention
//! (`following`), and the rows of the table (`commands`). Not here: which names
//! are alike (entities), and how a suggestion that is accepted finds its entity
//! (suggestions).
//!
//! **Invariant:** the index is never the truth: it follows the project edit by
//! edit, and every change is one [`Workbench::commit`](super::Workbench::commit).

pub(super) mod commands;
mod duplicates;
mod editing;
mod following;
pub mod identifier;
mod linking;
mod merging;
mod registry;
mod search;
mod suggesting;
#[cfg(test)]
mod tests;

pub use duplicates::Duplicate;
pub use editing::{EntityChange, Surface};
pub use linking::Reach;
pub use merging::SplitTo;
pub use registry::{NameKey, Owner, Registry, Spot, Stand, Unlinked};
pub use suggesting::{Likeness, Offer};
