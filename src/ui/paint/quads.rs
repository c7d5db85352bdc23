//! One glyph, one box; or several where colours meet inside it.

use egui::epaint::Vertex;
use egui::{Color32, Context, Mesh, Rect, pos2, vec2};

use super::atlas::{GlyphAtlas, GlyphKey};
use super::glyphs::ColorSpan;
use crate::model::Span;
use crate::text::{ParagraphLayout, PositionedGlyph};

/// A part of a line whose glyphs have a colour because their span has it; only
/// needed where a span's edge falls inside a glyph.
pub(super) struct ColorEdge {
    line: usize,
    x0: f32,
    x1: f32,
    span: Span,
    color: Color32,
}

pub(super) fn color_edges(layout: &ParagraphLayout, colors: &[ColorSpan]) -> Vec<ColorEdge> {
    let mut edges = Vec::new();
    for part in colors {
        for piece in layout.rects(part.span) {
            edges.push(ColorEdge {
                line: piece.line,
                x0: piece.rect.x0,
                x1: piece.rect.x1,
                span: part.span,
                color: part.color,
            });
        }
    }
    edges
}

/// Stretches (x from, x to, colour; points) inside the glyph whose colour is
/// not that of its first letter.
pub(super) fn cuts_of(
    edges: &[ColorEdge],
    line: usize,
    glyph: &PositionedGlyph,
) -> Vec<(f32, f32, Color32)> {
    // Both sides must be inside the glyph's own advance by more than a
    // rounding error, or a neighbour's colour would nibble at it.
    let slack = 0.25;
    let (left, right) = (glyph.x + slack, glyph.x + glyph.advance - slack);
    edges
        .iter()
        .filter(|edge| {
            edge.line == line
                && !(edge.span.start <= glyph.cluster && glyph.cluster < edge.span.end)
                && edge.x0 < right
                && edge.x1 > left
        })
        .map(|edge| (edge.x0, edge.x1, edge.color))
        .collect()
}

#[allow(
    clippy::too_many_arguments,
    reason = "one quad depends on all of these"
)]
pub(super) fn add_glyph(
    meshes: &mut Vec<Mesh>,
    atlas: &mut GlyphAtlas,
    ctx: &Context,
    glyph: &PositionedGlyph,
    size_bits: u32,
    baseline: i32,
    scale: f32,
    color: Color32,
    cuts: &[(f32, f32, Color32)],
) {
    let quarters = (f64::from(glyph.x) * f64::from(scale) * 4.0).round() as i64;
    let column = quarters.div_euclid(4) as i32;
    let slot = atlas.slot(
        ctx,
        GlyphKey {
            font: glyph.font,
            glyph: glyph.glyph,
            size_bits,
            bin: quarters.rem_euclid(4) as u8,
            light_on_dark: is_light(color),
        },
    );
    let Some(slot) = slot else {
        return;
    };
    let min = pos2((column + slot.left) as f32, (baseline - slot.top) as f32);
    let quad = Rect::from_min_size(min, vec2(slot.width as f32, slot.height as f32));
    let mesh = mesh_of(meshes, slot.texture);
    if cuts.is_empty() {
        add_quad(mesh, quad, slot.uv, scale, color);
        return;
    }
    let mut stops: Vec<(f32, f32, Color32)> = vec![(quad.left(), quad.right(), color)];
    for &(from, to, ink) in cuts {
        stops = cut(&stops, (from * scale).round(), (to * scale).round(), ink);
    }
    for (from, to, ink) in stops {
        let part = |x: f32| slot.uv.left() + slot.uv.width() * (x - quad.left()) / quad.width();
        let piece = Rect::from_x_y_ranges(from..=to, quad.y_range());
        let uv = Rect::from_x_y_ranges(part(from)..=part(to), slot.uv.y_range());
        add_quad(mesh, piece, uv, scale, ink);
    }
}

/// Replaces the stretch `from..to` by another colour.
fn cut(
    stops: &[(f32, f32, Color32)],
    from: f32,
    to: f32,
    ink: Color32,
) -> Vec<(f32, f32, Color32)> {
    let mut out = Vec::new();
    for &(a, b, old) in stops {
        let (inner_a, inner_b) = (from.clamp(a, b), to.clamp(a, b));
        for (x0, x1, color) in [
            (a, inner_a, old),
            (inner_a, inner_b, ink),
            (inner_b, b, old),
        ] {
            if x1 > x0 {
                out.push((x0, x1, color));
            }
        }
    }
    out
}

pub(super) fn mesh_of(meshes: &mut Vec<Mesh>, texture: egui::TextureId) -> &mut Mesh {
    let index = meshes
        .iter()
        .position(|mesh| mesh.texture_id == texture)
        .unwrap_or_else(|| {
            meshes.push(Mesh::with_texture(texture));
            meshes.len() - 1
        });
    &mut meshes[index]
}

/// `quad` in physical pixels.
pub(super) fn add_quad(mesh: &mut Mesh, quad: Rect, uv: Rect, scale: f32, color: Color32) {
    let first = mesh.vertices.len() as u32;
    mesh.indices
        .extend([0, 1, 2, 2, 1, 3].map(|corner| first + corner));
    for (pos, uv) in [
        (quad.left_top(), uv.left_top()),
        (quad.right_top(), uv.right_top()),
        (quad.left_bottom(), uv.left_bottom()),
        (quad.right_bottom(), uv.right_bottom()),
    ] {
        mesh.vertices.push(Vertex {
            pos: pos / scale,
            uv,
            color,
        });
    }
}

/// Light letters get the lifted coverage; letters are light exactly when the
/// ground under them is dark.
fn is_light(color: Color32) -> bool {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    a > 0 && 299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) > 128 * 1000
}
