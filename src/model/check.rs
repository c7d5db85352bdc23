//! Whether a transaction fits a project, decided before anything changes.
//!
//! Edits are followed in order for "does this record stand as the edit says";
//! references, spans and trees are judged on the state at the end, so that
//! one transaction may create a tag and use it, or delete both.
//!
//! **Invariant:** what passes here cannot fail while it is carried out.

use super::{
    Annotation, Decision, Document, Edit, Id, Kind, ModelError, Project, Record, Span, TagKind,
    Transaction,
};
use std::collections::{HashMap, HashSet};

type Key<'a> = (Kind, &'a Id);

/// The project as it would be after the edits seen so far.
struct Preview<'a> {
    project: &'a Project,
    changed: HashMap<Key<'a>, Option<&'a Record>>,
}

impl<'a> Preview<'a> {
    fn exists(&self, key: Key<'_>) -> bool {
        match self.changed.get(&key) {
            Some(record) => record.is_some(),
            None => self.project.has(key.0, key.1),
        }
    }

    /// Whether the record stands exactly so.
    fn holds(&self, record: &Record) -> bool {
        match self.changed.get(&(record.kind(), record.id())) {
            Some(current) => *current == Some(record),
            None => self.project.holds(record),
        }
    }

    fn document(&self, id: &Id) -> Option<&Document> {
        match self.changed.get(&(Kind::Document, id)) {
            Some(Some(Record::Document(document))) => Some(document),
            Some(_) => None,
            None => self.project.document(id),
        }
    }

    fn tag_kind(&self, id: &Id) -> Option<TagKind> {
        match self.changed.get(&(Kind::Tag, id)) {
            Some(record) => record.and_then(Record::tag_kind),
            None => self.project.tag(id).map(|tag| tag.kind),
        }
    }

    /// The record above this one: a tag's parent, a document's predecessor.
    fn above(&self, (kind, id): Key<'a>) -> Option<&'a Id> {
        match (kind, self.changed.get(&(kind, id))) {
            (_, Some(Some(Record::Tag(tag)))) => tag.parent.as_ref(),
            (_, Some(Some(Record::Document(document)))) => document.previous.as_ref(),
            (Kind::Tag, None) => self.project.tag(id)?.parent.as_ref(),
            (Kind::Document, None) => self.project.document(id)?.previous.as_ref(),
            _ => None,
        }
    }
}

/// Judges the transaction as a whole.
pub(super) fn check(project: &Project, transaction: &Transaction) -> Result<(), ModelError> {
    if transaction.edits.is_empty() {
        return Err(ModelError::Empty);
    }
    let mut preview = Preview {
        project,
        changed: HashMap::with_capacity(transaction.edits.len()),
    };
    for edit in &transaction.edits {
        follow(&mut preview, edit)?;
    }
    check_end(&preview, &transaction.edits)?;
    // An analyst may sign the change that brings or removes them.
    let by = &transaction.by;
    if project.analyst(by).is_none() && !preview.exists((Kind::Analyst, by)) {
        return Err(ModelError::UnknownAnalyst { id: by.clone() });
    }
    Ok(())
}

fn follow<'a>(preview: &mut Preview<'a>, edit: &'a Edit) -> Result<(), ModelError> {
    let record = edit.after.as_ref().or(edit.before.as_ref());
    let (kind, id) = record
        .map(|record| (record.kind(), record.id()))
        .ok_or(ModelError::Empty)?;
    match (&edit.before, &edit.after) {
        (None, _) if preview.exists((kind, id)) => {
            return Err(ModelError::Exists {
                kind,
                id: id.clone(),
            });
        }
        (Some(before), Some(_)) if (before.kind(), before.id()) != (kind, id) => {
            return Err(ModelError::Renamed {
                kind: before.kind(),
                id: before.id().clone(),
            });
        }
        (Some(_), _) if !preview.exists((kind, id)) => {
            return Err(ModelError::Missing {
                kind,
                id: id.clone(),
            });
        }
        (Some(before), _) if !preview.holds(before) => {
            return Err(ModelError::Stale {
                kind,
                id: id.clone(),
            });
        }
        (Some(Record::About(_)), None) => return Err(ModelError::AboutDeleted),
        _ => {}
    }
    preview.changed.insert((kind, id), edit.after.as_ref());
    Ok(())
}

fn check_end(preview: &Preview<'_>, edits: &[Edit]) -> Result<(), ModelError> {
    for record in preview.changed.values().copied().flatten() {
        check_record(preview, record)?;
    }
    check_deleted(preview, edits)
}

/// Judges one record in the state at the end.
fn check_record(preview: &Preview<'_>, record: &Record) -> Result<(), ModelError> {
    check_references(preview, record)?;
    check_extra(record)?;
    match record {
        Record::Annotation(annotation) => check_annotation(preview, annotation),
        Record::Decision(decision) => check_decision(preview, decision),
        Record::Document(document) => {
            check_text(preview, document)?;
            check_acyclic(preview, (Kind::Document, &document.id))
        }
        Record::Tag(tag) => {
            check_acyclic(preview, (Kind::Tag, &tag.id))?;
            check_tag_kind(preview, tag.kind, &tag.id)
        }
        _ => Ok(()),
    }
}

/// Takes the records out that could not stand together with the others in an
/// empty project, so that the rest can.
pub(super) fn take_misfits(
    empty: &Project,
    records: &mut Vec<Record>,
) -> Vec<(Record, ModelError)> {
    let mut misfits = Vec::new();
    // What refers to a record that goes has to go in the next round; there
    // are about as many rounds as kinds of records.
    loop {
        let verdicts = judge_together(empty, records);
        if verdicts.iter().all(Option::is_none) {
            return misfits;
        }
        let judged = std::mem::take(records).into_iter().zip(verdicts);
        for (record, verdict) in judged {
            match verdict {
                Some(error) => misfits.push((record, error)),
                None => records.push(record),
            }
        }
    }
}

fn judge_together(empty: &Project, records: &[Record]) -> Vec<Option<ModelError>> {
    let mut preview = Preview {
        project: empty,
        changed: HashMap::with_capacity(records.len()),
    };
    let mut verdicts = Vec::with_capacity(records.len());
    for record in records {
        let (kind, id) = (record.kind(), record.id());
        let is_first = !preview.exists((kind, id));
        verdicts.push((!is_first).then(|| ModelError::Exists {
            kind,
            id: id.clone(),
        }));
        if is_first {
            preview.changed.insert((kind, id), Some(record));
        }
    }
    for (verdict, record) in verdicts.iter_mut().zip(records) {
        if verdict.is_none() {
            *verdict = check_record(&preview, record).err();
        }
    }
    verdicts
}

fn check_references(preview: &Preview<'_>, record: &Record) -> Result<(), ModelError> {
    let mut dangling = None;
    record.for_each_reference(|kind, id| {
        if dangling.is_none() && !preview.exists((kind, id)) {
            dangling = Some(ModelError::Dangling {
                kind: record.kind(),
                id: record.id().clone(),
                target_kind: kind,
                target: id.clone(),
            });
        }
    });
    dangling.map_or(Ok(()), Err)
}

fn check_extra(record: &Record) -> Result<(), ModelError> {
    let (kind, extra) = (record.kind(), record.extra());
    match kind
        .fields()
        .iter()
        .find(|field| extra.contains_key(**field))
    {
        None => Ok(()),
        Some(field) => Err(ModelError::ReservedField {
            kind,
            id: record.id().clone(),
            field: (*field).to_owned(),
        }),
    }
}

fn check_annotation(preview: &Preview<'_>, annotation: &Annotation) -> Result<(), ModelError> {
    let id = || annotation.id.clone();
    if annotation
        .confidence
        .is_some_and(|confidence| !(0.0..=1.0).contains(&confidence))
    {
        return Err(ModelError::BadConfidence { id: id() });
    }
    if annotation.spans.is_empty() && preview.tag_kind(&annotation.tag) != Some(TagKind::Document) {
        return Err(ModelError::NoSpan { id: id() });
    }
    for span in &annotation.spans {
        check_span(
            preview,
            (Kind::Annotation, &annotation.id),
            &annotation.document,
            *span,
        )?;
    }
    let in_order = annotation
        .spans
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.end <= b.start && a != b));
    if in_order {
        Ok(())
    } else {
        Err(ModelError::UnsortedSpans { id: id() })
    }
}

/// A place must lie on character boundaries of its document.
fn check_span(
    preview: &Preview<'_>,
    (kind, id): (Kind, &Id),
    document: &Id,
    span: Span,
) -> Result<(), ModelError> {
    let text = preview
        .document(document)
        .map_or("", |document| &document.text);
    if span.of(text).is_some() {
        return Ok(());
    }
    Err(ModelError::BadSpan {
        kind,
        id: id.clone(),
        document: document.clone(),
        start: span.start,
        end: span.end,
    })
}

/// A place without a document would be no place.
fn check_decision(preview: &Preview<'_>, decision: &Decision) -> Result<(), ModelError> {
    match (&decision.document, decision.span) {
        (_, None) => Ok(()),
        (Some(document), Some(span)) => {
            check_span(preview, (Kind::Decision, &decision.id), document, span)
        }
        (None, Some(_)) => Err(ModelError::PlaceWithoutDocument {
            id: decision.id.clone(),
        }),
    }
}

/// A text may be replaced (another encoding) only while no mark lies on it,
/// neither before the transaction nor after it: then undo stays possible.
fn check_text(preview: &Preview<'_>, document: &Document) -> Result<(), ModelError> {
    let id = &document.id;
    let unchanged = preview
        .project
        .document(id)
        .is_none_or(|current| current.text == document.text);
    let marked = || {
        preview.project.annotations_of(id).next().is_some()
            || preview
                .project
                .decisions()
                .any(|decision| decided(decision, id))
            || preview.changed.values().any(|record| match record {
                Some(Record::Annotation(mark)) => mark.document == *id,
                Some(Record::Decision(decision)) => decided(decision, id),
                _ => false,
            })
    };
    if unchanged || !marked() {
        Ok(())
    } else {
        Err(ModelError::TextInUse { id: id.clone() })
    }
}

/// Whether a decision holds a place in this document.
fn decided(decision: &Decision, document: &Id) -> bool {
    decision.span.is_some() && decision.document.as_ref() == Some(document)
}

/// Marks on whole documents have no place; their tag must stay of that kind.
fn check_tag_kind(preview: &Preview<'_>, kind: TagKind, tag: &Id) -> Result<(), ModelError> {
    let was = preview.project.tag(tag).map(|tag| tag.kind);
    if was != Some(TagKind::Document) || kind == TagKind::Document {
        return Ok(());
    }
    let placeless = preview.project.annotations_with_tag(tag).find(|mark| {
        mark.spans.is_empty() && !preview.changed.contains_key(&(Kind::Annotation, &mark.id))
    });
    match placeless {
        Some(mark) => Err(ModelError::NoSpan {
            id: mark.id.clone(),
        }),
        None => Ok(()),
    }
}

fn check_acyclic(preview: &Preview<'_>, start: Key<'_>) -> Result<(), ModelError> {
    let mut seen = HashSet::from([start.1]);
    let mut at = start;
    while let Some(above) = preview.above(at) {
        if !seen.insert(above) {
            return Err(ModelError::Cycle {
                kind: start.0,
                id: start.1.clone(),
            });
        }
        at.1 = above;
    }
    Ok(())
}

/// What goes must not be needed by anything that stays.
fn check_deleted(preview: &Preview<'_>, edits: &[Edit]) -> Result<(), ModelError> {
    let mut uses: HashMap<Key<'_>, i64> = preview
        .changed
        .iter()
        .filter(|(_, record)| record.is_none())
        .map(|(&(kind, id), _)| ((kind, id), preview.project.uses(kind, id) as i64))
        .collect();
    if uses.is_empty() {
        return Ok(());
    }
    for edit in edits {
        for (record, change) in [(&edit.before, -1), (&edit.after, 1)] {
            if let Some(record) = record {
                record.for_each_reference(|kind, id| {
                    if let Some(count) = uses.get_mut(&(kind, id)) {
                        *count += change;
                    }
                });
            }
        }
    }
    let mut wanted: Vec<_> = uses.into_iter().filter(|(_, count)| *count > 0).collect();
    wanted.sort_unstable();
    match wanted.first() {
        Some(&((kind, id), count)) => Err(ModelError::InUse {
            kind,
            id: id.clone(),
            uses: count as usize,
        }),
        None => Ok(()),
    }
}
