//! What can be asked of a project.
//!
//! **Invariant:** no question looks at every mark to find those of one place,
//! tag or entity.

use super::Project;
use crate::model::{
    About, Analyst, Annotation, Counts, Decision, Document, Entity, Id, Kind, Note, OffsetTable,
    Record, Relation, Span, Tag, interval::IntervalIndex,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::{Bound, Range},
    sync::Arc,
};

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

    /// Some of them, by their places in that order.
    pub fn documents_within(&self, places: Range<usize>) -> impl Iterator<Item = &Document> {
        self.document_order
            .get(places)
            .unwrap_or_default()
            .iter()
            .filter_map(|id| self.document(id))
    }

    /// The documents from a place in that order on, counted from 0.
    pub fn documents_from(&self, place: usize) -> impl Iterator<Item = &Document> {
        self.document_order
            .get(place..)
            .unwrap_or_default()
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

    /// How many documents have marks with exactly this tag.
    pub fn tag_document_count(&self, tag: &Id) -> usize {
        self.tags_in.get(tag).map_or(0, BTreeMap::len)
    }

    /// How many marks of a document have exactly this tag.
    pub fn tag_count_in(&self, tag: &Id, document: &Id) -> usize {
        self.tags_in
            .get(tag)
            .and_then(|documents| documents.get(document))
            .copied()
            .unwrap_or(0)
    }

    /// The relations with exactly this tag, by id.
    pub fn relations_with_tag(&self, tag: &Id) -> impl Iterator<Item = &Relation> {
        self.relations_by_tag
            .get(tag)
            .into_iter()
            .flatten()
            .filter_map(|id| self.relation(id))
    }

    /// How many relations have exactly this tag.
    pub fn relation_count(&self, tag: &Id) -> usize {
        self.relations_by_tag.get(tag).map_or(0, BTreeSet::len)
    }

    /// How many marks mention an entity.
    pub fn mention_count(&self, entity: &Id) -> usize {
        self.by_entity.get(entity).map_or(0, BTreeSet::len)
    }

    /// The tags in the order of their tree: parents before children.
    pub fn tags(&self) -> impl DoubleEndedIterator<Item = &Tag> {
        self.tag_order.iter().filter_map(|id| self.tag(id))
    }

    /// A tag.
    pub fn tag(&self, id: &Id) -> Option<&Tag> {
        self.tags.get(id).map(AsRef::as_ref)
    }

    /// The entities, by id.
    pub fn entities(&self) -> impl DoubleEndedIterator<Item = &Entity> + ExactSizeIterator {
        self.entities.values().map(AsRef::as_ref)
    }

    /// The entities whose ids come after this one, by id; all without one.
    pub fn entities_after(&self, id: Option<&Id>) -> impl Iterator<Item = &Entity> {
        let from = id.map_or(Bound::Unbounded, Bound::Excluded);
        self.entities
            .range::<Id, _>((from, Bound::Unbounded))
            .map(|(_, entity)| entity.as_ref())
    }

    /// An entity.
    pub fn entity(&self, id: &Id) -> Option<&Entity> {
        self.entities.get(id).map(AsRef::as_ref)
    }

    /// The relations, by id.
    pub fn relations(&self) -> impl DoubleEndedIterator<Item = &Relation> + ExactSizeIterator {
        self.relations.values().map(AsRef::as_ref)
    }

    /// A relation.
    pub fn relation(&self, id: &Id) -> Option<&Relation> {
        self.relations.get(id).map(AsRef::as_ref)
    }

    /// The relations that begin or end at a mark, by id.
    pub fn relations_of(&self, mark: &Id) -> impl Iterator<Item = &Relation> {
        self.relations_at
            .get(mark)
            .into_iter()
            .flatten()
            .filter_map(|id| self.relation(id))
    }

    /// The notes about a record (its kind and id), oldest first; those about
    /// the project are about the one record of that kind.
    pub fn notes_about(&self, kind: Kind, id: &Id) -> Vec<&Note> {
        let ids = self.notes_on.get(&(kind, id.clone()));
        let mut notes: Vec<&Note> = ids
            .into_iter()
            .flatten()
            .filter_map(|id| self.note(id))
            .collect();
        notes.sort_by_key(|note| note.at);
        notes
    }

    /// The notes, by id.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = &Note> + ExactSizeIterator {
        self.notes.values().map(AsRef::as_ref)
    }

    /// A note.
    pub fn note(&self, id: &Id) -> Option<&Note> {
        self.notes.get(id).map(AsRef::as_ref)
    }

    /// The decisions about suggestions, by id.
    pub fn decisions(&self) -> impl DoubleEndedIterator<Item = &Decision> + ExactSizeIterator {
        self.decisions.values().map(AsRef::as_ref)
    }

    /// A decision about a suggestion.
    pub fn decision(&self, id: &Id) -> Option<&Decision> {
        self.decisions.get(id).map(AsRef::as_ref)
    }

    /// The analysts, by id.
    pub fn analysts(&self) -> impl DoubleEndedIterator<Item = &Analyst> + ExactSizeIterator {
        self.analysts.values().map(AsRef::as_ref)
    }

    /// An analyst.
    pub fn analyst(&self, id: &Id) -> Option<&Analyst> {
        self.analysts.get(id).map(AsRef::as_ref)
    }

    /// A record, shared, e.g. as the `before` of an edit.
    pub fn record(&self, kind: Kind, id: &Id) -> Option<Record> {
        match kind {
            Kind::About => (self.about.id == *id).then(|| Arc::clone(&self.about).into()),
            Kind::Analyst => self
                .analysts
                .get(id)
                .map(|record| Arc::clone(record).into()),
            Kind::Tag => self.tags.get(id).map(|record| Arc::clone(record).into()),
            Kind::Entity => self
                .entities
                .get(id)
                .map(|record| Arc::clone(record).into()),
            Kind::Document => self
                .documents
                .get(id)
                .map(|filed| Arc::clone(&filed.document).into()),
            Kind::Annotation => self
                .annotations
                .get(id)
                .map(|record| Arc::clone(record).into()),
            Kind::Relation => self
                .relations
                .get(id)
                .map(|record| Arc::clone(record).into()),
            Kind::Note => self.notes.get(id).map(|record| Arc::clone(record).into()),
            Kind::Decision => self
                .decisions
                .get(id)
                .map(|record| Arc::clone(record).into()),
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
            Kind::Decision => self.decisions.contains_key(id),
        }
    }

    /// Whether the record stands exactly so.
    pub(in crate::model) fn holds(&self, record: &Record) -> bool {
        fn same<T: PartialEq>(stands: Option<&Arc<T>>, record: &Arc<T>) -> bool {
            stands.is_some_and(|stands| Arc::ptr_eq(stands, record) || stands == record)
        }
        match record {
            Record::About(about) => same(Some(&self.about), about),
            Record::Analyst(analyst) => same(self.analysts.get(&analyst.id), analyst),
            Record::Tag(tag) => same(self.tags.get(&tag.id), tag),
            Record::Entity(entity) => same(self.entities.get(&entity.id), entity),
            Record::Document(document) => {
                let filed = self.documents.get(&document.id);
                same(filed.map(|filed| &filed.document), document)
            }
            Record::Annotation(mark) => same(self.annotations.get(&mark.id), mark),
            Record::Relation(relation) => same(self.relations.get(&relation.id), relation),
            Record::Note(note) => same(self.notes.get(&note.id), note),
            Record::Decision(decision) => same(self.decisions.get(&decision.id), decision),
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
            decisions: self.decisions.len(),
            analysts: self.analysts.len(),
        }
    }
}
