//! A painter of egui's meshes that needs no graphics card, driver or display.
//!
//! It serves `hashiya picture` and the pictures of tests. It does what
//! `egui_glow`'s shader does: colour times texture, premultiplied, blended in
//! gamma space.
//!
//! **Invariant**: the same meshes give the same bytes on every machine.

mod fill;
mod ink;
mod offscreen;
mod stamp;
mod textures;

pub use fill::paint;
pub use offscreen::{Offscreen, render_offscreen};
pub use textures::Textures;

use egui::Color32;

/// A finished picture: rows from the top, straight alpha, four bytes a pixel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Image {
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// `width * height * 4` bytes: red, green, blue, alpha.
    pub rgba: Vec<u8>,
}

impl Image {
    /// The colour of a pixel; transparent outside.
    pub fn pixel(&self, x: usize, y: usize) -> Color32 {
        if x >= self.width {
            return Color32::TRANSPARENT;
        }
        let at = (y * self.width + x) * 4;
        match self.rgba.get(at..at + 4) {
            Some(&[red, green, blue, alpha]) => {
                Color32::from_rgba_unmultiplied(red, green, blue, alpha)
            }
            _ => Color32::TRANSPARENT,
        }
    }
}
