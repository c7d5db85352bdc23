//! The list of names: entities, and names that mention nobody yet.
//!
//! Lives here: which are listed, in which order, and following what changes.
//! Not here: how a row looks, who is mentioned where
//! ([`Registry`](crate::command::Registry)).
//!
//! **Invariant:** a change of a few marks moves their rows and leaves the
//! others; all is gathered anew only when something else is asked for, or when
//! the index no longer knows what changed. Both lead to the same list (tested).

use std::cmp::{Ordering, Reverse};

use crate::command::{Owner, Registry, Spot, Stand, Workbench};
use crate::entities::alike::search_key;
use crate::model::Id;

/// In which order names stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameOrder {
    /// The most mentioned first, by name among those as often.
    #[default]
    Count,
    /// By name.
    Name,
    /// By their first mention; what is not mentioned comes last.
    First,
}

/// Which names are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NamesShown {
    /// Entities, and names without one.
    #[default]
    All,
    /// Entities.
    Entities,
    /// Names that mention nobody.
    Unlinked,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamesAsked {
    /// What names are to hold, as typed; empty for all.
    pub query: String,
    /// In which order.
    pub order: NameOrder,
    /// Which of both kinds.
    pub shown: NamesShown,
    /// Only those of one tag.
    pub tag: Option<Id>,
}

/// What became of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamesChange {
    /// They are as they were.
    Nothing,
    /// These may have come, gone or moved.
    Rows(Vec<Owner>),
    /// All were gathered anew.
    All,
}

/// The rows.
#[derive(Debug, Default)]
pub struct NameList {
    asked: NamesAsked,
    stand: Option<Stand>,
    is_read: bool,
    rows: Vec<Owner>,
    /// How much the index held when they were gathered.
    size: usize,
}

impl NameList {
    /// Entities and names in their order.
    pub fn rows(&self) -> &[Owner] {
        &self.rows
    }

    /// The row of an entity or name.
    pub fn row_of(&self, owner: Owner) -> Option<usize> {
        self.rows.iter().position(|row| *row == owner)
    }

    /// Brings the rows to what is so now.
    pub fn refresh(&mut self, wb: &Workbench, asked: &NamesAsked) -> NamesChange {
        let registry = wb.registry();
        let stand = registry.stand();
        let same = self.asked == *asked && self.is_read == registry.is_read();
        if same && self.stand == Some(stand) {
            return NamesChange::Nothing;
        }
        let changed = self
            .stand
            .filter(|_| same && asked.query.is_empty())
            .and_then(|since| registry.changed(since));
        if let Some(changed) = changed {
            let mut changed: Vec<Owner> = changed.collect();
            changed.sort_unstable();
            changed.dedup();
            // Where a row belongs can only be looked up among rows that stand
            // where they belong.
            self.rows.retain(|row| changed.binary_search(row).is_err());
            for owner in &changed {
                self.put(wb, *owner);
            }
            self.stand = Some(stand);
            self.size = registry.size();
            return NamesChange::Rows(changed);
        }
        // While the project is being read the list grows, by leaps.
        let leaps = registry.size() > self.size + self.size / 4;
        if same && !registry.is_read() && !leaps && self.stand.is_some() {
            return NamesChange::Nothing;
        }
        self.rows = gather(wb, asked);
        self.asked = asked.clone();
        self.stand = Some(stand);
        self.is_read = registry.is_read();
        self.size = registry.size();
        NamesChange::All
    }

    /// Puts one row where it belongs, if it is listed.
    fn put(&mut self, wb: &Workbench, owner: Owner) {
        if is_listed(wb, &self.asked, owner) {
            let order = self.asked.order;
            let registry = wb.registry();
            let row = self.rows.partition_point(|row| {
                compare(registry, order, (*row, None), (owner, None)) == Ordering::Less
            });
            self.rows.insert(row, owner);
        }
    }
}

/// Whether it is there and of what is asked for, the query aside.
fn is_listed(wb: &Workbench, asked: &NamesAsked, owner: Owner) -> bool {
    let registry = wb.registry();
    let of_tag = |tag: Option<&Id>| asked.tag.is_none() || asked.tag.as_ref() == tag;
    if owner.is_name() {
        let name = registry.name_with(owner);
        asked.shown != NamesShown::Entities && name.is_some_and(|name| of_tag(Some(name.key.tag())))
    } else {
        let entity = registry.entity_of(owner);
        let entity = entity.and_then(|id| wb.project().entity(id));
        asked.shown != NamesShown::Unlinked && entity.is_some_and(|it| of_tag(it.tag.as_ref()))
    }
}

/// The rows that are asked for, in their order.
fn gather(wb: &Workbench, asked: &NamesAsked) -> Vec<Owner> {
    let registry = wb.registry();
    let entities = wb
        .find_entities(&asked.query)
        .into_iter()
        .filter_map(|id| registry.owner_of_entity(&id));
    let words = search_key(&asked.query);
    let holds = |owner: Owner| {
        let name = registry.sorted_by(owner);
        words.is_empty() || words.split(' ').all(|word| name.contains(word))
    };
    let names = registry.unlinked().filter(|owner| holds(*owner));
    let mut rows: Vec<(Owner, Option<Spot>)> = entities
        .chain(names)
        .filter(|owner| is_listed(wb, asked, *owner))
        .map(|owner| (owner, None))
        .collect();
    if asked.order == NameOrder::First {
        for (owner, first) in &mut rows {
            *first = registry.marks(*owner).next();
        }
    }
    // Both parts come by their counts: two runs that are only merged.
    rows.sort_by(|(a, first), (b, other)| {
        compare(
            registry,
            asked.order,
            (*a, first.as_ref()),
            (*b, other.as_ref()),
        )
    });
    rows.into_iter().map(|(owner, _)| owner).collect()
}

/// The order of two rows, each with its first mention where that is known
/// already. Entities come before names, and no two rows are equal.
fn compare(
    registry: &Registry,
    order: NameOrder,
    (a, a_first): (Owner, Option<&Spot>),
    (b, b_first): (Owner, Option<&Spot>),
) -> Ordering {
    let by_count = || Reverse(registry.count(a)).cmp(&Reverse(registry.count(b)));
    let by_kind = || a.is_name().cmp(&b.is_name());
    let by_name = || registry.sorted_by(a).cmp(registry.sorted_by(b));
    let by_place = || {
        let first =
            |owner, known: Option<&Spot>| known.cloned().or_else(|| registry.marks(owner).next());
        let (a, b) = (first(a, a_first), first(b, b_first));
        (a.is_none(), a).cmp(&(b.is_none(), b))
    };
    let wanted = match order {
        NameOrder::Count => by_count(),
        NameOrder::Name => by_name(),
        NameOrder::First => by_place(),
    };
    // Names of one spelling come by tag, entities by identifier.
    let by_key = || match (registry.name_with(a), registry.name_with(b)) {
        (Some(a), Some(b)) => a.key.cmp(&b.key),
        _ => registry.entity_of(a).cmp(&registry.entity_of(b)),
    };
    wanted
        .then_with(by_kind)
        .then_with(by_name)
        .then_with(by_key)
}
