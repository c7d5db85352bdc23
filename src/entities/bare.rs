//! A word without its clitics, where a dictionary or a list vouches for it.
//!
//! Here: choosing among the readings of one word as it is double-clicked a
//! second time. Not here: the readings (language) and the same choice for names
//! of several words (the recognisers).
//!
//! **Invariant:** the answer ends where the word ends; a word that a
//! dictionary or list has as it stands keeps its letters, unless what is left
//! is better known.

use super::data::{self, Ordinary};
use crate::language::clitics::is_whole;
use crate::language::letters::is_mark;
use crate::language::{Level, fold, key, readings, without_clitics, word_at};
use crate::model::Span;

/// How well a word is known, best last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    No,
    /// An inflected form.
    Derived,
    /// A verb, or a word of personal names.
    Verb,
    /// A noun or a place.
    Noun,
    /// A particle or pronoun, alone or with its clitics.
    Function,
}

/// Fewest letters left.
const FEWEST_LEFT: usize = 3;

/// The word `word` of `text` without conjunction and preposition (بداعش →
/// داعش, للولايات → لولايات), or `word` itself where it has none (بغداد, وزراء).
pub fn bare_word(text: &str, word: Span) -> Span {
    let Some(written) = word.of(text) else {
        return word;
    };
    let folded = fold(written, Level::Letters);
    let letters = folded.text();
    if is_whole(letters) {
        return word;
    }
    let whole = known(letters);
    let best = readings(letters)
        .skip(1)
        .filter(|way| way.rest(letters).chars().count() >= FEWEST_LEFT)
        .map(|way| {
            let form = format!("{}{}", way.restored, way.rest(letters));
            (known(&form), way)
        })
        // Fewer clitics before more: و + كتبت and not و + ك + تبت.
        .find(|(rest, _)| *rest > Known::No);
    let guess = without_clitics(text, word);
    let Some((rest, way)) = best else {
        return if whole == Known::No { guess } else { word };
    };
    let is_left = match whole {
        // وبعد is و + بعد, and بهذا one word.
        Known::Function => letters.starts_with('و') && rest == Known::Function,
        // Before a verb و is the conjunction four times of five.
        Known::Verb => {
            letters.starts_with('و')
                && rest >= Known::Verb
                && guess != word
                && data::words().ordinary(letters) == Some(Ordinary::Verb)
        }
        Known::Noun => false,
        Known::Derived if rest >= Known::Noun => true,
        Known::No if rest >= Known::Verb => true,
        Known::Derived | Known::No => return guess,
    };
    if !is_left {
        return word;
    }
    let kept = folded.span_of(way.cut..letters.len());
    Span::new(word.start + kept.start, word.end)
}

/// The words at `span` as they stand in a list of names: without conjunction
/// and preposition before the first, marks, tatweel and quotation marks around
/// them; the alef that ل takes from the article comes back (للولايات →
/// الولايات).
pub fn bare_name(text: &str, span: Span) -> String {
    let Some(written) = span.of(text) else {
        return String::new();
    };
    let first = word_at(text, span.start);
    let first = Span::new(span.start, first.end.min(span.end));
    let whole_word = word_at(text, span.start).start == span.start;
    let start = listed_start(text, first, span.end)
        .or_else(|| whole_word.then(|| bare_word(text, first).start))
        .unwrap_or(span.start);
    let rest = text.get(start..span.end).unwrap_or(written);
    let behind_lam = text
        .get(..start)
        .is_some_and(|before| before.trim_end_matches(is_mark).ends_with('ل'));
    let first_word = fold(
        rest.split(char::is_whitespace).next().unwrap_or_default(),
        Level::Letters,
    )
    .into_text();
    let restored = behind_lam
        && first_word.starts_with('ل')
        && known(&format!("ا{first_word}")) >= known(&first_word);
    let plain = key(rest, Level::Marks);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let joined = words.join(" ");
    let trimmed = joined.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '('));
    let name = if trimmed.is_empty() {
        joined.as_str()
    } else {
        trimmed
    };
    if restored {
        format!("ا{name}")
    } else {
        name.to_owned()
    }
}

/// Where a name of the hand lists begins behind the clitics of its first word.
fn listed_start(text: &str, first: Span, end: usize) -> Option<usize> {
    let folded = fold(first.of(text)?, Level::Letters);
    let letters = folded.text();
    let others = key(text.get(first.end..end)?, Level::Letters);
    let lists = data::lists();
    if lists.get(&format!("{letters}{others}")).is_some() {
        return Some(first.start);
    }
    readings(letters)
        .skip(1)
        .find(|way| {
            let name = format!("{}{}{others}", way.restored, way.rest(letters));
            lists.get(&name).is_some()
        })
        .map(|way| first.start + folded.span_of(way.cut..letters.len()).start)
}

/// What dictionary and lists say of a folded word.
pub(super) fn known(word: &str) -> Known {
    // The dictionary takes لل off by itself; here it is a clitic.
    if word.starts_with("لل") {
        return Known::No;
    }
    let in_dictionary = match data::words().ordinary(word) {
        Some(Ordinary::Function) => Known::Function,
        Some(Ordinary::Noun) => Known::Noun,
        Some(Ordinary::Verb) => Known::Verb,
        Some(Ordinary::Derived) => Known::Derived,
        None => Known::No,
    };
    if in_dictionary >= Known::Noun {
        return in_dictionary;
    }
    let is_place = data::places()
        .get(word)
        .is_some_and(|place| !place.needs_cue());
    if is_place {
        return Known::Noun;
    }
    let is_name = data::names()
        .get(word)
        .is_some_and(|name| name.people() >= 3);
    in_dictionary.max(if is_name { Known::Verb } else { Known::No })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(word: &str) -> &str {
        bare_word(word, Span::new(0, word.len()))
            .of(word)
            .unwrap_or("?")
    }

    #[test]
    fn known_words_keep_their_letters() {
        for word in [
            "برشلونة",
            "برميل",
            "بورصة",
            "بودابست",
            "بينما",
            "بدايتها",
            "واسعة",
            "واضح",
            "واردات",
            "وزراء",
            "وسائل",
            "بغداد",
            "ليبيا",
            "كانون",
            "فرنسا",
            "بايدن",
            "بنغازي",
            "كاترين",
            "فيفا",
            "وصل",
            "كتب",
            "لعب",
            "بدأ",
            "الوزير",
            "قسد",
            "SDF",
            "",
            "و",
        ] {
            assert_eq!(bare(word), word);
        }
    }

    #[test]
    fn clitics_go_where_the_rest_is_known() {
        for (word, rest) in [
            ("بداعش", "داعش"),
            ("وفرنسا", "فرنسا"),
            ("للولايات", "لولايات"),
            ("وبغداد", "بغداد"),
            ("لقوات", "قوات"),
            ("بوزارة", "وزارة"),
            ("كشريك", "شريك"),
            ("فقال", "قال"),
            ("وبعد", "بعد"),
            ("وكان", "كان"),
            ("وللاسطول", "لاسطول"),
            ("ودعا", "دعا"),
            ("للجيش", "لجيش"),
            ("فمقديشو", "مقديشو"),
            ("وَبِالْعِرَاقِ", "الْعِرَاقِ"),
        ] {
            assert_eq!(bare(word), rest, "{word}");
        }
    }

    #[test]
    fn a_name_stands_alone() {
        for (text, words, name) in [
            ("وصل أحمد الشَّرع أمس", "أحمد الشَّرع", "أحمد الشرع"),
            ("اتهم بداعش", "بداعش", "داعش"),
            ("بداعش", "داعش", "داعش"),
            ("للولايات المتحدة", "لولايات المتحدة", "الولايات المتحدة"),
            ("للولايات المتحدة", "للولايات المتحدة", "الولايات المتحدة"),
            ("لليبيا", "ليبيا", "ليبيا"),
            ("قال «قســد» و", "«قســد»", "قسد"),
            ("دير\u{a0} الزور", "دير\u{a0} الزور", "دير الزور"),
            ("SDF", "SDF", "SDF"),
            ("وبقسد", "وبقسد", "قسد"),
            ("وبقسد", "بقسد", "قسد"),
            (
                "وقوات سوريا الديمقراطية",
                "وقوات سوريا الديمقراطية",
                "قوات سوريا الديمقراطية",
            ),
            ("…", "…", "…"),
        ] {
            let start = text.find(words).unwrap_or(0);
            let span = Span::new(start, start + words.len());
            assert_eq!(bare_name(text, span), name, "{text} {words}");
        }
        assert_eq!(bare_name("ab", Span::new(7, 9)), "");
    }

    #[test]
    fn a_span_that_does_not_fit_is_left_alone() {
        assert_eq!(bare_word("بداعش", Span::new(1, 4)), Span::new(1, 4));
        assert_eq!(bare_word("", Span::new(5, 9)), Span::new(5, 9));
    }
}
