//! Glyph outlines into coverage, by swash.
//!
//! No hinting: letters keep their shape at every scale, and the quarter-pixel
//! columns keep their spacing.

use swash::FontRef;
use swash::scale::{Render, ScaleContext, Source, image::Image};
use swash::zeno::{Format, Vector};

use super::atlas::GlyphKey;
use crate::text::FontSet;

/// Coverage of one glyph.
pub(super) struct GlyphImage {
    /// Left edge from the pen, physical pixels.
    pub(super) left: i32,
    /// Top edge above the baseline, physical pixels.
    pub(super) top: i32,
    /// Physical pixels.
    pub(super) width: u32,
    /// Physical pixels.
    pub(super) height: u32,
    /// Row by row, `width * height` values.
    pub(super) coverage: Vec<u8>,
}

/// The rasteriser and its scratch memory.
#[derive(Default)]
pub(super) struct Rasterizer {
    context: ScaleContext,
}

impl Rasterizer {
    /// None for a glyph without ink or a font that cannot be read.
    pub(super) fn rasterize(&mut self, key: GlyphKey) -> Option<GlyphImage> {
        let font = FontRef::from_index(FontSet::bundled().data(key.font), 0)?;
        // swash keeps hinting and outline state by this id; the default would
        // be a new one at every call.
        let id = [u64::from(key.font.0), 0];
        let mut scaler = self
            .context
            .builder_with_id(font, id)
            .size(f32::from_bits(key.size_bits))
            .hint(false)
            .build();
        let mut image = Image::new();
        let drawn = Render::new(&[Source::Outline])
            .format(Format::Alpha)
            .offset(Vector::new(f32::from(key.bin) / 4.0, 0.0))
            .render_into(&mut scaler, key.glyph, &mut image);
        let place = image.placement;
        if !drawn || place.width == 0 || place.height == 0 {
            return None;
        }
        Some(GlyphImage {
            left: place.left,
            top: place.top,
            width: place.width,
            height: place.height,
            coverage: image.data,
        })
    }
}
