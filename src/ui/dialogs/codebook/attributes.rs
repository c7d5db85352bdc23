//! What a tag asks of its marks: a line for each attribute, opened to be
//! edited.
//!
//! **Invariant:** the list is changed as a whole, in one step; values of marks
//! stay, and what they have beyond the list is counted beside it.

use std::collections::BTreeSet;

use egui::{Ui, vec2};
use serde_json::Value;

use crate::command::{TagChange, Workbench, id_from_name};
use crate::i18n::Arg;
use crate::model::{Attribute, AttributeKind, Tag};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::{UiDirection, size};
use crate::ui::widgets::{Button, Label, MenuRow, check_box, drop_down_menu, icon_button, row};

use super::choices;
use super::drafts::{Drafts, Shape};
use super::facts::Known;
use super::page::{change, named, warning};

/// How far an opened attribute stands in, points.
const INSET: f32 = 18.0;

/// The kinds of values in the order they are offered.
fn kinds() -> [(AttributeKind, &'static str); 6] {
    let choices = Vec::new;
    [
        (AttributeKind::Text, "attribute-text"),
        (
            AttributeKind::OneOf { choices: choices() },
            "attribute-one-of",
        ),
        (
            AttributeKind::SomeOf { choices: choices() },
            "attribute-some-of",
        ),
        (
            AttributeKind::Number {
                least: None,
                most: None,
            },
            "attribute-number",
        ),
        (AttributeKind::YesNo, "attribute-yes-no"),
        (AttributeKind::Date, "attribute-date"),
    ]
}

fn same_kind(a: &AttributeKind, b: &AttributeKind) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// The attributes of a tag.
pub(super) fn attributes_ui(
    ui: &mut Ui,
    wb: &Workbench,
    tag: &Tag,
    known: &Known,
    drafts: &mut Drafts,
    open: &mut BTreeSet<String>,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let language = messages.language().code();
    let mut list = tag.attributes.clone();
    let mut changed = false;
    let lowest = list.len().saturating_sub(1);
    let mut moved: Option<(usize, usize)> = None;
    let mut removed: Option<usize> = None;
    for (index, attribute) in tag.attributes.iter().enumerate() {
        let mark = format!("{} {}", tag.id, attribute.id);
        let is_open = open.contains(&mark);
        row(ui, 32.0, |ui| {
            let direction = UiDirection::get(ui.ctx());
            ui.with_layout(direction.row_from_end(), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let remove = messages.text("attribute-remove");
                if icon_button(ui, Icon::Delete, &remove, false).clicked() {
                    removed = Some(index);
                }
                let down = messages.text("attribute-down");
                let can = index < lowest;
                let response = ui
                    .add_enabled_ui(can, |ui| icon_button(ui, Icon::ChevronDown, &down, false))
                    .inner;
                if response.clicked() {
                    moved = Some((index, index + 1));
                }
                let up = messages.text("attribute-up");
                let response = ui
                    .add_enabled_ui(index > 0, |ui| icon_button(ui, Icon::ChevronUp, &up, false))
                    .inner;
                if response.clicked() {
                    moved = Some((index, index - 1));
                }
                ui.with_layout(direction.row(), |ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    let icon = if is_open {
                        Icon::ChevronDown
                    } else {
                        Icon::ChevronEnd
                    };
                    let title = attribute.name(language);
                    let button = Button::new(title).icon(icon).quiet().selected(is_open);
                    if button.show(ui).clicked() && !open.remove(&mark) {
                        open.insert(mark.clone());
                    }
                    Label::new(&summary(wb, attribute))
                        .size(12.0)
                        .second()
                        .elide()
                        .show(ui);
                });
            });
        });
        if let Some(outside) = known
            .outside
            .iter()
            .find(|one| one.attribute == attribute.id)
        {
            let count = [("count", Arg::from(outside.marks))];
            warning(ui, &messages.format("attribute-outside", &count));
        }
        if is_open && let Some(slot) = list.get_mut(index) {
            changed |= inset(ui, |ui| one_ui(ui, wb, tag, slot, drafts, actions));
        }
    }
    for outside in known.outside.iter().filter(|one| !one.known) {
        let facts = [
            ("name", Arg::from(outside.attribute.clone())),
            ("count", Arg::from(outside.marks)),
        ];
        warning(ui, &messages.format("attribute-gone", &facts));
    }
    if let Some(index) = removed {
        list.remove(index);
        changed = true;
    } else if let Some((from, to)) = moved {
        list.swap(from, to);
        changed = true;
    }
    row(ui, 34.0, |ui| {
        let add = messages.text("attribute-add");
        let button = Button::new(&add).icon(Icon::Plus).show(ui);
        drop_down_menu(ui, &button, |ui| {
            for (kind, message) in kinds() {
                if MenuRow::new(&messages.text(message)).show(ui).clicked() {
                    let name = messages.text("attribute-new-name");
                    let id = id_from_name(&name, |id| {
                        list.iter().any(|other| other.id == id)
                            || known.outside.iter().any(|one| one.attribute == id)
                    });
                    let mut attribute = Attribute::new(id.clone(), kind);
                    attribute.names.insert(language.to_owned(), name);
                    open.insert(format!("{} {id}", tag.id));
                    list.push(attribute);
                    changed = true;
                }
            }
        });
    });
    if changed {
        actions.push(change(tag, TagChange::Attributes(list)));
    }
}

/// Contents that stand in a little.
fn inset<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let direction = UiDirection::get(ui.ctx());
    let rect = ui.available_rect_before_wrap();
    let inner = direction.place(rect, INSET, 0.0, vec2(rect.width() - INSET, rect.height()));
    let builder = egui::UiBuilder::new()
        .max_rect(inner)
        .layout(direction.column());
    ui.scope_builder(builder, add_contents).inner
}

/// An attribute in a few words: kind, choices, required.
fn summary(wb: &Workbench, attribute: &Attribute) -> String {
    let messages = wb.messages();
    let language = messages.language().code();
    let kind = kinds()
        .into_iter()
        .find(|(kind, _)| same_kind(kind, &attribute.value))
        .map_or_else(String::new, |(_, message)| messages.text(message));
    let mut parts = vec![kind];
    match &attribute.value {
        AttributeKind::OneOf { choices } | AttributeKind::SomeOf { choices } => {
            let names: Vec<&str> = choices.iter().map(|choice| choice.name(language)).collect();
            if !names.is_empty() {
                parts.push(messages.list(&names));
            }
        }
        AttributeKind::Number { least, most } if least.is_some() || most.is_some() => {
            let number = |value: &Option<f64>| {
                value.map_or_else(|| "…".to_owned(), |value| messages.number(value))
            };
            parts.push(format!(
                "\u{2066}{}–{}\u{2069}",
                number(least),
                number(most)
            ));
        }
        _ => {}
    }
    if attribute.required {
        parts.push(messages.text("attribute-required-short"));
    }
    parts.join(" · ")
}

/// The fields of one attribute; whether it was changed.
fn one_ui(
    ui: &mut Ui,
    wb: &Workbench,
    tag: &Tag,
    attribute: &mut Attribute,
    drafts: &mut Drafts,
    actions: &mut Vec<Action>,
) -> bool {
    let messages = wb.messages();
    let language = messages.language().code();
    let mut changed = false;
    let field_id = |name: &str| format!("{} {} {name}", tag.id, attribute.id);
    let other = if language == "en" { "ar" } else { "en" };
    let mut names = attribute.names.clone();
    for code in [language, other] {
        let title = messages.text(if code == "en" {
            "codebook-name-en"
        } else {
            "codebook-name-ar"
        });
        named(ui, &title, |ui| {
            let value = names.get(code).cloned().unwrap_or_default();
            let id = field_id(code);
            if let Some(name) = drafts.field(ui, &id, &title, &value, Shape::default()) {
                let name = name.trim().to_owned();
                if name.is_empty() {
                    names.remove(code);
                } else {
                    names.insert(code.to_owned(), name);
                }
                changed = true;
            }
        });
    }
    let kind_title = messages.text("attribute-kind");
    let mut value = attribute.value.clone();
    named(ui, &kind_title, |ui| {
        let now = kinds()
            .into_iter()
            .find(|(kind, _)| same_kind(kind, &value))
            .map_or_else(String::new, |(_, message)| messages.text(message));
        let button = Button::new(&now).icon(Icon::ChevronDown).show(ui);
        drop_down_menu(ui, &button, |ui| {
            for (kind, message) in kinds() {
                let on = same_kind(&kind, &value);
                let row = MenuRow::new(&messages.text(message)).checked(on).show(ui);
                if row.clicked() && !on {
                    value = choices::converted(&value, kind);
                    changed = true;
                }
            }
        });
        let mut required = attribute.required;
        let text = messages.text("attribute-required");
        if check_box(ui, &mut required, &text).changed() {
            attribute.required = required;
            changed = true;
        }
    });
    let prefix = format!("{} {}", tag.id, attribute.id);
    changed |= choices::allowed_ui(ui, wb, &prefix, &mut value, drafts);
    if attribute
        .default
        .as_ref()
        .is_some_and(|default| value.accepts(default).is_err())
    {
        // It would contradict itself; marks that began with it keep it.
        attribute.default = None;
    }
    changed |= choices::default_ui(ui, wb, &prefix, &value, &mut attribute.default, drafts);
    let title = messages.text("codebook-description");
    named(ui, &title, |ui| {
        let id = format!("{prefix} description");
        if let Some(text) = drafts.field(ui, &id, &title, &attribute.description, Shape::default())
        {
            text.trim().clone_into(&mut attribute.description);
            changed = true;
        }
    });
    let title = messages.text("attribute-id");
    named(ui, &title, |ui| {
        let shape = Shape {
            width: 180.0,
            ..Shape::default()
        };
        let id = format!("{prefix} id");
        if let Some(new) = drafts.field(ui, &id, &title, &attribute.id, shape) {
            let rename = TagChange::AttributeId(attribute.id.clone(), new.trim().to_owned());
            actions.push(change(tag, rename));
        }
        let hint = messages.text("attribute-id-hint");
        Label::new(&hint)
            .size(size::HEADING)
            .second()
            .elide()
            .show(ui);
    });
    ui.add_space(6.0);
    attribute.names = names;
    attribute.value = value;
    changed
}

/// A value as it is written in a field.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
