//! Readers side by side: how they stand, and what they do when one of them is
//! scrolled.
//!
//! Lives here: the choices and their commands. Does not live here: moving
//! pages (ui), which paragraphs stand for one another ([`super::parallel`]),
//! and where a thing is mentioned ([`super::mentions`]).

use egui::{Key, KeyboardShortcut, Modifiers};

use super::go::id_of;
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, NoticeKind, Workbench};
use crate::i18n::Arg;

const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
/// Entries of the menu the rows stand under.
const LINK: &str = "menu-link";
const ARRANGE: &str = "menu-arrange";

/// What the other readers do when one is scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkedScroll {
    /// Nothing.
    #[default]
    Off,
    /// They go to the same part of their documents.
    Position,
    /// They go to the paragraph that stands for the one in sight.
    Paragraph,
    /// They go to a mention of what is mentioned in sight.
    Entity,
}

impl LinkedScroll {
    /// All of them, in the order the key goes through.
    pub const ALL: [Self; 4] = [Self::Off, Self::Position, Self::Paragraph, Self::Entity];

    /// The message with its name.
    pub fn message(self) -> &'static str {
        match self {
            Self::Off => "link-off",
            Self::Position => "link-position",
            Self::Paragraph => "link-paragraph",
            Self::Entity => "link-entity",
        }
    }

    /// Its name in the settings.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Position => "position",
            Self::Paragraph => "paragraph",
            Self::Entity => "entity",
        }
    }
}

/// How the readers stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// Side by side while there is room, then in rows, then as tabs.
    #[default]
    Fitting,
    /// Side by side.
    Columns,
    /// One above the other.
    Rows,
    /// In rows and columns.
    Grid,
    /// One behind the other.
    Tabs,
}

impl Arrangement {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Fitting,
        Self::Columns,
        Self::Rows,
        Self::Grid,
        Self::Tabs,
    ];

    /// Its name in the settings.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Fitting => "fitting",
            Self::Columns => "columns",
            Self::Rows => "rows",
            Self::Grid => "grid",
            Self::Tabs => "tabs",
        }
    }
}

pub(super) const COMMANDS: &[Command] = &[
    row(
        "view.reader-duplicate",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_ALT, Key::Backslash)],
        |wb| wb.active_reader().is_some(),
        duplicate,
    ),
    arrange("view.arrange-fitting", Arrangement::Fitting, |wb| {
        wb.look().arrangement == Arrangement::Fitting
    }),
    arrange("view.arrange-columns", Arrangement::Columns, |wb| {
        wb.look().arrangement == Arrangement::Columns
    }),
    arrange("view.arrange-rows", Arrangement::Rows, |wb| {
        wb.look().arrangement == Arrangement::Rows
    }),
    arrange("view.arrange-grid", Arrangement::Grid, |wb| {
        wb.look().arrangement == Arrangement::Grid
    }),
    arrange("view.arrange-tabs", Arrangement::Tabs, |wb| {
        wb.look().arrangement == Arrangement::Tabs
    }),
    row(
        "view.link-next",
        Menu::View,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F4)],
        always,
        next,
    )
    .within(LINK),
    link("view.link-off", LinkedScroll::Off, |wb| {
        wb.look().link == LinkedScroll::Off
    })
    .group(),
    link("view.link-position", LinkedScroll::Position, |wb| {
        wb.look().link == LinkedScroll::Position
    }),
    link("view.link-paragraph", LinkedScroll::Paragraph, |wb| {
        wb.look().link == LinkedScroll::Paragraph
    }),
    link("view.link-entity", LinkedScroll::Entity, |wb| {
        wb.look().link == LinkedScroll::Entity
    }),
];

const fn link(id: &'static str, which: LinkedScroll, checked: fn(&Workbench) -> bool) -> Command {
    let run: fn(&mut Workbench, &Args) -> Result<(), CommandError> = match which {
        LinkedScroll::Off => |wb, _| set_link(wb, LinkedScroll::Off),
        LinkedScroll::Position => |wb, _| set_link(wb, LinkedScroll::Position),
        LinkedScroll::Paragraph => |wb, _| set_link(wb, LinkedScroll::Paragraph),
        LinkedScroll::Entity => |wb, _| set_link(wb, LinkedScroll::Entity),
    };
    row(id, Menu::View, &[], always, run)
        .switch(checked)
        .within(LINK)
}

const fn arrange(id: &'static str, which: Arrangement, checked: fn(&Workbench) -> bool) -> Command {
    let run: fn(&mut Workbench, &Args) -> Result<(), CommandError> = match which {
        Arrangement::Fitting => |wb, _| set_arrangement(wb, Arrangement::Fitting),
        Arrangement::Columns => |wb, _| set_arrangement(wb, Arrangement::Columns),
        Arrangement::Rows => |wb, _| set_arrangement(wb, Arrangement::Rows),
        Arrangement::Grid => |wb, _| set_arrangement(wb, Arrangement::Grid),
        Arrangement::Tabs => |wb, _| set_arrangement(wb, Arrangement::Tabs),
    };
    row(id, Menu::View, &[], always, run)
        .switch(checked)
        .within(ARRANGE)
}

/// Shows the same document in one more reader, at the same place.
fn duplicate(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let like = wb.active_reader().cloned();
    let document = id_of(args).cloned();
    let document = document.or_else(|| like.as_ref().map(|reader| reader.document.clone()));
    if let Some(document) = document {
        wb.open_reader(document, like.as_ref());
    }
    Ok(())
}

fn set_link(wb: &mut Workbench, link: LinkedScroll) -> Result<(), CommandError> {
    wb.look_mut().link = link;
    Ok(())
}

/// The next way to link, said in words: it is the key that changes something
/// not seen at once.
fn next(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let here = LinkedScroll::ALL
        .iter()
        .position(|link| *link == wb.look().link)
        .unwrap_or(0);
    let next = LinkedScroll::ALL.get(here + 1).copied().unwrap_or_default();
    wb.look_mut().link = next;
    let name = wb.messages().text(next.message());
    let said = wb
        .messages()
        .format("toast-link", &[("link", Arg::from(name))]);
    wb.notify(NoticeKind::Done, said);
    Ok(())
}

/// Every arrangement counts anew, also the one that is set: what was dragged
/// goes back into order.
fn set_arrangement(wb: &mut Workbench, arrangement: Arrangement) -> Result<(), CommandError> {
    let look = wb.look_mut();
    look.arrangement = arrangement;
    look.arranged = look.arranged.wrapping_add(1);
    Ok(())
}
