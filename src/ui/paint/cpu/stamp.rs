//! Boxes that only need copying: glyphs, pixel on texel.

use egui::{Color32, Pos2};

use super::fill::{Corner, STEPS};
use super::textures::{Texture, texel_edge};

/// A box in one colour whose texels lie exactly on pixels.
pub(super) struct Stamp {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) u: i64,
    pub(super) v: i64,
    pub(super) color: Color32,
}

impl Stamp {
    /// Of the corners left top, right top, left bottom, right bottom.
    pub(super) fn of(corners: [Corner; 4], texture: &Texture) -> Option<Self> {
        let [first, beside, below, last] = corners;
        let straight = first.y == beside.y
            && below.y == last.y
            && first.x == below.x
            && beside.x == last.x
            && first.x < last.x
            && first.y < last.y;
        let one_color = corners.iter().all(|corner| corner.color == first.color);
        let square = beside.uv == Pos2::new(last.uv.x, first.uv.y)
            && below.uv == Pos2::new(first.uv.x, last.uv.y);
        if !(straight && one_color && square) {
            return None;
        }
        let texel = |uv: Pos2| {
            let u = texel_edge(uv.x, texture.width)?;
            Some((u, texel_edge(uv.y, texture.height)?))
        };
        let step = STEPS as i64;
        let whole = |value: i64| (value % step == 0).then_some(value.div_euclid(step));
        let (u, v) = texel(first.uv)?;
        let (far_u, far_v) = texel(last.uv)?;
        let (x, y) = (whole(first.x)?, whole(first.y)?);
        let (width, height) = (whole(last.x)? - x, whole(last.y)? - y);
        (width == far_u - u && height == far_v - v).then_some(Self {
            x,
            y,
            width,
            height,
            u,
            v,
            color: first.color,
        })
    }
}
