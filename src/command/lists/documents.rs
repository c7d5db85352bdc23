//! The list of documents: which are shown, in which order, and how far the
//! work on all of them is.
//!
//! Invariant: the list is made anew only when the project or the filter has
//! changed.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

use crate::command::progress::{DocumentStanding, standing_of};
use crate::command::{CountOf, Workbench};
use crate::language::{Level, key};
use crate::model::{Document, Id, Project, Record, Timestamp};

/// What the documents are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentSort {
    /// The order they were opened in.
    #[default]
    Order,
    /// Their titles.
    Title,
    /// How far they are.
    State,
    /// How many marks they have.
    Marks,
    /// When something was last changed in them.
    Changed,
    /// How long they are.
    Size,
}

impl DocumentSort {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Order,
        Self::Title,
        Self::State,
        Self::Marks,
        Self::Changed,
        Self::Size,
    ];

    /// The message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Order => "documents-sort-order",
            Self::Title => "documents-sort-title",
            Self::State => "documents-sort-state",
            Self::Marks => "documents-sort-marks",
            Self::Changed => "documents-sort-changed",
            Self::Size => "documents-sort-size",
        }
    }
}

/// Which documents are shown and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentFilter {
    /// Words of the title, as typed.
    pub text: String,
    /// Those that are so far only.
    pub state: Option<DocumentStanding>,
    /// What they are sorted by.
    pub sort: DocumentSort,
    /// The other way round.
    pub down: bool,
}

/// How far the work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Documents nobody has begun with.
    pub new: usize,
    /// Documents that are begun.
    pub in_progress: usize,
    /// Documents that are done, with marks or without.
    pub done: usize,
    /// Of these, those without a mark.
    pub done_empty: usize,
}

impl Progress {
    /// All documents.
    pub fn total(self) -> usize {
        self.new + self.in_progress + self.done
    }
}

/// What the list was made from: the project as it was, the filter, and whose
/// marks are counted.
type Under = ((u64, usize), DocumentFilter, Option<Id>);

/// The list.
#[derive(Debug, Default)]
pub(in crate::command) struct Documents {
    under: Option<Under>,
    pub(in crate::command) filter: DocumentFilter,
    shown: Vec<Id>,
    progress: Progress,
    /// When something was last changed in each, as far as steps were read.
    changed: HashMap<Id, Timestamp>,
    read: Option<(u64, usize)>,
}

impl Documents {
    /// The documents shown.
    pub(super) fn shown(&self) -> &[Id] {
        &self.shown
    }

    /// How far the work on all documents is.
    pub(super) fn progress(&self) -> Progress {
        self.progress
    }

    /// When something was last changed in a document.
    pub(super) fn changed(&self, document: &Id) -> Option<Timestamp> {
        self.changed.get(document).copied()
    }

    /// Brings the list up to date.
    pub(super) fn refresh(&mut self, wb: &Workbench) {
        let counted = wb.counted_layer().cloned();
        let state = (wb.revision(), self.filter.clone(), counted);
        if self.under.as_ref() == Some(&state) {
            return;
        }
        let project = wb.project();
        self.progress = progress_of(project);
        self.read_changes(wb);
        let folded = key(self.filter.text.trim(), Level::Loose);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut shown: Vec<&Document> = project
            .documents()
            .filter(|document| {
                let state = self.filter.state;
                state.is_none_or(|state| standing_of(project, document) == state)
            })
            .filter(|document| {
                words.is_empty() || {
                    let title = key(&document.title, Level::Loose);
                    words.iter().all(|word| title.contains(word))
                }
            })
            .collect();
        match self.filter.sort {
            DocumentSort::Order => {}
            DocumentSort::Title => {
                shown.sort_by_cached_key(|document| key(&document.title, Level::Letters));
            }
            DocumentSort::State => shown.sort_by_key(|document| standing_of(project, document)),
            DocumentSort::Marks => {
                shown.sort_by_cached_key(|document| {
                    wb.marks_counted(CountOf::Document(&document.id))
                });
            }
            DocumentSort::Changed => {
                shown.sort_by_cached_key(|document| self.changed(&document.id));
            }
            DocumentSort::Size => shown.sort_by_key(|document| document.text.len()),
        }
        if self.filter.down {
            shown.reverse();
        }
        self.shown = shown
            .into_iter()
            .map(|document| document.id.clone())
            .collect();
        self.under = Some(state);
    }

    /// Follows the steps: what they touch was changed then. What no step is
    /// known of was changed with its last mark, or when it was opened.
    fn read_changes(&mut self, wb: &Workbench) {
        let now = wb.revision();
        let before = self.read.replace(now);
        let (generation, mut seen) = before.unwrap_or((now.0, 0));
        if before.is_none() || generation != now.0 || seen > now.1 {
            seen = 0;
            self.changed.clear();
            let project = wb.project();
            for document in project.documents() {
                self.touch(&document.id, document.imported_at);
            }
            for mark in project.annotations() {
                self.touch(&mark.document, mark.at);
            }
        }
        for step in wb.history().transactions().skip(seen) {
            for edit in &step.edits {
                match edit.after.as_ref().or(edit.before.as_ref()) {
                    Some(Record::Annotation(mark)) => self.touch(&mark.document, step.at),
                    Some(Record::Document(document)) => self.touch(&document.id, step.at),
                    Some(Record::Note(note)) => {
                        if let Some(document) = &note.document {
                            self.touch(document, step.at);
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn touch(&mut self, document: &Id, at: Timestamp) {
        match self.changed.get_mut(document) {
            Some(changed) => *changed = at.max(*changed),
            None => {
                self.changed.insert(document.clone(), at);
            }
        }
    }
}

/// How far the work on all documents is.
fn progress_of(project: &Project) -> Progress {
    let mut progress = Progress::default();
    for document in project.documents() {
        match standing_of(project, document) {
            DocumentStanding::New => progress.new += 1,
            DocumentStanding::InProgress => progress.in_progress += 1,
            DocumentStanding::Done => progress.done += 1,
            DocumentStanding::DoneEmpty => {
                progress.done += 1;
                progress.done_empty += 1;
            }
        }
    }
    progress
}
