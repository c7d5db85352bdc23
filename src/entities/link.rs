//! Which mentions name one thing.
//!
//! Rules, in order: the list or gazetteer entry they share; equal folded words
//! without article; a head word dropped or added; the surname of a full name;
//! the short form in brackets (its candidate carries the long one's thing).
//!
//! **Invariant:** every suggestion but dates, numbers and addresses ends with
//! a canonical; those made here begin with `doc:`.

use super::candidate::Candidate;
use super::cues::without_article;
use super::page::Page;
use super::tokens::Shape;
use super::{Canonical, Type};
use std::collections::HashMap;
use std::sync::Arc;

/// Gives every candidate that names a thing its canonical.
pub(super) fn link(page: &Page<'_>, found: &mut [Candidate]) {
    let keys: Vec<String> = found.iter().map(|c| key_of(page, c)).collect();
    let mut known: HashMap<(Type, String), Canonical> = HashMap::new();
    for (candidate, key) in found.iter().zip(&keys) {
        if let Some(canonical) = &candidate.canonical {
            known
                .entry((candidate.kind, key.clone()))
                .or_insert_with(|| canonical.clone());
        }
    }
    // The longest names first, so that what is shorter finds them.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(keys.get(at).map_or(0, String::len)));
    for at in order {
        let (Some(candidate), Some(key)) = (found.get_mut(at), keys.get(at)) else {
            continue;
        };
        if candidate.canonical.is_some()
            || matches!(
                candidate.kind,
                Type::Date | Type::Number | Type::Email | Type::Url
            )
        {
            continue;
        }
        let same = known
            .get(&(candidate.kind, key.clone()))
            .or_else(|| known.get(&(candidate.kind, beheaded(page, key)?)))
            .cloned();
        let canonical = same.unwrap_or_else(|| Canonical {
            id: Arc::from(format!("doc:{}:{key}", candidate.kind.code())),
            name: Arc::from(page.written(candidate.first, candidate.cut, candidate.last)),
            latin: None,
        });
        known.insert((candidate.kind, key.clone()), canonical.clone());
        if let Some(rest) = beheaded(page, key) {
            known
                .entry((candidate.kind, rest))
                .or_insert_with(|| canonical.clone());
        }
        candidate.canonical = Some(canonical);
    }
}

/// The folded words of a mention without article at the front, clitics and
/// quotation marks.
fn key_of(page: &Page<'_>, candidate: &Candidate) -> String {
    let words: Vec<&str> = (candidate.first..=candidate.last)
        .filter(|&at| {
            matches!(
                page.tokens.shape(at),
                Shape::Arabic | Shape::Latin | Shape::Digits
            )
        })
        .map(|at| {
            let key = page.key(at);
            if at == candidate.first {
                key.get(candidate.cut..).unwrap_or(key)
            } else {
                key
            }
        })
        .collect();
    let joined = words.join(" ");
    let bare = without_article(&joined);
    // لل…: the article lost its alef.
    bare.strip_prefix('ل')
        .filter(|_| candidate.cut > 0 && page.key(candidate.first).contains("لل"))
        .unwrap_or(bare)
        .to_owned()
}

/// A name without its head word: قوات سوريا الديمقراطية → سوريا الديمقراطية.
fn beheaded(page: &Page<'_>, key: &str) -> Option<String> {
    let (head, rest) = key.split_once(' ')?;
    let is_head = page.lexicon.cues.heads(head).iter().any(|head| head.inside);
    (is_head && rest.contains(' ')).then(|| without_article(rest).to_owned())
}
