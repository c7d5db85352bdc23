//! What the next tag does: it marks words, puts a point at the caret, or
//! copies the mark at hand.
//!
//! **Invariant:** a tag is waited for only until the caret moves, another mark
//! is chosen, or Escape is pressed.

use crate::command::go::id_of;
use crate::command::{Args, CommandError, NoticeKind, Workbench};
use crate::model::{Annotation, Edit, Id, Origin, Span, TagKind};

/// What the next tag is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NextTag {
    /// The selected words, the chosen mark, or the word at the caret.
    #[default]
    Words,
    /// A point at the caret: a mark without width.
    Point,
    /// A copy of the mark at hand.
    Copy,
}

impl Workbench {
    /// What the next tag is for.
    pub fn next_tag(&self) -> NextTag {
        self.next_tag
    }
}

/// Puts a point with a tag at the caret; without one, waits for the tag.
pub(super) fn point(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    if let Some(tag) = id_of(args) {
        return put_point(wb, tag);
    }
    wait(wb, NextTag::Point, "toast-point-tag");
    Ok(())
}

/// Copies the mark at hand to another tag; without one, waits for the tag.
pub(super) fn duplicate(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    if let Some(tag) = id_of(args) {
        return copy(wb, tag);
    }
    // The innermost at the caret stays meant while the tag is chosen.
    let meant = wb.mark_at_hand().map(|mark| mark.id.clone());
    wb.choose_mark(meant);
    wait(wb, NextTag::Copy, "toast-copy-tag");
    Ok(())
}

/// Waits for a tag; asked for again, no longer.
fn wait(wb: &mut Workbench, wanted: NextTag, said: &'static str) {
    if wb.next_tag == wanted {
        wb.next_tag = NextTag::Words;
        return;
    }
    wb.leave_suggestions();
    wb.next_tag = wanted;
    let said = wb.messages().text(said);
    wb.notify(NoticeKind::Done, said);
}

/// Does with a tag what was waited for; `None` if it is for words.
pub(in crate::command) fn follow(wb: &mut Workbench, tag: &Id) -> Option<Result<(), CommandError>> {
    match std::mem::take(&mut wb.next_tag) {
        NextTag::Words => None,
        NextTag::Point => Some(put_point(wb, tag)),
        NextTag::Copy => Some(copy(wb, tag)),
    }
}

/// Whether words and points can have this tag.
fn is_for_words(wb: &Workbench, tag: &Id) -> bool {
    wb.project()
        .tag(tag)
        .is_some_and(|tag| matches!(tag.kind, TagKind::Entity | TagKind::Passage))
}

fn put_point(wb: &mut Workbench, tag: &Id) -> Result<(), CommandError> {
    let Some((document, caret)) = wb.caret_place() else {
        return Err(CommandError::message("error-no-document"));
    };
    if !is_for_words(wb, tag) {
        return Err(CommandError::message("error-tag-of-documents"));
    }
    let place = Span::new(caret, caret);
    let spans = vec![place];
    let mark = Annotation::new(
        wb.new_id(),
        document.clone(),
        spans,
        tag.clone(),
        wb.signer().clone(),
        wb.now(),
    );
    create(wb, "annotation.point", mark)
}

fn copy(wb: &mut Workbench, tag: &Id) -> Result<(), CommandError> {
    let Some(mark) = wb.mark_at_hand() else {
        return Err(CommandError::message("error-nothing-to-copy"));
    };
    let mut copy = mark.clone();
    if copy.spans.is_empty() == is_for_words(wb, tag) {
        return Err(CommandError::message("error-tag-of-documents"));
    }
    copy.id = wb.new_id();
    copy.tag = tag.clone();
    copy.by = wb.signer().clone();
    copy.at = wb.now();
    copy.origin = Origin::Manual;
    create(wb, "annotation.duplicate", copy)
}

/// Creates a mark unless there is one of the same tag at the same place; that
/// is chosen then.
fn create(wb: &mut Workbench, command: &str, mark: Annotation) -> Result<(), CommandError> {
    wb.check_layer()?;
    let is_same = |other: &&Annotation| {
        other.tag == mark.tag && other.spans == mark.spans && other.by == mark.by
    };
    let same = match mark.hull() {
        Some(hull) => wb
            .project()
            .annotations_in(&mark.document, hull)
            .find(is_same),
        None => wb
            .project()
            .annotations_on_whole(&mark.document)
            .find(is_same),
    };
    if let Some(same) = same.map(|mark| mark.id.clone()) {
        wb.choose_mark(Some(same));
        return Err(CommandError::message("error-marked-already"));
    }
    let id = mark.id.clone();
    wb.commit(command, vec![Edit::create(mark)])?;
    wb.choose_mark(Some(id));
    Ok(())
}
