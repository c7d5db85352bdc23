//! Claims of all documents, found in the background.
//!
//! Invariant: the table asks for nothing while it is not shown, and a document
//! is read again only when its marks or suggestions have changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::Context;

use crate::analysis::claims::{Claim, Evidence, claims, counted_key};
use crate::command::Workbench;
use crate::language::attribution::{Named, attributions};
use crate::language::numbers::Bound;
use crate::language::{DateOptions, Level, dates_and_numbers, key};
use crate::model::{Id, Span};
use crate::ui::background::Background;
use crate::ui::voices::names_in;

/// Documents handed out ahead.
const AHEAD: usize = 2;

/// One claim.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) document: Id,
    pub(super) number: Span,
    pub(super) value: Option<f64>,
    pub(super) bound: Bound,
    /// What is counted, with what describes it.
    pub(super) counted: Option<Span>,
    pub(super) counted_key: String,
    pub(super) speaker: Option<Span>,
    pub(super) speaker_key: String,
    pub(super) sentence: Span,
    /// The sentence and the speaker, folded, to be searched in.
    pub(super) folded: String,
}

/// Changes when a document is to be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Print {
    text: usize,
    marks: usize,
    suggestions: usize,
}

/// What one document holds.
struct Reading {
    document: Id,
    generation: u64,
    rows: Vec<Arc<Row>>,
}

/// The claims of all documents.
pub(super) struct Found {
    background: Background<Reading>,
    generation: u64,
    asked: BTreeMap<Id, Print>,
    waiting: BTreeSet<Id>,
    of: BTreeMap<Id, Vec<Arc<Row>>>,
    rows: Vec<Arc<Row>>,
    revision: u64,
}

impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Found")
            .field("rows", &self.rows.len())
            .finish_non_exhaustive()
    }
}

impl Default for Found {
    fn default() -> Self {
        Self {
            background: Background::new("claims"),
            generation: 0,
            asked: BTreeMap::new(),
            waiting: BTreeSet::new(),
            of: BTreeMap::new(),
            rows: Vec::new(),
            revision: 0,
        }
    }
}

impl Found {
    /// All claims, in the order of the documents and of their texts.
    pub(super) fn rows(&self) -> &[Arc<Row>] {
        &self.rows
    }

    /// Changes with the claims.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether documents are being read.
    pub(super) fn is_reading(&self) -> bool {
        self.background.waiting() > 0
    }

    /// Takes what has been found; while the table is `seen`, hands out what is
    /// to be read next, the documents in the readers first.
    pub(super) fn read_on(&mut self, ctx: &Context, wb: &Workbench, seen: bool) {
        if self.generation != wb.generation() {
            self.generation = wb.generation();
            self.asked.clear();
            self.of.clear();
            self.rows.clear();
            self.revision += 1;
        }
        let finished = self.background.finished();
        let mut changed = false;
        for reading in finished {
            self.waiting.remove(&reading.document);
            if reading.generation == self.generation {
                self.of.insert(reading.document, reading.rows);
                changed = true;
            }
        }
        if changed {
            self.gather(wb);
        }
        if seen {
            self.hand_out(ctx, wb);
        }
    }

    fn gather(&mut self, wb: &Workbench) {
        self.rows = wb
            .project()
            .documents()
            .filter_map(|document| self.of.get(&document.id))
            .flatten()
            .cloned()
            .collect();
        self.revision += 1;
    }

    fn hand_out(&mut self, ctx: &Context, wb: &Workbench) {
        let shown = wb
            .readers()
            .iter()
            .filter_map(|reader| wb.project().document(&reader.document));
        for document in shown.chain(wb.project().documents()) {
            if self.background.waiting() >= AHEAD {
                return;
            }
            let print = Print {
                text: document.text.as_ptr() as usize,
                marks: wb.project().annotation_count(&document.id),
                suggestions: wb.suggestion_count(&document.id),
            };
            if self.asked.get(&document.id) == Some(&print) || self.waiting.contains(&document.id) {
                continue;
            }
            self.asked.insert(document.id.clone(), print);
            self.waiting.insert(document.id.clone());
            let generation = self.generation;
            let (id, text) = (document.id.clone(), Arc::clone(&document.text));
            let (names, places) = names_in(wb, document);
            self.background.ask(ctx, move || Reading {
                rows: read(&id, &text, &names, &places),
                document: id,
                generation,
            });
        }
    }
}

fn read(id: &Id, text: &str, names: &[Named], places: &[Span]) -> Vec<Arc<Row>> {
    let (dates, numbers) = dates_and_numbers(text, DateOptions::default());
    let said = attributions(text, names);
    let dates: Vec<Span> = dates.iter().map(|date| date.span).collect();
    let evidence = Evidence {
        numbers: &numbers,
        attributions: &said,
        places,
        dates: &dates,
    };
    claims(text, &evidence)
        .iter()
        .map(|claim| Arc::new(row_of(id, text, claim)))
        .collect()
}

fn row_of(id: &Id, text: &str, claim: &Claim) -> Row {
    let words = |span: Option<Span>| span.and_then(|span| span.of(text)).unwrap_or_default();
    let speaker_key = key(words(claim.speaker), Level::Letters);
    let sentence = key(words(Some(claim.sentence)), Level::Letters);
    Row {
        document: id.clone(),
        number: claim.number,
        value: claim.size(),
        bound: claim.bound,
        counted: claim.phrase.or(claim.counted),
        counted_key: counted_key(words(claim.counted)),
        speaker: claim.speaker,
        folded: format!("{sentence} {speaker_key}"),
        speaker_key,
        sentence: claim.sentence,
    }
}
