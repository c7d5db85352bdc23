//! The cells of a row: from the start side of the interface, each of its own
//! width.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::access::{Member, is_listening};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{Place, TextLook, focus_ring, paint_line};

/// Height of a row, points.
pub(super) const ROW: f32 = 28.0;

/// What is left of a row, cell by cell.
pub(super) struct Cells {
    rest: Rect,
    direction: UiDirection,
}

impl Cells {
    /// All of `rect` but the space at both sides.
    pub(super) fn new(rect: Rect, direction: UiDirection) -> Self {
        Self {
            rest: rect.shrink2(vec2(super::PADDING, 0.0)),
            direction,
        }
    }

    /// All of `rect`.
    pub(super) fn within(rect: Rect, direction: UiDirection) -> Self {
        Self {
            rest: rect,
            direction,
        }
    }

    /// Takes `width` points from the start side.
    pub(super) fn start(&mut self, width: f32) -> Rect {
        self.take(width, !self.direction.is_rtl())
    }

    /// Takes `width` points from the end side.
    pub(super) fn end(&mut self, width: f32) -> Rect {
        self.take(width, self.direction.is_rtl())
    }

    /// Width of what is left, points.
    pub(super) fn rest_width(&self) -> f32 {
        self.rest.width()
    }

    /// What is left.
    pub(super) fn rest(self) -> Rect {
        self.rest
    }

    fn take(&mut self, width: f32, from_left: bool) -> Rect {
        let width = width.min(self.rest.width()).max(0.0);
        let mut cell = self.rest;
        if from_left {
            cell.set_right(cell.left() + width);
            self.rest.set_left(cell.right());
        } else {
            cell.set_left(cell.right() - width);
            self.rest.set_right(cell.left());
        }
        cell
    }
}

/// A row that can be clicked, with its ground; the caller paints its cells.
/// `more` is what they say, for screen readers.
pub(super) fn row(
    ui: &mut Ui,
    name: &str,
    more: impl FnOnce() -> String,
    (index, selected): (usize, bool),
) -> (Rect, Response) {
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), selected, name));
    let more = if is_listening(ui.ctx()) {
        more()
    } else {
        String::new()
    };
    Member {
        index: Some(index),
        selected,
        more: &more,
    }
    .tell(&response);
    if ui.is_rect_visible(rect) {
        let theme = Theme::get(ui.ctx());
        let direction = UiDirection::get(ui.ctx());
        if selected {
            ui.painter().rect_filled(rect, 0.0, theme.selected);
            let start = direction.start_x(rect);
            let inner = start + direction.sign() * 3.0;
            let bar = Rect::from_x_y_ranges(start.min(inner)..=start.max(inner), rect.y_range());
            ui.painter().rect_filled(bar, 0.0, theme.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hover);
        }
        if response.has_focus() {
            focus_ring(ui.painter(), rect.shrink(2.0), 3.0, &theme);
        }
    }
    (rect, response)
}

/// One line of interface text in a cell, at the interface's start side.
pub(super) fn text(ui: &Ui, cell: Rect, words: &str, look: TextLook, color: Color32) {
    text_at(ui, cell, words, look, color, at_start(ui));
}

/// One line of text in a cell, where the caller wants it.
pub(super) fn text_at(
    ui: &Ui,
    cell: Rect,
    words: &str,
    look: TextLook,
    color: Color32,
    place: Place,
) {
    let look = look.fitting(words);
    let (layout, _) = look.elided(ui.ctx(), words, cell.width().max(8.0));
    paint_line(ui.painter(), cell, &layout, place, color);
}

/// The start side of a cell.
pub(super) fn at_start(ui: &Ui) -> Place {
    if UiDirection::get(ui.ctx()).is_rtl() {
        Place::Right
    } else {
        Place::Left
    }
}

/// The end side of a cell, for numbers.
pub(super) fn at_end(ui: &Ui) -> Place {
    if UiDirection::get(ui.ctx()).is_rtl() {
        Place::Left
    } else {
        Place::Right
    }
}
