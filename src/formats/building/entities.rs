//! Entities of a set become entities of the project.
//!
//! **Invariant:** an entity the project has already is left as it is; one that
//! refers to a record nobody has is taken without the reference, which is
//! told.

use std::collections::BTreeSet;

use super::Builder;
use crate::model::{Edit, Entity, Id};

impl Builder<'_, '_> {
    pub(super) fn add_entities(&mut self, entities: Vec<Entity>) {
        let stated: BTreeSet<Id> = entities.iter().map(|entity| entity.id.clone()).collect();
        for mut entity in entities {
            let spelling = entity.id.as_str().to_owned();
            if self.entities.insert(spelling, entity.id.clone()).is_some()
                || self.project.entity(&entity.id).is_some()
            {
                continue;
            }
            if let Some(tag) = entity.tag.take() {
                match self.tags.get(tag.as_str()) {
                    Some(id) => entity.tag = Some(id.clone()),
                    None => self.dangling(format!("entity {}", entity.id), tag.as_str()),
                }
            }
            for other in std::mem::take(&mut entity.distinct_from) {
                if stated.contains(&other) || self.project.entity(&other).is_some() {
                    entity.distinct_from.push(other);
                } else {
                    self.dangling(format!("entity {}", entity.id), other.as_str());
                }
            }
            self.built.edits.push(Edit::create(entity));
        }
    }
}
