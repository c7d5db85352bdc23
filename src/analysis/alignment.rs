//! Which paragraphs of a text stand for which of its translation.
//!
//! Here: the alignment by length and by what both sides share ([`align`]), and
//! the places it gives ([`Aligned`]). Not here: declaring two documents
//! parallel and correcting by hand (command; the steps are in
//! [`corrections`]).
//!
//! The method is that of Gale, W. A. and Church, K. W. 1993: A program for
//! aligning sentences in bilingual corpora. Computational Linguistics 19(1),
//! 75–102, for paragraphs: the number of characters of one side, given the
//! other's, is taken to be normal with variance 6.8 a character, and the
//! cheapest path through 1–1, 1–0, 0–1, 2–1, 1–2 and 2–2 is found by dynamic
//! programming. The mean is that of the two texts at hand. Beside lengths,
//! what stands in both counts: numbers, words in Latin letters, and names that
//! the caller knows; the rarer, the more.
//!
//! **Invariant:** an alignment holds every paragraph of both sides once, in
//! order; the same texts give the same alignment.

pub mod corrections;
mod cost;
mod path;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::language::lines;
use crate::model::{Bead, Span};

/// Paragraphs of both sides that stand for one another, as the method tries
/// them: how many of each, and minus the logarithm of how probable that is
/// (Gale and Church, table 5).
const MOVES: [(u32, u32, f32); 6] = [
    (1, 1, 0.1165),
    (1, 0, 4.6152),
    (0, 1, 4.6152),
    (2, 1, 3.1120),
    (1, 2, 3.1120),
    (2, 2, 4.5099),
];
/// How far from the straight line the path may go, paragraphs, beside the
/// difference of their numbers.
const BAND: usize = 120;
/// What a thing that stands once on either side, and in both paragraphs, is
/// worth.
const SHARED: f32 = 6.0;
/// What it costs beside its rarity that a paragraph has no partner, however
/// long it is: whoever translates leaves out whole paragraphs. (By length
/// alone, as Gale and Church have it for sentences, a long one would rather be
/// paired with whatever stands near.)
const LEFT_OUT: f32 = 3.0;
/// How often the path is looked for, each time with a better mean.
const PASSES: usize = 3;

/// A paragraph as it is aligned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes in the text.
    pub span: Span,
    /// How many characters (code points) it has.
    pub length: usize,
    /// What the other side may have as well: numbers, Latin words, names.
    pub keys: BTreeSet<String>,
}

/// The paragraphs of a text that are not blank: bytes, without the separators.
pub fn paragraphs(text: &str) -> Vec<Span> {
    lines(text)
        .filter(|span| span.of(text).is_some_and(|line| !line.trim().is_empty()))
        .collect()
}

/// The paragraphs of a text with what they are aligned by; `names` are places
/// (bytes) of names that both sides may have, each with a word for the thing
/// it names.
pub fn described(text: &str, names: &[(usize, String)]) -> Vec<Paragraph> {
    let mut names = names.to_vec();
    names.sort();
    let mut next = names.into_iter().peekable();
    paragraphs(text)
        .into_iter()
        .map(|span| {
            let words = span.of(text).unwrap_or_default();
            let mut keys = shared_words(words);
            while let Some((_, name)) = next.next_if(|(at, _)| *at < span.end) {
                keys.insert(name);
            }
            Paragraph {
                span,
                length: words.chars().count(),
                keys,
            }
        })
        .collect()
}

/// Numbers and words in Latin letters, in one spelling.
fn shared_words(text: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut word = String::new();
    let mut take = |word: &mut String| {
        let digits = word.chars().all(|c| c.is_ascii_digit());
        if digits && !word.is_empty() || word.chars().count() > 1 {
            keys.insert(std::mem::take(word));
        }
        word.clear();
    };
    for c in text.chars() {
        match digit(c) {
            Some(digit) => word.push(digit),
            None if c.is_ascii_alphabetic() => word.push(c.to_ascii_lowercase()),
            // A mark of thousands inside a number parts nothing.
            None if matches!(c, ',' | '٬' | '٫' | '.')
                && word.ends_with(|c: char| c.is_ascii_digit()) => {}
            None => take(&mut word),
        }
    }
    take(&mut word);
    keys
}

/// The value of a digit in any of the scripts written here, as an ASCII digit.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// Aligns two texts, paragraph by paragraph.
pub fn align(here: &[Paragraph], there: &[Paragraph]) -> Vec<Bead> {
    if here.is_empty() || there.is_empty() {
        return all_alone(here.len(), there.len());
    }
    let mut lengths = Lengths::of(here, there);
    let weights = weights(here, there);
    let mut beads = path::cheapest(here, there, &lengths, &weights);
    // What one side left out counts for no mean: once more with that of the
    // paragraphs that stand for one another.
    for _ in 1..PASSES {
        if !lengths.learn(&beads) {
            break;
        }
        let next = path::cheapest(here, there, &lengths, &weights);
        if next == beads {
            break;
        }
        beads = next;
    }
    beads
}

fn all_alone(n: usize, m: usize) -> Vec<Bead> {
    let one = |here, there| Bead { here, there };
    std::iter::repeat_n(one(1, 0), n)
        .chain(std::iter::repeat_n(one(0, 1), m))
        .collect()
}

/// The n-th paragraph for the n-th; what one side has more stands alone.
pub fn nth(here: usize, there: usize) -> Vec<Bead> {
    let both = here.min(there);
    let mut beads = vec![Bead { here: 1, there: 1 }; both];
    beads.extend(all_alone(here - both, there - both));
    beads
}

/// Sums of lengths up to each paragraph, and how they compare.
struct Lengths {
    here: Vec<usize>,
    there: Vec<usize>,
    /// Characters of the other side for one of this.
    ratio: f32,
}

impl Lengths {
    fn of(here: &[Paragraph], there: &[Paragraph]) -> Self {
        let sums = |side: &[Paragraph]| {
            let mut sum = 0;
            let mut sums = vec![0];
            for paragraph in side {
                sum += paragraph.length;
                sums.push(sum);
            }
            sums
        };
        let (here, there) = (sums(here), sums(there));
        let total = |sums: &[usize]| sums.last().copied().unwrap_or(1).max(1) as f32;
        Self {
            ratio: total(&there) / total(&here),
            here,
            there,
        }
    }

    /// Takes the mean from the pairs of an alignment, the middle one of them;
    /// whether it is another one now.
    fn learn(&mut self, beads: &[Bead]) -> bool {
        let (mut i, mut j) = (0, 0);
        let mut ratios: Vec<f32> = Vec::new();
        for bead in beads {
            let length = |sums: &[usize], at: usize| {
                let sum = |at: usize| sums.get(at).copied().unwrap_or(0);
                (sum(at + 1) - sum(at)) as f32
            };
            if (bead.here, bead.there) == (1, 1) {
                let (a, b) = (length(&self.here, i), length(&self.there, j));
                if a > 0.0 && b > 0.0 {
                    ratios.push(b / a);
                }
            }
            i += bead.here as usize;
            j += bead.there as usize;
        }
        ratios.sort_by(f32::total_cmp);
        let Some(middle) = ratios.get(ratios.len() / 2).copied() else {
            return false;
        };
        let differs = (middle - self.ratio).abs() > 0.01 * self.ratio;
        self.ratio = middle;
        differs
    }

    /// What it costs that these paragraphs of both sides stand for one
    /// another, as far as lengths say.
    fn cost(&self, here: (usize, usize), there: (usize, usize)) -> f32 {
        let length = |sums: &[usize], (from, to): (usize, usize)| {
            let sum = |at: usize| sums.get(at).copied().unwrap_or(0);
            (sum(to) - sum(from)) as f32
        };
        cost::of_lengths(
            length(&self.here, here),
            length(&self.there, there),
            self.ratio,
        )
    }
}

/// What each thing both sides have is worth: less, the more often it stands.
fn weights<'a>(here: &'a [Paragraph], there: &'a [Paragraph]) -> BTreeMap<&'a str, f32> {
    let count = |side: &'a [Paragraph]| {
        let mut counts: BTreeMap<&'a str, usize> = BTreeMap::new();
        for key in side.iter().flat_map(|paragraph| &paragraph.keys) {
            *counts.entry(key).or_default() += 1;
        }
        counts
    };
    let (here, there) = (count(here), count(there));
    here.into_iter()
        .filter_map(|(key, a)| {
            let b = there.get(key)?;
            Some((key, SHARED / (a * b) as f32))
        })
        .collect()
}

/// Where the groups of two aligned texts begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// For every group and the end: the byte where it begins, on both sides.
    borders: Vec<(usize, usize)>,
    /// The paragraphs of every group, bytes from the first to the last; empty
    /// where a side has none.
    groups: Vec<(Span, Span)>,
}

impl Aligned {
    /// The groups of two texts with these paragraphs; nothing where the
    /// alignment does not count as many as there are. The first group begins
    /// with the text, the last ends with it.
    pub fn new(
        (here, there): (&[Span], &[Span]),
        beads: &[Bead],
        lengths: (usize, usize),
    ) -> Option<Self> {
        let count = |of: fn(&Bead) -> u32| beads.iter().map(|bead| of(bead) as usize).sum();
        let counted: (usize, usize) = (count(|bead| bead.here), count(|bead| bead.there));
        if counted != (here.len(), there.len()) {
            return None;
        }
        let mut borders = Vec::with_capacity(beads.len() + 1);
        let mut groups = Vec::with_capacity(beads.len());
        let (mut i, mut j) = (0, 0);
        let start = |spans: &[Span], at: usize, length: usize| match at {
            0 => 0,
            _ => spans.get(at).map_or(length, |span| span.start),
        };
        let group = |spans: &[Span], from: usize, count: usize, length: usize| {
            let first = start(spans, from, length);
            let last = count
                .checked_sub(1)
                .and_then(|last| spans.get(from + last))
                .map_or(first, |span| span.end);
            let first = spans
                .get(from)
                .filter(|_| count > 0)
                .map_or(first, |s| s.start);
            Span::new(first, last.max(first))
        };
        for bead in beads {
            let (a, b) = (bead.here as usize, bead.there as usize);
            borders.push((start(here, i, lengths.0), start(there, j, lengths.1)));
            groups.push((group(here, i, a, lengths.0), group(there, j, b, lengths.1)));
            i += a;
            j += b;
        }
        borders.push(lengths);
        Some(Self { borders, groups })
    }

    /// The same seen from the other text.
    #[must_use]
    pub fn exchanged(&self) -> Self {
        Self {
            borders: self.borders.iter().map(|(a, b)| (*b, *a)).collect(),
            groups: self.groups.iter().map(|(a, b)| (*b, *a)).collect(),
        }
    }

    /// How many groups there are.
    pub fn count(&self) -> usize {
        self.groups.len()
    }

    /// The group that holds this byte of this side.
    pub fn group_at(&self, byte: usize) -> Option<usize> {
        let after = self.borders.partition_point(|(here, _)| *here <= byte);
        // Of groups that begin together the last one has something here.
        (!self.groups.is_empty()).then(|| after.saturating_sub(1).min(self.groups.len() - 1))
    }

    /// From where a group begins to where the next one does, on both sides.
    pub fn stretch(&self, group: usize) -> Option<(Span, Span)> {
        let (a, b) = self.borders.get(group)?;
        let (c, d) = self.borders.get(group + 1)?;
        Some((Span::new(*a, *c.max(a)), Span::new(*b, *d.max(b))))
    }

    /// The paragraphs of a group, on both sides: from the first letter to the
    /// last.
    pub fn group(&self, group: usize) -> Option<(Span, Span)> {
        self.groups.get(group).copied()
    }
}
