//! What the program knows by heart: places, names, people, ordinary words and
//! the hand-written lists, as automata inside the program.
//!
//! Here lives how those are packed and looked up. Not here: what a match means
//! for a text (the recognisers). Sources, versions and licences are in
//! assets/data/README.md; the text files there are turned into the automata by
//! `HASHIYA_BLESS=1 cargo test --test suite data_`, and a test compares them.
//!
//! **Invariant:** nothing is read, copied or built when the data are first
//! used: an automaton is walked where it lies in the program.

pub mod compile;
mod error;
pub mod listed;
pub mod lists;
pub mod names;
pub mod people;
pub mod phrases;
pub mod places;
pub mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

pub use compile::{Compiled, Country, phrase_key};
pub use error::{LineError, Problem};
pub use listed::{Listed, ListedEntry, Lists};
pub use lists::{Entry, Form, Table};
pub use names::{NameWord, Names, Spelling};
pub use people::{FullName, People};
pub use phrases::{Keys, PhraseMap};
pub use places::{Place, PlaceClass, PlaceName, Places};
pub use words::{Ordinary, Words};

/// The bytes of one file of assets/data.
macro_rules! bundled {
    ($file:literal) => {
        include_bytes!(concat!("../../../assets/data/", $file))
    };
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let map = Cow::Borrowed(&bundled!("places.fst")[..]);
    let details = Cow::Borrowed(&bundled!("places.bin")[..]);
    ready(Places::new(map, details))
});

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let map = Cow::Borrowed(&bundled!("names.fst")[..]);
    let details = Cow::Borrowed(&bundled!("names.bin")[..]);
    ready(Names::new(map, details))
});

static PEOPLE: LazyLock<People> = LazyLock::new(|| {
    let map = Cow::Borrowed(&bundled!("people.fst")[..]);
    let details = Cow::Borrowed(&bundled!("people.bin")[..]);
    ready(People::new(map, details))
});

static WORDS: LazyLock<Words> =
    LazyLock::new(|| ready(Words::new(Cow::Borrowed(&bundled!("words.fst")[..]))));

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let map = Cow::Borrowed(&bundled!("lists.fst")[..]);
    let details = Cow::Borrowed(&bundled!("lists.bin")[..]);
    ready(Lists::new(map, details))
});

/// The bundled files are part of the program and tested with it: one that is
/// no automaton is a broken build, which no caller could do anything about.
fn ready<T>(data: Option<T>) -> T {
    match data {
        Some(data) => data,
        None => unreachable!("a bundled automaton is broken: make the data anew"),
    }
}

/// Countries, regions, towns, rivers, seas.
pub fn places() -> &'static Places {
    &PLACES
}

/// Words of personal names.
pub fn names() -> &'static Names {
    &NAMES
}

/// Full names of people.
pub fn people() -> &'static People {
    &PEOPLE
}

/// The bundled hand-written lists.
pub fn lists() -> &'static Lists {
    &LISTS
}

/// Ordinary words.
pub fn words() -> &'static Words {
    &WORDS
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod probes;
