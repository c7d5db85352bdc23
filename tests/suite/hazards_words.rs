//! Signs of the five articles that a careless reader loses: what they do to
//! words, sentences, quotations and the stored text. Numbers and places as in
//! `hazards_signs`.

use hashiya::analysis::{Query, find};
use hashiya::language::{Level, fold, key, line_kinds, quotations, sentences, word_at, words};
use hashiya::model::Span;
use hashiya::store::read_document;
use hashiya::text::{Face, LineEnd};

use super::hazards_signs::part_at;
use super::support::window::{WIDE, Window, bench};
use super::text_rows::{FACES, lay_out, on_one_line, span_of};
use crate::samples;

fn document(name: &str) -> &'static str {
    samples::documents()
        .into_iter()
        .find(|(n, _)| *n == name)
        .unwrap()
        .1
}

fn found<'a>(text: &'a str, typed: &str, level: Level) -> Vec<&'a str> {
    find(text, &Query::plain(typed, level))
        .into_iter()
        .filter_map(|span| span.of(text))
        .collect()
}

#[test]
fn a03_a_double_space_and_a_no_break_space_compare_alike() {
    let caption = samples::line("000", 17);
    let credit = samples::line("000", 19);
    assert!(caption.contains("بك!  تركيا") && credit.contains("بك!\u{A0}تركيا"));
    for level in [Level::Letters, Level::Loose] {
        let both = found(document("000"), "خذ الإرهابيين الخاص بك! تركيا", level);
        assert_eq!(
            both,
            [
                "خذ الإرهابيين الخاص بك!  تركيا",
                "خذ الإرهابيين الخاص بك!\u{A0}تركيا"
            ]
        );
    }
    // The caption is recognised as the repeated one.
    let kinds = line_kinds(document("000"));
    assert_ne!(kinds[16].1, hashiya::language::LineKind::Body);
    assert_ne!(kinds[18].1, hashiya::language::LineKind::Body);
    // Both spaces are there, and can be stood between.
    let layout = on_one_line(caption, Face::Naskh);
    assert_eq!(layout.stops(0).len(), caption.chars().count() + 1);
}

#[test]
fn a05_quotes_that_stand_wrong_swallow_nothing() {
    for (name, open, close) in [("000", 8, 6), ("001", 3, 6)] {
        let text = document(name);
        assert_eq!(
            (text.matches('“').count(), text.matches('”').count()),
            (open, close)
        );
        for pair in quotations(text).pairs {
            assert!(
                !pair.span.of(text).unwrap().contains('\n'),
                "a quotation over lines in {name}"
            );
        }
    }
    // Closed by an opening mark.
    let (line, _) = part_at("000", 23, 236, "أكتوبر “.");
    let last = quotations(line)
        .pairs
        .into_iter()
        .max_by_key(|pair| pair.span.end)
        .unwrap();
    assert!(
        last.inner.of(line).unwrap().starts_with("إطلاق النار") && last.span.end == line.len() - 1
    );
    // Opened by a closing mark.
    let (line, span) = part_at("001", 6, 38, ": ” لدينا");
    let pair = quotations(line).pairs[0];
    assert_eq!(pair.span.start, span.start + 2);
    assert!(pair.inner.of(line).unwrap().starts_with(" لدينا"));
    // Opened by nothing.
    let (line, span) = part_at("001", 14, 239, "تكساس”.");
    let all = quotations(line);
    assert!(all.pairs.is_empty() && all.unbalanced.len() == 1);
    assert_eq!(all.unbalanced[0].start, span.start + "تكساس".len());
}

#[test]
fn a07_straight_quotes_pair_in_their_line_and_nest() {
    let text = document("003");
    assert_eq!(text.matches('"').count(), 76);
    assert_eq!(
        (
            quotations(text).pairs.len(),
            quotations(text).unbalanced.len()
        ),
        (38, 0)
    );
    let line = samples::line("003", 21);
    let pairs = quotations(line).pairs;
    let inner: Vec<_> = pairs
        .iter()
        .filter(|pair| pair.depth == 1)
        .map(|pair| pair.inner.of(line).unwrap())
        .collect();
    assert_eq!(inner, ["داعش"]);
    let outer = pairs
        .iter()
        .find(|pair| pair.inner.of(line).unwrap().starts_with("في إطار"))
        .unwrap();
    assert!(outer.inner.of(line).unwrap().ends_with("شرق سوريا"));
}

#[test]
fn a09_tatweel_and_a_space_stand_as_their_own_word() {
    for (number, column, whole, phrase) in [
        (1, 29, "لـ قسد", "لقسد"),
        (8, 23, "لـ التحالف", "للتحالف"),
        (8, 41, "لـ هزيمة داعش", "لهزيمة داعش"),
    ] {
        let (line, span) = part_at("001", number, column, whole);
        assert_eq!(word_at(line, span.start).of(line), Some("لـ"));
        let name = whole.split(' ').nth(1).unwrap();
        assert_eq!(word_at(line, span.start + 5).of(line), Some(name));
        if phrase != "للتحالف" {
            assert!(
                found(line, phrase, Level::Letters).contains(&whole),
                "{phrase} misses {whole}"
            );
        }
    }
    let line = samples::line("001", 8);
    assert_eq!(
        found(line, "التحالف الدولي لهزيمة داعش", Level::Letters),
        ["التحالف الدولي لـ هزيمة داعش"]
    );
}

#[test]
fn a17_an_ellipsis_and_the_quote_that_closes_it_stay_together() {
    let (line, span) = part_at("001", 8, 477, "علانية …”");
    assert_eq!(span.end, line.len());
    let all: Vec<_> = sentences(line).collect();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].end, line.len());
    for face in FACES {
        for width in (150..700).step_by(11) {
            let layout = lay_out(line, face, width as f32);
            for found in layout
                .lines()
                .iter()
                .filter(|found| found.end == LineEnd::Soft)
            {
                assert_ne!(found.span.end, span.end - 3, "cut between … and ”");
            }
        }
    }
}

#[test]
fn a22_a_latin_comma_parts_words_and_no_sentence() {
    let line = samples::line("003", 35);
    let span = span_of(line, "صلة,");
    assert_eq!(word_at(line, span.start).of(line), Some("صلة"));
    assert!(sentences(line).all(|sentence| sentence.end != span.end));
}

#[test]
fn a23_an_arabic_semicolon_ends_no_sentence() {
    let line = samples::line("000", 7);
    let span = span_of(line, "الروس ؛ فهناك");
    assert_eq!(word_at(line, span.start).of(line), Some("الروس"));
    assert_eq!(word_at(line, span.end - 4).of(line), Some("فهناك"));
    assert!(words(line).all(|word| !word.of(line).unwrap().contains('؛')));
    assert!(sentences(line).any(|sentence| sentence.contains_span(span)));
}

#[test]
fn a25_marks_hide_no_word_and_are_cut_from_no_letter() {
    for (name, word, bare) in [
        ("002", "المنسّقة", "المنسقة"),
        ("002", "قدّم", "قدم"),
        ("002", "منظّمة", "منظمة"),
        ("002", "تعرّض", "تعرض"),
        ("002", "مسيّرة", "مسيرة"),
        ("002", "اعتُبرت", "اعتبرت"),
        ("001", "تُركت", "تركت"),
        ("001", "وُلد", "ولد"),
    ] {
        let text = document(name);
        let line = text.lines().find(|line| line.contains(word)).unwrap();
        assert!(
            found(line, bare, Level::Letters).contains(&word),
            "{bare} misses {word}"
        );
        let at = line.find(word).unwrap();
        for (byte, mark) in word
            .char_indices()
            .filter(|(_, c)| ('\u{64B}'..='\u{655}').contains(c))
        {
            let letter = word[..byte].char_indices().next_back().unwrap().0;
            for face in FACES {
                let layout = on_one_line(line, face);
                let own = layout.rects(Span::new(at + letter, at + byte));
                let both = layout.rects(Span::new(at + letter, at + byte + mark.len_utf8()));
                assert_eq!(own, both, "{word}: a mark cut off");
            }
        }
    }
}

#[test]
fn a26_tanwin_in_either_order_is_one_spelling() {
    for (name, first, second) in [
        ("000", 7, 2),
        ("001", 3, 6),
        ("002", 0, 7),
        ("003", 0, 10),
        ("004", 0, 3),
    ] {
        let text = document(name);
        assert_eq!(
            (
                text.matches("\u{64B}\u{627}").count(),
                text.matches("\u{627}\u{64B}").count()
            ),
            (first, second),
            "{name}"
        );
    }
    for level in [Level::Marks, Level::Letters, Level::Loose] {
        for (one, other) in [
            ("أيض\u{64B}\u{627}", "أيض\u{627}\u{64B}"),
            ("عمد\u{64B}\u{627}", "عمد\u{627}\u{64B}"),
        ] {
            assert_eq!(key(one, level), key(other, level));
        }
    }
    // A hit and a word end after the mark, whichever order it is in.
    for (text, word) in [
        (document("000"), "أيض\u{64B}\u{627}"),
        (document("000"), "عمد\u{627}\u{64B}"),
        (document("001"), "أيض\u{627}\u{64B}"),
    ] {
        let at = text.find(word).unwrap();
        assert_eq!(word_at(text, at).of(text), Some(word));
        let typed = word.replace('\u{64B}', "");
        assert!(
            found(text, &typed, Level::Letters).contains(&word),
            "{typed}"
        );
        let folded = fold(word, Level::Letters);
        assert_eq!(
            folded.span_of(0..folded.text().len()),
            Span::new(0, word.len())
        );
    }
}

#[test]
fn a29_the_last_line_without_a_newline_is_shown_and_selectable() {
    for (name, text) in samples::documents() {
        assert!(!text.ends_with('\n'), "{name}");
        let mut window = Window::of(bench(&[(name, text)], None), WIDE);
        let last = text.lines().last().unwrap();
        let span = Span::new(text.len() - last.len(), text.len());
        window.drag_over(span);
        assert_eq!(window.selected(), last, "{name}");
    }
}

#[test]
fn a30_a_stored_text_is_never_normalised() {
    let folder = tempfile::tempdir().unwrap();
    // What NFC, NFKC or a "cleaned" text would change.
    let odd = "e\u{301} ﻻ ﷲ … \u{A0} ﬁ أيض\u{64B}\u{627} ا\u{64E}\u{651} ــ \u{200F}x\r\ny\u{2028}z\u{FEFF}";
    for (name, text) in samples::documents().into_iter().chain([("odd", odd)]) {
        let path = folder.path().join(format!("{name}.txt"));
        std::fs::write(&path, text).unwrap();
        let read = read_document(&path, None).unwrap();
        assert!(read.decoded.text == text, "{name}");
        assert_eq!(read.decoded.encoding, "UTF-8");
    }
    // The five are composed already; compatibility forms are not made plain.
    for (name, bytes, chars, lines) in [
        ("000", 4444, 2449, 37),
        ("001", 5297, 2927, 22),
        ("002", 4276, 2348, 33),
        ("003", 7077, 3969, 51),
        ("004", 3876, 2120, 31),
    ] {
        let text = document(name);
        assert_eq!(
            (text.len(), text.chars().count(), text.lines().count()),
            (bytes, chars, lines)
        );
        assert_eq!(text.encode_utf16().count(), chars);
        assert!(!text.contains('\r') && !text.starts_with('\u{FEFF}'));
    }
}
