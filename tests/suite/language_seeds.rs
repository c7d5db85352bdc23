//! What the sample documents hold that a careless reader gets wrong: words,
//! quotations, sentences, titles and page furniture.

use hashiya::language::{
    LineKind, document_title, is_boilerplate, line_kinds, quotations, sentence_at, sentences,
    without_clitics, word_at, words,
};
use hashiya::model::Span;

use crate::samples::documents;

fn document(name: &str) -> &'static str {
    documents().iter().find(|(n, _)| *n == name).unwrap().1
}

/// What a double click in the middle of `word`, within the only place where
/// `context` stands, selects.
fn clicked(text: &'static str, context: &str, word: &str) -> (&'static str, Span) {
    let context_start = text.find(context).unwrap();
    let start = context_start + context.find(word).unwrap();
    let middle = text.floor_char_boundary(start + word.len() / 2);
    let span = word_at(text, middle);
    (span.of(text).unwrap(), span)
}

#[test]
fn d5_a_double_click_selects_the_word() {
    let d = document;
    for (text, context, word) in [
        (d("000"), "هفرين خلف\u{A0}في", "هفرين"),
        (d("000"), "هفرين خلف\u{A0}في", "خلف"),
        (d("001"), "الديمقراطية (SDF) وتم", "SDF"),
        (d("003"), "أعدادهم بـ1600 معتقل", "1600"),
        (d("004"), "للدول الـ35 المشاركة", "35"),
        (d("001"), "البريد : vdcnsy@gmail.com", "vdcnsy@gmail.com"),
        (d("003"), "الإعلامي لـ\"قسد\" بأنه", "قسد"),
        (d("002"), "ميليشيا «قسد»، إضافة", "قسد"),
        (d("002"), "قدّم الأدميرال", "قدّم"),
        (d("002"), "الثاني/يناير", "يناير"),
    ] {
        assert_eq!(clicked(text, context, word).0, word, "in {context}");
    }
}

#[test]
fn r39_clitics_are_apart_from_the_word_when_asked_for() {
    for (name, context, word, bare) in [
        ("000", "صلتهم بداعش قد", "بداعش", "داعش"),
        ("000", "وروسيا وفرنسا", "وفرنسا", "فرنسا"),
        ("000", "الحليفة للولايات", "للولايات", "لولايات"),
        ("001", "العام لمجلس", "لمجلس", "مجلس"),
        ("000", "رفيع المستوى بوزارة", "بوزارة", "وزارة"),
        ("000", "هفرين خلف", "هفرين", "هفرين"),
        ("001", "وزارة الخارجية", "وزارة", "وزارة"),
    ] {
        let text = document(name);
        let (whole, span) = clicked(text, context, word);
        assert_eq!(whole, word);
        assert_eq!(without_clitics(text, span).of(text), Some(bare));
    }
}

#[test]
fn every_click_answers_with_a_word_there() {
    for (name, text) in documents() {
        let all: Vec<Span> = words(text).collect();
        assert!(
            all.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "{name}"
        );
        for (byte, c) in text.char_indices() {
            let span = word_at(text, byte);
            assert!(span.of(text).is_some(), "{name} at {byte}");
            if c.is_alphanumeric() {
                assert!(span.contains(byte), "{name} at {byte}");
                assert!(all.contains(&span), "{name} at {byte}");
            }
            assert!(!span.of(text).unwrap().contains('\n'), "{name} at {byte}");
        }
    }
}

#[test]
fn d6_quotations_nest_and_stay_in_their_line() {
    let text = document("003");
    let line = text.lines().nth(20).unwrap();
    let found = quotations(line);
    let inner: Vec<(&str, usize)> = found
        .pairs
        .iter()
        .map(|pair| (pair.inner.of(line).unwrap(), pair.depth))
        .collect();
    assert_eq!(inner.len(), 3);
    assert_eq!(inner[0], ("داعش", 0));
    assert!(inner[1].0.starts_with("في إطار") && inner[1].0.ends_with("شرق سوريا"));
    assert_eq!((inner[1].1, inner[2]), (0, ("داعش", 1)));
    assert!(found.unbalanced.is_empty());

    assert_eq!(quotations(text).pairs.len(), 38);
    assert!(quotations(text).unbalanced.is_empty());
    for (name, pairs, lone) in [("000", 7, 0), ("001", 4, 1), ("002", 6, 0), ("004", 1, 0)] {
        let text = document(name);
        let found = quotations(text);
        assert_eq!(
            (found.pairs.len(), found.unbalanced.len()),
            (pairs, lone),
            "{name}"
        );
        for pair in &found.pairs {
            assert!(!pair.span.of(text).unwrap().contains('\n'), "{name}");
        }
    }
    let text = document("001");
    let unpaired = quotations(text).unbalanced[0];
    assert!(text[..unpaired.start].ends_with("ومنه إلى تكساس"));
    let sixth = text.lines().nth(5).unwrap();
    assert!(
        quotations(sixth).pairs[0]
            .inner
            .of(sixth)
            .unwrap()
            .starts_with(" لدينا")
    );
}

/// Line numbers (from 1) that are not text of the article, blank lines with
/// nothing in them left out.
fn furniture(text: &str) -> Vec<usize> {
    line_kinds(text)
        .into_iter()
        .zip(1..)
        .filter(|((line, kind), _)| *kind != LineKind::Body && !line.is_empty())
        .map(|(_, number)| number)
        .collect()
}

#[test]
fn page_furniture_of_the_five_articles() {
    for (name, expected) in [
        ("000", vec![3, 17, 19, 35, 37]),
        ("001", vec![16, 18, 20, 22]),
        ("002", vec![1, 5, 27, 28, 31, 33]),
        ("003", vec![1, 33, 35, 49, 51]),
        ("004", vec![3, 25, 27, 29, 31]),
    ] {
        assert_eq!(furniture(document(name)), expected, "{name}");
    }
    for heading in [
        "الخارجية سعيدة",
        "“عودة الدواعش”",
        "100 إرهابي عراقي",
        "\"برادلي\" في دير الزور",
    ] {
        assert!(!is_boilerplate(heading), "{heading}");
    }
}

#[test]
fn titles_of_the_five_articles() {
    for (name, line) in [("000", 1), ("001", 1), ("002", 3), ("003", 3), ("004", 1)] {
        let text = document(name);
        assert_eq!(
            document_title(text),
            text.lines().nth(line - 1).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn sentences_of_the_five_articles() {
    for (name, text) in documents() {
        for sentence in sentences(text) {
            let words = sentence.of(text).unwrap();
            assert!(!words.contains('\n'), "{name}: {words}");
            assert_eq!(words, words.trim(), "{name}");
            // Every letter of it leads back to it.
            for (offset, c) in words.char_indices() {
                if c.is_alphanumeric() {
                    assert_eq!(
                        sentence_at(text, sentence.start + offset),
                        sentence,
                        "{name}"
                    );
                }
            }
        }
    }
    let line = |name: &str, number: usize| document(name).lines().nth(number - 1).unwrap();
    let split = |line: &'static str| -> Vec<&str> {
        sentences(line)
            .filter_map(|sentence| sentence.of(line))
            .collect()
    };
    // One sentence though the marks invite a cut.
    for (name, number) in [
        ("000", 5),
        ("000", 7),
        ("000", 11),
        ("000", 23),
        ("001", 6),
        ("001", 8),
        ("001", 14),
        ("003", 21),
        ("004", 5),
    ] {
        assert_eq!(
            split(line(name, number)),
            [line(name, number)],
            "{name} line {number}"
        );
    }
    assert_eq!(split(line("000", 17)).len(), 2);
    let ninth = split(line("003", 9));
    assert_eq!(ninth.len(), 2);
    assert!(ninth[0].ends_with("\"قوات سوريا الديمقراطية\"."));
    let last = split(line("003", 41));
    assert_eq!(last.len(), 2);
    assert!(last[1].starts_with("أضاف، \"قمنا"));
    assert_eq!(split(line("003", 1)).len(), 1);
}
