//! The user's own list of words, which counts in every project.
//!
//! Here: reading its table, which has the form of the bundled lists, and
//! finding a name in it. Not here: the file, and how it is edited (store,
//! command).
//!
//! **Invariant:** what a line lacks is taken as empty: a type and a name are
//! enough.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use super::data::phrase_key;
use super::{Canonical, Type};

/// A name of the list.
#[derive(Clone, Debug)]
pub(super) struct OwnName {
    pub(super) kind: Type,
    pub(super) canonical: Canonical,
    /// It is also an ordinary word, and counts only after its full form.
    pub(super) ambiguous: bool,
}

/// All names of the list by their folded words.
#[derive(Default)]
pub struct OwnList {
    names: HashMap<String, OwnName>,
    /// Most words of a name that begins with this word.
    longest: HashMap<String, usize>,
}

impl fmt::Debug for OwnList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OwnList").field(&self.names.len()).finish()
    }
}

impl OwnList {
    /// Reads a table of up to seven cells between tabs: id, type, name,
    /// variants, English names, acronyms, flags. Notes, and lines without a
    /// type and a name, are passed over.
    pub fn read(table: &str) -> Self {
        let mut list = Self::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            list.add(line);
        }
        list
    }

    /// Whether it holds no name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn add(&mut self, line: &str) {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let cell = |index: usize| cells.get(index).copied().unwrap_or_default();
        let Some(kind) = Type::from_code(cell(1)) else {
            return;
        };
        let name = cell(2);
        let own = OwnName {
            kind,
            canonical: Canonical {
                id: Arc::from(format!("own:{name}")),
                name: Arc::from(name),
                latin: cell(4)
                    .split('|')
                    .map(str::trim)
                    .find(|latin| !latin.is_empty())
                    .map(Arc::from),
            },
            ambiguous: cell(6).split_whitespace().any(|flag| flag == "ambiguous"),
        };
        let forms = std::iter::once(name)
            .chain(cell(3).split('|'))
            .chain(cell(5).split('|'));
        for form in forms {
            let key = phrase_key(form);
            let Some(first) = key.split(' ').next().filter(|first| !first.is_empty()) else {
                continue;
            };
            let most = self.longest.entry(first.to_owned()).or_default();
            *most = (*most).max(key.split(' ').count());
            self.names.entry(key).or_insert_with(|| own.clone());
        }
    }

    /// The id of the thing that these folded words name.
    pub(super) fn id_of(&self, words: &str) -> Option<&str> {
        let name = self.names.get(words).filter(|name| !name.ambiguous)?;
        Some(&name.canonical.id)
    }

    /// The longest name at the head of some folded words: how many words it
    /// takes, and what it is.
    pub(super) fn longest(&self, words: &[&str]) -> Option<(usize, &OwnName)> {
        let most = (*self.longest.get(*words.first()?)?).min(words.len());
        (1..=most).rev().find_map(|count| {
            let name = self.names.get(&words.get(..count)?.join(" "))?;
            Some((count, name))
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known tables")]
mod tests {
    use super::*;
    use crate::entities::{Context, Learned, Source, suggest};

    const TABLE: &str = "# a note\nown-1\tORG\tمركز السنونو\tالسنونو\tSwallow Centre\t\t\n\
        \tPERSON\tزيدون القمحاوي\nnonsense\n\tTOWN\tx\n";

    #[test]
    fn the_longest_name_is_found() {
        let list = OwnList::read(TABLE);
        let (words, name) = list.longest(&["مركز", "السنونو", "في"]).unwrap();
        assert_eq!((words, name.kind), (2, Type::Organisation));
        assert_eq!(list.longest(&["مركز"]).map(|found| found.0), None);
        assert!(OwnList::read("").is_empty());
    }

    #[test]
    fn names_of_the_list_are_suggested_with_clitics_and_in_other_spellings() {
        let learned = Learned::default().with_own_list(Arc::new(OwnList::read(TABLE)));
        let text = "زار المكان وفد من مركز السنونو، وللسنونو فرع فيه، كما قال زيدون القمحاوى.";
        let context = Context {
            learned: &learned,
            document: None,
            date: None,
        };
        let found: Vec<(&str, Type)> = suggest(text, &context)
            .iter()
            .filter(|one| one.source == Source::List && one.reason.rule == "own")
            .map(|one| (one.span.of(text).unwrap(), one.kind))
            .collect();
        assert_eq!(
            found,
            [
                ("مركز السنونو", Type::Organisation),
                ("لسنونو", Type::Organisation),
                ("زيدون القمحاوى", Type::Person),
            ]
        );
    }
}
