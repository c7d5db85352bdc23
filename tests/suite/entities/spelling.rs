//! Spelling as it occurs: the sample documents' hazards as far as they concern
//! names, marks, letters left out or taken from another alphabet.

use unicode_normalization::UnicodeNormalization as _;

use super::{assert_sound, check, suggested};

/// The words and types of what is suggested.
fn found(text: &str) -> Vec<(String, &'static str)> {
    suggested(text)
        .iter()
        .map(|s| (s.span.of(text).unwrap().to_owned(), s.kind.code()))
        .collect()
}

#[test]
fn a_no_break_space_parts_words() {
    check(&[
        "ل[حزب [سوريا|LOC] المستقبل|ORG] [هفرين خلف|PERSON]\u{A0}في الطريق",
        "أطلقت [عملية\u{A0}“نبع السلام”|EVENT]\u{A0}في [سوريا|LOC]",
    ]);
}

#[test]
fn ya_for_alef_maqsura_makes_no_ali() {
    check(&["جرت المعارك علي شمال البلاد"]);
    let people = found("مسؤولون علي شمال سوريا")
        .iter()
        .any(|f| f.1 == "PERSON");
    assert!(!people);
}

#[test]
fn a_missing_space_and_a_lone_waw_hide_no_place() {
    check(&[
        "في [ديرالزور|LOC]",
        "إلى [سوريا|LOC] و [العراق|LOC]",
        "و [العراق|LOC]",
        "قال [عبدالأمير رشيد|PERSON]",
    ]);
}

#[test]
fn two_spellings_are_one_thing() {
    for (text, names) in [
        ("سورية وسوريا", 2),
        ("ترمب وترامب", 2),
        ("دير الزور وديرالزور", 2),
        ("ايران وإيران", 2),
    ] {
        let found = suggested(text);
        assert_eq!(found.len(), names, "{text}");
        let ids: Vec<_> = found
            .iter()
            .map(|s| s.canonical.as_ref().map(|c| c.id.clone()))
            .collect();
        assert!(ids[0].is_some() && ids[0] == ids[1], "{text}: {ids:?}");
    }
}

#[test]
fn vowel_marks_belong_to_the_span_and_hide_nothing() {
    check(&[
        "قَالَ [الرَّئِيسُ [السُّورِيُّ|NORP]|TITLE] [بَشَّارُ الأَسَدُ|PERSON] فِي [دِمَشْقَ|LOC]",
        "وَصَلَ إِلَى [سُورِيَا|LOC] وَ[العِرَاقِ|LOC]",
    ]);
}

#[test]
fn letters_without_hamza_and_dots_hide_nothing() {
    check(&[
        "قال [الرئيس [السوري|NORP]|TITLE] [بشار الاسد|PERSON] ان [الولايات المتحده [الامريكيه|NORP]|LOC]",
        "[وزارة الخارجيه [الامريكيه|NORP]|ORG]",
        "[الامم المتحده|ORG]",
        "[الاتحاد [الاوربي|NORP]|ORG]",
        "[ايران|LOC] و [اسرائيل|LOC]",
    ]);
}

#[test]
fn persian_letters_are_arabic_ones() {
    check(&["[ایران|LOC] و[العراق|LOC]", "في [سوریا|LOC]"]);
}

#[test]
fn decomposed_letters_are_whole_ones() {
    for text in [
        "[الأمم المتحدة|ORG] و[إيران|LOC]",
        "[الرئيس [الأميركي|NORP]|TITLE] [دونالد ترامب|PERSON]",
    ] {
        let decomposed: String = text.nfd().collect();
        check(&[text, &decomposed]);
    }
}

#[test]
fn latin_acronyms_stand_for_their_names() {
    check(&["قال [المتحدث|TITLE] باسم [SDF|GROUP] إن [ISIS|GROUP] هاجم"]);
    let found = suggested("قوات سوريا الديمقراطية (SDF) أو قسد");
    let ids: Vec<_> = found
        .iter()
        .filter(|s| s.kind.code() == "GROUP")
        .map(|s| s.canonical.as_ref().unwrap().id.clone())
        .collect();
    assert_eq!(ids.len(), 3);
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn other_languages_and_capitals_give_no_nonsense() {
    for text in [
        "Sorry, you need to enable JavaScript to visit this website.",
        "le président à Damas",
        "PLEASE READ THE TERMS",
        "wa qala al-ra'is fi Dimashq",
        "данные недоступны",
        "数据不可用",
    ] {
        let found = found(text);
        assert!(
            found.iter().all(|(_, kind)| ["LOC", "ORG"].contains(kind)),
            "{found:?}"
        );
    }
}

#[test]
fn digits_alone_and_nothing_at_all() {
    for text in [
        "", " ", "\n", "\u{FEFF}", "52", "١٢٣", "1/2/3/4", "0000000", "-", "٪",
    ] {
        let found = suggested(text);
        assert_sound(text, &found);
        assert!(found.len() <= 1, "{text}");
    }
}

#[test]
fn tanwin_tells_an_adjective_from_the_country() {
    let found = found("كان سوريًّا يعيش في لبنان");
    assert!(found.contains(&("لبنان".to_owned(), "LOC")));
    assert!(
        !found
            .iter()
            .any(|f| f.0.starts_with("سوري") && f.1 == "LOC")
    );
}
