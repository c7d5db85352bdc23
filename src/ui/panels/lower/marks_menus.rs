//! The menus above the table of marks: which are shown, and what is done to
//! those that are picked.

use egui::Ui;

use crate::command::{Args, MarkFilter, Workbench};
use crate::i18n::Arg;
use crate::model::Id;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{marking_tags, tag_hue, tag_name};
use crate::ui::widgets::{Button, MenuRow, drop_down_menu, menu_separator, submenu};

/// Tags offered to filter by.
const MOST_TAGS: usize = 40;

/// How many things a filter asks for beside words.
fn asked(filter: &MarkFilter) -> usize {
    [
        !filter.tags.is_empty(),
        filter.entity.is_some(),
        filter.document.is_some(),
        filter.by.is_some(),
        filter.note.is_some(),
        filter.linked.is_some(),
        filter.unanswered,
    ]
    .into_iter()
    .filter(|asked| *asked)
    .count()
}

/// The button with all filters but the words.
pub(super) fn filter_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let filter = wb.mark_filter();
    let title = match asked(filter) {
        0 => messages.text("list-filter"),
        count => messages.format("list-filter-on", &[("count", Arg::from(count))]),
    };
    let button = Button::new(&title)
        .quiet()
        .icon(Icon::ChevronDown)
        .selected(asked(filter) > 0)
        .show(ui);
    drop_down_menu(ui, &button, |ui| {
        let mut set = |change: &dyn Fn(&mut MarkFilter)| {
            let mut filter = filter.clone();
            change(&mut filter);
            actions.push(Action::FilterMarks(filter));
        };
        submenu(ui, &messages.text("marks-column-tag"), |ui| {
            tags_ui(ui, wb, &mut set);
        });
        if wb.project().analysts().len() > 1 {
            submenu(ui, &messages.text("marks-column-by"), |ui| {
                people_ui(ui, wb, &mut set);
            });
        }
        menu_separator(ui);
        let here = wb.active_document().map(|document| document.id.clone());
        let only_here = filter.document.is_some();
        if row(ui, wb, "marks-this-document", only_here) {
            set(&|filter| filter.document = here.clone().filter(|_| !only_here));
        }
        let entity = wb.selected_mark().and_then(|mark| mark.entity.clone());
        let name = filter
            .entity
            .as_ref()
            .or(entity.as_ref())
            .and_then(|id| wb.project().entity(id))
            .map(|entity| entity.name.as_str());
        if let Some(name) = name {
            let title = messages.format("marks-this-entity", &[("name", Arg::from(name))]);
            let on = filter.entity.is_some();
            if MenuRow::new(&title).checked(on).show(ui).clicked() {
                set(&|filter| filter.entity = entity.clone().filter(|_| !on));
            }
        }
        menu_separator(ui);
        for (title, with) in [("marks-with-note", true), ("marks-without-note", false)] {
            let on = filter.note == Some(with);
            if row(ui, wb, title, on) {
                set(&|filter| filter.note = (!on).then_some(with));
            }
        }
        for (title, with) in [("marks-with-entity", true), ("marks-without-entity", false)] {
            let on = filter.linked == Some(with);
            if row(ui, wb, title, on) {
                set(&|filter| filter.linked = (!on).then_some(with));
            }
        }
        if row(ui, wb, "marks-unanswered", filter.unanswered) {
            set(&|filter| filter.unanswered = !filter.unanswered);
        }
        if asked(filter) > 0 {
            menu_separator(ui);
            if MenuRow::new(&messages.text("list-filter-none"))
                .show(ui)
                .clicked()
            {
                set(&|filter| {
                    *filter = MarkFilter {
                        text: filter.text.clone(),
                        ..MarkFilter::default()
                    }
                });
            }
        }
    });
}

fn row(ui: &mut Ui, wb: &Workbench, title: &str, on: bool) -> bool {
    let title = wb.messages().text(title);
    MenuRow::new(&title).checked(on).show(ui).clicked()
}

fn tags_ui(ui: &mut Ui, wb: &Workbench, set: &mut impl FnMut(&dyn Fn(&mut MarkFilter))) {
    let filter = wb.mark_filter();
    let project = wb.project();
    let used = project
        .tags()
        .filter(|tag| project.tag_count(&tag.id) > 0 || filter.tags.contains(&tag.id));
    for tag in used.take(MOST_TAGS) {
        let count = wb.messages().number(project.tag_count(&tag.id));
        let title = format!("\u{2068}{}\u{2069} · {count}", tag_name(wb, tag));
        let on = filter.tags.contains(&tag.id);
        let row = MenuRow::new(&title)
            .swatch(tag_hue(ui, tag))
            .checked(on)
            .show(ui);
        if row.clicked() {
            set(&|filter| {
                if !filter.tags.remove(&tag.id) {
                    filter.tags.insert(tag.id.clone());
                }
            });
        }
    }
}

fn people_ui(ui: &mut Ui, wb: &Workbench, set: &mut impl FnMut(&dyn Fn(&mut MarkFilter))) {
    for analyst in wb.project().analysts() {
        let on = wb.mark_filter().by.as_ref() == Some(&analyst.id);
        if MenuRow::new(&analyst.name).checked(on).show(ui).clicked() {
            set(&|filter| filter.by = (!on).then(|| analyst.id.clone()));
        }
    }
}

/// The button with what is done to the marks that are picked.
pub(super) fn actions_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let title = messages.text("lower-marks");
    let button = Button::new(&title).quiet().icon(Icon::ChevronDown).show(ui);
    drop_down_menu(ui, &button, |ui| {
        for id in ["marks.pick-all", "marks.pick-none"] {
            command_row(ui, wb, id, actions);
        }
        menu_separator(ui);
        rows_ui(ui, wb, actions);
    });
}

/// What is done to the marks that are picked, as rows of a menu.
pub(super) fn rows_ui(ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
    let messages = wb.messages();
    let possible = wb.can_edit() && wb.picked_count() > 0;
    if possible {
        submenu(ui, &messages.text("command-marks-retag"), |ui| {
            for tag in marking_tags(wb).filter(|tag| !tag.retired) {
                let row = MenuRow::new(tag_name(wb, tag)).swatch(tag_hue(ui, tag));
                if row.show(ui).clicked() {
                    let tag: Id = tag.id.clone();
                    actions.push(Action::Run("marks.retag", Args::Id(tag)));
                }
            }
        });
    }
    for id in ["marks.remove", "marks.documents-done"] {
        command_row(ui, wb, id, actions);
    }
    menu_separator(ui);
    for id in ["marks.copy", "marks.copy-counts"] {
        command_row(ui, wb, id, actions);
    }
}

fn command_row(ui: &mut Ui, wb: &Workbench, id: &'static str, actions: &mut Vec<Action>) {
    let enabled = crate::command::table::command(id).is_some_and(|command| (command.enabled)(wb));
    let title = wb.messages().command_title(id);
    if MenuRow::new(&title).enabled(enabled).show(ui).clicked() {
        actions.push(Action::Run(id, Args::None));
    }
}
