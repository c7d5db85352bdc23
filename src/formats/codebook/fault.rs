//! What is wrong with the file of a codebook, and where: as values, so that
//! the window can say it in its own language.
//!
//! Here: the English sentences, and what the parsers' errors mean for whoever
//! mends the file. Not here: the window's sentences (command).
//!
//! **Invariant:** a fault names a place that can be found in the file.

use std::fmt;

use super::CodebookFormat;

/// A codebook that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "This is not a valid file of the format {name}: {reason} ({place}).",
    name = format_name(*format)
)]
pub struct Fault {
    /// What it was read as; none if it was not looked into.
    pub format: Option<CodebookFormat>,
    /// Where.
    pub place: FaultPlace,
    /// What.
    pub reason: FaultReason,
}

/// The English name of a format in sentences.
fn format_name(format: Option<CodebookFormat>) -> &'static str {
    match format {
        Some(CodebookFormat::Json) => "Hashiya codebook (JSON)",
        Some(CodebookFormat::Csv) => "CSV codebook",
        Some(CodebookFormat::Qdc) => "REFI-QDA codebook",
        None => "codebook",
    }
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultPlace {
    /// The file as a whole.
    Top,
    /// A line, counted from 1.
    Line(u64),
    /// A line and a column (bytes) in it, counted from 1.
    Column(u64, u64),
    /// A byte, counted from 0.
    Byte(u64),
    /// All of so many megabytes.
    Megabytes(u64),
}

impl fmt::Display for FaultPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => f.write_str("at the top"),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Column(line, column) => write!(f, "line {line}, column {column}"),
            Self::Byte(byte) => write!(f, "byte {byte}"),
            Self::Megabytes(size) => write!(f, "{size} MB"),
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FaultReason {
    /// Nobody writes codebooks of that size.
    #[error("it is far too large for a codebook")]
    TooLarge,
    /// Bytes that are no text.
    #[error("it is not UTF-8 text; save it as UTF-8")]
    NotUtf8,
    /// Bytes that are no text of the encoding they begin with.
    #[error("it is not valid UTF-16")]
    NotUtf16,
    /// It stops before it is complete.
    #[error("it ends in the middle")]
    EndsEarly,
    /// JSON that is none.
    #[error("it is no valid JSON; a sign is missing here, or one too many")]
    NotJson,
    /// JSON of another format.
    #[error("“format” should be “hashiya-codebook”, and “{0}” is there")]
    OtherFormat(String),
    /// JSON that does not say what it is.
    #[error("“format” should be “hashiya-codebook”, and nothing is there")]
    NoFormat,
    /// A field that must be there.
    #[error("the field “{0}” is missing")]
    MissingField(String),
    /// A word where only some are known.
    #[error("“{0}” is none of the words that are known here")]
    UnknownWord(String),
    /// A value of another kind.
    #[error("a value is of another kind than it should be")]
    WrongValue,
    /// Two tags with one id.
    #[error("two tags have the id “{0}”")]
    TwoIds(String),
    /// A table that cannot be read.
    #[error("the table cannot be read; look for a quotation mark that is not closed")]
    NotATable,
    /// A table without the columns it needs.
    #[error("there is neither a column “id” nor one “name en” or “name ar”")]
    NoColumns,
    /// A row without what would be its tag.
    #[error("the row has neither an id nor a name")]
    Nameless,
    /// An id that was there before.
    #[error("the id “{id}” stands in line {line} already")]
    IdTwice {
        /// The id.
        id: String,
        /// The line of the first one.
        line: u64,
    },
    /// Another word than a column takes.
    #[error("“{found}” is no {column}; there are {known}")]
    Unknown {
        /// What stands there.
        found: String,
        /// The column.
        column: &'static str,
        /// The words it takes.
        known: &'static str,
    },
    /// What is no colour.
    #[error("“{0}” is no colour; write it as #RRGGBB")]
    NoColor(String),
    /// What is no whole number.
    #[error("the order “{0}” is no whole number")]
    NoNumber(String),
    /// Neither yes nor no.
    #[error("“{found}” in {column} should be yes or no")]
    NotYesNo {
        /// What stands there.
        found: String,
        /// The column.
        column: &'static str,
    },
    /// Attributes that are not as the project file writes them.
    #[error("the attributes are not as they should be")]
    Attributes,
    /// XML that is none.
    #[error("it is no well-formed XML")]
    NotXml,
    /// An element that ends where another one is open.
    #[error("{found} ends where {expected} is open")]
    WrongEnd {
        /// What should end.
        expected: String,
        /// What ends.
        found: String,
    },
    /// An element that does not end.
    #[error("{0} is not closed")]
    NotClosed(String),
    /// A reference that stands for nothing.
    #[error("&{0}; is not known")]
    UnknownReference(String),
    /// XML of something else.
    #[error("there is no element CodeBook with Codes in it")]
    NoCodes,
    /// Codes in codes without an end.
    #[error("the codes lie too deep in one another")]
    TooDeep,
    /// A code without a name.
    #[error("a Code has no name")]
    NoName,
    /// A code without an identifier.
    #[error("the code “{0}” has no guid")]
    NoGuid(String),
    /// An identifier that was there before.
    #[error("the guid of “{name}” stands in line {line} already")]
    GuidTwice {
        /// The name of the second one.
        name: String,
        /// The line of the first one.
        line: u64,
    },
}

impl FaultReason {
    /// What an error of the JSON parser means.
    pub(super) fn of_json(error: &serde_json::Error) -> Self {
        use serde_json::error::Category;
        match error.classify() {
            Category::Eof => Self::EndsEarly,
            Category::Io | Category::Syntax => Self::NotJson,
            Category::Data => {
                let text = error.to_string();
                let quoted = |start: &str| {
                    let rest = text.strip_prefix(start)?;
                    Some(rest.split_once('`')?.0.to_owned())
                };
                if let Some(field) = quoted("missing field `") {
                    Self::MissingField(field)
                } else if let Some(word) = quoted("unknown variant `") {
                    Self::UnknownWord(word)
                } else {
                    Self::WrongValue
                }
            }
        }
    }

    /// What an error of the XML parser means.
    pub(super) fn of_xml(error: &quick_xml::Error) -> Self {
        use quick_xml::errors::{Error, IllFormedError, SyntaxError};
        use quick_xml::escape::EscapeError;
        match error {
            Error::IllFormed(IllFormedError::MissingEndTag(name)) => Self::NotClosed(name.clone()),
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                Self::WrongEnd {
                    expected: expected.clone(),
                    found: found.clone(),
                }
            }
            Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => {
                Self::UnknownReference(name.clone())
            }
            Error::Syntax(
                SyntaxError::UnclosedTag
                | SyntaxError::UnclosedSingleQuotedAttributeValue
                | SyntaxError::UnclosedDoubleQuotedAttributeValue
                | SyntaxError::UnclosedComment
                | SyntaxError::UnclosedCData
                | SyntaxError::UnclosedDoctype
                | SyntaxError::UnclosedPI
                | SyntaxError::UnclosedXmlDecl,
            ) => Self::EndsEarly,
            _ => Self::NotXml,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::formats::FormatError;
    use crate::formats::codebook::parse_codebook;

    fn reason(file: &str) -> FaultReason {
        match parse_codebook(file.as_bytes()) {
            Err(FormatError::Codebook(fault)) => fault.reason,
            other => panic!("{file}: {other:?}"),
        }
    }

    #[test]
    fn what_the_parsers_say_is_understood() {
        let json = |tags: &str| {
            reason(&format!(
                "{{\"format\":\"hashiya-codebook\",\"version\":1,\"tags\":{tags}"
            ))
        };
        assert_eq!(json("["), FaultReason::EndsEarly);
        assert_eq!(json("[,]}"), FaultReason::NotJson);
        assert_eq!(json("7}"), FaultReason::WrongValue);
        assert_eq!(
            json("[{\"names\":{}}]}"),
            FaultReason::MissingField("id".to_owned())
        );
        let tag =
            "[{\"id\":\"a\",\"names\":{},\"color\":\"\",\"color_dark\":\"\",\"kind\":\"town\"}]}";
        assert_eq!(json(tag), FaultReason::UnknownWord("town".to_owned()));
        let wrong_end = FaultReason::WrongEnd {
            expected: "Codes".to_owned(),
            found: "CodeBook".to_owned(),
        };
        assert_eq!(reason("<CodeBook><Codes></CodeBook>"), wrong_end);
        assert_eq!(reason("<CodeBook><Codes a"), FaultReason::EndsEarly);
        assert_eq!(
            reason("<CodeBook><Codes><Code guid=\"1\" name=\"a&b;\"/></Codes></CodeBook>"),
            FaultReason::UnknownReference("b".to_owned())
        );
    }
}
