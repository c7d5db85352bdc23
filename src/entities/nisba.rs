//! Adjectives of nationality and belonging, in all their forms.
//!
//! Here: from a masculine singular (سوري) to the forms news prose has, with
//! the place they come from. Not here: which of them name people in a text.

use super::cues::rows;
use crate::language::{Level, key};
use std::collections::HashMap;
use std::sync::Arc;

/// One adjective of belonging.
#[derive(Clone, Debug)]
pub(super) struct Belonging {
    /// The place or people it is taken from, in Arabic.
    pub(super) base: Arc<str>,
    /// The same in English.
    pub(super) latin: Arc<str>,
    /// It is also an ordinary word.
    pub(super) ambiguous: bool,
    /// Its base is a place.
    pub(super) of_place: bool,
}

/// Endings of the forms made from a masculine singular, after its final ي.
const ENDINGS: [&str; 10] = [
    "ي", "يه", "ية", "يا", "يين", "يون", "يان", "يتان", "يتين", "يات",
];

/// All forms, folded, with and without article.
pub(super) struct Nisba {
    forms: HashMap<String, Belonging>,
}

const TABLE: &str = include_str!("../../assets/data/cues/nisba.tsv");

impl Nisba {
    pub(super) fn bundled() -> Self {
        let mut forms = HashMap::new();
        for row in rows(TABLE) {
            let [_, masculine, extra, base, latin, _, kind, ..] = row.as_slice() else {
                continue;
            };
            let belonging = |ambiguous| Belonging {
                base: Arc::from(*base),
                latin: Arc::from(*latin),
                ambiguous,
                of_place: matches!(*kind, "country" | "region" | "city" | "continent"),
            };
            let mut add = |form: &str, ambiguous: bool| {
                forms
                    .entry(form.to_owned())
                    .or_insert_with(|| belonging(ambiguous));
            };
            let ambiguous = masculine.ends_with('?');
            let singular = key(masculine.trim_end_matches('?'), Level::Letters);
            if let Some(stem) = singular.strip_suffix('ي') {
                for ending in ENDINGS {
                    let form = format!("{stem}{ending}");
                    add(&format!("ال{form}"), ambiguous);
                    add(&form, ambiguous);
                }
            } else if singular != "-" && !singular.is_empty() {
                add(&format!("ال{singular}"), ambiguous);
                add(&singular, ambiguous);
            }
            for form in extra.split('|').filter(|form| !form.trim().is_empty()) {
                let ambiguous = form.ends_with('?');
                add(
                    &key(form.trim().trim_end_matches('?'), Level::Letters),
                    ambiguous,
                );
            }
        }
        Self { forms }
    }

    /// What a folded word (or two words with a space) belongs to.
    pub(super) fn get(&self, word: &str) -> Option<&Belonging> {
        self.forms.get(word)
    }
}
