//! What is found and what is not, in the spellings of the sample documents and
//! in drawn ones.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a failed unwrap is a failed test"
)]

use proptest::prelude::*;

use super::*;
use crate::language::words;

fn looked_for(text: &str, names: &Names) -> Vec<Occurrence> {
    occurrences(&Searchable::new(text), names)
}

fn names(all: &[&str], level: Level) -> Names {
    Names::new(all.iter().copied(), level, true)
}

/// The places of one name, a doubtful one with a question mark.
fn found(text: &str, name: &str) -> Vec<String> {
    looked_for(text, &names(&[name], Level::Loose))
        .iter()
        .map(|one| {
            let words = one.span.of(text).unwrap();
            format!("{words}{}", if one.doubtful { "?" } else { "" })
        })
        .collect()
}

#[test]
fn a_name_is_not_found_in_a_longer_word() {
    let text = "العراق العراقية العراقي والعراقيين بالعراق للعراق وبالعراق معراق";
    assert_eq!(
        found(text, "العراق"),
        ["العراق", "العراق", "لعراق", "العراق"]
    );
    assert!(found("قسدها متقسد قسدية", "قسد").is_empty());
    assert_eq!(found("نحو 100 ثم 1000 و1,100 و100", "100"), ["100", "100"]);
    assert_eq!(found("سوريا والسورية وسورية السوريا", "سوريا").len(), 3);
    assert_eq!(found("SDF SDFs ASDF (SDF)", "SDF"), ["SDF", "SDF"]);
    assert_eq!(found("قسد_الإرهابية #قسد", "قسد"), ["قسد"]);
}

#[test]
fn clitics_stay_outside_the_place() {
    for (text, name, place, clitics) in [
        ("بداعش", "داعش", "داعش", "ب"),
        ("وفرنسا", "فرنسا", "فرنسا", "و"),
        ("للولايات", "الولايات", "لولايات", "ل"),
        (
            "وللولايات المتحدة",
            "الولايات المتحدة",
            "لولايات المتحدة",
            "ول",
        ),
        ("للجنة", "اللجنة", "لجنة", "ل"),
        ("وبالتحالف", "التحالف", "التحالف", "وب"),
        ("وبالتحالف", "تحالف", "تحالف", "وبال"),
        ("للتحالف", "تحالف", "تحالف", "لل"),
        ("لليبيا", "ليبيا", "ليبيا", "ل"),
        ("لـ\"قسد\"", "قسد", "قسد", ""),
        ("لـ قسد", "قسد", "قسد", ""),
        ("و العراق", "العراق", "العراق", ""),
        ("بـ1600", "1600", "1600", ""),
        ("وَبِدَاعِشَ", "داعش", "دَاعِشَ", "وَبِ"),
    ] {
        let all = looked_for(text, &names(&[name], Level::Loose));
        assert_eq!(all.len(), 1, "{text}");
        let one = all[0];
        assert_eq!(one.span.of(text), Some(place), "{text}");
        let before = &text[one.span.start - one.clitics..one.span.start];
        assert_eq!(before, clitics, "{text}");
        assert!(!one.doubtful, "{text}");
    }
}

#[test]
fn words_that_only_look_prefixed_are_not_cut() {
    for (text, name) in [
        ("بغداد", "غداد"),
        ("وزير", "زير"),
        ("لبنان", "بنان"),
        ("بشار", "شار"),
        ("فرنسا", "رنسا"),
        ("كردي", "ردي"),
        ("الآن", "آن"),
    ] {
        assert!(found(text, name).is_empty(), "{name} in {text}");
    }
    assert_eq!(found("والي المدينة، إلى المدينة", "إلى"), ["الي?", "إلى"]);
    assert_eq!(found("وبغداد ولبنان", "بغداد"), ["بغداد"]);
}

#[test]
fn without_clitics_only_bare_words_are_found() {
    let bare = Names::new(["قسد"], Level::Loose, false);
    let text = "قسد وقسد لـ\"قسد\" بقسد";
    assert_eq!(looked_for(text, &bare).len(), 2);
    assert!(looked_for("للتحالف", &Names::new(["التحالف"], Level::Loose, false)).is_empty());
}

#[test]
fn every_spelling_is_one_and_exact_is_exact() {
    for (name, text, count) in [
        ("قدم", "قدم قدّم وقدَّمَ", 3),
        ("أوروبا", "اوروبا أوربا وأوروبا", 3),
        ("سوريا", "سوريا سورية سوريه وسوريا", 4),
        (
            "دير الزور",
            "دير الزور ديرالزور دير\u{A0}الزور دير  الزور",
            4,
        ),
        ("هفرين خلف", "هفرين\u{A0}خلف، هفرين خلف", 2),
        ("منظمة", "منظّمة منظمه مـنـظمة", 3),
        ("على", "على علي", 2),
        ("١٦٠٠", "1600 بـ1600 ۱۶۰۰", 3),
        ("عبد الأمير", "عبدالأمير وعبد الأمير", 2),
        ("الله", "عبد الله", 1),
        ("\"مصدر السلام\"", "“مصدر السلام” و«مصدر السلام»", 2),
    ] {
        assert_eq!(
            found(text, name).len(),
            count,
            "{name}: {:?}",
            found(text, name)
        );
    }
    let exact = names(&["سوريا"], Level::Exact);
    let text = "سوريا سورية سُوريا وسوريا";
    let all = looked_for(text, &exact);
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|one| one.likeness == Likeness::Exact));
    let letters = looked_for("سوريا سورية سُوريا", &names(&["سوريا"], Level::Letters));
    assert_eq!(
        letters.iter().map(|one| one.likeness).collect::<Vec<_>>(),
        [Likeness::Exact, Likeness::Spelling]
    );
}

#[test]
fn quotation_marks_inside_a_name_are_overlooked_and_closed() {
    assert_eq!(
        found("تنظيم \"داعش\" وتنظيم داعش، بتنظيم «داعش»", "تنظيم داعش"),
        ["تنظيم \"داعش\"", "تنظيم داعش", "تنظيم «داعش»"]
    );
    assert_eq!(found("\"تنظيم داعش\"", "تنظيم داعش"), ["تنظيم داعش"]);
    assert!(found("تنظيم، داعش", "تنظيم داعش").is_empty());
    assert!(
        found("تنظيم\nداعش", "تنظيم داعش").is_empty(),
        "not over lines"
    );
    assert_eq!(
        found(
            "21 كانون الثاني / يناير، كانون الثاني/يناير",
            "كانون الثاني/يناير"
        )
        .len(),
        2
    );
}

#[test]
fn all_names_of_a_thing_are_looked_for_and_the_longest_taken() {
    let all = names(
        &["قسد", "قوات سوريا الديمقراطية", "سوريا", "SDF", "قسد", " "],
        Level::Loose,
    );
    assert_eq!(all.len(), 4);
    let text = "قوات سورية الديمقراطية (SDF) في سوريا، وقسد sdf";
    let found: Vec<&str> = looked_for(text, &all)
        .iter()
        .map(|one| one.span.of(text).unwrap())
        .collect();
    assert_eq!(found, ["قوات سورية الديمقراطية", "SDF", "سوريا", "قسد"]);
    assert!(all.names("«قسد»") && all.names("قوات سوريه الديمقراطية") && !all.names("قسدي"));
}

#[test]
fn signs_and_nothing() {
    assert!(Names::new(["", " ", "\n"], Level::Loose, true).is_empty());
    assert_eq!(found("ا © ب ©", "©"), ["©", "©"]);
    assert!(found("", "قسد").is_empty());
    assert_eq!(found("قسد، قسد، قسد", "قسد").len(), 3);
    assert_eq!(found("قسد قسد قسد", "قسد قسد"), ["قسد قسد"]);
}

/// Words whose parts, spellings and neighbours look alike.
const PIECES: [&str; 24] = [
    "قسد",
    "قَسَد",
    "قسـد",
    "وقسد",
    "بقسد",
    "لـقسد",
    "قسدي",
    "العراق",
    "للعراق",
    "عراق",
    "العراقية",
    "بالعراق",
    "والعراق",
    "كقسد",
    "سوريا",
    "سورية",
    "دير",
    "الزور",
    "ديرالزور",
    "وال",
    "\"",
    "،",
    "\n",
    "\u{A0}",
];

/// All places by trying every stretch from a letter to the end of a word.
fn by_force(text: &str, names: &[&str]) -> Vec<Span> {
    let own: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let all: Vec<Span> = words(text).collect();
    let mut found: Vec<Span> = Vec::new();
    for (index, first) in all.iter().enumerate() {
        let cuts = first.of(text).unwrap().char_indices().map(|(cut, _)| cut);
        for cut in cuts {
            let clitics = key(&text[first.start..first.start + cut], Level::Letters);
            let whole = key(first.of(text).unwrap(), Level::Letters);
            if cutting(&whole, clitics.len()) == Cutting::Whole {
                continue;
            }
            let starts_with_mark = text[first.start + cut..]
                .starts_with(|c| crate::language::letters::is_mark(c) || c == 'ـ');
            if starts_with_mark {
                continue;
            }
            for last in all.iter().skip(index).take(3) {
                let span = Span::new(first.start + cut, last.end);
                let written = span.of(text).unwrap();
                if written.contains(['\n', '،', '"']) {
                    continue;
                }
                let mut forms = vec![plain(written)];
                if clitics.ends_with('ل') && written.starts_with('ل') {
                    forms.push(format!("ا{}", plain(written)));
                }
                if forms.iter().any(|form| own.contains(form)) {
                    found.push(span);
                }
            }
        }
    }
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut apart: Vec<Span> = Vec::new();
    for span in found {
        if apart.last().is_none_or(|last| last.end <= span.start) {
            apart.push(span);
        }
    }
    apart
}

fn plain(words: &str) -> String {
    key(words, Level::Loose).trim().to_owned()
}

proptest! {
    #[test]
    fn what_is_found_is_what_trying_everything_finds(
        pieces in prop::collection::vec((0..PIECES.len(), 0..4_u8), 0..14),
        name in 0..5_usize,
    ) {
        let text: String = pieces
            .iter()
            .flat_map(|(piece, space)| [PIECES[*piece], if *space == 0 { "" } else { " " }])
            .filter(|piece| *piece != "\"")
            .collect();
        let name = ["قسد", "العراق", "عراق", "سوريا", "دير الزور"][name];
        let spans: Vec<Span> = looked_for(&text, &names(&[name], Level::Loose))
            .iter()
            .map(|one| one.span)
            .collect();
        prop_assert_eq!(spans, by_force(&text, &[name]), "{} in {}", name, text);
    }

    #[test]
    fn places_of_any_text_fold_to_the_name_and_part_no_word(
        pieces in prop::collection::vec((0..PIECES.len(), 0..4_u8), 0..20),
        name in "[قسدعراوبل ]{1,5}",
    ) {
        let text: String = pieces
            .iter()
            .flat_map(|(piece, space)| [PIECES[*piece], if *space == 0 { "" } else { " " }])
            .collect();
        for level in Level::ALL {
            let all = names(&[&name], level);
            let mut end = 0;
            for one in looked_for(&text, &all) {
                prop_assert!(one.span.start >= end && !one.span.is_empty());
                end = one.span.end;
                let written = one.span.of(&text).unwrap();
                let article = format!("ا{written}");
                let behind_lam = text[..one.span.start].ends_with('ل');
                let dropped = format!("ال{written}");
                prop_assert!(
                    all.names(written)
                        || behind_lam && (all.names(&article) || all.names(&dropped)),
                    "{} is not {}", written, name
                );
                let longer = words(&text).any(|word| {
                    word.contains(one.span.start) && word.end > one.span.end
                        && !key(&text[one.span.end..word.end], Level::Letters).is_empty()
                });
                prop_assert!(!longer, "{} in a longer word of {}", written, text);
            }
        }
    }

    #[test]
    fn no_text_and_no_name_makes_it_fail(text in ".{0,60}", name in ".{0,8}") {
        for level in Level::ALL {
            for one in looked_for(&text, &names(&[&name], level)) {
                prop_assert!(one.span.of(&text).is_some());
            }
        }
    }
}
