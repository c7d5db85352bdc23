//! Names that are known: learned ones, the hand lists, people.
//!
//! Here: the longest known name at each word, in every reading of the word;
//! places and adjectives of belonging have files of their own.
//! Which readings count depends on how sure the name is: a clitic is not cut
//! from an ordinary word to find a village.

use super::belonging::from_nisba;
use super::places::{from_places, is_large, reads_as_word};
use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::class;
use crate::entities::data::Form as ListForm;
use crate::entities::page::{Form, Page};
use crate::entities::tokens::Shape;
use crate::entities::{Canonical, Learned, Source, Type};
use std::collections::HashSet;
use std::sync::Arc;

/// Heads of places that stand outside the span, folded.
const OUTSIDE_HEADS: [&str; 6] = ["مدينة", "محافظة", "بلدة", "حي", "اقليم", "ريف"];

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

/// Fewest words of sport in a text about it.
const SPORT_WORDS: usize = 8;

/// النصر, الوحدات: in a text about sport the clubs that are also ordinary words
/// count.
pub(in crate::entities) fn confirm_clubs(page: &Page<'_>, found: &mut Found) {
    let sport = (0..page.len())
        .filter(|&at| page.has(at, class::SPORT))
        .take(SPORT_WORDS)
        .count();
    if sport < SPORT_WORDS {
        return;
    }
    let confirmed: Vec<Candidate> = found
        .list()
        .iter()
        .filter(|c| c.weak && c.kind == Type::Organisation && c.source == Source::List)
        .filter(|c| page.facts(c.first).definite || c.cut > 0)
        .filter(|c| {
            c.canonical.as_ref().is_some_and(|club| {
                club.name.starts_with("نادي ") || club.name.starts_with("النادي ")
            })
        })
        .map(|c| Candidate {
            weak: false,
            ..c.clone()
        })
        .collect();
    found.extend(confirmed);
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
    found.extend(confirmed);
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
    // إقليم كردستان: the lists have it whole, the span is the name.
    if entry.kind() == Type::Place
        && let [head, _, ..] = phrase.keys.as_slice()
        && OUTSIDE_HEADS.contains(head)
        && let Some(&second) = phrase.tokens.get(1)
        && words > 1
    {
        let canonical = page.lexicon.list_canonical(entry);
        let name = canonical.name.to_string();
        let rule = list_rule(page.lexicon.list_name(entry));
        let place = (second, 0, last);
        let candidate = Candidate::new(place, Type::Place, Source::List, rule, name);
        found.push(candidate.naming(Some(canonical)).weak(entry.is_ambiguous()));
        return;
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
