//! What a cue says: where it begins and ends, and which cue a quotation
//! belongs to.
//!
//! **Invariant:** what is said ends with its sentence at the latest, unless it
//! stands in quotation marks.

use super::cues::{Class, announces_title, cue, forbids_that, is_numeral, is_preposition, is_that};
use super::line::{Line, Quote, SCARE_WORDS};
use super::reader::Found;
use crate::model::Span;

/// How many words a quotation may stand after its verb.
const REACH: usize = 20;

/// How many words a quotation may stand after a verb that need not be speech.
const MAY_SAY_REACH: usize = 12;

/// How many words أن may stand after its verb.
const THAT_REACH: usize = 30;

/// Most words between what is said and a cue behind it.
const FARTHEST_BEHIND: usize = 4;

/// Whether words in marks at a token, at some distance after a cue, are what it
/// says.
pub(super) fn can_govern(line: &Line<'_>, found: &Found, quote: usize) -> bool {
    let distance = quote.saturating_sub(found.token);
    match found.cue.class {
        Class::Says | Class::Participle | Class::Relays => distance <= REACH,
        // The object of a preposition is not said.
        Class::MaySay => {
            let before = quote.checked_sub(1).map_or("", |before| line.word(before));
            distance <= MAY_SAY_REACH && !is_preposition(before) && !announces_title(before)
        }
        _ => false,
    }
}

/// أكد فيه, قال خلالها: said in something just named.
pub(super) fn is_about_it(word: &str) -> bool {
    matches!(
        word,
        "فيه" | "فيها" | "خلاله" | "خلالها" | "عبره" | "عبرها" | "عبرهما"
    )
}

/// بين is a verb only right before أن.
pub(super) fn is_bein(word: &str) -> bool {
    matches!(word, "بين" | "وبين")
}

/// Where what a cue says begins.
pub(super) struct Content {
    pub(super) that: Option<usize>,
    pub(super) quote: Option<usize>,
    /// Where the cue's reach ends.
    pub(super) end: usize,
}

/// Looks for أن, a colon or a quotation after a cue, up to the next cue.
pub(super) fn next_content(line: &Line<'_>, token: usize, to: usize, class: Class) -> Content {
    let mut content = Content {
        that: None,
        quote: None,
        end: to,
    };
    for at in token + 1..to.min(token + 1 + THAT_REACH) {
        let gap = line.gap(at);
        if gap.stop {
            content.end = at;
            break;
        }
        let in_speech = line.tokens.get(at).is_some_and(|token| token.in_speech);
        if in_speech || (gap.colon && gap.other) {
            if at <= token + 1 + REACH || gap.colon {
                content.quote = Some(at);
            }
            break;
        }
        let word = line.word(at);
        if is_that(word) || (word.starts_with('و') && is_that(word.get(2..).unwrap_or_default())) {
            if forbids_that(line.word(at - 1)) && line.gap(at).is_open() && at > token + 1 {
                continue;
            }
            content.that = Some(at);
            break;
        }
        if gap.colon && at + 1 < to && class != Class::MaySay {
            // قال: سنعود. The words follow without marks.
            content.that = Some(at);
            break;
        }
        let is_next = cue(word).is_some_and(|(cue, cut)| match cue.class {
            Class::Says | Class::Participle => true,
            Class::MaySay => cut > 0 && !is_bein(word),
            _ => false,
        });
        if is_next && line.name(at).is_none() {
            content.end = at;
            break;
        }
    }
    content
}

/// أن within a few words, for نقل عن فلان قوله إن.
pub(super) fn that_after(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to.min(from + SCARE_WORDS)).find(|at| is_that(line.word(*at)))
}

/// Where the object of a verb begins that announces something with a number
/// in it: أعلنت الوزارة مقتل ثلاثة جنود.
pub(super) fn announced(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to.min(from + THAT_REACH))
        .any(|token| is_numeral(line.word(token)))
        .then_some(from)
}

/// Where the clause that begins at token `from` ends: at the next cue beside
/// it, or with the sentence.
pub(super) fn next_clause(
    line: &Line<'_>,
    cues: &[Found],
    place: usize,
    from: usize,
    to: usize,
) -> usize {
    cues.iter()
        .skip(place + 1)
        .find(|next| next.token > from && next.is_active && leads_on(line, next))
        .map_or(to, |next| next.token.min(to))
}

/// The tokens `from..to` as what is said: without a conjunction that leads on
/// to the next clause, and without punctuation at its ends.
pub(super) fn clause(line: &Line<'_>, from: usize, to: usize) -> Option<Span> {
    let mut end = to.min(line.tokens.len());
    while end > from + 1
        && (matches!(
            line.word(end - 1),
            "و" | "كما" | "فيما" | "بينما" | "حسب" | "علي" | "حد"
        ) || matches!(line.word(end - 1), "وذلك"))
    {
        end -= 1;
    }
    let start = line.tokens.get(from)?.span.start;
    let last = line.tokens.get(end.checked_sub(1)?)?;
    (end > from).then(|| line.with_marks(Span::new(start, last.span.end)))
}

/// The cue a quotation belongs to.
pub(super) fn governing<'a>(
    line: &Line<'_>,
    quote: &Quote,
    cues: &'a [Found],
) -> Option<&'a Found> {
    let (first, after) = quote.tokens;
    let (from, _) = line.sentence_tokens(first);
    let colon = line.gap(first).colon;
    let ahead = cues
        .iter()
        .rev()
        .filter(|found| found.token < first && found.token >= from)
        .find(|found| {
            let directly = found.next >= first;
            match found.cue.class {
                Class::According => found.token <= from + 1 || directly,
                Class::Noun => directly,
                Class::Impersonal => false,
                _ if colon || directly => true,
                // Part of what is reported.
                _ if found.that.is_some_and(|that| that <= first) => true,
                _ => can_govern(line, found, first),
            }
        });
    let is_near = ahead.is_some_and(|found| colon || found.next >= first);
    if is_near {
        return ahead;
    }
    let behind = cues.iter().find(|found| {
        let Some(distance) = found.token.checked_sub(after) else {
            return false;
        };
        // Nothing further on is asked for below; a line may be very long.
        if distance > FARTHEST_BEHIND {
            return false;
        }
        let crosses = (after + 1..=found.token).any(|token| line.gap(token).stop);
        if crosses || line.gap(after).stop && distance > 0 {
            return false;
        }
        match found.cue.class {
            Class::According => distance <= 3,
            Class::Noun => distance <= 4,
            Class::Says | Class::MaySay => {
                let is_bare = matches!(distance, 0 | 1) && !starts_conjunction(line, found);
                is_bare
                    && found.that.is_none()
                    && (distance == 0
                        || matches!(line.word(after), "كما" | "هكذا" | "هذا" | "بهذه"))
            }
            _ => false,
        }
    });
    match behind {
        Some(behind) if matches!(behind.cue.class, Class::According) => Some(behind),
        _ => ahead.or(behind),
    }
}

/// Whether a cue begins a clause beside the one before it, not within it.
fn leads_on(line: &Line<'_>, found: &Found) -> bool {
    let gap = line.gap(found.token);
    starts_conjunction(line, found)
        || gap.comma
        || gap.stop
        || matches!(
            found.cue.class,
            Class::Participle | Class::According | Class::Noun
        )
        || matches!(
            line.word(found.token.saturating_sub(1)),
            "كما" | "فيما" | "بينما" | "حيث" | "اذ" | "ثم"
        )
}

/// Whether a conjunction stands before the cue's word.
fn starts_conjunction(line: &Line<'_>, found: &Found) -> bool {
    line.tokens
        .get(found.token)
        .is_some_and(|token| token.span.start < found.span.start)
}
