//! Undo and redo, the clipboard, finding.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::model::Span;

use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Request, Selection, Workbench, copying};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

pub(super) const COMMANDS: &[Command] = &[
    row(
        "edit.undo",
        Menu::Edit,
        &[KeyboardShortcut::new(CTRL, Key::Z)],
        super::workbench::Workbench::can_undo,
        |wb, _| wb.undo(),
    ),
    row(
        "edit.redo",
        Menu::Edit,
        &[
            KeyboardShortcut::new(CTRL_SHIFT, Key::Z),
            KeyboardShortcut::new(CTRL, Key::Y),
        ],
        super::workbench::Workbench::can_redo,
        |wb, _| wb.redo(),
    ),
    row(
        "edit.copy",
        Menu::Edit,
        &[KeyboardShortcut::new(CTRL, Key::C)],
        |wb| wb.selected_text().is_some(),
        |wb, _| copying::copy(wb),
    )
    .group(),
    row(
        "edit.copy-quote",
        Menu::Edit,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::C)],
        |wb| wb.selected_text().is_some(),
        |wb, _| copying::copy_quote(wb),
    ),
    row(
        "edit.copy-html",
        Menu::Edit,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::H)],
        |wb| wb.selected_text().is_some(),
        |wb, _| copying::copy_html(wb),
    ),
    row(
        "edit.select-all",
        Menu::Edit,
        &[KeyboardShortcut::new(CTRL, Key::A)],
        |wb| wb.active_reader().is_some(),
        select_all,
    ),
    row(
        "edit.find",
        Menu::Edit,
        &[KeyboardShortcut::new(CTRL, Key::F)],
        always,
        find,
    )
    .group(),
    row(
        "edit.find-next",
        Menu::Edit,
        &[
            KeyboardShortcut::new(Modifiers::NONE, Key::F3),
            KeyboardShortcut::new(CTRL, Key::G),
        ],
        |wb| !wb.find().query.is_empty(),
        |wb, _| wb.step_find(true),
    ),
    row(
        "edit.find-previous",
        Menu::Edit,
        &[
            KeyboardShortcut::new(Modifiers::SHIFT, Key::F3),
            KeyboardShortcut::new(CTRL_SHIFT, Key::G),
        ],
        |wb| !wb.find().query.is_empty(),
        |wb, _| wb.step_find(false),
    ),
];

fn select_all(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    if let Some((id, length)) = wb.active_reader().and_then(|reader| {
        Some((
            reader.id,
            wb.project().document(&reader.document)?.text.len(),
        ))
    }) {
        wb.select(id, Selection::over(Span::new(0, length)));
    }
    Ok(())
}

fn find(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    wb.find_mut().open = true;
    if let Args::Text(query) = args {
        wb.set_find_query(query.clone());
    } else {
        // What is selected is most likely what is looked for next.
        if let Some(text) = wb.selected_text()
            && !text.contains('\n')
            && text.chars().nth(80).is_none()
        {
            let query = text.to_owned();
            wb.set_find_query(query);
        }
        wb.request(Request::FocusFind);
    }
    Ok(())
}
