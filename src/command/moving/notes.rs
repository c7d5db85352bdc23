//! From note to note, through the whole project.

use crate::command::{CommandError, Selection, Workbench};
use crate::model::{Annotation, Id, Span};

impl Workbench {
    /// Goes to the next mark or document that has a note, in the whole
    /// project.
    pub(super) fn step_note(&mut self, forward: bool) -> Result<(), CommandError> {
        let project = self.project();
        let order = |id: &Id| project.document(id).map(|document| document.order);
        let place = |mark: &Annotation| {
            let start = mark.hull().map_or(0, |hull| hull.start);
            Some((order(&mark.document)?, mark.document.clone(), start))
        };
        let mut stops: Vec<_> = project
            .annotations()
            .filter(|mark| !mark.note.is_empty())
            .filter_map(|mark| Some((place(mark)?, Some(mark.id.clone()))))
            .collect();
        for note in project.notes() {
            let mark = note
                .annotation
                .as_ref()
                .and_then(|id| project.annotation(id));
            stops.extend(match (mark, &note.document) {
                (Some(mark), _) => place(mark).map(|place| (place, Some(mark.id.clone()))),
                (None, Some(document)) => {
                    order(document).map(|order| ((order, document.clone(), 0), None))
                }
                (None, None) => None,
            });
        }
        stops.sort();
        stops.dedup();
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let chosen = self
            .selected_mark()
            .filter(|mark| mark.document == reader.document)
            .map(|mark| mark.id.clone());
        let here = (
            (
                order(&reader.document).unwrap_or(0),
                reader.document.clone(),
                reader.selection.head.byte,
            ),
            chosen,
        );
        let next = if forward {
            stops.get(stops.partition_point(|stop| *stop <= here))
        } else {
            let before = stops.partition_point(|stop| *stop < here);
            before.checked_sub(1).and_then(|at| stops.get(at))
        };
        let round = if forward { stops.first() } else { stops.last() };
        let goes_round = next.is_none();
        let Some(((_, document, _), mark)) = next.or(round).cloned() else {
            return Err(CommandError::message("error-no-notes"));
        };
        if let Some(mark) = mark {
            self.go_to_mark(&mark);
        } else {
            let reader = self.show_document(&document);
            self.select(reader, Selection::caret(0));
            self.reveal(reader, Span::new(0, 0));
        }
        if goes_round {
            self.went_round(forward);
        }
        Ok(())
    }
}
