//! A document as a column of paragraphs, of which only those in sight are
//! laid out.
//!
//! Heights of paragraphs never seen are estimated and corrected when they are
//! laid out. The place of the page is an [`Anchor`], a paragraph and a
//! distance into it, so that correcting an estimate moves nothing in sight.
//!
//! Invariant: all positions given out are relative to the top left of the
//! column in the window, in points; all bytes are bytes of the document.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::DocumentDirection;
use crate::model::Span;
use crate::text::{
    self, Align, BaseDirection, Caret, Direction, Face, LineOptions, ParagraphLayout, Point, Rect,
    TextEngine, TextStyle,
};

use super::heights::Heights;

/// Line height as a multiple of the type size, for Arabic and for Latin.
const LEADING_ARABIC: f32 = 1.9;
const LEADING_LATIN: f32 = 1.65;
/// Latin type looks as large as Naskh at this part of its size.
const LATIN_SIZE: f32 = 15.0 / 19.0;
/// Empty lines, and the space under a paragraph, as parts of a line.
const BLANK_LINE: f32 = 0.38;
const PARAGRAPH_SPACE: f32 = 0.10;
/// An average letter's advance as a part of the type size; for estimates.
const AVERAGE_ADVANCE: f32 = 0.42;
/// Laid-out paragraphs kept before those out of sight are let go.
const KEPT_LAYOUTS: usize = 400;

/// How the page is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PageStyle {
    /// Face of right-to-left paragraphs.
    pub(super) face: Face,
    /// Their type size, points.
    pub(super) size: f32,
    /// Width of the column, points.
    pub(super) width: f32,
}

/// Where the page stands: a paragraph, and how far below its top the upper
/// edge of the window is (points; negative when the paragraph begins lower).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Anchor {
    pub(super) paragraph: usize,
    pub(super) offset: f32,
}

/// A paragraph in sight.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// Its index, counted from 0.
    pub(super) index: usize,
    /// Its bytes in the document.
    pub(super) span: Span,
    /// Its top, points below the top of the window.
    pub(super) top: f32,
    /// Its height with the space under it, points.
    pub(super) height: f32,
    pub(super) layout: Arc<ParagraphLayout>,
}

/// A document laid out as a column.
#[derive(Debug)]
pub(super) struct Flow {
    text: Arc<str>,
    forced: Option<Direction>,
    fallback: Direction,
    style: PageStyle,
    paragraphs: Vec<Span>,
    heights: Heights,
    layouts: HashMap<usize, Arc<ParagraphLayout>>,
    pub(super) anchor: Anchor,
}

impl Flow {
    pub(super) fn new(text: Arc<str>, direction: DocumentDirection, style: PageStyle) -> Self {
        let paragraphs = text::paragraphs(&text);
        let mut flow = Self {
            fallback: direction_of(&text, direction),
            forced: forced(direction),
            text,
            style,
            paragraphs,
            heights: Heights::default(),
            layouts: HashMap::new(),
            anchor: Anchor::default(),
        };
        flow.estimate();
        flow
    }

    /// Whether this flow shows `text` with `direction`.
    pub(super) fn shows(&self, text: &Arc<str>, direction: DocumentDirection) -> bool {
        self.shows_text(text) && self.forced == forced(direction)
    }

    /// Whether this flow shows `text`, in whatever direction.
    pub(super) fn shows_text(&self, text: &Arc<str>) -> bool {
        Arc::ptr_eq(&self.text, text)
    }

    /// Sets the page anew, keeping the words at the top of the window there.
    pub(super) fn restyle(&mut self, engine: &mut TextEngine, style: PageStyle) {
        if style == self.style {
            return;
        }
        let Anchor { paragraph, offset } = self.anchor;
        // The byte at the upper edge stays at the upper edge.
        let kept = self.layout(engine, paragraph).map(|layout| {
            let caret = layout.hit(Point { x: 0.0, y: offset });
            let line = layout.line_of(caret);
            let start = layout.lines().get(line).map_or(0, |line| line.span.start);
            let top = layout.lines().get(line).map_or(0.0, |line| line.top);
            (start, offset - top)
        });
        self.style = style;
        self.layouts.clear();
        self.estimate();
        if let Some((byte, below)) = kept
            && let Some(layout) = self.layout(engine, paragraph)
        {
            let line = layout.line_of(Caret {
                byte,
                affinity: text::Affinity::Downstream,
            });
            self.anchor.offset = layout.lines().get(line).map_or(0.0, |line| line.top) + below;
        }
    }

    fn estimate(&mut self) {
        let per_line = (self.style.width / (self.style.size * AVERAGE_ADVANCE)).max(1.0);
        let line = self.style.size * LEADING_ARABIC;
        let heights = self
            .paragraphs
            .iter()
            .map(|span| {
                if span.is_empty() {
                    line * BLANK_LINE
                } else {
                    // Two bytes a letter, as Arabic has in UTF-8.
                    let letters = span.len() as f32 / 2.0;
                    line * ((letters / per_line).ceil().max(1.0) + PARAGRAPH_SPACE)
                }
            })
            .collect();
        self.heights = Heights::new(heights);
    }

    /// The document's own direction: where its margin and numbers stand.
    pub(super) fn direction(&self) -> Direction {
        self.fallback
    }

    /// How many paragraphs (lines of the file) there are.
    pub(super) fn paragraph_count(&self) -> usize {
        self.paragraphs.len()
    }

    /// The paragraph with this index, as bytes of the document.
    pub(super) fn paragraph_span(&self, index: usize) -> Option<Span> {
        self.paragraphs.get(index).copied()
    }

    /// The index of the paragraph that holds `byte`.
    pub(super) fn paragraph_of(&self, byte: usize) -> usize {
        self.paragraphs
            .partition_point(|span| span.start <= byte)
            .saturating_sub(1)
    }

    /// The layout of one paragraph, made when it is not there yet.
    pub(super) fn layout(
        &mut self,
        engine: &mut TextEngine,
        index: usize,
    ) -> Option<Arc<ParagraphLayout>> {
        if let Some(layout) = self.layouts.get(&index) {
            return Some(Arc::clone(layout));
        }
        let span = self.paragraph_span(index)?;
        let words = span.of(&self.text).unwrap_or_default();
        let base = match self.forced {
            Some(direction) => BaseDirection::Fixed(direction),
            None => BaseDirection::Auto {
                fallback: self.fallback,
            },
        };
        let latin = text::first_strong(words) == Some(Direction::LeftToRight);
        let (face, size, leading) = if latin {
            (Face::Sans, self.style.size * LATIN_SIZE, LEADING_LATIN)
        } else {
            (self.style.face, self.style.size, LEADING_ARABIC)
        };
        let shaped = engine.shape(
            words,
            base,
            TextStyle {
                face,
                bold: false,
                size,
            },
        );
        let line_height = if words.is_empty() {
            self.style.size * LEADING_ARABIC * BLANK_LINE
        } else {
            size * leading
        };
        let layout = Arc::new(shaped.break_lines(LineOptions {
            width: self.style.width,
            line_height,
            align: Align::Start,
        }));
        let space = if words.is_empty() {
            0.0
        } else {
            self.style.size * LEADING_ARABIC * PARAGRAPH_SPACE
        };
        self.heights.set(index, layout.height() + space);
        self.layouts.insert(index, Arc::clone(&layout));
        Some(layout)
    }

    /// The paragraphs in sight of a window `height` points high, laid out.
    pub(super) fn place(&mut self, engine: &mut TextEngine, height: f32) -> Vec<Placed> {
        self.settle(engine, height);
        let mut placed = Vec::new();
        let mut top = -self.anchor.offset;
        let mut index = self.anchor.paragraph;
        while top < height
            && let Some(span) = self.paragraph_span(index)
            && let Some(layout) = self.layout(engine, index)
        {
            let own = self.heights.get(index);
            placed.push(Placed {
                index,
                span,
                top,
                height: own,
                layout,
            });
            top += own;
            index += 1;
        }
        if self.layouts.len() > KEPT_LAYOUTS {
            let (first, last) = (self.anchor.paragraph, index);
            self.layouts
                .retain(|key, _| (first.saturating_sub(60)..=last + 60).contains(key));
        }
        placed
    }

    /// Brings the anchor into its paragraph and the page between its ends.
    fn settle(&mut self, engine: &mut TextEngine, height: f32) {
        let count = self.paragraphs.len();
        if count == 0 {
            self.anchor = Anchor::default();
            return;
        }
        self.anchor.paragraph = self.anchor.paragraph.min(count - 1);
        while self.anchor.offset < 0.0 && self.anchor.paragraph > 0 {
            self.anchor.paragraph -= 1;
            self.layout(engine, self.anchor.paragraph);
            self.anchor.offset += self.heights.get(self.anchor.paragraph);
        }
        self.anchor.offset = self.anchor.offset.max(0.0);
        loop {
            self.layout(engine, self.anchor.paragraph);
            let own = self.heights.get(self.anchor.paragraph);
            if self.anchor.offset < own || self.anchor.paragraph + 1 >= count {
                break;
            }
            self.anchor.offset -= own;
            self.anchor.paragraph += 1;
        }
        // The last line stays at the lower edge: measure upwards from the end
        // until a window is filled.
        let mut filled = 0.0;
        let mut index = count;
        while index > self.anchor.paragraph && filled < height {
            index -= 1;
            self.layout(engine, index);
            filled += self.heights.get(index);
        }
        let ends_at = if index == self.anchor.paragraph {
            filled - self.anchor.offset
        } else {
            f32::INFINITY
        };
        if ends_at < height {
            let mut rest = height - ends_at;
            // Scrolled past the end: go back by what is missing.
            while rest > 0.0 {
                if self.anchor.offset >= rest {
                    self.anchor.offset -= rest;
                    rest = 0.0;
                } else if self.anchor.paragraph == 0 {
                    self.anchor.offset = 0.0;
                    rest = 0.0;
                } else {
                    rest -= self.anchor.offset;
                    self.anchor.paragraph -= 1;
                    self.layout(engine, self.anchor.paragraph);
                    self.anchor.offset = self.heights.get(self.anchor.paragraph);
                }
            }
        }
    }

    /// Height of the whole document (partly estimated) and the place of the
    /// window in it, points.
    pub(super) fn scroll_extent(&self) -> (f64, f64) {
        (
            self.heights.total(),
            self.heights.top(self.anchor.paragraph) + f64::from(self.anchor.offset),
        )
    }

    /// Puts the upper edge of the window `y` points below the document's top.
    pub(super) fn scroll_to(&mut self, y: f64) {
        let (paragraph, offset) = self.heights.at(y);
        self.anchor = Anchor { paragraph, offset };
    }

    /// Moves the page so that `span` is in sight, with some lines around it;
    /// a page that shows it already stays where it is.
    pub(super) fn reveal(&mut self, engine: &mut TextEngine, span: Span, height: f32) {
        let Some((top, bottom)) = self.extent_of(engine, span) else {
            return;
        };
        let margin = (self.style.size * LEADING_ARABIC).min(height / 4.0);
        if top < margin {
            self.anchor.offset += top - height / 3.0;
        } else if bottom > height - margin {
            let down = if bottom - top > height / 2.0 {
                top - margin
            } else {
                bottom - height * 2.0 / 3.0
            };
            self.anchor.offset += down;
        }
        self.settle(engine, height);
    }

    /// Moves the page by the least that brings the caret into sight.
    pub(super) fn follow(&mut self, engine: &mut TextEngine, caret: Caret, height: f32) {
        let Some(rect) = self.caret_rect(engine, caret) else {
            return;
        };
        let margin = self.style.size * 0.6;
        if rect.y0 < margin {
            self.anchor.offset += rect.y0 - margin;
        } else if rect.y1 > height - margin {
            self.anchor.offset += rect.y1 - (height - margin);
        }
        self.settle(engine, height);
    }

    fn extent_of(&mut self, engine: &mut TextEngine, span: Span) -> Option<(f32, f32)> {
        let first = self.paragraph_of(span.start);
        let last = self.paragraph_of(span.end);
        let from = self.layout(engine, first)?;
        let start = self.paragraph_span(first)?.start;
        let top = from.caret_rect(downstream(span.start.saturating_sub(start)));
        let to = self.layout(engine, last)?;
        let end = self.paragraph_span(last)?.start;
        let bottom = to.caret_rect(downstream(span.end.saturating_sub(end)));
        let (first_top, last_top) = (self.top_of(first), self.top_of(last));
        Some((first_top + top.y0, last_top + bottom.y1))
    }

    /// The top of a paragraph, points below the top of the window.
    pub(super) fn top_of(&self, index: usize) -> f32 {
        let (_, here) = self.scroll_extent();
        (self.heights.top(index) - here) as f32
    }

    /// The caret nearest to a point of the window.
    pub(super) fn hit(&mut self, engine: &mut TextEngine, point: Point) -> Caret {
        let (_, here) = self.scroll_extent();
        let (index, below) = self.heights.at(here + f64::from(point.y));
        let below = if f64::from(point.y) + here < 0.0 {
            0.0
        } else {
            below
        };
        let (Some(layout), Some(span)) = (self.layout(engine, index), self.paragraph_span(index))
        else {
            return downstream(0);
        };
        let caret = layout.hit(Point {
            x: point.x,
            y: below,
        });
        Caret {
            byte: caret.byte + span.start,
            ..caret
        }
    }

    /// Where a caret stands in the window, points.
    pub(super) fn caret_rect(&mut self, engine: &mut TextEngine, caret: Caret) -> Option<Rect> {
        let (index, local) = self.local(caret);
        let layout = self.layout(engine, index)?;
        let top = self.top_of(index);
        let rect = layout.caret_rect(local);
        Some(Rect {
            y0: rect.y0 + top,
            y1: rect.y1 + top,
            ..rect
        })
    }

    /// The paragraph of a caret, and the caret in that paragraph.
    pub(super) fn local(&self, caret: Caret) -> (usize, Caret) {
        let index = self.paragraph_of(caret.byte);
        let start = self.paragraphs.get(index).map_or(0, |span| span.start);
        (
            index,
            Caret {
                byte: caret.byte.saturating_sub(start),
                ..caret
            },
        )
    }
}

fn forced(direction: DocumentDirection) -> Option<Direction> {
    match direction {
        DocumentDirection::Auto => None,
        DocumentDirection::RightToLeft => Some(Direction::RightToLeft),
        DocumentDirection::LeftToRight => Some(Direction::LeftToRight),
    }
}

/// The direction of a document: chosen, or that of most of its letters.
pub(super) fn direction_of(text: &str, direction: DocumentDirection) -> Direction {
    forced(direction).unwrap_or_else(|| text::document_direction(text))
}

fn downstream(byte: usize) -> Caret {
    Caret {
        byte,
        affinity: text::Affinity::Downstream,
    }
}
