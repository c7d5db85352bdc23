//! Key caps, colour squares and tag chips.

use egui::{
    Color32, Context, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::surface::focus_ring;
use super::text::{Place, TextLook, paint_line, size_of};
use crate::text::{BaseDirection, Direction, LineOptions};
use crate::ui::access::say_keys;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::paint::TextUi;
use crate::ui::theme::{Theme, UiDirection, size};

/// Width of a warning sign after a tag's name, with its space, points.
const WARNING: f32 = 18.0;
/// Between a chip's number and its square, points.
const NUMBER_GAP: f32 = 5.0;

fn key_layout(ctx: &Context, key: &str) -> std::sync::Arc<crate::text::ParagraphLayout> {
    let look = TextLook::sans(size::SMALL);
    // Keys are engraved left to right on every keyboard.
    let options = LineOptions {
        width: f32::INFINITY,
        line_height: 16.0,
        align: crate::text::Align::Start,
    };
    TextUi::get(ctx).layout(
        ctx,
        key,
        look.style,
        BaseDirection::Fixed(Direction::LeftToRight),
        options,
    )
}

/// Size of a key cap, points.
pub fn key_cap_size(ctx: &Context, key: &str) -> Vec2 {
    let text = size_of(&key_layout(ctx, key));
    vec2((text.x + 10.0).max(18.0), 18.0)
}

/// Paints a key cap into `rect`.
pub fn paint_key_cap(ui: &Ui, rect: Rect, key: &str) {
    let theme = Theme::get(ui.ctx());
    let painter = ui.painter();
    painter.rect(
        rect,
        CornerRadius::same(3),
        theme.raised,
        Stroke::new(1.0, theme.hairline),
        StrokeKind::Inside,
    );
    paint_line(
        painter,
        rect,
        &key_layout(ui.ctx(), key),
        Place::Center,
        theme.second,
    );
}

/// A key cap on its own, such as "Ctrl Shift F".
pub fn key_cap(ui: &mut Ui, key: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(key_cap_size(ui.ctx(), key), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), key));
    if ui.is_rect_visible(rect) {
        paint_key_cap(ui, rect, key);
    }
    response
}

/// Paints the small square of a tag's colour in the middle of `rect`.
pub fn paint_swatch(ui: &Ui, rect: Rect, color: Color32) {
    let scale = ui.pixels_per_point();
    let side = 11.0;
    let center = rect.center();
    let snap = |value: f32| (value * scale).round() / scale;
    let corner = egui::pos2(snap(center.x - side / 2.0), snap(center.y - side / 2.0));
    ui.painter()
        .rect_filled(Rect::from_min_size(corner, vec2(side, side)), 3.0, color);
}

/// Paints the outline of the small square of a tag's colour.
pub(super) fn paint_hollow_swatch(ui: &Ui, rect: Rect, color: Color32) {
    let scale = ui.pixels_per_point();
    let snap = |value: f32| (value * scale).round() / scale;
    let side = 11.0;
    let corner = egui::pos2(
        snap(rect.center().x - side / 2.0),
        snap(rect.center().y - side / 2.0),
    );
    ui.painter().rect_stroke(
        Rect::from_min_size(corner, vec2(side, side)),
        3.0,
        Stroke::new(1.5, color),
        StrokeKind::Inside,
    );
}

/// A tag: its colour, its name, its key.
///
/// ```no_run
/// # use hashiya::ui::widgets::TagChip;
/// # fn show(ui: &mut egui::Ui, hue: egui::Color32) {
/// if TagChip::new("شخص", hue).key("P").show(ui).clicked() {}
/// # }
/// ```
#[must_use = "call show"]
pub struct TagChip<'a> {
    name: &'a str,
    color: Color32,
    key: Option<&'a str>,
    number: Option<&'a str>,
    warning: Option<Color32>,
    selected: bool,
}

impl<'a> TagChip<'a> {
    /// A chip of that name and hue.
    pub fn new(name: &'a str, color: Color32) -> Self {
        Self {
            name,
            color,
            key: None,
            number: None,
            warning: None,
            selected: false,
        }
    }

    /// The key that gives this tag.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// The digit that gives it too.
    pub fn number(mut self, number: &'a str) -> Self {
        self.number = Some(number);
        self
    }

    fn number_layout(&self, ctx: &Context) -> Option<std::sync::Arc<crate::text::ParagraphLayout>> {
        let look = TextLook::sans(size::SMALL);
        self.number.map(|number| look.line(ctx, number))
    }

    /// How wide it will be, points.
    pub fn width(&self, ui: &Ui) -> f32 {
        let text = size_of(&TextLook::ui().line(ui.ctx(), self.name));
        let key = self.key.map(|key| key_cap_size(ui.ctx(), key));
        let warned = if self.warning.is_some() { WARNING } else { 0.0 };
        let number = self.number_layout(ui.ctx());
        let number = number.map_or(0.0, |layout| size_of(&layout).x + NUMBER_GAP);
        8.0 + number + 11.0 + 7.0 + text.x + warned + key.map_or(0.0, |size| 7.0 + size.x) + 8.0
    }

    /// A warning sign in that colour after the name.
    pub fn warning(mut self, color: Color32) -> Self {
        self.warning = Some(color);
        self
    }

    /// Whether the tag is the one in use.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Lays out, allocates, paints.
    pub fn show(self, ui: &mut Ui) -> Response {
        let ctx = ui.ctx().clone();
        let direction = UiDirection::get(&ctx);
        let layout = TextLook::ui().line(&ctx, self.name);
        let text = size_of(&layout);
        let key = self.key.map(|key| key_cap_size(&ctx, key));
        let (rect, response) = ui.allocate_exact_size(vec2(self.width(ui), 28.0), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), self.selected, self.name)
        });
        if let Some(key) = self.key.or(self.number) {
            say_keys(&response, key);
        }
        if ui.is_rect_visible(rect) {
            let theme = Theme::get(&ctx);
            let painter = ui.painter();
            if response.is_pointer_button_down_on() {
                painter.rect_filled(rect, 5.0, theme.pressed);
            } else if self.selected {
                painter.rect_filled(rect, 5.0, theme.selected);
            } else if response.hovered() {
                painter.rect_filled(rect, 5.0, theme.hover);
            }
            let mut x = direction.start_x(rect) + direction.sign() * 8.0;
            let mut take = |width: f32| {
                let from = x;
                x += direction.sign() * width;
                Rect::from_x_y_ranges(from.min(x)..=from.max(x), rect.y_range())
            };
            if let Some(number) = self.number_layout(&ctx) {
                let place = take(size_of(&number).x);
                paint_line(painter, place, &number, Place::Center, theme.second);
                take(NUMBER_GAP);
            }
            paint_swatch(ui, take(11.0), self.color);
            take(7.0);
            paint_line(painter, take(text.x), &layout, Place::Center, theme.ink);
            if let Some(color) = self.warning {
                let place = Rect::from_center_size(take(WARNING).center(), vec2(12.0, 12.0));
                paint_icon(painter, place, Icon::Warning, color, direction);
            }
            if let (Some(name), Some(size)) = (self.key, key) {
                take(7.0);
                paint_key_cap(
                    ui,
                    Rect::from_center_size(take(size.x).center(), size),
                    name,
                );
            }
            if response.has_focus() {
                focus_ring(painter, rect, 5.0, &theme);
            }
        }
        response
    }
}
