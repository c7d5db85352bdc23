//! A character that no face has: a frame with its number in it, so that a
//! reader can tell which it is and two of them apart.

use egui::{Color32, Context, Mesh, Rect, pos2};

use super::atlas::GlyphAtlas;
use super::quads::{add_glyph, add_quad, mesh_of};
use crate::text::{FontSet, PositionedGlyph};

/// The frame above and below the baseline, and its distance from the edges of
/// its cell, in ems.
const TOP: f32 = 0.74;
const BOTTOM: f32 = 0.08;
const INSET: f32 = 0.05;
/// The width of a digit of the fixed-width face, in its ems, and how high it
/// is.
const DIGIT_WIDTH: f32 = 0.6;
const DIGIT_HEIGHT: f32 = 0.72;

/// Where and how it is drawn.
#[derive(Copy, Clone)]
pub(super) struct Pen {
    /// Physical pixels from the layout's top.
    pub(super) baseline: i32,
    /// Points to the em.
    pub(super) size: f32,
    /// Physical pixels to the point.
    pub(super) scale: f32,
    pub(super) ink: Color32,
}

/// The number of a character in two rows of equal length.
fn rows(c: char) -> [String; 2] {
    let code = u32::from(c);
    let (digits, half) = if code > 0xFFFF { (6, 3) } else { (4, 2) };
    let code = format!("{code:0digits$X}");
    let (above, below) = code.split_at_checked(half).unwrap_or((&code, ""));
    [above.to_owned(), below.to_owned()]
}

/// Adds the frame and its digits; `glyph` is the empty box of some face, of
/// which the place and the width are taken.
pub(super) fn add_missing(
    meshes: &mut Vec<Mesh>,
    atlas: &mut GlyphAtlas,
    ctx: &Context,
    glyph: &PositionedGlyph,
    c: char,
    pen: Pen,
) {
    let Pen {
        baseline,
        size,
        scale,
        ink,
    } = pen;
    let thin = scale.round().max(1.0);
    let base = baseline as f32;
    let frame = Rect::from_min_max(
        pos2(
            ((glyph.x + INSET * size) * scale).round(),
            (base - TOP * size * scale).round(),
        ),
        pos2(
            ((glyph.x + glyph.advance - INSET * size) * scale).round(),
            (base + BOTTOM * size * scale).round(),
        ),
    );
    if frame.width() < 4.0 * thin || frame.height() < 4.0 * thin {
        return;
    }
    let page = atlas.any_page(ctx);
    let white = Rect::from_min_max(GlyphAtlas::white_uv(), GlyphAtlas::white_uv());
    let inner = frame.shrink(thin);
    for side in [
        Rect::from_x_y_ranges(frame.x_range(), frame.top()..=inner.top()),
        Rect::from_x_y_ranges(frame.x_range(), inner.bottom()..=frame.bottom()),
        Rect::from_x_y_ranges(frame.left()..=inner.left(), inner.y_range()),
        Rect::from_x_y_ranges(inner.right()..=frame.right(), inner.y_range()),
    ] {
        add_quad(mesh_of(meshes, page), side, white, scale, ink);
    }
    let fonts = FontSet::bundled();
    let font = fonts.fixed_width();
    let rows = rows(c);
    let count = rows.iter().map(String::len).max().unwrap_or(1).max(1) as f32;
    // The rows stand in the frame with as much air around as between them.
    let em = (inner.width() * 0.92 / (count * DIGIT_WIDTH))
        .min(inner.height() / (2.0 * DIGIT_HEIGHT * 1.25));
    let gap = (inner.height() - 2.0 * DIGIT_HEIGHT * em) / 3.0;
    for (index, row) in rows.iter().enumerate() {
        let line = inner.top() + (gap + DIGIT_HEIGHT * em) * (index as f32 + 1.0);
        let left = inner.center().x - row.len() as f32 * DIGIT_WIDTH * em / 2.0;
        for (at, digit) in row.chars().enumerate() {
            let Some(id) = fonts.glyph_of(font, digit) else {
                continue;
            };
            let digit = PositionedGlyph {
                font,
                glyph: id,
                x: (left + at as f32 * DIGIT_WIDTH * em) / scale,
                advance: DIGIT_WIDTH * em / scale,
                ..*glyph
            };
            add_glyph(
                meshes,
                atlas,
                ctx,
                &digit,
                em.to_bits(),
                line.round() as i32,
                scale,
                ink,
                &[],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_in_two_rows() {
        assert_eq!(rows('\u{E000}'), ["E0", "00"]);
        assert_eq!(rows('\u{7}'), ["00", "07"]);
        assert_eq!(rows('\u{1F600}'), ["01F", "600"]);
        assert_eq!(rows('\u{10FFFD}'), ["10F", "FFD"]);
    }
}
