//! What stands over the page while a relation is being drawn: where it begins,
//! where it would lead, and the tags that fit.

use egui::{Align2, Area, Frame, Id as WidgetId, Margin, Rect, Stroke, Ui, vec2};

use crate::command::{Args, Workbench};
use crate::i18n::Arg;
use crate::model::Annotation;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{short_quote, tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{Label, TagChip, icon_button, row, weak_label};

/// Widest strip, space under it, height of its rows, points.
const WIDTH: f32 = 460.0;
const UNDER: f32 = 18.0;
const ROW: f32 = 30.0;
/// Tags that are offered here; the list has all.
const MOST: usize = 3;

/// Draws the strip at the foot of a page.
pub(super) fn strip_ui(ui: &Ui, page: Rect, wb: &Workbench, actions: &mut Vec<Action>) {
    let Some(from) = wb.relation_from() else {
        return;
    };
    let theme = Theme::get(ui.ctx());
    let messages = wb.messages();
    let words = |mark: &Annotation| {
        let document = wb.project().document(&mark.document);
        document.map_or_else(String::new, |document| short_quote(mark, document))
    };
    let ends = wb.relation_ends();
    let title = match &ends {
        Some(ends) => messages.format(
            "relation-ends",
            &[
                ("from", Arg::from(words(ends.from))),
                ("to", Arg::from(words(ends.to))),
            ],
        ),
        None => messages.format("relation-begun", &[("from", Arg::from(words(from)))]),
    };
    let width = WIDTH.min(page.width() - 24.0).max(120.0);
    Area::new(WidgetId::unique("relation.strip"))
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(page.center_bottom() - vec2(0.0, UNDER))
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(theme.raised)
                .stroke(Stroke::new(1.0, theme.hairline))
                .corner_radius(8)
                .inner_margin(Margin::symmetric(12, 8))
                .shadow(egui::Shadow {
                    offset: [0, 3],
                    blur: 14,
                    spread: 0,
                    color: theme.shadow,
                })
                .show(ui, |ui| {
                    ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
                        ui.set_width(width);
                        head_ui(ui, wb, &title, actions);
                        match &ends {
                            Some(ends) => tags_ui(ui, wb, ends.from, ends.to, actions),
                            None => {
                                weak_label(ui, &messages.text("relation-hint"));
                            }
                        }
                    });
                });
        });
}

fn head_ui(ui: &mut Ui, wb: &Workbench, title: &str, actions: &mut Vec<Action>) {
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
        let leave = wb.messages().text("command-relation-cancel");
        if icon_button(ui, Icon::Close, &leave, false).clicked() {
            actions.push(Action::Run("relation.cancel", Args::None));
        }
        ui.with_layout(direction.row(), |ui| {
            Label::new(title).naskh(15.0).elide().show(ui);
        });
    });
}

fn tags_ui(
    ui: &mut Ui,
    wb: &Workbench,
    from: &Annotation,
    to: &Annotation,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let fitting = wb.relation_tags_between(&from.id, &to.id);
    if fitting.is_empty() {
        Label::new(&messages.text("error-no-relation-fits"))
            .size(12.0)
            .color(Theme::get(ui.ctx()).rubric)
            .show(ui);
        return;
    }
    row(ui, ROW, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for tag in fitting.iter().take(MOST) {
            let mut chip = TagChip::new(tag_name(wb, tag), tag_hue(ui, tag));
            if let Some(key) = &tag.key {
                chip = chip.key(key);
            }
            if chip.show(ui).clicked() {
                actions.push(Action::Run("relation.finish", Args::Id(tag.id.clone())));
            }
        }
        if fitting.len() > MOST {
            let more = messages.text("inspector-relation-more");
            if icon_button(ui, Icon::More, &more, false).clicked() {
                actions.push(Action::Run("relation.finish", Args::None));
            }
        }
    });
    let hint = if fitting.len() == 1 {
        "relation-hint-enter"
    } else {
        "relation-hint-list"
    };
    weak_label(ui, &messages.text(hint));
}
