//! Relations between marks, drawn as arcs above the lines; and a small sign at
//! marks with questions that are not answered.
//!
//! Here: which arcs there are, how they look, and what a press on one does.
//! Not here: their way over the lines ([`route`]).
//!
//! **Invariant:** nothing here moves a letter; an arc is painted over the
//! space between lines, from geometry of layouts that know nothing of it.

mod gather;
mod route;

use std::collections::HashMap;

use egui::{Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::command::{RelationsShown, Workbench};
use crate::i18n::Arg;
use crate::model::{Annotation, Id, Relation, Span};
use crate::text::{Direction, Face, TextStyle};
use crate::ui::action::Action;
use crate::ui::paint::{TextUi, mark_boxes, paint_layout};
use crate::ui::panels::{short_quote, tag_name};
use crate::ui::theme::Theme;
use crate::ui::widgets::tooltip;

use super::Page;
use super::flow::Placed;
use super::standing::part_in;
use gather::Known;
use route::{End, Other, Route, arriving, distance, extent, leaving};

/// How near the pointer lights an arc, points.
const REACH: f32 = 3.5;
/// The arrow's head, points.
const HEAD: egui::Vec2 = vec2(3.6, 5.5);
/// Radius of the dot an arc starts from, and of the sign of an open question.
const DOT: f32 = 1.9;
const SIGN: f32 = 2.6;
/// Size of the name on a lit arc, points.
const NAME: f32 = 10.5;

/// What a page remembers of its relations between frames.
#[derive(Debug, Default)]
pub(super) struct Arcs {
    known: Known,
    /// The relation the pointer is on.
    hovered: Option<Id>,
}

/// A relation with its ends and its way.
struct Drawn<'a> {
    relation: &'a Relation,
    routes: Vec<Route>,
    lit: bool,
    named: bool,
}

/// Room above a line that an arc takes (from and to, points), and its level.
type Taken = (f32, f32, usize);

/// Where the marks of a page stand.
struct Ends<'a> {
    placed: &'a [Placed],
    origin: Pos2,
    scale: f32,
    document: &'a Id,
    sight: Span,
}

impl Ends<'_> {
    /// The first line of a mark, or on which side of the sight it is.
    fn find(&self, mark: &Annotation) -> Option<Other> {
        if mark.document != *self.document {
            return Some(Other::After);
        }
        let first = *mark.spans.first()?;
        if first.start < self.sight.start {
            return Some(Other::Before);
        }
        let unit = self.placed.iter().find(|unit| {
            unit.span.start <= first.start
                && (first.start < unit.span.end || (unit.ends && first.start == unit.span.end))
        });
        let Some(unit) = unit else {
            return Some(Other::After);
        };
        let part = part_in(first, unit.span)?;
        let corner = self.origin + vec2(0.0, unit.top);
        let rect = if part.is_empty() {
            let caret = unit
                .layout
                .caret_rect(crate::text::Caret::before(part.start));
            let at = |x: f32, y: f32| pos2(corner.x + x, corner.y + y);
            Rect::from_min_max(at(caret.x0 - 2.0, caret.y0), at(caret.x1 + 2.0, caret.y1))
        } else {
            let boxes = mark_boxes(corner, &unit.layout, part, 0, self.scale);
            let (first, _) = boxes.first()?;
            let on_line = boxes
                .iter()
                .filter(|(rect, _)| (rect.top() - first.top()).abs() < 1.0);
            on_line.fold(*first, |all, (rect, _)| all.union(*rect))
        };
        let lines = unit.layout.lines();
        let line = lines.partition_point(|line| line.span.end <= part.start);
        Some(Other::Seen(End {
            rect,
            line: (unit.index, line.min(lines.len().saturating_sub(1))),
            rtl: unit.layout.shaped().direction() == Direction::RightToLeft,
        }))
    }
}

/// Draws arcs and signs of the lines in sight. `response` is the page's.
pub(super) fn arcs_ui(
    ui: &mut Ui,
    arcs: &mut Arcs,
    page: Page<'_>,
    placed: &[Placed],
    origin: Pos2,
    response: &Response,
    actions: &mut Vec<Action>,
) {
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else {
        return;
    };
    let Page {
        wb,
        reader,
        document,
        ..
    } = page;
    let sight = Span::new(first.sight.start, last.sight.end.max(first.sight.start));
    let found = arcs.known.gather(wb, reader, sight);
    let ends = Ends {
        placed,
        origin,
        scale: ui.pixels_per_point(),
        document: &document.id,
        sight,
    };
    for mark in found
        .open
        .iter()
        .filter_map(|id| wb.project().annotation(id))
    {
        if let Some(Other::Seen(end)) = ends.find(mark) {
            let x = if end.rtl {
                end.rect.right()
            } else {
                end.rect.left()
            };
            let theme = Theme::get(ui.ctx());
            let center = pos2(x, end.rect.top());
            ui.painter().circle_filled(center, SIGN + 1.0, theme.page);
            ui.painter().circle_filled(center, SIGN, theme.rubric);
        }
    }
    if found.relations.is_empty() || wb.look().relations == RelationsShown::Never {
        arcs.hovered = None;
        return;
    }
    let pointer = response.hover_pos();
    let drawn = routes(
        wb,
        &found.relations,
        &ends,
        page.rects.column,
        arcs.hovered.as_ref(),
        pointer,
    );
    arcs.hovered = pointer.and_then(|at| {
        let near = |one: &Drawn<'_>| {
            let distances = one.routes.iter().map(|route| distance(route, at));
            distances.fold(f32::INFINITY, f32::min)
        };
        drawn
            .iter()
            .map(|one| (near(one), one))
            .filter(|(near, _)| *near <= REACH)
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, one)| one.relation.id.clone())
    });
    if arcs.hovered.is_some() {
        ui.set_cursor_icon(egui::CursorIcon::PointingHand);
        if response.clicked() {
            actions.extend(arcs.hovered.clone().map(Action::ChooseRelation));
        }
    }
    // Those that are lit lie over the others.
    for lit in [false, true] {
        for one in drawn.iter().filter(|one| one.lit == lit) {
            paint(ui, wb, one);
            tell(ui, wb, page, one, actions);
        }
    }
}

/// The ways of the relations with an end in sight.
fn routes<'a>(
    wb: &'a Workbench,
    relations: &[Id],
    ends: &Ends<'_>,
    column: Rect,
    hovered: Option<&Id>,
    pointer: Option<Pos2>,
) -> Vec<Drawn<'a>> {
    let project = wb.project();
    let chosen = wb.selected_mark().map(|mark| &mark.id);
    let current = wb.chosen_relation().map(|relation| &relation.id);
    // What takes room above each line, by level.
    let mut taken: HashMap<(usize, usize), Vec<Taken>> = HashMap::new();
    let mut level_of = |line: (usize, usize), (from, to): (f32, f32)| {
        let line = taken.entry(line).or_default();
        let free = |level: &usize| {
            !line
                .iter()
                .any(|(a, b, other)| other == level && *a < to + 2.0 && from < *b + 2.0)
        };
        let level = (0..route::LEVELS).find(free).unwrap_or(route::LEVELS - 1);
        line.push((from, to, level));
        level
    };
    let mut drawn = Vec::new();
    for relation in relations.iter().filter_map(|id| project.relation(id)) {
        let (Some(from), Some(to)) = (
            project.annotation(&relation.from),
            project.annotation(&relation.to),
        ) else {
            continue;
        };
        let (Some(source), Some(target)) = (ends.find(from), ends.find(to)) else {
            continue;
        };
        let under = |end: &Other| match (end, pointer) {
            (Other::Seen(end), Some(at)) => end.rect.contains(at),
            _ => false,
        };
        let named = hovered == Some(&relation.id) || current == Some(&relation.id);
        let lit = named
            || chosen == Some(&relation.from)
            || chosen == Some(&relation.to)
            || under(&source)
            || under(&target);
        if !lit && wb.look().relations == RelationsShown::OfChosen {
            continue;
        }
        let mut ways = Vec::new();
        if let Other::Seen(here) = source {
            let level = level_of(here.line, extent(here, target, column, lit));
            ways.push(leaving(here, target, column, level, lit));
        }
        let same_line =
            matches!((source, target), (Other::Seen(a), Other::Seen(b)) if a.line == b.line);
        if let Other::Seen(there) = target
            && !same_line
        {
            let level = level_of(there.line, extent(there, source, column, lit));
            ways.push(arriving(source, there, column, level, lit));
        }
        if !ways.is_empty() {
            drawn.push(Drawn {
                relation,
                routes: ways,
                lit,
                named: named || lit,
            });
        }
    }
    drawn
}

fn paint(ui: &Ui, wb: &Workbench, one: &Drawn<'_>) {
    let theme = Theme::get(ui.ctx());
    let tag = wb.project().tag(&one.relation.tag);
    let hue = tag.map_or(theme.second, |tag| theme.hue(&tag.color, &tag.color_dark));
    let symmetric = tag.is_some_and(|tag| tag.ends.symmetric);
    let (color, width) = if one.lit {
        (hue, 1.6)
    } else {
        (hue.gamma_multiply(0.5), 1.0)
    };
    let painter = ui.painter();
    for route in &one.routes {
        for stroke in &route.strokes {
            painter.add(Shape::line(stroke.clone(), Stroke::new(width, color)));
        }
        let dots = [route.tail, route.head.filter(|_| symmetric)];
        for at in dots.into_iter().flatten() {
            painter.circle_filled(at, DOT, color);
        }
        if let Some(tip) = route.head.filter(|_| !symmetric) {
            let points = vec![
                pos2(tip.x - HEAD.x, tip.y - HEAD.y),
                pos2(tip.x + HEAD.x, tip.y - HEAD.y),
                tip,
            ];
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
    }
    if let (true, Some(tag), Some(route)) = (one.named, tag, one.routes.first()) {
        let style = TextStyle {
            face: Face::Sans,
            bold: true,
            size: NAME,
        };
        let label = TextUi::get(ui.ctx()).line(ui.ctx(), tag_name(wb, tag), style, NAME * 1.3);
        let size = vec2(label.shaped().width(), NAME * 1.3);
        let rect = Rect::from_center_size(route.middle, size);
        painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, theme.page);
        paint_layout(painter, rect.min, &label, hue);
    }
}

/// What a relation says, in words: «يعمل في: أحمد ← دمشق».
fn said(wb: &Workbench, relation: &Relation) -> String {
    let project = wb.project();
    let words = |id: &Id| {
        let mark = project.annotation(id)?;
        Some(short_quote(mark, project.document(&mark.document)?))
    };
    let tag = project.tag(&relation.tag);
    let symmetric = tag.is_some_and(|tag| tag.ends.symmetric);
    let id = if symmetric {
        "relation-arc-both"
    } else {
        "relation-arc"
    };
    let from = words(&relation.from).unwrap_or_default();
    let to = words(&relation.to).unwrap_or_default();
    wb.messages().format(
        id,
        &[
            ("tag", Arg::from(tag.map_or("", |tag| tag_name(wb, tag)))),
            ("from", Arg::from(from)),
            ("to", Arg::from(to)),
        ],
    )
}

/// A place to press at the head of an arc (where that is out of sight, at its
/// start), which screen readers are told of.
fn tell(ui: &mut Ui, wb: &Workbench, page: Page<'_>, one: &Drawn<'_>, actions: &mut Vec<Action>) {
    let head = one.routes.iter().find_map(|route| route.head);
    let tail = one.routes.iter().find_map(|route| route.tail);
    let Some(at) = head.or(tail) else {
        return;
    };
    let rect = Rect::from_min_max(pos2(at.x - 5.0, at.y - 8.0), pos2(at.x + 5.0, at.y));
    let id = ui
        .scope_id()
        .with(("relation", page.reader.id.0, one.relation.id.as_str()));
    let response = ui.interact(rect, id, Sense::CLICK);
    let text = said(wb, one.relation);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text.as_str()));
    if response.clicked() {
        actions.push(Action::ChooseRelation(one.relation.id.clone()));
    }
    if response.hovered() {
        let note = &one.relation.note;
        let shown = if note.is_empty() {
            text
        } else {
            format!("{text}\n{note}")
        };
        tooltip(response, &shown);
    }
}
