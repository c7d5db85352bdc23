//! Names that stand for records in formats without a codebook.
//!
//! Invariant: within one set, every tag has its own label.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Analyst, Tag};

/// The label of each tag, by tag id: the id where a person could have chosen
/// it, else the name; with a number where two would be alike.
pub(super) fn labels(tags: &[Tag]) -> BTreeMap<&str, String> {
    let mut taken = BTreeSet::new();
    let mut labels = BTreeMap::new();
    let is_word = |tag: &Tag| uuid::Uuid::parse_str(tag.id.as_str()).is_err();
    // Ids first: a name must never take the label that is another tag's id.
    for tag in tags.iter().filter(|tag| is_word(tag)) {
        taken.insert(tag.id.as_str().to_owned());
        labels.insert(tag.id.as_str(), tag.id.as_str().to_owned());
    }
    for tag in tags.iter().filter(|tag| !is_word(tag)) {
        let name = tag.name("en");
        let mut label = name.to_owned();
        let mut number = 2;
        while !taken.insert(label.clone()) {
            label = format!("{name} {number}");
            number += 1;
        }
        labels.insert(tag.id.as_str(), label);
    }
    labels
}

/// How each analyst is called, by id: by name where no other has that name or
/// id, else by id.
pub(super) fn analyst_names(analysts: &[Analyst]) -> BTreeMap<&str, &str> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for analyst in analysts {
        *uses.entry(&analyst.name).or_default() += 1;
        if analyst.id.as_str() != analyst.name {
            *uses.entry(analyst.id.as_str()).or_default() += 1;
        }
    }
    let name = |analyst: &'_ Analyst| {
        !analyst.name.is_empty() && uses.get(analyst.name.as_str()) == Some(&1)
    };
    analysts
        .iter()
        .map(|analyst| {
            let shown = if name(analyst) {
                analyst.name.as_str()
            } else {
                analyst.id.as_str()
            };
            (analyst.id.as_str(), shown)
        })
        .collect()
}
