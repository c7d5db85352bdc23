//! A palette as egui's own style and fonts.

use std::sync::Arc;

use egui::{CornerRadius, Margin, Shadow, Stroke, vec2};

use super::{SPACE, Theme};
use crate::text::{FontId, FontSet};

/// Fills in the parts of egui's style that show.
pub(super) fn fill(theme: &Theme, style: &mut egui::Style) {
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
    visuals.dark_mode = theme.is_dark();
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(theme.second);
    visuals.panel_fill = theme.panel;
    visuals.window_fill = theme.raised;
    visuals.window_stroke = Stroke::new(1.0, theme.hairline);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.window_shadow = Shadow {
        offset: [0, 6],
        blur: 24,
        spread: 0,
        color: theme.shadow,
    };
    visuals.popup_shadow = Shadow {
        offset: [0, 3],
        blur: 12,
        spread: 0,
        color: theme.shadow,
    };
    visuals.faint_bg_color = theme.hover;
    visuals.extreme_bg_color = theme.page;
    visuals.text_edit_bg_color = Some(theme.page);
    visuals.code_bg_color = theme.hover;
    visuals.hyperlink_color = theme.accent;
    visuals.warn_fg_color = theme.rubric;
    visuals.error_fg_color = theme.rubric;
    visuals.selection.bg_fill = theme.selected;
    visuals.selection.stroke = Stroke::new(1.0, theme.accent);
    visuals.striped = false;
    let widgets = &mut visuals.widgets;
    for (visual, fill, stroke, ink) in [
        (
            &mut widgets.noninteractive,
            theme.panel,
            theme.hairline,
            theme.ink,
        ),
        (
            &mut widgets.inactive,
            theme.panel,
            theme.hairline,
            theme.ink,
        ),
        (&mut widgets.hovered, theme.hover, theme.faint, theme.ink),
        (&mut widgets.active, theme.pressed, theme.accent, theme.ink),
        (&mut widgets.open, theme.hover, theme.hairline, theme.ink),
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
    widgets.inactive.bg_fill = theme.hairline;
    widgets.hovered.bg_fill = theme.faint;
    widgets.active.bg_fill = theme.second;
}

/// egui's own text (its few built-in strings, debug warnings) uses the same
/// faces; everything of ours is drawn by [`crate::ui::paint`].
pub(super) fn fonts() -> egui::FontDefinitions {
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
