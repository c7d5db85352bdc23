//! Failures of right-to-left text in other tools, as far as they are
//! questions of layout. Numbers are those of the table in tests/README.md.

use std::sync::Arc;

use hashiya::model::Span;
use hashiya::text::{
    Align, BaseDirection, Caret, Direction, Face, FontSet, LineOptions, LineRect, ParagraphLayout,
    Point, PositionedGlyph, ShapedParagraph, TextEngine, TextStyle, Visual,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::FontRef;
use skrifa::{GlyphId, MetadataProvider};

use crate::samples;

pub(super) const SIZE: f32 = 18.0;
/// Enough for every face.
pub(super) const LINE_HEIGHT: f32 = 2.2 * SIZE;
pub(super) const RTL: BaseDirection = BaseDirection::Auto {
    fallback: Direction::RightToLeft,
};
pub(super) const FACES: [Face; 2] = [Face::Naskh, Face::Amiri];

pub(super) fn style(face: Face) -> TextStyle {
    TextStyle {
        face,
        bold: false,
        size: SIZE,
    }
}

fn shape(text: &str, face: Face) -> Arc<ShapedParagraph> {
    TextEngine::new().shape(text, RTL, style(face))
}

pub(super) fn lay_out(text: &str, face: Face, width: f32) -> ParagraphLayout {
    shape(text, face).break_lines(LineOptions {
        width,
        line_height: LINE_HEIGHT,
        align: Align::Start,
    })
}

pub(super) fn on_one_line(text: &str, face: Face) -> ParagraphLayout {
    lay_out(text, face, f32::INFINITY)
}

pub(super) fn ids(layout: &ParagraphLayout) -> Vec<u16> {
    layout.glyphs().map(|glyph| glyph.glyph).collect()
}

pub(super) fn span_of(text: &str, part: &str) -> Span {
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

/// Every grapheme's rectangle ends where the pen stood before or after its
/// glyphs, within a point; inside a sign of several letters the edge lies
/// inside the sign.
fn edges_are_those_of_advances(layout: &ParagraphLayout) {
    let text = layout.shaped().text();
    for line in layout.lines() {
        for run in 0..line.runs.len() {
            let mut pen = line.runs[run].x0;
            let mut pens = vec![pen];
            let mut drawn = std::collections::BTreeSet::new();
            for glyph in layout.run_glyphs(line, run) {
                pen += glyph.advance;
                pens.push(pen);
                if glyph.advance > 0.5 {
                    drawn.insert(glyph.cluster);
                }
            }
            let span = line.runs[run].span;
            let borders: Vec<usize> = boundaries(text)
                .into_iter()
                .filter(|at| (span.start..=span.end).contains(at))
                .collect();
            for pair in borders.windows(2) {
                let rect = layout.rects(Span::new(pair[0], pair[1]))[0];
                let meets = |x: f32| pens.iter().any(|pen| (pen - x).abs() <= 1.0);
                // A letter that has no width of its own shares that of the one
                // before it, which then ends inside the sign too.
                let shares = |at: usize| !drawn.contains(&at);
                let next = shares(rect.span.end) && rect.span.end < span.end;
                assert!(
                    meets(rect.rect.x0) && meets(rect.rect.x1) || shares(rect.span.start) || next,
                    "{:?} of {text}: {:?}",
                    &text[pair[0]..pair[1]],
                    rect.rect
                );
            }
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
        for text in [words].into_iter().chain(
            samples::documents()
                .into_iter()
                .flat_map(|(_, text)| text.lines()),
        ) {
            edges_are_those_of_advances(&on_one_line(text, face));
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
    let long = samples::line("004", 5);
    let rule = "-".repeat(200);
    let word = "بتثجحخ".repeat(50);
    let address = format!("البريد : {}@example.org", "vdcnsy".repeat(20));
    // A word broken for want of room keeps its joined letters.
    for face in FACES {
        let glyphs = |width: f32| -> Vec<(usize, u16)> {
            let mut all: Vec<(usize, u16)> = lay_out(&word, face, width)
                .glyphs()
                .map(|glyph| (glyph.cluster, glyph.glyph))
                .collect();
            all.sort_unstable();
            all
        };
        assert_eq!(glyphs(60.0), glyphs(f32::INFINITY));
    }
    // Lam and alef, drawn as one sign, stay on one line.
    for face in FACES {
        let text = "بلا".repeat(40);
        for width in [4.0, 11.0, 17.0, 23.0, 60.0] {
            for line in lay_out(&text, face, width).lines() {
                assert!(
                    !text[line.span.start..].starts_with('ا'),
                    "{face:?} {width}"
                );
            }
        }
    }
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

/// The ink of a line's glyphs above and below the baseline, in points.
fn ink(layout: &ParagraphLayout, line: usize) -> (f32, f32) {
    ink_at(layout, line, SIZE)
}

fn ink_at(layout: &ParagraphLayout, line: usize, size: f32) -> (f32, f32) {
    let baseline = layout.lines()[line].baseline;
    let (mut above, mut below) = (0.0_f32, 0.0_f32);
    for glyph in layout.line_glyphs(line) {
        let font = FontRef::new(FontSet::bundled().data(glyph.font)).unwrap();
        let metrics = font.glyph_metrics(Size::new(size), LocationRef::default());
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

/// Signs of the Quran, honorifics and stacks of marks.
const TALL: [&str; 8] = [
    "أُوْلَئِكَ بليغٍ مسلمةٌ آًُ بً بًُ بَُ",
    "بِسۡمِ ٱللَّهِ ٱلرَّحۡمَٰنِ ٱلرَّحِيمِ ۝١ ۝١٢ ۝٢٨٦",
    "كِتَٰبٌ ۖ ۗ ۘ ۙ ۚ ۛ ۜ لَا رَيۡبَ ۛ فِيهِ ۛ",
    "۞ ۩ ۟ ۠ ۡ ۢ ۣ ۤ ۥ ۦ ۧ ۨ ۪ ۫ ۬ ۭ",
    "إِۦلَٰفِهِمۡ بَصۜطَةٗ ءَاٰ۬نَ إِلَىٰٓ وَلَا ٱلضَّآلِّينَ",
    "صلى الله عليه وسلم ﷺ ﷻ ﷽ ﷲ ﷴ",
    "لإٕ ٱلۡأٓخِرِ هُمُ ٱلۡمُفۡلِحُونَ ٳ ٲ ٵ",
    "قال آية 🙏🏽 السّلامُ عليكُمْ 中国 Ấ Ể Ṣ̌",
];

#[test]
fn r38_no_ink_leaves_its_row_at_any_line_height_and_size() {
    for face in FACES.into_iter().chain([Face::Sans, Face::Mono]) {
        for size in [6.0_f32, 9.5, 19.0, 57.0] {
            for text in TALL {
                let style = TextStyle {
                    face,
                    bold: false,
                    size,
                };
                let shaped = TextEngine::new().shape(text, RTL, style);
                for leading in [1.0, 1.6, 1.9, 2.3] {
                    let line_height = shaped.line_height_from(leading * size);
                    assert!(line_height >= leading * size);
                    let layout = shaped.break_lines(LineOptions {
                        width: 14.0 * size,
                        line_height,
                        align: Align::Start,
                    });
                    for (index, line) in layout.lines().iter().enumerate() {
                        let (above, below) = ink_at(&layout, index, size);
                        let room = (line.baseline - line.top, line.bottom - line.baseline);
                        let slack = size / 100.0;
                        assert!(
                            above <= room.0 + slack && below <= room.1 + slack,
                            "{text} {face:?} {size} {leading}: {above} {below} {room:?}"
                        );
                        // However wide a sign is, the column holds its line or
                        // the sign stands alone on it.
                        let signs = text[line.span.start..line.span.end].trim().chars();
                        assert!(line.x1 - line.x0 <= 14.0 * size + 0.1 || signs.count() == 1);
                    }
                }
                // Letters without stacked marks keep the close lines.
                let plain = TextEngine::new().shape("أعلنت قوات سوريا", RTL, style);
                let close = plain.line_height_from(1.6 * size);
                assert!((close - 1.6 * size).abs() < 0.01, "{face:?} {close}");
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
