//! Keys in a page: moving and extending the caret.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use crate::command::{Args, ArrowKeys, Selection, Walk};
use crate::language::letters::is_mark;
use crate::model::{Document, Span};
use crate::text::{Affinity, Caret, Direction, TextEngine};
use crate::ui::action::Action;

use super::caret::{Step, letter_beside, runs_rtl, step};
use super::flow::Flow;
use super::{Column, Page, ReaderView, marks, page_id};

/// Handles the keys that move the caret, while the page has the keyboard.
pub(super) fn handle(
    ui: &Ui,
    response: &Response,
    view: &mut ReaderView,
    column: &mut Column<'_>,
    page: Page<'_>,
    actions: &mut Vec<Action>,
) {
    let Page {
        reader, document, ..
    } = page;
    let id = page_id(reader.id);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(
            id,
            EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                tab: false,
            },
        );
    });
    let mut selection = reader.selection;
    let mut moved = false;
    let events = ui.input(|input| {
        input.filtered_events(&EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        })
    });
    let system = ui.ctx().os();
    for event in events {
        if let Some(direction) = view.chord.hear(&event, system) {
            actions.push(Action::Run(
                match direction {
                    Direction::RightToLeft => "document.paragraph-rtl",
                    Direction::LeftToRight => "document.paragraph-ltr",
                },
                Args::None,
            ));
            continue;
        }
        let Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } = event
        else {
            continue;
        };
        if modifiers.alt {
            continue;
        }
        if key == Key::Escape && std::mem::take(&mut view.let_go_by_key) {
            continue;
        }
        // A relation that is being drawn ends or is left first.
        let relating = page.wb.relation_from().is_some();
        if relating && matches!(key, Key::Enter | Key::Escape) {
            let step = if key == Key::Enter {
                "relation.finish"
            } else {
                "relation.cancel"
            };
            actions.push(Action::Run(step, Args::None));
            continue;
        }
        if page.wb.walk() == Walk::Marks
            && let Some(action) = marks::walked(key, modifiers, column, page)
        {
            actions.push(action);
            return;
        }
        if key == Key::Escape {
            actions.push(Action::ChooseMark(None));
            actions.push(Action::LeaveSuggestions);
            selection.anchor = selection.head;
            moved = true;
            continue;
        }
        let Some(wanted) = step_of(key, modifiers) else {
            continue;
        };
        let wanted = match page.wb.look().arrows {
            ArrowKeys::AsSeen => wanted,
            ArrowKeys::ReadingOrder => in_reading_order(column, selection.head, wanted),
        };
        selection = moved_selection(view, column, selection, wanted, modifiers.shift, document);
        moved = true;
    }
    if moved && selection != reader.selection {
        actions.push(Action::Select(reader.id, selection));
        column
            .flow
            .follow(column.engine, selection.head, column.height);
        response.ctx.request_repaint();
    }
}

fn step_of(key: Key, modifiers: Modifiers) -> Option<Step> {
    let ctrl = modifiers.command || modifiers.ctrl;
    Some(match (key, ctrl) {
        (Key::ArrowLeft, false) => Step::Left,
        (Key::ArrowLeft, true) => Step::WordLeft,
        (Key::ArrowRight, false) => Step::Right,
        (Key::ArrowRight, true) => Step::WordRight,
        (Key::ArrowUp, false) => Step::Up,
        (Key::ArrowUp, true) => Step::ParagraphUp,
        (Key::ArrowDown, false) => Step::Down,
        (Key::ArrowDown, true) => Step::ParagraphDown,
        (Key::PageUp, false) => Step::PageUp,
        (Key::PageDown, false) => Step::PageDown,
        (Key::Home, false) => Step::LineStart,
        (Key::End, false) => Step::LineEnd,
        (Key::Home, true) => Step::DocumentStart,
        (Key::End, true) => Step::DocumentEnd,
        _ => return None,
    })
}

/// What an arrow key means in the order of reading: the one that points the
/// way the paragraph runs goes on.
fn in_reading_order(column: &mut Column<'_>, caret: Caret, wanted: Step) -> Step {
    let left = match wanted {
        Step::Left => true,
        Step::Right => false,
        other => return other,
    };
    if left == runs_rtl(column.flow, column.engine, caret) {
        Step::Forward
    } else {
        Step::Back
    }
}

fn moved_selection(
    view: &mut ReaderView,
    column: &mut Column<'_>,
    selection: Selection,
    wanted: Step,
    extend: bool,
    document: &Document,
) -> Selection {
    let Column {
        flow,
        engine,
        height,
    } = column;
    let vertical = matches!(
        wanted,
        Step::Up | Step::Down | Step::PageUp | Step::PageDown
    );
    let goal_x = match view.goal_x.filter(|_| vertical) {
        Some(x) => x,
        None => flow
            .caret_rect(engine, selection.head)
            .map_or(0.0, |rect| rect.x0),
    };
    view.goal_x = vertical.then_some(goal_x);
    // Without Shift, Left and Right first go to that side of the selection.
    if !extend
        && !selection.is_empty()
        && matches!(wanted, Step::Left | Step::Right)
        && let Some(caret) = side(flow, engine, selection, wanted == Step::Left)
    {
        return Selection {
            anchor: caret,
            head: caret,
        };
    }
    if !extend && !selection.is_empty() && matches!(wanted, Step::Forward | Step::Back) {
        let span = selection.span();
        let caret = if wanted == Step::Forward {
            Caret::after(span.end)
        } else {
            Caret::before(span.start)
        };
        return Selection {
            anchor: caret,
            head: caret,
        };
    }
    if extend
        && let left = wanted == Step::Left
        && (left || wanted == Step::Right)
        && let Some((near, far)) = letter_beside(flow, engine, selection.head, left)
    {
        return Selection {
            anchor: if selection.is_empty() {
                near
            } else {
                selection.anchor
            },
            head: far,
        };
    }
    let head = step(flow, engine, selection.head, wanted, goal_x, *height);
    let head = Caret {
        byte: head.byte.min(document.text.len()),
        ..head
    };
    let by_word = matches!(wanted, Step::WordLeft | Step::WordRight);
    Selection {
        anchor: if !extend {
            head
        } else if by_word && selection.is_empty() {
            at_words(&document.text, selection.anchor, head)
        } else {
            selection.anchor
        },
        head,
    }
}

/// Where a selection that begins by words begins: at the first word on the way
/// to `head`, without the spaces and signs before it. A mark made of it holds
/// words.
fn at_words(text: &str, anchor: Caret, head: Caret) -> Caret {
    let belongs = |c: char| c.is_alphanumeric() || is_mark(c);
    let way = Span::new(anchor.byte.min(head.byte), anchor.byte.max(head.byte));
    let Some(passed) = way.of(text) else {
        return anchor;
    };
    if !passed.contains(belongs) {
        return anchor;
    }
    if anchor.byte <= head.byte {
        let before = passed.len() - passed.trim_start_matches(|c| !belongs(c)).len();
        Caret::before(way.start + before)
    } else {
        let kept = passed.trim_end_matches(|c| !belongs(c)).len();
        Caret::after(way.start + kept)
    }
}

/// The end of the selection that stands further to the left or right; when
/// its ends are on different lines, the one where reading in that direction
/// comes from.
fn side(
    flow: &mut Flow,
    engine: &mut TextEngine,
    selection: Selection,
    left: bool,
) -> Option<Caret> {
    let span = selection.span();
    let first = Caret {
        byte: span.start,
        affinity: Affinity::Downstream,
    };
    let last = Caret {
        byte: span.end,
        affinity: Affinity::Upstream,
    };
    let (a, b) = (
        flow.caret_rect(engine, first)?,
        flow.caret_rect(engine, last)?,
    );
    let first_is_left = if (a.y0 - b.y0).abs() < 1.0 {
        a.x0 <= b.x0
    } else {
        flow.direction() == crate::text::Direction::LeftToRight
    };
    Some(if first_is_left == left { first } else { last })
}
