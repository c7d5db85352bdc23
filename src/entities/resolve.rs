//! Which candidates become suggestions when they overlap.
//!
//! **Invariant:** what is kept is nested or apart, never crossing, and nothing
//! is kept twice at one place.

use super::Type;
use super::candidate::Candidate;

/// Whether a mention of `inner` may stand inside one of `outer`.
fn nests(inner: Type, outer: Type) -> bool {
    use Type::{Date, Event, Facility, Group, Number, Organisation, People, Place, Title};
    match outer {
        Organisation | Group => matches!(inner, Place | People),
        Facility => matches!(inner, Place | People),
        Event => matches!(inner, Place | People | Number | Date | Organisation | Group),
        Title => matches!(inner, Organisation | Group | Place | People | Facility),
        Place => matches!(inner, People),
        _ => false,
    }
}

/// Those of the candidates that stay, in text order, the longer first.
pub(super) fn resolve(mut found: Vec<Candidate>) -> Vec<Candidate> {
    found.sort_by(|a, b| {
        b.len()
            .cmp(&a.len())
            .then(a.cut.cmp(&b.cut))
            .then(a.rank().cmp(&b.rank()))
            .then(a.first.cmp(&b.first))
    });
    let tokens = found.iter().map(|c| c.last + 1).max().unwrap_or(0);
    // For each token the kept candidates that cover it, the longest first.
    let mut over: Vec<Vec<u32>> = vec![Vec::new(); tokens];
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in found {
        let clear = (candidate.first..=candidate.last).all(|token| {
            over.get(token).is_none_or(|covering| {
                covering.iter().all(|&at| {
                    kept.get(at as usize).is_none_or(|outer| {
                        outer.covers(&candidate)
                            && !(candidate.covers(outer))
                            && nests(candidate.kind, outer.kind)
                            && outer.rule != "list-media"
                    })
                })
            })
        });
        if !clear {
            continue;
        }
        for token in candidate.first..=candidate.last {
            if let Some(covering) = over.get_mut(token) {
                covering.push(kept.len() as u32);
            }
        }
        kept.push(candidate);
    }
    kept.sort_by(|a, b| a.start().cmp(&b.start()).then(b.last.cmp(&a.last)));
    kept
}
