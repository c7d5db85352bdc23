//! No text stops the search for suggestions, and what it finds is sound.

use std::sync::LazyLock;

use hashiya::entities::{Context, Learned, suggest};
use jiff::civil::date;
use proptest::prelude::*;

use super::fixtures::{all_texts, annotated};
use super::{assert_sound, suggested};
use crate::suite::language_fold::arabic_text;
use crate::suite::sources;

/// The words of all annotated texts, with the spaces and marks between them.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    annotated()
        .iter()
        .flat_map(|text| text.text.split_inclusive(char::is_whitespace))
        .map(str::to_owned)
        .collect()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_characters(text in any::<String>()) {
        assert_sound(&text, &suggested(&text));
    }

    #[test]
    fn any_arabic(text in arabic_text()) {
        assert_sound(&text, &suggested(&text));
    }

    #[test]
    fn words_of_news_in_any_order(picks in prop::collection::vec(any::<prop::sample::Index>(), 0..60)) {
        let text: String = picks.iter().map(|pick| pick.get(&WORDS).as_str()).collect();
        assert_sound(&text, &suggested(&text));
    }

    #[test]
    fn words_of_news_with_letters_left_out(
        picks in prop::collection::vec((any::<prop::sample::Index>(), 0usize..8), 0..40),
    ) {
        let text: String = picks
            .iter()
            .flat_map(|(pick, gap)| {
                let word = pick.get(&WORDS);
                word.chars().enumerate().filter(move |(at, _)| at != gap).map(|(_, c)| c)
            })
            .collect();
        assert_sound(&text, &suggested(&text));
    }

    #[test]
    fn any_date_of_the_document(year in 1i16..9999, text in arabic_text()) {
        let learned = Learned::default();
        let context = Context { learned: &learned, document: None, date: Some(date(year, 1, 1)) };
        assert_sound(&text, &suggest(&text, &context));
    }
}

#[test]
fn a_ligature_of_several_words_crosses_nothing() {
    for text in [
        "سوريةشیﷺخﹷف عبد ٱ",
        "رحسةآىلقام سورياقتعبد  ﻻءشاضىىسوريةشیﷺخﹷف عبد ٱ",
        "ﷲ عبد ﷲ ﷴ",
    ] {
        assert_sound(text, &suggested(text));
    }
}

#[test]
fn every_text_of_the_fixtures_whole_and_cut_anywhere() {
    for text in all_texts() {
        assert_sound(&text, &suggested(&text));
        let characters: Vec<char> = text.chars().collect();
        for step in 1..=6 {
            let cut = characters.len() * step / 7;
            let half: String = characters[cut..].iter().take(400).collect();
            assert_sound(&half, &suggested(&half));
        }
        let backwards: String = characters.iter().rev().collect();
        assert_sound(&backwards, &suggested(&backwards));
    }
}

#[test]
fn the_same_text_gives_the_same_suggestions() {
    for text in all_texts() {
        assert_eq!(suggested(&text), suggested(&text));
    }
}

#[test]
fn files_that_are_no_news_at_all() {
    let mut read = 0;
    for path in sources::files(
        "",
        &["rs", "md", "toml", "ftl", "json", "jsonl", "js", "py"],
    ) {
        let name = sources::name_of(&path);
        if name.starts_with("target") || name.starts_with('.') {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let start: String = text.chars().take(1_500).collect();
        assert_sound(&start, &suggested(&start));
        read += 1;
    }
    assert!(read > 100);
}

/// A title before a closing quotation mark stopped a debug build once.
#[test]
fn quotation_marks_that_close_what_they_did_not_open() {
    for mark in ["\"", "”", "»", "“", "«"] {
        for word in [
            "الرئيس",
            "وزير",
            "حركة",
            "قال",
            "القائد العام",
            "تنظيم",
            "مطار",
        ] {
            for text in [
                format!("{word}{mark}"),
                format!("{mark}{word}{mark}"),
                format!("{mark}{word} {mark} {mark}{word}"),
                format!("{word} {mark}{mark}{word}{mark}"),
                format!("«{word}{mark}»{mark}"),
            ] {
                assert_sound(&text, &suggested(&text));
            }
        }
    }
}

#[test]
fn one_letter_a_million_times() {
    for piece in [
        "ا", "و", "ل", "a", "1", "\u{64B}", "\"", "(", "[", "@", ".", "وال", "عبد ", "ابن ", "\n",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let text = if cfg!(debug_assertions) {
            text.chars().take(60_000).collect()
        } else {
            text
        };
        assert_sound(&text, &suggested(&text));
    }
}

#[test]
fn every_code_point_between_names() {
    for first in (0..0x11_0000_u32).step_by(0x100) {
        let row: String = (first..first + 0x100)
            .filter_map(char::from_u32)
            .flat_map(|c| ['ب', c, 'د', ' '])
            .collect();
        // Most planes are empty, and much the same.
        if first > 0x3_0000 && first % 0x1_0000 != 0 {
            continue;
        }
        assert_sound(&row, &suggested(&row));
    }
}
