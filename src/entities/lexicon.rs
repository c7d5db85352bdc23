//! Everything known before a text is read: data, lists, cue words.
//!
//! Here: one place to ask for a word or a phrase. Not here: how the data are
//! packed (data).

use super::Canonical;
use super::cues::{Cues, rows};
use super::data::listed::Listed;
use super::data::{self, Ordinary, PlaceName};
use super::nisba::Nisba;
use crate::language::{Level, key, readings};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// How a word serves in names of people.
#[derive(Copy, Clone, Default, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each asked for by its name"
)]
pub(super) struct NameUse {
    pub(super) given: bool,
    pub(super) family: bool,
    pub(super) named: bool,
    pub(super) foreign: bool,
    pub(super) givens: u8,
    pub(super) families: u8,
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
    name_parts: HashMap<String, NamePart>,
}

static BUNDLED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    cues: Cues::bundled(),
    nisba: Nisba::bundled(),
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

const NAME_PARTS: &str = include_str!("../../assets/data/cues/name-parts.tsv");

#[allow(
    clippy::unused_self,
    reason = "the big data sets are bundled; callers need not know which part is"
)]
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

    /// Whether only what is left after clitics is an ordinary word.
    pub(super) fn is_prefixed(&self, word: &str) -> bool {
        self.ordinary_stem(word) == Ordinariness::No
    }

    fn ordinary_stem(&self, word: &str) -> Ordinariness {
        // The hand list of name parts marks those that are ordinary words too.
        if self
            .name_parts
            .get(word)
            .is_some_and(|part| !part.ambiguous)
        {
            return Ordinariness::No;
        }
        match data::words().ordinary(word) {
            Some(Ordinary::Function | Ordinary::Noun | Ordinary::Verb) => Ordinariness::Dictionary,
            Some(Ordinary::Derived) => Ordinariness::Derived,
            None if is_inflected(word) || is_imperfect(word) => Ordinariness::Derived,
            None => Ordinariness::No,
        }
    }

    /// How a folded word serves as a name.
    pub(super) fn name(&self, word: &str, ordinary: Ordinariness) -> NameUse {
        let part = self.name_parts.get(word).copied().unwrap_or_default();
        let listed = (part.given || part.family) && !part.ambiguous;
        let Some(name) = data::names().get(word) else {
            return NameUse {
                given: part.given && !part.ambiguous,
                family: part.family && !part.ambiguous,
                named: part.given || part.family,
                foreign: part.given || part.family,
                givens: 0,
                families: 0,
            };
        };
        let (givens, families) = (name.given(), name.family().max(name.unplaced()));
        let (given, family) = match ordinary {
            Ordinariness::Dictionary => (givens >= 15, families >= 8),
            Ordinariness::Derived => (
                givens >= 8 || listed,
                families >= 5 || givens >= 15 || listed,
            ),
            Ordinariness::No => (
                givens >= 3 || name.is_foreign() || listed,
                families >= 3 || name.is_foreign() || givens >= 8 || listed,
            ),
        };
        NameUse {
            given,
            family,
            named: true,
            foreign: (part.given || part.family || name.is_foreign())
                && !ARAB_COUNTRIES.contains(&data::names().country(word).to_string().as_str()),
            givens,
            families,
        }
    }

    /// The longest entry of the hand lists at the head of the folded words.
    pub(super) fn list(&self, words: &[&str]) -> Option<(usize, Listed)> {
        data::lists().longest(words.iter().copied())
    }

    /// The thing a listed name is.
    pub(super) fn list_canonical(&self, listed: Listed) -> Canonical {
        let (id, name, english) = data::lists().brief(listed);
        Canonical {
            id: Arc::from(id),
            name: Arc::from(name),
            latin: english.map(Arc::from),
        }
    }

    /// Whether an acronym of the entry is written just so, or in capitals.
    pub(super) fn has_acronym(&self, listed: Listed, written: &str) -> bool {
        let entry = data::lists().entry(listed);
        let mut forms = entry.acronyms.iter().chain(&entry.english);
        forms.any(|form| *form == written) || written.chars().all(|c| !c.is_lowercase())
    }

    /// Whether a word is a verb, or a noun with a pronoun: أودى, بيتك.
    pub(super) fn reads_as_clause(&self, word: &str) -> bool {
        let words = data::words();
        words.ordinary(word) == Some(Ordinary::Verb)
            || word.strip_suffix('ت').is_some_and(|stem| {
                stem.chars().count() == 3 && words.ordinary(stem) == Some(Ordinary::Verb)
            })
            || word.strip_suffix('ك').is_some_and(|stem| {
                stem.chars().count() >= 3 && words.ordinary(stem) == Some(Ordinary::Noun)
            })
    }

    /// The name of the list that has a listed name (`actors`).
    pub(super) fn list_name(&self, listed: Listed) -> &'static str {
        data::lists().list_name(listed)
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

/// Whether a folded word looks like an imperfect verb (يلوح) whose stem is
/// an ordinary word.
fn is_imperfect(word: &str) -> bool {
    word.strip_prefix(['ي', 'ت']).is_some_and(|stem| {
        stem.chars().count() >= 3
            && matches!(
                data::words().ordinary(stem),
                Some(Ordinary::Noun | Ordinary::Verb)
            )
    })
}

/// Countries whose people mostly have Arabic names (ISO 3166).
const ARAB_COUNTRIES: [&str; 20] = [
    "EG", "SA", "IQ", "SY", "LB", "JO", "PS", "YE", "SD", "LY", "TN", "DZ", "MA", "AE", "KW", "QA",
    "BH", "OM", "MR", "SO",
];

/// Endings of inflected words, and what stands in the dictionary instead.
const INFLECTIONS: [(&str, &str); 22] = [
    ("ايي", "اء"),
    ("ايية", "اء"),
    ("ية", ""),
    ("تين", "ة"),
    ("تان", "ة"),
    ("تا", "ة"),
    ("اتها", "ة"),
    ("اتهم", "ة"),
    ("اته", "ة"),
    ("ك", ""),
    ("كم", ""),
    ("نا", ""),
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
            let whole = format!("{stem}{instead}");
            stem.chars().count() >= 3
                && match words.ordinary(&whole) {
                    Some(Ordinary::Function | Ordinary::Noun | Ordinary::Verb) => true,
                    Some(Ordinary::Derived) => word.starts_with("ال"),
                    None => false,
                }
        })
    })
}
