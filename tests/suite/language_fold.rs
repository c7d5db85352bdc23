//! Folding: its map and its levels hold for any text.

use hashiya::language::fold::{Level, fold, key};
use hashiya::language::letters::is_mark;
use hashiya::model::Span;
use proptest::prelude::*;

/// Texts made of what folding cares about.
pub(crate) fn arabic_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئٱیک".chars().collect::<Vec<_>>())
            .prop_map(String::from),
        4 => prop::sample::select(vec![
            "\u{64B}", "\u{651}", "\u{654}", "\u{653}", "\u{670}", "ـ", " ", "\u{A0}", "\"", "»",
            "\u{200F}", "\u{2068}", "\n", "٣", "7", "ﻻ", "ﷺ", "ﷲ", "\u{FE77}", "É", "e\u{301}", "İ", "Σ",
        ]).prop_map(String::from),
        3 => prop::sample::select(vec![
            "سوريا", "سورية", "ترامب", "اوروب", "اميرك", "دير ", "عبد ", "و ", "لـ\"", "بـ ", "يا", "ام ",
        ]).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    for level in Level::ALL {
        let folded = fold(text, level);
        let again = key(folded.text(), level);
        prop_assert_eq!(&again, folded.text(), "folding twice, {:?}", level);
        let mut ends: Vec<usize> = folded.text().char_indices().map(|(at, _)| at).collect();
        ends.push(folded.text().len());
        let mut before = Span::new(0, 0);
        for pair in ends.windows(2) {
            let span = folded.span_of(pair[0]..pair[1]);
            prop_assert!(span.of(text).is_some_and(|source| !source.is_empty()));
            prop_assert!(
                span.start >= before.start && span.end >= before.end,
                "monotone"
            );
            before = span;
            let whole = folded.span_of(ends[0]..pair[1]);
            prop_assert_eq!(whole.end, span.end);
            let rest = text.get(span.end..).unwrap_or_default();
            prop_assert!(
                level == Level::Exact || !rest.starts_with(is_mark),
                "mark cut off"
            );
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn folding_arabic_is_mapped_and_idempotent(text in arabic_text()) {
        check(&text)?;
    }

    #[test]
    fn folding_anything_is_mapped_and_idempotent(text in ".{0,60}") {
        check(&text)?;
    }

    #[test]
    fn a_looser_level_never_parts_what_a_stricter_one_joins(one in arabic_text(), other in arabic_text()) {
        for pair in Level::ALL.windows(2) {
            if key(&one, pair[0]) == key(&other, pair[0]) {
                prop_assert_eq!(key(&one, pair[1]), key(&other, pair[1]));
            }
        }
    }
}
