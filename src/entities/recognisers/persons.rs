//! Names of people.
//!
//! Here: words after a title or cue, and runs of words that are names. The
//! test of every rule is whether a word is also an ordinary word: Arabic has
//! no capitals (measured effect in the project's notes on entities). Not here:
//! people of the lists (names), and later mentions (propagation).

use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::class;
use crate::entities::page::{Facts, Page};
use crate::entities::tokens::Shape;
use crate::entities::{Source, Type};

/// Most words of a name.
const LONGEST: usize = 6;

/// How well a word serves as part of a name.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Worth {
    /// No part of a name.
    None,
    /// A name that is also an ordinary word.
    Ambiguous,
    /// No dictionary has it.
    New,
    /// A name and nothing else.
    Name,
    /// Binds to the next word (عبد, بن).
    Binder,
}

/// Adds names after titles and cue words, then runs of names.
pub(in crate::entities) fn find(page: &Page<'_>, found: &mut Found) {
    after_titles(page, found);
    after_cues(page, found);
    sequences(page, found);
}

/// `before` is what is known of the word before it in the name.
fn worth(
    page: &Page<'_>,
    found: &Found,
    index: usize,
    facts: Facts,
    key: &str,
    before: Facts,
) -> Worth {
    if facts.classes & class::STOP != 0 || facts.classes & class::SPEECH != 0 && !facts.given {
        return Worth::None;
    }
    if facts.classes & class::BINDER != 0 && page.tokens.adjacent(index).is_some() {
        return Worth::Binder;
    }
    if facts.nisba {
        return if facts.family && facts.definite {
            Worth::Ambiguous
        } else {
            Worth::None
        };
    }
    let named = facts.given || facts.family;
    if found.is_covered(index) {
        return Worth::None;
    }
    let long = key.chars().count() >= 2;
    match (named, facts.ordinary) {
        (true, false) => Worth::Name,
        (true, true) => Worth::Ambiguous,
        (false, false) if !facts.derived && long => Worth::New,
        // After a given name a rarer name will do, and one that only looks
        // like an inflected word (ماكرون, أوربان after a foreign name).
        (false, false) if before.given && (facts.definite || before.foreign) && long => Worth::New,
        (false, _) if before.given && facts.named => Worth::Ambiguous,
        _ => Worth::None,
    }
}

/// A run of name words.
struct Run {
    last: usize,
    words: usize,
    names: usize,
    new: usize,
    ambiguous: usize,
    given_first: bool,
}

/// The run that begins with the word `key` in place of the token `first`.
fn run(page: &Page<'_>, found: &Found, first: usize, key: &str) -> Option<Run> {
    let facts = page.facts_of(key);
    let mut run = Run {
        last: first,
        words: 0,
        names: 0,
        new: 0,
        ambiguous: 0,
        given_first: facts.given,
    };
    let mut at = first;
    let mut bound = false;
    let mut before = Facts::default();
    loop {
        let (facts, word) = if at == first {
            (facts, key)
        } else {
            (page.facts(at), page.key(at))
        };
        let worth = match worth(page, found, at, facts, word, before) {
            // After عبد or بن any word is a name.
            Worth::None if bound && facts.classes & class::STOP == 0 && !found.is_covered(at) => {
                Worth::Name
            }
            worth => worth,
        };
        let joined = at != first && !bound && word.starts_with('و') && worth == Worth::New;
        if worth == Worth::None || joined {
            break;
        }
        // An ordinary word or an adjective does not begin what only new words
        // go on with.
        match worth {
            Worth::Name => run.names += 1,
            Worth::New => run.new += 1,
            Worth::Ambiguous => run.ambiguous += 1,
            Worth::Binder | Worth::None => {}
        }
        bound = worth == Worth::Binder;
        before = facts;
        run.words += 1;
        if !bound {
            run.last = at;
        }
        if run.words >= LONGEST {
            break;
        }
        let Some(next) = next_word(page, at) else {
            break;
        };
        at = next;
    }
    (run.last > first || (run.words >= 1 && !bound)).then_some(run)
}

/// The next word of a name: adjacent, or after a hyphen without spaces (جان-
/// كلود).
fn next_word(page: &Page<'_>, at: usize) -> Option<usize> {
    page.tokens
        .adjacent(at)
        .filter(|&next| page.tokens.is_arabic(next))
        .or_else(|| {
            (page.tokens.shape(at + 1) == Shape::Dash && page.tokens.is_glued(at, at + 2))
                .then_some(at + 2)
                .filter(|&next| page.tokens.is_arabic(next))
        })
}

fn after_titles(page: &Page<'_>, found: &mut Found) {
    let titles: Vec<(usize, usize, String)> = found
        .list()
        .iter()
        .filter(|c| c.kind == Type::Title)
        .map(|c| (c.first, c.last, c.detail.clone()))
        .collect();
    for (_, last, detail) in titles {
        let mut first = last + 1;
        // رئيس الحزب، فلان is left to the runs; رئيس "الحزب" (ح) فلان is not.
        if page.tokens.shape(first) == Shape::Open {
            let mut at = first;
            while at < first + 5 && !matches!(page.tokens.shape(at), Shape::Close | Shape::Break) {
                at += 1;
            }
            if page.tokens.shape(at) == Shape::Close {
                first = at + 1;
            }
        }
        // المتحدث باسم فلان
        if matches!(page.key(first), "باسم") {
            first += 1;
        }
        if !page.tokens.is_arabic(first) || found.named(first, |c| c.kind == Type::Person).is_some()
        {
            continue;
        }
        let key = page.key(first);
        let Some(run) = run(page, found, first, key) else {
            continue;
        };
        let sure = run.names + run.new;
        if sure == 0 && !(run.ambiguous >= 2 && run.given_first) {
            continue;
        }
        // One ambiguous word first needs a name after it.
        let candidate = Candidate::new(
            (first, 0, run.last),
            Type::Person,
            Source::NameAfterTitle,
            "name-after-title",
            detail,
        );
        found.push(candidate);
    }
}

fn after_cues(page: &Page<'_>, found: &mut Found) {
    for index in 0..page.len() {
        let cue = page
            .forms(index)
            .any(|form| page.facts_of(&form.key).classes & class::PERSON_CUE != 0);
        if !cue {
            continue;
        }
        let Some(first) = page.tokens.adjacent(index) else {
            continue;
        };
        if !page.tokens.is_arabic(first)
            || found.is_covered(first)
            || found.named(first, |c| c.kind == Type::Person).is_some()
        {
            continue;
        }
        let Some(run) = run(page, found, first, page.key(first)) else {
            continue;
        };
        let enough = run.words >= 2 && run.names >= 1 && (run.given_first || run.names >= 2)
            || run.words >= 2 && run.new >= 2;
        if enough {
            let detail = page.key(index).to_owned();
            found.push(Candidate::new(
                (first, 0, run.last),
                Type::Person,
                Source::NameAfterTitle,
                "name-after-cue",
                detail,
            ));
        }
    }
}

fn sequences(page: &Page<'_>, found: &mut Found) {
    let mut index = 0;
    while index < page.len() {
        let next = sequence_at(page, found, index);
        if let Some(candidate) = next {
            index = candidate.last + 1;
            found.push(candidate);
        } else {
            index += 1;
        }
    }
}

fn sequence_at(page: &Page<'_>, found: &Found, index: usize) -> Option<Candidate> {
    if !page.tokens.is_arabic(index) || found.is_covered(index) {
        return None;
    }
    let mut best: Option<Candidate> = None;
    for form in page.forms(index) {
        // A clitic is cut only where a listed given name remains.
        if form.cut > 0 {
            let facts = page.facts_of(&form.key);
            if !facts.given || (facts.ordinary && page.facts(index).ordinary) {
                continue;
            }
        }
        let Some(run) = run(page, found, index, &form.key) else {
            continue;
        };
        if is_name(page, index, &form.key, &run) {
            best = Some(Candidate::new(
                (index, form.cut, run.last),
                Type::Person,
                Source::NameSequence,
                "name-sequence",
                String::new(),
            ));
            if form.cut == 0 && page.facts(index).given {
                break;
            }
        }
    }
    best
}

/// Whether a run that no title announces is a name.
fn is_name(page: &Page<'_>, first: usize, key: &str, run: &Run) -> bool {
    if run.words < 2 {
        return false;
    }
    let facts = page.facts_of(key);
    let first_sure = facts.given && !facts.ordinary;
    if first_sure && run.names + run.new + run.ambiguous >= 2 {
        return true;
    }
    if facts.given && run.names + run.new >= 1 {
        return true;
    }
    if facts.classes & class::BINDER != 0 && run.names >= 1 {
        return true;
    }
    // Two new words: after a verb of speech, or before a comma and a title.
    let announced = first > 0
        && page
            .forms(first - 1)
            .any(|form| page.facts_of(&form.key).classes & class::SPEECH != 0);
    let titled = page.tokens.shape(run.last + 1) == Shape::Comma
        && page.forms(run.last + 2).any(|form| {
            page.lexicon
                .cues
                .title(crate::entities::cues::without_article(&form.key))
                .is_some()
        });
    let title_right_after = page.forms(run.last + 1).any(|form| {
        page.lexicon
            .cues
            .title(crate::entities::cues::without_article(&form.key))
            .is_some_and(|title| !title.ambiguous)
    });
    (run.new + run.names >= 2) && (announced || titled || title_right_after || run.names >= 1)
}
