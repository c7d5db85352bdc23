//! What colour a pixel of a triangle gets.

use egui::Color32;

use super::fill::{Corner, STEPS};
use super::textures::Texture;

/// Colour and texture over a triangle.
pub(super) struct Ink {
    /// The one colour, when colour and texture do not change.
    pub(super) flat: Option<Color32>,
    /// The vertices' one colour, when only the texture changes.
    color: Option<[f32; 4]>,
    red: Plane,
    green: Plane,
    blue: Plane,
    alpha: Plane,
    u: Plane,
    v: Plane,
}

/// A value that changes linearly: `base + x * by_x + y * by_y`, pixels from
/// the middle of pixel (0, 0).
struct Plane {
    base: f64,
    by_x: f64,
    by_y: f64,
}

impl Plane {
    fn new([a, b, c]: [Corner; 3], area: i64, [fa, fb, fc]: [f32; 3]) -> Self {
        let step = f64::from(STEPS);
        let (fa, fb, fc) = (f64::from(fa), f64::from(fb), f64::from(fc));
        let (ux, uy) = ((b.x - a.x) as f64 / step, (b.y - a.y) as f64 / step);
        let (vx, vy) = ((c.x - a.x) as f64 / step, (c.y - a.y) as f64 / step);
        let area = area as f64 / (step * step);
        let by_x = ((fb - fa) * vy - (fc - fa) * uy) / area;
        let by_y = ((fc - fa) * ux - (fb - fa) * vx) / area;
        Self {
            base: fa - by_x * (a.x as f64 / step - 0.5) - by_y * (a.y as f64 / step - 0.5),
            by_x,
            by_y,
        }
    }

    fn at(&self, x: i64, y: i64) -> f32 {
        (self.base + self.by_x * x as f64 + self.by_y * y as f64) as f32
    }
}

impl Ink {
    pub(super) fn new(corners: [Corner; 3], area: i64, texture: &Texture) -> Self {
        let [a, b, c] = corners;
        let same_color = a.color == b.color && b.color == c.color;
        let same_uv = a.uv == b.uv && b.uv == c.uv;
        let flat = (same_color && same_uv).then(|| {
            multiply(
                a.color.to_array().map(f32::from),
                texture.sample(a.uv.x, a.uv.y),
            )
        });
        let plane = |of: fn(&Corner) -> f32| Plane::new(corners, area, [of(&a), of(&b), of(&c)]);
        Self {
            flat,
            color: same_color.then(|| a.color.to_array().map(f32::from)),
            red: plane(|corner| f32::from(corner.color.r())),
            green: plane(|corner| f32::from(corner.color.g())),
            blue: plane(|corner| f32::from(corner.color.b())),
            alpha: plane(|corner| f32::from(corner.color.a())),
            u: plane(|corner| corner.uv.x),
            v: plane(|corner| corner.uv.y),
        }
    }

    pub(super) fn at(&self, x: i64, y: i64, texture: &Texture) -> Color32 {
        let texel = texture.sample(self.u.at(x, y), self.v.at(x, y));
        if texel == [0.0; 4] {
            return Color32::TRANSPARENT;
        }
        let color = self.color.unwrap_or_else(|| {
            [
                self.red.at(x, y),
                self.green.at(x, y),
                self.blue.at(x, y),
                self.alpha.at(x, y),
            ]
        });
        multiply(color, texel)
    }
}

pub(super) fn multiply(a: [f32; 4], b: [f32; 4]) -> Color32 {
    let part = |a: f32, b: f32| (a * b / 255.0 + 0.5).clamp(0.0, 255.0) as u8;
    let [ar, ag, ab, aa] = a;
    let [br, bg, bb, ba] = b;
    Color32::from_rgba_premultiplied(part(ar, br), part(ag, bg), part(ab, bb), part(aa, ba))
}

/// `top` (premultiplied) over `below`.
pub(super) fn over(below: [u8; 4], top: Color32) -> [u8; 4] {
    let [red, green, blue, alpha] = top.to_array();
    if alpha == 255 {
        return top.to_array();
    }
    let rest = 255 - u32::from(alpha);
    let part = |below: u8, top: u8| {
        (u32::from(top) + (u32::from(below) * rest + 127) / 255).min(255) as u8
    };
    [
        part(below[0], red),
        part(below[1], green),
        part(below[2], blue),
        part(below[3], alpha),
    ]
}
