//! Settling what two people marked differently, into a layer of its own.
//!
//! Lives here: the adjudicated layer, and the ways to settle a place. Does not
//! live here: finding the differences ([`super::comparison`]).
//!
//! **Invariant:** nothing of the two layers is changed; settling a place is
//! one transaction, and settling it again takes back what was made before.

use std::collections::BTreeSet;

use crate::analysis::agreement::Agreement;
use crate::i18n::Arg;
use crate::model::{Analyst, Annotation, Decision, Edit, Id, Kind, Origin, Record, Role, Verdict};

use super::comparison::{Compared, Comparison};
use super::{CommandError, NoticeKind, ReaderId, Workbench};

/// How a place is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// As the first one has it: if only the second one marked it, not at all.
    First,
    /// As the second one has it: if only the first one marked it, not at all.
    Second,
    /// Both marks stand.
    Both,
    /// None of the marks stands.
    Neither,
}

impl Workbench {
    /// The layer that things are settled into, if there is one yet.
    pub fn adjudicated_layer(&self) -> Option<&Analyst> {
        self.project()
            .analysts()
            .find(|analyst| analyst.role == Role::Adjudication)
    }

    /// Whom marks made now in the active reader are signed with: the analyst
    /// at work, or the adjudicated layer where that is what is shown.
    pub fn signer(&self) -> &Id {
        self.active_reader()
            .and_then(|reader| self.project().analyst(reader.layer.as_ref()?))
            .filter(|analyst| analyst.role == Role::Adjudication)
            .map_or(self.analyst(), |analyst| &analyst.id)
    }

    /// Refuses a new mark where it could not be seen: in a reader that shows
    /// the layer of somebody else.
    pub(super) fn check_layer(&self) -> Result<(), CommandError> {
        let hides = self
            .active_reader()
            .and_then(|reader| reader.layer.as_ref())
            .is_some_and(|layer| layer != self.signer());
        if hides {
            return Err(CommandError::message("error-layer-of-another"));
        }
        Ok(())
    }

    /// The adjudicated layer, with what makes it when there is none.
    fn layer_to_settle_into(&self) -> (Id, Vec<Edit>) {
        if let Some(analyst) = self.adjudicated_layer() {
            return (analyst.id.clone(), Vec::new());
        }
        let name = self.messages().text("layers-adjudicated");
        let analyst = Analyst {
            role: Role::Adjudication,
            ..Analyst::new(self.new_id(), name)
        };
        (analyst.id.clone(), vec![Edit::create(analyst)])
    }

    /// Settles the place that is looked at, and goes to the next difference.
    pub fn settle_difference(
        &mut self,
        command: &'static str,
        settlement: Settlement,
    ) -> Result<(), CommandError> {
        let (comparison, index) = self.difference_at_hand()?;
        let Some(row) = comparison.rows.get(index) else {
            return Ok(());
        };
        let (layer, mut edits) = self.layer_to_settle_into();
        edits.extend(self.taken_back(row));
        edits.extend(self.settled(&layer, row, settlement));
        self.commit(command, edits)?;
        self.difference = row.first.clone().or_else(|| row.second.clone());
        self.step_difference(true);
        Ok(())
    }

    fn difference_at_hand(&self) -> Result<(std::sync::Arc<Comparison>, usize), CommandError> {
        let comparison = self
            .comparison()
            .ok_or(CommandError::message("error-no-comparison"))?;
        let index = self
            .current_difference()
            .ok_or(CommandError::message("error-no-difference"))?;
        Ok((comparison, index))
    }

    /// Takes every place both agree on into the adjudicated layer, as one
    /// step.
    pub(super) fn settle_agreed(&mut self) -> Result<(), CommandError> {
        let comparison = self
            .comparison()
            .ok_or(CommandError::message("error-no-comparison"))?;
        let (layer, mut edits) = self.layer_to_settle_into();
        let before = edits.len();
        for row in &comparison.rows {
            if row.agreement == Agreement::Same && row.settled.is_none() {
                edits.extend(self.settled(&layer, row, Settlement::First));
            }
        }
        let count = edits.len() - before;
        if count == 0 {
            return Err(CommandError::message("error-nothing-agreed"));
        }
        self.commit("layers.take-agreed", edits)?;
        let text = self
            .messages()
            .format("toast-took-agreed", &[("count", Arg::from(count))]);
        self.notify(NoticeKind::Done, text);
        Ok(())
    }

    /// Copies the mark of the first one, or else of the second one, into the
    /// adjudicated layer, where it can be changed by hand; a place that is
    /// settled by a mark already goes to that one.
    pub(super) fn settle_by_hand(&mut self) -> Result<(), CommandError> {
        let (comparison, index) = self.difference_at_hand()?;
        let Some(row) = comparison.rows.get(index) else {
            return Ok(());
        };
        let settled = row.settled.as_ref().and_then(|one| one.marks.first());
        let mark = match settled {
            Some(mark) => Some(mark.clone()),
            None => self.copy_to_edit(row)?,
        };
        let Some(mark) = mark else {
            return Ok(());
        };
        self.show_adjudicated(&comparison.sides.document);
        self.go_to_mark(&mark);
        Ok(())
    }

    /// Copies a place's mark into the adjudicated layer; which one it is now.
    fn copy_to_edit(&mut self, row: &Compared) -> Result<Option<Id>, CommandError> {
        let how = if row.first.is_some() {
            Settlement::First
        } else {
            Settlement::Second
        };
        let (layer, mut edits) = self.layer_to_settle_into();
        edits.extend(self.taken_back(row));
        let made = self.settled(&layer, row, how);
        let id = made.iter().find_map(|edit| match &edit.after {
            Some(Record::Annotation(mark)) => Some(mark.id.clone()),
            _ => None,
        });
        edits.extend(made);
        self.commit("layers.edit", edits)?;
        Ok(id)
    }

    /// Makes the reader active that shows the adjudicated layer of a document,
    /// and opens one if there is none.
    pub(super) fn show_adjudicated(&mut self, document: &Id) -> Option<ReaderId> {
        let layer = self.adjudicated_layer()?.id.clone();
        let open = self
            .readers()
            .iter()
            .find(|reader| reader.document == *document && reader.layer.as_ref() == Some(&layer))
            .map(|reader| reader.id);
        if let Some(reader) = open {
            self.activate(reader);
            return Some(reader);
        }
        let reader = self.open_reader(document.clone(), self.active_reader().cloned().as_ref());
        self.set_layer(reader, Some(layer));
        Some(reader)
    }

    /// What was made of a place before, taken back.
    fn taken_back(&self, row: &Compared) -> Vec<Edit> {
        let Some(settled) = &row.settled else {
            return Vec::new();
        };
        let project = self.project();
        let mut edits = Vec::new();
        // What hangs on a mark goes with it, and comes back with one undo.
        let mut relations = BTreeSet::new();
        for mark in &settled.marks {
            let notes = project.notes_about(Kind::Annotation, mark);
            edits.extend(notes.into_iter().map(|note| Edit::delete(note.clone())));
            relations.extend(project.relations_of(mark).map(|relation| &relation.id));
        }
        let relations = relations.into_iter();
        edits.extend(
            relations
                .filter_map(|id| project.relation(id))
                .map(|relation| Edit::delete(relation.clone())),
        );
        let marks = settled.marks.iter();
        edits.extend(
            marks
                .filter_map(|id| project.annotation(id))
                .map(|mark| Edit::delete(mark.clone())),
        );
        let neither = settled.neither.iter();
        edits.extend(
            neither
                .filter_map(|id| project.decision(id))
                .map(|decision| Edit::delete(decision.clone())),
        );
        edits
    }

    /// What a place is settled with.
    fn settled(&self, layer: &Id, row: &Compared, settlement: Settlement) -> Vec<Edit> {
        let project = self.project();
        let from: Vec<Id> = row.first.iter().chain(&row.second).cloned().collect();
        let mark = |id: &Option<Id>| id.as_ref().and_then(|id| project.annotation(id));
        let (first, second) = (mark(&row.first), mark(&row.second));
        let taken: Vec<Annotation> = match settlement {
            Settlement::First | Settlement::Second | Settlement::Both
                if row.agreement == Agreement::Same =>
            {
                let one = if settlement == Settlement::Second {
                    second.zip(first)
                } else {
                    first.zip(second)
                };
                one.map(|(one, other)| with_details_of(one.clone(), other))
                    .into_iter()
                    .collect()
            }
            Settlement::First => first.cloned().into_iter().collect(),
            Settlement::Second => second.cloned().into_iter().collect(),
            Settlement::Both => first.into_iter().chain(second).cloned().collect(),
            Settlement::Neither => Vec::new(),
        };
        if taken.is_empty() {
            let document = first.or(second).map(|mark| mark.document.clone());
            let words = first.or(second).and_then(|mark| {
                let text = &project.document(&mark.document)?.text;
                Some(mark.quote(text))
            });
            let mut decision = Decision::new(
                self.new_id(),
                words.unwrap_or_default(),
                layer.clone(),
                self.now(),
            );
            decision.verdict = Verdict::Neither;
            decision.span = document.as_ref().and(row.span);
            decision.document = document;
            decision.marks = from;
            return vec![Edit::create(decision)];
        }
        taken
            .into_iter()
            .map(|mark| {
                Edit::create(Annotation {
                    id: self.new_id(),
                    by: layer.clone(),
                    at: self.now(),
                    origin: Origin::Adjudicated { from: from.clone() },
                    ..mark
                })
            })
            .collect()
    }
}

/// A mark with what only the other one, of the same place and tag, says.
fn with_details_of(mut mark: Annotation, other: &Annotation) -> Annotation {
    if mark.entity.is_none() {
        mark.entity.clone_from(&other.entity);
    }
    for (name, value) in &other.attributes {
        mark.attributes
            .entry(name.clone())
            .or_insert_with(|| value.clone());
    }
    if mark.note.is_empty() {
        mark.note.clone_from(&other.note);
    } else if !other.note.is_empty() && other.note != mark.note {
        mark.note = format!("{}\n{}", mark.note, other.note);
    }
    if mark.grade.is_none() {
        mark.grade.clone_from(&other.grade);
    }
    mark
}

#[cfg(test)]
mod tests;
