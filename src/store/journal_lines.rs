//! What stands in the journal, `name.hashiya.log`: one JSON object a line.
//!
//! The first line names the project; each other line is one transaction with
//! its number. A text stands in full where it first occurs; afterwards its
//! hash stands for it, so that renaming a long document stays a short line.
//! Spans are in bytes here, and their fields say so.
//!
//! **Invariant:** a line that has been written is never changed.

use super::sha256_hex;
use crate::model::{Edit, Id, Record, Timestamp, Transaction};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What the first line says it is.
pub(super) const JOURNAL: &str = "hashiya-journal";
/// The newest version of the journal this program knows.
pub(super) const VERSION: u32 = 1;

/// Texts up to this many bytes are simply repeated.
const SHORT_BYTES: usize = 256;

/// One line; which kind it is shows in which fields it has.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Line {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) journal: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) project: Option<Id>,
    /// The number of the transaction, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seq: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) transaction: Option<LineTransaction>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LineTransaction {
    id: Id,
    at: Timestamp,
    by: Id,
    command: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<Id>,
    edits: Vec<LineEdit>,
}

#[derive(Debug, Serialize, Deserialize)]
struct LineEdit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Record>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<Record>,
    /// SHA-256 of the text that `before` has; its own text is left empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before_text: Option<String>,
    /// SHA-256 of the text that `after` has; its own text is left empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after_text: Option<String>,
}

/// The first line of a journal.
pub(super) fn header_line(project: &Id) -> Vec<u8> {
    encode(&Line {
        journal: Some(JOURNAL.to_owned()),
        version: Some(VERSION),
        project: Some(project.clone()),
        ..Line::default()
    })
}

fn encode(line: &Line) -> Vec<u8> {
    let mut json = serde_json::to_vec(line).unwrap_or_default();
    json.push(b'\n');
    json
}

/// Writes transactions as lines, each long text only once.
#[derive(Debug, Default)]
pub(super) struct LineWriter {
    written: BTreeSet<String>,
}

impl LineWriter {
    /// A writer that goes on after these texts.
    pub(super) fn after(written: BTreeSet<String>) -> Self {
        Self { written }
    }

    pub(super) fn line(&mut self, seq: u64, transaction: &Transaction) -> Vec<u8> {
        let edits = transaction
            .edits
            .iter()
            .map(|edit| {
                let (mut before, mut after) = (edit.before.clone(), edit.after.clone());
                let before_text = self.leave_out_text(&mut before);
                let after_text = self.leave_out_text(&mut after);
                LineEdit {
                    before,
                    after,
                    before_text,
                    after_text,
                }
            })
            .collect();
        encode(&Line {
            seq: Some(seq),
            transaction: Some(LineTransaction {
                id: transaction.id.clone(),
                at: transaction.at,
                by: transaction.by.clone(),
                command: transaction.command.clone(),
                undoes: transaction.undoes.clone(),
                edits,
            }),
            ..Line::default()
        })
    }

    fn leave_out_text(&mut self, record: &mut Option<Record>) -> Option<String> {
        let Some(Record::Document(document)) = record else {
            return None;
        };
        if document.text.len() <= SHORT_BYTES {
            return None;
        }
        let hash = sha256_hex(document.text.as_bytes());
        if self.written.contains(&hash) {
            Arc::make_mut(document).text = Arc::from("");
            Some(hash)
        } else {
            self.written.insert(hash);
            None
        }
    }
}

/// Reads transactions from lines, putting the texts back in.
#[derive(Debug, Default)]
pub(super) struct LineReader {
    texts: BTreeMap<String, Arc<str>>,
}

impl LineReader {
    /// The transaction of a line; none if a text it needs is not known.
    pub(super) fn transaction(&mut self, line: LineTransaction) -> Option<Transaction> {
        let mut edits = Vec::with_capacity(line.edits.len());
        for mut edit in line.edits {
            self.put_text_back(&mut edit.before, edit.before_text.as_deref())?;
            self.put_text_back(&mut edit.after, edit.after_text.as_deref())?;
            edits.push(Edit {
                before: edit.before,
                after: edit.after,
            });
        }
        Some(Transaction {
            id: line.id,
            at: line.at,
            by: line.by,
            command: line.command,
            edits,
            undoes: line.undoes,
        })
    }

    fn put_text_back(&mut self, record: &mut Option<Record>, hash: Option<&str>) -> Option<()> {
        let Some(Record::Document(document)) = record else {
            return Some(());
        };
        if let Some(hash) = hash {
            Arc::make_mut(document).text = Arc::clone(self.texts.get(hash)?);
        } else if document.text.len() > SHORT_BYTES {
            self.texts.insert(
                sha256_hex(document.text.as_bytes()),
                Arc::clone(&document.text),
            );
        }
        Some(())
    }

    /// The hashes of the texts that stand in full in the lines read so far.
    pub(super) fn into_written(self) -> BTreeSet<String> {
        self.texts.into_keys().collect()
    }
}
