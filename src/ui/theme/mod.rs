//! The look: palettes, type sizes, spacing and the direction of the window.
//!
//! Here live all colours and measures of the window, and the translation of a
//! palette into egui's style. No painting happens here.
//!
//! **Invariant**: no other file names a raw colour. Text colours keep a
//! contrast of 4.5:1 on every ground they are meant for (tested below).

mod direction;
mod palettes;
mod style;

use egui::{Color32, Context};

pub use direction::UiDirection;
pub use palettes::{contrast, parse_hex};

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
    /// Small signs for characters that are not seen, quiet flags.
    pub unseen: Color32,
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
    /// A suggestion that may well be wrong.
    Doubtful,
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
            ThemeKind::Light => palettes::LIGHT,
            ThemeKind::Dark => palettes::DARK,
            ThemeKind::Sepia => palettes::SEPIA,
        }
    }

    /// The palette in use in this window; light when none was installed.
    pub fn get(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp::<Self>(key()))
            .unwrap_or(palettes::LIGHT)
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
            (TintStrength::Doubtful, false) => 0.025,
            (TintStrength::Doubtful, true) => 0.045,
            (TintStrength::Suggested, false) => 0.06,
            (TintStrength::Suggested, true) => 0.09,
            (TintStrength::Marked, false) => 0.15,
            (TintStrength::Marked, true) => 0.22,
            (TintStrength::Chosen, false) => 0.27,
            (TintStrength::Chosen, true) => 0.36,
        };
        hue.gamma_multiply(percent)
    }

    /// The colour of the dashes under a suggestion of this hue: quieter where
    /// the suggestion may well be wrong.
    pub fn suggested_line(&self, hue: Color32, sure: bool) -> Color32 {
        hue.gamma_multiply(if sure { 0.85 } else { 0.5 })
    }

    /// Installs this palette and `direction` for the whole window: what
    /// [`Theme::get`] and [`UiDirection::get`] answer, and egui's own style.
    pub fn install(self, ctx: &Context, direction: UiDirection) {
        let known = ctx.data(|data| {
            (
                data.get_temp::<Self>(key()),
                data.get_temp::<UiDirection>(direction::key()),
            )
        });
        if known == (Some(self), Some(direction)) {
            return;
        }
        if known.0.is_none() {
            ctx.set_fonts(style::fonts());
        }
        ctx.data_mut(|data| {
            data.insert_temp(key(), self);
            data.insert_temp(direction::key(), direction);
        });
        let egui_theme = if self.is_dark() {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        };
        ctx.set_theme(egui_theme);
        ctx.style_mut_of(egui_theme, |style| style::fill(&self, style));
        ctx.request_repaint();
    }
}

fn key() -> egui::Id {
    egui::Id::unique("hashiya.theme")
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
                ("unseen", theme.unseen, &quiet[..]),
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
            for tag in crate::model::default_tags() {
                let hue = theme.hue(&tag.color, &tag.color_dark);
                assert!(
                    contrast(hue, theme.page) >= 3.0,
                    "{} {:?}",
                    tag.id,
                    theme.kind
                );
                let tint = theme.tint(hue, TintStrength::Chosen);
                let ground = theme.page.blend(tint);
                assert!(contrast(theme.ink, ground) >= 4.5);
            }
        }
    }

    #[test]
    fn colours_are_read_from_hex_and_nothing_else() {
        assert_eq!(parse_hex("#2F6BB3"), Some(palettes::hex(0x002F_6BB3)));
        for wrong in ["2F6BB3", "#2F6BB", "#2F6BBG", "", "#", "#٢٢٢"] {
            assert_eq!(parse_hex(wrong), None);
        }
    }
}
