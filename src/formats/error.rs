//! What can go wrong with other people's files.
//!
//! Losses and remarks that do not stop the work are not errors: they live in
//! `report`.
//!
//! **Invariant:** every message says what happened, where, and what to do; the
//! path stands last.

use std::io;
use std::path::{Path, PathBuf};

use super::codebook::Fault;

/// Why an exchange file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// The folder of an export does not exist.
    #[error("There is no such folder to export to; make it first or choose another: {0}")]
    NoFolder(PathBuf),
    /// The system refuses writing.
    #[error(
        "You have no permission to write here; nothing was changed, export to another folder: {0}"
    )]
    MayNotWrite(PathBuf),
    /// No room is left.
    #[error("The disk is full; nothing was changed, free some space and export again: {0}")]
    DiskFull(PathBuf),
    /// Another failure of the system while writing.
    #[error(
        "The export could not be written ({source}); nothing was changed, try another place: {path}"
    )]
    Write {
        /// What the system said.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
    /// A file could not be read.
    #[error(
        "The file could not be read ({source}); nothing was changed, look whether it is there: {path}"
    )]
    Read {
        /// What the system said.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
    /// The file just written could not be read for verification.
    #[error("The export was written but could not be read again to verify it ({source}): {path}")]
    ReadBack {
        /// What the system said.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
    /// The target of an export is a folder.
    #[error("This is a folder, not a file; give the name of a file to export to: {0}")]
    IsFolder(PathBuf),
    /// The target of an export holds somebody's work and would be overwritten.
    #[error(
        "This is a Hashiya project, which an export must not overwrite; choose another name: {0}"
    )]
    WouldOverwriteProject(PathBuf),
    /// The file is not what its format says it should be.
    #[error("This is not a valid file of the format {format}: {reason} ({place}).")]
    Malformed {
        /// The name of the format in plain words.
        format: &'static str,
        /// Where: "line 3", "line 3, column 17".
        place: String,
        /// What is wrong there.
        reason: String,
    },
    /// REFI-QDA has no codebook without a code.
    #[error("A REFI-QDA codebook needs at least one code, and there is no tag; make one first.")]
    NoCodes,
    /// A codebook's file that cannot be read.
    #[error(transparent)]
    Codebook(#[from] Fault),
    /// The file was written by a later version of the program.
    #[error(
        "This file was written by a newer Hashiya (file version {found}; this program knows up to {known}); update the program to read it."
    )]
    Newer {
        /// Version in the file.
        found: u64,
        /// Latest version known here.
        known: u64,
    },
    /// Marks without the text they belong to.
    #[error(
        "The table holds marks of “{document}” but not its text; give the text file as well (its name or title must be the same)."
    )]
    TextMissing {
        /// The document's name as the table has it.
        document: String,
    },
    /// A value that the program itself made could not be written.
    #[error("The set could not be written ({0}); please report this.")]
    Unwritable(String),
    /// No format has this name.
    #[error("There is no format called “{name}”; there are {known}.")]
    UnknownFormat {
        /// The name given.
        name: String,
        /// The names there are, separated by commas.
        known: String,
    },
}

impl FormatError {
    /// A failure while writing.
    pub(super) fn writing(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder(path),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::MayNotWrite(path)
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull(path),
            io::ErrorKind::IsADirectory => Self::IsFolder(path),
            _ => Self::Write { source, path },
        }
    }
}

impl From<serde_json::Error> for FormatError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unwritable(error.to_string())
    }
}
