//! From a text to its suggestions.

use super::recognisers::addresses;
use super::{Learned, Suggestion};
use crate::model::Id;
use jiff::civil::Date;

/// What a text is read with.
#[derive(Copy, Clone, Debug)]
pub struct Context<'a> {
    /// What the project has learned.
    pub learned: &'a Learned,
    /// The document the text belongs to, for what was rejected in it alone.
    pub document: Option<&'a Id>,
    /// The document's own date, which relative dates count from.
    pub date: Option<Date>,
}

/// The suggestions for a text, sorted by start and then the longer first.
pub fn suggest(text: &str, context: &Context<'_>) -> Vec<Suggestion> {
    let _ = context;
    addresses::find(text)
}
