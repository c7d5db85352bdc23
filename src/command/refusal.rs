//! Why a change is against the guideline, with what is in its way.
//!
//! Here: what a refusal knows, and its English sentence. Not here: finding it
//! ([`rules`](super::rules)) and saying it in the window's language
//! (`sentences`).
//!
//! **Invariant:** a refusal names things as people see them: tags by their
//! names, places by their words.

use std::collections::BTreeMap;

use crate::model::{Annotation, Attribute, Overlap, Project, Span, Tag, Unfit};

/// The most of the words in the way that a sentence shows, characters.
const MOST_WORDS: usize = 60;

/// What a tag or an attribute is called, by language code.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Called(Box<(BTreeMap<String, String>, String)>);

impl Called {
    /// The name in a language, else in English, else in any, else the id.
    pub fn name(&self, language: &str) -> &str {
        let (names, id) = &*self.0;
        names
            .get(language)
            .or_else(|| names.get("en"))
            .or_else(|| names.values().next())
            .map_or(id.as_str(), String::as_str)
    }
}

impl From<&Tag> for Called {
    fn from(tag: &Tag) -> Self {
        Self(Box::new((tag.names.clone(), tag.id.to_string())))
    }
}

impl From<&Attribute> for Called {
    fn from(attribute: &Attribute) -> Self {
        Self(Box::new((attribute.names.clone(), attribute.id.clone())))
    }
}

impl std::fmt::Display for Called {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name("en"))
    }
}

/// A change that the guideline does not allow.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum Refusal {
    /// Two marks of one annotator would overlap where they must lie apart.
    #[error(
        "Not done: “{words}” is marked as {other}, and marks of {rule} may not overlap. Choose other words, or remove that mark first."
    )]
    Overlaps {
        /// The tag whose rule it is.
        rule: Called,
        /// The tag of the mark in the way.
        other: Called,
        /// The words of the mark in the way.
        words: String,
    },
    /// Two marks of one annotator would cross where they must nest.
    #[error(
        "Not done: it would cross “{words}”, marked as {other}; marks of {rule} lie one inside the other or apart. Choose more words or fewer."
    )]
    Crosses {
        /// The tag whose rule it is.
        rule: Called,
        /// The tag of the mark in the way.
        other: Called,
        /// The words of the mark in the way.
        words: String,
    },
    /// A retired tag would be used anew.
    #[error(
        "Not done: the tag {tag} is retired. Choose another tag, or put it back into use in the codebook."
    )]
    Retired {
        /// The tag.
        tag: Called,
    },
    /// An answer does not fit its attribute.
    #[error("Not done: {attribute} of {tag}: {reason}", reason = unfit_sentence(unfit))]
    Answer {
        /// The tag that asks.
        tag: Called,
        /// The attribute.
        attribute: Called,
        /// Why the answer does not fit.
        unfit: Unfit,
    },
    /// A relation would lead from or to a mark that is no longer there.
    #[error("Not done: a mark at one end of the relation {tag} is no longer there.")]
    NoMark {
        /// The relation's tag.
        tag: Called,
    },
    /// A relation would connect a mark with itself.
    #[error("Not done: the relation {tag} needs two marks; both ends are the same.")]
    OneMark {
        /// The relation's tag.
        tag: Called,
    },
    /// A relation would connect a mark of a tag it is not for.
    #[error("Not done: the relation {tag} does not connect marks of {other}, as “{words}” is.")]
    WrongEnd {
        /// The relation's tag.
        tag: Called,
        /// The tag of the mark that does not fit.
        other: Called,
        /// The words of that mark.
        words: String,
    },
    /// A mark at one end of a relation would get a tag the relation is not for.
    #[error(
        "Not done: “{words}” is at one end of a relation {tag}, which does not connect marks of {other}. Change or remove the relation first."
    )]
    EndInUse {
        /// The relation's tag.
        tag: Called,
        /// The tag the mark would get.
        other: Called,
        /// The words of that mark.
        words: String,
    },
    /// A mark would have a relation's tag, or a relation a mark's.
    #[error("Not done: {tag} is a tag for relations between two marks, not for marks.")]
    NotForMarks {
        /// The tag.
        tag: Called,
    },
    /// A relation would have a tag that is for marks.
    #[error("Not done: {tag} is a tag for marks, not for relations.")]
    NotForRelations {
        /// The tag.
        tag: Called,
    },
}

impl Refusal {
    /// A mark with `spans` (bytes) and the tag `other` is in the way of the
    /// rule of `rule`.
    pub(super) fn in_the_way(rule: &Tag, other: Option<&Tag>, words: String) -> Self {
        let (rule, other, allowed) = (
            Called::from(rule),
            other.map(Called::from).unwrap_or_default(),
            rule.overlap,
        );
        if allowed == Overlap::Nest {
            Self::Crosses { rule, other, words }
        } else {
            Self::Overlaps { rule, other, words }
        }
    }
}

/// The words of some places (bytes) of a document, as far as a sentence can
/// show them.
pub(super) fn words_of(project: &Project, document: &crate::model::Id, spans: &[Span]) -> String {
    let text = project.document(document).map_or("", |d| &*d.text);
    let mut words = String::new();
    for span in spans {
        if !words.is_empty() {
            words.push_str(" … ");
        }
        // A sentence has no room for more; the text may be very long.
        let end = text.floor_char_boundary(span.end.min(span.start + MOST_WORDS * 4));
        words.push_str(text.get(span.start..end).unwrap_or_default());
    }
    let flat: String = words
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    if flat.chars().count() <= MOST_WORDS {
        return flat;
    }
    let mut short: String = flat.chars().take(MOST_WORDS).collect();
    short.push('…');
    short
}

/// The words of a mark, as far as a sentence can show them.
pub(super) fn words_of_mark(project: &Project, mark: &Annotation) -> String {
    words_of(project, &mark.document, &mark.spans)
}

/// The English sentence for an answer that does not fit; the window's stands
/// in `sentences`.
fn unfit_sentence(unfit: &Unfit) -> String {
    match unfit {
        Unfit::WrongKind => "this is another kind of value than the question asks for.".to_owned(),
        Unfit::NotOffered(value) => format!("“{value}” is not among the choices."),
        Unfit::Twice(value) => format!("“{value}” is chosen twice."),
        Unfit::TooSmall(least) => format!("the smallest number allowed is {least}."),
        Unfit::TooLarge(most) => format!("the largest number allowed is {most}."),
        Unfit::NoDate(value) => {
            format!("“{value}” is no date; write a day, a month or a year, such as 2019-10-12.")
        }
        Unfit::Missing => "an answer is required.".to_owned(),
    }
}
