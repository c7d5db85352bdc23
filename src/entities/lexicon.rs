//! Everything known before a text is read: data, lists, cue words.
//!
//! Here: one place to ask for a word or a phrase. Not here: how the data are
//! packed (data).

use super::Canonical;
use super::cues::{Cues, rows};
use super::data::{self, Ordinary, PlaceName};
use super::lists::{Entry, Lists};
use super::nisba::Nisba;
use crate::language::{Level, key, readings};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// How a word serves in names of people.
#[derive(Copy, Clone, Default, Debug)]
pub(super) struct NameUse {
    pub(super) given: bool,
    pub(super) family: bool,
    pub(super) named: bool,
    pub(super) foreign: bool,
}

/// A word of the hand-written list of name parts.
#[derive(Copy, Clone, Default, Debug)]
pub(super) struct NamePart {
    given: bool,
    family: bool,
    ambiguous: bool,
}

/// How sure it is that a word is an ordinary one.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(super) enum Ordinariness {
    /// No dictionary has it.
    #[default]
    No,
    /// Only after taking something off.
    Derived,
    /// It stands in a dictionary.
    Dictionary,
}

/// Cue words, adjectives of belonging, hand lists and the big data sets.
pub(super) struct Lexicon {
    pub(super) cues: Cues,
    pub(super) nisba: Nisba,
    pub(super) lists: Lists,
    name_parts: HashMap<String, NamePart>,
}

static BUNDLED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    cues: Cues::bundled(),
    nisba: Nisba::bundled(),
    lists: Lists::bundled(),
    name_parts: name_parts(),
});

/// `word, role, origin, Latin`; a `?` after the word: also an ordinary word.
fn name_parts() -> HashMap<String, NamePart> {
    let mut parts: HashMap<String, NamePart> = HashMap::new();
    for row in rows(NAME_PARTS) {
        let [word, role, ..] = row.as_slice() else {
            continue;
        };
        let part = parts
            .entry(key(word.trim_end_matches('?'), Level::Letters))
            .or_default();
        part.given |= matches!(*role, "given" | "both");
        part.family |= matches!(*role, "family" | "both");
        part.ambiguous |= word.ends_with('?');
    }
    parts
}

const NAME_PARTS: &str = include_str!("../../assets/data/lists/name-parts.tsv");

impl Lexicon {
    /// What the program ships with.
    pub(super) fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// How sure it is that a folded word, or one of its readings, is an
    /// ordinary word.
    pub(super) fn ordinary(&self, word: &str) -> Ordinariness {
        let mut best = Ordinariness::No;
        for reading in readings(word) {
            let rest = reading.rest(word);
            let of_rest = if reading.restored.is_empty() {
                self.ordinary_stem(rest)
            } else {
                self.ordinary_stem(&format!("{}{rest}", reading.restored))
            };
            best = best.max(if reading.cut == 0 {
                of_rest
            } else {
                of_rest.min(Ordinariness::Derived)
            });
            if best == Ordinariness::Dictionary {
                break;
            }
        }
        best
    }

    fn ordinary_stem(&self, word: &str) -> Ordinariness {
        match data::words().ordinary(word) {
            Some(Ordinary::Function | Ordinary::Noun | Ordinary::Verb) => Ordinariness::Dictionary,
            Some(Ordinary::Derived) => Ordinariness::Derived,
            None if is_inflected(word) => Ordinariness::Derived,
            None => Ordinariness::No,
        }
    }

    /// How a folded word serves as a name.
    pub(super) fn name(&self, word: &str, ordinary: Ordinariness) -> NameUse {
        let part = self.name_parts.get(word);
        let Some(name) = data::names().get(word) else {
            return NameUse {
                given: part.is_some_and(|part| part.given && !part.ambiguous),
                family: part.is_some_and(|part| part.family && !part.ambiguous),
                named: part.is_some(),
                foreign: part.is_some(),
            };
        };
        let listed = part.is_some_and(|part| !part.ambiguous);
        let foreign = part.is_some() || (name.is_foreign() && name.people() < 60);
        if ordinary == Ordinariness::Dictionary {
            NameUse {
                given: name.given() >= 15,
                family: name.family() >= 8,
                named: true,
                foreign,
            }
        } else {
            NameUse {
                given: name.given() >= 3 || name.is_foreign() || listed,
                family: name.family() >= 3
                    || name.unplaced() >= 3
                    || name.is_foreign()
                    || name.given() >= 8
                    || listed,
                named: true,
                foreign,
            }
        }
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

/// Endings of inflected words, and what stands in the dictionary instead.
const INFLECTIONS: [(&str, &str); 14] = [
    ("ية", ""),
    ("تين", "ة"),
    ("تان", "ة"),
    ("تا", "ة"),
    ("تها", "ة"),
    ("تهم", "ة"),
    ("ته", "ة"),
    ("ين", ""),
    ("ون", ""),
    ("ات", ""),
    ("ات", "ة"),
    ("ة", ""),
    ("ه", ""),
    ("ا", ""),
];

/// Whether a folded word is an inflected form: a future with س, a feminine, a
/// dual or plural, one with a pronoun. Only what a dictionary then has counts.
fn is_inflected(word: &str) -> bool {
    let words = data::words();
    if let Some(rest) = word.strip_prefix('س')
        && rest.starts_with(['ي', 'ت', 'ن', 'ا'])
        && words.is_word(rest)
    {
        return true;
    }
    INFLECTIONS.iter().any(|(ending, instead)| {
        word.strip_suffix(ending).is_some_and(|stem| {
            stem.chars().count() >= 3
                && matches!(
                    words.ordinary(&format!("{stem}{instead}")),
                    Some(Ordinary::Function | Ordinary::Noun | Ordinary::Verb)
                )
        })
    })
}
