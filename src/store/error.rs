//! What can go wrong with files, in words a person can act on.
//!
//! **Invariant:** each message is one sentence or two: what happened, what to
//! do; the path comes last. Whoever gets such an error still has the old file.

use std::{
    io,
    path::{Path, PathBuf},
};

/// Why a file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Nothing is at the path.
    #[error("There is no file here; it may have been moved, renamed or deleted: {0}")]
    Missing(PathBuf),
    /// A folder where a file is needed.
    #[error("This is a folder, not a file; choose a file in it: {0}")]
    IsFolder(PathBuf),
    /// A pipe, a device or a socket.
    #[error("This is not an ordinary file, so it cannot be opened: {0}")]
    NotAFile(PathBuf),
    /// The system refuses reading.
    #[error("You have no permission to read this file; ask its owner or copy it: {0}")]
    MayNotRead(PathBuf),
    /// The system refuses writing.
    #[error(
        "You have no permission to write here; nothing was changed, save to another folder: {0}"
    )]
    MayNotWrite(PathBuf),
    /// No space, or a quota is used up.
    #[error("The disk is full; the file is as it was before, free some space and save again: {0}")]
    DiskFull(PathBuf),
    /// The file is larger than this program reads.
    #[error("The file is too large ({megabytes} MB; at most {limit} MB can be opened): {path}")]
    TooLarge {
        /// Its size in megabytes, rounded up.
        megabytes: u64,
        /// The limit in megabytes.
        limit: u64,
        /// The file.
        path: PathBuf,
    },
    /// The system failed in another way while reading.
    #[error("The file could not be read ({source}): {path}")]
    Read {
        /// What the system said.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
    /// The system failed in another way while writing.
    #[error(
        "The file could not be written ({source}); it is as it was before, save to another place: {path}"
    )]
    Write {
        /// What the system said.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
    /// Not a text at all.
    #[error("This is not a text but {what}, so it cannot be read as a document: {path}")]
    Binary {
        /// What it seems to be, with its article.
        what: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// An encoding name nobody knows.
    #[error("There is no text encoding called {0}; use a name such as UTF-8 or windows-1256.")]
    UnknownEncoding(String),
    /// A readable file of another program.
    #[error("This file is not a Hashiya project; open it as a document or import it: {0}")]
    NotProject(PathBuf),
    /// A project that stops in the middle.
    #[error(
        "The project file ends in the middle (after line {line}), as after a broken copy; nothing was changed, use another copy of it: {path}"
    )]
    Truncated {
        /// The last line there is.
        line: usize,
        /// The file.
        path: PathBuf,
    },
    /// A project with a mistake in it.
    #[error(
        "The project file is damaged at line {line}, column {column} ({reason}); nothing was changed, mend that line or use another copy: {path}"
    )]
    Broken {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1 in bytes.
        column: usize,
        /// What the parser missed there.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// A project of a later version that this one cannot read.
    #[error(
        "This project was written by a newer Hashiya (file version {version}; this program knows up to {known}); nothing was changed, update the program to open it: {path}"
    )]
    Newer {
        /// The file's version.
        version: u64,
        /// The newest version this program knows.
        known: u32,
        /// The file.
        path: PathBuf,
    },
    /// Somebody else wrote the file since it was read.
    #[error(
        "Another program has changed this file since it was opened; it was not overwritten, save under another name or reopen it: {0}"
    )]
    ChangedOnDisk(PathBuf),
    /// The project may only be read.
    #[error("{0}, so it can only be read here; save under another name to change it.")]
    ReadOnly(String),
    /// The project to be replaced is open in another window.
    #[error("Another window has this project open; close it there or choose another name: {0}")]
    OpenElsewhere(PathBuf),
    /// The journal could not be brought to the disk.
    #[error(
        "The last changes are not on the disk yet ({reason}); keep the window open and save the project elsewhere: {path}"
    )]
    Journal {
        /// What the system said.
        reason: String,
        /// The journal.
        path: PathBuf,
    },
    /// The user's folders are unknown.
    #[error("The system does not say where your own folder is; set HOME and start again.")]
    NoHome,
}

impl StoreError {
    /// A failure to read, by what the system said.
    pub(crate) fn reading(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing(path),
            io::ErrorKind::PermissionDenied => Self::MayNotRead(path),
            io::ErrorKind::IsADirectory => Self::IsFolder(path),
            _ => Self::Read { source, path },
        }
    }

    /// A failure to write, by what the system said.
    pub(crate) fn writing(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::MayNotWrite(path)
            }
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::DiskFull(path),
            io::ErrorKind::IsADirectory => Self::IsFolder(path),
            io::ErrorKind::NotFound => Self::Missing(path),
            _ => Self::Write { source, path },
        }
    }
}
