//! Reading a journal back, whatever state it is in.
//!
//! **Invariant:** reading changes nothing on the disk; a torn or damaged line
//! costs only itself.

use super::{
    StoreError,
    journal_lines::{JOURNAL, Line, LineReader, VERSION},
};
use crate::model::{Id, Transaction};
use std::{
    collections::BTreeSet,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

/// A transaction of the journal.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its number, counted from 1.
    pub(super) seq: u64,
    /// Where its line ends, in bytes from the start of the journal.
    pub(super) end: u64,
    pub(super) transaction: Transaction,
}

/// What stands in a journal.
#[derive(Debug, Default)]
pub(super) struct Journal {
    /// The project it was written for; none if it has no first line.
    pub(super) project: Option<Id>,
    /// Whether it was written by a newer version.
    pub(super) newer: bool,
    /// The transactions that can be read, in order of the lines.
    pub(super) entries: Vec<Entry>,
    /// Where the first line ends, in bytes.
    pub(super) header_end: u64,
    /// Where the last whole line ends, in bytes.
    pub(super) whole_bytes: u64,
    /// How many bytes of a torn line follow.
    pub(super) torn_bytes: u64,
    /// Lines in the middle that cannot be read.
    pub(super) damaged_lines: usize,
    /// Hashes of the texts that stand in it in full.
    pub(super) written: BTreeSet<String>,
}

/// Reads a journal; none if there is no file, or an empty one.
pub(super) fn read_journal(path: &Path) -> Result<Option<Journal>, StoreError> {
    let failed = |error| StoreError::reading(path, error);
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    if !file.metadata().map_err(failed)?.is_file() {
        return Err(StoreError::NotAFile(path.to_owned()));
    }
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let mut journal = Journal::default();
    let mut texts = LineReader::default();
    let mut bytes = Vec::new();
    let mut offset = 0;
    loop {
        bytes.clear();
        let read = reader.read_until(b'\n', &mut bytes).map_err(failed)? as u64;
        if read == 0 {
            break;
        }
        let whole = bytes.ends_with(b"\n");
        let parsed = serde_json::from_slice::<Line>(&bytes);
        if !whole {
            // Even if it can be read: its end was not written, so nobody was
            // told that it is safe.
            journal.torn_bytes = read;
            break;
        }
        offset += read;
        match parsed {
            Ok(line) => journal.take(line, offset, &mut texts),
            Err(error) => {
                log::warn!(
                    "the line of the journal that ends at byte {offset} is damaged: {error}"
                );
                journal.damaged_lines += 1;
            }
        }
        journal.whole_bytes = offset;
    }
    journal.written = texts.into_written();
    Ok((journal.whole_bytes + journal.torn_bytes > 0).then_some(journal))
}

impl Journal {
    fn take(&mut self, line: Line, end: u64, texts: &mut LineReader) {
        if let Some(kind) = line.journal {
            self.newer |= kind == JOURNAL && line.version.is_some_and(|v| v > VERSION);
            if kind == JOURNAL && self.project.is_none() {
                self.project = line.project;
                self.header_end = end;
            }
            return;
        }
        let (Some(seq), Some(transaction)) = (line.seq, line.transaction) else {
            self.damaged_lines += 1;
            return;
        };
        match texts.transaction(transaction) {
            Some(transaction) => self.entries.push(Entry {
                seq,
                end,
                transaction,
            }),
            None => self.damaged_lines += 1,
        }
    }
}
