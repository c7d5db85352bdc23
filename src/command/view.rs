//! How the window looks: size, theme, language, readers. How the page is set
//! is in [`super::appearance`].

use egui::{Key, KeyboardShortcut, Modifiers};

use super::look::{ArrowKeys, LowerTab, ThemeChoice};
use crate::i18n::Language;

use super::go::id_of;
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Workbench};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Zoom steps as browsers have them, in percent.
const ZOOM_STEPS: [u16; 13] = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];

/// Entries of the menu.
const ZOOM: &str = "menu-zoom";
const ARROWS: &str = "menu-arrows";
const THEME: &str = "menu-theme";
const LANGUAGE: &str = "menu-language";
/// The entry with everything that can be shown beside the pages.
pub(super) const PANELS: &str = "menu-panels";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "view.zoom-in",
        Menu::View,
        &[
            KeyboardShortcut::new(CTRL, Key::Plus),
            KeyboardShortcut::new(CTRL, Key::Equals),
        ],
        |wb| wb.look().zoom_percent < ZOOM_STEPS[ZOOM_STEPS.len() - 1],
        |wb, _| {
            zoom(wb, |now| {
                ZOOM_STEPS.iter().copied().find(|step| *step > now)
            })
        },
    )
    .group()
    .within(ZOOM),
    row(
        "view.zoom-out",
        Menu::View,
        &[KeyboardShortcut::new(CTRL, Key::Minus)],
        |wb| wb.look().zoom_percent > ZOOM_STEPS[0],
        |wb, _| {
            zoom(wb, |now| {
                ZOOM_STEPS.iter().rev().copied().find(|step| *step < now)
            })
        },
    )
    .within(ZOOM),
    row(
        "view.zoom-reset",
        Menu::View,
        &[KeyboardShortcut::new(CTRL, Key::Num0)],
        always,
        |wb, _| zoom(wb, |_| Some(100)),
    )
    .within(ZOOM),
    choice(
        "view.arrows-as-seen",
        |wb| wb.look().arrows == ArrowKeys::AsSeen,
        |wb, _| set_arrows(wb, ArrowKeys::AsSeen),
    )
    .group()
    .within(ARROWS),
    choice(
        "view.arrows-reading-order",
        |wb| wb.look().arrows == ArrowKeys::ReadingOrder,
        |wb, _| set_arrows(wb, ArrowKeys::ReadingOrder),
    )
    .within(ARROWS),
    row("view.line-numbers", Menu::View, &[], always, |wb, _| {
        let look = wb.look_mut();
        look.line_numbers = !look.line_numbers;
        Ok(())
    })
    .switch(|wb| wb.look().line_numbers),
    choice(
        "view.theme-system",
        |wb| wb.look().theme == ThemeChoice::System,
        |wb, _| set_theme(wb, ThemeChoice::System),
    )
    .group()
    .within(THEME),
    choice(
        "view.theme-light",
        |wb| wb.look().theme == ThemeChoice::Light,
        |wb, _| set_theme(wb, ThemeChoice::Light),
    )
    .within(THEME),
    choice(
        "view.theme-sepia",
        |wb| wb.look().theme == ThemeChoice::Sepia,
        |wb, _| set_theme(wb, ThemeChoice::Sepia),
    )
    .within(THEME),
    choice(
        "view.theme-dark",
        |wb| wb.look().theme == ThemeChoice::Dark,
        |wb, _| set_theme(wb, ThemeChoice::Dark),
    )
    .within(THEME),
    choice(
        "view.language-en",
        |wb| wb.messages().language() == Language::En,
        |wb, _| set_language(wb, Language::En),
    )
    .group()
    .within(LANGUAGE),
    choice(
        "view.language-ar",
        |wb| wb.messages().language() == Language::Ar,
        |wb, _| set_language(wb, Language::Ar),
    )
    .within(LANGUAGE),
    row(
        "view.documents",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::D)],
        always,
        |wb, _| {
            let look = wb.look_mut();
            look.documents = !look.documents;
            Ok(())
        },
    )
    .switch(|wb| wb.look().documents)
    .group()
    .within(PANELS),
    row(
        "view.inspector",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::I)],
        always,
        |wb, _| {
            let look = wb.look_mut();
            look.inspector = !look.inspector;
            Ok(())
        },
    )
    .switch(|wb| wb.look().inspector)
    .within(PANELS),
    row(
        "view.suggestions",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::R)],
        always,
        |wb, _| show_lower(wb, LowerTab::Suggestions),
    )
    .switch(|wb| shows_lower(wb, LowerTab::Suggestions))
    .within(PANELS),
    row(
        "view.claims",
        Menu::View,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::K)],
        always,
        |wb, _| show_lower(wb, LowerTab::Claims),
    )
    .switch(|wb| shows_lower(wb, LowerTab::Claims))
    .within(PANELS),
    row(
        "view.reader-add",
        Menu::View,
        &[KeyboardShortcut::new(CTRL, Key::Backslash)],
        super::workbench::Workbench::can_add_reader,
        |wb, args| {
            wb.add_reader(id_of(args).cloned());
            Ok(())
        },
    )
    .group(),
    row(
        "view.reader-close",
        Menu::View,
        &[KeyboardShortcut::new(CTRL, Key::W)],
        |wb| wb.readers().len() > 1,
        |wb, _| {
            if let Some(id) = wb.active_reader().map(|reader| reader.id) {
                wb.close_reader(id);
            }
            Ok(())
        },
    ),
];

pub(super) fn shows_lower(wb: &Workbench, tab: LowerTab) -> bool {
    wb.look().lower && wb.look().lower_tab == tab
}

/// Shows a tab of the panel below the pages, or puts the panel away when it
/// is shown already.
pub(super) fn show_lower(wb: &mut Workbench, tab: LowerTab) -> Result<(), CommandError> {
    let shown = shows_lower(wb, tab);
    let look = wb.look_mut();
    look.lower = !shown;
    look.lower_tab = tab;
    Ok(())
}

/// A choice among several, without a key of its own.
const fn choice(
    id: &'static str,
    checked: fn(&Workbench) -> bool,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    row(id, Menu::View, &[], always, run).switch(checked)
}

fn zoom(wb: &mut Workbench, step: impl Fn(u16) -> Option<u16>) -> Result<(), CommandError> {
    if let Some(percent) = step(wb.look().zoom_percent) {
        wb.look_mut().zoom_percent = percent;
    }
    Ok(())
}

fn set_arrows(wb: &mut Workbench, arrows: ArrowKeys) -> Result<(), CommandError> {
    wb.look_mut().arrows = arrows;
    Ok(())
}

fn set_theme(wb: &mut Workbench, theme: ThemeChoice) -> Result<(), CommandError> {
    wb.look_mut().theme = theme;
    Ok(())
}

fn set_language(wb: &mut Workbench, language: Language) -> Result<(), CommandError> {
    wb.set_language(language);
    Ok(())
}
