//! To names that are not marked, and to mentions of an entity.

use crate::command::{CommandError, Workbench};
use crate::entities::Type;
use crate::model::{Annotation, Id, Span};

/// Whether what is suggested is a name of somebody or something.
fn is_name(kind: Type) -> bool {
    matches!(
        kind,
        Type::Person
            | Type::Organisation
            | Type::Group
            | Type::Place
            | Type::Facility
            | Type::People
    )
}

impl Workbench {
    /// Goes to the next name that is not marked yet, in this document or one
    /// after it, to be decided on.
    pub(super) fn step_name(&mut self, forward: bool) -> Result<(), CommandError> {
        if !self.suggestions_shown() {
            return Err(CommandError::message("error-suggestions-off"));
        }
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let here = reader.document.clone();
        let current = self
            .current_suggestion()
            .filter(|(document, _)| **document == here)
            .map(|(_, one)| one.span);
        let caret = reader.selection.head.byte;
        let beyond = |span: Span| match (current, forward) {
            (Some(from), true) => (span.start, from.end) > (from.start, span.end),
            (Some(from), false) => (span.start, from.end) < (from.start, span.end),
            (None, true) => span.start >= caret,
            (None, false) => span.start < caret,
        };
        let find = |document: &Id, all: bool| {
            let mut names = self
                .suggestions(document)
                .iter()
                .filter(|one| is_name(one.kind) && (all || beyond(one.span)));
            let found = if forward {
                names.next()
            } else {
                names.next_back()
            };
            found.map(|one| (document.clone(), one.span, one.kind))
        };
        let mut found = find(&here, false);
        let mut goes_round = false;
        if found.is_none() {
            let ids: Vec<&Id> = self.project().documents().map(|one| &one.id).collect();
            let at = ids.iter().position(|id| **id == here).unwrap_or(0);
            for step in 1..=ids.len() {
                let next = if forward {
                    at + step
                } else {
                    at + ids.len() - step
                };
                goes_round |= if forward {
                    next >= ids.len()
                } else {
                    next < ids.len()
                };
                found = ids.get(next % ids.len()).and_then(|id| find(id, true));
                if found.is_some() {
                    break;
                }
            }
        }
        let Some((document, span, kind)) = found else {
            return Err(CommandError::message("error-no-names"));
        };
        self.go_to_suggestion(&document, span, kind);
        if goes_round {
            self.went_round(forward);
        }
        Ok(())
    }

    /// Goes to the next mention of an entity: after the caret, or the first.
    pub(super) fn go_to_entity(&mut self, id: &Id) -> Result<(), CommandError> {
        if self.project().entity(id).is_none() {
            return Ok(());
        }
        let project = self.project();
        let place = |mark: &Annotation| {
            let order = project.document(&mark.document)?.order;
            Some((order, mark.document.clone(), mark.hull()?.start))
        };
        let here = self.active_reader().and_then(|reader| {
            let order = project.document(&reader.document)?.order;
            Some((order, reader.document.clone(), reader.selection.head.byte))
        });
        let chosen = self.selected_mark().map(|mark| &mark.id);
        let mut first = None;
        let mut after = None;
        for mark in project.mentions(id) {
            let Some(at) = place(mark) else { continue };
            let candidate = Some((at.clone(), mark.id.clone()));
            if Some(&mark.id) != chosen && here.as_ref().is_some_and(|here| at >= *here) {
                after = [after, candidate.clone()].into_iter().flatten().min();
            }
            first = [first, candidate].into_iter().flatten().min();
        }
        match after.or(first) {
            Some((_, mark)) => {
                self.go_to_mark(&mark);
                Ok(())
            }
            None => Err(CommandError::message("error-no-mentions")),
        }
    }
}
