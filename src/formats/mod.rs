//! Other people's files: one file per format, reading and writing side by side.
//!
//! An export goes project → [`AnnotatedSet`] (`gathering`) → bytes (the
//! format's file) → disk, and is then read from disk and compared with the
//! project mark by mark (`verifying`). An import goes bytes → `AnnotatedSet` →
//! edits (`building`). Not here: our own project file and text encodings
//! (`store`).
//!
//! Invariant: no export is reported as verified that was not read back from
//! disk; nothing is lost without a [`Loss`], nothing changed on reading without
//! a [`Remark`]; no direction control is ever added to anybody's text.

mod building;
mod code_points;
pub mod codebook;
mod csv;
mod error;
mod gathering;
mod json;
mod jsonl;
mod labels;
mod report;
mod set;
mod surrogates;
mod tokens;
mod verifying;

use std::borrow::Cow;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

pub use building::{BuildContext, Built, build};
pub use error::FormatError;
pub use json::annotated_set_schema;
pub use report::{ExportReport, Loss, LossKind, Remark};
pub use set::{
    AnnotatedSet, Fragment, OpenSuggestion, SetDecision, SetDocument, SetMark, TurnedParagraph,
};
pub use tokens::{Token, Tokens, tokenize};

use crate::model::{DocumentDirection, DocumentState, Id, Origin, Project};
use set::Reading;

/// A format of annotated sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Hashiya's own annotated set: everything, in one JSON file.
    Json,
    /// One document to a line with tokens and spans, as spaCy and Prodigy
    /// have it.
    JsonLines,
    /// A table of marks.
    Csv,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Json, Self::JsonLines, Self::Csv];

    /// The name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
        }
    }

    /// The format with this name on the command line.
    pub fn from_id(id: &str) -> Result<Self, FormatError> {
        Self::ALL
            .into_iter()
            .find(|format| format.id() == id)
            .ok_or_else(|| FormatError::UnknownFormat {
                name: id.to_owned(),
                known: Self::ALL.map(Self::id).join(", "),
            })
    }

    /// The id of the message that names it in the window.
    pub fn title_message(self) -> &'static str {
        match self {
            Self::Json => "format-json",
            Self::JsonLines => "format-jsonl",
            Self::Csv => "format-csv",
        }
    }

    /// How its files end, without the dot.
    pub fn extension(self) -> &'static str {
        self.id()
    }

    /// Whether its files hold the texts; if not, an import needs them too.
    pub fn carries_text(self) -> bool {
        self != Self::Csv
    }

    /// What this format cannot carry, if a project has it.
    pub fn cannot_carry(self) -> &'static [LossKind] {
        match self {
            Self::Json => &[],
            Self::JsonLines => &[
                LossKind::Relations,
                LossKind::Entities,
                LossKind::Attributes,
                LossKind::Grades,
                LossKind::Origins,
                LossKind::DocumentDetails,
                LossKind::Notes,
                LossKind::Decisions,
                LossKind::TagTree,
            ],
            Self::Csv => &[
                LossKind::Texts,
                LossKind::DocumentsWithoutMarks,
                LossKind::Relations,
                LossKind::Entities,
                LossKind::Attributes,
                LossKind::Grades,
                LossKind::Origins,
                LossKind::DocumentDetails,
                LossKind::Notes,
                LossKind::Decisions,
                LossKind::TagTree,
            ],
        }
    }

    fn write(self, set: &AnnotatedSet, options: &ExportOptions) -> Result<Written, FormatError> {
        match self {
            Self::Json => json::write(set).map(|text| Written {
                bytes: text.into_bytes(),
                lost: Vec::new(),
            }),
            Self::JsonLines => jsonl::write(set),
            Self::Csv => csv::write(set, options.bom),
        }
    }

    fn read(self, bytes: &[u8], reading: Reading) -> Result<ReadSet, FormatError> {
        match self {
            Self::Json => json::read(bytes, reading),
            Self::JsonLines => jsonl::read(bytes, reading),
            Self::Csv => csv::read(bytes),
        }
    }
}

/// What a suggestion's status is called in every format.
const SUGGESTED: &str = "suggested";

/// What to export and how.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportOptions {
    /// Only the marks, relations and notes of this analyst.
    pub annotator: Option<Id>,
    /// Whether a table begins with a byte order mark, without which Excel
    /// shows Arabic as gibberish.
    pub bom: bool,
    /// Suggestions to be written beside the marks, told apart from them: in
    /// JSON and JSON Lines in a list of their own, in a table by a column,
    /// each with the status `suggested`.
    pub suggestions: Vec<OpenSuggestion>,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            annotator: None,
            bom: true,
            suggestions: Vec::new(),
        }
    }
}

/// What a writer made.
struct Written {
    bytes: Vec<u8>,
    lost: Vec<Loss>,
}

/// What a reader found.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadSet {
    /// The documents and marks.
    pub set: AnnotatedSet,
    /// What was odd in the file.
    pub remarks: Vec<Remark>,
}

/// Writes a project's annotated set to a file, reads the file back and
/// compares every mark with the project.
///
/// The file is replaced as a whole or not at all. A report that
/// [is not sound](ExportReport::is_sound) is not an error here, so that the
/// caller can say which marks failed.
pub fn export(
    project: &Project,
    format: Format,
    path: &Path,
    options: &ExportOptions,
) -> Result<ExportReport, FormatError> {
    check_target(path)?;
    let set = gathering::gather(project, options);
    let Written { bytes, lost } = format.write(&set, options)?;
    let documents = set.documents.len();
    write_atomically(path, &bytes)?;
    drop((set, bytes));
    let bytes = fs::read(path).map_err(|source| FormatError::ReadBack {
        source,
        path: path.to_owned(),
    })?;
    let found = format.read(&bytes, Reading::Strict)?;
    let mut verified = verifying::verify(project, options, &found.set);
    if format == Format::JsonLines
        && let Some(line) = jsonl::first_line_with_wrong_tokens(&bytes)
    {
        verified.failed.push(format!("tokens of line {line}"));
    }
    let failed_marks = verified.failed.len().min(verified.total);
    verified.failed.extend(verified.failed_suggestions);
    Ok(ExportReport {
        format,
        path: path.to_owned(),
        documents,
        marks_total: verified.total,
        suggestions: options.suggestions.len(),
        marks_verified: verified.total - failed_marks,
        failed: verified.failed,
        lost,
    })
}

/// Reads an annotated set. Documents of formats that do not carry texts come
/// without; give them theirs with [`SetDocument::give_text`].
pub fn read(format: Format, bytes: &[u8]) -> Result<ReadSet, FormatError> {
    format.read(bytes, Reading::Forgiving)
}

/// An export must not take the place of a folder or of a project.
fn check_target(path: &Path) -> Result<(), FormatError> {
    if path.is_dir() {
        return Err(FormatError::IsFolder(path.to_owned()));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_project = [".hashiya.json", ".hashiya.log"]
        .iter()
        .any(|end| name.ends_with(end));
    if is_project && path.exists() {
        return Err(FormatError::WouldOverwriteProject(path.to_owned()));
    }
    Ok(())
}

/// Replaces a file as a whole: written beside it, flushed to disk, renamed.
fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), FormatError> {
    let failed = |source| FormatError::writing(path, source);
    // The file a link leads to is replaced, not the link.
    let target: PathBuf = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut file = AtomicWriteFile::open(target).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.commit().map_err(failed)
}

/// The losses that concern what is not a mark's place, tag, note or author;
/// the same for every format that carries only those.
fn losses_outside_marks(set: &AnnotatedSet) -> Vec<Loss> {
    let all = || set.documents.iter().flat_map(|document| &document.marks);
    // What is written of a suggestion every format carries.
    let marks = || all().filter(|mark| !mark.suggested);
    let links = marks().filter(|mark| mark.entity.is_some()).count();
    let sources = set.documents.iter().filter(|d| d.reliability.is_some());
    let graded = marks()
        .filter(|m| m.confidence.is_some() || m.grade.is_some())
        .count()
        + sources.count();
    let imported = marks()
        .filter(|mark| {
            mark.origin
                .as_ref()
                .is_some_and(|origin| *origin != Origin::Manual)
        })
        .count();
    let detailed = set
        .documents
        .iter()
        .filter(|document| {
            document.state != DocumentState::New
                || document.direction != DocumentDirection::Auto
                || !document.paragraph_directions.is_empty()
                || document.previous.is_some()
                || document.written_on.is_some()
        })
        .count();
    [
        (LossKind::Relations, set.relations.len()),
        (LossKind::Entities, set.entities.len() + links),
        (
            LossKind::Attributes,
            marks().map(|mark| mark.attributes.len()).sum(),
        ),
        (LossKind::Grades, graded),
        (LossKind::Origins, imported),
        (LossKind::DocumentDetails, detailed),
        (LossKind::Notes, set.notes.len()),
        (LossKind::Decisions, set.decisions.len()),
    ]
    .into_iter()
    .filter_map(|(kind, count)| Loss::some(kind, count))
    .collect()
}

/// The text of a file, without a byte order mark.
fn text_source<'a>(bytes: &'a [u8], format: &'static str) -> Result<&'a str, FormatError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| FormatError::Malformed {
        format,
        place: format!("byte {}", error.valid_up_to()),
        reason: "it is not UTF-8 text; say which encoding it has".to_owned(),
    })
}

/// The text of a JSON file, with lone surrogate escapes repaired.
fn json_source<'a>(
    bytes: &'a [u8],
    format: &'static str,
    remarks: &mut Vec<Remark>,
) -> Result<Cow<'a, str>, FormatError> {
    let (source, count) = surrogates::repair(text_source(bytes, format)?);
    if count > 0 {
        remarks.push(Remark::LoneSurrogates { count });
    }
    Ok(source)
}

/// An error of the JSON parser with its place; `lines_before` is how many
/// lines of the file stand before what was parsed.
fn malformed_json(
    format: &'static str,
    error: &serde_json::Error,
    lines_before: usize,
) -> FormatError {
    let text = error.to_string();
    let reason = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(reason, _)| reason);
    FormatError::Malformed {
        format,
        place: format!(
            "line {}, column {}",
            lines_before + error.line(),
            error.column()
        ),
        reason: reason.to_owned(),
    }
}
