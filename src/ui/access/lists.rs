//! Lists, tabs and menus: which of how many a row is, also where only the
//! rows in sight are made, and which is chosen.

use egui::accesskit::{HasPopup, Role};
use egui::{Context, Id, Response, Ui, UiBuilder, UiKind};

use super::bounds;

/// What a row of a list is told to be.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui) struct Member<'a> {
    /// Which one, counted from 0; where the list is known.
    pub(in crate::ui) index: Option<usize>,
    /// Whether it is the chosen one.
    pub(in crate::ui) selected: bool,
    /// What is known of it beside its name; nothing for nothing.
    pub(in crate::ui) more: &'a str,
}

/// The rows drawn in a frame, list by list.
#[derive(Clone, Debug, Default)]
struct Rows {
    frame: u64,
    lists: usize,
    drawn: Vec<Row>,
}

/// A row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Row {
    /// Tells its list from the others of the frame.
    pub(in crate::ui) list: usize,
    pub(in crate::ui) id: Id,
    pub(in crate::ui) selected: bool,
}

/// The rows of the last frame that drew any: a list is one stop for Tab.
pub(in crate::ui) fn rows_drawn(ctx: &Context) -> Vec<Row> {
    ctx.data_mut(|data| {
        data.get_temp_mut_or_default::<Rows>(rows_id())
            .drawn
            .clone()
    })
}

fn rows_id() -> Id {
    Id::unique("hashiya.rows")
}

fn with_rows(ctx: &Context, change: impl FnOnce(&mut Rows)) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let rows: &mut Rows = data.get_temp_mut_or_default(rows_id());
        if rows.frame != frame {
            rows.frame = frame;
            rows.drawn.clear();
        }
        change(rows);
    });
}

impl Member<'_> {
    /// Says it of the node of a row, which has one; and brings a row that the
    /// keyboard came to into sight.
    pub(in crate::ui) fn tell(self, response: &Response) {
        response.ctx.accesskit_node_builder(response.id, |node| {
            // A row is chosen, not ticked.
            node.clear_toggled();
            node.set_selected(self.selected);
            if let Some(index) = self.index {
                node.set_position_in_set(index);
            }
            if !self.more.is_empty() {
                node.set_description(self.more);
            }
        });
        with_rows(&response.ctx, |rows| {
            rows.drawn.push(Row {
                list: rows.lists,
                id: response.id,
                selected: self.selected,
            });
        });
        if response.gained_focus() && !response.is_pointer_button_down_on() {
            response.scroll_to_me(None);
        }
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
    let builder = UiBuilder::new().accessibility_role(role);
    ui.scope_builder(builder, |ui| {
        say_list(ui, name, count);
        add_contents(ui)
    })
    .inner
}

/// Says the name, the place and the number of members of the list that `ui`
/// is.
pub(in crate::ui) fn say_list(ui: &Ui, name: &str, count: usize) {
    with_rows(ui.ctx(), |rows| rows.lists += 1);
    let place = bounds(ui.max_rect().intersect(ui.clip_rect()));
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_bounds(place);
        if !name.is_empty() {
            node.set_label(name);
        }
        node.set_size_of_set(count);
    });
}

/// Says the name and the place of a part of the window: `id` is `ui` or what
/// it fills.
pub(in crate::ui) fn say_place(ui: &Ui, id: Id, name: &str) {
    let place = bounds(ui.max_rect().intersect(ui.clip_rect()));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_bounds(place);
        node.set_label(name);
    });
}

/// Names the menu, dialog or panel that `ui` is in; `modal` says that
/// everything else waits for it.
pub(in crate::ui) fn say_around(ui: &Ui, kind: UiKind, name: &str, modal: bool) {
    let around = ui.stack().iter().find(|place| place.kind() == Some(kind));
    let Some(id) = around.map(|place| place.unique_id) else {
        return;
    };
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_label(name);
        if modal {
            node.set_modal();
        }
    });
}

/// Says that something opens a menu, and whether it is open.
pub(in crate::ui) fn say_opens_menu(response: &Response, open: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(open);
    });
}

/// Says which keys do the same as a button or a row.
pub(in crate::ui) fn say_keys(response: &Response, keys: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_keyboard_shortcut(keys);
    });
}

/// Says whether what a button switches is on.
pub(in crate::ui) fn say_switch(response: &Response, on: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_toggled(on.into());
    });
}
