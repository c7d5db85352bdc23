//! How two marks are related: a tag for relations, found by typing.

use egui::Context;

use super::list_keys;
use crate::command::{Args, Workbench};
use crate::i18n::Arg;
use crate::language::{Level, key};
use crate::model::{Annotation, Id, Tag};
use crate::ui::action::Action;
use crate::ui::panels::{short_quote, tag_hue, tag_name};
use crate::ui::widgets::{Label, ListRow, TextField, dialog, scroll_rows, weak_label};

/// Width of the dialog, heights of its list and rows, points.
const WIDTH: f32 = 420.0;
const LIST: f32 = 240.0;
const ROW: f32 = 30.0;

/// What is typed, and which row the keys are on.
#[derive(Debug)]
pub(in crate::ui) struct RelationList {
    /// The relation that gets another tag; none for the one that is begun.
    changes: Option<Id>,
    query: String,
    row: usize,
    focused: bool,
}

impl RelationList {
    pub(super) fn new(changes: Option<Id>) -> Self {
        Self {
            changes,
            query: String::new(),
            row: 0,
            focused: false,
        }
    }

    /// Both ends of what is asked about.
    fn ends<'a>(&self, wb: &'a Workbench) -> Option<(&'a Annotation, &'a Annotation)> {
        let project = wb.project();
        match &self.changes {
            Some(id) => {
                let relation = project.relation(id)?;
                Some((
                    project.annotation(&relation.from)?,
                    project.annotation(&relation.to)?,
                ))
            }
            None => wb.relation_ends().map(|ends| (ends.from, ends.to)),
        }
    }

    /// Draws the list. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let Some((from, to)) = self.ends(wb) else {
            return false;
        };
        let messages = wb.messages();
        let title = messages.text("relation-pick-title");
        let words = |mark: &Annotation| {
            let document = wb.project().document(&mark.document);
            document.map_or_else(String::new, |document| short_quote(mark, document))
        };
        let asked = messages.format(
            "relation-ends",
            &[
                ("from", Arg::from(words(from))),
                ("to", Arg::from(words(to))),
            ],
        );
        let response = dialog(ctx, "relation", &title, WIDTH, |ui| {
            Label::new(&asked).naskh(16.0).lines(2).show(ui);
            ui.add_space(8.0);
            let found = self.candidates(wb, from, to);
            let last = found.len().saturating_sub(1);
            let keys = list_keys(ui, &mut self.row, last);
            let before = self.query.clone();
            let hint = messages.text("relation-pick-hint");
            TextField::new("relation", &title, &mut self.query)
                .placeholder(&hint)
                .search()
                .width(WIDTH)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui);
            if before != self.query {
                self.row = 0;
            }
            ui.add_space(8.0);
            let mut chosen = None;
            ui.allocate_ui(egui::vec2(WIDTH, LIST), |ui| {
                ui.set_min_height(LIST);
                if found.is_empty() {
                    weak_label(ui, &messages.text("relation-pick-none"));
                }
                let on = self.row.min(last);
                let reveal = keys.moved.then_some(on);
                let count = found.len();
                scroll_rows(ui, "relations", ROW, count, &title, reveal, |ui, index| {
                    let Some(tag) = found.get(index) else {
                        return;
                    };
                    let row = ListRow::new(tag_name(wb, tag))
                        .sans()
                        .aside(&tag.description)
                        .swatch(tag_hue(ui, tag))
                        .nth(index)
                        .selected(index == on);
                    if row.show(ui).clicked() || (index == on && keys.enter) {
                        chosen = Some(tag.id.clone());
                    }
                });
            });
            chosen
        });
        match response.inner {
            Some(tag) => {
                actions.push(match &self.changes {
                    Some(relation) => Action::RetypeRelation(relation.clone(), tag),
                    None => Action::Run("relation.finish", Args::Id(tag)),
                });
                false
            }
            None => !response.dismissed,
        }
    }

    /// The tags that fit both ends and hold all words of the query.
    fn candidates<'a>(
        &self,
        wb: &'a Workbench,
        from: &Annotation,
        to: &Annotation,
    ) -> Vec<&'a Tag> {
        let query = key(&self.query, Level::Letters);
        let words: Vec<&str> = query.split_whitespace().collect();
        let named = |tag: &&Tag| {
            let mut names = tag.names.values().map(|name| key(name, Level::Letters));
            words.is_empty() || names.any(|name| words.iter().all(|word| name.contains(word)))
        };
        let fitting = wb.relation_tags_between(&from.id, &to.id);
        fitting.into_iter().filter(named).collect()
    }
}
