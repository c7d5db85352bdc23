//! Names that are known: learned ones, the hand lists, places, nationalities,
//! people.
//!
//! Here: the longest known name at each word, in every reading of the word.
//! Which readings count depends on how sure the name is: a clitic is not cut
//! from an ordinary word to find a village.

use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::{class, without_article};
use crate::entities::data::{Form as ListForm, PlaceClass, PlaceName};
use crate::entities::page::{Facts, Form, Page};
use crate::entities::tokens::Shape;
use crate::entities::{Canonical, Learned, Source, Type};
use std::collections::HashSet;
use std::sync::Arc;

/// Adds all known names.
pub(in crate::entities) fn find(page: &Page<'_>, learned: &Learned, found: &mut Found) {
    for index in 0..page.len() {
        match page.tokens.shape(index) {
            Shape::Arabic => {
                let forms: Vec<Form<'_>> = page.forms(index).collect();
                for form in &forms {
                    from_learned(page, learned, index, form, found);
                    from_own_list(page, learned, index, form, found);
                    from_lists(page, index, form, found);
                    from_places(page, index, form, found);
                    from_nisba(page, index, form, found);
                    from_people(page, index, form, found);
                }
            }
            Shape::Latin => {
                let form = Form {
                    cut: 0,
                    key: page.key(index).into(),
                };
                from_learned(page, learned, index, &form, found);
                from_own_list(page, learned, index, &form, found);
                from_lists(page, index, &form, found);
            }
            _ => {}
        }
    }
}

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
    confirmed
        .into_iter()
        .for_each(|candidate| found.push(candidate));
}

/// الدعم السريع is also an ordinary phrase: it counts where the full name of
/// the thing stands too.
pub(in crate::entities) fn confirm_ambiguous(found: &mut Found) {
    let sure: HashSet<String> = found
        .list()
        .iter()
        .filter(|c| !c.weak && c.source == Source::List)
        .filter_map(|c| Some(c.canonical.as_ref()?.id.to_string()))
        .collect();
    let confirmed: Vec<Candidate> = found
        .list()
        .iter()
        .filter(|c| {
            c.weak
                && c.source == Source::List
                && c.kind != Type::Person
                && c.canonical
                    .as_ref()
                    .is_some_and(|canonical| sure.contains(&*canonical.id))
        })
        .map(|c| Candidate {
            weak: false,
            source: Source::Propagated,
            rule: "propagated",
            ..c.clone()
        })
        .collect();
    confirmed
        .into_iter()
        .for_each(|candidate| found.push(candidate));
}

fn from_learned(
    page: &Page<'_>,
    learned: &Learned,
    index: usize,
    form: &Form<'_>,
    found: &mut Found,
) {
    let phrase = page.phrase(index, &form.key);
    let previous = (0..index)
        .rev()
        .map(|before| (before, page.tokens.shape(before)))
        .take_while(|(_, shape)| !matches!(shape, Shape::Break | Shape::Stop))
        .find(|(_, shape)| matches!(shape, Shape::Arabic | Shape::Latin | Shape::Digits))
        .map(|(before, _)| page.key(before));
    let Some(hit) = learned.longest(&phrase.keys, previous) else {
        return;
    };
    let Some(&last) = phrase.tokens.get(hit.words.saturating_sub(1)) else {
        return;
    };
    // A word that was accepted once, and a surname, may be ordinary words here.
    if !hit.certain {
        let facts = page.facts_of(&form.key);
        if facts.ordinary || facts.classes & class::STOP != 0 {
            return;
        }
    }
    let last = page.with_closing_quote(index, last);
    let rule = if hit.surname {
        "learned-surname"
    } else {
        "learned"
    };
    let mut candidate = Candidate::new(
        (index, form.cut, last),
        hit.kind,
        Source::Learned,
        rule,
        hit.detail,
    )
    .naming(hit.canonical)
    .soft(hit.words == 1);
    candidate.tag = hit.tag;
    found.push(candidate);
}

/// Names of the user's own list; nobody lists a word for nothing, so only
/// those that are called ambiguous wait for more.
fn from_own_list(
    page: &Page<'_>,
    learned: &Learned,
    index: usize,
    form: &Form<'_>,
    found: &mut Found,
) {
    if learned.own_list().is_empty() {
        return;
    }
    let phrase = page.phrase(index, &form.key);
    let Some((words, name)) = learned.own_list().longest(&phrase.keys) else {
        return;
    };
    let Some(&last) = phrase.tokens.get(words - 1) else {
        return;
    };
    let last = page.with_closing_quote(index, last);
    found.push(
        Candidate::new(
            (index, form.cut, last),
            name.kind,
            Source::List,
            "own",
            name.canonical.name.to_string(),
        )
        .naming(Some(name.canonical.clone()))
        .weak(name.ambiguous),
    );
}

fn from_lists(page: &Page<'_>, index: usize, form: &Form<'_>, found: &mut Found) {
    let phrase = page.phrase(index, &form.key);
    let Some((words, entry)) = page.lexicon.list(&phrase.keys) else {
        return;
    };
    // الاتحاد الدولي لكرة القدم "فيفا" are two names of one thing; what stands
    // before the quotation mark is a name by itself.
    let before_quote = (1..words).find(|&at| {
        phrase
            .tokens
            .get(at)
            .is_some_and(|&token| token > 0 && page.tokens.shape(token - 1) == Shape::Quote)
    });
    let (words, entry) = before_quote
        .and_then(|at| {
            page.lexicon
                .list(phrase.keys.get(..at)?)
                .filter(|(count, _)| *count == at)
        })
        .unwrap_or((words, entry));
    let Some(&last) = phrase.tokens.get(words - 1) else {
        return;
    };
    if words == 1 && form.cut > 0 {
        // بشار is no ب + شار; a one-word name of a person is not looked for
        // behind a preposition that may be its own letter.
        let whole = page.facts(index);
        if whole.ordinary || whole.classes & class::STOP != 0 || whole.given {
            return;
        }
    }
    let last = page.with_closing_quote(index, last);
    let canonical = page.lexicon.list_canonical(entry);
    let facts = page.facts_of(&form.key);
    // أودى, أفاد: an acronym that reads as a verb.
    let mut weak = entry.is_ambiguous();
    if words == 1 && entry.kind() != Type::Group {
        weak |= !facts.definite && facts.ordinary && page.lexicon.reads_as_clause(&form.key);
        if entry.kind() == Type::Place && (facts.ordinary || facts.derived) {
            let large = page
                .lexicon
                .place(&[&form.key])
                .is_some_and(|(_, place)| is_large(place));
            weak |= reads_as_word(page, index, form, facts, large);
        }
        // وفداً is no Wafd, كوباً no Cuba.
        if form.key.ends_with('ا') && page.has_nunation(index) {
            return;
        }
    }
    if entry.form() == ListForm::Acronym {
        // WE is a company and we is none.
        let written = page.tokens.span(index, form.cut, last).of(page.text);
        if !written.is_some_and(|written| page.lexicon.has_acronym(entry, written)) {
            return;
        }
    }
    found.push(
        Candidate::new(
            (index, form.cut, last),
            entry.kind(),
            Source::List,
            list_rule(page.lexicon.list_name(entry)),
            canonical.name.to_string(),
        )
        .naming(Some(canonical))
        .weak(weak && !is_confirmed(page, index, form.cut, last))
        .soft(
            entry.kind() == Type::Person
                && (words == 1 || (words == 2 && facts.classes & class::FIRST_BINDER != 0)),
        ),
    );
}

/// The rule that a list is: its message names the list.
fn list_rule(name: &str) -> &'static str {
    match name {
        "actors" => "list-actors",
        "events" => "list-events",
        "facilities" => "list-facilities",
        "media" => "list-media",
        "organisations" | "state_bodies" => "list-organisations",
        "people" => "list-people",
        "places" => "list-places",
        "weapons" => "list-weapons",
        _ => "list",
    }
}

/// Whether what stands around an ambiguous name confirms it: it fills
/// quotation marks, or it is the source in a dateline (لندن - الأناضول).
fn is_confirmed(page: &Page<'_>, first: usize, cut: usize, last: usize) -> bool {
    if cut > 0 || first == 0 {
        return false;
    }
    if page.tokens.partner(first - 1) == Some(last + 1) {
        let before = first.checked_sub(2);
        return last > first
            || before.is_some_and(|before| {
                page.has(before, class::SOURCE_CUE)
                    || (page.tokens.is_arabic(before) && page.key(before).chars().count() == 1)
            });
    }
    let opens = matches!(page.tokens.shape(first - 1), Shape::Dash | Shape::Open);
    let closes = matches!(
        page.tokens.shape(last + 1),
        Shape::Dash | Shape::Close | Shape::Break | Shape::Colon | Shape::Comma
    );
    let line_start =
        (1..=8).any(|back| first < back || page.tokens.shape(first - back) == Shape::Break);
    opens && closes && line_start
}

fn from_places(page: &Page<'_>, index: usize, form: &Form<'_>, found: &mut Found) {
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
        if whole.ordinary
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
fn is_large(place: PlaceName) -> bool {
    matches!(
        place.class(),
        PlaceClass::Country | PlaceClass::Capital | PlaceClass::Feature
    ) || place.population_digits() >= 7
}

/// Whether a one-word name that is an ordinary word too stands where the
/// ordinary word would: after a noun it agrees with, before its adjective or
/// complement (الضرائب الجديدة, الطبقة الوسطى, بورصة طوكيو).
fn reads_as_word(
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

fn from_nisba(page: &Page<'_>, index: usize, form: &Form<'_>, found: &mut Found) {
    let Some(belonging) = page.lexicon.nisba.get(&form.key) else {
        return;
    };
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
    let after_noun = after_noun
        && !(!page.facts_of(&form.key).definite
            && page
                .tokens
                .adjacent(index)
                .is_some_and(|next| page.is_definite_adjective(next)));
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
fn base(page: &Page<'_>, belonging: &crate::entities::nisba::Belonging) -> Canonical {
    let folded = crate::language::key(&belonging.base, crate::language::Level::Letters);
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

fn from_people(page: &Page<'_>, index: usize, form: &Form<'_>, found: &mut Found) {
    let phrase = page.phrase(index, &form.key);
    let Some((words, latin, ordinary)) = page.lexicon.person(&phrase.keys) else {
        return;
    };
    if words < 2 {
        return;
    }
    let Some(&last) = phrase.tokens.get(words - 1) else {
        return;
    };
    let facts = page.facts_of(&form.key);
    let spelled = (index..=last)
        .filter(|&at| page.tokens.is_arabic(at))
        .map(|at| if at == index { &form.key } else { page.key(at) })
        .collect::<Vec<_>>()
        .join(" ");
    found.push(
        Candidate::new(
            (index, form.cut, last),
            Type::Person,
            Source::List,
            "people",
            latin.to_owned(),
        )
        .naming(Some(Canonical {
            id: Arc::from(format!("person:{latin}")),
            name: Arc::from(spelled),
            latin: Some(Arc::from(latin)),
        }))
        .weak(ordinary || facts.classes & class::STOP != 0),
    );
}
