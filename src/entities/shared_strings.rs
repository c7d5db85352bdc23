//! Strings that many suggestions hold, kept once.
//!
//! **Invariant:** a string comes out as it went in.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::Suggestion;

/// The names and reasons of the suggestions of a project. A long text holds
/// the same few hundred names again and again.
#[derive(Debug, Default)]
pub struct SharedStrings(Mutex<BTreeSet<Arc<str>>>);

impl SharedStrings {
    /// Has the suggestions hold strings that are already there.
    pub fn share(&self, suggestions: &mut Vec<Suggestion>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut one = |string: &mut Arc<str>| match known.get(&**string) {
            Some(same) => *string = Arc::clone(same),
            None => {
                known.insert(Arc::clone(string));
            }
        };
        for suggestion in suggestions.iter_mut() {
            if let Some(canonical) = &mut suggestion.canonical {
                one(&mut canonical.id);
                one(&mut canonical.name);
                canonical.latin.as_mut().map(&mut one);
            }
            one(&mut suggestion.reason.detail);
        }
        suggestions.shrink_to_fit();
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
        let strings = SharedStrings::default();
        let found = suggest("زار دمشق ثم عاد إلى دمشق", &context);
        let mut shared = found.clone();
        strings.share(&mut shared);
        assert_eq!(shared, found);
        let ids: Vec<&Arc<str>> = shared
            .iter()
            .filter_map(|one| Some(&one.canonical.as_ref()?.id))
            .collect();
        assert!(ids.len() >= 2 && Arc::ptr_eq(ids[0], ids[1]));
    }
}
