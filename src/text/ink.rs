//! How far the ink of a paragraph's letters reaches, and the distance of lines
//! at which none of it leaves its row.
//!
//! What a face declares is too little for stacked marks, and room for all the
//! marks there are is too much for a page without them: the glyphs that are
//! there decide.

use std::sync::OnceLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::cells::ShapedParagraph;
use super::fonts::{FontId, FontSet};

/// Ink of a glyph above and below the baseline, in font units.
#[derive(Copy, Clone, Debug, Default, PartialEq)]
struct Reach {
    above: f32,
    below: f32,
}

/// The reach of every glyph of a face, measured when first asked for.
#[derive(Default)]
pub(super) struct Reaches(OnceLock<Vec<Reach>>);

impl Reaches {
    fn of(&self, data: &'static [u8], glyph: u16) -> Reach {
        let measured = self.0.get_or_init(|| measure(data));
        measured
            .get(usize::from(glyph))
            .copied()
            .unwrap_or_default()
    }
}

fn measure(data: &[u8]) -> Vec<Reach> {
    let Ok(font) = FontRef::new(data) else {
        return Vec::new();
    };
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let glyphs = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    (0..metrics.glyph_count)
        .map(|glyph| {
            let Some(bounds) = glyphs.bounds(GlyphId::from(glyph)) else {
                // Outlines that do not say their bounds keep to the em.
                return Reach {
                    above: metrics.ascent.min(f32::from(metrics.units_per_em) * 0.9),
                    below: f32::from(metrics.units_per_em) * 0.2,
                };
            };
            Reach {
                above: bounds.y_max,
                below: -bounds.y_min,
            }
        })
        .collect()
}

impl ShapedParagraph {
    /// How far ink reaches above and below the baseline, in points.
    pub fn ink(&self) -> (f32, f32) {
        let fonts = FontSet::bundled();
        let (mut above, mut below) = (0.0_f32, 0.0_f32);
        let mut font = FontId(u8::MAX);
        let mut scale = 0.0;
        for index in 0..self.cell_count() {
            let glyphs = self.data.glyphs_at(index);
            let Some(cell) = self.data.cells.get(index).filter(|_| !glyphs.is_empty()) else {
                continue;
            };
            if cell.font != font {
                font = cell.font;
                scale = self.style.size / fonts.units_per_em(font);
            }
            for glyph in glyphs {
                let reach = fonts.reach(font, glyph.id);
                above = above.max(reach.0 * scale - glyph.y);
                below = below.max(reach.1 * scale + glyph.y);
            }
        }
        (above, below)
    }

    /// The least distance of lines in points, not under `wanted`, at which the
    /// ink of every line keeps to its own row.
    pub fn line_height_from(&self, wanted: f32) -> f32 {
        let (above, below) = self.ink();
        let metrics = self.metrics;
        let fits = |height: f32| {
            let baseline = metrics.baseline(height);
            above <= baseline && below <= height - baseline
        };
        if fits(wanted) {
            return wanted;
        }
        // Room for the marks of vowelled text, which moves the baseline; then
        // whatever is missing, on both sides alike.
        let vowelled = metrics.line_height().max(wanted);
        if fits(vowelled) {
            return vowelled;
        }
        let missing = (above - metrics.ascent).max(below - metrics.descent);
        (metrics.ascent + metrics.descent + 2.0 * missing)
            .max(metrics.ink_ascent + below)
            .max(above + metrics.ink_descent)
            .max(vowelled)
            + 0.02
    }
}

impl FontSet {
    /// Ink of a glyph above and below the baseline, in font units.
    pub(super) fn reach(&self, id: FontId, glyph: u16) -> (f32, f32) {
        let reach = self.font(id).map_or(Reach::default(), |font| {
            font.reaches.of(self.data(id), glyph)
        });
        (reach.above, reach.below)
    }
}
