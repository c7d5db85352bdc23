//! The tag picker: a small list at the caret, found by typing a part of a
//! tag's name in either language.

use egui::{Context, Pos2, pos2, vec2};

use super::list_keys;

use crate::command::{Args, Workbench};
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::keys::tag_key;
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::reader::caret_place;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::{Label, ListRow, TextField, dialog_at, scroll_rows};
use crate::ui::within::within;

/// Width of the picker, height of a row, points; and how many rows show.
const WIDTH: f32 = 340.0;
const ROW: f32 = 30.0;
const ROWS: usize = 9;
/// Everything beside the rows, points: to know whether there is room below.
const AROUND: f32 = 118.0;
/// Between the caret and the picker, points.
const GAP: f32 = 8.0;

/// What is typed and what it found.
#[derive(Debug)]
pub(in crate::ui) struct TagPicker {
    /// The command that takes the tag.
    command: &'static str,
    place: Pos2,
    query: String,
    row: usize,
    focused: bool,
    /// What was found for which words.
    found: Option<(String, Vec<Id>)>,
}

impl TagPicker {
    /// A picker for this command, beside the caret.
    pub(super) fn new(ctx: &Context, command: &'static str) -> Self {
        Self {
            command,
            place: place(ctx),
            query: String::new(),
            row: 0,
            focused: false,
            found: None,
        }
    }

    /// Draws the picker. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let title = messages.text("picker-title");
        if self
            .found
            .as_ref()
            .is_none_or(|(query, _)| *query != self.query)
        {
            self.found = Some((self.query.clone(), wb.find_tags(&self.query)));
            self.row = 0;
        }
        let found = self.found.take();
        let tags = found.as_ref().map_or(&[][..], |(_, tags)| tags);
        let response = dialog_at(ctx, "tags", &title, self.place, WIDTH, |ui| {
            let last = tags.len().saturating_sub(1);
            let keys = list_keys(ui, &mut self.row, last);
            self.row = self.row.min(last);
            let hint = messages.text("picker-hint");
            TextField::new("tags", &title, &mut self.query)
                .placeholder(&hint)
                .search()
                .width(WIDTH)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui);
            ui.add_space(6.0);
            let mut chosen = None;
            if tags.is_empty() {
                let query = Arg::from(self.query.as_str());
                let none = messages.format("palette-empty", &[("query", query)]);
                Label::new(&none).second().show(ui);
            }
            let height = tags.len().min(ROWS) as f32 * ROW;
            ui.allocate_ui(vec2(WIDTH, height), |ui| {
                let reveal = keys.moved.then_some(self.row);
                scroll_rows(ui, "tags", ROW, tags.len(), &title, reveal, |ui, index| {
                    let Some(tag) = tags.get(index).and_then(|id| wb.project().tag(id)) else {
                        return;
                    };
                    let on = index == self.row;
                    let key = tag_key(wb, tag);
                    let caps: Vec<String> = Some(key)
                        .filter(|key| !key.is_empty())
                        .into_iter()
                        .collect();
                    let aside = aside(wb, tag);
                    let row = ListRow::new(tag_name(wb, tag))
                        .sans()
                        .swatch(tag_hue(ui, tag))
                        .aside(&aside)
                        .keys(&caps)
                        .nth(index)
                        .selected(on);
                    if row.show(ui).clicked() || (on && keys.enter) {
                        chosen = Some(tag.id.clone());
                    }
                });
            });
            ui.add_space(6.0);
            Label::new(&target(wb)).size(12.0).second().elide().show(ui);
            chosen
        });
        self.found = found;
        match response.inner {
            Some(tag) => {
                actions.push(Action::Run(self.command, Args::Id(tag)));
                false
            }
            None => !response.dismissed,
        }
    }
}

/// What stands after a tag's name: its name in the other language, and where
/// in the tree it is.
fn aside(wb: &Workbench, tag: &crate::model::Tag) -> String {
    let name = tag_name(wb, tag);
    let other = tag.names.values().find(|other| *other != name);
    let path = wb.tag_path(tag);
    match (other, path.is_empty()) {
        (Some(other), true) => other.clone(),
        // Each in its own direction.
        (Some(other), false) => format!("\u{2068}{other}\u{2069} · \u{2068}{path}\u{2069}"),
        (None, _) => path,
    }
}

/// What will be marked, in a sentence.
fn target(wb: &Workbench) -> String {
    let messages = wb.messages();
    let (retags, words) = wb.tag_target();
    if words.is_empty() {
        return messages.text("toast-no-selection");
    }
    let id = if retags {
        "picker-retags"
    } else {
        "picker-marks"
    };
    messages.format(id, &[("words", Arg::from(words.as_str()))])
}

/// Where the picker stands: under the caret, on the side to which the text
/// runs; above it where there is no room below.
fn place(ctx: &Context) -> Pos2 {
    let window = ctx.content_rect();
    let height = AROUND + ROWS as f32 * ROW;
    let outer = WIDTH + 20.0;
    let Some(caret) = caret_place(ctx) else {
        return pos2(window.center().x - outer / 2.0, window.height() * 0.2);
    };
    let x = if UiDirection::get(ctx).is_rtl() {
        caret.right() - outer + GAP
    } else {
        caret.left() - GAP
    };
    let below = caret.bottom() + GAP;
    let y = if below + height <= window.bottom() {
        below
    } else {
        (caret.top() - GAP - height).max(window.top() + GAP)
    };
    let most = (window.right() - outer - GAP).max(window.left());
    pos2(within(x, window.left() + GAP.min(most), most), y)
}
