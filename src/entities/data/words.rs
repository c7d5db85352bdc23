//! Ordinary words: is this word one that a dictionary of Arabic has?
//!
//! Source: the stems of Ayaspell's hunspell-ar (MPL-1.1), which has hardly any
//! foreign name, and a list of the closed classes written for Hashiya (CC0). A
//! frequency list would not do: it contains the names that are in the news.
//!
//! Here: the test of one folded word, with light stripping of suffixes. Not
//! here: proclitics, of which a caller has all readings.
//!
//! **Invariant:** a word is tested as it stands; و, ف, ب, ل and ك are never
//! stripped (ال and لل are).

use std::borrow::Cow;

use super::compile::{Compiled, automaton, phrase_key, rows};
use super::error::{LineError, Problem};
use super::phrases::{Keys, PhraseMap};

/// How ordinary a word is, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ordinary {
    /// Particles, pronouns, prepositions and the like, also with clitics.
    Function,
    /// The dictionary form of a noun or adjective, with or without the
    /// article. Many given names are such words (خلف, نجاح).
    Noun,
    /// A form of a verb. Foreign names look like one now and then (كوبر).
    Verb,
    /// Only after taking off a suffix, or a participle made by pattern: the
    /// weakest evidence (ماكرون reads as ماكر + ون).
    Derived,
}

const NOUN: u64 = 1;
const VERB: u64 = 2;
const PARTICLE: u64 = 4;
const CLOSED: u64 = 8;
const STOP: u64 = 16;

/// Pronouns and endings, longest first.
const SUFFIXES: [&str; 20] = [
    "تهم", "تها", "هما", "ها", "هم", "هن", "كم", "نا", "ات", "ون", "ين", "ان", "ية", "ته", "وا",
    "تي", "ه", "ي", "ا", "ت",
];

/// The dictionary.
#[derive(Debug)]
pub struct Words {
    stems: PhraseMap,
}

impl Words {
    /// The words of the compiled bytes; `None` if they are broken.
    pub(crate) fn new(map: Cow<'static, [u8]>) -> Option<Self> {
        let stems = PhraseMap::new(map, Keys::Letters)?;
        Some(Self { stems })
    }

    /// The words of a list just compiled; `None` if it is broken.
    pub fn from_compiled(compiled: Compiled) -> Option<Self> {
        Self::new(Cow::Owned(compiled.map))
    }

    /// How many stems there are.
    pub fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether there is no stem.
    pub fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    /// Whether a folded word is an ordinary word, by any evidence.
    pub fn is_word(&self, folded: &str) -> bool {
        self.ordinary(folded).is_some()
    }

    /// Whether a folded word is a particle, pronoun, preposition or another
    /// word of the closed classes.
    pub fn is_stopword(&self, folded: &str) -> bool {
        self.stem(folded) == Some(Ordinary::Function)
    }

    /// How ordinary a folded word is; `None` for a word that the dictionary
    /// does not have.
    pub fn ordinary(&self, folded: &str) -> Option<Ordinary> {
        let bare = without_article(folded);
        let whole = self.stem(folded);
        let found = match bare.and_then(|bare| self.stem(bare)) {
            // After the article only a noun is the noun it looks like.
            Some(Ordinary::Noun) => Some(whole.unwrap_or(Ordinary::Noun)),
            Some(_) => Some(whole.unwrap_or(Ordinary::Derived)),
            None => whole,
        };
        found.or_else(|| {
            let is_derived = |form| self.is_inflected(form) || self.is_participle(form);
            (is_derived(folded) || bare.is_some_and(is_derived)).then_some(Ordinary::Derived)
        })
    }

    fn classes(&self, folded: &str) -> u64 {
        self.stems.get(folded).unwrap_or(0)
    }

    fn stem(&self, form: &str) -> Option<Ordinary> {
        let classes = self.classes(form);
        if classes & STOP != 0 {
            Some(Ordinary::Function)
        } else if classes & NOUN != 0 {
            Some(Ordinary::Noun)
        } else if classes & VERB != 0 {
            Some(Ordinary::Verb)
        } else {
            (classes != 0).then_some(Ordinary::Function)
        }
    }

    /// A stem of three letters or more and a suffix (ة of the stem turned
    /// into ت or lost: سيارتها, مدرسين).
    fn is_inflected(&self, form: &str) -> bool {
        SUFFIXES.iter().any(|suffix| {
            form.strip_suffix(suffix).is_some_and(|stem| {
                stem.chars().count() >= 3
                    && (self.classes(stem) != 0 || self.stems.get_joined(stem, "ة").is_some())
            })
        })
    }

    /// An active or passive participle of a verb of three letters: قائم of
    /// قام, كاتب and مكتوب of كتب.
    fn is_participle(&self, form: &str) -> bool {
        let form = form.strip_suffix('ة').unwrap_or(form);
        let letters: Vec<char> = form.chars().collect();
        let root: [char; 3] = match *letters.as_slice() {
            [first, 'ا', 'ي', third] => [first, 'ا', third],
            [first, 'ا', second, third] | ['م', first, second, 'و', third] => {
                [first, second, third]
            }
            _ => return false,
        };
        self.classes(&String::from_iter(root)) & VERB != 0
    }
}

/// The word without ال; for لل…, without the preposition and the article.
fn without_article(folded: &str) -> Option<&str> {
    let bare = folded
        .strip_prefix("ال")
        .or_else(|| folded.strip_prefix("لل"))?;
    (bare.chars().count() >= 2).then_some(bare)
}

/// Compiles words.txt: a stem, a tab, its classes (n, v, t, s, q).
pub fn compile(text: &str) -> Result<Compiled, LineError> {
    let mut entries = Vec::new();
    for (line, row) in rows(text) {
        let Some((stem, classes)) = row.split_once('\t') else {
            return Err(LineError::new(
                line,
                Problem::Cells {
                    found: 1,
                    wanted: 2,
                },
            ));
        };
        let mut bits = 0;
        for class in classes.chars() {
            bits |= match class {
                'n' => NOUN,
                'v' => VERB,
                't' => PARTICLE,
                's' => CLOSED,
                'q' => STOP,
                _ => {
                    return Err(LineError::new(
                        line,
                        Problem::Unknown {
                            what: "class of word",
                            value: class.to_string(),
                        },
                    ));
                }
            };
        }
        let phrase = phrase_key(stem);
        if phrase.is_empty() {
            return Err(LineError::new(line, Problem::NoLetters(stem.to_owned())));
        }
        entries.push((phrase, bits));
    }
    Ok(Compiled {
        map: automaton(entries)?,
        details: Vec::new(),
    })
}
