//! Triangles into pixels.
//!
//! Corners are snapped to 1/256 of a pixel and edges are decided in integers
//! with the top-left rule, so neighbouring triangles neither overlap nor leave
//! a gap.

use egui::epaint::{ClippedPrimitive, Primitive, Vertex};
use egui::{Color32, Mesh, Pos2, Rect};

use super::Image;
use super::ink::{Ink, multiply, over};
use super::stamp::Stamp;
use super::textures::{Texture, Textures};

/// Steps in a pixel.
pub(super) const STEPS: f32 = 256.0;

/// Paints `primitives` over `ground`. `size` in pixels; `scale` is pixels per
/// point.
pub fn paint(
    primitives: &[ClippedPrimitive],
    textures: &Textures,
    size: [usize; 2],
    scale: f32,
    ground: Color32,
) -> Image {
    let [width, height] = size;
    let mut canvas = Canvas {
        width,
        pixels: vec![ground.to_array(); width * height],
    };
    for ClippedPrimitive {
        clip_rect,
        primitive,
    } in primitives
    {
        let clip = Clip::new(*clip_rect, scale, width, height);
        match primitive {
            Primitive::Mesh(mesh) => {
                let Some(texture) = textures.get(mesh.texture_id) else {
                    log::warn!("no texture {:?}", mesh.texture_id);
                    continue;
                };
                canvas.mesh(mesh, texture, &clip, scale);
            }
            Primitive::Callback(_) => {
                log::warn!("a picture cannot show what a paint callback draws");
            }
        }
    }
    let rgba = if ground.is_opaque() {
        // What is painted over opaque ground stays opaque: the bytes as they are.
        canvas.pixels.as_flattened().to_vec()
    } else {
        let straight = |&[r, g, b, a]: &[u8; 4]| {
            Color32::from_rgba_premultiplied(r, g, b, a).to_srgba_unmultiplied()
        };
        canvas.pixels.iter().flat_map(straight).collect()
    };
    Image {
        width,
        height,
        rgba,
    }
}

struct Canvas {
    width: usize,
    /// Premultiplied.
    pixels: Vec<[u8; 4]>,
}

/// The scissor rectangle, pixels, end exclusive.
struct Clip {
    x0: i64,
    y0: i64,
    x1: i64,
    y1: i64,
}

impl Clip {
    fn new(rect: Rect, scale: f32, width: usize, height: usize) -> Self {
        let round =
            |value: f32, most: usize| ((value * scale).round() as i64).clamp(0, most as i64);
        Self {
            x0: round(rect.left(), width),
            y0: round(rect.top(), height),
            x1: round(rect.right(), width),
            y1: round(rect.bottom(), height),
        }
    }
}

/// A corner in 1/256 pixels with its colour and texture coordinates.
#[derive(Copy, Clone)]
pub(super) struct Corner {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) color: Color32,
    pub(super) uv: Pos2,
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32) -> Self {
        let snap = |value: f32| (value * scale * STEPS).round().clamp(-1e9, 1e9) as i64;
        Self {
            x: snap(vertex.pos.x),
            y: snap(vertex.pos.y),
            color: vertex.color,
            uv: vertex.uv,
        }
    }
}

impl Canvas {
    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: &Clip, scale: f32) {
        let corner = |index: &u32| {
            mesh.vertices
                .get(*index as usize)
                .map(|vertex| Corner::new(vertex, scale))
        };
        let mut rest = mesh.indices.as_slice();
        while let Some((triangle, more)) = rest.split_first_chunk::<3>() {
            // Most triangles are halves of a glyph's box, pixel on texel.
            if let Some(([a, b, c, d, e, f], more)) = rest.split_first_chunk::<6>()
                && (d, e) == (c, b)
                && let (Some(a), Some(b), Some(c), Some(f)) =
                    (corner(a), corner(b), corner(c), corner(f))
                && let Some(stamp) = Stamp::of([a, b, c, f], texture)
            {
                self.stamp(&stamp, texture, clip);
                rest = more;
                continue;
            }
            let [a, b, c] = triangle;
            if let (Some(a), Some(b), Some(c)) = (corner(a), corner(b), corner(c)) {
                self.triangle([a, b, c], texture, clip);
            }
            rest = more;
        }
    }

    /// Copies a box of texels onto the pixels under it.
    fn stamp(&mut self, stamp: &Stamp, texture: &Texture, clip: &Clip) {
        let x0 = stamp.x.max(clip.x0);
        let x1 = (stamp.x + stamp.width).min(clip.x1);
        let y0 = stamp.y.max(clip.y0);
        let y1 = (stamp.y + stamp.height).min(clip.y1);
        if x0 >= x1 {
            return;
        }
        let ink = stamp.color.to_array().map(f32::from);
        for y in y0..y1 {
            let from = y as usize * self.width + x0 as usize;
            let texel = (stamp.v + y - stamp.y) as usize * texture.width
                + (stamp.u + x0 - stamp.x) as usize;
            let count = (x1 - x0) as usize;
            let (Some(row), Some(texels)) = (
                self.pixels.get_mut(from..from + count),
                texture.pixels.get(texel..texel + count),
            ) else {
                continue;
            };
            for (pixel, &texel) in row.iter_mut().zip(texels) {
                if texel != Color32::TRANSPARENT {
                    *pixel = over(*pixel, multiply(ink, texel.to_array().map(f32::from)));
                }
            }
        }
    }

    fn triangle(&mut self, [a, mut b, mut c]: [Corner; 3], texture: &Texture, clip: &Clip) {
        let mut area = cross(a, b, c.x, c.y);
        if area < 0 {
            std::mem::swap(&mut b, &mut c);
            area = -area;
        }
        if area == 0 {
            return;
        }
        let corners = [a, b, c];
        let step = STEPS as i64;
        let half = step / 2;
        // First and last pixel row whose middle may be inside.
        let low = corners.iter().map(|corner| corner.y).min().unwrap_or(0);
        let high = corners.iter().map(|corner| corner.y).max().unwrap_or(0);
        let first = (low - half).div_euclid(step).max(clip.y0);
        let last = ((high - half).div_euclid(step) + 1).min(clip.y1 - 1);
        let edges = [Edge::new(b, c), Edge::new(c, a), Edge::new(a, b)];
        let ink = Ink::new(corners, area, texture);
        for y in first..=last {
            let middle = y * step + half;
            let (mut from, mut to) = (clip.x0, clip.x1);
            for edge in &edges {
                edge.narrow(middle, &mut from, &mut to);
            }
            if from < to {
                self.row(y, from, to, &ink, texture);
            }
        }
    }

    /// Pixels `from..to` of row `y`, all inside the canvas.
    fn row(&mut self, y: i64, from: i64, to: i64, ink: &Ink, texture: &Texture) {
        let start = y as usize * self.width;
        let Some(row) = self
            .pixels
            .get_mut(start + from as usize..start + to as usize)
        else {
            return;
        };
        if let Some(color) = ink.flat {
            match color.a() {
                0 if color == Color32::TRANSPARENT => {}
                255 => row.fill(color.to_array()),
                _ => {
                    for pixel in row {
                        *pixel = over(*pixel, color);
                    }
                }
            }
            return;
        }
        for (pixel, x) in row.iter_mut().zip(from..) {
            let color = ink.at(x, y, texture);
            if color != Color32::TRANSPARENT {
                *pixel = over(*pixel, color);
            }
        }
    }
}

/// Twice the area of the triangle `a`, `b`, (x, y).
fn cross(a: Corner, b: Corner, x: i64, y: i64) -> i64 {
    (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
}

/// `slope * x + rise * y + offset >= 0` inside, in 1/256 pixels.
struct Edge {
    slope: i64,
    rise: i64,
    offset: i64,
}

impl Edge {
    fn new(a: Corner, b: Corner) -> Self {
        let (slope, rise) = (a.y - b.y, b.x - a.x);
        // A point on an edge belongs to the triangle on its right or below.
        let owns = slope > 0 || slope == 0 && rise > 0;
        let offset = -(slope * a.x + rise * a.y) - i64::from(!owns);
        Self {
            slope,
            rise,
            offset,
        }
    }

    /// Narrows `from..to` (pixels) of the row with that middle (1/256 pixels)
    /// to where the edge function is not negative.
    fn narrow(&self, middle: i64, from: &mut i64, to: &mut i64) {
        let step = STEPS as i64;
        let half = step / 2;
        // slope * (x * step + half) + rest >= 0
        let rest = self.rise * middle + self.offset + self.slope * half;
        match self.slope.signum() {
            0 if rest < 0 => *to = *from,
            0 => {}
            1 => *from = (*from).max(-(rest.div_euclid(self.slope * step))),
            _ => *to = (*to).min(rest.div_euclid(-self.slope * step) + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{ColorImage, TextureId, TextureOptions, TexturesDelta, pos2};

    fn white() -> Textures {
        let mut delta = TexturesDelta::default();
        let image = ColorImage::filled([2, 2], Color32::WHITE);
        delta.push(
            TextureId::default(),
            egui::epaint::ImageDelta::full(image, TextureOptions::LINEAR),
        );
        let mut textures = Textures::default();
        textures.apply(&delta);
        delta.clear();
        textures
    }

    fn picture(mesh: Mesh, clip: Rect) -> Image {
        let primitive = ClippedPrimitive {
            clip_rect: clip,
            primitive: Primitive::Mesh(mesh),
        };
        paint(&[primitive], &white(), [16, 16], 1.0, Color32::BLACK)
    }

    #[test]
    fn a_fan_of_translucent_triangles_covers_each_pixel_once() {
        let gray = Color32::from_rgba_premultiplied(60, 60, 60, 60);
        let mut mesh = Mesh::default();
        let rim = [
            (1.3, 2.1),
            (14.9, 1.2),
            (13.2, 14.7),
            (6.6, 15.1),
            (0.4, 9.9),
        ];
        mesh.colored_vertex(pos2(7.37, 7.91), gray);
        for (x, y) in rim {
            mesh.colored_vertex(pos2(x, y), gray);
        }
        for i in 0..5_u32 {
            mesh.add_triangle(0, 1 + i, 1 + (i + 1) % 5);
        }
        let image = picture(mesh, Rect::EVERYTHING);
        let mut covered = 0;
        for y in 0..16 {
            for x in 0..16 {
                let value = image.pixel(x, y).r();
                assert!(value == 0 || value == 60, "{value} at {x},{y}");
                covered += usize::from(value == 60);
            }
        }
        assert!((140..200).contains(&covered), "{covered}");
    }

    #[test]
    fn clipping_is_exact_and_what_is_far_outside_does_no_harm() {
        let mut mesh = Mesh::default();
        let wide = Rect::from_min_max(pos2(-1e7, -50.0), pos2(1e7, 900.0));
        mesh.add_colored_rect(wide, Color32::WHITE);
        let image = picture(mesh, Rect::from_min_max(pos2(3.0, 4.0), pos2(7.0, 9.0)));
        for y in 0..16 {
            for x in 0..16 {
                let inside = (3..7).contains(&x) && (4..9).contains(&y);
                assert_eq!(image.pixel(x, y) == Color32::WHITE, inside, "{x},{y}");
            }
        }
    }

    #[test]
    fn blending_is_premultiplied_over() {
        let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
        assert_eq!(over([255; 4], half), [255, 127, 127, 255]);
        assert_eq!(over([0, 0, 0, 255], half), [128, 0, 0, 255]);
    }
}
