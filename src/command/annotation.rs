//! Making, changing and removing marks.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::language::words;
use crate::model::{Annotation, Edit, Id, TagKind};

use super::go::id_of;
use super::relations::{self, hanging_on};
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Request, Selection, Workbench, shaping};

pub(super) const COMMANDS: &[Command] = &[
    // Its own key is the tag's; here it opens the list of tags to choose from.
    row(
        "annotation.tag",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::COMMAND, Key::T)],
        Workbench::can_edit,
        tag,
    ),
    row(
        "annotation.remove",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::Delete)],
        |wb| wb.can_edit() && wb.selected_mark().is_some(),
        remove,
    ),
    row(
        "annotation.note",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::COMMAND, Key::M)],
        |wb| wb.selected_mark().is_some(),
        note,
    ),
];

/// The row that stands after those that shape marks.
pub(super) const NAME: &[Command] =
    &[row("annotation.analyst", Menu::Mark, &[], always, analyst).group()];

/// Signs what is done from now on with this name; without one, asks for it.
fn analyst(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    if let Args::Text(name) = args {
        wb.sign_as(name)
    } else {
        wb.request(Request::AskName);
        Ok(())
    }
}

/// Marks the selection, or the word at the caret, with a tag; with no
/// selection and a mark chosen, changes that mark's tag.
fn tag(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Some(tag) = id_of(args).cloned() else {
        wb.request(Request::PickTag("annotation.tag"));
        return Ok(());
    };
    if let Some(done) = shaping::follow(wb, &tag) {
        return done;
    }
    if is_for_documents(wb, &tag) {
        return shaping::toggle_on_document(wb, &tag);
    }
    if wb.relation_ends().is_some() && is_of_kind(wb, &tag, TagKind::Relation) {
        return relations::finish(wb, args);
    }
    let Some(reader) = wb.active_reader() else {
        return Err(CommandError::message("error-no-document"));
    };
    let (reader_id, document, mut span) =
        (reader.id, reader.document.clone(), reader.selection.span());
    let is_name = wb
        .project()
        .tag(&tag)
        .is_some_and(|tag| tag.kind == TagKind::Entity);
    if span.is_empty() {
        if is_name && wb.reviews() {
            return wb.accept_current("suggestion.retype", Some(tag), None);
        }
        if let Some(mark) = wb.selected_mark().cloned() {
            return retag(wb, mark, &tag);
        }
        if let Some(text) = wb.project().document(&document).map(|d| d.text.clone()) {
            span = words::word_at(&text, span.start);
        }
    }
    if span.is_empty() {
        return Err(CommandError::message("toast-no-selection"));
    }
    wb.check_layer()?;
    let same = wb
        .active_reader()
        .into_iter()
        .flat_map(|reader| wb.marks_shown(reader, span))
        .find(|mark| mark.tag == tag && mark.spans == [span])
        .map(|mark| mark.id.clone());
    if let Some(same) = same {
        wb.choose_mark(Some(same));
        return Err(CommandError::message("error-marked-already"));
    }
    let mark = Annotation::new(
        wb.new_id(),
        document,
        vec![span],
        tag,
        wb.signer().clone(),
        wb.now(),
    );
    let id = mark.id.clone();
    let mut edits = vec![Edit::create(mark.clone())];
    if is_name {
        edits.extend(wb.retyped_by_hand(&mark.document, span, &mark.tag));
    }
    wb.commit("annotation.tag", edits)?;
    // The caret waits behind the mark, ready for the next one.
    wb.select(reader_id, Selection::caret(span.end));
    wb.choose_mark(Some(id));
    Ok(())
}

fn is_for_documents(wb: &Workbench, tag: &Id) -> bool {
    is_of_kind(wb, tag, TagKind::Document)
}

fn is_of_kind(wb: &Workbench, tag: &Id, kind: TagKind) -> bool {
    wb.project().tag(tag).is_some_and(|tag| tag.kind == kind)
}

fn retag(wb: &mut Workbench, mark: Annotation, tag: &Id) -> Result<(), CommandError> {
    if mark.tag == *tag {
        return Ok(());
    }
    if is_for_documents(wb, tag) != mark.spans.is_empty() {
        return Err(CommandError::message("error-tag-of-documents"));
    }
    let mut after = mark.clone();
    after.tag = tag.clone();
    let id = after.id.clone();
    let mut edits = wb.retyped_mark(&mark);
    edits.push(Edit::change(mark, after));
    wb.commit("annotation.tag", edits)?;
    wb.choose_mark(Some(id));
    Ok(())
}

fn remove(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let mark = match id_of(args) {
        Some(id) => wb.project().annotation(id).cloned(),
        None => wb.selected_mark().cloned(),
    };
    let Some(mark) = mark else { return Ok(()) };
    let (relations, edits) = removal(wb, mark);
    wb.commit("annotation.remove", edits)?;
    wb.say_relations_gone(relations);
    wb.choose_mark(None);
    Ok(())
}

/// What removing a mark comes to, and how many relations go: notes and
/// relations that hang on it go with it, and come back with one undo.
pub(super) fn removal(wb: &Workbench, mark: Annotation) -> (usize, Vec<Edit>) {
    let (relations, mut edits) = hanging_on(wb.project(), &mark.id);
    edits.push(Edit::delete(mark));
    (relations, edits)
}

/// Writes the note of the selected mark; without a text, asks for one.
fn note(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Args::Text(text) = args else {
        wb.request(Request::FocusNote);
        return Ok(());
    };
    match wb.selected_mark().cloned() {
        Some(mark) if mark.note != *text => change(wb, "annotation.note", mark, |after| {
            after.note.clone_from(text);
        }),
        _ => Ok(()),
    }
}

impl Workbench {
    /// Gives the mark `id` another tag.
    pub fn retag_mark(&mut self, id: &Id, tag: &Id) -> Result<(), CommandError> {
        match self.project().annotation(id).cloned() {
            Some(mark) => retag(self, mark, tag),
            None => Ok(()),
        }
    }

    /// Writes the note of the mark `id`.
    pub fn set_note(&mut self, id: &Id, note: &str) -> Result<(), CommandError> {
        let chosen = self.selected_mark().map(|mark| mark.id.clone());
        let Some(mark) = self.project().annotation(id).cloned() else {
            return Ok(());
        };
        change(self, "annotation.note", mark, |after| {
            note.clone_into(&mut after.note);
        })?;
        // The note is handed over when another mark is chosen: that one stays.
        self.choose_mark(chosen);
        Ok(())
    }
}

/// Changes a mark as one step, and chooses it.
pub(super) fn change(
    wb: &mut Workbench,
    command: &'static str,
    before: Annotation,
    change: impl Fn(&mut Annotation),
) -> Result<(), CommandError> {
    let mut after = before.clone();
    change(&mut after);
    let id = after.id.clone();
    wb.commit(command, vec![Edit::change(before, after)])?;
    wb.choose_mark(Some(id));
    Ok(())
}
