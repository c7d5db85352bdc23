//! Names that a head word begins: organisations, groups, facilities, places,
//! events.
//!
//! Here: how far a name goes after its head. The heads are in
//! `assets/data/cues/heads.tsv`. Method: head-driven rules in the manner of
//! the rule-based Arabic recognisers (Shaalan and Raza, NERA, 2009), tuned on
//! texts of our own.

use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::{Complement, Head, class, without_article};
use crate::entities::page::{Form, Page};
use crate::entities::tokens::Shape;
use crate::entities::{Source, Type};

/// Ordinals that number units, folded.
const ORDINALS: [&str; 20] = [
    "اول",
    "اولي",
    "ثاني",
    "ثانية",
    "ثالث",
    "ثالثة",
    "رابع",
    "رابعة",
    "خامس",
    "خامسة",
    "سادس",
    "سادسة",
    "سابع",
    "سابعة",
    "ثامن",
    "ثامنة",
    "تاسع",
    "تاسعة",
    "عاشر",
    "عاشرة",
];

/// Adjectives that tell villages of one name apart, folded.
const SIDES: [&str; 16] = [
    "كبري",
    "صغري",
    "كبير",
    "صغير",
    "كبيرة",
    "صغيرة",
    "شمالي",
    "شمالية",
    "جنوبي",
    "جنوبية",
    "شرقي",
    "شرقية",
    "غربي",
    "غربية",
    "عليا",
    "سفلي",
];

/// Most tokens between the quotation marks of a name.
const LONGEST_QUOTED: usize = 8;

/// Where a complement ends and where the name proper begins in it.
#[derive(Copy, Clone, Debug)]
struct Taken {
    first: usize,
    last: usize,
    /// Last token with what belongs to it when the head is inside.
    whole: usize,
}

/// Adds all names that begin with a head word.
pub(in crate::entities) fn find(page: &Page<'_>, found: &mut Found) {
    // From the end, so that the name inside a name is there first.
    for index in (0..page.len()).rev() {
        if !page.tokens.is_arabic(index) || page.is_stop(index) {
            continue;
        }
        let mut new = Vec::new();
        for form in page.forms(index) {
            let bare = without_article(&form.key);
            let definite = bare.len() < form.key.len();
            new.extend(unit(page, index, &form));
            if definite && bare == "جيش" && page.adjectives_after(index) == index {
                let place = (index, form.cut, index);
                new.push(Candidate::new(
                    place,
                    Type::Group,
                    Source::Cue,
                    "head",
                    page.written(index, form.cut, index),
                ));
            }
            // برئاسة, بقيادة: under somebody, no body.
            if form.cut > 0 && matches!(bare, "رياسه" | "قياده" | "رياسة" | "قيادة")
            {
                continue;
            }
            for head in page.lexicon.cues.heads(bare) {
                let candidate = if definite {
                    definite_head(page, index, form.cut, head)
                } else {
                    construct(page, found, index, form.cut, head, bare)
                };
                new.extend(candidate);
            }
            if !new.is_empty() {
                break;
            }
        }
        found.extend(new);
    }
}

/// اللواء 141, الفرقة الرابعة: a military unit with its number.
fn unit(page: &Page<'_>, index: usize, form: &Form<'_>) -> Option<Candidate> {
    let bare = without_article(&form.key);
    if page.lexicon.cues.classes(bare) & class::UNIT == 0 {
        return None;
    }
    let next = page.tokens.adjacent(index)?;
    let numbered = page.tokens.shape(next) == Shape::Digits;
    let ordinal = bare.len() < form.key.len()
        && ORDINALS.contains(&without_article(page.key(next)))
        && page.facts(next).definite;
    (numbered || ordinal).then(|| {
        let last = page.adjectives_after(next);
        Candidate::new(
            (index, form.cut, last),
            Type::Group,
            Source::Cue,
            "head",
            page.written(index, form.cut, index),
        )
    })
}

/// الحكومة السورية: the head with its article and adjectives.
fn definite_head(page: &Page<'_>, index: usize, cut: usize, head: &Head) -> Option<Candidate> {
    if !head.takes.adjective {
        return None;
    }
    let last = page.adjectives_after(index);
    if last == index {
        return None;
    }
    // وزير الدفاع العراقي: here الدفاع completes another head.
    if index > 0 && page.tokens.adjacent(index - 1) == Some(index) && cut == 0 {
        let before = page.forms(index - 1).any(|form| {
            let bare = without_article(&form.key);
            let cues = &page.lexicon.cues;
            bare.len() == form.key.len()
                && (cues.title(bare).is_some() || cues.heads(bare).iter().any(|h| h.takes.noun))
        });
        if before && page.has(index, class::PORTFOLIO) {
            return None;
        }
    }
    let proper = (index + 1..=last).any(|at| {
        let facts = page.facts(at);
        facts.nisba || (!head.takes.loose && facts.classes & class::ADJECTIVE != 0)
    });
    let last = if head.kind == Type::Organisation {
        with_purpose(page, index, last)
    } else {
        last
    };
    proper.then(|| {
        Candidate::new(
            (index, cut, last),
            head.kind,
            Source::Cue,
            "head",
            page.written(index, cut, index),
        )
    })
}

/// Heads whose name may tell a purpose with لل, folded, without article.
const PURPOSEFUL: [&str; 15] = [
    "منظمة",
    "هيية",
    "مركز",
    "لجنة",
    "اتحاد",
    "وكالة",
    "موسسة",
    "شركة",
    "جهاز",
    "مجلس",
    "مديرية",
    "صندوق",
    "معهد",
    "رابطة",
    "جمعية",
];

/// المنظمة الدولية للهجرة: the purpose belongs to the name of the body that
/// begins at `first` and so far ends at `last`.
fn with_purpose(page: &Page<'_>, first: usize, last: usize) -> usize {
    let headed = page
        .forms(first)
        .any(|form| PURPOSEFUL.contains(&without_article(&form.key)));
    let Some(next) = page.tokens.adjacent(last).filter(|_| headed) else {
        return last;
    };
    let noun = page.key(next);
    if !noun.starts_with("لل") || noun.chars().count() < 5 || matches!(noun, "للمرة" | "للغاية")
    {
        return last;
    }
    page.adjectives_after(next)
}

/// وزارة الدفاع: the head and what completes it.
fn construct(
    page: &Page<'_>,
    found: &Found,
    index: usize,
    cut: usize,
    head: &Head,
    bare: &str,
) -> Option<Candidate> {
    let taken = complement(page, found, index + 1, head.takes, head.kind)?;
    let kind = if bare == "مجلس" && page.key(taken.whole) == "العسكري" {
        Type::Group
    } else {
        head.kind
    };
    let (first, cut, last) = if head.inside {
        (index, cut, taken.whole)
    } else {
        (taken.first, 0, taken.last)
    };
    // صحيفة "الشرق الأوسط" names the paper, not the region.
    let source = if !head.inside && kind == Type::Organisation {
        Source::List
    } else {
        Source::Cue
    };
    Some(Candidate::new(
        (first, cut, last),
        kind,
        source,
        "head",
        page.written(index, cut, index),
    ))
}

/// What may complete a head, beginning at the token `at`.
fn complement(
    page: &Page<'_>,
    found: &Found,
    at: usize,
    takes: Complement,
    kind: Type,
) -> Option<Taken> {
    if page.tokens.shape(at) == Shape::Quote {
        return quoted(page, at, takes);
    }
    if page.tokens.shape(at) == Shape::Latin {
        return (takes.latin || takes.new).then(|| latin(page, at));
    }
    if !page.tokens.is_arabic(at) || page.is_stop(at) {
        return None;
    }
    if let Some(last) = two_words(page, at, kind, takes) {
        return Some(last);
    }
    if (takes.name || takes.loose_name)
        && let Some(taken) = known(page, found, at, kind, takes)
    {
        return Some(taken);
    }
    if let Some(taken) = noun(page, found, at, takes, kind) {
        return Some(taken);
    }
    if takes.new {
        return unknown(page, found, at, kind);
    }
    None
}

fn quoted(page: &Page<'_>, at: usize, takes: Complement) -> Option<Taken> {
    let closer = page.tokens.partner(at)?;
    if !takes.quoted || closer <= at + 1 || closer - at > LONGEST_QUOTED {
        return None;
    }
    Some(Taken {
        first: at + 1,
        last: closer - 1,
        whole: closer,
    })
}

fn latin(page: &Page<'_>, at: usize) -> Taken {
    let mut last = at;
    while matches!(page.tokens.shape(last + 1), Shape::Latin | Shape::Digits) {
        last += 1;
    }
    Taken {
        first: at,
        last,
        whole: last,
    }
}

/// A name of the lists after its head.
fn known(
    page: &Page<'_>,
    found: &Found,
    at: usize,
    kind: Type,
    takes: Complement,
) -> Option<Taken> {
    let candidate = found.named(at, |c| match kind {
        _ if c.weak
            && !(takes.ambiguous && (c.kind == kind || c.kind == Type::Place))
            && !(c.kind == Type::Place && page.key(c.last + 1) == "العسكري")
            && !(c.kind == kind && (c.len() > 1 || (page.facts(at).definite && !takes.noun))) =>
        {
            false
        }
        Type::Place | Type::Weapon => c.kind == kind,
        Type::Facility => {
            matches!(c.kind, Type::Place | Type::Facility)
                || (takes.person && c.kind == Type::Person)
        }
        _ => {
            matches!(c.kind, Type::Place | Type::Organisation | Type::Group)
                || (takes.person && c.kind == Type::Person)
        }
    })?;
    if takes.loose_name && candidate.kind != Type::Place {
        return None;
    }
    let last = candidate.last;
    // حزب الشعب السوري: a name may go on with adjectives, a place seldom.
    let whole = if candidate.kind == Type::Place {
        page.adjectives_after(last)
    } else {
        last
    };
    Some(Taken {
        first: at,
        last,
        whole,
    })
}

/// A definite noun, or a linker and a definite noun, with their adjectives.
fn noun(page: &Page<'_>, found: &Found, at: usize, takes: Complement, kind: Type) -> Option<Taken> {
    if !takes.noun && !takes.noun_with_adjective {
        return None;
    }
    let mut noun = at;
    let mut links = 0;
    while page.has(noun, class::LINKER) && !page.facts(noun).definite && links < 3 {
        noun = page.tokens.adjacent(noun)?;
        links += 1;
    }
    if !page.is_definite_noun(noun) {
        if links > 0
            && let Some(name) = found.named(noun, |c| c.kind == Type::Place && !c.weak)
        {
            return Some(Taken {
                first: at,
                last: name.last,
                whole: name.last,
            });
        }
        return None;
    }
    let generic = page.has(noun, class::GENERIC);
    let of_site = matches!(kind, Type::Facility | Type::Place);
    let numbered = kind == Type::Group && page.has(noun, class::UNIT);
    if numbered || (generic && (of_site || kind == Type::Group)) {
        return None;
    }
    // مدينة القديمة is no name; an adjective does not complete a head.
    if of_site && (page.facts(noun).nisba || links > 0) {
        return None;
    }
    let mut last = noun;
    while let Some(next) = page.tokens.adjacent(last) {
        let goes_on = page.is_definite_adjective(next)
            || (page.has(last, class::PORTFOLIO) && joins(page, next));
        if !goes_on {
            break;
        }
        last = next;
    }
    if kind == Type::Place {
        last = noun;
    }
    (takes.noun || last > noun).then_some(Taken {
        first: at,
        last,
        whole: last,
    })
}

/// Whether a word is و with a portfolio noun: وزارة التربية والتعليم.
pub(super) fn joins(page: &Page<'_>, index: usize) -> bool {
    page.key(index).strip_prefix('و').is_some_and(|rest| {
        let facts = page.facts_of(rest);
        facts.definite && facts.classes & class::PORTFOLIO != 0
    })
}

/// تل تمر, عين الأسد: a first word of village names and the next.
fn two_words(page: &Page<'_>, at: usize, kind: Type, takes: Complement) -> Option<Taken> {
    if !matches!(kind, Type::Place | Type::Facility)
        || !takes.new
        || !page.has(at, class::TWO_WORD)
        || page.facts(at).definite
    {
        return None;
    }
    let second = page.tokens.adjacent(at)?;
    if !page.tokens.is_arabic(second) || page.is_stop(second) || page.facts(second).nisba {
        return None;
    }
    Some(Taken {
        first: at,
        last: second,
        whole: page.adjectives_after(second),
    })
}

/// A word that no dictionary has.
fn unknown(page: &Page<'_>, found: &Found, at: usize, kind: Type) -> Option<Taken> {
    let second = page.tokens.adjacent(at);
    if found.is_covered(at) {
        return None;
    }
    let facts = page.facts(at);
    if facts.nisba || !(page.is_new(at) || (facts.given && !facts.ordinary)) {
        return None;
    }
    // سان فرانسيسكو, كوكا كولا: new words come in pairs.
    let pair = second.filter(|&second| {
        page.is_new(second)
            && !page.facts(second).nisba
            && !page.facts(second).definite
            && !found.is_covered(second)
            && !page.key(second).starts_with('و')
    });
    let mut last = pair.unwrap_or(at);
    if kind == Type::Place
        && let Some(next) = page.tokens.adjacent(last)
        && SIDES.contains(&without_article(page.key(next)))
        && page.facts(next).definite
    {
        last = next;
    }
    Some(Taken {
        first: at,
        last,
        whole: page.adjectives_after(last),
    })
}
