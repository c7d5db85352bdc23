//! Moving the borders of a mark: by keys, by letter or word, towards a side
//! of the screen, and by dragging a handle.

use super::places::{tidy, word_border};
use crate::command::annotation::change;
use crate::command::suggestions::Edge;
use crate::command::{CommandError, Workbench, direction_of_paragraph};
use crate::language::lines::line_at;
use crate::model::{Annotation, Document, Id, Span};
use crate::text::{self, Direction};

/// Which end of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Border {
    Start,
    End,
}

/// How far a border moves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Letter,
    Word,
}

/// Moves one border of the mark at hand towards a side of the screen: by
/// letter as the text at that border runs, by word as its paragraph does.
pub(super) fn move_border(
    wb: &mut Workbench,
    command: &'static str,
    border: Border,
    by: By,
    towards: Direction,
) -> Result<(), CommandError> {
    if let Some((document, suggestion)) = wb.current_suggestion() {
        let text = wb.project().document(document).map_or("", |d| &d.text);
        let (edge, at) = match border {
            Border::Start => (Edge::Start, suggestion.span.start),
            Border::End => (Edge::End, suggestion.span.end),
        };
        let forward = text::direction_at(text, at) == towards;
        return wb.move_suggestion_edge(edge, forward);
    }
    let Some(mark) = wb.mark_at_hand().cloned() else {
        return Ok(());
    };
    let Some(document) = wb.project().document(&mark.document) else {
        return Ok(());
    };
    let index = piece_at_hand(wb, &mark, border);
    let Some(&piece) = mark.spans.get(index) else {
        return Ok(());
    };
    let Some(moved) = moved_piece(document, piece, border, by, towards) else {
        return Ok(());
    };
    let mut spans = mark.spans.clone();
    if let Some(piece) = spans.get_mut(index) {
        *piece = moved;
    }
    let spans = tidy(spans);
    let at = match border {
        Border::Start => moved.start,
        Border::End => moved.end,
    };
    let reader = wb
        .active_reader()
        .filter(|reader| reader.document == mark.document)
        .map(|reader| reader.id);
    change(wb, command, mark, |after| after.spans.clone_from(&spans))?;
    if let Some(reader) = reader {
        wb.reveal(reader, Span::new(at, at));
    }
    Ok(())
}

/// The place of a mark whose border is meant: that with the caret, or else
/// the first or the last.
fn piece_at_hand(wb: &Workbench, mark: &Annotation, border: Border) -> usize {
    let place = wb
        .caret_place()
        .filter(|(document, _)| **document == mark.document)
        .map(|(_, caret)| Span::new(caret, caret));
    place
        .and_then(|place| mark.spans.iter().position(|span| span.touches(place)))
        .unwrap_or(match border {
            Border::Start => 0,
            Border::End => mark.spans.len().saturating_sub(1),
        })
}

/// A place with one border moved; a place without width moves as a whole.
/// Nothing when it would come to nothing.
fn moved_piece(
    document: &Document,
    piece: Span,
    border: Border,
    by: By,
    towards: Direction,
) -> Option<Span> {
    let text = &document.text;
    let at = match border {
        Border::Start => piece.start,
        Border::End => piece.end,
    };
    let moved = match by {
        // Text running right to left goes on towards the left.
        By::Letter if text::direction_at(text, at) == towards => text::next_grapheme(text, at),
        By::Letter => text::previous_grapheme(text, at),
        By::Word => {
            let forward = direction_around(document, at) == towards;
            word_border(text, at, border == Border::Start, forward)?
        }
    };
    if piece.is_empty() {
        return (moved != at).then(|| Span::new(moved, moved));
    }
    let fits = match border {
        Border::Start => moved < piece.end,
        Border::End => moved > piece.start,
    };
    let after = match border {
        Border::Start => Span::new(moved, piece.end),
        Border::End => Span::new(piece.start, moved),
    };
    (fits && after != piece).then_some(after)
}

/// The direction of the paragraph at a byte.
fn direction_around(document: &Document, byte: usize) -> Direction {
    let line = line_at(&document.text, byte);
    let strong = line.of(&document.text).and_then(text::first_strong);
    let fallback = strong.unwrap_or_else(|| text::document_direction(&document.text));
    direction_of_paragraph(document, line, fallback)
}

impl Workbench {
    /// Gives the place with this index of the mark `id` new borders (bytes of
    /// its document): what dragging a handle ends in. Places that then touch
    /// are one; a place without width stays without.
    pub fn resize_mark(&mut self, id: &Id, index: usize, span: Span) -> Result<(), CommandError> {
        let Some(mark) = self.project().annotation(id).cloned() else {
            return Ok(());
        };
        let mut spans = mark.spans.clone();
        match spans.get_mut(index) {
            Some(old) if *old != span && span.is_empty() == old.is_empty() => *old = span,
            _ => return Ok(()),
        }
        let spans = tidy(spans);
        change(self, "annotation.resize", mark, |after| {
            after.spans.clone_from(&spans);
        })
    }
}
