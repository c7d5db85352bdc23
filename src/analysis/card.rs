//! What the card over a name in the text tells of it.
//!
//! Here: the facts: the name in Latin letters, the place, the number's value,
//! the date in three calendars, the other forms under which the text has it. Not here: how the card looks,
//! and why a suggestion was made (it says so itself).
//!
//! Attested Latin spellings come from the lists in `entities` (names of people:
//! Wikidata and arabnamer; places: `GeoNames` and CLDR; see assets/data).
//!
//! **Invariant:** a card is worked out from its sentence and the lists alone:
//! it costs the same in a note and in a book.

use std::collections::BTreeMap;

use crate::entities::{Canonical, Type, data};
use crate::language::calendar::{MonthFamily, ThreeCalendars, three_calendars};
use crate::language::dates::{DateOptions, DateReading, dates};
use crate::language::fold::{Level, key};
use crate::language::numbers::{NumberReading, numbers};
use crate::language::romanise::{Gloss, Piece, Role, Standard, gloss};
use crate::language::sentences::sentence_at;
use crate::model::Span;
use jiff::civil::Date;

/// What a card is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The document.
    pub text: &'a str,
    /// The words (bytes, end exclusive).
    pub span: Span,
    /// What they name.
    pub kind: Type,
    /// Which thing they name, where that is known.
    pub canonical: Option<&'a Canonical>,
    /// The day the document was written, against which أمس is read.
    pub document_date: Option<Date>,
}

/// How the reader wants things written.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The spelling in Latin letters; without one places follow BGN/PCGN and
    /// all else IJMES.
    pub standard: Option<Standard>,
    /// The names of the months.
    pub months: MonthFamily,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            standard: None,
            months: MonthFamily::Standard,
        }
    }
}

/// The facts of a card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// In Latin letters; nothing for dates, numbers and addresses, and for
    /// words without Arabic letters.
    pub gloss: Option<Gloss>,
    /// The name in English, of things that have one (Syrian Democratic
    /// Forces).
    pub english: Option<String>,
    /// Where it is, for a place that the lists have.
    pub place: Option<PlaceFacts>,
    /// What a number comes to.
    pub number: Option<NumberReading>,
    /// What a date comes to.
    pub date: Option<DateFacts>,
}

/// A date and its days.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFacts {
    /// What it says, and whether that is a guess or holds a contradiction.
    pub reading: DateReading,
    /// Its day, or the first day of a month, a year or a stretch.
    pub first: Option<ThreeCalendars>,
    /// The last day, if it is another.
    pub last: Option<ThreeCalendars>,
}

/// A place of the lists.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceFacts {
    /// ISO 3166-1 code of its country, two letters; empty if it is none's.
    pub country: String,
    /// Latitude and longitude in degrees, north and east positive.
    pub position: Option<(f32, f32)>,
    /// Inhabitants; 0 when unknown.
    pub population: u32,
}

/// The facts about some words.
pub fn card(subject: Subject<'_>, manner: Manner) -> Card {
    let Some(written) = subject.span.of(subject.text) else {
        return Card::default();
    };
    let latin = subject
        .canonical
        .and_then(|canonical| canonical.latin.as_deref());
    let mut card = Card::default();
    match subject.kind {
        Type::Number => card.number = number(subject),
        Type::Date => card.date = date(subject, manner.months),
        Type::Email | Type::Url => {}
        _ => {
            let role = role(subject.kind);
            let standard = manner.standard.unwrap_or(Standard::customary(role));
            let name = restored(subject, written, role);
            // A list's own spelling of a person or place is attested.
            let is_name = role != Role::Other && standard != Standard::Buckwalter;
            let found = match latin.filter(|_| is_name && is_whole_name(subject)) {
                Some(latin) => Gloss {
                    pieces: vec![Piece {
                        span: Span::new(0, written.len()),
                        text: latin.to_owned(),
                        certain: true,
                    }],
                },
                None => gloss(&name, role, standard, &attested),
            };
            let is_arabic = written.contains(crate::language::letters::is_arabic_letter);
            card.gloss = Some(found).filter(|gloss| is_arabic && !gloss.pieces.is_empty());
            card.english = latin.filter(|_| role == Role::Other).map(str::to_owned);
            if subject.kind == Type::Place {
                card.place = place(&name);
            }
        }
    }
    card
}

/// How words of a type are looked up and written.
fn role(kind: Type) -> Role {
    match kind {
        Type::Person => Role::Person,
        Type::Place | Type::Facility => Role::Place,
        _ => Role::Other,
    }
}

/// Whether the words are the whole name of the thing and not a part of it, as
/// a surname is.
fn is_whole_name(subject: Subject<'_>) -> bool {
    let words = |text: &str| key(text, Level::Loose).split_whitespace().count();
    let written = subject.span.of(subject.text).map_or(0, words);
    subject
        .canonical
        .is_some_and(|canonical| words(&canonical.name) == written)
}

/// The words with the alef of the article that the preposition ل took from
/// them, when they stand so (لل|ولايات).
fn restored(subject: Subject<'_>, written: &str, role: Role) -> String {
    let before = subject.text.get(..subject.span.start).unwrap_or_default();
    let follows_lam = before.ends_with('ل') && written.starts_with('ل');
    let first = written.split_whitespace().next().unwrap_or_default();
    if follows_lam && attested(&key(first, Level::Letters), role).is_none() {
        format!("ا{written}")
    } else {
        written.to_owned()
    }
}

/// The attested Latin spelling of folded words: of a person's full name or
/// name word, or of a place.
pub fn attested(words: &str, role: Role) -> Option<String> {
    match role {
        Role::Person => {
            let people = data::people();
            if words.contains(' ') {
                let name = people.get(words)?;
                return Some(people.latin(name).to_owned()).filter(|latin| !latin.is_empty());
            }
            data::names()
                .latin(words, data::Country::default())
                .first()
                .map(|spelling| spelling.latin.to_owned())
        }
        Role::Place => {
            let places = data::places();
            let place = places.place(places.get(words)?)?;
            Some(place.latin.to_owned()).filter(|latin| !latin.is_empty())
        }
        Role::Other => None,
    }
}

fn place(name: &str) -> Option<PlaceFacts> {
    let places = data::places();
    let place = places.place(places.get(&key(name, Level::Letters))?)?;
    Some(PlaceFacts {
        country: place.country.code().to_owned(),
        position: place.position,
        population: place.population,
    })
}

/// The number at the span, as its sentence has it.
fn number(subject: Subject<'_>) -> Option<NumberReading> {
    let (sentence, within) = sentence_of(subject)?;
    numbers(sentence)
        .into_iter()
        .find(|number| number.span.overlaps(within))
        .map(|mut number| {
            let shift = subject.span.start - within.start;
            number.span = Span::new(number.span.start + shift, number.span.end + shift);
            number.counted = number
                .counted
                .map(|noun| Span::new(noun.start + shift, noun.end + shift));
            number
        })
}

/// The date at the span, as its sentence has it.
fn date(subject: Subject<'_>, months: MonthFamily) -> Option<DateFacts> {
    let (sentence, within) = sentence_of(subject)?;
    let options = DateOptions {
        document_date: subject.document_date,
    };
    let mut reading = dates(sentence, options)
        .into_iter()
        .find(|date| date.span.overlaps(within))?;
    let shift = subject.span.start - within.start;
    reading.span = Span::new(reading.span.start + shift, reading.span.end + shift);
    let days = reading.value.days();
    let family = reading
        .family
        .filter(|family| *family != MonthFamily::Hijri)
        .unwrap_or(months);
    Some(DateFacts {
        first: days.map(|(first, _)| three_calendars(first, family)),
        last: days
            .filter(|(first, last)| first != last)
            .map(|(_, last)| three_calendars(last, family)),
        reading,
    })
}

/// The sentence the words stand in, and where they stand in it.
fn sentence_of(subject: Subject<'_>) -> Option<(&str, Span)> {
    let sentence = sentence_at(subject.text, subject.span.start);
    let written = sentence.of(subject.text)?;
    let start = subject.span.start.checked_sub(sentence.start)?;
    let end = (subject.span.end - sentence.start).min(written.len());
    (start < end).then(|| (written, Span::new(start, end)))
}

/// A form under which a thing is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As it is first written, without marks.
    pub written: String,
    /// How often, in this and other spellings that differ in hamza or marks.
    pub count: usize,
}

/// The forms under which one thing is named, the most frequent first. Each
/// mention is the words as written.
pub fn aliases<'a>(mentions: impl IntoIterator<Item = &'a str>) -> Vec<Alias> {
    let mut forms: BTreeMap<String, (usize, Alias)> = BTreeMap::new();
    for (place, mention) in mentions.into_iter().enumerate() {
        let (_, alias) = forms
            .entry(key(mention, Level::Letters))
            .or_insert_with(|| {
                let written = key(mention, Level::Marks);
                (place, Alias { written, count: 0 })
            });
        alias.count += 1;
    }
    let mut forms: Vec<(usize, Alias)> = forms.into_values().collect();
    forms.sort_by_key(|(place, alias)| (std::cmp::Reverse(alias.count), *place));
    forms.into_iter().map(|(_, alias)| alias).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use super::*;

    fn of(text: &str, words: &str, kind: Type) -> Card {
        let start = text.find(words).unwrap();
        let subject = Subject {
            text,
            span: Span::new(start, start + words.len()),
            kind,
            canonical: None,
            document_date: Some(jiff::civil::date(2019, 10, 10)),
        };
        card(subject, Manner::default())
    }

    fn latin(text: &str, words: &str, kind: Type) -> String {
        of(text, words, kind).gloss.unwrap().text()
    }

    #[test]
    fn names_by_the_lists_and_other_words_by_the_standard() {
        assert_eq!(latin("في دمشق", "دمشق", Type::Place), "Damascus");
        assert_eq!(
            latin("إلى دير الزور", "دير الزور", Type::Place),
            "Deir ez-Zor"
        );
        assert!(latin("قال الشمري", "الشمري", Type::Person).contains("hammari"));
        assert_eq!(
            latin("من وزارة الدفاع", "وزارة الدفاع", Type::Organisation),
            "Wizārat al-Difāʿ"
        );
        assert_eq!(
            latin("للأمم المتحدة", "لأمم المتحدة", Type::Organisation),
            "al-Umam al-Muttaḥida"
        );
        assert_eq!(of("SDF", "SDF", Type::Group).gloss, None);
    }

    #[test]
    fn a_canonical_spelling_is_for_the_whole_name() {
        let canonical = Canonical {
            id: "x".into(),
            name: "جو بايدن".into(),
            latin: Some("Joe Biden".into()),
        };
        let text = "جو بايدن ثم بايدن";
        let of = |span| {
            let subject = Subject {
                text,
                span,
                kind: Type::Person,
                canonical: Some(&canonical),
                document_date: None,
            };
            card(subject, Manner::default()).gloss.unwrap().text()
        };
        assert_eq!(of(Span::new(0, "جو بايدن".len())), "Joe Biden");
        assert_ne!(
            of(Span::new(text.len() - "بايدن".len(), text.len())),
            "Joe Biden"
        );
    }

    #[test]
    fn numbers_and_places_tell_their_values() {
        let found = of("نقل سبعة آلاف معتقل.", "سبعة آلاف", Type::Number)
            .number
            .unwrap();
        assert_eq!(found.value, Some(7000.0));
        let place = of("في دمشق", "دمشق", Type::Place).place.unwrap();
        assert_eq!(place.country, "SY");
        assert!(place.position.is_some());
    }

    #[test]
    fn dates_in_three_calendars() {
        let found = of(
            "وقع ذلك في 9 تشرين الأول 2019.",
            "9 تشرين الأول 2019",
            Type::Date,
        )
        .date
        .unwrap();
        let first = found.first.unwrap();
        assert_eq!(first.iso, "2019-10-09");
        assert!(
            first.gregorian.contains("تشرين الأول"),
            "in the months of the text"
        );
        assert!(first.hijri.unwrap().contains("1441"));
        assert_eq!(found.last, None);
        let found = of("وصل أمس.", "أمس", Type::Date).date.unwrap();
        assert_eq!(found.first.unwrap().iso, "2019-10-09");
        let found = of("كان ذلك عام 2011.", "عام 2011", Type::Date)
            .date
            .unwrap();
        assert_eq!(found.last.unwrap().iso, "2011-12-31");
    }

    #[test]
    fn forms_of_a_name() {
        let found = aliases(["قسد", "SDF", "قسد", "قوات سوريا الديمقراطية", "قَسَد"]);
        let forms: Vec<(&str, usize)> = found
            .iter()
            .map(|alias| (alias.written.as_str(), alias.count))
            .collect();
        assert_eq!(
            forms,
            [("قسد", 3), ("SDF", 1), ("قوات سوريا الديمقراطية", 1)]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_span(text in "[ء-ي\u{64B}-\u{652}0-9 .\n]{0,30}", a in 0usize..60, b in 0usize..60) {
            for kind in Type::ALL {
                card(Subject { text: &text, span: Span::new(a, b), kind, canonical: None, document_date: None }, Manner::default());
            }
        }
    }
}
