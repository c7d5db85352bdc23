//! The dictionary itself: what is filed under which key, and under which keys
//! a record is filed.
//!
//! **Invariant:** taking a record out undoes putting it in.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::entry::{Choice, Entry, Evidence};
use super::key::{self, Folding, key_of};
use super::rejections::Rejections;
use super::{AUTHORITY, ENTITY, LearnedMatch};
use crate::entities::{Canonical, Type};
use crate::model::{Annotation, Decision, Entity, Id, Project, Tag, TagKind, Timestamp, Verdict};

/// What a tag is to a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TagMeaning {
    kind: Type,
    own: bool,
    learned: bool,
}

/// The dictionary itself.
#[derive(Clone, Default, Debug)]
pub(super) struct Book {
    pub(super) entries: HashMap<Arc<str>, Arc<Entry>>,
    /// By first word: the greatest number of words of a surface.
    pub(super) heads: HashMap<Arc<str>, usize>,
    pub(super) rejected: HashMap<Arc<str>, Arc<Rejections>>,
    pub(super) entities: HashMap<Id, Canonical>,
    pub(super) tags: HashMap<Id, TagMeaning>,
}

pub(super) fn is_single(key: &str) -> bool {
    !key.contains(' ')
}

/// What each tag of a project is to suggestions.
pub(super) fn meanings(project: &Project) -> HashMap<Id, TagMeaning> {
    let meaning = |tag: &Tag| {
        let mut at = Some(tag);
        let kind = std::iter::from_fn(|| {
            let tag = at?;
            at = tag.parent.as_ref().and_then(|parent| project.tag(parent));
            Some(tag)
        })
        .find_map(|tag| Type::from_tag(&tag.id));
        let own = kind.is_none_or(|kind| kind.tag_id() != tag.id.as_str());
        let by_pattern = matches!(
            kind,
            Some(Type::Date | Type::Number | Type::Email | Type::Url)
        );
        TagMeaning {
            kind: kind.unwrap_or(Type::Event),
            own,
            learned: tag.kind == TagKind::Entity && (own || !by_pattern),
        }
    };
    project
        .tags()
        .map(|tag| (tag.id.clone(), meaning(tag)))
        .collect()
}

/// The keys a mark speaks about: its words, its words with the article's
/// alef, its surname.
#[derive(Default)]
pub(super) struct MarkKeys([Option<(Arc<str>, bool)>; 3]);

impl MarkKeys {
    pub(super) fn into_keys(self) -> impl Iterator<Item = Arc<str>> {
        self.0.into_iter().flatten().map(|(key, _)| key)
    }
}

impl Book {
    fn learns(&self, tag: &Id) -> bool {
        self.tags.get(tag).is_some_and(|meaning| meaning.learned)
    }

    /// What stands under this key, as a match of so many words.
    pub(super) fn found(
        &self,
        key: &str,
        words: usize,
        previous: Option<&str>,
        document: Option<&Id>,
    ) -> Option<LearnedMatch> {
        let entry = self.entries.get(key)?;
        let (choice, in_context) = entry.choice(previous, document)?;
        let Choice {
            tag,
            entity,
            certain,
            surname,
        } = choice;
        let meaning = self.tags.get(&tag)?;
        let rejected = self.rejected.get(key);
        if rejected.is_some_and(|rejections| rejections.hold(&tag, document, Some(entry))) {
            return None;
        }
        Some(LearnedMatch {
            words,
            kind: meaning.kind,
            tag: meaning.own.then(|| tag.clone()),
            canonical: entity
                .as_ref()
                .and_then(|id| self.entities.get(id))
                .cloned(),
            detail: entry.places.to_string(),
            certain: in_context || certain,
            surname,
        })
    }

    /// The keys a mark speaks about, and whether as a surname.
    fn keys_of<'a>(&self, mark: &Annotation, text: &'a str, folding: &mut Folding<'a>) -> MarkKeys {
        let mut keys = MarkKeys::default();
        let [span] = mark.spans.as_slice() else {
            return keys;
        };
        let Some(meaning) = self.tags.get(&mark.tag).filter(|tag| tag.learned) else {
            return keys;
        };
        let Some(quote) = span.of(text) else {
            return keys;
        };
        let (key, surname) = folding.keys(quote);
        if !key.chars().any(char::is_alphabetic) {
            return keys;
        }
        // رئيس and قائد are titles of many, and found by what follows.
        if meaning.kind == Type::Title && !meaning.own && is_single(&key) && !key.starts_with("ال")
        {
            return keys;
        }
        if quote.starts_with('ل') {
            let (_, article) = key::surface_keys(text, *span);
            keys.0[1] = article.map(|article| (article.into(), false));
        }
        if meaning.kind == Type::Person {
            keys.0[2] = surname.map(|surname| (surname, true));
        }
        keys.0[0] = Some((key, false));
        keys
    }

    /// Learns a mark; the keys it speaks about.
    pub(super) fn add_mark<'a>(
        &mut self,
        mark: &Annotation,
        text: &'a str,
        folding: &mut Folding<'a>,
    ) -> MarkKeys {
        let keys = self.keys_of(mark, text, folding);
        for (key, surname) in keys.0.iter().flatten() {
            let start = mark.spans.first().map_or(0, |span| span.start);
            let previous = (is_single(key) && !surname)
                .then(|| folding.previous(text, start))
                .flatten();
            self.add(
                key,
                Evidence {
                    record: mark.id.clone(),
                    document: Some(mark.document.clone()),
                    tag: mark.tag.clone(),
                    entity: mark.entity.clone(),
                    at: mark.at,
                    previous,
                    surname: *surname,
                },
            );
        }
        keys
    }

    /// Forgets marks; the keys they speak about. What is known of a surface
    /// is looked through once, however many of them have it.
    pub(super) fn remove_marks<'a, 'm>(
        &mut self,
        marks: impl Iterator<Item = (&'m Annotation, &'a str)>,
        folding: &mut Folding<'a>,
    ) -> Vec<Arc<str>> {
        let mut gone: HashMap<Arc<str>, HashSet<(&'m Id, bool)>> = HashMap::new();
        for (mark, text) in marks {
            for (key, surname) in self.keys_of(mark, text, folding).0.into_iter().flatten() {
                gone.entry(key).or_default().insert((&mark.id, surname));
            }
        }
        for (key, gone) in &gone {
            if let Some(entry) = self.entries.get_mut(key) {
                Arc::make_mut(entry)
                    .evidence
                    .retain(|one| !gone.contains(&(&one.record, one.surname)));
            }
        }
        gone.into_keys().collect()
    }

    pub(super) fn add_entity(&mut self, entity: &Entity) -> Vec<Arc<str>> {
        let latin = entity
            .surfaces
            .iter()
            .find(|surface| surface.chars().any(|c| c.is_ascii_alphabetic()))
            .map(|surface| surface.as_str().into());
        let canonical = Canonical {
            id: entity
                .identifier(AUTHORITY)
                .filter(|id| !id.starts_with("doc:"))
                .map_or_else(|| format!("{ENTITY}{}", entity.id).into(), Into::into),
            name: entity.name.as_str().into(),
            latin,
        };
        self.entities.insert(entity.id.clone(), canonical);
        let Some(tag) = entity.tag.as_ref().filter(|tag| self.learns(tag)) else {
            return Vec::new();
        };
        let keys = entity_keys(entity);
        for key in &keys {
            self.add(
                key,
                Evidence {
                    record: entity.id.clone(),
                    document: None,
                    tag: tag.clone(),
                    entity: Some(entity.id.clone()),
                    at: Timestamp::UNIX_EPOCH,
                    previous: None,
                    surname: false,
                },
            );
        }
        keys
    }

    pub(super) fn remove_entity(&mut self, entity: &Entity) -> Vec<Arc<str>> {
        self.entities.remove(&entity.id);
        if !entity.tag.as_ref().is_some_and(|tag| self.learns(tag)) {
            return Vec::new();
        }
        let keys = entity_keys(entity);
        for key in &keys {
            self.remove(key, &entity.id, false);
        }
        keys
    }

    /// Takes note of a rejection; the keys it speaks about.
    pub(super) fn add_decision(&mut self, decision: &Decision) -> Vec<Arc<str>> {
        let keys = decided_keys(decision);
        for key in &keys {
            let rejections = self.rejected.entry(Arc::clone(key)).or_default();
            Arc::make_mut(rejections).add(decision);
        }
        keys
    }

    pub(super) fn remove_decision(&mut self, decision: &Decision) -> Vec<Arc<str>> {
        let keys = decided_keys(decision);
        for key in &keys {
            if let Some(rejections) = self.rejected.get_mut(key) {
                let rejections = Arc::make_mut(rejections);
                rejections.remove(&decision.id);
                if rejections.is_empty() {
                    self.rejected.remove(key);
                }
            }
        }
        keys
    }

    fn add(&mut self, key: &Arc<str>, evidence: Evidence) {
        let entry = self.entries.entry(Arc::clone(key)).or_insert_with(|| {
            let words = key.split(' ').count();
            let head = key.split(' ').next().unwrap_or_default();
            match self.heads.get_mut(head) {
                Some(most) => *most = words.max(*most),
                None => drop(self.heads.insert(head.into(), words)),
            }
            Arc::default()
        });
        Arc::make_mut(entry).evidence.push(evidence);
    }

    fn remove(&mut self, key: &Arc<str>, record: &Id, surname: bool) {
        if let Some(entry) = self.entries.get_mut(key) {
            Arc::make_mut(entry)
                .evidence
                .retain(|one| one.record != *record || one.surname != surname);
        }
    }

    /// Draws the conclusions for a key anew; whether they changed.
    pub(super) fn conclude(&mut self, key: &Arc<str>) -> bool {
        let Some(entry) = self.entries.get_mut(key) else {
            return false;
        };
        let changed = Arc::make_mut(entry).conclude(is_single(key));
        if entry.evidence.is_empty() {
            self.entries.remove(key);
        }
        changed
    }
}

fn entity_keys(entity: &Entity) -> Vec<Arc<str>> {
    let keys: BTreeSet<Arc<str>> = entity
        .surfaces
        .iter()
        .map(|surface| key_of(surface).into())
        .filter(|key: &Arc<str>| key.chars().any(char::is_alphabetic))
        .collect();
    keys.into_iter().collect()
}

/// The keys of a rejection; none for one of a single place, nor for what was
/// decided about marks.
fn decided_keys(decision: &Decision) -> Vec<Arc<str>> {
    if decision.span.is_some() || decision.verdict == Verdict::Neither {
        return Vec::new();
    }
    let key = key_of(&decision.surface);
    // What stands behind a ل may have lost the article's alef.
    let article = key.starts_with('ل').then(|| format!("ا{key}").into());
    let key = (!key.is_empty()).then(|| key.into());
    key.into_iter().chain(article).collect()
}
