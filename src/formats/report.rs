//! What an export or an import has to say besides the file: what was verified,
//! what the format could not carry, what was odd in the file read.
//!
//! Invariant: nothing is left out of a file, or changed on reading, without an
//! entry here.

use std::fmt;
use std::path::PathBuf;

use super::Format;

/// What an export did; `marks_total` = `marks_verified` when all is well.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportReport {
    /// The format written.
    pub format: Format,
    /// The file written.
    pub path: PathBuf,
    /// How many documents it holds.
    pub documents: usize,
    /// How many marks were to be written.
    pub marks_total: usize,
    /// How many suggestions were written beside them.
    pub suggestions: usize,
    /// How many of the marks were found again in the file, every fragment at its
    /// offsets and with its quote.
    pub marks_verified: usize,
    /// The ids of marks and suggestions that were not found again; empty when all is well.
    pub failed: Vec<String>,
    /// What the format could not carry.
    pub lost: Vec<Loss>,
}

impl ExportReport {
    /// Whether every mark was found again in the file.
    pub fn is_sound(&self) -> bool {
        self.failed.is_empty() && self.marks_verified == self.marks_total
    }

    /// The result as one English sentence: "60 of 60 marks verified".
    pub fn summary(&self) -> String {
        let marks = format!(
            "{} of {} marks verified",
            self.marks_verified, self.marks_total
        );
        match self.suggestions {
            0 => marks,
            count => format!("{marks}, and {count} open suggestions beside them"),
        }
    }
}

/// One kind of thing a format could not carry, with how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What was lost or changed.
    pub kind: LossKind,
    /// How many times.
    pub count: usize,
}

/// The kinds of loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LossKind {
    /// Marks in several pieces, written as several spans with one id.
    SplitMarks,
    /// Marks without any text, written where the receiving tool does not look.
    EmptyMarks,
    /// Marks on a document as a whole, written where the receiving tool does
    /// not look.
    DocumentMarks,
    /// Edges of marks inside a word, where other tokenizers have no boundary.
    EdgesInsideWords,
    /// Marks that begin or end in white space, which spaCy's trainer refuses.
    WhiteSpaceEdges,
    /// Quotes longer than a spreadsheet cell (32,767 characters).
    LongCells,
    /// Documents without any mark, of which a table of marks knows nothing.
    DocumentsWithoutMarks,
    /// The texts themselves.
    Texts,
    /// Relations between marks.
    Relations,
    /// Entities (the registry) and links to them.
    Entities,
    /// Attributes of marks.
    Attributes,
    /// Confidence and grades of marks.
    Grades,
    /// Where marks came from (a rule, another program's file).
    Origins,
    /// State, chosen direction and earlier versions of documents.
    DocumentDetails,
    /// Notes that are records of their own.
    Notes,
    /// Decisions about suggestions.
    Decisions,
    /// The tag tree with colours, keys and descriptions.
    TagTree,
}

impl LossKind {
    /// The id of the message that says this in the window; it takes `$count`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::SplitMarks => "export-lost-split-marks",
            Self::EmptyMarks => "export-lost-empty-marks",
            Self::DocumentMarks => "export-lost-document-marks",
            Self::EdgesInsideWords => "export-lost-edges-inside-words",
            Self::WhiteSpaceEdges => "export-lost-white-space-edges",
            Self::LongCells => "export-lost-long-cells",
            Self::DocumentsWithoutMarks => "export-lost-documents-without-marks",
            Self::Texts => "export-lost-texts",
            Self::Relations => "export-lost-relations",
            Self::Entities => "export-lost-entities",
            Self::Attributes => "export-lost-attributes",
            Self::Grades => "export-lost-grades",
            Self::Origins => "export-lost-origins",
            Self::DocumentDetails => "export-lost-document-details",
            Self::Notes => "export-lost-notes",
            Self::Decisions => "export-lost-decisions",
            Self::TagTree => "export-lost-tag-tree",
        }
    }

    /// The machine name, as the command line prints it.
    pub fn id(self) -> &'static str {
        self.message_id().trim_start_matches("export-lost-")
    }
}

impl Loss {
    /// A loss, if there is any.
    pub(crate) fn some(kind: LossKind, count: usize) -> Option<Self> {
        (count > 0).then_some(Self { kind, count })
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.count;
        match self.kind {
            LossKind::SplitMarks => {
                write!(
                    f,
                    "marks in several pieces, written as several spans with one id: {n}"
                )
            }
            LossKind::EmptyMarks => {
                write!(
                    f,
                    "marks without text, written under \"points\", where spaCy does not look: {n}"
                )
            }
            LossKind::DocumentMarks => write!(
                f,
                "marks on whole documents, written under \"document_marks\", where spaCy does not look: {n}"
            ),
            LossKind::EdgesInsideWords => {
                write!(
                    f,
                    "edges of marks inside a word, where the word was cut into two tokens: {n}"
                )
            }
            LossKind::WhiteSpaceEdges => {
                write!(
                    f,
                    "marks that begin or end in white space, which spaCy does not train on: {n}"
                )
            }
            LossKind::LongCells => {
                write!(
                    f,
                    "quotes longer than 32,767 characters, which a spreadsheet will cut: {n}"
                )
            }
            LossKind::DocumentsWithoutMarks => {
                write!(f, "documents without marks, which do not appear: {n}")
            }
            LossKind::Texts => write!(
                f,
                "texts, of which only the quotes and their context appear: {n}"
            ),
            LossKind::Relations => write!(f, "relations between marks, left out: {n}"),
            LossKind::Entities => write!(f, "entities and links to them, left out: {n}"),
            LossKind::Attributes => write!(f, "attributes of marks, left out: {n}"),
            LossKind::Grades => write!(f, "marks whose confidence or grade is left out: {n}"),
            LossKind::Origins => write!(f, "marks whose origin is left out: {n}"),
            LossKind::DocumentDetails => write!(
                f,
                "documents whose state, chosen direction or earlier version is left out: {n}"
            ),
            LossKind::Notes => write!(f, "notes outside marks, left out: {n}"),
            LossKind::Decisions => write!(f, "rejected suggestions, left out: {n}"),
            LossKind::TagTree => {
                write!(
                    f,
                    "tags whose place in the tree, colour, key and description are left out: {n}"
                )
            }
        }
    }
}

/// Something odd in a file that was read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Halves of emoji that stand for no character became U+FFFD.
    LoneSurrogates {
        /// How many.
        count: usize,
    },
    /// The offsets fitted the quotes only when counted in UTF-16 units.
    CountedInUtf16 {
        /// The document's name.
        document: String,
    },
    /// A mark was not taken, because its offsets lie outside the text or
    /// disagree with its quote.
    Misplaced {
        /// The document's name.
        document: String,
        /// The mark's id.
        mark: String,
        /// The quote in the file, if it has one.
        quote: Option<String>,
    },
    /// A line was rejected or skipped by its annotator; its marks were not
    /// taken.
    NotAccepted {
        /// The line number, from 1.
        line: usize,
        /// The answer in the file: "reject", "ignore".
        answer: String,
    },
    /// A value outside its range was left out.
    BadConfidence {
        /// The document's name.
        document: String,
        /// The mark's id.
        mark: String,
    },
    /// A record refers to one that is not in the file, and was left out (a
    /// relation, a note) or goes without it (a tag's parent, a mark's entity).
    Dangling {
        /// What refers: "relation 12".
        what: String,
        /// The id it refers to.
        target: String,
    },
    /// A mark was in the project already.
    AlreadyThere {
        /// The document's name.
        document: String,
        /// The mark's id.
        mark: String,
    },
    /// Suggestions that nobody had decided about were not taken: they are no
    /// marks, and this program makes its own.
    SuggestionsLeftOut {
        /// The document's name.
        document: String,
        /// How many.
        count: usize,
    },
    /// The SHA-256 in the file is not that of the text.
    HashDiffers {
        /// The document's name.
        document: String,
    },
}

impl Remark {
    /// Whether something of the file did not get into the project.
    pub fn is_loss(&self) -> bool {
        matches!(
            self,
            Self::Misplaced { .. } | Self::BadConfidence { .. } | Self::Dangling { .. }
        )
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LoneSurrogates { count } => {
                write!(
                    f,
                    "halves of characters (lone surrogates) replaced by U+FFFD: {count}"
                )
            }
            Self::CountedInUtf16 { document } => write!(
                f,
                "offsets counted in UTF-16 units were converted to code points, by the quotes: {document}"
            ),
            Self::Misplaced {
                document,
                mark,
                quote: Some(quote),
            } => write!(
                f,
                "mark {mark} was not taken, because its offsets are not those of its quote \"{quote}\": {document}"
            ),
            Self::Misplaced {
                document,
                mark,
                quote: None,
            } => write!(
                f,
                "mark {mark} was not taken, because its pieces lie outside the text or overlap: {document}"
            ),
            Self::NotAccepted { line, answer } => {
                write!(
                    f,
                    "the marks of line {line} were not taken, because its answer is \"{answer}\""
                )
            }
            Self::BadConfidence { document, mark } => write!(
                f,
                "the confidence of mark {mark} is not between 0 and 1, and was left out: {document}"
            ),
            Self::Dangling { what, target } => {
                write!(
                    f,
                    "{what} refers to {target}, which is not in the file, and was left without it"
                )
            }
            Self::AlreadyThere { document, mark } => {
                write!(f, "mark {mark} is in the project already: {document}")
            }
            Self::SuggestionsLeftOut { document, count } => write!(
                f,
                "{count} open suggestions were not taken, because nobody has decided about them: {document}"
            ),
            Self::HashDiffers { document } => write!(
                f,
                "the SHA-256 in the file is not that of the text, and was computed anew: {document}"
            ),
        }
    }
}
