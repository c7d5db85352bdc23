//! Places in lists: which of how many a row is, also where only the rows in
//! sight are made.

use egui::accesskit::Role;
use egui::{Response, Ui, UiBuilder};

/// What a row of a list is told to be.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct Member {
    /// Which one, counted from 0; where the list is known.
    pub(in crate::ui) index: Option<usize>,
    /// Whether it is the chosen one.
    pub(in crate::ui) selected: bool,
}

impl Member {
    /// Says it of the node of a row, which has one.
    pub(in crate::ui) fn tell(self, response: &Response) {
        response.ctx.accesskit_node_builder(response.id, |node| {
            // A row is chosen, not ticked.
            node.clear_toggled();
            node.set_selected(self.selected);
            if let Some(index) = self.index {
                node.set_position_in_set(index);
            }
        });
    }
}

/// Draws `add_contents` as a list of that role, name and number of members.
pub(in crate::ui) fn listed<R>(
    ui: &mut Ui,
    role: Role,
    name: &str,
    count: usize,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let layout = *ui.layout();
    ui.scope_builder(
        UiBuilder::new().layout(layout).accessibility_role(role),
        |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_label(name);
                node.set_size_of_set(count);
            });
            add_contents(ui)
        },
    )
    .inner
}
