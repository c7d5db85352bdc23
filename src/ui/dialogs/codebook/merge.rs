//! Merging a tag into another: which one, and what would move.
//!
//! **Invariant:** nothing is merged before it was shown what moves.

use egui::{Key, Ui, vec2};

use crate::command::{MergePreview, Refusal, TagChange, Unmerged, Workbench};
use crate::i18n::Arg;
use crate::language::{Level, key};
use crate::model::{Id, Tag};
use crate::ui::action::Action;
use crate::ui::panels::{counted, short_quote, tag_hue, tag_name};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, ListRow, TextField, row, scroll_rows, weak_label};
use crate::ui::within::within;

use super::page::{change, warning};
use super::tree::other_name;

/// Height of a row and of the list, points.
const ROW: f32 = 30.0;
const LIST: f32 = 260.0;
/// Height of a row of what stays, of their list, and what is kept for the
/// buttons below it, points.
const TALL: f32 = 34.0;
const MOST_TALL: f32 = 5.0 * TALL;
const BUTTONS: f32 = 50.0;

/// What is being chosen.
#[derive(Debug, Default)]
pub(super) struct Merging {
    query: String,
    into: Option<Id>,
    shown: Option<Shown>,
    began: bool,
}

/// What comes after the choice was drawn.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum After {
    /// It goes on.
    Stays,
    /// It is done or left.
    Ends,
    /// The whole codebook makes way for the page of a mark.
    LeavesForPage,
}

/// What a merge would change: the revision it was asked at, the tag that goes,
/// the one that stays.
type Shown = ((u64, usize), Id, Id, Option<MergePreview>);

impl Merging {
    /// Draws the choice; what comes after it.
    pub(super) fn merge_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        from: &Tag,
        actions: &mut Vec<Action>,
    ) -> After {
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
        let mut after = After::Stays;
        if let Some(into) = into.as_ref().and_then(|into| wb.project().tag(into))
            && self.preview_ui(ui, wb, from, into, actions)
        {
            after = After::LeavesForPage;
        }
        ui.add_space(8.0);
        // What would be refused is not offered: the rest is.
        let shown = self
            .shown
            .as_ref()
            .and_then(|(.., preview)| preview.as_ref());
        let refused = shown
            .filter(|_| into.is_some())
            .map_or(0, |preview| preview.refused.len());
        let others = shown.map_or(0, |preview| {
            (preview.usage.marks + preview.usage.relations).saturating_sub(refused)
        });
        row(ui, 34.0, |ui| {
            let direction = UiDirection::get(ui.ctx());
            ui.with_layout(direction.row_from_end(), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let go = if refused > 0 {
                    counted(wb, "codebook-merge-rest", others)
                } else {
                    messages.text("codebook-merge-do")
                };
                let can = into.is_some() && (refused == 0 || others > 0);
                let go = Button::new(&go).primary().enabled(can).show(ui);
                // A key does not do less than it says.
                let enter = refused == 0 && ui.input(|input| input.key_pressed(Key::Enter));
                if let Some(into) = into.filter(|_| go.clicked() || enter) {
                    let how = if refused > 0 {
                        TagChange::MergeRest(into)
                    } else {
                        TagChange::MergeInto(into)
                    };
                    actions.push(change(from, how));
                    after = After::Ends;
                }
                if Button::new(&messages.text("button-cancel"))
                    .show(ui)
                    .clicked()
                {
                    after = After::Ends;
                }
            });
        });
        after
    }

    /// What would move; whether a mark was gone to.
    fn preview_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        from: &Tag,
        into: &Tag,
        actions: &mut Vec<Action>,
    ) -> bool {
        let fits = self.shown.as_ref().is_some_and(|(revision, old, new, _)| {
            *revision == wb.revision() && *old == from.id && *new == into.id
        });
        if !fits {
            let preview = wb.merge_preview(&from.id, &into.id);
            self.shown = Some((wb.revision(), from.id.clone(), into.id.clone(), preview));
        }
        let Some((_, _, _, Some(preview))) = &self.shown else {
            return false;
        };
        let messages = wb.messages();
        let mut usage = preview.usage;
        for one in &preview.refused {
            let stays = match one.relation {
                Some(_) => &mut usage.relations,
                None => &mut usage.marks,
            };
            *stays = stays.saturating_sub(1);
        }
        let moves = if usage.is_unused() {
            messages.text("codebook-merge-nothing")
        } else {
            let facts = [
                ("uses", Arg::from(wb.tag_usage_in_words(&usage))),
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
        !preview.refused.is_empty() && refused_ui(ui, wb, into, &preview.refused, actions)
    }
}

/// The marks that the guideline does not let become the other tag: each with
/// what is in its way; a click goes there. Whether one was gone to.
fn refused_ui(
    ui: &mut Ui,
    wb: &Workbench,
    into: &Tag,
    refused: &[Unmerged],
    actions: &mut Vec<Action>,
) -> bool {
    let messages = wb.messages();
    ui.add_space(4.0);
    let facts = [
        ("count", Arg::from(refused.len())),
        ("into", Arg::from(tag_name(wb, into).to_owned())),
    ];
    let said = messages.format("codebook-merge-stay", &facts);
    warning(ui, &said);
    // The buttons below stay in sight.
    let room = (ui.available_height() - BUTTONS).max(TALL);
    let height = within(refused.len() as f32 * TALL, TALL, room.min(MOST_TALL));
    let mut gone = false;
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        scroll_rows(
            ui,
            "codebook-merge-refused",
            TALL,
            refused.len(),
            &said,
            None,
            |ui, index| {
                let Some(one) = refused.get(index) else {
                    return;
                };
                let mark = wb.project().annotation(&one.mark);
                let document = mark.and_then(|mark| wb.project().document(&mark.document));
                let (Some(mark), Some(document)) = (mark, document) else {
                    return;
                };
                ui.set_width((ui.available_width() - 14.0).max(0.0));
                let words = short_quote(mark, document);
                let detail = match &one.refusal {
                    Refusal::Overlaps { other, words, .. }
                    | Refusal::Crosses { other, words, .. }
                    | Refusal::WrongEnd { other, words, .. } => {
                        let facts = [
                            ("words", Arg::from(words.as_str())),
                            ("other", Arg::from(other.name(messages.language().code()))),
                        ];
                        messages.format("codebook-merge-beside", &facts)
                    }
                    other => wb.refusal_sentence(other),
                };
                let aside = format!(
                    "\u{2068}{detail}\u{2069} · \u{2068}{}\u{2069}",
                    document.title
                );
                let row = ListRow::new(&words).aside(&aside).nth(index);
                if row.show(ui).clicked() {
                    actions.push(Action::GoToMark(one.mark.clone()));
                    let relation = one.relation.iter().cloned();
                    actions.extend(relation.map(Action::ChooseRelation));
                    gone = true;
                }
            },
        );
    });
    gone
}
