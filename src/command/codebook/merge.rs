//! One tag merged into another, and a tag deleted.
//!
//! Where the guideline does not let some marks become the other tag, nothing
//! is merged by itself: they are named ([`MergePreview::refused`]), and the
//! rest can be merged without them; then both tags stay.
//!
//! **Invariant:** nothing that names the tag is lost: marks, relations,
//! entities, decisions, notes, tags below it and ends of relations name the
//! other one afterwards; one undo brings all of it back.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::i18n::Arg;
use crate::model::{Annotation, Edit, Id, Kind, Record, Tag, TagKind};

use super::problem::CodebookProblem;
use crate::command::{CommandError, NoticeKind, Refusal, Workbench, rules};

/// What names a tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TagUsage {
    /// Marks.
    pub marks: usize,
    /// Documents with such marks.
    pub documents: usize,
    /// Relations.
    pub relations: usize,
    /// Entities of this type.
    pub entities: usize,
    /// Notes about it.
    pub notes: usize,
    /// Decisions about suggestions.
    pub decisions: usize,
    /// Tags directly under it.
    pub children: usize,
    /// Relations (tags) that may begin or end at it.
    pub ends: usize,
}

impl TagUsage {
    /// Whether nothing names it.
    pub fn is_unused(&self) -> bool {
        *self == Self::default()
    }
}

/// A mark or relation that the guideline does not let become the other tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmerged {
    /// The mark; of a relation, the one it starts at.
    pub mark: Id,
    /// The relation, if it is one.
    pub relation: Option<Id>,
    /// Why.
    pub refusal: Refusal,
}

/// What a merge would do.
#[derive(Clone, Debug, PartialEq)]
pub struct MergePreview {
    /// What moves.
    pub usage: TagUsage,
    /// Marks that would then stand twice at their place.
    pub twice: usize,
    /// Attributes the other tag gets, by name.
    pub attributes: Vec<String>,
    /// Marks with values that the other tag's attribute of the same name does
    /// not allow; they keep them.
    pub outside: usize,
    /// What the guideline refuses, in the order of documents and texts.
    pub refused: Vec<Unmerged>,
}

impl Workbench {
    /// What names a tag. Looks through entities, notes, decisions and tags.
    pub fn tag_usage(&self, id: &Id) -> TagUsage {
        let project = self.project();
        TagUsage {
            marks: project.tag_count(id),
            documents: project.tag_document_count(id),
            relations: project.relation_count(id),
            entities: project
                .entities()
                .filter(|e| e.tag.as_ref() == Some(id))
                .count(),
            notes: project
                .notes()
                .filter(|n| n.tag.as_ref() == Some(id))
                .count(),
            decisions: project
                .decisions()
                .filter(|decision| decision.tag.as_ref() == Some(id))
                .count(),
            children: project
                .tags()
                .filter(|t| t.parent.as_ref() == Some(id))
                .count(),
            ends: project
                .tags()
                .filter(|tag| tag.ends.from.contains(id) || tag.ends.to.contains(id))
                .count(),
        }
    }

    /// What names a tag as a list in words: "12 marks and 1 note".
    pub fn tag_usage_in_words(&self, usage: &TagUsage) -> String {
        let messages = self.messages();
        let words: Vec<String> = [
            ("count-marks", usage.marks),
            ("codebook-count-relations", usage.relations),
            ("codebook-count-entities", usage.entities),
            ("codebook-count-notes", usage.notes),
            ("codebook-count-decisions", usage.decisions),
            ("codebook-count-children", usage.children),
            ("codebook-count-ends", usage.ends),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| messages.format(id, &[("count", Arg::from(count))]))
        .collect();
        messages.list(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Deletes a tag that nothing names.
    pub(super) fn delete_tag(&mut self, id: &Id) -> Result<(), CommandError> {
        let Some(tag) = self.project().tag(id).cloned() else {
            return Ok(());
        };
        let usage = self.tag_usage(id);
        if !usage.is_unused() {
            return Err(CodebookProblem::InUse {
                tag: self.tag_title(&tag),
                uses: self.tag_usage_in_words(&usage),
            }
            .into());
        }
        let order: Vec<Id> = self.project().tags().map(|tag| tag.id.clone()).collect();
        self.commit("codebook.delete", vec![Edit::delete(tag)])?;
        let at = order.iter().position(|other| other == id).unwrap_or(0);
        let next = order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?));
        self.choose_tag(next.cloned());
        Ok(())
    }

    /// Whether one tag can be merged into another.
    pub fn check_merge(&self, from: &Id, into: &Id) -> Result<(), CodebookProblem> {
        let (Some(from), Some(into)) = (self.project().tag(from), self.project().tag(into)) else {
            return Err(CodebookProblem::MergeSame);
        };
        if from.id == into.id {
            return Err(CodebookProblem::MergeSame);
        }
        if into.retired {
            return Err(CodebookProblem::MergeRetired(self.tag_title(into)));
        }
        let in_text = |kind| matches!(kind, TagKind::Entity | TagKind::Passage);
        if from.kind == into.kind || (in_text(from.kind) && in_text(into.kind)) {
            Ok(())
        } else {
            Err(CodebookProblem::MergeKinds {
                from: self.tag_title(from),
                into: self.tag_title(into),
            })
        }
    }

    /// What merging one tag into another would do. Looks at all its marks.
    pub fn merge_preview(&self, from: &Id, into: &Id) -> Option<MergePreview> {
        self.check_merge(from, into).ok()?;
        let project = self.project();
        let (old, new) = (project.tag(from)?, project.tag(into)?);
        let language = self.messages().language().code();
        let refused = self.unmerged(from, into);
        let stays: BTreeSet<&Id> = refused.iter().map(|one| &one.mark).collect();
        let twice = project
            .annotations_with_tag(from)
            .filter(|mark| !stays.contains(&mark.id) && self.stands_there(mark, into))
            .count();
        let outside = project
            .annotations_with_tag(from)
            .filter(|mark| {
                mark.attributes.iter().any(|(id, value)| {
                    let attribute = new.attribute(id).or_else(|| old.attribute(id));
                    attribute.is_none_or(|attribute| attribute.value.accepts(value).is_err())
                })
            })
            .count();
        Some(MergePreview {
            usage: self.tag_usage(from),
            twice,
            attributes: old
                .attributes
                .iter()
                .filter(|attribute| new.attribute(&attribute.id).is_none())
                .map(|attribute| attribute.name(language).to_owned())
                .collect(),
            outside,
            refused,
        })
    }

    /// The marks and relations that may not become the other tag.
    fn unmerged(&self, from: &Id, into: &Id) -> Vec<Unmerged> {
        let project = self.project();
        let mut found = Vec::new();
        let mut staying: BTreeSet<Id> = BTreeSet::new();
        // What stays may be in the way of what would have moved with it.
        loop {
            let edits = self.merge_edits(from, into, &staying);
            let refused = rules::all_refused(project, &edits);
            let before = staying.len();
            for (record, refusal) in refused {
                staying.insert(record.id().clone());
                found.push(match record {
                    Record::Relation(relation) => Unmerged {
                        mark: relation.from.clone(),
                        relation: Some(relation.id.clone()),
                        refusal,
                    },
                    other => Unmerged {
                        mark: other.id().clone(),
                        relation: None,
                        refusal,
                    },
                });
            }
            if staying.len() == before {
                break;
            }
        }
        let place = |mark: &Id| {
            let mark = project.annotation(mark)?;
            let order = project.document(&mark.document)?.order;
            Some((
                order,
                mark.document.clone(),
                mark.hull().map(|hull| hull.start),
            ))
        };
        found.sort_by_cached_key(|one| place(&one.mark));
        found
    }

    /// Whether a mark of that tag, by the same hand, stands at the very place
    /// of this one.
    fn stands_there(&self, mark: &Annotation, tag: &Id) -> bool {
        let same = |other: &Annotation| {
            other.tag == *tag && other.by == mark.by && other.spans == mark.spans
        };
        match mark.hull() {
            Some(span) => self
                .project()
                .annotations_in(&mark.document, span)
                .any(same),
            None => self
                .project()
                .annotations_on_whole(&mark.document)
                .any(same),
        }
    }

    /// Merges a tag into another, as one step.
    pub(super) fn merge_tag(&mut self, from: &Id, into: &Id) -> Result<(), CommandError> {
        self.check_merge(from, into)?;
        let edits = self.merge_edits(from, into, &BTreeSet::new());
        if rules::check(self.project(), &edits).is_err() {
            let refused = self.unmerged(from, into);
            if let Some(first) = refused.first() {
                let name = |id| self.project().tag(id).map(|tag| self.tag_title(tag));
                return Err(CodebookProblem::MergeRefused {
                    into: name(into).unwrap_or_default(),
                    count: refused.len(),
                    first: Box::new(first.refusal.clone()),
                }
                .into());
            }
        }
        self.commit("codebook.merge", edits)?;
        self.choose_tag(Some(into.clone()));
        Ok(())
    }

    /// Merges what the guideline lets go: what it refuses keeps its tag.
    pub(super) fn merge_rest(&mut self, from: &Id, into: &Id) -> Result<(), CommandError> {
        self.check_merge(from, into)?;
        let refused = self.unmerged(from, into);
        if refused.is_empty() {
            return self.merge_tag(from, into);
        }
        let count = refused.len();
        let staying: BTreeSet<Id> = refused
            .into_iter()
            .map(|one| one.relation.unwrap_or(one.mark))
            .collect();
        let edits = self.merge_edits(from, into, &staying);
        let moved = edits
            .iter()
            .filter(|edit| {
                matches!(
                    edit.after,
                    Some(Record::Annotation(_) | Record::Relation(_))
                )
            })
            .count();
        if moved == 0 {
            return Err(CodebookProblem::MergeNone.into());
        }
        self.commit("codebook.merge-rest", edits)?;
        let facts = [("moved", Arg::from(moved)), ("count", Arg::from(count))];
        let text = self.messages().format("codebook-merged-rest", &facts);
        self.notify(NoticeKind::Done, text);
        Ok(())
    }

    /// What merging changes. With marks or relations that keep their tag, that
    /// tag stays, and what names it as a tag.
    fn merge_edits(&self, from: &Id, into: &Id, staying: &BTreeSet<Id>) -> Vec<Edit> {
        let project = self.project();
        let (Some(old), Some(new)) = (project.tag(from), project.tag(into)) else {
            return Vec::new();
        };
        if !staying.is_empty() {
            return self.rest_edits(old, new, staying);
        }
        // The tag that goes stands first: the step is named after it. Then the
        // tags: those below it, those that name it as an end, the
        // one that stays.
        let mut edits = vec![Edit::delete(old.clone())];
        let below = |parent: &Id| {
            project
                .tags()
                .filter(|tag| tag.parent.as_ref() == Some(parent))
                .count()
        };
        let mut next_order = u32::try_from(below(into)).unwrap_or(u32::MAX);
        for tag in project.tags().filter(|tag| tag.id != *from) {
            let mut after = tag.clone();
            if tag.id == *into {
                take_over(&mut after, old);
                if self.tag_is_within(into, from) {
                    after.parent.clone_from(&old.parent);
                    after.order = old.order;
                }
            } else if tag.parent.as_ref() == Some(from) {
                after.parent = Some(into.clone());
                after.order = next_order.max(
                    project
                        .tags()
                        .filter(|tag| tag.parent.as_ref() == Some(into))
                        .map(|tag| tag.order.saturating_add(1))
                        .max()
                        .unwrap_or(0),
                );
                next_order = after.order.saturating_add(1);
            }
            for ends in [&mut after.ends.from, &mut after.ends.to] {
                if ends.contains(from) {
                    let had = ends.contains(into);
                    ends.retain(|id| id != from);
                    if !had {
                        ends.push(into.clone());
                    }
                }
            }
            if after != *tag {
                edits.push(Edit::change(tag.clone(), after));
            }
        }
        edits.extend(self.moving(from, &new.id, &BTreeSet::new()));
        let mut change = |kind: Kind, id: &Id, rename: &dyn Fn(&mut Record)| {
            if let Some(before) = project.record(kind, id) {
                let mut after = before.clone();
                rename(&mut after);
                edits.push(Edit {
                    before: Some(before),
                    after: Some(after),
                });
            }
        };
        let named = |tag: &Option<Id>| tag.as_ref() == Some(from);
        for entity in project.entities().filter(|entity| named(&entity.tag)) {
            change(Kind::Entity, &entity.id, &|record| {
                if let Record::Entity(entity) = record {
                    Arc::make_mut(entity).tag = Some(new.id.clone());
                }
            });
        }
        for note in project.notes().filter(|note| named(&note.tag)) {
            change(Kind::Note, &note.id, &|record| {
                if let Record::Note(note) = record {
                    Arc::make_mut(note).tag = Some(new.id.clone());
                }
            });
        }
        for decision in project.decisions().filter(|one| named(&one.tag)) {
            change(Kind::Decision, &decision.id, &|record| {
                if let Record::Decision(decision) = record {
                    Arc::make_mut(decision).tag = Some(new.id.clone());
                }
            });
        }
        edits
    }

    /// The marks and relations of a tag that get the other one, in the order of
    /// documents and texts.
    fn moving(&self, from: &Id, into: &Id, staying: &BTreeSet<Id>) -> Vec<Edit> {
        let project = self.project();
        let mut marks: Vec<&Annotation> = project
            .annotations_with_tag(from)
            .filter(|mark| !staying.contains(&mark.id))
            .collect();
        marks.sort_by_cached_key(|mark| {
            let order = project.document(&mark.document).map(|one| one.order);
            (order, &mark.document, mark.hull().map(|hull| hull.start))
        });
        let marks = marks.into_iter().map(|mark| {
            let mut after = mark.clone();
            after.tag = into.clone();
            Edit::change(mark.clone(), after)
        });
        let relations = project
            .relations_with_tag(from)
            .filter(|relation| !staying.contains(&relation.id));
        let relations = relations.map(|relation| {
            let mut after = relation.clone();
            after.tag = into.clone();
            Edit::change(relation.clone(), after)
        });
        marks.chain(relations).collect()
    }

    /// The edits of a merge in which some keep their tag: the other one gets
    /// the attributes that the marks bring, relations may end at it too, and
    /// entities go along whose every mention goes.
    fn rest_edits(&self, old: &Tag, new: &Tag, staying: &BTreeSet<Id>) -> Vec<Edit> {
        let project = self.project();
        let mut edits = Vec::new();
        for tag in project.tags() {
            let mut after = tag.clone();
            if tag.id == new.id {
                take_attributes(&mut after, old);
            }
            for ends in [&mut after.ends.from, &mut after.ends.to] {
                if ends.contains(&old.id) && !ends.contains(&new.id) {
                    ends.push(new.id.clone());
                }
            }
            if after != *tag {
                edits.push(Edit::change(tag.clone(), after));
            }
        }
        edits.extend(self.moving(&old.id, &new.id, staying));
        let entities = project
            .entities()
            .filter(|entity| entity.tag.as_ref() == Some(&old.id));
        for entity in entities {
            if !project
                .mentions(&entity.id)
                .any(|mark| staying.contains(&mark.id))
            {
                let mut after = entity.clone();
                after.tag = Some(new.id.clone());
                edits.push(Edit::change(entity.clone(), after));
            }
        }
        edits
    }
}

/// Attributes of a tag that marks bring along, never required of its own marks.
fn take_attributes(stays: &mut Tag, goes: &Tag) {
    for attribute in &goes.attributes {
        if stays.attribute(&attribute.id).is_none() {
            let mut attribute = attribute.clone();
            attribute.required = false;
            stays.attributes.push(attribute);
        }
    }
}

/// What a tag that stays takes over from the one that goes: attributes it does
/// not have, examples, the description, a key and names it lacks.
fn take_over(stays: &mut Tag, goes: &Tag) {
    take_attributes(stays, goes);
    for example in &goes.examples {
        if !stays.examples.contains(example) {
            stays.examples.push(example.clone());
        }
    }
    if !goes.description.trim().is_empty() && !stays.description.contains(&goes.description) {
        if !stays.description.trim().is_empty() {
            stays.description.push_str("\n\n");
        }
        stays.description.push_str(&goes.description);
    }
    if stays.key.is_none() {
        stays.key.clone_from(&goes.key);
    }
    for (language, name) in &goes.names {
        stays
            .names
            .entry(language.clone())
            .or_insert_with(|| name.clone());
    }
}
