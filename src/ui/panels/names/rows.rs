//! The rows of the list of names: an entity, a name that mentions nobody, a
//! document under the lit entity.
//!
//! Lives here: how one row looks and what is done with it. Not here: which
//! rows there are (command).
//!
//! **Invariant:** a row shows what the project says now, not what it said when
//! the list was made.

use std::collections::BTreeSet;

use egui::{Key, Modifiers, Ui};

use crate::command::{Args, CountOf, Owner, Workbench};
use crate::language::invisible::label_level;
use crate::model::{Entity, Id};
use crate::ui::access::is_listening;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::panels::{counted, flag_color, tag_hue, tag_name};
use crate::ui::theme::Theme;
use crate::ui::unseen::label_warning;
use crate::ui::widgets::{ListRow, MenuRow, context_menu, menu_separator, tooltip};

/// An entity; a click goes to its next mention, a double click shows what is
/// known of it.
pub(super) fn entity_ui(
    ui: &mut Ui,
    wb: &Workbench,
    id: &Id,
    index: usize,
    picked: &mut BTreeSet<Id>,
    actions: &mut Vec<Action>,
) {
    let Some(entity) = wb.project().entity(id) else {
        return;
    };
    let messages = wb.messages();
    let tag = entity.tag.as_ref().and_then(|tag| wb.project().tag(tag));
    let of = CountOf::Entity(id);
    let count = wb.marks_counted(of);
    let times = messages.number(count);
    let aside = short_names(wb, entity);
    let said = if is_listening(ui.ctx()) {
        let times = counted(wb, "count-marks", count);
        tag.map_or(times.clone(), |tag| {
            format!("{}; {times}", tag_name(wb, tag))
        })
    } else {
        String::new()
    };
    let mut row = ListRow::new(&entity.name)
        .aside(&aside)
        .nth(index)
        .said(&said)
        .count(&times)
        .selected(wb.lit_entity() == Some(id) || picked.contains(id));
    if picked.contains(id) {
        row = row.icon(Icon::Check);
    } else if let Some(tag) = tag {
        row = row.swatch(tag_hue(ui, tag));
    }
    let flag = label_level(&entity.name);
    if let Some(level) = flag {
        row = row.warning(flag_color(&Theme::get(ui.ctx()), level));
    }
    let mut response = row.show(ui);
    if flag.is_some() {
        response = tooltip(response, &label_warning(messages, &entity.name));
    } else if response.hovered()
        && let Some(people) = wb.marks_by_person(of)
    {
        response = tooltip(response, &people);
    }
    // Asked before the keys are: both lock what egui keeps.
    let (clicked, focused) = (response.clicked(), response.has_focus());
    let (adds, edit, merge) = ui.input_mut(|input| {
        let with_ctrl = input.modifiers.command && clicked;
        let mut pressed = |key| focused && input.consume_key(Modifiers::NONE, key);
        let adds = pressed(Key::Insert) || with_ctrl;
        (adds, pressed(Key::E), pressed(Key::M))
    });
    if adds {
        // One more to be merged with the others, or one less.
        if !picked.remove(id) {
            picked.insert(id.clone());
        }
    } else if response.double_clicked() {
        actions.push(Action::Run("entity.edit", Args::Id(id.clone())));
    } else if clicked {
        picked.clear();
        if count == 0 {
            actions.push(Action::ChooseEntity(Some(id.clone())));
        } else {
            actions.push(Action::Run("entity.mention-next", Args::Id(id.clone())));
        }
    }
    if merge && picked.len() > 1 {
        actions.push(Action::AskMerge(picked.iter().cloned().collect()));
    } else if merge {
        actions.push(Action::Run("entity.merge", Args::Id(id.clone())));
    }
    if edit {
        actions.push(Action::Run("entity.edit", Args::Id(id.clone())));
    }
    context_menu(ui, &response, |ui| {
        if picked.len() > 1 && picked.contains(id) {
            let title = counted(wb, "entities-merge-picked", picked.len());
            if MenuRow::new(&title)
                .enabled(wb.can_edit())
                .show(ui)
                .clicked()
            {
                actions.push(Action::AskMerge(picked.iter().cloned().collect()));
            }
            menu_separator(ui);
        }
        for (command, needs_edit) in [
            ("entity.edit", false),
            ("entity.mention-next", false),
            ("entity.merge", true),
            ("entity.remove", true),
        ] {
            let title = messages.text(&format!("command-{}", command.replace('.', "-")));
            let row = MenuRow::new(&title).enabled(!needs_edit || wb.can_edit());
            if row.show(ui).clicked() {
                actions.push(Action::Run(command, Args::Id(id.clone())));
            }
        }
    });
}

/// A name without an entity; a click goes to its next mark.
pub(super) fn name_ui(
    ui: &mut Ui,
    wb: &Workbench,
    owner: Owner,
    index: usize,
    actions: &mut Vec<Action>,
) {
    let Some(name) = wb.registry().name_with(owner) else {
        return;
    };
    let Some(tag) = wb.project().tag(name.key.tag()) else {
        return;
    };
    let messages = wb.messages();
    let chosen = wb
        .selected_mark()
        .is_some_and(|mark| wb.registry().owner_of(&mark.id) == Some(owner));
    let count = wb.name_marks_counted(owner);
    let times = messages.number(count);
    let said = if is_listening(ui.ctx()) {
        let times = counted(wb, "count-marks", count);
        let unlinked = messages.text("entities-unlinked");
        format!("{}; {unlinked}; {times}", tag_name(wb, tag))
    } else {
        String::new()
    };
    let mut row = ListRow::new(&name.surface)
        .nth(index)
        .said(&said)
        .hollow_swatch(tag_hue(ui, tag))
        .count(&times)
        .selected(chosen);
    let flag = label_level(&name.surface);
    if let Some(level) = flag {
        row = row.warning(flag_color(&Theme::get(ui.ctx()), level));
    }
    let mut response = row.show(ui);
    if flag.is_some() {
        response = tooltip(response, &label_warning(messages, &name.surface));
    }
    if response.clicked() {
        actions.extend(next_of_name(wb, owner));
    }
    context_menu(ui, &response, |ui| {
        for command in ["entity.link-everywhere", "entity.new"] {
            let title = messages.text(&format!("command-{}", command.replace('.', "-")));
            if MenuRow::new(&title)
                .enabled(wb.can_edit())
                .show(ui)
                .clicked()
            {
                actions.extend(next_of_name(wb, owner));
                actions.push(Action::Run(command, Args::None));
            }
        }
    });
}

/// The mark of a name after the chosen one, and round again.
pub(super) fn next_of_name(wb: &Workbench, owner: Owner) -> Option<Action> {
    let registry = wb.registry();
    let chosen = wb
        .selected_mark()
        .filter(|mark| registry.owner_of(&mark.id) == Some(owner))
        .and_then(|mark| registry.spot_of(&mark.id));
    let next = registry.step(owner, chosen.as_ref(), true)?;
    Some(Action::GoToMark(next.mark))
}

/// A document of the entity above; a click goes to its next mention there.
pub(super) fn document_ui(
    ui: &mut Ui,
    wb: &Workbench,
    (id, times): (&Id, usize),
    index: usize,
    actions: &mut Vec<Action>,
) {
    let (Some(document), Some(entity)) = (wb.project().document(id), wb.lit_entity()) else {
        return;
    };
    let count = wb.messages().number(times);
    let here = wb.selected_mark().is_some_and(|mark| mark.document == *id);
    let row = ListRow::new(&document.title)
        .indented()
        .nth(index)
        .count(&count)
        .show(ui);
    if row.clicked() {
        let spots = wb.registry().mentions_in(entity, document.order, id);
        let at = wb
            .selected_mark()
            .filter(|_| here)
            .and_then(|mark| spots.iter().position(|spot| spot.mark == mark.id));
        let next = at.map_or(0, |at| at + 1) % spots.len().max(1);
        if let Some(spot) = spots.get(next) {
            actions.push(Action::GoToMark(spot.mark.clone()));
        }
    }
}

/// The most other names that are told beside one.
const MOST_NAMES: usize = 3;

/// Other names of an entity, a few of them.
pub(in crate::ui) fn short_names(wb: &Workbench, entity: &Entity) -> String {
    let others: Vec<&str> = entity
        .surfaces
        .iter()
        .map(String::as_str)
        .filter(|surface| *surface != entity.name)
        .take(MOST_NAMES)
        .collect();
    let comma = match wb.messages().language() {
        crate::i18n::Language::En => ", ",
        crate::i18n::Language::Ar => "، ",
    };
    others.join(comma)
}
