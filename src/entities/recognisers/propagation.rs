//! Later mentions of what stands in full elsewhere in the text.
//!
//! Here: surnames of people, quoted and short names of bodies and events, and
//! ambiguous list entries whose full form the text has.

use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::{class, without_article};
use crate::entities::page::Page;
use crate::entities::tokens::Shape;
use crate::entities::{Canonical, Source, Type};
use std::collections::{HashMap, HashSet};

/// Heads that are left out when the name comes again, folded.
const PARTY_HEADS: [&str; 5] = ["حزب", "تيار", "كتلة", "تحالف", "ايتلاف"];

/// What a short mention stands for.
#[derive(Clone)]
struct Known {
    kind: Type,
    canonical: Option<Canonical>,
    full: String,
    words: usize,
    /// It is also an ordinary word: it counts only after a verb of speech.
    announced: bool,
}

/// Adds later mentions.
pub(in crate::entities) fn find(page: &Page<'_>, found: &mut Found) {
    let mut known: HashMap<String, Known> = HashMap::new();
    for candidate in found.list().iter().filter(|c| !c.weak) {
        match candidate.kind {
            Type::Person => surname(page, candidate, &mut known),
            Type::Organisation | Type::Group | Type::Event | Type::Weapon | Type::Facility => {
                inner_name(page, candidate, &mut known);
            }
            _ => {}
        }
    }
    if known.is_empty() {
        return;
    }
    let title_ends: HashSet<usize> = found
        .list()
        .iter()
        .filter(|c| c.kind == Type::Title)
        .map(|c| c.last + 1)
        .collect();
    let longest = known.values().map(|k| k.words).max().unwrap_or(1);
    let mut new = Vec::new();
    for index in 0..page.len() {
        if !matches!(page.tokens.shape(index), Shape::Arabic | Shape::Latin)
            || found.is_covered(index)
        {
            continue;
        }
        'forms: for form in page.forms(index).chain(latin_form(page, index)) {
            let phrase = page.phrase(index, &form.key);
            for count in (1..=longest.min(phrase.keys.len())).rev() {
                let Some(keys) = phrase.keys.get(..count) else {
                    continue;
                };
                let joined = keys.join(" ");
                let Some(hit) = known.get(without_article(&joined)) else {
                    continue;
                };
                let Some(&last) = phrase.tokens.get(count - 1) else {
                    continue;
                };
                if hit.announced
                    && (form.cut > 0 || !(is_announced(page, index) || title_ends.contains(&index)))
                {
                    continue;
                }
                new.push(
                    Candidate::new(
                        (index, form.cut, last),
                        hit.kind,
                        Source::Propagated,
                        "propagated",
                        hit.full.clone(),
                    )
                    .naming(hit.canonical.clone()),
                );
                break 'forms;
            }
        }
    }
    found.extend(new);
}

/// Whether the word begins no other name and belongs to no small class.
fn is_plain(page: &Page<'_>, bare: &str) -> bool {
    let cues = &page.lexicon.cues;
    bare.chars().count() >= 3
        && cues.classes(bare) == 0
        && cues.heads(bare).is_empty()
        && cues.title(bare).is_none()
}

/// Whether a verb of speech stands right before the word.
fn is_announced(page: &Page<'_>, index: usize) -> bool {
    index > 0
        && page
            .forms(index - 1)
            .any(|form| page.facts_of(&form.key).classes & class::SPEECH != 0)
}

fn latin_form<'p>(page: &'p Page<'_>, index: usize) -> Option<crate::entities::page::Form<'p>> {
    (page.tokens.shape(index) == Shape::Latin).then(|| crate::entities::page::Form {
        cut: 0,
        key: page.key(index).into(),
    })
}

/// The words of a candidate, folded, without its clitics.
fn words<'p>(page: &'p Page<'_>, candidate: &Candidate) -> Vec<&'p str> {
    (candidate.first..=candidate.last)
        .filter(|&at| matches!(page.tokens.shape(at), Shape::Arabic | Shape::Latin))
        .map(|at| {
            let key = page.key(at);
            if at == candidate.first {
                key.get(candidate.cut..).unwrap_or(key)
            } else {
                key
            }
        })
        .collect()
}

/// The last word of a name, and the first when it is nobody else's.
fn surname(page: &Page<'_>, candidate: &Candidate, known: &mut HashMap<String, Known>) {
    let words = words(page, candidate);
    let [first, .., last] = words.as_slice() else {
        return;
    };
    let full = page.written(candidate.first, candidate.cut, candidate.last);
    for (word, family) in [(last, true), (first, false)] {
        let facts = page.facts_of(word);
        let bare = without_article(word);
        if facts.classes & (class::STOP | class::BINDER | class::SPEECH) != 0
            || facts.nisba
            || bare.chars().count() < 3
            || (facts.ordinary && !family)
            || (!family && (facts.definite || facts.given && is_common(word)))
        {
            continue;
        }
        known.entry(bare.to_owned()).or_insert_with(|| Known {
            kind: Type::Person,
            canonical: candidate.canonical.clone(),
            full: full.clone(),
            words: 1,
            announced: facts.ordinary && !(family && facts.definite && is_plain(page, bare)),
        });
    }
    // عبد الأمير, أبو عمر: the last two words where the last but one binds.
    if let [.., binder, last] = words.as_slice()
        && words.len() > 2
        && page.facts_of(binder).classes & class::BINDER != 0
    {
        known
            .entry(format!("{binder} {last}"))
            .or_insert_with(|| Known {
                kind: Type::Person,
                canonical: candidate.canonical.clone(),
                full,
                words: 2,
                announced: false,
            });
    }
}

/// Given names so common that one alone tells nothing.
fn is_common(word: &str) -> bool {
    crate::entities::data::names()
        .get(word)
        .is_some_and(|name| name.given() > 20)
}

/// What stands in quotation marks, or is a name of its own, after a head.
fn inner_name(page: &Page<'_>, candidate: &Candidate, known: &mut HashMap<String, Known>) {
    let mut keep = |first: usize, last: usize| {
        let words: Vec<&str> = (first..=last)
            .filter(|&at| matches!(page.tokens.shape(at), Shape::Arabic | Shape::Latin))
            .map(|at| page.key(at))
            .collect();
        let single_ordinary = matches!(words.as_slice(), [one] if {
            let facts = page.facts_of(one);
            facts.ordinary || facts.nisba || facts.classes & class::STOP != 0 || facts.given
        });
        if words.is_empty() || single_ordinary {
            return;
        }
        let joined = words.join(" ");
        known
            .entry(without_article(&joined).to_owned())
            .or_insert_with(|| Known {
                kind: candidate.kind,
                canonical: candidate.canonical.clone(),
                full: page.written(candidate.first, candidate.cut, candidate.last),
                words: words.len(),
                announced: false,
            });
    };
    let opener = (candidate.first..=candidate.last).find(|&at| page.tokens.partner(at).is_some());
    if let Some(opener) = opener {
        if let Some(closer) = page.tokens.partner(opener)
            && closer > opener + 1
        {
            keep(opener + 1, closer - 1);
        }
    } else if let Some(second) = page.tokens.adjacent(candidate.first)
        && candidate.last > second
        && PARTY_HEADS.contains(&without_article(page.key(candidate.first)))
        && candidate.cut == 0
    {
        keep(second, candidate.last);
    } else if candidate.source == Source::Cue
        && matches!(candidate.rule, "short-form" | "head")
        && candidate.first == candidate.last
    {
        keep(candidate.first, candidate.last);
    }
}
