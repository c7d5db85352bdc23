//! The user's own list of words: adding one, and what stands in it.

use egui::{Context, Key, Ui, vec2};

use crate::command::{Args, OwnWord, Workbench, shown_path};
use crate::entities::Type;
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, Label, MenuRow, TextField, dialog, drop_down_menu, hairline, heading, icon_button,
    paint_swatch, scroll_rows, weak_label,
};

/// Width of the dialog, of the names of fields, and heights, points.
const WIDTH: f32 = 560.0;
const NAMES: f32 = 130.0;
const LIST: f32 = 196.0;
const ROW: f32 = 28.0;

/// What is being typed.
#[derive(Debug)]
pub(in crate::ui) struct WordList {
    name: String,
    variants: String,
    english: String,
    kind: Type,
    focused: bool,
}

impl WordList {
    pub(super) fn new(words: Option<(String, Option<Type>)>) -> Self {
        let (name, kind) = words.unwrap_or_default();
        Self {
            name,
            variants: String::new(),
            english: String::new(),
            kind: kind.unwrap_or(Type::Organisation),
            focused: false,
        }
    }

    /// Draws the dialog. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let title = messages.text("words-title");
        let response = dialog(ctx, "words", &title, WIDTH, |ui| {
            weak_label(ui, &messages.text("words-body"));
            ui.add_space(8.0);
            let enter = self.fields_ui(ui, wb);
            ui.add_space(8.0);
            let direction = UiDirection::get(ui.ctx());
            let size = vec2(ui.available_width(), 30.0);
            let add = ui
                .allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                    let ready = !self.name.trim().is_empty();
                    let add = messages.text("words-add");
                    let clicked = Button::new(&add)
                        .primary()
                        .enabled(ready)
                        .show(ui)
                        .clicked();
                    ready && (clicked || enter)
                })
                .inner;
            if add {
                actions.push(Action::AddWord(self.word()));
                *self = Self {
                    kind: self.kind,
                    ..Self::new(None)
                };
            }
            ui.add_space(4.0);
            list_ui(ui, wb, actions);
            ui.add_space(8.0);
            foot_ui(ui, wb, actions)
        });
        !(response.inner || response.dismissed)
    }

    fn word(&self) -> OwnWord {
        let several = |text: &str| -> Vec<String> {
            text.split(['|', '،', ';'])
                .map(|part| part.trim().to_owned())
                .filter(|part| !part.is_empty())
                .collect()
        };
        OwnWord {
            variants: several(&self.variants),
            english: several(&self.english),
            ..OwnWord::new(self.kind, &self.name)
        }
    }

    /// The fields; returns whether Enter was pressed in one.
    fn fields_ui(&mut self, ui: &mut Ui, wb: &Workbench) -> bool {
        let messages = wb.messages();
        let first = !std::mem::replace(&mut self.focused, true);
        let mut enter = false;
        let mut field = |ui: &mut Ui, id: &str, text: &mut String, naskh: bool, focus: bool| {
            let name = messages.text(id);
            named(ui, &name, |ui| {
                let mut field = TextField::new(id, &name, text)
                    .width(ui.available_width())
                    .request_focus(focus);
                if naskh {
                    field = field.naskh(15.0);
                }
                enter |= field.show(ui).submitted;
            });
        };
        field(ui, "words-name", &mut self.name, true, first);
        field(ui, "words-variants", &mut self.variants, true, false);
        field(ui, "words-english", &mut self.english, false, false);
        let label = messages.text("words-type");
        named(ui, &label, |ui| {
            let response = Button::new(kind_name(wb, self.kind))
                .icon(Icon::ChevronDown)
                .show(ui);
            drop_down_menu(ui, &response, |ui| {
                for kind in Type::ALL {
                    let mut row = MenuRow::new(kind_name(wb, kind)).checked(kind == self.kind);
                    if let Some(tag) = wb.project().tag(&Id::new(kind.tag_id())) {
                        row = row.swatch(tag_hue(ui, tag));
                    }
                    if row.show(ui).clicked() {
                        self.kind = kind;
                    }
                }
            });
        });
        enter
    }
}

fn kind_name(wb: &Workbench, kind: Type) -> &str {
    wb.project()
        .tag(&Id::new(kind.tag_id()))
        .map_or(kind.code(), |tag| tag_name(wb, tag))
}

/// A name at the start side and what belongs to it.
fn named(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui)) {
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), 34.0);
    ui.allocate_ui_with_layout(size, direction.row(), |ui| {
        ui.allocate_ui_with_layout(vec2(NAMES, 34.0), direction.row(), |ui| {
            ui.set_width(NAMES);
            Label::new(name).size(12.5).second().elide().show(ui);
        });
        add_contents(ui);
    });
}

fn list_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let words = wb.own_words().words();
    hairline(ui);
    ui.add_space(6.0);
    let count = [("count", Arg::from(words.len()))];
    heading(ui, &messages.format("words-count", &count));
    if words.is_empty() {
        return;
    }
    let height = (words.len() as f32 * ROW).min(LIST);
    let direction = UiDirection::get(ui.ctx());
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        let name = messages.text("words-title");
        scroll_rows(ui, "words", ROW, words.len(), &name, None, |ui, index| {
            // The newest first.
            let Some(word) = words.iter().rev().nth(index) else {
                return;
            };
            let size = vec2((ui.available_width() - 14.0).max(0.0), ROW);
            ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let remove = messages.text("words-remove");
                if icon_button(ui, Icon::Delete, &remove, false).clicked() {
                    actions.push(Action::RemoveWord(word.clone()));
                }
                ui.with_layout(direction.row(), |ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(12.0, ROW), egui::Sense::hover());
                    let hue = wb
                        .project()
                        .tag(&Id::new(word.kind.tag_id()))
                        .map_or(Theme::get(ui.ctx()).second, |tag| tag_hue(ui, tag));
                    paint_swatch(ui, rect, hue);
                    Label::new(&word.name).naskh(15.0).elide().show(ui);
                    let aside: Vec<&str> = word
                        .variants
                        .iter()
                        .chain(&word.english)
                        .map(String::as_str)
                        .collect();
                    Label::new(&aside.join(" · "))
                        .size(12.0)
                        .second()
                        .elide()
                        .show(ui);
                });
            });
        });
    });
}

/// Where the list is, reading it again, closing. Returns whether to close.
fn foot_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) -> bool {
    let messages = wb.messages();
    let direction = UiDirection::get(ui.ctx());
    let size = vec2(ui.available_width(), 30.0);
    ui.allocate_ui_with_layout(size, direction.row_from_end(), |ui| {
        let close = Button::new(&messages.text("button-done"))
            .show(ui)
            .clicked();
        if wb.own_words().path().is_some() {
            let reload = messages.text("words-reload");
            if Button::new(&reload).quiet().show(ui).clicked() {
                actions.push(Action::Run("words.reload", Args::None));
            }
        }
        ui.with_layout(direction.row(), |ui| {
            if let Some(path) = wb.own_words().path() {
                Label::new(&shown_path(path))
                    .size(11.5)
                    .second()
                    .elide()
                    .show(ui);
            }
        });
        close || ui.input(|input| input.key_pressed(Key::Escape))
    })
    .inner
}
