//! Short forms in brackets: منظمة الأغذية والزراعة (فاو).
//!
//! **Invariant:** a short form names what stands right before its bracket.

use crate::entities::candidate::{Candidate, Found};
use crate::entities::page::Page;
use crate::entities::tokens::Shape;
use crate::entities::{Source, Type};

/// Most tokens between the brackets.
const LONGEST: usize = 3;

/// Adds short forms in brackets after a body, a group or an event.
pub(in crate::entities) fn find(page: &Page<'_>, found: &mut Found) {
    let mut new: Vec<Candidate> = Vec::new();
    for open in 1..page.len() {
        if page.tokens.shape(open) != Shape::Open {
            continue;
        }
        let mut first = open + 1;
        let quoted = page.tokens.shape(first) == Shape::Quote;
        if quoted {
            first += 1;
        }
        let mut last = first;
        while last - first < LONGEST
            && matches!(page.tokens.shape(last + 1), Shape::Arabic | Shape::Latin)
        {
            last += 1;
        }
        let close = last + 1 + usize::from(quoted);
        if page.tokens.shape(close) != Shape::Close
            || !matches!(page.tokens.shape(first), Shape::Arabic | Shape::Latin)
        {
            continue;
        }
        let Some(long) = found
            .list()
            .iter()
            .filter(|c| {
                c.last + 1 == open
                    && !c.weak
                    && matches!(c.kind, Type::Organisation | Type::Group | Type::Event)
            })
            .max_by_key(|c| c.len())
        else {
            continue;
        };
        // (بالعربي), (كانون الثاني): an ordinary phrase is no short form.
        let ordinary = (first..=last).all(|at| {
            let facts = page.facts(at);
            page.tokens.is_arabic(at) && (facts.ordinary || facts.nisba)
        });
        let listed = found
            .at(first)
            .any(|c| c.weak && c.kind == long.kind && c.last == last);
        if (ordinary && !listed) || found.at(first).any(|c| !c.weak && c.last >= last) {
            continue;
        }
        new.push(
            Candidate::new(
                (first, 0, last),
                long.kind,
                Source::Cue,
                "short-form",
                long.detail.clone(),
            )
            .naming(long.canonical.clone()),
        );
    }
    found.extend(new);
}
