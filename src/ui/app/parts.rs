//! The parts of the window in reading order, and the keys that lead through
//! them: Tab from one thing to the next, F6 from part to part.
//!
//! egui takes what is drawn first for what comes first. Panels at the edges
//! are drawn before what they leave room for, and in a right-to-left window
//! the page on the left before the one on the right; so the order is made
//! here, for the keys and for screen readers alike.
//!
//! Invariant: Tab comes to everything that can be pressed or written in, once,
//! and to a list as one thing.

use std::collections::{BTreeMap, HashSet};

use egui::accesskit::NodeId;
use egui::{Context, Event, FocusDirection, Id, Key, LayerId, Popup, Rect, Ui, WidgetRects};

use crate::command::{ReaderId, Workbench};
use crate::ui::access::{Row, rows_drawn, say_place};
use crate::ui::reader::page_id;
use crate::ui::theme::UiDirection;

/// Higher than anything that stands above a page and belongs to it, points.
const ABOVE_PAGE: f32 = 90.0;

/// A part of the window; the order is the one they are read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Top,
    Documents,
    /// All pages; each is a part of its own for F6.
    Pages,
    Inspector,
    Tags,
    Lower,
    Status,
}

/// Where the parts are in this frame.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The panel each part is, as egui names it in this frame.
    places: Vec<(Part, Id)>,
    /// Borders between pages.
    borders: Vec<Id>,
}

/// Something that can have the keyboard: its part, its page in reading order,
/// when it was drawn.
#[derive(Clone, Copy, Debug)]
struct Stop {
    part: Part,
    page: usize,
    id: Id,
}

impl Parts {
    /// Forgets the parts of the frame before; `borders` are between pages.
    pub(super) fn begin(&mut self, borders: &[Id]) {
        self.places.clear();
        self.borders.clear();
        self.borders.extend_from_slice(borders);
    }

    /// The panel around `ui` is this part, called `name`.
    pub(super) fn add(&mut self, part: Part, ui: &Ui, name: &str) {
        let panel = ui
            .stack()
            .iter()
            .find(|place| place.kind().is_some_and(|kind| kind.is_panel()))
            .map_or(ui.unique_id(), |place| place.unique_id);
        self.places.push((part, panel));
        if !name.is_empty() {
            say_place(ui, panel, name);
        }
    }

    /// Puts the parts into reading order for screen readers; `ui` holds them.
    pub(super) fn order(&self, ui: &Ui) {
        let mut places = self.places.clone();
        places.sort_unstable_by_key(|(part, _)| *part);
        let order: Vec<NodeId> = places.iter().map(|(_, id)| id.accesskit_id()).collect();
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            let rest: Vec<NodeId> = node
                .children()
                .iter()
                .filter(|child| !order.contains(child))
                .copied()
                .collect();
            let known = node.children().to_vec();
            let mut children: Vec<NodeId> =
                order.into_iter().filter(|id| known.contains(id)).collect();
            children.extend(rest);
            node.set_children(children);
        });
    }

    /// What Tab leads to, when it was pressed: takes the key from egui.
    pub(super) fn tabbed(&self, ctx: &Context, wb: &Workbench) -> Option<Id> {
        let back = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Key {
                    key: Key::Tab,
                    pressed: true,
                    modifiers,
                    ..
                } if !modifiers.ctrl && !modifiers.alt && !modifiers.command => {
                    Some(modifiers.shift)
                }
                _ => None,
            })
        })?;
        if Popup::is_any_open(ctx) {
            return None;
        }
        let sign = UiDirection::get(ctx).sign();
        let stops = ctx.viewport(|view| self.stops(sign, wb, &view.prev_pass.widgets));
        let focused = ctx.memory(egui::Memory::focused);
        let stops = one_of_each_list(stops, &rows_drawn(ctx), focused);
        if stops.is_empty() {
            return None;
        }
        let at = stops.iter().position(|stop| Some(stop.id) == focused);
        let count = stops.len();
        let next = match (at, back) {
            (Some(at), false) => (at + 1) % count,
            (Some(at), true) => (at + count - 1) % count,
            (None, false) => 0,
            (None, true) => count - 1,
        };
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        stops.get(next).map(|stop| stop.id)
    }

    /// The row that Up and Down lead to from a row of a list: the next one of
    /// the same list, and at its ends none other. Takes the key from egui,
    /// which would go to whatever stands below on the screen.
    pub(super) fn arrowed(ctx: &Context) -> Option<Id> {
        let down = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Key {
                    key: key @ (Key::ArrowDown | Key::ArrowUp),
                    pressed: true,
                    modifiers,
                    ..
                } if modifiers.is_none() => Some(*key == Key::ArrowDown),
                _ => None,
            })
        })?;
        if Popup::is_any_open(ctx) {
            return None;
        }
        let focused = ctx.memory(egui::Memory::focused)?;
        let rows = rows_drawn(ctx);
        let list = rows.iter().find(|row| row.id == focused)?.list;
        let rows: Vec<Id> = rows
            .iter()
            .filter(|row| row.list == list)
            .map(|row| row.id)
            .collect();
        let at = rows.iter().position(|id| *id == focused)?;
        let next = if down { at + 1 } else { at.saturating_sub(1) };
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        Some(rows.get(next).copied().unwrap_or(focused))
    }

    /// What comes first in the part after the one with the keyboard, or in
    /// the one before it; in a page that is the page itself.
    pub(super) fn beside(&self, ctx: &Context, wb: &Workbench, forward: bool) -> Option<Id> {
        let sign = UiDirection::get(ctx).sign();
        let stops = ctx.viewport(|view| self.stops(sign, wb, &view.this_pass.widgets));
        let focused = ctx.memory(egui::Memory::focused);
        let place = |stop: &Stop| (stop.part, stop.page);
        let mut places: Vec<(Part, usize)> = stops.iter().map(place).collect();
        places.dedup();
        let here = stops
            .iter()
            .find(|stop| Some(stop.id) == focused)
            .map(place);
        let at = here.and_then(|here| places.iter().position(|other| *other == here));
        let count = places.len();
        let next = match (at, forward) {
            _ if count == 0 => return None,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
            (None, _) => 0,
        };
        let next = places.get(next).copied()?;
        let pages: Vec<Id> = wb
            .readers()
            .iter()
            .map(|reader| page_id(reader.id))
            .collect();
        let inside = || stops.iter().filter(|stop| place(stop) == next);
        inside()
            .find(|stop| pages.contains(&stop.id))
            .or_else(|| inside().next())
            .map(|stop| stop.id)
    }

    /// Everything that the keyboard comes to, in reading order; `sign` tells
    /// where it begins. Not the borders between panels, which can be dragged
    /// and nothing else.
    fn stops(&self, sign: f32, wb: &Workbench, widgets: &WidgetRects) -> Vec<Stop> {
        let pages = pages_in_order(sign, wb, widgets);
        let mut stops: Vec<Stop> = widgets
            .get_layer(LayerId::background())
            .filter(|widget| widget.sense.is_focusable() && widget.sense.senses_click())
            .filter(|widget| widget.enabled && widget.visible && widget.rect.is_positive())
            .filter(|widget| !self.borders.contains(&widget.id))
            .map(|widget| {
                let part = self.part_of(widget.parent_id, widgets);
                let page = if part == Part::Pages {
                    pages
                        .iter()
                        .position(|page| {
                            // What stands in a page may reach out below it.
                            page.x_range().contains(widget.rect.center().x)
                                && widget.rect.top() <= page.bottom()
                                && widget.rect.bottom() >= page.top() - ABOVE_PAGE
                        })
                        .unwrap_or(pages.len())
                } else {
                    0
                };
                Stop {
                    part,
                    page,
                    id: widget.id,
                }
            })
            .collect();
        // Stable: what was drawn first comes first within its part.
        stops.sort_by_key(|stop| (stop.part, stop.page));
        stops
    }
}

impl Parts {
    /// The part that something in this `ui` is in.
    fn part_of(&self, ui: Id, widgets: &WidgetRects) -> Part {
        let mut id = ui;
        loop {
            if let Some((part, _)) = self.places.iter().find(|(_, panel)| *panel == id) {
                return *part;
            }
            match widgets.get(id).map(|place| place.parent_id) {
                Some(parent) if parent != id => id = parent,
                // Panes of pages are no children of their panel.
                _ => return Part::Pages,
            }
        }
    }
}

/// The pages in the order they are read in: from above, and from the start
/// side.
fn pages_in_order(sign: f32, wb: &Workbench, widgets: &WidgetRects) -> Vec<Rect> {
    let mut pages: Vec<Rect> = wb
        .readers()
        .iter()
        .filter_map(|reader| widgets.get(page_id(reader.id)).map(|widget| widget.rect))
        .collect();
    pages.sort_by(|a, b| {
        let by_row = a.top().round().total_cmp(&b.top().round());
        by_row.then((sign * a.center().x).total_cmp(&(sign * b.center().x)))
    });
    pages
}

/// Of the rows of a list one is a stop for Tab: the one with the keyboard, or
/// the chosen one, or the first. From it the arrows lead on.
fn one_of_each_list(stops: Vec<Stop>, rows: &[Row], focused: Option<Id>) -> Vec<Stop> {
    let drawn: HashSet<Id> = stops.iter().map(|stop| stop.id).collect();
    let mut of_list: BTreeMap<usize, Row> = BTreeMap::new();
    for row in rows.iter().filter(|row| drawn.contains(&row.id)) {
        let rank = |row: &Row| (Some(row.id) == focused, row.selected);
        let best = of_list.entry(row.list).or_insert(*row);
        if rank(row) > rank(best) {
            *best = *row;
        }
    }
    let stays: HashSet<Id> = of_list.values().map(|row| row.id).collect();
    let others: HashSet<Id> = rows.iter().map(|row| row.id).collect();
    stops
        .into_iter()
        .filter(|stop| stays.contains(&stop.id) || !others.contains(&stop.id))
        .collect()
}

/// The reader whose page this is.
pub(super) fn reader_of(wb: &Workbench, page: Id) -> Option<ReaderId> {
    wb.readers()
        .iter()
        .map(|reader| reader.id)
        .find(|reader| page_id(*reader) == page)
}
