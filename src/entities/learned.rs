//! What a project has learned from its analysts' decisions.
//!
//! Here: the dictionary of accepted surfaces with their tags and entities, the
//! surnames of accepted full names, and what was rejected. It is made from the
//! records of the project and nothing else, so undo teaches as well as doing
//! does. Not here: how texts are searched for it (engine), and how decisions
//! become records (command).
//!
//! Dates, numbers and addresses are not learned: a pattern finds them, and
//! their surfaces say nothing about the next text.
//!
//! **Invariant:** a dictionary brought up to date by [`Learned::update`] gives
//! the same answers as one made from the project by [`Learned::from_project`]
//! (tested with any sequence of edits).

mod entry;
mod key;
mod rejections;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::own::OwnList;
use super::{Canonical, Reason, Source, Suggestion, Type};
use crate::model::{
    Annotation, Decision, Edit, Entity, Id, Kind, Project, Record, Span, Tag, TagKind, Timestamp,
};
use entry::{Choice, Entry, Evidence};
pub use key::{key_of, surface_key};
use rejections::Rejections;

/// The identifier under which an entity keeps the id of the
/// [`Canonical`] it was made for.
pub const AUTHORITY: &str = "hashiya";
/// Begins the id of a [`Canonical`] that is an entity of the project.
pub const ENTITY: &str = "entity:";

/// Words that make a surname together with the word after them.
const BINDING: [&str; 12] = [
    "ابو", "ابي", "ابن", "بن", "ال", "عبد", "دي", "فان", "دو", "دا", "لا", "ام",
];
/// The rule that uses the rank of learned names for something else.
const NISBA: &str = "nisba";
/// Fewest letters of a surname.
const SHORTEST_SURNAME: usize = 3;
/// More edits than these are not followed one by one.
const MANY_EDITS: usize = 2_000;

/// The learned dictionary. Copies share it.
#[derive(Clone, Default, Debug)]
pub struct Learned {
    book: Arc<Book>,
    /// The user's own list, which counts in every project.
    own: Arc<OwnList>,
}

/// A learned name that begins at a word.
#[derive(Clone, PartialEq, Debug)]
pub struct LearnedMatch {
    /// Number of words it takes.
    pub words: usize,
    /// What it names. For a tag of the user's own, the type of the nearest
    /// tag above it; [`Type::Event`] if there is none.
    pub kind: Type,
    /// Its tag, when that is not the default one of `kind`.
    pub tag: Option<Id>,
    /// The thing it names.
    pub canonical: Option<Canonical>,
    /// In how many places it was accepted, for the message `why-learned`.
    pub detail: String,
    /// False for a single word that was accepted only once or only after one
    /// certain word, and for a surname: to be taken only where it is no
    /// ordinary word.
    pub certain: bool,
    /// Whether only full names that end so were accepted.
    pub surname: bool,
}

/// What an acceptance rests on, for those who ask why.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ground {
    /// In how many places the words were accepted as this.
    pub places: usize,
    /// In how many documents.
    pub documents: usize,
    /// The document of the first of these places.
    pub first: Option<Id>,
    /// In how many places they were accepted as something else.
    pub otherwise: usize,
}

/// Which surfaces mean something else now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Changes {
    /// Only these keys; possibly none.
    Keys(BTreeSet<Arc<str>>),
    /// Possibly all of them.
    All,
}

/// What a tag is to a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TagMeaning {
    kind: Type,
    own: bool,
    learned: bool,
}

/// The dictionary itself.
#[derive(Clone, Default, Debug)]
struct Book {
    entries: HashMap<Arc<str>, Arc<Entry>>,
    /// By first word: the greatest number of words of a surface.
    heads: HashMap<Arc<str>, usize>,
    rejected: HashMap<Arc<str>, Arc<Rejections>>,
    entities: HashMap<Id, Canonical>,
    tags: HashMap<Id, TagMeaning>,
}

impl Learned {
    /// Learns everything a project holds.
    pub fn from_project(project: &Project) -> Self {
        let mut book = Book {
            tags: meanings(project),
            ..Book::default()
        };
        let mut keys: HashMap<&str, Arc<str>> = HashMap::new();
        for document in project.documents() {
            for mark in project.annotations_of(&document.id) {
                book.add_mark(mark, &document.text, &mut |quote| {
                    Arc::clone(keys.entry(quote).or_insert_with(|| key_of(quote).into()))
                });
            }
        }
        for entity in project.entities() {
            book.add_entity(entity);
        }
        for decision in project.decisions() {
            book.add_decision(decision);
        }
        for (key, entry) in &mut book.entries {
            Arc::make_mut(entry).conclude(is_single(key));
        }
        Self {
            book: Arc::new(book),
            own: Arc::default(),
        }
    }

    /// The same with this list of the user's own.
    #[must_use]
    pub fn with_own_list(mut self, own: Arc<OwnList>) -> Self {
        self.own = own;
        self
    }

    /// The user's own list.
    pub fn own_list(&self) -> &Arc<OwnList> {
        &self.own
    }

    /// Follows the edits of a transaction that has been applied to `project`.
    pub fn update(&mut self, project: &Project, edits: &[Edit]) -> Changes {
        let all = edits.len() > MANY_EDITS
            || edits.iter().any(|edit| {
                let record = edit.after.as_ref().or(edit.before.as_ref());
                record.is_some_and(|record| record.kind() == Kind::Tag)
            });
        if all {
            *self = Self::from_project(project).with_own_list(Arc::clone(&self.own));
            return Changes::All;
        }
        let texts: HashMap<&Id, &str> = edits
            .iter()
            .flat_map(|edit| [&edit.before, &edit.after])
            .filter_map(|record| match record {
                Some(Record::Document(document)) => Some((&document.id, &*document.text)),
                _ => None,
            })
            .collect();
        let text_of = |mark: &Annotation| {
            project
                .document(&mark.document)
                .map(|document| &*document.text)
                .or_else(|| texts.get(&mark.document).copied())
                .unwrap_or_default()
        };
        let mut touched: BTreeSet<Arc<str>> = BTreeSet::new();
        let mut changed: BTreeSet<Arc<str>> = BTreeSet::new();
        let concerns = |edit: &Edit| {
            let record = edit.after.as_ref().or(edit.before.as_ref());
            matches!(
                record.map(Record::kind),
                Some(Kind::Annotation | Kind::Entity | Kind::Decision)
            )
        };
        if !edits.iter().any(concerns) {
            return Changes::Keys(changed);
        }
        let book = Arc::make_mut(&mut self.book);
        for edit in edits {
            match &edit.before {
                Some(Record::Annotation(mark)) => {
                    touched.extend(book.remove_mark(mark, text_of(mark)));
                }
                Some(Record::Entity(entity)) => touched.extend(book.remove_entity(entity)),
                Some(Record::Decision(decision)) => {
                    changed.extend(book.remove_decision(decision));
                }
                _ => {}
            }
            match &edit.after {
                Some(Record::Annotation(mark)) => {
                    let mut key = |quote: &str| key_of(quote).into();
                    touched.extend(book.add_mark(mark, text_of(mark), &mut key));
                }
                Some(Record::Entity(entity)) => {
                    let keys = book.add_entity(entity);
                    if renamed(edit) {
                        changed.extend(keys.iter().cloned());
                    }
                    touched.extend(keys);
                }
                Some(Record::Decision(decision)) => changed.extend(book.add_decision(decision)),
                _ => {}
            }
        }
        for key in touched {
            if book.conclude(&key) || book.rejected.contains_key(&key) {
                changed.insert(key);
            }
        }
        Changes::Keys(changed)
    }

    /// Whether nothing has been learned.
    pub fn is_empty(&self) -> bool {
        self.book.entries.is_empty() && self.book.rejected.is_empty()
    }

    /// Whether anything was rejected.
    pub fn has_rejections(&self) -> bool {
        !self.book.rejected.is_empty()
    }

    /// How many surfaces are known.
    pub fn len(&self) -> usize {
        self.book.entries.len()
    }

    /// The longest learned name that begins with the first of `words` (folded
    /// at [`Level::Letters`](crate::language::Level), clitics cut off, the
    /// article's alef put back behind ل); `previous` is the folded word before
    /// it.
    pub fn longest(&self, words: &[&str], previous: Option<&str>) -> Option<LearnedMatch> {
        let book = &self.book;
        let first = words.first()?;
        let most = (*book.heads.get(*first)?).min(words.len());
        if most == 1 {
            return book.found(first, 1, previous);
        }
        let mut key = String::with_capacity(most * 12);
        let mut ends = Vec::with_capacity(most);
        for word in words.iter().take(most) {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
            ends.push(key.len());
        }
        ends.iter()
            .enumerate()
            .rev()
            .find_map(|(index, end)| book.found(key.get(..*end)?, index + 1, previous))
    }

    /// Whether the analysts have rejected this surface as `kind`, in
    /// this document or everywhere.
    pub fn suppresses(&self, document: Option<&Id>, surface: &str, kind: Type) -> bool {
        self.suppresses_tag(document, surface, &Id::new(kind.tag_id()))
    }

    /// The same for a tag.
    pub fn suppresses_tag(&self, document: Option<&Id>, surface: &str, tag: &Id) -> bool {
        let book = &self.book;
        if book.rejected.is_empty() {
            return false;
        }
        let holds = |key: &str| {
            book.rejected.get(key).is_some_and(|rejections| {
                let accepted = book.entries.get(key).map(AsRef::as_ref);
                rejections.hold(tag, document, accepted)
            })
        };
        holds(surface) || holds(&key_of(surface))
    }

    /// Gives suggestions of a text the tag and the entity that the same words
    /// were accepted with, where those are others.
    pub fn settle(&self, text: &str, suggestions: &mut [Suggestion]) {
        if self.book.entries.is_empty() {
            return;
        }
        for suggestion in suggestions {
            if suggestion.source == Source::Learned && suggestion.reason.rule != NISBA {
                continue;
            }
            let key = surface_key(text, suggestion.span);
            let words = key.split(' ').count();
            let previous = (words == 1).then(|| key::previous_word(text, suggestion.span.start));
            let Some(found) = self.book.found(&key, words, previous.flatten().as_deref()) else {
                continue;
            };
            let other = found.kind != suggestion.kind || found.tag != suggestion.tag;
            if found.surname {
                continue;
            }
            if other {
                suggestion.kind = found.kind;
                suggestion.tag = found.tag;
                suggestion.source = Source::Learned;
                suggestion.confidence = Source::Learned.confidence();
                suggestion.reason = Reason {
                    rule: "learned",
                    detail: found.detail,
                };
            }
            if other || found.canonical.is_some() {
                suggestion.canonical = found.canonical;
            }
        }
    }

    /// What the acceptance of these words (a [key](surface_key)) with this tag
    /// rests on.
    pub fn ground(&self, key: &str, tag: &Id) -> Ground {
        let mut ground = Ground::default();
        let Some(entry) = self.book.entries.get(key) else {
            return ground;
        };
        let mut documents: BTreeSet<&Id> = BTreeSet::new();
        let mut first: Option<(Timestamp, &Id)> = None;
        let own = entry.evidence.iter().any(|one| !one.surname);
        for one in entry.evidence.iter().filter(|one| one.surname != own) {
            let Some(document) = &one.document else {
                continue;
            };
            if one.tag != *tag {
                ground.otherwise += 1;
                continue;
            }
            ground.places += 1;
            documents.insert(document);
            if first.is_none_or(|(at, _)| one.at < at) {
                first = Some((one.at, document));
            }
        }
        ground.documents = documents.len();
        ground.first = first.map(|(_, document)| document.clone());
        ground
    }

    /// All learned surfaces with their tags, by key; for lists.
    pub fn surfaces(&self) -> impl Iterator<Item = (&str, &Id)> {
        let mut all: Vec<(&str, &Id)> = self
            .book
            .entries
            .iter()
            .filter_map(|(key, entry)| Some((&**key, &entry.usual.as_ref()?.tag)))
            .collect();
        all.sort_unstable();
        all.into_iter()
    }
}

/// All ways the first word of a key is written in a text, clitics and all.
pub fn written_forms(key: &str) -> impl Iterator<Item = String> + '_ {
    key::forms(key.split(' ').next().unwrap_or_default())
}

/// Whether an entity goes by another name after an edit.
fn renamed(edit: &Edit) -> bool {
    match (&edit.before, &edit.after) {
        (Some(Record::Entity(before)), Some(Record::Entity(after))) => {
            before.name != after.name || before.identifiers != after.identifiers
        }
        _ => false,
    }
}

fn is_single(key: &str) -> bool {
    !key.contains(' ')
}

/// What each tag of a project is to suggestions.
fn meanings(project: &Project) -> HashMap<Id, TagMeaning> {
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

impl Book {
    fn learns(&self, tag: &Id) -> bool {
        self.tags.get(tag).is_some_and(|meaning| meaning.learned)
    }

    /// What stands under this key, as a match of so many words.
    fn found(&self, key: &str, words: usize, previous: Option<&str>) -> Option<LearnedMatch> {
        let entry = self.entries.get(key)?;
        let Choice {
            tag,
            entity,
            certain,
            surname,
        } = entry.choice(previous)?;
        let meaning = self.tags.get(tag)?;
        let rejected = self.rejected.get(key);
        if rejected.is_some_and(|rejections| rejections.hold(tag, None, Some(entry))) {
            return None;
        }
        let places = entry
            .evidence
            .iter()
            .filter(|one| one.tag == *tag && one.document.is_some() && one.surname == *surname)
            .count();
        Some(LearnedMatch {
            words,
            kind: meaning.kind,
            tag: meaning.own.then(|| tag.clone()),
            canonical: entity
                .as_ref()
                .and_then(|id| self.entities.get(id))
                .cloned(),
            detail: places.to_string(),
            certain: *certain,
            surname: *surname,
        })
    }

    /// The keys a mark speaks about; the last may be a surname.
    fn keys_of(
        &self,
        mark: &Annotation,
        text: &str,
        quote: &str,
        key: Arc<str>,
    ) -> Vec<(Arc<str>, bool)> {
        let mut keys = Vec::with_capacity(2);
        if !key.chars().any(char::is_alphabetic) {
            return keys;
        }
        if let (Some(span), true) = (mark.hull(), quote.starts_with('ل'))
            && let (_, Some(article)) = key::surface_keys(text, span)
        {
            keys.push((article.into(), false));
        }
        let is_person = self
            .tags
            .get(&mark.tag)
            .is_some_and(|meaning| meaning.kind == Type::Person);
        if is_person && let Some(surname) = surname_of(&key) {
            keys.push((surname.into(), true));
        }
        keys.push((key, false));
        keys
    }

    /// Learns a mark; the keys it speaks about.
    fn add_mark<'a>(
        &mut self,
        mark: &Annotation,
        text: &'a str,
        key_of: &mut dyn FnMut(&'a str) -> Arc<str>,
    ) -> Vec<Arc<str>> {
        let [span] = mark.spans.as_slice() else {
            return Vec::new();
        };
        let Some(quote) = span.of(text).filter(|_| self.learns(&mark.tag)) else {
            return Vec::new();
        };
        let keys = self.keys_of(mark, text, quote, key_of(quote));
        for (key, surname) in &keys {
            let previous = (is_single(key) && !surname)
                .then(|| key::previous_word(text, span.start))
                .flatten();
            self.add(
                key,
                Evidence {
                    record: mark.id.clone(),
                    document: Some(mark.document.clone()),
                    tag: mark.tag.clone(),
                    entity: mark.entity.clone(),
                    at: mark.at,
                    previous: previous.map(Into::into),
                    surname: *surname,
                },
            );
        }
        keys.into_iter().map(|(key, _)| key).collect()
    }

    fn remove_mark(&mut self, mark: &Annotation, text: &str) -> Vec<Arc<str>> {
        let [span] = mark.spans.as_slice() else {
            return Vec::new();
        };
        let Some(quote) = span.of(text).filter(|_| self.learns(&mark.tag)) else {
            return Vec::new();
        };
        let keys = self.keys_of(mark, text, quote, key_of(quote).into());
        for (key, surname) in &keys {
            self.remove(key, &mark.id, *surname);
        }
        keys.into_iter().map(|(key, _)| key).collect()
    }

    fn add_entity(&mut self, entity: &Entity) -> Vec<Arc<str>> {
        let latin = entity
            .surfaces
            .iter()
            .find(|surface| surface.chars().any(|c| c.is_ascii_alphabetic()))
            .map(|surface| surface.as_str().into());
        let canonical = Canonical {
            id: entity
                .identifiers
                .get(AUTHORITY)
                .filter(|id| !id.starts_with("doc:"))
                .map_or_else(
                    || format!("{ENTITY}{}", entity.id).into(),
                    |id| id.as_str().into(),
                ),
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

    fn remove_entity(&mut self, entity: &Entity) -> Vec<Arc<str>> {
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
    fn add_decision(&mut self, decision: &Decision) -> Vec<Arc<str>> {
        let keys = decided_keys(decision);
        for key in &keys {
            let rejections = self.rejected.entry(Arc::clone(key)).or_default();
            Arc::make_mut(rejections).add(decision);
        }
        keys
    }

    fn remove_decision(&mut self, decision: &Decision) -> Vec<Arc<str>> {
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
    fn conclude(&mut self, key: &Arc<str>) -> bool {
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

/// The keys of a rejection; none for one of a single place.
fn decided_keys(decision: &Decision) -> Vec<Arc<str>> {
    if decision.span.is_some() {
        return Vec::new();
    }
    let key = key_of(&decision.surface);
    // What stands behind a ل may have lost the article's alef.
    let article = key.starts_with('ل').then(|| format!("ا{key}").into());
    let key = (!key.is_empty()).then(|| key.into());
    key.into_iter().chain(article).collect()
}

/// The last name of a full name, with the words that belong to it.
fn surname_of(key: &str) -> Option<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let (last, before) = words
        .split_last()
        .filter(|(_, before)| !before.is_empty())?;
    if last.chars().count() < SHORTEST_SURNAME || !last.chars().all(char::is_alphabetic) {
        return None;
    }
    match before.split_last() {
        Some((binding, rest)) if BINDING.contains(binding) => {
            (!rest.is_empty()).then(|| format!("{binding} {last}"))
        }
        _ => Some((*last).to_owned()),
    }
}

/// Whether a place was rejected by itself.
pub fn rejects_place(decision: &Decision, document: &Id, span: Span, tag: &Id) -> bool {
    decision.span == Some(span)
        && decision.document.as_ref() == Some(document)
        && decision.tag.as_ref().is_none_or(|rejected| rejected == tag)
}
