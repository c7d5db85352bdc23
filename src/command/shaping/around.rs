//! The marks around a place, and which of them is meant.
//!
//! **Invariant:** only the marks at the place are looked at.

use crate::command::{CommandError, Reader, Workbench};
use crate::model::{Annotation, Id, Span};
use crate::text::previous_grapheme;

impl Workbench {
    /// The mark that shaping acts on: the chosen one, or else the innermost at
    /// the caret of the active reader.
    pub fn mark_at_hand(&self) -> Option<&Annotation> {
        self.selected_mark().or_else(|| {
            let reader = self.active_reader()?;
            let caret = reader.selection.head.byte;
            self.marks_around(reader, caret).into_iter().next()
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

    /// The marks a reader shows at a byte of its document, the innermost
    /// first: those that hold it and the points there; where there are none,
    /// those that end there.
    pub fn marks_around(&self, reader: &Reader, byte: usize) -> Vec<&Annotation> {
        let place = Span::new(byte, byte);
        let mut marks: Vec<&Annotation> = self.marks_shown(reader, place).collect();
        let holds = |mark: &Annotation| {
            let mut spans = mark.spans.iter();
            spans.any(|span| span.contains(byte) || *span == place)
        };
        if marks.iter().any(|mark| holds(mark)) {
            marks.retain(|mark| holds(mark));
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
    let Some(reader) = wb.active_reader() else {
        return Err(CommandError::message("error-no-document"));
    };
    let caret = reader.selection.head.byte;
    let chosen = wb
        .selected_mark()
        .filter(|mark| wb.shows_mark(reader, mark));
    let before = wb
        .project()
        .document(&reader.document)
        .map_or(0, |document| previous_grapheme(&document.text, caret));
    let own = chosen.and_then(|mark| Some(mark.spans.first()?.start));
    let mut next = None;
    for byte in [Some(caret), Some(before), own].into_iter().flatten() {
        let marks = wb.marks_around(reader, byte);
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
