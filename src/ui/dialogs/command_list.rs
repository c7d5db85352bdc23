//! The command palette: every command, tag and document, found by typing.

use egui::{Context, ScrollArea};

use super::list_keys;

use crate::command::Workbench;
use crate::command::table::{Args, commands};
use crate::language::{Level, key};
use crate::ui::access::listed;
use crate::ui::action::Action;
use crate::ui::keys::key_text;
use crate::ui::panels::{marking_tags, tag_hue, tag_name};
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{MenuRow, TextField, dialog, weak_label};

/// What is typed, and which row the keys are on.
#[derive(Debug, Default)]
pub(in crate::ui) struct CommandList {
    query: String,
    row: usize,
    focused: bool,
}

/// One row of the list.
struct Entry {
    title: String,
    keys: String,
    hue: Option<egui::Color32>,
    enabled: bool,
    action: Action,
}

const MOST: usize = 60;

impl CommandList {
    /// Draws the list. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let title = messages.text("palette-title");
        let response = dialog(ctx, "commands", &title, 520.0, |ui| {
            let entries = entries(ui, wb, &self.query);
            let last = entries.len().saturating_sub(1);
            let keys = list_keys(ui, &mut self.row, last);
            let before = self.query.clone();
            let hint = messages.text("palette-hint");
            TextField::new("commands", &title, &mut self.query)
                .placeholder(&hint)
                .search()
                .width(520.0)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui);
            if before != self.query {
                self.row = 0;
            }
            ui.add_space(8.0);
            let mut chosen = None;
            ScrollArea::vertical()
                .max_height(380.0)
                .min_scrolled_height(380.0)
                .auto_shrink(false)
                .show(ui, |ui| {
                    ui.set_width(508.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    if entries.is_empty() {
                        let text = messages.format(
                            "palette-empty",
                            &[("query", crate::i18n::Arg::from(self.query.as_str()))],
                        );
                        weak_label(ui, &text);
                    }
                    let count = entries.len();
                    listed(ui, egui::Role::ListBox, &title, count, |ui| {
                        for (index, entry) in entries.iter().enumerate() {
                            let on = index == self.row;
                            let mut row = MenuRow::new(&entry.title)
                                .key(&entry.keys)
                                .enabled(entry.enabled)
                                .selected(on)
                                .option(index);
                            if let Some(hue) = entry.hue {
                                row = row.swatch(hue);
                            }
                            let layout =
                                UiDirection::get(ui.ctx()).column().with_cross_justify(true);
                            let response = ui.with_layout(layout, |ui| row.show(ui)).inner;
                            if on && keys.moved {
                                response.scroll_to_me(None);
                            }
                            if response.clicked() || (on && keys.enter && entry.enabled) {
                                chosen = Some(entry.action.clone());
                            }
                        }
                    });
                });
            chosen
        });
        match response.inner {
            Some(action) => {
                actions.push(action);
                false
            }
            None => !response.dismissed,
        }
    }
}

/// What matches the query: titles that hold all its words, folded.
fn entries(ui: &egui::Ui, wb: &Workbench, query: &str) -> Vec<Entry> {
    let messages = wb.messages();
    let query = key(query, Level::Letters);
    let words: Vec<&str> = query.split_whitespace().collect();
    let fits = |title: &str| {
        let title = key(title, Level::Letters);
        words.iter().all(|word| title.contains(word))
    };
    let tags = marking_tags(wb).map(|tag| Entry {
        title: messages.format(
            "command-annotation-tag-with",
            &[("tag", crate::i18n::Arg::from(tag_name(wb, tag)))],
        ),
        keys: tag.key.clone().unwrap_or_default(),
        hue: Some(tag_hue(ui, tag)),
        enabled: wb.can_edit(),
        action: Action::Run("annotation.tag", Args::Id(tag.id.clone())),
    });
    let document = wb.active_document();
    let document_tags = wb.document_tags().map(|tag| {
        let has = document.is_some_and(|one| wb.own_document_mark(&one.id, &tag.id).is_some());
        let message = if has {
            "command-document-untag"
        } else {
            "command-document-tag-with"
        };
        Entry {
            title: messages.format(
                message,
                &[("tag", crate::i18n::Arg::from(tag_name(wb, tag)))],
            ),
            keys: tag.key.clone().unwrap_or_default(),
            hue: Some(tag_hue(ui, tag)),
            enabled: wb.can_edit() && document.is_some(),
            action: Action::Run("document.tag", Args::Id(tag.id.clone())),
        }
    });
    let rows = commands()
        .filter(|command| {
            !matches!(
                command.id,
                "annotation.tag" | "go.palette" | "file.open-recent"
            )
        })
        .map(|command| Entry {
            title: messages.command_title(command.id),
            keys: command
                .keys
                .first()
                .map(|keys| key_text(*keys, messages))
                .unwrap_or_default(),
            hue: None,
            enabled: (command.enabled)(wb),
            action: Action::Run(command.id, Args::None),
        });
    let documents = wb.project().documents().map(|document| Entry {
        title: document.title.clone(),
        keys: String::new(),
        hue: None,
        enabled: true,
        action: Action::ShowDocument(document.id.clone()),
    });
    tags.chain(document_tags)
        .chain(rows)
        .chain(documents)
        .filter(|entry| fits(&entry.title))
        .take(MOST)
        .collect()
}
