//! Which name stays when entities are merged.

use egui::{Context, Key, vec2};

use super::entity::facts;
use super::list_keys;

use crate::command::Workbench;
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::panels::tag_hue;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, ListRow, dialog, weak_label};

/// Width of the dialog, points.
const WIDTH: f32 = 420.0;

/// The entities to be merged, and which name the keys are on.
#[derive(Debug)]
pub(in crate::ui) struct MergeChoice {
    entities: Vec<Id>,
    row: usize,
}

impl MergeChoice {
    pub(super) fn new(entities: Vec<Id>) -> Self {
        Self { entities, row: 0 }
    }

    /// Draws the choice. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let project = wb.project();
        self.entities.retain(|id| project.entity(id).is_some());
        if self.entities.len() < 2 {
            return false;
        }
        let title = messages.text("entity-merge-name-title");
        let total: usize = self
            .entities
            .iter()
            .map(|id| project.mention_count(id))
            .sum();
        let response = dialog(ctx, "merge", &title, WIDTH, |ui| {
            let said = [
                ("count", Arg::from(self.entities.len())),
                ("mentions", Arg::from(total)),
            ];
            weak_label(ui, &messages.format("entity-merge-body", &said));
            ui.add_space(8.0);
            let last = self.entities.len() - 1;
            let keys = list_keys(ui, &mut self.row, last);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, id) in self.entities.iter().enumerate() {
                let Some(entity) = project.entity(id) else {
                    continue;
                };
                let count = messages.number(project.mention_count(id));
                let facts = facts(wb, entity);
                let mut row = ListRow::new(&entity.name)
                    .detail(&facts)
                    .count(&count)
                    .nth(index)
                    .selected(index == self.row);
                if let Some(tag) = entity.tag.as_ref().and_then(|tag| project.tag(tag)) {
                    row = row.swatch(tag_hue(ui, tag));
                }
                if row.show(ui).clicked() {
                    self.row = index;
                }
            }
            ui.add_space(12.0);
            let direction = UiDirection::get(ui.ctx());
            let size = vec2(ui.available_width(), 30.0);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                let go = Button::new(&messages.text("entity-merge-go"))
                    .primary()
                    .show(ui);
                let cancel = Button::new(&messages.text("button-cancel")).show(ui);
                let enter = keys.enter || ui.input(|input| input.key_pressed(Key::Enter));
                (go.clicked() || enter, cancel.clicked())
            })
            .inner
        });
        let (go, cancel) = response.inner;
        if go
            && let Some(name) = self
                .entities
                .get(self.row)
                .and_then(|id| project.entity(id))
        {
            // The first keeps its id: what leads to it leads there still.
            let (keep, others) = match self.entities.split_first() {
                Some((keep, others)) => (keep.clone(), others.to_vec()),
                None => return false,
            };
            actions.push(Action::MergeEntities(keep, others, name.name.clone()));
        }
        !(go || cancel || response.dismissed)
    }
}
