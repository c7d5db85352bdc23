//! Borders moved to those of words and sentences, every place of a mark for
//! itself.

use super::{nothing_changes, places};
use crate::command::annotation::change;
use crate::command::{Args, CommandError, Workbench};
use crate::model::Span;

/// To the words the mark touches.
pub(super) fn to_words(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    snap(wb, "annotation.snap-words", |text, place| {
        Some(places::to_words(text, place))
    })
}

/// To the words without what is written together with the first; once more,
/// without its article.
pub(super) fn to_bare_words(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    snap(wb, "annotation.snap-bare", places::to_bare_words)
}

/// To the sentences the mark touches.
pub(super) fn to_sentences(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    snap(wb, "annotation.snap-sentence", |text, place| {
        Some(places::to_sentences(text, place))
    })
}

fn snap(
    wb: &mut Workbench,
    command: &'static str,
    moved: impl Fn(&str, Span) -> Option<Span>,
) -> Result<(), CommandError> {
    let Some(mark) = wb.mark_at_hand().cloned() else {
        return Ok(());
    };
    let Some(document) = wb.project().document(&mark.document) else {
        return Ok(());
    };
    let snapped: Vec<Span> = mark
        .spans
        .iter()
        .map(|place| moved(&document.text, *place).unwrap_or(*place))
        .collect();
    if snapped == mark.spans {
        return Err(nothing_changes());
    }
    let spans = places::tidy(snapped);
    change(wb, command, mark, |after| after.spans.clone_from(&spans))
}
