//! How a tag is used: its key, what it is put on, how its marks may lie on
//! one another, which marks a relation connects.
//!
//! **Invariant:** a key that something else has is told before it is given.

use egui::Ui;

use crate::command::table::commands;
use crate::command::{CodebookPart, TagChange, Workbench};
use crate::i18n::Arg;
use crate::model::{Ends, Id, Overlap, Tag, TagKind};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::size;
use crate::ui::widgets::{Button, Label, MenuRow, check_box, drop_down_menu, row, segmented};

use super::drafts::{Drafts, Shape};
use super::page::{change, named, warning};

/// The tag's key, and who else has it.
pub(super) fn key_ui(
    ui: &mut Ui,
    wb: &Workbench,
    tag: &Tag,
    drafts: &mut Drafts,
    wanted: Option<CodebookPart>,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let title = messages.text("codebook-key");
    let id = format!("{} key", tag.id);
    let value = tag.key.clone().unwrap_or_default();
    named(ui, &title, |ui| {
        let shape = Shape {
            width: 52.0,
            focus: wanted == Some(CodebookPart::Key),
            ..Shape::default()
        };
        if let Some(key) = drafts.field(ui, &id, &title, &value, shape) {
            let key = key.trim().to_owned();
            let taken = wb.tag_with_key(&key, &tag.id).is_some();
            drafts.clash = taken.then(|| (tag.id.clone(), key.clone()));
            if !taken {
                actions.push(change(tag, TagChange::Key(Some(key))));
            }
        }
        let hint = match command_of_key(wb, &value) {
            Some(command) => messages.format(
                "codebook-key-command",
                &[
                    ("key", Arg::from(value.clone())),
                    ("command", Arg::from(command)),
                ],
            ),
            None => messages.text("codebook-key-hint"),
        };
        Label::new(&hint)
            .size(size::HEADING)
            .second()
            .elide()
            .show(ui);
    });
    let clash = drafts.clash.clone().filter(|(of, _)| *of == tag.id);
    if let Some((_, key)) = clash
        && let Some(other) = wb.tag_with_key(&key, &tag.id)
    {
        let names = [
            ("key", Arg::from(key.clone())),
            ("tag", Arg::from(tag_name(wb, other).to_owned())),
        ];
        warning(ui, &messages.format("codebook-key-taken", &names));
        row(ui, 32.0, |ui| {
            let take = messages.format("codebook-take-key", &names);
            if Button::new(&take).show(ui).clicked() {
                actions.push(change(tag, TagChange::TakeKey(key)));
                drafts.clash = None;
            }
        });
    }
}

/// The command that has a key while suggestions are reviewed.
fn command_of_key(wb: &Workbench, key: &str) -> Option<String> {
    let command = commands().find(|command| {
        wb.keymap().keys(command.id).iter().any(|keys| {
            keys.modifiers.is_none() && keys.logical_key.name().eq_ignore_ascii_case(key)
        })
    })?;
    Some(wb.messages().command_title(command.id))
}

/// Kind, overlap and ends.
pub(super) fn rules_ui(ui: &mut Ui, wb: &Workbench, tag: &Tag, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let title = messages.text("codebook-kind");
    named(ui, &title, |ui| {
        let names = [
            (TagKind::Entity, messages.text("codebook-kind-entity")),
            (TagKind::Passage, messages.text("codebook-kind-passage")),
            (TagKind::Document, messages.text("codebook-kind-document")),
            (TagKind::Relation, messages.text("codebook-kind-relation")),
        ];
        let choices: Vec<_> = names
            .iter()
            .map(|(kind, name)| (*kind, name.as_str()))
            .collect();
        let mut kind = tag.kind;
        if segmented(ui, &title, &choices, &mut kind).changed() {
            actions.push(change(tag, TagChange::Kind(kind)));
        }
    });
    if matches!(tag.kind, TagKind::Entity | TagKind::Passage) {
        let title = messages.text("codebook-overlap");
        named(ui, &title, |ui| {
            let names = [
                (Overlap::Allow, messages.text("codebook-overlap-allow")),
                (Overlap::Nest, messages.text("codebook-overlap-nest")),
                (Overlap::Forbid, messages.text("codebook-overlap-forbid")),
            ];
            let choices: Vec<_> = names
                .iter()
                .map(|(rule, name)| (*rule, name.as_str()))
                .collect();
            let mut overlap = tag.overlap;
            if segmented(ui, &title, &choices, &mut overlap).changed() {
                actions.push(change(tag, TagChange::Overlap(overlap)));
            }
        });
    }
    if tag.kind == TagKind::Relation {
        ends_ui(ui, wb, tag, actions);
    }
}

fn ends_ui(ui: &mut Ui, wb: &Workbench, tag: &Tag, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    for (key, from) in [("codebook-ends-from", true), ("codebook-ends-to", false)] {
        let title = messages.text(key);
        let ids = if from { &tag.ends.from } else { &tag.ends.to };
        named(ui, &title, |ui| {
            let names: Vec<&str> = ids
                .iter()
                .filter_map(|id| wb.project().tag(id))
                .map(|tag| tag_name(wb, tag))
                .collect();
            let shown = if names.is_empty() {
                messages.text("codebook-ends-any")
            } else {
                messages.list(&names)
            };
            let button = Button::new(&shown).icon(Icon::ChevronDown).show(ui);
            drop_down_menu(ui, &button, |ui| {
                let tags = wb.project().tags().filter(|other| {
                    matches!(other.kind, TagKind::Entity | TagKind::Passage)
                        && (!other.retired || ids.contains(&other.id))
                });
                for other in tags {
                    let on = ids.contains(&other.id);
                    let row = MenuRow::new(tag_name(wb, other))
                        .checked(on)
                        .swatch(tag_hue(ui, other));
                    if row.show(ui).clicked() {
                        let mut ends: Ends = tag.ends.clone();
                        toggle(if from { &mut ends.from } else { &mut ends.to }, &other.id);
                        actions.push(change(tag, TagChange::Ends(ends)));
                    }
                }
            });
        });
    }
    named(ui, "", |ui| {
        let mut symmetric = tag.ends.symmetric;
        let text = messages.text("codebook-ends-symmetric");
        if check_box(ui, &mut symmetric, &text).changed() {
            let ends = Ends {
                symmetric,
                ..tag.ends.clone()
            };
            actions.push(change(tag, TagChange::Ends(ends)));
        }
    });
}

fn toggle(ids: &mut Vec<Id>, id: &Id) {
    match ids.iter().position(|other| other == id) {
        Some(at) => drop(ids.remove(at)),
        None => ids.push(id.clone()),
    }
}
