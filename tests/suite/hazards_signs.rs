//! Signs of the five articles that a careless reader loses, turns or moves:
//! where they stand on the page. Numbers are those of the table in
//! tests/README.md; places are line (from 1) and code point (from 0).

use std::process::Command;

use hashiya::language::{line_kinds, sentences, word_at, words};
use hashiya::model::Span;
use hashiya::text::{
    BaseDirection, Direction, Face, FontSet, LineEnd, ParagraphLayout, Rect, TextEngine,
};

use super::outside::need;
use super::text_rows::{FACES, ids, lay_out, on_one_line, span_of, style};
use crate::samples;

/// The byte of a code point of a line.
pub(super) fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column).unwrap().0
}

/// A line in which `part` begins at that code point, and its bytes.
pub(super) fn part_at(
    document: &str,
    number: usize,
    column: usize,
    part: &str,
) -> (&'static str, Span) {
    let line = samples::line(document, number);
    let start = byte_of(line, column);
    assert!(
        line[start..].starts_with(part),
        "{part} is not at {document} L{number}:{column}"
    );
    (line, Span::new(start, start + part.len()))
}

/// The hull of a stretch on its line.
pub(super) fn hull(layout: &ParagraphLayout, span: Span) -> Rect {
    let rects = layout.rects(span);
    let mut hull = rects[0].rect;
    for rect in &rects {
        hull.x0 = hull.x0.min(rect.rect.x0);
        hull.x1 = hull.x1.max(rect.rect.x1);
    }
    hull
}

/// The glyphs whose grapheme begins in a stretch.
fn glyphs_of(layout: &ParagraphLayout, span: Span) -> Vec<u16> {
    layout
        .glyphs()
        .filter(|glyph| span.contains(glyph.cluster))
        .map(|glyph| glyph.glyph)
        .collect()
}

/// The soft line starts of a text in that many points.
pub(super) fn line_starts(text: &str, face: Face, width: f32) -> Vec<usize> {
    let layout = lay_out(text, face, width);
    let lines = layout.lines();
    lines
        .windows(2)
        .filter(|pair| pair[0].end == LineEnd::Soft)
        .map(|pair| pair[1].span.start)
        .collect()
}

const NO_BREAK: [(&str, usize, usize, &str); 11] = [
    ("000", 7, 108, "الروس\u{A0}بعض"),
    ("000", 7, 144, "الأشخاص\u{A0}،"),
    ("000", 11, 19, "الأكراد\u{A0}بتحرير"),
    ("000", 11, 43, "عمداً\u{A0}."),
    ("000", 19, 34, "بك!\u{A0}تركيا"),
    ("000", 23, 204, "فيها\u{A0}السياسي"),
    ("000", 23, 229, "خلف\u{A0}في"),
    ("000", 25, 17, "عملية\u{A0}“مصدر"),
    ("000", 25, 31, "السلام”\u{A0}في"),
    ("000", 29, 42, "على\u{A0}نشر"),
    ("000", 29, 87, "السوريين\u{A0}في"),
];

#[test]
fn a01_a_no_break_space_parts_words_and_never_lines() {
    for (document, number, column, around) in NO_BREAK {
        let line = samples::line(document, number);
        let space = byte_of(line, column);
        assert!(
            line[space..].starts_with('\u{A0}'),
            "{document} L{number}:{column}"
        );
        let start = line.find(around).unwrap();
        assert_eq!(start + around.find('\u{A0}').unwrap(), space);
        // No word holds it, and the words beside it end and begin there.
        assert!(words(line).all(|word| !word.contains(space)), "{around}");
        for (at, side) in [
            (space, &around[..space - start]),
            (space + 2, &around[space - start + 2..]),
        ] {
            if side.chars().all(char::is_alphabetic) {
                let letter = if at == space {
                    line[..at].char_indices().next_back().unwrap().0
                } else {
                    at
                };
                let word = word_at(line, letter).of(line).unwrap();
                assert!(
                    side.contains(word) && word.chars().count() > 1,
                    "{word:?} in {around}"
                );
            }
        }
        // No line ends before it or after it while words fit at all.
        for face in FACES {
            for width in (160..700).step_by(13) {
                let starts = line_starts(line, face, width as f32);
                assert!(
                    !starts.contains(&space) && !starts.contains(&(space + 2)),
                    "{around} is broken at {width}"
                );
            }
            // It is a space to be seen.
            let layout = on_one_line(line, face);
            let seen = hull(&layout, Span::new(space, space + 2));
            assert!(seen.width() > 2.0, "{around}: {} wide", seen.width());
        }
    }
}

#[test]
fn a02_a_line_of_a_no_break_space_is_blank() {
    let (_, text) = samples::documents()[4];
    let kinds = line_kinds(text);
    for number in [25, 29] {
        let line = samples::line("004", number);
        assert_eq!(line, "\u{A0}");
        assert_ne!(kinds[number - 1].1, hashiya::language::LineKind::Body);
        assert_eq!(words(line).count() + sentences(line).count(), 0);
        // It has the direction of the document and no ink.
        for direction in [Direction::RightToLeft, Direction::LeftToRight] {
            let base = BaseDirection::Auto {
                fallback: direction,
            };
            let shaped = TextEngine::new().shape(line, base, style(Face::Naskh));
            assert_eq!(shaped.direction(), direction);
        }
        let layout = on_one_line(line, Face::Naskh);
        assert_eq!(
            layout.stops(0).len(),
            2,
            "one place before and one after it"
        );
    }
    // A sentence never reaches over one.
    let blank = kinds[24].0;
    assert!(sentences(text).all(|sentence| !sentence.contains(blank.start)));
}

#[test]
fn a04_curly_quotes_are_of_the_arabic_face_and_are_not_turned() {
    for (document, number) in [
        ("000", 7),
        ("000", 13),
        ("000", 23),
        ("000", 25),
        ("001", 5),
        ("001", 8),
        ("001", 12),
        ("004", 17),
    ] {
        let line = samples::line(document, number);
        assert!(
            line.contains('“') || line.contains('”'),
            "{document} L{number}"
        );
        for face in FACES {
            // Noto Naskh Arabic has none: its family's Noto Sans draws them.
            let name = match face {
                Face::Amiri => "Amiri",
                _ => "Noto Sans",
            };
            let layout = on_one_line(line, face);
            for (at, mark) in line.match_indices(['“', '”']) {
                let found: Vec<_> = layout
                    .glyphs()
                    .filter(|glyph| glyph.cluster == at)
                    .collect();
                assert_eq!(found.len(), 1, "{mark} of {document} L{number}");
                assert_eq!(FontSet::bundled().name(found[0].font), name);
                // The same sign where everything runs to the right.
                let forced = format!("\u{202D}{mark}");
                let plain = on_one_line(&forced, face);
                let same = plain.glyphs().find(|glyph| glyph.cluster == 3).unwrap();
                assert_eq!(
                    (found[0].font, found[0].glyph),
                    (same.font, same.glyph),
                    "{mark} is turned"
                );
            }
        }
    }
}

#[test]
fn a06_guillemets_open_to_the_left_as_harfbuzz_draws_them() {
    for number in [9, 15, 17, 19, 23] {
        let line = samples::line("002", number);
        let parts = line.matches("«قسد»").count();
        assert_eq!(parts, if number == 19 { 2 } else { 1 }, "002 L{number}");
        for (at, word) in line.match_indices("«قسد»") {
            let span = Span::new(at, at + word.len());
            for face in FACES {
                let layout = on_one_line(line, face);
                // « on the right of the word, » on its left.
                let open = hull(&layout, Span::new(at, at + 2));
                let close = hull(&layout, Span::new(span.end - 2, span.end));
                let name = hull(&layout, Span::new(at + 2, span.end - 2));
                assert!(open.x0 >= name.x1 - 0.05 && close.x1 <= name.x0 + 0.05);
                // Each drawn as the other one is from left to right.
                let forced = on_one_line("\u{202D}ا «»ب", face);
                let ltr = |byte: usize| glyphs_of(&forced, Span::new(byte, byte + 2));
                assert_eq!(glyphs_of(&layout, Span::new(at, at + 2)), ltr(8));
                assert_eq!(
                    glyphs_of(&layout, Span::new(span.end - 2, span.end)),
                    ltr(6)
                );
            }
        }
    }
    let Some(hb_shape) = need("hb-shape") else {
        return;
    };
    for (face, file) in [
        (Face::Naskh, "NotoNaskhArabic-Regular.ttf"),
        (Face::Amiri, "Amiri-Regular.ttf"),
    ] {
        let output = Command::new(&hb_shape)
            .arg(super::sources::root().join("fonts").join(file))
            .args([
                "--no-glyph-names",
                "--no-positions",
                "--no-clusters",
                "--direction=rtl",
            ])
            .args(["--script=Arab", "«قسد»"])
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let theirs: Vec<u16> = printed
            .trim()
            .trim_matches(['[', ']'])
            .split('|')
            .map(|glyph| glyph.parse().unwrap())
            .collect();
        assert_eq!(ids(&on_one_line("«قسد»", face)), theirs, "{face:?}");
    }
}

#[test]
fn a08_tatweel_joins_to_its_letter_and_not_to_the_quote() {
    for (number, column, whole) in [
        (9, 80, "لـ\"اندبندنت عربية\""),
        (31, 171, "لـ\"قسد\""),
        (37, 21, "لـ\"قسد\""),
    ] {
        let (line, span) = part_at("003", number, column, whole);
        let (lam, quote) = (
            Span::new(span.start, span.start + 4),
            Span::new(span.start + 4, span.start + 5),
        );
        for face in FACES {
            let layout = on_one_line(line, face);
            // The same letters as by themselves, joined.
            assert_eq!(
                glyphs_of(&layout, lam),
                ids(&on_one_line("لـ", face)),
                "{face:?}"
            );
            let apart = [ids(&on_one_line("ل", face)), ids(&on_one_line("ـ", face))].concat();
            assert_ne!(glyphs_of(&layout, lam), apart, "{face:?}: lam stands alone");
            assert_eq!(glyphs_of(&layout, quote), ids(&on_one_line("\"", face)));
            let edge = hull(&layout, quote).x1 - hull(&layout, lam).x0;
            assert!(edge.abs() < 0.05);
        }
        let name = line[span.start + 5..]
            .chars()
            .take_while(|c| c.is_alphabetic())
            .collect::<String>();
        assert_eq!(word_at(line, span.start + 7).of(line), Some(name.as_str()));
        assert_eq!(word_at(line, span.start).of(line), Some("لـ"));
    }
}

#[test]
fn a10_digits_after_a_tatweel_stand_in_reading_order() {
    for (document, number, column, whole) in [("004", 5, 77, "الـ35"), ("003", 37, 215, "بـ1600")]
    {
        let (line, span) = part_at(document, number, column, whole);
        let digits = whole.find(|c: char| c.is_ascii_digit()).unwrap();
        for face in FACES {
            let layout = on_one_line(line, face);
            let letters = hull(&layout, Span::new(span.start, span.start + digits));
            let mut right = letters.x0;
            for byte in (span.start + digits..span.end).rev() {
                let digit = hull(&layout, Span::new(byte, byte + 1));
                assert!((digit.x1 - right).abs() < 0.05, "{whole}");
                right = digit.x0;
            }
            let run = layout.lines()[0]
                .runs
                .iter()
                .find(|run| run.span.contains(span.start + digits))
                .unwrap();
            assert_eq!(run.level, 2, "the level of numbers in right-to-left text");
        }
        let found = hashiya::language::numbers(line);
        assert!(
            found
                .iter()
                .any(|number| number.span.start == span.start + digits),
            "{whole}"
        );
        assert_eq!(
            word_at(line, span.start + digits).of(line),
            Some(&whole[digits..])
        );
    }
}

#[test]
fn a11_brackets_round_latin_stay_round_it() {
    for (document, number, column, part) in [
        ("001", 14, 175, "(SDF)"),
        ("000", 23, 119, "(TSO)"),
        ("003", 35, 49, "(Related Nodes field)"),
        ("000", 35, 8, "(0)"),
    ] {
        let (line, span) = part_at(document, number, column, part);
        brackets_hold(line, span);
        assert_eq!(span.end == line.len(), number == 35);
    }
}

#[test]
fn a12_brackets_round_arabic_are_mirrored() {
    for (document, number, part) in [
        ("000", 5, "(بالعربي)"),
        ("001", 5, "(الخميس)"),
        ("002", 7, "(سنتكوم)"),
        ("003", 7, "(اندبندنت عربية)"),
        ("003", 19, "(كانون الأول)"),
        ("003", 43, "(شباط)"),
    ] {
        let line = samples::line(document, number);
        brackets_hold(line, span_of(line, part));
    }
}

/// The opening bracket stands at the right of what it opens, and both are
/// drawn turned.
fn brackets_hold(line: &str, span: Span) {
    for face in FACES {
        let layout = on_one_line(line, face);
        let open = hull(&layout, Span::new(span.start, span.start + 1));
        let inside = hull(&layout, Span::new(span.start + 1, span.end - 1));
        let close = hull(&layout, Span::new(span.end - 1, span.end));
        assert!(open.x0 >= inside.x1 - 0.05, "( jumped in {line}");
        assert!(close.x1 <= inside.x0 + 0.05, ") jumped in {line}");
        let forced = on_one_line("\u{202D}()", face);
        let ltr = |byte: usize| glyphs_of(&forced, Span::new(byte, byte + 1));
        // Either of the two faces may draw them; the sign is the other one's.
        let turned =
            |drawn: Vec<u16>, other: Vec<u16>, own: Vec<u16>| drawn == other || drawn != own;
        assert!(turned(
            glyphs_of(&layout, Span::new(span.start, span.start + 1)),
            ltr(4),
            ltr(3)
        ));
        assert!(turned(
            glyphs_of(&layout, Span::new(span.end - 1, span.end)),
            ltr(3),
            ltr(4)
        ));
    }
}

#[test]
fn a27_both_letters_of_lam_alef_have_a_place() {
    let mut count = 0;
    for (_, text) in samples::documents() {
        for line in text.lines() {
            for face in FACES {
                let layout = on_one_line(line, face);
                for pair in ["لا", "لأ", "لإ", "لآ"] {
                    for (at, _) in line.match_indices(pair) {
                        let (lam, alef) = (
                            hull(&layout, Span::new(at, at + 2)),
                            hull(&layout, Span::new(at + 2, at + 4)),
                        );
                        assert!(lam.width() > 1.0 && alef.width() > 1.0, "{pair} in {line}");
                        assert!((alef.x1 - lam.x0).abs() < 0.05, "alef stands left of lam");
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 300, "{count}");
}

#[test]
fn a28_an_edge_inside_a_joined_word_joins_on() {
    for (document, number, word, part) in [
        ("000", 13, "وفرنسا", "فرنسا"),
        ("000", 9, "بداعش", "داعش"),
        ("000", 5, "بوزارة", "وزارة"),
        ("001", 13, "لمجلس", "مجلس"),
        ("000", 27, "للولايات", "لولايات"),
        ("004", 15, "للولايات", "لولايات"),
    ] {
        let line = samples::line(document, number);
        let whole = span_of(line, word);
        let cut = whole.end - part.len();
        for face in FACES {
            let layout = on_one_line(line, face);
            let before: Vec<_> = layout.glyphs().collect();
            let head = hull(&layout, Span::new(whole.start, cut));
            let rest = hull(&layout, Span::new(cut, whole.end));
            assert!(
                (rest.x1 - head.x0).abs() < 0.05,
                "{word}: a gap where the mark begins"
            );
            assert_eq!(
                glyphs_of(&layout, whole),
                ids(&on_one_line(word, face)),
                "{word}"
            );
            assert!(layout.glyphs().eq(before));
        }
    }
}
