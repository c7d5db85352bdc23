//! Spelling in the five articles that defeats exact matching: what a search
//! finds, what a double click takes, what is suggested. Numbers are those of
//! the table in tests/README.md.

use hashiya::analysis::{Query, Searchable, find, hits, looser};
use hashiya::language::{DateOptions, Level, dates, quotations, sentences, word_at, words};

use super::entities::suggested;
use crate::samples;

fn document(name: &str) -> &'static str {
    samples::documents()
        .into_iter()
        .find(|(n, _)| *n == name)
        .unwrap()
        .1
}

/// What a search that overlooks spelling finds.
fn found<'a>(name: &str, typed: &str) -> Vec<&'a str> {
    let text = document(name);
    find(text, &Query::plain(typed, Level::Loose))
        .into_iter()
        .filter_map(|span| span.of(text))
        .collect()
}

/// What is offered beside the hits of a search for the same letters.
fn offered<'a>(name: &str, typed: &str) -> Vec<&'a str> {
    let text = document(name);
    let query = Query::plain(typed, Level::Letters);
    looser(&Searchable::new(text), &query)
        .into_iter()
        .filter_map(|hit| hit.span.of(text))
        .collect()
}

/// The types of what is suggested for exactly these words.
fn types(line: &str, words: &str) -> Vec<&'static str> {
    let kinds = suggested(line);
    let kinds = kinds.iter().filter(|one| one.span.of(line) == Some(words));
    kinds.map(|one| one.kind.code()).collect()
}

#[test]
fn b01_both_spellings_of_syria_are_found_and_are_one_thing() {
    for typed in ["سوريا", "سورية"] {
        let all = found("001", typed);
        assert!(
            all.contains(&"سوريا") && all.contains(&"سورية"),
            "{typed}: {all:?}"
        );
    }
    let both = found("001", "قوات سوريا الديمقراطية");
    for written in ["قوات سوريا الديمقراطية", "قوات سورية الديمقراطية"]
    {
        assert!(both.contains(&written), "{both:?}");
    }
    let text = document("001");
    let names: Vec<_> = suggested(text)
        .into_iter()
        .filter(|one| {
            matches!(
                one.span.of(text),
                Some("قوات سوريا الديمقراطية" | "قوات سورية الديمقراطية")
            )
        })
        .map(|one| one.canonical.map(|canonical| canonical.id.clone()))
        .collect();
    assert!(names.len() > 4 && names[0].is_some());
    assert!(names.iter().all(|name| *name == names[0]), "{names:?}");
}

#[test]
fn b02_a_missing_space_hides_no_place() {
    assert!(samples::line("001", 13).contains("ديرالزور"));
    assert!(found("001", "دير الزور").contains(&"ديرالزور"));
    assert!(found("003", "ديرالزور").contains(&"دير الزور"));
    assert!(offered("001", "دير الزور").contains(&"ديرالزور"));
}

#[test]
fn b03_a_name_written_as_one_word_is_found() {
    assert!(samples::line("003", 41).contains("عبدالأمير الشمري"));
    assert!(found("003", "عبد الأمير الشمري").contains(&"عبدالأمير الشمري"));
    assert!(found("003", "عبد الامير").contains(&"عبدالأمير"));
}

#[test]
fn b04_transcriptions_differ_and_are_found() {
    for (name, typed, written) in [
        ("004", "ترامب", "ترمب"),
        ("001", "ترمب", "ترامب"),
        ("002", "ترمب", "ترامب"),
        ("002", "الأمريكية", "الأميركية"),
        ("000", "الأميركية", "الأمريكية"),
        ("001", "أوربا", "أوروبا"),
        ("001", "الأوروبية", "الأوربية"),
    ] {
        assert!(
            found(name, typed).contains(&written),
            "{typed} misses {written} in {name}"
        );
    }
}

#[test]
fn b05_a_hamza_left_out_or_added_hides_nothing() {
    for (name, typed, written) in [
        ("001", "أمس", "امس"),
        ("001", "وأمس", "وامس"),
        ("001", "إدريس", "ادريس"),
        ("001", "ويأتي", "وياتي"),
        ("002", "اقرأ", "إقرأ"),
        ("003", "إندبندنت", "اندبندنت"),
    ] {
        let all = found(name, typed);
        assert!(
            all.iter()
                .any(|hit| hit.ends_with(written) || *hit == written),
            "{typed} misses {written}: {all:?}"
        );
    }
}

#[test]
fn b06_ali_of_a_missing_dot_is_nobody() {
    let line = samples::line("004", 9);
    let at = line.find("علي شمال").unwrap();
    let people = suggested(line);
    assert!(
        people
            .iter()
            .all(|one| one.kind.code() != "PERSON" || !one.span.contains(at))
    );
    assert!(found("004", "على شمال").contains(&"علي شمال"));
}

#[test]
fn b07_ya_without_dots_is_found_with_them() {
    assert!(samples::line("001", 6).contains(" كى "));
    assert!(found("001", "كي").contains(&"كى"));
}

#[test]
fn b08_ha_for_ta_marbuta_is_found() {
    for (number, typed, written) in [(7, "لمجموعة", "لمجموعه"), (9, "سياسية", "سياسيه")]
    {
        assert!(samples::line("004", number).contains(written));
        assert!(found("004", typed).contains(&written), "{typed}");
        assert!(
            !find(document("004"), &Query::plain(typed, Level::Exact))
                .iter()
                .any(|hit| hit.of(document("004")) == Some(written))
        );
    }
}

#[test]
fn b09_a_misspelt_name_stays_one_word_and_one_mark() {
    let line = samples::line("004", 21);
    let at = line.find("البوسناو،").unwrap();
    assert_eq!(word_at(line, at + 4).of(line), Some("البوسناو"));
    // Whatever is suggested there ends before the comma.
    for one in suggested(line).iter().filter(|one| one.span.contains(at)) {
        assert!(!one.span.of(line).unwrap().contains('،'));
    }
}

#[test]
fn b10_a_misspelt_word_is_left_as_it_is() {
    let line = samples::line("003", 35);
    let at = line.find("المقلات").unwrap();
    assert_eq!(word_at(line, at).of(line), Some("المقلات"));
    assert_eq!(found("003", "المقلات"), ["المقلات"]);
}

#[test]
fn b11_a_clitic_cut_off_by_a_space_hides_no_name() {
    let line = samples::line("001", 8);
    assert!(line.contains("سوريا و العراق"));
    assert!(types(line, "العراق").contains(&"LOC"));
    assert!(offered("001", "والعراق").contains(&"و العراق"));
    let at = line.find("و العراق").unwrap();
    assert_eq!(word_at(line, at).of(line), Some("و"));
    assert_eq!(word_at(line, at + 4).of(line), Some("العراق"));
}

#[test]
fn b12_defective_prose_is_left_as_it_is() {
    for (number, words_there) in [
        (4, "ترفض دولهم استعاداتهم"),
        (12, "على جرائم التي ارتكبوها"),
        (12, "لاستعادة مواطنيها مقاضاتهم"),
    ] {
        let line = samples::line("001", number);
        let at = line.find(words_there).unwrap();
        assert_eq!(&line[at..at + words_there.len()], words_there);
        assert!(find(line, &Query::exact(words_there)).len() == 1);
    }
}

#[test]
fn b13_other_names_of_a_place_are_found_as_they_stand() {
    for (number, name) in [(45, "الجزعة"), (27, "كونكو")] {
        let line = samples::line("003", number);
        let at = line.find(name).unwrap();
        // Quoted: the word is without its quotes.
        assert_eq!(word_at(line, at + 2).of(line), Some(name));
        assert_eq!(find(line, &Query::plain(name, Level::Letters)).len(), 1);
    }
}

#[test]
fn b14_two_translations_of_one_name_are_two_whole_quotations() {
    for (number, name) in [(13, "نافورة السلام"), (25, "مصدر السلام")] {
        let line = samples::line("000", number);
        let quoted = quotations(line).pairs;
        assert!(
            quoted.iter().any(|pair| pair.inner.of(line) == Some(name)),
            "{name}"
        );
    }
    // One word finds both.
    assert_eq!(found("000", "السلام").len(), 2);
}

#[test]
fn b15_an_abbreviation_in_brackets_is_a_word_by_itself() {
    let line = samples::line("000", 23);
    let at = line.find("TSO").unwrap();
    assert_eq!(word_at(line, at + 1).of(line), Some("TSO"));
    assert_eq!(found("000", "tso"), ["TSO"]);
}

#[test]
fn b16_a_headline_of_a_machine_is_found_twice() {
    assert_eq!(found("000", "خذ الإرهابيين الخاص بك").len(), 2);
}

#[test]
fn b17_a_date_in_two_calendars_names_is_one_date() {
    for (name, number, date) in [
        ("002", 7, "21 كانون الثاني/يناير"),
        ("003", 19, "السادس من ديسمبر (كانون الأول)"),
        ("003", 43, "فبراير (شباط) الماضي"),
    ] {
        let line = samples::line(name, number);
        let all: Vec<_> = dates(line, DateOptions::default())
            .iter()
            .filter_map(|date| date.span.of(line))
            .collect();
        assert!(
            all.iter()
                .any(|found| found.contains(date.trim_end_matches(" الماضي"))),
            "{name} L{number}: {all:?}"
        );
        let months = ["كانون", "شباط", "يناير", "ديسمبر", "فبراير"];
        let with_month = all
            .iter()
            .filter(|found| months.iter().any(|month| found.contains(month)));
        assert_eq!(with_month.count(), 1, "{all:?}");
    }
}

#[test]
fn b18_a_body_without_a_full_stop_ends_with_its_last_word() {
    let line = samples::line("002", 25);
    assert!(line.ends_with("ومحيطها"));
    let last = sentences(line).last().unwrap();
    assert_eq!(last.end, line.len());
    assert_eq!(words(line).last().unwrap().of(line), Some("ومحيطها"));
}

#[test]
fn b19_a_line_may_be_two_sentences_and_a_sentence_very_long() {
    assert_eq!(sentences(samples::line("003", 9)).count(), 2);
    let long = samples::line("004", 5);
    assert_eq!(long.chars().count(), 548);
    assert_eq!(sentences(long).count(), 1);
    // Searching in it gives hits with their own places, in order.
    let text = document("004");
    let all = hits(
        &Searchable::new(text),
        &Query::plain("داعش", Level::Letters),
    );
    assert!(
        all.windows(2)
            .all(|pair| pair[0].span.end <= pair[1].span.start)
            && all.len() > 4
    );
}
