//! What is painted under the letters: tints, underlines, outlines, selection,
//! caret. All of it from the geometry of the layout.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, TextureId, pos2,
};

use super::patterns;
use super::text_ui::TextUi;
use crate::model::{Pattern, Span};
use crate::text::{Caret, Direction, LineRect, ParagraphLayout};

/// Corner radius of a mark, points.
const RADIUS: u8 = 3;
/// Thickness of an underline, points.
const UNDERLINE: f32 = 2.0;
/// How much lower each nested mark's underline stands, points.
const STEP: f32 = 3.0;
/// How much smaller each nested mark's tint is above and below, points.
const INSET: f32 = 2.0;
/// Levels with a step of their own; deeper nesting shares the last.
const LEVELS: u8 = 3;
/// Width of a selected line break, points.
const BREAK: f32 = 6.0;
/// Length of the flag on a caret between two directions, points.
const FLAG: f32 = 4.5;
/// Levels that are told apart by [`nesting_levels`].
const MOST_LEVELS: usize = 16;
/// A dash and the gap after it, points.
const DASH: (f32, f32) = (4.0, 3.0);

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
    /// How deep the mark lies inside others, 0 outermost ([`nesting_levels`]).
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
    let mut sheet = Sheet::new(painter);
    let mut boxes = Vec::with_capacity(marks.len());
    for mark in marks {
        let pieces = mark_boxes(
            pos,
            layout,
            mark.span,
            mark.level,
            painter.pixels_per_point(),
        );
        for (rect, corners) in &pieces {
            sheet.fill(*rect, *corners, mark.tint);
        }
        boxes.push(pieces);
    }
    // Underlines and outlines lie over all grounds: a tint on top would change
    // their colour.
    for (mark, pieces) in marks.iter().zip(&boxes) {
        for (rect, corners) in pieces {
            let line = underline_of(*rect, mark.level, painter.pixels_per_point());
            match mark.line {
                MarkLine::None => {}
                MarkLine::Solid => sheet.fill(line, lower(*corners), mark.hue),
                MarkLine::Patterned(pattern) => patterns::draw(&mut sheet, line, pattern, mark.hue),
                MarkLine::Dashed => sheet.dashes(line, mark.hue),
            }
            if let Some(color) = mark.outline {
                sheet.outline(rect.expand(1.0), color);
            }
        }
    }
    sheet.paint(painter);
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
    let inset = f32::from(level.min(LEVELS - 1)) * INSET;
    let mut boxes: Vec<(usize, Rect, CornerRadius)> = Vec::new();
    for piece in visible_pieces(layout, span) {
        let rect = snapped(box_of(pos, &piece), scale);
        let rect = Rect::from_min_max(
            pos2(rect.left(), rect.top() + inset),
            pos2(rect.right(), rect.bottom() - inset),
        );
        let corners = corners_of(&piece, span);
        // Runs that touch are one box; runs apart (a mark over a change of
        // direction) stay apart.
        match boxes.last_mut() {
            Some((line, last, round))
                if *line == piece.line && (rect.left() - last.right()).abs() * scale < 0.5 =>
            {
                last.max.x = rect.right();
                (round.ne, round.se) = (corners.ne, corners.se);
            }
            _ => boxes.push((piece.line, rect, corners)),
        }
    }
    boxes
        .into_iter()
        .map(|(_, rect, corners)| (rect, corners))
        .collect()
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
    let half = |radius: u8| radius.min(UNDERLINE as u8 / 2);
    CornerRadius {
        nw: 0,
        ne: 0,
        sw: half(corners.sw),
        se: half(corners.se),
    }
}

/// The underline of a mark's (inset) box.
fn underline_of(rect: Rect, level: u8, scale: f32) -> Rect {
    let level = f32::from(level.min(LEVELS - 1));
    let bottom = rect.bottom() + level * (INSET + STEP);
    snapped(
        Rect::from_min_max(
            pos2(rect.left(), bottom - UNDERLINE),
            pos2(rect.right(), bottom),
        ),
        scale,
    )
}

/// The place of an underline at the foot of `rect`.
pub(super) fn underline_in(rect: Rect, scale: f32) -> Rect {
    underline_of(rect, 0, scale)
}

fn snapped(rect: Rect, scale: f32) -> Rect {
    let snap = |value: f32| (value * scale).round() / scale;
    Rect::from_min_max(
        pos2(snap(rect.left()), snap(rect.top())),
        pos2(snap(rect.right()), snap(rect.bottom())),
    )
}

/// A level for each span such that overlapping spans never share one, the
/// longer and earlier outside (0). In the order of `spans`. What lies in more
/// than sixteen others shares the level 16 with its like: it takes no longer
/// to find the levels of marks that all lie in one another.
pub fn nesting_levels(spans: &[Span]) -> Vec<u8> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&index| {
        spans
            .get(index)
            .map(|span| (span.start, usize::MAX - span.end))
    });
    let mut levels = vec![0_u8; spans.len()];
    // End of the last span on each level.
    let mut ends: Vec<usize> = Vec::new();
    for index in order {
        let Some(span) = spans.get(index) else {
            continue;
        };
        let level = ends
            .iter()
            .position(|&end| end <= span.start)
            .unwrap_or(ends.len());
        match ends.get_mut(level) {
            Some(end) => *end = span.end,
            None if level < MOST_LEVELS => ends.push(span.end),
            None => {}
        }
        if let Some(slot) = levels.get_mut(index) {
            *slot = u8::try_from(level).unwrap_or(u8::MAX);
        }
    }
    levels
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

    fn dashes(&mut self, line: Rect, color: Color32) {
        let (dash, gap) = DASH;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_never_share_a_level() {
        let spans: Vec<Span> = [(0, 10), (2, 5), (5, 9), (3, 4), (8, 20), (20, 22), (0, 10)]
            .iter()
            .map(|&(start, end)| Span::new(start, end))
            .collect();
        let levels = nesting_levels(&spans);
        for (i, a) in spans.iter().enumerate() {
            for (j, b) in spans.iter().enumerate().skip(i + 1) {
                if a.start < b.end && b.start < a.end {
                    assert_ne!(levels[i], levels[j], "{a:?} and {b:?}");
                }
            }
        }
        assert_eq!(levels[0], 0);
        assert_eq!(levels[5], 0);
    }
}
