//! The tag of "tag all": shown, and chosen by typing part of its name, in any
//! language, or its key.

use egui::{Key, Modifiers, Ui, vec2};

use crate::command::{Args, TagAll, Workbench};
use crate::model::{Tag, TagKind};
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::keys::tag_key;
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::widgets::{
    Button, ListRow, TagChip, TextField, hairline, scroll_rows, tooltip_with_key, weak_label,
};

/// Height of a row, rows shown at most, width of the field. Points.
const ROW: f32 = 30.0;
const MOST: usize = 6;
const WIDTH: f32 = 200.0;

/// What is typed, and which row the keys are on.
#[derive(Debug, Default)]
pub(super) struct Picker {
    is_open: bool,
    query: String,
    row: usize,
    focus: bool,
    pressed: Pressed,
}

/// What the keys did in the field.
#[derive(Clone, Copy, Debug, Default)]
struct Pressed {
    enter: bool,
    moved: bool,
}

impl Picker {
    /// Whether a tag is being chosen.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Begins to choose a tag, or does not.
    pub(super) fn open(&mut self, open: bool) {
        *self = Self {
            is_open: open,
            focus: open,
            ..Self::default()
        };
    }

    /// The chosen tag, or the field in which one is looked for.
    pub(super) fn chosen_ui(&mut self, ui: &mut Ui, wb: &Workbench, open: &TagAll) {
        if self.is_open {
            self.field_ui(ui, wb);
            return;
        }
        let messages = wb.messages();
        let tag = open.tag().and_then(|tag| wb.project().tag(tag));
        let response = if let Some(tag) = tag {
            let key = tag_key(wb, tag);
            let mut chip = TagChip::new(tag_name(wb, tag), tag_hue(ui, tag)).selected(true);
            if !key.is_empty() {
                chip = chip.key(&key);
            }
            chip.show(ui)
        } else {
            let text = messages.text("tag-all-tag");
            Button::new(&text).icon(Icon::Tag).show(ui)
        };
        let hint = messages.text("tag-all-tag-hint");
        if tooltip_with_key(response, &hint, "/").clicked() {
            self.open(true);
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, wb: &Workbench) {
        let messages = wb.messages();
        let (name, hint) = (
            messages.text("tag-all-tag"),
            messages.text("tag-all-tag-hint"),
        );
        let before = self.query.clone();
        let (up, down, escape) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::Escape),
            )
        });
        let focus = std::mem::take(&mut self.focus);
        let field = TextField::new("tag-all-tag", &name, &mut self.query)
            .placeholder(&hint)
            .search()
            .width(WIDTH.min(ui.available_width()))
            .request_focus(focus)
            .show(ui);
        self.pressed = Pressed {
            enter: field.submitted,
            moved: up || down,
        };
        if up {
            self.row = self.row.saturating_sub(1);
        }
        if down {
            self.row += 1;
        }
        if before != self.query {
            self.row = 0;
        }
        let left = !focus && !field.response.has_focus() && !self.pressed.enter;
        if escape || field.cancelled || (left && field.response.lost_focus()) {
            field.response.surrender_focus();
            self.is_open = false;
        }
    }

    /// The tags that fit what is typed, under the choices; how high they are,
    /// in points.
    pub(super) fn tags_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> f32 {
        if !self.is_open {
            return 0.0;
        }
        let found: Vec<&Tag> = wb
            .find_tags(&self.query)
            .iter()
            .filter_map(|tag| wb.project().tag(tag))
            .filter(|tag| !tag.retired && matches!(tag.kind, TagKind::Entity | TagKind::Passage))
            .collect();
        let shown = found.len().clamp(1, MOST);
        let height = shown as f32 * ROW;
        let last = found.len().saturating_sub(1);
        self.row = self.row.min(last);
        let on = self.row;
        let mut chosen = None;
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            if found.is_empty() {
                weak_label(ui, &wb.messages().text("tag-all-no-tag"));
                return;
            }
            let name = wb.messages().text("tag-all-tag");
            let reveal = self.pressed.moved.then_some(on);
            scroll_rows(
                ui,
                "tag-all-tags",
                ROW,
                found.len(),
                &name,
                reveal,
                |ui, index| {
                    let Some(tag) = found.get(index) else {
                        return;
                    };
                    let mut row = ListRow::new(tag_name(wb, tag))
                        .sans()
                        .swatch(tag_hue(ui, tag))
                        .nth(index)
                        .selected(index == on);
                    if let Some(key) = &tag.key {
                        row = row.count(key);
                    }
                    if row.show(ui).clicked() || (index == on && self.pressed.enter) {
                        chosen = Some(tag.id.clone());
                    }
                },
            );
        });
        hairline(ui);
        if let Some(tag) = chosen {
            actions.push(Action::Run("tag-all.tag", Args::Id(tag)));
            self.is_open = false;
            ui.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
            // It was the field's Enter, not the list's.
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        }
        height + 1.0
    }
}
