//! Upright lines with the short names of controls on them.
//!
//! Lives here: which labels share a place, and where each has room: over the
//! letters, else under them, else a little aside.
//!
//! Invariant: a line stands exactly at its place in the text; only labels
//! give way.

use std::borrow::Cow;
use std::sync::Arc;

use egui::{Pos2, Rect, pos2, vec2};

use super::Sign;
use super::drawing::Pen;
use crate::language::invisible::Level;
use crate::text::{Face, ParagraphLayout, TextStyle};
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::theme::Theme;
use crate::ui::unseen::sign_of;

/// Size of a label as a part of the type size, and its bounds, points.
const LABEL: f32 = 0.42;
const LABEL_SIZES: (f32, f32) = (8.0, 14.0);
/// Signs closer than this, points, share a line and a label.
const TOGETHER: f32 = 2.0;
/// Names in one label; the rest is counted.
const MOST_NAMES: usize = 2;
/// Room left between two labels, points.
const APART: f32 = 2.0;

/// The size of labels beside letters of `size`, points.
pub(super) fn label_size(size: f32) -> f32 {
    (size * LABEL).clamp(LABEL_SIZES.0, LABEL_SIZES.1)
}

/// The style of labels.
pub(super) fn label_style(size: f32) -> TextStyle {
    TextStyle {
        face: Face::Sans,
        bold: true,
        size,
    }
}

/// Everything at one place.
struct Group<'a> {
    signs: Vec<&'a Sign>,
    /// Points from the left of the column.
    x: f32,
}

/// The signs that share a place, from left to right on each line.
fn groups<'a>(signs: &[&'a Sign]) -> Vec<Group<'a>> {
    let middle = |sign: &Sign| f32::midpoint(sign.x.0, sign.x.1);
    let mut sorted: Vec<&Sign> = signs.to_vec();
    // Stable: what shares a place stays in reading order.
    sorted.sort_by(|a, b| a.line.cmp(&b.line).then(middle(a).total_cmp(&middle(b))));
    let mut groups: Vec<Group<'_>> = Vec::new();
    for sign in sorted {
        let x = middle(sign);
        match groups.last_mut() {
            Some(group)
                if group.signs.first().map(|first| first.line) == Some(sign.line)
                    && x - group.x < TOGETHER =>
            {
                group.signs.push(sign);
            }
            _ => groups.push(Group {
                signs: vec![sign],
                x,
            }),
        }
    }
    groups
}

/// What a group is called: `RLO`, `RLI LRI`, `PDI PDF +2`.
fn name(group: &Group<'_>) -> Cow<'static, str> {
    let names: Vec<Cow<'static, str>> = group
        .signs
        .iter()
        .map(|sign| sign_of(sign.what, sign.character, sign.pair))
        .collect();
    match names.as_slice() {
        [one] => one.clone(),
        names => {
            let shown = names.get(..MOST_NAMES.min(names.len())).unwrap_or_default();
            let mut text = shown.join(" ");
            if names.len() > MOST_NAMES {
                text.push_str(" +");
                text.push_str(&(names.len() - MOST_NAMES).to_string());
            }
            Cow::Owned(text)
        }
    }
}

/// Paints lines and labels of a paragraph whose top left corner is at `pos`.
pub(super) fn paint(
    pen: &Pen<'_>,
    pos: Pos2,
    layout: &ParagraphLayout,
    signs: &[&Sign],
    theme: &Theme,
) {
    let ctx = pen.painter.ctx();
    let size = label_size(pen.size);
    let height = (size * 1.2).ceil();
    let mut taken: Vec<Rect> = Vec::new();
    let mut drawn: Vec<(Rect, Arc<ParagraphLayout>, egui::Color32)> = Vec::new();
    for group in groups(signs) {
        let Some(first) = group.signs.first() else {
            continue;
        };
        let grave = group
            .signs
            .iter()
            .any(|sign| sign.level == Some(Level::Danger));
        let color = if grave { theme.rubric } else { theme.unseen };
        let x = pos.x + group.x;
        let (top, bottom) = (pos.y + first.y.0, pos.y + first.y.1);
        let row = layout.lines().get(first.line);
        let row_top = pos.y + row.map_or(first.y.0, |row| row.top);
        let row_bottom = pos.y + row.map_or(first.y.1, |row| row.bottom);
        let label = TextUi::get(ctx).line(ctx, &name(&group), label_style(size), height);
        let width = label.shaped().width();
        // Over the letters without leaving the row much.
        let over = (top + 2.0 - height).max(row_top - 3.0);
        let under = (bottom - height * 0.6).min(row_bottom - height + 2.0);
        let at = |left: f32, y: f32| {
            Rect::from_min_size(pos2(pen.snap(left), pen.snap(y)), vec2(width, height))
        };
        let centered = x - width / 2.0;
        let free = |rect: &Rect| {
            let wide = rect.expand2(vec2(APART, -1.0));
            !taken.iter().any(|other| other.intersects(wide))
        };
        let place = [
            at(centered, over),
            at(centered, under),
            at(x + 1.0, over),
            at(x + 1.0, under),
        ]
        .into_iter()
        .find(free)
        .unwrap_or_else(|| at(centered, over));
        let below = place.center().y > f32::midpoint(top, bottom);
        let (from, to) = if below {
            (top + pen.size * 0.1, place.top() + 1.0)
        } else {
            (place.bottom() - 1.0, bottom - pen.size * 0.1)
        };
        pen.upright(x, from, to, color);
        taken.push(place);
        drawn.push((place, label, color));
    }
    // Labels over all lines.
    for (place, label, color) in drawn {
        let ground = place.expand2(vec2(1.0, -1.0));
        pen.painter
            .rect_filled(ground, 2.0, theme.page.gamma_multiply(0.9));
        paint_layout(pen.painter, place.min, &label, color);
    }
}
