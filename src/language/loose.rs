//! The word rules of [`Level::Loose`](super::Level::Loose).
//!
//! Here: what happens to one whole word when even its spelling is overlooked.
//! Not here: what happens to single letters (fold, letters).
//!
//! **Invariant:** the rules look only at the folded word, so that folding a
//! folded word changes nothing.

use super::folded::Unit;

/// Words that are often written together with the next: أبو بكر, عبد الله,
/// دير الزور, تل تمر, and a conjunction or preposition that strayed from its
/// word (و العراق). A clitic may stand before them.
const OPEN_WORDS: [&str; 18] = [
    "عبد", "ابو", "ابا", "ابي", "ام", "ابن", "بن", "بني", "دير", "تل", "عين", "راس", "كفر", "بيت",
    "خان", "جسر", "باب", "ذو",
];

/// Bytes of the longest open word with two clitics.
const LONGEST_OPEN_BYTES: usize = 10;

/// Names with two spellings: the letters of the first are read as the second.
/// No second one holds a first one, alone or with its neighbours.
const VARIANTS: [(&str, &str); 3] = [("اميرك", "امريك"), ("اوروب", "اورب"), ("ترامب", "ترمب")];

/// Fewest letters of a word with a variant, and of one whose final يا and ية
/// are one (سوريا, سورية); in shorter words they are different words more
/// often (عليا, عليه).
const SHORTEST_VARIANT: usize = 5;

/// The word being folded.
#[derive(Debug, Default)]
pub(super) struct Word {
    letters: String,
    units: Vec<Unit>,
}

impl Word {
    pub(super) fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    pub(super) fn push(&mut self, unit: Unit) {
        self.letters.push(unit.letter);
        self.units.push(unit);
    }

    /// The source up to `end` belongs to the last letter, if there is one.
    pub(super) fn attach(&mut self, end: usize) -> bool {
        match self.units.last_mut() {
            Some(unit) => {
                unit.tail_end = end;
                true
            }
            None => false,
        }
    }

    /// Whether the letters so far are a conjunction, a preposition, the
    /// article, or several of these, and nothing else.
    pub(super) fn is_proclitic(&self) -> bool {
        let rest = without_particles(&self.letters);
        !self.is_empty() && matches!(rest, "" | "ال" | "ل")
    }

    /// Whether a space after the word is overlooked.
    pub(super) fn takes_the_next(&self) -> bool {
        if self.letters.len() > LONGEST_OPEN_BYTES {
            return false;
        }
        let rest = without_particles(&self.letters);
        (rest.is_empty() && !self.is_empty())
            || OPEN_WORDS.contains(&self.letters.as_str())
            || OPEN_WORDS.contains(&rest)
    }

    /// The units of the word, complete, after the rules for whole words when
    /// `loose`.
    pub(super) fn finish(&mut self, loose: bool) -> impl Iterator<Item = Unit> + '_ {
        if loose && self.units.len() >= SHORTEST_VARIANT {
            for (from, to) in VARIANTS {
                while self.respell(from, to) {}
            }
            if self.letters.ends_with("يا")
                && let Some(last) = self.units.last_mut()
            {
                last.letter = 'ه';
            }
        }
        self.units.iter().copied()
    }

    pub(super) fn clear(&mut self) {
        self.letters.clear();
        self.units.clear();
    }

    /// Replaces the first `from` by `to`, which is as long or shorter; a
    /// letter that is left over goes to the one before it.
    fn respell(&mut self, from: &str, to: &str) -> bool {
        let Some(at) = self.letters.find(from) else {
            return false;
        };
        let Some(before) = self.letters.get(..at) else {
            return false;
        };
        let first = before.chars().count();
        let kept = to.chars().count();
        for (unit, letter) in self.units.iter_mut().skip(first).zip(to.chars()) {
            unit.letter = letter;
        }
        for _ in kept..from.chars().count() {
            let place = first + kept;
            if place < self.units.len() {
                let gone = self.units.remove(place);
                if let Some(before) = self.units.get_mut(place.saturating_sub(1)) {
                    before.tail_end = gone.tail_end;
                }
                if let Some(after) = self.units.get_mut(place)
                    && !gone.continues
                {
                    after.continues = false;
                }
            }
        }
        self.letters = self.units.iter().map(|unit| unit.letter).collect();
        true
    }
}

/// Without a leading و or ف, then without a leading ب, ل or ك.
fn without_particles(word: &str) -> &str {
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    word.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(word)
}
