//! The reading aids over the sample documents: who says what, the claims, the
//! cards, with the names that the program itself suggests.

use hashiya::analysis::card::{Manner, Subject, card};
use hashiya::analysis::claims::{Evidence, claims, grouped};
use hashiya::entities::{Context, Learned, Suggestion, Type, suggest};
use hashiya::language::attribution::{Attribution, Kind, Named, Voice, attributions};
use hashiya::language::numbers;
use hashiya::model::Span;

use crate::samples::documents;

fn document(name: &str) -> &'static str {
    documents().iter().find(|(n, _)| *n == name).unwrap().1
}

fn suggestions(text: &str) -> Vec<Suggestion> {
    let learned = Learned::default();
    let context = Context {
        learned: &learned,
        document: None,
        date: None,
    };
    suggest(text, &context)
}

fn named(suggestions: &[Suggestion]) -> Vec<Named> {
    suggestions
        .iter()
        .filter_map(|suggestion| {
            let voice = match suggestion.kind {
                Type::Person => Voice::Person,
                Type::Organisation | Type::Group => Voice::Body,
                Type::Title => Voice::Title,
                Type::Place | Type::Facility => Voice::Place,
                _ => return None,
            };
            Some(Named {
                span: suggestion.span,
                voice,
            })
        })
        .collect()
}

fn said(text: &str) -> Vec<Attribution> {
    attributions(text, &named(&suggestions(text)))
}

/// The speaker of the words that begin so.
fn speaker(name: &str, words: &str, kind: Kind) -> &'static str {
    let text = document(name);
    let found = said(text);
    let Some(said) = found.iter().find(|said| {
        let quote = said.quote.of(text).unwrap();
        said.kind == kind && quote.starts_with(words)
    }) else {
        panic!("{name}: nothing begins with {words}: {found:?}");
    };
    said.speaker.map_or("", |speaker| speaker.of(text).unwrap())
}

#[test]
fn quotations_of_the_five_articles_have_their_speakers() {
    for (name, words, expected) in [
        ("000", "لقد تحدثنا", "المسؤول"),
        ("000", "أبدى الروس", "المسؤول"),
        ("000", "إطلاق النار على مركبة", "المسؤول"),
        ("001", "لدينا آلاف", "ترامب"),
        ("001", "هذه السجون", "ناثان سيلز"),
        ("003", "حتى لا يهدد", "هاربر"),
        ("003", "في إطار الخطوات", "مصدر عسكري"),
        ("003", "لتقليص نشاط", "المصدر ذاته"),
        ("003", "تسلمنا من قوات", "عبدالأمير الشمري"),
        ("003", "قمنا بتسليمهم", "عبدالأمير الشمري"),
    ] {
        assert_eq!(speaker(name, words, Kind::Direct), expected, "{words}");
    }
    for (name, words, expected) in [
        ("001", "إنهم يواصلون", "جيفري"),
        ("001", "أن داعش لا يزال", "جيفري"),
        ("003", "إنهم سيواصلون", "جويل هاربر"),
        ("003", "أن نقلهم تم", "قسد"),
        ("004", "أنه سيتم الاتفاق", "المسؤول"),
        ("004", "أن بعض الدول", "المسؤول"),
    ] {
        assert_eq!(speaker(name, words, Kind::Indirect), expected, "{words}");
    }
}

#[test]
fn d6_the_outer_quotation_is_speech_and_the_inner_one_a_name() {
    let text = document("003");
    let line = text.lines().nth(20).unwrap();
    let start = text.find(line).unwrap();
    let line = Span::new(start, start + line.len());
    let found: Vec<(Kind, &str)> = said(text)
        .iter()
        .filter(|said| line.contains_span(said.quote))
        .map(|said| (said.kind, said.quote.of(text).unwrap()))
        .collect();
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[0], (Kind::Scare, "داعش"));
    assert!(found[1].0 == Kind::Direct && found[1].1.contains("\"داعش\" الإرهابي"));
    assert_eq!(found[2], (Kind::Scare, "داعش"));
    let headings = said(text)
        .iter()
        .filter(|said| said.kind == Kind::Heading)
        .count();
    assert_eq!(headings, 1);
}

#[test]
fn nothing_said_passes_the_end_of_its_line() {
    for (name, text) in documents() {
        for said in said(text) {
            let quote = said.quote.of(text).unwrap();
            assert!(!quote.contains('\n') && !quote.trim().is_empty(), "{name}");
        }
    }
}

#[test]
fn claims_of_the_five_articles_stand_together() {
    let mut rows = Vec::new();
    for (name, text) in documents() {
        let suggestions = suggestions(text);
        let attributions = attributions(text, &named(&suggestions));
        let numbers = numbers(text);
        let spans = |kinds: &[Type]| -> Vec<Span> {
            suggestions
                .iter()
                .filter(|suggestion| kinds.contains(&suggestion.kind))
                .map(|suggestion| suggestion.span)
                .collect()
        };
        let (places, dates) = (spans(&[Type::Place, Type::Facility]), spans(&[Type::Date]));
        let evidence = Evidence {
            numbers: &numbers,
            attributions: &attributions,
            places: &places,
            dates: &dates,
        };
        for claim in claims(text, &evidence) {
            let counted = claim
                .counted
                .and_then(|noun| noun.of(text))
                .unwrap_or_default();
            rows.push(((name, text), counted.to_owned(), claim));
        }
    }
    let groups = grouped(rows);
    let group = |key: &str| groups.iter().find(|group| group.key == key).unwrap();
    let written = |key: &str| -> Vec<(&str, &str)> {
        group(key)
            .rows
            .iter()
            .map(|((_, text), claim)| {
                let speaker = claim
                    .speaker
                    .map_or("", |speaker| speaker.of(text).unwrap());
                (claim.number.of(text).unwrap(), speaker)
            })
            .collect()
    };
    assert_eq!(
        written("معتقل"),
        [
            ("100", "قوات سوريا الديمقراطية"),
            ("1600", "تقارير للأمم المتحدة"),
            ("سبعة آلاف", ""),
            ("آلاف", "الولايات المتحدة")
        ]
    );
    assert_eq!(written("شخص"), [("507", ""), ("60 ألف", "")]);
    assert!(
        written("جنسي").iter().any(|(number, _)| *number == "ألف"),
        "قرابة ألف من الجنسيات"
    );
    let about = &group("شخص").rows[1].1;
    assert!(about.approximate);
    assert_eq!(about.value, Some(60_000.0));
}

#[test]
fn every_card_has_a_gloss_in_latin_letters() {
    for (name, text) in documents() {
        let suggestions = suggestions(text);
        for suggestion in &suggestions {
            let subject = Subject {
                text,
                span: suggestion.span,
                kind: suggestion.kind,
                canonical: suggestion.canonical.as_deref(),
                document_date: None,
            };
            let card = card(subject, Manner::default());
            let is_latin = |text: &str| {
                !text
                    .chars()
                    .any(hashiya::language::letters::is_arabic_letter)
            };
            if let Some(gloss) = card.gloss {
                assert!(is_latin(&gloss.text()), "{name}: {}", gloss.text());
            }
        }
    }
}

#[test]
fn a_very_long_line_full_of_quotations_is_read_through() {
    for unit in ["قال فلان \"كلمة واحدة هنا\" ", "قال فلان إن الأمر كذلك وأضاف "]
    {
        let text = unit.repeat(200_000 / unit.len());
        assert!(!attributions(&text, &[]).is_empty());
    }
}
