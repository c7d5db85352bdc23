//! What a step did, as a sentence of the interface.
//!
//! Lives here: reading a transaction's edits for what they mean together. The
//! sentence goes by the edits, so that a step of any command, also of a newer
//! version, has one; what is only a consequence of the rest (a document that
//! is in progress now, what is learned from a mark) is left out of it.
//!
//! Invariant: a transaction without anything understood still has a sentence.

mod marks;
mod records;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::command::Workbench;
use crate::i18n::Arg;
use crate::model::{Annotation, Document, DocumentState, Edit, Id, Kind, Record, Transaction};

/// The most of a quotation in a sentence, code points.
const LONGEST_QUOTE: usize = 48;
/// The most words that are named one by one.
const MOST_NAMED: usize = 3;

/// Records that are gone from the project and still spoken of by steps.
#[derive(Debug, Default)]
pub(in crate::command) struct Gone {
    records: BTreeMap<(Kind, Id), Record>,
}

impl Gone {
    /// Keeps what a step took out.
    pub(super) fn note(&mut self, step: &Transaction) {
        for edit in &step.edits {
            if let (Some(record), None) = (&edit.before, &edit.after)
                && matches!(
                    record.kind(),
                    Kind::Document | Kind::Tag | Kind::Entity | Kind::Annotation | Kind::Analyst
                )
            {
                self.records
                    .insert((record.kind(), record.id().clone()), record.clone());
            }
        }
    }

    pub(super) fn clear(&mut self) {
        self.records.clear();
    }
}

/// One record before and after.
type Change<'a, T> = (Option<&'a T>, Option<&'a T>);

/// The edits of a step by what they are about.
#[derive(Default)]
struct Sorted<'a> {
    marks: Vec<Change<'a, Annotation>>,
    documents: Vec<Change<'a, Document>>,
    others: BTreeMap<Kind, Vec<&'a Edit>>,
}

impl<'a> Sorted<'a> {
    fn of(step: &'a Transaction) -> Self {
        let mut sorted = Self::default();
        for edit in &step.edits {
            match (&edit.before, &edit.after) {
                (Some(Record::Annotation(before)), Some(Record::Annotation(after))) => {
                    sorted.marks.push((Some(before), Some(after)));
                }
                (Some(Record::Annotation(before)), None) => {
                    sorted.marks.push((Some(before), None));
                }
                (None, Some(Record::Annotation(after))) => sorted.marks.push((None, Some(after))),
                (Some(Record::Document(before)), Some(Record::Document(after))) => {
                    sorted.documents.push((Some(before), Some(after)));
                }
                (Some(Record::Document(before)), None) => {
                    sorted.documents.push((Some(before), None));
                }
                (None, Some(Record::Document(after))) => {
                    sorted.documents.push((None, Some(after)));
                }
                (before, after) => {
                    if let Some(record) = after.as_ref().or(before.as_ref()) {
                        sorted.others.entry(record.kind()).or_default().push(edit);
                    }
                }
            }
        }
        sorted.drop_consequences();
        sorted
    }

    /// Forgets what only follows from the rest.
    fn drop_consequences(&mut self) {
        if !self.marks.is_empty() {
            self.documents.retain(|change| !only_begun(*change));
            self.others.remove(&Kind::Decision);
            let makes = self.marks.iter().any(|(before, _)| before.is_none());
            let grows = |edits: &Vec<&Edit>| {
                edits
                    .iter()
                    .all(|edit| edit.before.is_some() && edit.after.is_some())
            };
            // A new mention brings its entity, or another spelling of it.
            if makes || self.others.get(&Kind::Entity).is_some_and(grows) {
                self.others.remove(&Kind::Entity);
            }
            if self.marks.iter().all(|(_, after)| after.is_none()) {
                // What hangs on a mark goes with it.
                self.others.remove(&Kind::Note);
                self.others.remove(&Kind::Relation);
            }
        }
    }
}

/// Whether a document did nothing but begin, or the other way round.
fn only_begun(change: Change<'_, Document>) -> bool {
    use DocumentState::{InProgress, New};
    let (Some(before), Some(after)) = change else {
        return false;
    };
    matches!(
        (before.state, after.state),
        (New, InProgress) | (InProgress, New)
    ) && before.title == after.title
        && before.direction == after.direction
        && before.paragraph_directions == after.paragraph_directions
}

/// What a sentence is made with.
struct Teller<'a> {
    wb: &'a Workbench,
}

impl Workbench {
    /// What a step did, as a sentence: "Marked “قسد” as Group in 14 places".
    pub fn step_sentence(&self, step: &Transaction) -> Arc<str> {
        self.history_book.sentence(self, step)
    }

    /// The same, made anew.
    pub(super) fn tell_step(&self, step: &Transaction) -> String {
        let teller = Teller { wb: self };
        if let Some(undone) = &step.undoes {
            return teller.taken_back(step, undone);
        }
        teller.step(step)
    }
}

impl Teller<'_> {
    fn taken_back(&self, step: &Transaction, undone: &Id) -> String {
        let history = self.wb.history();
        let mut again = false;
        let mut first = undone.clone();
        let mut left = history.transactions().len();
        while let Some(earlier) = history.place_of(&first).and_then(|at| history.step(at)) {
            left = left.saturating_sub(1);
            match &earlier.undoes {
                Some(before) if left > 0 => {
                    again = !again;
                    first = before.clone();
                }
                _ => {
                    let what = self.step(earlier);
                    let id = if again { "step-redid" } else { "step-undid" };
                    return self.format(id, &[("step", Arg::from(what))]);
                }
            }
        }
        self.step(step)
    }

    fn step(&self, step: &Transaction) -> String {
        if step.command == "history.restore" {
            return self.format("step-restored", &[("count", Arg::from(step.edits.len()))]);
        }
        let sorted = Sorted::of(step);
        self.documents_and_entities(&sorted)
            .or_else(|| self.marks(&sorted))
            .or_else(|| self.rest(&sorted))
            .unwrap_or_else(|| self.by_command(step))
    }

    /// What the command is called; of one that nobody knows here, how much it
    /// changed.
    fn by_command(&self, step: &Transaction) -> String {
        let messages = self.wb.messages();
        let dashed = step.command.replace('.', "-");
        let known = [format!("action-{dashed}"), format!("command-{dashed}")]
            .iter()
            .any(|id| messages.has(id));
        if known {
            let action = self.wb.action_name(step);
            return self.format("step-action", &[("action", Arg::from(action))]);
        }
        self.format("step-unknown", &[("count", Arg::from(step.edits.len()))])
    }

    fn format(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.wb.messages().format(id, args)
    }

    /// A record, as it is or as it was when it went.
    fn record(&self, kind: Kind, id: &Id) -> Option<Record> {
        self.wb.project().record(kind, id).or_else(|| {
            let gone = &self.wb.history_book.gone;
            gone.records.get(&(kind, id.clone())).cloned()
        })
    }

    fn tag(&self, id: &Id) -> String {
        let language = self.wb.messages().language().code();
        match self.record(Kind::Tag, id) {
            Some(Record::Tag(tag)) => tag.name(language).to_owned(),
            _ => id.to_string(),
        }
    }

    fn entity(&self, id: &Id) -> String {
        match self.record(Kind::Entity, id) {
            Some(Record::Entity(entity)) => entity.name.clone(),
            _ => id.to_string(),
        }
    }

    fn title(&self, id: &Id) -> String {
        match self.record(Kind::Document, id) {
            Some(Record::Document(document)) => shortened(&document.title),
            _ => id.to_string(),
        }
    }

    /// The words of a mark; of one on a whole document, its title.
    fn words(&self, mark: &Annotation) -> String {
        let Some(Record::Document(document)) = self.record(Kind::Document, &mark.document) else {
            return "…".to_owned();
        };
        if mark.spans.is_empty() {
            return shortened(&document.title);
        }
        let mut quote = String::new();
        for span in &mark.spans {
            if !quote.is_empty() {
                quote.push_str(" … ");
            }
            let words = span.of(&document.text).unwrap_or_default();
            quote.extend(words.chars().take(LONGEST_QUOTE + 1));
        }
        if quote.is_empty() {
            return "·".to_owned();
        }
        shortened(&quote)
    }
}

/// As much of some words as a sentence has room for, on one line.
fn shortened(words: &str) -> String {
    let mut short: String = words
        .chars()
        .take(LONGEST_QUOTE)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if words.chars().nth(LONGEST_QUOTE).is_some() {
        short.push('…');
    }
    short
}
