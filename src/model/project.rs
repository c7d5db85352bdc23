//! The project: all records, and the one way to change them.
//!
//! **Invariant:** every change goes through [`Project::apply`]; the indexes
//! (marks by place, by tag, by entity; uses of each record; order of tags and
//! documents) always agree with the records.

use super::{
    About, Analyst, Annotation, Document, Edit, Entity, Id, Kind, ModelError, Note, OffsetTable,
    Record, Relation, Span, Tag, Timestamp, Transaction, check, default_tags,
    interval::IntervalIndex,
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
    /// Analysts.
    pub analysts: usize,
}

/// Documents and everything said about them.
///
/// Cloning copies references, not texts or marks.
#[derive(Clone, Debug)]
pub struct Project {
    about: About,
    analysts: BTreeMap<Id, Analyst>,
    tags: BTreeMap<Id, Tag>,
    entities: BTreeMap<Id, Entity>,
    documents: BTreeMap<Id, FiledDocument>,
    annotations: BTreeMap<Id, Arc<Annotation>>,
    relations: BTreeMap<Id, Relation>,
    notes: BTreeMap<Id, Note>,
    marks: BTreeMap<Id, Marks>,
    by_tag: BTreeMap<Id, BTreeSet<Id>>,
    by_entity: BTreeMap<Id, BTreeSet<Id>>,
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
        project.file(&Record::Analyst(analyst));
        for tag in default_tags() {
            project.file(&Record::Tag(tag));
        }
        project.sort_tags();
        project
    }

    /// A project with exactly these records, for readers of files. They are
    /// checked like any change; the first that does not fit is the error.
    pub fn from_records(
        about: About,
        records: impl IntoIterator<Item = Record>,
    ) -> Result<Self, ModelError> {
        let mut project = Self::empty(about);
        let edits: Vec<Edit> = records.into_iter().map(Edit::create).collect();
        let analyst = edits.iter().find_map(|edit| match &edit.after {
            Some(Record::Analyst(analyst)) => Some(analyst.id.clone()),
            _ => None,
        });
        if edits.is_empty() {
            return Ok(project);
        }
        let transaction = Transaction::new(
            Id::new(""),
            Timestamp::UNIX_EPOCH,
            analyst.unwrap_or_else(|| Id::new("")),
            "",
            edits,
        );
        match check::check(&project, &transaction) {
            // A file may lack analysts as long as nothing is signed.
            Ok(()) | Err(ModelError::UnknownAnalyst { .. }) => {}
            Err(error) => return Err(error),
        }
        project.carry_out(&transaction);
        Ok(project)
    }

    fn empty(about: About) -> Self {
        Self {
            about,
            analysts: BTreeMap::new(),
            tags: BTreeMap::new(),
            entities: BTreeMap::new(),
            documents: BTreeMap::new(),
            annotations: BTreeMap::new(),
            relations: BTreeMap::new(),
            notes: BTreeMap::new(),
            marks: BTreeMap::new(),
            by_tag: BTreeMap::new(),
            by_entity: BTreeMap::new(),
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
            let mut order: Vec<_> = self
                .documents
                .values()
                .map(|filed| (filed.document.order, filed.document.id.clone()))
                .collect();
            order.sort_unstable();
            self.document_order = order.into_iter().map(|(_, id)| id).collect();
        }
    }

    fn file(&mut self, record: &Record) {
        record.for_each_reference(|kind, id| {
            *self.uses.entry((kind, id.clone())).or_default() += 1;
        });
        let id = record.id().clone();
        match record {
            Record::About(about) => self.about = about.clone(),
            Record::Analyst(analyst) => drop(self.analysts.insert(id, analyst.clone())),
            Record::Tag(tag) => drop(self.tags.insert(id, tag.clone())),
            Record::Entity(entity) => drop(self.entities.insert(id, entity.clone())),
            Record::Relation(relation) => drop(self.relations.insert(id, relation.clone())),
            Record::Note(note) => drop(self.notes.insert(id, note.clone())),
            Record::Document(document) => {
                let filed = FiledDocument {
                    document: Arc::new(document.clone()),
                    offsets: OnceLock::new(),
                };
                self.documents.insert(id, filed);
            }
            Record::Annotation(annotation) => self.file_annotation(Arc::new(annotation.clone())),
        }
    }

    fn file_annotation(&mut self, annotation: Arc<Annotation>) {
        let id = annotation.id.clone();
        let marks = self.marks.entry(annotation.document.clone()).or_default();
        if annotation.spans.is_empty() {
            marks.whole.insert(id.clone(), Arc::clone(&annotation));
        } else {
            marks.placed.insert(Arc::clone(&annotation));
        }
        self.by_tag
            .entry(annotation.tag.clone())
            .or_default()
            .insert(id.clone());
        if let Some(entity) = &annotation.entity {
            self.by_entity
                .entry(entity.clone())
                .or_default()
                .insert(id.clone());
        }
        self.annotations.insert(id, annotation);
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
        if let Record::Annotation(annotation) = record {
            self.unfile_annotation(annotation);
            return;
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
        if let Some(entity) = &annotation.entity {
            remove_member(&mut self.by_entity, entity, id);
        }
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

fn remove_member(sets: &mut BTreeMap<Id, BTreeSet<Id>>, owner: &Id, member: &Id) {
    if let Some(set) = sets.get_mut(owner) {
        set.remove(member);
        if set.is_empty() {
            sets.remove(owner);
        }
    }
}

/// Questions a project answers.
impl Project {
    /// The project's name.
    pub fn name(&self) -> &str {
        &self.about.name
    }

    /// The project's own record.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The documents in their order.
    pub fn documents(&self) -> impl DoubleEndedIterator<Item = &Document> {
        self.document_order
            .iter()
            .filter_map(|id| self.document(id))
    }

    /// The `order` that puts a new document behind all others.
    pub fn next_document_order(&self) -> u32 {
        self.documents()
            .next_back()
            .map_or(0, |last| last.order.saturating_add(1))
    }

    /// A document.
    pub fn document(&self, id: &Id) -> Option<&Document> {
        self.documents.get(id).map(|filed| filed.document.as_ref())
    }

    /// The table that converts places of a document between bytes, code
    /// points and UTF-16 units; made at the first question.
    pub fn offsets(&self, document: &Id) -> Option<&OffsetTable> {
        let filed = self.documents.get(document)?;
        let table = filed
            .offsets
            .get_or_init(|| Arc::new(OffsetTable::new(&filed.document.text)));
        Some(table)
    }

    /// An annotation.
    pub fn annotation(&self, id: &Id) -> Option<&Annotation> {
        self.annotations.get(id).map(AsRef::as_ref)
    }

    /// All annotations, by id.
    pub fn annotations(&self) -> impl DoubleEndedIterator<Item = &Annotation> + ExactSizeIterator {
        self.annotations.values().map(AsRef::as_ref)
    }

    fn marks_of(&self, document: &Id) -> Option<&IntervalIndex> {
        self.marks.get(document).map(|marks| &marks.placed)
    }

    /// The marks in a document, sorted by (start, longest first, id).
    pub fn annotations_of(&self, document: &Id) -> impl DoubleEndedIterator<Item = &Annotation> {
        self.marks_of(document)
            .into_iter()
            .flat_map(IntervalIndex::iter)
            .map(AsRef::as_ref)
    }

    /// The marks on a document as a whole, by id.
    pub fn annotations_on_whole(&self, document: &Id) -> impl Iterator<Item = &Annotation> {
        self.marks
            .get(document)
            .into_iter()
            .flat_map(|marks| marks.whole.values())
            .map(AsRef::as_ref)
    }

    /// The marks that hold this byte, and the empty marks at it, sorted by
    /// (start, longest first, id).
    pub fn annotations_at(&self, document: &Id, byte: usize) -> impl Iterator<Item = &Annotation> {
        self.annotations_in(document, Span::new(byte, byte))
            .filter(move |annotation| {
                let at = |span: &Span| span.contains(byte) || *span == Span::new(byte, byte);
                annotation.spans.iter().any(at)
            })
    }

    /// The marks that share a byte with the range, and, where the mark or the
    /// range is empty, those that touch it; sorted by (start, longest first,
    /// id). A range in a hole of a mark does not find that mark.
    pub fn annotations_in(&self, document: &Id, span: Span) -> impl Iterator<Item = &Annotation> {
        self.marks_of(document)
            .into_iter()
            .flat_map(move |marks| marks.touching(span))
            .map(AsRef::as_ref)
    }

    /// The marks that start at this byte or later, nearest first.
    pub fn annotations_from(
        &self,
        document: &Id,
        byte: usize,
    ) -> impl Iterator<Item = &Annotation> {
        self.marks_of(document)
            .into_iter()
            .flat_map(move |marks| marks.starting_from(byte))
            .map(AsRef::as_ref)
    }

    /// The marks that start before this byte, nearest first.
    pub fn annotations_before(
        &self,
        document: &Id,
        byte: usize,
    ) -> impl Iterator<Item = &Annotation> {
        self.marks_of(document)
            .into_iter()
            .flat_map(move |marks| marks.starting_before(byte))
            .map(AsRef::as_ref)
    }

    /// The marks with exactly this tag, by id.
    pub fn annotations_with_tag(&self, tag: &Id) -> impl Iterator<Item = &Annotation> {
        self.members(&self.by_tag, tag)
    }

    /// The mentions of an entity, by id.
    pub fn mentions(&self, entity: &Id) -> impl Iterator<Item = &Annotation> {
        self.members(&self.by_entity, entity)
    }

    fn members<'a>(
        &'a self,
        sets: &'a BTreeMap<Id, BTreeSet<Id>>,
        owner: &Id,
    ) -> impl Iterator<Item = &'a Annotation> + use<'a> {
        sets.get(owner)
            .into_iter()
            .flatten()
            .filter_map(|id| self.annotation(id))
    }

    /// How many marks a document has.
    pub fn annotation_count(&self, document: &Id) -> usize {
        self.marks
            .get(document)
            .map_or(0, |marks| marks.placed.len() + marks.whole.len())
    }

    /// How many marks have exactly this tag.
    pub fn tag_count(&self, tag: &Id) -> usize {
        self.by_tag.get(tag).map_or(0, BTreeSet::len)
    }

    /// How many marks mention an entity.
    pub fn mention_count(&self, entity: &Id) -> usize {
        self.by_entity.get(entity).map_or(0, BTreeSet::len)
    }

    /// The tags in the order of their tree: parents before children.
    pub fn tags(&self) -> impl DoubleEndedIterator<Item = &Tag> {
        self.tag_order.iter().filter_map(|id| self.tags.get(id))
    }

    /// A tag.
    pub fn tag(&self, id: &Id) -> Option<&Tag> {
        self.tags.get(id)
    }

    /// The entities, by id.
    pub fn entities(&self) -> impl DoubleEndedIterator<Item = &Entity> + ExactSizeIterator {
        self.entities.values()
    }

    /// An entity.
    pub fn entity(&self, id: &Id) -> Option<&Entity> {
        self.entities.get(id)
    }

    /// The relations, by id.
    pub fn relations(&self) -> impl DoubleEndedIterator<Item = &Relation> + ExactSizeIterator {
        self.relations.values()
    }

    /// A relation.
    pub fn relation(&self, id: &Id) -> Option<&Relation> {
        self.relations.get(id)
    }

    /// The notes, by id.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = &Note> + ExactSizeIterator {
        self.notes.values()
    }

    /// A note.
    pub fn note(&self, id: &Id) -> Option<&Note> {
        self.notes.get(id)
    }

    /// The analysts, by id.
    pub fn analysts(&self) -> impl DoubleEndedIterator<Item = &Analyst> + ExactSizeIterator {
        self.analysts.values()
    }

    /// An analyst.
    pub fn analyst(&self, id: &Id) -> Option<&Analyst> {
        self.analysts.get(id)
    }

    /// A copy of a record, e.g. as the `before` of an edit.
    pub fn record(&self, kind: Kind, id: &Id) -> Option<Record> {
        match kind {
            Kind::About => (self.about.id == *id).then(|| self.about.clone().into()),
            Kind::Analyst => self.analyst(id).cloned().map(Record::from),
            Kind::Tag => self.tag(id).cloned().map(Record::from),
            Kind::Entity => self.entity(id).cloned().map(Record::from),
            Kind::Document => self.document(id).cloned().map(Record::from),
            Kind::Annotation => self.annotation(id).cloned().map(Record::from),
            Kind::Relation => self.relation(id).cloned().map(Record::from),
            Kind::Note => self.note(id).cloned().map(Record::from),
        }
    }

    /// Whether there is such a record.
    pub fn has(&self, kind: Kind, id: &Id) -> bool {
        match kind {
            Kind::About => self.about.id == *id,
            Kind::Analyst => self.analysts.contains_key(id),
            Kind::Tag => self.tags.contains_key(id),
            Kind::Entity => self.entities.contains_key(id),
            Kind::Document => self.documents.contains_key(id),
            Kind::Annotation => self.annotations.contains_key(id),
            Kind::Relation => self.relations.contains_key(id),
            Kind::Note => self.notes.contains_key(id),
        }
    }

    /// Whether the record stands exactly so.
    pub(super) fn holds(&self, record: &Record) -> bool {
        match record {
            Record::About(about) => self.about == *about,
            Record::Analyst(analyst) => self.analyst(&analyst.id) == Some(analyst),
            Record::Tag(tag) => self.tag(&tag.id) == Some(tag),
            Record::Entity(entity) => self.entity(&entity.id) == Some(entity),
            Record::Document(document) => self.document(&document.id) == Some(document),
            Record::Annotation(mark) => self.annotation(&mark.id) == Some(mark),
            Record::Relation(relation) => self.relation(&relation.id) == Some(relation),
            Record::Note(note) => self.note(&note.id) == Some(note),
        }
    }

    /// How many times other records refer to this one.
    pub fn uses(&self, kind: Kind, id: &Id) -> usize {
        self.uses.get(&(kind, id.clone())).copied().unwrap_or(0)
    }

    /// How many records there are of each kind.
    pub fn counts(&self) -> Counts {
        Counts {
            documents: self.documents.len(),
            annotations: self.annotations.len(),
            relations: self.relations.len(),
            entities: self.entities.len(),
            tags: self.tags.len(),
            notes: self.notes.len(),
            analysts: self.analysts.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;
    use crate::model::notation::{ANALYST, DOCUMENT, marked};

    fn transaction(edits: Vec<Edit>) -> Transaction {
        Transaction::new(
            Id::new("t"),
            Timestamp::UNIX_EPOCH,
            Id::new(ANALYST),
            "test",
            edits,
        )
    }

    fn mark(id: &str, tag: &str, spans: &[(usize, usize)]) -> Annotation {
        Annotation::new(
            Id::new(id),
            Id::new(DOCUMENT),
            spans
                .iter()
                .map(|&(a, b)| Span { start: a, end: b })
                .collect(),
            Id::new(tag),
            Id::new(ANALYST),
            Timestamp::UNIX_EPOCH,
        )
    }

    fn refuse(project: &Project, edits: Vec<Edit>) -> ModelError {
        let mut changed = project.clone();
        let error = changed.apply(&transaction(edits)).unwrap_err();
        assert!(changed == *project, "a refused change changed something");
        error
    }

    #[test]
    fn marks_are_found_in_order_of_place() {
        let project = marked("[قوات [سوريا|LOC] كلها|GROUP] و[قسد|GROUP]");
        let document = Id::new(DOCUMENT);
        let tags = |marks: Vec<&Annotation>| {
            marks
                .iter()
                .map(|a| a.tag.to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            tags(project.annotations_of(&document).collect()),
            "group place group"
        );
        assert_eq!(
            tags(project.annotations_at(&document, 10).collect()),
            "group place"
        );
        assert_eq!(
            tags(project.annotations_at(&document, 0).collect()),
            "group"
        );
        assert_eq!(
            tags(project.annotations_before(&document, 9).collect()),
            "group"
        );
        assert_eq!(
            tags(project.annotations_from(&document, 9).collect()),
            "place group"
        );
        assert_eq!(project.annotation_count(&document), 3);
        assert_eq!(project.tag_count(&Id::new("group")), 2);
        assert_eq!(project.uses(Kind::Document, &document), 3);
    }

    #[test]
    fn spans_must_fit_the_text() {
        let project = marked("قسد");
        let of = |spans: &[(usize, usize)]| vec![Edit::create(mark("x", "person", spans))];
        for bad in [(0, 1), (0, 7), (4, 2), (99, 99)] {
            assert!(
                matches!(refuse(&project, of(&[bad])), ModelError::BadSpan { .. }),
                "{bad:?}"
            );
        }
        for bad in [&[(2, 4), (0, 2)], &[(0, 4), (2, 6)], &[(2, 2), (2, 2)]] {
            assert!(matches!(
                refuse(&project, of(bad)),
                ModelError::UnsortedSpans { .. }
            ));
        }
        assert!(matches!(
            refuse(&project, of(&[])),
            ModelError::NoSpan { .. }
        ));
        let mut project = project;
        project
            .apply(&transaction(of(&[(0, 2), (2, 4), (6, 6)])))
            .unwrap();
    }

    #[test]
    fn references_must_lead_somewhere_and_be_kept() {
        let project = marked("[قسد|GROUP]");
        let error = refuse(
            &project,
            vec![Edit::create(mark("x", "nothing", &[(0, 2)]))],
        );
        assert!(matches!(
            error,
            ModelError::Dangling {
                target_kind: Kind::Tag,
                ..
            }
        ));
        let document = project.document(&Id::new(DOCUMENT)).unwrap().clone();
        let annotation = project.annotation(&Id::new("a1")).unwrap().clone();
        let error = refuse(&project, vec![Edit::delete(document.clone())]);
        assert!(matches!(
            error,
            ModelError::InUse {
                uses: 1,
                kind: Kind::Document,
                ..
            }
        ));
        let mut changed = project.clone();
        changed
            .apply(&transaction(vec![
                Edit::delete(document),
                Edit::delete(annotation),
            ]))
            .unwrap();
        assert_eq!(changed.counts().documents, 0);
    }

    #[test]
    fn what_an_edit_says_must_be_so() {
        let project = marked("[قسد|GROUP]");
        let annotation = project.annotation(&Id::new("a1")).unwrap().clone();
        let mut other = annotation.clone();
        other.note = "x".to_owned();
        let cases = [
            (Edit::create(annotation.clone()), "Exists"),
            (Edit::change(other.clone(), annotation.clone()), "Stale"),
            (Edit::delete(mark("b", "person", &[(0, 2)])), "Missing"),
            (
                Edit::change(annotation, mark("b", "person", &[(0, 2)])),
                "Renamed",
            ),
            (Edit::default(), "Empty"),
            (Edit::delete(project.about().clone()), "AboutDeleted"),
        ];
        for (edit, name) in cases {
            let error = format!("{:?}", refuse(&project, vec![edit]));
            assert!(error.starts_with(name), "{error} is not {name}");
        }
        assert_eq!(refuse(&project, vec![]), ModelError::Empty);
    }

    #[test]
    fn a_marked_text_cannot_change_and_an_unmarked_one_can() {
        let project = marked("[قسد|GROUP]");
        let document = project.document(&Id::new(DOCUMENT)).unwrap().clone();
        let mut decoded_again = document.clone();
        decoded_again.text = "SDF".into();
        let change = Edit::change(document.clone(), decoded_again.clone());
        assert!(matches!(
            refuse(&project, vec![change.clone()]),
            ModelError::TextInUse { .. }
        ));
        let mark = project.annotation(&Id::new("a1")).unwrap().clone();
        let both = vec![Edit::delete(mark.clone()), change.clone()];
        assert!(matches!(
            refuse(&project, both),
            ModelError::TextInUse { .. }
        ));
        let mut project = project;
        project
            .apply(&transaction(vec![Edit::delete(mark)]))
            .unwrap();
        assert_eq!(project.offsets(&document.id).unwrap().len_code_points(), 3);
        project.apply(&transaction(vec![change])).unwrap();
        assert_eq!(project.offsets(&document.id).unwrap().len_bytes(), 3);
        let mut titled = decoded_again.clone();
        titled.title = "SDF".to_owned();
        project
            .apply(&transaction(vec![Edit::change(decoded_again, titled)]))
            .unwrap();
    }

    #[test]
    fn tags_form_a_tree_in_order() {
        let mut project = marked("");
        let person = project.tag(&Id::new("person")).unwrap().clone();
        let mut child = person.clone();
        child.id = Id::new("minister");
        child.parent = Some(person.id.clone());
        project
            .apply(&transaction(vec![Edit::create(child.clone())]))
            .unwrap();
        let first: Vec<_> = project
            .tags()
            .take(3)
            .map(|tag| tag.id.to_string())
            .collect();
        assert_eq!(first, ["person", "minister", "group"]);
        let mut looped = person.clone();
        looped.parent = Some(child.id.clone());
        let error = refuse(&project, vec![Edit::change(person.clone(), looped)]);
        assert!(matches!(error, ModelError::Cycle { .. }));
        let error = refuse(&project, vec![Edit::delete(person)]);
        assert!(matches!(
            error,
            ModelError::InUse {
                kind: Kind::Tag,
                ..
            }
        ));
    }

    #[test]
    fn a_mark_on_the_whole_document_needs_no_place() {
        let mut project = marked("قسد");
        let mut tag = project.tag(&Id::new("claim")).unwrap().clone();
        tag.id = Id::new("genre");
        tag.kind = crate::model::TagKind::Document;
        let edits = vec![
            Edit::create(mark("x", "genre", &[])),
            Edit::create(tag.clone()),
        ];
        project.apply(&transaction(edits)).unwrap();
        let document = Id::new(DOCUMENT);
        assert_eq!(project.annotations_of(&document).count(), 0);
        assert_eq!(project.annotations_on_whole(&document).count(), 1);
        let mut entity = tag.clone();
        entity.kind = crate::model::TagKind::Entity;
        let error = refuse(&project, vec![Edit::change(tag, entity)]);
        assert!(matches!(error, ModelError::NoSpan { .. }));
    }

    #[test]
    fn an_analyst_may_sign_their_own_coming_and_going() {
        let mut project = marked("");
        let guest = Analyst::new(Id::new("guest"), "Guest");
        let mut coming = transaction(vec![Edit::create(guest)]);
        coming.by = Id::new("guest");
        project.apply(&coming).unwrap();
        let going = coming.inverse(Id::new("u"), Timestamp::UNIX_EPOCH, Id::new("guest"));
        project.apply(&going).unwrap();
        let error = project.apply(&going).unwrap_err();
        assert!(matches!(error, ModelError::Missing { .. }));
        let mut unsigned = transaction(vec![Edit::create(Analyst::new(Id::new("b"), "B"))]);
        unsigned.by = Id::new("guest");
        assert!(matches!(
            project.apply(&unsigned).unwrap_err(),
            ModelError::UnknownAnalyst { .. }
        ));
    }
}
