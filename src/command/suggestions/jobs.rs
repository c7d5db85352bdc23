//! The work of finding suggestions, as values: a job can be run on any
//! thread, and its result is handed back.
//!
//! **Invariant:** a job holds everything it needs and refers to nothing that
//! can change; a result that came too late is dropped.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::command::Workbench;
use crate::entities::{Context, Learned, OwnList, SharedNames, Suggestion, suggest};
use crate::language::document_date;
use crate::model::{Id, Span};
use jiff::civil::Date;

use super::pages::{Outside, Words};

/// One document, or a section of a long one, to be looked through.
#[derive(Debug)]
pub struct SuggestionJob {
    document: Id,
    text: Arc<str>,
    /// The day somebody gave the document.
    written_on: Option<Date>,
    section: usize,
    span: Span,
    outside: Arc<Outside>,
    learned: Learned,
    names: Arc<SharedNames>,
    generation: u64,
    ticket: u64,
}

/// What was found in a document or a section of it.
#[derive(Debug)]
pub struct SuggestionResult {
    pub(super) document: Id,
    pub(super) text: Arc<str>,
    pub(super) section: usize,
    pub(super) found: Vec<Suggestion>,
    pub(super) words: Arc<Words>,
    pub(super) generation: u64,
    pub(super) ticket: u64,
}

impl SuggestionJob {
    /// The document.
    pub fn document(&self) -> &Id {
        &self.document
    }

    /// Looks through the words; takes about a millisecond for four kilobytes.
    pub fn run(self) -> SuggestionResult {
        let words = self.span.of(&self.text).unwrap_or_default();
        let context = Context {
            learned: &self.learned,
            document: Some(&self.document),
            date: self.written_on.or_else(|| document_date(&self.text)),
        };
        let mut found = suggest(words, &context);
        self.learned.settle(words, &mut found);
        for suggestion in &mut found {
            let Span { start, end } = suggestion.span;
            suggestion.span = Span::new(start + self.span.start, end + self.span.start);
        }
        let furniture = self.outside.of(&self.text);
        if !furniture.is_empty() {
            found.retain(|suggestion| {
                let at = furniture.partition_point(|line| line.end <= suggestion.span.start);
                furniture
                    .get(at)
                    .is_none_or(|line| !line.overlaps(suggestion.span))
            });
        }
        self.names.share(&mut found);
        SuggestionResult {
            words: Arc::new(Words::of(words)),
            document: self.document,
            text: self.text,
            section: self.section,
            found,
            generation: self.generation,
            ticket: self.ticket,
        }
    }
}

impl Workbench {
    /// What is to be looked through next, documents in readers first and in
    /// them what is around the caret; none when there is nothing to do. The
    /// same words are not handed out twice at a time.
    pub fn next_suggestion_job(&mut self) -> Option<SuggestionJob> {
        let wanted = |id: &Id| {
            let document = self.project().document(id);
            document.is_some_and(|document| self.board.wants(document))
        };
        let shown = self.readers().iter().map(|reader| &reader.document);
        if let Some(next) = shown.filter(|id| wanted(id)).min().cloned() {
            return self.suggestion_job(&next, false);
        }
        if self.board.stopped {
            return None;
        }
        let (revision, count) = (self.revision(), self.project().counts().documents);
        let first = self.board.first_unsearched(revision);
        let next = (first..count)
            .zip(self.project().documents_within(first..count))
            .find(|(_, document)| self.board.wants(document))
            .map(|(index, document)| (index, document.id.clone()));
        let reached = next.as_ref().map_or(count, |(index, _)| *index);
        self.board.searched_to(revision, reached);
        self.suggestion_job(&next?.1, false)
    }

    fn suggestion_job(&mut self, document: &Id, anyway: bool) -> Option<SuggestionJob> {
        let generation = self.generation();
        let caret = self
            .readers()
            .iter()
            .find(|reader| reader.document == *document)
            .map_or(0, |reader| reader.selection.head.byte);
        let (project, board) = self.project_and_board();
        let document = project.document(document)?;
        let (section, span, ticket, outside) = board.hand_out(document, caret, anyway)?;
        Some(SuggestionJob {
            document: document.id.clone(),
            text: Arc::clone(&document.text),
            written_on: document.written_on,
            section,
            span,
            outside,
            learned: board.learned.clone(),
            names: Arc::clone(&board.names),
            generation,
            ticket,
        })
    }

    /// Takes the result of a job. One of another project or text, or older
    /// than what is there, is dropped; a document that something was decided
    /// about since comes up again.
    pub fn take_suggestions(&mut self, result: SuggestionResult) {
        let current = self
            .project()
            .document(&result.document)
            .is_some_and(|document| Arc::ptr_eq(&document.text, &result.text));
        if result.generation != self.generation() || !current {
            return;
        }
        let (id, section) = (result.document.clone(), result.section);
        if self.board.take(result) {
            self.refresh_section(&id, section);
        }
    }

    /// Looks through all documents that need it, here and now: for tests, for
    /// pictures, and for work without a window.
    pub fn run_suggestions_now(&mut self) {
        let documents: Vec<Id> = self
            .project()
            .documents()
            .map(|document| document.id.clone())
            .collect();
        for document in documents {
            self.suggest_now(&document);
        }
    }

    /// Looks through the documents in the readers, here and now.
    pub fn run_visible_suggestions(&mut self) {
        let documents: BTreeSet<Id> = self
            .readers()
            .iter()
            .map(|reader| reader.document.clone())
            .collect();
        for document in &documents {
            self.suggest_now(document);
        }
    }

    pub(super) fn suggest_now(&mut self, document: &Id) {
        while let Some(job) = self.suggestion_job(document, true) {
            self.take_suggestions(job.run());
        }
    }

    /// How many documents have been looked through, and how many there are.
    pub fn suggestion_progress(&self) -> (usize, usize) {
        let total = self.project().counts().documents;
        let done = self.board.pages.values().filter(|page| page.is_done());
        (done.count().min(total), total)
    }

    /// Whether documents are still to be looked through and that was not
    /// stopped.
    pub fn suggestions_running(&self) -> bool {
        let (done, total) = self.suggestion_progress();
        !self.board.stopped && done < total
    }

    /// Looks through all documents again, in the background.
    pub(super) fn run_suggestions(&mut self) {
        self.board.stopped = false;
        self.board.want_all();
    }

    /// Reads with this list of the user's own from now on: short documents in
    /// the readers at once, the others in the background.
    pub(in crate::command) fn use_own_list(&mut self, own: OwnList) {
        let learned = self.board.learned.clone();
        self.board.learned = learned.with_own_list(Arc::new(own));
        self.board.want_all();
        for document in self.short_documents_shown() {
            self.suggest_now(&document);
        }
    }

    pub(super) fn stop_suggestions(&mut self) {
        self.board.stopped = true;
        self.board.touch();
    }
}
