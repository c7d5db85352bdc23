//! Changes to the project: committed, undone, done again, and named.

use std::sync::Arc;

use crate::i18n::Arg;
use crate::model::{Edit, Id, Record, Tag, Transaction};

use super::{Workbench, analyst_of};
use crate::command::{CommandError, NoticeKind, Selection, rules};

impl Workbench {
    /// Carries out `edits` as one step of the history: checked wholly first,
    /// against the guideline too, written to the journal, undone as one. New
    /// marks get the answers their tags start with, and begin their documents.
    pub fn commit(&mut self, command: &str, mut edits: Vec<Edit>) -> Result<(), CommandError> {
        rules::fill_in_defaults(&self.project, &mut edits);
        rules::check(&self.project, &edits)?;
        edits.extend(self.begun_by(&edits));
        self.commit_as_is(command, edits)
    }

    /// The same without the guideline: for what was read from a file, and for
    /// earlier states that are put back.
    pub(in crate::command) fn commit_as_is(
        &mut self,
        command: &str,
        edits: Vec<Edit>,
    ) -> Result<(), CommandError> {
        if edits.is_empty() {
            return Ok(());
        }
        let comes = |edit: &Edit| matches!(&edit.after, Some(Record::Analyst(analyst)) if analyst.id == self.analyst);
        // Whoever is new to the project signs in before what they do first: a
        // step of its own, so that what they did can be undone alone.
        if let Some(edit) = self.newcomer().filter(|_| !edits.iter().any(comes)) {
            self.take_back(Transaction::new(
                self.new_id(),
                self.now(),
                self.analyst.clone(),
                "annotation.analyst",
                vec![edit],
            ))?;
        }
        self.take_back(Transaction::new(
            self.new_id(),
            self.now(),
            self.analyst.clone(),
            command,
            edits,
        ))
    }

    /// Carries out a transaction that was put together already.
    pub(in crate::command) fn take_back(
        &mut self,
        transaction: Transaction,
    ) -> Result<(), CommandError> {
        if !self.can_edit() {
            return Err(self.why_read_only());
        }
        self.apply(transaction)?;
        Ok(())
    }

    fn apply(&mut self, transaction: Transaction) -> Result<Arc<Transaction>, CommandError> {
        let transaction = Arc::new(transaction);
        self.begin_journal();
        self.project.apply(&transaction)?;
        self.journal(&transaction);
        self.history.record(Arc::clone(&transaction));
        self.pristine_sample = false;
        self.close_tag_all();
        self.forget_missing();
        self.learn(&transaction.edits);
        self.follow_mentions(&transaction.edits);
        Ok(transaction)
    }

    pub(in crate::command) fn can_undo(&self) -> bool {
        self.can_edit() && self.history.undo_len() > 0
    }

    pub(in crate::command) fn can_redo(&self) -> bool {
        self.can_edit() && self.history.redo_len() > 0
    }

    pub(in crate::command) fn undo(&mut self) -> Result<(), CommandError> {
        let (id, at, by) = (self.new_id(), self.now(), self.present());
        let Some(transaction) = self.history.undo(id, at, by) else {
            return Ok(());
        };
        let transaction = self.apply(transaction)?;
        self.show_step("toast-undid", &transaction);
        Ok(())
    }

    pub(in crate::command) fn redo(&mut self) -> Result<(), CommandError> {
        let (id, at, by) = (self.new_id(), self.now(), self.present());
        let Some(transaction) = self.history.redo(id, at, by) else {
            return Ok(());
        };
        let transaction = self.apply(transaction)?;
        self.show_step("toast-redid", &transaction);
        Ok(())
    }

    /// What a step did, in the words of the interface: "tagging with Person".
    pub fn action_name(&self, step: &Transaction) -> String {
        let language = self.messages.language().code();
        let marks = step.edits.iter().filter_map(|edit| {
            match edit.after.as_ref().or(edit.before.as_ref()) {
                Some(Record::Annotation(mark)) => Some(mark),
                _ => None,
            }
        });
        let places = marks.clone().count();
        // The same words whichever way round it is carried out.
        let first = marks.min_by_key(|mark| (&mark.document, &mark.spans));
        let tag = changed_tag(step)
            .or_else(|| self.project.tag(&first?.tag))
            .map_or("", |tag| tag.name(language));
        let words = first
            .and_then(|mark| Some(mark.quote(&self.project.document(&mark.document)?.text)))
            .unwrap_or_default();
        self.messages.action(
            &step.command,
            &[
                ("tag", Arg::from(tag)),
                ("words", Arg::from(words)),
                ("count", Arg::from(places)),
            ],
        )
    }

    /// Says what was undone or redone and brings it into sight.
    fn show_step(&mut self, message: &str, transaction: &Transaction) {
        let action = self.action_name(transaction);
        let text = self
            .messages
            .format(message, &[("action", Arg::from(action))]);
        self.notify(NoticeKind::Done, text);
        let comes = |edit: &Edit| {
            matches!(
                (&edit.before, &edit.after),
                (None, Some(Record::Document(_)))
            )
        };
        if self.readers.is_empty() && transaction.edits.iter().any(comes) {
            // The last document, closed and taken back.
            self.open_readers(1);
            self.active = self.readers.first().map(|reader| reader.id);
        }
        let reviewed = transaction.command.starts_with("suggestion.");
        let marks = transaction.edits.iter().filter_map(|edit| {
            let (mark, rank) = match (edit.after.as_ref(), edit.before.as_ref()) {
                (Some(Record::Annotation(mark)), Some(_)) => (mark, 0),
                (Some(Record::Annotation(mark)), None) => (mark, 1),
                (None, Some(Record::Annotation(mark))) => (mark, 2),
                _ => return None,
            };
            Some((mark.hull()?, mark, rank))
        });
        // Of many, one that has changed, else one that has come, and of these
        // the nearest: a page that shows some of them stays where it is.
        let here = self.active_reader();
        let nearest = marks.min_by_key(|(span, mark, rank)| {
            let away = here
                .filter(|reader| reader.document == mark.document)
                .map_or(usize::MAX, |reader| {
                    let caret = reader.selection.head.byte;
                    span.start.saturating_sub(caret) + caret.saturating_sub(span.end)
                });
            (*rank, away, span.start)
        });
        if let Some((span, mark, exists)) =
            nearest.map(|(span, mark, rank)| (span, mark.clone(), rank < 2))
            // It may have gone with its marks.
            && self.project.document(&mark.document).is_some()
        {
            let reader = self.show_document(&mark.document);
            self.select(
                reader,
                if exists {
                    Selection::caret(span.end)
                } else {
                    Selection::over(span)
                },
            );
            self.reveal(reader, span);
            self.chosen_mark = exists.then(|| mark.id.clone());
        }
        if reviewed {
            self.look_at_undone(&transaction.edits);
        }
    }

    /// Drops what points at records that are no longer there.
    fn forget_missing(&mut self) {
        let project = &self.project;
        let gone = |id: &Id| project.annotation(id).is_none();
        if self.chosen_mark.as_ref().is_some_and(gone) {
            self.chosen_mark = None;
        }
        if self.recent_mark.as_ref().is_some_and(gone) {
            self.recent_mark = None;
        }
        // A new name can be undone and redone like everything else.
        self.analyst = analyst_of(project, &self.settings);
        for reader in &mut self.readers {
            let gone = |layer: &Id| project.analyst(layer).is_none();
            if reader.layer.as_ref().is_some_and(gone) {
                reader.layer = None;
            }
        }
        let shown = self.readers.len();
        self.readers
            .retain(|reader| project.document(&reader.document).is_some());
        if self.readers.is_empty() {
            // What is left is shown rather than an empty window.
            self.open_readers(shown.min(2));
        }
        if !self
            .readers
            .iter()
            .any(|reader| Some(reader.id) == self.active)
        {
            self.active = self.readers.first().map(|reader| reader.id);
        }
    }
}

/// The tag a step of the codebook is about: the one that came or went, else
/// the first that changed.
fn changed_tag(step: &Transaction) -> Option<&Tag> {
    if !step.command.starts_with("codebook.") {
        return None;
    }
    let tags = || {
        step.edits
            .iter()
            .filter_map(|edit| match (&edit.before, &edit.after) {
                (Some(Record::Tag(_)), Some(Record::Tag(tag))) => Some((tag, false)),
                (None, Some(Record::Tag(tag))) | (Some(Record::Tag(tag)), None) => {
                    Some((tag, true))
                }
                _ => None,
            })
    };
    let came_or_went = tags().find(|(_, alone)| *alone);
    came_or_went
        .or_else(|| tags().next())
        .map(|(tag, _)| tag.as_ref())
}
