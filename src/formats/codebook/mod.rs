//! A codebook alone: the tags of a project without its texts and marks, in a
//! file of its own.
//!
//! Here: three formats (our JSON, a table for spreadsheets, REFI-QDA's
//! exchange of codebooks) and what each can carry. Not here: what happens to
//! a project's tags when a codebook is taken in (command).
//!
//! **Invariant:** a written codebook is read back from disk and every field
//! the format carries is compared; what it cannot carry is listed. A reader
//! never invents a field: [`ReadTag::carried`] names those the file has.

mod compared;
mod csv;
mod fault;
mod json;
mod qdc;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{FormatError, check_target, write_atomically};
use crate::model::{Id, Project, Tag};

pub use fault::{Fault, FaultPlace, FaultReason};
pub use json::codebook_schema;
pub use qdc::guid_of;

/// The largest codebook that is read, bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A format of codebooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodebookFormat {
    /// Hashiya's own: everything.
    Json,
    /// A table, one tag to a row.
    Csv,
    /// REFI-QDA codebook exchange: `NVivo`, MAXQDA, ATLAS.ti, `QualCoder`.
    Qdc,
}

impl CodebookFormat {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Qdc];

    /// The name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Json => "codebook-json",
            Self::Csv => "codebook-csv",
            Self::Qdc => "codebook-qdc",
        }
    }

    /// The format with this name on the command line.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// How its files end, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Qdc => "qdc",
        }
    }

    /// The fields of a tag that it cannot carry.
    pub fn cannot_carry(self) -> &'static [&'static str] {
        match self {
            Self::Json | Self::Csv => &[],
            Self::Qdc => &[
                "names",
                "color_dark",
                "key",
                "kind",
                "examples",
                "attributes",
                "overlap",
                "ends",
                "pattern",
                "retired",
            ],
        }
    }

    fn write(self, codebook: &Codebook, language: &str) -> Result<Vec<u8>, FormatError> {
        match self {
            Self::Json => json::write(codebook),
            Self::Csv => csv::write(codebook),
            Self::Qdc => qdc::write(codebook, language),
        }
    }

    fn read(self, bytes: &[u8]) -> Result<ReadCodebook, FormatError> {
        match self {
            Self::Json => json::read(bytes),
            Self::Csv => csv::read(bytes),
            Self::Qdc => qdc::read(bytes),
        }
    }
}

/// The tags of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Codebook {
    /// The project's name.
    pub name: String,
    /// The tags, parents before children, siblings in order.
    pub tags: Vec<Tag>,
}

impl Codebook {
    /// The codebook of a project.
    pub fn of(project: &Project) -> Self {
        Self {
            name: project.name().to_owned(),
            tags: project.tags().cloned().collect(),
        }
    }
}

/// A tag as a file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadTag {
    /// The tag; fields the file does not carry hold what a new tag has. Its
    /// parent is an id of the same file.
    pub tag: Tag,
    /// The names of the fields the file carries.
    pub carried: BTreeSet<&'static str>,
    /// The language of its only name, where the format says none and the
    /// letters decided.
    pub guessed_language: Option<&'static str>,
}

/// What a reader found.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadCodebook {
    /// What it was read as.
    pub format: CodebookFormat,
    /// The codebook's name, if the file has one.
    pub name: Option<String>,
    /// The tags, parents before children.
    pub tags: Vec<ReadTag>,
    /// Fields of the file as a whole that this version does not know; they
    /// have no place in a project.
    pub unknown: Vec<String>,
}

/// What was written and found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodebookReport {
    /// The format.
    pub format: CodebookFormat,
    /// The file.
    pub path: PathBuf,
    /// How many tags were written.
    pub tags: usize,
    /// Tags that were not found again as they are (none, if all is well).
    pub failed: Vec<Id>,
    /// Fields that some tags have and the format cannot carry, each with the
    /// number of tags that have it.
    pub lost: Vec<(&'static str, usize)>,
}

/// Writes a project's codebook, reads it back and compares; `language` (`en`,
/// `ar`) chooses the name for formats with one name only.
pub fn export_codebook(
    project: &Project,
    format: CodebookFormat,
    path: &Path,
    language: &str,
) -> Result<CodebookReport, FormatError> {
    check_target(path)?;
    let codebook = Codebook::of(project);
    let bytes = format.write(&codebook, language)?;
    write_atomically(path, &bytes)?;
    let bytes = fs::read(path).map_err(|source| FormatError::ReadBack {
        source,
        path: path.to_owned(),
    })?;
    let found = format.read(&bytes)?;
    Ok(CodebookReport {
        format,
        path: path.to_owned(),
        tags: codebook.tags.len(),
        failed: compared::failed(&codebook, &found, language),
        lost: compared::lost(&codebook, format),
    })
}

/// Reads a codebook from a file; what it is, its first characters say.
pub fn read_codebook(path: &Path) -> Result<ReadCodebook, FormatError> {
    let failed = |source| FormatError::Read {
        source,
        path: path.to_owned(),
    };
    let size = fs::metadata(path).map_err(failed)?;
    if size.is_dir() {
        return Err(FormatError::IsFolder(path.to_owned()));
    }
    if size.len() > LARGEST {
        return Err(FormatError::Codebook(Fault {
            format: None,
            place: FaultPlace::Megabytes(size.len() / 1024 / 1024),
            reason: FaultReason::TooLarge,
        }));
    }
    parse_codebook(&fs::read(path).map_err(failed)?)
}

/// Reads a codebook; what it is, its first characters say: `{` is our JSON,
/// `<` REFI-QDA, anything else a table.
pub fn parse_codebook(bytes: &[u8]) -> Result<ReadCodebook, FormatError> {
    let start = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let format = match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => CodebookFormat::Json,
        Some(b'<') => CodebookFormat::Qdc,
        // UTF-16 of XML begins with its byte order mark.
        _ if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) => {
            CodebookFormat::Qdc
        }
        _ => CodebookFormat::Csv,
    };
    let mut read = format.read(bytes)?;
    order(&mut read.tags);
    Ok(read)
}

/// Parents before children, otherwise as in the file. A parent that is not in
/// the file, or a circle of parents, is kept for the one who takes it in.
fn order(tags: &mut Vec<ReadTag>) {
    let ids: BTreeSet<Id> = tags.iter().map(|read| read.tag.id.clone()).collect();
    let mut placed: BTreeSet<Id> = BTreeSet::new();
    let mut rest = std::mem::take(tags);
    loop {
        let before = tags.len();
        let mut waiting = Vec::new();
        for read in rest {
            let free = read
                .tag
                .parent
                .as_ref()
                .is_none_or(|parent| !ids.contains(parent) || placed.contains(parent));
            if free {
                placed.insert(read.tag.id.clone());
                tags.push(read);
            } else {
                waiting.push(read);
            }
        }
        if waiting.is_empty() || tags.len() == before {
            tags.extend(waiting);
            return;
        }
        rest = waiting;
    }
}

/// What is wrong in a line of a file (counted from 1; 0: in all of it).
fn broken(format: CodebookFormat, line: u64, reason: FaultReason) -> FormatError {
    FormatError::Codebook(Fault {
        format: Some(format),
        place: match line {
            0 => FaultPlace::Top,
            line => FaultPlace::Line(line),
        },
        reason,
    })
}

/// The text of a file in UTF-8, with or without a byte order mark.
fn text_of(bytes: &[u8], format: CodebookFormat) -> Result<&str, FormatError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        FormatError::Codebook(Fault {
            format: Some(format),
            place: FaultPlace::Byte(error.valid_up_to() as u64),
            reason: FaultReason::NotUtf8,
        })
    })
}
