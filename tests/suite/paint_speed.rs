//! How long painting takes; printed, with generous limits so that a busy
//! machine does not fail for nothing.

use std::time::Instant;

use egui::{pos2, vec2};
use hashiya::model::Span;
use hashiya::text::{Align, BaseDirection, Direction, Face, LineOptions, TextStyle, paragraphs};
use hashiya::ui::paint::cpu::Offscreen;
use hashiya::ui::paint::{Mark, MarkLine, TextUi, paint_layout, paint_marks};
use hashiya::ui::theme::{Theme, ThemeKind, TintStrength, UiDirection};

use super::support::pictures;

/// Two columns of a sample with a mark on every fifth word, 1560 by 980.
#[test]
fn a_full_window_is_painted_quickly() {
    let text = include_str!("../../assets/sample/003_d43fd22800138fb2.txt");
    let parts = paragraphs(text);
    let mut window = Offscreen::new(vec2(1560.0, 980.0), 1.0);
    let mut frames = Vec::new();
    for _ in 0..12 {
        let start = Instant::now();
        window.frame(Vec::new(), |ui| {
            let theme = Theme::of(ThemeKind::Light);
            theme.install(ui.ctx(), UiDirection::LeftToRight);
            ui.painter()
                .rect_filled(egui::Rect::EVERYTHING, 0.0, theme.page);
            let text_ui = TextUi::get(ui.ctx());
            let hue = theme.hue("#2F6BB3", "#7FB2EE");
            for column in 0..2 {
                let mut y = 20.0;
                for part in &parts {
                    let paragraph = &text[part.start..part.end];
                    let layout = text_ui.layout(
                        ui.ctx(),
                        paragraph,
                        TextStyle {
                            face: Face::Naskh,
                            bold: false,
                            size: 19.0,
                        },
                        BaseDirection::Auto {
                            fallback: Direction::RightToLeft,
                        },
                        LineOptions {
                            width: 700.0,
                            line_height: 36.0,
                            align: Align::Start,
                        },
                    );
                    let pos = pos2(40.0 + 760.0 * column as f32, y);
                    y += layout.height() + 8.0;
                    if y > 980.0 {
                        break;
                    }
                    let mut marks = Vec::new();
                    for (index, (at, word)) in
                        paragraph.match_indices(char::is_alphabetic).enumerate()
                    {
                        if index % 25 == 0 {
                            let end = paragraph[at..]
                                .find(' ')
                                .map_or(paragraph.len(), |to| at + to);
                            marks.push(Mark {
                                span: Span::new(at, end.max(at + word.len())),
                                tint: theme.tint(hue, TintStrength::Marked),
                                hue,
                                line: MarkLine::Solid,
                                level: 0,
                                outline: None,
                            });
                        }
                    }
                    paint_marks(ui.painter(), pos, &layout, &marks);
                    paint_layout(ui.painter(), pos, &layout, theme.ink);
                }
            }
        });
        frames.push(start.elapsed());
    }
    let start = Instant::now();
    let image = window.image();
    let drawn = start.elapsed();
    frames.sort();
    println!(
        "first frame {:?}, later frames {:?} (median), CPU picture {drawn:?}",
        frames[11], frames[5]
    );
    pictures::keep("window", &image);
    assert!(drawn.as_secs_f64() < 2.0, "{drawn:?}");
    assert!(frames[5].as_secs_f64() < 0.1, "{:?}", frames[5]);
}
