//! The inspector while a suggestion is under review: what it is, why, and
//! what can be done with it.

use egui::Ui;

use crate::command::table::command;
use crate::command::{Args, Workbench};
use crate::entities::Suggestion;
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::keys::key_text;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Label, MenuRow, TagChip, drop_down_menu, heading};

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
    let Some(text) = wb.project().document(document).map(|found| &found.text) else {
        return;
    };
    let messages = wb.messages();
    let words = suggestion.span.of(text).unwrap_or_default();
    Label::new(words).naskh(21.0).bold().lines(4).show(ui);
    if let Some(latin) = suggestion
        .canonical
        .as_ref()
        .and_then(|thing| thing.latin.as_deref())
    {
        Label::new(latin).size(12.5).second().lines(3).show(ui);
    }
    ui.add_space(2.0);
    let (tag, hue) = tag_of(ui, wb, suggestion);
    let chip = TagChip::new(&tag, hue).show(ui);
    tag_rows(ui, wb, suggestion, &chip, actions);
    ui.add_space(4.0);

    ui.with_layout(UiDirection::get(ui.ctx()).column(), |ui| {
        Label::new(&wb.suggestion_reason(document, suggestion))
            .lines(6)
            .show(ui);
    });
    ui.add_space(6.0);
    if let Some(thing) = &suggestion.canonical
        && *thing.name != *words
    {
        fact(ui, &messages.text("suggestion-known-as"), &thing.name);
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

    ui.add_space(10.0);
    heading(ui, &messages.text("suggestion-decide"));
    for id in [
        "suggestion.accept",
        "suggestion.reject",
        "suggestion.accept-surface",
        "suggestion.accept-surface-everywhere",
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

/// A command as a row: its title and, at the end, its key.
fn step_ui(ui: &mut Ui, wb: &Workbench, id: &'static str, actions: &mut Vec<Action>) {
    let Some(command) = command(id) else {
        return;
    };
    let messages = wb.messages();
    let title = messages.command_title(id);
    let keys = command
        .keys
        .first()
        .map(|keys| key_text(*keys, messages))
        .unwrap_or_default();
    let row = MenuRow::new(&title)
        .key(&keys)
        .enabled((command.enabled)(wb));
    if row.show(ui).clicked() {
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
