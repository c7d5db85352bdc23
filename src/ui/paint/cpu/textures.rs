//! The textures a painter holds, kept up to date by egui's deltas.

use std::collections::HashMap;

use egui::epaint::ImageDelta;
use egui::{Color32, ImageData, TextureFilter, TextureId, TexturesDelta};

/// One texture.
pub(super) struct Texture {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Vec<Color32>,
    pub(super) linear: bool,
}

/// All textures egui has asked for.
#[derive(Default)]
pub struct Textures {
    textures: HashMap<TextureId, Texture>,
}

impl Textures {
    /// Takes over what is new; what is to be freed stays until [`Self::free`],
    /// because the frame at hand may still use it.
    pub fn apply(&mut self, delta: &TexturesDelta) {
        for (&id, changes) in &delta.set {
            for change in changes {
                self.set(id, change);
            }
        }
    }

    /// Drops what is no longer used after the frame was painted.
    pub fn free(&mut self, delta: &TexturesDelta) {
        for id in &delta.free {
            self.textures.remove(id);
        }
    }

    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.textures.get(&id)
    }

    fn set(&mut self, id: TextureId, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        let [width, height] = image.size;
        let Some([left, top]) = change.pos else {
            self.textures.insert(
                id,
                Texture {
                    width,
                    height,
                    pixels: image.pixels.clone(),
                    linear: change.options.magnification == TextureFilter::Linear,
                },
            );
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else {
            log::warn!("part of an unknown texture {id:?} was to be changed");
            return;
        };
        for (row, pixels) in image.pixels.chunks(width.max(1)).enumerate() {
            let at = (top + row) * texture.width + left;
            if let Some(target) = texture.pixels.get_mut(at..at + pixels.len()) {
                target.copy_from_slice(pixels);
            }
        }
    }
}

impl Texture {
    /// Colour at texture coordinates (0 to 1), edges clamped.
    pub(super) fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let (x, y) = (u * self.width as f32, v * self.height as f32);
        if !self.linear {
            return to_floats(self.texel(x.floor() as i64, y.floor() as i64));
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (dx, dy) = (x - left, y - top);
        let (left, top) = (left as i64, top as i64);
        // Glyphs stand pixel on pixel: one texel is enough then.
        let near = 1.0 / 256.0;
        if dx < near && dy < near {
            return to_floats(self.texel(left, top));
        }
        if dx > 1.0 - near && dy > 1.0 - near {
            return to_floats(self.texel(left + 1, top + 1));
        }
        let mut sum = [0.0; 4];
        for (x, y, share) in [
            (left, top, (1.0 - dx) * (1.0 - dy)),
            (left + 1, top, dx * (1.0 - dy)),
            (left, top + 1, (1.0 - dx) * dy),
            (left + 1, top + 1, dx * dy),
        ] {
            if share > 0.0 {
                for (sum, part) in sum.iter_mut().zip(to_floats(self.texel(x, y))) {
                    *sum += share * part;
                }
            }
        }
        sum
    }

    fn texel(&self, x: i64, y: i64) -> Color32 {
        let x = x.clamp(0, self.width as i64 - 1) as usize;
        let y = y.clamp(0, self.height as i64 - 1) as usize;
        self.pixels
            .get(y * self.width + x)
            .copied()
            .unwrap_or_default()
    }
}

/// The edge between texels that a coordinate (0 to 1) lies on, of `count`.
pub(super) fn texel_edge(at: f32, count: usize) -> Option<i64> {
    let place = at * count as f32;
    let edge = place.round();
    ((place - edge).abs() < 1.0 / 256.0).then_some(edge as i64)
}

fn to_floats(color: Color32) -> [f32; 4] {
    color.to_array().map(f32::from)
}
