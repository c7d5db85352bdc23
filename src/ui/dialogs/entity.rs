//! Which entity some words are a mention of: found by typing.

use egui::Context;

use super::list_keys;

use crate::command::{Args, Workbench};
use crate::language::{Level, key};
use crate::model::Entity;
use crate::ui::action::Action;
use crate::ui::panels::tag_hue;
use crate::ui::widgets::{ListRow, TextField, dialog, scroll_rows, weak_label};

/// Width of the dialog, heights of its list and rows, points.
const WIDTH: f32 = 460.0;
const LIST: f32 = 300.0;
const ROW: f32 = 30.0;

/// What is typed, and which row the keys are on.
#[derive(Debug, Default)]
pub(in crate::ui) struct EntityList {
    query: String,
    row: usize,
    focused: bool,
}

impl EntityList {
    /// Draws the list. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let title = messages.text("entity-pick-title");
        let response = dialog(ctx, "entity", &title, WIDTH, |ui| {
            let found = candidates(wb, &self.query);
            let last = found.len().saturating_sub(1);
            let keys = list_keys(ui, &mut self.row, last);
            let before = self.query.clone();
            let hint = messages.text("entity-pick-hint");
            TextField::new("entity", &title, &mut self.query)
                .placeholder(&hint)
                .search()
                .naskh(15.0)
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
                    weak_label(ui, &messages.text("entity-pick-none"));
                }
                let on = self.row.min(last);
                let reveal = keys.moved.then_some(on);
                let count = found.len();
                scroll_rows(ui, "entities", ROW, count, &title, reveal, |ui, index| {
                    let Some(entity) = found.get(index) else {
                        return;
                    };
                    let tag = entity.tag.as_ref().and_then(|tag| wb.project().tag(tag));
                    let aside = aliases(entity);
                    let mut row = ListRow::new(&entity.name)
                        .aside(&aside)
                        .nth(index)
                        .selected(index == on);
                    if let Some(tag) = tag {
                        row = row.swatch(tag_hue(ui, tag));
                    }
                    if row.show(ui).clicked() || (index == on && keys.enter) {
                        chosen = Some(entity.id.clone());
                    }
                });
            });
            chosen
        });
        match response.inner {
            Some(entity) => {
                actions.push(Action::Run("suggestion.same-as", Args::Id(entity)));
                false
            }
            None => !response.dismissed,
        }
    }
}

fn aliases(entity: &Entity) -> String {
    let others = entity
        .surfaces
        .iter()
        .filter(|surface| **surface != entity.name);
    others.take(3).cloned().collect::<Vec<_>>().join("، ")
}

/// The entities that hold all words of the query, best first.
fn candidates<'a>(wb: &'a Workbench, query: &str) -> Vec<&'a Entity> {
    let query = key(query, Level::Letters);
    let words: Vec<&str> = query.split_whitespace().collect();
    let fits = |entity: &&Entity| {
        std::iter::once(&entity.name)
            .chain(&entity.surfaces)
            .map(|name| key(name, Level::Letters))
            .any(|name| words.iter().all(|word| name.contains(word)))
    };
    wb.same_as_candidates().into_iter().filter(fits).collect()
}
