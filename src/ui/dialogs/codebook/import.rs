//! What a codebook from a file would change, before it is taken in.
//!
//! **Invariant:** every tag of the file and of the project stands in the list,
//! with what becomes of it.

use egui::{Color32, Key, Role, Sense, Ui, WidgetInfo, vec2};

use crate::command::{CodebookImport, Fate, ImportRow, Workbench, field_message, shown_path};
use crate::i18n::Arg;
use crate::ui::access::Member;
use crate::ui::action::Action;
use crate::ui::theme::{Theme, UiDirection};
use crate::ui::widgets::{
    Button, Label, Place, TextLook, paint_line, row, scroll_rows, tooltip, weak_label,
};

use super::page::warning;

/// Height of a row, points.
const ROW: f32 = 28.0;
/// Width of the column with names, points.
const NAMES: f32 = 220.0;

/// Draws what would change, and the question.
pub(super) fn import_ui(
    ui: &mut Ui,
    wb: &Workbench,
    import: &CodebookImport,
    actions: &mut Vec<Action>,
) {
    let messages = wb.messages();
    Label::new(&messages.text("codebook-import-title"))
        .size(15.0)
        .bold()
        .show(ui);
    let mut from = shown_path(&import.path);
    if let Some(name) = import.name.as_ref().filter(|name| !name.trim().is_empty()) {
        from = format!("{name} · {from}");
    }
    Label::new(&from).size(12.0).second().elide().show(ui);
    ui.add_space(4.0);
    let [added, changed, same, left] = import.counts();
    let numbers = [
        ("added", Arg::from(added)),
        ("changed", Arg::from(changed)),
        ("same", Arg::from(same)),
        ("left", Arg::from(left)),
    ];
    weak_label(ui, &messages.format("codebook-import-counts", &numbers));
    for told in &import.told {
        warning(ui, told);
    }
    ui.add_space(6.0);
    let height = (ui.available_height() - 52.0).max(ROW * 3.0);
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        let (count, name) = (import.rows.len(), messages.text("codebook-tags"));
        scroll_rows(
            ui,
            "codebook-import",
            ROW,
            count,
            &name,
            None,
            |ui, index| {
                if let Some(row) = import.rows.get(index) {
                    row_ui(ui, wb, index, row);
                }
            },
        );
    });
    ui.add_space(8.0);
    row(ui, 34.0, |ui| {
        let direction = UiDirection::get(ui.ctx());
        ui.with_layout(direction.row_from_end(), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let go = messages.text("codebook-import-do");
            let any = added + changed > 0;
            let go = Button::new(&go).primary().enabled(any).show(ui);
            let enter = any && ui.input(|input| input.key_pressed(Key::Enter));
            if go.clicked() || enter {
                actions.push(Action::ApplyCodebook);
            }
            if Button::new(&messages.text("button-cancel"))
                .show(ui)
                .clicked()
            {
                actions.push(Action::DropCodebook);
            }
        });
    });
}

/// What becomes of a tag, in words.
fn fate(wb: &Workbench, row: &ImportRow) -> String {
    let messages = wb.messages();
    match &row.fate {
        Fate::Added => messages.text("codebook-import-added"),
        Fate::Same => messages.text("codebook-import-same"),
        Fate::Left => messages.text("codebook-import-left"),
        Fate::Changed(fields) => {
            let mut names: Vec<String> = Vec::new();
            for field in fields {
                let name = messages.text(field_message(field));
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            messages.format(
                "codebook-import-changed",
                &[("fields", Arg::from(messages.list(&names)))],
            )
        }
    }
}

fn row_ui(ui: &mut Ui, wb: &Workbench, index: usize, row: &ImportRow) {
    let theme = Theme::get(ui.ctx());
    let direction = UiDirection::get(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2((ui.available_width() - 14.0).max(0.0), ROW));
    let response = ui.interact(rect, ui.scope_id().with(("row", index)), Sense::hover());
    let mut text = fate(wb, row);
    for told in &row.told {
        text.push_str(" · ");
        text.push_str(told);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, row.name.as_str()));
    Member {
        index: Some(index),
        selected: false,
        more: &text,
    }
    .tell(&response);
    let place = if direction.is_rtl() {
        Place::Right
    } else {
        Place::Left
    };
    let names = NAMES.min(rect.width() * 0.4);
    let ink: Color32 = match row.fate {
        Fate::Added | Fate::Changed(_) => theme.ink,
        Fate::Same | Fate::Left => theme.second,
    };
    let (name, _) = TextLook::ui().elided(ui.ctx(), &row.name, names - 10.0);
    let at = direction.place(rect, 0.0, 0.0, vec2(names, ROW));
    paint_line(ui.painter(), at, &name, place, ink);
    let room = rect.width() - names;
    let (line, cut) = TextLook::sans(12.0).elided(ui.ctx(), &text, room);
    let at = direction.place(rect, names, 0.0, vec2(room, ROW));
    let color = if row.told.is_empty() {
        ink
    } else {
        theme.rubric
    };
    paint_line(ui.painter(), at, &line, place, color);
    if cut {
        tooltip(response, &text);
    }
}
