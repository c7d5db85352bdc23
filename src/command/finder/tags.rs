//! Tags by their name, their key or their number.

use crate::command::Workbench;
use crate::language::words;
use crate::model::{Id, Tag};

use super::index::{above, is_given, marks_words};
use super::rank::{Fit, Query};

/// How many tags have a number for a key.
const NUMBERED: usize = 9;
/// How many letters of what is marked are shown.
const SHOWN: usize = 60;

impl Workbench {
    /// The tags that words can be marked with, in their order; none that is
    /// retired.
    pub fn marking_tags(&self) -> impl Iterator<Item = &Tag> {
        self.project().tags().filter(|tag| marks_words(tag))
    }

    /// The tag that a digit from 1 to 9 marks with: the first nine in order.
    pub fn numbered_tag(&self, number: usize) -> Option<&Tag> {
        let index = number.checked_sub(1).filter(|index| *index < NUMBERED)?;
        self.marking_tags().nth(index)
    }

    /// The tag that a key with this name marks with: its own key, or its
    /// number.
    pub fn tag_of_key(&self, name: &str) -> Option<Id> {
        let has_key = |tag: &&Tag| {
            let key = tag.key.as_deref();
            key.is_some_and(|key| key.eq_ignore_ascii_case(name))
        };
        // The keys of relations are heard while one is being drawn.
        let drawn = self.relation_ends().is_some();
        let own = drawn
            .then(|| self.relation_tags().find(has_key))
            .flatten()
            .or_else(|| {
                let given = self.project().tags().filter(|tag| is_given(tag));
                given.into_iter().find(has_key)
            });
        let numbered = || self.numbered_tag(name.parse().ok()?);
        own.or_else(numbered).map(|tag| tag.id.clone())
    }

    /// The names of the tags above a tag, the root first, with a sign between
    /// them; empty for a tag without any.
    pub fn tag_path(&self, tag: &Tag) -> String {
        let language = self.messages().language().code();
        let names: Vec<&str> = above(self.project(), tag)
            .into_iter()
            .map(|tag| tag.name(language))
            .collect();
        names.join(" › ")
    }

    /// The tags that what was typed fits, the best first: by how their names
    /// begin, then those used lately, then those used most. With nothing
    /// typed, those used lately and then all in order. The names are as they
    /// were when the list was asked for.
    pub fn find_tags(&self, typed: &str) -> Vec<Id> {
        let finder = &self.keyboard.finder;
        let query = Query::new(typed);
        let lately = |id: &Id| {
            let all = &finder.tags_lately;
            all.iter().position(|one| one == id).unwrap_or(all.len())
        };
        let mut found: Vec<_> = finder
            .tags
            .iter()
            .enumerate()
            .filter(|(_, tag)| self.project().tag(&tag.id).is_some_and(marks_words))
            .filter_map(|(order, tag)| {
                if query.is_empty() {
                    return Some((Fit::Whole, lately(&tag.id), 0, order, &tag.id));
                }
                let mut fit = query.best(&tag.names, &tag.around);
                if self.has_key(&tag.id, &query) {
                    fit = Some(Fit::Whole);
                }
                let most_used = usize::MAX - tag.uses;
                Some((fit?, lately(&tag.id), most_used, order, &tag.id))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., id)| id.clone()).collect()
    }

    /// What a tag would be put on now, as [`annotation.tag`] decides it:
    /// whether a mark changes its tag, and the words (shortened).
    ///
    /// [`annotation.tag`]: crate::command::table
    pub fn tag_target(&self) -> (bool, String) {
        let Some((reader, document)) = self.active_reader().zip(self.active_document()) else {
            return (false, String::new());
        };
        let mut span = reader.selection.span();
        let mut retags = false;
        if span.is_empty() {
            let suggested = self.current_suggestion().map(|(_, one)| one.span);
            let marked = self
                .selected_mark()
                .filter(|mark| mark.document == document.id)
                .and_then(crate::model::Annotation::hull);
            retags = suggested.is_none() && marked.is_some();
            span = suggested
                .or(marked)
                .unwrap_or_else(|| words::word_at(&document.text, span.start));
        }
        let words = span.of(&document.text).unwrap_or_default();
        let mut short: String = words.chars().take(SHOWN).collect();
        if short.len() < words.len() {
            short.push('…');
        }
        (retags, short.replace(['\n', '\r'], " ").trim().to_owned())
    }

    /// Whether the one letter that was typed is a tag's key.
    fn has_key(&self, tag: &Id, query: &Query) -> bool {
        let Some(letter) = query.letter() else {
            return false;
        };
        let key = self.project().tag(tag).and_then(|tag| tag.key.as_deref());
        key.is_some_and(|key| key.to_lowercase() == letter)
    }
}
