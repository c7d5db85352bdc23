//! The wheel and the scroll bar of a page.

use egui::{Rect, Response, Sense, Ui, pos2, vec2};

use crate::command::{Args, ReaderId};
use crate::ui::action::Action;
use crate::ui::theme::Theme;
use crate::ui::within::within;

use super::flow::Flow;
use super::{Column, interface};

/// Width of the bar and of the strip that can be grabbed, points.
const BAR: f32 = 4.0;
const STRIP: f32 = 12.0;
/// The least length of the bar, points.
const LEAST: f32 = 28.0;

/// How the bar is held by the hand that drags it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grip {
    /// Where, points below its top.
    held: f32,
    /// Its top, points of the screen.
    top: f32,
}

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

/// Draws the bar at the end side of the window and lets it be dragged. The bar
/// stays under the hand that drags it.
pub(super) fn scroll_bar_ui(
    ui: &mut Ui,
    reader: ReaderId,
    page: Rect,
    column: &mut Column<'_>,
    grip: &mut Option<Grip>,
) {
    let height = column.height;
    let Some((at, part)) = column.flow.progress(height) else {
        *grip = None;
        return;
    };
    let strip = strip(ui, page);
    let response = ui.interact(
        strip,
        ui.scope_id().with(("scroll", reader.0)),
        Sense::CLICK | Sense::DRAG,
    );
    let track = strip.shrink2(vec2(0.0, 3.0));
    let length = (track.height() * part as f32)
        .max(LEAST)
        .min(track.height());
    let way = (track.height() - length).max(1.0);
    let mut top = track.top() + way * at as f32;
    if let Some(pointer) = response.interact_pointer_pos() {
        // Taken hold of where it is; beside it, by its middle.
        let grip = grip.get_or_insert_with(|| {
            let on_bar = (top..=top + length).contains(&pointer.y);
            Grip {
                held: if on_bar {
                    pointer.y - top
                } else {
                    length / 2.0
                },
                top,
            }
        });
        let to = within(pointer.y - grip.held, track.top(), track.top() + way);
        if (to - grip.top).abs() > 0.01 {
            grip.top = to;
            let part = f64::from((to - track.top()) / way);
            column.flow.go_to_part(column.engine, part, height);
            ui.ctx().request_repaint();
        }
        top = grip.top;
    } else {
        *grip = None;
    }
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
            pos2(strip.center().x, top + length / 2.0),
            vec2(width, length),
        ),
        width / 2.0,
        color,
    );
}
