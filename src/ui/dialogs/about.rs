//! What this program is, and the licences of what it carries.

use egui::{Context, ScrollArea};

use crate::command::Workbench;
use crate::i18n::Arg;
use crate::ui::widgets::{Label, dialog, heading, weak_label};

/// Licences and sources of the fonts, as they stand beside them.
const FONTS: &str = include_str!("../../../fonts/README.md");

/// Sources and licences of the names, places and words, as they stand beside
/// them.
const DATA: &str = include_str!("../../../assets/data/README.md");

/// The part of [`DATA`] that says who made what.
fn data_credits() -> impl Iterator<Item = &'static str> {
    let lines = DATA
        .lines()
        .skip_while(|line| *line != "## Credits")
        .skip(1);
    let credits = lines.take_while(|line| !line.starts_with("## "));
    credits.filter(|line| !line.is_empty())
}

/// Draws the page about the program. Returns whether it stays open.
pub(super) fn about_ui(ctx: &Context, wb: &Workbench) -> bool {
    let messages = wb.messages();
    let title = messages.text("about-title");
    let response = dialog(ctx, "about", &title, 420.0, |ui| {
        let version = messages.format(
            "about-version",
            &[("version", Arg::from(env!("CARGO_PKG_VERSION")))],
        );
        weak_label(ui, &version);
        ui.add_space(6.0);
        Label::new(&messages.text("about-body")).show(ui);
        ui.add_space(6.0);
        Label::new(&messages.text("about-name")).second().show(ui);
        ui.add_space(6.0);
        weak_label(ui, &messages.text("about-licence"));
    });
    !response.dismissed
}

/// Draws the licences. Returns whether they stay open.
pub(super) fn licences_ui(ctx: &Context, wb: &Workbench) -> bool {
    let messages = wb.messages();
    let title = messages.text("licences-title");
    let response = dialog(ctx, "licences", &title, 620.0, |ui| {
        ScrollArea::vertical()
            .max_height(480.0)
            .min_scrolled_height(480.0)
            .show(ui, |ui| {
                ui.set_width(612.0);
                heading(ui, "Hashiya");
                weak_label(ui, &messages.text("about-licence"));
                ui.add_space(8.0);
                heading(ui, &messages.text("licences-fonts"));
                for line in FONTS.lines() {
                    weak_label(ui, line);
                }
                ui.add_space(8.0);
                heading(ui, &messages.text("licences-data"));
                for line in data_credits() {
                    weak_label(ui, line);
                }
            });
    });
    !response.dismissed
}

#[cfg(test)]
mod tests {
    use super::data_credits;

    #[test]
    fn the_credits_of_the_data_are_found() {
        for name in ["GeoNames", "CLDR", "Wikidata", "hunspell-ar"] {
            assert!(data_credits().any(|line| line.contains(name)), "{name}");
        }
    }
}
