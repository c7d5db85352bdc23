//! What can be wrong with a text file of data.

/// A line of a data file that cannot be used. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct LineError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

impl LineError {
    pub(crate) fn new(line: usize, problem: Problem) -> Self {
        Self { line, problem }
    }
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Too few or too many cells.
    #[error("{found} cells between tabs where {wanted} are wanted")]
    Cells {
        /// How many the line has.
        found: usize,
        /// How many it should have.
        wanted: usize,
    },
    /// A cell that must hold something is empty.
    #[error("no {0}")]
    Missing(&'static str),
    /// A cell with a value that is not known there.
    #[error("“{value}” is no {what}")]
    Unknown {
        /// What the cell should hold.
        what: &'static str,
        /// What it holds.
        value: String,
    },
    /// An identifier that an earlier line has.
    #[error("the id “{0}” is used by an earlier line")]
    RepeatedId(String),
    /// A name without a letter to look up.
    #[error("“{0}” has no letter that could be found in a text")]
    NoLetters(String),
    /// More than the automaton can hold.
    #[error("too many entries")]
    TooMany,
}
