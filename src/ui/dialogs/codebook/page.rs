//! The page of one tag: how it looks, what it is called, where it is used,
//! and what can be done with it as a whole.
//!
//! **Invariant:** every change asked for here is a command with the tag's id.

use egui::{Ui, vec2};

use crate::command::{Args, CodebookPart, NoteAbout, TagChange, Workbench};
use crate::i18n::Arg;
use crate::model::Tag;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::keys::keys_of;
use crate::ui::panels::{counted, tag_name};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{Button, Label, hairline, heading, icon_button, row, scroll_column};

use super::drafts::Shape;
use super::facts::Known;
use super::merge::Merging;
use super::{CodebookView, look, rules, run_for};

/// Width of the names of fields, points.
pub(super) const NAMES: f32 = 118.0;
/// Space the scroll bar needs, points.
const BAR: f32 = 16.0;

/// A change of a tag as the window asks for it.
pub(super) fn change(tag: &Tag, change: TagChange) -> Action {
    Action::Run(change.command(), Args::Tag(tag.id.clone(), change))
}

/// A name at the start side and what belongs to it.
pub(super) fn named(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui)) {
    row(ui, 34.0, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let direction = UiDirection::get(ui.ctx());
        ui.allocate_ui_with_layout(vec2(NAMES, 34.0), direction.row(), |ui| {
            ui.set_width(NAMES);
            Label::new(name).size(12.5).second().elide().show(ui);
        });
        add_contents(ui);
    });
}

/// A heading with a line above it.
pub(super) fn part(ui: &mut Ui, name: &str, wanted: bool) {
    ui.add_space(10.0);
    let line = hairline(ui);
    ui.add_space(8.0);
    let title = heading(ui, name);
    ui.add_space(2.0);
    if wanted {
        ui.scroll_to_rect(line.rect.union(title.rect), Some(egui::Align::TOP));
    }
}

/// A sentence that warns, in the colour for that.
pub(super) fn warning(ui: &mut Ui, text: &str) {
    Label::new(text)
        .size(size::HEADING)
        .color(Theme::get(ui.ctx()).rubric)
        .show(ui);
}

impl CodebookView {
    /// Draws the page of the chosen tag.
    pub(super) fn page_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        let Some(tag) = wb.codebook_tag() else {
            ui.add_space(40.0);
            Label::new(&messages.text("codebook-choose"))
                .second()
                .show(ui);
            self.wanted = None;
            return;
        };
        let wanted = self.wanted.take();
        let mut begin_merge = false;
        scroll_column(ui, ("codebook-page", tag.id.as_str()), |ui| {
            ui.set_width((ui.available_width() - BAR).max(0.0));
            ui.spacing_mut().item_spacing.y = 4.0;
            let can_edit = wb.can_edit();
            let known = self.facts.of(wb, tag);
            head_ui(ui, wb, tag, known, actions);
            ui.add_enabled_ui(can_edit, |ui| {
                names_ui(ui, wb, tag, &mut self.drafts, wanted, actions);
                part(
                    ui,
                    &messages.text("codebook-look"),
                    wanted == Some(CodebookPart::Look),
                );
                look::look_ui(ui, wb, tag, &known.like, &mut self.drafts, actions);
                part(
                    ui,
                    &messages.text("codebook-use"),
                    wanted == Some(CodebookPart::Rules),
                );
                rules::key_ui(ui, wb, tag, &mut self.drafts, wanted, actions);
                rules::rules_ui(ui, wb, tag, actions);
                part(
                    ui,
                    &messages.text("codebook-words"),
                    wanted == Some(CodebookPart::Words),
                );
                super::words::words_ui(ui, wb, tag, &mut self.drafts, wanted, actions);
                part(
                    ui,
                    &messages.text("codebook-attributes"),
                    wanted == Some(CodebookPart::Attributes),
                );
                super::attributes::attributes_ui(
                    ui,
                    wb,
                    tag,
                    known,
                    &mut self.drafts,
                    &mut self.open_attributes,
                    actions,
                );
                ui.add_space(10.0);
                hairline(ui);
                ui.add_space(8.0);
                let about = NoteAbout::Tag(tag.id.clone());
                self.notes.note_ui(ui, wb, &about, actions);
                begin_merge = end_ui(ui, wb, tag, known, actions);
            });
            ui.add_space(12.0);
        });
        if begin_merge {
            self.merging = Some(Merging::default());
        }
    }
}

/// How marks of the tag look, its name, where it is used.
fn head_ui(ui: &mut Ui, wb: &Workbench, tag: &Tag, known: &Known, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    row(ui, 40.0, |ui| {
        look::shown_ui(ui, wb, tag);
        let direction = UiDirection::get(ui.ctx());
        ui.with_layout(direction.row_from_end(), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let marks = known.usage.marks;
            for (id, icon) in [
                ("go.next-of-tag", Icon::ChevronEnd),
                ("go.previous-of-tag", Icon::ChevronStart),
            ] {
                let name = format!("{} · {}", messages.command_title(id), keys_of(wb, id));
                let clicked = ui
                    .add_enabled_ui(marks > 0, |ui| icon_button(ui, icon, &name, false))
                    .inner
                    .clicked();
                if clicked {
                    actions.push(run_for(id, &tag.id));
                    actions.push(Action::CloseDialog);
                }
            }
            let list = messages.text("codebook-list");
            let button = Button::new(&list).quiet().enabled(marks > 0).show(ui);
            if button.clicked() {
                actions.push(run_for("codebook.list-uses", &tag.id));
                actions.push(Action::CloseDialog);
            }
            let used = if known.usage.relations > 0 {
                counted(wb, "codebook-count-relations", known.usage.relations)
            } else if marks == 0 {
                messages.text("codebook-unused")
            } else {
                let numbers = [
                    ("marks", Arg::from(counted(wb, "count-marks", marks))),
                    (
                        "documents",
                        Arg::from(counted(wb, "review-documents", known.usage.documents)),
                    ),
                ];
                messages.format("codebook-used", &numbers)
            };
            Label::new(&used).size(12.0).second().elide().show(ui);
        });
    });
    if tag.retired {
        Label::new(&messages.text("codebook-retired-said"))
            .size(size::HEADING)
            .second()
            .show(ui);
    }
}

/// The names, in the window's languages first.
fn names_ui(
    ui: &mut Ui,
    wb: &Workbench,
    tag: &Tag,
    drafts: &mut super::Drafts,
    wanted: Option<CodebookPart>,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    let own = messages.language().code();
    let mut languages: Vec<&str> = vec![own];
    languages.extend(["en", "ar"].into_iter().filter(|code| *code != own));
    let others = tag.names.keys().map(String::as_str);
    let others: Vec<&str> = others.filter(|code| !languages.contains(code)).collect();
    languages.extend(others);
    for language in languages {
        let title = match language {
            "en" => messages.text("codebook-name-en"),
            "ar" => messages.text("codebook-name-ar"),
            other => messages.format("codebook-name-other", &[("code", Arg::from(other))]),
        };
        named(ui, &title, |ui| {
            let value = tag.names.get(language).map_or("", String::as_str);
            let shape = Shape {
                focus: language == own && wanted == Some(CodebookPart::Names),
                ..Shape::default()
            };
            let id = format!("{} name {language}", tag.id);
            if let Some(name) = drafts.field(ui, &id, &title, value, shape) {
                let language = language.to_owned();
                actions.push(change(tag, TagChange::Name { language, name }));
            }
        });
    }
}

/// Merging, retiring, deleting; whether merging begins.
fn end_ui(
    ui: &mut Ui,
    wb: &Workbench,
    tag: &Tag,
    known: &Known,
    actions: &mut Vec<Action>,
) -> bool {
    let messages = wb.messages();
    ui.add_space(10.0);
    hairline(ui);
    ui.add_space(6.0);
    let mut merges = false;
    row(ui, 34.0, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let others = wb.project().counts().tags > 1;
        let merge = messages.text("codebook-merge");
        merges = Button::new(&merge).enabled(others).show(ui).clicked();
        let retire = messages.text(if tag.retired {
            "codebook-bring-back"
        } else {
            "codebook-retire"
        });
        if Button::new(&retire).show(ui).clicked() {
            actions.push(change(tag, TagChange::Retired(!tag.retired)));
        }
        let delete = messages.text("codebook-delete");
        let unused = known.usage.is_unused();
        let button = Button::new(&delete).icon(Icon::Delete).enabled(unused);
        if button.show(ui).clicked() {
            actions.push(run_for("codebook.delete", &tag.id));
        }
    });
    if !known.usage.is_unused() {
        let uses = [
            ("tag", Arg::from(tag_name(wb, tag).to_owned())),
            ("uses", Arg::from(wb.tag_usage_in_words(&known.usage))),
        ];
        Label::new(&messages.format("codebook-in-use", &uses))
            .size(size::HEADING)
            .second()
            .show(ui);
    }
    merges
}
