//! Merging a tag into another: which one, and what would move.
//!
//! **Invariant:** nothing is merged before it was shown what moves.

use egui::{Key, Ui, vec2};

use crate::command::{MergePreview, TagChange, Workbench};
use crate::i18n::Arg;
use crate::language::{Level, key};
use crate::model::{Id, Tag};
use crate::ui::action::Action;
use crate::ui::panels::{counted, tag_hue, tag_name};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, ListRow, TextField, row, scroll_rows, weak_label};
use crate::ui::within::within;

use super::page::{change, warning};
use super::tree::other_name;

/// Height of a row and of the list, points.
const ROW: f32 = 30.0;
const LIST: f32 = 260.0;

/// What is being chosen.
#[derive(Debug, Default)]
pub(super) struct Merging {
    query: String,
    into: Option<Id>,
    shown: Option<Shown>,
    began: bool,
}

/// What a merge would change: the revision it was asked at, the tag that goes,
/// the one that stays.
type Shown = ((u64, usize), Id, Id, Option<MergePreview>);

impl Merging {
    /// Draws the choice; whether it goes on.
    pub(super) fn merge_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        from: &Tag,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let name = [("tag", Arg::from(tag_name(wb, from).to_owned()))];
        Label::new(&messages.format("codebook-merge-title", &name))
            .size(15.0)
            .bold()
            .show(ui);
        ui.add_space(4.0);
        weak_label(ui, &messages.text("codebook-merge-body"));
        ui.add_space(6.0);
        let first = !std::mem::replace(&mut self.began, true);
        let find = messages.text("codebook-find");
        TextField::new("codebook-merge", &find, &mut self.query)
            .placeholder(&find)
            .search()
            .request_focus(first)
            .show(ui);
        ui.add_space(4.0);
        let words = key(&self.query, Level::Letters);
        let words: Vec<&str> = words.split_whitespace().collect();
        let tags: Vec<&Tag> = wb
            .project()
            .tags()
            .filter(|tag| wb.check_merge(&from.id, &tag.id).is_ok())
            .filter(|tag| {
                let names: Vec<String> = tag
                    .names
                    .values()
                    .map(|name| key(name, Level::Letters))
                    .collect();
                words
                    .iter()
                    .all(|word| names.iter().any(|name| name.contains(word)))
            })
            .collect();
        let at = tags
            .iter()
            .position(|tag| Some(&tag.id) == self.into.as_ref());
        let (up, down) = ui.input_mut(|input| {
            (
                input.consume_key(egui::Modifiers::NONE, Key::ArrowUp),
                input.consume_key(egui::Modifiers::NONE, Key::ArrowDown),
            )
        });
        let last = tags.len().saturating_sub(1);
        let next = match (up, down) {
            (true, _) => Some(at.map_or(last, |at| at.saturating_sub(1))),
            (_, true) => Some(at.map_or(0, |at| (at + 1).min(last))),
            _ => None,
        };
        if let Some(tag) = next.and_then(|next| tags.get(next)) {
            self.into = Some(tag.id.clone());
        }
        let height = within(
            tags.len() as f32 * ROW,
            ROW,
            LIST.min(ui.available_height() * 0.5),
        );
        let title = messages.text("codebook-tags");
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            let reveal = next.filter(|_| up || down);
            scroll_rows(
                ui,
                "codebook-merge",
                ROW,
                tags.len(),
                &title,
                reveal,
                |ui, index| {
                    let Some(tag) = tags.get(index) else { return };
                    let count = wb.messages().number(wb.project().tag_count(&tag.id));
                    ui.set_width((ui.available_width() - 14.0).max(0.0));
                    let mut row = ListRow::new(tag_name(wb, tag))
                        .sans()
                        .swatch(tag_hue(ui, tag))
                        .count(&count)
                        .nth(index)
                        .selected(self.into.as_ref() == Some(&tag.id));
                    if let Some(other) = other_name(wb, tag) {
                        row = row.aside(other);
                    }
                    if row.show(ui).clicked() {
                        self.into = Some(tag.id.clone());
                    }
                },
            );
        });
        ui.add_space(8.0);
        let into = self
            .into
            .clone()
            .filter(|id| tags.iter().any(|tag| tag.id == *id));
        if let Some(into) = into.as_ref().and_then(|into| wb.project().tag(into)) {
            self.preview_ui(ui, wb, from, into);
        }
        ui.add_space(8.0);
        let mut stays = true;
        row(ui, 34.0, |ui| {
            let direction = UiDirection::get(ui.ctx());
            ui.with_layout(direction.row_from_end(), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let go = messages.text("codebook-merge-do");
                let go = Button::new(&go).primary().enabled(into.is_some()).show(ui);
                let enter = ui.input(|input| input.key_pressed(Key::Enter));
                if let Some(into) = into.filter(|_| go.clicked() || enter) {
                    actions.push(change(from, TagChange::MergeInto(into)));
                    stays = false;
                }
                if Button::new(&messages.text("button-cancel"))
                    .show(ui)
                    .clicked()
                {
                    stays = false;
                }
            });
        });
        stays
    }

    /// What would move.
    fn preview_ui(&mut self, ui: &mut Ui, wb: &Workbench, from: &Tag, into: &Tag) {
        let fits = self.shown.as_ref().is_some_and(|(revision, old, new, _)| {
            *revision == wb.revision() && *old == from.id && *new == into.id
        });
        if !fits {
            let preview = wb.merge_preview(&from.id, &into.id);
            self.shown = Some((wb.revision(), from.id.clone(), into.id.clone(), preview));
        }
        let Some((_, _, _, Some(preview))) = &self.shown else {
            return;
        };
        let messages = wb.messages();
        let moves = if preview.usage.is_unused() {
            messages.text("codebook-merge-nothing")
        } else {
            let facts = [
                ("uses", Arg::from(wb.tag_usage_in_words(&preview.usage))),
                ("into", Arg::from(tag_name(wb, into).to_owned())),
            ];
            messages.format("codebook-merge-moves", &facts)
        };
        Label::new(&moves).show(ui);
        if !preview.attributes.is_empty() {
            let names: Vec<&str> = preview.attributes.iter().map(String::as_str).collect();
            let facts = [
                ("names", Arg::from(messages.list(&names))),
                ("into", Arg::from(tag_name(wb, into).to_owned())),
            ];
            Label::new(&messages.format("codebook-merge-attributes", &facts)).show(ui);
        }
        if preview.twice > 0 {
            warning(ui, &counted(wb, "codebook-merge-twice", preview.twice));
        }
        if preview.outside > 0 {
            warning(ui, &counted(wb, "codebook-outside-said", preview.outside));
        }
    }
}
