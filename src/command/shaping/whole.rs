//! Tags on a document as a whole.

use crate::command::annotation::removal;
use crate::command::go::id_of;
use crate::command::{Args, CommandError, Request, Workbench};
use crate::model::{Annotation, Edit, Id, Tag, TagKind};

impl Workbench {
    /// The tags that can be put on documents, in their order; none that is
    /// retired.
    pub fn document_tags(&self) -> impl Iterator<Item = &Tag> {
        self.project()
            .tags()
            .filter(|tag| tag.kind == TagKind::Document && !tag.retired)
    }

    /// The mark by which this tag was put on a document, by whomever marks
    /// made now are signed with.
    pub fn own_document_mark(&self, document: &Id, tag: &Id) -> Option<&Annotation> {
        self.project()
            .annotations_on_whole(document)
            .find(|mark| mark.tag == *tag && mark.by == *self.signer())
    }
}

/// Puts a tag on the active document, or takes it off; without one, shows
/// those there are.
pub(super) fn tag(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    if let Some(tag) = id_of(args).cloned() {
        return toggle(wb, &tag);
    }
    if wb.document_tags().next().is_none() {
        return Err(CommandError::message("error-no-document-tags"));
    }
    wb.request(Request::ShowPalette("#"));
    Ok(())
}

/// Puts a tag on the active document, or takes it off.
pub(in crate::command) fn toggle(wb: &mut Workbench, tag: &Id) -> Result<(), CommandError> {
    let Some(document) = wb.active_document().map(|document| document.id.clone()) else {
        return Err(CommandError::message("error-no-document"));
    };
    let fits = wb
        .project()
        .tag(tag)
        .is_some_and(|tag| tag.kind == TagKind::Document);
    if !fits {
        return Err(CommandError::message("error-tag-of-documents"));
    }
    if let Some(mark) = wb.own_document_mark(&document, tag).cloned() {
        let (relations, edits) = removal(wb, mark);
        wb.commit("document.untag", edits)?;
        wb.say_relations_gone(relations);
        wb.choose_mark(None);
        return Ok(());
    }
    wb.check_layer()?;
    let (id, at, by) = (wb.new_id(), wb.now(), wb.signer().clone());
    let mark = Annotation::new(id, document, Vec::new(), tag.clone(), by, at);
    wb.commit("document.tag", vec![Edit::create(mark)])
}
