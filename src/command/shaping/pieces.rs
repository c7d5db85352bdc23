//! The pieces of a mark: one more, one less, two marks out of one, and one
//! piece out of many.

use super::{nothing_changes, places};
use crate::command::annotation::change;
use crate::command::{Args, CommandError, Workbench};
use crate::model::{Annotation, Edit, Span};

/// Adds the selected words to the mark made or chosen last.
pub(super) fn add(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let (Some(mark), Some(reader)) = (wb.recent_mark().cloned(), wb.active_reader()) else {
        return Ok(());
    };
    let span = reader.selection.span();
    let known = mark.spans.iter().any(|place| place.contains_span(span));
    if reader.document != mark.document || known || mark.spans.is_empty() {
        return Err(CommandError::message("error-span-overlaps"));
    }
    let mut spans = mark.spans.clone();
    spans.push(span);
    let spans = places::tidy(spans);
    change(wb, "annotation.add-span", mark, |after| {
        after.spans.clone_from(&spans);
    })
}

/// Takes the selected words out of the mark that holds them; without a
/// selection, the piece at the caret.
pub(super) fn remove(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let Some((document, _)) = wb.caret_place() else {
        return Ok(());
    };
    let selected = wb
        .active_reader()
        .map_or(Span::new(0, 0), |reader| reader.selection.span());
    let Some(mark) = meant(wb, selected).cloned() else {
        return Err(CommandError::message("error-no-piece"));
    };
    let Some(text) = wb.project().document(document).map(|d| d.text.clone()) else {
        return Ok(());
    };
    let spans: Vec<Span> = if selected.is_empty() {
        let piece = mark.spans.iter().position(|span| span.touches(selected));
        let (Some(piece), true) = (piece, mark.spans.len() > 1 && mark.document == *document)
        else {
            return Err(CommandError::message("error-no-piece"));
        };
        let others = mark.spans.iter().enumerate();
        others
            .filter(|(index, _)| *index != piece)
            .map(|(_, span)| *span)
            .collect()
    } else {
        places::without(&text, &mark.spans, selected)
    };
    if spans.is_empty() {
        return Err(CommandError::message("error-last-piece"));
    }
    change(wb, "annotation.remove-span", mark, |after| {
        after.spans.clone_from(&spans);
    })
}

/// The mark of which a piece is to go: the one made or chosen last, when it
/// holds some of the selected words, or else the innermost that does.
fn meant(wb: &Workbench, selected: Span) -> Option<&Annotation> {
    if selected.is_empty() {
        return wb.mark_at_hand();
    }
    let (document, _) = wb.caret_place()?;
    let mut marks: Vec<&Annotation> = wb
        .project()
        .annotations_in(document, selected)
        .filter(|mark| mark.spans.iter().any(|span| span.overlaps(selected)))
        .collect();
    marks.sort_by_key(|mark| mark.hull().map_or(usize::MAX, Span::len));
    let recent = wb.recent_mark().map(|mark| &mark.id);
    marks
        .iter()
        .find(|mark| Some(&mark.id) == recent)
        .or_else(|| marks.first())
        .copied()
}

/// Makes two marks of one, at the caret: the first keeps what hangs on it, the
/// second has the same tag, values, note and entity.
pub(super) fn split(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let outside = || CommandError::message("error-caret-outside");
    let (Some(mark), Some((document, caret))) = (wb.mark_at_hand().cloned(), wb.caret_place())
    else {
        return Err(outside());
    };
    if mark.document != *document {
        return Err(outside());
    }
    let Some(text) = wb.project().document(document).map(|d| d.text.clone()) else {
        return Ok(());
    };
    let Some((before, after)) = places::split(&text, &mark.spans, caret) else {
        return Err(outside());
    };
    let mut first = mark.clone();
    first.spans = before;
    let mut second = mark.clone();
    second.id = wb.new_id();
    second.at = wb.now();
    second.spans = after;
    let id = first.id.clone();
    wb.commit(
        "annotation.split",
        vec![Edit::change(mark, first), Edit::create(second)],
    )?;
    wb.choose_mark(Some(id));
    Ok(())
}

/// Makes one piece of all: the words between them belong to the mark.
pub(super) fn close_gaps(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let Some(mark) = wb.mark_at_hand().cloned() else {
        return Ok(());
    };
    match mark.hull() {
        Some(hull) if mark.spans != [hull] => change(wb, "annotation.close-gaps", mark, |after| {
            after.spans = vec![hull];
        }),
        _ => Err(nothing_changes()),
    }
}
