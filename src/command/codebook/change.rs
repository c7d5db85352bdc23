//! One tag changed: its names, look, key, kind, words, rules.
//!
//! **Invariant:** a tag keeps its id, so nothing that names it is lost; a
//! change that would contradict what is marked is refused with a sentence.

use crate::analysis::hues;
use crate::i18n::Arg;
use crate::model::{Attribute, Edit, Ends, Id, Overlap, Pattern, Tag, TagKind};

use super::problem::CodebookProblem;
use crate::command::{CommandError, NoticeKind, Workbench};

/// A change of one tag.
#[derive(Clone, Debug, PartialEq)]
pub enum TagChange {
    /// Its name in a language; an empty one takes that name away.
    Name {
        /// The language's code.
        language: String,
        /// The name.
        name: String,
    },
    /// Its colours, `#RRGGBB`, on light and on dark grounds.
    Color {
        /// On light.
        light: String,
        /// On dark.
        dark: String,
    },
    /// What its marks are drawn with beside the colour.
    Pattern(Pattern),
    /// The key that marks with it; none takes it away.
    Key(Option<String>),
    /// The same key, taken from the tag that has it.
    TakeKey(String),
    /// What it is put on.
    Kind(TagKind),
    /// When to use it.
    Description(String),
    /// Passages that show how it is used.
    Examples(Vec<String>),
    /// What is asked of its marks.
    Attributes(Vec<Attribute>),
    /// Its attribute of the first id is stored under the second from now on,
    /// in all marks.
    AttributeId(String, String),
    /// How its marks may lie on one another.
    Overlap(Overlap),
    /// Which marks it may connect.
    Ends(Ends),
    /// No longer offered, or offered again.
    Retired(bool),
    /// Stands under this tag (none: at the top), before that sibling (none:
    /// last).
    Place {
        /// The tag above.
        parent: Option<Id>,
        /// The sibling below it.
        before: Option<Id>,
    },
    /// Goes into this tag with all that names it.
    MergeInto(Id),
    /// The same with the marks and relations the guideline lets go; the others
    /// keep it.
    MergeRest(Id),
}

impl TagChange {
    /// The command that makes it.
    pub fn command(&self) -> &'static str {
        match self {
            Self::Name { .. } => "codebook.rename",
            Self::Color { .. } => "codebook.color",
            Self::Pattern(_) => "codebook.pattern",
            Self::Key(_) | Self::TakeKey(_) => "codebook.key",
            Self::Kind(_) => "codebook.kind",
            Self::Description(_) => "codebook.describe",
            Self::Examples(_) => "codebook.examples",
            Self::Attributes(_) | Self::AttributeId(..) => "codebook.attributes",
            Self::Overlap(_) => "codebook.overlap",
            Self::Ends(_) => "codebook.ends",
            Self::Retired(_) => "codebook.retire",
            Self::Place { .. } => "codebook.move",
            Self::MergeInto(_) | Self::MergeRest(_) => "codebook.merge",
        }
    }
}

impl Workbench {
    /// Changes a tag, as one step; what does not change anything is no step.
    pub fn change_tag(&mut self, id: &Id, change: &TagChange) -> Result<(), CommandError> {
        let Some(before) = self.project().tag(id).cloned() else {
            return Ok(());
        };
        let mut after = before.clone();
        match change {
            TagChange::Place { parent, before } => {
                return self.place_tag(id, parent.as_ref(), before.as_ref());
            }
            TagChange::MergeInto(into) => return self.merge_tag(id, into),
            TagChange::MergeRest(into) => return self.merge_rest(id, into),
            TagChange::TakeKey(key) => return self.take_key(before, key),
            TagChange::AttributeId(old, new) => return self.rename_attribute(before, old, new),
            TagChange::Name { language, name } => {
                let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
                if name.is_empty() {
                    after.names.remove(language);
                } else {
                    after.names.insert(language.clone(), name);
                }
                if after.names.is_empty() {
                    return Err(CodebookProblem::NoName.into());
                }
            }
            TagChange::Color { light, dark } => {
                for color in [light, dark] {
                    if !hues::is_color(color) {
                        return Err(CodebookProblem::NoColor(color.clone()).into());
                    }
                }
                (after.color, after.color_dark) =
                    (light.to_ascii_uppercase(), dark.to_ascii_uppercase());
            }
            TagChange::Pattern(pattern) => after.pattern = *pattern,
            TagChange::Key(key) => after.key = self.free_key(&before, key.as_deref())?,
            TagChange::Kind(kind) => {
                self.check_kind(&before, *kind)?;
                after.kind = *kind;
            }
            TagChange::Description(text) => after.description.clone_from(text),
            TagChange::Examples(examples) => {
                after.examples = examples
                    .iter()
                    .filter(|example| !example.trim().is_empty())
                    .cloned()
                    .collect();
            }
            TagChange::Attributes(attributes) => {
                super::attributes::check(attributes, self.messages().language().code())?;
                after.attributes.clone_from(attributes);
            }
            TagChange::Overlap(overlap) => after.overlap = *overlap,
            TagChange::Ends(ends) => after.ends.clone_from(ends),
            TagChange::Retired(retired) => after.retired = *retired,
        }
        if after == before {
            return Ok(());
        }
        let outside = self.values_outside(&before);
        let edit = Edit::change(before, after);
        // Each name is written out where it is committed: undo names it so.
        match change.command() {
            "codebook.rename" => self.commit("codebook.rename", vec![edit]),
            "codebook.color" => self.commit("codebook.color", vec![edit]),
            "codebook.pattern" => self.commit("codebook.pattern", vec![edit]),
            "codebook.key" => self.commit("codebook.key", vec![edit]),
            "codebook.kind" => self.commit("codebook.kind", vec![edit]),
            "codebook.describe" => self.commit("codebook.describe", vec![edit]),
            "codebook.examples" => self.commit("codebook.examples", vec![edit]),
            "codebook.attributes" => self.commit("codebook.attributes", vec![edit]),
            "codebook.overlap" => self.commit("codebook.overlap", vec![edit]),
            "codebook.ends" => self.commit("codebook.ends", vec![edit]),
            _ => self.commit("codebook.retire", vec![edit]),
        }?;
        if matches!(change, TagChange::Attributes(_)) {
            self.say_outside(id, &outside);
        }
        Ok(())
    }

    /// Says how many marks have values the codebook no longer has, if they
    /// have become more.
    fn say_outside(&mut self, id: &Id, before: &[super::attributes::Outside]) {
        let total = |outside: &[super::attributes::Outside]| -> usize {
            outside.iter().map(|one| one.marks).sum()
        };
        let Some(tag) = self.project().tag(id) else {
            return;
        };
        let now = self.values_outside(tag);
        if total(&now) <= total(before) {
            return;
        }
        let most = now.iter().map(|one| one.marks).max().unwrap_or(0);
        let text = self
            .messages()
            .format("codebook-outside-said", &[("count", Arg::from(most))]);
        self.notify(NoticeKind::Done, text);
    }

    /// The name of a tag in the interface's language.
    pub fn tag_title(&self, tag: &Tag) -> String {
        tag.name(self.messages().language().code()).to_owned()
    }

    /// The tag that has this key already, other than `except`.
    pub fn tag_with_key(&self, key: &str, except: &Id) -> Option<&Tag> {
        self.project().tags().find(|tag| {
            tag.id != *except
                && !tag.retired
                && tag
                    .key
                    .as_deref()
                    .is_some_and(|other| other.eq_ignore_ascii_case(key))
        })
    }

    /// A key as it is stored, if it is one and free.
    fn free_key(&self, tag: &Tag, key: Option<&str>) -> Result<Option<String>, CommandError> {
        let key = key.map(str::trim).unwrap_or_default();
        if key.is_empty() {
            return Ok(None);
        }
        let stored = as_key(key)?;
        if let Some(other) = self.tag_with_key(&stored, &tag.id) {
            return Err(CodebookProblem::KeyTaken {
                key: stored,
                tag: self.tag_title(other),
            }
            .into());
        }
        Ok(Some(stored))
    }

    /// Gives a tag a key that another one has.
    fn take_key(&mut self, before: Tag, key: &str) -> Result<(), CommandError> {
        let stored = as_key(key)?;
        let mut edits = Vec::new();
        if let Some(other) = self.tag_with_key(&stored, &before.id).cloned() {
            let mut without = other.clone();
            without.key = None;
            edits.push(Edit::change(other, without));
        }
        let mut after = before.clone();
        after.key = Some(stored);
        if after != before {
            edits.push(Edit::change(before, after));
        }
        self.commit("codebook.key", edits)
    }

    /// Whether a tag can be put on something else from now on.
    pub(super) fn check_kind(&self, tag: &Tag, kind: TagKind) -> Result<(), CodebookProblem> {
        let project = self.project();
        let name = || self.tag_title(tag);
        let (marks, relations) = (project.tag_count(&tag.id), project.relation_count(&tag.id));
        if kind == TagKind::Relation && marks > 0 {
            return Err(CodebookProblem::KindOfMarks {
                tag: name(),
                count: marks,
            });
        }
        if kind != TagKind::Relation && relations > 0 {
            return Err(CodebookProblem::KindOfRelations {
                tag: name(),
                count: relations,
            });
        }
        if tag.kind == TagKind::Document && kind != TagKind::Document {
            let count = project
                .annotations_with_tag(&tag.id)
                .filter(|mark| mark.spans.is_empty())
                .count();
            if count > 0 {
                return Err(CodebookProblem::KindOfDocuments { tag: name(), count });
            }
        }
        Ok(())
    }
}

/// A key as it is stored: one letter from A to Z.
fn as_key(key: &str) -> Result<String, CodebookProblem> {
    let key = key.trim();
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            Ok(letter.to_ascii_uppercase().to_string())
        }
        _ => Err(CodebookProblem::NoKey(key.to_owned())),
    }
}
