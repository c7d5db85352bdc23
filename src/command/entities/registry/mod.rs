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

mod owners;
mod places;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::OnceLock;

use crate::entities::alike::{Handle, handles, search_key, skeleton};
use crate::entities::learned::{AUTHORITY, key_of};
use crate::entities::{OwnList, Type, bare_name};
use crate::language::{Level, key};
use crate::model::{Annotation, Edit, Entity, Id, Project, Record, TagKind};

use owners::Owners;
pub use owners::{NameKey, Owner, Unlinked};
use places::Places;
pub use places::Spot;

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
    owners: Owners,
    places: Places,
    /// How often it was begun anew.
    begun: u64,
}

/// A state of the index, to ask later what has changed since.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    begun: u64,
    changes: u64,
}

/// A record that is to be looked at again.
#[derive(Clone, Debug)]
enum Waiting {
    Entity(Id),
    Mark(Id),
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
            owners: Owners::default(),
            places: Places::default(),
            begun: 0,
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
        self.entities.len() + self.places.len()
    }

    /// How it stands now.
    pub fn stand(&self) -> Stand {
        Stand {
            begun: self.begun,
            changes: self.owners.changes(),
        }
    }

    /// What has changed since then: counts, and what is known of entities;
    /// none when there is too much to say.
    pub fn changed(&self, since: Stand) -> Option<impl Iterator<Item = Owner>> {
        (since.begun == self.begun)
            .then(|| self.owners.changed(since.changes))
            .flatten()
    }

    /// The number of an entity in this index.
    pub fn owner_of_entity(&self, entity: &Id) -> Option<Owner> {
        self.owners.of_entity(entity)
    }

    /// Which entity has this number, if it is there.
    pub fn entity_of(&self, owner: Owner) -> Option<&Id> {
        let id = self.owners.entity_of(owner)?;
        self.entities.contains_key(id).then_some(id)
    }

    /// Which name has this number, if it has marks.
    pub fn name_with(&self, owner: Owner) -> Option<&Unlinked> {
        self.owners.name_of(owner).filter(|name| name.count > 0)
    }

    /// How many marks an entity or a name has.
    pub fn count(&self, owner: Owner) -> usize {
        self.owners.mentions(owner)
    }

    /// What an entity or a name is sorted by: its name as it is searched.
    pub fn sorted_by(&self, owner: Owner) -> &str {
        match self.owners.name_of(owner) {
            Some(name) => name.key.folded(),
            None => self
                .entity_of(owner)
                .and_then(|id| self.entities.get(id)?.names.first())
                .map_or("", String::as_str),
        }
    }

    /// Its marks in reading order.
    pub fn marks(&self, owner: Owner) -> impl DoubleEndedIterator<Item = Spot> {
        self.places.of(owner)
    }

    /// The mentions of an entity in reading order.
    pub fn mentions(&self, entity: &Id) -> impl DoubleEndedIterator<Item = Spot> {
        let owner = self.owners.of_entity(entity);
        owner.into_iter().flat_map(|owner| self.places.of(owner))
    }

    /// How many marks mention an entity.
    pub fn mention_count(&self, entity: &Id) -> usize {
        let owner = self.owners.of_entity(entity);
        owner.map_or(0, |owner| self.owners.mentions(owner))
    }

    /// The mentions of an entity in one document, in order.
    pub fn mentions_in(&self, entity: &Id, order: u32, document: &Id) -> Vec<Spot> {
        let owner = self.owners.of_entity(entity);
        owner
            .into_iter()
            .flat_map(|owner| self.places.of_document(owner, order, document))
            .collect()
    }

    /// Whether a document has a mention of an entity.
    pub fn is_mentioned_in(&self, entity: &Id, order: u32, document: &Id) -> bool {
        let owner = self.owners.of_entity(entity);
        owner.is_some_and(|owner| {
            let mut all = self.places.of_document(owner, order, document);
            all.next().is_some()
        })
    }

    /// Documents with mentions of an entity, in order, and how many.
    pub fn by_document(&self, entity: &Id) -> Vec<(Id, usize)> {
        let owner = self.owners.of_entity(entity);
        owner.map_or_else(Vec::new, |owner| self.places.by_document(owner))
    }

    /// The mark of an entity or a name after (or before) a place, and round
    /// again.
    pub fn step(&self, owner: Owner, from: Option<&Spot>, forward: bool) -> Option<Spot> {
        self.places.step(owner, from, forward)
    }

    /// Where a mark of a name stands; none for marks that name nothing.
    pub fn spot_of(&self, mark: &Id) -> Option<Spot> {
        self.places.spot(mark)
    }

    /// Which entity or unlinked name a mark belongs to.
    pub fn owner_of(&self, mark: &Id) -> Option<Owner> {
        self.places.owner(mark)
    }

    /// Names that are marked and mention no entity, the most frequent first.
    pub fn unlinked(&self) -> impl ExactSizeIterator<Item = Owner> {
        self.owners.ranked()
    }

    /// The number of an unlinked name.
    pub fn owner_of_name(&self, key: &NameKey) -> Option<Owner> {
        self.owners.of_name(key)
    }

    /// How many marks of names mention no entity.
    pub fn unlinked_marks(&self) -> usize {
        self.places.of(Owner::UNLINKED).count()
    }

    /// The mark of a name without an entity after (or before) a place, and
    /// round again.
    pub fn step_unlinked(&self, from: Option<&Spot>, forward: bool) -> Option<Spot> {
        self.places.step(Owner::UNLINKED, from, forward)
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
        *self = Self {
            begun: self.begun + 1,
            ..Self::default()
        };
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
        if edits.iter().any(|edit| self.turns_order(edit)) {
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
        let owner = self.owners.entity(&entity.id);
        self.owners.note(owner);
    }

    fn remove_entity(&mut self, id: &Id) {
        let Some(found) = self.entities.remove(id) else {
            return;
        };
        if let Some(owner) = self.owners.of_entity(id) {
            self.owners.note(owner);
        }
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
        let owner = if let Some(entity) = &mark.entity {
            self.owners.entity(entity)
        } else if names_a_thing(project, mark) {
            let (key, surface) = words_of(mark, &document.text);
            self.owners.name(key, &surface)
        } else {
            return;
        };
        self.places.put(&mark.id, owner, document, hull.start);
        self.owners.count(owner, true);
    }

    fn remove_mark(&mut self, mark: &Id) {
        if let Some(owner) = self.places.take(mark) {
            self.owners.count(owner, false);
        }
    }

    /// Whether marks may stand in another order after an edit, or another kind
    /// of mark may be a name.
    fn turns_order(&self, edit: &Edit) -> bool {
        match (&edit.before, &edit.after) {
            (_, Some(Record::Document(after))) => self
                .places
                .order_of(&after.id)
                .is_some_and(|before| before != after.order),
            (Some(Record::Tag(before)), Some(Record::Tag(after))) => before.kind != after.kind,
            _ => false,
        }
    }
}

/// Words as they are searched when even the spelling is overlooked: سوريا finds
/// سورية.
pub(super) fn loose_key(words: &str) -> String {
    search_key(&key(words, Level::Loose))
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
    (NameKey::new(mark.tag.clone(), &key), surface)
}
