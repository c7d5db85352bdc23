//! The command palette: every command, tag, entity and document, found by
//! typing.

use egui::{Context, Ui, vec2};

use super::list_keys;

use crate::command::table::command;
use crate::command::{Found, FoundKind, Prefix, Workbench};
use crate::i18n::Arg;
use crate::model::TagKind;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::keys::{all_keys_of, tag_key};
use crate::ui::panels::{tag_hue, tag_name};
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{Button, Label, ListRow, TextField, dialog_from_above, scroll_rows};

/// Width of the palette, height of a row, points; and how many rows show.
const WIDTH: f32 = 560.0;
const ROW: f32 = 30.0;
const ROWS: usize = 13;

/// What is typed, what it found, and which row the keys are on.
#[derive(Debug)]
pub(in crate::ui) struct CommandList {
    query: String,
    row: usize,
    focused: bool,
    /// What was typed, how much could be found, and what was.
    found: Option<(String, u64, Vec<Found>)>,
}

/// What a row shows.
struct Shown {
    title: String,
    aside: String,
    keys: Vec<String>,
    enabled: bool,
}

impl CommandList {
    /// A palette in which this is typed already.
    pub(super) fn new(start: &str) -> Self {
        Self {
            query: start.to_owned(),
            row: 0,
            focused: false,
            found: None,
        }
    }

    /// Looks again when something else was typed, or more names were read: then
    /// the row stays on what it was on.
    fn find(&mut self, wb: &Workbench) {
        let read = wb.names_read();
        let known = self.found.as_ref();
        if known.is_some_and(|(query, at, _)| *query == self.query && *at == read) {
            return;
        }
        let rows = wb.find_anything(&self.query);
        let on = known
            .filter(|(query, ..)| *query == self.query && self.row > 0)
            .and_then(|(.., before)| before.get(self.row));
        self.row = on
            .and_then(|on| rows.iter().position(|row| row.kind == on.kind))
            .unwrap_or(0);
        self.found = Some((self.query.clone(), read, rows));
    }

    /// Draws the palette. Returns whether it stays open.
    pub(super) fn dialog_ui(
        &mut self,
        ctx: &Context,
        wb: &Workbench,
        actions: &mut Vec<Action>,
    ) -> bool {
        let messages = wb.messages();
        let title = messages.text("palette-title");
        self.find(wb);
        let found = self.found.take();
        let rows = found.as_ref().map_or(&[][..], |(.., rows)| rows);
        let response = dialog_from_above(ctx, "commands", &title, WIDTH, |ui| {
            let last = rows.len().saturating_sub(1);
            let keys = list_keys(ui, &mut self.row, last);
            self.row = self.row.min(last);
            let hint = messages.text("palette-hint");
            TextField::new("commands", &title, &mut self.query)
                .placeholder(&hint)
                .search()
                .width(WIDTH)
                .request_focus(!std::mem::replace(&mut self.focused, true))
                .show(ui);
            ui.add_space(4.0);
            self.prefixes_ui(ui, wb);
            ui.add_space(4.0);
            if rows.is_empty() {
                let query = Arg::from(self.query.as_str());
                let none = messages.format("palette-empty", &[("query", query)]);
                Label::new(&none).second().show(ui);
            }
            let mut chosen = None;
            let height = rows.len().min(ROWS) as f32 * ROW;
            ui.allocate_ui(vec2(WIDTH, height), |ui| {
                let reveal = keys.moved.then_some(self.row);
                scroll_rows(
                    ui,
                    "palette",
                    ROW,
                    rows.len(),
                    &title,
                    reveal,
                    |ui, index| {
                        let Some(row) = rows.get(index) else { return };
                        let on = index == self.row;
                        let mut shown = shown(wb, &row.kind);
                        if row.recent && shown.enabled {
                            shown.aside = messages.text("palette-recent");
                        }
                        let clicked = row_ui(ui, wb, row, &shown, index, on);
                        if shown.enabled && (clicked || (on && keys.enter)) {
                            chosen = Some(row.kind.clone());
                        }
                        // What was chosen lately stands apart.
                        let next = rows.get(index + 1);
                        if row.recent && next.is_some_and(|next| !next.recent) {
                            let rect = ui.min_rect();
                            let line = Theme::get(ui.ctx()).hairline;
                            ui.painter().hline(
                                rect.x_range(),
                                rect.bottom() - 0.5,
                                egui::Stroke::new(1.0, line),
                            );
                        }
                    },
                );
            });
            chosen
        });
        self.found = found;
        match response.inner {
            Some(kind) => {
                actions.push(Action::Choose(kind));
                false
            }
            None => !response.dismissed,
        }
    }

    /// The signs that restrict what is found; a press puts one in.
    fn prefixes_ui(&mut self, ui: &mut Ui, wb: &Workbench) {
        let now = Prefix::of(&self.query);
        let direction = UiDirection::get(ui.ctx());
        ui.allocate_ui_with_layout(vec2(WIDTH, 28.0), direction.row(), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for prefix in Prefix::ALL {
                let name = wb.messages().text(prefix.message());
                let button = Button::new(&name)
                    .quiet()
                    .key(prefix.sign())
                    .selected(now == Some(prefix));
                if button.show(ui).clicked() {
                    let rest = match now {
                        Some(now) => self.query.trim_start().trim_start_matches(now.sign()),
                        None => self.query.as_str(),
                    };
                    self.query = if now == Some(prefix) {
                        rest.to_owned()
                    } else {
                        format!("{}{rest}", prefix.sign())
                    };
                    self.focused = false;
                }
            }
        });
    }
}

fn row_ui(
    ui: &mut Ui,
    wb: &Workbench,
    found: &Found,
    shown: &Shown,
    index: usize,
    on: bool,
) -> bool {
    let row = ListRow::new(&shown.title)
        .sans()
        .aside(&shown.aside)
        .keys(&shown.keys)
        .enabled(shown.enabled)
        .nth(index)
        .selected(on);
    let row = match &found.kind {
        FoundKind::Command(_) => row.indented(),
        FoundKind::Tag(id) => match wb.project().tag(id) {
            Some(tag) => row.swatch(tag_hue(ui, tag)),
            None => row,
        },
        FoundKind::Entity(id) => {
            let entity = wb.project().entity(id);
            let tag = entity.and_then(|entity| wb.project().tag(entity.tag.as_ref()?));
            match tag {
                Some(tag) => row.swatch(tag_hue(ui, tag)),
                None => row.indented(),
            }
        }
        FoundKind::Document(_) => row.colored_icon(Icon::Document, Theme::get(ui.ctx()).second),
    };
    row.show(ui).clicked()
}

/// The words of a row.
fn shown(wb: &Workbench, kind: &FoundKind) -> Shown {
    let messages = wb.messages();
    let mut shown = Shown {
        title: String::new(),
        aside: String::new(),
        keys: Vec::new(),
        enabled: true,
    };
    match kind {
        FoundKind::Command(id) => {
            shown.title = messages.command_title(id);
            shown.keys = all_keys_of(wb, id);
            shown.keys.truncate(2);
            if let Some(command) = command(id) {
                let why = wb.why_not(command);
                shown.enabled = why.is_none();
                shown.aside = why.unwrap_or_else(|| messages.text(command.menu.message()));
            }
        }
        FoundKind::Tag(id) => {
            if let Some(tag) = wb.project().tag(id) {
                let name = Arg::from(tag_name(wb, tag));
                let document = wb.active_document().map(|document| &document.id);
                let has = document.is_some_and(|id| wb.own_document_mark(id, &tag.id).is_some());
                let title = match tag.kind {
                    TagKind::Document if has => "command-document-untag",
                    TagKind::Document => "command-document-tag-with",
                    _ => "command-annotation-tag-with",
                };
                shown.title = messages.format(title, &[("tag", name)]);
                shown.aside = wb.tag_path(tag);
                shown.keys = vec![tag_key(wb, tag)];
                shown.keys.retain(|key| !key.is_empty());
            }
            shown.enabled = wb.can_edit() && wb.active_reader().is_some();
            if !shown.enabled {
                shown.aside = messages.text(if wb.can_edit() {
                    "cannot-no-document"
                } else {
                    "cannot-read-only"
                });
            }
        }
        FoundKind::Entity(id) => {
            let entity = wb.project().entity(id);
            shown.title = entity.map_or_else(String::new, |entity| entity.name.clone());
            let count = wb.project().mention_count(id);
            shown.aside = messages.format("palette-mentions", &[("count", Arg::from(count))]);
            shown.enabled = count > 0;
        }
        FoundKind::Document(id) => {
            let document = wb.project().document(id);
            shown.title = document.map_or_else(String::new, |document| document.title.clone());
        }
    }
    shown
}
