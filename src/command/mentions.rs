//! Where the things of a document are mentioned, for readers that follow one
//! another by what they mention.
//!
//! **Invariant:** a mention names its thing by the name alone, so that a mark
//! of an entity, a mark without one and a suggestion of the same name meet.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::{Level, key};
use crate::model::{Annotation, Id, TagKind};

use super::Workbench;

/// Names longer than this are no names, bytes.
const LONGEST: usize = 160;
/// Names whose folded form is kept in mind.
const KEPT: usize = 20_000;

/// The mentions in one document.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Where each mention begins (bytes) and what it names, in order.
    pub list: Vec<(usize, Arc<str>)>,
    by_name: HashMap<Arc<str>, Vec<usize>>,
}

impl Mentions {
    /// Where this thing is mentioned, in order: bytes.
    pub fn of(&self, name: &str) -> &[usize] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// The mentions that begin in these bytes, end inclusive.
    pub fn within(&self, start: usize, end: usize) -> &[(usize, Arc<str>)] {
        let first = self.list.partition_point(|(at, _)| *at < start);
        let last = self.list.partition_point(|(at, _)| *at <= end);
        self.list.get(first..last.max(first)).unwrap_or_default()
    }
}

/// A document with more mentions than this is gone over by leaps: it takes
/// longer than a frame has, and the places that are known stay right.
const MANY: usize = 10_000;
/// Steps of the project that may wait for that.
const STEPS: usize = 20;

/// When the mentions of a document were gathered.
#[derive(Clone, PartialEq, Debug)]
struct Print {
    project: (u64, usize),
    suggestions: u64,
    shown: bool,
    /// Whether all of the document was looked through.
    read: bool,
    /// How many suggestions it had.
    count: usize,
}

impl Print {
    /// Whether what was gathered then may stand for a while.
    fn is_near(&self, now: &Self) -> bool {
        self.project.0 == now.project.0
            && self.project.1.abs_diff(now.project.1) < STEPS
            && (self.shown, self.read) == (now.shown, now.read)
            && now.count <= self.count + self.count / 4
    }
}

/// What was gathered.
#[derive(Debug, Default)]
pub(super) struct MentionBook {
    known: HashMap<Id, (Print, Arc<Mentions>)>,
    folded: HashMap<String, Arc<str>>,
}

impl MentionBook {
    fn folded(&mut self, surface: &str) -> Arc<str> {
        if let Some(known) = self.folded.get(surface) {
            return Arc::clone(known);
        }
        if self.folded.len() >= KEPT {
            self.folded.clear();
        }
        let name: Arc<str> = key(surface, Level::Letters).into();
        self.folded.insert(surface.to_owned(), Arc::clone(&name));
        name
    }
}

impl Workbench {
    /// What a document mentions: marks of names and, while they are shown,
    /// suggestions; gathered anew when they have changed, in a document with
    /// very many when much has.
    pub fn mentions_in(&self, document: &Id) -> Arc<Mentions> {
        let print = Print {
            project: self.revision(),
            suggestions: self.suggestions_revision(),
            shown: self.suggestions_shown(),
            read: self.is_looked_through(document),
            count: self.suggestion_count(document),
        };
        let mut book = self.mention_book.borrow_mut();
        if let Some((known, mentions)) = book.known.get(document)
            && (*known == print || (mentions.list.len() > MANY && known.is_near(&print)))
        {
            return Arc::clone(mentions);
        }
        let mut list = Vec::new();
        let project = self.project();
        let Some(text) = project.document(document).map(|d| &d.text) else {
            return Arc::default();
        };
        let is_name = |mark: &&Annotation| {
            project
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == TagKind::Entity)
        };
        for mark in project.annotations_of(document).filter(is_name) {
            let Some(hull) = mark.hull().filter(|hull| hull.len() <= LONGEST) else {
                continue;
            };
            let entity = mark.entity.as_ref().and_then(|id| project.entity(id));
            let name = match entity {
                Some(entity) => book.folded(&entity.name),
                None => book.folded(&mark.quote(text)),
            };
            list.push((hull.start, name));
        }
        for suggestion in self.suggestions(document).iter() {
            let name = match &suggestion.canonical {
                Some(canonical) => book.folded(&canonical.name),
                None => match suggestion.span.of(text) {
                    Some(words) => book.folded(words),
                    None => continue,
                },
            };
            list.push((suggestion.span.start, name));
        }
        list.retain(|(_, name)| !name.is_empty());
        list.sort();
        list.dedup();
        let mut by_name: HashMap<Arc<str>, Vec<usize>> = HashMap::new();
        for (at, name) in &list {
            by_name.entry(Arc::clone(name)).or_default().push(*at);
        }
        let mentions = Arc::new(Mentions { list, by_name });
        let shown: Vec<&Id> = self.readers().iter().map(|r| &r.document).collect();
        book.known.retain(|id, _| shown.contains(&id));
        book.known
            .insert(document.clone(), (print, Arc::clone(&mentions)));
        mentions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_has_to_change_before_very_many_are_gathered_anew() {
        let then = Print {
            project: (1, 40),
            suggestions: 7,
            shown: true,
            read: false,
            count: 8000,
        };
        let now = |change: fn(&mut Print)| {
            let mut now = then.clone();
            now.suggestions += 1;
            change(&mut now);
            then.is_near(&now)
        };
        assert!(now(|_| {}) && now(|now| now.count = 9999) && now(|now| now.project.1 = 59));
        assert!(!now(|now| now.count = 10_001) && !now(|now| now.read = true));
        assert!(!now(|now| now.project.1 = 60) && !now(|now| now.project.0 = 2));
        assert!(!now(|now| now.shown = false));
    }
}
