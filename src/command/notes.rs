//! Notes about anything: marks, documents, entities, tags, the project.
//!
//! Here: writing, changing and deleting them. Not here: the one note a mark
//! has of its own (`annotation.note`), and where notes are shown.
//!
//! **Invariant:** a note keeps who wrote it and when; whoever changes it
//! becomes its writer.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::go::id_of;
use super::table::{Args, Command, Menu, row};
use super::{CommandError, Request, Workbench};
use crate::model::{About, Edit, Extra, Id, Kind, Note};

const NOTES: &str = "menu-notes";

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoteAbout {
    /// A mark.
    Mark(Id),
    /// A document.
    Document(Id),
    /// An entity.
    Entity(Id),
    /// A tag.
    Tag(Id),
    /// The project.
    Project,
}

impl NoteAbout {
    /// The record it is about, by kind and id.
    pub fn subject(&self) -> (Kind, Id) {
        match self {
            Self::Mark(id) => (Kind::Annotation, id.clone()),
            Self::Document(id) => (Kind::Document, id.clone()),
            Self::Entity(id) => (Kind::Entity, id.clone()),
            Self::Tag(id) => (Kind::Tag, id.clone()),
            Self::Project => (Kind::About, Id::new(About::ID)),
        }
    }
}

pub(super) const COMMANDS: &[Command] = &[
    row(
        "note.add",
        Menu::Mark,
        &[KeyboardShortcut::new(Modifiers::ALT, Key::N)],
        Workbench::can_edit,
        |wb, args| write(wb, args, Workbench::note_subject),
    )
    .within(NOTES),
    row(
        "note.add-document",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.active_document().is_some(),
        |wb, args| {
            write(wb, args, |wb| {
                let document = wb.active_document();
                document.map_or(NoteAbout::Project, |found| {
                    NoteAbout::Document(found.id.clone())
                })
            })
        },
    )
    .within(NOTES),
    row(
        "note.add-tag",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.selected_mark().is_some(),
        |wb, args| {
            write(wb, args, |wb| {
                let mark = wb.selected_mark();
                mark.map_or(NoteAbout::Project, |mark| NoteAbout::Tag(mark.tag.clone()))
            })
        },
    )
    .within(NOTES),
    row(
        "note.add-entity",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.selected_mark().is_some_and(|mark| mark.entity.is_some()),
        |wb, args| {
            write(wb, args, |wb| {
                let entity = wb.selected_mark().and_then(|mark| mark.entity.clone());
                entity.map_or(NoteAbout::Project, NoteAbout::Entity)
            })
        },
    )
    .within(NOTES),
    row(
        "note.add-project",
        Menu::Mark,
        &[],
        Workbench::can_edit,
        |wb, args| write(wb, args, |_| NoteAbout::Project),
    )
    .within(NOTES),
    row(
        "note.delete",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.newest_note().is_some(),
        |wb, args| {
            let id = id_of(args).cloned().or_else(|| wb.newest_note());
            id.map_or(Ok(()), |id| wb.delete_note(&id))
        },
    )
    .within(NOTES)
    .group(),
];

/// Adds a note of that text about something; without a text, asks for it.
fn write(
    wb: &mut Workbench,
    args: &Args,
    about: impl Fn(&Workbench) -> NoteAbout,
) -> Result<(), CommandError> {
    let about = about(wb);
    if let Args::Text(text) = args {
        return wb.add_note(&about, text);
    }
    wb.request(Request::WriteNote(about));
    Ok(())
}

impl Workbench {
    /// What a new note would be about: the chosen mark, else the document at
    /// hand, else the project.
    pub fn note_subject(&self) -> NoteAbout {
        if let Some(mark) = self.selected_mark() {
            return NoteAbout::Mark(mark.id.clone());
        }
        match self.active_document() {
            Some(document) => NoteAbout::Document(document.id.clone()),
            None => NoteAbout::Project,
        }
    }

    /// What can be written about where one stands: the chosen mark, who it
    /// mentions, its tag, the document, the project.
    pub fn note_subjects(&self) -> Vec<NoteAbout> {
        let mut subjects = Vec::new();
        if let Some(mark) = self.selected_mark() {
            subjects.push(NoteAbout::Mark(mark.id.clone()));
            subjects.extend(mark.entity.clone().map(NoteAbout::Entity));
            subjects.push(NoteAbout::Tag(mark.tag.clone()));
        }
        let document = self.active_document();
        subjects.extend(document.map(|document| NoteAbout::Document(document.id.clone())));
        subjects.push(NoteAbout::Project);
        subjects
    }

    /// The notes about something, oldest first.
    pub fn notes_about(&self, about: &NoteAbout) -> Vec<&Note> {
        let (kind, id) = about.subject();
        self.project().notes_about(kind, &id)
    }

    fn newest_note(&self) -> Option<Id> {
        let notes = self.notes_about(&self.note_subject());
        notes.last().map(|note| note.id.clone())
    }

    /// Writes a note about something; an empty one is none.
    pub fn add_note(&mut self, about: &NoteAbout, text: &str) -> Result<(), CommandError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let (kind, id) = about.subject();
        if !self.project().has(kind, &id) {
            return Err(CommandError::message("error-note-subject-gone"));
        }
        let of = |wanted: Kind| (kind == wanted).then(|| id.clone());
        let note = Note {
            id: self.new_id(),
            document: of(Kind::Document),
            annotation: of(Kind::Annotation),
            entity: of(Kind::Entity),
            tag: of(Kind::Tag),
            text: text.to_owned(),
            by: self.analyst().clone(),
            at: self.now(),
            extra: Extra::new(),
        };
        self.commit("note.add", vec![Edit::create(note)])
    }

    /// Puts another text into a note; an empty one deletes it.
    pub fn change_note(&mut self, id: &Id, text: &str) -> Result<(), CommandError> {
        if text.trim().is_empty() {
            return self.delete_note(id);
        }
        let Some(before) = self.project().note(id).cloned() else {
            return Err(CommandError::message("error-note-gone"));
        };
        if before.text == text {
            return Ok(());
        }
        let mut after = before.clone();
        text.clone_into(&mut after.text);
        after.by = self.analyst().clone();
        after.at = self.now();
        self.commit("note.change", vec![Edit::change(before, after)])
    }

    /// Deletes a note.
    pub fn delete_note(&mut self, id: &Id) -> Result<(), CommandError> {
        match self.project().note(id).cloned() {
            Some(note) => self.commit("note.delete", vec![Edit::delete(note)]),
            None => Err(CommandError::message("error-note-gone")),
        }
    }
}
