//! Sets of places in a text: put together, cut, and moved to the borders of
//! words and sentences.
//!
//! Here: values in, values out. Not here: marks, and who may change them.
//!
//! **Invariant:** what is made is sorted, shares no byte, lies on borders of
//! characters inside the text, and holds no two places that touch.

use crate::entities::bare_word;
use crate::language::clitics::is_whole;
use crate::language::letters::is_mark;
use crate::language::{Level, key, sentences, words};
use crate::model::Span;
use crate::text::{next_grapheme, previous_grapheme};

/// The places in order, those that touch or share a byte made one.
pub(super) fn tidy(mut places: Vec<Span>) -> Vec<Span> {
    places.sort();
    let mut kept: Vec<Span> = Vec::with_capacity(places.len());
    for place in places {
        match kept.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => kept.push(place),
        }
    }
    kept
}

/// The places without the bytes of `cut`.
pub(super) fn without(text: &str, places: &[Span], cut: Span) -> Vec<Span> {
    let mut kept = Vec::with_capacity(places.len() + 1);
    for &place in places {
        if !place.overlaps(cut) {
            kept.push(place);
            continue;
        }
        for part in [
            Span::new(place.start, cut.start.max(place.start)),
            Span::new(cut.end.min(place.end), place.end),
        ] {
            let part = trimmed(text, part);
            if !part.is_empty() {
                kept.push(part);
            }
        }
    }
    kept
}

/// What stands before `byte` and what after it, without the spaces there;
/// nothing where one of the two would be empty.
pub(super) fn split(text: &str, places: &[Span], byte: usize) -> Option<(Vec<Span>, Vec<Span>)> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for &place in places {
        if place.end <= byte {
            before.push(place);
        } else if place.start >= byte {
            after.push(place);
        } else {
            let first = trimmed(text, Span::new(place.start, byte));
            let second = trimmed(text, Span::new(byte, place.end));
            before.extend((!first.is_empty()).then_some(first));
            after.extend((!second.is_empty()).then_some(second));
        }
    }
    (!before.is_empty() && !after.is_empty()).then_some((before, after))
}

/// All places together; where only spaces part two of them, they are one.
pub(super) fn joined(text: &str, places: Vec<Span>) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::with_capacity(places.len());
    for place in tidy(places) {
        let is_blank = |last: &Span| {
            text.get(last.end..place.start)
                .is_some_and(|gap| gap.chars().all(char::is_whitespace) && !gap.contains('\n'))
        };
        match kept.last_mut() {
            Some(last) if is_blank(last) => last.end = place.end,
            _ => kept.push(place),
        }
    }
    kept
}

fn trimmed(text: &str, place: Span) -> Span {
    let Some(words) = place.of(text) else {
        return place;
    };
    let start = place.start + (words.len() - words.trim_start().len());
    Span::new(start.min(place.end), start + words.trim().len())
}

/// The whole words that `place` touches; the place itself where there are
/// none. At a place without width, the word there.
pub(super) fn to_words(text: &str, place: Span) -> Span {
    if place.is_empty() {
        let word = words::word_at(text, place.start);
        return if is_word(text, word) { word } else { place };
    }
    let first = words_from(text, place.start)
        .next()
        .filter(|word| word.start < place.end);
    let last = words_before(text, place.end)
        .next()
        .filter(|word| word.end > place.start);
    match (first, last) {
        (Some(first), Some(last)) => Span::new(first.start, last.end),
        _ => place,
    }
}

/// The words that `place` touches without what is written together with the
/// first: conjunction and preposition (و ف ب ل ك), and asked for again, the
/// article. Nothing where there is no more to leave out.
pub(super) fn to_bare_words(text: &str, place: Span) -> Option<Span> {
    let all = to_words(text, place);
    let first = words_from(text, all.start)
        .next()
        .filter(|word| word.start == all.start)?;
    let from = place.start.max(first.start);
    let start = bare_starts(text, first)
        .into_iter()
        .find(|start| *start > from)
        .unwrap_or(from);
    let bare = Span::new(start, all.end);
    (bare != place && start > first.start && start < all.end).then_some(bare)
}

/// Where a word may begin without its clitics, then without its article.
fn bare_starts(text: &str, word: Span) -> Vec<usize> {
    let bare = bare_word(text, word);
    let mut starts = Vec::new();
    if bare.start > word.start {
        starts.push(bare.start);
    }
    starts.extend(without_article(text, word, bare));
    starts
}

/// Where `bare` goes on after the article: after ال, and after the ل that is
/// left of it in لل.
fn without_article(text: &str, word: Span, bare: Span) -> Option<usize> {
    let written = bare.of(text)?;
    let folded = key(written, Level::Letters);
    if is_whole(&folded) || folded == "الله" {
        return None;
    }
    let letters: Vec<(usize, char)> = written
        .char_indices()
        .filter(|(_, c)| !is_mark(*c))
        .collect();
    let before = Span::new(word.start, bare.start).of(text)?;
    let cut = match (letters.first(), letters.get(1)) {
        (Some((_, 'ا' | 'ٱ')), Some((_, 'ل'))) => 2,
        (Some((_, 'ل')), _) if before.trim_end_matches(is_mark).ends_with('ل') => 1,
        _ => return None,
    };
    // Two letters have to be left, as of any word without its clitics.
    letters.get(cut + 1)?;
    letters.get(cut).map(|(at, _)| bare.start + at)
}

/// The whole sentences that `place` touches.
pub(super) fn to_sentences(text: &str, place: Span) -> Span {
    let first = sentences::sentence_at(text, place.start);
    let last = if place.is_empty() {
        first
    } else {
        sentences::sentence_at(text, previous_grapheme(text, place.end))
    };
    if first.is_empty() || last.is_empty() {
        return place;
    }
    Span::new(first.start.min(last.start), first.end.max(last.end))
}

/// The next border of its kind after or before `byte`: starts of words for
/// the start of a place, ends of words for its end.
pub(super) fn word_border(text: &str, byte: usize, start: bool, forward: bool) -> Option<usize> {
    let border = |word: Span| if start { word.start } else { word.end };
    if forward {
        words_from(text, byte).map(border).find(|at| *at > byte)
    } else {
        words_before(text, byte).map(border).find(|at| *at < byte)
    }
}

/// The words that end after `byte`, in order.
fn words_from(text: &str, byte: usize) -> impl Iterator<Item = Span> + '_ {
    let mut at = byte;
    std::iter::from_fn(move || {
        while at < text.len() {
            let found = words::word_at(text, at);
            let here = found.contains(at);
            at = if here {
                found.end
            } else {
                next_grapheme(text, at)
            };
            if here && is_word(text, found) {
                return Some(found);
            }
        }
        None
    })
}

/// The words that begin before `byte`, the last one first.
fn words_before(text: &str, byte: usize) -> impl Iterator<Item = Span> + '_ {
    let mut end = byte.min(text.len());
    std::iter::from_fn(move || {
        while end > 0 {
            let at = previous_grapheme(text, end);
            let found = words::word_at(text, at);
            let here = found.contains(at);
            end = if here { found.start } else { at };
            if here && is_word(text, found) {
                return Some(found);
            }
        }
        None
    })
}

fn is_word(text: &str, place: Span) -> bool {
    place
        .of(text)
        .is_some_and(|word| word.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::string_slice,
        reason = "tests stop loudly"
    )]

    use super::*;

    fn of(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    #[test]
    fn places_that_touch_are_one() {
        let spans = |list: &[(usize, usize)]| -> Vec<Span> {
            list.iter().map(|&(a, b)| Span::new(a, b)).collect()
        };
        assert_eq!(
            tidy(spans(&[(8, 9), (0, 4), (4, 6), (2, 3), (9, 9), (20, 20)])),
            spans(&[(0, 6), (8, 9), (20, 20)])
        );
        assert!(tidy(Vec::new()).is_empty());
    }

    #[test]
    fn borders_move_to_whole_words() {
        let text = "قال (أحمد بن علي)، ثم سكت.";
        for (part, whole) in [
            ("حمد ب", "أحمد بن"),
            (" (أحمد ", "أحمد"),
            ("(أحمد بن علي)،", "أحمد بن علي"),
            (")، ", ")، "),
            ("ال", "قال"),
        ] {
            assert_eq!(
                to_words(text, of(text, part)).of(text),
                Some(whole),
                "{part}"
            );
        }
        let point = text.find("حمد").unwrap();
        assert_eq!(
            to_words(text, Span::new(point, point)).of(text),
            Some("أحمد")
        );
    }

    #[test]
    fn clitics_go_first_and_then_the_article() {
        for (word, steps) in [
            ("والعراق", &["العراق", "عراق"][..]),
            ("بداعش", &["داعش"]),
            ("للولايات", &["لولايات", "ولايات"]),
            ("الوزير", &["وزير"]),
            ("وَبِالْعِرَاقِ", &["الْعِرَاقِ", "عِرَاقِ"]),
            ("بغداد", &[]),
            ("الله", &[]),
            ("SDF", &[]),
        ] {
            let text = format!("قال {word} اليوم");
            let mut place = of(&text, word);
            for step in steps {
                place = to_bare_words(&text, place).unwrap();
                assert_eq!(place.of(&text), Some(*step), "{word}");
            }
            assert_eq!(to_bare_words(&text, place), None, "{word}");
        }
        // Of several words the first; a border inside a word goes out to its end.
        let text = "زار وفد وقوات سوريا الديمقراطية";
        let place = of(text, "وقوات سوريا الدي");
        assert_eq!(
            to_bare_words(text, place).unwrap().of(text),
            Some("قوات سوريا الديمقراطية")
        );
    }

    #[test]
    fn borders_of_words_are_found_both_ways() {
        let text = "من قوات (SDF) إلى";
        let end = of(text, "قوات").end;
        let next = word_border(text, end, false, true).unwrap();
        assert_eq!(next, of(text, "SDF").end);
        assert_eq!(word_border(text, next, false, false), Some(end));
        let start = of(text, "SDF").start;
        assert_eq!(
            word_border(text, start, true, false),
            Some(of(text, "قوات").start)
        );
        assert_eq!(
            word_border(text, start, true, true),
            Some(of(text, "إلى").start)
        );
        assert_eq!(word_border(text, text.len(), false, true), None);
        assert_eq!(word_border(text, 0, true, false), None);
    }

    #[test]
    fn a_cut_leaves_no_spaces_at_the_borders() {
        let text = "وزير الخارجية السوري السابق";
        let whole = Span::new(0, text.len());
        let quote = |places: &[Span]| -> Vec<&str> {
            places.iter().map(|place| place.of(text).unwrap()).collect()
        };
        assert_eq!(
            quote(&without(text, &[whole], of(text, "السوري"))),
            ["وزير الخارجية", "السابق"]
        );
        let (before, after) = split(text, &[whole], of(text, " السوري").start).unwrap();
        assert_eq!(quote(&before), ["وزير الخارجية"]);
        assert_eq!(quote(&after), ["السوري السابق"]);
        assert!(split(text, &[whole], 0).is_none());
        assert_eq!(
            joined(text, vec![before[0], after[0]]),
            [whole],
            "only a space was between"
        );
    }
}
