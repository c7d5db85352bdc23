//! Bringing a project file and its journal together.
//!
//! The file says which transaction it contains last; the journal has what
//! came after, and what came before for undo.
//!
//! **Invariant:** pure: what has to happen on the disk is returned, not done.
//! Nothing is cut from a journal unless it was torn or a copy is kept.

use super::{
    journal::{Entry, Journal},
    project_file::Header,
    warning::{JournalMismatch, Warning},
};
use crate::model::{History, Project};
use std::{collections::BTreeSet, fmt};

/// What happened while a project was opened.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// What was odd, in the order in which it was found.
    pub warnings: Vec<Warning>,
    /// How many transactions came from the journal only.
    pub recovered: usize,
    /// How many transactions led to this state of which the journal knows
    /// nothing: they cannot be undone.
    pub forgotten: usize,
}

impl fmt::Display for Report {
    /// One line per warning; of many alike, the first three and a count.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 3;
        let moved = |warning: &&Warning| {
            matches!(
                warning,
                Warning::Moved { .. } | Warning::Unplaced { .. } | Warning::Refused(_)
            )
        };
        for warning in self.warnings.iter().filter(|warning| !moved(warning)) {
            writeln!(f, "{warning}")?;
        }
        for warning in self.warnings.iter().filter(moved).take(SHOWN) {
            writeln!(f, "{warning}")?;
        }
        match self
            .warnings
            .iter()
            .filter(moved)
            .count()
            .saturating_sub(SHOWN)
        {
            0 => Ok(()),
            more => writeln!(f, "And {more} more marks or records like these."),
        }
    }
}

/// A project as it was last seen alive.
#[derive(Debug)]
pub(super) struct Recovered {
    pub(super) project: Project,
    pub(super) history: History,
    /// How many transactions have led to this state.
    pub(super) transactions: u64,
    pub(super) last_transaction: Option<crate::model::Id>,
    /// How many came from the journal only.
    pub(super) from_journal: usize,
    /// Where the journal's usable part ends, in bytes.
    pub(super) journal_bytes: u64,
    /// Hashes of the texts that stand in the usable part.
    pub(super) written: BTreeSet<String>,
    /// Why a copy of the whole journal has to be kept before it is cut.
    pub(super) mismatch: Option<JournalMismatch>,
    /// How many changes of the journal that the file lacks were left behind.
    pub(super) lost: u64,
}

impl Recovered {
    /// How many transactions led to this state that the history lacks.
    pub(super) fn forgotten(&self) -> usize {
        let known = self.history.transactions().len() as u64;
        self.transactions.saturating_sub(known) as usize
    }
}

/// Applies what the file lacks.
pub(super) fn recover(project: Project, header: &Header, journal: Option<Journal>) -> Recovered {
    let mut state = Recovered {
        project,
        history: History::new(),
        transactions: header.transactions,
        last_transaction: header.last_transaction.clone(),
        from_journal: 0,
        journal_bytes: 0,
        written: BTreeSet::new(),
        mismatch: None,
        lost: 0,
    };
    let Some(mut journal) = journal else {
        return state;
    };
    state.mismatch = unusable(header, &journal);
    if state.mismatch.is_some() {
        return state;
    }
    let entries = std::mem::take(&mut journal.entries);
    let used = replay(&mut state, &entries);
    let is_whole = used == entries.len();
    let last_end = entries.last().map_or(journal.header_end, |last| last.end);
    // Numbers are without gaps, so that the last one tells how many there were.
    state.lost = entries
        .last()
        .map_or(0, |last| last.seq.saturating_sub(state.transactions));
    // A damaged last line may have been a change: keep a copy.
    if is_whole && last_end < journal.whole_bytes {
        state.mismatch = Some(JournalMismatch::Damaged);
        state.lost = 1;
    }
    state.journal_bytes = used
        .checked_sub(1)
        .and_then(|index| entries.get(index))
        .map_or(journal.header_end, |entry| entry.end);
    if is_whole {
        state.written = journal.written;
    }
    let first = entries
        .get(..used)
        .map_or(0, |used| start_of_run(used, state.transactions));
    for entry in entries.into_iter().take(used).skip(first) {
        state.history.record(entry.transaction);
    }
    state
}

fn unusable(header: &Header, journal: &Journal) -> Option<JournalMismatch> {
    if journal.newer {
        return Some(JournalMismatch::Newer);
    }
    match &journal.project {
        None if journal.whole_bytes > 0 => return Some(JournalMismatch::Damaged),
        Some(project) if *project != header.id => return Some(JournalMismatch::Foreign),
        _ => {}
    }
    let at_file = journal
        .entries
        .iter()
        .rfind(|entry| entry.seq == header.transactions);
    let diverged = at_file
        .is_some_and(|entry| Some(&entry.transaction.id) != header.last_transaction.as_ref());
    diverged.then_some(JournalMismatch::Diverged)
}

/// Applies the transactions behind the file's last one; returns how many
/// entries of the journal are good.
fn replay(state: &mut Recovered, entries: &[Entry]) -> usize {
    for (index, entry) in entries.iter().enumerate() {
        if entry.seq <= state.transactions {
            continue;
        }
        if entry.seq > state.transactions + 1 {
            state.mismatch = Some(JournalMismatch::Damaged);
            return index;
        }
        if let Err(error) = state.project.apply(&entry.transaction) {
            state.mismatch = Some(JournalMismatch::Refused(error));
            return index;
        }
        state.transactions = entry.seq;
        state.last_transaction = Some(entry.transaction.id.clone());
        state.from_journal += 1;
    }
    entries.len()
}

/// Where the unbroken run of numbers begins that ends at this one.
fn start_of_run(entries: &[Entry], last: u64) -> usize {
    let mut expected = last;
    let mut start = entries.len();
    for (index, entry) in entries.iter().enumerate().rev() {
        if entry.seq != expected || expected == 0 {
            break;
        }
        start = index;
        expected -= 1;
    }
    start
}
