//! Text files into automata and the bytes beside them.
//!
//! Here: what all of them share, that is keys, the automaton and the reading
//! and writing of little-endian numbers. Not here: the columns of each file
//! (places, names, people, words, lists). The committed automata are made by
//! `HASHIYA_BLESS=1 cargo test --test suite data_`; lists of the user are made
//! while the program runs.
//!
//! **Invariant:** the same text gives the same bytes, on every machine.

use std::collections::BTreeMap;
use std::fmt;

use super::error::{LineError, Problem};
use crate::language::{Level, key, letters};

/// What one text file becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compiled {
    /// The automaton: keys and their numbers.
    pub map: Vec<u8>,
    /// What the numbers point into; empty where they say all.
    pub details: Vec<u8>,
}

/// The key of a name: folded to [`Level::Letters`], everything but letters
/// and digits read as a space, words joined by one space.
pub fn phrase_key(name: &str) -> String {
    let folded = key(name, Level::Letters);
    let mut phrase = String::with_capacity(folded.len());
    let words = folded.split(|c: char| !(letters::is_arabic_letter(c) || c.is_alphanumeric()));
    for word in words.filter(|word| !word.is_empty()) {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(word);
    }
    phrase
}

/// A key as it is often misspelt: with ه for the ة that its words end in.
/// `None` where that changes nothing or makes an ordinary word (جدة is a city,
/// جده a grandfather).
fn misspelt(phrase: &str, is_ordinary: impl Fn(&str) -> bool) -> Option<String> {
    let words = phrase.split(' ').map(|word| match word.strip_suffix('ة') {
        Some(stem) => format!("{stem}ه"),
        None => word.to_owned(),
    });
    let other = words.collect::<Vec<_>>().join(" ");
    let changed = other != phrase;
    let sure = phrase.contains(' ') || (phrase.chars().count() >= 5 && !is_ordinary(&other));
    (changed && sure).then_some(other)
}

/// Two spellings of one name that no folding makes one (the second for the
/// first and the first for the second).
const PAIRS: [(&str, &str); 7] = [
    ("امريك", "اميرك"),
    ("اوروب", "اورب"),
    ("ديمقراط", "ديموقراط"),
    ("كردستان", "كوردستان"),
    ("انجليز", "انكليز"),
    ("اكتوبر", "اوكتوبر"),
    ("سوريا", "سورية"),
];

/// Most spellings of one name.
const MOST_SPELLINGS: usize = 8;

/// The other spellings of a key, by the pairs and by the common misspelling.
pub(crate) fn other_spellings(phrase: &str, is_ordinary: impl Fn(&str) -> bool) -> Vec<String> {
    let mut all = vec![phrase.to_owned()];
    for (one, other) in PAIRS {
        for at in 0..all.len().min(MOST_SPELLINGS / 2) {
            let known = all.get(at).map(String::as_str).unwrap_or_default();
            let changed = if known.contains(one) {
                known.replace(one, other)
            } else {
                known.replace(other, one)
            };
            if !all.contains(&changed) {
                all.push(changed);
            }
        }
    }
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|spelling| misspelt(spelling, &is_ordinary))
        .collect();
    all.extend(wrong);
    all.retain(|spelling| spelling != phrase);
    all
}

/// The automaton of some keys; the later value of a repeated key counts.
pub(crate) fn automaton(
    entries: impl IntoIterator<Item = (String, u64)>,
) -> Result<Vec<u8>, LineError> {
    let sorted: BTreeMap<String, u64> = entries.into_iter().collect();
    let mut builder = fst::MapBuilder::memory();
    for (key, value) in sorted {
        builder.insert(key, value).map_err(|_| too_many(0))?;
    }
    builder.into_inner().map_err(|_| too_many(0))
}

pub(crate) fn too_many(line: usize) -> LineError {
    LineError::new(line, Problem::TooMany)
}

/// The lines of a data file that hold something, with their numbers from 1.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

/// Adds a short text: its length in bytes (at most 255, cut at a character),
/// then the text.
pub(crate) fn push_text(bytes: &mut Vec<u8>, text: &str) {
    let end = text.floor_char_boundary(usize::from(u8::MAX));
    let text = text.get(..end).unwrap_or_default();
    bytes.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
    bytes.extend_from_slice(text.as_bytes());
}

/// Reads what [`push_text`] and `to_le_bytes` wrote; past the end it reads
/// zeros and empty texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(crate) fn at(bytes: &'b [u8], offset: usize) -> Self {
        Self {
            bytes: bytes.get(offset..).unwrap_or_default(),
        }
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        if let Some((taken, rest)) = self.bytes.split_first_chunk::<N>() {
            self.bytes = rest;
            *taken
        } else {
            self.bytes = &[];
            [0; N]
        }
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let [byte] = self.take();
        byte
    }

    pub(crate) fn pair(&mut self) -> [u8; 2] {
        self.take()
    }

    pub(crate) fn u16(&mut self) -> u16 {
        u16::from_le_bytes(self.take())
    }

    pub(crate) fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    pub(crate) fn i32(&mut self) -> i32 {
        i32::from_le_bytes(self.take())
    }

    pub(crate) fn text(&mut self) -> &'b str {
        let length = usize::from(self.byte());
        let Some((text, rest)) = self.bytes.split_at_checked(length) else {
            return "";
        };
        self.bytes = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }
}

/// A country's two letters, or nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The country of an ISO 3166-1 code of two letters; `None` for anything
    /// else but the empty text, which is "no country".
    pub fn from_code(code: &str) -> Option<Self> {
        match *code.as_bytes() {
            [] => Some(Self::default()),
            [first, second] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => {
                Some(Self([first, second]))
            }
            _ => None,
        }
    }

    pub(crate) fn from_bytes(bytes: [u8; 2]) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(self) -> [u8; 2] {
        self.0
    }

    /// The ISO 3166-1 code of two letters; empty for no country.
    pub fn code(&self) -> &str {
        if self.0 == [0, 0] {
            return "";
        }
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_words_and_single_spaces() {
        assert_eq!(phrase_key("  عين‑العرب (كوباني) "), "عين العرب كوباني");
        assert_eq!(phrase_key("إدلب"), "ادلب");
        assert_eq!(phrase_key("ـ !"), "");
        assert_eq!(phrase_key("T-55"), "t 55");
    }

    #[test]
    fn the_common_misspelling_makes_no_word() {
        let word = |word: &str| word == "المدينه";
        assert_eq!(misspelt("مصراتة", word).as_deref(), Some("مصراته"));
        assert_eq!(misspelt("المدينة", word), None);
        assert_eq!(misspelt("غزة", word), None);
        assert_eq!(misspelt("دمشق", word), None);
        let capital = misspelt("مكة المكرمة", word);
        assert_eq!(capital.as_deref(), Some("مكه المكرمه"));
    }

    #[test]
    fn spellings_in_pairs_are_all_there() {
        let word = |_: &str| false;
        let council = other_spellings("مجلس سوريا الديمقراطية", word);
        for spelling in [
            "مجلس سورية الديمقراطية",
            "مجلس سوريا الديموقراطية",
            "مجلس سورية الديموقراطية",
            "مجلس سوريا الديمقراطيه",
        ] {
            assert!(council.iter().any(|found| found == spelling), "{spelling}");
        }
        assert_eq!(other_spellings("دمشق", word), [""; 0]);
    }

    #[test]
    fn reading_past_the_end_gives_nothing() {
        let mut reader = Reader::at(&[5, b'a'], 0);
        assert_eq!(reader.text(), "");
        assert_eq!(Reader::at(&[], 9).u32(), 0);
    }

    #[test]
    fn long_texts_are_cut_at_a_character() {
        let mut bytes = Vec::new();
        push_text(&mut bytes, &"ب".repeat(200));
        assert_eq!(Reader::at(&bytes, 0).text(), "ب".repeat(127));
    }
}
