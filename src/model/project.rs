//! The project: all records, and the one way to change them.
//!
//! **Invariant:** every change goes through [`Project::apply`]; the indexes
//! (marks by place, by tag, by entity; relations by their ends; notes by what
//! they are about; uses of each record; order of tags and
//! documents) always agree with the records.

mod questions;
#[cfg(test)]
mod tests;

use super::{
    About, Analyst, Annotation, Decision, Document, Entity, Id, Kind, ModelError, Note,
    OffsetTable, Record, Relation, Tag, Transaction, check, default_tags, interval::IntervalIndex,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

/// A document with what is found by it.
#[derive(Clone, Debug)]
struct FiledDocument {
    document: Arc<Document>,
    offsets: OnceLock<Arc<OffsetTable>>,
}

/// The marks of one document: those with a place in order of place, and those
/// on the whole document.
#[derive(Clone, Debug, Default)]
struct Marks {
    placed: IntervalIndex,
    whole: BTreeMap<Id, Arc<Annotation>>,
}

/// How many records there are of each kind.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Annotations.
    pub annotations: usize,
    /// Relations.
    pub relations: usize,
    /// Entities.
    pub entities: usize,
    /// Tags.
    pub tags: usize,
    /// Notes.
    pub notes: usize,
    /// Decisions about suggestions.
    pub decisions: usize,
    /// Analysts.
    pub analysts: usize,
}

/// Documents and everything said about them.
///
/// Cloning copies references, not texts or marks.
#[derive(Clone, Debug)]
pub struct Project {
    about: Arc<About>,
    analysts: BTreeMap<Id, Arc<Analyst>>,
    tags: BTreeMap<Id, Arc<Tag>>,
    entities: BTreeMap<Id, Arc<Entity>>,
    documents: BTreeMap<Id, FiledDocument>,
    annotations: BTreeMap<Id, Arc<Annotation>>,
    relations: BTreeMap<Id, Arc<Relation>>,
    notes: BTreeMap<Id, Arc<Note>>,
    decisions: BTreeMap<Id, Arc<Decision>>,
    marks: BTreeMap<Id, Marks>,
    by_tag: BTreeMap<Id, BTreeSet<Id>>,
    tags_in: BTreeMap<Id, BTreeMap<Id, usize>>,
    relations_by_tag: BTreeMap<Id, BTreeSet<Id>>,
    by_entity: BTreeMap<Id, BTreeSet<Id>>,
    relations_at: BTreeMap<Id, BTreeSet<Id>>,
    notes_on: BTreeMap<(Kind, Id), BTreeSet<Id>>,
    uses: BTreeMap<(Kind, Id), usize>,
    tag_order: Vec<Id>,
    document_order: Vec<Id>,
}

impl PartialEq for Project {
    fn eq(&self, other: &Self) -> bool {
        self.about == other.about
            && self.analysts == other.analysts
            && self.tags == other.tags
            && self.entities == other.entities
            && self.annotations == other.annotations
            && self.relations == other.relations
            && self.notes == other.notes
            && self.decisions == other.decisions
            && self.documents.len() == other.documents.len()
            && self
                .documents
                .values()
                .zip(other.documents.values())
                .all(|(a, b)| a.document == b.document)
    }
}

impl Project {
    /// A project without documents, with one analyst and the default tags.
    pub fn new(name: impl Into<String>, analyst: Analyst) -> Self {
        let mut project = Self::empty(About::new(name));
        project.file(&analyst.into());
        for tag in default_tags() {
            project.file(&tag.into());
        }
        project.sort_tags();
        project
    }

    /// A project with exactly these records, or the first contradiction
    /// among them.
    pub fn from_records(
        about: About,
        records: impl IntoIterator<Item = Record>,
    ) -> Result<Self, ModelError> {
        let mut first = None;
        let project =
            Self::from_fitting_records(about, records.into_iter().collect(), |_, misfits| {
                first = misfits.into_iter().next();
            });
        match first {
            Some((_, error)) => Err(error),
            None => Ok(project),
        }
    }

    /// A project of those records that can stand together, for readers of
    /// damaged files. The others are handed to `keep`, each with the reason,
    /// which may leave them in the project's own record.
    pub fn from_fitting_records(
        mut about: About,
        mut records: Vec<Record>,
        keep: impl FnOnce(&mut About, Vec<(Record, ModelError)>),
    ) -> Self {
        let empty = Self::empty(About::new(""));
        let misfits = check::take_misfits(&empty, &mut records);
        keep(&mut about, misfits);
        let mut project = Self::empty(about);
        for record in &records {
            project.file(record);
        }
        project.sort_tags();
        project.sort_documents();
        project
    }

    fn empty(about: About) -> Self {
        Self {
            about: Arc::new(about),
            analysts: BTreeMap::new(),
            tags: BTreeMap::new(),
            entities: BTreeMap::new(),
            documents: BTreeMap::new(),
            annotations: BTreeMap::new(),
            relations: BTreeMap::new(),
            notes: BTreeMap::new(),
            decisions: BTreeMap::new(),
            marks: BTreeMap::new(),
            by_tag: BTreeMap::new(),
            tags_in: BTreeMap::new(),
            relations_by_tag: BTreeMap::new(),
            by_entity: BTreeMap::new(),
            relations_at: BTreeMap::new(),
            notes_on: BTreeMap::new(),
            uses: BTreeMap::new(),
            tag_order: Vec::new(),
            document_order: Vec::new(),
        }
    }

    /// Carries out a transaction, or refuses it and changes nothing.
    pub fn apply(&mut self, transaction: &Transaction) -> Result<(), ModelError> {
        check::check(self, transaction)?;
        self.carry_out(transaction);
        Ok(())
    }

    /// Whether a transaction could be carried out now, and if not, why.
    pub fn accepts(&self, transaction: &Transaction) -> Result<(), ModelError> {
        check::check(self, transaction)
    }

    fn carry_out(&mut self, transaction: &Transaction) {
        let (mut tags, mut documents) = (false, false);
        for edit in &transaction.edits {
            if let Some(before) = &edit.before {
                self.unfile(before, edit.after.is_some());
            }
            if let Some(after) = &edit.after {
                self.file(after);
            }
            let kind = edit
                .after
                .as_ref()
                .or(edit.before.as_ref())
                .map(Record::kind);
            tags |= kind == Some(Kind::Tag);
            documents |= kind == Some(Kind::Document);
        }
        if tags {
            self.sort_tags();
        }
        if documents {
            self.sort_documents();
        }
    }

    fn file(&mut self, record: &Record) {
        record.for_each_reference(|kind, id| {
            *self.uses.entry((kind, id.clone())).or_default() += 1;
        });
        let id = record.id().clone();
        match record {
            Record::About(about) => self.about = Arc::clone(about),
            Record::Analyst(analyst) => drop(self.analysts.insert(id, Arc::clone(analyst))),
            Record::Tag(tag) => drop(self.tags.insert(id, Arc::clone(tag))),
            Record::Entity(entity) => drop(self.entities.insert(id, Arc::clone(entity))),
            Record::Relation(relation) => {
                for end in [&relation.from, &relation.to] {
                    add_member(&mut self.relations_at, end, &id);
                }
                add_member(&mut self.relations_by_tag, &relation.tag, &id);
                self.relations.insert(id, Arc::clone(relation));
            }
            Record::Note(note) => {
                add_member(&mut self.notes_on, &note.subject(), &id);
                self.notes.insert(id, Arc::clone(note));
            }
            Record::Decision(decision) => drop(self.decisions.insert(id, Arc::clone(decision))),
            Record::Document(document) => {
                // The table and the text itself outlive changes of title and
                // state; a journal read back brings equal texts of its own.
                let old = self
                    .documents
                    .remove(&id)
                    .filter(|old| old.document.text == document.text);
                let filed = match old {
                    Some(old) if !Arc::ptr_eq(&old.document.text, &document.text) => {
                        let text = Arc::clone(&old.document.text);
                        let document = Document {
                            text,
                            ..Document::clone(document)
                        };
                        FiledDocument {
                            document: Arc::new(document),
                            offsets: old.offsets,
                        }
                    }
                    old => FiledDocument {
                        document: Arc::clone(document),
                        offsets: old.map_or_else(OnceLock::new, |old| old.offsets),
                    },
                };
                self.documents.insert(id, filed);
            }
            Record::Annotation(annotation) => self.file_annotation(annotation),
        }
    }

    fn file_annotation(&mut self, annotation: &Arc<Annotation>) {
        let id = annotation.id.clone();
        let marks = self.marks.entry(annotation.document.clone()).or_default();
        if annotation.spans.is_empty() {
            marks.whole.insert(id.clone(), Arc::clone(annotation));
        } else {
            marks.placed.insert(Arc::clone(annotation));
        }
        add_member(&mut self.by_tag, &annotation.tag, &id);
        let in_documents = self.tags_in.entry(annotation.tag.clone()).or_default();
        match in_documents.get_mut(&annotation.document) {
            Some(count) => *count += 1,
            None => drop(in_documents.insert(annotation.document.clone(), 1)),
        }
        if let Some(entity) = &annotation.entity {
            add_member(&mut self.by_entity, entity, &id);
        }
        self.annotations.insert(id, Arc::clone(annotation));
    }

    /// Takes a record out; `replaced` says that its successor follows at once.
    fn unfile(&mut self, record: &Record, replaced: bool) {
        record.for_each_reference(|kind, id| {
            let key = (kind, id.clone());
            if let Some(count) = self.uses.get_mut(&key) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    self.uses.remove(&key);
                }
            }
        });
        let id = record.id();
        match record {
            Record::Annotation(annotation) => {
                self.unfile_annotation(annotation);
                return;
            }
            Record::Relation(relation) => {
                for end in [&relation.from, &relation.to] {
                    remove_member(&mut self.relations_at, end, id);
                }
                remove_member(&mut self.relations_by_tag, &relation.tag, id);
            }
            Record::Note(note) => remove_member(&mut self.notes_on, &note.subject(), id),
            _ => {}
        }
        if replaced {
            return;
        }
        match record {
            Record::About(_) | Record::Annotation(_) => {}
            Record::Analyst(_) => drop(self.analysts.remove(id)),
            Record::Tag(_) => drop(self.tags.remove(id)),
            Record::Entity(_) => drop(self.entities.remove(id)),
            Record::Relation(_) => drop(self.relations.remove(id)),
            Record::Note(_) => drop(self.notes.remove(id)),
            Record::Decision(_) => drop(self.decisions.remove(id)),
            Record::Document(_) => drop(self.documents.remove(id)),
        }
    }

    fn unfile_annotation(&mut self, annotation: &Annotation) {
        let id = &annotation.id;
        self.annotations.remove(id);
        if let Some(marks) = self.marks.get_mut(&annotation.document) {
            marks.placed.remove(annotation);
            marks.whole.remove(id);
            if marks.placed.len() == 0 && marks.whole.is_empty() {
                self.marks.remove(&annotation.document);
            }
        }
        remove_member(&mut self.by_tag, &annotation.tag, id);
        if let Some(in_documents) = self.tags_in.get_mut(&annotation.tag)
            && let Some(count) = in_documents.get_mut(&annotation.document)
        {
            *count -= 1;
            if *count == 0 {
                in_documents.remove(&annotation.document);
            }
        }
        if let Some(entity) = &annotation.entity {
            remove_member(&mut self.by_entity, entity, id);
        }
    }

    fn sort_documents(&mut self) {
        let mut order: Vec<_> = self
            .documents
            .values()
            .map(|filed| (filed.document.order, filed.document.id.clone()))
            .collect();
        order.sort_unstable();
        self.document_order = order.into_iter().map(|(_, id)| id).collect();
    }

    /// Puts the tags into the order of their tree: parents before children,
    /// siblings by their number.
    fn sort_tags(&mut self) {
        let mut children: BTreeMap<Option<&Id>, Vec<(u32, &Id)>> = BTreeMap::new();
        for tag in self.tags.values() {
            children
                .entry(tag.parent.as_ref())
                .or_default()
                .push((tag.order, &tag.id));
        }
        for siblings in children.values_mut() {
            siblings.sort_unstable_by(|a, b| b.cmp(a));
        }
        let mut stack = children.remove(&None).unwrap_or_default();
        let mut order = Vec::with_capacity(self.tags.len());
        while let Some((_, id)) = stack.pop() {
            order.push(id.clone());
            stack.extend(children.remove(&Some(id)).unwrap_or_default());
        }
        self.tag_order = order;
    }
}

fn add_member<K: Ord + Clone>(sets: &mut BTreeMap<K, BTreeSet<Id>>, owner: &K, member: &Id) {
    sets.entry(owner.clone())
        .or_default()
        .insert(member.clone());
}

fn remove_member<K: Ord>(sets: &mut BTreeMap<K, BTreeSet<Id>>, owner: &K, member: &Id) {
    if let Some(set) = sets.get_mut(owner) {
        set.remove(member);
        if set.is_empty() {
            sets.remove(owner);
        }
    }
}
