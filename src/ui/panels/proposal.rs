//! The inspector while a suggestion is under review: what it is, why, and
//! what can be done with it.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::command::table::command;
use crate::command::{Args, Workbench};
use crate::entities::Suggestion;
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::keys::keys_of;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, Label, MenuRow, Place, TagChip, TextLook, drop_down_menu, focus_ring, heading,
    key_cap_size, paint_key_cap, paint_line, tooltip_with_key,
};

use super::aids::{aids_ui, of_suggestion};
use super::facts::{source_name, sureness, tag_of};
use super::inspector::fact;
use super::{marking_tags, tag_hue, tag_name};

/// Draws the suggestion under review.
pub(super) fn suggestion_ui(
    ui: &mut Ui,
    wb: &Workbench,
    document: &Id,
    suggestion: &Suggestion,
    actions: &mut Vec<Action>,
) {
    let Some(found) = wb.project().document(document) else {
        return;
    };
    let messages = wb.messages();
    let words = suggestion.span.of(&found.text).unwrap_or_default();
    Label::new(words).naskh(21.0).bold().lines(4).show(ui);
    aids_ui(ui, &of_suggestion(ui, wb, found, suggestion));
    ui.add_space(2.0);
    let (tag, hue) = tag_of(ui, wb, suggestion);
    let chip = TagChip::new(&tag, hue).show(ui);
    tag_rows(ui, wb, suggestion, &chip, actions);
    ui.add_space(4.0);

    let why = wb.suggestion_reason(document, suggestion);
    if !why.is_empty() {
        Label::new(&why).lines(6).show(ui);
        ui.add_space(4.0);
    }
    fact(
        ui,
        &messages.text("suggestion-source"),
        &source_name(wb, suggestion.source),
    );
    fact(
        ui,
        &messages.text("suggestion-sureness"),
        &sureness(wb, suggestion),
    );
    let offsets = wb.project().offsets(document);
    let at = |byte| Arg::from(offsets.map_or(0, |table| table.code_point_of_byte(byte)));
    let ends = [
        ("start", at(suggestion.span.start)),
        ("end", at(suggestion.span.end)),
    ];
    fact(
        ui,
        &messages.text("inspector-spans"),
        &messages.format("inspector-span", &ends),
    );

    ui.add_space(8.0);
    decide_ui(ui, wb, actions);
    ui.add_space(6.0);
    for id in [
        "suggestion.accept-surface",
        "suggestion.accept-surface-everywhere",
        "suggestion.reject-here",
        "suggestion.reject-everywhere",
    ] {
        step_ui(ui, wb, id, actions);
    }
    ui.add_space(6.0);
    heading(ui, &messages.text("suggestion-borders"));
    for id in [
        "suggestion.longer",
        "suggestion.shorter",
        "suggestion.longer-start",
        "suggestion.shorter-start",
    ] {
        step_ui(ui, wb, id, actions);
    }
}

/// The two answers, beside each other.
fn decide_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), 30.0);
    ui.allocate_ui_with_layout(size, direction.row(), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (id, title) in [
            ("suggestion.accept", "review-accept"),
            ("suggestion.reject", "review-reject"),
        ] {
            let Some(command) = command(id) else {
                continue;
            };
            let title = messages.text(title);
            let mut button = Button::new(&title).enabled((command.enabled)(wb));
            if id == "suggestion.accept" {
                button = button.primary();
            }
            let keys = keys_of(wb, id);
            if tooltip_with_key(button.show(ui), &messages.command_title(id), &keys).clicked() {
                actions.push(Action::Run(id, Args::None));
            }
        }
    });
}

/// A command as a row over the whole width: its title and, at the end, its
/// key.
fn step_ui(ui: &mut Ui, wb: &Workbench, id: &'static str, actions: &mut Vec<Action>) {
    let Some(command) = command(id) else {
        return;
    };
    let title = wb.messages().command_title(id);
    let keys = keys_of(wb, id);
    let enabled = (command.enabled)(wb);
    let direction = UiDirection::get(ui.ctx());
    let theme = Theme::get(ui.ctx());
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, title.as_str()));
    if ui.is_rect_visible(rect) {
        if response.hovered() && enabled {
            ui.painter()
                .rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, theme.hover);
        }
        if response.has_focus() {
            focus_ring(ui.painter(), rect, 4.0, &theme);
        }
        let mut room = rect.width();
        if !keys.is_empty() {
            let size = key_cap_size(ui.ctx(), &keys);
            let x = direction.end_x(rect) - direction.sign() * size.x / 2.0;
            let cap = Rect::from_center_size(pos2(x, rect.center().y), size);
            paint_key_cap(ui, cap, &keys);
            room -= size.x + 8.0;
        }
        let look = TextLook::sans(12.5);
        let (line, _) = look.elided(ui.ctx(), &title, room.max(20.0));
        let place = if direction.is_rtl() {
            Place::Right
        } else {
            Place::Left
        };
        let ink = if enabled { theme.ink } else { theme.second };
        paint_line(ui.painter(), rect, &line, place, ink);
    }
    if response.clicked() {
        actions.push(Action::Run(id, Args::None));
    }
}

/// The menu under the tag: choosing one accepts the suggestion with it.
fn tag_rows(
    ui: &mut Ui,
    wb: &Workbench,
    suggestion: &Suggestion,
    chip: &egui::Response,
    actions: &mut Vec<Action>,
) {
    let own = suggestion.tag_id();
    drop_down_menu(ui, chip, |ui| {
        for other in marking_tags(wb) {
            let mut row = MenuRow::new(tag_name(wb, other))
                .checked(other.id == own)
                .swatch(tag_hue(ui, other))
                .enabled(wb.can_edit());
            if let Some(key) = &other.key {
                row = row.key(key);
            }
            if row.show(ui).clicked() {
                actions.push(Action::Run("suggestion.retype", Args::Id(other.id.clone())));
            }
        }
    });
}
