//! The right-to-left rows that need whole lines of the sample documents, and
//! the reading checks over them.

use hashiya::model::Span;
use hashiya::text::{
    Affinity, Align, BaseDirection, Caret, Direction, Face, LineOptions, LineRect, ParagraphLayout,
    Point, TextEngine, document_direction, first_strong, paragraphs,
};

use super::text_rows::{LINE_HEIGHT, RTL, ids, lay_out, on_one_line, span_of, style};
use crate::samples;

#[test]
fn r13_an_english_first_line_does_not_turn_the_document() {
    let (_, text) = samples::documents()[3];
    let fallback = document_direction(text);
    assert_eq!(fallback, Direction::RightToLeft);
    let base = BaseDirection::Auto { fallback };
    let directions: Vec<Direction> = paragraphs(text)
        .into_iter()
        .filter_map(|span| span.of(text))
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| base.resolve(paragraph))
        .collect();
    assert_eq!(directions.len(), 26);
    assert_eq!(directions[0], Direction::LeftToRight);
    assert!(directions[1..].iter().all(|direction| direction.is_rtl()));
    // The full stop of the English line stands at its right end.
    let line = samples::line("003", 1);
    let layout = on_one_line(line, Face::Naskh);
    let stop = layout.rects(Span::new(line.len() - 1, line.len()))[0].rect;
    assert!((stop.x1 - layout.lines()[0].x1).abs() < 0.01);
}

#[test]
fn r14_the_first_letter_decides_whatever_stands_before_it() {
    for (_, text) in samples::documents() {
        let fallback = document_direction(text);
        assert_eq!(fallback, Direction::RightToLeft);
        for line in text.lines().filter(|line| !line.is_empty()) {
            let resolved = BaseDirection::Auto { fallback }.resolve(line);
            let arabic = line.chars().find(|c| c.is_alphabetic());
            let expected = match arabic {
                Some(c) if c.is_ascii() => Direction::LeftToRight,
                _ => Direction::RightToLeft,
            };
            assert_eq!(resolved, expected, "{line:?}");
        }
    }
    for neutral in ["52", "-------", "\u{A0}", "", "…", "123,037"] {
        assert_eq!(first_strong(neutral), None);
        for direction in [Direction::LeftToRight, Direction::RightToLeft] {
            let base = BaseDirection::Auto {
                fallback: direction,
            };
            let shaped = TextEngine::new().shape(neutral, base, style(Face::Naskh));
            assert_eq!(shaped.direction(), direction);
        }
    }
    // A line without a letter stands at the document's side.
    let layout = lay_out("52", Face::Naskh, 300.0);
    assert!((layout.lines()[0].x1 - 300.0).abs() < 0.01);
}

#[test]
fn r23_long_titles_lose_their_end_and_carets_stand_at_every_quote() {
    let title = "قائد «قسد» يعلن (رسمياً) هزيمة \"داعش\" في شمال سوريا";
    let mut engine = TextEngine::new();
    for face in [Face::Naskh, Face::Amiri, Face::Sans] {
        let full = engine.shape(title, RTL, style(face)).width();
        for width in [20.0, 60.0, 100.0, 200.0, full - 1.0] {
            let elided = engine.elide(title, RTL, style(face), width);
            assert!(elided.elided);
            let kept = elided.text.strip_suffix('…').unwrap();
            assert!(title.starts_with(kept) && !kept.ends_with(' '));
            let layout = on_one_line(&elided.text, face);
            assert!(layout.shaped().width() <= width);
            // The ellipsis is at the left end.
            let dots = layout.rects(span_of(&elided.text, "…"))[0].rect;
            assert!((dots.x0 - layout.lines()[0].x0).abs() < 0.01);
        }
        let whole = engine.elide(title, RTL, style(face), full + 0.1);
        assert!(!whole.elided && whole.text == title);

        let layout = on_one_line(title, face);
        let mut last = f32::INFINITY;
        for (at, c) in title.char_indices() {
            if !"«»()\"".contains(c) {
                continue;
            }
            let before = layout.caret_rect(Caret::before(at)).x0;
            let after = layout.caret_rect(Caret::after(at + c.len_utf8())).x0;
            assert!(after < before && before < last, "{c}");
            last = before;
        }
        // Opening brackets and guillemets open to the left: their glyphs are
        // those of the closing ones where the same text is forced to run from
        // left to right.
        for (open, close) in [("(", ")"), ("«", "»")] {
            let arabic = on_one_line(&format!("ا {open}ب"), face);
            let forced = on_one_line(&format!("\u{202D}ا {close}ب"), face);
            let at = |layout: &ParagraphLayout, byte: usize| {
                let found = layout.glyphs().find(|glyph| glyph.cluster == byte);
                found.unwrap().glyph
            };
            assert_eq!(at(&arabic, 3), at(&forced, 6), "{open}");
        }
    }
}

#[test]
fn r36_a_drag_over_lines_takes_the_right_halves() {
    let text = samples::line("003", 21);
    let layout = lay_out(text, Face::Naskh, 260.0);
    let lines = layout.lines();
    assert!(lines.len() > 4);
    let y = |line: usize| f32::midpoint(lines[line].top, lines[line].bottom);
    let start = layout.hit(Point { x: 150.0, y: y(0) });
    let end = layout.hit(Point { x: 120.0, y: y(2) });
    let rects = layout.rects(Span::new(start.byte, end.byte));
    let of_line =
        |line: usize| -> Vec<&LineRect> { rects.iter().filter(|rect| rect.line == line).collect() };
    let left = |line: usize| {
        of_line(line)
            .iter()
            .map(|rect| rect.rect.x0)
            .fold(f32::INFINITY, f32::min)
    };
    let right = |line: usize| {
        of_line(line)
            .iter()
            .map(|rect| rect.rect.x1)
            .fold(0.0, f32::max)
    };
    // The left rest of the first line, all of the second, the right part of
    // the third.
    assert!(left(0) <= lines[0].x0 && (right(0) - 150.0).abs() < 10.0);
    assert!(left(1) <= lines[1].x0 && (right(1) - lines[1].x1).abs() < 0.1);
    assert!((left(2) - 120.0).abs() < 10.0 && (right(2) - lines[2].x1).abs() < 0.1);
    assert!(rects.iter().all(|rect| rect.line < 3));
    // Beside the line, a drag takes the whole rest of it.
    for (index, line) in lines.iter().enumerate() {
        let y = y(index);
        assert_eq!(layout.hit(Point { x: -500.0, y }).byte, line.span.end);
        assert_eq!(layout.hit(Point { x: 900.0, y }).byte, line.span.start);
    }

    // It stops exactly at punctuation.
    for mark in ["؟", "،", "؛"] {
        let text = format!("هل جاء{mark} نعم جاء");
        let layout = on_one_line(&text, Face::Naskh);
        let span = span_of(&text, mark);
        let rect = layout.rects(span)[0].rect;
        let word = layout.rects(Span::new(0, span.start))[0].rect;
        assert!((word.x0 - rect.x1).abs() < 0.01);
        for (x, byte) in [(rect.x1 - 0.4, span.start), (rect.x0 + 0.4, span.end)] {
            assert_eq!(layout.hit(Point { x, y: 10.0 }).byte, byte, "{mark}");
        }
    }
}

#[test]
fn d2_lines_of_the_samples_have_the_order_of_uax_9() {
    for (document, number) in [
        ("000", 23),
        ("001", 8),
        ("001", 14),
        ("001", 18),
        ("002", 7),
        ("003", 1),
        ("003", 31),
        ("003", 35),
        ("003", 43),
        ("004", 3),
        ("004", 5),
    ] {
        let text = samples::line(document, number);
        let fallback = Direction::RightToLeft;
        let direction = first_strong(text).unwrap_or(fallback);
        let level = if direction.is_rtl() {
            unicode_bidi::Level::rtl()
        } else {
            unicode_bidi::Level::ltr()
        };
        let bidi = unicode_bidi::BidiInfo::new(text, Some(level));
        for face in [Face::Naskh, Face::Amiri, Face::Sans, Face::Mono] {
            for width in [f32::INFINITY, 200.0] {
                let base = BaseDirection::Auto { fallback };
                let layout = TextEngine::new()
                    .shape(text, base, style(face))
                    .break_lines(LineOptions {
                        width,
                        line_height: LINE_HEIGHT,
                        align: Align::Start,
                    });
                for line in layout.lines() {
                    let ours: String = line
                        .runs
                        .iter()
                        .flat_map(|run| {
                            let chars: Vec<char> = run.span.of(text).unwrap().chars().collect();
                            let rtl = run.level % 2 == 1;
                            let count = chars.len();
                            (0..count).map(move |at| chars[if rtl { count - 1 - at } else { at }])
                        })
                        .collect();
                    let paragraph = &bidi.paragraphs[0];
                    let theirs = bidi.reorder_line(paragraph, line.span.start..line.span.end);
                    // The other side leaves marks where their letters go, after
                    // or before them; a reader sees them on the letter.
                    let letters = |order: &str| -> Vec<char> {
                        let mark = |c: &char| ('\u{64B}'..='\u{655}').contains(c);
                        order.chars().filter(|c| !mark(c)).collect()
                    };
                    assert_eq!(letters(&ours), letters(&theirs), "{document} line {number}");
                    assert_eq!(ours.chars().count(), theirs.chars().count());
                }
            }
        }
    }
}

#[test]
fn d3_a_mark_inside_a_word_leaves_the_word_joined() {
    for (word, part) in [
        ("بداعش", "داعش"),
        ("وفرنسا", "فرنسا"),
        ("للولايات", "لولايات"),
        ("لمجلس", "مجلس"),
        ("بوزارة", "وزارة"),
        ("للأكراد", "أكراد"),
    ] {
        let text = format!("قال {word} أمس");
        for face in [Face::Naskh, Face::Amiri, Face::Sans, Face::Mono] {
            let layout = on_one_line(&text, face);
            let start = text.find(word).unwrap();
            let cut = start + word.len() - part.len();
            let rest = Span::new(cut, start + word.len());
            let head = Span::new(start, cut);
            let (rest_rect, head_rect) = (layout.rects(rest)[0].rect, layout.rects(head)[0].rect);
            // The background begins where the letter before it ends, and the
            // caret stands there too.
            assert!((rest_rect.x1 - head_rect.x0).abs() < 0.01, "{word}");
            for affinity in [Affinity::Upstream, Affinity::Downstream] {
                let caret = Caret {
                    byte: cut,
                    affinity,
                };
                assert!((layout.caret_rect(caret).x0 - rest_rect.x1).abs() < 0.01);
            }
            // The letters of the word are those of the word by itself, and
            // not those of its two parts.
            let whole = ids(&on_one_line(word, face));
            let inside: Vec<u16> = layout
                .glyphs()
                .filter(|glyph| (start..start + word.len()).contains(&glyph.cluster))
                .map(|glyph| glyph.glyph)
                .collect();
            assert_eq!(inside, whole, "{word}");
            if !"وأ".contains(word.chars().next().unwrap()) {
                let mut parts = ids(&on_one_line(part, face));
                parts.extend(ids(&on_one_line(&word[..word.len() - part.len()], face)));
                assert!(parts != whole, "{word}");
            }
        }
    }
}
