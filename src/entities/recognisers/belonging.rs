//! Adjectives of nationality and belonging.
//!
//! Here: which of them name people or forces and which are countries (سورية,
//! السعودية). Not here: their forms (nisba).

use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::{class, without_article};
use crate::entities::nisba::Belonging;
use crate::entities::page::{Form, Page};
use crate::entities::{Canonical, Source, Type};
use crate::language::{Level, key};
use std::sync::Arc;

pub(super) fn from_nisba(page: &Page<'_>, index: usize, form: &Form<'_>, found: &mut Found) {
    let Some(belonging) = page.lexicon.nisba.get(&form.key) else {
        return;
    };
    // سقطرى, not سقطري.
    let written = page.written(index, form.cut, index);
    if written.ends_with('ى') {
        return;
    }
    let whole = page.facts(index);
    if form.cut > 0 && (whole.nisba || whole.given) {
        return;
    }
    // سورية and السعودية are countries first; they are adjectives after a
    // noun that agrees.
    let after_noun =
        index > 0 && page.tokens.adjacent(index - 1) == Some(index) && form.cut == 0 && {
            let before = page.facts(index - 1);
            let definite = without_article(&form.key).len() < form.key.len();
            let bare = page.key(index - 1);
            if definite {
                before.definite
            } else {
                !before.definite && (bare.ends_with('ة') || bare.ends_with("ات"))
            }
        };
    // قوات سورية الديمقراطية: the adjective belongs to the noun before it.
    let described = !page.facts_of(&form.key).definite
        && page
            .tokens
            .adjacent(index)
            .is_some_and(|next| page.is_definite_adjective(next));
    let after_noun = after_noun && !described;
    let country = page
        .lexicon
        .list(&[&form.key])
        .is_some_and(|(_, entry)| entry.kind() == Type::Place)
        || page
            .lexicon
            .place(&[&form.key])
            .is_some_and(|(_, place)| !place.needs_cue());
    // سوريًا is an adjective and سوريا the country.
    if form.key.ends_with('ا') && (country || !page.has_nunation(index)) {
        let accusative = page.has_nunation(index);
        if !accusative {
            return;
        }
    } else if country && !after_noun {
        return;
    }
    found.push(
        Candidate::new(
            (index, form.cut, index),
            Type::People,
            if country {
                Source::Learned
            } else {
                Source::Nisba
            },
            "nisba",
            belonging.base.to_string(),
        )
        .naming(Some(base(page, belonging)))
        .weak(belonging.ambiguous && !(after_title(page, index) && &*belonging.latin != "Mali")),
    );
}

/// Whether a title ends right before the word: رئيس الوزراء المجري.
fn after_title(page: &Page<'_>, index: usize) -> bool {
    index > 0
        && page.facts(index).definite
        && page.tokens.adjacent(index - 1) == Some(index)
        && (page.has(index - 1, class::TITLE_CORE)
            || (index > 1 && page.has(index - 2, class::TITLE_CORE)))
}

/// The thing an adjective of belonging leads to: the place it is taken from,
/// under the id that mentions of the place itself have.
fn base(page: &Page<'_>, belonging: &Belonging) -> Canonical {
    let folded = key(&belonging.base, Level::Letters);
    let words: Vec<&str> = folded.split(' ').collect();
    if belonging.of_place {
        if let Some((count, entry)) = page.lexicon.list(&words)
            && count == words.len()
            && entry.kind() == Type::Place
        {
            return page.lexicon.list_canonical(entry);
        }
        if let Some((count, place)) = page.lexicon.place(&words)
            && count == words.len()
            && let Some(canonical) = page.lexicon.place_canonical(place)
        {
            return canonical;
        }
    }
    Canonical {
        id: Arc::from(format!("people:{}", belonging.latin)),
        name: belonging.base.clone(),
        latin: Some(belonging.latin.clone()),
    }
}
