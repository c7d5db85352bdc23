//! The suggestions of a document as one list, though they are kept section by
//! section.
//!
//! A decision changes the suggestions of one section; those of the others
//! neither move nor are copied.
//!
//! **Invariant:** the list is in order of (start, longest first), and a
//! place in it is found in logarithmic time.

use crate::entities::Suggestion;

use super::pages::Section;

/// The suggestions of a document that are worth showing, in order of (start,
/// longest first).
#[derive(Clone, Copy, Debug, Default)]
pub struct Suggestions<'a> {
    sections: &'a [Section],
}

impl<'a> Suggestions<'a> {
    pub(super) fn of(sections: &'a [Section]) -> Self {
        Self { sections }
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.sections
            .last()
            .map_or(0, |section| section.before + section.visible.len())
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The one at a place in the list.
    pub fn get(self, index: usize) -> Option<&'a Suggestion> {
        let (section, inside) = self.place_of(index)?;
        section.visible.get(inside)
    }

    /// The first.
    pub fn first(self) -> Option<&'a Suggestion> {
        self.iter().next()
    }

    /// The last.
    pub fn last(self) -> Option<&'a Suggestion> {
        self.iter().next_back()
    }

    /// Whether one of them equals this one.
    pub fn contains(self, one: &Suggestion) -> bool {
        self.from(self.index_at(one.span.start))
            .take_while(|other| other.span.start == one.span.start)
            .any(|other| other == one)
    }

    /// All of them.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = &'a Suggestion> + Clone {
        self.sections.iter().flat_map(|section| &section.visible)
    }

    /// Those from a place in the list on.
    pub fn from(self, index: usize) -> impl Iterator<Item = &'a Suggestion> + Clone {
        let section = self.section_of(index);
        let rest = self.sections.get(section..).unwrap_or_default();
        let passed = rest.first().map_or(0, |first| index - first.before);
        rest.iter()
            .flat_map(|section| &section.visible)
            .skip(passed)
    }

    /// How many begin before this byte of the text: where in the list those
    /// that begin there or later come.
    pub fn index_at(self, byte: usize) -> usize {
        let after = self
            .sections
            .partition_point(|section| section.span.start < byte);
        after
            .checked_sub(1)
            .and_then(|last| self.sections.get(last))
            .map_or(0, |section| {
                let inside = section.visible.partition_point(|one| one.span.start < byte);
                section.before + inside
            })
    }

    /// The last ones of the first `index`, backwards.
    pub(super) fn back_from(self, index: usize) -> impl Iterator<Item = &'a Suggestion> {
        (0..index).rev().map_while(move |index| self.get(index))
    }

    /// The number of the section that a place of the list lies in.
    fn section_of(self, index: usize) -> usize {
        self.sections
            .partition_point(|section| section.before <= index)
            .saturating_sub(1)
    }

    fn place_of(self, index: usize) -> Option<(&'a Section, usize)> {
        let section = self.sections.get(self.section_of(index))?;
        Some((section, index.checked_sub(section.before)?))
    }
}
