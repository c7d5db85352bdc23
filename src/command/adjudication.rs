//! Settling what two people marked differently, into a layer of its own.
//!
//! Lives here: the adjudicated layer, and the ways to settle a place. Does not
//! live here: finding the differences ([`super::comparison`]), and what hangs
//! on the marks that are taken ([`carrying`]).
//!
//! **Invariant:** nothing of the two layers is changed; settling a place is
//! one transaction, and settling it again takes back what was made before.
//! The first mark an adjudicated one names as its origin is the one it is a
//! copy of.

mod carrying;

use crate::analysis::agreement::Agreement;
use crate::i18n::Arg;
use crate::model::{Analyst, Annotation, Decision, Edit, Id, Origin, Record, Role, Verdict};

use carrying::Carrying;

use super::comparison::{Compared, Comparison};
use super::{CommandError, NoticeKind, ReaderId, Refusal, Workbench};

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
        let mut carrying = Carrying::new(self, &comparison);
        carrying.take_back(row);
        carrying.put(row, self.settled(&layer, row, settlement));
        let carried = carrying.finish(&layer);
        edits.extend(carried.edits);
        self.commit(command, edits)?;
        self.say_carried(carried.gone, carried.refused.as_ref());
        self.difference = row.first.clone().or_else(|| row.second.clone());
        let progress = self.comparison().map(|comparison| comparison.progress());
        let was_last = row.settled.is_none() && row.differs();
        if let Some((settled, all)) = progress
            && settled == all
            && was_last
        {
            // The last one stays in sight.
            let said = self
                .messages()
                .format("toast-all-settled", &[("count", Arg::from(all))]);
            self.notify(NoticeKind::Done, said);
            return Ok(());
        }
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
        let mut carrying = Carrying::new(self, &comparison);
        let mut count = 0;
        for row in &comparison.rows {
            if !row.differs() && row.settled.is_none() {
                carrying.put(row, self.settled(&layer, row, Settlement::First));
                count += 1;
            }
        }
        if count == 0 {
            return Err(CommandError::message("error-nothing-agreed"));
        }
        let carried = carrying.finish(&layer);
        edits.extend(carried.edits);
        self.commit("layers.take-agreed", edits)?;
        self.say_carried(carried.gone, carried.refused.as_ref());
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
            None => self.copy_to_edit(&comparison, row)?,
        };
        let Some(mark) = mark else {
            return Ok(());
        };
        self.show_adjudicated(&comparison.sides.document);
        self.go_to_mark(&mark);
        Ok(())
    }

    /// Copies a place's mark into the adjudicated layer; which one it is now.
    fn copy_to_edit(
        &mut self,
        comparison: &Comparison,
        row: &Compared,
    ) -> Result<Option<Id>, CommandError> {
        let how = if row.first.is_some() {
            Settlement::First
        } else {
            Settlement::Second
        };
        let (layer, mut edits) = self.layer_to_settle_into();
        let mut carrying = Carrying::new(self, comparison);
        carrying.take_back(row);
        let made = self.settled(&layer, row, how);
        let id = made.iter().find_map(|edit| match &edit.after {
            Some(Record::Annotation(mark)) => Some(mark.id.clone()),
            _ => None,
        });
        carrying.put(row, made);
        let carried = carrying.finish(&layer);
        edits.extend(carried.edits);
        self.commit("layers.edit", edits)?;
        self.say_carried(carried.gone, carried.refused.as_ref());
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

    /// Says what of the relations could not be kept.
    fn say_carried(&mut self, gone: usize, refused: Option<&(Refusal, usize)>) {
        self.say_relations_gone(gone);
        if let Some((refusal, count)) = refused {
            let reason = super::sentences::refused(self.messages(), refusal);
            let facts = [("count", Arg::from(*count)), ("reason", Arg::from(reason))];
            let text = self.messages().format("toast-relations-left", &facts);
            self.notify(NoticeKind::Problem, text);
        }
    }

    /// What a place is settled with.
    fn settled(&self, layer: &Id, row: &Compared, settlement: Settlement) -> Vec<Edit> {
        let project = self.project();
        let from: Vec<Id> = row.first.iter().chain(&row.second).cloned().collect();
        let mark = |id: &Option<Id>| id.as_ref().and_then(|id| project.annotation(id));
        let (first, second) = (mark(&row.first), mark(&row.second));
        let taken: Vec<Annotation> = match settlement {
            Settlement::First | Settlement::Second | Settlement::Both
                if row.agreement == Agreement::Same
                    && !(row.contradict && settlement == Settlement::Both) =>
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
                // The one that is copied is named first.
                let (own, other): (Vec<Id>, Vec<Id>) =
                    from.iter().cloned().partition(|id| *id == mark.id);
                let from = own.into_iter().chain(other).collect();
                Edit::create(Annotation {
                    id: self.new_id(),
                    by: layer.clone(),
                    at: self.now(),
                    origin: Origin::Adjudicated { from },
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
        mark.grade_reason.clone_from(&other.grade_reason);
    }
    if mark.confidence.is_none() {
        mark.confidence = other.confidence;
    }
    for (name, value) in &other.extra {
        mark.extra
            .entry(name.clone())
            .or_insert_with(|| value.clone());
    }
    mark
}

#[cfg(test)]
mod tests;
