//! Insertion points: marks without width, drawn as a small caret between two
//! letters.
//!
//! **Invariant:** where a sign stands comes from the layout alone; it is drawn
//! over the letters and moves none.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::text::{Caret, Direction, ParagraphLayout};

/// Width and height of the wedge, points.
const WEDGE: egui::Vec2 = vec2(9.0, 6.0);
/// From one wedge to the next at the same place, points.
const BESIDE: f32 = 9.0;
/// Width of the bar over the wedge, points.
const BAR: f32 = 1.5;
/// How far around the wedge a hand may miss it, points.
const REACH: f32 = 3.5;

/// One insertion point to be painted.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct PointSign {
    /// Byte of the layout's text.
    pub byte: usize,
    /// How many others stand before it at the same place.
    pub nth: u8,
    /// The tag's colour.
    pub hue: Color32,
    /// Outline of the chosen one.
    pub outline: Option<Color32>,
}

/// Where the wedge of a point stands, points of the screen; it belongs to the
/// letter that follows. Others at the same place stand beside it in reading
/// order.
pub fn point_place(pos: Pos2, layout: &ParagraphLayout, byte: usize, nth: u8) -> Rect {
    let caret = caret_of(layout, byte);
    let bar = layout.caret_rect(caret);
    let on = match layout.caret_direction(caret) {
        Direction::RightToLeft => -1.0,
        Direction::LeftToRight => 1.0,
    };
    let x = pos.x + bar.x0 + on * f32::from(nth) * BESIDE;
    Rect::from_min_max(
        pos2(x - WEDGE.x / 2.0, pos.y + bar.y1 - WEDGE.y),
        pos2(x + WEDGE.x / 2.0, pos.y + bar.y1),
    )
}

/// Where a hand takes hold of a point: its wedge and a little around it.
pub fn point_reach(pos: Pos2, layout: &ParagraphLayout, byte: usize, nth: u8) -> Rect {
    point_place(pos, layout, byte, nth).expand(REACH)
}

fn caret_of(layout: &ParagraphLayout, byte: usize) -> Caret {
    if byte < layout.shaped().text().len() {
        Caret::before(byte)
    } else {
        Caret::after(byte)
    }
}

/// Paints insertion points, for a layout whose top left corner is at `pos`.
/// To be called after [`super::paint_layout`].
pub fn paint_points(painter: &Painter, pos: Pos2, layout: &ParagraphLayout, signs: &[PointSign]) {
    let scale = painter.pixels_per_point();
    let snap = |value: f32| (value * scale).round() / scale;
    for sign in signs {
        let wedge = point_place(pos, layout, sign.byte, sign.nth);
        let bar = layout.caret_rect(caret_of(layout, sign.byte));
        let x = snap(pos.x + bar.x0 - BAR / 2.0);
        if sign.nth == 0 {
            let top = pos.y + bar.y0 + (bar.y1 - bar.y0) * 0.2;
            let bar = Rect::from_min_max(pos2(x, snap(top)), pos2(x + BAR, wedge.top() + 1.0));
            painter.rect_filled(bar, 0.0, sign.hue.gamma_multiply(0.7));
        }
        let points = vec![
            wedge.center_top(),
            wedge.right_bottom(),
            wedge.left_bottom(),
        ];
        painter.add(Shape::convex_polygon(points, sign.hue, Stroke::NONE));
        if let Some(color) = sign.outline {
            painter.rect_stroke(
                wedge.expand(2.5),
                3.0,
                Stroke::new(1.5, color),
                egui::StrokeKind::Inside,
            );
        }
    }
}
