//! Why a change of the codebook was not made.
//!
//! **Invariant:** a refused change changed nothing; the sentence says what to
//! do instead.

use crate::command::{Refusal, sentences};
use crate::i18n::{Arg, Messages};

/// Why a change of the codebook was not made.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum CodebookProblem {
    /// A tag without any name.
    #[error("A tag needs a name in one language at least.")]
    NoName,
    /// What was written is no colour.
    #[error("“{0}” is no colour; write it as #RRGGBB.")]
    NoColor(String),
    /// What was written is no key.
    #[error("“{0}” is no key for a tag; use one letter from A to Z.")]
    NoKey(String),
    /// The key gives another tag.
    #[error("The key {key} gives “{tag}”; choose another, or take it from there.")]
    KeyTaken {
        /// The key.
        key: String,
        /// The name of the tag that has it.
        tag: String,
    },
    /// A tag would stand below itself.
    #[error("“{0}” cannot stand under itself or under a tag below it.")]
    InsideItself(String),
    /// Marks on whole documents have no place in a text.
    #[error("“{tag}” stays a tag for documents: {count} of its marks have no place in the text.")]
    KindOfDocuments {
        /// The tag's name.
        tag: String,
        /// How many marks.
        count: usize,
    },
    /// Its relations would have a tag that is for marks.
    #[error("“{tag}” stays a tag for relations: it has {count}.")]
    KindOfRelations {
        /// The tag's name.
        tag: String,
        /// How many relations.
        count: usize,
    },
    /// Its marks would have a tag that is for relations.
    #[error("“{tag}” cannot become a tag for relations: it has {count} marks.")]
    KindOfMarks {
        /// The tag's name.
        tag: String,
        /// How many marks.
        count: usize,
    },
    /// An attribute or choice is there twice.
    #[error("There are two called “{0}”; give one of them another name.")]
    Twice(String),
    /// An attribute or a choice has no name.
    #[error("An attribute and each of its choices need a name.")]
    Unnamed,
    /// The smallest allowed is above the largest.
    #[error("In “{0}” the smallest number is above the largest.")]
    Range(String),
    /// The default does not answer its own attribute.
    #[error("What “{0}” starts with is not among what it allows.")]
    Default(String),
    /// Something still uses the tag.
    #[error(
        "“{tag}” cannot be deleted: {uses} still use it. Merge it into another tag or retire it."
    )]
    InUse {
        /// The tag's name.
        tag: String,
        /// What uses it, in the interface's language.
        uses: String,
    },
    /// A tag cannot be merged into itself.
    #[error("A tag cannot be merged into itself; choose another.")]
    MergeSame,
    /// Tags of kinds that do not go together.
    #[error("“{from}” and “{into}” are put on different things, so they cannot be merged.")]
    MergeKinds {
        /// The tag that would go.
        from: String,
        /// The tag that would stay.
        into: String,
    },
    /// Nobody marks with a retired tag.
    #[error("“{0}” is retired; bring it back before merging into it.")]
    MergeRetired(String),
    /// The guideline does not let marks become the other tag.
    #[error(
        "Not merged: {count} of the tag’s marks cannot become {into}. Merge the others, or change these first. The first reason: {first}"
    )]
    MergeRefused {
        /// The name of the tag that would stay.
        into: String,
        /// How many marks and relations.
        count: usize,
        /// Why the first of them cannot.
        first: Box<Refusal>,
    },
    /// It lets none of them.
    #[error("Not merged: the guideline lets none of the tag’s marks become the other one.")]
    MergeNone,
    /// The file holds nothing to take in.
    #[error("There is no tag in this file; choose a codebook.")]
    Empty,
}

impl CodebookProblem {
    /// The sentence in the interface's language.
    pub(in crate::command) fn sentence(&self, messages: &Messages) -> String {
        let text = |value: &str| Arg::from(value.to_owned());
        let one = |id: &str, name: &str, value: &str| messages.format(id, &[(name, text(value))]);
        let counted = |id: &str, tag: &str, count: usize| {
            messages.format(id, &[("tag", text(tag)), ("count", Arg::from(count))])
        };
        match self {
            Self::NoName => messages.text("codebook-no-name"),
            Self::NoColor(color) => messages.format(
                "codebook-no-color",
                &[("color", text(color)), ("form", text("#RRGGBB"))],
            ),
            Self::NoKey(key) => one("codebook-no-key", "key", key),
            Self::KeyTaken { key, tag } => messages.format(
                "codebook-key-taken",
                &[("key", text(key)), ("tag", text(tag))],
            ),
            Self::InsideItself(tag) => one("codebook-inside-itself", "tag", tag),
            Self::KindOfDocuments { tag, count } => counted("codebook-kind-documents", tag, *count),
            Self::KindOfRelations { tag, count } => counted("codebook-kind-relations", tag, *count),
            Self::KindOfMarks { tag, count } => counted("codebook-kind-marks", tag, *count),
            Self::Twice(name) => one("codebook-twice", "name", name),
            Self::Unnamed => messages.text("codebook-unnamed"),
            Self::Range(name) => one("codebook-range", "name", name),
            Self::Default(name) => one("codebook-default", "name", name),
            Self::InUse { tag, uses } => messages.format(
                "codebook-in-use",
                &[("tag", text(tag)), ("uses", text(uses))],
            ),
            Self::MergeSame => messages.text("codebook-merge-same"),
            Self::MergeKinds { from, into } => messages.format(
                "codebook-merge-kinds",
                &[("from", text(from)), ("into", text(into))],
            ),
            Self::MergeRetired(tag) => one("codebook-merge-retired", "tag", tag),
            Self::MergeRefused { into, count, first } => messages.format(
                "codebook-merge-refused",
                &[
                    ("into", text(into)),
                    ("count", Arg::from(*count)),
                    ("reason", text(&sentences::refused(messages, first))),
                ],
            ),
            Self::MergeNone => messages.text("codebook-merge-none"),
            Self::Empty => messages.text("codebook-empty-file"),
        }
    }
}
