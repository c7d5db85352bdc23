//! Search over the sample documents and over any text.

use hashiya::analysis::{Likeness, Query, Searchable, concordance, find, hits, looser};
use hashiya::language::Level;
use hashiya::language::letters::is_mark;
use hashiya::model::Span;
use proptest::prelude::*;

use super::language_fold::arabic_text;
use crate::samples::documents;

fn found<'a>(text: &'a str, typed: &str, level: Level) -> Vec<&'a str> {
    find(text, &Query::plain(typed, level))
        .into_iter()
        .map(|span| span.of(text).unwrap())
        .collect()
}

fn in_document(name: &str, typed: &str, level: Level) -> Vec<&'static str> {
    let text = documents().iter().find(|(n, _)| *n == name).unwrap().1;
    found(text, typed, level)
}

#[test]
fn d4_search_reads_arabic_spelling() {
    assert!(in_document("002", "قدم", Level::Letters).contains(&"قدّم"));
    assert!(in_document("000", "اوروبا", Level::Letters).contains(&"أوروبا"));
    let both = in_document("001", "سوريا", Level::Loose);
    assert!(both.contains(&"سوريا") && both.contains(&"سورية"));
    assert!(!in_document("001", "سوريا", Level::Letters).contains(&"سورية"));
    assert!(in_document("001", "دير الزور", Level::Loose).contains(&"ديرالزور"));
    assert!(in_document("003", "ديرالزور", Level::Loose).contains(&"دير الزور"));
    assert_eq!(
        in_document("003", "لقسد", Level::Letters),
        ["لـ\"قسد", "لـ\"قسد"]
    );
    assert_eq!(in_document("003", "قسد", Level::Letters).len(), 7);
    assert_eq!(in_document("003", "قسد\"", Level::Letters).len(), 7);
    assert_eq!(in_document("001", "لقسد", Level::Letters), ["لـ قسد"]);
}

#[test]
fn d4_no_break_spaces_and_quotation_marks_do_not_hide_words() {
    assert_eq!(
        in_document("000", "هفرين خلف في", Level::Letters),
        ["هفرين خلف\u{A0}في"]
    );
    assert_eq!(
        in_document("000", "عملية \"مصدر السلام\"", Level::Letters),
        ["عملية\u{A0}“مصدر السلام”"]
    );
    assert_eq!(
        in_document("000", "خذ الإرهابيين الخاص بك! تركيا", Level::Letters).len(),
        2
    );
    assert_eq!(
        in_document("000", "عمدا .", Level::Letters),
        ["عمداً\u{A0}."]
    );
}

#[test]
fn d4_other_spellings_are_offered() {
    for (name, typed, written) in [
        ("001", "سوريا", "سورية"),
        ("004", "ترامب", "ترمب"),
        ("001", "أوروب", "أورب"),
        ("003", "عبد الأمير", "عبدالأمير"),
        ("004", "مجموعة", "مجموعه"),
        ("001", "والعراق", "و العراق"),
        ("002", "الأمريكية", "الأميركية"),
    ] {
        let text = documents().iter().find(|(n, _)| *n == name).unwrap().1;
        let query = Query::plain(typed, Level::Letters);
        let offered = looser(&Searchable::new(text), &query);
        assert!(
            offered.iter().any(|hit| hit.span.of(text) == Some(written)),
            "{typed} in {name}: {offered:?}"
        );
        assert!(offered.iter().all(|hit| hit.likeness == Likeness::Word));
    }
}

#[test]
fn r41_marks_letters_and_digits_fold_and_exact_does_not() {
    for (text, typed, hit) in [
        ("قرأ كِتاباً", "كتاب", "كِتاب"),
        ("قرأ كتاب", "كِتاب", "كتاب"),
        ("أحمد إحسان آمن ٱلله", "احمد", "أحمد"),
        ("أحمد إحسان آمن ٱلله", "احسان", "إحسان"),
        ("أحمد إحسان آمن ٱلله", "امن", "آمن"),
        ("أحمد إحسان آمن ٱلله", "الله", "ٱلله"),
        ("على مستوى", "علي", "على"),
        ("هذا جمـــيل", "جميل", "جمـــيل"),
        ("قال شكرًا له", "شكرا", "شكرًا"),
        ("سنة ١٩٨٥ و۱۹۸۶", "1985", "١٩٨٥"),
        ("سنة ١٩٨٥ و۱۹۸۶", "1986", "۱۹۸۶"),
        ("ﺳﻼﻡ عليكم", "سلام", "ﺳﻼﻡ"),
    ] {
        assert_eq!(
            found(text, typed, Level::Letters).first(),
            Some(&hit),
            "{typed}"
        );
        assert!(found(text, typed, Level::Exact).is_empty(), "{typed}");
        assert_eq!(found(text, hit, Level::Exact).first(), Some(&hit));
    }
    assert_eq!(found("قُطِعَت الأُسَر", "الأسر", Level::Marks), ["الأُسَر"]);
    assert!(found("قُطِعَت الأُسَر", "الاسر", Level::Marks).is_empty());
    assert!(found("مدرسه", "مدرسة", Level::Letters).is_empty());
    assert_eq!(found("مدرسه", "مدرسة", Level::Loose), ["مدرسه"]);
}

#[test]
fn concordance_lines_are_stretches_of_the_document() {
    for (name, text) in documents() {
        let spans = find(text, &Query::plain("داعش", Level::Letters));
        assert!(!spans.is_empty(), "{name}");
        for line in concordance(text, &spans, 40) {
            let whole = &text[line.before.start..line.after.end];
            assert!(!whole.contains('\n'), "{name}");
            assert_eq!(
                (line.before.end, line.hit.end),
                (line.hit.start, line.after.start)
            );
            for span in [line.before, line.after] {
                assert!(span.of(text).unwrap().chars().count() <= 40, "{name}");
            }
            // Whole words on both outer sides.
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let starts = joins(text[..line.before.start].chars().next_back())
                && joins(text[line.before.start..].chars().next());
            let ends = joins(text[..line.after.end].chars().next_back())
                && joins(text[line.after.end..].chars().next());
            assert!(!starts && !ends, "{name}: {whole}");
        }
    }
}

fn check(text: &str, typed: &str) -> Result<(), TestCaseError> {
    let ready = Searchable::new(text);
    for level in Level::ALL {
        for whole in [false, true] {
            let query = Query::plain(typed, level).whole_words(whole);
            let all = hits(&ready, &query);
            let mut end = 0;
            for hit in &all {
                prop_assert!(hit.span.of(text).is_some_and(|words| !words.is_empty()));
                prop_assert!(hit.span.start >= end);
                end = hit.span.end;
                if query.level() != Some(Level::Exact) {
                    prop_assert!(!text[end..].starts_with(is_mark), "{:?}", hit);
                }
            }
            let offered = looser(&ready, &query);
            for hit in &offered {
                prop_assert!(all.iter().all(|mine| !mine.span.overlaps(hit.span)));
            }
            let spans: Vec<Span> = all.iter().map(|hit| hit.span).collect();
            for line in concordance(text, &spans, 5) {
                for span in [line.before, line.hit, line.after] {
                    prop_assert!(span.of(text).is_some());
                }
            }
        }
    }
    // What stands in the text is found where it stands, at every level.
    if let Some(at) = text.find(typed)
        && !typed.is_empty()
        && !typed.starts_with(is_mark)
    {
        let exact = find(text, &Query::exact(typed));
        prop_assert_eq!(exact.first().map(|span| span.start), Some(at));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_search_in_any_text_is_answered(text in arabic_text(), typed in arabic_text()) {
        check(&text, &typed)?;
    }

    #[test]
    fn a_part_of_a_text_is_found_in_it(text in arabic_text(), from in 0usize..40, length in 1usize..6) {
        let typed: String = text.chars().skip(from).take(length).collect();
        check(&text, &typed)?;
    }

    #[test]
    fn odd_texts_and_odd_queries(text in any::<String>(), typed in ".{0,3}") {
        check(&text, &typed)?;
    }
}
