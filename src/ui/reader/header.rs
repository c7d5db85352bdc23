//! The head of a reader: title, state and count of marks, buttons.

use egui::{CursorIcon, Rect, Response, Sense, Ui, pos2, vec2};

use crate::command::{Args, CountOf, Reader, Workbench, standing_of};
use crate::i18n::Arg;
use crate::model::Document;
use crate::text::{Face, TextStyle};
use crate::ui::access::{Member, is_listening};
use crate::ui::action::Action;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::panels::{flag_color, flag_text};
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::focus_ring;

use super::chips::Chips;
use super::interface;
use super::layer::layer_ui;

/// Height of the head, points.
pub(in crate::ui) const HEADER_HEIGHT: f32 = 40.0;
const PADDING: f32 = 14.0;
const BUTTON: f32 = 24.0;
/// The part of the room for title and chips that chips may take, and the space
/// between the two, points.
const CHIPS_PART: f32 = 0.55;
const CHIPS_GAP: f32 = 10.0;
/// What the title keeps beside the layer's name, points.
const LEAST_TITLE: f32 = 90.0;

/// Draws the head. Returns whether it is being dragged.
pub(super) fn header_ui(
    ui: &mut Ui,
    rect: Rect,
    wb: &Workbench,
    reader: &Reader,
    document: &Document,
    actions: &mut Vec<Action>,
) -> bool {
    let theme = Theme::get(ui.ctx());
    let direction = interface(ui);
    let active = wb
        .active_reader()
        .is_some_and(|active| active.id == reader.id);
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.0), rect.max);
    ui.painter().rect_filled(line, 0.0, theme.hairline);
    if active && wb.readers().len() > 1 {
        let accent = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.max);
        ui.painter().rect_filled(accent, 0.0, theme.accent);
    }
    let response = ui.interact(
        rect,
        ui.scope_id().with(("reader.header", reader.id.0)),
        Sense::click_and_drag(),
    );
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Heading, true, document.title.as_str())
    });
    if is_listening(ui.ctx()) {
        let said = summary_of(wb, reader, document);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(said));
    }
    if response.clicked() {
        actions.push(Action::Activate(reader.id));
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect.shrink(2.0), 3.0, &theme);
    }

    // From the end: the close button, then state and count, then the title.
    let mut end = PADDING;
    if wb.readers().len() > 1 {
        let x = direction.end_x(rect) - direction.sign() * (end + BUTTON / 2.0 - 4.0);
        let button = Rect::from_center_size(pos2(x, rect.center().y), vec2(BUTTON, BUTTON));
        let close = ui.interact(
            button,
            ui.scope_id().with(("reader.close", reader.id.0)),
            Sense::click(),
        );
        let title = wb.messages().text("command-view-reader-close");
        close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, title.as_str()));
        if close.has_focus() {
            focus_ring(ui.painter(), button, 4.0, &theme);
        }
        if close.hovered() {
            ui.painter().rect_filled(button, 4.0, theme.hover);
        }
        paint_icon(
            ui.painter(),
            button.shrink(6.0),
            Icon::Close,
            theme.second,
            direction,
        );
        if close.clicked() {
            actions.push(Action::CloseReader(reader.id));
        }
        end += BUTTON;
    }
    let room = rect.width() - end - 2.0 * PADDING - LEAST_TITLE;
    let layer = layer_ui(ui, (rect, end, room), wb, reader, document, actions);
    if layer > 0.0 {
        end += layer + PADDING / 2.0;
    }
    let text_ui = TextUi::get(ui.ctx());
    let state = text_ui.line(
        ui.ctx(),
        &summary_of(wb, reader, document),
        TextStyle {
            face: Face::Sans,
            bold: false,
            size: 11.5,
        },
        18.0,
    );
    let state_width = state.shaped().width();
    let room = rect.width() - end - 2.0 * PADDING;
    let shows_state = room > state_width + 120.0;
    if shows_state {
        let x = if direction.is_rtl() {
            rect.left() + end
        } else {
            rect.right() - end - state_width
        };
        paint_layout(
            ui.painter(),
            pos2(x, rect.center().y - 9.0),
            &state,
            theme.second,
        );
        end += state_width + PADDING;
    }
    if let Some(flag) = wb.document_flag(document) {
        let x = direction.end_x(rect) - direction.sign() * (end + 6.0);
        let place = Rect::from_center_size(pos2(x, rect.center().y), vec2(14.0, 14.0));
        let said = flag_text(wb, flag);
        let sign = ui.interact(
            place.expand(3.0),
            ui.scope_id().with(("reader.flag", reader.id.0)),
            Sense::click(),
        );
        sign.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, said.as_str()));
        let color = flag_color(&theme, flag.level);
        paint_icon(ui.painter(), place, Icon::Warning, color, direction);
        if sign.clicked() {
            actions.push(Action::Activate(reader.id));
            actions.push(Action::Run("hidden.next", Args::None));
        }
        crate::ui::widgets::tooltip(sign, &said);
        end += 14.0 + PADDING / 2.0;
    }
    let room = (rect.width() - end - PADDING).max(20.0);
    let chips = Chips::of(ui, wb, reader, room * CHIPS_PART);
    let beside = if chips.width() > 0.0 {
        chips.width() + CHIPS_GAP
    } else {
        0.0
    };
    let width = (room - beside).max(20.0);
    let (title, cut) = text_ui.elided_line(
        ui.ctx(),
        &document.title,
        TextStyle {
            face: Face::Naskh,
            bold: true,
            size: theme::size::NAME,
        },
        28.0,
        width,
    );
    let title_width = title.shaped().width();
    let x = if direction.is_rtl() {
        rect.right() - PADDING - title_width
    } else {
        rect.left() + PADDING
    };
    paint_layout(
        ui.painter(),
        pos2(x, rect.center().y - 14.0),
        &title,
        theme.ink,
    );
    let after = direction.start_x(rect) + direction.sign() * (PADDING + title_width + CHIPS_GAP);
    chips.show(ui, wb, reader, rect, after, actions);
    let response = response.on_hover_cursor(CursorIcon::Default);
    if cut {
        crate::ui::widgets::tooltip(response, &document.title).drag_started()
    } else {
        response.drag_started()
    }
}

/// State of a document and how much a reader shows in it.
fn summary_of(wb: &Workbench, reader: &Reader, document: &Document) -> String {
    let layers = reader
        .layer
        .as_ref()
        .map(|layer| (wb.layers(&document.id), layer));
    let marks = layers.map(|(layers, layer)| {
        let of_layer = layers.iter().find(|other| other.analyst == *layer);
        of_layer.map_or(0, |layer| layer.marks)
    });
    match marks {
        None => {
            let count = wb.project().annotation_count(&document.id);
            counted(wb, document, count, wb.suggestion_count(&document.id))
        }
        Some(count) => counted(wb, document, count, 0),
    }
}

/// State of a document, how much of what is counted is marked in it and how
/// much suggested.
pub(in crate::ui) fn summary(wb: &Workbench, document: &Document) -> String {
    let count = wb.marks_counted(CountOf::Document(&document.id));
    counted(wb, document, count, wb.suggestion_count(&document.id))
}

fn counted(wb: &Workbench, document: &Document, count: usize, suggested: usize) -> String {
    let messages = wb.messages();
    let state = messages.text(standing_of(wb.project(), document).message());
    let marks = messages.format("count-marks", &[("count", Arg::from(count))]);
    let state = match &document.reliability {
        Some(graded) if !graded.grade.is_empty() => {
            let grade = [("grade", Arg::from(graded.grade.as_str()))];
            format!(
                "{state} · {}",
                messages.format("header-reliability", &grade)
            )
        }
        _ => state,
    };
    if suggested == 0 {
        return format!("{state} · {marks}");
    }
    let suggested = messages.format("count-suggested", &[("count", Arg::from(suggested))]);
    format!("{state} · {marks} · {suggested}")
}

/// The tab of a reader among tabs.
pub(in crate::ui) fn tab_ui(ui: &mut Ui, id: egui::Id, title: &str, active: bool) -> Response {
    let theme = Theme::get(ui.ctx());
    let style = TextStyle {
        face: Face::Naskh,
        bold: active,
        size: 14.0,
    };
    let (layout, _) = TextUi::get(ui.ctx()).elided_line(ui.ctx(), title, style, 26.0, 200.0);
    let size = vec2(
        layout.shaped().width() + 2.0 * PADDING,
        ui.available_height(),
    );
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, active, title));
    Member {
        selected: active,
        ..Member::default()
    }
    .tell(&response);
    if active {
        ui.painter().rect_filled(rect, 0.0, theme.page);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect.shrink(2.0), 3.0, &theme);
    }
    let ink = if active { theme.ink } else { theme.second };
    paint_layout(
        ui.painter(),
        pos2(rect.left() + PADDING, rect.center().y - 13.0),
        &layout,
        ink,
    );
    response
}
