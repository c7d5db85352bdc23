//! The three palettes, colour by colour.
//!
//! **Invariant**: this is the only file with raw colours.

use egui::Color32;

use super::{Theme, ThemeKind};

#[allow(
    clippy::disallowed_methods,
    reason = "this file is where colours are declared"
)]
pub(super) const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// Paper white.
pub(super) const LIGHT: Theme = Theme {
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
    unseen: hex(0x006A_5A9C),
    hover: hex(0x00F0_EBE0),
    pressed: hex(0x00E6_DFD1),
    selected: hex(0x00E4_E9EB),
    selection: Color32::from_rgba_premultiplied(13, 28, 42, 77),
    raised: hex(0x00FD_FBF6),
    shadow: Color32::from_rgba_premultiplied(8, 6, 3, 36),
    scrim: Color32::from_rgba_premultiplied(10, 8, 6, 70),
};

/// Warm dark grey.
pub(super) const DARK: Theme = Theme {
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
    unseen: hex(0x00B3_A6DE),
    hover: hex(0x002B_2925),
    pressed: hex(0x0034_312C),
    selected: hex(0x0026_3039),
    selection: Color32::from_rgba_premultiplied(40, 55, 69, 80),
    raised: hex(0x002A_2824),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 110),
    scrim: Color32::from_rgba_premultiplied(0, 0, 0, 130),
};

/// Old paper.
pub(super) const SEPIA: Theme = Theme {
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
    unseen: hex(0x005F_4E93),
    hover: hex(0x00E8_DBC1),
    pressed: hex(0x00DE_CFB1),
    selected: hex(0x00DD_DACB),
    selection: Color32::from_rgba_premultiplied(14, 27, 38, 77),
    raised: hex(0x00F5_ECD9),
    shadow: Color32::from_rgba_premultiplied(12, 8, 2, 44),
    scrim: Color32::from_rgba_premultiplied(16, 12, 6, 80),
};

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
