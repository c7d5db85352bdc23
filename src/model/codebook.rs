//! What marks can say and who says it: tags, analysts, and the project's own
//! name.
//!
//! **Invariant:** the parents of tags form a tree (checked by
//! [`Project::apply`](super::Project::apply)).

use super::{Attribute, Ends, Extra, Id, Overlap};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A kind of mark, in a tree of kinds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Tag {
    /// The identifier.
    pub id: Id,
    /// The tag above it in the tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// Its name by language code (`en`, `ar`).
    pub names: BTreeMap<String, String>,
    /// Its colour on a light ground, `#RRGGBB`.
    pub color: String,
    /// Its colour on a dark ground, `#RRGGBB`.
    pub color_dark: String,
    /// The one key that marks with it, e.g. `P`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What it is put on.
    pub kind: TagKind,
    /// The place among its siblings, smallest first.
    #[serde(default)]
    pub order: u32,
    /// When to use it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Passages that show how it is used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// What is asked of every mark, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    /// How its marks, and those of the tags below it, may lie on one another.
    #[serde(default, skip_serializing_if = "is_default")]
    pub overlap: Overlap,
    /// Which marks it may connect, if it is of kind Relation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ends: Ends,
    /// What its marks are drawn with beside the colour.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pattern: Pattern,
    /// No longer offered; marks that have it keep it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub retired: bool,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What tells a tag from others without its colour: the line under its marks.
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Pattern {
    /// A plain line.
    #[default]
    Plain,
    /// Two thin lines.
    Double,
    /// A wave.
    Wave,
    /// A thick line.
    Thick,
    /// A row of points.
    Dots,
    /// A line with teeth.
    Teeth,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What a tag is put on.
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum TagKind {
    /// Names and other short mentions, tinted in the line.
    Entity,
    /// Sentences and paragraphs, a stripe in the margin.
    Passage,
    /// The whole document.
    Document,
    /// Two marks that it connects.
    Relation,
}

impl Tag {
    /// A tag of this kind and name without anything else, grey.
    pub fn new(id: Id, kind: TagKind, names: BTreeMap<String, String>) -> Self {
        Self {
            id,
            parent: None,
            names,
            color: "#67737E".to_owned(),
            color_dark: "#A9B6C2".to_owned(),
            key: None,
            kind,
            order: 0,
            description: String::new(),
            examples: Vec::new(),
            attributes: Vec::new(),
            overlap: Overlap::default(),
            ends: Ends::default(),
            pattern: Pattern::default(),
            retired: false,
            extra: Extra::new(),
        }
    }

    /// The attribute with this id.
    pub fn attribute(&self, id: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id == id)
    }

    /// The name in a language, else in English, else in any, else the id.
    pub fn name(&self, language: &str) -> &str {
        self.names
            .get(language)
            .or_else(|| self.names.get("en"))
            .or_else(|| self.names.values().next())
            .map_or(self.id.as_str(), String::as_str)
    }
}

/// Someone who annotates.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Analyst {
    /// The identifier.
    pub id: Id,
    /// The name as it is shown.
    pub name: String,
    /// What the marks signed with this record are.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: Role,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What the marks of an analyst are.
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// One person's own work.
    #[default]
    Annotator,
    /// What was settled between annotators: nobody's own work.
    Adjudication,
}

impl Analyst {
    /// An analyst with a name.
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            role: Role::default(),
            extra: Extra::new(),
        }
    }
}

/// The project's own record; there is exactly one, with the id `about`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct About {
    /// Always [`About::ID`].
    pub id: Id,
    /// The project's name.
    pub name: String,
    /// What the project is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Unknown fields and lists of the project file's top level.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: Extra,
}

impl About {
    /// The identifier of the one record of this kind.
    pub const ID: &'static str = "about";

    /// The record of a project with this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: Id::new(Self::ID),
            name: name.into(),
            description: String::new(),
            extra: Extra::new(),
        }
    }
}
