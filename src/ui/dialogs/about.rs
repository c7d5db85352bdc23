//! What this program is.

use egui::Context;

use crate::command::Workbench;
use crate::i18n::Arg;
use crate::ui::widgets::{Label, dialog, weak_label};

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
