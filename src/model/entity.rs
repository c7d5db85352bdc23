//! Someone or something that marks mention, over all documents.
//!
//! **Invariant:** an authority has one or more identifiers, never none; it is
//! written as one string while there is one, as older versions wrote it.

use super::{Extra, Id};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Someone or something that marks mention, over all documents.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Entity {
    /// The identifier.
    pub id: Id,
    /// The canonical name.
    pub name: String,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Id>,
    /// How texts write it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub surfaces: Vec<String>,
    /// The name in Latin letters, where somebody chose it; else it is worked
    /// out from the name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub romanised: String,
    /// Outside identifiers by authority (`wikidata` → `Q1234`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "written")]
    #[schemars(with = "BTreeMap<String, written::Identifiers>")]
    pub identifiers: BTreeMap<String, Vec<String>>,
    /// Entities of which somebody said that they are not this one, though
    /// their names are alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distinct_from: Vec<Id>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Entity {
    /// An entity of which nothing but the name is known.
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            tag: None,
            surfaces: Vec::new(),
            romanised: String::new(),
            identifiers: BTreeMap::new(),
            distinct_from: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Its identifiers: authority and identifier, in order.
    pub fn all_identifiers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.identifiers.iter().flat_map(|(authority, several)| {
            several
                .iter()
                .map(move |one| (authority.as_str(), one.as_str()))
        })
    }

    /// Its first identifier with an authority.
    pub fn identifier(&self, authority: &str) -> Option<&str> {
        self.identifiers.get(authority)?.first().map(String::as_str)
    }

    /// Adds an identifier, unless it is there.
    pub fn add_identifier(&mut self, authority: &str, identifier: &str) {
        let known = self.identifiers.entry(authority.to_owned()).or_default();
        if !known.iter().any(|one| one == identifier) {
            known.push(identifier.to_owned());
        }
    }

    /// Takes an identifier away.
    pub fn remove_identifier(&mut self, authority: &str, identifier: &str) {
        if let Some(known) = self.identifiers.get_mut(authority) {
            known.retain(|one| one != identifier);
            if known.is_empty() {
                self.identifiers.remove(authority);
            }
        }
    }
}

/// How identifiers stand in files: a string, or a list where there are
/// several.
mod written {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::collections::BTreeMap;

    /// The identifiers of one authority.
    #[derive(Serialize, Deserialize, schemars::JsonSchema)]
    #[serde(untagged)]
    pub(super) enum Identifiers {
        /// The only one.
        One(String),
        /// Several.
        Several(Vec<String>),
    }

    pub(super) fn serialize<S: Serializer>(
        all: &BTreeMap<String, Vec<String>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let written: BTreeMap<&str, Identifiers> = all
            .iter()
            .map(|(authority, several)| {
                let written = match several.as_slice() {
                    [one] => Identifiers::One(one.clone()),
                    several => Identifiers::Several(several.to_vec()),
                };
                (authority.as_str(), written)
            })
            .collect();
        written.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<String, Vec<String>>, D::Error> {
        let written: BTreeMap<String, Identifiers> = BTreeMap::deserialize(deserializer)?;
        Ok(written
            .into_iter()
            .map(|(authority, written)| match written {
                Identifiers::One(one) => (authority, vec![one]),
                Identifiers::Several(several) => (authority, several),
            })
            .filter(|(_, several)| !several.is_empty())
            .collect())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn one_identifier_is_written_as_ever_and_several_as_a_list() {
        let old = r#"{"id":"e1","name":"قسد","identifiers":{"wikidata":"Q1"}}"#;
        let mut entity: Entity = serde_json::from_str(old).unwrap();
        assert_eq!(entity.identifier("wikidata"), Some("Q1"));
        assert_eq!(serde_json::to_string(&entity).unwrap(), old);
        entity.add_identifier("wikidata", "Q2");
        entity.add_identifier("wikidata", "Q2");
        let json = serde_json::to_string(&entity).unwrap();
        assert!(json.contains(r#""wikidata":["Q1","Q2"]"#), "{json}");
        assert_eq!(serde_json::from_str::<Entity>(&json).unwrap(), entity);
        entity.remove_identifier("wikidata", "Q1");
        entity.remove_identifier("wikidata", "Q2");
        assert!(entity.identifiers.is_empty());
    }
}
