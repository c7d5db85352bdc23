//! The lists of names written by hand, bundled and the user's own.
//!
//! Here: reading the tables and finding the longest entry at the head of some
//! words. Not here: what an ambiguous entry needs to count.
//!
//! **Invariant:** keys are folded words joined by one space.

use super::cues::rows;
use super::{Canonical, Type};
use crate::language::{Level, key};
use std::collections::HashMap;
use std::sync::Arc;

/// One surface of a list entry.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: Type,
    pub(super) canonical: Canonical,
    /// The surface is also an ordinary word or another name.
    pub(super) ambiguous: bool,
    /// The list it stands in.
    pub(super) list: &'static str,
}

/// All surfaces of all entries.
#[derive(Default)]
pub(super) struct Lists {
    surfaces: HashMap<String, Entry>,
    /// Most words of a surface that begins with this word.
    longest: HashMap<String, usize>,
}

/// Name of a list (its message is `list-<name>`) and its table.
const BUNDLED: [(&str, &str); 2] = [
    ("actors", include_str!("../../assets/data/lists/actors.tsv")),
    (
        "people-list",
        include_str!("../../assets/data/lists/people.tsv"),
    ),
];

/// A list of the user's own, in the table format of the bundled ones.
#[derive(Default)]
pub struct OwnList(Lists);

impl std::fmt::Debug for OwnList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("OwnList")
            .field(&self.0.surfaces.len())
            .finish()
    }
}

impl OwnList {
    /// Reads the table: seven columns separated by tabulators; lines that do
    /// not fit are left out.
    pub fn read(table: &str) -> Self {
        let mut lists = Lists::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut row: Vec<&str> = line.split('\t').map(str::trim).collect();
            row.resize(row.len().max(7), "");
            lists.add("own", &row);
        }
        Self(lists)
    }

    /// The longest surface at the head of `words`, as for the bundled lists.
    pub(super) fn longest(&self, words: &[&str]) -> Option<(usize, &Entry)> {
        self.0.longest(words)
    }
}

impl Lists {
    pub(super) fn bundled() -> Self {
        let mut lists = Self::default();
        for (name, table) in BUNDLED {
            rows(table).for_each(|row| lists.add(name, &row));
        }
        lists
    }

    /// The longest surface at the head of `words`: how many words it takes,
    /// and its entry.
    pub(super) fn longest(&self, words: &[&str]) -> Option<(usize, &Entry)> {
        let first = words.first()?;
        let most = (*self.longest.get(*first)?).min(words.len());
        (1..=most).rev().find_map(|count| {
            let entry = match words.get(..count)? {
                [one] => self.surfaces.get(*one),
                several => self.surfaces.get(&several.join(" ")),
            }?;
            Some((count, entry))
        })
    }

    fn add(&mut self, list: &'static str, row: &[&str]) {
        let [id, kind, name, variants, english, acronyms, ..] = row else {
            return;
        };
        let Some(kind) = Type::from_code(kind) else {
            return;
        };
        let flags = row.get(6).copied().unwrap_or_default();
        let ambiguous = flags.split(' ').any(|flag| flag == "ambiguous");
        let ambiguous_variants: Vec<&str> = flags
            .split_once("variant-ambiguous:")
            .map(|(_, rest)| rest.split('|').map(str::trim).collect())
            .unwrap_or_default();
        let canonical = Canonical {
            id: Arc::from(*id),
            name: Arc::from(*name),
            latin: english
                .split('|')
                .next()
                .filter(|latin| !latin.is_empty())
                .map(Arc::from),
        };
        let surfaces = std::iter::once(*name)
            .chain(variants.split('|'))
            .chain(acronyms.split('|'));
        for surface in surfaces
            .map(str::trim)
            .filter(|surface| !surface.is_empty())
        {
            let words = surface_key(surface);
            let Some(first) = words.split(' ').next() else {
                continue;
            };
            let count = words.split(' ').count();
            let longest = self.longest.entry(first.to_owned()).or_default();
            *longest = (*longest).max(count);
            self.surfaces.entry(words).or_insert_with(|| Entry {
                kind,
                canonical: canonical.clone(),
                ambiguous: (ambiguous && surface == *name) || ambiguous_variants.contains(&surface),
                list,
            });
        }
    }
}

/// A surface as it is looked up: folded, words joined by one space, signs
/// between them left out.
fn surface_key(surface: &str) -> String {
    let folded = key(surface, Level::Letters);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
