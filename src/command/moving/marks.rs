//! From mark to mark.

use crate::command::{CommandError, Walk, Workbench};
use crate::model::Annotation;

impl Workbench {
    /// From letters to marks and back. What is walked begins at the mark at
    /// the caret, or the next one.
    pub(super) fn turn_walk(&mut self) -> Result<(), CommandError> {
        if self.walk() == Walk::Marks {
            self.leave_marks();
            return Ok(());
        }
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let (document, byte) = (reader.document.clone(), reader.selection.head.byte);
        let chosen = self
            .selected_mark()
            .filter(|mark| mark.document == document);
        let here = chosen
            .or_else(|| self.project().annotations_at(&document, byte).last())
            .map(|mark| mark.id.clone());
        match here {
            Some(mark) => self.go_to_mark(&mark),
            None => self.step_mark(true, |_| true)?,
        }
        self.keyboard.walk = Walk::Marks;
        Ok(())
    }

    /// Chooses the next mark of the document, or the one before, of those
    /// that `wanted` lets be.
    pub(super) fn step_mark(
        &mut self,
        forward: bool,
        wanted: impl Fn(&Annotation) -> bool,
    ) -> Result<(), CommandError> {
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let (document, caret) = (&reader.document, reader.selection.head.byte);
        let project = self.project();
        let chosen = self
            .selected_mark()
            .filter(|mark| mark.document == *document)
            .and_then(|mark| Some((mark.hull()?.start, &mark.id)));
        let wanted = |mark: &&Annotation| self.shows_mark(reader, mark) && wanted(mark);
        let next = match (chosen, forward) {
            (Some((start, id)), true) => project
                .annotations_from(document, start)
                .skip_while(|mark| mark.id != *id)
                .skip(1)
                .find(wanted),
            (Some((start, id)), false) => project
                .annotations_from(document, start)
                .take_while(|mark| mark.id != *id)
                .filter(wanted)
                .last()
                .or_else(|| project.annotations_before(document, start).find(wanted)),
            (None, true) => project.annotations_from(document, caret).find(wanted),
            (None, false) => project.annotations_before(document, caret).find(wanted),
        };
        let round = || {
            let mut all = project.annotations_of(document);
            if forward {
                all.find(wanted)
            } else {
                all.rev().find(wanted)
            }
        };
        let (next, goes_round) = match next {
            Some(next) => (Some(next), false),
            None => (round(), true),
        };
        let Some(id) = next.map(|mark| mark.id.clone()) else {
            return Err(CommandError::message("error-no-marks"));
        };
        self.go_to_mark(&id);
        if goes_round {
            self.went_round(forward);
        }
        Ok(())
    }

    /// The same among marks with the tag of the one chosen last.
    pub(super) fn step_same_tag(&mut self, forward: bool) -> Result<(), CommandError> {
        let Some(tag) = self.recent_mark().map(|mark| mark.tag.clone()) else {
            return Ok(());
        };
        self.step_mark(forward, |mark| mark.tag == tag)
    }

    pub(super) fn go_to_end_mark(&mut self, first: bool) -> Result<(), CommandError> {
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let mut all = self
            .project()
            .annotations_of(&reader.document)
            .filter(|mark| self.shows_mark(reader, mark));
        let mark = if first { all.next() } else { all.next_back() };
        let Some(id) = mark.map(|mark| mark.id.clone()) else {
            drop(all);
            return Err(CommandError::message("error-no-marks"));
        };
        drop(all);
        self.go_to_mark(&id);
        Ok(())
    }
}
