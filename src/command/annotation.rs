//! Making, changing and removing marks.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::language::words;
use crate::model::{Annotation, Edit, Id, Span, TagKind};
use crate::text::{self, Direction};

use super::go::id_of;
use super::suggestions::Edge;
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Request, Selection, Workbench};

const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);

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
        "annotation.add-span",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::COMMAND, Key::J)],
        |wb| wb.can_edit() && wb.recent_mark().is_some() && wb.selected_text().is_some(),
        add_span,
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
    )
    .group(),
    row(
        "annotation.end-left",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::ArrowLeft)],
        |wb| wb.can_edit() && (wb.selected_mark().is_some() || wb.reviews()),
        |wb, _| {
            move_border(
                wb,
                "annotation.end-left",
                Border::End,
                Direction::RightToLeft,
            )
        },
    )
    .group(),
    row(
        "annotation.end-right",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT, Key::ArrowRight)],
        |wb| wb.can_edit() && (wb.selected_mark().is_some() || wb.reviews()),
        |wb, _| {
            move_border(
                wb,
                "annotation.end-right",
                Border::End,
                Direction::LeftToRight,
            )
        },
    ),
    row(
        "annotation.start-left",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT_SHIFT, Key::ArrowLeft)],
        |wb| wb.can_edit() && (wb.selected_mark().is_some() || wb.reviews()),
        |wb, _| {
            move_border(
                wb,
                "annotation.start-left",
                Border::Start,
                Direction::RightToLeft,
            )
        },
    ),
    row(
        "annotation.start-right",
        Menu::Mark,
        &[KeyboardShortcut::new(ALT_SHIFT, Key::ArrowRight)],
        |wb| wb.can_edit() && (wb.selected_mark().is_some() || wb.reviews()),
        |wb, _| {
            move_border(
                wb,
                "annotation.start-right",
                Border::Start,
                Direction::LeftToRight,
            )
        },
    ),
    row("annotation.analyst", Menu::Mark, &[], always, analyst).group(),
];

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
    let same = wb
        .project()
        .annotations_in(&document, span)
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
        wb.analyst().clone(),
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

fn retag(wb: &mut Workbench, mark: Annotation, tag: &Id) -> Result<(), CommandError> {
    if mark.tag == *tag {
        return Ok(());
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

/// Adds the selected words to the mark made or chosen last: a discontinuous
/// mark.
fn add_span(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let (Some(mark), Some(reader)) = (wb.recent_mark().cloned(), wb.active_reader()) else {
        return Ok(());
    };
    let span = reader.selection.span();
    if reader.document != mark.document || mark.spans.iter().any(|other| other.overlaps(span)) {
        return Err(CommandError::message("error-span-overlaps"));
    }
    let id = mark.id.clone();
    change(wb, "annotation.add-span", mark, |after| {
        after.spans.push(span);
        after.spans.sort();
    })?;
    wb.choose_mark(Some(id));
    Ok(())
}

fn remove(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let mark = match id_of(args) {
        Some(id) => wb.project().annotation(id).cloned(),
        None => wb.selected_mark().cloned(),
    };
    let Some(mark) = mark else { return Ok(()) };
    // Notes and relations that hang on the mark go with it, and come back
    // with one undo.
    let mut edits: Vec<Edit> = wb
        .project()
        .notes()
        .filter(|note| note.annotation.as_ref() == Some(&mark.id))
        .map(|note| Edit::delete(note.clone()))
        .collect();
    edits.extend(
        wb.project()
            .relations()
            .filter(|relation| relation.from == mark.id || relation.to == mark.id)
            .map(|relation| Edit::delete(relation.clone())),
    );
    edits.push(Edit::delete(mark));
    wb.commit("annotation.remove", edits)?;
    wb.choose_mark(None);
    Ok(())
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Border {
    Start,
    End,
}

/// Moves one border of the selected mark by one grapheme towards a side of
/// the screen, as the text at that border runs.
fn move_border(
    wb: &mut Workbench,
    command: &'static str,
    border: Border,
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
    let Some(mark) = wb.selected_mark().cloned() else {
        return Ok(());
    };
    let Some(text) = wb
        .project()
        .document(&mark.document)
        .map(|d| d.text.clone())
    else {
        return Ok(());
    };
    let edge = match border {
        Border::Start => mark.spans.first().map(|span| span.start),
        Border::End => mark.spans.last().map(|span| span.end),
    };
    let Some(edge) = edge else { return Ok(()) };
    // Text running right to left goes on towards the left.
    let forward = text::direction_at(&text, edge) == towards;
    let moved = if forward {
        text::next_grapheme(&text, edge)
    } else {
        text::previous_grapheme(&text, edge)
    };
    set_border(wb, command, mark, border, moved)
}

fn set_border(
    wb: &mut Workbench,
    command: &'static str,
    mark: Annotation,
    border: Border,
    byte: usize,
) -> Result<(), CommandError> {
    let mut spans = mark.spans.clone();
    let fits = match border {
        Border::Start => spans.first_mut().is_some_and(|span| {
            let fits = byte < span.end;
            span.start = byte;
            fits
        }),
        Border::End => spans.last_mut().is_some_and(|span| {
            let fits = byte > span.start;
            span.end = byte;
            fits
        }),
    };
    if !fits || spans == mark.spans {
        return Ok(());
    }
    change(wb, command, mark, |after| after.spans.clone_from(&spans))
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

    /// Gives the mark `id` the single span `span` (bytes of its document):
    /// what dragging a border ends in.
    pub fn resize_mark(&mut self, id: &Id, index: usize, span: Span) -> Result<(), CommandError> {
        let Some(mark) = self.project().annotation(id).cloned() else {
            return Ok(());
        };
        let mut spans = mark.spans.clone();
        match spans.get_mut(index) {
            Some(old) if !span.is_empty() && *old != span => *old = span,
            _ => return Ok(()),
        }
        spans.sort();
        change(self, "annotation.resize", mark, |after| {
            after.spans.clone_from(&spans);
        })
    }
}

fn change(
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
