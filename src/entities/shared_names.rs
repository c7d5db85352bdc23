//! Names and reasons that many suggestions hold, kept once.
//!
//! **Invariant:** what is shared is equal to what it was before.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::Suggestion;
use super::suggestion::{Canonical, Reason};

/// The names and reasons of the suggestions of a project. A long text holds
/// the same few hundred names again and again.
#[derive(Debug, Default)]
pub struct SharedNames(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    names: BTreeSet<Arc<Canonical>>,
    reasons: BTreeSet<Arc<Reason>>,
}

impl SharedNames {
    /// Has the suggestions hold what is there already.
    pub fn share(&self, suggestions: &mut Vec<Suggestion>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for suggestion in suggestions.iter_mut() {
            if let Some(canonical) = &mut suggestion.canonical {
                share(&mut known.names, canonical);
            }
            share(&mut known.reasons, &mut suggestion.reason);
        }
        suggestions.shrink_to_fit();
    }
}

fn share<T: Ord>(known: &mut BTreeSet<Arc<T>>, one: &mut Arc<T>) {
    match known.get(&*one) {
        Some(same) => *one = Arc::clone(same),
        None => {
            known.insert(Arc::clone(one));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod tests {
    use super::*;
    use crate::entities::{Context, Learned, suggest};

    #[test]
    fn the_same_names_are_held_once_and_stay_what_they_were() {
        let learned = Learned::default();
        let context = Context {
            learned: &learned,
            document: None,
            date: None,
        };
        let names = SharedNames::default();
        let found = suggest("زار دمشق ثم عاد إلى دمشق", &context);
        let mut shared = found.clone();
        names.share(&mut shared);
        assert_eq!(shared, found);
        let things: Vec<_> = shared
            .iter()
            .filter_map(|one| one.canonical.as_ref())
            .collect();
        assert!(things.len() >= 2 && Arc::ptr_eq(things[0], things[1]));
        assert!(Arc::ptr_eq(&shared[0].reason, &shared[1].reason));
    }
}
