//! Who is mentioned where: the index over the entities and the marks of names.
//!
//! Lives here: the mentions of each entity in reading order, the marks of
//! names that mention nobody yet, the words entities are found by. Not here:
//! the records (model), typing and ranking ([`super::search`]), what names
//! have in common ([`crate::entities::alike`]).
//!
//! A project is read little by little ([`Registry::read_on`]), and so is a
//! large change; any other is followed at once.
//!
//! **Invariant:** once read, the index says what counting all marks would say
//! (tested with any sequence of edits).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::OnceLock;

use crate::entities::alike::{Handle, handles, search_key, skeleton};
use crate::entities::learned::{AUTHORITY, key_of};
use crate::entities::{OwnList, Type, bare_name};
use crate::language::{Level, key};
use crate::model::{Annotation, Edit, Entity, Id, Project, Record, TagKind};

/// Where a mark stands, in reading order over all documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The order of its document.
    pub order: u32,
    /// Its document.
    pub document: Id,
    /// Its first byte.
    pub start: usize,
    /// The mark.
    pub mark: Id,
}

/// What makes two marks one name: the tag, and the words when folded.
pub type NameKey = (Id, String);

/// Marks of one name that mention no entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlinked {
    /// The words of the mark that was read first.
    pub surface: String,
    /// The marks.
    pub spots: BTreeSet<Spot>,
}

/// What an entity is found by.
#[derive(Debug)]
pub(super) struct Found {
    /// Name first, then surfaces, as they are searched.
    pub(super) names: Vec<String>,
    /// The name in Latin letters, when it was first asked for.
    pub(super) latin: OnceLock<(String, String)>,
    /// Identifiers in small letters.
    pub(super) identifiers: Vec<String>,
    handles: Vec<Handle>,
}

/// How far the project has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reading {
    /// The entities after this one.
    Entities(Option<Id>),
    /// The marks of the document at this place of the order, from this byte.
    Marks(usize, usize),
    Done,
}

/// The index.
#[derive(Debug)]
pub struct Registry {
    reading: Reading,
    /// Marks and entities of a large change that are still to be looked at.
    queue: VecDeque<Waiting>,
    pub(super) entities: BTreeMap<Id, Found>,
    by_handle: HashMap<Handle, BTreeSet<Id>>,
    mentions: BTreeMap<Id, BTreeSet<Spot>>,
    unlinked: BTreeMap<NameKey, Unlinked>,
    unlinked_spots: BTreeSet<Spot>,
    /// Unlinked names by how often they are marked, most often first.
    ranked: BTreeSet<(Reverse<usize>, NameKey)>,
    of_mark: HashMap<Id, (Kept, Spot)>,
}

/// A record that is to be looked at again.
#[derive(Clone, Debug)]
enum Waiting {
    Entity(Id),
    Mark(Id),
}

/// Where a mark is kept.
#[derive(Clone, Debug)]
enum Kept {
    Mention(Id),
    Name(NameKey),
}

/// A change of more records than this is followed little by little: marking
/// ten thousand places waits for nothing.
const MANY: usize = 500;
/// Words further than this (bytes) say no more about which name it is.
const LONGEST: usize = 400;

impl Default for Registry {
    fn default() -> Self {
        Self {
            reading: Reading::Entities(None),
            queue: VecDeque::new(),
            entities: BTreeMap::new(),
            by_handle: HashMap::new(),
            mentions: BTreeMap::new(),
            unlinked: BTreeMap::new(),
            unlinked_spots: BTreeSet::new(),
            ranked: BTreeSet::new(),
            of_mark: HashMap::new(),
        }
    }
}

impl Registry {
    /// Whether all of the project is read.
    pub fn is_read(&self) -> bool {
        self.reading == Reading::Done && self.queue.is_empty()
    }

    /// How many entities and marks of names are known.
    pub fn size(&self) -> usize {
        self.entities.len() + self.of_mark.len()
    }

    /// The mentions of an entity in reading order.
    pub fn mentions(&self, entity: &Id) -> impl DoubleEndedIterator<Item = &Spot> {
        self.mentions.get(entity).into_iter().flatten()
    }

    /// How many marks mention an entity.
    pub fn mention_count(&self, entity: &Id) -> usize {
        self.mentions.get(entity).map_or(0, BTreeSet::len)
    }

    /// Where an entity is mentioned first.
    pub fn first_mention(&self, entity: &Id) -> Option<&Spot> {
        self.mentions.get(entity)?.first()
    }

    /// The mentions of an entity in one document, in order.
    pub fn mentions_in(&self, entity: &Id, order: u32, document: &Id) -> Vec<&Spot> {
        let from = Spot {
            order,
            document: document.clone(),
            start: 0,
            mark: Id::new(""),
        };
        self.mentions
            .get(entity)
            .into_iter()
            .flat_map(|spots| spots.range(from.clone()..))
            .take_while(|spot| spot.document == *document)
            .collect()
    }

    /// Documents with mentions of an entity, in order, and how many.
    pub fn by_document(&self, entity: &Id) -> Vec<(Id, usize)> {
        let mut counts: Vec<(Id, usize)> = Vec::new();
        for spot in self.mentions(entity) {
            match counts.last_mut() {
                Some((document, count)) if *document == spot.document => *count += 1,
                _ => counts.push((spot.document.clone(), 1)),
            }
        }
        counts
    }

    /// The mention after (or before) a place, and round again.
    pub fn step(&self, entity: &Id, from: Option<&Spot>, forward: bool) -> Option<&Spot> {
        step(self.mentions.get(entity)?, from, forward)
    }

    /// Where a mark of a name stands; none for marks that name nothing.
    pub fn spot_of(&self, mark: &Id) -> Option<&Spot> {
        self.of_mark.get(mark).map(|(_, spot)| spot)
    }

    /// Which unlinked name a mark belongs to.
    pub fn name_of(&self, mark: &Id) -> Option<&NameKey> {
        match self.of_mark.get(mark) {
            Some((Kept::Name(key), _)) => Some(key),
            _ => None,
        }
    }

    /// Names that are marked and mention no entity, the most frequent first.
    pub fn unlinked(&self) -> impl Iterator<Item = (&NameKey, &Unlinked)> {
        self.ranked
            .iter()
            .filter_map(|(_, key)| Some((key, self.unlinked.get(key)?)))
    }

    /// How many unlinked names there are.
    pub fn unlinked_count(&self) -> usize {
        self.unlinked.len()
    }

    /// The marks of one unlinked name.
    pub fn unlinked_name(&self, key: &NameKey) -> Option<&Unlinked> {
        self.unlinked.get(key)
    }

    /// The marks of names that mention no entity, in reading order.
    pub fn unlinked_marks(&self) -> &BTreeSet<Spot> {
        &self.unlinked_spots
    }

    /// The mark of a name without an entity after (or before) a place, and
    /// round again.
    pub fn step_unlinked(&self, from: Option<&Spot>, forward: bool) -> Option<&Spot> {
        step(&self.unlinked_spots, from, forward)
    }

    /// The entities that have this handle.
    pub(super) fn with_handle(&self, handle: &Handle) -> impl Iterator<Item = &Id> {
        self.by_handle.get(handle).into_iter().flatten()
    }

    /// All handles and who has them.
    pub(super) fn all_handles(&self) -> impl Iterator<Item = (&Handle, &BTreeSet<Id>)> {
        self.by_handle.iter()
    }

    /// The handles of an entity.
    pub(super) fn handles_of(&self, entity: &Id) -> &[Handle] {
        self.entities
            .get(entity)
            .map_or(&[], |found| found.handles.as_slice())
    }

    /// Begins anew.
    pub(super) fn begin(&mut self) {
        *self = Self::default();
    }

    /// Reads about `most` records further. Returns whether there is more.
    pub(super) fn read_on(&mut self, project: &Project, own: &OwnList, most: usize) -> bool {
        let mut left = most;
        while left > 0 {
            if let Some(waiting) = self.queue.pop_front() {
                self.look_at(project, own, waiting);
                left -= 1;
                continue;
            }
            match self.reading.clone() {
                Reading::Done => return false,
                Reading::Entities(after) => {
                    let mut last = None;
                    for entity in project.entities_after(after.as_ref()).take(left) {
                        self.add_entity(entity, own);
                        last = Some(entity.id.clone());
                        left -= 1;
                    }
                    self.reading = match last {
                        Some(last) if left == 0 => Reading::Entities(Some(last)),
                        _ => Reading::Marks(0, 0),
                    };
                }
                Reading::Marks(place, from) => self.read_marks(project, place, from, &mut left),
            }
        }
        !self.is_read()
    }

    /// Makes the index say of a record what the project says now.
    fn look_at(&mut self, project: &Project, own: &OwnList, waiting: Waiting) {
        match waiting {
            Waiting::Entity(id) => {
                self.remove_entity(&id);
                if let Some(entity) = project.entity(&id) {
                    self.add_entity(entity, own);
                }
            }
            Waiting::Mark(id) => {
                self.remove_mark(&id);
                if let Some(mark) = project.annotation(&id) {
                    self.add_mark(project, mark);
                }
            }
        }
    }

    fn read_marks(&mut self, project: &Project, place: usize, from: usize, left: &mut usize) {
        let Some(document) = project.documents_from(place).next() else {
            self.reading = Reading::Done;
            return;
        };
        let mut last = from;
        for mark in project.annotations_from(&document.id, from) {
            let start = mark.hull().map_or(0, |hull| hull.start);
            // Marks that begin together are read together.
            if *left == 0 && start > last {
                self.reading = Reading::Marks(place, start);
                return;
            }
            self.add_mark(project, mark);
            *left = left.saturating_sub(1);
            last = start;
        }
        *left = left.saturating_sub(1);
        self.reading = Reading::Marks(place + 1, 0);
    }

    /// Follows a change of the project.
    pub(super) fn follow(&mut self, project: &Project, own: &OwnList, edits: &[Edit]) {
        if edits.iter().any(turns_order) {
            self.begin();
            return;
        }
        let at_once = edits.len() <= MANY;
        for edit in edits {
            let waiting = match edit.after.as_ref().or(edit.before.as_ref()) {
                Some(Record::Annotation(mark)) => Waiting::Mark(mark.id.clone()),
                Some(Record::Entity(entity)) => Waiting::Entity(entity.id.clone()),
                _ => continue,
            };
            if at_once {
                self.look_at(project, own, waiting);
            } else {
                self.queue.push_back(waiting);
            }
        }
    }

    fn add_entity(&mut self, entity: &Entity, own: &OwnList) {
        self.remove_entity(&entity.id);
        let kind = entity.tag.as_ref().and_then(Type::from_tag);
        let all = || std::iter::once(&entity.name).chain(&entity.surfaces);
        let mut names: Vec<String> = Vec::new();
        let mut known: Vec<Handle> = Vec::new();
        for name in all() {
            let key = search_key(name);
            if key.is_empty() || names.contains(&key) {
                continue;
            }
            // As it is read when even the spelling is overlooked.
            let loose = loose_key(name);
            if loose != key && !names.contains(&loose) {
                names.push(key);
                names.push(loose);
            } else {
                names.push(key);
            }
            known.extend(handles(name, kind, own));
        }
        let things = entity.identifiers.get(AUTHORITY).into_iter().flatten();
        known.extend(things.map(|thing| Handle::of_listed(thing)));
        known.sort_unstable();
        known.dedup();
        for handle in &known {
            self.by_handle
                .entry(handle.clone())
                .or_default()
                .insert(entity.id.clone());
        }
        let latin = OnceLock::new();
        if !entity.romanised.is_empty() {
            let key = search_key(&entity.romanised);
            let bones = skeleton(&key);
            let _ = latin.set((key, bones));
        }
        let identifiers = entity
            .all_identifiers()
            .filter(|(authority, _)| *authority != AUTHORITY)
            .flat_map(|(authority, id)| {
                [
                    id.to_lowercase(),
                    format!("{authority}:{id}").to_lowercase(),
                ]
            })
            .collect();
        let found = Found {
            names,
            latin,
            identifiers,
            handles: known,
        };
        self.entities.insert(entity.id.clone(), found);
    }

    fn remove_entity(&mut self, id: &Id) {
        let Some(found) = self.entities.remove(id) else {
            return;
        };
        for handle in &found.handles {
            if let Some(those) = self.by_handle.get_mut(handle) {
                those.remove(id);
                if those.is_empty() {
                    self.by_handle.remove(handle);
                }
            }
        }
    }

    fn add_mark(&mut self, project: &Project, mark: &Annotation) {
        self.remove_mark(&mark.id);
        let (Some(document), Some(hull)) = (project.document(&mark.document), mark.hull()) else {
            return;
        };
        let spot = Spot {
            order: document.order,
            document: document.id.clone(),
            start: hull.start,
            mark: mark.id.clone(),
        };
        let kept = if let Some(entity) = &mark.entity {
            let spots = self.mentions.entry(entity.clone()).or_default();
            spots.insert(spot.clone());
            Kept::Mention(entity.clone())
        } else if names_a_thing(project, mark) {
            let (key, surface) = words_of(mark, &document.text);
            let name = self
                .unlinked
                .entry(key.clone())
                .or_insert_with(|| Unlinked {
                    surface,
                    spots: BTreeSet::new(),
                });
            self.ranked
                .remove(&(Reverse(name.spots.len()), key.clone()));
            name.spots.insert(spot.clone());
            self.ranked.insert((Reverse(name.spots.len()), key.clone()));
            self.unlinked_spots.insert(spot.clone());
            Kept::Name(key)
        } else {
            return;
        };
        self.of_mark.insert(mark.id.clone(), (kept, spot));
    }

    fn remove_mark(&mut self, mark: &Id) {
        match self.of_mark.remove(mark) {
            None => {}
            Some((Kept::Mention(entity), spot)) => {
                if let Some(spots) = self.mentions.get_mut(&entity) {
                    spots.remove(&spot);
                    if spots.is_empty() {
                        self.mentions.remove(&entity);
                    }
                }
            }
            Some((Kept::Name(key), spot)) => {
                self.unlinked_spots.remove(&spot);
                let Some(name) = self.unlinked.get_mut(&key) else {
                    return;
                };
                self.ranked
                    .remove(&(Reverse(name.spots.len()), key.clone()));
                name.spots.remove(&spot);
                if name.spots.is_empty() {
                    self.unlinked.remove(&key);
                } else {
                    self.ranked.insert((Reverse(name.spots.len()), key));
                }
            }
        }
    }
}

/// Words as they are searched when even the spelling is overlooked: سوريا finds
/// سورية.
pub(super) fn loose_key(words: &str) -> String {
    search_key(&key(words, Level::Loose))
}

/// Whether marks may stand in another order after an edit, or another kind of
/// mark may be a name.
fn turns_order(edit: &Edit) -> bool {
    match (&edit.before, &edit.after) {
        (Some(Record::Document(before)), Some(Record::Document(after))) => {
            before.order != after.order
        }
        (Some(Record::Tag(before)), Some(Record::Tag(after))) => before.kind != after.kind,
        _ => false,
    }
}

/// Whether a mark is a name of some thing: not a date, a number, a title.
pub(super) fn names_a_thing(project: &Project, mark: &Annotation) -> bool {
    let is_name = project
        .tag(&mark.tag)
        .is_some_and(|tag| tag.kind == TagKind::Entity);
    is_name && !Type::from_tag(&mark.tag).is_some_and(Type::is_value)
}

/// Which name a mark's words are, and the words.
pub(super) fn words_of(mark: &Annotation, text: &str) -> (NameKey, String) {
    let mut surface = match mark.spans.as_slice() {
        [span] if span.len() <= LONGEST => bare_name(text, *span),
        [span] => {
            let end = text.floor_char_boundary(span.start + LONGEST);
            text.get(span.start..end).unwrap_or_default().to_owned()
        }
        _ => mark.quote(text),
    };
    surface.truncate(surface.floor_char_boundary(LONGEST));
    let key = key_of(&surface);
    ((mark.tag.clone(), key), surface)
}

fn step<'a>(spots: &'a BTreeSet<Spot>, from: Option<&Spot>, forward: bool) -> Option<&'a Spot> {
    match (from, forward) {
        (Some(from), true) => spots.range((Excluded(from), Unbounded)).next(),
        (Some(from), false) => spots.range(..from).next_back(),
        (None, _) => None,
    }
    .or_else(|| if forward { spots.first() } else { spots.last() })
}
