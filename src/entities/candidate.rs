//! A span that a recogniser proposes, in tokens.

use super::{Canonical, Source, Type};
use crate::model::Id;

/// A proposal, before overlaps are resolved.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// First token.
    pub(super) first: usize,
    /// Bytes of the folded first token that are clitics and stay outside.
    pub(super) cut: usize,
    /// Last token, inclusive.
    pub(super) last: usize,
    pub(super) kind: Type,
    pub(super) tag: Option<Id>,
    pub(super) source: Source,
    pub(super) canonical: Option<Canonical>,
    /// Id of the message that says why, without its `why-`.
    pub(super) rule: &'static str,
    pub(super) detail: String,
    /// It counts only when a cue or the rest of the document confirms it.
    pub(super) weak: bool,
    /// A longer name may take it in: a village that is a family name.
    pub(super) soft: bool,
}

impl Candidate {
    pub(super) fn new(
        (first, cut, last): (usize, usize, usize),
        kind: Type,
        source: Source,
        rule: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            first,
            cut,
            last,
            kind,
            tag: None,
            source,
            canonical: None,
            rule,
            detail: detail.into(),
            weak: false,
            soft: false,
        }
    }

    pub(super) fn naming(mut self, canonical: Option<Canonical>) -> Self {
        self.canonical = canonical;
        self
    }

    pub(super) fn weak(mut self, weak: bool) -> Self {
        self.weak = weak;
        self
    }

    pub(super) fn soft(mut self, soft: bool) -> Self {
        self.soft = soft;
        self
    }

    /// Place in the text for comparing: token and cut at the start.
    pub(super) fn start(&self) -> (usize, usize) {
        (self.first, self.cut)
    }

    pub(super) fn covers(&self, other: &Self) -> bool {
        self.start() <= other.start() && other.last <= self.last
    }

    /// Which of two candidates at one place is kept: the lower. A single
    /// learned word means several things more often than what stands around
    /// it does.
    pub(super) fn rank(&self) -> Source {
        match self.source {
            Source::Learned if self.soft => Source::Cue.max(Source::Nisba),
            source => source,
        }
    }

    /// Number of tokens.
    pub(super) fn len(&self) -> usize {
        self.last + 1 - self.first
    }
}

/// Candidates in order of finding, known by their first token.
#[derive(Default)]
pub(super) struct Found {
    list: Vec<Candidate>,
    by_first: Vec<Vec<u32>>,
    /// For each token, whether a candidate that is not weak covers it.
    covered: Vec<bool>,
}

impl Found {
    pub(super) fn new(tokens: usize) -> Self {
        Self {
            list: Vec::new(),
            by_first: vec![Vec::new(); tokens],
            covered: vec![false; tokens],
        }
    }

    pub(super) fn push(&mut self, candidate: Candidate) {
        if let Some(here) = self.by_first.get_mut(candidate.first) {
            here.push(self.list.len() as u32);
        }
        if !candidate.weak && !candidate.soft {
            for token in candidate.first..=candidate.last {
                if let Some(covered) = self.covered.get_mut(token) {
                    *covered = true;
                }
            }
        }
        self.list.push(candidate);
    }

    pub(super) fn extend(&mut self, candidates: impl IntoIterator<Item = Candidate>) {
        for candidate in candidates {
            self.push(candidate);
        }
    }

    pub(super) fn list(&self) -> &[Candidate] {
        &self.list
    }

    pub(super) fn into_list(self) -> Vec<Candidate> {
        self.list
    }

    /// Whether something sure stands on the token.
    pub(super) fn is_covered(&self, token: usize) -> bool {
        self.covered.get(token).copied().unwrap_or(false)
    }

    pub(super) fn at(&self, first: usize) -> impl Iterator<Item = &Candidate> {
        self.by_first
            .get(first)
            .into_iter()
            .flatten()
            .filter_map(|&at| self.list.get(at as usize))
    }

    /// The longest candidate that begins at the token with nothing cut off.
    pub(super) fn named(
        &self,
        first: usize,
        fits: impl Fn(&Candidate) -> bool,
    ) -> Option<&Candidate> {
        self.at(first)
            .filter(|c| c.cut == 0 && fits(c))
            .max_by_key(|c| c.last)
    }
}
