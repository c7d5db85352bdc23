//! Lines filled to both edges: by spaces, and by long joins between letters.

use std::process::Command;

use hashiya::model::Span;
use hashiya::text::{
    Align, Direction, Face, Fill, FontSet, LineEnd, LineOptions, ParagraphLayout, Point, TextEngine,
};

use super::outside;
use super::text_rows::{FACES, LINE_HEIGHT, RTL, SIZE, ids, lay_out, on_one_line, style};
use crate::samples;

fn filled(text: &str, face: Face, width: f32, fill: Fill) -> ParagraphLayout {
    TextEngine::new()
        .shape(text, RTL, style(face))
        .break_lines(LineOptions {
            width,
            line_height: LINE_HEIGHT,
            align: Align::Both(fill),
        })
}

fn sample_lines() -> impl Iterator<Item = &'static str> {
    samples::documents()
        .into_iter()
        .flat_map(|(_, text)| text.lines())
        .filter(|line| line.len() > 80)
}

#[test]
fn filled_lines_meet_both_edges_and_break_where_ragged_ones_do() {
    let (mut filled_lines, mut left) = (0, 0);
    for face in FACES {
        for width in [300.0, 433.0, 600.0] {
            for fill in [Fill::Spaces, Fill::Kashida] {
                for text in sample_lines() {
                    let ragged = lay_out(text, face, width);
                    let layout = filled(text, face, width, fill);
                    assert_eq!(ragged.lines().len(), layout.lines().len());
                    for (index, line) in layout.lines().iter().enumerate() {
                        let before = &ragged.lines()[index];
                        assert_eq!(line.span, before.span);
                        if line.end != LineEnd::Soft {
                            assert_eq!((line.x0, line.x1), (before.x0, before.x1));
                            continue;
                        }
                        let whole = (line.x1 - line.x0 - width).abs() < 0.001;
                        if !whole {
                            assert_eq!((line.x0, line.x1), (before.x0, before.x1));
                            left += 1;
                            continue;
                        }
                        filled_lines += 1;
                        assert!(line.x0.abs() < 0.001, "{text}");
                        // The cells themselves end there, hanging space apart.
                        let shown = text[line.span.start..line.span.end].trim_end();
                        let span = Span::new(line.span.start, line.span.start + shown.len());
                        let rects = layout.rects(span);
                        let x0 = rects.iter().map(|r| r.rect.x0).fold(f32::MAX, f32::min);
                        let x1 = rects.iter().map(|r| r.rect.x1).fold(0.0, f32::max);
                        assert!(x0.abs() < 0.02 && (x1 - width).abs() < 0.02, "{x0} {x1}");
                        let sum: f32 = rects.iter().map(|r| r.rect.width()).sum();
                        assert!((sum - width).abs() < 0.05, "{sum} of {width}: {shown}");
                    }
                }
            }
        }
    }
    // Hardly a line of news is left ragged at such widths.
    assert!(
        filled_lines > 500 && left * 20 < filled_lines,
        "{left} of {filled_lines}"
    );
}

#[test]
fn carets_and_clicks_count_the_long_join_to_its_letter() {
    for face in FACES {
        for text in sample_lines().take(40) {
            let layout = filled(text, face, 300.0, Fill::Kashida);
            for line in 0..layout.lines().len() {
                let stops = layout.stops(line);
                assert!(stops.windows(2).all(|pair| pair[0].x < pair[1].x));
                for stop in stops {
                    let y = layout.lines()[line].top + 4.0;
                    let back = layout.hit(Point { x: stop.x, y });
                    let there = layout.caret_rect(back).x0;
                    assert!((there - stop.x).abs() < 0.02, "{text} {}", stop.x);
                }
            }
        }
    }
}

/// The words of a line in which a letter is drawn with other glyphs than on
/// the ragged line: where they are, and their glyphs from left to right.
fn changed_words(text: &str, face: Face, width: f32) -> Vec<(String, Vec<u16>, f32)> {
    let ragged = lay_out(text, face, width);
    let layout = filled(text, face, width, Fill::Kashida);
    let glyphs = |layout: &ParagraphLayout, span: Span| -> Vec<u16> {
        layout
            .glyphs()
            .filter(|glyph| span.contains(glyph.cluster))
            .map(|glyph| glyph.glyph)
            .collect()
    };
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        let span = Span::new(start, start + bare.len());
        start += word.len();
        let (old, new) = (glyphs(&ragged, span), glyphs(&layout, span));
        if old != new {
            let wide: f32 = layout.rects(span).iter().map(|r| r.rect.width()).sum();
            found.push((bare.to_owned(), new, wide));
        }
    }
    found
}

/// `HarfBuzz`'s glyphs of a word, from left to right.
fn shaped_outside(program: &std::path::Path, font: &str, word: &str) -> Vec<u16> {
    let output = Command::new(program)
        .args(["--no-glyph-names", "--no-positions", "--no-clusters"])
        .arg(outside::repository(font))
        .arg(word)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim()
        .trim_matches(['[', ']'])
        .split('|')
        .map(|glyph| glyph.parse().unwrap())
        .collect()
}

#[test]
fn long_joins_are_what_the_face_draws_for_tatweels() {
    let Some(hb_shape) = outside::need("hb-shape") else {
        return;
    };
    for (face, file) in [
        (Face::Naskh, "fonts/NotoNaskhArabic-Regular.ttf"),
        (Face::Amiri, "fonts/Amiri-Regular.ttf"),
    ] {
        let (mut same, mut seen) = (0, 0);
        for text in sample_lines().take(30) {
            for (word, glyphs, _) in changed_words(text, face, 300.0) {
                if !word.chars().all(char::is_alphabetic) {
                    continue;
                }
                seen += 1;
                // One long join: after some letter, of one to three tatweels.
                let borders: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).collect();
                let typed = borders.into_iter().any(|at| {
                    (1..=3).any(|count| {
                        let mut long = word.clone();
                        long.insert_str(at, &"ـ".repeat(count));
                        shaped_outside(&hb_shape, file, &long) == glyphs
                    })
                });
                same += usize::from(typed);
            }
        }
        // Amiri draws the end or the start of a word by its neighbour: such
        // words differ from those shaped alone.
        assert!(seen > 30, "{face:?}: {seen}");
        let enough = if face == Face::Naskh {
            seen
        } else {
            seen * 4 / 5
        };
        assert!(same >= enough, "{face:?}: {same} of {seen}");
    }
}

#[test]
fn no_join_is_lengthened_where_none_may_be() {
    // A line that could be filled only by lengthening these stays as it is.
    for face in FACES {
        for word in [
            "الله",
            "بالله",
            "لله",
            "في",
            "لا",
            "ورد",
            "دار",
            "SDF",
            "123",
            "שלום",
        ] {
            let text = format!("{word} {word} {word} {word} {word} {word}");
            let whole = on_one_line(&text, face).shaped().width();
            for part in [0.45, 0.6, 0.75] {
                let width = whole * part;
                let mut ragged = ids(&lay_out(&text, face, width));
                let mut long = ids(&filled(&text, face, width, Fill::Kashida));
                ragged.sort_unstable();
                long.sort_unstable();
                assert_eq!(ragged, long, "{word} {face:?}");
            }
        }
    }
}

#[test]
fn marks_stay_on_their_letters_and_are_never_stretched_over() {
    let text =
        "وَأَعْلَنَتِ الْحُكُومَةُ الْمُؤَقَّتَةُ أَنَّ مُفَاوَضَاتِ السَّلَامِ مُسْتَمِرَّةٌ بَيْنَ الْجَانِبَيْنِ فِي الْمَدِينَةِ الْمُحَاصَرَةِ مُنْذُ أَشْهُرٍ";
    for face in FACES {
        let mut lengthened = 0;
        for step in 0..20 {
            let width = 180.0 + 13.0 * step as f32;
            let layout = filled(text, face, width, Fill::Kashida);
            let ragged = lay_out(text, face, width);
            lengthened += usize::from(ids(&layout) != ids(&ragged));
            // Each letter has a rectangle as wide as before or wider, and its
            // marks have the same one.
            for (at, c) in text.char_indices() {
                let span = Span::new(at, at + c.len_utf8());
                let now = layout.rects(span);
                assert!(!now.is_empty());
                if !c.is_alphabetic() && c != ' ' {
                    let letter = text[..at]
                        .char_indices()
                        .rev()
                        .find(|(_, c)| c.is_alphabetic() && !('\u{64B}'..='\u{65F}').contains(c))
                        .unwrap();
                    let of_letter =
                        layout.rects(Span::new(letter.0, letter.0 + letter.1.len_utf8()));
                    assert_eq!(now, of_letter);
                }
            }
        }
        assert!(lengthened > 5, "{face:?} {lengthened}");
    }
}

#[test]
fn latin_paragraphs_are_filled_by_spaces_only() {
    let text = "The first phase of the agreement has been completed and seven hundred and \
                eighty five civilians went home after years in the camps of the north east";
    let layout = filled(text, Face::Sans, 420.0, Fill::Kashida);
    let ragged = lay_out(text, Face::Sans, 420.0);
    assert_eq!(layout.shaped().direction(), Direction::LeftToRight);
    assert_eq!(ids(&layout), ids(&ragged));
    for line in layout.lines() {
        if line.end == LineEnd::Soft {
            assert!((line.x1 - 420.0).abs() < 0.001 && line.x0 == 0.0);
        }
    }
}

#[test]
fn lines_with_a_tab_a_forced_end_or_one_word_stay_as_they_are() {
    for text in [
        "اسم\tقيمة أولى طويلة جدا تكفي لسطرين وأكثر من ذلك بقليل\tآخر الكلام هنا في السطر",
        "كلمة أولى\u{2028}كلمة ثانية\u{2028}ثالثة",
        "المستشفياتالمستشفياتالمستشفياتالمستشفيات",
    ] {
        for fill in [Fill::Spaces, Fill::Kashida] {
            let layout = filled(text, Face::Naskh, 170.0, fill);
            let ragged = lay_out(text, Face::Naskh, 170.0);
            for (line, before) in layout.lines().iter().zip(ragged.lines()) {
                let shown = &text[line.span.start..line.span.end];
                if shown.contains('\t') || line.end != LineEnd::Soft || !shown.contains(' ') {
                    assert_eq!((line.x0, line.x1), (before.x0, before.x1), "{shown}");
                }
            }
        }
    }
}

#[test]
fn nothing_stops_on_any_width() {
    for text in samples::documents()
        .into_iter()
        .flat_map(|(_, text)| text.lines())
    {
        for width in [0.0, 3.0, 40.0, f32::INFINITY, f32::NAN, -5.0] {
            let layout = filled(text, Face::Amiri, width, Fill::Kashida);
            assert!(layout.lines().iter().all(|line| line.x0.is_finite()));
        }
    }
    assert!(SIZE < FontSet::bundled().units_per_em(hashiya::text::FontId(0)));
}
