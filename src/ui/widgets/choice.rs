//! One of several, and on or off.

use egui::{
    Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::surface::focus_ring;
use super::text::{Place, TextLook, paint_line, size_of};
use super::tick_box::paint_tick_box;
use crate::ui::access::{Member, say_list};
use crate::ui::theme::{Theme, UiDirection};

/// A row of choices of which one holds. `choices` are values and their names;
/// the answer is `changed()` when another one was chosen.
///
/// ```no_run
/// # fn show(ui: &mut egui::Ui, exact: &mut bool) {
/// hashiya::ui::widgets::segmented(ui, "Search", &[(false, "Folded"), (true, "Exact")], exact);
/// # }
/// ```
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    choices: &[(T, &str)],
    value: &mut T,
) -> Response {
    let ctx = ui.ctx().clone();
    let theme = Theme::get(&ctx);
    let direction = UiDirection::get(&ctx);
    let look = TextLook::ui();
    let layouts: Vec<_> = choices
        .iter()
        .map(|(_, text)| look.line(&ctx, text))
        .collect();
    let widths: Vec<f32> = layouts
        .iter()
        .map(|layout| size_of(layout).x + 20.0)
        .collect();
    let (frame, mut whole) =
        ui.allocate_exact_size(vec2(widths.iter().sum(), 28.0), Sense::hover());
    let group = UiBuilder::new()
        .max_rect(frame)
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name);
    let ui = &mut ui.new_child(group);
    say_list(ui, name, choices.len());
    let painter = ui.painter();
    painter.rect(
        frame,
        5.0,
        theme.raised,
        Stroke::new(1.0, theme.hairline),
        StrokeKind::Inside,
    );
    let mut x = direction.start_x(frame);
    for (index, ((choice, text), (layout, width))) in
        choices.iter().zip(layouts.iter().zip(&widths)).enumerate()
    {
        let from = x;
        x += direction.sign() * width;
        let rect = Rect::from_x_y_ranges(from.min(x)..=from.max(x), frame.y_range());
        let response = ui.interact(rect, whole.id.with(index), Sense::click());
        let chosen = *value == *choice;
        response
            .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, text));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_position_in_set(index);
        });
        let inner = rect.shrink(3.0);
        if chosen {
            painter.rect_filled(inner, 3.0, theme.selected);
        } else if response.hovered() {
            painter.rect_filled(inner, 3.0, theme.hover);
        }
        let ink = if chosen { theme.accent } else { theme.second };
        paint_line(painter, rect, layout, Place::Center, ink);
        if response.has_focus() {
            focus_ring(painter, inner, 3.0, &theme);
        }
        if response.clicked() && !chosen {
            *value = *choice;
            whole.mark_changed();
        }
    }
    whole
}

/// A box with a tick and its text.
pub fn check_box(ui: &mut Ui, value: &mut bool, text: &str) -> Response {
    let ctx = ui.ctx().clone();
    let direction = UiDirection::get(&ctx);
    let (layout, _) = TextLook::ui().elided(&ctx, text, (ui.available_width() - 26.0).max(24.0));
    let size = size_of(&layout);
    let (rect, mut response) = ui.allocate_exact_size(vec2(size.x + 26.0, 28.0), Sense::click());
    if response.clicked() {
        *value = !*value;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *value, text));
    if ui.is_rect_visible(rect) {
        let theme = Theme::get(&ctx);
        let painter = ui.painter();
        let middle = direction.start_x(rect) + direction.sign() * 9.0;
        let square = paint_tick_box(
            painter,
            pos2(middle, rect.center().y),
            (*value).into(),
            (true, response.hovered()),
            &theme,
            direction,
        );
        let text_start = direction.start_x(rect) + direction.sign() * 26.0;
        let text_end = text_start + direction.sign() * size.x;
        let place = Rect::from_x_y_ranges(
            text_start.min(text_end)..=text_start.max(text_end),
            rect.y_range(),
        );
        paint_line(painter, place, &layout, Place::Center, theme.ink);
        if response.has_focus() {
            focus_ring(painter, square, 3.0, &theme);
        }
    }
    response
}

/// One tab of a row of tabs: bold with a line under it when it is the chosen
/// one.
pub fn tab(ui: &mut Ui, text: &str, selected: bool) -> Response {
    let ctx = ui.ctx().clone();
    // The bold width always, so that choosing moves nothing.
    let bold = TextLook::ui().bold().line(&ctx, text);
    let size = size_of(&bold);
    let (rect, response) = ui.allocate_exact_size(vec2(size.x + 8.0, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), selected, text));
    Member {
        selected,
        ..Member::default()
    }
    .tell(&response);
    if ui.is_rect_visible(rect) {
        let theme = Theme::get(&ctx);
        let painter = ui.painter();
        if selected {
            paint_line(painter, rect, &bold, Place::Center, theme.ink);
            let line = Rect::from_min_max(
                pos2(rect.left() + 4.0, rect.bottom() - 4.0),
                pos2(rect.right() - 4.0, rect.bottom() - 2.0),
            );
            painter.rect_filled(line, 1.0, theme.accent);
        } else {
            let ink = if response.hovered() {
                theme.ink
            } else {
                theme.second
            };
            paint_line(
                painter,
                rect,
                &TextLook::ui().line(&ctx, text),
                Place::Center,
                ink,
            );
        }
        if response.has_focus() {
            focus_ring(painter, rect.shrink(2.0), 3.0, &theme);
        }
    }
    response
}
