//! Attributes of a tag: whether they make sense, and what marks have that
//! they no longer allow.
//!
//! **Invariant:** no change of attributes changes or drops a value of a mark;
//! renaming what a value is stored under moves the value with it.

use std::collections::BTreeSet;

use crate::model::{Annotation, Attribute, AttributeKind, Edit, Tag};

use super::problem::CodebookProblem;
use crate::command::{CommandError, Workbench};

/// Values of marks that their tag's attributes do not allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// What the values are stored under.
    pub attribute: String,
    /// Whether the tag has such an attribute at all.
    pub known: bool,
    /// How many marks have such a value.
    pub marks: usize,
}

/// Whether these attributes can stand together; `language` (a code) chooses
/// the names in the sentence.
pub(super) fn check(attributes: &[Attribute], language: &str) -> Result<(), CodebookProblem> {
    let mut ids = BTreeSet::new();
    for attribute in attributes {
        if attribute.id.trim().is_empty() {
            return Err(CodebookProblem::Unnamed);
        }
        let name = || attribute.name(language).to_owned();
        if !ids.insert(attribute.id.as_str()) {
            return Err(CodebookProblem::Twice(name()));
        }
        match &attribute.value {
            AttributeKind::OneOf { choices } | AttributeKind::SomeOf { choices } => {
                let mut known = BTreeSet::new();
                for choice in choices {
                    if choice.id.trim().is_empty() {
                        return Err(CodebookProblem::Unnamed);
                    }
                    if !known.insert(choice.id.as_str()) {
                        return Err(CodebookProblem::Twice(choice.name(language).to_owned()));
                    }
                }
            }
            AttributeKind::Number {
                least: Some(least),
                most: Some(most),
            } if least > most => return Err(CodebookProblem::Range(name())),
            _ => {}
        }
        if attribute
            .default
            .as_ref()
            .is_some_and(|default| attribute.value.accepts(default).is_err())
        {
            return Err(CodebookProblem::Default(name()));
        }
    }
    Ok(())
}

/// An id for something of this name that is not taken yet: its letters and
/// digits, small, in any script.
pub fn id_from_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut id = String::new();
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            id.push(letter);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    let id = if id.is_empty() { "1" } else { id };
    if !taken(id) {
        return id.to_owned();
    }
    (2..=u32::MAX)
        .map(|number| format!("{id}-{number}"))
        .find(|id| !taken(id))
        .unwrap_or_else(|| id.to_owned())
}

impl Workbench {
    /// The values of a tag's marks that its attributes do not allow, by what
    /// they are stored under. Looks at every mark of the tag.
    pub fn values_outside(&self, tag: &Tag) -> Vec<Outside> {
        let mut outside: Vec<Outside> = Vec::new();
        for mark in self.project().annotations_with_tag(&tag.id) {
            for (id, value) in &mark.attributes {
                let attribute = tag.attribute(id);
                if attribute.is_some_and(|attribute| attribute.value.accepts(value).is_ok()) {
                    continue;
                }
                match outside.iter_mut().find(|one| one.attribute == *id) {
                    Some(one) => one.marks += 1,
                    None => outside.push(Outside {
                        attribute: id.clone(),
                        known: attribute.is_some(),
                        marks: 1,
                    }),
                }
            }
        }
        outside
    }

    /// Stores an attribute's values under another name, in the tag and in all
    /// its marks.
    pub(super) fn rename_attribute(
        &mut self,
        before: Tag,
        old: &str,
        new: &str,
    ) -> Result<(), CommandError> {
        let new = new.trim();
        if new == old || before.attribute(old).is_none() {
            return Ok(());
        }
        let in_marks = self
            .project()
            .annotations_with_tag(&before.id)
            .any(|mark| mark.attributes.contains_key(new));
        if new.is_empty() {
            return Err(CodebookProblem::Unnamed.into());
        }
        if before.attribute(new).is_some() || in_marks {
            return Err(CodebookProblem::Twice(new.to_owned()).into());
        }
        let mut edits: Vec<Edit> = self
            .project()
            .annotations_with_tag(&before.id)
            .filter(|mark| mark.attributes.contains_key(old))
            .map(|mark| {
                let mut after: Annotation = mark.clone();
                if let Some(value) = after.attributes.remove(old) {
                    after.attributes.insert(new.to_owned(), value);
                }
                Edit::change(mark.clone(), after)
            })
            .collect();
        let mut after = before.clone();
        for attribute in &mut after.attributes {
            if attribute.id == old {
                new.clone_into(&mut attribute.id);
            }
        }
        edits.insert(0, Edit::change(before, after));
        self.commit("codebook.attributes", edits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_names_in_any_script() {
        assert_eq!(
            id_from_name(" Degree of  trust! ", |_| false),
            "degree-of-trust"
        );
        assert_eq!(id_from_name("درجة الثقة", |_| false), "درجة-الثقة");
        assert_eq!(id_from_name("عالية", |id| id == "عالية"), "عالية-2");
        assert_eq!(id_from_name("؟", |_| false), "1");
    }
}
