//! Above the list of documents: how far the work is, which documents are
//! shown, and in which order.

use egui::{Rect, Ui, pos2, vec2};

use crate::command::{DocumentFilter, DocumentSort, DocumentStanding, Progress, Workbench};
use crate::i18n::Arg;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Label, MenuRow, TextField, drop_down_menu, heading, icon_button, menu_separator,
};

use super::{counted, titled};

/// Lists longer than this have a field to filter them by words.
const FEW: usize = 8;

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct Tools {
    text: String,
    given: String,
}

impl Tools {
    /// Draws it: the heading with a menu, the progress, the field.
    pub(super) fn tools_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let count = wb.project().counts().documents;
        let filter = wb.document_filter();
        let shown = wb.documents_listed().len();
        padded(ui, |ui| {
            let direction = UiDirection::get(ui.ctx());
            let width = ui.available_width();
            ui.allocate_ui_with_layout(vec2(width, 28.0), direction.row_from_end(), |ui| {
                if count > 1 {
                    menu_ui(ui, wb, actions);
                }
                ui.with_layout(direction.row(), |ui| {
                    let title = if shown == count {
                        titled(wb, "documents-title", count)
                    } else {
                        let numbers = [("shown", Arg::from(shown)), ("total", Arg::from(count))];
                        wb.messages().format("documents-title-some", &numbers)
                    };
                    heading(ui, &title);
                });
            });
        });
        if count > 0 {
            padded(ui, |ui| progress_ui(ui, wb));
        }
        if count > FEW || !filter.text.is_empty() {
            ui.add_space(6.0);
            padded(ui, |ui| self.field_ui(ui, wb, actions));
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let filter = wb.document_filter();
        if filter.text != self.given {
            self.text.clone_from(&filter.text);
            self.given.clone_from(&filter.text);
        }
        let hint = wb.messages().text("documents-filter");
        let field = TextField::new("documents-filter", &hint, &mut self.text)
            .width(ui.available_width())
            .placeholder(&hint)
            .search()
            .show(ui);
        if field.cancelled {
            self.text.clear();
            field.response.surrender_focus();
        }
        if self.text != self.given {
            self.given.clone_from(&self.text);
            actions.push(Action::FilterDocuments(DocumentFilter {
                text: self.text.clone(),
                ..filter.clone()
            }));
        }
    }
}

/// Which documents, in which order.
fn menu_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let filter = wb.document_filter();
    let name = messages.text("documents-sort");
    let changed = filter.state.is_some() || filter.sort != DocumentSort::Order || filter.down;
    let button = icon_button(ui, Icon::More, &name, changed);
    drop_down_menu(ui, &button, |ui| {
        let mut set = |change: &dyn Fn(&mut DocumentFilter)| {
            let mut filter = filter.clone();
            change(&mut filter);
            actions.push(Action::FilterDocuments(filter));
        };
        for sort in DocumentSort::ALL {
            let on = filter.sort == sort;
            let title = messages.text(sort.message());
            if MenuRow::new(&title).checked(on).show(ui).clicked() {
                // What is most or latest comes first where that is asked for.
                let most_first = matches!(
                    sort,
                    DocumentSort::Marks | DocumentSort::Changed | DocumentSort::Size
                );
                set(&|filter| {
                    filter.down = if on { !filter.down } else { most_first };
                    filter.sort = sort;
                });
            }
        }
        let title = messages.text("documents-sort-down");
        if MenuRow::new(&title).checked(filter.down).show(ui).clicked() {
            set(&|filter| filter.down = !filter.down);
        }
        menu_separator(ui);
        let title = messages.text("documents-state-all");
        let all = filter.state.is_none();
        if MenuRow::new(&title).checked(all).show(ui).clicked() {
            set(&|filter| filter.state = None);
        }
        for standing in DocumentStanding::ALL {
            let on = filter.state == Some(standing);
            let title = messages.text(standing.message());
            if MenuRow::new(&title).checked(on).show(ui).clicked() {
                set(&|filter| filter.state = (!on).then_some(standing));
            }
        }
    });
}

/// How much of the work is done, as a sentence.
pub(super) fn progress_text(wb: &Workbench) -> String {
    let Progress { done, .. } = wb.progress();
    let numbers = [
        ("done", Arg::from(done)),
        ("total", Arg::from(wb.progress().total())),
    ];
    wb.messages().format("documents-progress", &numbers)
}

/// A bar: done, and begun behind it.
fn progress_ui(ui: &mut Ui, wb: &Workbench) {
    let theme = Theme::get(ui.ctx());
    let progress = wb.progress();
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), 4.0);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    ui.painter().rect_filled(rect, 2.0, theme.hairline);
    let total = progress.total().max(1) as f32;
    let from = direction.start_x(rect);
    let bar = |part: usize, color| {
        let to = from + direction.sign() * rect.width() * part as f32 / total;
        let bar = Rect::from_min_max(
            pos2(from.min(to), rect.top()),
            pos2(from.max(to), rect.bottom()),
        );
        ui.painter().rect_filled(bar, 2.0, color);
    };
    bar(
        progress.done + progress.in_progress,
        theme.accent.gamma_multiply(0.35),
    );
    bar(progress.done, theme.accent);
    let text = progress_text(wb);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, text.as_str())
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(progress.total() as f64);
        node.set_numeric_value(progress.done as f64);
    });
    ui.add_space(3.0);
    let said = if progress.in_progress > 0 {
        let begun = counted(wb, "documents-begun", progress.in_progress);
        format!("{text} · {begun}")
    } else {
        text
    };
    ui.with_layout(direction.column(), |ui| {
        Label::new(&said)
            .size(11.5)
            .color(theme.second)
            .elide()
            .show(ui);
        let layer = wb.counted_layer().and_then(|id| wb.project().analyst(id));
        if let Some(layer) = layer {
            let name = [("name", Arg::from(layer.name.as_str()))];
            let said = wb.messages().format("counts-of-layer", &name);
            Label::new(&said)
                .size(11.5)
                .color(theme.accent)
                .elide()
                .show(ui);
        }
    });
}

/// Indented like the rows below.
fn padded(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui)) {
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(14, 1))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add_contents(ui);
        });
}
