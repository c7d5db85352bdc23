//! What can be computed over texts and projects: search, concordance, claims.
//!
//! Here: answers that are read from a text and change nothing. Not here: what
//! a word, a sentence or a spelling is (language), and how a hit is shown.
//!
//! **Invariant:** reads only. Every span in an answer fits the text it was
//! asked of: bytes, end exclusive, on character boundaries.

pub mod agreement;
pub mod alignment;
pub mod card;
pub mod claims;
pub mod concordance;
pub mod guideline;
pub mod hues;
pub mod occurrences;
mod query;
pub mod score;
pub mod search;
mod searchable;

pub use card::{Alias, Card, DateFacts, Manner, Subject, aliases, card};
pub use claims::{Claim, Evidence, claims, counted_key};
pub use concordance::{Line, concordance};
pub use occurrences::{Names, Occurrence, occurrences};
pub use query::{Query, QueryError};
pub use search::{Hit, Likeness, find, hits, looser};
pub use searchable::Searchable;
