//! The mouse in a page: caret, words, sentences, dragging, borders of marks.

use egui::{CursorIcon, PointerButton, Pos2, Response, Ui, pos2, vec2};

use crate::command::{Reader, Selection, Workbench};
use crate::language::{sentences, words};
use crate::model::{Annotation, Document, Id, Span, TagKind};
use crate::text::{self, Affinity, Caret, Point, TextEngine};
use crate::ui::action::Action;
use crate::ui::paint::mark_boxes;

use super::flow::{Flow, Placed};
use super::{PageRects, ReaderView, TOP_MARGIN};

/// Presses closer than this in time (seconds) and place (points) are one
/// double or triple click.
const CLICK_TIME: f64 = 0.4;
const CLICK_REACH: f32 = 5.0;
/// How near a border of the chosen mark the pointer takes hold of it, points.
const BORDER_REACH: f32 = 4.0;

/// What a drag selects by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Grapheme,
    Word,
    Sentence,
}

/// A drag in progress.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Drag {
    /// Selecting, by unit, from what the press selected.
    Select { unit: Unit, origin: Span, anchor: Caret },
    /// Moving a border of a mark's span.
    Border { mark: Id, index: usize, start: bool, span: Span },
}

/// The last press, to count double and triple clicks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Press {
    time: f64,
    pos: Pos2,
    count: u8,
}

/// Handles presses and drags in the page.
pub(super) fn handle(
    ui: &Ui,
    response: &Response,
    view: &mut ReaderView,
    flow: &mut Flow,
    engine: &mut TextEngine,
    rects: PageRects,
    wb: &Workbench,
    reader: &Reader,
    document: &Document,
    actions: &mut Vec<Action>,
) {
    let (pressed, released, down, shift, now, pos) = ui.input(|input| {
        (
            input.pointer.button_pressed(PointerButton::Primary),
            input.pointer.button_released(PointerButton::Primary),
            input.pointer.primary_down(),
            input.modifiers.shift,
            input.time,
            input.pointer.interact_pos(),
        )
    });
    let Some(pos) = pos else {
        view.drag = None;
        return;
    };
    let inside = response.contains_pointer();
    let point = column_point(rects, pos);
    if inside && !down {
        let over_border = border_at(flow, engine, wb, document, point).is_some();
        ui.set_cursor_icon(if over_border {
            CursorIcon::ResizeHorizontal
        } else {
            CursorIcon::Text
        });
    }
    if pressed && inside {
        response.request_focus();
        actions.push(Action::Activate(reader.id));
        let near = view.press.pos.distance(pos) < CLICK_REACH;
        let soon = now - view.press.time < CLICK_TIME;
        let count = if near && soon { view.press.count % 3 + 1 } else { 1 };
        view.press = Press { time: now, pos, count };
        view.goal_x = None;
        press(view, flow, engine, wb, reader, document, point, shift, count, actions);
        return;
    }
    if down && let Some(drag) = view.drag.clone() {
        scroll_beyond(ui, flow, rects, pos);
        // A hand that holds still on the button selects nothing.
        if view.press.pos.distance(pos) < 2.0 && view.press.count == 1 {
            return;
        }
        drag_to(view, drag, flow, engine, reader, document, point, actions);
    }
    if released && let Some(drag) = view.drag.take() {
        let still = view.press.pos.distance(pos) < 2.0;
        match drag {
            Drag::Border { mark, index, span, .. } if !still => {
                actions.push(Action::ResizeMark(mark, index, span));
            }
            Drag::Select { .. } if still && view.press.count == 1 && !shift => {
                let mark = mark_at(flow, engine, wb, document, point);
                actions.push(Action::ChooseMark(mark));
            }
            _ => {}
        }
    }
    if response.secondary_clicked() {
        response.request_focus();
        let caret = flow.hit(engine, point);
        let selected = reader.selection.span();
        if selected.is_empty() || !selected.contains(caret.byte) {
            let mark = mark_at(flow, engine, wb, document, point);
            actions.push(Action::Select(reader.id, Selection { anchor: caret, head: caret }));
            actions.push(Action::ChooseMark(mark));
        }
    }
}

fn press(
    view: &mut ReaderView,
    flow: &mut Flow,
    engine: &mut TextEngine,
    wb: &Workbench,
    reader: &Reader,
    document: &Document,
    point: Point,
    shift: bool,
    count: u8,
    actions: &mut Vec<Action>,
) {
    if count == 1
        && !shift
        && let Some(drag) = border_at(flow, engine, wb, document, point)
    {
        view.drag = Some(drag);
        return;
    }
    let caret = flow.hit(engine, point);
    if shift && count == 1 {
        let anchor = reader.selection.anchor;
        actions.push(Action::Select(reader.id, Selection { anchor, head: caret }));
        view.drag = Some(Drag::Select {
            unit: Unit::Grapheme,
            origin: Span::new(anchor.byte, anchor.byte),
            anchor,
        });
        return;
    }
    let unit = match count {
        1 => Unit::Grapheme,
        2 => Unit::Word,
        _ => Unit::Sentence,
    };
    // Words are found from the letter under the pointer, which may stand
    // before the nearest border.
    let under = letter_under(flow, engine, document, point, caret);
    let origin = unit_at(&document.text, unit, under, caret);
    let selection = if unit == Unit::Grapheme {
        Selection { anchor: caret, head: caret }
    } else {
        Selection::over(origin)
    };
    actions.push(Action::Select(reader.id, selection));
    view.drag = Some(Drag::Select { unit, origin, anchor: caret });
}

fn drag_to(
    view: &mut ReaderView,
    drag: Drag,
    flow: &mut Flow,
    engine: &mut TextEngine,
    reader: &Reader,
    document: &Document,
    point: Point,
    actions: &mut Vec<Action>,
) {
    let caret = flow.hit(engine, point);
    match drag {
        Drag::Select { unit: Unit::Grapheme, anchor, .. } => {
            actions.push(Action::Select(reader.id, Selection { anchor, head: caret }));
        }
        Drag::Select { unit, origin, .. } => {
            let under = letter_under(flow, engine, document, point, caret);
            let here = unit_at(&document.text, unit, under, caret);
            let selection = if here.start < origin.start {
                Selection {
                    anchor: Selection::over(origin).head,
                    head: Selection::over(here).anchor,
                }
            } else {
                Selection::over(Span::new(origin.start, here.end.max(origin.end)))
            };
            actions.push(Action::Select(reader.id, selection));
        }
        Drag::Border { mark, index, start, span } => {
            let moved = if start {
                Span::new(caret.byte.min(text::previous_grapheme(&document.text, span.end)), span.end)
            } else {
                Span::new(span.start, caret.byte.max(text::next_grapheme(&document.text, span.start)))
            };
            view.drag = Some(Drag::Border { mark, index, start, span: moved });
        }
    }
}

/// The span a mark's border is being dragged to, to be shown meanwhile.
pub(super) fn dragged_border(view: &ReaderView) -> Option<(&Id, usize, Span)> {
    match &view.drag {
        Some(Drag::Border { mark, index, span, .. }) => Some((mark, *index, *span)),
        _ => None,
    }
}

/// A point of the screen relative to the column, points.
fn column_point(rects: PageRects, pos: Pos2) -> Point {
    Point {
        x: pos.x - rects.column.left(),
        y: pos.y - rects.page.top() - TOP_MARGIN,
    }
}

/// Dragging above or below the page scrolls it, faster further out.
fn scroll_beyond(ui: &Ui, flow: &mut Flow, rects: PageRects, pos: Pos2) {
    let out = if pos.y < rects.page.top() {
        pos.y - rects.page.top()
    } else if pos.y > rects.page.bottom() {
        pos.y - rects.page.bottom()
    } else {
        return;
    };
    let seconds = ui.input(|input| input.stable_dt).min(0.1);
    flow.anchor.offset += (out * 12.0).clamp(-2400.0, 2400.0) * seconds;
    ui.ctx().request_repaint();
}

/// The byte of the letter the pointer is on: `caret` is the nearest border,
/// and the letter stands before or after it.
fn letter_under(flow: &mut Flow, engine: &mut TextEngine, document: &Document, point: Point, caret: Caret) -> usize {
    let before = text::previous_grapheme(&document.text, caret.byte);
    let (index, local) = flow.local(caret);
    let (Some(layout), Some(paragraph)) = (flow.layout(engine, index), flow.paragraph_span(index)) else {
        return caret.byte;
    };
    if before < paragraph.start || local.byte == 0 {
        return caret.byte;
    }
    let on_before = layout
        .rects(Span::new(before - paragraph.start, local.byte))
        .iter()
        .any(|piece| piece.rect.x0 <= point.x && point.x < piece.rect.x1);
    if on_before { before } else { caret.byte }
}

fn unit_at(text: &str, unit: Unit, byte: usize, caret: Caret) -> Span {
    match unit {
        Unit::Grapheme => Span::new(caret.byte, caret.byte),
        Unit::Word => words::word_at(text, byte),
        Unit::Sentence => sentences::sentence_at(text, byte),
    }
}

/// The innermost mark under a point of the column.
fn mark_at(
    flow: &mut Flow,
    engine: &mut TextEngine,
    wb: &Workbench,
    document: &Document,
    point: Point,
) -> Option<Id> {
    let caret = flow.hit(engine, point);
    let (index, _) = flow.local(caret);
    let paragraph = flow.paragraph_span(index)?;
    let layout = flow.layout(engine, index)?;
    let near = Span::new(
        text::previous_grapheme(&document.text, caret.byte),
        text::next_grapheme(&document.text, caret.byte),
    );
    let top = flow
        .caret_rect(engine, Caret { byte: paragraph.start, affinity: Affinity::Downstream })?
        .y0
        - layout
            .caret_rect(Caret { byte: 0, affinity: Affinity::Downstream })
            .y0;
    let inside = |mark: &Annotation| {
        mark.spans.iter().any(|span| {
            let start = span.start.max(paragraph.start);
            let end = span.end.min(paragraph.end);
            start < end
                && layout
                    .rects(Span::new(start - paragraph.start, end - paragraph.start))
                    .iter()
                    .any(|piece| {
                        let y = point.y - top;
                        piece.rect.x0 <= point.x
                            && point.x < piece.rect.x1
                            && piece.rect.y0 <= y
                            && y < piece.rect.y1
                    })
        })
    };
    wb.project()
        .annotations_in(&document.id, near)
        .filter(|mark| {
            wb.project()
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == TagKind::Entity)
        })
        .filter(|mark| inside(mark))
        .min_by_key(|mark| mark.hull().map_or(usize::MAX, |span| span.len()))
        .map(|mark| mark.id.clone())
}

/// The border of the chosen mark under a point of the column.
fn border_at(
    flow: &mut Flow,
    engine: &mut TextEngine,
    wb: &Workbench,
    document: &Document,
    point: Point,
) -> Option<Drag> {
    let mark = wb.selected_mark().filter(|mark| mark.document == document.id && wb.can_edit())?;
    for (index, span) in mark.spans.iter().enumerate() {
        for (byte, affinity, start) in [
            (span.start, Affinity::Downstream, true),
            (span.end, Affinity::Upstream, false),
        ] {
            let rect = flow.caret_rect(engine, Caret { byte, affinity })?;
            if (rect.x0 - point.x).abs() <= BORDER_REACH && rect.y0 <= point.y && point.y <= rect.y1 {
                return Some(Drag::Border { mark: mark.id.clone(), index, start, span: *span });
            }
        }
    }
    None
}

/// A card over the mark under the pointer, after a moment.
pub(super) fn hover_card(
    response: &Response,
    wb: &Workbench,
    document: &Document,
    placed: &[Placed],
    origin: Pos2,
) {
    let Some(pos) = response.hover_pos() else {
        return;
    };
    let Some(paragraph) = placed
        .iter()
        .find(|paragraph| (paragraph.top..paragraph.top + paragraph.height).contains(&(pos.y - origin.y)))
    else {
        return;
    };
    let corner = origin + vec2(0.0, paragraph.top);
    let over = wb
        .project()
        .annotations_in(&document.id, paragraph.span)
        .filter(|mark| {
            wb.project()
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == TagKind::Entity)
        })
        .filter(|mark| {
            mark.spans.iter().any(|span| {
                let start = span.start.max(paragraph.span.start);
                let end = span.end.min(paragraph.span.end);
                start < end
                    && mark_boxes(
                        corner,
                        &paragraph.layout,
                        Span::new(start - paragraph.span.start, end - paragraph.span.start),
                        0,
                        response.ctx.pixels_per_point(),
                    )
                    .iter()
                    .any(|(rect, _)| rect.contains(pos2(pos.x, pos.y)))
            })
        })
        .min_by_key(|mark| mark.hull().map_or(usize::MAX, |span| span.len()));
    if let Some(mark) = over {
        crate::ui::panels::mark_card(response, wb, document, mark);
    }
}
