//! Suggestions under review: what is suggested where, and what a person says
//! to it.
//!
//! Lives here: the suggestions of each document that are worth showing
//! (`board`, `pages`, `list`, `following`), the work of finding them, handed out as values without threads
//! (`jobs`), the one that is being looked at (`review`, `borders`, `same_as`),
//! steps over many (`bulk`), whose mention an accepted mark is (`linking`), and
//! the rows of the table (`commands`). Not here: how suggestions are found (entities), and
//! threads (ui).
//!
//! **Invariant:** a suggestion is no record. What is accepted or rejected goes
//! through [`Workbench::commit`](super::Workbench::commit) as one step of the
//! history; what is shown follows from the project, so undo restores it.

mod board;
mod borders;
mod bulk;
pub(super) mod commands;
mod following;
mod jobs;
mod judging;
mod linking;
mod list;
mod pages;
mod review;
mod same_as;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub(super) use board::Board;
pub(super) use borders::Edge;
pub use bulk::{BulkPlace, BulkPreview, BulkSurface};
pub use jobs::{SuggestionJob, SuggestionResult};
pub(super) use linking::Linker;
pub use list::Suggestions;

use crate::entities::{Suggestion, Type};

/// Which suggestions are shown and stepped through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SuggestionFilter {
    /// Only these types; all without any.
    pub kinds: Option<BTreeSet<Type>>,
    /// Only those at least this sure, from 0 to 1.
    pub at_least: f32,
    /// Only those that are shown solid.
    pub solid_only: bool,
}

impl SuggestionFilter {
    fn lets_through(&self, suggestion: &Suggestion) -> bool {
        suggestion.confidence >= self.at_least
            && (!self.solid_only || suggestion.source.is_solid())
            && self
                .kinds
                .as_ref()
                .is_none_or(|kinds| kinds.contains(&suggestion.kind))
    }
}
