//! Finding an entity by typing part of its name, in Arabic or Latin letters,
//! or an identifier.
//!
//! Lives here: what fits a query, and in which order. Not here: the index
//! ([`super::registry`]) and the list that shows it (ui).
//!
//! **Invariant:** an entity is found by every one of its names, by its form in
//! Latin letters and by its identifiers; those that fit better come first, and
//! of two that fit alike the one that is mentioned more.

use std::cmp::Reverse;

use crate::analysis::card::attested;
use crate::command::Workbench;
use crate::entities::Type;
use crate::entities::alike::{search_key, skeleton};
use crate::language::romanise::{Role, Standard, gloss};
use crate::model::{Entity, Id};

use super::registry::{Found, loose_key};

/// How well an entity fits a query; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// An identifier, or a whole name.
    Whole,
    /// A name begins so.
    Begins,
    /// A word of a name does.
    WordBegins,
    /// A name holds it.
    Holds,
    /// The consonants are those of the name in Latin letters.
    Sounds,
}

/// Fewest consonants of a query that is compared by consonants alone.
const FEWEST_CONSONANTS: usize = 3;

impl Workbench {
    /// The entities that fit what was typed, best first; all of them, the most
    /// mentioned first, for an empty query.
    pub fn find_entities(&self, query: &str) -> Vec<Id> {
        let query = Query::new(query);
        let registry = self.registry();
        let mut found: Vec<(Option<Fit>, Reverse<usize>, &str, &Id)> = Vec::new();
        for (id, known) in &registry.entities {
            let fit = if query.is_empty() {
                None
            } else {
                match self.fit(&query, id, known) {
                    None => continue,
                    fit => fit,
                }
            };
            let name = known.names.first().map_or("", String::as_str);
            let count = Reverse(registry.mention_count(id));
            found.push((fit, count, name, id));
        }
        found.sort_unstable();
        found.into_iter().map(|(.., id)| id.clone()).collect()
    }

    fn fit(&self, query: &Query, id: &Id, known: &Found) -> Option<Fit> {
        if known.identifiers.contains(&query.raw) {
            return Some(Fit::Whole);
        }
        let best = known.names.iter().filter_map(|name| query.fit(name)).min();
        if best.is_some() || !query.is_latin {
            return best;
        }
        let (latin, bones) = self.latin_of(id, known);
        query.fit(latin).or_else(|| {
            let long_enough = query.bones.len() >= FEWEST_CONSONANTS;
            let sounds = long_enough
                && (bones.starts_with(&query.bones)
                    || bones.contains(&format!(" {}", query.bones)));
            sounds.then_some(Fit::Sounds)
        })
    }

    /// The name in Latin letters as it is searched, and its consonants.
    fn latin_of<'a>(&self, id: &Id, known: &'a Found) -> &'a (String, String) {
        known.latin.get_or_init(|| {
            let entity = self.project().entity(id);
            let latin = entity.map_or_else(String::new, romanised_by_rule);
            let latin = search_key(&latin);
            let bones = skeleton(&latin);
            (latin, bones)
        })
    }

    /// Writes the next `count` names in Latin letters that nobody has asked
    /// for yet, so that typing Latin letters does not wait for all of them;
    /// whether there may be more.
    pub fn romanise_ahead(&self, count: usize) -> bool {
        let registry = self.registry();
        let waiting = registry.entities.iter();
        let waiting = waiting.filter(|(_, known)| known.latin.get().is_none());
        let mut done = 0;
        for (id, known) in waiting.take(count) {
            self.latin_of(id, known);
            done += 1;
        }
        done == count || !registry.is_read()
    }

    /// An entity's name in Latin letters: the one that was chosen, else the
    /// one by the rules, which may lack vowels (`≈`).
    pub fn romanised(&self, entity: &Entity) -> String {
        if entity.romanised.is_empty() {
            romanised_by_rule(entity)
        } else {
            entity.romanised.clone()
        }
    }
}

/// The name in Latin letters by the lists and rules.
pub(super) fn romanised_by_rule(entity: &Entity) -> String {
    if !entity
        .name
        .contains(crate::language::letters::is_arabic_letter)
    {
        return String::new();
    }
    let role = match entity.tag.as_ref().and_then(Type::from_tag) {
        Some(Type::Person) => Role::Person,
        Some(Type::Place | Type::Facility) => Role::Place,
        _ => Role::Other,
    };
    gloss(&entity.name, role, Standard::customary(role), &attested).text()
}

/// What was typed.
struct Query {
    raw: String,
    words: Vec<String>,
    whole: String,
    /// As it is read when even the spelling is overlooked.
    loose: String,
    bones: String,
    is_latin: bool,
}

impl Query {
    fn new(typed: &str) -> Self {
        let whole = search_key(typed);
        Self {
            raw: typed.trim().to_lowercase(),
            words: whole
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            loose: loose_key(typed),
            bones: skeleton(&whole),
            is_latin: whole.chars().any(|c| c.is_ascii_alphabetic()),
            whole,
        }
    }

    fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    /// How well a name fits.
    fn fit(&self, name: &str) -> Option<Fit> {
        self.fit_as_written(name).or_else(|| {
            let holds = !self.loose.is_empty() && name.contains(&self.loose);
            holds.then_some(Fit::Holds)
        })
    }

    fn fit_as_written(&self, name: &str) -> Option<Fit> {
        if self.words.is_empty() || !self.words.iter().all(|word| name.contains(word.as_str())) {
            return None;
        }
        if name == self.whole || without_article(name) == without_article(&self.whole) {
            return Some(Fit::Whole);
        }
        if name.starts_with(&self.whole) || without_article(name).starts_with(&self.whole) {
            return Some(Fit::Begins);
        }
        let begins = |word: &String| {
            name.split(' ').any(|of_name| {
                of_name.starts_with(word.as_str())
                    || without_article(of_name).starts_with(word.as_str())
            })
        };
        if self.words.iter().all(begins) {
            Some(Fit::WordBegins)
        } else {
            Some(Fit::Holds)
        }
    }
}

fn without_article(words: &str) -> &str {
    words.strip_prefix("ال").unwrap_or(words)
}
