//! Whose mention an accepted mark is: entities are found or made in the same
//! step that makes the mark.
//!
//! An entity made for a known thing keeps that thing's id (the entry of a
//! list, a place) under the authority `hashiya`, so that other documents'
//! mentions find it. Things that are known only inside one document are found
//! by name.
//!
//! **Invariant:** an entity is made or changed at most once in a step, and a
//! mark and its entity carry one tag.

use std::collections::{BTreeMap, HashMap};

use crate::entities::learned::{AUTHORITY, ENTITY, key_of};
use crate::entities::{Canonical, Suggestion};
use crate::model::{Edit, Entity, Id, Project};

/// Begins the id of a thing that is known in one document only.
const IN_DOCUMENT: &str = "doc:";

/// Finds and makes the entities of one step.
pub(in crate::command) struct Linker<'a> {
    project: &'a Project,
    by_thing: HashMap<(String, Option<Id>), Id>,
    /// None where two entities have the name.
    by_name: HashMap<(String, Option<Id>), Option<Id>>,
    changed: BTreeMap<Id, Entity>,
}

impl<'a> Linker<'a> {
    pub(in crate::command) fn new(project: &'a Project) -> Self {
        let mut linker = Self {
            project,
            by_thing: HashMap::new(),
            by_name: HashMap::new(),
            changed: BTreeMap::new(),
        };
        for entity in project.entities() {
            linker.know(entity);
        }
        linker
    }

    fn know(&mut self, entity: &Entity) {
        for thing in entity.identifiers.get(AUTHORITY).into_iter().flatten() {
            self.by_thing
                .insert((thing.clone(), entity.tag.clone()), entity.id.clone());
        }
        for name in std::iter::once(&entity.name).chain(&entity.surfaces) {
            self.by_name
                .entry((key_of(name), entity.tag.clone()))
                .and_modify(|known| {
                    if known.as_ref() != Some(&entity.id) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some(entity.id.clone()));
        }
    }

    /// The entity a mark made of this suggestion mentions, under this tag.
    pub(super) fn link(
        &mut self,
        suggestion: &Suggestion,
        tag: &Id,
        quote: &str,
        new_id: &mut dyn FnMut() -> Id,
    ) -> Option<Id> {
        if suggestion.kind.is_value() {
            return None;
        }
        let own = Some(tag.clone());
        let by_name = |linker: &Self, name: &str| {
            let named = linker.by_name.get(&(key_of(name), own.clone()));
            named.cloned().flatten()
        };
        let Some(canonical) = &suggestion.canonical else {
            return by_name(self, quote);
        };
        let stated = canonical.id.strip_prefix(ENTITY).map(Id::new);
        let known = stated
            .filter(|id| {
                let entity = self.project.entity(id);
                entity.is_some_and(|entity| entity.tag.as_ref().is_none_or(|known| known == tag))
            })
            .or_else(|| {
                let thing = (canonical.id.to_string(), own.clone());
                self.by_thing.get(&thing).cloned()
            })
            .or_else(|| by_name(self, &canonical.name));
        let id = known.unwrap_or_else(|| {
            let entity = made_for(canonical, tag, new_id());
            self.know(&entity);
            let id = entity.id.clone();
            self.changed.insert(id.clone(), entity);
            id
        });
        self.add_surface(&id, quote);
        Some(id)
    }

    /// Takes an entity that may be new.
    pub(super) fn take(&mut self, entity: &Entity) {
        if self.project.entity(&entity.id).is_none() {
            self.know(entity);
            self.changed.insert(entity.id.clone(), entity.clone());
        }
    }

    /// Adds a surface to an entity that does not have it yet.
    pub(in crate::command) fn add_surface(&mut self, id: &Id, quote: &str) {
        let Some(entity) = self.changed.get(id).or_else(|| self.project.entity(id)) else {
            return;
        };
        let key = key_of(quote);
        if key.is_empty() || entity.surfaces.iter().any(|known| key_of(known) == key) {
            return;
        }
        let mut entity = entity.clone();
        entity.surfaces.push(quote.to_owned());
        self.know(&entity);
        self.changed.insert(id.clone(), entity);
    }

    /// Makes an entity.
    pub(in crate::command) fn make(&mut self, entity: Entity) {
        self.know(&entity);
        self.changed.insert(entity.id.clone(), entity);
    }

    /// The edits that make and change the entities.
    pub(in crate::command) fn into_edits(self) -> Vec<Edit> {
        let project = self.project;
        self.changed
            .into_iter()
            .map(|(id, entity)| match project.entity(&id) {
                Some(before) => Edit::change(before.clone(), entity),
                None => Edit::create(entity),
            })
            .collect()
    }
}

fn made_for(canonical: &Canonical, tag: &Id, id: Id) -> Entity {
    let mut surfaces = vec![canonical.name.to_string()];
    surfaces.extend(canonical.latin.as_ref().map(ToString::to_string));
    let known_elsewhere =
        !canonical.id.starts_with(IN_DOCUMENT) && !canonical.id.starts_with(ENTITY);
    let mut entity = Entity::new(id, canonical.name.to_string());
    entity.tag = Some(tag.clone());
    entity.surfaces = surfaces;
    if known_elsewhere {
        entity.add_identifier(AUTHORITY, &canonical.id);
    }
    entity
}
