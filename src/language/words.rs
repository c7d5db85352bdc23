//! Words, as a double click selects them.
//!
//! Here: where a word begins and ends. Not here: which parts of a word are
//! clitics (clitics), and how the caret moves (text).
//!
//! The rules are those of UAX #29 with these differences, each of which the
//! sample documents need: a letter and a digit of Arabic part (بـ1600); a full
//! stop or colon joins only digits or Latin letters (قال:نحن is two words); an
//! e-mail or web address is one word; the tatweel belongs to the word before
//! it and never joins what follows a digit or a quotation mark.
//!
//! **Invariant:** words do not overlap, are not empty, never hold a space or a
//! line end, and never part a mark from its letter.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::letters::{TATWEEL, is_arabic_letter, is_digit, is_mark, is_space};
use super::lines::ends_line;
use crate::model::Span;

/// E-mail and web addresses. Latin only for e-mail; a web address may hold
/// any letters, and its last character is settled by [`address_length`].
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"[A-Za-z0-9][A-Za-z0-9._%+\-]*@[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?)+",
        r#"|(?:https?|ftp)://[^\s<>"«»“”]+|www\.[^\s<>"«»“”]+"#,
    ))
    .ok()
});

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter of the Arabic script, or the tatweel.
    Arabic,
    /// Any other letter.
    Letter,
    Digit,
    /// Belongs to the character before it, whatever it is.
    Mark,
    /// `_` joins whatever stands on both sides.
    Joiner,
    Space,
    LineEnd,
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        TATWEEL => Kind::Arabic,
        '_' | '\u{203F}' => Kind::Joiner,
        // Soft hyphen, grapheme joiner, ZWNJ, ZWJ, variation selectors.
        '\u{00AD}' | '\u{034F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' => Kind::Mark,
        _ if ends_line(c) => Kind::LineEnd,
        _ if is_space(c) || c.is_whitespace() => Kind::Space,
        _ if is_mark(c) || is_combining_mark(c) => Kind::Mark,
        _ if is_digit(c) => Kind::Digit,
        _ if is_arabic_letter(c) => Kind::Arabic,
        _ if c.is_alphabetic() => Kind::Letter,
        _ if c.is_numeric() => Kind::Digit,
        _ => Kind::Other,
    }
}

/// The words of a text in order: runs of letters, numbers, addresses. Spaces
/// and punctuation are left out.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    chunks(text)
        .flat_map(move |chunk| parts(text, chunk))
        .filter(move |part| {
            part.of(text).is_some_and(|word| {
                word.chars()
                    .any(|c| matches!(kind(c), Kind::Arabic | Kind::Letter | Kind::Digit))
            })
        })
}

/// What a double click at `byte` selects: the word there, or the one that ends
/// there when no word begins (a click on the last half of a letter puts the
/// caret after it); else the run of spaces or the punctuation mark. Empty only
/// at the end of a line without anything before it, and in an empty text.
pub fn word_at(text: &str, byte: usize) -> Span {
    let at = text.floor_char_boundary(byte);
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at..).and_then(|after| after.chars().next());
    let in_word = |c: Option<char>| {
        c.is_some_and(|c| !matches!(kind(c), Kind::Space | Kind::LineEnd | Kind::Other))
    };
    let in_chunk =
        |c: Option<char>| c.is_some_and(|c| !matches!(kind(c), Kind::Space | Kind::LineEnd));
    if !in_chunk(after) && !in_chunk(before) {
        return spaces_at(text, at);
    }
    let chunk = chunk_at(text, at);
    let here = parts(text, chunk).find(|part| part.contains(at));
    let ending = || parts(text, chunk).find(|part| part.end == at);
    match here {
        Some(here) if in_word(after) || here.start < at => here,
        Some(here) if !in_word(before) => here,
        None if !in_word(before) && after.is_some_and(|c| kind(c) == Kind::Space) => {
            spaces_at(text, at)
        }
        _ => ending().or(here).unwrap_or(Span::new(at, at)),
    }
}

/// The run of spaces around `at` within its line.
fn spaces_at(text: &str, at: usize) -> Span {
    let space = |c: char| kind(c) == Kind::Space;
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at..).unwrap_or_default();
    let start = before.trim_end_matches(space).len();
    let end = text.len() - after.trim_start_matches(space).len();
    Span::new(start, end)
}

/// The stretch without spaces around `at`.
fn chunk_at(text: &str, at: usize) -> Span {
    let edge = |c: char| matches!(kind(c), Kind::Space | Kind::LineEnd);
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at..).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| edge(*c))
        .map_or(0, |(edge, c)| edge + c.len_utf8());
    let end = after.find(edge).map_or(text.len(), |length| at + length);
    Span::new(start, end)
}

/// The stretches of a text between spaces and line ends.
fn chunks(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let edge = |c: char| matches!(kind(c), Kind::Space | Kind::LineEnd);
        let rest = text.get(at..)?;
        let start = at + rest.find(|c| !edge(c))?;
        let rest = text.get(start..)?;
        let end = rest.find(edge).map_or(text.len(), |length| start + length);
        at = end;
        Some(Span::new(start, end))
    })
}

/// A stretch without spaces, cut into words and punctuation: addresses first,
/// then the rules for letters. Every byte of the stretch is in one part.
fn parts(text: &str, chunk: Span) -> impl Iterator<Item = Span> + '_ {
    let mut addresses = addresses(text, chunk).into_iter().peekable();
    let mut at = chunk.start;
    std::iter::from_fn(move || {
        if at >= chunk.end {
            return None;
        }
        while addresses.peek().is_some_and(|address| address.start < at) {
            addresses.next();
        }
        let (end, is_address) = match addresses.peek() {
            Some(address) if address.start == at => (address.end, true),
            Some(address) => (address.start, false),
            None => (chunk.end, false),
        };
        let length = if is_address {
            end - at
        } else {
            part_length(text.get(at..end)?)
        };
        let part = Span::new(at, at + length);
        at = part.end;
        Some(part)
    })
}

fn addresses(text: &str, chunk: Span) -> Vec<Span> {
    let words = chunk.of(text).unwrap_or_default();
    if !words.contains('@') && !words.contains("://") && !words.contains("www.") {
        return Vec::new();
    }
    let Some(address) = ADDRESS.as_ref() else {
        return Vec::new();
    };
    address
        .find_iter(words)
        .map(|found| {
            let start = chunk.start + found.start();
            Span::new(start, start + address_length(found.as_str()))
        })
        .collect()
}

/// The length of an address without the punctuation of the sentence after it,
/// and without a closing bracket whose opening one is outside.
fn address_length(address: &str) -> usize {
    let mut rest = address;
    while let Some(last) = rest.chars().next_back() {
        let closes_nothing = match last {
            ')' => rest.matches(')').count() > rest.matches('(').count(),
            ']' => rest.matches(']').count() > rest.matches('[').count(),
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '}' | '،' | '؛' | '؟' | '…' => true,
            _ => false,
        };
        if !closes_nothing {
            break;
        }
        rest = rest.strip_suffix(last).unwrap_or_default();
    }
    rest.len()
}

/// The length of the word or punctuation that `rest` begins with, in bytes.
fn part_length(rest: &str) -> usize {
    let Some(first) = rest.chars().next() else {
        return 0;
    };
    if kind(first) == Kind::Other {
        return punctuation_length(rest, first);
    }
    // What the last character that is not a mark was.
    let mut last = kind(first);
    let mut end = first.len_utf8();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let this = kind(c);
        let next = chars.peek().map(|(_, next)| *next);
        let joins = match (last, this) {
            (_, Kind::Mark | Kind::Joiner)
            | (Kind::Joiner | Kind::Mark, Kind::Arabic | Kind::Letter | Kind::Digit)
            | (Kind::Arabic, Kind::Arabic)
            | (Kind::Letter | Kind::Digit, Kind::Letter | Kind::Digit) => true,
            (Kind::Letter | Kind::Digit, Kind::Other) => {
                next.is_some_and(|next| joins_across(last, c, next))
            }
            _ => false,
        };
        if !joins {
            break;
        }
        end = at + c.len_utf8();
        if this == Kind::Other {
            // The character after it is the second half of the join.
            if let Some((at, c)) = chars.next() {
                end = at + c.len_utf8();
                last = kind(c);
            }
        } else if this != Kind::Mark || last == Kind::Mark {
            last = this;
        }
    }
    end
}

/// Whether punctuation between two characters joins them: 3.5, 1,600, 10:30,
/// ٣٫٥, example.com, O'Neill.
fn joins_across(before: Kind, between: char, after: char) -> bool {
    match kind(after) {
        Kind::Digit if before == Kind::Digit => matches!(
            between,
            '.' | ',' | ':' | '\'' | '\u{066B}' | '\u{066C}' | '\u{060C}'
        ),
        Kind::Digit => between == '.',
        Kind::Letter => matches!(between, '.' | '\'' | '\u{2019}' | '\u{00B7}'),
        _ => false,
    }
}

/// One punctuation mark, or a run of the same one (`...`, `----`); an emoji of
/// several characters is one mark.
fn punctuation_length(rest: &str, first: char) -> usize {
    let run = rest.len() - rest.trim_start_matches(first).len();
    let grapheme = rest.graphemes(true).next().map_or(0, str::len);
    if grapheme > first.len_utf8() {
        grapheme
    } else {
        run
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).filter_map(|word| word.of(text)).collect()
    }

    /// What a double click in the middle of `inside` selects in `text`.
    fn clicked<'a>(text: &'a str, inside: &str) -> &'a str {
        let start = text.find(inside).unwrap();
        let middle = text.floor_char_boundary(start + inside.len() / 2);
        word_at(text, middle).of(text).unwrap()
    }

    #[test]
    fn letters_and_digits_part_in_arabic_but_not_in_latin() {
        assert_eq!(
            split("أعدادهم بـ1600 معتقل"),
            ["أعدادهم", "بـ", "1600", "معتقل"]
        );
        assert_eq!(
            split("للدول الـ35 المشاركة"),
            ["للدول", "الـ", "35", "المشاركة"]
        );
        assert_eq!(split("طائرة F16 وH1N1"), ["طائرة", "F16", "و", "H1N1"]);
        assert_eq!(split("(SDF) قسدSDF"), ["SDF", "قسد", "SDF"]);
    }

    #[test]
    fn punctuation_without_space_parts_arabic_words() {
        assert_eq!(split("قال:نحن"), ["قال", "نحن"]);
        assert_eq!(split("سوريا.وقال"), ["سوريا", "وقال"]);
        assert_eq!(split("السورية–العراقية"), ["السورية", "العراقية"]);
        assert_eq!(split("كانون الثاني/يناير"), ["كانون", "الثاني", "يناير"]);
        assert_eq!(split("«قسد»، (الخميس)؛"), ["قسد", "الخميس"]);
        assert_eq!(split("المركز لـ\"قسد\"."), ["المركز", "لـ", "قسد"]);
    }

    #[test]
    fn no_break_spaces_and_marks() {
        assert_eq!(split("هفرين خلف\u{A0}في"), ["هفرين", "خلف", "في"]);
        assert_eq!(split("قدّم منظّمةً"), ["قدّم", "منظّمةً"]);
        assert_eq!(
            split("ذهـــب می\u{200C}خواهم"),
            ["ذهـــب", "می\u{200C}خواهم"]
        );
        assert_eq!(split("\u{2067}قسد\u{2069}"), ["قسد"]);
        assert_eq!(split("----- … !"), Vec::<&str>::new());
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(
            split("3.5 و1,600 و٣٫٥ في 10:30."),
            ["3.5", "و", "1,600", "و", "٣٫٥", "في", "10:30"]
        );
        assert_eq!(split("12/10/2019"), ["12", "10", "2019"]);
        assert_eq!(
            split("don't O’Neill U.S. e.g."),
            ["don't", "O’Neill", "U.S", "e.g"]
        );
        assert_eq!(
            split("snake_case قسد_الإرهابية #وسم"),
            ["snake_case", "قسد_الإرهابية", "وسم"]
        );
    }

    #[test]
    fn addresses_are_one_word() {
        assert_eq!(
            split("البريد:vdcnsy@gmail.com."),
            ["البريد", "vdcnsy@gmail.com"]
        );
        assert_eq!(
            split("على https://ar.wikipedia.org/wiki/سوريا_(دولة)، ثم"),
            ["على", "https://ar.wikipedia.org/wiki/سوريا_(دولة)", "ثم"]
        );
        assert_eq!(split("(www.example.com/a?b=1)."), ["www.example.com/a?b=1"]);
        assert_eq!(split("@user a@ @b"), ["user", "a", "b"]);
    }

    #[test]
    fn clicks_between_words_select_something_sensible() {
        let text = "خلف\u{A0}\u{A0}في، ---";
        assert_eq!(
            word_at(text, 6).of(text),
            Some("خلف"),
            "just after the last letter"
        );
        assert_eq!(
            word_at(text, 8).of(text),
            Some("\u{A0}\u{A0}"),
            "between two spaces"
        );
        assert_eq!(word_at(text, 10).of(text), Some("في"));
        assert_eq!(
            word_at(text, 14).of(text),
            Some("في"),
            "between letter and comma"
        );
        assert_eq!(word_at(text, 18).of(text), Some("---"));
        assert_eq!(word_at(text, text.len()).of(text), Some("---"));
        assert_eq!(word_at("", 7), Span::new(0, 0));
        assert_eq!(word_at("ا\n\nب", 3), Span::new(3, 3));
        assert_eq!(
            clicked("قال 👩\u{200D}👩\u{200D}👧 ثم", "👩\u{200D}👩\u{200D}👧"),
            "👩\u{200D}👩\u{200D}👧"
        );
        assert_eq!(clicked("بـ1600", "00"), "1600");
    }
}
