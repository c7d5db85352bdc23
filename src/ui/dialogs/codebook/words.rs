//! When to use a tag: description and examples.
//!
//! **Invariant:** an example is text of its own; no mark depends on it.

use egui::Ui;

use crate::command::{CodebookPart, TagChange, Workbench};
use crate::i18n::Arg;
use crate::model::Tag;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, icon_button, row};

use super::drafts::{Drafts, Shape};
use super::page::change;
use super::run_for;

/// The longest piece of an example shown on a button, letters.
const SHORT: usize = 28;

/// Description and examples.
pub(super) fn words_ui(
    ui: &mut Ui,
    wb: &Workbench,
    tag: &Tag,
    drafts: &mut Drafts,
    wanted: Option<CodebookPart>,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let direction = UiDirection::get(ui.ctx());
    let title = messages.text("codebook-description");
    let hint = messages.text("codebook-description-hint");
    let shape = Shape {
        naskh: true,
        rows: 3,
        placeholder: &hint,
        focus: wanted == Some(CodebookPart::Words),
        ..Shape::default()
    };
    let id = format!("{} description", tag.id);
    if let Some(text) = drafts.field(ui, &id, &title, &tag.description, shape) {
        actions.push(change(tag, TagChange::Description(text)));
    }
    ui.add_space(4.0);
    Label::new(&messages.text("codebook-examples"))
        .size(12.5)
        .second()
        .show(ui);
    let with = |index: usize, text: Option<String>| {
        let mut examples = tag.examples.clone();
        match (text, index < examples.len()) {
            (Some(text), true) => {
                if let Some(example) = examples.get_mut(index) {
                    *example = text;
                }
            }
            (Some(text), false) => examples.push(text),
            (None, true) => drop(examples.remove(index)),
            (None, false) => {}
        }
        change(tag, TagChange::Examples(examples))
    };
    let name = messages.text("codebook-example");
    for (index, example) in tag.examples.iter().enumerate() {
        row(ui, 34.0, |ui| {
            ui.with_layout(direction.row_from_end(), |ui| {
                let remove = messages.text("codebook-example-remove");
                if icon_button(ui, Icon::Delete, &remove, false).clicked() {
                    actions.push(with(index, None));
                }
                let shape = Shape {
                    naskh: true,
                    ..Shape::default()
                };
                let id = format!("{} example {index}", tag.id);
                if let Some(text) = drafts.field(ui, &id, &name, example, shape) {
                    actions.push(with(index, Some(text)));
                }
            });
        });
    }
    row(ui, 34.0, |ui| {
        ui.with_layout(direction.row_from_end(), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if let Some(words) = wb.words_for_example() {
                let mut short: String = words.chars().take(SHORT).collect();
                if short.len() < words.len() {
                    short.push('…');
                }
                let take = [("words", Arg::from(short))];
                let take = messages.format("codebook-example-take", &take);
                if Button::new(&take).show(ui).clicked() {
                    actions.push(run_for("codebook.example-from-mark", &tag.id));
                }
            }
            let hint = messages.text("codebook-example-hint");
            let shape = Shape {
                naskh: true,
                placeholder: &hint,
                ..Shape::default()
            };
            let count = tag.examples.len();
            let id = format!("{} new example {count}", tag.id);
            if let Some(text) = drafts.field(ui, &id, &name, "", shape) {
                actions.push(with(count, Some(text)));
            }
        });
    });
}
