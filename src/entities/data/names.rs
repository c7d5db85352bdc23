//! Personal names: single words of names, with how they are used and spelled
//! in Latin letters.
//!
//! Sources: arabic-name-romanizer (data Wikidata CC0 and Algerian corpora CC0,
//! MIT), arabnamer (CC BY 4.0) for Western names in Arabic letters; see
//! assets/data/README.md. Not here: full names (people).
//!
//! **Invariant:** a spelling that is given was attested for that word; nothing
//! is made up here.

use std::borrow::Cow;

use super::compile::{Compiled, Country, Reader, automaton, phrase_key, push_text, rows, too_many};
use super::error::{LineError, Problem};
use super::phrases::{Keys, PhraseMap};

/// How a word is used in names, packed into the automaton's number.
///
/// Bits: 0–31 where its spellings are, 32–39 people with it as given name
/// (up to 255), 40–47 as family name, 48–55 in a place that the source does
/// not tell, 56 in the list of Western names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameWord(u64);

impl NameWord {
    /// How many people of the source have it as a given name (up to 255).
    pub fn given(self) -> u8 {
        (self.0 >> 32) as u8
    }

    /// How many people of the source have it as a family name (up to 255).
    pub fn family(self) -> u8 {
        (self.0 >> 40) as u8
    }

    /// How many people of the source have it where the source does not say as
    /// what (up to 255).
    pub fn unplaced(self) -> u8 {
        (self.0 >> 48) as u8
    }

    /// How many people of the source have it in any place (up to 765).
    pub fn people(self) -> u16 {
        u16::from(self.given()) + u16::from(self.family()) + u16::from(self.unplaced())
    }

    /// Whether it is a given name.
    pub fn is_given(self) -> bool {
        self.given() > 0
    }

    /// Whether it is a family name.
    pub fn is_family(self) -> bool {
        self.family() > 0
    }

    /// Whether it is in the list of (mostly Western) names written in Arabic
    /// letters.
    pub fn is_foreign(self) -> bool {
        self.0 >> 56 & 1 == 1
    }
}

/// A spelling in Latin letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling<'d> {
    /// The spelling, as a person writes it.
    pub latin: &'d str,
    /// How many people write it so: in the country that was asked for, or
    /// in all where none was; 0 when the source does not count.
    pub people: u32,
    /// Where most of those live who write it so.
    pub country: Country,
}

/// All words of names.
#[derive(Debug)]
pub struct Names {
    words: PhraseMap,
    details: Cow<'static, [u8]>,
}

impl Names {
    /// The names of the compiled bytes; `None` if they are broken.
    pub(crate) fn new(map: Cow<'static, [u8]>, details: Cow<'static, [u8]>) -> Option<Self> {
        Some(Self {
            words: PhraseMap::new(map, Keys::Names)?,
            details,
        })
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The longest name word at the head of `words` (folded), and how many
    /// words it takes: more than one in عبد الله, نور الدين, آل سعود.
    pub fn longest<'a>(
        &self,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<(usize, NameWord)> {
        let (taken, value) = self.words.longest(words)?;
        Some((taken, NameWord(value)))
    }

    /// How a folded word is used in names; compound ones joined by one space.
    pub fn get(&self, folded: &str) -> Option<NameWord> {
        self.words.get(folded).map(NameWord)
    }

    /// The attested spellings of a folded word, best first: those of people in
    /// `country` before others, each group by how many write it so.
    pub fn latin(&self, folded: &str, country: Country) -> Vec<Spelling<'_>> {
        let Some(word) = self.words.get(folded) else {
            return Vec::new();
        };
        let mut reader = Reader::at(&self.details, word as u32 as usize);
        let mut found = Vec::new();
        for _ in 0..reader.byte() {
            let latin = reader.text();
            let (mut all, mut here, mut most) = (0, 0, (0, Country::default()));
            for _ in 0..reader.byte() {
                let of = Country::from_bytes(reader.pair());
                let people = u32::from(reader.u16());
                all += people;
                if of == country {
                    here += people;
                }
                if people > most.0 {
                    most = (people, of);
                }
            }
            let spelling = Spelling {
                latin,
                people: if here > 0 { here } else { all },
                country: if here > 0 { country } else { most.1 },
            };
            found.push((here > 0, spelling));
        }
        found.sort_by_key(|(here, spelling)| std::cmp::Reverse((*here, spelling.people)));
        found.into_iter().map(|(_, spelling)| spelling).collect()
    }

    /// The country where most people of that name in the source live.
    pub fn country(&self, folded: &str) -> Country {
        let Some(word) = self.words.get(folded) else {
            return Country::default();
        };
        let mut reader = Reader::at(&self.details, word as u32 as usize);
        let mut sums: Vec<(u32, Country)> = Vec::new();
        for _ in 0..reader.byte() {
            reader.text();
            for _ in 0..reader.byte() {
                let of = Country::from_bytes(reader.pair());
                let people = u32::from(reader.u16());
                match sums.iter_mut().find(|(_, country)| *country == of) {
                    Some((sum, _)) => *sum += people,
                    None => sums.push((people, of)),
                }
            }
        }
        sums.into_iter()
            .max_by_key(|(sum, country)| (*sum, std::cmp::Reverse(*country)))
            .map_or(Country::default(), |(_, country)| country)
    }
}

/// Compiles names.tsv: word, usage (`g12f3u1x`), spellings
/// (`Latin:EG12,IQ3;Latin;…`).
pub fn compile(text: &str) -> Result<Compiled, LineError> {
    let mut details = Vec::new();
    let mut entries = Vec::new();
    for (line, row) in rows(text) {
        let wrong = |problem| LineError::new(line, problem);
        let cells: Vec<&str> = row.split('\t').collect();
        let [word, usage, spellings] = *cells.as_slice() else {
            return Err(wrong(Problem::Cells {
                found: cells.len(),
                wanted: 3,
            }));
        };
        let phrase = phrase_key(word);
        if phrase.is_empty() {
            return Err(wrong(Problem::NoLetters(word.to_owned())));
        }
        let at = u32::try_from(details.len()).map_err(|_| too_many(line))?;
        let usage = read_usage(usage).ok_or_else(|| {
            wrong(Problem::Unknown {
                what: "usage of a name",
                value: usage.to_owned(),
            })
        })?;
        entries.push((phrase, u64::from(at) | usage));
        push_spellings(&mut details, spellings).ok_or_else(|| {
            wrong(Problem::Unknown {
                what: "list of spellings",
                value: spellings.to_owned(),
            })
        })?;
    }
    Ok(Compiled {
        map: automaton(entries)?,
        details,
    })
}

/// `g12f3u1x` as the bits of [`NameWord`].
fn read_usage(text: &str) -> Option<u64> {
    let mut bits = 0;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        rest = rest.get(letter.len_utf8()..)?;
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (digits, after) = rest.split_at_checked(end)?;
        rest = after;
        let shift = match letter {
            'g' => 32,
            'f' => 40,
            'u' => 48,
            'x' => {
                bits |= 1 << 56;
                continue;
            }
            _ => return None,
        };
        bits |= digits.parse::<u64>().ok()?.min(255) << shift;
    }
    Some(bits)
}

/// How many spellings (1 byte), and for each its text, how many countries
/// (1 byte), and for each country its code (2) and count (u16).
fn push_spellings(bytes: &mut Vec<u8>, text: &str) -> Option<()> {
    let spellings: Vec<&str> = text.split(';').filter(|part| !part.is_empty()).collect();
    bytes.push(u8::try_from(spellings.len()).ok()?);
    for spelling in spellings {
        let (latin, countries) = spelling.split_once(':').unwrap_or((spelling, ""));
        push_text(bytes, latin);
        let countries: Vec<&str> = countries
            .split(',')
            .filter(|part| !part.is_empty())
            .collect();
        bytes.push(u8::try_from(countries.len()).ok()?);
        for part in countries {
            let (code, count) = part.split_at_checked(2)?;
            bytes.extend(Country::from_code(code)?.bytes());
            let count = count.parse::<u32>().ok()?.min(u32::from(u16::MAX));
            bytes.extend((count as u16).to_le_bytes());
        }
    }
    Some(())
}
