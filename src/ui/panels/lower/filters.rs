//! Which suggestions the queue shows: by type, by how sure they are.

use egui::Ui;

use crate::command::{SuggestionFilter, Workbench};
use crate::entities::Type;
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::widgets::{Button, MenuRow, drop_down_menu};

/// Which types are shown: all, or one.
pub(super) fn kinds_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let filter = wb.suggestion_filter();
    let one = filter
        .kinds
        .as_ref()
        .filter(|kinds| kinds.len() == 1)
        .and_then(|kinds| kinds.first().copied());
    let tag = |kind: Type| wb.project().tag(&Id::new(kind.tag_id()));
    let name = |kind: Type| tag(kind).map_or(kind.code(), |tag| tag_name(wb, tag));
    let all = messages.text("review-all-types");
    let title = one.map_or(all.as_str(), name);
    let response = Button::new(title).quiet().icon(Icon::ChevronDown).show(ui);
    drop_down_menu(ui, &response, |ui| {
        let mut choose = |kinds: Option<Type>| {
            actions.push(Action::FilterSuggestions(SuggestionFilter {
                kinds: kinds.map(|kind| std::iter::once(kind).collect()),
                ..filter.clone()
            }));
        };
        let row = MenuRow::new(&all).checked(filter.kinds.is_none());
        if row.show(ui).clicked() {
            choose(None);
        }
        for kind in Type::ALL {
            let mut row = MenuRow::new(name(kind)).checked(one == Some(kind));
            if let Some(tag) = tag(kind) {
                row = row.swatch(tag_hue(ui, tag));
            }
            if row.show(ui).clicked() {
                choose(Some(kind));
            }
        }
    });
}

/// How sure a suggestion must be to be shown.
pub(super) fn sureness_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let filter = wb.suggestion_filter();
    let percent =
        |percent: usize| messages.format("review-at-least", &[("percent", Arg::from(percent))]);
    let choices = [
        (messages.text("review-all-sources"), 0.0, false),
        (messages.text("review-sure-only"), 0.0, true),
        (percent(75), 0.75, false),
        (percent(90), 0.9, false),
        (percent(95), 0.95, false),
    ];
    let is_chosen = |at_least: f32, solid_only: bool| {
        filter.solid_only == solid_only && (filter.at_least - at_least).abs() < 0.001
    };
    let title = choices
        .iter()
        .find(|(_, at_least, solid)| is_chosen(*at_least, *solid))
        .map_or_else(
            || percent((filter.at_least * 100.0).round() as usize),
            |(name, ..)| name.clone(),
        );
    let response = Button::new(&title).quiet().icon(Icon::ChevronDown).show(ui);
    drop_down_menu(ui, &response, |ui| {
        for (name, at_least, solid_only) in &choices {
            let row = MenuRow::new(name).checked(is_chosen(*at_least, *solid_only));
            if row.show(ui).clicked() {
                actions.push(Action::FilterSuggestions(SuggestionFilter {
                    at_least: *at_least,
                    solid_only: *solid_only,
                    ..filter.clone()
                }));
            }
        }
    });
}
