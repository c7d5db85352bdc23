//! Tests that the bundled data know what they should and mislead where they
//! must not.

use super::*;

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

fn place(name: &str) -> Option<PlaceName> {
    places().get(&phrase_key(name))
}

#[test]
fn places_of_the_beat_are_known() {
    for name in [
        "الحسكة",
        "دير الزور",
        "الرقة",
        "القامشلي",
        "عين عيسى",
        "إدلب",
        "نينوى",
        "ربيعة",
        "تل تمر",
        "الهول",
        "اليعربية",
        "سورية",
        "سوريا",
        "الولايات المتحدة",
        "الولايات المتحدة الأمريكية",
        "الشرق الأوسط",
        "نهر الفرات",
        "جنيف",
    ] {
        assert!(place(name).is_some(), "{name}");
    }
}

#[test]
fn ha_for_ta_marbuta_is_overlooked_where_it_makes_no_word() {
    assert_eq!(place("مصراته"), place("مصراتة"));
    assert_eq!(place("مكه المكرمه"), place("مكة المكرمة"));
    assert!(lists().get(&phrase_key("الامم المتحده")).is_some());
    assert!(place("جده").is_none_or(PlaceName::needs_cue));
}

#[test]
fn ordinary_words_are_no_places_without_a_cue() {
    for word in [
        "الحريق",
        "أدى",
        "وأن",
        "القائم",
        "سلسلة",
        "مدينة",
        "معبر",
        "كيف",
        "مالي",
        "جده",
        "بنين",
        "الجديد",
        "الشرقية",
        "العاصمة",
        "الباب",
        "محمد",
        "السلام",
        "الجبل",
    ] {
        let sure = place(word).is_some_and(|name| !name.needs_cue());
        assert!(!sure, "{word}");
    }
}

#[test]
fn capitals_and_governorates_need_no_cue() {
    for name in [
        "دمشق",
        "بغداد",
        "القاهرة",
        "حماة",
        "حلب",
        "الرقة",
        "جنيف",
        "واشنطن",
        "موسكو",
        "بيروت",
        "صنعاء",
        "الرياض",
        "غزة",
        "تونس",
        "الأنبار",
        "صلاح الدين",
        "دير الزور",
        "الخرطوم",
        "قطر",
        "مصر",
    ] {
        assert!(place(name).is_some_and(|name| !name.needs_cue()), "{name}");
    }
}

#[test]
fn a_place_has_its_country_position_and_latin_name() {
    let raqqa = place("الرقة").unwrap();
    let found = places().place(raqqa).unwrap();
    assert_eq!(found.country, country("SY"));
    assert_eq!(found.class, PlaceClass::Town);
    assert!(raqqa.is_region());
    assert_eq!(raqqa.population_digits(), 6);
    assert_eq!(found.arabic, "الرقة");
    let (latitude, longitude) = found.position.unwrap();
    assert!((latitude - 35.95).abs() < 0.1 && (longitude - 39.01).abs() < 0.1);
    let syria = place("سوريا").unwrap();
    assert_eq!(syria.class(), PlaceClass::Country);
    assert_eq!(syria.country().code(), "SY");
    assert_eq!(places().place(syria).unwrap().latin, "Syria");
    // Oman and Amman are written alike: both are candidates.
    let both: Vec<_> = places().candidates(place("عمان").unwrap()).collect();
    assert!(both.iter().any(|place| place.country == country("OM")));
    assert!(both.iter().any(|place| place.country == country("JO")));
}

#[test]
fn names_have_their_attested_spellings() {
    let best = |name: &str, code: &str| {
        let spellings = names().latin(&phrase_key(name), country(code));
        spellings.first().map(|spelling| spelling.latin.to_owned())
    };
    assert_eq!(best("الشرع", "").as_deref(), Some("al-Sharaa"));
    assert_eq!(best("الشمري", "").as_deref(), Some("Al-Shammari"));
    assert_eq!(best("هفرين", "SY").as_deref(), Some("Hevrin"));
    assert_eq!(best("محمد", "IR").as_deref(), Some("Mohammad"));
    assert_eq!(best("محمد", "EG").as_deref(), Some("Mohamed"));
    assert_eq!(best("لاشيءكهذا", ""), None);
    assert_eq!(names().country("هفرين").code(), "SY");
}

#[test]
fn names_know_how_they_are_used() {
    let name = |name: &str| names().get(&phrase_key(name));
    assert!(name("محمد").unwrap().is_given());
    assert!(name("الشمري").unwrap().is_family());
    assert!(name("فاطمة").unwrap().is_given());
    assert!(name("هوكينز").unwrap().is_foreign());
    assert!(name("لاشيءكهذا").is_none());
    let (words, compound) = names().longest(["عبد", "الله", "الشمري"]).unwrap();
    assert_eq!(words, 2);
    assert!(compound.is_given());
    assert!(name("آل سعود").unwrap().is_family());
    assert!(name("عبدالعزيز").unwrap().is_given());
}

#[test]
fn full_names_are_walked_word_by_word() {
    let (words, name) = people().longest(["بشار", "الاسد", "قال"]).unwrap();
    assert_eq!(words, 2);
    assert!(people().latin(name).contains("Assad"));
    assert_eq!(name.country(), country("SY"));
    assert!(people().longest(["قال", "ان"]).is_none());
}

#[test]
fn dictionary_words_are_told_from_names() {
    for word in [
        "مدينة",
        "الحريق",
        "قال",
        "سيارتها",
        "المدرسين",
        "كان",
        "القايم",
        "للقوات",
    ] {
        assert!(words().is_word(word), "{word}");
    }
    for name in [
        "ترامب",
        "ميركل",
        "بوتين",
        "الحسكة",
        "القامشلي",
        "هاربر",
        "نينوي",
        "زيلينسكي",
    ] {
        assert!(!words().is_word(name), "{name}");
    }
    for word in ["في", "من", "التي", "هذا", "الي"] {
        assert_eq!(words().ordinary(word), Some(Ordinary::Function), "{word}");
        assert!(words().is_stopword(word), "{word}");
    }
    assert_eq!(words().ordinary("مدينة"), Some(Ordinary::Noun));
    assert_eq!(words().ordinary("كوبر"), Some(Ordinary::Verb));
    assert_eq!(words().ordinary("ماكرون"), Some(Ordinary::Derived));
    assert!(!words().is_stopword("مدينة"));
}

#[test]
fn no_input_is_too_strange() {
    for text in ["", " ", "ا", "ال", "لل", "\u{0}", "🙂", &"ب".repeat(10_000)] {
        words().is_word(text);
        names().latin(text, Country::default());
        places().get(text);
        people().get(text);
    }
}

/// Prints the time of the first and of later look-ups (`--nocapture`); a time
/// is never a condition.
#[test]
fn sizes_and_loading() {
    let start = std::time::Instant::now();
    let counts = [
        places().names().len(),
        names().len(),
        people().names().len(),
        words().len(),
    ];
    println!("loaded in {:?}: {counts:?}", start.elapsed());
    let start = std::time::Instant::now();
    for _ in 0..1000 {
        std::hint::black_box(places().longest(["دير", "الزور", "في"]));
        std::hint::black_box(words().is_word("المدرسين"));
        std::hint::black_box(names().get("الشمري"));
        std::hint::black_box(people().longest(["بشار", "الاسد"]));
    }
    println!("four look-ups: {:?}", start.elapsed() / 1000);
}
