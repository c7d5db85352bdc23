//! What is chosen above the list: the words, where and how they are looked
//! for, what is done, the tag and the entity.

use egui::{Rect, Ui, vec2};

use crate::command::{Args, EntityChoice, TagAll, TagScope, TagTask, Workbench};
use crate::i18n::Arg;
use crate::model::TagKind;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, Label, MenuRow, TextField, drop_down_menu, icon_button, row, segmented, tooltip,
};

use super::TagAllList;

/// Height of a row of choices, points.
const LINE: f32 = 36.0;
/// Width of the field with the words, points.
const WORDS: f32 = 240.0;
/// Width of the bar that says how far the search is, points.
const BAR: f32 = 72.0;

impl TagAllList {
    pub(super) fn choices_ui(
        &mut self,
        ui: &mut Ui,
        wb: &Workbench,
        open: &TagAll,
        actions: &mut Vec<Action>,
    ) {
        row(ui, LINE, |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            self.words_ui(ui, wb, open, actions);
            task_ui(ui, wb, open, actions);
            self.picker.chosen_ui(ui, wb, open);
            let is_name = open
                .tag()
                .and_then(|tag| wb.project().tag(tag))
                .is_none_or(|tag| tag.kind == TagKind::Entity);
            if is_name && open.task() != TagTask::Unmark {
                entity_ui(ui, wb, open, actions);
            }
        });
        row(ui, LINE, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if !open.is_given() {
                scope_ui(ui, wb, open, actions);
                switches_ui(ui, wb, open, actions);
            }
            let rest = UiDirection::get(ui.ctx()).row_from_end();
            ui.with_layout(rest, |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                state_ui(ui, wb, open, actions);
            });
        });
    }

    fn words_ui(&mut self, ui: &mut Ui, wb: &Workbench, open: &TagAll, actions: &mut Vec<Action>) {
        if open.words() != self.given {
            open.words().clone_into(&mut self.words);
            open.words().clone_into(&mut self.given);
        }
        let name = wb.messages().text("tag-all-words");
        let field = TextField::new("tag-all-words", &name, &mut self.words)
            .placeholder(&name)
            .search()
            .width(WORDS.min(ui.available_width() * 0.4))
            .show(ui);
        if self.words != self.given {
            self.given.clone_from(&self.words);
            actions.push(Action::TagAllWords(self.words.clone()));
        }
        let leaves = field.response.has_focus()
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowDown));
        if field.submitted || leaves {
            field.response.surrender_focus();
            // It was the field's Enter, not the list's.
            ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
        }
    }
}

/// Mark, change, remove.
fn task_ui(ui: &mut Ui, wb: &Workbench, open: &TagAll, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let tasks = [
        (TagTask::Mark, messages.text("tag-all-mark")),
        (TagTask::Retype, messages.text("tag-all-retype")),
        (TagTask::Unmark, messages.text("tag-all-unmark")),
    ];
    let tasks = tasks.each_ref().map(|(task, name)| (*task, name.as_str()));
    let mut task = open.task();
    let name = messages.text("tag-all-task");
    if segmented(ui, &name, &tasks, &mut task).changed() {
        let id = match task {
            TagTask::Mark => "tag-all.mark",
            TagTask::Retype => "tag-all.retype",
            TagTask::Unmark => "tag-all.unmark",
        };
        actions.push(Action::Run(id, Args::None));
    }
}

/// In this document, in those that are open, in all.
fn scope_ui(ui: &mut Ui, wb: &Workbench, open: &TagAll, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let scopes = [
        (TagScope::Document, messages.text("tag-all-scope-document")),
        (TagScope::Open, messages.text("tag-all-scope-open")),
        (TagScope::Project, messages.text("tag-all-scope-project")),
    ];
    let scopes = scopes
        .each_ref()
        .map(|(scope, name)| (*scope, name.as_str()));
    let mut scope = open.choices().scope;
    let name = messages.text("tag-all-scope");
    if segmented(ui, &name, &scopes, &mut scope).changed() {
        let id = match scope {
            TagScope::Document => "tag-all.document",
            TagScope::Open => "tag-all.readers",
            TagScope::Project => "tag-all.project",
        };
        actions.push(Action::Run(id, Args::None));
    }
}

/// Exact, clitics, other names, lines outside the article.
fn switches_ui(ui: &mut Ui, wb: &Workbench, open: &TagAll, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let choices = open.choices();
    let mut switch = |ui: &mut Ui, id: &'static str, on: bool, title: &str, hint: &str| {
        let response = Button::new(title).quiet().selected(on).show(ui);
        if tooltip(response, hint).clicked() {
            actions.push(Action::Run(id, Args::None));
        }
    };
    for (id, on, title, hint) in [
        (
            "tag-all.exact",
            choices.exact,
            "tag-all-exact",
            "tag-all-exact-hint",
        ),
        (
            "tag-all.clitics",
            choices.clitics,
            "tag-all-clitics",
            "tag-all-clitics-hint",
        ),
        (
            "tag-all.furniture",
            choices.furniture,
            "tag-all-furniture",
            "tag-all-furniture-hint",
        ),
    ] {
        let marks_only = id != "tag-all.exact" && open.task() != TagTask::Mark;
        if !marks_only {
            switch(ui, id, on, &messages.text(title), &messages.text(hint));
        }
    }
    let offered = open.offered_entity().and_then(|id| wb.project().entity(id));
    if let Some(entity) = offered {
        let others = entity
            .surfaces
            .iter()
            .chain(std::iter::once(&entity.name))
            .map(String::as_str)
            .collect::<std::collections::BTreeSet<&str>>()
            .len()
            .saturating_sub(1);
        if others > 0 {
            let title = messages.format("tag-all-aliases", &[("count", Arg::from(others))]);
            let hint = messages.format(
                "tag-all-aliases-hint",
                &[("entity", Arg::from(entity.name.as_str()))],
            );
            switch(ui, "tag-all.aliases", choices.aliases, &title, &hint);
        }
    }
}

/// Whose mentions the marks will be.
fn entity_ui(ui: &mut Ui, wb: &Workbench, open: &TagAll, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let label = messages.text("tag-all-entity");
    Label::new(&label).second().extend().show(ui);
    let none = messages.text("tag-all-entity-none");
    let new = messages.format("tag-all-entity-new", &[("name", Arg::from(open.words()))]);
    let known = |id| wb.project().entity(id).map(|entity| entity.name.as_str());
    let title = match open.entity() {
        EntityChoice::None => none.as_str(),
        EntityChoice::New => new.as_str(),
        EntityChoice::Known(id) => known(id).unwrap_or(&none),
    };
    let button = Button::new(title).icon(Icon::ChevronDown).show(ui);
    drop_down_menu(ui, &button, |ui| {
        let mut choice = |ui: &mut Ui, id: &'static str, title: &str, entity: &EntityChoice| {
            let row = MenuRow::new(title).checked(open.entity() == entity);
            if row.show(ui).clicked() {
                actions.push(Action::Run(id, Args::None));
            }
        };
        choice(ui, "tag-all.no-entity", &none, &EntityChoice::None);
        if let Some(id) = open.offered_entity()
            && let Some(name) = known(id)
        {
            let known = EntityChoice::Known(id.clone());
            choice(ui, "tag-all.entity", name, &known);
        }
        if open.task() == TagTask::Mark {
            choice(ui, "tag-all.new-entity", &new, &EntityChoice::New);
        }
    });
}

/// How far the search is, and how much is ticked.
fn state_ui(ui: &mut Ui, wb: &Workbench, open: &TagAll, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let (done, total) = open.progress();
    let numbers = [("done", Arg::from(done)), ("total", Arg::from(total))];
    if open.is_searching() {
        let stop = messages.text("tag-all-stop");
        if icon_button(ui, Icon::Close, &stop, false).clicked() {
            actions.push(Action::Run("tag-all.stop", Args::None));
        }
        let (rect, response) = ui.allocate_exact_size(vec2(BAR, 4.0), egui::Sense::hover());
        let text = messages.format("tag-all-looking", &numbers);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, text.as_str())
        });
        let theme = Theme::get(ui.ctx());
        ui.painter().rect_filled(rect, 2.0, theme.hairline);
        let part = done as f32 / total.max(1) as f32 * rect.width();
        let direction = UiDirection::get(ui.ctx());
        let from = direction.start_x(rect);
        let to = from + direction.sign() * part;
        let bar = Rect::from_x_y_ranges(from.min(to)..=from.max(to), rect.y_range());
        ui.painter().rect_filled(bar, 2.0, theme.accent);
        return;
    }
    let text = if open.is_stopped() {
        messages.format("tag-all-stopped", &numbers)
    } else {
        let counts = [
            ("count", Arg::from(open.ticked())),
            ("total", Arg::from(open.row_count())),
        ];
        messages.format("tag-all-count", &counts)
    };
    Label::new(&text).size(11.5).second().elide().show(ui);
}
