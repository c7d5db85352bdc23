//! A text as the recognisers see it: tokens with what is known of each word.
//!
//! Here: the questions the rules ask again and again. Not here: any rule.
//!
//! **Invariant:** token numbers beyond the end are no words and no marks.

use super::cues::{class, without_article};
use super::lexicon::{Lexicon, Ordinariness};
use super::tokens::{Shape, Tokens};
use crate::language::clitics::readings;
use crate::language::letters::{TATWEEL, is_mark};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// Most words of a name that are looked up together.
pub(super) const LONGEST_NAME: usize = 12;

/// What is known of a word as it stands, clitics and all.
#[derive(Copy, Clone, Default, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each asked for by its name"
)]
pub(super) struct Facts {
    /// Bits of [`class`] of the word without article.
    pub(super) classes: u32,
    pub(super) definite: bool,
    /// A dictionary has it as it stands.
    pub(super) ordinary: bool,
    /// A dictionary has it, or what remains of it after taking clitics or
    /// endings off.
    pub(super) derived: bool,
    /// A list of personal names has it: as a given name, as a family name.
    pub(super) given: bool,
    pub(super) family: bool,
    /// It is an ordinary word only after taking clitics off.
    pub(super) prefixed: bool,
    /// Some list of names has it, however seldom.
    pub(super) named: bool,
    /// How many people have it as a given name, and as a family name, in the
    /// data (up to 255 each).
    pub(super) givens: u8,
    pub(super) families: u8,
    /// It is in the lists of names from other languages only.
    pub(super) foreign: bool,
    /// An adjective of nationality or belonging.
    pub(super) nisba: bool,
}

/// A reading of a word: clitics and the rest.
#[derive(Clone, Debug)]
pub(super) struct Form<'a> {
    pub(super) cut: usize,
    pub(super) key: Cow<'a, str>,
}

/// The words of a phrase from some token on.
pub(super) struct Phrase<'a> {
    pub(super) keys: Vec<&'a str>,
    pub(super) tokens: Vec<usize>,
}

/// A text being read.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Tokens,
    pub(super) lexicon: &'a Lexicon,
    facts: Vec<Facts>,
    /// What is known of words already asked for: they come again and again.
    known: RefCell<HashMap<Box<str>, Facts>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        let tokens = Tokens::new(text);
        let mut page = Self {
            text,
            tokens,
            lexicon,
            facts: Vec::new(),
            known: RefCell::default(),
        };
        page.facts = (0..page.tokens.len())
            .map(|index| match page.tokens.shape(index) {
                Shape::Arabic => page.facts_of(page.tokens.key(index)),
                _ => Facts::default(),
            })
            .collect();
        page
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn key(&self, index: usize) -> &str {
        self.tokens.key(index)
    }

    pub(super) fn facts(&self, index: usize) -> Facts {
        self.facts.get(index).copied().unwrap_or_default()
    }

    /// What is known of any word, given folded.
    pub(super) fn facts_of(&self, word: &str) -> Facts {
        if let Some(facts) = self.known.borrow().get(word) {
            return *facts;
        }
        let facts = facts_of(self.lexicon, word);
        self.known.borrow_mut().insert(Box::from(word), facts);
        facts
    }

    pub(super) fn has(&self, index: usize, class: u32) -> bool {
        self.facts(index).classes & class != 0
    }

    pub(super) fn is_stop(&self, index: usize) -> bool {
        self.has(index, class::STOP)
    }

    /// The readings of a word, the whole word first.
    pub(super) fn forms(&self, index: usize) -> impl Iterator<Item = Form<'_>> {
        let word = if self.tokens.is_arabic(index) {
            self.key(index)
        } else {
            ""
        };
        readings(word).map(move |reading| {
            let rest = reading.rest(word);
            Form {
                cut: reading.cut,
                key: if reading.restored.is_empty() {
                    Cow::Borrowed(rest)
                } else {
                    Cow::Owned(format!("{}{rest}", reading.restored))
                },
            }
        })
    }

    /// The phrase that begins with `first` in place of the word `index`.
    pub(super) fn phrase<'p>(&'p self, index: usize, first: &'p str) -> Phrase<'p> {
        let mut phrase = Phrase {
            keys: Vec::with_capacity(LONGEST_NAME),
            tokens: Vec::with_capacity(LONGEST_NAME),
        };
        phrase.keys.push(first);
        phrase.tokens.push(index);
        let mut at = index;
        while phrase.keys.len() < LONGEST_NAME {
            let Some(next) = self.tokens.following(at) else {
                break;
            };
            // A name that begins inside quotation marks ends there.
            if self
                .tokens
                .partner(at + 1)
                .is_some_and(|opener| opener < index)
            {
                break;
            }
            phrase.keys.push(self.key(next));
            phrase.tokens.push(next);
            at = next;
        }
        phrase
    }

    /// The last token of a span that begins at `first` and whose last word is
    /// `last`: a quotation mark that closes what was opened inside is taken
    /// in.
    pub(super) fn with_closing_quote(&self, first: usize, last: usize) -> usize {
        let next = last + 1;
        match self.tokens.partner(next) {
            Some(opener) if opener > first && opener < last => next,
            _ => last,
        }
    }

    /// Whether the word is an adjective with article that may belong to a
    /// name: of nationality, of the list, or any in ـي and ـية.
    pub(super) fn is_definite_adjective(&self, index: usize) -> bool {
        let facts = self.facts(index);
        facts.definite && is_adjective(facts, without_article(self.key(index)))
    }

    /// The words from `at` on that go on as definite adjectives; the last of
    /// them, or `before` if there are none. (`before` is the word they follow.)
    pub(super) fn adjectives_after(&self, before: usize) -> usize {
        let mut last = before;
        while let Some(next) = self.tokens.adjacent(last) {
            if !self.is_definite_adjective(next) || self.has(next, class::OUTSIDE) {
                break;
            }
            last = next;
        }
        last
    }

    /// Whether the word is a definite noun that a name may go on with.
    pub(super) fn is_definite_noun(&self, index: usize) -> bool {
        let facts = self.facts(index);
        self.tokens.is_arabic(index) && facts.definite && facts.classes & class::STOP == 0
    }

    /// Words as they stand in the text, without vowel marks.
    pub(super) fn written(&self, first: usize, cut: usize, last: usize) -> String {
        let span = self.tokens.span(first, cut, last);
        let written = span.of(self.text).unwrap_or_default();
        written
            .chars()
            .filter(|c| !is_mark(*c) && *c != TATWEEL)
            .collect()
    }

    /// Whether the word is written with a nunation (سوريًا, an adjective, not
    /// سوريا, the country).
    pub(super) fn has_nunation(&self, index: usize) -> bool {
        self.tokens
            .span(index, 0, index)
            .of(self.text)
            .is_some_and(|word| word.contains(['\u{064B}', '\u{064C}', '\u{064D}']))
    }

    /// Whether no dictionary and no small class has the word.
    pub(super) fn is_new(&self, index: usize) -> bool {
        let facts = self.facts(index);
        self.tokens.is_arabic(index)
            && !facts.derived
            && facts.classes & (class::STOP | class::SPEECH) == 0
            && self.key(index).chars().count() >= 2
    }
}

fn is_adjective(facts: Facts, bare: &str) -> bool {
    if facts.nisba || facts.classes & class::ADJECTIVE != 0 {
        return true;
    }
    facts.classes & (class::NOT_ADJECTIVE | class::PORTFOLIO) == 0
        && bare.chars().count() >= 5
        && ["ي", "ية", "يه", "يين", "يون"]
            .iter()
            .any(|ending| bare.ends_with(ending))
}

fn facts_of(lexicon: &Lexicon, word: &str) -> Facts {
    let bare = without_article(word);
    // What is a particle without article is none with it (له, الله).
    let classes = if bare.len() == word.len() {
        lexicon.cues.classes(word)
    } else {
        (lexicon.cues.classes(bare) & !class::STOP) | (lexicon.cues.classes(word) & class::STOP)
    };
    let ordinary = lexicon.ordinary(word);
    let name = lexicon.name(word, ordinary);
    Facts {
        classes,
        definite: bare.len() < word.len(),
        ordinary: ordinary == Ordinariness::Dictionary,
        derived: ordinary != Ordinariness::No,
        prefixed: ordinary != Ordinariness::No && lexicon.is_prefixed(word),
        given: name.given,
        family: name.family,
        named: name.named,
        givens: name.givens,
        families: name.families,
        foreign: name.foreign,
        nisba: lexicon.nisba.get(word).is_some(),
    }
}
