//! The handles at the ends of the chosen mark's pieces: where they stand, what
//! taking hold of one does, and where it leads.
//!
//! A handle stands at the visible edge of the first or the last letter of its
//! piece, also where two directions meet. A dragged border keeps to letters,
//! with Ctrl to words; what it would come to is shown meanwhile, and Escape
//! lets go of it.
//!
//! **Invariant:** nothing changes before the button is let go, and a piece with
//! letters keeps at least one.

use egui::{Color32, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};

use crate::command::{NextTag, Reader, Workbench};
use crate::model::{Annotation, Id, Span};
use crate::text::{self, Caret, Point};
use crate::ui::paint::{PointSign, paint_points, point_reach};
use crate::ui::theme::Theme;

use super::flow::Placed;
use super::pointer::{Drag, Hand, Unit};
use super::under::nth_point;
use super::{Page, ReaderView};

/// How near the bar of a handle a hand takes hold of it, points.
const REACH: f32 = 4.0;
/// The same for its knob, from the middle of it.
const KNOB_REACH: f32 = 9.0;
/// Radius of a knob, and width of the bar, points.
const KNOB: f32 = 4.5;
const BAR: f32 = 2.0;

/// The chosen mark, if its borders can be moved in this page.
fn shaped<'a>(wb: &'a Workbench, reader: &Reader) -> Option<&'a Annotation> {
    wb.selected_mark()
        .filter(|mark| wb.shows_mark(reader, mark) && wb.can_edit())
}

/// The caret at the start or the end of a piece, on the side of its letters.
fn caret_of(span: Span, start: bool) -> Caret {
    if start {
        Caret::before(span.start)
    } else {
        Caret::after(span.end)
    }
}

/// The middle of a handle's knob: over the start, under the end.
fn knob_of(x: f32, top: f32, bottom: f32, start: bool) -> Pos2 {
    pos2(x, if start { top } else { bottom })
}

impl Hand<'_, '_> {
    /// The handle under a point of the column: the nearest of those in reach.
    pub(super) fn border_at(&mut self, point: Point) -> Option<Drag> {
        let mark = shaped(self.page.wb, self.page.reader)?;
        let mut best: Option<(f32, Drag)> = None;
        for (index, span) in mark.spans.iter().enumerate() {
            for start in [true, false] {
                let Some(distance) = self.distance(mark, *span, start, point) else {
                    continue;
                };
                if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                    let drag = Drag::Border {
                        mark: mark.id.clone(),
                        index,
                        start,
                        span: *span,
                    };
                    best = Some((distance, drag));
                }
            }
        }
        best.map(|(_, drag)| drag)
    }

    /// How far a point is from a handle, when that is in reach; points.
    fn distance(&mut self, mark: &Annotation, span: Span, start: bool, at: Point) -> Option<f32> {
        let flow = &mut *self.column.flow;
        let caret = caret_of(span, start);
        let (unit, local) = flow.local(caret);
        let top = flow.top_of(unit);
        // What is out of sight need not be laid out to know that.
        if top > self.column.height || top + flow.height_of(unit) < 0.0 {
            return None;
        }
        let layout = flow.layout(self.column.engine, unit)?;
        let here = pos2(at.x, at.y);
        if span.is_empty() {
            let nth = nth_point(self.page.wb, self.page.reader, span.start, &mark.id);
            let reach = point_reach(pos2(0.0, top), &layout, local.byte, nth);
            return reach.contains(here).then_some(0.0);
        }
        let rect = layout.caret_rect(local);
        let (y0, y1) = (rect.y0 + top, rect.y1 + top);
        let beside = (rect.x0 - here.x).abs();
        let knob = knob_of(rect.x0, y0, y1, start).distance(here);
        let on_bar = beside <= REACH && (y0..y1).contains(&here.y);
        // Of two at the same place, the one with the nearer knob.
        (on_bar || knob <= KNOB_REACH).then_some(beside + knob / 100.0)
    }

    /// Where a dragged piece would come to with the pointer there.
    pub(super) fn dragged_to(&mut self, span: Span, start: bool, point: Point) -> Span {
        let caret = self.column.flow.hit(self.column.engine, point);
        let text = &self.page.document.text;
        if span.is_empty() {
            return Span::new(caret.byte, caret.byte);
        }
        let byte = if self.by_words {
            let word = self.unit_at(Unit::Word, point, caret);
            let blank = word.of(text).is_none_or(|word| word.trim().is_empty());
            // Over a space, the word on this side of it.
            if start == blank { word.end } else { word.start }
        } else {
            caret.byte
        };
        if start {
            let last = text::previous_grapheme(text, span.end);
            Span::new(byte.min(last), span.end)
        } else {
            let first = text::next_grapheme(text, span.start);
            Span::new(span.start, byte.max(first))
        }
    }
}

/// The span a mark's border is being dragged to, to be shown meanwhile.
pub(super) fn dragged_border(view: &ReaderView) -> Option<(&Id, usize, Span)> {
    match &view.drag {
        Some(Drag::Border {
            mark, index, span, ..
        }) => Some((mark, *index, *span)),
        _ => None,
    }
}

/// Paints the handles of the chosen mark in sight, and the point that waits
/// for its tag.
pub(super) fn paint(ui: &Ui, view: &ReaderView, page: Page<'_>, placed: &[Placed], origin: Pos2) {
    let Page { wb, reader, .. } = page;
    let theme = Theme::get(ui.ctx());
    let active = wb
        .active_reader()
        .is_some_and(|active| active.id == reader.id);
    if wb.next_tag() == NextTag::Point && active {
        waiting(
            ui.painter(),
            placed,
            origin,
            reader.selection.head.byte,
            theme,
        );
    }
    let Some(mark) = shaped(wb, reader) else {
        return;
    };
    let dragged = dragged_border(view).filter(|(id, _, _)| **id == mark.id);
    for (index, span) in mark.spans.iter().enumerate() {
        let span = match dragged {
            Some((_, moved, to)) if moved == index => to,
            _ => *span,
        };
        if span.is_empty() {
            continue;
        }
        for start in [true, false] {
            let caret = caret_of(span, start);
            let holds = |unit: &&Placed| {
                let Span { start: from, end } = unit.span;
                if start {
                    from <= caret.byte && (caret.byte < end || unit.ends) && caret.byte <= end
                } else {
                    from < caret.byte && caret.byte <= end
                }
            };
            if let Some(unit) = placed.iter().find(holds) {
                let local = Caret {
                    byte: caret.byte - unit.span.start,
                    ..caret
                };
                let rect = unit.layout.caret_rect(local);
                let place = Rect::from_min_max(
                    origin + vec2(rect.x0, unit.top + rect.y0),
                    origin + vec2(rect.x0, unit.top + rect.y1),
                );
                handle(ui.painter(), place, start, theme.accent, theme.page);
            }
        }
    }
}

/// A bar along the edge with a knob: over the start, under the end.
fn handle(painter: &Painter, place: Rect, start: bool, color: Color32, ground: Color32) {
    let scale = painter.pixels_per_point();
    let snap = |value: f32| (value * scale).round() / scale;
    let left = snap(place.left() - BAR / 2.0);
    let bar = Rect::from_min_max(pos2(left, place.top()), pos2(left + BAR, place.bottom()));
    painter.rect_filled(bar, 0.0, color);
    let knob = knob_of(bar.center().x, place.top(), place.bottom(), start);
    painter.circle(knob, KNOB, color, Stroke::new(1.0, ground));
}

/// The sign of a point at the caret, in no tag's colour yet.
fn waiting(painter: &Painter, placed: &[Placed], origin: Pos2, byte: usize, theme: Theme) {
    let unit = placed
        .iter()
        .find(|unit| unit.span.start <= byte && byte <= unit.span.end);
    if let Some(unit) = unit {
        let sign = PointSign {
            byte: byte - unit.span.start,
            nth: 0,
            hue: theme.accent,
            outline: None,
        };
        let pos = origin + vec2(0.0, unit.top);
        paint_points(painter, pos, &unit.layout, &[sign]);
    }
}
