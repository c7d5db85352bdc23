//! Scrolling, with the bar at the end side of the interface.
//!
//! egui's own bar is always at the right; in a right-to-left window it would
//! lie over the beginning of every line.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, pos2};

use crate::ui::access::say_list;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::within::within;

/// Width of the area that takes the pointer, points.
const TRACK: f32 = 12.0;
/// Width of the thumb at rest and under the pointer, points.
const THUMB: (f32, f32) = (5.0, 8.0);
/// Shortest thumb, points.
const SHORTEST: f32 = 28.0;

/// Space kept around a widget that is scrolled to, points.
const AROUND: f32 = 8.0;

/// Scrolls to the widget that has just got the keyboard, where it is one of
/// `ui`, the contents of a scroll area that have been drawn.
pub fn follow_keyboard(ui: &Ui) {
    let id = ui.scope_id().with("keyboard");
    let focused = ui.memory(egui::Memory::focused);
    let before = ui.data_mut(|data| {
        let known: &mut Option<Id> = data.get_temp_mut_or_default(id);
        std::mem::replace(known, focused)
    });
    if focused == before {
        return;
    }
    let widget = focused.and_then(|id| ui.ctx().read_response(id));
    if let Some(widget) = widget
        && widget.layer_id == ui.layer_id()
        && ui.min_rect().contains(widget.rect.center())
    {
        ui.scroll_to_rect(widget.rect.expand(AROUND), None);
    }
}

/// What a scrolled column answers.
pub struct ScrollColumn<R> {
    /// What the contents answered.
    pub inner: R,
    /// How far it is scrolled, points from the top of the contents.
    pub offset: f32,
    /// Where the contents are seen, on the screen.
    pub viewport: Rect,
    /// Height of the contents, points.
    pub height: f32,
}

/// Contents that scroll up and down in the space at hand. `id` tells the
/// column from the others beside it.
pub fn scroll_column<R>(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> ScrollColumn<R> {
    let layout = UiDirection::get(ui.ctx()).column();
    let wanted_id = ui.make_persistent_id(("hashiya.scroll-to", &id));
    let mut area = ScrollArea::vertical()
        .id_salt(("hashiya.scroll", id))
        .auto_shrink([false, false])
        .min_scrolled_height(0.0)
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    if let Some(offset) = ui.data_mut(|data| data.remove_temp::<f32>(wanted_id)) {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show(ui, |ui| {
        let inner = ui.with_layout(layout, add_contents).inner;
        follow_keyboard(ui);
        inner
    });
    let offset = output.state.clamped_offset().y;
    let height = output.content_size.y;
    if let Some(wanted) = scroll_bar(ui, output.id, output.inner_rect, height, offset)
        && (wanted - offset).abs() > 0.1
    {
        ui.data_mut(|data| data.insert_temp(wanted_id, wanted));
        ui.request_repaint();
    }
    ScrollColumn {
        inner: output.inner,
        offset,
        viewport: output.inner_rect,
        height,
    }
}

/// Rows of one height, of which only those in sight are made: `add_row` gets
/// the index and draws into all of the width, `row_height` points high.
/// `name` is what screen readers call the list, `reveal` a row to be brought
/// into sight.
pub fn scroll_rows(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    row_height: f32,
    count: usize,
    name: &str,
    reveal: Option<usize>,
    mut add_row: impl FnMut(&mut Ui, usize),
) {
    let layout = UiDirection::get(ui.ctx()).column();
    let wanted_id = ui.make_persistent_id(("hashiya.scroll-to", &id));
    let seen_id = ui.make_persistent_id(("hashiya.scroll-seen", &id));
    let mut area = ScrollArea::vertical()
        .id_salt(("hashiya.scroll", id))
        .auto_shrink([false, false])
        .min_scrolled_height(0.0)
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    if let Some(offset) = ui.data_mut(|data| data.remove_temp::<f32>(wanted_id)) {
        area = area.vertical_scroll_offset(offset);
    }
    if let Some(row) = reveal {
        let room = ui.available_height();
        let now: f32 = ui.data(|data| data.get_temp(seen_id)).unwrap_or(0.0);
        let top = row as f32 * row_height;
        // A row more on either side shows where it stands.
        let lowest = (top + 2.0 * row_height - room).max(0.0);
        let highest = (top - row_height).max(0.0);
        if now < lowest || now > highest {
            let offset = within(now, lowest.min(highest), highest);
            area = area.vertical_scroll_offset(offset);
        }
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let output = area.show_rows(ui, row_height, count, |ui, rows| {
        let list = UiBuilder::new()
            .layout(layout)
            .accessibility_role(Role::ListBox);
        ui.scope_builder(list, |ui| {
            say_list(ui, name, count);
            for row in rows {
                // Its own name, wherever it stands: the keyboard stays on it.
                ui.push_id(row, |ui| add_row(ui, row));
            }
        });
    });
    let offset = output.state.clamped_offset().y;
    ui.data_mut(|data| data.insert_temp(seen_id, offset));
    if let Some(wanted) = scroll_bar(
        ui,
        output.id,
        output.inner_rect,
        output.content_size.y,
        offset,
    ) && (wanted - offset).abs() > 0.1
    {
        ui.data_mut(|data| data.insert_temp(wanted_id, wanted));
        ui.request_repaint();
    }
}

/// The bar for contents of `height` points seen through `viewport`, scrolled
/// by `offset` points; answers the new offset while it is dragged or its track
/// is pressed.
pub fn scroll_bar(ui: &Ui, id: Id, viewport: Rect, height: f32, offset: f32) -> Option<f32> {
    let seen = viewport.height();
    let most = height - seen;
    if most < 1.0 || seen < SHORTEST {
        return None;
    }
    let direction = UiDirection::get(ui.ctx());
    let outer = direction.end_x(viewport);
    let inner = outer - direction.sign() * TRACK;
    let track = Rect::from_x_y_ranges(outer.min(inner)..=outer.max(inner), viewport.y_range());
    let length = within(seen * seen / height, SHORTEST, seen);
    let room = seen - length;
    let top = track.top() + room * (offset / most).clamp(0.0, 1.0);
    let response = ui.interact(track, id.with("bar"), Sense::DRAG);
    let grip = id.with("bar.grip");
    let mut answer = None;
    if let Some(pointer) = response.interact_pointer_pos()
        && response.is_pointer_button_down_on()
    {
        // Where on the thumb it was taken; pressing beside it takes its middle.
        let held: f32 = if response.drag_started() {
            let inside = (top..=top + length).contains(&pointer.y);
            let held = if inside {
                pointer.y - top
            } else {
                length / 2.0
            };
            ui.data_mut(|data| data.insert_temp(grip, held));
            held
        } else {
            ui.data(|data| data.get_temp(grip)).unwrap_or(length / 2.0)
        };
        let part = if room > 0.0 {
            (pointer.y - held - track.top()) / room
        } else {
            0.0
        };
        answer = Some(within(part * most, 0.0, most));
    }
    let theme = Theme::get(ui.ctx());
    let active = response.hovered() || response.dragged();
    let width = if active { THUMB.1 } else { THUMB.0 };
    let top = answer.map_or(top, |offset| track.top() + room * offset / most);
    let edge = outer - direction.sign() * 2.0;
    let far = edge - direction.sign() * width;
    let thumb = Rect::from_min_max(
        pos2(edge.min(far), top + 1.0),
        pos2(edge.max(far), top + length - 1.0),
    );
    let color = if active {
        theme.second
    } else {
        theme.faint.gamma_multiply(0.55)
    };
    ui.painter().rect_filled(thumb, width / 2.0, color);
    answer
}
