//! A document as a column of paragraphs, of which only those in sight are
//! laid out. What is called a unit here is a paragraph, or a part of one that
//! is very long (see [`super::units`]).
//!
//! Heights of paragraphs never seen are estimated and corrected when they are
//! laid out. The place of the page is an [`Anchor`], a paragraph and a
//! distance into it, so that correcting an estimate moves nothing in sight.
//!
//! Invariant: all positions given out are relative to the top left of the
//! column in the window, in points; all bytes are bytes of the document.

mod linked;
mod scrolling;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{ChosenDirection, DocumentDirection, ParagraphDirection, Span};
use crate::text::{
    self, Affinity, Align, BaseDirection, Caret, Direction, Face, LineOptions, ParagraphLayout,
    Point, Rect, TextEngine, TextStyle,
};

use super::heights::{Heights, Measure};
use super::units::Units;

/// Line height of Latin as a part of that of Arabic, each as a multiple of its
/// own size.
const LATIN_LEADING: f32 = 1.65 / 1.9;
/// Latin type looks as large as Naskh at this part of its size.
const LATIN_SIZE: f32 = 15.0 / 19.0;
/// An empty line as a part of a line.
const BLANK_LINE: f32 = 0.38;
/// An average letter's advance as a part of the type size; for estimates.
const AVERAGE_ADVANCE: f32 = 0.42;
/// Laid-out units, and bytes of their text, kept before those out of sight are
/// let go; and how many on either side of the window stay then.
const KEPT_LAYOUTS: usize = 400;
const KEPT_BYTES: usize = 512 * 1024;
const KEPT_AROUND: usize = 60;

/// How the page is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct PageStyle {
    /// Face of right-to-left paragraphs.
    pub(in crate::ui) face: Face,
    /// Their type size, points.
    pub(in crate::ui) size: f32,
    /// Width of the column, points.
    pub(in crate::ui) width: f32,
    /// Distance of lines as a multiple of the type size.
    pub(in crate::ui) leading: f32,
    /// Whether lines are filled.
    pub(in crate::ui) align: Align,
    /// Space under a paragraph as a part of a line.
    pub(in crate::ui) paragraph_space: f32,
}

impl PageStyle {
    /// The page as it is set at first.
    pub(in crate::ui) fn new(face: Face, size: f32, width: f32) -> Self {
        Self {
            face,
            size,
            width,
            leading: 1.9,
            align: Align::Start,
            paragraph_space: 0.1,
        }
    }

    /// Height of a line of Arabic without stacked marks, points.
    fn line(&self) -> f32 {
        self.size * self.leading
    }
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
    /// Its index among the units, counted from 0.
    pub(super) index: usize,
    /// The number of its paragraph, counted from 1, where one begins.
    pub(super) number: Option<usize>,
    /// Its bytes on lines in sight: bytes of the document.
    pub(super) sight: Span,
    /// Its bytes in the document.
    pub(super) span: Span,
    /// Whether its paragraph ends with it.
    pub(super) ends: bool,
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
    /// Paragraphs with a direction of their own, in order.
    turned: Vec<ParagraphDirection>,
    fallback: Direction,
    style: PageStyle,
    units: Units,
    heights: Heights,
    layouts: HashMap<usize, Arc<ParagraphLayout>>,
    /// Bytes of text in `layouts`.
    laid_out: usize,
    /// What the last change of the page's style kept at its place.
    kept: Option<Kept>,
    pub(super) anchor: Anchor,
}

/// Words that stay where they are while the page is set anew: a unit, a byte of
/// it, and which part of its line's height is above the window.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Kept {
    /// Where the page stood then: once it is moved, other words are kept.
    anchor: Anchor,
    unit: usize,
    byte: usize,
    part: f32,
}

impl Flow {
    /// `fallback` is the document's own direction, as [`direction_of`] finds it.
    pub(super) fn new(
        text: Arc<str>,
        direction: DocumentDirection,
        fallback: Direction,
        style: PageStyle,
    ) -> Self {
        let units = Units::new(&text);
        let lengths = units.spans().iter().map(|span| span.len() as u32).collect();
        Self {
            fallback,
            forced: forced(direction),
            turned: Vec::new(),
            text,
            style,
            units,
            heights: Heights::new(lengths, measure_of(style)),
            layouts: HashMap::new(),
            laid_out: 0,
            kept: None,
            anchor: Anchor::default(),
        }
    }

    /// Whether this flow shows `text` with `direction`.
    pub(super) fn shows(&self, text: &Arc<str>, direction: DocumentDirection) -> bool {
        self.shows_text(text) && self.forced == forced(direction)
    }

    /// Whether this flow shows `text`, in whatever direction.
    pub(super) fn shows_text(&self, text: &Arc<str>) -> bool {
        Arc::ptr_eq(&self.text, text)
    }

    /// Sets these paragraphs in directions of their own.
    pub(super) fn turn(&mut self, turned: &[ParagraphDirection]) {
        if self.turned != turned {
            self.turned = turned.to_vec();
            self.layouts.clear();
            self.laid_out = 0;
        }
    }

    /// The direction chosen for the paragraph a unit is a part of.
    fn turned(&self, index: usize) -> Option<Direction> {
        if self.turned.is_empty() {
            return None;
        }
        let start = self.unit_span(self.units.paragraph_units(index).0)?.start;
        let at = self
            .turned
            .binary_search_by_key(&start, |chosen| chosen.start)
            .ok()?;
        self.turned.get(at).map(|chosen| match chosen.direction {
            ChosenDirection::RightToLeft => Direction::RightToLeft,
            ChosenDirection::LeftToRight => Direction::LeftToRight,
        })
    }

    /// Sets the page anew, keeping the words at the top of the window there.
    pub(super) fn restyle(&mut self, engine: &mut TextEngine, style: PageStyle) {
        if style == self.style {
            return;
        }
        // The words at the upper edge stay there. While only the style changes
        // they are the same words every time: the beginning of whatever line
        // they stand on now would creep up with each step of a drag.
        let kept = self
            .kept
            .filter(|kept| kept.anchor == self.anchor)
            .or_else(|| self.words_at_top(engine));
        self.style = style;
        self.layouts.clear();
        self.laid_out = 0;
        self.heights.restyle(measure_of(style));
        if let Some(mut kept) = kept
            && let Some(layout) = self.layout(engine, kept.unit)
        {
            let line = layout.line_of(downstream(kept.byte));
            self.anchor.paragraph = kept.unit;
            self.anchor.offset = layout
                .lines()
                .get(line)
                .map_or(0.0, |line| line.top + kept.part * (line.bottom - line.top));
            kept.anchor = self.anchor;
            self.kept = Some(kept);
        }
    }

    /// The words at the upper edge of the window.
    fn words_at_top(&mut self, engine: &mut TextEngine) -> Option<Kept> {
        let anchor = self.anchor;
        let layout = self.layout(engine, anchor.paragraph)?;
        let y = anchor.offset;
        let index = layout.lines().partition_point(|line| line.bottom <= y);
        let index = index.min(layout.lines().len().saturating_sub(1));
        let line = layout.lines().get(index)?;
        Some(Kept {
            anchor,
            unit: anchor.paragraph,
            byte: line.span.start,
            part: (y - line.top) / (line.bottom - line.top).max(1.0),
        })
    }

    /// The document's own direction: where its margin and numbers stand.
    pub(super) fn direction(&self) -> Direction {
        self.fallback
    }

    /// How many units there are.
    pub(super) fn unit_count(&self) -> usize {
        self.units.spans().len()
    }

    /// The unit with this index, as bytes of the document.
    pub(super) fn unit_span(&self, index: usize) -> Option<Span> {
        self.units.spans().get(index).copied()
    }

    /// The first and the last unit of the paragraph a unit is a part of.
    pub(super) fn paragraph_units(&self, index: usize) -> (usize, usize) {
        self.units.paragraph_units(index)
    }

    /// The number of the paragraph that begins with a unit, counted from 1.
    pub(super) fn number(&self, index: usize) -> Option<usize> {
        (!self.units.is_continued(index)).then(|| self.units.paragraph(index) + 1)
    }

    /// The height of a unit with the space under it, points; estimated while
    /// it is not laid out.
    pub(super) fn height_of(&self, index: usize) -> f32 {
        self.heights.get(index)
    }

    /// The layout of one unit, made when it is not there yet.
    pub(super) fn layout(
        &mut self,
        engine: &mut TextEngine,
        index: usize,
    ) -> Option<Arc<ParagraphLayout>> {
        if let Some(layout) = self.layouts.get(&index) {
            return Some(Arc::clone(layout));
        }
        let span = self.unit_span(index)?;
        let words = span.of(&self.text).unwrap_or_default();
        let strong = self.units.strong(index, words);
        let base = match self.turned(index).or(self.forced) {
            Some(direction) => BaseDirection::Fixed(direction),
            // A part of a paragraph runs as the whole of it does.
            None => BaseDirection::Fixed(strong.unwrap_or(self.fallback)),
        };
        let latin = strong == Some(Direction::LeftToRight);
        let (face, size, leading) = if latin {
            let leading = self.style.leading * LATIN_LEADING;
            (Face::Sans, self.style.size * LATIN_SIZE, leading)
        } else {
            (self.style.face, self.style.size, self.style.leading)
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
            self.style.line() * BLANK_LINE
        } else {
            shaped.line_height_from(size * leading)
        };
        let options = LineOptions {
            width: self.style.width,
            line_height,
            align: self.style.align,
        };
        let layout = Arc::new(if self.units.goes_on(index) {
            shaped.break_unit(options)
        } else {
            shaped.break_lines(options)
        });
        let space = if words.is_empty() || self.units.goes_on(index) {
            0.0
        } else {
            self.style.line() * self.style.paragraph_space
        };
        self.heights.set(index, layout.height() + space);
        self.layouts.insert(index, Arc::clone(&layout));
        self.laid_out += span.len();
        Some(layout)
    }

    /// The units in sight of a window `height` points high, laid out.
    pub(super) fn place(&mut self, engine: &mut TextEngine, height: f32) -> Vec<Placed> {
        self.settle(engine, height);
        let mut placed = Vec::new();
        let mut top = -self.anchor.offset;
        let mut index = self.anchor.paragraph;
        while top < height
            && let Some(span) = self.unit_span(index)
            && let Some(layout) = self.layout(engine, index)
        {
            let own = self.heights.get(index);
            placed.push(Placed {
                index,
                number: self.number(index),
                sight: in_sight(&layout, span, -top, height - top),
                span,
                ends: !self.units.goes_on(index),
                top,
                height: own,
                layout,
            });
            top += own;
            index += 1;
        }
        self.let_go(self.anchor.paragraph, index);
        placed
    }

    /// Drops all layouts: the page is not seen.
    pub(super) fn let_all_go(&mut self) {
        self.layouts.clear();
        self.laid_out = 0;
    }

    /// Drops layouts out of sight when there are many, or long ones.
    fn let_go(&mut self, first: usize, last: usize) {
        let around = if self.laid_out > KEPT_BYTES {
            1
        } else if self.layouts.len() > KEPT_LAYOUTS {
            KEPT_AROUND
        } else {
            return;
        };
        let kept = first.saturating_sub(around)..=last + around;
        self.layouts.retain(|key, _| kept.contains(key));
        self.laid_out = self
            .layouts
            .values()
            .map(|layout| layout.shaped().text().len())
            .sum();
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
        let (Some(layout), Some(span)) = (self.layout(engine, index), self.unit_span(index)) else {
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

    /// The unit of a caret, and the caret in that unit.
    pub(super) fn local(&self, caret: Caret) -> (usize, Caret) {
        let spans = self.units.spans();
        let mut index = spans
            .partition_point(|span| span.start <= caret.byte)
            .saturating_sub(1);
        let start_of = |index: usize| spans.get(index).map_or(0, |span| span.start);
        // Where a long paragraph is cut, a caret that sticks to what is before
        // it stands at the end of the first part.
        if caret.affinity == Affinity::Upstream
            && caret.byte == start_of(index)
            && self.units.is_continued(index)
        {
            index -= 1;
        }
        (
            index,
            Caret {
                byte: caret.byte.saturating_sub(start_of(index)),
                ..caret
            },
        )
    }
}

/// What the heights of paragraphs never seen are estimated by.
fn measure_of(style: PageStyle) -> Measure {
    let line = style.line();
    Measure {
        line,
        letters: style.width / (style.size * AVERAGE_ADVANCE),
        space: line * style.paragraph_space,
        blank: line * BLANK_LINE,
    }
}

/// The bytes of a unit on lines between two heights (points below its top).
fn in_sight(layout: &ParagraphLayout, span: Span, from: f32, to: f32) -> Span {
    let lines = layout.lines();
    // Marks reach beyond their lines: one line more on either side.
    let first = lines
        .partition_point(|line| line.bottom < from)
        .saturating_sub(1);
    let last = lines.partition_point(|line| line.top <= to);
    let start = lines.get(first).map_or(0, |line| line.span.start);
    let end = lines.get(last).map_or(span.len(), |line| line.span.end);
    Span::new(span.start + start, span.start + end)
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
