//! How each sign is drawn: rings, hats, arrows.
//!
//! Measures are parts of the type size, so that signs grow with the page.
//!
//! Invariant: nothing is asked of the layout but the places already found.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

use super::labels::{label_size, label_style};
use super::{Look, Sign, look_of};
use crate::language::invisible::Level;
use crate::model::Span;
use crate::text::ParagraphLayout;
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::theme::Theme;
use crate::ui::unseen::sign_of;

/// What draws the signs of one paragraph.
pub(super) struct Pen<'a> {
    pub(super) painter: &'a Painter,
    /// Type size of the paragraph, points.
    pub(super) size: f32,
    /// Pixels a point.
    scale: f32,
}

impl<'a> Pen<'a> {
    /// A pen for a paragraph of that type size, points.
    pub(super) fn new(painter: &'a Painter, size: f32) -> Self {
        Self {
            painter,
            size,
            scale: painter.pixels_per_point(),
        }
    }

    /// Thickness of lines, points: whole pixels.
    fn thin(&self) -> f32 {
        (self.size / 19.0 * self.scale).round().max(1.0) / self.scale
    }

    fn stroke(&self, color: Color32) -> Stroke {
        Stroke::new(self.thin(), color)
    }

    pub(super) fn snap(&self, value: f32) -> f32 {
        (value * self.scale).round() / self.scale
    }

    /// An upright line, on whole pixels.
    pub(super) fn upright(&self, x: f32, top: f32, bottom: f32, color: Color32) {
        let thin = self.thin();
        let left = self.snap(x - thin / 2.0);
        let rect = Rect::from_min_max(
            pos2(left, self.snap(top)),
            pos2(left + thin, self.snap(bottom)),
        );
        self.painter.rect_filled(rect, 0.0, color);
    }

    fn line(&self, points: &[(f32, f32)], color: Color32) {
        let points = points.iter().map(|(x, y)| pos2(*x, *y)).collect();
        self.painter.add(Shape::line(points, self.stroke(color)));
    }

    /// Every other sign.
    pub(super) fn sign(&self, pos: Pos2, sign: &Sign, color: Color32) {
        let (left, right) = (pos.x + sign.x.0, pos.x + sign.x.1);
        let middle = f32::midpoint(left, right);
        let (top, bottom) = (pos.y + sign.y.0, pos.y + sign.y.1);
        let unit = self.size / 19.0;
        // About the height of the letters without ascenders.
        let base = bottom - (bottom - top) * 0.36;
        match look_of(sign.what, sign.character) {
            Look::Label => {}
            Look::Ring => {
                let narrow = sign.character == '\u{202F}';
                let radius = unit * if narrow { 1.2 } else { 1.8 };
                let center = pos2(middle, base - 5.0 * unit);
                self.painter
                    .circle_stroke(center, radius, self.stroke(color));
            }
            Look::Open => {
                let half = ((right - left) / 2.0 - unit).max(1.2 * unit);
                self.line(
                    &[
                        (middle - half, base - 1.0 * unit),
                        (middle - half, base + 1.5 * unit),
                        (middle + half, base + 1.5 * unit),
                        (middle + half, base - 1.0 * unit),
                    ],
                    color,
                );
            }
            Look::Roof => {
                self.upright(middle, base - 12.0 * unit, base + 3.0 * unit, color);
                self.line(
                    &[
                        (middle - 2.5 * unit, base - 9.5 * unit),
                        (middle, base - 12.5 * unit),
                        (middle + 2.5 * unit, base - 9.5 * unit),
                    ],
                    color,
                );
            }
            Look::Cup => {
                self.upright(middle, base - 10.0 * unit, base + 3.0 * unit, color);
                self.line(
                    &[
                        (middle - 2.5 * unit, base - 12.5 * unit),
                        (middle, base - 10.0 * unit),
                        (middle + 2.5 * unit, base - 12.5 * unit),
                    ],
                    color,
                );
            }
            Look::Dots => {
                for row in 0..4_u8 {
                    let y = base + (3.0 - 5.0 * f32::from(row)) * unit;
                    self.painter
                        .circle_filled(pos2(middle, y), (1.3 * unit).max(1.1), color);
                }
            }
            Look::Hyphen => {
                self.upright(middle, base - 10.0 * unit, base + 3.0 * unit, color);
                self.line(
                    &[
                        (middle - 2.2 * unit, base - 4.0 * unit),
                        (middle + 2.2 * unit, base - 4.0 * unit),
                    ],
                    color,
                );
            }
            Look::Tie => {
                self.upright(middle, base - 8.0 * unit, base + 1.0 * unit, color);
                self.line(
                    &[
                        (middle - 3.0 * unit, base + 1.0 * unit),
                        (middle - 1.5 * unit, base + 3.0 * unit),
                        (middle + 1.5 * unit, base + 3.0 * unit),
                        (middle + 3.0 * unit, base + 1.0 * unit),
                    ],
                    color,
                );
            }
            Look::UnderDot => {
                self.painter
                    .circle_filled(pos2(middle, base + 4.5 * unit), 1.1 * unit, color);
            }
            Look::UnderLine => {
                let y = bottom - 2.0 * unit;
                self.line(
                    &[
                        (left + unit, y - 2.0 * unit),
                        (left + unit, y),
                        (right - unit, y),
                        (right - unit, y - 2.0 * unit),
                    ],
                    color,
                );
            }
            Look::Arrow => {
                let y = base - 4.0 * unit;
                let (from, to) = if sign.rtl {
                    (right - unit, left + unit)
                } else {
                    (left + unit, right - unit)
                };
                let back = if sign.rtl { 3.0 * unit } else { -3.0 * unit };
                self.line(&[(from, y), (to, y)], color);
                self.line(
                    &[
                        (to + back, y - 2.5 * unit),
                        (to, y),
                        (to + back, y + 2.5 * unit),
                    ],
                    color,
                );
            }
            Look::Return => self.line_end(sign, (middle, base), unit, color),
            Look::Marks => {
                for offset in [-1.6, 1.6] {
                    let center = pos2(middle + offset * unit, bottom - 2.0 * unit);
                    self.painter.circle_filled(center, 0.9 * unit, color);
                }
            }
        }
    }

    /// A hooked arrow after the last letter, and which line end it is where
    /// that is not the usual one.
    fn line_end(&self, sign: &Sign, (x, base): (f32, f32), unit: f32, color: Color32) {
        let color = color.gamma_multiply(0.8);
        let on = if sign.rtl { -1.0 } else { 1.0 };
        let x = x + on * 5.0 * unit;
        let y = base - 3.0 * unit;
        let (near, far) = (x, x + on * 7.0 * unit);
        self.line(&[(far, y - 5.0 * unit), (far, y), (near, y)], color);
        self.line(
            &[
                (near + on * 2.5 * unit, y - 2.5 * unit),
                (near, y),
                (near + on * 2.5 * unit, y + 2.5 * unit),
            ],
            color,
        );
        if sign.character == '\n' {
            return;
        }
        let ctx = self.painter.ctx();
        let size = label_size(self.size);
        let name = sign_of(sign.what, sign.character, sign.pair);
        let label = TextUi::get(ctx).line(ctx, &name, label_style(size), size * 1.15);
        let width = label.shaped().width();
        let left = if sign.rtl {
            far - 4.0 * unit - width
        } else {
            far + 4.0 * unit
        };
        let place = pos2(self.snap(left), self.snap(y - size));
        paint_layout(self.painter, place, &label, color);
    }
}

/// Paints a dotted line over words that are flagged for their letters.
pub(in crate::ui::reader) fn paint_words(
    painter: &Painter,
    pos: Pos2,
    layout: &ParagraphLayout,
    words: &[(Span, Level)],
    theme: &Theme,
) {
    let scale = painter.pixels_per_point();
    for (span, level) in words {
        let color = if *level == Level::Danger {
            theme.rubric
        } else {
            theme.unseen
        };
        for piece in layout.rects(*span) {
            let y = ((pos.y + piece.rect.y0) * scale).round() / scale + 0.5 / scale;
            let line = [
                pos2(pos.x + piece.rect.x0, y),
                pos2(pos.x + piece.rect.x1, y),
            ];
            painter.extend(Shape::dashed_line(&line, Stroke::new(1.5, color), 2.0, 2.0));
        }
    }
}
