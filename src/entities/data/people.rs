//! Full names of people, with the Latin spelling of each.
//!
//! Source: arabic-name-romanizer (Wikidata, CC0; Algerian corpora, CC0 and
//! MIT). A name of this list is no proof of who is meant: it says that these
//! words together are a person's name.
//!
//! **Invariant:** every name has two words or more.

use std::borrow::Cow;

use super::compile::{Compiled, Country, Reader, automaton, phrase_key, push_text, rows, too_many};
use super::error::{LineError, Problem};
use super::phrases::{Keys, PhraseMap};

/// A full name, packed into the automaton's number.
///
/// Bits: 0–31 where the spelling is, 32 every word of it is an ordinary one,
/// 48–63 country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullName(u64);

impl FullName {
    /// Whether every word of it is an ordinary noun, verb or particle too, so
    /// that the phrase may mean something else.
    pub fn is_ordinary(self) -> bool {
        self.0 >> 32 & 1 == 1
    }

    /// The country of the person.
    pub fn country(self) -> Country {
        Country::from_bytes(((self.0 >> 48) as u16).to_be_bytes())
    }
}

/// All full names.
#[derive(Debug)]
pub struct People {
    names: PhraseMap,
    details: Cow<'static, [u8]>,
}

impl People {
    /// The names of the compiled bytes; `None` if they are broken.
    pub(crate) fn new(map: Cow<'static, [u8]>, details: Cow<'static, [u8]>) -> Option<Self> {
        Some(Self {
            names: PhraseMap::new(map, Keys::Names)?,
            details,
        })
    }

    /// The names, for walking.
    pub fn names(&self) -> &PhraseMap {
        &self.names
    }

    /// The longest full name at the head of `words` (folded), and how many
    /// words it takes.
    pub fn longest<'a>(
        &self,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<(usize, FullName)> {
        let (taken, value) = self.names.longest(words)?;
        Some((taken, FullName(value)))
    }

    /// A full name, given as its folded words joined by one space.
    pub fn get(&self, name: &str) -> Option<FullName> {
        self.names.get(name).map(FullName)
    }

    /// The spelling of a full name in Latin letters.
    pub fn latin(&self, name: FullName) -> &str {
        Reader::at(&self.details, name.0 as u32 as usize).text()
    }
}

/// Compiles people.tsv: name, Latin, country. `is_ordinary` tells of a folded
/// word whether it is an ordinary one.
pub fn compile(text: &str, is_ordinary: impl Fn(&str) -> bool) -> Result<Compiled, LineError> {
    let mut details = Vec::new();
    let mut entries = Vec::new();
    for (line, row) in rows(text) {
        let wrong = |problem| LineError::new(line, problem);
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, latin, country] = *cells.as_slice() else {
            return Err(wrong(Problem::Cells {
                found: cells.len(),
                wanted: 3,
            }));
        };
        let phrase = phrase_key(name);
        if !phrase.contains(' ') {
            return Err(wrong(Problem::NoLetters(name.to_owned())));
        }
        let country = Country::from_code(country).ok_or_else(|| {
            wrong(Problem::Unknown {
                what: "country code",
                value: country.to_owned(),
            })
        })?;
        let at = u32::try_from(details.len()).map_err(|_| too_many(line))?;
        let value = u64::from(at)
            | u64::from(phrase.split(' ').all(&is_ordinary)) << 32
            | u64::from(u16::from_be_bytes(country.bytes())) << 48;
        entries.push((phrase, value));
        push_text(&mut details, latin);
    }
    Ok(Compiled {
        map: automaton(entries)?,
        details,
    })
}
