//! One tag merged into another, and a tag deleted.
//!
//! **Invariant:** nothing that names the tag is lost: marks, relations,
//! entities, decisions, notes, tags below it and ends of relations name the
//! other one afterwards; one undo brings all of it back.

use std::sync::Arc;

use crate::i18n::Arg;
use crate::model::{Annotation, Edit, Id, Kind, Record, Tag, TagKind};

use super::problem::CodebookProblem;
use crate::command::{CommandError, Workbench};

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

/// What a merge would do.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let twice = project
            .annotations_with_tag(from)
            .filter(|mark| self.stands_there(mark, into))
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
        })
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
        let edits = self.merge_edits(from, into);
        self.commit("codebook.merge", edits)?;
        self.choose_tag(Some(into.clone()));
        Ok(())
    }

    fn merge_edits(&self, from: &Id, into: &Id) -> Vec<Edit> {
        let project = self.project();
        let (Some(old), Some(new)) = (project.tag(from), project.tag(into)) else {
            return Vec::new();
        };
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
        for mark in project.annotations_with_tag(from) {
            change(Kind::Annotation, &mark.id, &|record| {
                if let Record::Annotation(mark) = record {
                    Arc::make_mut(mark).tag = new.id.clone();
                }
            });
        }
        for relation in project.relations_with_tag(from) {
            change(Kind::Relation, &relation.id, &|record| {
                if let Record::Relation(relation) = record {
                    Arc::make_mut(relation).tag = new.id.clone();
                }
            });
        }
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
}

/// What a tag that stays takes over from the one that goes: attributes it does
/// not have (never required of its own marks), examples, the description, a
/// key and names it lacks.
fn take_over(stays: &mut Tag, goes: &Tag) {
    for attribute in &goes.attributes {
        if stays.attribute(&attribute.id).is_none() {
            let mut attribute = attribute.clone();
            attribute.required = false;
            stays.attributes.push(attribute);
        }
    }
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
