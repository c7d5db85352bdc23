//! Choices as chips, in as many rows as they need.

use egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::surface::focus_ring;
use super::text::{Place, TextLook, paint_line, size_of};
use crate::ui::access::say_list;
use crate::ui::theme::{Theme, UiDirection};

/// Height of a chip, the space between two, and beside its words, points.
const HEIGHT: f32 = 26.0;
const GAP: f32 = 5.0;
const PADDING: f32 = 10.0;

/// One choice.
#[derive(Clone, Copy, Debug)]
pub struct Chip<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Whether it is chosen.
    pub selected: bool,
}

/// Draws choices under a name that screen readers say; `several` of them can
/// be chosen, or one. With `focus` the first chosen one, else the first, takes
/// the keyboard. Returns the one that was pressed.
///
/// ```no_run
/// # use hashiya::ui::widgets::{Chip, chips};
/// # fn show(ui: &mut egui::Ui) {
/// let kinds = [Chip { name: "خبر", selected: true }, Chip { name: "رأي", selected: false }];
/// if let Some(index) = chips(ui, "Kind", &kinds, false, true, false) {}
/// # }
/// ```
pub fn chips(
    ui: &mut Ui,
    name: &str,
    choices: &[Chip<'_>],
    several: bool,
    enabled: bool,
    focus: bool,
) -> Option<usize> {
    let ctx = ui.ctx().clone();
    let theme = Theme::get(&ctx);
    let direction = UiDirection::get(&ctx);
    let room = ui.available_width();
    let most = (room - 2.0 * PADDING).max(24.0);
    let texts: Vec<_> = choices
        .iter()
        .map(|chip| TextLook::ui().elided(&ctx, chip.name, most))
        .collect();
    let mut places = Vec::with_capacity(choices.len());
    let (mut x, mut y) = (0.0_f32, 0.0_f32);
    for (layout, _) in &texts {
        let width = size_of(layout).x + 2.0 * PADDING;
        if x > 0.0 && x + width > room {
            x = 0.0;
            y += HEIGHT + GAP;
        }
        places.push((x, y, width));
        x += width + GAP;
    }
    let (frame, whole) = ui.allocate_exact_size(vec2(room, y + HEIGHT), Sense::hover());
    let role = if several {
        Role::Group
    } else {
        Role::RadioGroup
    };
    let group = UiBuilder::new()
        .max_rect(frame)
        .accessibility_role(role)
        .accessibility_label(name);
    let ui = &mut ui.new_child(group);
    if !enabled {
        ui.disable();
    }
    say_list(ui, name, choices.len());
    let first = choices.iter().position(|chip| chip.selected).unwrap_or(0);
    let mut pressed = None;
    for (index, (chip, ((layout, cut), (x, y, width)))) in
        choices.iter().zip(texts.iter().zip(&places)).enumerate()
    {
        let rect = direction.place(frame, *x, *y, vec2(*width, HEIGHT));
        let mut response = ui.interact(rect, whole.id.with(index), Sense::click());
        let role = if several {
            Role::CheckBox
        } else {
            Role::RadioButton
        };
        response
            .widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), chip.selected, chip.name));
        if focus && index == first {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if ui.is_rect_visible(rect) {
            paint(ui, rect, &response, chip.selected, &theme);
            let ink = match (enabled, chip.selected) {
                (false, _) => theme.second,
                (true, true) => theme.accent,
                (true, false) => theme.ink,
            };
            paint_line(ui.painter(), rect, layout, Place::Center, ink);
        }
        if *cut {
            response = super::tooltip(response, chip.name);
        }
        if response.clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

fn paint(ui: &Ui, rect: Rect, response: &egui::Response, selected: bool, theme: &Theme) {
    let fill = if response.is_pointer_button_down_on() {
        theme.pressed
    } else if selected {
        theme.selected
    } else if response.hovered() {
        theme.hover
    } else {
        theme.raised
    };
    let edge = if selected {
        theme.accent
    } else {
        theme.hairline
    };
    let radius = HEIGHT / 2.0;
    ui.painter().rect(
        rect,
        radius,
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), rect, radius, theme);
    }
}
