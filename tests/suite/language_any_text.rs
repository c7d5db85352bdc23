//! Words, sentences, quotations and titles answer for any text, with spans
//! that fit it.

use hashiya::analysis::card::{Manner, Subject, card};
use hashiya::analysis::claims::{Evidence, claims};
use hashiya::entities::{Type, bare_word};
use hashiya::language::attribution::{Named, Voice, attributions};
use hashiya::language::romanise::{from_buckwalter, to_buckwalter};
use hashiya::language::{
    document_title, line_kinds, lines, numbers, quotations, sentence_at, sentences,
    without_clitics, word_at, words,
};
use hashiya::model::Span;
use proptest::prelude::*;

use super::language_fold::arabic_text;

/// Punctuation-heavy texts: where the rules for ends and marks meet.
fn punctuated() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "قال",
        "و",
        "لـ",
        "ص",
        "أ",
        "داعش",
        "word",
        "e",
        "5",
        "٣",
        " ",
        " ",
        "\u{A0}",
        "\n",
        "\r\n",
        "\u{2029}",
        ".",
        "…",
        "؟",
        "!",
        "،",
        "؛",
        ":",
        "\"",
        "“",
        "”",
        "«",
        "»",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        "/",
        "@",
        "_",
        "\u{64B}",
        "\u{200F}",
        "\u{2069}",
        "a@b.co",
        "https://x.y/ز",
        "www.",
        "👩\u{200D}👩\u{200D}👧",
        "e\u{301}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn fits(text: &str, span: Span) -> Result<(), TestCaseError> {
    prop_assert!(span.of(text).is_some(), "{span:?} in {text:?}");
    Ok(())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let all: Vec<Span> = words(text).collect();
    for pair in all.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start);
    }
    for word in &all {
        fits(text, *word)?;
        let bare = without_clitics(text, *word);
        fits(text, bare)?;
        prop_assert!(word.contains_span(bare) && bare.end == word.end && !bare.is_empty());
    }
    for byte in 0..=text.len() + 2 {
        let word = word_at(text, byte);
        fits(text, word)?;
        let at = text.floor_char_boundary(byte);
        prop_assert!(
            word.start <= at && at <= word.end,
            "{word:?} at {at} in {text:?}"
        );
        fits(text, sentence_at(text, byte))?;
    }
    let mut end = 0;
    for sentence in sentences(text) {
        fits(text, sentence)?;
        prop_assert!(sentence.start >= end && !sentence.is_empty());
        let runs_over = sentence
            .of(text)
            .unwrap()
            .contains(['\n', '\r', '\u{2029}']);
        prop_assert!(!runs_over);
        end = sentence.end;
    }
    let found = quotations(text);
    let marks = found.pairs.len() * 2 + found.unbalanced.len();
    prop_assert_eq!(
        marks,
        text.matches([
            '"', '“', '”', '«', '»', '„', '‟', '‹', '›', '\u{FF02}', '\u{2033}', '\u{2036}'
        ])
        .count()
    );
    for pair in &found.pairs {
        fits(text, pair.span)?;
        prop_assert!(pair.span.contains_span(pair.inner));
    }
    prop_assert_eq!(line_kinds(text).len(), lines(text).count());
    document_title(text);
    check_aids(text, &all)
}

/// Speakers, claims, cards and glosses, every third word taken for a name.
fn check_aids(text: &str, words: &[Span]) -> Result<(), TestCaseError> {
    let names: Vec<Named> = words
        .iter()
        .step_by(3)
        .map(|word| Named {
            span: *word,
            voice: Voice::Person,
        })
        .collect();
    let attributions = attributions(text, &names);
    for said in &attributions {
        for span in [Some(said.quote), said.cue, said.speaker]
            .into_iter()
            .flatten()
        {
            fits(text, span)?;
            prop_assert!(!span.is_empty());
        }
        prop_assert!(said.cue.is_none_or(|cue| !cue.overlaps(said.quote)));
    }
    let numbers = numbers(text);
    let evidence = Evidence {
        numbers: &numbers,
        attributions: &attributions,
        ..Evidence::default()
    };
    for claim in claims(text, &evidence) {
        for span in [
            Some(claim.number),
            Some(claim.sentence),
            claim.counted,
            claim.phrase,
        ]
        .into_iter()
        .flatten()
        {
            fits(text, span)?;
        }
    }
    for word in words {
        let bare = bare_word(text, *word);
        prop_assert!(word.contains_span(bare) && bare.end == word.end && !bare.is_empty());
        for kind in [
            Type::Person,
            Type::Place,
            Type::Group,
            Type::Date,
            Type::Number,
        ] {
            let subject = Subject {
                text,
                span: *word,
                kind,
                canonical: None,
                document_date: None,
            };
            card(subject, Manner::default());
        }
    }
    prop_assert_eq!(from_buckwalter(&to_buckwalter(text)), text);
    Ok(())
}

proptest! {
    #[test]
    fn punctuated_texts_are_answered(text in punctuated()) {
        check(&text)?;
    }

    #[test]
    fn arabic_texts_are_answered(text in arabic_text()) {
        check(&text)?;
    }

    #[test]
    fn any_texts_are_answered(text in any::<String>()) {
        check(&text)?;
    }
}
