//! What an attribute allows: choices, a range, and the answer a new mark
//! starts with.
//!
//! **Invariant:** a choice keeps its id when it is renamed, so marks keep what
//! was chosen.

use egui::Ui;
use serde_json::Value;

use crate::command::{Workbench, id_from_name};
use crate::model::{AttributeKind, Choice};
use crate::ui::icons::Icon;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, MenuRow, drop_down_menu, icon_button};

use super::attributes::written;
use super::drafts::{Drafts, Shape};
use super::page::named;

/// A kind with what can be kept of another one.
pub(super) fn converted(old: &AttributeKind, new: AttributeKind) -> AttributeKind {
    match (old, new) {
        (
            AttributeKind::OneOf { choices } | AttributeKind::SomeOf { choices },
            AttributeKind::OneOf { .. },
        ) => AttributeKind::OneOf {
            choices: choices.clone(),
        },
        (
            AttributeKind::OneOf { choices } | AttributeKind::SomeOf { choices },
            AttributeKind::SomeOf { .. },
        ) => AttributeKind::SomeOf {
            choices: choices.clone(),
        },
        (_, new) => new,
    }
}

/// Choices or range; whether they were changed. `prefix` tells the fields of
/// this attribute from others.
pub(super) fn allowed_ui(
    ui: &mut Ui,
    wb: &Workbench,
    prefix: &str,
    value: &mut AttributeKind,
    drafts: &mut Drafts,
) -> bool {
    match value {
        AttributeKind::OneOf { choices } | AttributeKind::SomeOf { choices } => {
            choices_ui(ui, wb, prefix, choices, drafts)
        }
        AttributeKind::Number { least, most } => {
            let messages = wb.messages();
            let mut changed = false;
            named(ui, &messages.text("attribute-range"), |ui| {
                for (name, bound) in [("attribute-least", least), ("attribute-most", most)] {
                    let title = messages.text(name);
                    Label::new(&title).size(12.0).second().show(ui);
                    let shown = bound.map(|bound| bound.to_string()).unwrap_or_default();
                    let shape = Shape {
                        width: 84.0,
                        ..Shape::default()
                    };
                    let id = format!("{prefix} {name}");
                    if let Some(text) = drafts.field(ui, &id, &title, &shown, shape) {
                        let text = text.trim();
                        let number = number_of(text);
                        if text.is_empty() || number.is_some() {
                            *bound = number;
                            changed = true;
                        }
                    }
                }
            });
            changed
        }
        AttributeKind::Text | AttributeKind::YesNo | AttributeKind::Date => false,
    }
}

/// A number as people write it, in any digits.
fn number_of(text: &str) -> Option<f64> {
    let latin: String = text
        .chars()
        .map(|c| match c {
            '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
            '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
            '٫' | ',' => '.',
            '−' => '-',
            c => c,
        })
        .collect();
    latin.parse().ok().filter(|number: &f64| number.is_finite())
}

fn choices_ui(
    ui: &mut Ui,
    wb: &Workbench,
    prefix: &str,
    choices: &mut Vec<Choice>,
    drafts: &mut Drafts,
) -> bool {
    let messages = wb.messages();
    let direction = UiDirection::get(ui.ctx());
    let mut changed = false;
    let mut removed = None;
    let mut moved = None;
    let title = messages.text("attribute-choices");
    let last = choices.len().saturating_sub(1);
    for (index, choice) in choices.iter_mut().enumerate() {
        named(ui, if index == 0 { &title } else { "" }, |ui| {
            ui.with_layout(direction.row_from_end(), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let remove = messages.text("attribute-choice-remove");
                if icon_button(ui, Icon::Delete, &remove, false).clicked() {
                    removed = Some(index);
                }
                let down = messages.text("attribute-down");
                let response = ui
                    .add_enabled_ui(index < last, |ui| {
                        icon_button(ui, Icon::ChevronDown, &down, false)
                    })
                    .inner;
                if response.clicked() {
                    moved = Some(index);
                }
                ui.with_layout(direction.row(), |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    let width = ((ui.available_width() - 4.0) / 2.0).max(60.0);
                    for code in ["en", "ar"] {
                        let language = messages.text(if code == "en" {
                            "codebook-name-en"
                        } else {
                            "codebook-name-ar"
                        });
                        let value = choice.names.get(code).cloned().unwrap_or_else(|| {
                            if choice.names.is_empty() && code == messages.language().code() {
                                choice.id.clone()
                            } else {
                                String::new()
                            }
                        });
                        let shape = Shape {
                            width,
                            placeholder: &language,
                            ..Shape::default()
                        };
                        let id = format!("{prefix} choice {} {code}", choice.id);
                        let name = format!("{title} · {language}");
                        if let Some(text) = drafts.field(ui, &id, &name, &value, shape) {
                            let text = text.trim().to_owned();
                            if text.is_empty() {
                                choice.names.remove(code);
                            } else {
                                choice.names.insert(code.to_owned(), text);
                            }
                            changed = true;
                        }
                    }
                });
            });
        });
    }
    if let Some(index) = removed {
        choices.remove(index);
        changed = true;
    } else if let Some(index) = moved {
        choices.swap(index, index + 1);
        changed = true;
    }
    let first = choices.is_empty();
    named(ui, if first { &title } else { "" }, |ui| {
        let hint = messages.text("attribute-choice-add");
        let shape = Shape {
            placeholder: &hint,
            width: (ui.available_width() - 8.0).min(260.0),
            ..Shape::default()
        };
        let id = format!("{prefix} new choice {}", choices.len());
        if let Some(text) = drafts.field(ui, &id, &hint, "", shape) {
            for name in text.split(['،', ',', ';', '؛', '|']).map(str::trim) {
                if name.is_empty() {
                    continue;
                }
                let id = id_from_name(name, |id| choices.iter().any(|other| other.id == id));
                let mut choice = Choice::new(id);
                let language = messages.language().code().to_owned();
                choice.names.insert(language, name.to_owned());
                choices.push(choice);
                changed = true;
            }
        }
    });
    changed
}

/// The answer a new mark starts with; whether it was changed.
pub(super) fn default_ui(
    ui: &mut Ui,
    wb: &Workbench,
    prefix: &str,
    kind: &AttributeKind,
    default: &mut Option<Value>,
    drafts: &mut Drafts,
) -> bool {
    let messages = wb.messages();
    let language = messages.language().code();
    let title = messages.text("attribute-default");
    let none = messages.text("attribute-default-none");
    let mut options: Vec<(String, Value)> = Vec::new();
    match kind {
        AttributeKind::OneOf { choices } => {
            options.extend(choices.iter().map(|choice| {
                let name = choice.name(language).to_owned();
                (name, Value::String(choice.id.clone()))
            }));
        }
        AttributeKind::SomeOf { choices } => {
            options.extend(choices.iter().map(|choice| {
                let name = choice.name(language).to_owned();
                (name, Value::Array(vec![Value::String(choice.id.clone())]))
            }));
        }
        AttributeKind::YesNo => {
            options.push((messages.text("attribute-yes"), Value::Bool(true)));
            options.push((messages.text("attribute-no"), Value::Bool(false)));
        }
        AttributeKind::Text | AttributeKind::Number { .. } | AttributeKind::Date => {
            return default_field(ui, &title, &none, prefix, kind, default, drafts);
        }
    }
    let mut changed = false;
    named(ui, &title, |ui| {
        let now = default
            .as_ref()
            .and_then(|value| options.iter().find(|(_, other)| other == value))
            .map_or(none.as_str(), |(name, _)| name.as_str());
        let button = Button::new(now).icon(Icon::ChevronDown).show(ui);
        drop_down_menu(ui, &button, |ui| {
            if MenuRow::new(&none)
                .checked(default.is_none())
                .show(ui)
                .clicked()
            {
                *default = None;
                changed = true;
            }
            for (name, value) in &options {
                let on = default.as_ref() == Some(value);
                if MenuRow::new(name).checked(on).show(ui).clicked() {
                    *default = Some(value.clone());
                    changed = true;
                }
            }
        });
    });
    changed
}

fn default_field(
    ui: &mut Ui,
    title: &str,
    none: &str,
    prefix: &str,
    kind: &AttributeKind,
    default: &mut Option<Value>,
    drafts: &mut Drafts,
) -> bool {
    let mut changed = false;
    {
        named(ui, title, |ui| {
            let shown = default.as_ref().map(written).unwrap_or_default();
            let shape = Shape {
                placeholder: none,
                width: 220.0_f32.min(ui.available_width()),
                ..Shape::default()
            };
            let id = format!("{prefix} default");
            if let Some(text) = drafts.field(ui, &id, title, &shown, shape) {
                let text = text.trim();
                let value = match kind {
                    _ if text.is_empty() => None,
                    AttributeKind::Number { .. } => number_of(text)
                        .and_then(serde_json::Number::from_f64)
                        .map(Value::Number),
                    _ => Some(Value::String(text.to_owned())),
                };
                if text.is_empty() || value.is_some() {
                    *default = value;
                    changed = true;
                }
            }
        });
    }
    changed
}
