//! What the lists share: the field that filters them, and heads of columns
//! that sort.

use egui::accesskit::SortDirection;
use egui::{Rect, Ui, pos2, vec2};

use crate::command::Workbench;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{Place, TextField, TextLook, focus_ring};

use super::cells;

/// Height of the names of columns, points.
pub(super) const HEAD: f32 = 26.0;

/// What is being typed into a field that filters.
#[derive(Debug, Default)]
pub(super) struct Typed {
    text: String,
    given: String,
}

impl Typed {
    /// The field; what is typed, when it has changed. `now` is what the list
    /// is filtered by.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        (id, hint): (&'static str, &str),
        now: &str,
        width: f32,
    ) -> Option<String> {
        if now != self.given {
            // Set from elsewhere: another project, a command.
            now.clone_into(&mut self.text);
            now.clone_into(&mut self.given);
        }
        let field = TextField::new(id, hint, &mut self.text)
            .width(width)
            .placeholder(hint)
            .search()
            .show(ui);
        if field.cancelled {
            self.text.clear();
            field.response.surrender_focus();
        }
        (self.text != self.given).then(|| {
            self.given.clone_from(&self.text);
            self.text.clone()
        })
    }
}

/// The name of a column.
pub(super) struct ColumnHead<'a> {
    pub(super) cell: Rect,
    /// Its message.
    pub(super) title: &'static str,
    /// Whether a click sorts by it.
    pub(super) sorts: bool,
    /// Whether the list is sorted by it, and the other way round.
    pub(super) sorted: Option<bool>,
    pub(super) wb: &'a Workbench,
}

impl ColumnHead<'_> {
    /// Draws it; whether it was pressed.
    pub(super) fn head_ui(&self, ui: &Ui) -> bool {
        let text = self.wb.messages().text(self.title);
        let sense = if self.sorts {
            egui::Sense::click()
        } else {
            egui::Sense::hover()
        };
        let response = ui.interact(self.cell, ui.scope_id().with(self.title), sense);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, text.as_str())
        });
        if let Some(down) = self.sorted {
            let order = if down {
                SortDirection::Descending
            } else {
                SortDirection::Ascending
            };
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_sort_direction(order));
        }
        let theme = Theme::get(ui.ctx());
        if response.has_focus() {
            focus_ring(ui.painter(), self.cell.shrink(2.0), 3.0, &theme);
        }
        let ink = if response.hovered() && self.sorts {
            theme.ink
        } else {
            theme.second
        };
        let look = TextLook::sans(size::HEADING).bold();
        let place = cells::at_start(ui);
        cells::text_at(ui, self.cell, &text, look, ink, place);
        if let Some(down) = self.sorted {
            let width = look.line(ui.ctx(), &text).shaped().width() + 10.0;
            let x = match place {
                Place::Right => self.cell.right() - width,
                _ => self.cell.left() + width,
            };
            let icon = if down {
                Icon::ChevronDown
            } else {
                Icon::ChevronUp
            };
            let rect = Rect::from_center_size(pos2(x, self.cell.center().y), vec2(10.0, 10.0));
            paint_icon(
                ui.painter(),
                rect,
                icon,
                theme.accent,
                UiDirection::get(ui.ctx()),
            );
        }
        response.clicked()
    }
}
