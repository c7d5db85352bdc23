//! What can go wrong with other people's files.
//!
//! One enum for the folder; every message says what happened, where, and what
//! to do, with the path last. Losses and remarks that do not stop the work are
//! not errors: they live in `report`.

use std::path::PathBuf;

/// Why an exchange file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// The operating system refused to read or write.
    #[error("could not {action}: {source}; {}", path.display())]
    Io {
        /// What was being done: "read the file", "write the file".
        action: &'static str,
        /// What the operating system said.
        source: std::io::Error,
        /// The file.
        path: PathBuf,
    },
    /// The target of an export is a folder.
    #[error("the name given for the export belongs to a folder; give the name of a file; {}", path.display())]
    IsFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The target of an export holds somebody's work and would be overwritten.
    #[error("the name given for the export belongs to a Hashiya project, which an export must not overwrite; choose another name; {}", path.display())]
    WouldOverwriteProject {
        /// The project file.
        path: PathBuf,
    },
    /// The file is not what its format says it should be.
    #[error("this is not a valid {format} file: {reason} ({place})")]
    Malformed {
        /// The name of the format in plain words.
        format: &'static str,
        /// Where: "line 3", "line 3, column 17".
        place: String,
        /// What is wrong there.
        reason: String,
    },
    /// The file was written by a later version of the program.
    #[error(
        "this annotated set has version {found}, and this program reads up to version {known}; open it with a newer Hashiya"
    )]
    Newer {
        /// Version in the file.
        found: u64,
        /// Latest version known here.
        known: u64,
    },
    /// Marks without the text they belong to.
    #[error(
        "the table holds marks of \"{document}\" but not its text; give the text file as well (its name or title must match)"
    )]
    TextMissing {
        /// The document's name as the table has it.
        document: String,
    },
    /// A value that the program itself made could not be written as JSON.
    #[error("the set could not be written as JSON: {0}; please report this")]
    Unwritable(#[from] serde_json::Error),
    /// No format has this name.
    #[error("there is no format called \"{name}\"; there are {known}")]
    UnknownFormat {
        /// The name given.
        name: String,
        /// The names there are, separated by commas.
        known: String,
    },
}
