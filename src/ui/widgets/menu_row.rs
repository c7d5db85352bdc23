//! The rows of menus.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::chip::{key_cap_size, paint_key_cap, paint_swatch};
use super::menu::{NARROWEST, ROW, takes_keyboard};
use super::text::{Place, TextLook, paint_line, size_of};
use crate::ui::access::{Member, say_keys};
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{Theme, UiDirection};

const LEAD: f32 = 26.0;
const TAIL: f32 = 12.0;

/// A row of a menu. Choosing it closes the menu.
///
/// ```no_run
/// # use hashiya::ui::{icons::Icon, widgets::{MenuRow, menu, menu_bar}};
/// # fn show(ui: &mut egui::Ui) {
/// menu_bar(ui, |ui| {
///     menu(ui, "File", |ui| {
///         if MenuRow::new("Save").icon(Icon::Save).key("Ctrl S").show(ui).clicked() {}
///         MenuRow::new("Line numbers").checked(true).show(ui);
///     });
/// });
/// # }
/// ```
#[must_use = "call show"]
pub struct MenuRow<'a> {
    title: &'a str,
    icon: Option<Icon>,
    key: Option<&'a str>,
    swatch: Option<egui::Color32>,
    checked: Option<bool>,
    enabled: bool,
    leads_on: bool,
    open: bool,
    option: Option<usize>,
}

impl<'a> MenuRow<'a> {
    /// A row with that title.
    pub fn new(title: &'a str) -> Self {
        Self {
            title,
            icon: None,
            key: None,
            swatch: None,
            checked: None,
            enabled: true,
            leads_on: false,
            open: false,
            option: None,
        }
    }

    /// A row that opens a menu of its own.
    pub(super) fn leading_on(title: &'a str, open: bool) -> Self {
        Self {
            leads_on: true,
            open,
            ..Self::new(title)
        }
    }

    /// An icon before the title.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The keys that do the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key).filter(|key| !key.is_empty());
        self
    }

    /// A tag's colour before the title.
    pub fn swatch(mut self, color: egui::Color32) -> Self {
        self.swatch = Some(color);
        self
    }

    /// A tick before the title, or room for one.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// Whether it can be chosen.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Whether the keys of a list around it are on this row.
    pub fn selected(mut self, selected: bool) -> Self {
        self.open = selected;
        self
    }

    /// A row of a list that is no menu, and which one, counted from 0.
    pub fn option(mut self, index: usize) -> Self {
        self.option = Some(index);
        self
    }

    /// Lays out, allocates, paints; closes the menu when chosen.
    pub fn show(self, ui: &mut Ui) -> Response {
        let response = self.paint(ui);
        if response.clicked() {
            ui.close();
        }
        response
    }

    pub(super) fn paint(&self, ui: &mut Ui) -> Response {
        let enabled = self.enabled && ui.is_enabled();
        let ctx = ui.ctx().clone();
        let theme = Theme::get(&ctx);
        let direction = UiDirection::get(&ctx);
        let layout = TextLook::ui().line(&ctx, self.title);
        let text = size_of(&layout);
        let key = self.key.map(|key| key_cap_size(&ctx, key));
        let tail = key.map_or(0.0, |size| size.x + 28.0) + if self.leads_on { 24.0 } else { 0.0 };
        let wanted = vec2((LEAD + text.x + tail + TAIL).max(NARROWEST), ROW);
        // What cannot be chosen can still be read by a screen reader.
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_at_least(wanted, sense);
        if enabled && !ui.is_sizing_pass() && takes_keyboard(&ctx) {
            response.request_focus();
        }
        let role = if self.option.is_some() {
            Role::ListBoxOption
        } else if self.checked.is_some() {
            Role::MenuItemCheckBox
        } else {
            Role::MenuItem
        };
        response.widget_info(|| match self.checked {
            Some(checked) => WidgetInfo::selected(role, enabled, checked, self.title),
            None => WidgetInfo::labeled(role, enabled, self.title),
        });
        if let Some(key) = self.key {
            say_keys(&response, key);
        }
        if self.option.is_some() {
            Member {
                index: self.option,
                selected: self.open,
                more: "",
            }
            .tell(&response);
        }
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter();
        if enabled && (response.hovered() || response.has_focus() || self.open) {
            painter.rect_filled(rect, 4.0, theme.selected);
        }
        let (ink, quiet) = if enabled {
            (theme.ink, theme.second_strong)
        } else {
            (theme.faint, theme.faint)
        };
        let at = |offset: f32, width: f32| {
            let from = direction.start_x(rect) + direction.sign() * offset;
            let to = from + direction.sign() * width;
            Rect::from_x_y_ranges(from.min(to)..=from.max(to), rect.y_range())
        };
        let lead = at(5.0, 16.0);
        if self.checked == Some(true) {
            paint_icon(painter, lead, Icon::Check, theme.accent, direction);
        } else if let Some(color) = self.swatch {
            paint_swatch(ui, lead, color);
        } else if let Some(icon) = self.icon {
            paint_icon(painter, lead, icon, quiet, direction);
        }
        paint_line(painter, at(LEAD, text.x), &layout, Place::Center, ink);
        if self.leads_on {
            paint_icon(
                painter,
                at(rect.width() - 20.0, 14.0),
                Icon::ChevronEnd,
                quiet,
                direction,
            );
        }
        if let (Some(name), Some(size)) = (self.key, key) {
            let place = at(rect.width() - size.x - 6.0, size.x);
            paint_key_cap(ui, Rect::from_center_size(place.center(), size), name);
        }
        response
    }
}
