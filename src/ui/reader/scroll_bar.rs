//! The wheel and the scroll bar of a page.

use egui::{Rect, Response, Sense, Ui, pos2, vec2};

use crate::command::{Args, ReaderId};
use crate::ui::action::Action;
use crate::ui::theme::Theme;

use super::flow::Flow;
use super::interface;

/// Width of the bar and of the strip that can be grabbed, points.
const BAR: f32 = 4.0;
const STRIP: f32 = 12.0;
/// The least length of the bar, points.
const LEAST: f32 = 28.0;

/// Scrolls by the wheel; with Ctrl, zooms.
pub(super) fn wheel(ui: &Ui, response: &Response, flow: &mut Flow, actions: &mut Vec<Action>) {
    if !response.contains_pointer() {
        return;
    }
    let (delta, zoom) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
    if zoom > 1.01 {
        actions.push(Action::Run("view.zoom-in", Args::None));
    } else if zoom < 0.99 {
        actions.push(Action::Run("view.zoom-out", Args::None));
    } else if delta != 0.0 {
        flow.anchor.offset -= delta;
    }
}

/// Where the bar can be grabbed: along the end side of the window.
pub(super) fn strip(ui: &Ui, page: Rect) -> Rect {
    if interface(ui).is_rtl() {
        Rect::from_min_max(page.min, pos2(page.left() + STRIP, page.bottom()))
    } else {
        Rect::from_min_max(pos2(page.right() - STRIP, page.top()), page.max)
    }
}

/// Draws the bar at the end side of the window and lets it be dragged.
pub(super) fn scroll_bar_ui(
    ui: &mut Ui,
    reader: ReaderId,
    page: Rect,
    flow: &mut Flow,
    height: f32,
) {
    let (total, top) = flow.scroll_extent();
    let window = f64::from(height);
    if total <= window + 1.0 {
        return;
    }
    let strip = strip(ui, page);
    let response = ui.interact(
        strip,
        ui.scope_id().with(("scroll", reader.0)),
        Sense::CLICK | Sense::DRAG,
    );
    let track = strip.shrink2(vec2(0.0, 3.0));
    let length = (track.height() * (window / total) as f32)
        .max(LEAST)
        .min(track.height());
    let way = (track.height() - length).max(1.0);
    let rest = (total - window).max(1.0);
    if let Some(pointer) = response.interact_pointer_pos() {
        let part = f64::from(((pointer.y - track.top() - length / 2.0) / way).clamp(0.0, 1.0));
        flow.scroll_to(part * rest);
        ui.ctx().request_repaint();
    }
    let y = track.top() + way * (top / rest).clamp(0.0, 1.0) as f32;
    let theme = Theme::get(ui.ctx());
    let active = response.hovered() || response.dragged();
    let width = if active { BAR + 2.0 } else { BAR };
    let color = if active {
        theme.second
    } else {
        theme.faint.gamma_multiply(0.7)
    };
    ui.painter().rect_filled(
        Rect::from_center_size(
            pos2(strip.center().x, y + length / 2.0),
            vec2(width, length),
        ),
        width / 2.0,
        color,
    );
}
