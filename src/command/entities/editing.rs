//! What is known of an entity, changed one thing at a time.
//!
//! Lives here: name, type, form in Latin letters, surfaces, identifiers. Not
//! here: its mentions ([`super::linking`], [`super::merging`]), and its notes.
//!
//! **Invariant:** a name that is changed stays a surface: what was found by it
//! is found by it still.

use crate::command::{CommandError, NoticeKind, Workbench};
use crate::entities::learned::key_of;
use crate::i18n::Arg;
use crate::model::{Edit, Entity, Id};

use super::identifier::{BadIdentifier, Identifier};
use super::linking::with_surface;
use super::registry::words_of;

/// One change of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntityChange {
    /// The canonical name.
    Name(String),
    /// What it is.
    Tag(Option<Id>),
    /// Its form in Latin letters; empty: the one by the rules.
    Romanised(String),
    /// One more way to write it.
    AddSurface(String),
    /// A stored surface goes.
    RemoveSurface(String),
    /// One more identifier, as it was typed.
    AddIdentifier(String),
    /// An identifier goes: authority and identifier.
    RemoveIdentifier(String, String),
}

/// How texts write an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surface {
    /// The words.
    pub words: String,
    /// In how many mentions.
    pub count: usize,
    /// Whether the entity has it also without a mention.
    pub stored: bool,
}

impl Workbench {
    /// Changes one thing of an entity.
    pub fn change_entity(&mut self, id: &Id, change: &EntityChange) -> Result<(), CommandError> {
        let Some(before) = self.project().entity(id).cloned() else {
            return Err(CommandError::message("error-entity-gone"));
        };
        let mut after = before.clone();
        let command = match change {
            EntityChange::Name(name) => {
                let name = one_line(name);
                if key_of(&name).is_empty() {
                    return Err(CommandError::message("error-entity-no-name"));
                }
                for words in [before.name.as_str(), name.as_str()] {
                    if let Some(with) = with_surface(&after, words) {
                        after = with;
                    }
                }
                after.name = name;
                "entity.rename"
            }
            EntityChange::Tag(tag) => {
                after.tag.clone_from(tag);
                "entity.retype"
            }
            EntityChange::Romanised(words) => {
                after.romanised = one_line(words);
                "entity.romanise"
            }
            EntityChange::AddSurface(words) => {
                if let Some(with) = with_surface(&after, &one_line(words)) {
                    after = with;
                }
                "entity.surfaces"
            }
            EntityChange::RemoveSurface(words) => {
                after.surfaces.retain(|surface| surface != words);
                "entity.surfaces"
            }
            EntityChange::AddIdentifier(typed) => {
                let identifier = Identifier::read(typed).map_err(refusal)?;
                after.add_identifier(&identifier.authority, &identifier.value);
                let twin = self.bearer_of(&identifier, id);
                if let Some(twin) = twin {
                    let said = [("name", Arg::from(twin))];
                    let text = self.messages().format("toast-identifier-twin", &said);
                    self.notify(NoticeKind::Done, text);
                }
                "entity.identifiers"
            }
            EntityChange::RemoveIdentifier(authority, value) => {
                after.remove_identifier(authority, value);
                "entity.identifiers"
            }
        };
        if after == before {
            return Ok(());
        }
        self.commit(command, vec![Edit::change(before, after)])
    }

    /// The name of another entity that has this identifier.
    fn bearer_of(&self, identifier: &Identifier, but: &Id) -> Option<String> {
        let has = |entity: &&Entity| {
            let known = entity.identifiers.get(&identifier.authority);
            entity.id != *but && known.is_some_and(|known| known.contains(&identifier.value))
        };
        self.project()
            .entities()
            .find(has)
            .map(|entity| entity.name.clone())
    }

    /// How texts write an entity: by its mentions, the most frequent first,
    /// and what is stored beside.
    pub fn surfaces_of_entity(&self, id: &Id) -> Vec<Surface> {
        let project = self.project();
        let Some(entity) = project.entity(id) else {
            return Vec::new();
        };
        let mut found: Vec<(String, Surface)> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for spot in self.registry().mentions(id) {
            let Some(mark) = project.annotation(&spot.mark) else {
                continue;
            };
            let text = project.document(&mark.document).map_or("", |d| &d.text);
            let (key, words) = words_of(mark, text);
            let key = key.folded();
            let place = *places.entry(key.to_owned()).or_insert_with(|| {
                found.push((
                    key.to_owned(),
                    Surface {
                        words,
                        count: 0,
                        stored: false,
                    },
                ));
                found.len() - 1
            });
            if let Some((_, surface)) = found.get_mut(place) {
                surface.count += 1;
            }
        }
        for words in &entity.surfaces {
            let key = key_of(words);
            match places.get(&key).and_then(|place| found.get_mut(*place)) {
                Some((_, surface)) => {
                    surface.stored = true;
                    surface.words.clone_from(words);
                }
                None => found.push((
                    key,
                    Surface {
                        words: words.clone(),
                        count: 0,
                        stored: true,
                    },
                )),
            }
        }
        let mut found: Vec<Surface> = found.into_iter().map(|(_, surface)| surface).collect();
        found.sort_by_key(|surface| std::cmp::Reverse(surface.count));
        found
    }
}

fn one_line(words: &str) -> String {
    let parts: Vec<&str> = words.split_whitespace().collect();
    parts.join(" ")
}

fn refusal(bad: BadIdentifier) -> CommandError {
    use super::identifier::Authority;
    CommandError::message(match bad {
        BadIdentifier::Empty => "error-identifier-form",
        BadIdentifier::Signs => "error-identifier-signs",
        BadIdentifier::Shape(authority) => match authority {
            Authority::Wikidata => "error-identifier-wikidata",
            Authority::GeoNames | Authority::Viaf => "error-identifier-digits",
            Authority::Isni | Authority::Orcid => "error-identifier-sixteen",
            Authority::Country => "error-identifier-country",
        },
    })
}
