//! What is found by typing a part of its name: commands, tags, entities and
//! documents, in either language and any spelling.
//!
//! Lives here: what there is to be found ([`index`]), how well a name fits
//! ([`rank`]), the tags for the picker ([`tags`]), everything for the palette
//! ([`palette`]), and why a command cannot be run ([`reasons`]). Does not live
//! here: finding words in texts.
//!
//! **Invariant:** names are folded when a list is opened, and only those that
//! were not known; what is typed is compared with folded names alone.

mod index;
mod palette;
mod rank;
mod reasons;
mod tags;

pub(super) use index::Finder;
pub use palette::{Found, FoundKind, Prefix};

use crate::language::{Level, key};

/// Whether one of several names (or several together) holds all words that
/// were typed, in any spelling.
pub fn name_fits(typed: &str, names: &[String]) -> bool {
    let typed = name_key(typed);
    let mut words = typed.split_whitespace().peekable();
    if words.peek().is_none() {
        return true;
    }
    let names: Vec<String> = names.iter().map(|name| name_key(name)).collect();
    words.all(|word| names.iter().any(|name| name.contains(word)))
}

/// A name without what spelling may differ in: marks, tatweel, hamza, ya, ta
/// marbuta, case.
fn name_key(name: &str) -> String {
    let mut key = key(name.trim(), Level::Letters);
    if key.contains('ة') {
        key = key.replace('ة', "ه");
    }
    key
}
