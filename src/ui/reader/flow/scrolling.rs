//! Where the page stands in its document, and moving it.
//!
//! Invariant: no move lays out more than what a few windows hold, however far
//! it goes: a leap goes by known and estimated heights.

use crate::model::Span;
use crate::text::{Caret, TextEngine};

use super::{Anchor, Flow, downstream};

/// Further than this many windows is a leap.
const LEAP: f32 = 3.0;

impl Flow {
    /// Brings the anchor into its unit and the page between its ends.
    pub(super) fn settle(&mut self, engine: &mut TextEngine, height: f32) {
        let before = self.anchor;
        self.normalise(engine, height);
        // Nobody has moved the page: the same words are kept.
        if let Some(kept) = &mut self.kept
            && kept.anchor == before
        {
            kept.anchor = self.anchor;
        }
    }

    fn normalise(&mut self, engine: &mut TextEngine, height: f32) {
        let count = self.unit_count();
        if count == 0 {
            self.anchor = Anchor::default();
            return;
        }
        self.anchor.paragraph = self.anchor.paragraph.min(count - 1);
        if !self.anchor.offset.is_finite() {
            self.anchor.offset = 0.0;
        }
        self.layout(engine, self.anchor.paragraph);
        let leap = LEAP * height.max(1.0);
        let own = self.heights.get(self.anchor.paragraph);
        if self.anchor.offset < -leap || self.anchor.offset > own + leap {
            let (_, here) = self.scroll_extent();
            self.scroll_to(here);
        }
        while self.anchor.offset < 0.0 && self.anchor.paragraph > 0 {
            self.anchor.paragraph -= 1;
            self.layout(engine, self.anchor.paragraph);
            self.anchor.offset += self.heights.get(self.anchor.paragraph);
        }
        self.anchor.offset = self.anchor.offset.max(0.0);
        loop {
            self.layout(engine, self.anchor.paragraph);
            let own = self.heights.get(self.anchor.paragraph);
            if self.anchor.offset < own {
                break;
            }
            if self.anchor.paragraph + 1 >= count {
                // Past the end by any distance: what is missing there is one
                // window at most.
                self.anchor.offset = own;
                break;
            }
            self.anchor.offset -= own;
            self.anchor.paragraph += 1;
        }
        self.fill(engine, height);
    }

    /// The last line stays at the lower edge: a page scrolled past its end
    /// goes back by what is missing.
    fn fill(&mut self, engine: &mut TextEngine, height: f32) {
        let mut rest = height + self.anchor.offset;
        let mut index = self.anchor.paragraph;
        while rest > 0.0 && self.layout(engine, index).is_some() {
            rest -= self.heights.get(index);
            index += 1;
        }
        while rest > 0.0 {
            if self.anchor.offset >= rest {
                self.anchor.offset -= rest;
                return;
            }
            rest -= self.anchor.offset;
            self.anchor.offset = 0.0;
            let Some(before) = self.anchor.paragraph.checked_sub(1) else {
                return;
            };
            self.anchor.paragraph = before;
            self.layout(engine, before);
            self.anchor.offset = self.heights.get(before);
        }
    }

    /// Height of the whole document (partly estimated) and the place of the
    /// window in it, points.
    pub(in crate::ui::reader) fn scroll_extent(&self) -> (f64, f64) {
        (
            self.heights.total(),
            self.heights.top(self.anchor.paragraph) + f64::from(self.anchor.offset),
        )
    }

    /// Puts the upper edge of the window `y` points below the document's top.
    pub(in crate::ui::reader) fn scroll_to(&mut self, y: f64) {
        let (paragraph, offset) = self.heights.at(y);
        self.anchor = Anchor { paragraph, offset };
    }

    /// Where the page stands between the two ends of the document, 0 to 1, and
    /// how much of it the window shows; nothing where all of it is in sight.
    ///
    /// Both go by estimates alone, so that correcting a height moves no scroll
    /// bar: it runs forwards as long as the text does.
    pub(in crate::ui::reader) fn progress(&self, height: f32) -> Option<(f64, f64)> {
        let (total, here) = self.scroll_extent();
        let window = f64::from(height);
        if total <= window + 1.0 {
            return None;
        }
        let above = self
            .heights
            .place(self.anchor.paragraph, self.anchor.offset);
        let shown = self.shown_part(here, window, above);
        let end = self.heights.end();
        let rest = (end - shown).max(f64::MIN_POSITIVE);
        let at = (above / rest).clamp(0.0, 1.0);
        Some((at, (window / end.max(window)).clamp(0.0, 1.0)))
    }

    /// How much of the document the window shows, in the measure of estimates.
    fn shown_part(&self, here: f64, window: f64, above: f64) -> f64 {
        let (last, below) = self.heights.at(here + window);
        (self.heights.place(last, below) - above).max(0.0)
    }

    /// Moves the page to a part of the document, 0 its beginning, 1 its end:
    /// the other way round of [`Self::progress`].
    pub(in crate::ui::reader) fn go_to_part(
        &mut self,
        engine: &mut TextEngine,
        part: f64,
        height: f32,
    ) {
        let part = part.clamp(0.0, 1.0);
        if part >= 1.0 {
            let last = self.unit_count().saturating_sub(1);
            self.anchor = Anchor {
                paragraph: last,
                offset: self.heights.get(last),
            };
            return self.settle(engine, height);
        }
        // How much the window shows there is known when it stands there.
        for _ in 0..2 {
            let (_, here) = self.scroll_extent();
            let above = self
                .heights
                .place(self.anchor.paragraph, self.anchor.offset);
            let shown = self.shown_part(here, f64::from(height), above);
            let (paragraph, offset) = self
                .heights
                .at_place(part * (self.heights.end() - shown).max(0.0));
            self.anchor = Anchor { paragraph, offset };
            // An estimated distance means the same part of the real height.
            let part_of_unit = f64::from(offset) / f64::from(self.heights.get(paragraph).max(1.0));
            self.layout(engine, paragraph);
            self.anchor.offset = (part_of_unit * f64::from(self.heights.get(paragraph))) as f32;
            self.settle(engine, height);
        }
    }

    /// Moves the page so that `span` is in sight, with some lines around it;
    /// a page that shows it already stays where it is.
    pub(in crate::ui::reader) fn reveal(
        &mut self,
        engine: &mut TextEngine,
        span: Span,
        height: f32,
    ) {
        let first = self.local(downstream(span.start));
        let last = self.local(downstream(span.end));
        let (Some(from), Some(to)) = (self.layout(engine, first.0), self.layout(engine, last.0))
        else {
            return;
        };
        let begins = from.caret_rect(first.1).y0;
        let top = self.top_of(first.0) + begins;
        let bottom = self.top_of(last.0) + to.caret_rect(last.1).y1;
        let margin = self.style.line().min(height / 4.0);
        let wanted = if top < margin {
            height / 3.0
        } else if bottom <= height - margin {
            return self.settle(engine, height);
        } else if bottom - top > height / 2.0 {
            margin
        } else {
            height * 2.0 / 3.0 - (bottom - top)
        };
        // Set from the words themselves: what lies between here and there is
        // never laid out.
        self.anchor = Anchor {
            paragraph: first.0,
            offset: begins - wanted,
        };
        self.settle(engine, height);
    }

    /// Moves the page by the least that brings the caret into sight.
    pub(in crate::ui::reader) fn follow(
        &mut self,
        engine: &mut TextEngine,
        caret: Caret,
        height: f32,
    ) {
        let (index, local) = self.local(caret);
        let Some(layout) = self.layout(engine, index) else {
            return;
        };
        let rect = layout.caret_rect(local);
        let top = self.top_of(index);
        let margin = self.style.size * 0.6;
        let offset = if top + rect.y0 < margin {
            rect.y0 - margin
        } else if top + rect.y1 > height - margin {
            rect.y1 - (height - margin)
        } else {
            return self.settle(engine, height);
        };
        self.anchor = Anchor {
            paragraph: index,
            offset,
        };
        self.settle(engine, height);
    }
}
