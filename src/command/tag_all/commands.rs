//! The rows of the table for "tag all".

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::command::go::id_of;
use crate::command::table::{Args, Command, Menu, row};
use crate::command::{CommandError, Refusal, Request, Workbench};
use crate::model::{Id, TagKind};

use super::{EntityChoice, TagAll, TagChoices, TagScope, TagTask};

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The entry of the menu that holds what is done to all occurrences beside
/// marking them, and the rows for the open list.
const SUBMENU: &str = "menu-tag-all";

pub(in crate::command) const COMMANDS: &[Command] = &[
    row(
        "annotation.tag-all",
        Menu::Mark,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::A)],
        |wb| wb.can_edit() && wb.active_reader().is_some(),
        |wb, args| open(wb, TagTask::Mark, args),
    )
    .group(),
    row(
        "annotation.retype-all",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.active_reader().is_some(),
        |wb, args| open(wb, TagTask::Retype, args),
    )
    .within(SUBMENU),
    row(
        "annotation.untag-all",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.active_reader().is_some(),
        |wb, args| open(wb, TagTask::Unmark, args),
    )
    .within(SUBMENU),
    row(
        "annotation.tag-found",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.find().open && !wb.find().query.trim().is_empty(),
        |wb, _| wb.tag_all_found(),
    )
    .within(SUBMENU),
    row("tag-all.apply", Menu::Mark, &[], ready, |wb, _| {
        wb.apply_tag_all().map(drop)
    })
    .within(SUBMENU)
    .group(),
    row("tag-all.tag", Menu::Mark, &[], is_open, |wb, args| {
        if let Some(tag) = id_of(args) {
            return choose_tag(wb, &tag.clone());
        }
        wb.request(Request::PickTag("tag-all.tag"));
        Ok(())
    })
    .within(SUBMENU),
    row("tag-all.tick", Menu::Mark, &[], has_lines, |wb, _| {
        wb.turn_tag_line()
    })
    .within(SUBMENU),
    row("tag-all.fold", Menu::Mark, &[], has_lines, |wb, _| {
        wb.fold_tag_group()
    })
    .within(SUBMENU),
    row("tag-all.mark", Menu::Mark, &[], is_open, |wb, _| {
        wb.choose_task_for_all(TagTask::Mark);
        Ok(())
    })
    .within(SUBMENU)
    .group()
    .switch(|wb| does(wb, TagTask::Mark)),
    row("tag-all.retype", Menu::Mark, &[], is_open, |wb, _| {
        wb.choose_task_for_all(TagTask::Retype);
        Ok(())
    })
    .within(SUBMENU)
    .switch(|wb| does(wb, TagTask::Retype)),
    row("tag-all.unmark", Menu::Mark, &[], is_open, |wb, _| {
        wb.choose_task_for_all(TagTask::Unmark);
        Ok(())
    })
    .within(SUBMENU)
    .switch(|wb| does(wb, TagTask::Unmark)),
    row("tag-all.no-entity", Menu::Mark, &[], is_open, |wb, _| {
        wb.choose_entity_for_all(EntityChoice::None);
        Ok(())
    })
    .within(SUBMENU)
    .group()
    .switch(|wb| mentions(wb, &EntityChoice::None)),
    row("tag-all.entity", Menu::Mark, &[], has_entity, |wb, args| {
        let named = match args {
            Args::Id(id) => Some(id.clone()),
            _ => wb.tag_all_or_say()?.offered_entity().cloned(),
        };
        if let Some(id) = named.filter(|id| wb.project().entity(id).is_some()) {
            wb.choose_entity_for_all(EntityChoice::Known(id));
        }
        Ok(())
    })
    .within(SUBMENU)
    .switch(|wb| {
        let chosen = wb.tag_all().map(TagAll::entity);
        matches!(chosen, Some(EntityChoice::Known(_)))
    }),
    row("tag-all.new-entity", Menu::Mark, &[], is_open, |wb, _| {
        wb.choose_entity_for_all(EntityChoice::New);
        Ok(())
    })
    .within(SUBMENU)
    .switch(|wb| mentions(wb, &EntityChoice::New)),
    row("tag-all.all", Menu::Mark, &[], is_open, |wb, _| {
        wb.tick_all_tag_rows(true);
        Ok(())
    })
    .within(SUBMENU)
    .group(),
    row("tag-all.none", Menu::Mark, &[], is_open, |wb, _| {
        wb.tick_all_tag_rows(false);
        Ok(())
    })
    .within(SUBMENU),
    row("tag-all.document", Menu::Mark, &[], is_open, |wb, _| {
        look_in(wb, TagScope::Document)
    })
    .within(SUBMENU)
    .group()
    .switch(|wb| chosen(wb, |choices| choices.scope == TagScope::Document)),
    row("tag-all.readers", Menu::Mark, &[], is_open, |wb, _| {
        look_in(wb, TagScope::Open)
    })
    .within(SUBMENU)
    .switch(|wb| chosen(wb, |choices| choices.scope == TagScope::Open)),
    row("tag-all.project", Menu::Mark, &[], is_open, |wb, _| {
        look_in(wb, TagScope::Project)
    })
    .within(SUBMENU)
    .switch(|wb| chosen(wb, |choices| choices.scope == TagScope::Project)),
    row("tag-all.exact", Menu::Mark, &[], is_open, |wb, _| {
        turn(wb, |choices| choices.exact = !choices.exact)
    })
    .within(SUBMENU)
    .group()
    .switch(|wb| chosen(wb, |choices| choices.exact)),
    row("tag-all.clitics", Menu::Mark, &[], is_open, |wb, _| {
        turn(wb, |choices| choices.clitics = !choices.clitics)
    })
    .within(SUBMENU)
    .switch(|wb| chosen(wb, |choices| choices.clitics)),
    row("tag-all.aliases", Menu::Mark, &[], has_entity, |wb, _| {
        turn(wb, |choices| choices.aliases = !choices.aliases)
    })
    .within(SUBMENU)
    .switch(|wb| chosen(wb, |choices| choices.aliases)),
    row("tag-all.furniture", Menu::Mark, &[], is_open, |wb, _| {
        turn(wb, |choices| choices.furniture = !choices.furniture)
    })
    .within(SUBMENU)
    .switch(|wb| chosen(wb, |choices| choices.furniture)),
    row(
        "tag-all.stop",
        Menu::Mark,
        &[],
        |wb| wb.tag_all().is_some_and(TagAll::is_searching),
        |wb, _| {
            wb.stop_tag_all();
            Ok(())
        },
    )
    .within(SUBMENU)
    .group(),
    row("tag-all.close", Menu::Mark, &[], is_open, |wb, _| {
        wb.close_tag_all();
        Ok(())
    })
    .within(SUBMENU),
];

/// Opens the list: for words, for a tag on what is chosen, or for what is
/// chosen.
fn open(wb: &mut Workbench, task: TagTask, args: &Args) -> Result<(), CommandError> {
    match args {
        Args::Text(words) => wb.open_tag_all(task, Some(words), None),
        Args::Id(tag) => {
            let tag: Id = tag.clone();
            wb.open_tag_all(task, None, Some(&tag))
        }
        Args::None | Args::Paths(_) | Args::Tag(..) => wb.open_tag_all(task, None, None),
    }
}

/// Chooses the tag of the list; not one that is for documents or relations,
/// nor a retired one.
fn choose_tag(wb: &mut Workbench, id: &Id) -> Result<(), CommandError> {
    let Some(tag) = wb.project().tag(id) else {
        return Err(CommandError::message("error-no-tag-chosen"));
    };
    if !matches!(tag.kind, TagKind::Entity | TagKind::Passage) {
        return Err(CommandError::message("error-tag-of-documents"));
    }
    if tag.retired
        && wb
            .tag_all()
            .is_some_and(|open| open.task() != TagTask::Unmark)
    {
        return Err(CommandError::from(Refusal::Retired { tag: tag.into() }));
    }
    wb.choose_tag_for_all(id);
    Ok(())
}

fn has_lines(wb: &Workbench) -> bool {
    wb.tag_all().is_some_and(|open| !open.lines().is_empty())
}

fn is_open(wb: &Workbench) -> bool {
    wb.tag_all().is_some()
}

fn does(wb: &Workbench, task: TagTask) -> bool {
    wb.tag_all().is_some_and(|open| open.task() == task)
}

fn mentions(wb: &Workbench, entity: &EntityChoice) -> bool {
    wb.tag_all().is_some_and(|open| open.entity() == entity)
}

fn ready(wb: &Workbench) -> bool {
    wb.can_edit() && wb.tag_all().is_some_and(TagAll::is_ready)
}

fn has_entity(wb: &Workbench) -> bool {
    wb.tag_all()
        .is_some_and(|open| open.offered_entity().is_some())
}

fn chosen(wb: &Workbench, is: impl Fn(TagChoices) -> bool) -> bool {
    wb.tag_all().is_some_and(|open| is(open.choices()))
}

fn turn(wb: &mut Workbench, turn: impl Fn(&mut TagChoices)) -> Result<(), CommandError> {
    let mut choices = wb.tag_all_or_say()?.choices();
    turn(&mut choices);
    wb.choose_tag_choices(choices);
    Ok(())
}

fn look_in(wb: &mut Workbench, scope: TagScope) -> Result<(), CommandError> {
    turn(wb, |choices| choices.scope = scope)
}

impl Workbench {
    /// Opens the list for what the find field holds, as closely as it is
    /// looked for there.
    pub fn tag_all_found(&mut self) -> Result<(), CommandError> {
        let (query, exact) = (self.find().query.clone(), self.find().exact);
        self.open_tag_all(TagTask::Mark, Some(&query), None)?;
        let mut choices = self.tag_all_or_say()?.choices();
        choices.exact = exact;
        self.choose_tag_choices(choices);
        Ok(())
    }
}
