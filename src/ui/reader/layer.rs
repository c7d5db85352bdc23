//! Whose marks a reader shows: a name in its head, with a menu.
//!
//! Invariant: a project of one person shows nothing of this.

use egui::{Rect, Sense, Ui, pos2, vec2};

use crate::command::{Reader, Workbench};
use crate::model::{Document, Role};
use crate::text::{Face, TextStyle};
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{MenuRow, drop_down_menu, focus_ring, menu_separator};

/// Height of the button, points.
const HEIGHT: f32 = 24.0;
/// Space inside it, points.
const INSIDE: f32 = 7.0;
const CHEVRON: f32 = 10.0;
/// The longest name, points.
const NAME: f32 = 150.0;

/// The name of the layer a reader shows.
pub(in crate::ui) fn layer_name(wb: &Workbench, reader: &Reader) -> String {
    let analyst = reader
        .layer
        .as_ref()
        .and_then(|id| wb.project().analyst(id));
    analyst.map_or_else(
        || wb.messages().text("layers-all"),
        |analyst| analyst.name.clone(),
    )
}

/// Draws the button into the head `rect`, `end` points from where that ends;
/// `room` is how wide it may be. Returns how wide it is, points.
pub(super) fn layer_ui(
    ui: &mut Ui,
    (rect, end, room): (Rect, f32, f32),
    wb: &Workbench,
    reader: &Reader,
    document: &Document,
    actions: &mut Vec<Action>,
) -> f32 {
    let several = wb.project().analysts().nth(1).is_some();
    if !(several || reader.layer.is_some()) {
        return 0.0;
    }
    let theme = Theme::get(ui.ctx());
    let direction = UiDirection::get(ui.ctx());
    let style = TextStyle {
        face: Face::Sans,
        bold: reader.layer.is_some(),
        size: 12.0,
    };
    let name = layer_name(wb, reader);
    let longest = (room - 2.0 * INSIDE - CHEVRON - 4.0).min(NAME);
    let shows_name = longest > 28.0;
    let (label, _) = TextUi::get(ui.ctx()).elided_line(
        ui.ctx(),
        &name,
        style,
        18.0,
        if shows_name { longest } else { 1.0 },
    );
    let width = if shows_name {
        label.shaped().width() + 4.0
    } else {
        0.0
    };
    let width = width + CHEVRON + 2.0 * INSIDE;
    let from = direction.end_x(rect) - direction.sign() * end;
    let to = from - direction.sign() * width;
    let y = rect.center().y;
    let button = Rect::from_min_max(
        pos2(from.min(to), y - HEIGHT / 2.0),
        pos2(from.max(to), y + HEIGHT / 2.0),
    );
    let id = ui.scope_id().with(("reader.layer", reader.id.0));
    let response = ui.interact(button, id, Sense::click());
    let said = format!("{}: {name}", wb.messages().text("layers-choose"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, said.as_str()));
    if response.hovered() {
        ui.painter().rect_filled(button, 4.0, theme.hover);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), button, 4.0, &theme);
    }
    let ink = if reader.layer.is_some() {
        theme.accent
    } else {
        theme.second
    };
    let center = from - direction.sign() * (INSIDE + CHEVRON / 2.0);
    let chevron = Rect::from_center_size(pos2(center, y), vec2(CHEVRON, CHEVRON));
    paint_icon(ui.painter(), chevron, Icon::ChevronDown, ink, direction);
    if shows_name {
        let x = if direction.is_rtl() {
            button.right() - INSIDE - label.shaped().width()
        } else {
            button.left() + INSIDE
        };
        paint_layout(ui.painter(), pos2(x, y - 9.0), &label, ink);
    }
    drop_down_menu(ui, &response, |ui| {
        layers_ui(ui, wb, reader, document, actions);
    });
    width
}

fn layers_ui(
    ui: &mut Ui,
    wb: &Workbench,
    reader: &Reader,
    document: &Document,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let all = messages.number(wb.project().annotation_count(&document.id));
    let title = messages.text("layers-all");
    let row = MenuRow::new(&title)
        .key(&all)
        .checked(reader.layer.is_none());
    if row.show(ui).clicked() {
        actions.push(Action::SetLayer(reader.id, None));
    }
    let layers = wb.layers(&document.id);
    let mut role = None;
    for layer in layers.iter() {
        if role != Some(layer.role) && (role.is_some() || layer.role == Role::Annotator) {
            menu_separator(ui);
        }
        role = Some(layer.role);
        let count = messages.number(layer.marks);
        let row = MenuRow::new(&layer.name)
            .key(&count)
            .checked(reader.layer.as_ref() == Some(&layer.analyst));
        if row.show(ui).clicked() {
            actions.push(Action::SetLayer(reader.id, Some(layer.analyst.clone())));
        }
    }
}
