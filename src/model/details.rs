//! What is said of few marks: values, a note, a grade.
//!
//! Most marks are words and a tag. A hundred thousand of them would carry
//! 10 MB of empty fields; so these stand apart, and where there are none,
//! nothing is kept.
//!
//! **Invariant:** nothing kept and nothing said are equal, and are written
//! alike.

use super::Extra;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// What is said of a mark besides its words and its tag.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Details {
    /// Values of the tag's attributes, by their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, serde_json::Value>,
    /// Free text, in any script.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The credibility of what is said, e.g. `2` (Admiralty system).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// Why it was graded so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grade_reason: String,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Of a mark of which nothing is said.
static NOTHING: Details = Details {
    attributes: BTreeMap::new(),
    note: String::new(),
    grade: None,
    grade_reason: String::new(),
    extra: BTreeMap::new(),
};

/// [`Details`] that take eight bytes while there are none.
#[derive(Clone, Debug, Default)]
pub struct Kept(Option<Box<Details>>);

impl Kept {
    /// What is said.
    pub fn get(&self) -> &Details {
        self.0.as_deref().unwrap_or(&NOTHING)
    }

    /// What is said, to be changed.
    pub fn get_mut(&mut self) -> &mut Details {
        self.0.get_or_insert_default()
    }
}

impl From<Details> for Kept {
    fn from(details: Details) -> Self {
        Self((details != NOTHING).then(|| Box::new(details)))
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Serialize for Kept {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Details::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_said_is_nothing_kept() {
        let mut kept = Kept::default();
        assert!(kept.get().note.is_empty());
        kept.get_mut().note.push_str("ملاحظة");
        assert_ne!(kept, Kept::default());
        kept.get_mut().note.clear();
        assert_eq!(kept, Kept::default());
        assert!(Kept::from(Details::default()).0.is_none());
    }

    #[test]
    fn a_mark_by_hand_is_small() {
        assert!(size_of::<crate::model::Annotation>() <= 168);
    }
}
