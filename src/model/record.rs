//! The sum of all records, which is what transactions speak about.
//!
//! **Invariant:** a record is known by its kind and its id together.

use super::{
    About, Analyst, Annotation, Decision, Document, Entity, Extra, Id, Note, Relation, Tag, TagKind,
};
use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc};

/// One thing a project is made of. Copies share the record: project, history
/// and journal hold the same one.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// The project's own name and description.
    About(#[serde(with = "super::shared_value")] Arc<About>),
    /// Someone who annotates.
    Analyst(#[serde(with = "super::shared_value")] Arc<Analyst>),
    /// A kind of mark.
    Tag(#[serde(with = "super::shared_value")] Arc<Tag>),
    /// Someone or something mentioned.
    Entity(#[serde(with = "super::shared_value")] Arc<Entity>),
    /// A text.
    Document(#[serde(with = "super::shared_value")] Arc<Document>),
    /// A mark.
    Annotation(#[serde(with = "super::shared_value")] Arc<Annotation>),
    /// A connection between marks.
    Relation(#[serde(with = "super::shared_value")] Arc<Relation>),
    /// Free text.
    Note(#[serde(with = "super::shared_value")] Arc<Note>),
    /// A decision about a suggestion.
    Decision(#[serde(with = "super::shared_value")] Arc<Decision>),
}

/// The kind of a record, in the order in which records can refer to others:
/// each kind refers only to itself and to those before it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The project's own record.
    About,
    /// An analyst.
    Analyst,
    /// A tag.
    Tag,
    /// An entity.
    Entity,
    /// A document.
    Document,
    /// An annotation.
    Annotation,
    /// A relation.
    Relation,
    /// A note.
    Note,
    /// A decision about a suggestion.
    Decision,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::About => "project",
            Self::Analyst => "analyst",
            Self::Tag => "tag",
            Self::Entity => "entity",
            Self::Document => "document",
            Self::Annotation => "annotation",
            Self::Relation => "relation",
            Self::Note => "note",
            Self::Decision => "decision",
        })
    }
}

impl Kind {
    /// The names of the fields records of this kind are written with, which
    /// unknown fields therefore cannot have.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::About => &[
                "format",
                "version",
                "id",
                "name",
                "description",
                "offsets",
                "transactions",
                "last_transaction",
                "analysts",
                "tags",
                "entities",
                "documents",
                "annotations",
                "relations",
                "notes",
                "decisions",
            ],
            Self::Analyst => &["id", "name", "role"],
            Self::Tag => &[
                "id",
                "parent",
                "names",
                "color",
                "color_dark",
                "key",
                "kind",
                "order",
                "description",
                "examples",
                "attributes",
                "overlap",
                "ends",
                "pattern",
                "retired",
            ],
            Self::Entity => &[
                "id",
                "name",
                "tag",
                "surfaces",
                "romanised",
                "identifiers",
                "distinct_from",
            ],
            Self::Document => &[
                "id",
                "title",
                "text",
                "text_sha256",
                "sha256",
                "encoding",
                "had_bom",
                "source",
                "reliability",
                "written_on",
                "imported_at",
                "state",
                "direction",
                "paragraph_directions",
                "version",
                "previous",
                "parallel",
                "order",
            ],
            Self::Annotation => &[
                "id",
                "document",
                "spans",
                "tag",
                "entity",
                "attributes",
                "note",
                "confidence",
                "grade",
                "grade_reason",
                "by",
                "at",
                "origin",
            ],
            Self::Relation => &["id", "tag", "from", "to", "note", "by", "at"],
            Self::Note => &[
                "id",
                "document",
                "annotation",
                "entity",
                "tag",
                "text",
                "by",
                "at",
            ],
            Self::Decision => &[
                "id", "verdict", "document", "span", "surface", "tag", "rule", "marks", "by", "at",
            ],
        }
    }
}

impl Record {
    /// Unknown fields, kept for newer versions.
    pub fn extra(&self) -> &Extra {
        match self {
            Self::About(record) => &record.extra,
            Self::Analyst(record) => &record.extra,
            Self::Tag(record) => &record.extra,
            Self::Entity(record) => &record.extra,
            Self::Document(record) => &record.extra,
            Self::Annotation(record) => &record.extra,
            Self::Relation(record) => &record.extra,
            Self::Note(record) => &record.extra,
            Self::Decision(record) => &record.extra,
        }
    }

    /// The identifier, unique among records of the same kind.
    pub fn id(&self) -> &Id {
        match self {
            Self::About(record) => &record.id,
            Self::Analyst(record) => &record.id,
            Self::Tag(record) => &record.id,
            Self::Entity(record) => &record.id,
            Self::Document(record) => &record.id,
            Self::Annotation(record) => &record.id,
            Self::Relation(record) => &record.id,
            Self::Note(record) => &record.id,
            Self::Decision(record) => &record.id,
        }
    }

    /// The kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::About(_) => Kind::About,
            Self::Analyst(_) => Kind::Analyst,
            Self::Tag(_) => Kind::Tag,
            Self::Entity(_) => Kind::Entity,
            Self::Document(_) => Kind::Document,
            Self::Annotation(_) => Kind::Annotation,
            Self::Relation(_) => Kind::Relation,
            Self::Note(_) => Kind::Note,
            Self::Decision(_) => Kind::Decision,
        }
    }

    /// Calls back with every record this one refers to.
    pub(super) fn for_each_reference<'a>(&'a self, mut visit: impl FnMut(Kind, &'a Id)) {
        match self {
            Self::About(_) | Self::Analyst(_) => {}
            Self::Tag(tag) => {
                let ends = tag.ends.from.iter().chain(&tag.ends.to);
                tag.parent
                    .iter()
                    .chain(ends)
                    .for_each(|id| visit(Kind::Tag, id));
            }
            Self::Entity(entity) => {
                entity.tag.iter().for_each(|id| visit(Kind::Tag, id));
                entity
                    .distinct_from
                    .iter()
                    .for_each(|id| visit(Kind::Entity, id));
            }
            Self::Document(document) => {
                document
                    .previous
                    .iter()
                    .for_each(|id| visit(Kind::Document, id));
            }
            Self::Annotation(annotation) => {
                visit(Kind::Document, &annotation.document);
                visit(Kind::Tag, &annotation.tag);
                visit(Kind::Analyst, &annotation.by);
                annotation
                    .entity
                    .iter()
                    .for_each(|id| visit(Kind::Entity, id));
            }
            Self::Relation(relation) => {
                visit(Kind::Tag, &relation.tag);
                visit(Kind::Annotation, &relation.from);
                visit(Kind::Annotation, &relation.to);
                visit(Kind::Analyst, &relation.by);
            }
            Self::Note(note) => {
                visit(Kind::Analyst, &note.by);
                note.document
                    .iter()
                    .for_each(|id| visit(Kind::Document, id));
                note.annotation
                    .iter()
                    .for_each(|id| visit(Kind::Annotation, id));
                note.entity.iter().for_each(|id| visit(Kind::Entity, id));
                note.tag.iter().for_each(|id| visit(Kind::Tag, id));
            }
            Self::Decision(decision) => {
                visit(Kind::Analyst, &decision.by);
                decision
                    .document
                    .iter()
                    .for_each(|id| visit(Kind::Document, id));
                decision.tag.iter().for_each(|id| visit(Kind::Tag, id));
            }
        }
    }

    /// What a tag is put on, if this is a tag.
    pub(super) fn tag_kind(&self) -> Option<TagKind> {
        match self {
            Self::Tag(tag) => Some(tag.kind),
            _ => None,
        }
    }
}

macro_rules! record_from {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Record {
            fn from(record: $kind) -> Self {
                Self::$kind(Arc::new(record))
            }
        }
        impl From<Arc<$kind>> for Record {
            fn from(record: Arc<$kind>) -> Self {
                Self::$kind(record)
            }
        }
    )*};
}
record_from!(
    About, Analyst, Tag, Entity, Document, Annotation, Relation, Note, Decision
);
