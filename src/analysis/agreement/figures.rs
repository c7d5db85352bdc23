//! Figures of agreement: counts, F1 of marks, and chance-corrected agreement
//! over characters.
//!
//! - *F1 of marks* (Hripcsak, G. and Rothschild, A. S. 2005: Agreement, the
//!   F-measure, and reliability in information retrieval. JAMIA 12, 296–298):
//!   twice the number of agreeing pairs over the number of marks of both;
//!   the same from either side. *Strict* asks for the same place and tag,
//!   *lenient* for the same tag on places that overlap.
//! - *Cohen's κ* (Cohen, J. 1960: A coefficient of agreement for nominal
//!   scales. Educational and Psychological Measurement 20, 37–46) for each
//!   tag, over all characters (code points) of the text: each of the two says
//!   of each character whether a mark of that tag lies on it.
//!   κ = (observed − expected) / (1 − expected).
//! - *Krippendorff's α* (Krippendorff, K. 2011: Computing Krippendorff's
//!   alpha-reliability) of the same values, nominal, two observers, nothing
//!   missing: α = 1 − (n − 1) · d / (n₀ · n₁), where n is twice the number of
//!   characters, d the number of characters they differ on, and n₀ and n₁ how
//!   often each value was given by both together.
//!
//! **Invariant:** a figure that is not defined (nobody, or everybody, marked
//! everything) is none, not 0 or 1.

use std::collections::BTreeMap;

use crate::model::Span;

use super::{Agreement, Marked, Pair};

/// What two people said of the characters of a text, for one tag: code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Characters {
    /// Marked by both.
    pub both: usize,
    /// Marked by the first alone.
    pub first: usize,
    /// Marked by the second alone.
    pub second: usize,
    /// All of them.
    pub all: usize,
}

impl Characters {
    /// Cohen's κ; none where chance alone would agree on everything.
    pub fn kappa(self) -> Option<f64> {
        let all = self.all as f64;
        let neither = all - (self.both + self.first + self.second) as f64;
        let (a, b) = (
            (self.both + self.first) as f64,
            (self.both + self.second) as f64,
        );
        let observed = (self.both as f64 + neither) / all;
        let expected = (a * b + (all - a) * (all - b)) / (all * all);
        let rest = 1.0 - expected;
        (self.all > 0 && rest > 1e-12).then(|| (observed - expected) / rest)
    }

    /// Krippendorff's α; none where all values are the same.
    pub fn alpha(self) -> Option<f64> {
        let values = 2.0 * self.all as f64;
        let ones = (2 * self.both + self.first + self.second) as f64;
        let zeros = values - ones;
        let differ = (self.first + self.second) as f64;
        (ones > 0.0 && zeros > 0.0).then(|| 1.0 - (values - 1.0) * differ / (zeros * ones))
    }

    fn add(&mut self, other: Self) {
        self.both += other.both;
        self.first += other.first;
        self.second += other.second;
        self.all += other.all;
    }
}

/// The figures of one tag, or of all of them together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagFigures {
    /// How many marks the first made.
    pub first: usize,
    /// How many marks the second made.
    pub second: usize,
    /// How many are the same in place and tag.
    pub same: usize,
    /// How many have the same tag and overlap.
    pub span: usize,
    /// What was said of the characters.
    pub characters: Characters,
}

impl TagFigures {
    /// F1 where only the same place and tag agree.
    pub fn strict_f1(&self) -> Option<f64> {
        self.f1(self.same)
    }

    /// F1 where places with the same tag agree that overlap.
    pub fn lenient_f1(&self) -> Option<f64> {
        self.f1(self.same + self.span)
    }

    fn f1(&self, agreeing: usize) -> Option<f64> {
        let marks = self.first + self.second;
        (marks > 0).then(|| 2.0 * agreeing as f64 / marks as f64)
    }
}

/// Figures over one text or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many pairs there are of each kind.
    pub counts: BTreeMap<Agreement, usize>,
    /// All marks together; nothing is said of characters here, since marks of
    /// different tags may lie on one.
    pub all: TagFigures,
    /// Each tag by itself.
    pub tags: BTreeMap<String, TagFigures>,
    /// Characters (code points) of texts without any mark, or of all texts:
    /// those a tag was not used in count for it as well.
    characters: usize,
}

impl Figures {
    /// Takes one more text in: its pairs, the marks they are of, how many code
    /// points it has, and how many a span has.
    pub fn add(
        &mut self,
        (first, second): (&[Marked<'_>], &[Marked<'_>]),
        pairs: &[Pair],
        all: usize,
        length: impl Fn(Span) -> usize,
    ) {
        for pair in pairs {
            *self.counts.entry(pair.agreement).or_default() += 1;
            let a = pair.first.and_then(|index| first.get(index));
            let b = pair.second.and_then(|index| second.get(index));
            let one = |figures: &mut TagFigures| match pair.agreement {
                Agreement::Same => figures.same += 1,
                Agreement::Span => figures.span += 1,
                _ => {}
            };
            one(&mut self.all);
            self.all.first += usize::from(a.is_some());
            self.all.second += usize::from(b.is_some());
            if let Some(a) = a {
                let figures = self.tags.entry(a.tag.to_owned()).or_default();
                figures.first += 1;
                one(figures);
            }
            if let Some(b) = b {
                self.tags.entry(b.tag.to_owned()).or_default().second += 1;
            }
        }
        let mut spans: BTreeMap<&str, [Vec<Span>; 2]> = BTreeMap::new();
        for (side, marks) in [first, second].into_iter().enumerate() {
            for mark in marks {
                spans.entry(mark.tag).or_default()[side].extend(mark.spans);
            }
        }
        for (tag, [a, b]) in spans {
            let (a, b) = (united(a), united(b));
            let count = |spans: &[Span]| spans.iter().map(|span| length(*span)).sum::<usize>();
            let both = count(&common(&a, &b));
            let here = Characters {
                both,
                first: count(&a) - both,
                second: count(&b) - both,
                all: 0,
            };
            let figures = self.tags.entry(tag.to_owned()).or_default();
            figures.characters.add(here);
        }
        self.characters += all;
        for figures in self.tags.values_mut() {
            figures.characters.all = self.characters;
        }
    }

    /// How many pairs are not the same.
    pub fn differences(&self) -> usize {
        self.counts
            .iter()
            .filter(|(kind, _)| **kind != Agreement::Same)
            .map(|(_, count)| count)
            .sum()
    }

    /// How many pairs are of this kind.
    pub fn count(&self, kind: Agreement) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }
}

/// The same bytes in spans that do not touch.
fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut united: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match united.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => united.push(span),
        }
    }
    united
}

/// What lies in both; each list is sorted and does not touch itself.
fn common(a: &[Span], b: &[Span]) -> Vec<Span> {
    let (mut i, mut j) = (0, 0);
    let mut common = Vec::new();
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let (start, end) = (x.start.max(y.start), x.end.min(y.end));
        if start < end {
            common.push(Span::new(start, end));
        }
        if x.end <= y.end {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}
