//! Everything known before a text is read: data, lists, cue words.
//!
//! Here: one place to ask for a word or a phrase. Not here: how the data are
//! packed (data).

use super::Canonical;
use super::cues::Cues;
use super::data::{self, PlaceName};
use super::lists::{Entry, Lists};
use super::nisba::Nisba;
use std::sync::{Arc, LazyLock};

/// Cue words, adjectives of belonging, hand lists and the big data sets.
pub(super) struct Lexicon {
    pub(super) cues: Cues,
    pub(super) nisba: Nisba,
    pub(super) lists: Lists,
}

static BUNDLED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    cues: Cues::bundled(),
    nisba: Nisba::bundled(),
    lists: Lists::bundled(),
});

impl Lexicon {
    /// What the program ships with.
    pub(super) fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Whether a folded word is an ordinary word of a dictionary.
    pub(super) fn is_word(&self, word: &str) -> bool {
        data::words().is_word(word)
    }

    pub(super) fn is_given(&self, word: &str) -> bool {
        data::names()
            .get(word)
            .is_some_and(|name| name.is_given() || name.is_foreign())
    }

    pub(super) fn is_family(&self, word: &str) -> bool {
        data::names()
            .get(word)
            .is_some_and(|name| name.is_family() || name.is_foreign() || name.unplaced() > 1)
    }

    /// The longest entry of the hand lists at the head of the folded words.
    pub(super) fn list(&self, words: &[&str]) -> Option<(usize, &Entry)> {
        self.lists.longest(words)
    }

    /// The longest place of the gazetteer.
    pub(super) fn place(&self, words: &[&str]) -> Option<(usize, PlaceName)> {
        data::places().longest(words.iter().copied())
    }

    /// The thing a place of the gazetteer is.
    pub(super) fn place_canonical(&self, place: PlaceName) -> Option<Canonical> {
        let place = data::places().place(place)?;
        Some(Canonical {
            id: Arc::from(format!("place:{}/{}", place.country, place.latin)),
            name: Arc::from(place.arabic),
            latin: Some(Arc::from(place.latin)),
        })
    }

    /// The longest full name of a person: words, its name in Latin letters,
    /// and whether the phrase may be an ordinary one.
    pub(super) fn person(&self, words: &[&str]) -> Option<(usize, &str, bool)> {
        let people = data::people();
        let (count, name) = people.longest(words.iter().copied())?;
        Some((count, people.latin(name), name.is_ordinary()))
    }
}
