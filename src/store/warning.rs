//! What was odd about a file that could still be opened.
//!
//! **Invariant:** for everything that was changed or set aside while reading
//! there is one warning.

use crate::model::{Id, ModelError};
use std::{fmt, path::PathBuf};

/// Something odd about a file that could still be opened; shown as a sentence.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Warning {
    /// A mark's words were not at its offsets, and were found elsewhere.
    Moved {
        /// The annotation.
        annotation: Id,
        /// Its words.
        quote: String,
        /// Where the file said, in code points.
        from: usize,
        /// Where they are, in code points.
        to: usize,
    },
    /// A mark's words are nowhere to be found; it is kept in the file's list
    /// `unplaced`.
    Unplaced {
        /// The annotation.
        annotation: Id,
        /// Its words.
        quote: String,
    },
    /// A record contradicts the others; it is kept in the list `unplaced`.
    Refused(ModelError),
    /// The text of a document is not the one it was saved with.
    TextChanged {
        /// The document.
        document: Id,
        /// Its title.
        title: String,
    },
    /// The file was written by a newer version.
    Newer {
        /// The file's version.
        version: u32,
    },
    /// Changes were taken from the journal that the file lacked.
    Recovered {
        /// How many.
        transactions: usize,
    },
    /// The last change did not reach the disk whole.
    Torn {
        /// How many bytes of it were there.
        bytes: u64,
    },
    /// The journal does not fit the project and was renamed.
    SetAside {
        /// Why.
        reason: JournalMismatch,
        /// How many changes of it that the file lacks could not be brought
        /// back.
        lost: u64,
        /// Where it is now; none if it was left in place (read-only).
        path: Option<PathBuf>,
    },
    /// The journal does not reach back to the first change: older ones stay in
    /// the project and cannot be undone.
    Forgotten {
        /// How many.
        transactions: usize,
    },
    /// The file system cannot lock files.
    NotLocked,
}

/// Why a journal cannot be used.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum JournalMismatch {
    /// It was written for another project.
    Foreign,
    /// It and the file went separate ways.
    Diverged,
    /// Lines in it are damaged, so that changes are missing.
    Damaged,
    /// A change in it does not fit the file.
    Refused(ModelError),
    /// It was written by a newer version.
    Newer,
}

impl fmt::Display for JournalMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("it belongs to another project"),
            Self::Diverged => f.write_str("the project file was replaced by another version"),
            Self::Damaged => f.write_str("it is damaged"),
            Self::Refused(error) => write!(f, "a change in it no longer fits: {error}"),
            Self::Newer => f.write_str("it was written by a newer Hashiya"),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moved {
                annotation,
                quote,
                from,
                to,
            } => write!(
                f,
                "The words “{quote}” of the mark {annotation} were not at {from}; they were found at {to}."
            ),
            Self::Unplaced { annotation, quote } => write!(
                f,
                "The words “{quote}” of the mark {annotation} are no longer in the text; the mark is kept in the file's list “unplaced”."
            ),
            Self::Refused(error) => {
                write!(
                    f,
                    "{error} The record is kept in the file's list “unplaced”."
                )
            }
            Self::TextChanged { title, .. } => write!(
                f,
                "The text of “{title}” is not the one it was saved with; every mark was checked by its words."
            ),
            Self::Newer { version } => write!(
                f,
                "The project was written by a newer Hashiya (file version {version}), so it can only be read here."
            ),
            Self::Recovered { transactions: 1 } => {
                f.write_str("One change that had not been saved was recovered from the journal.")
            }
            Self::Recovered { transactions } => write!(
                f,
                "{transactions} changes that had not been saved were recovered from the journal."
            ),
            Self::Torn { bytes } => write!(
                f,
                "The last change did not reach the disk whole ({bytes} bytes of it did) and was left out."
            ),
            Self::SetAside { reason, lost, path } => {
                match lost {
                    0 => write!(f, "The journal was not used, because {reason}")?,
                    _ => write!(
                        f,
                        "The last changes ({lost}) could not be brought back from the journal, because {reason}"
                    )?,
                }
                match path {
                    Some(path) => write!(f, "; it was kept as {}", path.display()),
                    None => f.write_str("."),
                }
            }
            Self::Forgotten { transactions: 1 } => f.write_str(
                "The journal lacks the first change; it is in the project and cannot be undone.",
            ),
            Self::Forgotten { transactions } => write!(
                f,
                "The journal lacks the first {transactions} changes; they are in the project and cannot be undone."
            ),
            Self::NotLocked => f.write_str(
                "This disk cannot lock files, so another window could change the same project.",
            ),
        }
    }
}
