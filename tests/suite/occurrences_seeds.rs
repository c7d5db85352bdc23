//! Names in the sample documents: every place as a whole word, and none in a
//! longer one.

use hashiya::analysis::{Names, Searchable, occurrences};
use hashiya::language::Level;

use crate::samples::documents;

/// The places of a name in a sample document, each with what stands before it
/// in the same word.
fn places(document: &str, name: &str, level: Level) -> Vec<String> {
    let text = documents().iter().find(|(n, _)| *n == document).unwrap().1;
    let names = Names::new([name], level, true);
    occurrences(&Searchable::new(text), &names)
        .iter()
        .map(|one| {
            let clitics = &text[one.span.start - one.clitics..one.span.start];
            let doubt = if one.doubtful { "?" } else { "" };
            format!("{clitics}|{}{doubt}", one.span.of(text).unwrap())
        })
        .collect()
}

#[test]
fn a_country_is_not_found_in_its_people() {
    for (document, count) in [("000", 0), ("001", 1), ("002", 2), ("003", 7), ("004", 1)] {
        let found = places(document, "العراق", Level::Loose);
        assert_eq!(found.len(), count, "{document}: {found:?}");
        // للعراق is among them, which a plain search does not find.
        let whole = |one: &String| one == "|العراق" || one == "ل|لعراق";
        assert!(found.iter().all(whole), "{found:?}");
    }
    // سورية is a spelling of سوريا, and السورية is not.
    assert_eq!(places("001", "سوريا", Level::Loose).len(), 14);
    assert_eq!(places("002", "سوريا", Level::Loose).len(), 5);
    assert_eq!(places("003", "سوريا", Level::Loose).len(), 17);
}

#[test]
fn d3_clitics_stay_outside_the_name() {
    for (document, name, expected) in [
        ("000", "فرنسا", &["و|فرنسا"][..]),
        ("004", "فرنسا", &["و|فرنسا"]),
        ("000", "الولايات", &["|الولايات", "ل|لولايات"]),
        ("004", "الولايات", &["و|الولايات", "ل|لولايات"]),
        ("004", "تركيا", &["ل|تركيا"]),
        ("003", "1600", &["|1600"]),
    ] {
        assert_eq!(places(document, name, Level::Loose), expected, "{document}");
    }
    let found = places("000", "داعش", Level::Loose);
    assert_eq!(found.len(), 7);
    assert_eq!(found.iter().filter(|one| *one == "ب|داعش").count(), 1);
}

#[test]
fn d4_all_spellings_of_the_samples_are_one_name() {
    for (document, name, count) in [
        ("001", "قسد", 1),
        ("002", "قسد", 6),
        ("003", "قسد", 7),
        ("001", "دير الزور", 1),
        ("003", "ديرالزور", 6),
        ("004", "ترامب", 1),
        ("001", "ترمب", 2),
        ("001", "قوات سورية الديمقراطية", 8),
        ("003", "داعش", 10),
    ] {
        let found = places(document, name, Level::Loose);
        assert_eq!(found.len(), count, "{name} in {document}: {found:?}");
    }
    // Exactly: only the very letters.
    assert_eq!(places("001", "دير الزور", Level::Exact).len(), 0);
    assert_eq!(places("001", "سوريا", Level::Exact).len(), 11);
}
