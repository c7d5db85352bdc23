//! Tag all: every place where some words stand, to be ticked, before anything
//! is marked.
//!
//! Lives here: the dialog and its keys; what is chosen above the list
//! (`choices`), the tag (`picker`), the lines of the list (`lines`). Not here:
//! what is found and what is done (command).
//!
//! Invariant: only the lines in sight are made, however long the list is; the
//! keys of the list work while no field has the keyboard.

mod choices;
mod lines;
mod picker;

use egui::{Context, Key, Modifiers, Ui, vec2};

use crate::command::{Args, TagAll, TagTask, Workbench};
use crate::i18n::Arg;
use crate::ui::action::Action;
use crate::ui::keys::pressed_tag;
use crate::ui::reader::page_id;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Button, Label, dialog, dialog_width, hairline, scroll_rows, weak_label};

use lines::{ROW, line_ui};
use picker::Picker;

/// Width of the dialog at most; room around it; heights of what is not the
/// list, and of the shortest and the longest list. Points.
const WIDTH: f32 = 940.0;
const MARGIN: f32 = 80.0;
const REST: f32 = 296.0;
const SHORTEST: f32 = 140.0;
const LONGEST: f32 = 460.0;
/// Height of the row of buttons, points.
const FOOT: f32 = 30.0;
/// Lines that Page Up and Page Down go.
const PAGE: usize = 10;

/// What the list keeps between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct TagAllList {
    moved: bool,
    words: String,
    given: String,
    picker: Picker,
    begun: bool,
}

impl TagAllList {
    /// Asks for the tag.
    pub(super) fn pick_tag(&mut self) {
        self.picker.open(true);
    }

    /// Draws the list. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let Some(open) = wb.tag_all() else {
            return false;
        };
        if !std::mem::replace(&mut self.begun, true) {
            // Without a tag that is the first thing to say.
            let needs_tag = open.tag().is_none() && open.task() != TagTask::Unmark;
            self.picker.open(needs_tag);
        }
        let messages = wb.messages();
        let title = messages.text(match open.task() {
            TagTask::Mark => "tag-all-title-mark",
            TagTask::Retype => "tag-all-title-retype",
            TagTask::Unmark => "tag-all-title-unmark",
        });
        let width = dialog_width(ctx, WIDTH, MARGIN);
        let height = (ctx.content_rect().height() - REST).clamp(SHORTEST, LONGEST);
        let was_picking = self.picker.is_open();
        let response = dialog(ctx, "tag-all", &title, width, |ui| {
            self.keys(ui, wb, open, actions);
            self.choices_ui(ui, wb, open, actions);
            ui.add_space(8.0);
            hairline(ui);
            let listed = self.picker.tags_ui(ui, wb, actions);
            self.list_ui(ui, wb, open, (height - listed).max(ROW), actions);
            hairline(ui);
            ui.add_space(10.0);
            self.foot_ui(ui, wb, open, actions)
        });
        let (go, cancel) = response.inner;
        if go {
            actions.push(Action::Run("tag-all.apply", Args::None));
        } else if cancel || (response.dismissed && !was_picking) {
            actions.push(Action::Run("tag-all.close", Args::None));
        }
        true
    }

    /// The keys of the list: arrows, Space, letters of tags, Enter.
    fn keys(&mut self, ui: &Ui, wb: &Workbench, open: &TagAll, actions: &mut Vec<Action>) {
        self.moved = false;
        if self.picker.is_open() || !has_keyboard(ui, wb) {
            return;
        }
        let last = open.lines().len().saturating_sub(1);
        let row = open.at();
        let line = open.line(row);
        let mirrored = UiDirection::get(ui.ctx()).is_rtl();
        let mut to = None;
        ui.input_mut(|input| {
            let mut go = |key: Key, wanted: usize| {
                if input.consume_key(Modifiers::NONE, key) {
                    to = Some(wanted);
                }
            };
            go(Key::ArrowDown, (row + 1).min(last));
            go(Key::ArrowUp, row.saturating_sub(1));
            go(Key::PageDown, (row + PAGE).min(last));
            go(Key::PageUp, row.saturating_sub(PAGE));
            go(Key::Home, 0);
            go(Key::End, last);
            if input.consume_key(Modifiers::NONE, Key::Space) {
                actions.push(Action::Run("tag-all.tick", Args::None));
            }
            let group = line.and_then(|line| open.group(open.group_of(line)?));
            let is_open = group.is_some_and(|group| group.is_open);
            for (key, opens) in [(Key::ArrowRight, !mirrored), (Key::ArrowLeft, mirrored)] {
                if input.consume_key(Modifiers::NONE, key) && opens != is_open {
                    actions.push(Action::Run("tag-all.fold", Args::None));
                    self.moved = true;
                }
            }
            if input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::A) {
                actions.push(Action::Run("tag-all.none", Args::None));
            } else if input.consume_key(Modifiers::COMMAND, Key::A) {
                actions.push(Action::Run("tag-all.all", Args::None));
            }
            if input.consume_key(Modifiers::NONE, Key::Slash) {
                input
                    .events
                    .retain(|event| !matches!(event, egui::Event::Text(_)));
                self.picker.open(true);
            }
        });
        if let Some(to) = to {
            actions.push(Action::StandAtTagLine(to));
            self.moved = true;
        }
        if let Some(tag) = pressed_tag(ui.ctx(), wb) {
            actions.push(Action::Run("tag-all.tag", Args::Id(tag)));
        }
    }

    /// The list itself, `height` points high.
    fn list_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        open: &TagAll,
        height: f32,
        actions: &mut Vec<Action>,
    ) {
        let count = open.lines().len();
        let row = open.at();
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            if count == 0 {
                ui.add_space(10.0);
                if !open.is_searching() {
                    let id = match open.task() {
                        TagTask::Mark => "tag-all-none-found",
                        TagTask::Retype | TagTask::Unmark => "tag-all-none-marked",
                    };
                    weak_label(ui, &wb.messages().text(id));
                }
                return;
            }
            let name = wb.messages().text("tag-all-list");
            let reveal = self.moved.then_some(row);
            scroll_rows(ui, "tag-all", ROW, count, &name, reveal, |ui, index| {
                let Some(line) = open.line(index) else {
                    return;
                };
                let member = (index, index == row);
                if line_ui(ui, wb, open, line, member, actions) {
                    actions.push(Action::StandAtTagLine(index));
                }
            });
        });
    }

    /// What the keys are, and the buttons; whether it is to be done, or left.
    fn foot_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        open: &TagAll,
        actions: &mut Vec<Action>,
    ) -> (bool, bool) {
        let messages = wb.messages();
        let direction = UiDirection::get(ui.ctx());
        let size = vec2(ui.available_width(), FOOT);
        let ticked = open.ticked();
        let id = match open.task() {
            TagTask::Mark => "tag-all-go-mark",
            TagTask::Retype => "tag-all-go-retype",
            TagTask::Unmark => "tag-all-go-unmark",
        };
        let go = messages.format(id, &[("count", Arg::from(ticked))]);
        let ready = open.is_ready();
        let listens = !self.picker.is_open() && has_keyboard(ui, wb);
        let enter = listens && ui.input(|input| input.key_pressed(Key::Enter));
        if enter && ticked > 0 && !ready {
            self.picker.open(true);
        }
        ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let go = Button::new(&go).primary().enabled(ready).show(ui);
            let cancel = Button::new(&messages.text("button-cancel")).show(ui);
            let nothing = Button::new(&messages.text("tag-all-nothing"))
                .quiet()
                .show(ui);
            if nothing.clicked() {
                actions.push(Action::Run("tag-all.none", Args::None));
            }
            let every = Button::new(&messages.text("tag-all-every"))
                .quiet()
                .show(ui);
            if every.clicked() {
                actions.push(Action::Run("tag-all.all", Args::None));
            }
            ui.with_layout(direction.row(), |ui| {
                let hint = messages.text("tag-all-hint");
                Label::new(&hint).size(11.5).second().elide().show(ui);
            });
            (ready && (go.clicked() || enter), cancel.clicked())
        })
        .inner
    }
}

/// Whether the list has the keyboard: no field and no button of the dialog.
fn has_keyboard(ui: &Ui, wb: &Workbench) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    let is_page = |id| wb.readers().iter().any(|reader| page_id(reader.id) == id);
    focused.is_none_or(is_page)
}
