//! The sheet of keys, made from the command table: searched by name or by
//! keys, and changed in its place.
//!
//! **Invariant:** what is pressed while the sheet listens goes to it alone,
//! and a key that is somebody else's is taken only when asked for.

mod rows;

use egui::{Context, Event, Key, KeyboardShortcut, Ui, vec2};

use super::{ListKeys, list_keys};
use crate::command::{Args, KeyRefusal, Workbench, pressed_keys};
use crate::i18n::Arg;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::keys::{all_keys_of, key_text, tag_key};
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection, size};
use crate::ui::widgets::{
    Button, Label, ListRow, TextField, dialog, hairline, heading, scroll_rows,
};

use self::rows::{SheetRow, rows};

/// Width of the sheet, heights of its list, of a row and of what is below,
/// points.
const WIDTH: f32 = 620.0;
const LIST: f32 = 400.0;
const ROW: f32 = 30.0;
const BELOW: f32 = 96.0;

/// What is looked for, and what is being changed.
#[derive(Debug, Default)]
pub(in crate::ui) struct ShortcutSheet {
    query: String,
    row: usize,
    focused: bool,
    found: Option<(String, Vec<SheetRow>)>,
    /// The command that waits for new keys.
    listening: Option<&'static str>,
    /// Keys that could not be given, and why.
    refused: Option<(&'static str, KeyboardShortcut, KeyRefusal)>,
    /// Whether it was asked to forget all that was changed.
    asked_all: bool,
}

impl ShortcutSheet {
    /// Draws the sheet. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let title = messages.text("shortcuts-title");
        self.listen(ctx, wb, actions);
        if self
            .found
            .as_ref()
            .is_none_or(|(query, _)| *query != self.query)
        {
            self.found = Some((self.query.clone(), rows(wb, &self.query)));
            self.row = 0;
        }
        let found = self.found.take();
        let rows = found.as_ref().map_or(&[][..], |(_, rows)| rows);
        let response = dialog(ctx, "shortcuts", &title, WIDTH, |ui| {
            let keys = self.walk(ui, rows);
            let hint = messages.text("shortcuts-hint");
            TextField::new("shortcuts", &title, &mut self.query)
                .placeholder(&hint)
                .search()
                .width(WIDTH)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui);
            ui.add_space(8.0);
            let height = LIST
                .min(ui.ctx().content_rect().height() - 320.0)
                .max(120.0);
            ui.allocate_ui(vec2(WIDTH, height), |ui| {
                ui.set_min_height(height);
                if rows.is_empty() {
                    let query = Arg::from(self.query.as_str());
                    let none = messages.format("palette-empty", &[("query", query)]);
                    Label::new(&none).second().show(ui);
                }
                let reveal = keys.moved.then_some(self.row);
                scroll_rows(
                    ui,
                    "shortcuts",
                    ROW,
                    rows.len(),
                    &title,
                    reveal,
                    |ui, index| {
                        if let Some(row) = rows.get(index) {
                            self.row_ui(ui, wb, row, index);
                        }
                    },
                );
            });
            let on = rows.get(self.row);
            if let (true, Some(SheetRow::Command(command))) = (keys.enter, on) {
                self.listening = Some(command.id);
                self.refused = None;
            }
            ui.add_space(6.0);
            hairline(ui);
            ui.add_space(6.0);
            ui.allocate_ui(vec2(WIDTH, BELOW), |ui| {
                ui.set_min_height(BELOW);
                self.below_ui(ui, wb, on, actions);
            });
            self.all_ui(ui, wb, actions);
        });
        self.found = found;
        !response.dismissed
    }

    /// The arrow keys go from row to row and pass over headings.
    fn walk(&mut self, ui: &Ui, rows: &[SheetRow]) -> ListKeys {
        let last = rows.len().saturating_sub(1);
        let before = self.row;
        let keys = list_keys(ui, &mut self.row, last);
        self.row = self.row.min(last);
        let back = self.row < before && !(before == last && self.row == 0);
        let is_stop = |at: usize| rows.get(at).is_some_and(SheetRow::is_stop);
        if !is_stop(self.row) && rows.iter().any(SheetRow::is_stop) {
            for _ in 0..rows.len() {
                if is_stop(self.row) {
                    break;
                }
                self.row = if back {
                    self.row.checked_sub(1).unwrap_or(last)
                } else if self.row >= last {
                    0
                } else {
                    self.row + 1
                };
            }
        }
        if keys.moved {
            self.refused = None;
        }
        keys
    }

    /// Takes what is pressed while a command waits for its new keys.
    fn listen(&mut self, ctx: &Context, wb: &Workbench, actions: &mut Vec<Action>) {
        let Some(id) = self.listening else { return };
        let mut heard = None;
        ctx.input_mut(|input| {
            for event in &input.events {
                let keys = match event {
                    Event::Key {
                        key,
                        physical_key,
                        pressed: true,
                        modifiers,
                        ..
                    } => pressed_keys(*key, *physical_key, *modifiers),
                    Event::Copy => Some(ctrl(Key::C)),
                    Event::Cut => Some(ctrl(Key::X)),
                    Event::Paste(_) => Some(ctrl(Key::V)),
                    _ => None,
                };
                heard = heard.or(keys);
            }
            input.events.retain(|event| {
                !matches!(
                    event,
                    Event::Key { pressed: true, .. }
                        | Event::Text(_)
                        | Event::Copy
                        | Event::Cut
                        | Event::Paste(_)
                )
            });
        });
        let Some(keys) = heard else { return };
        self.listening = None;
        self.refused = None;
        if keys.logical_key == Key::Escape {
            return;
        }
        match wb.key_refusal(id, keys) {
            Some(refusal) => self.refused = Some((id, keys, refusal)),
            None => actions.push(Action::AddKeys(id, keys)),
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, wb: &Workbench, row: &SheetRow, index: usize) {
        let on = index == self.row;
        let response = match row {
            SheetRow::Heading(title) => {
                ui.add_space(7.0);
                heading(ui, title);
                return;
            }
            SheetRow::Command(command) => {
                let title = wb.messages().command_title(command.id);
                let keys = all_keys_of(wb, command.id);
                let changed = if wb.keymap().is_changed(command.id) {
                    wb.messages().text("shortcuts-changed")
                } else {
                    String::new()
                };
                ListRow::new(&title)
                    .sans()
                    .aside(&changed)
                    .keys(&keys)
                    .nth(index)
                    .selected(on)
                    .show(ui)
            }
            SheetRow::Fixed(title, keys) => ListRow::new(title)
                .sans()
                .keys(std::slice::from_ref(keys))
                .nth(index)
                .selected(on)
                .show(ui),
            SheetRow::Tag(id) => {
                let Some(tag) = wb.project().tag(id) else {
                    return;
                };
                let keys: Vec<String> = Some(tag_key(wb, tag))
                    .filter(|key| !key.is_empty())
                    .into_iter()
                    .collect();
                let also = also(wb, tag);
                let mut row = ListRow::new(tag_name(wb, tag)).sans().aside(&also);
                if !also.is_empty() {
                    row = row.warning(Theme::get(ui.ctx()).rubric);
                }
                row.swatch(tag_hue(ui, tag))
                    .keys(&keys)
                    .nth(index)
                    .selected(on)
                    .show(ui)
            }
        };
        if response.clicked() {
            self.row = index;
            self.refused = None;
            self.listening = None;
        }
        if response.double_clicked()
            && let SheetRow::Command(command) = row
        {
            self.listening = Some(command.id);
        }
    }

    /// The chosen row: its keys, each to be taken away, and what can be done.
    fn below_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        on: Option<&SheetRow>,
        actions: &mut Vec<Action>,
    ) {
        let messages = wb.messages();
        let direction = UiDirection::get(ui.ctx());
        let command = match on {
            Some(SheetRow::Command(command)) => command,
            Some(SheetRow::Tag(_)) => {
                Label::new(&messages.text("shortcuts-tag-keys"))
                    .second()
                    .show(ui);
                return;
            }
            Some(SheetRow::Fixed(..)) => {
                Label::new(&messages.text("shortcuts-fixed"))
                    .second()
                    .show(ui);
                return;
            }
            Some(SheetRow::Heading(_)) | None => return,
        };
        let id = command.id;
        Label::new(&messages.command_title(id))
            .bold()
            .elide()
            .show(ui);
        ui.add_space(4.0);
        ui.allocate_ui_with_layout(vec2(WIDTH, 30.0), direction.row(), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for keys in wb.keymap().keys(id) {
                let name = key_text(*keys, messages);
                let button = Button::new(&name).icon(Icon::Close).show(ui);
                let said = messages.format("shortcuts-remove", &[("keys", Arg::from(&name))]);
                if crate::ui::widgets::tooltip(button, &said).clicked() {
                    actions.push(Action::RemoveKeys(id, *keys));
                    self.refused = None;
                }
            }
            let waits = self.listening == Some(id);
            let add = messages.text("shortcuts-add");
            let enter = messages.text("key-enter");
            let button = Button::new(&add).icon(Icon::Plus).key(&enter);
            if button.selected(waits).quiet().show(ui).clicked() {
                self.listening = if waits { None } else { Some(id) };
                self.refused = None;
            }
            if wb.keymap().is_changed(id) {
                let back = messages.text("shortcuts-default");
                if Button::new(&back)
                    .icon(Icon::Undo)
                    .quiet()
                    .show(ui)
                    .clicked()
                {
                    actions.push(Action::Run("help.shortcuts", Args::Text(id.to_owned())));
                    self.refused = None;
                }
            }
        });
        ui.add_space(2.0);
        ui.allocate_ui_with_layout(vec2(WIDTH, 30.0), direction.row(), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            self.answer_ui(ui, wb, id, actions);
        });
    }

    /// What the sheet waits for, or why it cannot give what was pressed.
    fn answer_ui(&mut self, ui: &mut Ui, wb: &Workbench, id: &str, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        let theme = Theme::get(ui.ctx());
        if self.listening == Some(id) {
            let text = messages.text("shortcuts-press");
            let shown = Label::new(&text)
                .size(size::UI)
                .color(theme.accent)
                .show(ui);
            crate::ui::access::live(&shown, false);
            return;
        }
        let Some((refused, keys, refusal)) = self.refused.clone().filter(|(of, ..)| *of == id)
        else {
            return;
        };
        let text = wb.key_refusal_text(keys, &refusal);
        let shown = Label::new(&text)
            .size(size::UI)
            .color(theme.rubric)
            .show(ui);
        crate::ui::access::live(&shown, true);
        if let KeyRefusal::Command(_) = refusal {
            let take = messages.text("shortcuts-take");
            if Button::new(&take).show(ui).clicked() {
                actions.push(Action::TakeKeys(refused, keys));
                self.refused = None;
            }
        }
    }

    /// Everything back to what it was at first, asked once more.
    fn all_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let messages = wb.messages();
        let direction = UiDirection::get(ui.ctx());
        ui.allocate_ui_with_layout(vec2(WIDTH, 30.0), direction.row_from_end(), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            if self.asked_all {
                let sure = messages.text("shortcuts-default-all-sure");
                if Button::new(&sure).show(ui).clicked() {
                    actions.push(Action::Run("help.default-keys", Args::None));
                    self.asked_all = false;
                }
                let keep = messages.text("shortcuts-keep");
                if Button::new(&keep).quiet().show(ui).clicked() {
                    self.asked_all = false;
                }
            } else {
                let all = messages.text("command-help-default-keys");
                let button = Button::new(&all)
                    .quiet()
                    .enabled(wb.keymap().is_any_changed());
                self.asked_all = button.show(ui).clicked();
            }
        });
    }
}

/// The command that has the key of a tag too, in words: a project may come
/// with any keys.
fn also(wb: &Workbench, tag: &crate::model::Tag) -> String {
    let messages = wb.messages();
    let owner = tag
        .key
        .as_deref()
        .and_then(|key| wb.command_of_tag_key(key));
    owner.map_or_else(String::new, |command| {
        let title = messages.command_title(command);
        messages.format("shortcuts-also", &[("command", Arg::from(title))])
    })
}

fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(egui::Modifiers::COMMAND, key)
}
