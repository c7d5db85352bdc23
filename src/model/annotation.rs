//! What people attach to texts: marks, relations between them, and notes.
//!
//! **Invariant:** the spans of an annotation are sorted and do not overlap
//! (checked by [`Project::apply`](super::Project::apply)).

use super::{About, Details, Extra, Id, Kept, Kind, Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::ops::{Deref, DerefMut};

/// A mark on one or more places of one document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Annotation {
    /// The identifier.
    pub id: Id,
    /// The document it lies in.
    pub document: Id,
    /// The places, sorted and not overlapping. A place may be empty (an
    /// insertion point). Only a mark whose tag is of kind Document has none.
    pub spans: Vec<Span>,
    /// What it is.
    pub tag: Id,
    /// Whom or what it mentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Id>,
    /// How sure the annotator is, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// The analyst who made it.
    pub by: Id,
    /// When it was made.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Where it came from.
    #[serde(default)]
    pub origin: Origin,
    /// What else is said of it. Its fields are read and written as those of
    /// the mark itself: `mark.note`.
    #[serde(flatten)]
    #[schemars(with = "Details")]
    pub details: Kept,
}

/// Where a mark came from.
#[derive(
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Debug,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Origin {
    /// Made by hand.
    #[default]
    Manual,
    /// An accepted suggestion.
    Suggested {
        /// The rule or list that suggested it.
        rule: String,
    },
    /// Read from another program's file.
    Imported {
        /// The format of that file.
        format: String,
    },
    /// Settled between the marks of several annotators.
    Adjudicated {
        /// The marks it was settled from, by their ids; they may be gone
        /// since.
        from: Vec<Id>,
    },
}

impl Annotation {
    /// A mark made by hand, with nothing but what every mark needs.
    pub fn new(id: Id, document: Id, spans: Vec<Span>, tag: Id, by: Id, at: Timestamp) -> Self {
        Self {
            id,
            document,
            spans,
            tag,
            entity: None,
            confidence: None,
            by,
            at,
            origin: Origin::Manual,
            details: Kept::default(),
        }
    }

    /// From the first byte to the last, holes included; none for a mark on
    /// the whole document.
    pub fn hull(&self) -> Option<Span> {
        Some(Span::new(self.spans.first()?.start, self.spans.last()?.end))
    }

    /// The marked words, holes shown as ` … `.
    pub fn quote(&self, text: &str) -> String {
        let mut quote = String::new();
        for (index, span) in self.spans.iter().enumerate() {
            if index > 0 {
                quote.push_str(" … ");
            }
            quote.push_str(span.of(text).unwrap_or_default());
        }
        quote
    }
}

impl Deref for Annotation {
    type Target = Details;

    fn deref(&self) -> &Details {
        self.details.get()
    }
}

impl DerefMut for Annotation {
    fn deref_mut(&mut self) -> &mut Details {
        self.details.get_mut()
    }
}

/// A typed, directed connection between two marks.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Relation {
    /// The identifier.
    pub id: Id,
    /// What it is.
    pub tag: Id,
    /// The annotation it starts at.
    pub from: Id,
    /// The annotation it leads to.
    pub to: Id,
    /// Free text, in any script.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The analyst who made it.
    pub by: Id,
    /// When it was made.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Free text about a document, a mark, an entity or a tag; about the project
/// if it names none of them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Note {
    /// The identifier.
    pub id: Id,
    /// The document it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Id>,
    /// The mark it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annotation: Option<Id>,
    /// The entity it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Id>,
    /// The tag it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Id>,
    /// The note.
    pub text: String,
    /// The analyst who wrote it.
    pub by: Id,
    /// When it was written.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Note {
    /// What it is about: the kind of that record and its id. Of several that
    /// are named, the narrowest.
    pub fn subject(&self) -> (Kind, Id) {
        let named = [
            (Kind::Annotation, &self.annotation),
            (Kind::Entity, &self.entity),
            (Kind::Tag, &self.tag),
            (Kind::Document, &self.document),
        ];
        named
            .into_iter()
            .find_map(|(kind, id)| Some((kind, id.clone()?)))
            .unwrap_or_else(|| (Kind::About, Id::new(About::ID)))
    }
}
