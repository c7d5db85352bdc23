//! The odd ones out: which characters of a word do not belong to it, and
//! which words do not belong to their text.
//!
//! **Invariant:** every finding has at least one odd character.

use super::properties::is_combining;
use super::scripts::{Script, Spelling, digit_set, mixes, script, spelling};
use super::{Finding, Kind, Level};
use crate::model::Span;

/// Words with letters of both spellings, judged when all of the text is known.
#[derive(Default)]
pub(super) struct Spellings {
    arabic: usize,
    eastern: usize,
    mixed: Vec<Span>,
    /// Words with both that are no longer listed.
    more: usize,
}

impl Spellings {
    /// Counts a word by the spellings its letters belong to.
    pub(super) fn count(&mut self, word: Span, arabic: bool, eastern: bool) {
        match (arabic, eastern) {
            (true, true) if self.mixed.len() < super::MOST_FINDINGS => self.mixed.push(word),
            (true, true) => self.more += 1,
            (true, false) => self.arabic += 1,
            (false, true) => self.eastern += 1,
            (false, false) => {}
        }
    }

    /// The mixed words, unless mixing is the habit of the text.
    pub(super) fn judge(self) -> Vec<Finding> {
        let mixed = self.mixed.len() + self.more;
        if mixed * 4 > self.arabic + self.eastern {
            return Vec::new();
        }
        self.mixed
            .into_iter()
            .map(|span| Finding {
                span,
                kind: Kind::MixedSpelling,
                level: Level::Notice,
            })
            .collect()
    }
}

/// The characters a finding of this kind is about, each once.
pub(super) fn odd_characters(kind: Kind, words: &str, most: usize) -> Vec<char> {
    let mut odd: Vec<char> = Vec::new();
    let mut take = |c: char| {
        if odd.len() < most && !odd.contains(&c) {
            odd.push(c);
        }
    };
    match kind {
        Kind::MixedLetters | Kind::LookAlikeWord => {
            let of = |wanted: Script| words.chars().filter(|c| script(*c) == Some(wanted)).count();
            let most_common = [
                Script::Latin,
                Script::Cyrillic,
                Script::Greek,
                Script::Armenian,
            ]
            .into_iter()
            .rev()
            .max_by_key(|script| of(*script));
            for c in words.chars() {
                let own = script(c);
                let odd = kind == Kind::LookAlikeWord || own != most_common;
                if own.is_some_and(mixes) && odd {
                    take(c);
                }
            }
        }
        Kind::MixedSpelling => {
            let of = |wanted: Spelling| {
                words
                    .chars()
                    .filter(|c| spelling(*c) == Some(wanted))
                    .count()
            };
            let odd = if of(Spelling::Arabic) < of(Spelling::Eastern) {
                Spelling::Arabic
            } else {
                Spelling::Eastern
            };
            words
                .chars()
                .filter(|c| spelling(*c) == Some(odd))
                .for_each(take);
        }
        Kind::MixedDigits => {
            let first = words.chars().find_map(digit_set);
            words
                .chars()
                .filter(|c| digit_set(*c).is_some_and(|set| Some(set) != first))
                .for_each(take);
        }
        Kind::ManyMarks => words.chars().filter(|c| is_combining(*c)).for_each(take),
        _ => words.chars().for_each(take),
    }
    odd
}
