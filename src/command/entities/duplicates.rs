//! Entities that may be one: pairs with names alike, each with the reason.
//!
//! Lives here: finding and ordering the pairs. Not here: what is done with
//! them ([`super::merging`]).
//!
//! **Invariant:** a pair that somebody kept apart never comes again; neither
//! do more pairs than a person can look through for one name that many share.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::command::Workbench;
use crate::entities::alike::{Handle, Side, Why};
use crate::model::Id;

/// Two entities that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The one that is mentioned more.
    pub first: Id,
    /// The other.
    pub second: Id,
    /// Why.
    pub why: Why,
}

/// A name that joins more entities than this tells nothing.
const MOST_ALIKE: usize = 6;

impl Workbench {
    /// The pairs of entities that may be one, the surest and most mentioned
    /// first.
    pub fn duplicates(&self) -> Vec<Duplicate> {
        let registry = self.registry();
        let mut best: BTreeMap<(Id, Id), Why> = BTreeMap::new();
        for (handle, those) in registry.all_handles() {
            let others: Vec<&Id> = match handle.side {
                Side::Both => those.iter().collect(),
                Side::Long => registry.with_handle(&handle.partner()).collect(),
                Side::Short => continue,
            };
            if others.is_empty() || those.len().max(others.len()) > MOST_ALIKE {
                continue;
            }
            for one in those {
                for other in &others {
                    if handle.side == Side::Both && one >= *other {
                        continue;
                    }
                    self.weigh(handle, one, other, &mut best);
                }
            }
        }
        let mut pairs: Vec<(Why, Reverse<usize>, Duplicate)> = best
            .into_iter()
            .map(|((one, other), why)| {
                let count = |id: &Id| registry.mention_count(id);
                let (a, b) = (count(&one), count(&other));
                let (first, second) = if b > a { (other, one) } else { (one, other) };
                (why, Reverse(a + b), Duplicate { first, second, why })
            })
            .collect();
        pairs.sort_by(|a, b| (a.0, a.1, &a.2.first).cmp(&(b.0, b.1, &b.2.first)));
        pairs.into_iter().map(|(.., pair)| pair).collect()
    }

    fn weigh(&self, handle: &Handle, one: &Id, other: &Id, best: &mut BTreeMap<(Id, Id), Why>) {
        let (Some(a), Some(b)) = (self.project().entity(one), self.project().entity(other)) else {
            return;
        };
        let may_be_one_type = match (&a.tag, &b.tag) {
            (Some(a), Some(b)) => a == b || handle.why == Why::Listed,
            _ => true,
        };
        let apart = a.distinct_from.contains(other) || b.distinct_from.contains(one);
        if one == other || apart || !may_be_one_type {
            return;
        }
        let pair = if one < other {
            (one.clone(), other.clone())
        } else {
            (other.clone(), one.clone())
        };
        let known = best.entry(pair).or_insert(handle.why);
        *known = (*known).min(handle.why);
    }
}
