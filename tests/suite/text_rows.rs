//! Failures of right-to-left text in other tools, as far as they are
//! questions of layout. Numbers are those of the table in tests/README.md.

use std::sync::Arc;

use hashiya::model::Span;
use hashiya::text::{
    Affinity, Align, BaseDirection, Caret, Direction, Face, FontSet, LineOptions, LineRect,
    ParagraphLayout, Point, PositionedGlyph, ShapedParagraph, TextEngine, TextStyle, Visual,
    document_direction, first_strong, paragraphs,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::FontRef;
use skrifa::{GlyphId, MetadataProvider};

use crate::samples;

const SIZE: f32 = 18.0;
/// Enough for every face.
const LINE_HEIGHT: f32 = 2.2 * SIZE;
const RTL: BaseDirection = BaseDirection::Auto {
    fallback: Direction::RightToLeft,
};
const FACES: [Face; 2] = [Face::Naskh, Face::Amiri];

fn style(face: Face) -> TextStyle {
    TextStyle {
        face,
        bold: false,
        size: SIZE,
    }
}

fn shape(text: &str, face: Face) -> Arc<ShapedParagraph> {
    TextEngine::new().shape(text, RTL, style(face))
}

fn lay_out(text: &str, face: Face, width: f32) -> ParagraphLayout {
    shape(text, face).break_lines(LineOptions {
        width,
        line_height: LINE_HEIGHT,
        align: Align::Start,
    })
}

fn on_one_line(text: &str, face: Face) -> ParagraphLayout {
    lay_out(text, face, f32::INFINITY)
}

fn ids(layout: &ParagraphLayout) -> Vec<u16> {
    layout.glyphs().map(|glyph| glyph.glyph).collect()
}

fn span_of(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    Span::new(start, start + part.len())
}

fn middle(rect: &LineRect) -> Point {
    Point {
        x: f32::midpoint(rect.rect.x0, rect.rect.x1),
        y: f32::midpoint(rect.rect.y0, rect.rect.y1),
    }
}

/// Every boundary between two characters.
fn boundaries(text: &str) -> Vec<usize> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.chain([text.len()]).collect()
}

/// A line of a sample document, counted from one.
fn sample_line(document: &str, number: usize) -> (&'static str, Direction) {
    let (_, text) = samples::documents()
        .into_iter()
        .find(|(name, _)| *name == document)
        .unwrap();
    (
        text.lines().nth(number - 1).unwrap(),
        document_direction(text),
    )
}

#[test]
fn r03_no_part_of_a_word_changes_its_letters() {
    let text = "كسر الزجاج هنا";
    for face in FACES {
        let layout = on_one_line(text, face);
        let before: Vec<PositionedGlyph> = layout.glyphs().collect();
        let word = span_of(text, "الزجاج");
        let inside: Vec<usize> = boundaries(text)
            .into_iter()
            .filter(|at| (word.start..=word.end).contains(at))
            .collect();
        let whole = layout.rects(word)[0].rect;
        let mut count = 0;
        for (index, &start) in inside.iter().enumerate() {
            for &end in &inside[index + 1..] {
                count += 1;
                let rects = layout.rects(Span { start, end });
                assert_eq!(rects.len(), 1);
                assert!(rects[0].rect.width() > 0.5);
                assert!(rects[0].rect.x0 >= whole.x0 && rects[0].rect.x1 <= whole.x1);
            }
        }
        assert_eq!(count, 21);
        let after: Vec<PositionedGlyph> = layout.glyphs().collect();
        assert_eq!(before, after);
        // The letters are joined: alone they are other glyphs.
        let alone: Vec<u16> = "الزجاج"
            .chars()
            .flat_map(|c| ids(&on_one_line(&c.to_string(), face)))
            .collect();
        assert!(ids(&on_one_line("الزجاج", face)) != alone);
    }
}

#[test]
fn r04_a_span_over_two_directions_covers_its_runs_and_nothing_between() {
    for (text, part) in [
        (
            "أعلنت قوات سوريا الديمقراطية (SDF) عن ذلك",
            "الديمقراطية (SDF",
        ),
        (
            "أعلنت قوات سوريا الديمقراطية (SDF) عن ذلك",
            "سوريا الديمقراطية (SD",
        ),
        ("رقم 22994024-22994022 في", "رقم 22994024"),
        ("رقم 22994024-22994022 في", "24-229940"),
        ("كتب Hello World ثم سكت", "كتب Hello"),
    ] {
        for face in FACES {
            let layout = on_one_line(text, face);
            let span = span_of(text, part);
            let rects = layout.rects(span);
            // Exactly the graphemes of the span are covered, each wholly.
            for pair in boundaries(text).windows(2) {
                let grapheme = Span::new(pair[0], pair[1]);
                let own = layout.rects(grapheme);
                let point = middle(&own[0]);
                let covered = rects.iter().any(|rect| rect.rect.contains(point));
                assert_eq!(covered, span.contains(pair[0]), "{part:?} {grapheme:?}");
            }
            // A click on either half of any grapheme of a rectangle stays in
            // the span.
            for rect in &rects {
                let steps = (rect.rect.width() * 4.0) as i32;
                for step in 1..steps {
                    let x = rect.rect.x0 + step as f32 / 4.0;
                    let caret = layout.hit(Point { x, y: 10.0 });
                    assert!(span.start <= caret.byte && caret.byte <= span.end);
                }
            }
        }
    }
    let text = "كتب Hello World ثم سكت";
    let layout = on_one_line(text, Face::Naskh);
    assert_eq!(layout.rects(span_of(text, "كتب Hello")).len(), 2);
}

#[test]
fn r05_parts_of_a_number_stay_in_their_order() {
    for (text, number) in [
        ("عددهم بـ1600 مقاتل", "1600"),
        ("عام 2002 كان", "2002"),
        ("قتل 785 شخصا", "785"),
        ("الـ35 دولة", "35"),
    ] {
        for face in FACES {
            let layout = on_one_line(text, face);
            let span = span_of(text, number);
            let cut = span.start + number.len() / 2;
            let first = layout.rects(Span::new(span.start, cut))[0].rect;
            let second = layout.rects(Span::new(cut, span.end))[0].rect;
            assert!(first.x1 <= second.x0 + 0.01, "{number}");

            // The same part by dragging from either side, a little above or
            // below the middle of the line.
            let inset = first.width() / 8.0;
            for (from, to, up) in [
                (first.x0 + inset, first.x1 - inset, false),
                (first.x1 - inset, first.x0 + inset, false),
                (first.x0 + inset, first.x1 - inset, true),
                (first.x1 - inset, first.x0 + inset, true),
            ] {
                let (y0, y1) = if up { (20.0, 12.0) } else { (12.0, 20.0) };
                let a = layout.hit(Point { x: from, y: y0 }).byte;
                let b = layout.hit(Point { x: to, y: y1 }).byte;
                assert_eq!(Span::new(a, b), Span::new(span.start, cut));
            }

            // And by the arrow keys, rightwards over the digits.
            let mut caret = Caret::before(span.start);
            for _ in span.start..cut {
                caret = layout.move_visual(caret, Visual::Right).unwrap();
            }
            assert_eq!(caret.byte, cut);
        }
    }
}

#[test]
fn r06_rectangles_end_where_letters_end() {
    let words = "الأكراد لإعادة لا إلى قدّم منظّمة أيضًا عمداً المشتركة السلام";
    for face in FACES {
        for text in [words].into_iter().chain(
            samples::documents()
                .into_iter()
                .flat_map(|(_, text)| text.lines())
                .filter(|line| !line.is_empty()),
        ) {
            let layout = on_one_line(text, face);
            for (index, line) in layout.lines().iter().enumerate() {
                // The extent of the letters of each grapheme, from the glyphs.
                let mut pen = line.runs.first().map_or(0.0, |run| run.x0);
                for run in 0..line.runs.len() {
                    let glyphs: Vec<PositionedGlyph> = layout.run_glyphs(line, run).collect();
                    let advance: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
                    let rects = layout.rects(line.runs[run].span);
                    assert!(rects.iter().any(|rect| rect.line == index
                        && rect.rect.x0 <= pen + 1.0
                        && rect.rect.x1 >= pen + advance - 1.0));
                    pen += advance;
                }
                assert!((pen - line.runs.last().map_or(0.0, |run| run.x1)).abs() < 1.0);
            }
        }
        // Both halves of lam-alef are there, the lam on the right.
        for pair in ["لا", "لأ", "لإ", "لآ"] {
            let layout = on_one_line(pair, face);
            let lam = layout.rects(Span::new(0, 2))[0].rect;
            let alef = layout.rects(Span::new(2, 4))[0].rect;
            assert!(lam.width() > 1.0 && alef.width() > 1.0, "{pair} {face:?}");
            assert!((alef.x1 - lam.x0).abs() < 0.01);
            let whole = layout.rects(Span::new(0, 4))[0].rect;
            assert!((whole.width() - layout.shaped().width()).abs() < 0.01);
        }
        // A mark has the rectangle of its letter, whichever of them is asked.
        let text = "قدّم";
        let layout = on_one_line(text, face);
        let letter = span_of(text, "د");
        let mark = span_of(text, "\u{651}");
        assert_eq!(layout.rects(letter), layout.rects(mark));
        assert_eq!(
            layout.rects(letter)[0].span,
            Span::new(letter.start, mark.end)
        );
    }
}

#[test]
fn r08_long_stretches_wrap_and_every_glyph_can_be_reached() {
    let (long, _) = sample_line("004", 5);
    let rule = "-".repeat(200);
    let word = "بتثجحخ".repeat(50);
    let address = format!("البريد : {}@example.org", "vdcnsy".repeat(20));
    for text in [long, &rule, &word, &address] {
        for face in FACES {
            for width in [80.0, 200.0, 500.0] {
                let layout = lay_out(text, face, width);
                assert!(layout.lines().len() > 1);
                for line in layout.lines() {
                    assert!(line.x0 >= -0.1 && line.x1 <= width + 0.1, "{text:?}");
                }
                let rects = layout.rects(Span::new(0, text.len()));
                assert!(rects.len() >= layout.lines().len());
                for (index, _) in layout.lines().iter().enumerate() {
                    for glyph in layout.line_glyphs(index) {
                        // Only a space may hang over the edge.
                        let space = text[glyph.cluster..].starts_with(' ');
                        assert!(space || (-0.1..=width + 0.1).contains(&glyph.x));
                    }
                }
            }
        }
    }
}

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
    let (line, _) = sample_line("003", 1);
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
    let (text, _) = sample_line("003", 21);
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
    for line in 0..lines.len() {
        let end = layout.hit(Point {
            x: -500.0,
            y: y(line),
        });
        assert_eq!(end.byte, lines[line].span.end);
        let start = layout.hit(Point {
            x: 900.0,
            y: y(line),
        });
        assert_eq!(start.byte, lines[line].span.start);
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

/// The ink of a line's glyphs above and below the baseline, in points.
fn ink(layout: &ParagraphLayout, line: usize) -> (f32, f32) {
    let baseline = layout.lines()[line].baseline;
    let (mut above, mut below) = (0.0_f32, 0.0_f32);
    for glyph in layout.line_glyphs(line) {
        let font = FontRef::new(FontSet::bundled().data(glyph.font)).unwrap();
        let metrics = font.glyph_metrics(Size::new(SIZE), LocationRef::default());
        let Some(bounds) = metrics.bounds(GlyphId::from(glyph.glyph)) else {
            continue;
        };
        above = above.max(bounds.y_max - (glyph.y - baseline));
        below = below.max((glyph.y - baseline) - bounds.y_min);
    }
    (above, below)
}

#[test]
fn r38_rows_are_high_enough_for_stacked_marks() {
    let heavy = ["أُوْلَئِكَ", "بليغٍ مسلمةٌ", "آًُ بً بًُ بَُ", "وَٱلَّٰتِي ٱلۡمُؤۡمِنِينَ إِلَىٰٓ"];
    let lines = samples::documents()
        .into_iter()
        .flat_map(|(_, text)| text.lines());
    let texts: Vec<&str> = heavy.into_iter().chain(lines).collect();
    for face in [Face::Naskh, Face::Amiri, Face::Sans, Face::Mono] {
        for bold in [false, true] {
            let style = TextStyle {
                face,
                bold,
                size: SIZE,
            };
            let line_height = FontSet::bundled().vertical_metrics(style).line_height();
            assert!(line_height < 2.3 * SIZE);
            for text in &texts {
                let layout = TextEngine::new()
                    .shape(text, RTL, style)
                    .break_lines(LineOptions {
                        width: f32::INFINITY,
                        line_height,
                        align: Align::Start,
                    });
                let line = &layout.lines()[0];
                let (above, below) = ink(&layout, 0);
                let room = (line.baseline - line.top, line.bottom - line.baseline);
                assert!(
                    above <= room.0 && below <= room.1,
                    "{text} {style:?}: ink {above} and {below}, room {room:?}"
                );
            }
        }
    }
}

#[test]
fn r42_mixed_text_is_joined_ordered_and_walkable() {
    let text = "Mixed: English العربية עברית 123";
    for face in [Face::Naskh, Face::Amiri, Face::Sans, Face::Mono] {
        let layout = on_one_line(text, face);
        // No empty box: every character has a glyph in some face.
        assert!(layout.glyphs().all(|glyph| glyph.glyph != 0), "{face:?}");
        assert_eq!(layout.shaped().direction(), Direction::LeftToRight);
        // Latin first, then the right-to-left part as a whole: 123, Hebrew,
        // Arabic from left to right.
        let left = |part: &str| {
            let rects = layout.rects(span_of(text, part));
            rects
                .iter()
                .map(|rect| rect.rect.x0)
                .fold(f32::INFINITY, f32::min)
        };
        assert!(left("Mixed") < left("English"));
        assert!(left("English") < left("123"));
        assert!(left("123") < left("עברית"));
        assert!(left("עברית") < left("العربية"));
        // One place for each character, whatever number of glyphs it has.
        assert_eq!(layout.stops(0).len(), text.chars().count() + 1);
        assert_eq!(on_one_line("ب", face).stops(0).len(), 2);
        assert_eq!(on_one_line("بتث", face).stops(0).len(), 4);
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
        let (text, fallback) = sample_line(document, number);
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
                    // Marks are left after their letters by the other side.
                    let mut ours: Vec<char> = ours.chars().collect();
                    let mut theirs: Vec<char> = theirs.chars().collect();
                    if !text.chars().any(|c| ('\u{64B}'..='\u{655}').contains(&c)) {
                        assert_eq!(ours, theirs, "{document} line {number}");
                    }
                    ours.sort_unstable();
                    theirs.sort_unstable();
                    assert_eq!(ours, theirs);
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
