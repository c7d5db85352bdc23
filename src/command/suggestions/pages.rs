//! What was found in each document, section by section.
//!
//! A long text is read in parts ([`crate::language::sections`]), so that what
//! a decision concerns is read again and nothing else.
//!
//! **Invariant:** the suggestions of a page are sorted by (start, longest
//! first), and none crosses the border of two sections.

use std::sync::{Arc, OnceLock};

use crate::entities::Suggestion;
use crate::language::{Level, excluded, key, sections, words};
use crate::model::Span;

use super::board::order;

/// The folded words of a text as numbers, to ask quickly whether a surface
/// may stand in it. Another word with the same number costs some time and
/// nothing else.
#[derive(Debug, Default)]
pub(super) struct Words(Vec<u32>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut all: Vec<u32> = words(text)
            .filter_map(|word| word.of(text))
            .flat_map(|word| {
                let folded = key(word, Level::Letters);
                let parts: Vec<u32> = folded
                    .split(|c: char| !c.is_alphanumeric())
                    .map(number_of)
                    .collect();
                parts
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether one of these words may stand in the text.
    pub(super) fn may_hold(&self, forms: &[u32]) -> bool {
        forms.iter().any(|form| self.0.binary_search(form).is_ok())
    }
}

/// FNV-1a, 32 bits.
pub(super) fn number_of(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Where the work on a section stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Work {
    /// To be looked through.
    #[default]
    Wanted,
    /// Somebody is at it.
    Out,
    Done,
}

/// A part of a document.
#[derive(Debug)]
pub(super) struct Section {
    /// Bytes of the document.
    pub(super) span: Span,
    pub(super) work: Work,
    /// The number of the latest job.
    pub(super) ticket: u64,
    /// The number of the job whose result this is.
    pub(super) taken: u64,
    pub(super) found: Arc<[Suggestion]>,
    pub(super) words: Option<Arc<Words>>,
}

/// The page furniture of a document, found by whoever needs it first.
#[derive(Debug, Default)]
pub(super) struct Outside(OnceLock<Vec<Span>>);

impl Outside {
    /// The lines of `text` that are no part of the article, in order.
    pub(super) fn of(&self, text: &str) -> &[Span] {
        self.0.get_or_init(|| excluded(text))
    }
}

/// One document.
#[derive(Debug)]
pub(super) struct Page {
    text: Arc<str>,
    pub(super) outside: Arc<Outside>,
    pub(super) sections: Vec<Section>,
    pub(super) visible: Vec<Suggestion>,
}

impl Page {
    pub(super) fn new(text: &Arc<str>) -> Self {
        let section = |span| Section {
            span,
            work: Work::Wanted,
            ticket: 0,
            taken: 0,
            found: Arc::default(),
            words: None,
        };
        Self {
            sections: sections(text).into_iter().map(section).collect(),
            text: Arc::clone(text),
            outside: Arc::default(),
            visible: Vec::new(),
        }
    }

    /// Whether this is the page of `text`.
    pub(super) fn is_of(&self, text: &Arc<str>) -> bool {
        Arc::ptr_eq(&self.text, text)
    }

    pub(super) fn is_done(&self) -> bool {
        self.sections
            .iter()
            .all(|section| section.work == Work::Done)
    }

    /// The section to be looked through next: the nearest to `byte`; with
    /// `anyway` also one that somebody is at.
    pub(super) fn wanted(&self, byte: usize, anyway: bool) -> Option<usize> {
        let here = self.section_at(byte);
        let wanted = |(_, section): &(usize, &Section)| {
            section.work == Work::Wanted || (anyway && section.work == Work::Out)
        };
        self.sections
            .iter()
            .enumerate()
            .filter(wanted)
            .map(|(index, _)| index)
            // What comes after is read before what came before.
            .min_by_key(|index| 2 * index.abs_diff(here) + usize::from(*index < here))
    }

    /// The section that a byte lies in.
    pub(super) fn section_at(&self, byte: usize) -> usize {
        self.sections
            .partition_point(|section| section.span.start <= byte)
            .saturating_sub(1)
    }

    /// The sections that touch one of these places, in order.
    pub(super) fn sections_near(&self, places: &[Span]) -> Vec<usize> {
        let mut near: Vec<usize> = places
            .iter()
            .flat_map(|place| {
                // A place at the border touches both sides.
                let first = self.section_at(place.start.saturating_sub(1));
                first..=self.section_at(place.end)
            })
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// Everything found, in order.
    pub(super) fn found(&self) -> impl Iterator<Item = &Suggestion> {
        self.sections
            .iter()
            .flat_map(|section| section.found.iter())
    }

    /// Puts these in the place of what is visible in a section and passes
    /// `goes`.
    pub(super) fn show(
        &mut self,
        index: usize,
        fresh: Vec<Suggestion>,
        goes: impl Fn(&Suggestion) -> bool,
    ) {
        let Some(span) = self.sections.get(index).map(|section| section.span) else {
            return;
        };
        let first = self
            .visible
            .partition_point(|one| one.span.start < span.start);
        let last = self
            .visible
            .partition_point(|one| one.span.start < span.end);
        // The last section has the end of the text too.
        let last = if index + 1 == self.sections.len() {
            self.visible.len()
        } else {
            last.max(first)
        };
        let mut all = fresh;
        all.extend(
            self.visible
                .get(first..last)
                .unwrap_or_default()
                .iter()
                .filter(|one| !goes(one))
                .cloned(),
        );
        all.sort_by_key(order);
        self.visible.splice(first..last, all);
    }
}
