//! A part of a panel whose widgets keep their identity when what stands
//! before them comes and goes.
//!
//! egui numbers widgets in the order in which they are drawn: a sentence that
//! appears above them gives all of them other numbers, and the one that had
//! the keyboard loses it.

use std::hash::Hash;

use egui::{IdSalt, Ui, UiBuilder};

/// Draws a part by its own name, which is unique among the parts of `ui`.
///
/// ```no_run
/// # use hashiya::ui::widgets::{label, steady};
/// # fn show(ui: &mut egui::Ui, missing: bool) {
/// if missing {
///     label(ui, "Something is missing");
/// }
/// steady(ui, "answer", |ui| label(ui, "The same widget, however"));
/// # }
/// ```
pub fn steady<R>(
    ui: &mut Ui,
    name: impl Hash + std::fmt::Debug,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = ui.scope_id().with(IdSalt::new(("steady", name)));
    ui.scope_builder(UiBuilder::new().scope_id(id), add).inner
}
