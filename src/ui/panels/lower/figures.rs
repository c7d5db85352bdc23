//! Figures of agreement: a line for all marks, a table by tag.
//!
//! Invariant: a figure that is not defined is shown as a dash.

use egui::{Rect, Ui, UiBuilder};

use crate::analysis::agreement::TagFigures;
use crate::command::{Comparison, Workbench};
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{TextLook, paint_swatch, scroll_rows, tooltip};

use super::agreement::analyst_name;
use super::cells::{self, Cells, ROW};

/// Height of the names of columns, points.
const HEAD: f32 = 26.0;
/// Widths of columns, points.
const NAME: f32 = 190.0;
const NUMBER: f32 = 118.0;

/// A figure with two decimals, or a dash.
fn figure(wb: &Workbench, value: Option<f64>) -> String {
    value.map_or_else(
        || "—".to_owned(),
        |value| {
            // Nothing is shown as "minus nothing".
            let rounded = (value * 100.0).round() / 100.0 + 0.0;
            wb.messages().number(format!("{rounded:.2}"))
        },
    )
}

/// Agreement over all marks and progress, in one line.
pub(super) fn summary(wb: &Workbench, comparison: &Comparison) -> String {
    let (settled, all) = comparison.progress();
    let figures = &comparison.figures().all;
    wb.messages().format(
        "agreement-summary",
        &[
            ("strict", Arg::from(figure(wb, figures.strict_f1()))),
            ("lenient", Arg::from(figure(wb, figures.lenient_f1()))),
            ("settled", Arg::from(settled)),
            ("all", Arg::from(all)),
        ],
    )
}

/// The columns behind the name of the tag: message, and what stands there.
const COLUMNS: [&str; 7] = [
    "agreement-count-first",
    "agreement-count-second",
    "agreement-count-same",
    "agreement-f1-strict",
    "agreement-f1-lenient",
    "agreement-kappa",
    "agreement-alpha",
];

fn values(wb: &Workbench, figures: &TagFigures, is_all: bool) -> [String; 7] {
    let number = |count: usize| wb.messages().number(count);
    let chance = |value: Option<f64>| figure(wb, value.filter(|_| !is_all));
    [
        number(figures.first),
        number(figures.second),
        number(figures.same),
        figure(wb, figures.strict_f1()),
        figure(wb, figures.lenient_f1()),
        chance(figures.characters.kappa()),
        chance(figures.characters.alpha()),
    ]
}

/// The table.
pub(super) fn figures_ui(ui: &mut Ui, wb: &Workbench, comparison: &Comparison) {
    let messages = wb.messages();
    let full = ui.available_rect_before_wrap();
    let (head, body) = full.split_top_bottom_at_y(full.top() + HEAD);
    head_ui(ui, head, wb, comparison);
    let mut rows: Vec<(Option<&str>, &TagFigures)> = comparison
        .figures()
        .tags
        .iter()
        .map(|(tag, figures)| (Some(tag.as_str()), figures))
        .collect();
    // What was marked most stands first.
    rows.sort_by_key(|(_, figures)| std::cmp::Reverse(figures.first + figures.second));
    rows.insert(0, (None, &comparison.figures().all));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(body));
    inner.set_clip_rect(body.intersect(ui.clip_rect()));
    let name = messages.text("agreement-by-tag");
    scroll_rows(
        &mut inner,
        "figures",
        ROW,
        rows.len(),
        &name,
        None,
        |ui, at| {
            let Some((tag, figures)) = rows.get(at) else {
                return;
            };
            row_ui(ui, wb, (at, *tag), figures);
        },
    );
}

fn head_ui(ui: &mut Ui, rect: Rect, wb: &Workbench, comparison: &Comparison) {
    let messages = wb.messages();
    let theme = Theme::get(ui.ctx());
    let sides = &comparison.sides;
    let (first, second) = (
        analyst_name(wb, &sides.first),
        analyst_name(wb, &sides.second),
    );
    let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
    cells.start(NAME);
    let width = NUMBER.min(cells.rest_width() / COLUMNS.len() as f32);
    for id in COLUMNS {
        let cell = cells.start(width);
        let title = match id {
            "agreement-count-first" => first.to_owned(),
            "agreement-count-second" => second.to_owned(),
            _ => messages.text(id),
        };
        let look = TextLook::sans(size::HEADING).bold();
        cells::text_at(ui, cell, &title, look, theme.second, cells::at_end(ui));
        let what = match id {
            "agreement-f1-strict" => "agreement-f1-strict-means",
            "agreement-f1-lenient" => "agreement-f1-lenient-means",
            "agreement-kappa" => "agreement-kappa-means",
            "agreement-alpha" => "agreement-alpha-means",
            _ => continue,
        };
        let response = ui.interact(cell, ui.scope_id().with(id), egui::Sense::hover());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::ColumnHeader, true, title.as_str())
        });
        tooltip(response, &messages.text(what));
    }
}

fn row_ui(ui: &mut Ui, wb: &Workbench, (at, tag): (usize, Option<&str>), figures: &TagFigures) {
    let messages = wb.messages();
    let record = tag.and_then(|tag| wb.project().tag(&Id::new(tag)));
    let name = match tag {
        None => messages.text("agreement-all-tags"),
        Some(id) => record.map_or(id, |tag| tag_name(wb, tag)).to_owned(),
    };
    let values = values(wb, figures, tag.is_none());
    let more = || {
        let named = COLUMNS.iter().zip(&values);
        let named = named.map(|(id, value)| format!("{} {value}", messages.text(id)));
        named.collect::<Vec<_>>().join("; ")
    };
    let (rect, _) = cells::row(ui, &name, more, (at, false));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let theme = Theme::get(ui.ctx());
    let mut cells = Cells::new(rect, UiDirection::get(ui.ctx()));
    let swatch = cells.start(12.0);
    if let Some(tag) = record {
        paint_swatch(ui, swatch, tag_hue(ui, tag));
    }
    cells.start(8.0);
    let cell = cells.start(NAME - 20.0);
    cells::text(ui, cell, &name, TextLook::sans(size::UI), theme.ink);
    let width = NUMBER.min(cells.rest_width() / COLUMNS.len() as f32);
    for value in values {
        let cell = cells.start(width);
        let look = TextLook::sans(size::UI);
        cells::text_at(ui, cell, &value, look, theme.ink, cells::at_end(ui));
    }
}
