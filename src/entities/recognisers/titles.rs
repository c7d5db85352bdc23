//! Titles: an office, rank or form of address with what completes it.
//!
//! Here: how far a title goes: its head, the construct, adjectives of
//! nationality and rank; it stops before باسم, ل and في. Not here: the name
//! after it (persons).

use super::heads::joins;
use crate::entities::candidate::{Candidate, Found};
use crate::entities::cues::{TitleHead, TitleKind, class, without_article};
use crate::entities::page::{Form, Page};
use crate::entities::recognisers::persons;
use crate::entities::tokens::Shape;
use crate::entities::{Source, Type};

/// Most words of a title that is looked up whole (نائب رئيس الوزراء).
const LONGEST_PHRASE: usize = 6;

/// Most titles inside one another (نائب مستشار وزير الدفاع).
const DEEPEST: usize = 3;

/// Where a title ends.
#[derive(Copy, Clone, Debug)]
struct Taken {
    last: usize,
    head: TitleHead,
    /// Nothing is missing: it has its article, or what completes it.
    complete: bool,
    /// It is more than a bare head.
    compound: bool,
}

/// Adds all titles.
pub(in crate::entities) fn find(page: &Page<'_>, found: &mut Found) {
    for index in 0..page.len() {
        // أمام folds like إمام.
        if !page.tokens.is_arabic(index) || page.is_stop(index) {
            continue;
        }
        for form in page.forms(index) {
            if form.cut > 0 && page.facts(index).classes & class::STOP != 0 {
                break;
            }
            let taken = title(page, found, index, &form.key, 0)
                .or_else(|| with_pronoun(page, found, index, &form.key));
            let Some(taken) = taken else {
                continue;
            };
            if let Some(candidate) = judged(page, found, index, &form, taken) {
                let body = quoted_body(page, found, &candidate);
                found.push(candidate);
                found.extend(body);
            }
            break;
        }
    }
}

/// رئيس "الحركة الاشتراكية اليونانية": the body in quotation marks that a title
/// ends with, when nothing else has found it.
fn quoted_body(page: &Page<'_>, found: &Found, title: &Candidate) -> Option<Candidate> {
    let opener = page.tokens.partner(title.last)?;
    let (first, last) = (opener + 1, title.last.checked_sub(1)?);
    if opener <= title.first || last < first || found.at(first).any(|c| !c.weak) {
        return None;
    }
    let place = (first, 0, last);
    let detail = title.detail.clone();
    Some(Candidate::new(
        place,
        Type::Organisation,
        Source::Cue,
        "head",
        detail,
    ))
}

/// The candidate, if the title is one in this place.
fn judged(
    page: &Page<'_>,
    found: &Found,
    index: usize,
    form: &Form<'_>,
    taken: Taken,
) -> Option<Candidate> {
    let bare = without_article(&form.key);
    let core = page.lexicon.cues.classes(bare) & class::TITLE_CORE != 0;
    let definite = bare.len() < form.key.len();
    // عبد الأمير is a name.
    let bound = index > 0 && form.cut == 0 && matches!(page.key(index - 1), "عبد" | "وعبد");
    // عبد الله خليفة المري: so is a caliph between two names.
    let inside = !definite
        && !core
        && form.cut == 0
        && index > 0
        && page.facts(index).given
        && page.tokens.adjacent(index - 1) == Some(index)
        && (page.facts(index - 1).given || page.key(index - 1) == "الله");
    if inside || bound || (definite && page.lexicon.cues.classes(bare) & class::NOT_TITLE != 0) {
        return None;
    }
    let before_name = persons::begins(page, found, taken.last + 1);
    if !before_name && page.lexicon.cues.classes(bare) & class::NAME_TITLE != 0 {
        return None;
    }
    let kept = match taken.head.kind {
        TitleKind::Office => {
            taken.complete
                && !taken.head.plural
                && (taken.compound || core || (before_name && !taken.head.ambiguous))
        }
        TitleKind::Rank => {
            before_name || (taken.compound && !taken.head.ambiguous && !taken.head.plural)
        }
        TitleKind::Profession => {
            taken.complete && taken.compound && !taken.head.plural && (before_name || definite)
        }
        // سماح السيد سليم: inside a name it is a name.
        TitleKind::Honorific => {
            definite
                && before_name
                && !(index > 0
                    && page.tokens.adjacent(index - 1) == Some(index)
                    && page.facts(index - 1).given)
        }
    };
    kept.then(|| {
        Candidate::new(
            (index, form.cut, taken.last),
            Type::Title,
            Source::Cue,
            "title",
            page.written(index, form.cut, index),
        )
    })
}

/// مرشدها العام, رئيسه فلان: a title with a pronoun, before a name or with an
/// adjective.
fn with_pronoun(page: &Page<'_>, found: &Found, index: usize, key: &str) -> Option<Taken> {
    let stem = ["ها", "هم", "ه"]
        .iter()
        .find_map(|end| key.strip_suffix(end))?;
    let head = page.lexicon.cues.title(stem)?;
    let last = adjectives(page, index);
    let fits = !head.plural
        && head.kind == TitleKind::Office
        && (last > index || persons::begins(page, found, index + 1));
    fits.then_some(Taken {
        last,
        head,
        complete: true,
        compound: true,
    })
}

/// The title that begins with the word `first` in place of the token `index`.
fn title(page: &Page<'_>, found: &Found, index: usize, first: &str, depth: usize) -> Option<Taken> {
    let bare = without_article(first);
    let definite = bare.len() < first.len();
    // محافظة الغربية is a place, not a governor.
    if !definite
        && page
            .lexicon
            .cues
            .heads(bare)
            .iter()
            .any(|head| head.kind == Type::Place)
    {
        return None;
    }
    let (mut last, head, phrase_definite) = longest_phrase(page, index, bare)?;
    let mut taken = Taken {
        last,
        head,
        complete: definite || phrase_definite,
        compound: last > index,
    };
    if !taken.complete {
        let next = last + 1;
        // عميد بلدية درنة leads a body, لواء القدس is one.
        let leads = page
            .lexicon
            .cues
            .heads(page.key(next))
            .iter()
            .any(|head| head.kind == Type::Organisation);
        if (head.kind != TitleKind::Rank || leads)
            && let Some(end) = construct(page, found, next, head.kind, depth)
        {
            last = end;
            taken.complete = true;
            taken.compound = true;
        }
    }
    if taken.complete {
        let end = adjectives(page, last);
        taken.compound |= end > last;
        last = end;
    }
    taken.last = last;
    Some(taken)
}

/// The longest title of the list that begins here: its last token, its head,
/// and whether its last word has the article.
fn longest_phrase(page: &Page<'_>, index: usize, bare: &str) -> Option<(usize, TitleHead, bool)> {
    let cues = &page.lexicon.cues;
    let mut best = cues.title(bare).map(|head| (index, head, false));
    if cues.begins_title_phrase(bare) {
        let mut joined = bare.to_owned();
        let mut at = index;
        for _ in 1..LONGEST_PHRASE {
            let Some(next) = page.tokens.adjacent(at) else {
                break;
            };
            joined.push(' ');
            joined.push_str(page.key(next));
            at = next;
            if let Some(head) = cues.title(&joined) {
                best = Some((at, head, page.facts(at).definite));
            }
        }
    }
    best
}

/// What completes a title without article: a body, a place, another title, a
/// definite noun. Its last token.
fn construct(
    page: &Page<'_>,
    found: &Found,
    at: usize,
    kind: TitleKind,
    depth: usize,
) -> Option<usize> {
    if page.tokens.shape(at) == Shape::Quote {
        let closer = page.tokens.partner(at).filter(|closer| *closer > at)?;
        let named = found.at(at + 1).any(|c| {
            !c.weak && matches!(c.kind, Type::Organisation | Type::Group) && c.last + 1 == closer
        });
        let capitalised = kind == TitleKind::Office && closer - at <= 5;
        return (named || capitalised).then_some(closer);
    }
    if !page.tokens.is_arabic(at) || page.is_stop(at) {
        return None;
    }
    if let Some(body) = found.named(at, |c| {
        !c.weak
            && matches!(
                c.kind,
                Type::Organisation | Type::Group | Type::Facility | Type::Place
            )
    }) {
        return Some(page.with_closing_quote(at, body.last));
    }
    if depth < DEEPEST
        && let Some(inner) = title(page, found, at, page.key(at), depth + 1)
        && inner.complete
    {
        return Some(inner.last);
    }
    // وزير خارجيتها
    let with_pronoun = ["تها", "تهم", "ته", "ها", "ه"].iter().any(|end| {
        page.key(at).strip_suffix(end).is_some_and(|stem| {
            [stem.to_owned(), format!("{stem}ة")]
                .iter()
                .any(|noun| page.lexicon.cues.classes(noun) & class::PORTFOLIO != 0)
        })
    });
    if with_pronoun {
        return Some(at);
    }
    let mut noun = at;
    let mut links = 0;
    while (page.has(noun, class::LINKER) || !page.lexicon.cues.heads(page.key(noun)).is_empty())
        && !page.facts(noun).definite
        && links < 3
    {
        noun = page.tokens.adjacent(noun)?;
        links += 1;
        if let Some(name) = found.named(noun, |c| {
            !c.weak && matches!(c.kind, Type::Organisation | Type::Group | Type::Place)
        }) {
            return Some(name.last);
        }
    }
    if !page.is_definite_noun(noun) || page.facts(noun).nisba && links == 0 {
        return None;
    }
    let mut last = noun;
    while let Some(next) = page.tokens.adjacent(last) {
        let goes_on = (page.is_definite_adjective(next) && !is_name_word(page, next))
            || (page.has(last, class::PORTFOLIO) && joins(page, next));
        if !goes_on {
            break;
        }
        last = next;
    }
    Some(last)
}

/// A word in the shape of an adjective that is rather a family name.
fn is_name_word(page: &Page<'_>, index: usize) -> bool {
    let facts = page.facts(index);
    facts.family && !facts.nisba && facts.classes & (class::ADJECTIVE | class::TITLE_ADJECTIVE) == 0
}

/// Adjectives of nationality and of titles after the token `last`.
fn adjectives(page: &Page<'_>, mut last: usize) -> usize {
    while let Some(next) = page.tokens.adjacent(last) {
        let facts = page.facts(next);
        let fits = facts.definite && (facts.nisba || facts.classes & class::TITLE_ADJECTIVE != 0);
        if !fits {
            break;
        }
        last = next;
    }
    last
}
