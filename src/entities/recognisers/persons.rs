//! Names of people.
//!
//! Here: words after a title or cue, and runs of words that are names. The
//! test of every rule is whether a word is also an ordinary word: Arabic has
//! no capitals. Not here:
//! people of the lists (names), and later mentions (propagation).

use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::{class, without_article};
use crate::entities::page::{Facts, Page};
use crate::entities::tokens::Shape;
use crate::entities::{Source, Type};

/// Most words of a name.
const LONGEST: usize = 6;

/// What a run of words must reach to be a name.
const ENOUGH: f32 = 2.2;

/// What a word adds to a name.
#[derive(Copy, Clone, PartialEq, Debug)]
enum Worth {
    /// It is no part of a name.
    None,
    /// It binds to the next word (عبد, بن).
    Binder,
    /// How much it speaks for a name.
    Word(f32),
}

/// Adds names after titles and cue words, then runs of names.
pub(in crate::entities) fn find(page: &Page<'_>, found: &mut Found) {
    after_titles(page, found);
    after_cues(page, found);
    sequences(page, found);
}

/// What a word adds after the words `before` of a name (none: `None`).
fn worth(
    page: &Page<'_>,
    found: &Found,
    index: usize,
    facts: Facts,
    key: &str,
    before: Option<Facts>,
) -> Worth {
    if facts.classes & class::STOP != 0 || facts.classes & class::SPEECH != 0 && !facts.given {
        return Worth::None;
    }
    let binds = facts.classes & class::FIRST_BINDER != 0
        || (facts.classes & class::BINDER != 0 && before.is_some());
    if binds && page.tokens.adjacent(index).is_some() {
        return Worth::Binder;
    }
    if found.is_covered(index) && !facts.nisba {
        return Worth::None;
    }
    if facts.nisba && !(before.is_some() && facts.definite && facts.families >= 3) {
        return Worth::None;
    }
    if key.starts_with("لل") && !facts.given {
        return Worth::None;
    }
    // نتنياهو بألم: only a clitic makes it look like a name.
    if before.is_some()
        && facts.prefixed
        && facts.givens == 0
        && facts.families == 0
        && !facts.family
    {
        return Worth::None;
    }
    if key == "الله" && before.is_some_and(|before| before.given) {
        return Worth::Word(1.0);
    }
    let after_name = before.is_some_and(|before| before.given || before.family);
    if after_name && facts.derived && !facts.named && is_village(found, index) {
        return Worth::Word(1.0);
    }
    if !facts.named {
        return match (facts.ordinary, facts.derived) {
            _ if key.chars().count() < 2 => Worth::None,
            (false, false) => Worth::Word(1.5),
            // After a name from another language what only looks like an
            // inflected word may be one too (ماكرون, أوربان).
            (false, true)
                if before.is_some_and(|b| b.foreign && !b.ordinary) && has_foreign_end(key) =>
            {
                Worth::Word(0.8)
            }
            (false, true) if after_name && facts.definite && before.is_some_and(|b| !b.foreign) => {
                Worth::Word(0.8)
            }
            _ => Worth::None,
        };
    }
    let first = before.is_none();
    let name = if facts.ordinary {
        let given: f32 = match facts.givens {
            200.. => 1.6,
            60.. => 1.4,
            15.. => 1.0,
            _ => 0.0,
        };
        let foreign = before.is_some_and(|before| before.foreign);
        let family: f32 = match (facts.families, facts.definite && !foreign) {
            (20.., _) => 1.1,
            (8.., _) | (3.., true) => 1.0,
            (1.., true) => 0.8,
            _ => 0.0,
        };
        if first { given } else { given.max(family) }
    } else if facts.derived {
        if facts.given || facts.family {
            1.5
        } else if after_name {
            1.0
        } else {
            0.0
        }
    } else if facts.given || facts.family {
        2.0
    } else {
        1.2
    };
    let risky = first && facts.classes & class::RISKY != 0;
    if name <= 0.0 {
        Worth::None
    } else {
        Worth::Word(if risky { name - 0.7 } else { name })
    }
}

/// Whether a word looks like a verb or an accusative (سيكونان, قائلا).
fn is_finite(page: &Page<'_>, word: &str) -> bool {
    let future = word
        .strip_prefix('س')
        .is_some_and(|rest| rest.starts_with(['ي', 'ت', 'ن', 'ا']) && page.facts_of(rest).derived);
    let accusative = word
        .strip_suffix('ا')
        .is_some_and(|stem| page.facts_of(stem).derived);
    future || accusative || word.starts_with('ي')
}

/// Whether a small place is all that stands on the word.
fn is_village(found: &Found, index: usize) -> bool {
    found
        .at(index)
        .any(|c| c.soft && c.kind == Type::Place && c.last == index)
}

/// Endings of foreign names that are Arabic endings too.
fn has_foreign_end(key: &str) -> bool {
    ["ون", "ان", "ين", "ا", "ي", "ر", "س"]
        .iter()
        .any(|end| key.ends_with(end))
        && !["ها", "نا", "هما"].iter().any(|end| key.ends_with(end))
}

/// A run of name words.
struct Run {
    last: usize,
    words: usize,
    score: f32,
    /// Words that are names or new, and nothing else.
    sure: usize,
}

/// The run that begins with the word `key` in place of the token `first`.
/// After a title, `forced`, the first word may be an ordinary one if a sure
/// name follows.
fn run(page: &Page<'_>, found: &Found, first: usize, key: &str, forced: bool) -> Option<Run> {
    let mut run = Run {
        last: first,
        words: 0,
        score: 0.0,
        sure: 0,
    };
    let mut at = first;
    let mut bound = false;
    let mut before: Option<Facts> = None;
    loop {
        let (facts, word) = if at == first {
            (page.facts_of(key), key)
        } else {
            (page.facts(at), page.key(at))
        };
        let mut worth = worth(page, found, at, facts, word, before);
        let open = facts.classes & class::STOP == 0 && !found.is_covered(at);
        // A known name after a given name goes on with it (ناصر منصور هادي).
        if before.is_some_and(|before| before.given)
            && let Some(known) = found.named(at, |c| c.kind == Type::Person && !c.weak)
        {
            run.score += 2.0;
            run.sure += 1;
            run.words += 1;
            run.last = known.last;
            break;
        }
        // After a title what only looks inflected may be a family name.
        if worth == Worth::None
            && forced
            && open
            && before.is_some_and(|before| before.given)
            && facts.derived
            && !facts.ordinary
            && !facts.prefixed
            && !facts.nisba
            && !facts.definite
            && (has_foreign_end(word) || word.ends_with('ة'))
            && !is_finite(page, word)
        {
            worth = Worth::Word(0.8);
        }
        if worth == Worth::None
            && open
            && (bound
                || (forced && at == first && !facts.prefixed && (!facts.definite || facts.named)))
        {
            // After عبد or بن any word is a name.
            worth = Worth::Word(if bound { 1.5 } else { 0.0 });
        }
        let after_binder = bound;
        let joined = before.is_some()
            && !bound
            && ((word.starts_with('و') && !facts.named)
                || word.starts_with("لل")
                || page.has_nunation(at));
        // فلان نائبا: a title in the accusative ends the name.
        let office = before.is_some()
            && word
                .strip_suffix('ا')
                .is_some_and(|stem| page.lexicon.cues.title(stem).is_some());
        match worth {
            _ if joined || office => break,
            Worth::None => break,
            Worth::Binder => {
                bound = true;
                if matches!(word, "ابو" | "ابي" | "ابا" | "عبد") {
                    run.score += 0.9;
                }
            }
            Worth::Word(score) => {
                run.score += score;
                run.sure += usize::from(score >= 1.5);
                run.last = at;
                bound = false;
            }
        }
        run.words += 1;
        before = Some(Facts {
            given: facts.given || bound || after_binder,
            ..facts
        });
        if run.words >= LONGEST {
            break;
        }
        let Some(next) = next_word(page, at) else {
            break;
        };
        at = next;
    }
    if bound {
        run.words -= 1;
    }
    (run.words > 0 && run.score > 0.0).then_some(run)
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

/// Whether a name may begin at the word, right after a title.
pub(in crate::entities) fn begins(page: &Page<'_>, found: &Found, first: usize) -> bool {
    if found.named(first, |c| c.kind == Type::Person).is_some()
        || latin_run(page, found, first).is_some()
    {
        return true;
    }
    page.tokens.is_arabic(first)
        && !page.is_stop(first)
        && run(page, found, first, page.key(first), true)
            .is_some_and(|run| run.sure > 0 || run.score + 1.0 >= ENOUGH)
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
        if page.key(first) == "باسم" {
            first = found
                .named(first + 1, |c| {
                    !c.weak && matches!(c.kind, Type::Organisation | Type::Group)
                })
                .map_or(first + 1, |body| body.last + 1);
        }
        // رئيس مجلس الشورى للجماعة فلان
        if page.facts(first).prefixed
            && page.tokens.adjacent(first).is_some_and(|next| {
                let facts = page.facts(next);
                facts.given || facts.classes & class::FIRST_BINDER != 0
            })
        {
            first += 1;
        }
        if is_village(found, first)
            && !page
                .tokens
                .adjacent(first)
                .is_some_and(|next| page.facts(next).family)
            && !page.facts(first).definite
            && is_bare(page, last)
        {
            found.push(Candidate::new(
                (first, 0, first),
                Type::Person,
                Source::NameAfterTitle,
                "name-after-title",
                detail,
            ));
            continue;
        }
        if let Some(last) = latin_run(page, found, first) {
            let rule = "name-after-title";
            let place = (first, 0, last);
            let source = Source::NameAfterTitle;
            found.push(Candidate::new(place, Type::Person, source, rule, detail));
            continue;
        }
        if !page.tokens.is_arabic(first) {
            continue;
        }
        if found
            .named(first, |c| c.kind == Type::Person && !c.weak)
            .is_some()
        {
            continue;
        }
        // البابا فرنسيس: the title tells which Francis, if no more follows.
        let ambiguous = found
            .named(first, |c| c.kind == Type::Person)
            .map(|known| Candidate {
                weak: false,
                ..known.clone()
            });
        // النائبة المستقلة ريما فرنجية
        if page.is_definite_adjective(first)
            && !page.facts(first).named
            && page
                .tokens
                .adjacent(first)
                .is_some_and(|next| page.facts(next).given)
        {
            first += 1;
        }
        let key = page.key(first);
        let Some(run) = run(page, found, first, key, true) else {
            found.extend(ambiguous);
            continue;
        };
        if run.score + 1.0 < ENOUGH && run.sure == 0 {
            found.extend(ambiguous);
            continue;
        }
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

/// Whether a title is one word with its article: الرئيس باري is a person,
/// رئيس بلدية باري is not.
fn is_bare(page: &Page<'_>, last: usize) -> bool {
    let facts = page
        .forms(last)
        .map(|form| page.facts_of(&form.key))
        .find(|facts| facts.definite);
    facts.is_some_and(|facts| facts.classes & class::TITLE_CORE != 0)
}

/// The last of some words in Latin letters with capitals that begin here.
fn latin_run(page: &Page<'_>, found: &Found, first: usize) -> Option<usize> {
    let capital = |at: usize| {
        page.tokens.shape(at) == Shape::Latin
            && !found.is_covered(at)
            && page
                .tokens
                .span(at, 0, at)
                .of(page.text)
                .is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let mut last = None;
    let mut at = first;
    while at < first + LONGEST && capital(at) {
        last = Some(at);
        at += 1;
    }
    last
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
        let Some(run) = run(page, found, first, page.key(first), true) else {
            continue;
        };
        if run.words >= 2 && run.score + 0.7 >= ENOUGH {
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
        let Some(run) = run(page, found, index, &form.key, false) else {
            continue;
        };
        if is_name(page, index, &form.key, &run) {
            let first = page.facts_of(&form.key);
            let known = first.given || first.classes & class::FIRST_BINDER != 0;
            let (source, rule) = if known {
                (Source::NameSequence, "name-sequence")
            } else {
                (Source::SpeechVerb, "name-announced")
            };
            let place = (index, form.cut, run.last);
            best = Some(Candidate::new(place, Type::Person, source, rule, ""));
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
    let cues = &page.lexicon.cues;
    let bare = without_article(key);
    let begins_other = facts.classes & class::SPEECH != 0
        || cues.title(bare).is_some()
        || !cues.heads(bare).is_empty();
    if begins_other {
        return false;
    }
    let title_at = |index: usize| {
        page.forms(index)
            .any(|form| cues.title(without_article(&form.key)).is_some())
    };
    let announced = first > 0
        && page
            .forms(first - 1)
            .any(|form| page.facts_of(&form.key).classes & class::SPEECH != 0);
    let titled = page.tokens.shape(run.last + 1) == Shape::Comma && title_at(run.last + 2)
        || title_at(run.last + 1);
    let context = if announced || titled { 0.6 } else { 0.0 };
    let known = facts.given
        || facts.classes & class::FIRST_BINDER != 0
        || (first + 1..=run.last).any(|at| page.facts(at).given || page.facts(at).family);
    (known || announced || titled) && run.score + context >= ENOUGH + unknown_first(facts)
}

/// A name seldom begins with a word that no list of given names has.
fn unknown_first(facts: Facts) -> f32 {
    if facts.given || facts.classes & class::FIRST_BINDER != 0 {
        0.0
    } else {
        0.6
    }
}
