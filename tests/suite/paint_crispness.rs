//! Letters are sharp at every scale factor, look the same wherever they stand,
//! and are never cut off.

use egui::{Color32, Pos2, Rect, Shape, Vec2, pos2, vec2};
use hashiya::text::{Align, BaseDirection, Direction, Face, LineOptions, TextStyle};
use hashiya::ui::paint::cpu::{Image, Offscreen};
use hashiya::ui::paint::{TextUi, paint_layout};
use hashiya::ui::theme::{Theme, ThemeKind, UiDirection};
use hashiya::ui::widgets::{Button, Label, ListRow, MenuRow, TagChip, TextField, tab};

use super::support::pictures;

/// High and deep marks, from the Noto project's own reports.
const TALL: [&str; 5] = ["أُوْلَئِكَ", "بليغٍ مسلمةٌ", "آًُ بً بًُ بَُ", "إِلَىٰ ﷲ لِلّٰهِ", "يـِۧﯹ غِيۡر"];

fn style(face: Face, size: f32) -> TextStyle {
    TextStyle {
        face,
        bold: false,
        size,
    }
}

fn draw(text: &str, style: TextStyle, scale: f32, pos: Pos2, ink: Color32, size: Vec2) -> Image {
    let mut window = Offscreen::new(size, scale);
    window.frame(Vec::new(), |ui| {
        let ground = if ink == Color32::WHITE {
            Color32::BLACK
        } else {
            Color32::WHITE
        };
        ui.painter().rect_filled(Rect::EVERYTHING, 0.0, ground);
        let layout = TextUi::get(ui.ctx()).layout(
            ui.ctx(),
            text,
            style,
            BaseDirection::Auto {
                fallback: Direction::RightToLeft,
            },
            LineOptions {
                width: 300.0,
                line_height: 36.0,
                align: Align::Start,
            },
        );
        paint_layout(ui.painter(), pos, &layout, ink);
    });
    window.image()
}

#[test]
fn letters_look_the_same_wherever_they_stand() {
    let text = "شمال شرقي سوريا 2019 (SDF)";
    for scale in [1.0, 1.25, 1.5, 2.0] {
        let size = vec2(360.0, 80.0);
        let at = |x: f32, y: f32| {
            draw(
                text,
                style(Face::Naskh, 19.0),
                scale,
                pos2(x, y),
                Color32::BLACK,
                size,
            )
        };
        let whole = at(8.0 / scale, 10.0 / scale);
        // Less than half a physical pixel off: the same picture.
        assert!(whole == at((8.0 + 0.4) / scale, (10.0 - 0.4) / scale));
        // Five pixels over and three down: the same picture, moved.
        let moved = at(13.0 / scale, 13.0 / scale);
        for y in 0..whole.height - 3 {
            for x in 0..whole.width - 5 {
                assert_eq!(whole.pixel(x, y), moved.pixel(x + 5, y + 3));
            }
        }
    }
}

/// Every letter of a line is on the screen exactly as swash draws it at that
/// size in physical pixels, at a quarter of a pixel: nothing is scaled.
#[test]
fn letters_are_rasterised_at_the_size_of_the_screen() {
    use swash::scale::{Render, ScaleContext, Source};
    use swash::zeno::{Format, Vector};
    for scale in [1.0, 1.25, 1.5, 2.0, 3.0] {
        let text = "Hlkد ورد 19";
        let size = vec2(330.0, 60.0);
        let image = draw(
            text,
            style(Face::Sans, 19.0),
            scale,
            pos2(10.0, 10.0),
            Color32::BLACK,
            size,
        );
        pictures::keep(&format!("stems-{scale}"), &image);
        let mut expected = vec![255_u8; image.width * image.height];
        let mut context = ScaleContext::new();
        let mut engine = hashiya::text::TextEngine::new();
        let shaped = engine.shape(
            text,
            BaseDirection::Auto {
                fallback: Direction::RightToLeft,
            },
            style(Face::Sans, 19.0),
        );
        let layout = shaped.break_lines(LineOptions {
            width: 300.0,
            line_height: 36.0,
            align: Align::Start,
        });
        let origin = (10.0 * scale).round() as i32;
        let baseline = origin + (layout.lines()[0].baseline * scale).round() as i32;
        for glyph in layout.glyphs() {
            let quarters = (glyph.x * scale * 4.0).round() as i32;
            let data = hashiya::text::FontSet::bundled().data(glyph.font);
            let font = swash::FontRef::from_index(data, 0).unwrap();
            let mut scaler = context.builder(font).size(19.0 * scale).build();
            let Some(drawn) = Render::new(&[Source::Outline])
                .format(Format::Alpha)
                .offset(Vector::new(quarters.rem_euclid(4) as f32 / 4.0, 0.0))
                .render(&mut scaler, glyph.glyph)
            else {
                continue;
            };
            let rise = ((glyph.y - layout.lines()[0].baseline) * scale).round() as i32;
            for (index, &coverage) in drawn.data.iter().enumerate() {
                let column = index as i32 % drawn.placement.width as i32;
                let row = index as i32 / drawn.placement.width as i32;
                let x = origin + quarters.div_euclid(4) + drawn.placement.left + column;
                let y = baseline + rise - drawn.placement.top + row;
                let value = &mut expected[y as usize * image.width + x as usize];
                let rest = 255 - u32::from(coverage);
                *value = ((u32::from(*value) * rest + 127) / 255) as u8;
            }
        }
        let painted: Vec<u8> = image.rgba.chunks(4).map(|pixel| pixel[0]).collect();
        assert!(painted == expected, "scale {scale}");
    }
}

#[test]
fn light_letters_on_a_dark_ground_are_as_heavy_as_dark_ones() {
    let size = vec2(330.0, 60.0);
    let text = "قوات سوريا الديمقراطية";
    let weight = |image: &Image, ground: u8| -> u64 {
        image
            .rgba
            .chunks(4)
            .map(|pixel| u64::from(pixel[0].abs_diff(ground)))
            .sum()
    };
    let dark_ink = draw(
        text,
        style(Face::Naskh, 19.0),
        1.0,
        pos2(10.0, 10.0),
        Color32::BLACK,
        size,
    );
    let light_ink = draw(
        text,
        style(Face::Naskh, 19.0),
        1.0,
        pos2(10.0, 10.0),
        Color32::WHITE,
        size,
    );
    let (dark, light) = (weight(&dark_ink, 255), weight(&light_ink, 0));
    assert!(light > dark && light < dark * 3 / 2, "{dark} and {light}");
}

/// Rows of pixels with ink outside `inside` (pixels).
fn ink_outside(image: &Image, inside: Rect) -> Vec<(usize, usize)> {
    let ground = image.pixel(1, 1);
    let mut out = Vec::new();
    for y in 0..image.height {
        for x in 0..image.width {
            let within = inside.contains(pos2(x as f32 + 0.5, y as f32 + 0.5));
            if !within && image.pixel(x, y) != ground {
                out.push((x, y));
            }
        }
    }
    out
}

#[test]
fn r38_lines_hold_the_highest_and_deepest_marks() {
    for text in TALL {
        for scale in [1.0, 1.5, 2.0] {
            for face in [Face::Naskh, Face::Amiri] {
                let image = draw(
                    text,
                    style(face, 19.0),
                    scale,
                    pos2(20.0, 40.0),
                    Color32::BLACK,
                    vec2(340.0, 120.0),
                );
                pictures::keep(&format!("tall-{face:?}-{scale}-{}", text.len()), &image);
                // Amiri's highest and deepest stacks reach a little into the
                // lines beside theirs; they are not cut off there.
                let reach = if face == Face::Amiri { 4.0 } else { 0.0 };
                let line = Rect::from_min_max(
                    pos2(0.0, 40.0 - reach) * scale,
                    pos2(340.0, 76.0 + reach) * scale,
                );
                let outside = ink_outside(&image, line);
                assert!(outside.is_empty(), "{text:?} {face:?} {scale}: {outside:?}");
            }
        }
    }
}

#[test]
fn r38_rows_chips_buttons_and_fields_hold_them_too() {
    for text in TALL {
        for scale in [1.0, 1.5, 2.0] {
            let mut rects: Vec<Rect> = Vec::new();
            let mut window = Offscreen::new(vec2(300.0, 420.0), scale);
            window.frame(Vec::new(), |ui| {
                Theme::of(ThemeKind::Light).install(ui.ctx(), UiDirection::RightToLeft);
                ui.painter()
                    .rect_filled(Rect::EVERYTHING, 0.0, Theme::get(ui.ctx()).raised);
                ui.spacing_mut().item_spacing.y = 12.0;
                rects.clear();
                let mut note = text.to_owned();
                rects.push(ListRow::new(text).show(ui).rect);
                rects.push(ListRow::new(text).lines(2).detail(text).show(ui).rect);
                rects.push(TagChip::new(text, Color32::RED).show(ui).rect);
                rects.push(Button::new(text).quiet().show(ui).rect);
                rects.push(Label::new(text).naskh(21.0).show(ui).rect);
                rects.push(Label::new(text).show(ui).rect);
                rects.push(tab(ui, text, false).rect);
                rects.push(MenuRow::new(text).show(ui).rect);
                rects.push(
                    TextField::new("t", "t", &mut note)
                        .naskh(15.0)
                        .frameless()
                        .show(ui)
                        .response
                        .rect,
                );
            });
            let image = window.image();
            pictures::keep(&format!("tall-widgets-{scale}-{}", text.len()), &image);
            let ground = image.pixel(1, 1);
            // A label clips nothing, and what stands next is 4 points away.
            let reach = 4.0;
            for y in 0..image.height {
                for x in 0..image.width {
                    if image.pixel(x, y) != ground {
                        let at = pos2(x as f32 + 0.5, y as f32 + 0.5) / scale;
                        assert!(
                            rects
                                .iter()
                                .any(|rect| rect.expand(reach).y_range().contains(at.y)),
                            "{text:?} at {scale}: ink at {at:?} is in no row of {rects:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn meshes_are_kept_between_frames_and_made_again_when_their_page_is_gone() {
    let mut window = Offscreen::new(vec2(330.0, 60.0), 1.0);
    let show = |window: &mut Offscreen| {
        window.frame(Vec::new(), |ui| {
            let layout = TextUi::get(ui.ctx()).line(
                ui.ctx(),
                "التحالف الدولي",
                style(Face::Naskh, 19.0),
                36.0,
            );
            paint_layout(ui.painter(), pos2(5.0, 5.0), &layout, Color32::WHITE);
        });
        let mesh = window.shapes().iter().find_map(|shape| match &shape.shape {
            Shape::Mesh(mesh) => Some(std::sync::Arc::clone(mesh)),
            _ => None,
        });
        (mesh.unwrap(), window.image())
    };
    let (first, picture) = show(&mut window);
    let (again, _) = show(&mut window);
    assert!(
        std::sync::Arc::ptr_eq(&first, &again),
        "made anew for nothing"
    );
    // Large letters of many sizes fill page after page, so that the first is
    // dropped for not being used.
    for step in 0..120 {
        window.frame(Vec::new(), |ui| {
            let size = 40.0 + step as f32;
            let layout = TextUi::get(ui.ctx()).line(
                ui.ctx(),
                "غض ضغط مصطلح سهم",
                style(Face::Naskh, size),
                90.0,
            );
            paint_layout(ui.painter(), pos2(5.0, 5.0), &layout, Color32::WHITE);
        });
    }
    let (rebuilt, same) = show(&mut window);
    assert_ne!(
        first.texture_id, rebuilt.texture_id,
        "the page was never dropped"
    );
    assert!(picture == same);
}
