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
use super::list::Suggestions;

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
    /// What is shown, in order; together with what is hidden, what was found.
    pub(super) visible: Vec<Suggestion>,
    /// How many are shown in the sections before.
    pub(super) before: usize,
    /// What was found and is not visible.
    hidden: Vec<Suggestion>,
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

    /// The same, if somebody has looked for them.
    pub(super) fn known(&self) -> Option<&[Span]> {
        self.0.get().map(Vec::as_slice)
    }
}

/// One document.
#[derive(Debug)]
pub(super) struct Page {
    text: Arc<str>,
    pub(super) outside: Arc<Outside>,
    pub(super) sections: Vec<Section>,
    /// One of them whose borders are being moved: its section, as it is shown,
    /// and where it was found.
    moved: Option<(usize, Suggestion, Span)>,
}

impl Page {
    pub(super) fn new(text: &Arc<str>) -> Self {
        let section = |span| Section {
            span,
            work: Work::Wanted,
            ticket: 0,
            taken: 0,
            visible: Vec::new(),
            before: 0,
            hidden: Vec::new(),
            words: None,
        };
        Self {
            sections: sections(text).into_iter().map(section).collect(),
            text: Arc::clone(text),
            outside: Arc::default(),
            moved: None,
        }
    }

    pub(super) fn visible(&self) -> Suggestions<'_> {
        Suggestions::of(&self.sections)
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

    /// Takes what was found in a section; nothing of it is visible yet.
    pub(super) fn replace(&mut self, index: usize, found: Vec<Suggestion>) {
        self.restore();
        if let Some(section) = self.sections.get_mut(index) {
            section.hidden = found;
            section.visible = Vec::new();
        }
        self.count();
    }

    /// Decides anew which of the suggestions in a section that are `concerned`
    /// are visible. `verdicts` is given them in order of place and says of each
    /// whether it is worth it.
    pub(super) fn regroup(
        &mut self,
        index: usize,
        concerned: impl Fn(&Suggestion) -> bool,
        verdicts: impl FnOnce(&[&Suggestion]) -> Vec<bool>,
    ) {
        self.restore();
        let Some(section) = self.sections.get_mut(index) else {
            return;
        };
        let shown = section.visible.len();
        let mut asked: Vec<(usize, &Suggestion)> = section
            .visible
            .iter()
            .chain(&section.hidden)
            .enumerate()
            .filter(|(_, one)| concerned(one))
            .collect();
        asked.sort_by_key(|(_, one)| order(one));
        let ones: Vec<&Suggestion> = asked.iter().map(|(_, one)| *one).collect();
        // Those that are shown and not worth it, or worth it and not shown.
        let mut moved: Vec<usize> = asked
            .iter()
            .zip(verdicts(&ones))
            .filter(|((place, _), worth)| (*place < shown) != *worth)
            .map(|((place, _), _)| *place)
            .collect();
        if moved.is_empty() {
            return;
        }
        moved.sort_unstable();
        let mut place = 0;
        let mut is_next = |_: &mut Suggestion| {
            place += 1;
            moved.binary_search(&(place - 1)).is_ok()
        };
        let going: Vec<Suggestion> = section.visible.extract_if(.., &mut is_next).collect();
        let coming: Vec<Suggestion> = section.hidden.extract_if(.., &mut is_next).collect();
        section.hidden.extend(going);
        section.visible.extend(coming);
        section.visible.sort_by_key(order);
        section.visible.shrink_to_fit();
        section.hidden.shrink_to_fit();
        self.count();
    }

    /// Shows the one that was found at a place at another, until something is
    /// decided anew.
    pub(super) fn show_moved(
        &mut self,
        to: Span,
        same: impl Fn(&Suggestion) -> bool,
    ) -> Option<(Suggestion, Suggestion)> {
        self.restore();
        let (index, section) = self
            .sections
            .iter_mut()
            .enumerate()
            .find(|(_, section)| section.visible.iter().any(&same))?;
        let one = section.visible.iter_mut().find(|one| same(one))?;
        let found = one.clone();
        one.span = to;
        let now = one.clone();
        if found.span != to {
            section.visible.sort_by_key(order);
            self.moved = Some((index, now.clone(), found.span));
        }
        Some((found, now))
    }

    /// One whose borders are being moved goes back to where it was found.
    fn restore(&mut self) {
        if let Some((index, now, found)) = self.moved.take()
            && let Some(section) = self.sections.get_mut(index)
            && let Some(one) = section.visible.iter_mut().find(|one| **one == now)
        {
            one.span = found;
            section.visible.sort_by_key(order);
        }
    }

    /// Counts anew how many are shown before each section.
    fn count(&mut self) {
        let mut before = 0;
        for section in &mut self.sections {
            section.before = before;
            before += section.visible.len();
        }
    }
}
