//! Entities that may be the same, pair by pair, settled by keys.
//!
//! **Invariant:** the pairs are worked out when the project changes, not in
//! every frame.

use egui::{Context, Key, Modifiers, Ui, vec2};

use crate::command::{Duplicate, Workbench};
use crate::model::{Entity, Id};
use crate::ui::action::Action;
use crate::ui::panels::{counted, tag_hue};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, Label, ListRow, dialog, dialog_width, hairline, scroll_rows, weak_label,
};

/// Width of the dialog, heights of its list and rows, points.
const WIDTH: f32 = 620.0;
const LIST: f32 = 320.0;
const ROW: f32 = 92.0;

/// The pairs, and which one the keys are on.
#[derive(Debug, Default)]
pub(in crate::ui) struct DuplicateList {
    row: usize,
    known: Option<((u64, usize), Vec<Duplicate>)>,
}

impl DuplicateList {
    /// Draws the pairs. Returns whether the dialog stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let revision = wb.revision();
        if self.known.as_ref().is_none_or(|(at, _)| *at != revision) {
            self.known = Some((revision, wb.duplicates()));
        }
        let pairs = self.known.as_ref().map_or(&[][..], |(_, pairs)| pairs);
        let last = pairs.len().saturating_sub(1);
        self.row = self.row.min(last);
        let title = messages.text("duplicates-title");
        let width = dialog_width(ctx, WIDTH, 80.0);
        let room = LIST.min(ctx.content_rect().height() - 220.0).max(ROW);
        let response = dialog(ctx, "duplicates", &title, width, |ui| {
            weak_label(ui, &counted(wb, "duplicates-body", pairs.len()));
            ui.add_space(8.0);
            let mut row = self.row;
            let (moved, deed) = keys(ui, &mut row, last);
            let mut settled = deed.map(|deed| (row, deed));
            ui.allocate_ui(vec2(width, room), |ui| {
                ui.set_min_height(room);
                let reveal = moved.then_some(row);
                scroll_rows(
                    ui,
                    "duplicates",
                    ROW,
                    pairs.len(),
                    &title,
                    reveal,
                    |ui, index| {
                        let Some(pair) = pairs.get(index) else { return };
                        if let Some(deed) = pair_ui(ui, wb, pair, index == row) {
                            settled = Some((index, deed));
                        }
                    },
                );
            });
            self.row = row;
            ui.add_space(8.0);
            let direction = UiDirection::get(ui.ctx());
            let size = vec2(ui.available_width(), 30.0);
            let close = ui
                .allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                    let close = Button::new(&messages.text("button-done"))
                        .show(ui)
                        .clicked();
                    ui.with_layout(direction.row(), |ui| {
                        let hint = messages.text("duplicates-keys");
                        Label::new(&hint).size(11.5).second().elide().show(ui);
                    });
                    close
                })
                .inner;
            (settled, close)
        });
        let (settled, close) = response.inner;
        if let Some((index, deed)) = settled
            && wb.can_edit()
            && let Some(pair) = pairs.get(index)
        {
            self.row = index;
            actions.push(deed.action(wb, pair));
        }
        !(close || response.dismissed)
    }
}

/// What is done with a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// One entity, under the first name.
    First,
    /// One entity, under the second name.
    Second,
    /// Two entities.
    Apart,
}

impl Deed {
    fn action(self, wb: &Workbench, pair: &Duplicate) -> Action {
        let name = |id: &Id| {
            wb.project()
                .entity(id)
                .map_or("", |one| one.name.as_str())
                .to_owned()
        };
        let merged =
            |name| Action::MergeEntities(pair.first.clone(), vec![pair.second.clone()], name);
        match self {
            Self::First => merged(name(&pair.first)),
            Self::Second => merged(name(&pair.second)),
            Self::Apart => Action::KeepApart(pair.first.clone(), pair.second.clone()),
        }
    }
}

/// Up and Down go from pair to pair, 1 and 2 merge under the one name or the
/// other, 0 keeps apart. Returns whether the row moved, and the deed.
fn keys(ui: &Ui, row: &mut usize, last: usize) -> (bool, Option<Deed>) {
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        let before = *row;
        if pressed(Key::ArrowDown) {
            *row = (*row + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            *row = row.saturating_sub(1);
        }
        let deed = if pressed(Key::Num1) || pressed(Key::Enter) {
            Some(Deed::First)
        } else if pressed(Key::Num2) {
            Some(Deed::Second)
        } else if pressed(Key::Num0) || pressed(Key::Delete) {
            Some(Deed::Apart)
        } else {
            None
        };
        (before != *row, deed)
    })
}

/// One pair: the two names, why, and what can be done.
fn pair_ui(ui: &mut Ui, wb: &Workbench, pair: &Duplicate, is_on: bool) -> Option<Deed> {
    let project = wb.project();
    let (Some(first), Some(second)) = (project.entity(&pair.first), project.entity(&pair.second))
    else {
        return None;
    };
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), ROW);
    let (_, rect) = ui.allocate_space(size);
    let theme = Theme::get(ui.ctx());
    if is_on {
        ui.painter()
            .rect_filled(rect.shrink(1.0), 5.0, theme.selected);
    }
    let mut deed = None;
    let inside = egui::UiBuilder::new()
        .max_rect(rect.shrink2(vec2(0.0, 3.0)))
        .layout(direction.column());
    ui.scope_builder(inside, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for entity in [first, second] {
            name_ui(ui, wb, entity);
        }
        let foot = vec2((ui.available_width() - 14.0).max(0.0), 28.0);
        ui.allocate_ui_with_layout(foot, direction.row_from_end(), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add_space(14.0);
            let messages = wb.messages();
            for (id, key, what) in [
                ("duplicates-apart", "0", Deed::Apart),
                ("duplicates-second", "2", Deed::Second),
                ("duplicates-first", "1", Deed::First),
            ] {
                let button = Button::new(&messages.text(id))
                    .quiet()
                    .key(key)
                    .enabled(wb.can_edit())
                    .show(ui);
                if button.clicked() {
                    deed = Some(what);
                }
            }
            ui.with_layout(direction.row(), |ui| {
                ui.add_space(14.0);
                let why = messages.text(pair.why.message());
                Label::new(&why).size(12.0).second().elide().show(ui);
            });
        });
        hairline(ui);
    });
    deed
}

fn name_ui(ui: &mut Ui, wb: &Workbench, entity: &Entity) {
    let project = wb.project();
    let count = wb.messages().number(project.mention_count(&entity.id));
    let latin = wb.romanised(entity);
    let mut row = ListRow::new(&entity.name).aside(&latin).count(&count);
    if let Some(tag) = entity.tag.as_ref().and_then(|tag| project.tag(tag)) {
        row = row.swatch(tag_hue(ui, tag));
    }
    row.show(ui);
}
