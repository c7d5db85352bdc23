//! Two entities that are one become one; one that is two becomes two.
//!
//! Lives here: the edits of merging, splitting and removing. Not here: which
//! entities may be the same ([`super::duplicates`]).
//!
//! **Invariant:** every mention, surface, identifier and note is still there
//! afterwards, under one of the entities; undo brings the records back exactly
//! as they were (tested with any sequence).

use std::collections::{BTreeMap, BTreeSet};

use crate::command::{CommandError, NoticeKind, Workbench};
use crate::entities::learned::key_of;
use crate::i18n::Arg;
use crate::model::{Edit, Entity, Id};

use super::linking::with_surface;
use super::registry::words_of;

/// Where mentions that leave an entity go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SplitTo {
    /// A new entity of this name.
    New(String),
    /// An entity there is.
    Entity(Id),
}

impl Workbench {
    /// Makes `others` one with `keep`: all they have becomes its own, and the
    /// names they had are its surfaces. `name` is the name that stays, its own
    /// if none is given.
    pub fn merge_entities(
        &mut self,
        keep: &Id,
        others: &[Id],
        name: Option<&str>,
    ) -> Result<(), CommandError> {
        let project = self.project();
        let Some(before) = project.entity(keep).cloned() else {
            return Err(CommandError::message("error-entity-gone"));
        };
        let mut gone: Vec<Entity> = Vec::new();
        for id in others {
            match project.entity(id) {
                Some(entity) if id != keep && gone.iter().all(|one| one.id != *id) => {
                    gone.push(entity.clone());
                }
                Some(_) => {}
                None => return Err(CommandError::message("error-entity-gone")),
            }
        }
        if gone.is_empty() {
            return Err(CommandError::message("error-merge-one"));
        }
        let ids: BTreeSet<Id> = gone.iter().map(|entity| entity.id.clone()).collect();
        let mut after = before.clone();
        for other in &gone {
            take_in(&mut after, other);
        }
        if let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) {
            name.clone_into(&mut after.name);
            // The form in Latin letters belongs to the name.
            if let Some(named) = gone.iter().find(|other| other.name == name) {
                after.romanised.clone_from(&named.romanised);
            }
        }
        for words in [before.name.clone(), after.name.clone()] {
            if let Some(with) = with_surface(&after, &words) {
                after = with;
            }
        }
        after
            .distinct_from
            .retain(|id| !ids.contains(id) && id != keep);
        let marks: Vec<Id> = gone
            .iter()
            .flat_map(|entity| project.mentions(&entity.id))
            .map(|mark| mark.id.clone())
            .collect();
        let mut edits = vec![Edit::change(before.clone(), after.clone())];
        edits.extend(self.relinked(&marks, keep));
        edits.extend(self.notes_moved(&ids, keep));
        edits.extend(self.distinct_moved(&ids, Some(keep)));
        edits.extend(gone.into_iter().map(Edit::delete));
        self.commit("entity.merge", edits)?;
        self.choose_entity(Some(keep.clone()));
        let said = [
            ("count", Arg::from(ids.len() + 1)),
            ("name", Arg::from(after.name.as_str())),
            ("mentions", Arg::from(self.project().mention_count(keep))),
        ];
        let text = self.messages().format("toast-entity-merged", &said);
        self.notify(NoticeKind::Done, text);
        Ok(())
    }

    /// Mentions leave their entity for another, with the surfaces that only
    /// they have; the two are noted as different.
    pub fn split_entity(
        &mut self,
        entity: &Id,
        marks: &[Id],
        to: &SplitTo,
    ) -> Result<Id, CommandError> {
        let leaving: BTreeSet<&Id> = marks.iter().collect();
        let leaving = self.surfaces_of(entity, |mark| leaving.contains(mark));
        self.split_off(entity, marks, &leaving, to)
    }

    /// All mentions of an entity that are written so leave it for another,
    /// with this surface.
    pub fn split_surface(
        &mut self,
        entity: &Id,
        surface: &str,
        to: &SplitTo,
    ) -> Result<Id, CommandError> {
        let key = key_of(surface);
        let project = self.project();
        let marks: Vec<Id> = project
            .mentions(entity)
            .filter(|mark| {
                let text = project.document(&mark.document).map_or("", |d| &d.text);
                words_of(mark, text).0.folded() == key
            })
            .map(|mark| mark.id.clone())
            .collect();
        let leaving = BTreeMap::from([(key, surface.to_owned())]);
        self.split_off(entity, &marks, &leaving, to)
    }

    fn split_off(
        &mut self,
        entity: &Id,
        marks: &[Id],
        leaving: &BTreeMap<String, String>,
        to: &SplitTo,
    ) -> Result<Id, CommandError> {
        let project = self.project();
        let Some(before) = project.entity(entity).cloned() else {
            return Err(CommandError::message("error-entity-gone"));
        };
        let all_here = marks.iter().all(|mark| {
            project
                .annotation(mark)
                .is_some_and(|mark| mark.entity.as_ref() == Some(entity))
        });
        if !all_here || (marks.is_empty() && leaving.is_empty()) {
            return Err(CommandError::message("error-split-none"));
        }
        let gone: BTreeSet<&Id> = marks.iter().collect();
        let staying = self.surfaces_of(entity, |mark| !gone.contains(mark));
        let own = key_of(&before.name);
        let mut after = before.clone();
        after.surfaces.retain(|surface| {
            let key = key_of(surface);
            key == own || staying.contains_key(&key) || !leaving.contains_key(&key)
        });
        let mut edits = Vec::new();
        let mut other = match to {
            SplitTo::Entity(id) if id == entity => {
                return Err(CommandError::message("error-split-none"));
            }
            SplitTo::Entity(id) => match project.entity(id) {
                Some(other) => other.clone(),
                None => return Err(CommandError::message("error-entity-gone")),
            },
            SplitTo::New(name) if key_of(name).is_empty() => {
                return Err(CommandError::message("error-entity-no-name"));
            }
            SplitTo::New(name) => {
                let mut new = Entity::new(self.new_id(), name.trim());
                new.tag.clone_from(&before.tag);
                new.surfaces = vec![new.name.clone()];
                new
            }
        };
        let was = project.entity(&other.id).cloned();
        for surface in leaving.values() {
            if let Some(with) = with_surface(&other, surface) {
                other = with;
            }
        }
        if !after.distinct_from.contains(&other.id) && !other.distinct_from.contains(entity) {
            other.distinct_from.push(entity.clone());
        }
        let id = other.id.clone();
        match was {
            Some(was) if was == other => {}
            Some(was) => edits.push(Edit::change(was, other)),
            None => edits.push(Edit::create(other)),
        }
        if after != before {
            edits.push(Edit::change(before, after));
        }
        edits.extend(self.relinked(marks, &id));
        let chosen = self.selected_mark().map(|mark| mark.id.clone());
        self.commit("entity.split", edits)?;
        match chosen.filter(|mark| gone.contains(mark)) {
            Some(mark) => self.choose_mark(Some(mark)),
            None => self.choose_entity(Some(id.clone())),
        }
        Ok(id)
    }

    /// Takes an entity out; its mentions stay marked and mention nobody.
    pub fn remove_entity(&mut self, id: &Id) -> Result<(), CommandError> {
        let project = self.project();
        let Some(entity) = project.entity(id).cloned() else {
            return Err(CommandError::message("error-entity-gone"));
        };
        let mut edits: Vec<Edit> = project
            .mentions(id)
            .map(|before| {
                let mut after = before.clone();
                after.entity = None;
                Edit::change(before.clone(), after)
            })
            .collect();
        let notes = project
            .notes()
            .filter(|note| note.entity.as_ref() == Some(id));
        edits.extend(notes.cloned().map(Edit::delete));
        edits.extend(self.distinct_moved(&BTreeSet::from([id.clone()]), None));
        edits.push(Edit::delete(entity));
        self.commit("entity.remove", edits)
    }

    /// Says that two entities are not the same though their names are alike.
    pub fn keep_apart(&mut self, one: &Id, other: &Id) -> Result<(), CommandError> {
        let project = self.project();
        let (Some(before), Some(known)) = (project.entity(one).cloned(), project.entity(other))
        else {
            return Err(CommandError::message("error-entity-gone"));
        };
        if one == other || before.distinct_from.contains(other) || known.distinct_from.contains(one)
        {
            return Ok(());
        }
        let mut after = before.clone();
        after.distinct_from.push(other.clone());
        self.commit("entity.keep-apart", vec![Edit::change(before, after)])
    }

    /// The words of some mentions of an entity, by their keys.
    fn surfaces_of(&self, entity: &Id, wanted: impl Fn(&Id) -> bool) -> BTreeMap<String, String> {
        let project = self.project();
        project
            .mentions(entity)
            .filter(|mark| wanted(&mark.id))
            .map(|mark| {
                let text = project.document(&mark.document).map_or("", |d| &d.text);
                let (key, words) = words_of(mark, text);
                (key.folded().to_owned(), words)
            })
            .collect()
    }

    fn notes_moved(&self, from: &BTreeSet<Id>, to: &Id) -> Vec<Edit> {
        let concerned = self.project().notes().filter(|note| {
            note.entity
                .as_ref()
                .is_some_and(|entity| from.contains(entity))
        });
        concerned
            .map(|before| {
                let mut after = before.clone();
                after.entity = Some(to.clone());
                Edit::change(before.clone(), after)
            })
            .collect()
    }

    /// Entities that are noted as different from one that goes are different
    /// from the one that takes its place, if there is one.
    fn distinct_moved(&self, from: &BTreeSet<Id>, to: Option<&Id>) -> Vec<Edit> {
        let concerned = self.project().entities().filter(|entity| {
            !from.contains(&entity.id)
                && Some(&entity.id) != to
                && entity.distinct_from.iter().any(|id| from.contains(id))
        });
        concerned
            .map(|before| {
                let mut after = before.clone();
                after.distinct_from.retain(|id| !from.contains(id));
                if let Some(to) = to
                    && !after.distinct_from.contains(to)
                {
                    after.distinct_from.push(to.clone());
                }
                Edit::change(before.clone(), after)
            })
            .collect()
    }
}

/// Gives an entity what another has.
fn take_in(entity: &mut Entity, other: &Entity) {
    for words in std::iter::once(&other.name).chain(&other.surfaces) {
        if let Some(with) = with_surface(entity, words) {
            *entity = with;
        }
    }
    for (authority, id) in other.all_identifiers() {
        entity.add_identifier(authority, id);
    }
    if entity.tag.is_none() {
        entity.tag.clone_from(&other.tag);
    }
    if entity.romanised.is_empty() && entity.name == other.name {
        entity.romanised.clone_from(&other.romanised);
    }
    for id in &other.distinct_from {
        if !entity.distinct_from.contains(id) {
            entity.distinct_from.push(id.clone());
        }
    }
    for (name, value) in &other.extra {
        entity
            .extra
            .entry(name.clone())
            .or_insert_with(|| value.clone());
    }
}
