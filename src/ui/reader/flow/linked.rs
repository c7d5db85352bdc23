//! Bringing a page to where another one stands.
//!
//! Invariant: only what comes into sight is laid out, however far the page
//! goes.

use std::ops::Range;

use crate::model::Span;
use crate::text::TextEngine;

use super::{Anchor, Flow, downstream};

/// Units of a stretch that are laid out to know its height; of a longer one
/// the rest is estimated.
const MEASURED: usize = 12;

impl Flow {
    /// The units that hold these bytes: a stretch of whole paragraphs.
    fn units_of(&self, bytes: Span) -> Range<usize> {
        let unit = |byte: usize| {
            let spans = self.units.spans();
            spans.partition_point(|span| span.start < byte)
        };
        unit(bytes.start)..unit(bytes.end.max(bytes.start))
    }

    /// The byte at the start of the unit at a height of the window, points
    /// below its top.
    pub(in crate::ui::reader) fn byte_at(&self, y: f32) -> usize {
        let (_, here) = self.scroll_extent();
        let (index, _) = self.heights.at((here + f64::from(y)).max(0.0));
        self.unit_span(index).map_or(0, |span| span.start)
    }

    /// How far into a stretch of paragraphs a height of the window is: 0 its
    /// beginning, 1 its end.
    pub(in crate::ui::reader) fn part_of(&self, stretch: Span, y: f32) -> f64 {
        let units = self.units_of(stretch);
        let (_, here) = self.scroll_extent();
        let top = self.heights.top(units.start);
        let height = self.heights.top(units.end) - top;
        if height <= 0.0 {
            return 0.0;
        }
        ((here + f64::from(y) - top) / height).clamp(0.0, 1.0)
    }

    /// Moves the page so that a place in a stretch of paragraphs (0 its
    /// beginning, 1 its end) stands `y` points below the top of the window.
    pub(in crate::ui::reader) fn put(
        &mut self,
        engine: &mut TextEngine,
        (stretch, part): (Span, f64),
        y: f32,
        height: f32,
    ) {
        let units = self.units_of(stretch);
        for unit in units.clone().take(MEASURED) {
            self.layout(engine, unit);
        }
        let top = self.heights.top(units.start);
        let whole = self.heights.top(units.end) - top;
        let (mut unit, mut offset) = self.heights.at(top + whole * part);
        if unit >= units.end && units.end > units.start {
            unit = units.end - 1;
            offset = self.heights.get(unit);
        }
        self.anchor = Anchor {
            paragraph: unit,
            offset: offset - y,
        };
        self.settle(engine, height);
    }

    /// Moves the page so that the line of a byte stands `y` points below the
    /// top of the window.
    pub(in crate::ui::reader) fn put_byte(
        &mut self,
        engine: &mut TextEngine,
        byte: usize,
        y: f32,
        height: f32,
    ) {
        let (unit, local) = self.local(downstream(byte));
        let Some(layout) = self.layout(engine, unit) else {
            return;
        };
        self.anchor = Anchor {
            paragraph: unit,
            offset: layout.caret_rect(local).y0 - y,
        };
        self.settle(engine, height);
    }

    /// Where the line of a byte stands, points below the top of the window;
    /// nothing while its unit is not laid out, which it is in sight.
    pub(in crate::ui::reader) fn height_of_byte(&self, byte: usize) -> Option<f32> {
        let (unit, local) = self.local(downstream(byte));
        let layout = self.layouts.get(&unit)?;
        Some(self.top_of(unit) + layout.caret_rect(local).y0)
    }

    /// The end of the unit that begins with a byte.
    pub(in crate::ui::reader) fn end_of(&self, byte: usize) -> usize {
        let (unit, _) = self.local(downstream(byte));
        self.unit_span(unit).map_or(byte, |span| span.end)
    }
}
