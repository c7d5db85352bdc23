//! The work of finding suggestions, as values: a job can be run on any
//! thread, and its result is handed back.
//!
//! **Invariant:** a job holds everything it needs and refers to nothing that
//! can change; a result that came too late is dropped.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::command::Workbench;
use crate::entities::{Context, Learned, OwnList, Suggestion, suggest};
use crate::language::{LineKind, document_date, line_kinds};
use crate::model::{Id, Span};

use super::board::Words;

/// One document to be looked through.
#[derive(Debug)]
pub struct SuggestionJob {
    pub(super) document: Id,
    pub(super) text: Arc<str>,
    pub(super) learned: Learned,
    pub(super) generation: u64,
    pub(super) ticket: u64,
}

/// What was found in a document.
#[derive(Debug)]
pub struct SuggestionResult {
    pub(super) document: Id,
    pub(super) text: Arc<str>,
    pub(super) found: Arc<[Suggestion]>,
    pub(super) words: Arc<Words>,
    pub(super) generation: u64,
    pub(super) ticket: u64,
}

impl SuggestionJob {
    /// The document.
    pub fn document(&self) -> &Id {
        &self.document
    }

    /// Looks through the document; takes about a millisecond for a kilobyte.
    pub fn run(self) -> SuggestionResult {
        let context = Context {
            learned: &self.learned,
            document: Some(&self.document),
            date: document_date(&self.text),
        };
        let mut found = suggest(&self.text, &context);
        self.learned.settle(&self.text, &mut found);
        let furniture: Vec<Span> = line_kinds(&self.text)
            .into_iter()
            .filter(|(_, kind)| *kind == LineKind::Boilerplate)
            .map(|(line, _)| line)
            .collect();
        if !furniture.is_empty() {
            found.retain(|suggestion| {
                let at = furniture.partition_point(|line| line.end <= suggestion.span.start);
                furniture
                    .get(at)
                    .is_none_or(|line| !line.overlaps(suggestion.span))
            });
        }
        SuggestionResult {
            words: Arc::new(Words::of(&self.text)),
            document: self.document,
            text: self.text,
            found: found.into(),
            generation: self.generation,
            ticket: self.ticket,
        }
    }
}

impl Workbench {
    /// The next document to be looked through, those in readers first; none
    /// when there is nothing to do. The same document is not handed out twice
    /// at a time.
    pub fn next_suggestion_job(&mut self) -> Option<SuggestionJob> {
        let shown: BTreeSet<Id> = self
            .readers()
            .iter()
            .map(|reader| reader.document.clone())
            .collect();
        let wanted = |id: &&Id| self.board.wants(id);
        let next = shown.iter().find(wanted).cloned().or_else(|| {
            (!self.board.stopped)
                .then(|| {
                    let documents = self.project().documents();
                    documents.map(|document| &document.id).find(wanted).cloned()
                })
                .flatten()
        })?;
        self.suggestion_job(&next)
    }

    fn suggestion_job(&mut self, document: &Id) -> Option<SuggestionJob> {
        let text = Arc::clone(&self.project().document(document)?.text);
        let generation = self.generation();
        Some(SuggestionJob {
            document: document.clone(),
            text,
            learned: self.board.learned.clone(),
            generation,
            ticket: self.board.hand_out(document),
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
        let id = result.document.clone();
        if self.board.take(result) {
            self.refresh_suggestions(&id);
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
        if self.board.is_done(document) {
            return;
        }
        if let Some(job) = self.suggestion_job(document) {
            self.take_suggestions(job.run());
        }
    }

    /// How many documents have been looked through, and how many there are.
    pub fn suggestion_progress(&self) -> (usize, usize) {
        let documents = self.project().documents();
        let done = documents.filter(|document| self.board.is_done(&document.id));
        (done.count(), self.project().counts().documents)
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

    /// Reads with this list of the user's own from now on: the documents in
    /// the readers at once, the others in the background.
    pub(in crate::command) fn use_own_list(&mut self, own: OwnList) {
        let learned = self.board.learned.clone();
        self.board.learned = learned.with_own_list(Arc::new(own));
        self.board.want_all();
        self.run_visible_suggestions();
    }

    pub(super) fn stop_suggestions(&mut self) {
        self.board.stopped = true;
        self.board.touch();
    }
}
