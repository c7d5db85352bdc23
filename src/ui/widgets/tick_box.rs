//! The box that is ticked: on, off, or partly on for a group.

use egui::accesskit::Toggled;
use egui::{Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::surface::focus_ring;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{Theme, UiDirection};

/// Side of the box, points.
const SIDE: f32 = 16.0;

/// How a box stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// Off.
    No,
    /// On for a part of what it stands for.
    Partly,
    /// On.
    Yes,
}

impl From<bool> for Ticked {
    fn from(on: bool) -> Self {
        if on { Self::Yes } else { Self::No }
    }
}

/// Paints a box around `center`.
pub(super) fn paint_tick_box(
    painter: &Painter,
    center: Pos2,
    ticked: Ticked,
    (enabled, hovered): (bool, bool),
    theme: &Theme,
    direction: UiDirection,
) -> Rect {
    let square = Rect::from_center_size(center.round(), vec2(SIDE, SIDE));
    let (fill, stroke) = match (ticked, enabled, hovered) {
        (_, false, _) => (theme.raised, theme.hairline),
        (Ticked::Yes | Ticked::Partly, ..) => (theme.accent, theme.accent),
        (Ticked::No, _, true) => (theme.hover, theme.faint),
        (Ticked::No, ..) => (theme.page, theme.faint),
    };
    painter.rect(
        square,
        3.0,
        fill,
        Stroke::new(1.0, stroke),
        StrokeKind::Inside,
    );
    let ink = if enabled {
        theme.on_accent
    } else {
        theme.faint
    };
    match ticked {
        Ticked::Yes => paint_icon(painter, square.shrink(1.5), Icon::Check, ink, direction),
        Ticked::Partly => {
            let bar = Rect::from_center_size(square.center(), vec2(8.0, 2.0));
            painter.rect_filled(bar, 1.0, ink);
        }
        Ticked::No => {}
    }
    square
}

/// A box without words of its own in the middle of `rect`; `name` is what
/// screen readers call it.
pub fn tick_box(
    ui: &Ui,
    rect: Rect,
    id: egui::Id,
    ticked: Ticked,
    enabled: bool,
    name: &str,
) -> Response {
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, id, sense);
    let on = ticked == Ticked::Yes;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, on, name));
    if ticked == Ticked::Partly {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_toggled(Toggled::Mixed));
    }
    let (theme, direction) = (Theme::get(ui.ctx()), UiDirection::get(ui.ctx()));
    let state = (enabled, response.hovered());
    let painter = ui.painter();
    let square = paint_tick_box(painter, rect.center(), ticked, state, &theme, direction);
    if response.has_focus() {
        focus_ring(painter, square, 3.0, &theme);
    }
    response
}
