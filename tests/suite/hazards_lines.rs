//! Signs of the five articles that a careless reader moves: the order of a
//! line, its side, and where it breaks. Numbers and places as in
//! `hazards_signs`.

use hashiya::language::{sentences, word_at, words};
use hashiya::model::Span;
use hashiya::text::{Direction, Face, document_direction};

use super::hazards_signs::{byte_of, hull, line_starts, part_at};
use super::text_rows::{FACES, RTL, lay_out, on_one_line};
use crate::samples;

/// Whether the parts of a text stand from right to left in this order.
fn stand_from_the_right(text: &str, parts: &[&str]) {
    for face in [Face::Naskh, Face::Amiri, Face::Sans] {
        let layout = on_one_line(text, face);
        let mut at = 0;
        let mut left = f32::INFINITY;
        for part in parts {
            let start = at
                + text[at..]
                    .find(part)
                    .unwrap_or_else(|| panic!("{part} in {text}"));
            at = start + part.len();
            let hull = hull(&layout, Span::new(start, at));
            assert!(
                hull.x1 <= left + 0.05,
                "{part} stands right of what comes before it in {text}"
            );
            left = hull.x0;
        }
    }
}

#[test]
fn a13_both_sides_of_a_slash_keep_their_order() {
    for (document, number, column, parts) in [
        ("001", 8, 336, ["الكردية", "/", "العربية"]),
        ("002", 7, 151, ["كانون الثاني", "/", "يناير"]),
        ("000", 19, 2, ["سبوتنيك", "/", "خذ"]),
    ] {
        let (line, span) = part_at(document, number, column, parts[0]);
        stand_from_the_right(&line[span.start..], &parts);
    }
    let line = samples::line("002", 7);
    let dates = hashiya::language::dates(line, hashiya::language::DateOptions::default());
    let dates: Vec<_> = dates.iter().filter_map(|date| date.span.of(line)).collect();
    assert_eq!(dates, ["21 كانون الثاني/يناير"], "one date, both names");
}

#[test]
fn a14_an_en_dash_keeps_both_sides_and_ends_no_sentence() {
    for (document, number, column, parts) in [
        ("000", 5, 8, ["بالعربي", "–", "تجري"]),
        ("001", 14, 109, ["تكساس", "–", "كان"]),
        ("003", 31, 366, ["السورية", "–", "العراقية"]),
    ] {
        let line = samples::line(document, number);
        let start = line.find(parts[1]).unwrap();
        assert!(byte_of(line, column) < start);
        let from = line[..start].rfind(parts[0]).unwrap();
        stand_from_the_right(&line[from..], &parts);
        let ends = sentences(line).any(|sentence| sentence.end <= start + 4 && sentence.end > from);
        assert!(!ends, "{document} L{number}: a sentence ends at the dash");
    }
}

#[test]
fn a15_a_copyright_sign_leaves_its_line_right_to_left() {
    let line = samples::line("000", 19);
    assert!(line.starts_with('©'));
    for face in FACES {
        let layout = lay_out(line, face, 800.0);
        assert!(layout.shaped().direction().is_rtl());
        let sign = hull(&layout, Span::new(0, 2));
        assert!((sign.x1 - 800.0).abs() < 0.05, "© stands at the right");
    }
}

#[test]
fn a16_an_address_is_one_run_and_one_word() {
    let (line, span) = part_at("001", 18, 59, "البريد : vdcnsy@gmail.com");
    let address = "vdcnsy@gmail.com";
    assert_eq!(span.end, line.len(), "no full stop was added");
    let own = Span::new(span.end - address.len(), span.end);
    for face in FACES {
        let layout = on_one_line(line, face);
        assert_eq!(layout.rects(own).len(), 1);
        let mut right = f32::NEG_INFINITY;
        for byte in own.start..own.end {
            let letter = hull(&layout, Span::new(byte, byte + 1));
            assert!(
                letter.x0 >= right - 0.05,
                "letter {byte} of the address moved"
            );
            right = letter.x1;
        }
    }
    for byte in own.start..own.end {
        assert_eq!(word_at(line, byte), own);
    }
}

#[test]
fn a18_numbers_beside_arabic_do_not_swap() {
    for (document, number, parts) in [
        ("003", 43, &["2019", "نحو", "900", "عراقي"][..]),
        ("003", 43, &["العراق", "100", "مقاتل"]),
        ("003", 45, &["507", "أشخاص"]),
        ("003", 47, &["60", "ألف", "50", "جنسية"]),
        ("002", 7, &["21", "كانون", "الثاني"]),
        ("000", 9, &["عن", "785", "أجنبي"]),
        ("000", 23, &["في", "12", "أكتوبر"]),
        ("001", 13, &["على", "20", "من"]),
        ("003", 39, &["100", "إرهابي", "عراقي"]),
    ] {
        let line = samples::line(document, number);
        let from = match parts[0] {
            "2019" => line.find("2019 نحو"),
            "العراق" => line.find("العراق 100"),
            "عن" => line.find("عن 785"),
            "في" => line.find("في 12"),
            "على" => line.find("على 20"),
            first => line.find(first),
        };
        stand_from_the_right(&line[from.unwrap()..], parts);
        // Digits of one number run to the right.
        let digits = parts
            .iter()
            .find(|part| part.starts_with(|c: char| c.is_ascii_digit()))
            .unwrap();
        let at = line.find(digits).unwrap();
        let layout = on_one_line(line, Face::Naskh);
        let lefts: Vec<f32> = (at..at + digits.len())
            .map(|byte| hull(&layout, Span::new(byte, byte + 1)).x0)
            .collect();
        assert!(lefts.is_sorted(), "{digits} in {line}");
    }
}

#[test]
fn a19_a_line_of_digits_stands_at_the_documents_side() {
    let line = samples::line("004", 3);
    assert_eq!(line, "52");
    let (_, text) = samples::documents()[4];
    let fallback = document_direction(text);
    assert_eq!(fallback, Direction::RightToLeft);
    let layout = lay_out(line, Face::Naskh, 500.0);
    assert!(layout.shaped().direction().is_rtl());
    assert!((layout.lines()[0].x1 - 500.0).abs() < 0.05);
    let (five, two) = (
        hull(&layout, Span::new(0, 1)),
        hull(&layout, Span::new(1, 2)),
    );
    assert!(five.x1 <= two.x0 + 0.05, "52 and not 25");
}

#[test]
fn a20_a_rule_is_no_text_and_overflows_nothing() {
    let line = samples::line("001", 16);
    assert_eq!(line, "-".repeat(31));
    assert_eq!(words(line).count() + sentences(line).count(), 0);
    assert!(hashiya::language::is_boilerplate(line));
    for width in [30.0, 90.0, 500.0] {
        let layout = lay_out(line, Face::Naskh, width);
        assert!(layout.shaped().direction().is_rtl());
        for found in layout.lines() {
            assert!((found.x1 - width).abs() < 0.05 && found.x0 >= -0.05);
        }
    }
}

#[test]
fn a21_an_english_line_first_is_left_to_right_by_itself() {
    let line = samples::line("003", 1);
    assert_eq!(
        line,
        "Sorry, you need to enable JavaScript to visit this website."
    );
    let (_, text) = samples::documents()[3];
    assert_eq!(document_direction(text), Direction::RightToLeft);
    assert_eq!(RTL.resolve(line), Direction::LeftToRight);
    let layout = lay_out(line, Face::Naskh, 900.0);
    let stop = hull(&layout, Span::new(line.len() - 1, line.len()));
    assert!(layout.lines()[0].x0.abs() < 0.05 && (stop.x1 - layout.lines()[0].x1).abs() < 0.05);
    assert!(RTL.resolve(samples::line("003", 3)).is_rtl());
}

#[test]
fn a24_no_line_begins_with_the_sign_that_closes_the_one_before() {
    let mut signs = 0;
    for (name, text) in samples::documents() {
        for line in text.lines() {
            let closing = line
                .match_indices([' ', '\u{A0}'])
                .filter(|(at, space)| {
                    line[at + space.len()..].starts_with(['،', '؛', '.', ':', '”', ','])
                })
                .count();
            signs += closing;
            if closing == 0 && !line.contains(['،', '.', '”', '؟', ':', '؛']) {
                continue;
            }
            for face in FACES {
                for width in (140..640).step_by(31) {
                    for start in line_starts(line, face, width as f32) {
                        // 001 L6 opens a quotation with a closing mark: there a
                        // line may begin with it.
                        if line[start..].starts_with("” لدينا") {
                            continue;
                        }
                        let first = line[start..].chars().next().unwrap();
                        assert!(
                            !"،؛.:؟!,)»”".contains(first),
                            "{name}: a line of {width} begins {:?}",
                            line[start..].chars().take(12).collect::<String>()
                        );
                    }
                }
            }
        }
    }
    assert!(signs >= 29, "{signs}");
    let line = samples::line("000", 11);
    assert!(line.ends_with("عمداً\u{A0}."));
    assert_eq!(sentences(line).count(), 1);
}
