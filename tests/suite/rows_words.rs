//! Failures of right-to-left text in other tools that concern lists, words
//! and tokens. Numbers are those of the table in tests/README.md.

use egui::{Color32, Rect, pos2, vec2};
use hashiya::analysis::{Query, concordance, find};
use hashiya::formats::tokenize;
use hashiya::i18n::Language;
use hashiya::language::Level;
use hashiya::model::Span;
use hashiya::text::Direction;
use hashiya::ui::paint::cpu::{Image, Offscreen};
use hashiya::ui::theme::{Theme, ThemeKind, UiDirection};
use hashiya::ui::widgets::{
    Button, Context, Label, ListRow, MenuRow, TagChip, TextField, TextLook, check_box, dialog,
    heading, label, tab,
};

use super::sources::root;
use super::text_rows::{FACES, on_one_line, span_of};
use crate::samples;

/// Every kind of thing that shows words, with these.
fn things(words: &str, direction: UiDirection) -> Image {
    let mut window = Offscreen::new(vec2(300.0, 420.0), 1.0);
    let mut written = words.to_owned();
    for _ in 0..2 {
        window.frame(Vec::new(), |ui| {
            Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
            heading(ui, words);
            label(ui, words);
            Label::new(words).naskh(18.0).show(ui);
            Button::new(words).show(ui);
            ListRow::new(words).detail(words).show(ui);
            TagChip::new(words, Color32::RED).show(ui);
            MenuRow::new(words).show(ui);
            tab(ui, words, true);
            check_box(ui, &mut true, words);
            TextField::new("one", "one", &mut written).show(ui);
            dialog(ui.ctx(), "d", words, 200.0, |ui| label(ui, words));
        });
    }
    window.image()
}

/// Words in any list, button, tooltip or field are drawn as if their own
/// direction had been asked for.
#[test]
fn r09_words_have_their_own_direction_wherever_they_stand() {
    for (words, mark) in [
        ("\"قسد\" (SDF) قالت 12!", '\u{200F}'),
        ("(كوباني) YPG؟", '\u{200F}'),
        ("“SDF” (قسد) said 12!", '\u{200E}'),
    ] {
        for direction in [UiDirection::LeftToRight, UiDirection::RightToLeft] {
            let plain = things(words, direction);
            let asked = things(&format!("{mark}{words}"), direction);
            assert!(plain == asked, "{words} in {direction:?}");
            let other = if mark == '\u{200F}' {
                '\u{200E}'
            } else {
                '\u{200F}'
            };
            assert!(
                plain != things(&format!("{other}{words}"), direction),
                "the check sees nothing"
            );
        }
    }
}

/// How many pixels of ink stand left and right of the middle words.
fn ink_beside(text: &str, words: &str, direction: Direction) -> (usize, usize) {
    let mut window = Offscreen::new(vec2(500.0, 40.0), 1.0);
    let span = span_of(text, words);
    window.frame(Vec::new(), |ui| {
        Theme::of(ThemeKind::Light).install(ui.ctx(), UiDirection::LeftToRight);
        ui.painter()
            .rect_filled(Rect::EVERYTHING, 0.0, Color32::WHITE);
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(500.0, 40.0));
        let context = Context {
            text,
            words: span,
            direction,
        };
        context.paint(
            ui,
            rect,
            TextLook::naskh(16.0),
            None,
            (Color32::RED, Color32::BLACK),
        );
    });
    let image = window.image();
    let red: Vec<usize> = (0..image.width)
        .filter(|x| {
            (0..image.height).any(|y| image.pixel(*x, y).r() > 200 && image.pixel(*x, y).g() < 120)
        })
        .collect();
    let (first, last) = (red[0], red[red.len() - 1]);
    let dark = |range: std::ops::Range<usize>| {
        range
            .flat_map(|x| (0..image.height).map(move |y| (x, y)))
            .filter(|(x, y)| image.pixel(*x, *y).r() < 120)
            .count()
    };
    (dark(0..first), dark(last + 1..image.width))
}

#[test]
fn r29_what_comes_before_stands_on_the_right_in_a_concordance() {
    let rtl = Direction::RightToLeft;
    for text in [
        "قال المتحدث إن تنظيم داعش",
        "قال المتحدث (SDF) إن 12 من داعش",
    ] {
        let (left, right) = ink_beside(text, "داعش", rtl);
        assert!(
            left == 0 && right > 100,
            "before: {left} left, {right} right of {text}"
        );
    }
    let (left, right) = ink_beside("داعش هاجم المدينة أمس", "داعش", rtl);
    assert!(
        left > 100 && right == 0,
        "after: {left} left, {right} right"
    );
    // An English line of an English text the other way round.
    let (left, right) = ink_beside("said the speaker of ISIS", "ISIS", Direction::LeftToRight);
    assert!(left > 100 && right == 0);
    // Latin words in an Arabic line.
    let (left, right) = ink_beside("أعلنت قوات سوريا الديمقراطية SDF", "SDF", rtl);
    assert!(left == 0 && right > 100);

    // Before and after are so in the text, hit by hit, in order of the text.
    for (name, text) in samples::documents() {
        let spans = find(text, &Query::plain("داعش", Level::Letters));
        let mut last = 0;
        for line in concordance(text, &spans, 30) {
            assert!(line.hit.start >= last, "{name}: in the order of the text");
            last = line.hit.start;
            assert_eq!(
                (line.before.end, line.after.start),
                (line.hit.start, line.hit.end),
                "{name}"
            );
        }
    }
    // No column is called after a side.
    for language in Language::ALL {
        let path = root().join(format!("assets/i18n/{}.ftl", language.code()));
        let source = std::fs::read_to_string(path).unwrap();
        for wrong in [
            "left context",
            "right context",
            "السياق الأيسر",
            "السياق الأيمن",
        ] {
            assert!(!source.to_lowercase().contains(wrong), "{wrong}");
        }
    }
}

#[test]
fn r29_the_bracket_of_a_count_does_not_flip() {
    let mut window = Offscreen::new(vec2(300.0, 40.0), 1.0);
    window.frame(Vec::new(), |ui| {
        for (text, rtl) in [
            ("\u{2068}داعش\u{2069} (32 hits)", false),
            ("\u{2068}هفرين خلف!\u{2069} (32 hits)", false),
            ("\u{2068}SDF\u{2069} (32 إصابة)", true),
        ] {
            let direction = if rtl {
                UiDirection::RightToLeft
            } else {
                UiDirection::LeftToRight
            };
            Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
            let layout = TextLook::ui().line(ui.ctx(), text);
            let place = |part: &str| layout.rects(span_of(text, part))[0].rect;
            let (open, number, close) = (place("("), place("32"), place(")"));
            if layout.shaped().direction().is_rtl() {
                assert!(
                    open.x0 >= number.x1 - 0.05 && close.x1 <= number.x0 + 0.05,
                    "{text}"
                );
            } else {
                assert!(
                    open.x1 <= number.x0 + 0.05 && close.x0 >= number.x1 - 0.05,
                    "{text}"
                );
            }
        }
    });
}

#[test]
fn r32_a_reference_of_chapter_and_verse_reads_from_left_to_right() {
    for text in [
        "قال تعالى 2:255 ثم",
        "(2:255) سورة البقرة",
        "سورة البقرة ٢:٢٥٥",
        "في 12:30 و2019/10/22",
    ] {
        for face in FACES {
            let layout = on_one_line(text, face);
            let start = text.find(|c: char| c.is_numeric()).unwrap();
            let number: Vec<(usize, char)> = text[start..]
                .char_indices()
                .take_while(|(_, c)| c.is_numeric() || *c == ':')
                .collect();
            let lefts: Vec<f32> = number
                .iter()
                .map(|(at, c)| {
                    layout.rects(Span::new(start + at, start + at + c.len_utf8()))[0]
                        .rect
                        .x0
                })
                .collect();
            assert!(lefts.is_sorted(), "{text}: {lefts:?}");
        }
    }
}

#[test]
fn r40_arabic_punctuation_is_a_token_of_its_own() {
    let of = |text: &'static str| -> Vec<&'static str> {
        tokenize(text, &[])
            .tokens
            .iter()
            .filter_map(|token| token.span.of(text))
            .collect()
    };
    // Every sign glued to a word, on either side of it.
    for sign in [
        "،", "؛", "؟", "«", "»", "“", "”", "\"", "(", ")", "…", ".", ":", "!",
    ] {
        for text in [
            format!("{sign}قسد"),
            format!("قسد{sign}"),
            format!("قال {sign}قسد{sign} ثم"),
        ] {
            let tokens = tokenize(&text, &[]).tokens;
            let words: Vec<_> = tokens
                .iter()
                .filter_map(|token| token.span.of(&text))
                .collect();
            assert!(words.contains(&"قسد") && words.contains(&sign), "{words:?}");
        }
    }
    assert_eq!(
        of("ميليشيا «قسد»، إضافة"),
        ["ميليشيا", "«", "قسد", "»", "،", "إضافة"]
    );
    assert_eq!(of("المسؤول “لقد تحدثنا"), ["المسؤول", "“", "لقد", "تحدثنا"]);
    // Tatweel stays with the clitic, a no-break space with nothing.
    assert_eq!(of("لـ\"قسد\""), ["لـ", "\"", "قسد", "\""]);
    assert_eq!(of("بـ1600"), ["بـ", "1600"]);
    for (name, text) in samples::documents() {
        let signs = [
            '،', '؛', '؟', '«', '»', '“', '”', '"', '(', ')', '…', '\u{A0}',
        ];
        for token in tokenize(text, &[]).tokens {
            let word = token.span.of(text).unwrap();
            assert!(
                word.chars().count() == 1 || !word.contains(signs),
                "{word:?} in {name}"
            );
        }
    }
}

#[test]
fn r14_paragraphs_of_the_samples_that_begin_with_a_neutral_sign() {
    let neutral_first = samples::documents().map(|(_, text)| {
        text.lines()
            .filter(|line| !line.trim().is_empty() && line.chars().any(char::is_alphabetic))
            .filter(|line| {
                let first = line.chars().find(|c| !c.is_whitespace()).unwrap();
                hashiya::text::first_strong(&first.to_string()).is_none()
            })
            .count()
    });
    assert_eq!(neutral_first, [2, 0, 0, 5, 1], "those with letters");
    for (_, text) in samples::documents() {
        for line in text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with("Sorry"))
        {
            for face in FACES {
                assert!(
                    on_one_line(line, face).shaped().direction().is_rtl(),
                    "{line}"
                );
            }
        }
    }
}
