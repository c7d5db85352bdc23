//! Keys in a page while they go from mark to mark.

use egui::{Key, Modifiers};

use crate::command::Args;
use crate::model::{Annotation, Id};
use crate::text::Caret;
use crate::ui::action::Action;

use super::caret::{Step, runs_rtl, step};
use super::{Column, Page};

/// What a key asks for. Left and Right go where they point: in a
/// right-to-left paragraph the mark to the left comes next. Up and Down go to
/// the nearest mark of a line above or below.
pub(super) fn walked(
    key: Key,
    modifiers: Modifiers,
    column: &mut Column<'_>,
    page: Page<'_>,
) -> Option<Action> {
    if !modifiers.is_none() {
        return None;
    }
    let run = |id: &'static str| Some(Action::Run(id, Args::None));
    let (next, previous) = ("annotation.next", "annotation.previous");
    match key {
        Key::ArrowLeft | Key::ArrowRight => {
            let rtl = runs_rtl(column.flow, column.engine, page.reader.selection.head);
            run(if rtl == (key == Key::ArrowLeft) {
                next
            } else {
                previous
            })
        }
        Key::ArrowUp | Key::ArrowDown => {
            let up = key == Key::ArrowUp;
            let found = beyond(column, page, up);
            found.map_or_else(
                || run(if up { previous } else { next }),
                |id| Some(Action::GoToMark(id)),
            )
        }
        Key::Home => run("annotation.first"),
        Key::End => run("annotation.last"),
        Key::Enter => run("annotation.actions"),
        Key::Escape => Some(Action::LeaveMarks),
        _ => None,
    }
}

/// The mark that begins nearest above or below: on the line next to that of
/// the chosen mark, or on the nearest one with any.
fn beyond(column: &mut Column<'_>, page: Page<'_>, up: bool) -> Option<Id> {
    let Column {
        flow,
        engine,
        height,
    } = column;
    let project = page.wb.project();
    let document = &page.document.id;
    let shown = |mark: &&Annotation| page.wb.shows_mark(page.reader, mark);
    let chosen = page
        .wb
        .selected_mark()
        .filter(|mark| mark.document == *document)
        .and_then(Annotation::hull);
    let here = chosen.map_or(page.reader.selection.head, |hull| Caret::before(hull.start));
    let x = flow.caret_rect(engine, here)?.x0;
    let wanted = if up { Step::Up } else { Step::Down };
    let beside = step(flow, engine, here, wanted, x, *height);
    let mut line = |caret: Caret| {
        let start = step(flow, engine, caret, Step::LineStart, x, *height).byte;
        let end = step(flow, engine, caret, Step::LineEnd, x, *height).byte;
        (start, end.max(start))
    };
    let (start, end) = line(beside);
    let (own_start, _) = line(here);
    // The last line has none below it, and the first none above.
    if start == own_start {
        return None;
    }
    let begins = |mark: &&Annotation| mark.hull().map(|hull| hull.start);
    let first = if up {
        project
            .annotations_before(document, end.max(start + 1))
            .find(shown)
            .as_ref()
            .and_then(begins)
            .filter(|byte| *byte < own_start)?
    } else {
        project
            .annotations_from(document, start)
            .find(shown)
            .as_ref()
            .and_then(begins)?
    };
    let (start, end) = line(Caret::before(first));
    let mut nearest: Option<(f32, Id)> = None;
    for mark in project.annotations_from(document, start).filter(shown) {
        let Some(byte) = begins(&mark).filter(|byte| *byte < end) else {
            break;
        };
        let Some(rect) = flow.caret_rect(engine, Caret::before(byte)) else {
            continue;
        };
        let far = (rect.x0 - x).abs();
        if nearest.as_ref().is_none_or(|(least, _)| far < *least) {
            nearest = Some((far, mark.id.clone()));
        }
    }
    nearest.map(|(_, id)| id)
}
