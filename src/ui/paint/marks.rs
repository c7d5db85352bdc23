//! What is painted under the letters: tints, underlines, outlines, selection,
//! caret. All of it from the geometry of the layout.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, TextureId, pos2,
};

use super::nesting::Rung;
use super::patterns;
use super::text_ui::TextUi;
use crate::model::{Pattern, Span};
use crate::text::{Caret, Direction, LineRect, ParagraphLayout};

/// Corner radius of a mark, points.
const RADIUS: u8 = 3;
/// Width of a selected line break, points.
const BREAK: f32 = 6.0;
/// Length of the flag on a caret between two directions, points.
const FLAG: f32 = 4.5;
/// A dash and the gap after it, points.
const DASH: (f32, f32) = (4.0, 3.0);
/// A dot and the gap after it, and its height, points.
const DOT: (f32, f32) = (1.5, 2.5);
const DOT_HEIGHT: f32 = 1.5;

/// The line under a mark.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum MarkLine {
    /// No line.
    None,
    /// Accepted marks.
    #[default]
    Solid,
    /// Accepted marks of a tag with a pattern.
    Patterned(Pattern),
    /// Suggestions.
    Dashed,
    /// What is between the pieces of one mark.
    Dotted,
}

impl MarkLine {
    /// The line of an accepted mark whose tag has this pattern.
    pub fn of(pattern: Pattern) -> Self {
        match pattern {
            Pattern::Plain => Self::Solid,
            other => Self::Patterned(other),
        }
    }
}

/// One mark to be painted.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Mark {
    /// Bytes of the layout's text.
    pub span: Span,
    /// Colour of the ground, translucent ([`crate::ui::theme::Theme::tint`]).
    pub tint: Color32,
    /// Colour of the underline.
    pub hue: Color32,
    /// The underline.
    pub line: MarkLine,
    /// How deep the mark lies inside others, 0 outermost ([`super::nesting_levels`]).
    pub level: u8,
    /// Outline of the selected mark.
    pub outline: Option<Color32>,
}

/// Paints the grounds of `marks` and then their underlines and outlines, for a
/// layout whose top left corner is at `pos` (points). To be called before
/// [`super::paint_layout`].
pub fn paint_marks(painter: &Painter, pos: Pos2, layout: &ParagraphLayout, marks: &[Mark]) {
    if marks.is_empty() || !painter.is_visible() {
        return;
    }
    let scale = painter.pixels_per_point();
    let mut sheet = Sheet::new(painter);
    let pieces: Vec<Vec<LineRect>> = marks
        .iter()
        .map(|mark| visible_pieces(layout, mark.span))
        .collect();
    // How many levels each line has: where there are many they stand closer.
    let mut depths = vec![0_u8; layout.lines().len()];
    for (mark, pieces) in marks.iter().zip(&pieces) {
        for piece in pieces {
            if let Some(depth) = depths.get_mut(piece.line) {
                *depth = (*depth).max(mark.level.saturating_add(1));
            }
        }
    }
    let rung = |level: u8, line: usize| Rung::new(level, depths.get(line).copied().unwrap_or(1));
    let boxes: Vec<Vec<MarkBox>> = marks
        .iter()
        .zip(&pieces)
        .map(|(mark, pieces)| {
            let rung = |line| rung(mark.level, line);
            boxes_of(pos, pieces, mark.span, rung, scale)
        })
        .collect();
    for (mark, boxes) in marks.iter().zip(&boxes) {
        for one in boxes {
            sheet.fill(one.rect, one.corners, mark.tint);
        }
    }
    // Underlines and outlines lie over all grounds: a tint on top would change
    // their colour.
    for (mark, boxes) in marks.iter().zip(&boxes) {
        for one in boxes {
            let line = underline_of(one, rung(mark.level, one.line), scale);
            match mark.line {
                MarkLine::None => {}
                MarkLine::Solid => sheet.fill(line, lower(one.corners), mark.hue),
                MarkLine::Patterned(pattern) => {
                    // Above a nested line is that of the mark around it.
                    let tall = line.height() * if mark.level == 0 { 2.0 } else { 1.5 };
                    patterns::draw(&mut sheet, line, tall, pattern, mark.hue);
                }
                MarkLine::Dashed => sheet.pattern(line, DASH, mark.hue),
                MarkLine::Dotted => {
                    let middle = line.center().y;
                    let thin = Rect::from_x_y_ranges(
                        line.x_range(),
                        middle - DOT_HEIGHT / 2.0..=middle + DOT_HEIGHT / 2.0,
                    );
                    sheet.pattern(snapped(thin, scale), DOT, mark.hue);
                }
            }
            if let Some(color) = mark.outline {
                sheet.outline(one.rect.expand(1.0), color);
            }
        }
    }
    sheet.paint(painter);
}

/// One box of a mark on the screen, points.
struct MarkBox {
    line: usize,
    rect: Rect,
    corners: CornerRadius,
    /// The bottom of the letters' box on that line.
    bottom: f32,
}

/// The boxes of a mark on the screen with the corners that are rounded (only
/// where the mark really begins or ends, not at line wraps), points.
pub fn mark_boxes(
    pos: Pos2,
    layout: &ParagraphLayout,
    span: Span,
    level: u8,
    scale: f32,
) -> Vec<(Rect, CornerRadius)> {
    let pieces = visible_pieces(layout, span);
    let rung = |_| Rung::new(level, level.saturating_add(1));
    boxes_of(pos, &pieces, span, rung, scale)
        .into_iter()
        .map(|one| (one.rect, one.corners))
        .collect()
}

fn boxes_of(
    pos: Pos2,
    pieces: &[LineRect],
    span: Span,
    rung: impl Fn(usize) -> Rung,
    scale: f32,
) -> Vec<MarkBox> {
    let mut boxes: Vec<MarkBox> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let whole = snapped(box_of(pos, piece), scale);
        let inset = rung(piece.line).inset();
        let rect = Rect::from_min_max(
            pos2(whole.left(), whole.top() + inset),
            pos2(whole.right(), whole.bottom() - inset),
        );
        let corners = corners_of(piece, span);
        // Runs that touch are one box; runs apart (a mark over a change of
        // direction) stay apart.
        match boxes.last_mut() {
            Some(last)
                if last.line == piece.line
                    && (rect.left() - last.rect.right()).abs() * scale < 0.5 =>
            {
                last.rect.max.x = rect.right();
                (last.corners.ne, last.corners.se) = (corners.ne, corners.se);
            }
            _ => boxes.push(MarkBox {
                line: piece.line,
                rect,
                corners,
                bottom: whole.bottom(),
            }),
        }
    }
    boxes
}

/// The rectangles of a mark without the space that hangs over the end of a
/// line inside it, which would stick out past the words.
fn visible_pieces(layout: &ParagraphLayout, span: Span) -> Vec<LineRect> {
    let text = layout.shaped().text();
    let mut pieces = Vec::new();
    let lines = layout.lines();
    let first = lines.partition_point(|line| line.span.end <= span.start);
    for line in lines.get(first..).unwrap_or_default() {
        let start = span.start.max(line.span.start);
        let mut end = span.end.min(line.span.end);
        if start >= end {
            break;
        }
        if end < span.end
            && let Some(part) = text.get(start..end)
        {
            end = start + part.trim_end().len();
        }
        pieces.extend(layout.rects(Span::new(start, end)));
    }
    pieces
}

/// A rectangle of the layout on the screen, points.
pub fn box_of(pos: Pos2, piece: &LineRect) -> Rect {
    Rect::from_min_max(
        pos2(pos.x + piece.rect.x0, pos.y + piece.rect.y0),
        pos2(pos.x + piece.rect.x1, pos.y + piece.rect.y1),
    )
}

fn corners_of(piece: &LineRect, span: Span) -> CornerRadius {
    let begins = if piece.span.start <= span.start {
        RADIUS
    } else {
        0
    };
    let ends = if piece.span.end >= span.end {
        RADIUS
    } else {
        0
    };
    let (west, east) = if piece.rtl {
        (ends, begins)
    } else {
        (begins, ends)
    };
    CornerRadius {
        nw: west,
        ne: east,
        sw: west,
        se: east,
    }
}

fn lower(corners: CornerRadius) -> CornerRadius {
    let half = |radius: u8| radius.min(1);
    CornerRadius {
        nw: 0,
        ne: 0,
        sw: half(corners.sw),
        se: half(corners.se),
    }
}

/// The underline of a mark's box.
fn underline_of(one: &MarkBox, rung: Rung, scale: f32) -> Rect {
    let snap = |value: f32| (value * scale).round() / scale;
    let bottom = snap(one.bottom + rung.underline());
    let thickness = snap(rung.thickness()).max(1.0 / scale);
    Rect::from_min_max(
        pos2(one.rect.left(), bottom - thickness),
        pos2(one.rect.right(), bottom),
    )
}

/// The place of an underline at the foot of `rect`.
pub(super) fn underline_in(rect: Rect, scale: f32) -> Rect {
    let one = MarkBox {
        line: 0,
        rect,
        corners: CornerRadius::ZERO,
        bottom: rect.bottom(),
    };
    underline_of(&one, Rung::new(0, 1), scale)
}

fn snapped(rect: Rect, scale: f32) -> Rect {
    let snap = |value: f32| (value * scale).round() / scale;
    Rect::from_min_max(
        pos2(snap(rect.left()), snap(rect.top())),
        pos2(snap(rect.right()), snap(rect.bottom())),
    )
}

/// Paints the ground of selected text, full lines high so that it is one area.
pub fn paint_selection(
    painter: &Painter,
    pos: Pos2,
    layout: &ParagraphLayout,
    span: Span,
    color: Color32,
) {
    if span.is_empty() {
        return;
    }
    let scale = painter.pixels_per_point();
    let mut sheet = Sheet::new(painter);
    for piece in layout.rects(span) {
        let Some(line) = layout.lines().get(piece.line) else {
            continue;
        };
        let rect = Rect::from_min_max(
            pos2(pos.x + piece.rect.x0, pos.y + line.top),
            pos2(pos.x + piece.rect.x1, pos.y + line.bottom),
        );
        sheet.fill(snapped(rect, scale), CornerRadius::ZERO, color);
    }
    sheet.paint(painter);
}

/// Paints that the line break after a paragraph is selected: a little more
/// ground beyond the end of its last line.
pub fn paint_selected_break(
    painter: &Painter,
    pos: Pos2,
    layout: &ParagraphLayout,
    color: Color32,
) {
    let index = layout.lines().len().saturating_sub(1);
    let Some(line) = layout.lines().get(index) else {
        return;
    };
    // The end of the line in reading order, whatever its last run's direction.
    let (from, to) = match layout.shaped().direction() {
        Direction::RightToLeft => (line.x0 - BREAK, line.x0),
        Direction::LeftToRight => (line.x1, line.x1 + BREAK),
    };
    let rect = Rect::from_min_max(
        pos2(pos.x + from, pos.y + line.top),
        pos2(pos.x + to, pos.y + line.bottom),
    );
    let mut sheet = Sheet::new(painter);
    let scale = sheet.scale;
    sheet.fill(snapped(rect, scale), CornerRadius::ZERO, color);
    sheet.paint(painter);
}

/// Where the caret is on the screen: a bar of whole physical pixels, points.
pub fn caret_rect(pos: Pos2, layout: &ParagraphLayout, caret: Caret, scale: f32) -> Rect {
    let place = layout.caret_rect(caret);
    let width = (1.5 * scale).round().max(1.0);
    let left = ((pos.x + place.x0) * scale).round() - (width / 2.0).floor();
    Rect::from_min_max(
        pos2(left, ((pos.y + place.y0) * scale).round()) / scale,
        pos2(left + width, ((pos.y + place.y1) * scale).round()) / scale,
    )
}

/// Paints the caret.
pub fn paint_caret(
    painter: &Painter,
    pos: Pos2,
    layout: &ParagraphLayout,
    caret: Caret,
    color: Color32,
) {
    let rect = caret_rect(pos, layout, caret, painter.pixels_per_point());
    let mut sheet = Sheet::new(painter);
    sheet.fill(rect, CornerRadius::ZERO, color);
    sheet.paint(painter);
    if let Some(direction) = layout.border_direction(caret) {
        paint_caret_flag(painter, rect, direction, color);
    }
}

/// Paints the flag of a caret that stands between two directions: it points
/// the way the text runs that the caret belongs to.
pub fn paint_caret_flag(painter: &Painter, bar: Rect, direction: Direction, color: Color32) {
    let (edge, tip) = match direction {
        Direction::RightToLeft => (bar.left(), bar.left() - FLAG),
        Direction::LeftToRight => (bar.right(), bar.right() + FLAG),
    };
    let points = vec![
        pos2(edge, bar.top()),
        pos2(tip, bar.top() + FLAG * 0.6),
        pos2(edge, bar.top() + FLAG * 1.2),
    ];
    painter.add(egui::Shape::convex_polygon(
        points,
        color,
        egui::Stroke::NONE,
    ));
}

/// Shapes gathered into one mesh on the glyphs' texture, so that marks and
/// letters go to the graphics card together.
pub(super) struct Sheet {
    /// On egui's texture until painted, because epaint checks that; both
    /// textures have a white corner.
    mesh: Mesh,
    texture: TextureId,
    tessellator: egui::epaint::Tessellator,
    scale: f32,
}

impl Sheet {
    pub(super) fn new(painter: &Painter) -> Self {
        let ctx = painter.ctx();
        let scale = ctx.pixels_per_point();
        let texture = TextUi::get(ctx).lock(ctx).atlas.any_page(ctx);
        let options = ctx.tessellation_options(|options| *options);
        Self {
            mesh: Mesh::default(),
            texture,
            tessellator: egui::epaint::Tessellator::new(scale, options, [1, 1], Vec::new()),
            scale,
        }
    }

    /// Pixels a point.
    pub(super) fn scale(&self) -> f32 {
        self.scale
    }

    pub(super) fn fill_snapped(&mut self, rect: Rect, color: Color32) {
        self.fill(snapped(rect, self.scale), CornerRadius::ZERO, color);
    }

    pub(super) fn segment(&mut self, ends: [Pos2; 2], stroke: Stroke) {
        self.tessellator
            .tessellate_line_segment(ends, stroke, &mut self.mesh);
    }

    pub(super) fn fill(&mut self, rect: Rect, corners: CornerRadius, color: Color32) {
        if rect.width() <= 0.0 || rect.height() <= 0.0 || color == Color32::TRANSPARENT {
            return;
        }
        if corners == CornerRadius::ZERO {
            self.mesh.add_colored_rect(rect, color);
        } else {
            let shape = egui::epaint::RectShape::filled(rect, corners, color);
            self.tessellator.tessellate_rect(&shape, &mut self.mesh);
        }
    }

    fn outline(&mut self, rect: Rect, color: Color32) {
        let shape = egui::epaint::RectShape::stroke(
            rect,
            CornerRadius::same(RADIUS + 1),
            Stroke::new(2.0, color),
            StrokeKind::Inside,
        );
        self.tessellator.tessellate_rect(&shape, &mut self.mesh);
    }

    /// Dashes or dots along a line: how long one is, and the gap after it.
    fn pattern(&mut self, line: Rect, (dash, gap): (f32, f32), color: Color32) {
        let mut from = line.left();
        while from < line.right() {
            let to = (from + dash).min(line.right());
            let piece = Rect::from_min_max(pos2(from, line.top()), pos2(to, line.bottom()));
            self.fill(snapped(piece, self.scale), CornerRadius::ZERO, color);
            from += dash + gap;
        }
    }

    pub(super) fn paint(mut self, painter: &Painter) {
        self.mesh.texture_id = self.texture;
        if !self.mesh.is_empty() {
            painter.add(Shape::Mesh(Arc::new(self.mesh)));
        }
    }
}
