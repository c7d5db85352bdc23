//! Where two layers differ, on the page: signs beside the lines, and the places
//! the other one has marked and this one has not.
//!
//! Lives here: what is drawn. Does not live here: finding the differences
//! (command).
//!
//! Invariant: nothing here can be hit as a mark; what is drawn costs what is in
//! sight.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Color32, Pos2, Rect, Sense, Ui, pos2, vec2};

use crate::analysis::agreement::Agreement;
use crate::command::{Comparison, Reader, Workbench};
use crate::model::{Annotation, Id};
use crate::text::{Affinity, Caret, Direction};
use crate::ui::action::Action;
use crate::ui::paint::{Mark, MarkLine, difference_color, paint_difference};
use crate::ui::panels::{place_name, short_quote};
use crate::ui::theme::{Theme, TintStrength, UiDirection};
use crate::ui::widgets::{focus_ring, tooltip};

use super::Page;
use super::flow::Placed;
use super::standing::part_in;

/// The most marks of the other layer that are looked at for one paragraph.
const MOST: usize = 400;
/// Size of a sign, points.
const SIGN: f32 = 16.0;

/// The comparison a reader is a side of, and the other side's layer.
pub(super) fn compared_in(wb: &Workbench, reader: &Reader) -> Option<(Arc<Comparison>, Id)> {
    let layer = reader.layer.as_ref()?;
    let comparison = wb.comparison()?;
    let sides = &comparison.sides;
    if sides.document != reader.document {
        return None;
    }
    let other = if *layer == sides.first {
        sides.second.clone()
    } else if *layer == sides.second {
        sides.first.clone()
    } else {
        return None;
    };
    Some((comparison, other))
}

/// How a mark is drawn where layers are compared: what agrees steps back, what
/// differs and is not settled is framed.
pub(super) fn drawn(comparison: &Comparison, mark: &Id, painted: &mut Mark, theme: &Theme) {
    let Some(row) = comparison
        .row_of(mark)
        .and_then(|index| comparison.rows.get(index))
    else {
        return;
    };
    if !row.differs() {
        if painted.outline.is_none() {
            painted.tint = painted.tint.gamma_multiply(0.45);
        }
    } else if row.settled.is_none() {
        let frame = difference_color(theme, row);
        painted.outline = painted.outline.or(Some(frame));
    }
}

/// What the other one alone has marked in a paragraph: a dashed line.
pub(super) fn missing(
    wb: &Workbench,
    (comparison, other): &(Arc<Comparison>, Id),
    placed: &Placed,
    theme: Theme,
) -> Vec<Mark> {
    let document = &comparison.sides.document;
    let only = |mark: &&Annotation| {
        mark.by == *other
            && comparison
                .row_of(&mark.id)
                .and_then(|index| comparison.rows.get(index))
                .is_some_and(|row| {
                    matches!(row.agreement, Agreement::OnlyFirst | Agreement::OnlySecond)
                })
    };
    wb.project()
        .annotations_in(document, placed.sight)
        .take(MOST)
        .filter(only)
        .filter(|mark| {
            wb.project()
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == crate::model::TagKind::Entity)
        })
        .flat_map(|mark| {
            let hue = wb
                .project()
                .tag(&mark.tag)
                .map_or(theme.second, |tag| theme.hue(&tag.color, &tag.color_dark));
            mark.spans.iter().filter_map(move |span| {
                Some(Mark {
                    span: part_in(*span, placed.span)?,
                    tint: theme.tint(hue, TintStrength::Doubtful).gamma_multiply(0.0),
                    hue: theme.suggested_line(hue, false),
                    line: MarkLine::Dashed,
                    level: 0,
                    outline: None,
                })
            })
        })
        .collect()
}

/// Draws a sign beside every line in sight on which a difference begins; a
/// click goes to it.
pub(super) fn signs_ui(
    ui: &mut Ui,
    page: Page<'_>,
    placed: &[Placed],
    origin: Pos2,
    actions: &mut Vec<Action>,
) {
    let Page { wb, reader, .. } = page;
    let Some((comparison, _)) = compared_in(wb, reader) else {
        return;
    };
    let theme = Theme::get(ui.ctx());
    let current = wb.current_difference();
    let sides = [&comparison.sides.first, &comparison.sides.second];
    for unit in placed {
        // The differences that begin on each line, in order.
        let mut lines: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let marks = wb
            .project()
            .annotations_in(&reader.document, unit.sight)
            .take(MOST);
        for mark in marks.filter(|mark| sides.contains(&&mark.by)) {
            let Some(index) = comparison.row_of(&mark.id) else {
                continue;
            };
            let Some(row) = comparison.rows.get(index) else {
                continue;
            };
            let Some(start) = row.span.map(|span| span.start) else {
                continue;
            };
            let inside = (unit.span.start..=unit.span.end).contains(&start);
            if !row.differs() || !inside {
                continue;
            }
            let line = unit.layout.line_of(Caret {
                byte: start - unit.span.start,
                affinity: Affinity::Downstream,
            });
            let on_line = lines.entry(line).or_default();
            if !on_line.contains(&index) {
                on_line.push(index);
            }
        }
        for (line, indices) in lines {
            let Some(line) = unit.layout.lines().get(line) else {
                continue;
            };
            let y = origin.y + unit.top + f32::midpoint(line.top, line.bottom);
            sign_ui(
                ui,
                page,
                &comparison,
                (&indices, current),
                y,
                theme,
                actions,
            );
        }
    }
}

/// One sign: that of the first difference of a line that is not settled.
fn sign_ui(
    ui: &mut Ui,
    page: Page<'_>,
    comparison: &Comparison,
    (indices, current): (&[usize], Option<usize>),
    y: f32,
    theme: Theme,
    actions: &mut Vec<Action>,
) {
    let rects = page.rects;
    let rows = || {
        indices
            .iter()
            .filter_map(|index| Some((*index, comparison.rows.get(*index)?)))
    };
    let open = rows().find(|(_, row)| row.settled.is_none());
    let Some((index, row)) = open.or_else(|| rows().next()) else {
        return;
    };
    let room = match rects.direction {
        Direction::RightToLeft => rects.column.left() - rects.page.left(),
        Direction::LeftToRight => rects.page.right() - rects.column.right(),
    };
    let away = (room / 2.0).clamp(SIGN * 0.5, SIGN * 0.75 + 2.0);
    let x = match rects.direction {
        Direction::RightToLeft => rects.column.left() - away,
        Direction::LeftToRight => rects.column.right() + away,
    };
    let rect = Rect::from_center_size(pos2(x, y), vec2(SIGN, SIGN));
    let id = ui.scope_id().with(("difference", page.reader.id.0, index));
    let response = ui.interact(rect, id, Sense::click());
    let said: Vec<String> = rows()
        .map(|(_, row)| {
            let mark = row.first.as_ref().or(row.second.as_ref());
            let words = mark
                .and_then(|id| page.wb.project().annotation(id))
                .map(|mark| short_quote(mark, page.document))
                .unwrap_or_default();
            let name = place_name(page.wb, comparison, row);
            format!("{name}: {words}")
        })
        .collect();
    let said = said.join("\n");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, said.as_str()));
    if current.is_some_and(|current| indices.contains(&current)) {
        ui.painter()
            .rect_filled(rect.expand(2.0), 4.0, theme.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect.expand(2.0), 4.0, theme.hover);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect, 4.0, &theme);
    }
    let color: Color32 = if row.settled.is_some() {
        theme.faint
    } else {
        difference_color(&theme, row)
    };
    let direction = UiDirection::get(ui.ctx());
    paint_difference(ui.painter(), rect, row, color, direction);
    if response.clicked() {
        actions.push(Action::GoToDifference(index));
    }
    tooltip(response, &said);
}
