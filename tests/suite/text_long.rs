//! Very long paragraphs: the parts they are laid out in, and that no text takes
//! more time or memory than its length.

use std::sync::Arc;
use std::time::Instant;

use hashiya::model::Span;
use hashiya::text::{
    Align, BaseDirection, Direction, Face, LineEnd, LineOptions, ParagraphLayout, Point,
    ShapedParagraph, TextEngine, TextStyle, Visual, layout_units,
};

use super::support::large;

const RTL: BaseDirection = BaseDirection::Fixed(Direction::RightToLeft);

fn shape(text: &str, face: Face) -> Arc<ShapedParagraph> {
    let style = TextStyle {
        face,
        bold: false,
        size: 18.0,
    };
    TextEngine::new().shape(text, RTL, style)
}

fn options(width: f32) -> LineOptions {
    LineOptions {
        width,
        line_height: 34.0,
        align: Align::Start,
    }
}

fn widths(layout: &ParagraphLayout) -> Vec<f32> {
    layout
        .lines()
        .iter()
        .map(|line| line.x1 - line.x0)
        .collect()
}

#[test]
fn nobody_sees_where_a_long_paragraph_is_cut() {
    let text = large::text(60_000).replace('\n', " ");
    let units = layout_units(&text);
    assert!(units.len() > 5);
    for face in [Face::Naskh, Face::Amiri] {
        for width in [330.0, 600.0, 900.0] {
            for unit in &units[..units.len() - 1] {
                let part = shape(unit.of(&text).unwrap(), face);
                let plain = part.break_lines(options(width));
                let evened = part.break_unit(options(width));
                // No line more than without it, and none that stands out. In a
                // narrow column the words themselves are a part of a line.
                assert_eq!(evened.lines().len(), plain.lines().len());
                let lines = widths(&evened);
                let usual = widths(&plain)[..lines.len() - 1]
                    .iter()
                    .copied()
                    .fold(width * 0.7, f32::min);
                let least = if width < 500.0 { width * 0.5 } else { usual };
                for line in &lines {
                    assert!(*line >= least.min(usual), "{line} of {width}");
                }
                assert!(lines.iter().all(|line| *line <= width + 0.1));
                assert_eq!(evened.lines().last().unwrap().end, LineEnd::Soft);
                let mut at = 0;
                for line in evened.lines() {
                    assert_eq!(line.span.start, at);
                    at = line.span.end;
                }
                assert_eq!(at, part.text().len());
            }
        }
    }
}

#[test]
fn a_part_is_broken_at_any_width() {
    for text in [
        "",
        "ا",
        "كلمة",
        "كلمة كلمة\u{2028}",
        "\u{2028}\u{2028}",
        "   ",
        "\t\t",
        "ا\u{2028}ب ت ث ج",
    ] {
        let shaped = shape(text, Face::Naskh);
        for width in [f32::NAN, f32::INFINITY, -1.0, 0.0, 1.0, 20.0, 60.0, 1e9] {
            let layout = shaped.break_unit(options(width));
            let end = layout.lines().last().unwrap().span.end;
            assert_eq!(end, text.len(), "{text:?} at {width}");
        }
    }
}

#[test]
fn megabytes_without_a_space_are_cut_and_laid_out() {
    for letters in ["ب", "ا", "\u{64B}", "a", "中", "\u{A0}"] {
        let text = letters.repeat(1_000_000 / letters.len());
        let units = layout_units(&text);
        assert!(units.len() > 60, "{letters:?}");
        let middle = units[units.len() / 2].of(&text).unwrap();
        let layout = shape(middle, Face::Naskh).break_unit(options(600.0));
        assert_eq!(layout.lines().last().unwrap().span.end, middle.len());
    }
}

/// Time and memory of one text, in seconds and bytes.
fn cost(text: &str, face: Face) -> (f64, usize) {
    let begin = Instant::now();
    let shaped = shape(text, face);
    let layout = shaped.break_lines(options(600.0));
    let caret = layout.hit(Point {
        x: 300.0,
        y: layout.height() / 2.0,
    });
    layout.move_visual(caret, Visual::Left);
    layout.rects(Span::new(0, text.len()));
    layout.glyphs().count();
    (begin.elapsed().as_secs_f64(), shaped.memory())
}

#[test]
fn what_is_nested_or_piled_up_takes_time_by_its_length() {
    let nested = |open: &str, close: &str, count: usize| {
        format!("{}ا{}", open.repeat(count), close.repeat(count))
    };
    let texts = [
        nested("\u{2067}", "\u{2069}", 40_000),
        nested("\u{2068}", "\u{2069}", 40_000),
        nested("\u{2066}a", "ب\u{2069}", 20_000),
        nested("\u{202B}", "\u{202C}", 40_000),
        nested("\u{202E}a", "\u{202C}", 40_000),
        nested("(", ")", 100_000),
        nested("[a(", ")ب]", 30_000),
        format!("ا{}", "\u{64B}".repeat(100_000)),
        format!("e{}", "\u{301}".repeat(100_000)),
        format!("ب{}", "\u{650}\u{651}\u{670}".repeat(30_000)),
        format!("{}1", "\u{600}".repeat(100_000)),
    ];
    for text in &texts {
        let name: String = text.chars().take(3).collect();
        for face in [Face::Naskh, Face::Amiri] {
            let (taken, memory) = cost(text, face);
            // A fraction of a second where it is linear, minutes where not.
            assert!(taken < 10.0, "{name:?} took {taken} s");
            assert!(memory < 64 * text.len(), "{name:?} took {memory} bytes");
        }
    }
}
