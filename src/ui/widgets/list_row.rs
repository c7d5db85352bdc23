//! A row of a list: a document, an entity, a search hit.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::chip::{key_cap_size, paint_hollow_swatch, paint_key_cap, paint_swatch};
use super::surface::focus_ring;
use super::text::{Place, TextLook, paint_line, size_of};
use crate::ui::access::{Member, say_keys};
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{Theme, UiDirection, size};

const PADDING: f32 = 14.0;
const LEAD: f32 = 24.0;
/// Room for a warning sign, points.
const WARNING: f32 = 20.0;
/// Between key caps, points.
const CAP_GAP: f32 = 6.0;

/// A row: something small at the start side, a title of one or more lines in
/// the direction of its content, a second line, a count at the end side.
///
/// ```no_run
/// # use hashiya::ui::{icons::Icon, widgets::ListRow};
/// # fn show(ui: &mut egui::Ui) {
/// let row = ListRow::new("محادثات أمريكية مع روسيا").lines(2).icon(Icon::StateHalf).count("41");
/// if row.selected(true).show(ui).clicked() {}
/// # }
/// ```
#[must_use = "call show"]
pub struct ListRow<'a> {
    title: &'a str,
    look: TextLook,
    lines: usize,
    aside: Option<&'a str>,
    detail: Option<&'a str>,
    count: Option<&'a str>,
    proposed: Option<&'a str>,
    warning: Option<Color32>,
    lead: Lead,
    selected: bool,
    index: Option<usize>,
    said: &'a str,
    keys: &'a [String],
    enabled: bool,
}

enum Lead {
    None,
    Room,
    Icon(Icon, Option<Color32>),
    Swatch(Color32),
    Hollow(Color32),
}

impl<'a> ListRow<'a> {
    /// A row with a title in Naskh on one line.
    pub fn new(title: &'a str) -> Self {
        Self {
            title,
            look: TextLook {
                line_height: 22.0,
                ..TextLook::naskh(size::NAME)
            },
            lines: 1,
            aside: None,
            detail: None,
            count: None,
            proposed: None,
            warning: None,
            lead: Lead::None,
            selected: false,
            index: None,
            said: "",
            keys: &[],
            enabled: true,
        }
    }

    /// The title in interface text.
    pub fn sans(mut self) -> Self {
        self.look = TextLook {
            line_height: 22.0,
            ..TextLook::ui()
        };
        self
    }

    /// At most that many lines of title.
    pub fn lines(mut self, most: usize) -> Self {
        self.lines = most.max(1);
        self
    }

    /// Small quiet text after the title (an alias), where there is room.
    pub fn aside(mut self, text: &'a str) -> Self {
        self.aside = Some(text);
        self
    }

    /// A quiet line under the title.
    pub fn detail(mut self, text: &'a str) -> Self {
        self.detail = Some(text);
        self
    }

    /// A number at the end side.
    pub fn count(mut self, text: &'a str) -> Self {
        self.count = Some(text);
        self
    }

    /// A second number under the first one, of what is only proposed: with
    /// the dashes of a suggestion under it.
    pub fn proposed(mut self, text: &'a str) -> Self {
        self.proposed = Some(text);
        self
    }

    /// A warning sign in that colour at the end side.
    pub fn warning(mut self, color: Color32) -> Self {
        self.warning = Some(color);
        self
    }

    /// An icon at the start side.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.lead = Lead::Icon(icon, None);
        self
    }

    /// An icon in that colour at the start side.
    pub fn colored_icon(mut self, icon: Icon, color: Color32) -> Self {
        self.lead = Lead::Icon(icon, Some(color));
        self
    }

    /// A square of that colour at the start side.
    pub fn swatch(mut self, color: Color32) -> Self {
        self.lead = Lead::Swatch(color);
        self
    }

    /// The outline of a square of that colour at the start side: of something
    /// that lacks what others have.
    pub fn hollow_swatch(mut self, color: Color32) -> Self {
        self.lead = Lead::Hollow(color);
        self
    }

    /// Room at the start side, as if there were an icon.
    pub fn indented(mut self) -> Self {
        self.lead = Lead::Room;
        self
    }

    /// Whether the row is chosen.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Which row of its list it is, counted from 0; for screen readers.
    pub fn nth(mut self, index: usize) -> Self {
        self.index = Some(index);
        self
    }

    /// What the icon and the numbers mean, in words; for screen readers.
    pub fn said(mut self, words: &'a str) -> Self {
        self.said = words;
        self
    }

    /// Key caps at the end side, each with the keys of one shortcut.
    pub fn keys(mut self, keys: &'a [String]) -> Self {
        self.keys = keys;
        self
    }

    /// Whether it can be chosen; if not it is quiet, and still read.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Lays out, allocates the width at hand, paints.
    pub fn show(self, ui: &mut Ui) -> Response {
        let ctx = ui.ctx().clone();
        let direction = UiDirection::get(&ctx);
        let width = ui.available_width().max(80.0);
        let look = self.look.fitting(self.title);
        let small = TextLook::sans(size::SMALL);
        let count = self.count.map(|text| small.line(&ctx, text));
        let proposed = self.proposed.map(|text| small.line(&ctx, text));
        let count_width = count
            .iter()
            .chain(&proposed)
            .map(|layout| size_of(layout).x + 10.0)
            .fold(0.0, f32::max);
        let caps: Vec<egui::Vec2> = self
            .keys
            .iter()
            .map(|key| key_cap_size(&ctx, key))
            .collect();
        let caps_width: f32 = caps.iter().map(|size| size.x + CAP_GAP).sum();
        let count_width = count_width + caps_width;
        let lead = if matches!(self.lead, Lead::None) {
            0.0
        } else {
            LEAD
        };
        let warned = if self.warning.is_some() { WARNING } else { 0.0 };
        let room = (width - 2.0 * PADDING - lead - count_width - warned).max(30.0);
        let (title, cut) = if self.lines > 1 {
            look.wrapped(&ctx, self.title, room, self.lines)
        } else {
            look.elided(&ctx, self.title, room)
        };
        let title_size = size_of(&title);
        let detail = self.detail.map(|text| small.elided(&ctx, text, room).0);
        let detail_height = detail.as_ref().map_or(0.0, |layout| layout.height() + 1.0);
        let numbers = if proposed.is_some() {
            2.0 * look.line_height
        } else {
            0.0
        };
        let height =
            (title.height() + detail_height).max(numbers) + if self.lines > 1 { 12.0 } else { 8.0 };
        let (rect, mut response) =
            ui.allocate_exact_size(vec2(width, height), Sense::click_and_drag());
        let more: Vec<&str> = [self.aside, self.detail, Some(self.said)]
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty())
            .collect();
        let more = more.join("; ");
        response.widget_info(|| {
            // A mark without words is known by what else is known of it.
            let name = if self.title.trim().is_empty() {
                &more
            } else {
                self.title
            };
            let enabled = self.enabled && ui.is_enabled();
            WidgetInfo::selected(Role::ListBoxOption, enabled, self.selected, name)
        });
        if let Some(key) = self.keys.first() {
            say_keys(&response, key);
        }
        Member {
            index: self.index,
            selected: self.selected,
            more: &more,
        }
        .tell(&response);
        if ui.is_rect_visible(rect) {
            let theme = Theme::get(&ctx);
            let painter = ui.painter();
            if self.selected {
                painter.rect_filled(rect, 0.0, theme.selected);
                let start = direction.start_x(rect);
                let inner = start + direction.sign() * 3.0;
                let bar =
                    Rect::from_x_y_ranges(start.min(inner)..=start.max(inner), rect.y_range());
                painter.rect_filled(bar, 0.0, theme.accent);
            } else if response.is_pointer_button_down_on() {
                painter.rect_filled(rect, 0.0, theme.pressed);
            } else if response.hovered() {
                painter.rect_filled(rect, 0.0, theme.hover);
            }
            let quiet = if self.selected {
                theme.second_strong
            } else {
                theme.second
            };
            let first_line = |offset: f32, width: f32| {
                // From the start side, on the height of the title's first line.
                let from = direction.start_x(rect) + direction.sign() * offset;
                let to = from + direction.sign() * width;
                let all = (title.height() + detail_height).max(numbers);
                let top = rect.top() + (height - all) / 2.0;
                Rect::from_min_max(
                    pos2(from.min(to), top),
                    pos2(from.max(to), top + look.line_height),
                )
            };
            match self.lead {
                Lead::None | Lead::Room => {}
                Lead::Icon(icon, color) => {
                    let place = Rect::from_center_size(
                        first_line(PADDING - 2.0, 16.0).center(),
                        vec2(14.0, 14.0),
                    );
                    paint_icon(
                        painter,
                        place,
                        icon,
                        color.unwrap_or(theme.accent),
                        direction,
                    );
                }
                Lead::Swatch(color) => paint_swatch(ui, first_line(PADDING - 2.0, 16.0), color),
                Lead::Hollow(color) => {
                    paint_hollow_swatch(ui, first_line(PADDING - 2.0, 16.0), color);
                }
            }
            let text = first_line(PADDING + lead, room);
            let block = Rect::from_min_size(text.min, vec2(text.width(), title.height()));
            let ink = if self.enabled { theme.ink } else { theme.faint };
            paint_line(painter, block, &title, Place::Own, ink);
            if let (Some(aside), 1) = (self.aside, self.lines) {
                paint_aside(ui, block, &title, title_size.x, aside, quiet);
            }
            if let Some(detail) = &detail {
                let below = Rect::from_min_size(
                    pos2(block.left(), block.bottom() + 1.0),
                    vec2(block.width(), detail.height()),
                );
                paint_line(painter, below, detail, start_place(direction), quiet);
            }
            if let Some(color) = self.warning {
                let place = first_line(width - PADDING - count_width - warned, warned);
                let place = Rect::from_center_size(place.center(), vec2(13.0, 13.0));
                paint_icon(painter, place, Icon::Warning, color, direction);
            }
            if let Some(count) = &count {
                let place = first_line(width - PADDING - count_width, count_width);
                let at_end = if direction.is_rtl() {
                    Place::Left
                } else {
                    Place::Right
                };
                paint_line(painter, place, count, at_end, quiet);
            }
            let mut from = width - PADDING - caps_width;
            for (key, size) in self.keys.iter().zip(&caps) {
                let place = first_line(from + CAP_GAP, size.x);
                paint_key_cap(ui, Rect::from_center_size(place.center(), *size), key);
                from += size.x + CAP_GAP;
            }
            if let Some(proposed) = &proposed {
                let place = first_line(width - PADDING - count_width, count_width)
                    .translate(vec2(0.0, look.line_height));
                paint_proposed(ui, place, proposed, direction, quiet);
            }
            if response.has_focus() {
                focus_ring(painter, rect.shrink(2.0), 3.0, &theme);
            }
        }
        if cut {
            response = super::tooltip(response, self.title);
        }
        response
    }
}

fn start_place(direction: UiDirection) -> Place {
    if direction.is_rtl() {
        Place::Right
    } else {
        Place::Left
    }
}

/// A number at the end side of `place` with dashes under it.
fn paint_proposed(
    ui: &Ui,
    place: Rect,
    number: &std::sync::Arc<crate::text::ParagraphLayout>,
    direction: UiDirection,
    color: Color32,
) {
    let at_end = if direction.is_rtl() {
        Place::Left
    } else {
        Place::Right
    };
    paint_line(ui.painter(), place, number, at_end, color);
    let end = direction.end_x(place);
    let start = end - direction.sign() * size_of(number).x;
    let y = place.center().y + 7.5;
    let line = [pos2(start.min(end), y), pos2(start.max(end), y)];
    let stroke = egui::Stroke::new(1.0, color.gamma_multiply(0.8));
    ui.painter()
        .extend(egui::Shape::dashed_line(&line, stroke, 2.0, 2.0));
}

/// What follows the title follows it in the title's direction.
fn paint_aside(
    ui: &Ui,
    block: Rect,
    title: &crate::text::ParagraphLayout,
    title_width: f32,
    text: &str,
    color: Color32,
) {
    let room = block.width() - title_width - 8.0;
    if room < 24.0 {
        return;
    }
    let (layout, _) = TextLook::sans(size::SMALL).elided(ui.ctx(), text, room);
    let rtl = title.shaped().direction() == crate::text::Direction::RightToLeft;
    let (place, rect) = if rtl {
        let right = block.right() - title_width - 8.0;
        (
            Place::Right,
            Rect::from_x_y_ranges(block.left()..=right, block.y_range()),
        )
    } else {
        let left = block.left() + title_width + 8.0;
        (
            Place::Left,
            Rect::from_x_y_ranges(left..=block.right(), block.y_range()),
        )
    };
    paint_line(ui.painter(), rect, &layout, place, color);
}
