//! The list: places by spelling and document, each with its tick.
//!
//! **Invariant:** rows of one spelling stand together, in them those of one
//! document, in the order of the text; the numbers of ticks agree with the
//! rows.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use crate::model::{Id, Span};

use super::TagTask;
use super::jobs::Place;
use super::standing::Standing;

/// The list is sorted anew when it has grown by one part in so many.
const WORTH_SORTING: usize = 8;

/// A place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagRow {
    /// The document.
    pub document: Id,
    /// Bytes of its text, end exclusive.
    pub span: Span,
    /// What stands there.
    pub standing: Standing,
    /// Whether it is to be done.
    pub ticked: bool,
    /// Whether it can be ticked.
    pub can_be_ticked: bool,
    /// The place of the document in the project.
    pub(super) order: usize,
    /// Its spelling, without vowel signs.
    pub(super) surface: Arc<str>,
    /// How it was found.
    pub(super) place: Place,
}

/// How much of some lines is ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Nothing.
    None,
    /// Something and not all.
    Some,
    /// All that can be.
    All,
}

/// All places with one spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagGroup {
    /// The spelling, without vowel signs.
    pub surface: Arc<str>,
    /// Its rows.
    pub rows: Range<usize>,
    /// In how many documents.
    pub documents: usize,
    /// How many rows are ticked.
    pub ticked: usize,
    /// How many can be.
    pub tickable: usize,
    /// Whether its rows are shown.
    pub is_open: bool,
}

/// The places of one document with one spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagDocument {
    /// The document.
    pub document: Id,
    /// Its rows.
    pub rows: Range<usize>,
    /// How many rows are ticked.
    pub ticked: usize,
    /// How many can be.
    pub tickable: usize,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagLine {
    /// A spelling, by its number.
    Group(usize),
    /// A document of a spelling, by its number.
    Document(usize),
    /// A place, by its number.
    Row(usize),
}

impl TagGroup {
    /// How much of it is ticked.
    pub fn tick(&self) -> Tick {
        tick(self.ticked, self.tickable)
    }
}

impl TagDocument {
    /// How much of it is ticked.
    pub fn tick(&self) -> Tick {
        tick(self.ticked, self.tickable)
    }
}

fn tick(ticked: usize, of: usize) -> Tick {
    match ticked {
        0 => Tick::None,
        all if all == of => Tick::All,
        _ => Tick::Some,
    }
}

/// The rows and their headings.
#[derive(Debug, Default)]
pub(super) struct List {
    rows: Vec<TagRow>,
    /// Found and not yet sorted in.
    fresh: Vec<TagRow>,
    groups: Vec<TagGroup>,
    documents: Vec<TagDocument>,
    lines: Vec<TagLine>,
    /// The spellings whose rows are hidden.
    closed: BTreeSet<Arc<str>>,
    ticked: usize,
}

impl List {
    pub(super) fn lines(&self) -> &[TagLine] {
        &self.lines
    }

    pub(super) fn groups(&self) -> &[TagGroup] {
        &self.groups
    }

    pub(super) fn documents(&self) -> &[TagDocument] {
        &self.documents
    }

    pub(super) fn rows(&self) -> &[TagRow] {
        &self.rows
    }

    pub(super) fn row(&self, index: usize) -> Option<&TagRow> {
        self.rows.get(index)
    }

    pub(super) fn row_count(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn ticked(&self) -> usize {
        self.ticked
    }

    /// Empties it; which spellings are hidden stays.
    pub(super) fn clear(&mut self) {
        *self = Self {
            closed: std::mem::take(&mut self.closed),
            ..Self::default()
        };
    }

    /// Takes rows that were found; they are in the list once there are enough
    /// of them to be worth sorting it, or when it is `complete`.
    pub(super) fn take(&mut self, rows: Vec<TagRow>, complete: bool) {
        self.fresh.extend(rows);
        if complete || self.fresh.len() * WORTH_SORTING >= self.rows.len() {
            let fresh = std::mem::take(&mut self.fresh);
            self.add(fresh);
        }
    }

    /// How many rows there are, those not yet sorted in included.
    pub(super) fn found(&self) -> usize {
        self.rows.len() + self.fresh.len()
    }

    /// Adds rows and sorts all of them: the most frequent spelling first.
    fn add(&mut self, rows: Vec<TagRow>) {
        self.rows.extend(rows);
        let mut counts: HashMap<Arc<str>, usize> = HashMap::new();
        for row in &self.rows {
            *counts.entry(Arc::clone(&row.surface)).or_default() += 1;
        }
        let mut surfaces: Vec<(usize, Arc<str>)> = counts
            .into_iter()
            .map(|(surface, count)| (count, surface))
            .collect();
        surfaces.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let ranks: HashMap<Arc<str>, usize> = surfaces
            .into_iter()
            .enumerate()
            .map(|(rank, (_, surface))| (surface, rank))
            .collect();
        let rank = |row: &TagRow| ranks.get(&row.surface).copied().unwrap_or_default();
        self.rows
            .sort_by_cached_key(|row| (rank(row), row.order, row.span));
        self.arrange();
    }

    /// Judges every row anew.
    pub(super) fn judge(&mut self, judge: impl FnMut(&mut TagRow)) {
        self.rows.iter_mut().for_each(judge);
        self.arrange();
    }

    /// Makes the headings, the lines and the numbers of ticks.
    fn arrange(&mut self) {
        self.groups.clear();
        self.documents.clear();
        for (index, row) in self.rows.iter().enumerate() {
            let same_group = self
                .groups
                .last()
                .is_some_and(|group| group.surface == row.surface);
            if !same_group {
                self.groups.push(TagGroup {
                    surface: Arc::clone(&row.surface),
                    rows: index..index,
                    documents: 0,
                    ticked: 0,
                    tickable: 0,
                    is_open: !self.closed.contains(&row.surface),
                });
            }
            let same_document = same_group
                && self
                    .documents
                    .last()
                    .is_some_and(|last| last.document == row.document);
            if !same_document {
                self.documents.push(TagDocument {
                    document: row.document.clone(),
                    rows: index..index,
                    ticked: 0,
                    tickable: 0,
                });
            }
            if let (Some(group), Some(document)) =
                (self.groups.last_mut(), self.documents.last_mut())
            {
                group.rows.end = index + 1;
                document.rows.end = index + 1;
                group.documents += usize::from(!same_document);
            }
        }
        self.count();
        self.lay_out();
    }

    /// The lines that are shown.
    fn lay_out(&mut self) {
        let first = self.rows.first().map(|row| &row.document);
        let several = self.rows.iter().any(|row| Some(&row.document) != first);
        let mut lines = Vec::with_capacity(self.rows.len() + self.groups.len());
        let mut documents = self.documents.iter().enumerate().peekable();
        for (number, group) in self.groups.iter().enumerate() {
            lines.push(TagLine::Group(number));
            while let Some((number, document)) =
                documents.next_if(|(_, document)| document.rows.start < group.rows.end)
            {
                if !group.is_open {
                    continue;
                }
                if several {
                    lines.push(TagLine::Document(number));
                }
                lines.extend(document.rows.clone().map(TagLine::Row));
            }
        }
        self.lines = lines;
    }

    fn count(&mut self) {
        let rows = &self.rows;
        let count = |range: &Range<usize>| {
            let rows = rows.get(range.clone()).unwrap_or_default();
            let ticked = rows.iter().filter(|row| row.ticked).count();
            (ticked, rows.iter().filter(|row| row.can_be_ticked).count())
        };
        for group in &mut self.groups {
            (group.ticked, group.tickable) = count(&group.rows);
        }
        for document in &mut self.documents {
            (document.ticked, document.tickable) = count(&document.rows);
        }
        self.ticked = self.groups.iter().map(|group| group.ticked).sum();
    }

    /// Ticks what a line stands for, and notes it as said by a person.
    pub(super) fn tick(&mut self, line: TagLine, on: bool, said: &mut BTreeMap<(Id, Span), bool>) {
        let range = match line {
            TagLine::Group(number) => self.groups.get(number).map(|group| group.rows.clone()),
            TagLine::Document(number) => self.documents.get(number).map(|one| one.rows.clone()),
            TagLine::Row(row) => Some(row..row + 1),
        };
        let rows = range.and_then(|range| self.rows.get_mut(range));
        for row in rows.into_iter().flatten() {
            if row.can_be_ticked && row.ticked != on {
                row.ticked = on;
                said.insert((row.document.clone(), row.span), on);
            }
        }
        self.count();
    }

    pub(super) fn unfold(&mut self, group: usize, open: bool) {
        let Some(group) = self.groups.get_mut(group) else {
            return;
        };
        group.is_open = open;
        if open {
            self.closed.remove(&group.surface);
        } else {
            self.closed.insert(Arc::clone(&group.surface));
        }
        self.lay_out();
    }
}

impl TagRow {
    /// Ticks it as its standing and what a person said about it want it.
    pub(super) fn settle(&mut self, task: TagTask, furniture: bool, said: Option<bool>) {
        self.can_be_ticked = self.standing.can_be_ticked(task);
        self.ticked =
            self.can_be_ticked && said.unwrap_or_else(|| self.standing.is_ticked(task, furniture));
    }
}
