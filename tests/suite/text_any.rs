//! Any text: cut into paragraphs, elided, and laid out in a time that grows
//! with its length. Any width and size: `tests/continuous/layout.rs`.

use std::sync::Arc;
use std::time::Instant;

use hashiya::model::Span;
use hashiya::text::{
    Align, BaseDirection, Direction, Face, LineOptions, ParagraphLayout, Point, ShapedParagraph,
    TextEngine, TextStyle, Visual, paragraphs,
};
use proptest::prelude::*;

fn shape(text: &str, face: Face, size: f32, base: BaseDirection) -> Arc<ShapedParagraph> {
    let style = TextStyle {
        face,
        bold: false,
        size,
    };
    TextEngine::new().shape(text, base, style)
}

fn broken(shaped: &Arc<ShapedParagraph>, width: f32) -> ParagraphLayout {
    shaped.break_lines(LineOptions {
        width,
        line_height: 30.0,
        align: Align::Start,
    })
}

/// Characters that text engines trip over, among all others.
fn any_char() -> impl Strategy<Value = char> {
    let awkward = prop::sample::select(vec![
        '\0',
        '\t',
        '\n',
        '\r',
        '\u{B}',
        '\u{C}',
        '\u{1C}',
        '\u{1F}',
        ' ',
        '\u{85}',
        '\u{A0}',
        '\u{AD}',
        '\u{300}',
        '\u{5D0}',
        '\u{600}',
        '\u{61C}',
        '\u{640}',
        '\u{644}',
        '\u{627}',
        '\u{64B}',
        '\u{651}',
        '\u{661}',
        '\u{670}',
        '\u{6DD}',
        '\u{E33}',
        '\u{1100}',
        '\u{1161}',
        '\u{200B}',
        '\u{200C}',
        '\u{200D}',
        '\u{200E}',
        '\u{200F}',
        '\u{2028}',
        '\u{2029}',
        '\u{202A}',
        '\u{202B}',
        '\u{202C}',
        '\u{202D}',
        '\u{202E}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{3000}',
        '\u{FDFA}',
        '\u{FE0F}',
        '\u{FEFF}',
        '\u{FFFC}',
        '\u{FFFD}',
        '\u{1F1E6}',
        '\u{1F469}',
        '\u{1F3FD}',
        '\u{E0061}',
        '\u{10FFFF}',
        '(',
        ')',
        '"',
        '1',
        'a',
    ]);
    let arabic = prop::char::range('\u{600}', '\u{6FF}');
    prop_oneof![4 => arabic, 4 => awkward, 2 => prop::char::range(' ', '~'), 1 => any::<char>()]
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any_char(), 0..60).prop_map(String::from_iter)
}

fn any_width() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => 0.0_f32..400.0,
        1 => prop::sample::select(vec![
            0.0, -5.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MIN_POSITIVE, f32::MAX,
        ]),
    ]
}

fn any_base() -> impl Strategy<Value = BaseDirection> {
    prop::sample::select(vec![
        BaseDirection::Auto {
            fallback: Direction::RightToLeft,
        },
        BaseDirection::Fixed(Direction::LeftToRight),
        BaseDirection::Fixed(Direction::RightToLeft),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_elided(text in any_text(), width in any_width(), base in any_base()) {
        let style = TextStyle { face: Face::Sans, bold: false, size: 14.0 };
        let mut engine = TextEngine::new();
        let elided = engine.elide(&text, base, style, width);
        if elided.elided {
            let kept = elided.text.strip_suffix('\u{2026}').unwrap();
            prop_assert!(text.starts_with(kept));
            let fixed = BaseDirection::Fixed(elided.direction);
            let shown = engine.shape(&elided.text, fixed, style).width();
            prop_assert!(shown <= width || kept.is_empty());
        } else {
            prop_assert_eq!(elided.text, text);
        }
    }

    #[test]
    fn paragraphs_tile_any_text(text in any_text()) {
        let found = paragraphs(&text);
        let mut at = 0;
        for span in &found {
            prop_assert!(span.start >= at && span.start - at <= 3);
            prop_assert!(span.of(&text).is_some());
            at = span.end;
        }
        prop_assert_eq!(at, text.len());
    }
}

/// Texts that cost most engines more than their length.
#[rustfmt::skip]
const HEAVY: [&str; 33] = [
    "الكتاب على الطاولة ", "بتث", "لا", "ب\u{64B}\u{651}", "\u{64B}", "\u{200D}", "\0", " ", "\t",
    "\u{2028}", "\u{2067}", "\u{2068}", "\u{2068}a\u{2069}", "\u{202B}", "(", "(a)", "(ب)", "1,", "a-",
    "abc ابج 123 ", "\u{1F1E6}", "\u{E01}", "\n", "\r\n", "\u{2066}ا\n", "\u{2069}", "\u{E000}",
    "\u{378}", "\u{FFFF}", "\u{1}\u{7F}", "\u{1F468}\u{200D}", "ب\u{200D}", "aбγאاܐ",
];

#[test]
fn long_paragraphs_take_time_by_their_length() {
    const LENGTH: usize = 200_000;
    for unit in HEAVY {
        let text = unit.repeat(LENGTH / unit.len());
        let begin = Instant::now();
        let shaped = shape(
            &text,
            Face::Naskh,
            18.0,
            BaseDirection::Fixed(Direction::RightToLeft),
        );
        let layout = broken(&shaped, 300.0);
        let caret = layout.hit(Point { x: 30.0, y: 1e9 });
        layout.move_visual(caret, Visual::Left);
        layout.rects(Span::new(1_000, text.len()));
        // A fraction of a second where it is linear, minutes where it is not.
        let taken = begin.elapsed();
        assert!(taken.as_secs() < 10, "{unit:?} took {taken:?}");
    }
}

#[test]
fn five_megabytes_without_a_line_break_are_laid_out() {
    let text = "الكتاب على الطاولة (a b) 12 ".repeat(5_000_000 / 44);
    let shaped = shape(
        &text,
        Face::Amiri,
        18.0,
        BaseDirection::Fixed(Direction::RightToLeft),
    );
    let layout = broken(&shaped, 700.0);
    assert!(layout.lines().len() > 20_000);
    let last = layout.lines().last().unwrap();
    assert_eq!(last.span.end, text.len());
    let caret = layout.hit(Point {
        x: 350.0,
        y: last.top + 1.0,
    });
    assert!(last.span.start <= caret.byte && caret.byte <= last.span.end);
}
