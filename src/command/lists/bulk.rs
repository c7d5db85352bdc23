//! What is done to many marks at once.
//!
//! Invariant: whatever the number of marks, it is one step of the history.

use std::collections::BTreeSet;

use crate::command::go::id_of;
use crate::command::table::Args;
use crate::command::{CommandError, Request, Workbench};
use crate::i18n::Arg;
use crate::model::{Annotation, DocumentState, Edit, Id};

use crate::command::NoticeKind;

/// What calling documents done is called in the history.
const DONE: &str = "marks.documents-done";

impl Workbench {
    fn picked(&self) -> Vec<Annotation> {
        let picked = &self.lists.marks.picked;
        picked
            .iter()
            .filter_map(|id| self.project().annotation(id))
            .cloned()
            .collect()
    }

    fn say_done(&mut self, id: &str, count: usize) {
        let text = self.messages().format(id, &[("count", Arg::from(count))]);
        self.notify(NoticeKind::Done, text);
    }
}

/// Gives all marks that are picked the tag named.
pub(super) fn retag(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Some(tag) = id_of(args).cloned() else {
        wb.request(Request::PickTag("marks.retag"));
        return Ok(());
    };
    let mut edits = Vec::new();
    let mut count = 0;
    for mark in wb.picked() {
        if mark.tag == tag {
            continue;
        }
        edits.extend(wb.retyped_mark(&mark));
        let mut after = mark.clone();
        after.tag = tag.clone();
        edits.push(Edit::change(mark, after));
        count += 1;
    }
    wb.commit("marks.retag", edits)?;
    wb.say_done("toast-marks-retagged", count);
    Ok(())
}

/// Removes all marks that are picked, with the notes and relations that hang
/// on them.
pub(super) fn remove(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let marks = wb.picked();
    let gone: BTreeSet<&Id> = marks.iter().map(|mark| &mark.id).collect();
    let project = wb.project();
    let on_them = |id: &Option<Id>| id.as_ref().is_some_and(|id| gone.contains(id));
    let mut edits: Vec<Edit> = project
        .notes()
        .filter(|note| on_them(&note.annotation))
        .map(|note| Edit::delete(note.clone()))
        .collect();
    edits.extend(
        project
            .relations()
            .filter(|relation| gone.contains(&relation.from) || gone.contains(&relation.to))
            .map(|relation| Edit::delete(relation.clone())),
    );
    let count = marks.len();
    edits.extend(marks.into_iter().map(Edit::delete));
    wb.commit("marks.remove", edits)?;
    wb.pick_none();
    wb.say_done("toast-marks-removed", count);
    Ok(())
}

/// Calls the documents of all marks that are picked done.
pub(super) fn documents_done(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let documents: BTreeSet<Id> = wb.picked().into_iter().map(|mark| mark.document).collect();
    let edits: Vec<Edit> = documents
        .iter()
        .filter_map(|id| wb.project().document(id))
        .filter(|document| document.state != DocumentState::Done)
        .map(|document| {
            let mut after = document.clone();
            after.state = DocumentState::Done;
            Edit::change(document.clone(), after)
        })
        .collect();
    let count = edits.len();
    wb.commit(DONE, edits)?;
    wb.say_done("toast-documents-done", count);
    Ok(())
}
