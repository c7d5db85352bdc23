//! The paragraphs of a field, one under the other, and the caret's ways
//! through them.
//!
//! Offsets here are bytes of the whole text; points are measured from the top
//! left corner of the column.

use std::sync::Arc;

use egui::{Context, Rect, pos2};

use crate::model::Span;
use crate::text::{
    Affinity, Align, BaseDirection, Caret, Direction, LineOptions, ParagraphLayout, Point, Visual,
    paragraphs,
};
use crate::ui::paint::TextUi;
use crate::ui::widgets::TextLook;

/// A field's text, laid out.
pub(super) struct Column {
    pub(super) parts: Vec<Part>,
    /// Points.
    pub(super) height: f32,
}

/// One paragraph.
pub(super) struct Part {
    /// Bytes of the text, without the separator.
    pub(super) span: Span,
    /// Points from the top of the column.
    pub(super) top: f32,
    pub(super) layout: Arc<ParagraphLayout>,
}

/// Where a key moves the caret.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Movement {
    Left,
    Right,
    /// On or back in the order of reading.
    Forward,
    Back,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
}

impl Column {
    /// Lays `text` out in lines no wider than `width` points; each paragraph
    /// runs in the direction of its first letter, one without letters as the
    /// one before it, the first of such as `fallback`; all of them in `forced`
    /// where there is one.
    pub(super) fn new(
        ctx: &Context,
        text: &str,
        look: TextLook,
        width: f32,
        fallback: Direction,
        forced: Option<Direction>,
    ) -> Self {
        let text_ui = TextUi::get(ctx);
        let options = LineOptions {
            width,
            line_height: look.line_height,
            align: Align::Start,
        };
        let mut direction = fallback;
        let mut height = 0.0;
        let mut parts = Vec::new();
        for span in paragraphs(text) {
            let part = text.get(span.start..span.end).unwrap_or_default();
            let auto = BaseDirection::Auto {
                fallback: direction,
            };
            let base = forced.map_or(auto, BaseDirection::Fixed);
            let layout = text_ui.layout(ctx, part, look.style, base, options);
            direction = layout.shaped().direction();
            let top = height;
            height += layout.height();
            parts.push(Part { span, top, layout });
        }
        Self { parts, height }
    }

    /// Direction of the first paragraph.
    pub(super) fn direction(&self) -> Direction {
        self.parts.first().map_or(Direction::LeftToRight, |part| {
            part.layout.shaped().direction()
        })
    }

    /// Widest line, points.
    pub(super) fn content_width(&self) -> f32 {
        self.parts
            .iter()
            .map(|part| part.layout.content_width())
            .fold(0.0, f32::max)
    }

    fn index_at(&self, byte: usize) -> usize {
        self.parts
            .partition_point(|part| part.span.start <= byte)
            .saturating_sub(1)
    }

    fn local(part: &Part, caret: Caret) -> Caret {
        Caret {
            byte: caret
                .byte
                .saturating_sub(part.span.start)
                .min(part.span.len()),
            ..caret
        }
    }

    fn global(part: &Part, caret: Caret) -> Caret {
        Caret {
            byte: part.span.start + caret.byte,
            ..caret
        }
    }

    /// The caret as a bar of no width, points.
    pub(super) fn caret_rect(&self, caret: Caret) -> Rect {
        let Some(part) = self.parts.get(self.index_at(caret.byte)) else {
            return Rect::ZERO;
        };
        let rect = part.layout.caret_rect(Self::local(part, caret));
        Rect::from_min_max(
            pos2(rect.x0, part.top + rect.y0),
            pos2(rect.x1, part.top + rect.y1),
        )
    }

    /// The caret nearest to a point.
    pub(super) fn hit(&self, x: f32, y: f32) -> Caret {
        let index = self
            .parts
            .partition_point(|part| part.top <= y)
            .saturating_sub(1);
        self.parts.get(index).map_or(
            Caret {
                byte: 0,
                affinity: Affinity::Downstream,
            },
            |part| Self::global(part, part.layout.hit(Point { x, y: y - part.top })),
        )
    }

    /// The parts of each paragraph that lie in `span`, in its own bytes.
    pub(super) fn pieces(&self, span: Span) -> impl Iterator<Item = (&Part, Span)> {
        self.parts.iter().filter_map(move |part| {
            let start = span.start.max(part.span.start);
            let end = span.end.min(part.span.end);
            (start <= end && span.start <= part.span.end && part.span.start <= span.end).then(
                || {
                    let local = Span::new(start - part.span.start, end - part.span.start);
                    (part, local)
                },
            )
        })
    }

    /// Where a movement leads. `goal_x` is where up and down want to go,
    /// points.
    pub(super) fn moved(&self, caret: Caret, movement: Movement, goal_x: f32) -> Caret {
        let index = self.index_at(caret.byte);
        let Some(part) = self.parts.get(index) else {
            return caret;
        };
        let here = Self::local(part, caret);
        let rtl = part.layout.shaped().direction() == Direction::RightToLeft;
        let visual = |by: Visual, forward: bool| {
            part.layout.move_visual(here, by).map_or_else(
                || self.beyond(index, forward).unwrap_or(caret),
                |moved| Self::global(part, moved),
            )
        };
        match movement {
            Movement::Left => visual(Visual::Left, rtl),
            Movement::Right => visual(Visual::Right, !rtl),
            Movement::Forward | Movement::Back => {
                let forward = movement == Movement::Forward;
                part.layout
                    .step_in_reading_order(here, forward)
                    .map(|moved| Self::global(part, moved))
                    .or_else(|| self.beyond(index, forward))
                    .unwrap_or(caret)
            }
            Movement::WordLeft => visual(Visual::WordLeft, rtl),
            Movement::WordRight => visual(Visual::WordRight, !rtl),
            Movement::Up => self
                .vertical(index, here, goal_x, true)
                .unwrap_or_else(Self::start),
            Movement::Down => self
                .vertical(index, here, goal_x, false)
                .unwrap_or_else(|| self.end()),
            Movement::LineStart => {
                Self::global(part, part.layout.line_start(part.layout.line_of(here)))
            }
            Movement::LineEnd => {
                Self::global(part, part.layout.line_end(part.layout.line_of(here)))
            }
            Movement::TextStart => Self::start(),
            Movement::TextEnd => self.end(),
        }
    }

    /// The letter a step to the left or right goes over, as the carets at its
    /// near and its far edge; `None` at the sides of a line.
    pub(super) fn letter_beside(&self, caret: Caret, left: bool) -> Option<(Caret, Caret)> {
        let part = self.parts.get(self.index_at(caret.byte))?;
        let (near, far) = part.layout.letter_beside(Self::local(part, caret), left)?;
        Some((Self::global(part, near), Self::global(part, far)))
    }

    /// Whether the paragraph of a caret runs from right to left.
    pub(super) fn runs_rtl(&self, caret: Caret) -> bool {
        self.parts
            .get(self.index_at(caret.byte))
            .is_some_and(|part| part.layout.shaped().direction().is_rtl())
    }

    /// The direction of the text a caret belongs to where two meet.
    pub(super) fn border_direction(&self, caret: Caret) -> Option<Direction> {
        let part = self.parts.get(self.index_at(caret.byte))?;
        part.layout.border_direction(Self::local(part, caret))
    }

    /// Start of the paragraph after, or end of the one before.
    fn beyond(&self, index: usize, forward: bool) -> Option<Caret> {
        if forward {
            self.parts
                .get(index + 1)
                .map(|part| Self::global(part, part.layout.line_start(0)))
        } else {
            let part = self.parts.get(index.checked_sub(1)?)?;
            let last = part.layout.lines().len().saturating_sub(1);
            Some(Self::global(part, part.layout.line_end(last)))
        }
    }

    fn vertical(&self, index: usize, here: Caret, goal_x: f32, up: bool) -> Option<Caret> {
        let part = self.parts.get(index)?;
        if let Some(caret) = part.layout.move_line(here, goal_x, up) {
            return Some(Self::global(part, caret));
        }
        let next = if up { index.checked_sub(1)? } else { index + 1 };
        let part = self.parts.get(next)?;
        let line = if up {
            part.layout.lines().len().saturating_sub(1)
        } else {
            0
        };
        part.layout
            .line_caret(line, goal_x)
            .map(|caret| Self::global(part, caret))
    }

    fn start() -> Caret {
        Caret {
            byte: 0,
            affinity: Affinity::Downstream,
        }
    }

    fn end(&self) -> Caret {
        let byte = self.parts.last().map_or(0, |part| part.span.end);
        Caret {
            byte,
            affinity: Affinity::Upstream,
        }
    }
}
