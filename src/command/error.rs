//! Why a command was not carried out.

use crate::formats::FormatError;
use crate::model::ModelError;
use crate::store::StoreError;

use super::{CodebookProblem, Refusal};

/// Why a command was not carried out; shown as a notice, once.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A sentence from the message files.
    #[error("{0}")]
    Message(&'static str),
    /// The codebook cannot be changed so.
    #[error(transparent)]
    Codebook(#[from] CodebookProblem),
    /// The guideline does not allow the change.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// The project refused the change.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Reading or writing our own file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Writing another program's file failed.
    #[error(transparent)]
    Format(#[from] FormatError),
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl CommandError {
    /// The sentence with this id in the message files.
    pub fn message(id: &'static str) -> Self {
        Self::Message(id)
    }
}
