//! What stands on the words of a page: marks and suggestions, each with how
//! deep it lies in others.
//!
//! Found once for each paragraph in sight and kept until something changes, so
//! that scrolling costs what is in sight, also where a paragraph has a hundred
//! thousand marks.
//!
//! Lives here: which of them there are, and their levels. Does not live here:
//! how they look ([`super::page`]).
//!
//! **Invariant:** a level is found over all of a unit, so that none changes
//! while it scrolls; how many are handed out for one line does not grow with
//! the number of marks.

use std::collections::HashMap;
use std::sync::Arc;

use crate::command::Workbench;
use crate::entities::Suggestion;
use crate::model::{Annotation, Document, Id, Span, TagKind};
use crate::ui::paint::nesting_levels;

use super::flow::Placed;
use super::suggested;

/// Units kept in mind; more than are ever in sight.
const KEPT: usize = 128;
/// Marks in so many others are seen no more: their lines lie over one another
/// and the ground is full. The chosen one always shows.
const DEEPEST: u8 = 8;
/// Pieces of a mark with no more between them are linked through it; from
/// others links of this length point to the next piece. Bytes.
const NEAR: usize = 160;
const STUB: usize = 24;

/// What stands on words: decided, or only proposed.
#[derive(Clone, Copy)]
pub(super) enum Standing<'a> {
    Mark(&'a Annotation),
    Suggestion(&'a Suggestion),
}

/// What of it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Its words, or a piece of them.
    Words,
    /// What is between two of its pieces.
    Link,
    /// A place without width.
    Point,
}

/// One of them where it stands.
pub(super) struct Stood<'a> {
    pub(super) what: Standing<'a>,
    pub(super) part: Part,
    /// Bytes of the unit.
    pub(super) span: Span,
    /// How deep it lies in others; of a point, how many stand before it at the
    /// same place.
    pub(super) level: u8,
}

/// A border that is being dragged: the mark, which of its places, and where
/// that would be.
pub(super) type Dragged<'a> = (&'a Id, usize, Span);

/// What has been found, by unit.
#[derive(Debug, Default)]
pub(super) struct Standings {
    print: Option<Print>,
    units: HashMap<usize, Arc<[Piece]>>,
}

/// Changes when everything is to be found anew.
#[derive(Clone, PartialEq, Debug)]
struct Print {
    text: usize,
    project: (u64, usize),
    suggestions: (u64, bool),
    /// A chosen passage, whose words are tinted.
    passage: Option<Id>,
    dragged: Option<(Id, usize, Span)>,
}

#[derive(Clone, Debug)]
struct Piece {
    what: What,
    part: Part,
    span: Span,
    level: u8,
    /// The greatest end of this piece and those before it.
    reach: usize,
}

#[derive(Clone, Debug)]
enum What {
    Mark(Id),
    /// Its index among the suggestions of the document.
    Suggestion(usize),
}

impl Standings {
    /// What stands on the lines in sight of a unit.
    pub(super) fn in_sight<'a>(
        &mut self,
        wb: &'a Workbench,
        document: &Document,
        placed: &Placed,
        dragged: Option<Dragged<'_>>,
    ) -> Vec<Stood<'a>> {
        let print = Print {
            text: document.text.as_ptr() as usize,
            project: wb.revision(),
            suggestions: (wb.suggestions_revision(), wb.suggestions_shown()),
            passage: wb
                .selected_mark()
                .filter(|mark| !is_entity(wb, &mark.tag))
                .map(|mark| mark.id.clone()),
            dragged: dragged.map(|(id, index, span)| (id.clone(), index, span)),
        };
        if self.print.as_ref() != Some(&print) || self.units.len() > KEPT {
            self.print = Some(print);
            self.units.clear();
        }
        let pieces = self
            .units
            .entry(placed.index)
            .or_insert_with(|| find(wb, document, placed.span, dragged));
        let chosen = wb.selected_mark();
        let suggestions = wb.suggestions(&document.id);
        let sight = part_in(placed.sight, placed.span).unwrap_or(Span::new(0, placed.span.len()));
        let first = pieces.partition_point(|piece| piece.reach < sight.start);
        let mut shown: Vec<Stood<'a>> = pieces
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|piece| piece.span.start <= sight.end)
            .filter(|piece| piece.span.end >= sight.start)
            .filter(|piece| {
                piece.level < DEEPEST
                    || piece.part == Part::Point
                    || matches!(&piece.what, What::Mark(id)
                        if chosen.is_some_and(|chosen| chosen.id == *id))
            })
            .filter_map(|piece| {
                Some(Stood {
                    what: match &piece.what {
                        What::Mark(id) => Standing::Mark(wb.project().annotation(id)?),
                        What::Suggestion(index) => Standing::Suggestion(suggestions.get(*index)?),
                    },
                    part: piece.part,
                    span: piece.span,
                    level: piece.level,
                })
            })
            .collect();
        // Suggestions lie over marks.
        shown.sort_by_key(|stood| matches!(stood.what, Standing::Suggestion(_)));
        shown
    }
}

fn is_entity(wb: &Workbench, tag: &Id) -> bool {
    wb.project()
        .tag(tag)
        .is_some_and(|tag| tag.kind == TagKind::Entity)
}

/// The marks and suggestions on names and words that touch a unit (bytes of
/// the document), in order of place.
fn find(
    wb: &Workbench,
    document: &Document,
    unit: Span,
    dragged: Option<Dragged<'_>>,
) -> Arc<[Piece]> {
    let chosen = wb.selected_mark();
    // While a border is dragged the mark shows where it would end.
    let shown = |mark: &Annotation, index: usize, span: Span| match dragged {
        Some((id, moved, to)) if *id == mark.id && moved == index => to,
        _ => span,
    };
    // Marks share their tags' ids, and one tag follows the other rarely.
    let mut last: Option<(&Id, bool)> = None;
    let mut entity = |tag: &'_ Id| match last {
        Some((known, is)) if known == tag => is,
        _ => {
            let found = wb.project().tag(tag);
            let is = found.is_some_and(|tag| tag.kind == TagKind::Entity);
            last = found.map(|tag| (&tag.id, is));
            is
        }
    };
    let mut runs = Vec::new();
    for mark in wb.project().annotations_in(&document.id, unit) {
        // A passage shows in the margin; its words are tinted only while it is
        // chosen. A point shows on the line, whatever its tag.
        let shows = entity(&mark.tag) || chosen.is_some_and(|chosen| chosen.id == mark.id);
        let places: Vec<Span> = mark
            .spans
            .iter()
            .enumerate()
            .map(|(index, span)| shown(mark, index, *span))
            .filter(|span| shows || span.is_empty())
            .collect();
        runs_of(
            &document.text,
            &What::Mark(mark.id.clone()),
            &places,
            unit,
            &mut runs,
        );
    }
    for (index, suggestion) in suggested::touching(wb, document, unit) {
        runs_of(
            &document.text,
            &What::Suggestion(index),
            &[suggestion.span],
            unit,
            &mut runs,
        );
    }
    let spans: Vec<Span> = runs.iter().map(|run| run.span).collect();
    let mut pieces = Vec::with_capacity(runs.len());
    for (run, level) in runs.into_iter().zip(nesting_levels(&spans)) {
        pieces.extend(run.parts.into_iter().map(|(part, span)| Piece {
            what: run.what.clone(),
            part,
            span,
            level,
            reach: 0,
        }));
    }
    pieces.sort_by_key(|piece| piece.span.start);
    let mut reach = 0;
    let mut points: Option<(usize, u8)> = None;
    for piece in &mut pieces {
        reach = reach.max(piece.span.end);
        piece.reach = reach;
        if piece.part == Part::Point {
            let before = match points {
                Some((at, count)) if at == piece.span.start => count,
                _ => 0,
            };
            piece.level = before;
            points = Some((piece.span.start, before.saturating_add(1)));
        }
    }
    pieces.into()
}

/// Pieces of one mark that keep to one level, with what is between them.
struct Run {
    what: What,
    span: Span,
    parts: Vec<(Part, Span)>,
}

/// The pieces of one mark as far as they lie in a unit, bytes of the unit.
/// Those near to one another are linked; from one far from the next, a short
/// link points on.
fn runs_of(text: &str, what: &What, places: &[Span], unit: Span, runs: &mut Vec<Run>) {
    let mut open: Option<Run> = None;
    let mut push = |run: Option<Run>| {
        if let Some(run) = run.filter(|run| !run.parts.is_empty()) {
            runs.push(run);
        }
    };
    let mut last: Option<Span> = None;
    for &place in places {
        let gap = last.map(|last| Span::new(last.end.min(place.start), place.start));
        last = Some(place);
        let near = gap.is_some_and(|gap| gap.len() <= NEAR);
        if !near {
            if let (Some(run), Some(gap)) = (&mut open, gap) {
                let end = text.floor_char_boundary(gap.start + STUB);
                run.add(Part::Link, Span::new(gap.start, end), unit);
            }
            push(open.take());
        }
        let run = open.get_or_insert_with(|| Run {
            what: what.clone(),
            span: Span::new(0, 0),
            parts: Vec::new(),
        });
        match gap {
            Some(gap) if near => run.add(Part::Link, gap, unit),
            Some(gap) => {
                let start = text.ceil_char_boundary(gap.end.saturating_sub(STUB));
                run.add(Part::Link, Span::new(start, gap.end), unit);
            }
            None => {}
        }
        let part = if place.is_empty() {
            Part::Point
        } else {
            Part::Words
        };
        run.add(part, place, unit);
    }
    push(open);
}

impl Run {
    fn add(&mut self, part: Part, span: Span, unit: Span) {
        let Some(span) = part_in(span, unit) else {
            return;
        };
        // A point between two parts of a paragraph is drawn in the second.
        if part == Part::Link && span.is_empty() {
            return;
        }
        self.span = if self.parts.is_empty() {
            span
        } else {
            Span::new(self.span.start.min(span.start), self.span.end.max(span.end))
        };
        self.parts.push((part, span));
    }
}

/// The part of `span` inside a paragraph, relative to its beginning.
pub(super) fn part_in(span: Span, paragraph: Span) -> Option<Span> {
    let start = span.start.max(paragraph.start);
    let end = span.end.min(paragraph.end);
    (start < end || (span.is_empty() && start == end))
        .then(|| Span::new(start - paragraph.start, end - paragraph.start))
}
