//! Lists over the whole project: all marks, all notes, the documents; what is
//! shown of them, in which order, and what is done to many marks at once.
//!
//! Lives here: filters, orders, what is picked, numbers. Does not live here:
//! how a row is drawn.
//!
//! Invariant: a list is brought up to date where it is shown or asked for
//! ([`Workbench::prepare_lists`]), never while it is drawn; a change to many
//! marks is one step.

mod bulk;
mod counts;
mod documents;
mod marks;
mod names;
mod notes;
mod table;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::model::{Annotation, Document, Id, Timestamp};

use super::look::LowerTab;
use super::table::{Command, Menu, always, row};
use super::view::{self, show_lower, shows_lower};
use super::{Request, Workbench};

pub use documents::{DocumentFilter, DocumentSort, Progress};
pub use marks::{MarkColumn, MarkFilter, Pick};
pub use names::{NameList, NameOrder, NamesAsked, NamesChange, NamesShown};
pub use notes::{NoteColumn, NoteFilter, NoteOn, NoteRow};

const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
const SUBMENU: &str = "menu-marks";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "view.marks",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_ALT, Key::M)],
        always,
        |wb, _| show_lower(wb, LowerTab::Marks),
    )
    .switch(|wb| shows_lower(wb, LowerTab::Marks))
    .within(view::PANELS),
    row(
        "view.notes",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_ALT, Key::O)],
        always,
        |wb, _| show_lower(wb, LowerTab::Notes),
    )
    .switch(|wb| shows_lower(wb, LowerTab::Notes))
    .within(view::PANELS),
    row("marks.pick-all", Menu::Mark, &[], always, |wb, _| {
        wb.pick_all();
        Ok(())
    })
    .within(SUBMENU),
    row(
        "marks.pick-none",
        Menu::Mark,
        &[],
        |wb| wb.picked_count() > 0,
        |wb, _| {
            wb.pick_none();
            Ok(())
        },
    )
    .within(SUBMENU),
    row(
        "marks.retag",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.picked_count() > 0,
        bulk::retag,
    )
    .within(SUBMENU),
    row(
        "marks.remove",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.picked_count() > 0,
        bulk::remove,
    )
    .within(SUBMENU),
    row(
        "marks.documents-done",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.picked_count() > 0,
        bulk::documents_done,
    )
    .within(SUBMENU),
    row("marks.copy", Menu::Mark, &[], always, |wb, _| {
        wb.prepare_marks();
        let marks = wb.picked_or_listed();
        let table = wb.marks_as_table(&marks);
        wb.request(Request::Copy(table));
        Ok(())
    })
    .within(SUBMENU),
    row("marks.copy-counts", Menu::Mark, &[], always, |wb, _| {
        let table = wb.counts_as_table();
        wb.request(Request::Copy(table));
        Ok(())
    })
    .within(SUBMENU),
];

/// The lists of a workbench.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) marks: marks::Marks,
    pub(super) notes: notes::Notes,
    pub(super) documents: documents::Documents,
}

impl Lists {
    /// Forgets what belonged to another project.
    pub(super) fn begin_anew(&mut self) {
        *self = Self::default();
    }
}

impl Workbench {
    /// Brings the lists that the window shows up to date.
    pub fn prepare_lists(&mut self) {
        self.prepare_documents();
        if !self.look().lower || self.modes().focus {
            return;
        }
        match self.look().lower_tab {
            LowerTab::Marks => self.prepare_marks(),
            LowerTab::Notes => self.prepare_notes(),
            LowerTab::History => self.prepare_history(),
            LowerTab::Suggestions | LowerTab::Claims | LowerTab::Hidden | LowerTab::Agreement => {}
        }
    }

    // ---- documents --------------------------------------------------------

    /// Brings the list of documents up to date.
    pub fn prepare_documents(&mut self) {
        let mut list = std::mem::take(&mut self.lists.documents);
        list.refresh(self);
        self.lists.documents = list;
    }

    /// The documents shown, in order, as prepared last.
    pub fn documents_listed(&self) -> &[Id] {
        self.lists.documents.shown()
    }

    /// Which documents are shown and how.
    pub fn document_filter(&self) -> &DocumentFilter {
        &self.lists.documents.filter
    }

    /// Shows other documents, or in another order.
    pub fn set_document_filter(&mut self, filter: DocumentFilter) {
        self.lists.documents.filter = filter;
    }

    /// How far the work is, as prepared last.
    pub fn progress(&self) -> Progress {
        self.lists.documents.progress()
    }

    /// When something was last changed in a document, as prepared last.
    pub fn document_changed(&self, document: &Document) -> Timestamp {
        let changed = self.lists.documents.changed(&document.id);
        changed.unwrap_or(document.imported_at)
    }

    // ---- marks ------------------------------------------------------------

    /// Brings the list of marks up to date.
    pub fn prepare_marks(&mut self) {
        let mut list = std::mem::take(&mut self.lists.marks);
        list.refresh(self);
        self.lists.marks = list;
    }

    /// How many marks are shown, as prepared last.
    pub fn marks_listed(&self) -> usize {
        self.lists.marks.len()
    }

    /// The mark in a row of the list.
    pub fn mark_listed(&self, row: usize) -> Option<&Annotation> {
        self.project().annotation(self.lists.marks.id(row)?)
    }

    /// The row of a mark in the list.
    pub fn row_of_mark(&self, id: &Id) -> Option<usize> {
        self.lists.marks.row_of(id)
    }

    /// How many of the marks shown have each tag, most first.
    pub fn totals_listed(&self) -> &[(Id, usize)] {
        self.lists.marks.totals()
    }

    /// Which marks are shown.
    pub fn mark_filter(&self) -> &MarkFilter {
        &self.lists.marks.filter
    }

    /// Shows other marks.
    pub fn set_mark_filter(&mut self, filter: MarkFilter) {
        self.lists.marks.filter = filter;
    }

    /// What the marks are sorted by, and whether the other way round.
    pub fn mark_order(&self) -> (MarkColumn, bool) {
        (self.lists.marks.column, self.lists.marks.down)
    }

    /// Sorts the marks by a column; by the same again, the other way round.
    pub fn sort_marks(&mut self, column: MarkColumn) {
        let list = &mut self.lists.marks;
        list.down = list.column == column && !list.down;
        list.column = column;
    }

    /// Picks a mark of the list.
    pub fn pick_mark(&mut self, id: &Id, how: Pick) {
        let list = &mut self.lists.marks;
        match how {
            Pick::Only => {
                list.picked.clear();
                list.picked.insert(id.clone());
            }
            Pick::Toggle => {
                if !list.picked.remove(id) {
                    list.picked.insert(id.clone());
                }
            }
            Pick::To => {
                let from = list.anchor.as_ref().and_then(|anchor| list.row_of(anchor));
                if let (Some(from), Some(to)) = (from, list.row_of(id)) {
                    let rows = from.min(to)..=from.max(to);
                    let between: Vec<Id> = rows.filter_map(|row| list.id(row).cloned()).collect();
                    list.picked = between.into_iter().collect();
                    return;
                }
                list.picked.insert(id.clone());
            }
        }
        list.anchor = Some(id.clone());
    }

    /// Picks all marks that are shown.
    pub fn pick_all(&mut self) {
        self.prepare_marks();
        let list = &mut self.lists.marks;
        list.picked = (0..list.len())
            .filter_map(|row| list.id(row).cloned())
            .collect();
    }

    /// Picks none.
    pub fn pick_none(&mut self) {
        self.lists.marks.picked.clear();
    }

    /// Whether a mark is picked.
    pub fn is_picked(&self, id: &Id) -> bool {
        self.lists.marks.picked.contains(id)
    }

    /// How many marks are picked.
    pub fn picked_count(&self) -> usize {
        self.lists.marks.picked.len()
    }

    /// The marks picked, or all that are shown, in the order of the list.
    fn picked_or_listed(&self) -> Vec<Id> {
        let list = &self.lists.marks;
        (0..list.len())
            .filter_map(|row| list.id(row))
            .filter(|id| list.picked.len() < 2 || list.picked.contains(*id))
            .cloned()
            .collect()
    }

    // ---- notes ------------------------------------------------------------

    /// Brings the list of notes up to date.
    pub fn prepare_notes(&mut self) {
        let mut list = std::mem::take(&mut self.lists.notes);
        list.refresh(self);
        self.lists.notes = list;
    }

    /// How many notes are shown, as prepared last.
    pub fn notes_listed(&self) -> usize {
        self.lists.notes.len()
    }

    /// The note in a row of the list.
    pub fn note_listed(&self, row: usize) -> Option<&NoteRow> {
        self.lists.notes.row(row)
    }

    /// Which notes are shown.
    pub fn note_filter(&self) -> &NoteFilter {
        &self.lists.notes.filter
    }

    /// Shows other notes.
    pub fn set_note_filter(&mut self, filter: NoteFilter) {
        self.lists.notes.filter = filter;
    }

    /// What the notes are sorted by, and whether the other way round.
    pub fn note_order(&self) -> (NoteColumn, bool) {
        (self.lists.notes.column, self.lists.notes.down)
    }

    /// Sorts the notes by a column; by the same again, the other way round.
    pub fn sort_notes(&mut self, column: NoteColumn) {
        let list = &mut self.lists.notes;
        list.down = list.column == column && !list.down;
        list.column = column;
    }

    /// Goes to what a note of the list is about: a mark, a document, the
    /// first mention of an entity; of a tag, its marks are listed.
    pub fn go_to_note(&mut self, row: &NoteRow) {
        let Some(target) = &row.target else { return };
        match row.about {
            NoteOn::Mark => self.go_to_mark(target),
            NoteOn::Document => {
                self.show_document(target);
            }
            NoteOn::Entity => {
                let first = self.project().mentions(target).next();
                if let Some(id) = first.map(|mark| mark.id.clone()) {
                    self.go_to_mark(&id);
                }
            }
            NoteOn::Tag => {
                self.set_mark_filter(MarkFilter {
                    tags: std::iter::once(target.clone()).collect(),
                    ..MarkFilter::default()
                });
                let look = self.look_mut();
                look.lower = true;
                look.lower_tab = LowerTab::Marks;
            }
            NoteOn::Project => {}
        }
    }
}
