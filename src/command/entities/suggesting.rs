//! Whom a mark may mention: entities with a name like its words, each with
//! the reason.
//!
//! Lives here: gathering and ordering the reasons for one mark. Not here: the
//! reasons themselves ([`crate::entities::alike`]).
//!
//! **Invariant:** nothing here links anything; who of several is meant is for
//! a person to say.

use std::collections::BTreeMap;

use crate::command::Workbench;
use crate::entities::alike::{Handle, Why, bracketed, handles};
use crate::entities::{Type, bare_name};
use crate::model::{Annotation, Id, Span};

use super::registry::words_of;

/// An entity a mark may mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// The entity.
    pub entity: Id,
    /// Why.
    pub why: Why,
    /// Whether the entity is mentioned in the same document.
    pub here: bool,
}

/// The most that are suggested.
const MOST: usize = 12;
/// How far before a bracket the name it belongs to may begin, bytes.
const BEFORE: usize = 200;

impl Workbench {
    /// The entities a mark may mention, the likeliest first.
    pub fn entities_like(&self, mark: &Annotation) -> Vec<Likeness> {
        let Some(document) = self.project().document(&mark.document) else {
            return Vec::new();
        };
        let (key, words) = words_of(mark, &document.text);
        let mut found = self.like_words(&words, key.tag(), Some(&mark.document));
        if let Some(span) = mark.hull() {
            for entity in self.named_beside(&mark.document, span) {
                found.insert(
                    0,
                    self.likeness(entity, Why::Bracketed, Some(&mark.document)),
                );
            }
        }
        self.in_order(found, mark.entity.as_ref())
    }

    /// The entities that words under a tag may name, the likeliest first.
    pub fn entities_named_like(
        &self,
        words: &str,
        tag: &Id,
        document: Option<&Id>,
    ) -> Vec<Likeness> {
        let found = self.like_words(words, tag, document);
        self.in_order(found, None)
    }

    fn like_words(&self, words: &str, tag: &Id, document: Option<&Id>) -> Vec<Likeness> {
        let registry = self.registry();
        let kind = Type::from_tag(tag);
        let mut found = Vec::new();
        for handle in handles(words, kind, self.learned().own_list()) {
            for entity in registry.with_handle(&handle.partner()) {
                if !handle.why.needs_one_type() || self.is_of_tag(entity, tag) {
                    found.push(self.likeness(entity.clone(), handle.why, document));
                }
            }
        }
        found
    }

    fn likeness(&self, entity: Id, why: Why, document: Option<&Id>) -> Likeness {
        let here = document
            .and_then(|id| self.project().document(id))
            .is_some_and(|document| {
                self.registry()
                    .is_mentioned_in(&entity, document.order, &document.id)
            });
        Likeness { entity, why, here }
    }

    fn is_of_tag(&self, entity: &Id, tag: &Id) -> bool {
        let entity = self.project().entity(entity);
        entity.is_some_and(|entity| entity.tag.as_ref().is_none_or(|own| own == tag))
    }

    /// Each entity once, for its best reason; the surest first, those of the
    /// same document before others.
    fn in_order(&self, found: Vec<Likeness>, without: Option<&Id>) -> Vec<Likeness> {
        let mut best: BTreeMap<Id, Likeness> = BTreeMap::new();
        for one in found {
            if Some(&one.entity) == without {
                continue;
            }
            match best.get(&one.entity) {
                Some(known) if known.why <= one.why => {}
                _ => drop(best.insert(one.entity.clone(), one)),
            }
        }
        let registry = self.registry();
        let mut all: Vec<Likeness> = best.into_values().collect();
        all.sort_by_cached_key(|one| {
            let count = std::cmp::Reverse(registry.mention_count(&one.entity));
            (one.why, !one.here, count, one.entity.clone())
        });
        all.truncate(MOST);
        all
    }

    /// The entities of marks that this one stands in brackets behind, or that
    /// stand in brackets behind it.
    fn named_beside(&self, document: &Id, span: Span) -> Vec<Id> {
        let project = self.project();
        let Some(text) = project.document(document).map(|document| &*document.text) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        if let Some(inner) = bracketed(text, span) {
            let inside = project.annotations_in(document, inner);
            found.extend(inside.filter_map(|mark| mark.entity.clone()));
        }
        let before = project
            .annotations_before(document, span.start)
            .take_while(|mark| {
                mark.hull()
                    .is_some_and(|hull| hull.start + BEFORE > span.start)
            });
        for mark in before {
            let holds = mark
                .hull()
                .and_then(|hull| bracketed(text, hull))
                .is_some_and(|inner| inner.contains_span(span) || span.contains_span(inner));
            if holds {
                found.extend(mark.entity.clone());
            }
        }
        found
    }

    /// The entity that a mark's words surely name: exactly one has this very
    /// name and its tag.
    pub(super) fn only_namesake(&self, words: &str, tag: &Id) -> Option<Id> {
        let own = self.learned().own_list();
        let same = handles(words, Type::from_tag(tag), own)
            .into_iter()
            .find(|handle: &Handle| handle.why == Why::SameName)?;
        let mut all = self
            .registry()
            .with_handle(&same)
            .filter(|entity| self.is_of_tag(entity, tag));
        let first = all.next()?.clone();
        all.next().is_none().then_some(first)
    }
}

/// An entity offered for words, and why, if there is a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The entity.
    pub entity: Id,
    /// Why it may be meant.
    pub why: Option<Why>,
}

impl Workbench {
    /// The words that are to be linked: of the suggestion under review, else
    /// of the mark at hand; without clitics.
    pub fn words_to_link(&self) -> Option<String> {
        if let Some((document, suggestion)) = self.current_suggestion() {
            let text = &self.project().document(document)?.text;
            return Some(bare_name(text, suggestion.span));
        }
        self.name_at_hand().map(|mark| self.name_for(mark))
    }

    /// The entities to choose from: for an empty query those that may be
    /// meant, the likeliest first, then all others by how often they are
    /// mentioned; else those that fit the query.
    pub fn entity_offers(&self, query: &str) -> Vec<Offer> {
        let like = match (self.current_suggestion(), self.name_at_hand()) {
            (Some((document, one)), _) => {
                let words = self.words_to_link().unwrap_or_default();
                self.entities_named_like(&words, &one.tag_id(), Some(document))
            }
            (None, Some(mark)) => self.entities_like(mark),
            (None, None) => Vec::new(),
        };
        let why = |id: &Id| {
            let one = like.iter().find(|one| one.entity == *id);
            one.map(|one| one.why)
        };
        let found = self.find_entities(query);
        let mut offers: Vec<Offer> = Vec::with_capacity(found.len());
        if query.trim().is_empty() {
            offers.extend(like.iter().map(|one| Offer {
                entity: one.entity.clone(),
                why: Some(one.why),
            }));
        }
        let first = offers.len();
        for entity in found {
            let known = offers
                .iter()
                .take(first)
                .any(|offer| offer.entity == entity);
            if !known {
                let why = why(&entity);
                offers.push(Offer { entity, why });
            }
        }
        offers
    }
}

impl Workbench {
    /// The entities to choose from beside one: for an empty query those with
    /// names like its own first.
    pub fn offers_beside(&self, own: &Id, query: &str) -> Vec<Offer> {
        let registry = self.registry();
        let project = self.project();
        let tag = project.entity(own).and_then(|entity| entity.tag.as_ref());
        let mut like: BTreeMap<Id, Why> = BTreeMap::new();
        for handle in registry.handles_of(own) {
            for entity in registry.with_handle(&handle.partner()) {
                let fits = match tag {
                    Some(tag) => !handle.why.needs_one_type() || self.is_of_tag(entity, tag),
                    None => true,
                };
                if fits && entity != own {
                    let why = like.entry(entity.clone()).or_insert(handle.why);
                    *why = (*why).min(handle.why);
                }
            }
        }
        let mut offers: Vec<Offer> = self
            .find_entities(query)
            .into_iter()
            .map(|entity| Offer {
                why: like.get(&entity).copied(),
                entity,
            })
            .collect();
        if query.trim().is_empty() {
            offers.sort_by_key(|offer| (offer.why.is_none(), offer.why));
        }
        offers
    }
}
