//! A map from phrases to numbers, walked word by word.
//!
//! Here: looking up. Not here: what the numbers mean (places, names, people,
//! lists) and how the automata are made (compile).
//!
//! **Invariant:** a phrase matches only as whole words; a lookup allocates
//! nothing and does no work for the words after the last possible one.

use std::borrow::Cow;
use std::fmt;

use fst::raw::{Fst, Output};

/// How the keys of a map are folded beyond
/// [`Level::Letters`](crate::language::Level::Letters).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Not at all: ة and ه are two letters (جدة is a city, جده a grandfather).
    Letters,
    /// ة is read as ه: the keys of personal names, whose source does not tell
    /// the two apart.
    Names,
}

/// Phrases of folded words, joined by one space, each with a number.
pub struct PhraseMap {
    fst: Fst<Cow<'static, [u8]>>,
    keys: Keys,
}

impl fmt::Debug for PhraseMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhraseMap")
            .field("len", &self.len())
            .field("keys", &self.keys)
            .finish_non_exhaustive()
    }
}

impl PhraseMap {
    /// The map in `bytes` (made by [`compile`](super::compile)); `None` if they are
    /// no automaton. Constant time: nothing is read but the head and the foot.
    pub(crate) fn new(bytes: Cow<'static, [u8]>, keys: Keys) -> Option<Self> {
        Fst::new(bytes).ok().map(|fst| Self { fst, keys })
    }

    /// How many phrases there are.
    pub fn len(&self) -> usize {
        self.fst.len()
    }

    /// Whether there is no phrase.
    pub fn is_empty(&self) -> bool {
        self.fst.is_empty()
    }

    /// The number of a phrase, given as its folded words joined by one space.
    pub fn get(&self, phrase: &str) -> Option<u64> {
        let mut walk = Walk::new(self);
        if !walk.feed(phrase) {
            return None;
        }
        walk.value()
    }

    /// The number of the word that `stem` and `ending` make together.
    pub(crate) fn get_joined(&self, stem: &str, ending: &str) -> Option<u64> {
        let mut walk = Walk::new(self);
        if !(walk.feed(stem) && walk.feed(ending)) {
            return None;
        }
        walk.value()
    }

    /// The longest phrase at the head of `words` (folded): how many words it
    /// takes, and its number.
    pub fn longest<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Option<(usize, u64)> {
        self.all(words).last()
    }

    /// Every phrase at the head of `words` (folded), shortest first: how many
    /// words it takes, and its number.
    pub fn all<'m, 'a, I>(&'m self, words: I) -> Matches<'m, I::IntoIter>
    where
        I: IntoIterator<Item = &'a str>,
    {
        Matches {
            walk: Some(Walk::new(self)),
            words: words.into_iter(),
            taken: 0,
        }
    }
}

/// The phrases at the head of some words, shortest first.
#[derive(Debug)]
pub struct Matches<'m, I> {
    walk: Option<Walk<'m>>,
    words: I,
    taken: usize,
}

impl<'a, I: Iterator<Item = &'a str>> Iterator for Matches<'_, I> {
    type Item = (usize, u64);

    fn next(&mut self) -> Option<(usize, u64)> {
        loop {
            let walk = self.walk.as_mut()?;
            let word = self.words.next();
            let goes_on = word.is_some_and(|word| {
                !word.is_empty() && (self.taken == 0 || walk.feed(" ")) && walk.feed(word)
            });
            if !goes_on {
                self.walk = None;
                return None;
            }
            self.taken += 1;
            if let Some(value) = walk.value() {
                return Some((self.taken, value));
            }
        }
    }
}

/// A way through the automaton.
#[derive(Debug)]
struct Walk<'m> {
    map: &'m PhraseMap,
    node: fst::raw::Node<'m>,
    sum: Output,
}

impl<'m> Walk<'m> {
    fn new(map: &'m PhraseMap) -> Self {
        Self {
            map,
            node: map.fst.root(),
            sum: Output::zero(),
        }
    }

    /// Goes on by `text`; whether there is such a way.
    fn feed(&mut self, text: &str) -> bool {
        let names = self.map.keys == Keys::Names;
        let mut bytes = [0; 4];
        text.chars().all(|letter| {
            let letter = if names && letter == 'ة' {
                'ه'
            } else {
                letter
            };
            letter
                .encode_utf8(&mut bytes)
                .bytes()
                .all(|byte| self.step(byte))
        })
    }

    fn step(&mut self, byte: u8) -> bool {
        let Some(index) = self.node.find_input(byte) else {
            return false;
        };
        let transition = self.node.transition(index);
        self.sum = self.sum.cat(transition.out);
        self.node = self.map.fst.node(transition.addr);
        true
    }

    /// The number of the way so far, if it is a phrase.
    fn value(&self) -> Option<u64> {
        self.node
            .is_final()
            .then(|| self.sum.cat(self.node.final_output()).value())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use crate::entities::data::compile::automaton;

    fn map(keys: Keys) -> PhraseMap {
        let phrases = [("دير", 1), ("دير الزور", 2), ("الرقة", 3), ("جده", 4)];
        let bytes = automaton(phrases.map(|(phrase, value)| (phrase.to_owned(), value))).unwrap();
        PhraseMap::new(Cow::Owned(bytes), keys).unwrap()
    }

    #[test]
    fn the_longest_phrase_wins_and_all_are_given() {
        let map = map(Keys::Letters);
        assert_eq!(map.longest(["دير", "الزور", "في"]), Some((2, 2)));
        assert_eq!(map.longest(["دير", "العدس"]), Some((1, 1)));
        assert_eq!(
            map.all(["دير", "الزور"]).collect::<Vec<_>>(),
            [(1, 1), (2, 2)]
        );
        assert_eq!(map.longest(["الزور"]), None);
    }

    #[test]
    fn a_part_of_a_word_is_no_match() {
        let map = map(Keys::Letters);
        assert_eq!(map.longest(["ديري"]), None);
        assert_eq!(map.longest(["دي", "ر"]), None);
        assert_eq!(map.get("دير الز"), None);
        assert_eq!(map.get("دير الزور"), Some(2));
        assert_eq!(map.longest([""]), None);
        assert_eq!(map.longest(std::iter::empty()), None);
    }

    #[test]
    fn ta_marbuta_is_ha_in_names_only() {
        assert_eq!(map(Keys::Letters).get("جدة"), None);
        assert_eq!(map(Keys::Names).get("جدة"), Some(4));
    }

    #[test]
    fn bytes_that_are_no_automaton_are_refused() {
        assert!(PhraseMap::new(Cow::Borrowed(b"nothing of the kind"), Keys::Letters).is_none());
    }
}
