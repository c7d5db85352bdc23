//! The look: palettes, type sizes, spacing and the direction of the window.
//!
//! Here live all colours and measures of the window, and the translation of a
//! palette into egui's style. No painting happens here.
//!
//! **Invariant**: no other file names a raw colour. Text colours keep a
//! contrast of 4.5:1 on every ground they are meant for (tested below).

use std::sync::Arc;

use egui::{Color32, Context, CornerRadius, Margin, Shadow, Stroke, vec2};

use crate::text::{Direction, FontId, FontSet};

/// Which palette is in use.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum ThemeKind {
    /// Paper white.
    #[default]
    Light,
    /// Warm dark grey.
    Dark,
    /// Old paper.
    Sepia,
}

/// A palette: named colours of one look. All are opaque unless said otherwise.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Theme {
    /// Which palette this is.
    pub kind: ThemeKind,
    /// Ground of the status line and behind everything.
    pub window: Color32,
    /// Ground of panels, menus, the tag palette.
    pub panel: Color32,
    /// Ground of the reader's page and of text fields.
    pub page: Color32,
    /// The text colour.
    pub ink: Color32,
    /// Quieter text on `panel` and `page`.
    pub second: Color32,
    /// Quieter text on `window`, `hover` and `selected`, where `second` would
    /// be too faint.
    pub second_strong: Color32,
    /// Ornament that need not be read: paragraph numbers, placeholder, dimmed
    /// boilerplate.
    pub faint: Color32,
    /// Thin separating lines and field borders.
    pub hairline: Color32,
    /// Focus, selection, links, the primary button.
    pub accent: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// Warnings, unsaved work.
    pub rubric: Color32,
    /// Ground of a row or button under the pointer.
    pub hover: Color32,
    /// Ground of a row or button while pressed.
    pub pressed: Color32,
    /// Ground of the selected row.
    pub selected: Color32,
    /// Ground behind selected text (translucent).
    pub selection: Color32,
    /// Ground of menus, tooltips and dialogs.
    pub raised: Color32,
    /// Shadow under raised things (translucent).
    pub shadow: Color32,
    /// What lies over the window while a dialog is open (translucent).
    pub scrim: Color32,
}

#[allow(
    clippy::disallowed_methods,
    reason = "this file is where colours are declared"
)]
const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

const LIGHT: Theme = Theme {
    kind: ThemeKind::Light,
    window: hex(0x00EF_EBE2),
    panel: hex(0x00F8_F5EE),
    page: hex(0x00FF_FEFA),
    ink: hex(0x0022_1D17),
    second: hex(0x0075_6D61),
    second_strong: hex(0x0066_5F54),
    faint: hex(0x00A8_A093),
    hairline: hex(0x00E2_DBCD),
    accent: hex(0x002B_5C8A),
    on_accent: hex(0x00FF_FEFA),
    rubric: hex(0x00A6_3A2B),
    hover: hex(0x00F0_EBE0),
    pressed: hex(0x00E6_DFD1),
    selected: hex(0x00E4_E9EB),
    selection: Color32::from_rgba_premultiplied(13, 28, 42, 77),
    raised: hex(0x00FD_FBF6),
    shadow: Color32::from_rgba_premultiplied(8, 6, 3, 36),
    scrim: Color32::from_rgba_premultiplied(10, 8, 6, 70),
};

const DARK: Theme = Theme {
    kind: ThemeKind::Dark,
    window: hex(0x0019_1816),
    panel: hex(0x0020_1F1C),
    page: hex(0x0026_2420),
    ink: hex(0x00E8_E1D5),
    second: hex(0x009A_9184),
    second_strong: hex(0x00AA_A194),
    faint: hex(0x006B_645A),
    hairline: hex(0x0037_332D),
    accent: hex(0x007F_B0DC),
    on_accent: hex(0x0017_1A1E),
    rubric: hex(0x00E0_8A74),
    hover: hex(0x002B_2925),
    pressed: hex(0x0034_312C),
    selected: hex(0x0026_3039),
    selection: Color32::from_rgba_premultiplied(40, 55, 69, 80),
    raised: hex(0x002A_2824),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 110),
    scrim: Color32::from_rgba_premultiplied(0, 0, 0, 130),
};

const SEPIA: Theme = Theme {
    kind: ThemeKind::Sepia,
    window: hex(0x00E6_D9BF),
    panel: hex(0x00F0_E5CF),
    page: hex(0x00F8_F0DF),
    ink: hex(0x0033_271A),
    second: hex(0x006B_5A44),
    second_strong: hex(0x0060_503B),
    faint: hex(0x00A5_9377),
    hairline: hex(0x00DA_CBAC),
    accent: hex(0x002F_5A80),
    on_accent: hex(0x00FC_F6E8),
    rubric: hex(0x009A_3325),
    hover: hex(0x00E8_DBC1),
    pressed: hex(0x00DE_CFB1),
    selected: hex(0x00DD_DACB),
    selection: Color32::from_rgba_premultiplied(14, 27, 38, 77),
    raised: hex(0x00F5_ECD9),
    shadow: Color32::from_rgba_premultiplied(12, 8, 2, 44),
    scrim: Color32::from_rgba_premultiplied(16, 12, 6, 80),
};

/// The step all spacing is made of, points.
pub const SPACE: f32 = 4.0;

/// Type sizes, points.
pub mod size {
    /// Interface text.
    pub const UI: f32 = 13.0;
    /// Headings of panels (bold, second ink).
    pub const HEADING: f32 = 11.5;
    /// Counts, key caps, times.
    pub const SMALL: f32 = 11.0;
    /// Names in lists, set in Naskh.
    pub const NAME: f32 = 15.0;
    /// Quotes, set in Naskh.
    pub const QUOTE: f32 = 16.0;
    /// The name of what the inspector shows, set in Naskh.
    pub const TITLE: f32 = 21.0;
    /// The page, set in Naskh.
    pub const PAGE: f32 = 19.0;
    /// Latin paragraphs of the page.
    pub const PAGE_LATIN: f32 = 15.0;
    /// Line height of the page in multiples of its size.
    pub const PAGE_LINE: f32 = 1.9;
}

/// Strength of a mark's tint behind the words.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum TintStrength {
    /// A suggestion not yet accepted.
    Suggested,
    /// An accepted mark.
    Marked,
    /// A mention of the chosen entity.
    Chosen,
}

impl Theme {
    /// The palette of that kind.
    pub const fn of(kind: ThemeKind) -> Self {
        match kind {
            ThemeKind::Light => LIGHT,
            ThemeKind::Dark => DARK,
            ThemeKind::Sepia => SEPIA,
        }
    }

    /// The palette in use in this window; light when none was installed.
    pub fn get(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp::<Self>(key()))
            .unwrap_or(LIGHT)
    }

    /// Whether light letters stand on a dark ground.
    pub fn is_dark(&self) -> bool {
        self.kind == ThemeKind::Dark
    }

    /// A tag's hue for this palette, from its two colours "#RRGGBB"; the
    /// second ink when the text is no colour.
    pub fn hue(&self, light: &str, dark: &str) -> Color32 {
        parse_hex(if self.is_dark() { dark } else { light }).unwrap_or(self.second)
    }

    /// The translucent ground a mark of this hue gets.
    pub fn tint(&self, hue: Color32, strength: TintStrength) -> Color32 {
        let percent = match (strength, self.is_dark()) {
            (TintStrength::Suggested, false) => 0.06,
            (TintStrength::Suggested, true) => 0.09,
            (TintStrength::Marked, false) => 0.15,
            (TintStrength::Marked, true) => 0.22,
            (TintStrength::Chosen, false) => 0.27,
            (TintStrength::Chosen, true) => 0.36,
        };
        hue.gamma_multiply(percent)
    }

    /// Installs this palette and `direction` for the whole window: what
    /// [`Theme::get`] and [`UiDirection::get`] answer, and egui's own style.
    pub fn install(self, ctx: &Context, direction: UiDirection) {
        let known = ctx.data(|data| {
            (
                data.get_temp::<Self>(key()),
                data.get_temp::<UiDirection>(direction_key()),
            )
        });
        if known == (Some(self), Some(direction)) {
            return;
        }
        if known.0.is_none() {
            ctx.set_fonts(fonts());
        }
        ctx.data_mut(|data| {
            data.insert_temp(key(), self);
            data.insert_temp(direction_key(), direction);
        });
        let egui_theme = if self.is_dark() {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        };
        ctx.set_theme(egui_theme);
        ctx.style_mut_of(egui_theme, |style| self.fill_style(style));
        ctx.request_repaint();
    }

    fn fill_style(&self, style: &mut egui::Style) {
        style.animation_time = 0.08;
        let spacing = &mut style.spacing;
        spacing.item_spacing = vec2(SPACE * 2.0, SPACE);
        spacing.button_padding = vec2(SPACE * 2.5, SPACE);
        spacing.interact_size = vec2(28.0, 28.0);
        spacing.menu_margin = Margin::same(4);
        spacing.window_margin = Margin::same(16);
        spacing.tooltip_width = 360.0;
        spacing.scroll = egui::style::ScrollStyle::thin();
        let visuals = &mut style.visuals;
        visuals.dark_mode = self.is_dark();
        visuals.override_text_color = None;
        visuals.weak_text_color = Some(self.second);
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.raised;
        visuals.window_stroke = Stroke::new(1.0, self.hairline);
        visuals.window_corner_radius = CornerRadius::same(8);
        visuals.menu_corner_radius = CornerRadius::same(6);
        visuals.window_shadow = Shadow {
            offset: [0, 6],
            blur: 24,
            spread: 0,
            color: self.shadow,
        };
        visuals.popup_shadow = Shadow {
            offset: [0, 3],
            blur: 12,
            spread: 0,
            color: self.shadow,
        };
        visuals.faint_bg_color = self.hover;
        visuals.extreme_bg_color = self.page;
        visuals.text_edit_bg_color = Some(self.page);
        visuals.code_bg_color = self.hover;
        visuals.hyperlink_color = self.accent;
        visuals.warn_fg_color = self.rubric;
        visuals.error_fg_color = self.rubric;
        visuals.selection.bg_fill = self.selected;
        visuals.selection.stroke = Stroke::new(1.0, self.accent);
        visuals.striped = false;
        let widgets = &mut visuals.widgets;
        for (visual, fill, stroke, ink) in [
            (
                &mut widgets.noninteractive,
                self.panel,
                self.hairline,
                self.ink,
            ),
            (&mut widgets.inactive, self.panel, self.hairline, self.ink),
            (&mut widgets.hovered, self.hover, self.faint, self.ink),
            (&mut widgets.active, self.pressed, self.accent, self.ink),
            (&mut widgets.open, self.hover, self.hairline, self.ink),
        ] {
            visual.bg_fill = fill;
            visual.weak_bg_fill = fill;
            visual.bg_stroke = Stroke::new(1.0, stroke);
            visual.fg_stroke = Stroke::new(1.0, ink);
            visual.corner_radius = CornerRadius::same(4);
            visual.expansion = 0.0;
        }
        // The thumb of a scroll bar takes these colours; it must be seen on
        // the page without shouting.
        widgets.inactive.bg_fill = self.hairline;
        widgets.hovered.bg_fill = self.faint;
        widgets.active.bg_fill = self.second;
    }
}

/// The direction of the interface: rows run, panels stand and menus open this
/// way. Documents keep their own direction.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum UiDirection {
    /// English and its like.
    #[default]
    LeftToRight,
    /// Arabic.
    RightToLeft,
}

impl UiDirection {
    /// The direction installed with the theme.
    pub fn get(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp::<Self>(direction_key()))
            .unwrap_or_default()
    }

    /// Whether rows run from the right.
    pub fn is_rtl(self) -> bool {
        self == Self::RightToLeft
    }

    /// The same as a direction of text.
    pub fn text(self) -> Direction {
        match self {
            Self::LeftToRight => Direction::LeftToRight,
            Self::RightToLeft => Direction::RightToLeft,
        }
    }

    /// A row in reading order, its items centred on the row's height.
    pub fn row(self) -> egui::Layout {
        match self {
            Self::LeftToRight => egui::Layout::left_to_right(egui::Align::Center),
            Self::RightToLeft => egui::Layout::right_to_left(egui::Align::Center),
        }
    }

    /// A row filled from its end: what is added first stands last.
    pub fn row_from_end(self) -> egui::Layout {
        match self {
            Self::LeftToRight => egui::Layout::right_to_left(egui::Align::Center),
            Self::RightToLeft => egui::Layout::left_to_right(egui::Align::Center),
        }
    }

    /// A column whose items stand at the start side.
    pub fn column(self) -> egui::Layout {
        egui::Layout::top_down(self.start())
    }

    /// Where rows begin.
    pub fn start(self) -> egui::Align {
        match self {
            Self::LeftToRight => egui::Align::Min,
            Self::RightToLeft => egui::Align::Max,
        }
    }

    /// The x of `rect`'s start side, points.
    pub fn start_x(self, rect: egui::Rect) -> f32 {
        if self.is_rtl() {
            rect.right()
        } else {
            rect.left()
        }
    }

    /// The x of `rect`'s end side, points.
    pub fn end_x(self, rect: egui::Rect) -> f32 {
        if self.is_rtl() {
            rect.left()
        } else {
            rect.right()
        }
    }

    /// `+1` where reading goes to the right, `-1` where it goes to the left.
    pub fn sign(self) -> f32 {
        if self.is_rtl() { -1.0 } else { 1.0 }
    }
}

/// Reads "#RRGGBB".
pub fn parse_hex(text: &str) -> Option<Color32> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    u32::from_str_radix(digits, 16).ok().map(hex)
}

/// Contrast of two opaque colours after WCAG 2: 1 (none) to 21.
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |color: Color32| {
        let part = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.039_28 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn key() -> egui::Id {
    egui::Id::unique("hashiya.theme")
}

fn direction_key() -> egui::Id {
    egui::Id::unique("hashiya.direction")
}

/// egui's own text (its few built-in strings, debug warnings) uses the same
/// faces; everything of ours is drawn by [`crate::ui::paint`].
fn fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let bundled = FontSet::bundled();
    for (name, face) in [
        ("sans", "Noto Sans"),
        ("sans-arabic", "Noto Sans Arabic"),
        ("mono", "Noto Sans Mono"),
    ] {
        let data = (0..bundled.len())
            .filter_map(|index| u8::try_from(index).ok().map(FontId))
            .find(|&id| bundled.name(id) == face)
            .map_or(&[][..], |id| bundled.data(id));
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(egui::FontData::from_static(data)));
    }
    let order = |names: &[&str]| {
        names
            .iter()
            .map(|&name| name.to_owned())
            .collect::<Vec<_>>()
    };
    fonts.families.insert(
        egui::FontFamily::Proportional,
        order(&["sans", "sans-arabic", "mono"]),
    );
    fonts.families.insert(
        egui::FontFamily::Monospace,
        order(&["mono", "sans", "sans-arabic"]),
    );
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [ThemeKind; 3] = [ThemeKind::Light, ThemeKind::Dark, ThemeKind::Sepia];

    #[test]
    fn every_text_colour_keeps_its_contrast_on_every_ground_it_is_meant_for() {
        for theme in KINDS.map(Theme::of) {
            let all = [
                theme.window,
                theme.panel,
                theme.page,
                theme.raised,
                theme.hover,
                theme.pressed,
                theme.selected,
            ];
            let quiet = [theme.panel, theme.page, theme.raised];
            for (name, ink, grounds) in [
                ("ink", theme.ink, &all[..]),
                ("second", theme.second, &quiet[..]),
                ("second_strong", theme.second_strong, &all[..]),
                ("accent", theme.accent, &all[..]),
                ("rubric", theme.rubric, &quiet[..]),
                ("on_accent", theme.on_accent, &[theme.accent][..]),
            ] {
                for &ground in grounds {
                    let found = contrast(ink, ground);
                    assert!(
                        found >= 4.5,
                        "{:?}: {name} on {ground:?} is {found}",
                        theme.kind
                    );
                }
            }
            assert!(contrast(theme.ink, theme.page) > 10.0);
        }
    }

    #[test]
    fn ink_stays_readable_on_every_tint() {
        for theme in KINDS.map(Theme::of) {
            for (light, dark) in [
                ("#2F6BB3", "#7FB2EE"),
                ("#B4472C", "#EE9478"),
                ("#4C4A46", "#C9C5BD"),
            ] {
                let tint = theme.tint(theme.hue(light, dark), TintStrength::Chosen);
                let ground = theme.page.blend(tint);
                assert!(contrast(theme.ink, ground) >= 4.5);
            }
        }
    }

    #[test]
    fn colours_are_read_from_hex_and_nothing_else() {
        assert_eq!(parse_hex("#2F6BB3"), Some(hex(0x002F_6BB3)));
        for wrong in ["2F6BB3", "#2F6BB", "#2F6BBG", "", "#", "#٢٢٢"] {
            assert_eq!(parse_hex(wrong), None);
        }
    }
}
