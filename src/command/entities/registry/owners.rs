//! Whom or what marks belong to: entities, and names that mention nobody yet,
//! each under a number.
//!
//! Lives here: the numbers, how many marks each has, and which changed lately.
//! Not here: where the marks stand ([`super::places`]).
//!
//! **Invariant:** a number stands for the same entity or name until the index
//! begins anew, also when its last mark is gone and comes back; so a list can
//! keep numbers and follow the changes.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use crate::model::Id;

/// The number of an entity or a name in the index.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner(u32);

/// The highest bit tells names from entities.
const NAME: u32 = 1 << 31;

impl Owner {
    /// All names without an entity, together.
    pub(super) const UNLINKED: Self = Self(NAME - 1);

    /// Whether it is a name without an entity.
    pub fn is_name(self) -> bool {
        self.0 & NAME != 0
    }

    pub(super) fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    fn index(self) -> usize {
        (self.0 & !NAME) as usize
    }
}

/// What makes two marks one name: the tag, and the words when folded.
/// They are ordered by the words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(Arc<(Box<str>, Id)>);

impl NameKey {
    /// The name that folded words are under a tag.
    pub fn new(tag: Id, folded: &str) -> Self {
        Self(Arc::new((folded.into(), tag)))
    }

    /// The tag of its marks.
    pub fn tag(&self) -> &Id {
        &self.0.1
    }

    /// Its words, folded.
    pub fn folded(&self) -> &str {
        &self.0.0
    }
}

/// A name that mentions no entity.
#[derive(Clone, Debug)]
pub struct Unlinked {
    /// What makes it one name.
    pub key: NameKey,
    /// The words of the mark that was read first.
    pub surface: Box<str>,
    /// How many marks it has.
    pub count: u32,
}

/// Changes that are remembered one by one.
const REMEMBERED: usize = 256;

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Owners {
    entities: Vec<(Id, u32)>,
    names: Vec<Unlinked>,
    by_entity: HashMap<Id, Owner>,
    by_name: HashMap<NameKey, Owner>,
    /// Names that have marks, the most frequent first.
    ranked: BTreeSet<(Reverse<u32>, NameKey, Owner)>,
    changed: VecDeque<Owner>,
    /// How many changes there were.
    changes: u64,
}

impl Owners {
    /// The number of an entity; a new one when it is new.
    pub(super) fn entity(&mut self, id: &Id) -> Owner {
        if let Some(owner) = self.by_entity.get(id) {
            return *owner;
        }
        let owner = Owner(number(self.entities.len()));
        self.entities.push((id.clone(), 0));
        self.by_entity.insert(id.clone(), owner);
        owner
    }

    /// The number of a name; a new one, with this surface, when it is new.
    pub(super) fn name(&mut self, key: NameKey, surface: &str) -> Owner {
        if let Some(owner) = self.by_name.get(&key) {
            return *owner;
        }
        let owner = Owner(number(self.names.len()) | NAME);
        self.by_name.insert(key.clone(), owner);
        self.names.push(Unlinked {
            key,
            surface: surface.into(),
            count: 0,
        });
        owner
    }

    /// One mark more, or one less.
    pub(super) fn count(&mut self, owner: Owner, more: bool) {
        let stepped = |count: u32| {
            if more {
                count.saturating_add(1)
            } else {
                count.saturating_sub(1)
            }
        };
        if owner.is_name() {
            let Some(name) = self.names.get_mut(owner.index()) else {
                return;
            };
            let mut rank = (Reverse(name.count), name.key.clone(), owner);
            self.ranked.remove(&rank);
            name.count = stepped(name.count);
            rank.0 = Reverse(name.count);
            if name.count > 0 {
                self.ranked.insert(rank);
            }
        } else if let Some((_, count)) = self.entities.get_mut(owner.index()) {
            *count = stepped(*count);
        }
        self.note(owner);
    }

    /// Remembers that something changed about it.
    pub(super) fn note(&mut self, owner: Owner) {
        self.changes += 1;
        if self.changed.len() == REMEMBERED {
            self.changed.pop_front();
        }
        self.changed.push_back(owner);
    }

    /// How many changes there were.
    pub(super) fn changes(&self) -> u64 {
        self.changes
    }

    /// What changed after the first `since` changes; none when that is no
    /// longer known.
    pub(super) fn changed(&self, since: u64) -> Option<impl Iterator<Item = Owner>> {
        let new = usize::try_from(self.changes.checked_sub(since)?).ok()?;
        let known = self.changed.len().checked_sub(new)?;
        Some(self.changed.iter().skip(known).copied())
    }

    pub(super) fn of_entity(&self, id: &Id) -> Option<Owner> {
        self.by_entity.get(id).copied()
    }

    pub(super) fn of_name(&self, key: &NameKey) -> Option<Owner> {
        self.by_name.get(key).copied()
    }

    /// Names that have marks, the most frequent first.
    pub(super) fn ranked(&self) -> impl ExactSizeIterator<Item = Owner> {
        self.ranked.iter().map(|(.., owner)| *owner)
    }

    pub(super) fn entity_of(&self, owner: Owner) -> Option<&Id> {
        let (id, _) = self
            .entities
            .get(owner.index())
            .filter(|_| !owner.is_name())?;
        Some(id)
    }

    pub(super) fn name_of(&self, owner: Owner) -> Option<&Unlinked> {
        self.names.get(owner.index()).filter(|_| owner.is_name())
    }

    /// How many marks it has.
    pub(super) fn mentions(&self, owner: Owner) -> usize {
        let count = match self.name_of(owner) {
            Some(name) => name.count,
            None => self
                .entities
                .get(owner.index())
                .map_or(0, |(_, count)| *count),
        };
        count as usize
    }
}

/// The number of the next of so many; below [`Owner::UNLINKED`].
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX).min(NAME - 2)
}
