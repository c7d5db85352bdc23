//! Meshes of glyphs: one a stretch of lines and atlas page, kept between
//! frames.
//!
//! Everything is placed on physical pixels: the origin and each baseline are
//! rounded to whole pixels, each glyph to a quarter of a pixel along the line.
//! A kept mesh is moved by whole pixels only, so a paragraph looks the same
//! wherever it stands.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use egui::{Color32, Context, Mesh, Painter, Pos2, Rect, Shape, Vec2, vec2};

use super::atlas::GlyphAtlas;
use super::missing::{Pen, add_missing};
use super::quads::{add_glyph, color_edges, cuts_of};
use super::text_ui::{State, TextUi};
use crate::model::Span;
use crate::text::ParagraphLayout;

/// Lines in one mesh: what is off screen of a long paragraph is neither built
/// nor painted.
const LINES_IN_A_MESH: usize = 24;

/// A stretch of text in a colour of its own.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct ColorSpan {
    /// Bytes of the layout's text.
    pub span: Span,
    /// Its colour.
    pub color: Color32,
}

/// Paints the letters of `layout` with its top left corner at `pos` (points,
/// rounded to a physical pixel).
pub fn paint_layout(painter: &Painter, pos: Pos2, layout: &Arc<ParagraphLayout>, color: Color32) {
    paint_layout_in_colors(painter, pos, layout, color, &[]);
}

/// The same with some stretches in other colours; where stretches overlap the
/// last one wins. A ligature that lies half in a stretch is cut at the edge;
/// no glyph changes its place.
pub fn paint_layout_in_colors(
    painter: &Painter,
    pos: Pos2,
    layout: &Arc<ParagraphLayout>,
    color: Color32,
    colors: &[ColorSpan],
) {
    if !painter.is_visible() {
        return;
    }
    let ctx = painter.ctx();
    let scale = ctx.pixels_per_point();
    let origin = Pixel::of(pos, scale);
    let text_ui = TextUi::get(ctx);
    let mut state = text_ui.lock(ctx);
    let shapes = MeshCache::placed(
        &mut state,
        ctx,
        layout,
        scale,
        color,
        colors,
        origin,
        painter.clip_rect(),
    );
    drop(state);
    painter.extend(shapes);
}

/// A place on the screen in whole physical pixels.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
struct Pixel {
    x: i32,
    y: i32,
}

impl Pixel {
    fn of(pos: Pos2, scale: f32) -> Self {
        Self {
            x: (pos.x * scale).round() as i32,
            y: (pos.y * scale).round() as i32,
        }
    }
}

#[derive(Copy, Clone, PartialEq, Eq, Hash)]
struct MeshKey {
    layout: usize,
    scale_bits: u32,
    color: Color32,
    colors: u64,
}

struct Entry {
    /// Kept so that the address in the key cannot be given to another layout.
    layout: Arc<ParagraphLayout>,
    chunks: Vec<Option<Chunk>>,
    frame: u64,
}

struct Chunk {
    /// With the layout's origin at (0, 0).
    meshes: Vec<Mesh>,
    placed_at: Pixel,
    placed: Vec<Arc<Mesh>>,
}

/// The meshes made so far.
#[derive(Default)]
pub(super) struct MeshCache {
    entries: HashMap<MeshKey, Entry>,
}

impl MeshCache {
    /// Forgets what was not painted since frame number `oldest`.
    pub(super) fn sweep(&mut self, oldest: u64) {
        self.entries.retain(|_, entry| entry.frame >= oldest);
    }

    #[allow(clippy::too_many_arguments, reason = "a mesh depends on all of these")]
    fn placed(
        state: &mut State,
        ctx: &Context,
        layout: &Arc<ParagraphLayout>,
        scale: f32,
        color: Color32,
        colors: &[ColorSpan],
        origin: Pixel,
        clip: Rect,
    ) -> Vec<Shape> {
        let key = MeshKey {
            layout: Arc::as_ptr(layout) as usize,
            scale_bits: scale.to_bits(),
            color,
            colors: hash_of(colors),
        };
        let frame = state.frame();
        let State { atlas, meshes, .. } = state;
        let lines = layout.lines();
        let entry = meshes.entries.entry(key).or_insert_with(|| Entry {
            layout: Arc::clone(layout),
            chunks: (0..lines.len().div_ceil(LINES_IN_A_MESH))
                .map(|_| None)
                .collect(),
            frame,
        });
        entry.frame = frame;
        let mut shapes = Vec::new();
        let origin_y = origin.y as f32 / scale;
        for (index, chunk) in entry.chunks.iter_mut().enumerate() {
            let first = index * LINES_IN_A_MESH;
            let last = (first + LINES_IN_A_MESH).min(lines.len());
            let (Some(top), Some(bottom)) = (lines.get(first), lines.get(last - 1)) else {
                continue;
            };
            // Letters may reach out of their line by about a line.
            let reach = bottom.bottom - bottom.top;
            if origin_y + bottom.bottom + reach < clip.top()
                || origin_y + top.top - reach > clip.bottom()
            {
                continue;
            }
            let alive = chunk.as_ref().is_some_and(|chunk| {
                chunk
                    .meshes
                    .iter()
                    .all(|mesh| atlas.is_alive(mesh.texture_id))
            });
            if !alive {
                *chunk = Some(Chunk::build(
                    atlas,
                    ctx,
                    &entry.layout,
                    first..last,
                    scale,
                    color,
                    colors,
                ));
            }
            if let Some(chunk) = chunk {
                shapes.extend(chunk.place(origin, scale));
            }
        }
        shapes
    }
}

fn hash_of(colors: &[ColorSpan]) -> u64 {
    if colors.is_empty() {
        return 0;
    }
    let mut hasher = DefaultHasher::new();
    for part in colors {
        (part.span, part.color).hash(&mut hasher);
    }
    hasher.finish()
}

impl Chunk {
    fn build(
        atlas: &mut GlyphAtlas,
        ctx: &Context,
        layout: &ParagraphLayout,
        lines: std::ops::Range<usize>,
        scale: f32,
        color: Color32,
        colors: &[ColorSpan],
    ) -> Self {
        let mut meshes: Vec<Mesh> = Vec::new();
        let size_bits = (layout.shaped().style().size * scale).to_bits();
        let edges = color_edges(layout, colors);
        for index in lines {
            let Some(line) = layout.lines().get(index) else {
                continue;
            };
            let baseline = (line.baseline * scale).round() as i32;
            for glyph in layout.line_glyphs(index) {
                let rise = ((glyph.y - line.baseline) * scale).round() as i32;
                let inside = colors
                    .iter()
                    .rev()
                    .find(|part| part.span.start <= glyph.cluster && glyph.cluster < part.span.end);
                let ink = inside.map_or(color, |part| part.color);
                if glyph.glyph == 0 {
                    let text = layout.shaped().text().get(glyph.cluster..);
                    if let Some(c) = text.and_then(|rest| rest.chars().next()) {
                        let pen = Pen {
                            baseline: baseline + rise,
                            size: layout.shaped().style().size,
                            scale,
                            ink,
                        };
                        add_missing(&mut meshes, atlas, ctx, &glyph, c, pen);
                        continue;
                    }
                }
                let cuts = cuts_of(&edges, index, &glyph);
                add_glyph(
                    &mut meshes,
                    atlas,
                    ctx,
                    &glyph,
                    size_bits,
                    baseline + rise,
                    scale,
                    ink,
                    &cuts,
                );
            }
        }
        Self {
            meshes,
            placed_at: Pixel { x: 0, y: 0 },
            placed: Vec::new(),
        }
    }

    fn place(&mut self, origin: Pixel, scale: f32) -> impl Iterator<Item = Shape> + '_ {
        if self.placed.len() != self.meshes.len() || self.placed_at != origin {
            let by = vec2(origin.x as f32, origin.y as f32) / scale;
            self.placed = self
                .meshes
                .iter()
                .map(|mesh| Arc::new(moved(mesh, by)))
                .collect();
            self.placed_at = origin;
        }
        self.placed.iter().map(|mesh| Shape::Mesh(Arc::clone(mesh)))
    }
}

fn moved(mesh: &Mesh, by: Vec2) -> Mesh {
    let mut mesh = mesh.clone();
    mesh.translate(by);
    mesh
}
