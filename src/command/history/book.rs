//! The steps of the project as the history shows them: grouped by day and
//! sitting, filtered, newest first.
//!
//! Invariant: a step is looked at once, when it comes; what is shown is put
//! together anew only when a step came or the filter changed.

use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use crate::i18n::Language;
use crate::language::{Level, key};
use crate::model::{Edit, History, Id, Kind, Record, Timestamp, Transaction};

use super::told::Gone;
use crate::command::Workbench;

/// A pause longer than this (seconds) begins another sitting.
const PAUSE: i64 = 30 * 60;
/// Steps whose sentences are made for a search in one go.
const AT_ONCE: usize = 1500;

/// What a step is about, for the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Marks: made, changed, removed.
    Marks,
    /// Entities, and what mentions them.
    Entities,
    /// Tags.
    Tags,
    /// Documents: opened, finished, set another way.
    Documents,
    /// Notes, also those on marks.
    Notes,
    /// Connections between marks.
    Relations,
    /// What was said to suggestions.
    Suggestions,
}

impl StepKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Marks,
        Self::Entities,
        Self::Tags,
        Self::Documents,
        Self::Notes,
        Self::Relations,
        Self::Suggestions,
    ];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Which steps are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HistoryFilter {
    /// Words of the sentences, as typed.
    pub text: String,
    /// By this analyst only.
    pub by: Option<Id>,
    /// In this document only.
    pub document: Option<Id>,
    /// About this only.
    pub kind: Option<StepKind>,
    /// Undos and redos as rows of their own too.
    pub with_undo: bool,
}

/// A row of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryRow {
    /// A sitting: its first and last step (places in the log), and how many
    /// steps of it are shown.
    Sitting {
        /// Place of the earliest step shown.
        first: usize,
        /// Place of the latest.
        last: usize,
        /// Steps shown.
        count: usize,
    },
    /// The step at this place of the log.
    Step(usize),
}

/// What is known of a step without reading it again.
#[derive(Clone, Debug)]
struct Known {
    kinds: u8,
    documents: Vec<Id>,
    /// Whether it is an undo or a redo.
    turns: bool,
    /// Its sentence, folded; once it was searched.
    folded: Option<String>,
}

/// Sentences made before, under what they depend on.
#[derive(Debug, Default)]
struct Sentences {
    under: Option<(Language, (u64, usize))>,
    told: HashMap<Id, Arc<str>>,
}

/// The history as it is shown.
#[derive(Debug, Default)]
pub(in crate::command) struct Book {
    generation: Option<u64>,
    known: Vec<Known>,
    pub(super) gone: Gone,
    pub(in crate::command) filter: HistoryFilter,
    rows: Vec<HistoryRow>,
    /// Under what the rows were put together.
    shown: Option<(HistoryFilter, Language, usize)>,
    /// Steps that a search has not come to yet.
    unsearched: usize,
    sentences: RefCell<Sentences>,
}

impl Book {
    /// The rows, newest first.
    pub(in crate::command) fn rows(&self) -> &[HistoryRow] {
        &self.rows
    }

    /// Steps that a search has yet to look at.
    pub(in crate::command) fn unsearched(&self) -> usize {
        self.unsearched
    }

    /// The sentence for a step, made once.
    pub(super) fn sentence(&self, wb: &Workbench, step: &Transaction) -> Arc<str> {
        let under = (wb.messages().language(), wb.revision());
        if let Ok(mut kept) = self.sentences.try_borrow_mut() {
            if kept.under != Some(under) {
                kept.told.clear();
                kept.under = Some(under);
            }
            if let Some(told) = kept.told.get(&step.id) {
                return Arc::clone(told);
            }
        }
        let told: Arc<str> = wb.tell_step(step).into();
        if let Ok(mut kept) = self.sentences.try_borrow_mut() {
            kept.told.insert(step.id.clone(), Arc::clone(&told));
        }
        told
    }

    /// Takes note of steps that came since.
    fn follow(&mut self, wb: &Workbench) {
        let history = wb.history();
        let fits = self.generation == Some(wb.generation())
            && self.known.len() <= history.transactions().len();
        if !fits {
            self.generation = Some(wb.generation());
            self.known.clear();
            self.gone.clear();
            self.shown = None;
        }
        for step in history.transactions().skip(self.known.len()) {
            self.gone.note(step);
            self.known.push(Known::of(step));
        }
    }

    /// Brings the rows up to date.
    fn refresh(&mut self, wb: &Workbench) {
        self.follow(wb);
        let language = wb.messages().language();
        let words = key(self.filter.text.trim(), Level::Loose);
        let words: Vec<&str> = words.split_whitespace().collect();
        let state = (self.filter.clone(), language, self.known.len());
        let same_language = self.shown.as_ref().is_none_or(|shown| shown.1 == language);
        if self.shown.as_ref() == Some(&state) && (words.is_empty() || self.unsearched == 0) {
            return;
        }
        if !same_language {
            for known in &mut self.known {
                known.folded = None;
            }
        }
        self.shown = Some(state);
        self.search(wb, !words.is_empty());
        self.rows = self.gather(wb.history(), &words);
    }

    /// Makes the sentences a search looks in, as many as one frame allows,
    /// the newest first.
    fn search(&mut self, wb: &Workbench, wanted: bool) {
        self.unsearched = 0;
        if !wanted {
            return;
        }
        let mut left = AT_ONCE;
        for (place, known) in self.known.iter_mut().enumerate().rev() {
            if known.folded.is_some() {
                continue;
            }
            if left == 0 {
                self.unsearched += 1;
                continue;
            }
            left -= 1;
            if let Some(step) = wb.history().step(place) {
                let told = wb.tell_step(step);
                known.folded = Some(key(&told, Level::Loose));
            }
        }
    }

    fn gather(&self, history: &History, words: &[&str]) -> Vec<HistoryRow> {
        let mut rows = Vec::new();
        let mut head: Option<(usize, usize, usize, usize)> = None;
        let mut later: Option<Timestamp> = None;
        for (place, known) in self.known.iter().enumerate().rev() {
            let Some(step) = history.step(place) else {
                continue;
            };
            if !self.lets_through(known, step, words) {
                continue;
            }
            let apart = later.is_none_or(|later| begins_another(step.at, later));
            later = Some(step.at);
            match &mut head {
                Some((_, first, _, count)) if !apart => {
                    *first = place;
                    *count += 1;
                }
                _ => {
                    close(&mut rows, head);
                    head = Some((rows.len(), place, place, 1));
                    rows.push(HistoryRow::Step(place));
                }
            }
            rows.push(HistoryRow::Step(place));
        }
        close(&mut rows, head);
        rows
    }

    fn lets_through(&self, known: &Known, step: &Transaction, words: &[&str]) -> bool {
        let filter = &self.filter;
        let found = || {
            known
                .folded
                .as_ref()
                .is_some_and(|folded| words.iter().all(|word| folded.contains(word)))
        };
        (filter.with_undo || !known.turns)
            && filter.by.as_ref().is_none_or(|by| step.by == *by)
            && filter
                .document
                .as_ref()
                .is_none_or(|document| known.documents.contains(document))
            && filter.kind.is_none_or(|kind| known.kinds & kind.bit() != 0)
            && (words.is_empty() || found())
    }
}

/// Writes the head of a sitting where its place was kept.
fn close(rows: &mut [HistoryRow], head: Option<(usize, usize, usize, usize)>) {
    if let Some((at, first, last, count)) = head
        && let Some(row) = rows.get_mut(at)
    {
        *row = HistoryRow::Sitting { first, last, count };
    }
}

/// Whether a step belongs to an earlier sitting than the one after it.
fn begins_another(earlier: Timestamp, later: Timestamp) -> bool {
    let day = |at: Timestamp| at.to_zoned(jiff::tz::TimeZone::system()).date();
    later.as_second() - earlier.as_second() > PAUSE || day(earlier) != day(later)
}

impl Known {
    fn of(step: &Transaction) -> Self {
        let mut kinds = 0;
        let mut documents: Vec<Id> = Vec::new();
        let marks = step.edits.iter().any(|edit| {
            let record = edit.after.as_ref().or(edit.before.as_ref());
            matches!(record, Some(Record::Annotation(_)))
        });
        for edit in &step.edits {
            let Some(record) = edit.after.as_ref().or(edit.before.as_ref()) else {
                continue;
            };
            if let Some(document) = document_of(record)
                && !documents.contains(document)
            {
                documents.push(document.clone());
            }
            kinds |= kind_of(edit, record, marks);
        }
        if step.command.starts_with("suggestion.") {
            kinds |= StepKind::Suggestions.bit();
        }
        Self {
            kinds,
            documents,
            turns: step.undoes.is_some(),
            folded: None,
        }
    }
}

fn document_of(record: &Record) -> Option<&Id> {
    match record {
        Record::Annotation(mark) => Some(&mark.document),
        Record::Document(document) => Some(&document.id),
        Record::Note(note) => note.document.as_ref(),
        Record::Decision(decision) => decision.document.as_ref(),
        _ => None,
    }
}

fn kind_of(edit: &Edit, record: &Record, with_marks: bool) -> u8 {
    match record.kind() {
        Kind::Annotation => {
            let note = |record: &Option<Record>| match record {
                Some(Record::Annotation(mark)) => mark.note.clone(),
                _ => String::new(),
            };
            let noted = note(&edit.before) != note(&edit.after);
            StepKind::Marks.bit() | if noted { StepKind::Notes.bit() } else { 0 }
        }
        Kind::Entity => StepKind::Entities.bit(),
        Kind::Tag => StepKind::Tags.bit(),
        // A document that begins with its first mark is no step of its own.
        Kind::Document if with_marks => 0,
        Kind::Document => StepKind::Documents.bit(),
        Kind::Note => StepKind::Notes.bit(),
        Kind::Relation => StepKind::Relations.bit(),
        Kind::Decision => StepKind::Suggestions.bit(),
        Kind::About | Kind::Analyst => 0,
    }
}

impl Workbench {
    /// Brings the rows of the history up to date.
    pub fn prepare_history(&mut self) {
        let mut book = std::mem::take(&mut self.history_book);
        // Sentences about what is gone are asked of the book meanwhile: it
        // knows that before anything is told.
        book.follow(self);
        self.history_book.gone = std::mem::take(&mut book.gone);
        book.refresh(self);
        book.gone = std::mem::take(&mut self.history_book.gone);
        self.history_book = book;
    }

    /// The rows of the history, newest first, as prepared last.
    pub fn history_rows(&self) -> &[HistoryRow] {
        self.history_book.rows()
    }

    /// Which steps are shown.
    pub fn history_filter(&self) -> &HistoryFilter {
        &self.history_book.filter
    }

    /// Shows other steps.
    pub fn set_history_filter(&mut self, filter: HistoryFilter) {
        self.history_book.filter = filter;
    }

    /// Steps that a search has not looked at yet; asked again, it goes on.
    pub fn history_unsearched(&self) -> usize {
        self.history_book.unsearched()
    }
}
