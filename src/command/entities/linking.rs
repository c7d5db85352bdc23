//! Saying whom marks mention: linking, new entities, taking a link back.
//!
//! Lives here: the edits of one step. Not here: whom a mark may mention
//! ([`super::suggesting`], [`super::search`]).
//!
//! **Invariant:** link, new surface and new entity are one step of the history;
//! a mark that mentions somebody else is never relinked with others.

use crate::command::{CommandError, NoticeKind, Workbench};
use crate::entities::learned::key_of;
use crate::i18n::Arg;
use crate::model::{Annotation, Edit, Entity, Id, Span, TagKind};

use super::registry::{names_a_thing, words_of};

/// Which marks a link is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// One mark.
    #[default]
    Mark,
    /// The marks of its document with the same words and tag.
    Document,
    /// Those of all documents.
    Project,
}

impl Reach {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::Mark, Self::Document, Self::Project];
}

impl Workbench {
    /// The mark that commands about entities act on: the chosen one, else the
    /// innermost name at the caret.
    pub fn name_at_hand(&self) -> Option<&Annotation> {
        self.selected_mark().or_else(|| {
            let reader = self.active_reader()?;
            let names = |mark: &&Annotation| {
                let tag = self.project().tag(&mark.tag);
                tag.is_some_and(|tag| tag.kind == TagKind::Entity)
            };
            self.project()
                .annotations_at(&reader.document, reader.selection.head.byte)
                .filter(|mark| self.shows_mark(reader, mark))
                .filter(names)
                .min_by_key(|mark| mark.hull().map_or(usize::MAX, Span::len))
        })
    }

    /// The name a mark's words stand for: without clitics, marks and quotation
    /// marks.
    pub fn name_for(&self, mark: &Annotation) -> String {
        let text = self
            .project()
            .document(&mark.document)
            .map_or("", |d| &d.text);
        words_of(mark, text).1
    }

    /// The marks that would be linked together with `mark`: it first, then
    /// those with its words and tag that mention nobody, or whom it mentions.
    pub fn linked_with(&self, mark: &Annotation, reach: Reach) -> Vec<Id> {
        let mut all = vec![mark.id.clone()];
        if reach == Reach::Mark {
            return all;
        }
        let project = self.project();
        let words = |mark: &Annotation| {
            let text = project.document(&mark.document).map_or("", |d| &d.text);
            words_of(mark, text).0
        };
        let key = words(mark);
        let registry = self.registry();
        let fits = |document: &Id| reach == Reach::Project || *document == mark.document;
        let unlinked = registry.owner_of_name(&key);
        all.extend(
            unlinked
                .into_iter()
                .flat_map(|name| registry.marks(name))
                .filter(|spot| fits(&spot.document) && spot.mark != mark.id)
                .map(|spot| spot.mark),
        );
        let mentions = mark
            .entity
            .iter()
            .flat_map(|entity| registry.mentions(entity));
        all.extend(
            mentions
                .filter(|spot| fits(&spot.document) && spot.mark != mark.id)
                .filter_map(|spot| project.annotation(&spot.mark))
                .filter(|other| words(other) == key)
                .map(|other| other.id.clone()),
        );
        all
    }

    /// Makes a mark, and those with its words as far as `reach`, mentions of
    /// an entity. Returns how many marks changed.
    pub fn link_mark(
        &mut self,
        mark: &Id,
        entity: &Id,
        reach: Reach,
    ) -> Result<usize, CommandError> {
        self.finish_reading_entities();
        let project = self.project();
        let (Some(mark), Some(entity)) = (
            project.annotation(mark).cloned(),
            project.entity(entity).cloned(),
        ) else {
            return Err(CommandError::message("error-entity-gone"));
        };
        let marks = self.linked_with(&mark, reach);
        let name = self.name_for(&mark);
        let after = with_surface(&entity, &name);
        let mut edits: Vec<Edit> = after
            .map(|after| Edit::change(entity.clone(), after))
            .into_iter()
            .collect();
        self.finish_link("entity.link", &mark.id, &marks, &entity, &mut edits)
    }

    /// Makes a new entity of a mark's words (or under the name given), and the
    /// mark, and those with its words as far as `reach`, mentions of it.
    pub fn new_entity(
        &mut self,
        mark: &Id,
        name: Option<&str>,
        reach: Reach,
    ) -> Result<usize, CommandError> {
        self.finish_reading_entities();
        let Some(mark) = self.project().annotation(mark).cloned() else {
            return Err(CommandError::message("error-no-mark"));
        };
        let words = self.name_for(&mark);
        let name = name
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .unwrap_or(&words);
        if key_of(name).is_empty() {
            return Err(CommandError::message("error-entity-no-name"));
        }
        let namesake = self.only_namesake(name, &mark.tag);
        let mut entity = Entity::new(self.new_id(), name);
        entity.tag = Some(mark.tag.clone());
        entity.surfaces = vec![name.to_owned()];
        if let Some(with) = with_surface(&entity, &words) {
            entity = with;
        }
        let marks = self.linked_with(&mark, reach);
        let mut edits = vec![Edit::create(entity.clone())];
        let count = self.finish_link("entity.new", &mark.id, &marks, &entity, &mut edits)?;
        if namesake.is_some() {
            let said = [("name", Arg::from(entity.name.as_str()))];
            let text = self.messages().format("toast-entity-namesake", &said);
            self.notify(NoticeKind::Done, text);
        }
        Ok(count)
    }

    /// The same for what is at hand: the suggestion under review is accepted,
    /// or the chosen mark linked. An empty name is that of the words.
    pub fn new_entity_at_hand(&mut self, name: &str, reach: Reach) -> Result<(), CommandError> {
        if self.reviews() {
            return self.accept_as_new_entity(Some(name));
        }
        match self.name_at_hand().map(|mark| mark.id.clone()) {
            Some(mark) => self.new_entity(&mark, Some(name), reach).map(|_| ()),
            None => Err(CommandError::message("error-no-mark")),
        }
    }

    /// Takes the link of a mark away.
    pub fn unlink_mark(&mut self, mark: &Id) -> Result<(), CommandError> {
        let Some(before) = self.project().annotation(mark).cloned() else {
            return Err(CommandError::message("error-no-mark"));
        };
        if before.entity.is_none() {
            return Err(CommandError::message("error-not-linked"));
        }
        let mut after = before.clone();
        after.entity = None;
        let id = after.id.clone();
        self.commit("entity.unlink", vec![Edit::change(before, after)])?;
        self.choose_mark(Some(id));
        Ok(())
    }

    fn finish_link(
        &mut self,
        command: &'static str,
        chosen: &Id,
        marks: &[Id],
        entity: &Entity,
        edits: &mut Vec<Edit>,
    ) -> Result<usize, CommandError> {
        let links = self.relinked(marks, &entity.id);
        let count = links.len();
        edits.extend(links);
        if count == 0 {
            return Ok(0);
        }
        self.commit(command, std::mem::take(edits))?;
        self.choose_mark(Some(chosen.clone()));
        if count > 1 {
            let said = [
                ("count", Arg::from(count)),
                ("name", Arg::from(entity.name.as_str())),
            ];
            let text = self.messages().format("toast-entity-linked", &said);
            self.notify(NoticeKind::Done, text);
        }
        Ok(count)
    }

    /// The edits that make marks mentions of an entity; those that are already
    /// stay as they are.
    pub(super) fn relinked(&self, marks: &[Id], entity: &Id) -> Vec<Edit> {
        marks
            .iter()
            .filter_map(|mark| self.project().annotation(mark))
            .filter(|mark| mark.entity.as_ref() != Some(entity))
            .map(|before| {
                let mut after = before.clone();
                after.entity = Some(entity.clone());
                Edit::change(before.clone(), after)
            })
            .collect()
    }

    /// Whether a mark can mention an entity.
    pub fn can_mention(&self, mark: &Annotation) -> bool {
        mark.entity.is_some() || names_a_thing(self.project(), mark)
    }
}

/// The entity with one more surface, if it does not have it yet.
pub(super) fn with_surface(entity: &Entity, words: &str) -> Option<Entity> {
    let key = key_of(words);
    if key.is_empty() || entity.surfaces.iter().any(|known| key_of(known) == key) {
        return None;
    }
    let mut after = entity.clone();
    after.surfaces.push(words.to_owned());
    Some(after)
}
