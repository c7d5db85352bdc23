//! What can be suggested in a text: names, titles, dates, numbers, each with
//! the reason it was found for.
//!
//! Here: word lists, patterns, cue words, the learned dictionary, and how
//! their findings are put together. Text and what the project has learned in,
//! suggestions out. Not here: what Arabic spelling is (language), and what
//! becomes of a suggestion (command).
//!
//! **Invariant:** a suggestion is never a record. Suggestions of one text may
//! be nested in one another and never cross.

pub mod alike;
mod bare;
mod candidate;
mod cues;
mod cutting;
pub mod data;
mod engine;
mod kind;
pub mod learned;
mod lexicon;
mod link;
mod nisba;
mod own;
mod page;
mod recognisers;
mod resolve;
mod shared_names;
mod suggestion;
mod tokens;

pub use bare::{bare_name, bare_word};
pub use cutting::{Cutting, cutting};
pub use engine::{Context, suggest};
pub use kind::{Source, Type};
pub use learned::Learned;
pub use own::OwnList;
pub use shared_names::SharedNames;
pub use suggestion::{Canonical, Reason, Suggestion};
