//! Places: countries, regions, towns, rivers and seas by their Arabic names.
//!
//! Sources: CLDR (Unicode-3.0), `GeoNames` (CC BY 4.0), own additions; see
//! assets/data/README.md. Here: reading and compiling places.tsv. Not here:
//! which names need a cue, which assets/data/build decides.
//!
//! **Invariant:** a name that is also an ordinary word or a common personal
//! name says so ([`PlaceName::needs_cue`]).

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::compile::{
    Compiled, Country, Reader, automaton, other_spellings, phrase_key, push_text, rows, too_many,
};
use super::error::{LineError, Problem};
use super::phrases::{Keys, PhraseMap};

/// What kind of place a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceClass {
    /// A state or territory of ISO 3166, or a state of the past.
    Country,
    /// A governorate, province, emirate, federal state: the first level.
    Region,
    /// A district: the second level.
    District,
    /// The capital of a country.
    Capital,
    /// A city, town or village.
    Town,
    /// A river, sea, mountain, island, part of the world.
    Feature,
}

impl PlaceClass {
    const ALL: [Self; 6] = [
        Self::Country,
        Self::Region,
        Self::District,
        Self::Capital,
        Self::Town,
        Self::Feature,
    ];
    const CODES: [&str; 6] = ["C", "R", "D", "P", "T", "F"];

    fn from_code(code: &str) -> Option<Self> {
        let index = Self::CODES.iter().position(|known| *known == code)?;
        Self::ALL.get(index).copied()
    }

    fn from_bits(bits: u64) -> Self {
        let index = (bits & 7) as usize;
        Self::ALL.get(index).copied().unwrap_or(Self::Town)
    }
}

/// What is known of a name, packed into the automaton's number.
///
/// Bits: 0–23 where its places are listed, 24–27 how many there are, 28–30
/// class of the first, 31 needs a cue, 32–35 decimal digits of the first's
/// population, 36 names a region or country too, 48–63 country of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceName(u64);

impl PlaceName {
    /// The name of the number that the [`PhraseMap`] gave.
    pub fn from_value(value: u64) -> Self {
        Self(value)
    }

    /// The class of the place it most likely means.
    pub fn class(self) -> PlaceClass {
        PlaceClass::from_bits(self.0 >> 28)
    }

    /// Whether the name is also an ordinary word, a phrase of such words or a
    /// common personal name, so that it counts only beside a cue (مدينة, بلدة,
    /// في محافظة …).
    pub fn needs_cue(self) -> bool {
        self.0 >> 31 & 1 == 1
    }

    /// How many decimal digits the population of the likeliest place has: 7
    /// for a million and more; 0 when unknown.
    pub fn population_digits(self) -> u8 {
        (self.0 >> 32 & 15) as u8
    }

    /// Whether one of its places is a country or a region of the first level.
    pub fn is_region(self) -> bool {
        self.0 >> 36 & 1 == 1
    }

    /// How many places have the name (counted up to 8).
    pub fn homonyms(self) -> usize {
        (self.0 >> 24 & 15) as usize
    }

    /// The country of the likeliest place.
    pub fn country(self) -> Country {
        Country::from_bytes(((self.0 >> 48) as u16).to_be_bytes())
    }
}

/// A place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place<'d> {
    /// Its first Arabic name, as it is written.
    pub arabic: &'d str,
    /// Its name in Latin letters.
    pub latin: &'d str,
    /// Its class.
    pub class: PlaceClass,
    /// The country it is (in).
    pub country: Country,
    /// Latitude and longitude in degrees, north and east positive.
    pub position: Option<(f32, f32)>,
    /// Inhabitants; 0 when unknown.
    pub population: u32,
}

/// All places.
#[derive(Debug)]
pub struct Places {
    names: PhraseMap,
    details: Cow<'static, [u8]>,
}

/// Bytes of a place in the details: latitude and longitude (i32, 1/10000
/// degree; `i32::MIN` when unknown), population (u32), country (2), class (1),
/// reserved (1), where its texts are (u32).
const RECORD: usize = 20;
/// Most places kept for one name.
const MOST_HOMONYMS: usize = 8;

impl Places {
    /// The places of the compiled bytes; `None` if they are broken.
    pub(crate) fn new(map: Cow<'static, [u8]>, details: Cow<'static, [u8]>) -> Option<Self> {
        Some(Self {
            names: PhraseMap::new(map, Keys::Letters)?,
            details,
        })
    }

    /// The names, for walking; their numbers are [`PlaceName`]s.
    pub fn names(&self) -> &PhraseMap {
        &self.names
    }

    /// The longest name at the head of `words` (folded), and how many words
    /// it takes.
    pub fn longest<'a>(
        &self,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<(usize, PlaceName)> {
        let (taken, value) = self.names.longest(words)?;
        Some((taken, PlaceName(value)))
    }

    /// What is known of a name, given as its folded words joined by one space.
    pub fn get(&self, name: &str) -> Option<PlaceName> {
        self.names.get(name).map(PlaceName)
    }

    /// The place that a name most likely means.
    pub fn place(&self, name: PlaceName) -> Option<Place<'_>> {
        self.candidates(name).next()
    }

    /// The places of a name, likeliest first.
    pub fn candidates(&self, name: PlaceName) -> impl Iterator<Item = Place<'_>> {
        let lists = Reader::at(&self.details, 0).u32() as usize;
        let first = (name.0 & 0x00FF_FFFF) as usize;
        (first..first + name.homonyms()).map(move |at| {
            let index = Reader::at(&self.details, lists + 4 * at).u32() as usize;
            self.record(index)
        })
    }

    fn record(&self, index: usize) -> Place<'_> {
        let mut fixed = Reader::at(&self.details, 4 + RECORD * index);
        let (latitude, longitude) = (fixed.i32(), fixed.i32());
        let population = fixed.u32();
        let country = Country::from_bytes(fixed.pair());
        let class = PlaceClass::from_bits(u64::from(fixed.byte()));
        fixed.byte();
        let mut texts = Reader::at(&self.details, fixed.u32() as usize);
        Place {
            latin: texts.text(),
            arabic: texts.text(),
            class,
            country,
            position: (latitude != i32::MIN)
                .then(|| (latitude as f32 / 10_000.0, longitude as f32 / 10_000.0)),
            population,
        }
    }
}

/// A row of places.tsv.
struct Row<'t> {
    names: Vec<(&'t str, bool)>,
    class: PlaceClass,
    country: Country,
    latin: &'t str,
    position: Option<(i32, i32)>,
    population: u32,
}

impl<'t> Row<'t> {
    fn read(line: usize, text: &'t str) -> Result<Self, LineError> {
        let wrong = |problem| LineError::new(line, problem);
        let unknown = |what, value: &str| {
            wrong(Problem::Unknown {
                what,
                value: value.to_owned(),
            })
        };
        let cells: Vec<&str> = text.split('\t').collect();
        let cell = |index: usize| cells.get(index).copied().unwrap_or_default();
        if !(4..=7).contains(&cells.len()) {
            return Err(wrong(Problem::Cells {
                found: cells.len(),
                wanted: 7,
            }));
        }
        let class =
            PlaceClass::from_code(cell(1)).ok_or_else(|| unknown("class of place", cell(1)))?;
        let country =
            Country::from_code(cell(2)).ok_or_else(|| unknown("country code", cell(2)))?;
        let position = if cell(4).is_empty() {
            None
        } else {
            let degrees = |text: &str, most: f64| {
                let value = text.parse::<f64>().ok().filter(|v| v.abs() <= most);
                value
                    .map(|value| (value * 10_000.0).round() as i32)
                    .ok_or_else(|| unknown("coordinate", text))
            };
            Some((degrees(cell(4), 90.0)?, degrees(cell(5), 180.0)?))
        };
        let population = match cell(6) {
            "" => 0,
            text => text.parse().map_err(|_| unknown("population", text))?,
        };
        let names = cell(0).split('|').map(|name| {
            let bare = name.trim_start_matches('~');
            (bare, bare.len() < name.len())
        });
        Ok(Self {
            names: names.collect(),
            class,
            country,
            latin: cell(3),
            position,
            population,
        })
    }

    /// The likelier place of a name has the greater weight: countries and
    /// capitals, then rivers and seas, then by inhabitants, a region counting
    /// as a large town and a district as a village.
    fn weight(&self) -> u64 {
        let population = u64::from(self.population);
        match self.class {
            PlaceClass::Country => 4_000_000_000,
            PlaceClass::Capital => 3_000_000_000 + population,
            PlaceClass::Feature => 2_000_000_000,
            PlaceClass::Region => 150_000,
            PlaceClass::District => 3_000,
            PlaceClass::Town => population,
        }
    }
}

/// Compiles places.tsv. `is_ordinary` tells of a folded word whether it is an
/// ordinary one.
pub fn compile(text: &str, is_ordinary: impl Fn(&str) -> bool) -> Result<Compiled, LineError> {
    let mut places = Vec::new();
    let mut by_name: BTreeMap<String, (bool, Vec<usize>)> = BTreeMap::new();
    for (line, row) in rows(text) {
        let row = Row::read(line, row)?;
        for (name, cue) in &row.names {
            let phrase = phrase_key(name);
            if phrase.is_empty() {
                return Err(LineError::new(line, Problem::NoLetters((*name).to_owned())));
            }
            let (cues, indices) = by_name.entry(phrase).or_insert((true, Vec::new()));
            *cues &= *cue;
            if !indices.contains(&places.len()) {
                indices.push(places.len());
            }
        }
        places.push(row);
    }
    let mut lists = Vec::new();
    let mut entries = Vec::new();
    let mut spellings = Vec::new();
    for (phrase, (cue, mut indices)) in by_name {
        let row = |index: &usize| places.get(*index);
        let is_region = indices
            .iter()
            .filter_map(row)
            .any(|place| matches!(place.class, PlaceClass::Country | PlaceClass::Region));
        indices.sort_by_key(|index| std::cmp::Reverse(row(index).map_or(0, Row::weight)));
        indices.truncate(MOST_HOMONYMS);
        let Some(best) = indices.first().and_then(row) else {
            continue;
        };
        let at = u32::try_from(lists.len()).ok().filter(|at| *at < 1 << 24);
        let digits = best.population.checked_ilog10().map_or(0, |log| log + 1);
        let value = u64::from(at.ok_or_else(|| too_many(0))?)
            | (indices.len() as u64) << 24
            | (best.class as u64) << 28
            | u64::from(cue) << 31
            | u64::from(digits) << 32
            | u64::from(is_region) << 36
            | u64::from(u16::from_be_bytes(best.country.bytes())) << 48;
        if !cue {
            let others = other_spellings(&phrase, &is_ordinary);
            spellings.extend(others.into_iter().map(|other| (other, value)));
        }
        entries.push((phrase, value));
        lists.extend(indices);
    }
    // A name as it is written goes before another's other spelling.
    spellings.extend(entries);
    Ok(Compiled {
        map: automaton(spellings)?,
        details: details(&places, &lists)?,
    })
}

/// Where the lists begin (u32), the records, the lists (u32 each), the texts.
fn details(places: &[Row<'_>], lists: &[usize]) -> Result<Vec<u8>, LineError> {
    let size = |size: usize| u32::try_from(size).map_err(|_| too_many(0));
    let lists_at = 4 + RECORD * places.len();
    let texts_at = lists_at + 4 * lists.len();
    let mut bytes = size(lists_at)?.to_le_bytes().to_vec();
    let mut texts = Vec::new();
    for place in places {
        let (latitude, longitude) = place.position.unwrap_or((i32::MIN, i32::MIN));
        bytes.extend(latitude.to_le_bytes());
        bytes.extend(longitude.to_le_bytes());
        bytes.extend(place.population.to_le_bytes());
        bytes.extend(place.country.bytes());
        bytes.extend([place.class as u8, 0]);
        bytes.extend(size(texts_at + texts.len())?.to_le_bytes());
        push_text(&mut texts, place.latin);
        push_text(&mut texts, place.names.first().map_or("", |(name, _)| name));
    }
    for index in lists {
        bytes.extend(size(*index)?.to_le_bytes());
    }
    bytes.extend(texts);
    Ok(bytes)
}
