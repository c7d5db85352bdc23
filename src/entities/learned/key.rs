//! Under which spelling words are remembered, and which word stands before.
//!
//! **Invariant:** a key holds folded letters and digits and single spaces,
//! nothing else, and the key of a key is itself.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::letters::{TATWEEL, is_arabic_letter, is_digit, is_mark};
use crate::language::{Level, fold};
use crate::model::Span;

/// The key of the words at `span`: folded to [`Level::Letters`], without
/// quotation marks and other signs, joined by single spaces. Behind the ل of
/// للتحالف the article gets its alef back.
pub fn surface_key(text: &str, span: Span) -> String {
    let (written, with_article) = surface_keys(text, span);
    with_article.unwrap_or(written)
}

/// The key as written, and, behind a ل, the one with the article's alef:
/// للتحالف holds التحالف, but لليبيا holds ليبيا. Letters alone do not tell.
pub(super) fn surface_keys(text: &str, span: Span) -> (String, Option<String>) {
    let written = key_of(span.of(text).unwrap_or_default());
    let with_article =
        (written.starts_with('ل') && follows_lam(text, span.start)).then(|| format!("ا{written}"));
    (written, with_article)
}

/// The key of words that stand by themselves.
pub fn key_of(words: &str) -> String {
    let folded = fold(words, Level::Letters).into_text();
    let mut key = String::with_capacity(folded.len());
    let mut before = None;
    for c in folded.chars() {
        let kind = Script::of(c);
        if let Some(kind) = kind {
            let goes_on =
                before == Some(kind) || (before == Some(Script::Other) && kind == Script::Digit);
            if !goes_on && !key.is_empty() {
                key.push(' ');
            }
            key.push(c);
            // SDF2 is one word.
            before = Some(if goes_on && kind == Script::Digit {
                before.unwrap_or(kind)
            } else {
                kind
            });
        } else {
            before = None;
        }
    }
    key
}

/// What runs of characters make one word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Digit,
    Other,
}

impl Script {
    fn of(c: char) -> Option<Self> {
        if is_arabic_letter(c) {
            Some(Self::Arabic)
        } else if is_digit(c) || c.is_numeric() {
            Some(Self::Digit)
        } else {
            c.is_alphabetic().then_some(Self::Other)
        }
    }
}

/// Whether a ل of the same word stands right before this byte.
fn follows_lam(text: &str, at: usize) -> bool {
    text.get(..at)
        .and_then(|before| before.chars().rev().find(|c| !is_mark(*c) && *c != TATWEEL))
        == Some('ل')
}

/// The folded word before `at`, within its line; none at the beginning of a
/// line or behind a full stop.
pub(super) fn previous_word(text: &str, at: usize) -> Option<String> {
    last_word_key(word_before(text, at)?)
}

/// The last word of a key; folding may have found several. Words that stand
/// before anything say nothing about what follows.
fn last_word_key(word: &str) -> Option<String> {
    key_of(word)
        .rsplit(' ')
        .next()
        .filter(|word| !word.is_empty() && !stands_before_anything(word))
        .map(str::to_owned)
}

/// Prepositions, conjunctions and the like (folded).
const PARTICLES: [&str; 30] = [
    "في", "من", "الي", "علي", "عن", "مع", "بين", "بعد", "قبل", "حتي", "منذ", "خلال", "ضد", "عند",
    "لدي", "نحو", "حول", "ان", "او", "ثم", "كما", "لا", "ما", "لم", "لن", "قد", "التي", "الذي",
    "هذا", "هذه",
];

/// Whether a folded word stands before names and ordinary words alike.
pub(super) fn stands_before_anything(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    PARTICLES.contains(&word) || PARTICLES.contains(&bare)
}

/// The word before `at` as it is written.
fn word_before(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    let mut end = None;
    let mut start = at;
    for (index, c) in before.char_indices().rev() {
        let is_letter = c.is_alphanumeric() || is_mark(c) || c == TATWEEL;
        match (end, is_letter) {
            // What belongs to the word itself (a clitic before a name) is
            // skipped with it.
            (None, true) if index + c.len_utf8() == start => start = index,
            (None, true) => {
                end = Some(index + c.len_utf8());
                start = index;
            }
            (Some(_), true) => start = index,
            (Some(_), false) => break,
            (None, false) if matches!(c, '\n' | '\r' | '.' | '!' | '؟' | '?' | '\u{2029}') => {
                return None;
            }
            (None, false) => {}
        }
    }
    before.get(start..end?)
}

/// What words fold to, kept while many marks are read: the same words come
/// again and again.
#[derive(Default)]
pub(super) struct Folding<'a> {
    surfaces: HashMap<&'a str, (Arc<str>, Option<Arc<str>>)>,
    words: HashMap<&'a str, Option<Arc<str>>>,
}

impl<'a> Folding<'a> {
    /// The key of a surface, and that of the surname in it, were it a
    /// person's name.
    pub(super) fn keys(&mut self, quote: &'a str) -> (Arc<str>, Option<Arc<str>>) {
        let keys = self.surfaces.entry(quote).or_insert_with(|| {
            let key = key_of(quote);
            let surname = surname_of(&key).map(Into::into);
            (key.into(), surname)
        });
        keys.clone()
    }

    /// What [`previous_word`] says.
    pub(super) fn previous(&mut self, text: &'a str, at: usize) -> Option<Arc<str>> {
        let word = word_before(text, at)?;
        self.words
            .entry(word)
            .or_insert_with(|| last_word_key(word).map(Into::into))
            .clone()
    }
}

/// Words that make a surname together with the word after them.
const BINDING: [&str; 12] = [
    "ابو", "ابي", "ابن", "بن", "ال", "عبد", "دي", "فان", "دو", "دا", "لا", "ام",
];
/// Fewest letters of a surname.
const SHORTEST_SURNAME: usize = 3;

/// The last name of a full name, with the words that belong to it.
pub(in crate::entities) fn surname_of(key: &str) -> Option<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let (last, before) = words
        .split_last()
        .filter(|(_, before)| !before.is_empty())?;
    if last.chars().count() < SHORTEST_SURNAME || !last.chars().all(char::is_alphabetic) {
        return None;
    }
    match before.split_last() {
        Some((binding, rest)) if BINDING.contains(binding) => {
            (!rest.is_empty()).then(|| format!("{binding} {last}"))
        }
        _ => Some((*last).to_owned()),
    }
}

/// The words of a text that begin with a clitic begin so; all the ways the
/// first word of a key can be written in a text.
pub(super) fn forms(word: &str) -> impl Iterator<Item = String> + '_ {
    let article = word.strip_prefix('ا').filter(|rest| rest.starts_with('ل'));
    let joined = PROCLITICS
        .into_iter()
        .map(move |clitic| format!("{clitic}{word}"));
    // للتحالف: the alef of the article is not written behind the preposition.
    let behind_lam = article
        .into_iter()
        .flat_map(|rest| ["ل", "ول", "فل"].map(|clitic| format!("{clitic}{rest}")));
    std::iter::once(word.to_owned())
        .chain(joined)
        .chain(behind_lam)
}

/// The conjunction, the preposition, and both.
const PROCLITICS: [&str; 11] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"];

#[cfg(test)]
#[allow(clippy::string_slice, reason = "tests read known texts")]
mod tests {
    use super::*;

    fn span(text: &str, words: &str) -> Span {
        let at = text.find(words).unwrap_or(0);
        Span::new(at, at + words.len())
    }

    #[test]
    fn spellings_quotes_and_spaces_are_one_key() {
        for (written, key) in [
            ("أحمد  الشَّرْع", "احمد الشرع"),
            ("تنظيم «داعش»", "تنظيم داعش"),
            ("تنظيم \"داعش\"", "تنظيم داعش"),
            ("SDF", "sdf"),
            ("F16 اف16 بـ1600", "f16 اف 16 ب 1600"),
            ("إف-16", "اف 16"),
            ("…", ""),
            ("", ""),
        ] {
            assert_eq!(key_of(written), key, "{written}");
            assert_eq!(key_of(&key_of(written)), key, "{written}");
        }
    }

    #[test]
    fn behind_lam_the_article_comes_back() {
        let text = "دعم للتحالف ثم لليبيا";
        assert_eq!(surface_key(text, span(text, "لتحالف")), "التحالف");
        let (written, other) = surface_keys(text, span(text, "ليبيا"));
        assert_eq!(
            (written.as_str(), other.as_deref()),
            ("ليبيا", Some("اليبيا"))
        );
        assert_eq!(surface_key(text, Span::new(900, 901)), "");
    }

    #[test]
    fn a_word_is_written_with_its_clitics() {
        let all: Vec<String> = forms("التحالف").collect();
        for form in ["التحالف", "والتحالف", "بالتحالف", "للتحالف", "وللتحالف"]
        {
            assert!(all.iter().any(|known| known == form), "{form}");
        }
        assert!(!forms("قسد").any(|form| form == "لسد"));
    }

    #[test]
    fn the_word_before_is_that_of_the_same_sentence() {
        let text = "قال العميد سليمان. وصل\nسليمان إلى بسليمان";
        let all: Vec<Option<String>> = text
            .match_indices("سليمان")
            .map(|(at, _)| previous_word(text, at))
            .collect();
        assert_eq!(all, [Some("العميد".to_owned()), None, None]);
        assert_eq!(previous_word(text, 9999), None);
    }
}
