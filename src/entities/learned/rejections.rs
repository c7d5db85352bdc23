//! What is not to be suggested again.
//!
//! The rules, which a person can follow: words rejected in a document are not
//! suggested in it; words rejected everywhere, or in at least two documents
//! and in more than they were accepted in, are not suggested at all; a newer
//! acceptance of the same words as the same thing lifts a rejection. A
//! rejection of one place is that place's alone and not kept here.
//!
//! **Invariant:** what is answered depends on the records alone.

use std::collections::BTreeSet;

use super::entry::Entry;
use crate::model::{Decision, Id, Timestamp, Verdict};

/// In how many documents words are rejected before that holds for all.
const ENOUGH_DOCUMENTS: usize = 2;

/// One rejection of the words of a key.
#[derive(Clone, Debug, PartialEq)]
struct Rejection {
    record: Id,
    document: Option<Id>,
    tag: Option<Id>,
    at: Timestamp,
    verdict: Verdict,
}

/// The rejections of the words of one key.
#[derive(Clone, Debug, Default)]
pub(super) struct Rejections(Vec<Rejection>);

impl Rejections {
    pub(super) fn add(&mut self, decision: &Decision) {
        self.0.push(Rejection {
            record: decision.id.clone(),
            document: decision.document.clone(),
            tag: decision.tag.clone(),
            at: decision.at,
            verdict: decision.verdict,
        });
    }

    pub(super) fn remove(&mut self, decision: &Id) {
        self.0.retain(|one| one.record != *decision);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a suggestion of these words with this tag was accepted with
    /// another one, and not with this one since.
    pub(super) fn retyped(&self, tag: &Id, accepted: Option<&Entry>) -> bool {
        let newest = accepted.and_then(|entry| entry.newest(tag, None));
        self.0.iter().any(|one| {
            one.verdict == Verdict::Retyped
                && one.tag.as_ref() == Some(tag)
                && newest.is_none_or(|at| at < one.at)
        })
    }

    /// Whether the words are not to be suggested with this tag in this
    /// document; without one, whether they are not in any.
    pub(super) fn hold(&self, tag: &Id, document: Option<&Id>, accepted: Option<&Entry>) -> bool {
        let newest = |document| accepted.and_then(|entry| entry.newest(tag, document));
        let concerns = |one: &&Rejection| {
            one.verdict != Verdict::Retyped
                && one.tag.as_ref().is_none_or(|rejected| rejected == tag)
        };
        let anywhere = newest(None);
        let mut documents: BTreeSet<&Id> = BTreeSet::new();
        for one in self.0.iter().filter(concerns) {
            match &one.document {
                None if anywhere.is_none_or(|at| at < one.at) => return true,
                Some(rejected) if newest(Some(rejected)).is_none_or(|at| at < one.at) => {
                    if document == Some(rejected) {
                        return true;
                    }
                    // That borders were wrong is no word against the name.
                    if one.verdict == Verdict::Rejected {
                        documents.insert(rejected);
                    }
                }
                _ => {}
            }
        }
        if documents.len() < ENOUGH_DOCUMENTS {
            return false;
        }
        let accepted_in: BTreeSet<&Id> = accepted
            .into_iter()
            .flat_map(|entry| &entry.evidence)
            .filter(|one| !one.surname && one.tag == *tag)
            .filter_map(|one| one.document.as_ref())
            .collect();
        documents.len() > accepted_in.len()
    }
}
