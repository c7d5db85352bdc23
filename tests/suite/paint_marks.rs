//! A highlight changes no glyph: not its place, not its form, not one pixel of
//! its ink.

use std::sync::Arc;

use egui::epaint::Vertex;
use egui::{Color32, Shape, pos2, vec2};
use hashiya::model::Span;
use hashiya::text::{
    Align, BaseDirection, Direction, Face, LineOptions, ParagraphLayout, TextStyle,
};
use hashiya::ui::paint::cpu::{Image, Offscreen};
use hashiya::ui::paint::{
    Mark, MarkLine, TextUi, nesting_levels, paint_layout, paint_marks, paint_selection,
};

use super::support::pictures;

const SIZE: egui::Vec2 = vec2(440.0, 130.0);
const FACES: [Face; 3] = [Face::Naskh, Face::Amiri, Face::Sans];
const SCALES: [f32; 3] = [1.0, 1.5, 2.0];

/// A way to look at ink alone: the marks' colours all have the ground's value
/// in the red channel, so that whatever they do, red shows nothing but ink.
#[derive(Copy, Clone)]
struct Look {
    ground: Color32,
    ink: Color32,
    tints: [Color32; 3],
}

const LIGHT: Look = Look {
    ground: Color32::WHITE,
    ink: Color32::BLACK,
    tints: [
        Color32::from_rgb(255, 180, 120),
        Color32::from_rgb(255, 90, 200),
        Color32::from_rgba_premultiplied(80, 20, 0, 80),
    ],
};

const DARK: Look = Look {
    ground: Color32::BLACK,
    ink: Color32::WHITE,
    tints: [
        Color32::from_rgb(0, 90, 140),
        Color32::from_rgb(0, 140, 40),
        Color32::from_rgba_premultiplied(0, 60, 90, 90),
    ],
};

struct Painted {
    image: Image,
    glyphs: Vec<Vertex>,
}

fn lay_out(ctx: &egui::Context, text: &str, face: Face) -> Arc<ParagraphLayout> {
    TextUi::get(ctx).layout(
        ctx,
        text,
        TextStyle {
            face,
            bold: false,
            size: 19.0,
        },
        BaseDirection::Auto {
            fallback: Direction::RightToLeft,
        },
        LineOptions {
            width: 400.0,
            line_height: 36.0,
            align: Align::Start,
        },
    )
}

fn paint(
    window: &mut Offscreen,
    text: &str,
    face: Face,
    look: Look,
    spans: &[Span],
    selected: Option<Span>,
) -> Painted {
    window.frame(Vec::new(), |ui| {
        let layout = lay_out(ui.ctx(), text, face);
        let painter = ui.painter();
        painter.rect_filled(ui.max_rect().expand(100.0), 0.0, look.ground);
        let pos = pos2(17.3, 9.7);
        let marks: Vec<Mark> = spans
            .iter()
            .zip(nesting_levels(spans))
            .enumerate()
            .map(|(index, (&span, level))| Mark {
                span,
                tint: look.tints[index % 3],
                hue: look.tints[(index + 1) % 2],
                line: if index % 2 == 0 {
                    MarkLine::Solid
                } else {
                    MarkLine::Dashed
                },
                level,
                outline: (index == 0).then_some(look.tints[1]),
            })
            .collect();
        paint_marks(painter, pos, &layout, &marks);
        if let Some(span) = selected {
            paint_selection(painter, pos, &layout, span, look.tints[2]);
        }
        paint_layout(painter, pos, &layout, look.ink);
    });
    let glyphs = window
        .shapes()
        .iter()
        .rev()
        .find_map(|shape| match &shape.shape {
            Shape::Mesh(mesh) => Some(mesh.vertices.clone()),
            _ => None,
        })
        .unwrap();
    Painted {
        image: window.image(),
        glyphs,
    }
}

fn red(image: &Image) -> Vec<u8> {
    image.rgba.chunks(4).map(|pixel| pixel[0]).collect()
}

fn changed_pixels(a: &Image, b: &Image) -> usize {
    a.rgba
        .chunks(4)
        .zip(b.rgba.chunks(4))
        .filter(|(a, b)| a != b)
        .count()
}

/// Same glyphs, same places, same ink, and yet the marks are to be seen.
fn assert_only_ground_changes(text: &str, spans: &[Span], selected: Option<Span>) {
    for (face, scale, look) in FACES
        .iter()
        .flat_map(|&face| [(face, 1.0, LIGHT), (face, 1.5, DARK), (face, 2.0, LIGHT)])
    {
        let mut window = Offscreen::new(SIZE, scale);
        let bare = paint(&mut window, text, face, look, &[], None);
        let marked = paint(&mut window, text, face, look, spans, selected);
        assert_eq!(
            bare.glyphs, marked.glyphs,
            "{face:?} {scale} {text:?} {spans:?}"
        );
        assert!(
            red(&bare.image) == red(&marked.image),
            "ink of {text:?} {spans:?} {face:?} {scale}"
        );
        assert!(
            changed_pixels(&bare.image, &marked.image) > 3,
            "nothing to be seen of {spans:?} in {text:?}"
        );
        let clear = Look {
            tints: [Color32::TRANSPARENT; 3],
            ..look
        };
        let unseen = paint(&mut window, text, face, clear, spans, selected);
        assert!(unseen.image == bare.image, "transparent marks show");
    }
}

fn span_of(text: &str, part: &str) -> Span {
    let at = text.find(part).unwrap();
    Span::new(at, at + part.len())
}

#[test]
fn r1_adding_a_mark_moves_nothing() {
    let text = "هذه جملة اختبار (2024) من sentence واحد، ثم جملة اختبار";
    let words: Vec<Span> = ["هذه", "جملة", "(2024)", "sentence واحد", "جملة اختبار"]
        .iter()
        .map(|part| span_of(text, part))
        .collect();
    for count in 1..=words.len() {
        assert_only_ground_changes(text, &words[..count], None);
    }
}

#[test]
fn r2_two_five_and_fifty_marks_on_one_line() {
    let text = "محل کارم مرکز تهران شده";
    let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for count in [2, 5, 50] {
        let spans: Vec<Span> = (0..count)
            .map(|index| {
                let from = chars[index * 7 % (chars.len() - 4)];
                let to = chars[index * 7 % (chars.len() - 4) + 1 + index % 4];
                Span::new(from, to)
            })
            .collect();
        assert_only_ground_changes(text, &spans, None);
    }
}

#[test]
fn r3_every_stretch_of_a_joined_word_leaves_its_letters_joined() {
    let text = "الزجاج";
    let edges: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut seen = 0;
    for (index, &from) in edges.iter().enumerate() {
        for &to in &edges[index + 1..] {
            assert_only_ground_changes(text, &[Span::new(from, to)], None);
            seen += 1;
        }
    }
    assert_eq!(seen, 21);
}

#[test]
fn a_mark_inside_lam_alef_is_seen_and_cuts_no_ink() {
    for text in ["الأولاد لا يلعبون", "ولاء", "لآلئ"] {
        for alef in ['ا', 'أ', 'آ'] {
            for (at, _) in text
                .match_indices(alef)
                .filter(|&(at, _)| text[..at].ends_with('ل'))
            {
                assert_only_ground_changes(text, &[Span::new(at, at + alef.len_utf8())], None);
                assert_only_ground_changes(text, &[Span::new(at - 'ل'.len_utf8(), at)], None);
            }
        }
    }
}

#[test]
fn marks_over_signs_across_directions_nested_and_overlapping() {
    let text = "مع \"قسد\" (SDF) في «2019» بـ35 بليغٍ مسلمةٌ";
    for parts in [
        &["\"قسد\""][..],
        &["سد\" (SD"],
        &["(SDF) في «20"],
        &["مع \"قسد\" (SDF)", "قسد", "س"],
        &["قسد\" (SDF)", "(SDF) في", "SDF"],
        &["35", "ٍ مسلم"],
    ] {
        let spans: Vec<Span> = parts.iter().map(|part| span_of(text, part)).collect();
        assert_only_ground_changes(text, &spans, None);
    }
}

#[test]
fn r33_selecting_changes_no_letter() {
    for text in ["שלום שלוש", "השלום (שלוש) abc", "أُوْلَئِكَ قالوا \"لا\""]
    {
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let selected = Span::new(edges[2], edges[edges.len() - 2]);
        assert_only_ground_changes(text, &[], Some(selected));
        assert_only_ground_changes(text, &[Span::new(0, edges[4])], Some(selected));
    }
}

#[test]
fn marks_look_as_they_should() {
    let text = "قال \"هاربر\" إن قوات سوريا الديمقراطية (SDF) ستبقى في الأولاد";
    let spans: Vec<Span> = [
        "قوات سوريا الديمقراطية (SDF)",
        "سوريا",
        "\"هاربر\"",
        "لأ",
        "و",
    ]
    .iter()
    .map(|part| span_of(text, part))
    .collect();
    for scale in SCALES {
        for face in FACES {
            let mut window = Offscreen::new(SIZE, scale);
            let painted = paint(&mut window, text, face, LIGHT, &spans, None);
            pictures::keep(&format!("marks-{face:?}-{scale}"), &painted.image);
        }
    }
}

/// Red, green and blue ink of the same glyphs: the colours change at the
/// letters' borders, even inside a ligature, and the shape does not.
#[test]
fn letters_in_colours_keep_their_shape_and_their_joining() {
    use hashiya::ui::paint::{ColorSpan, paint_layout_in_colors};
    for face in FACES {
        let text = "ولا الأولاد";
        let lam = text.find('ل').unwrap();
        let draw = |colors: &[ColorSpan]| {
            let mut window = Offscreen::new(vec2(200.0, 60.0), 2.0);
            window.frame(Vec::new(), |ui| {
                ui.painter()
                    .rect_filled(egui::Rect::EVERYTHING, 0.0, Color32::WHITE);
                let layout = lay_out(ui.ctx(), text, face);
                let pos = pos2(-210.0, 8.0);
                paint_layout_in_colors(ui.painter(), pos, &layout, Color32::BLACK, colors);
            });
            window.image()
        };
        let plain = draw(&[]);
        // Alef of the first lam-alef in dark red: blue is full ink everywhere.
        let colored = draw(&[ColorSpan {
            span: Span::new(lam + 2, lam + 4),
            color: Color32::from_rgb(200, 0, 0),
        }]);
        pictures::keep(&format!("coloured-{face:?}"), &colored);
        let blue = |image: &Image| {
            image
                .rgba
                .chunks(4)
                .map(|pixel| pixel[2])
                .collect::<Vec<_>>()
        };
        assert!(blue(&plain) == blue(&colored), "{face:?}: the ink changed");
        let reds = colored
            .rgba
            .chunks(4)
            .filter(|pixel| pixel[0] > pixel[2].saturating_add(60))
            .count();
        assert!(reds > 20, "{face:?}: {reds} red pixels");
    }
}

#[test]
fn a_mark_over_a_line_break_ends_with_the_word_there() {
    use hashiya::ui::paint::mark_boxes;
    let mut window = Offscreen::new(SIZE, 1.0);
    window.frame(Vec::new(), |ui| {
        let text = "كلمة ".repeat(40);
        let layout = lay_out(ui.ctx(), text.trim_end(), Face::Naskh);
        let whole = Span::new(0, text.trim_end().len());
        let boxes = mark_boxes(pos2(0.0, 0.0), &layout, whole, 0, 1.0);
        assert_eq!(boxes.len(), layout.lines().len());
        for ((rect, corners), line) in boxes.iter().zip(layout.lines()) {
            assert!(
                (rect.left() - line.x0).abs() <= 1.0,
                "{rect:?} and {}",
                line.x0
            );
            assert!((rect.right() - line.x1).abs() <= 1.0);
            // Rounded only where the mark begins and ends.
            assert_eq!(corners.ne > 0, line.span.start == 0);
            assert_eq!(corners.nw > 0, line.span.end == whole.end);
        }
    });
}
