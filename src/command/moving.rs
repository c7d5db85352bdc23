//! From mark to mark, note to note, name to name, document to document.
//!
//! Every step goes round at the end and says so.
//!
//! **Invariant:** a step changes nothing in the project.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::entities::Type;
use crate::model::{Annotation, DocumentState, Id, Span};

use super::go::id_of;
use super::keyboard::Walk;
use super::table::{Command, Menu, always, row};
use super::{CommandError, NoticeKind, Request, Selection, Workbench};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

pub(super) const COMMANDS: &[Command] = &[
    row(
        "document.next",
        Menu::Go,
        &[key(CTRL, Key::PageDown)],
        several_documents,
        |wb, _| wb.step_document(true, |_| true),
    ),
    row(
        "document.previous",
        Menu::Go,
        &[key(CTRL, Key::PageUp)],
        several_documents,
        |wb, _| wb.step_document(false, |_| true),
    ),
    row(
        "document.next-open",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::PageDown)],
        several_documents,
        |wb, _| wb.step_document(true, |state| state != DocumentState::Done),
    ),
    row(
        "document.previous-open",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::PageUp)],
        several_documents,
        |wb, _| wb.step_document(false, |state| state != DocumentState::Done),
    ),
    row(
        "go.document",
        Menu::Go,
        &[key(CTRL, Key::K)],
        reads,
        |wb, args| {
            match id_of(args) {
                Some(id) if wb.project().document(id).is_some() => {
                    let id = id.clone();
                    wb.show_document(&id);
                }
                _ => wb.request(Request::ShowPalette("/")),
            }
            Ok(())
        },
    ),
    row(
        "view.walk-marks",
        Menu::Go,
        &[key(NONE, Key::F2)],
        reads,
        |wb, _| wb.turn_walk(),
    )
    .switch(|wb| wb.walk() == Walk::Marks)
    .group(),
    row(
        "annotation.next",
        Menu::Go,
        &[key(NONE, Key::F8)],
        reads,
        |wb, _| wb.step_mark(true, |_| true),
    ),
    row(
        "annotation.previous",
        Menu::Go,
        &[key(SHIFT, Key::F8)],
        reads,
        |wb, _| wb.step_mark(false, |_| true),
    ),
    row(
        "annotation.next-same",
        Menu::Go,
        &[key(CTRL, Key::F8)],
        |wb| wb.recent_mark().is_some(),
        |wb, _| wb.step_same_tag(true),
    ),
    row(
        "annotation.previous-same",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::F8)],
        |wb| wb.recent_mark().is_some(),
        |wb, _| wb.step_same_tag(false),
    ),
    row("annotation.first", Menu::Go, &[], reads, |wb, _| {
        wb.go_to_end_mark(true)
    }),
    row("annotation.last", Menu::Go, &[], reads, |wb, _| {
        wb.go_to_end_mark(false)
    }),
    row("annotation.actions", Menu::Go, &[], reads, |wb, _| {
        wb.request(Request::OpenPageMenu);
        Ok(())
    }),
    row(
        "name.next",
        Menu::Go,
        &[key(CTRL, Key::F9)],
        reads,
        |wb, _| wb.step_name(true),
    )
    .group(),
    row(
        "name.previous",
        Menu::Go,
        &[key(CTRL_SHIFT, Key::F9)],
        reads,
        |wb, _| wb.step_name(false),
    ),
    row(
        "note.next",
        Menu::Go,
        &[key(NONE, Key::F5)],
        reads,
        |wb, _| wb.step_note(true),
    ),
    row(
        "note.previous",
        Menu::Go,
        &[key(SHIFT, Key::F5)],
        reads,
        |wb, _| wb.step_note(false),
    ),
    row(
        "go.entity",
        Menu::Go,
        &[],
        always,
        |wb, args| match id_of(args).cloned() {
            Some(id) => wb.go_to_entity(&id),
            None => {
                wb.request(Request::ShowPalette("@"));
                Ok(())
            }
        },
    ),
];

fn reads(wb: &Workbench) -> bool {
    wb.active_reader().is_some()
}

fn several_documents(wb: &Workbench) -> bool {
    wb.project().documents().nth(1).is_some()
}

/// Whether what is suggested is a name of somebody or something.
fn is_name(kind: Type) -> bool {
    matches!(
        kind,
        Type::Person
            | Type::Organisation
            | Type::Group
            | Type::Place
            | Type::Facility
            | Type::People
    )
}

impl Workbench {
    /// What the arrow keys go by in a page.
    pub fn walk(&self) -> Walk {
        self.keyboard.walk
    }

    /// Has the arrow keys go by letters again.
    pub fn leave_marks(&mut self) {
        self.keyboard.walk = Walk::Letters;
    }

    /// Says that a step went round the end.
    fn went_round(&mut self, forward: bool) {
        let text = self.messages().text(if forward {
            "toast-round-to-start"
        } else {
            "toast-round-to-end"
        });
        self.notify(NoticeKind::Done, text);
    }

    /// From letters to marks and back. What is walked begins at the mark at
    /// the caret, or the next one.
    fn turn_walk(&mut self) -> Result<(), CommandError> {
        if self.walk() == Walk::Marks {
            self.leave_marks();
            return Ok(());
        }
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let (document, byte) = (reader.document.clone(), reader.selection.head.byte);
        let chosen = self
            .selected_mark()
            .filter(|mark| mark.document == document);
        let here = chosen
            .or_else(|| self.project().annotations_at(&document, byte).last())
            .map(|mark| mark.id.clone());
        match here {
            Some(mark) => self.go_to_mark(&mark),
            None => self.step_mark(true, |_| true)?,
        }
        self.keyboard.walk = Walk::Marks;
        Ok(())
    }

    /// Chooses the next mark of the document, or the one before, of those
    /// that `wanted` lets be.
    fn step_mark(
        &mut self,
        forward: bool,
        wanted: impl Fn(&Annotation) -> bool,
    ) -> Result<(), CommandError> {
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let (document, caret) = (&reader.document, reader.selection.head.byte);
        let project = self.project();
        let chosen = self
            .selected_mark()
            .filter(|mark| mark.document == *document)
            .and_then(|mark| Some((mark.hull()?.start, &mark.id)));
        let wanted = |mark: &&Annotation| self.shows_mark(reader, mark) && wanted(mark);
        let next = match (chosen, forward) {
            (Some((start, id)), true) => project
                .annotations_from(document, start)
                .skip_while(|mark| mark.id != *id)
                .skip(1)
                .find(wanted),
            (Some((start, id)), false) => project
                .annotations_from(document, start)
                .take_while(|mark| mark.id != *id)
                .filter(wanted)
                .last()
                .or_else(|| project.annotations_before(document, start).find(wanted)),
            (None, true) => project.annotations_from(document, caret).find(wanted),
            (None, false) => project.annotations_before(document, caret).find(wanted),
        };
        let round = || {
            let mut all = project.annotations_of(document);
            if forward {
                all.find(wanted)
            } else {
                all.rev().find(wanted)
            }
        };
        let (next, goes_round) = match next {
            Some(next) => (Some(next), false),
            None => (round(), true),
        };
        let Some(id) = next.map(|mark| mark.id.clone()) else {
            return Err(CommandError::message("error-no-marks"));
        };
        self.go_to_mark(&id);
        if goes_round {
            self.went_round(forward);
        }
        Ok(())
    }

    /// The same among marks with the tag of the one chosen last.
    fn step_same_tag(&mut self, forward: bool) -> Result<(), CommandError> {
        let Some(tag) = self.recent_mark().map(|mark| mark.tag.clone()) else {
            return Ok(());
        };
        self.step_mark(forward, |mark| mark.tag == tag)
    }

    fn go_to_end_mark(&mut self, first: bool) -> Result<(), CommandError> {
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let mut all = self
            .project()
            .annotations_of(&reader.document)
            .filter(|mark| self.shows_mark(reader, mark));
        let mark = if first { all.next() } else { all.next_back() };
        let Some(id) = mark.map(|mark| mark.id.clone()) else {
            drop(all);
            return Err(CommandError::message("error-no-marks"));
        };
        drop(all);
        self.go_to_mark(&id);
        Ok(())
    }

    /// Goes to the next name that is not marked yet, in this document or one
    /// after it, to be decided on.
    fn step_name(&mut self, forward: bool) -> Result<(), CommandError> {
        if !self.suggestions_shown() {
            return Err(CommandError::message("error-suggestions-off"));
        }
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let here = reader.document.clone();
        let current = self
            .current_suggestion()
            .filter(|(document, _)| **document == here)
            .map(|(_, one)| one.span);
        let caret = reader.selection.head.byte;
        let beyond = |span: Span| match (current, forward) {
            (Some(from), true) => (span.start, from.end) > (from.start, span.end),
            (Some(from), false) => (span.start, from.end) < (from.start, span.end),
            (None, true) => span.start >= caret,
            (None, false) => span.start < caret,
        };
        let find = |document: &Id, all: bool| {
            let mut names = self
                .suggestions(document)
                .iter()
                .filter(|one| is_name(one.kind) && (all || beyond(one.span)));
            let found = if forward {
                names.next()
            } else {
                names.next_back()
            };
            found.map(|one| (document.clone(), one.span, one.kind))
        };
        let mut found = find(&here, false);
        let mut goes_round = false;
        if found.is_none() {
            let ids: Vec<&Id> = self.project().documents().map(|one| &one.id).collect();
            let at = ids.iter().position(|id| **id == here).unwrap_or(0);
            for step in 1..=ids.len() {
                let next = if forward {
                    at + step
                } else {
                    at + ids.len() - step
                };
                goes_round |= if forward {
                    next >= ids.len()
                } else {
                    next < ids.len()
                };
                found = ids.get(next % ids.len()).and_then(|id| find(id, true));
                if found.is_some() {
                    break;
                }
            }
        }
        let Some((document, span, kind)) = found else {
            return Err(CommandError::message("error-no-names"));
        };
        self.go_to_suggestion(&document, span, kind);
        if goes_round {
            self.went_round(forward);
        }
        Ok(())
    }

    /// Goes to the next mark or document that has a note, in the whole
    /// project.
    fn step_note(&mut self, forward: bool) -> Result<(), CommandError> {
        let project = self.project();
        let order = |id: &Id| project.document(id).map(|document| document.order);
        let place = |mark: &Annotation| {
            let start = mark.hull().map_or(0, |hull| hull.start);
            Some((order(&mark.document)?, mark.document.clone(), start))
        };
        let mut stops: Vec<_> = project
            .annotations()
            .filter(|mark| !mark.note.is_empty())
            .filter_map(|mark| Some((place(mark)?, Some(mark.id.clone()))))
            .collect();
        for note in project.notes() {
            let mark = note
                .annotation
                .as_ref()
                .and_then(|id| project.annotation(id));
            stops.extend(match (mark, &note.document) {
                (Some(mark), _) => place(mark).map(|place| (place, Some(mark.id.clone()))),
                (None, Some(document)) => {
                    order(document).map(|order| ((order, document.clone(), 0), None))
                }
                (None, None) => None,
            });
        }
        stops.sort();
        stops.dedup();
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let chosen = self
            .selected_mark()
            .filter(|mark| mark.document == reader.document)
            .map(|mark| mark.id.clone());
        let here = (
            (
                order(&reader.document).unwrap_or(0),
                reader.document.clone(),
                reader.selection.head.byte,
            ),
            chosen,
        );
        let next = if forward {
            stops.get(stops.partition_point(|stop| *stop <= here))
        } else {
            let before = stops.partition_point(|stop| *stop < here);
            before.checked_sub(1).and_then(|at| stops.get(at))
        };
        let round = if forward { stops.first() } else { stops.last() };
        let goes_round = next.is_none();
        let Some(((_, document, _), mark)) = next.or(round).cloned() else {
            return Err(CommandError::message("error-no-notes"));
        };
        match mark {
            Some(mark) => self.go_to_mark(&mark),
            None => {
                let reader = self.show_document(&document);
                self.select(reader, Selection::caret(0));
                self.reveal(reader, Span::new(0, 0));
            }
        }
        if goes_round {
            self.went_round(forward);
        }
        Ok(())
    }

    /// Shows the next document in the active reader, of those in a state that
    /// `wanted` lets be.
    fn step_document(
        &mut self,
        forward: bool,
        wanted: impl Fn(DocumentState) -> bool,
    ) -> Result<(), CommandError> {
        let all: Vec<(&Id, DocumentState)> = self
            .project()
            .documents()
            .map(|document| (&document.id, document.state))
            .collect();
        let count = all.len();
        let Some(here) = self
            .active_reader()
            .and_then(|reader| all.iter().position(|(id, _)| **id == reader.document))
        else {
            return Err(CommandError::message("error-no-document"));
        };
        let next = (1..count)
            .map(|step| {
                if forward {
                    here + step
                } else {
                    here + count - step
                }
            })
            .find(|at| all.get(at % count).is_some_and(|(_, state)| wanted(*state)));
        let Some(next) = next else {
            return Err(CommandError::message("error-no-open-documents"));
        };
        let id = all.get(next % count).map(|(id, _)| (*id).clone());
        if let Some(id) = id {
            self.replace_document(id);
        }
        if (next >= count) == forward {
            self.went_round(forward);
        }
        Ok(())
    }

    /// Goes to the next mention of an entity: after the caret, or the first.
    fn go_to_entity(&mut self, id: &Id) -> Result<(), CommandError> {
        if self.project().entity(id).is_none() {
            return Ok(());
        }
        let project = self.project();
        let place = |mark: &Annotation| {
            let order = project.document(&mark.document)?.order;
            Some((order, mark.document.clone(), mark.hull()?.start))
        };
        let here = self.active_reader().and_then(|reader| {
            let order = project.document(&reader.document)?.order;
            Some((order, reader.document.clone(), reader.selection.head.byte))
        });
        let chosen = self.selected_mark().map(|mark| &mark.id);
        let mut first = None;
        let mut after = None;
        for mark in project.mentions(id) {
            let Some(at) = place(mark) else { continue };
            let candidate = Some((at.clone(), mark.id.clone()));
            if Some(&mark.id) != chosen && here.as_ref().is_some_and(|here| at >= *here) {
                after = [after, candidate.clone()].into_iter().flatten().min();
            }
            first = [first, candidate].into_iter().flatten().min();
        }
        match after.or(first) {
            Some((_, mark)) => {
                self.go_to_mark(&mark);
                Ok(())
            }
            None => Err(CommandError::message("error-no-mentions")),
        }
    }
}
