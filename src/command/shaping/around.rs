//! The marks around a place, and which of them is meant.
//!
//! **Invariant:** only the marks at the place are looked at.

use crate::command::{CommandError, Workbench};
use crate::model::{Annotation, Id, Span};
use crate::text::previous_grapheme;

impl Workbench {
    /// The mark that shaping acts on: the chosen one, or else the innermost at
    /// the caret of the active reader.
    pub fn mark_at_hand(&self) -> Option<&Annotation> {
        self.selected_mark().or_else(|| {
            let reader = self.active_reader()?;
            let (document, caret) = self.caret_place()?;
            self.marks_around(document, caret)
                .into_iter()
                .find(|mark| self.shows_mark(reader, mark))
        })
    }

    /// Whether there is such a mark.
    pub fn has_mark_at_hand(&self) -> bool {
        self.selected_mark().is_some()
            || self.active_reader().is_some_and(|reader| {
                let caret = reader.selection.head.byte;
                let place = Span::new(caret, caret);
                self.marks_shown(reader, place).next().is_some()
            })
    }

    /// The marks at a byte of a document, the innermost first: those that hold
    /// it and the points there; where there are none, those that end there.
    pub fn marks_around(&self, document: &Id, byte: usize) -> Vec<&Annotation> {
        let mut marks: Vec<&Annotation> = self.project().annotations_at(document, byte).collect();
        if marks.is_empty() {
            let place = Span::new(byte, byte);
            marks = self.project().annotations_in(document, place).collect();
        }
        marks.sort_by_key(|mark| mark.hull().map_or(usize::MAX, Span::len));
        marks
    }

    /// The document of the active reader, and its caret (bytes).
    pub(super) fn caret_place(&self) -> Option<(&Id, usize)> {
        let reader = self.active_reader()?;
        Some((&reader.document, reader.selection.head.byte))
    }
}

/// Chooses the mark around the chosen one, or inside it; from the last one it
/// goes on at the other end.
pub(super) fn step(wb: &mut Workbench, outwards: bool) -> Result<(), CommandError> {
    let Some((document, caret)) = wb.caret_place() else {
        return Err(CommandError::message("error-no-document"));
    };
    let chosen = wb.selected_mark().filter(|mark| mark.document == *document);
    let before = wb
        .project()
        .document(document)
        .map_or(0, |document| previous_grapheme(&document.text, caret));
    let own = chosen.and_then(|mark| Some(mark.spans.first()?.start));
    let mut next = None;
    for byte in [Some(caret), Some(before), own].into_iter().flatten() {
        let marks = wb.marks_around(document, byte);
        let at = match chosen {
            Some(chosen) => marks.iter().position(|mark| mark.id == chosen.id),
            None => None,
        };
        let count = marks.len();
        next = match (chosen.is_some(), at) {
            (false, _) if count > 0 => Some(if outwards { 0 } else { count - 1 }),
            (true, Some(at)) if outwards => Some((at + 1) % count),
            (true, Some(at)) => Some((at + count - 1) % count),
            _ => None,
        }
        .and_then(|index| marks.get(index))
        .map(|mark| mark.id.clone());
        if next.is_some() {
            break;
        }
    }
    if next.is_some() {
        wb.choose_mark(next);
    }
    Ok(())
}
