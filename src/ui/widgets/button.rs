//! Buttons.

use egui::{Color32, CursorIcon, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::chip::{key_cap_size, paint_key_cap};
use super::surface::focus_ring;
use super::text::{Place, TextLook, paint_line, size_of};
use crate::ui::access::{say_keys, say_switch};
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{SPACE, Theme, UiDirection};

const RADIUS: f32 = 5.0;
const ICON: f32 = 16.0;

/// A button.
///
/// ```no_run
/// # use hashiya::ui::{icons::Icon, widgets::Button};
/// # fn show(ui: &mut egui::Ui) {
/// if Button::new("Open…").icon(Icon::Open).key("Ctrl O").show(ui).clicked() {}
/// if Button::new("Save").primary().show(ui).clicked() {}
/// # }
/// ```
#[must_use = "call show"]
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    key: Option<&'a str>,
    kind: Kind,
    enabled: bool,
    selected: Option<bool>,
    min_width: f32,
}

#[derive(Copy, Clone, PartialEq)]
enum Kind {
    Normal,
    Primary,
    Quiet,
}

impl<'a> Button<'a> {
    /// A button with a hairline around it.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            icon: None,
            key: None,
            kind: Kind::Normal,
            enabled: true,
            selected: None,
            min_width: 0.0,
        }
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A key cap after the text.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// The one thing to do here: filled with the accent.
    pub fn primary(mut self) -> Self {
        self.kind = Kind::Primary;
        self
    }

    /// Without a border until the pointer is over it.
    pub fn quiet(mut self) -> Self {
        self.kind = Kind::Quiet;
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// A switch, and whether what it switches is on.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// At least that wide, points.
    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// Lays out, allocates, paints; `clicked()` of the answer says whether it
    /// was pressed (by mouse, key or screen reader).
    pub fn show(self, ui: &mut Ui) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        ui.scope(|ui| {
            if !enabled {
                ui.disable();
            }
            self.show_in(ui, enabled)
        })
        .inner
    }

    fn show_in(self, ui: &mut Ui, enabled: bool) -> Response {
        let ctx = ui.ctx().clone();
        let direction = UiDirection::get(&ctx);
        let padding = if self.kind == Kind::Quiet {
            2.0 * SPACE
        } else {
            3.0 * SPACE
        };
        let icon = self.icon.map_or(0.0, |_| ICON + 6.0);
        let key = self.key.map(|key| key_cap_size(&ctx, key));
        let key_width = key.map_or(0.0, |size| size.x + 8.0);
        let room = (ui.available_width() - 2.0 * padding - icon - key_width).max(24.0);
        let look = if self.kind == Kind::Primary {
            TextLook::ui().bold()
        } else {
            TextLook::ui()
        };
        let (layout, cut) = look.elided(&ctx, self.text, room);
        let text = size_of(&layout);
        let wanted = vec2(
            (text.x + icon + key_width + 2.0 * padding).max(self.min_width),
            28.0,
        );
        let (rect, mut response) = ui.allocate_exact_size(wanted, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.text));
        if let Some(on) = self.selected {
            say_switch(&response, on);
        }
        if let Some(key) = self.key {
            say_keys(&response, key);
        }
        let selected = self.selected == Some(true);
        if ui.is_rect_visible(rect) {
            let theme = Theme::get(&ctx);
            let ink = ground(ui, rect, &response, self.kind, selected, &theme);
            let content = text.x + icon + key_width;
            let mut x = direction.start_x(rect)
                + direction.sign() * ((rect.width() - content) / 2.0).max(padding);
            let mut take = |width: f32| {
                let from = x;
                x += direction.sign() * width;
                Rect::from_x_y_ranges(from.min(x)..=from.max(x), rect.y_range())
            };
            if let Some(icon) = self.icon {
                paint_icon(ui.painter(), take(ICON), icon, ink, direction);
                take(6.0);
            }
            paint_line(ui.painter(), take(text.x), &layout, Place::Center, ink);
            if let (Some(key), Some(size)) = (self.key, key) {
                take(8.0);
                let place = Rect::from_center_size(take(size.x).center(), size);
                paint_key_cap(ui, place, key);
            }
            if response.has_focus() {
                focus_ring(ui.painter(), rect, RADIUS, &theme);
            }
        }
        if cut {
            response = super::tooltip(response, self.text);
        }
        response.on_hover_cursor(CursorIcon::Default)
    }
}

/// Paints the ground for the state and answers the colour of what stands on it.
fn ground(
    ui: &Ui,
    rect: Rect,
    response: &Response,
    kind: Kind,
    selected: bool,
    theme: &Theme,
) -> Color32 {
    let pressed = response.is_pointer_button_down_on();
    let hovered = response.hovered();
    let painter = ui.painter();
    match kind {
        Kind::Primary => {
            let fill = if pressed {
                theme.accent.blend(theme.ink.gamma_multiply(0.16))
            } else if hovered {
                theme.accent.blend(theme.ink.gamma_multiply(0.08))
            } else {
                theme.accent
            };
            painter.rect_filled(rect, RADIUS, fill);
            return theme.on_accent;
        }
        Kind::Normal | Kind::Quiet => {
            let fill = if pressed {
                Some(theme.pressed)
            } else if selected {
                Some(theme.selected)
            } else if hovered {
                Some(theme.hover)
            } else if kind == Kind::Normal {
                Some(theme.raised)
            } else {
                None
            };
            if let Some(fill) = fill {
                painter.rect_filled(rect, RADIUS, fill);
            }
            if kind == Kind::Normal {
                let color = if selected {
                    theme.accent
                } else {
                    theme.hairline
                };
                painter.rect_stroke(
                    rect,
                    RADIUS,
                    egui::Stroke::new(1.0, color),
                    egui::StrokeKind::Inside,
                );
            }
        }
    }
    if selected { theme.accent } else { theme.ink }
}

/// A square button with an icon only; `name` is told to screen readers and
/// shown as tooltip.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, selected: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
    response.widget_info(|| {
        if selected {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), true, name)
        } else {
            WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
        }
    });
    if ui.is_rect_visible(rect) {
        let theme = Theme::get(ui.ctx());
        let mut ink = ground(ui, rect, &response, Kind::Quiet, selected, &theme);
        if !selected && !response.hovered() {
            ink = theme.second_strong;
        }
        let middle =
            Rect::from_center_size(pos2(rect.center().x, rect.center().y), vec2(16.0, 16.0));
        paint_icon(ui.painter(), middle, icon, ink, UiDirection::get(ui.ctx()));
        if response.has_focus() {
            focus_ring(ui.painter(), rect, RADIUS, &theme);
        }
    }
    super::tooltip(response, name)
}
