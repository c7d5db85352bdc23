//! The lines under marks that tell tags apart without their colour.
//!
//! **Invariant:** a pattern is drawn below the letters, within the underline's
//! place and three points above it; it changes no glyph and no position.

use egui::{CornerRadius, Painter, Rect, Stroke, pos2, vec2};

use super::marks::{Sheet, underline_in};
use crate::model::Pattern;

/// Length of a wave, distance of points and of teeth, points.
const WAVE: f32 = 6.0;
const POINTS: f32 = 4.5;
const TEETH: f32 = 5.0;

/// Draws a line of that pattern at the place of a plain one.
pub(super) fn draw(sheet: &mut Sheet, line: Rect, pattern: Pattern, color: egui::Color32) {
    let thin = 1.0_f32.max(1.0 / sheet.scale());
    let strip = |top: f32, height: f32| {
        Rect::from_min_size(pos2(line.left(), top), vec2(line.width(), height))
    };
    match pattern {
        Pattern::Plain => sheet.fill(line, CornerRadius::ZERO, color),
        Pattern::Double => {
            sheet.fill_snapped(strip(line.bottom() - thin, thin), color);
            sheet.fill_snapped(strip(line.bottom() - thin - 2.5, thin), color);
        }
        Pattern::Thick => sheet.fill_snapped(strip(line.bottom() - 4.0, 4.0), color),
        Pattern::Wave => {
            let (low, high) = (line.bottom() - 0.5, line.bottom() - 3.5);
            let stroke = Stroke::new(1.5, color);
            let mut from = pos2(line.left(), low);
            let mut up = true;
            while from.x < line.right() {
                // The last piece ends with the mark.
                let part = ((line.right() - from.x) / (WAVE / 2.0)).min(1.0);
                let goal = if up { high } else { low };
                let to = pos2(from.x + part * WAVE / 2.0, from.y + part * (goal - from.y));
                sheet.segment([from, to], stroke);
                from = to;
                up = !up;
            }
        }
        Pattern::Dots => {
            let side = 2.5;
            let mut left = line.left();
            while left + side <= line.right() + 0.5 {
                let point = Rect::from_min_size(pos2(left, line.bottom() - side), vec2(side, side));
                sheet.fill(point, CornerRadius::same(1), color);
                left += POINTS;
            }
        }
        Pattern::Teeth => {
            sheet.fill_snapped(strip(line.bottom() - thin, thin), color);
            let mut left = line.left() + 1.0;
            while left + thin <= line.right() {
                let tooth = Rect::from_min_max(
                    pos2(left, line.bottom() - 4.0),
                    pos2(left + 1.5, line.bottom()),
                );
                sheet.fill_snapped(tooth, color);
                left += TEETH;
            }
        }
    }
}

/// Paints the line of a pattern at the foot of `rect`, for samples of it.
pub fn paint_pattern(painter: &Painter, rect: Rect, pattern: Pattern, color: egui::Color32) {
    let mut sheet = Sheet::new(painter);
    let line = underline_in(rect, sheet.scale());
    draw(&mut sheet, line, pattern, color);
    sheet.paint(painter);
}

/// Paints the stripe of a passage in the margin with its tag's pattern.
pub fn paint_stripe(painter: &Painter, stripe: Rect, pattern: Pattern, color: egui::Color32) {
    let fill = |rect: Rect| {
        painter.rect_filled(rect, 1.5, color);
    };
    let column = |left: f32, width: f32| {
        Rect::from_min_size(pos2(left, stripe.top()), vec2(width, stripe.height()))
    };
    let steps = |step: f32| {
        let count = (stripe.height() / step).ceil().max(1.0) as usize;
        (0..count).map(move |index| stripe.top() + index as f32 * step)
    };
    match pattern {
        Pattern::Plain => fill(stripe),
        Pattern::Thick => fill(stripe.expand2(vec2(1.0, 0.0))),
        Pattern::Double => {
            fill(column(stripe.left() - 1.0, 1.5));
            fill(column(stripe.right() - 0.5, 1.5));
        }
        Pattern::Dots => {
            for top in steps(6.0) {
                let bottom = (top + 3.0).min(stripe.bottom());
                fill(Rect::from_min_max(
                    pos2(stripe.left(), top),
                    pos2(stripe.right(), bottom),
                ));
            }
        }
        Pattern::Teeth => {
            fill(column(stripe.center().x - 0.75, 1.5));
            for top in steps(8.0) {
                let bottom = (top + 1.5).min(stripe.bottom());
                let tooth = Rect::from_min_max(
                    pos2(stripe.left() - 1.0, top),
                    pos2(stripe.right() + 1.0, bottom),
                );
                fill(tooth);
            }
        }
        Pattern::Wave => {
            let mut points = vec![pos2(stripe.left(), stripe.top())];
            for (index, top) in steps(5.0).enumerate() {
                let x = if index % 2 == 0 {
                    stripe.right()
                } else {
                    stripe.left()
                };
                points.push(pos2(x, (top + 5.0).min(stripe.bottom())));
            }
            painter.add(egui::Shape::line(points, Stroke::new(1.5, color)));
        }
    }
}
