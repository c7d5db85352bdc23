//! Commands on layers: whose marks a reader shows, comparing two people's,
//! and settling where they differ.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::model::{Id, Role};

use super::adjudication::Settlement;
use super::go::id_of;
use super::look::LowerTab;
use super::table::{Args, Command, Menu, row};
use super::view::{show_lower, shows_lower};
use super::{CommandError, Layer, Workbench};

const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
/// The entry of the menu they stand under.
const SUBMENU: &str = "menu-layers";

pub(super) const COMMANDS: &[Command] = &[
    row(
        "layers.show",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::L)],
        |wb| wb.active_reader().is_some(),
        show,
    )
    .within(SUBMENU)
    .group(),
    row(
        "layers.compare",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::C)],
        |wb| wb.active_reader().is_some(),
        compare,
    )
    .within(SUBMENU),
    row(
        "view.agreement",
        Menu::Review,
        &[],
        |wb| wb.active_reader().is_some(),
        |wb, _| show_lower(wb, LowerTab::Agreement),
    )
    .switch(|wb| shows_lower(wb, LowerTab::Agreement))
    .within(SUBMENU),
    row(
        "layers.next",
        Menu::Review,
        &[KeyboardShortcut::new(Modifiers::COMMAND, Key::F2)],
        compares,
        |wb, _| {
            wb.step_difference(true);
            Ok(())
        },
    )
    .within(SUBMENU)
    .group(),
    row(
        "layers.previous",
        Menu::Review,
        &[KeyboardShortcut::new(
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
            Key::F2,
        )],
        compares,
        |wb, _| {
            wb.step_difference(false);
            Ok(())
        },
    )
    .within(SUBMENU),
    row(
        "layers.take-first",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::F)],
        can_settle,
        |wb, _| wb.settle_difference("layers.take-first", Settlement::First),
    )
    .within(SUBMENU)
    .group(),
    row(
        "layers.take-second",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::S)],
        can_settle,
        |wb, _| wb.settle_difference("layers.take-second", Settlement::Second),
    )
    .within(SUBMENU),
    row(
        "layers.take-both",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::B)],
        can_settle,
        |wb, _| wb.settle_difference("layers.take-both", Settlement::Both),
    )
    .within(SUBMENU),
    row(
        "layers.take-neither",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::N)],
        can_settle,
        |wb, _| wb.settle_difference("layers.take-neither", Settlement::Neither),
    )
    .within(SUBMENU),
    row(
        "layers.edit",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::E)],
        can_settle,
        |wb, _| wb.settle_by_hand(),
    )
    .within(SUBMENU),
    row(
        "layers.take-agreed",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::A)],
        can_settle,
        |wb, _| wb.settle_agreed(),
    )
    .within(SUBMENU)
    .group(),
    row(
        "layers.show-adjudicated",
        Menu::Review,
        &[KeyboardShortcut::new(CTRL_ALT, Key::J)],
        |wb| wb.active_reader().is_some() && wb.adjudicated_layer().is_some(),
        |wb, _| {
            if let Some(document) = wb.active_reader().map(|reader| reader.document.clone()) {
                wb.show_adjudicated(&document);
            }
            Ok(())
        },
    )
    .within(SUBMENU),
];

fn compares(wb: &Workbench) -> bool {
    wb.compared_sides().is_some()
}

fn can_settle(wb: &Workbench) -> bool {
    wb.can_edit() && compares(wb)
}

/// Shows the layer of one analyst in the active reader; without one, the next
/// layer: all marks, then each analyst's.
fn show(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Some(reader) = wb.active_reader().cloned() else {
        return Ok(());
    };
    let chosen = id_of(args).cloned();
    let next = chosen.or_else(|| {
        let layers = wb.layers(&reader.document);
        let Some(layer) = &reader.layer else {
            return layers.first().map(|layer| layer.analyst.clone());
        };
        let here = layers.iter().position(|other| other.analyst == *layer)?;
        layers.get(here + 1).map(|layer| layer.analyst.clone())
    });
    wb.set_layer(reader.id, next);
    Ok(())
}

/// Shows the layers of the two who have most marks in the active document side
/// by side, the own one first, and the list of differences.
fn compare(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    if wb.compared_sides().is_none() {
        let Some(document) = wb.active_reader().map(|reader| reader.document.clone()) else {
            return Ok(());
        };
        let (first, second) =
            two_layers(wb, &document).ok_or(CommandError::message("error-one-layer"))?;
        let mut readers: Vec<_> = wb
            .readers()
            .iter()
            .filter(|reader| reader.document == document)
            .map(|reader| reader.id)
            .collect();
        if readers.len() < 2 {
            let like = wb.active_reader().cloned();
            readers.push(wb.open_reader(document, like.as_ref()));
        }
        for (reader, layer) in readers.iter().zip([first, second]) {
            wb.set_layer(*reader, Some(layer));
        }
        if let Some(reader) = readers.first() {
            wb.activate(*reader);
        }
    }
    let look = wb.look_mut();
    look.lower = true;
    look.lower_tab = LowerTab::Agreement;
    if wb.current_difference().is_none() {
        wb.step_difference(true);
    }
    Ok(())
}

fn two_layers(wb: &Workbench, document: &Id) -> Option<(Id, Id)> {
    let mut layers: Vec<Layer> = wb.layers(document).to_vec();
    layers.retain(|layer| layer.role == Role::Annotator && layer.marks > 0);
    // The sort is stable: names decide among equals.
    layers.sort_by_key(|layer| std::cmp::Reverse(layer.marks));
    layers.truncate(2);
    layers.sort_by_key(|layer| layer.analyst != *wb.analyst());
    let mut ids = layers.into_iter().map(|layer| layer.analyst);
    ids.next().zip(ids.next())
}
