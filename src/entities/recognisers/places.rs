//! Places of the gazetteer.
//!
//! Here: which places count where; many towns have the name of an ordinary
//! word or of people. Not here: the gazetteer (data), places of the hand lists
//! (names).

use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::class;
use crate::entities::data::{PlaceClass, PlaceName};
use crate::entities::page::{Facts, Form, Page};
use crate::entities::{Source, Type};

/// مالي وغينيا وتشاد: a place that is also an ordinary word counts beside a
/// sure one that و joins to it.
pub(in crate::entities) fn confirm_joined(page: &Page<'_>, found: &mut Found) {
    let sure = |found: &Found, first: usize, cut: bool| {
        found.at(first).any(|c| {
            c.kind == Type::Place
                && !c.weak
                && !c.soft
                && (c.cut > 0) == cut
                && (!cut || page.key(first).starts_with('و'))
        })
    };
    let confirmed: Vec<Candidate> = found
        .list()
        .iter()
        .filter(|c| {
            c.weak
                && c.kind == Type::Place
                && matches!(c.source, Source::Place | Source::SmallPlace)
        })
        .filter(|c| {
            let next = page.tokens.adjacent(c.last);
            let joined = c.cut > 0 && page.key(c.first).starts_with('و');
            next.is_some_and(|next| sure(found, next, true))
                || (joined
                    && c.first > 0
                    && (sure(found, c.first - 1, false) || sure(found, c.first - 1, true)))
        })
        .map(|c| Candidate {
            weak: false,
            ..c.clone()
        })
        .collect();
    found.extend(confirmed);
}

pub(super) fn from_places(page: &Page<'_>, index: usize, form: &Form<'_>, found: &mut Found) {
    let phrase = page.phrase(index, &form.key);
    let Some((words, place)) = page.lexicon.place(&phrase.keys) else {
        return;
    };
    let Some(&last) = phrase.tokens.get(words - 1) else {
        return;
    };
    let mut weak = place.needs_cue();
    if form.cut > 0 && words == 1 {
        let whole = page.facts(index);
        if whole.classes & class::STOP != 0 || (whole.given && !whole.ordinary) {
            return;
        }
        // وفدا is وفد, not و and a village.
        if (whole.ordinary || (whole.derived && !whole.prefixed))
            && (weak || (place.population_digits() < 6 && place.class() != PlaceClass::Country))
        {
            return;
        }
    }
    let facts = page.facts_of(&form.key);
    if words == 1 && form.key.ends_with('ا') && page.has_nunation(index) {
        return;
    }
    let large = is_large(place);
    let small = words == 1 && !large;
    let cued = index > 0
        && (page.has(index - 1, class::PLACE_CUE)
            || page
                .lexicon
                .cues
                .heads(page.key(index - 1))
                .iter()
                .any(|head| head.kind == Type::Place));
    weak |= small && facts.given && place.class() != PlaceClass::Region;
    if words == 1 && (facts.ordinary || facts.derived) {
        weak |= reads_as_word(page, index, form, facts, large);
    }
    found.push(
        Candidate::new(
            (index, form.cut, last),
            Type::Place,
            if small && !cued {
                Source::SmallPlace
            } else {
                Source::Place
            },
            "place",
            String::new(),
        )
        .naming(page.lexicon.place_canonical(place))
        .weak(weak)
        .soft(small),
    );
}

/// Whether a place is known everywhere: a state, a capital, a city of millions.
pub(super) fn is_large(place: PlaceName) -> bool {
    matches!(
        place.class(),
        PlaceClass::Country | PlaceClass::Capital | PlaceClass::Feature
    ) || place.population_digits() >= 7
}

/// Whether a one-word name that is an ordinary word too stands where the
/// ordinary word would: after a noun it agrees with, before its adjective or
/// complement (الضرائب الجديدة, الطبقة الوسطى, بورصة طوكيو).
pub(super) fn reads_as_word(
    page: &Page<'_>,
    index: usize,
    form: &Form<'_>,
    facts: Facts,
    large: bool,
) -> bool {
    let next = page.tokens.adjacent(index);
    let before = (form.cut == 0)
        .then(|| index.checked_sub(1))
        .flatten()
        .filter(|&before| page.tokens.adjacent(before) == Some(index));
    // مجلس الحسكة العسكري: after a head it is a name.
    let headed = before.is_some_and(|before| {
        let heads = page.lexicon.cues.heads(page.key(before));
        heads
            .iter()
            .any(|head| matches!(head.kind, Type::Place | Type::Facility))
            || (!heads.is_empty() && next.is_some_and(|next| page.key(next) == "العسكري"))
    });
    if facts.definite {
        !large
            && !headed
            && (before.is_some_and(|before| {
                page.facts(before).definite && !page.is_stop(before) && !page.facts(before).nisba
            }) || next.is_some_and(|next| page.is_definite_adjective(next)))
    } else {
        let feminine = !large
            && form.key.ends_with('ة')
            && before.is_some_and(|before| {
                page.key(before).ends_with('ة') && !page.facts(before).definite
            });
        let head = page
            .lexicon
            .cues
            .heads(&form.key)
            .iter()
            .any(|head| head.inside);
        feminine || (head && next.is_some())
    }
}
