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

use crate::command::{Reader, Workbench};
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
    layer: Option<Id>,
    suggestions: (u64, bool, bool),
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
        (reader, document): (&Reader, &Document),
        placed: &Placed,
        dragged: Option<Dragged<'_>>,
    ) -> Vec<Stood<'a>> {
        let print = Print {
            text: document.text.as_ptr() as usize,
            project: wb.revision(),
            layer: reader.layer.clone(),
            suggestions: (
                wb.suggestions_revision(),
                wb.suggestions_shown(),
                wb.suggestions_shown_in(reader),
            ),
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
            .or_insert_with(|| find(wb, (reader, document), placed.span, dragged));
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

/// The marks and suggestions on names and words a reader shows that touch a unit (bytes of
/// the document), in order of place.
fn find(
    wb: &Workbench,
    (reader, document): (&Reader, &Document),
    unit: Span,
    dragged: Option<Dragged<'_>>,
) -> Arc<[Piece]> {
    let chosen = wb.selected_mark();
    // While a border is dragged the mark shows where it would end.
    let moved = |mark: &Annotation, index: usize, span: Span| match dragged {
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
    let mut runs = Runs {
        text: &document.text,
        unit,
        spans: Vec::new(),
        pieces: Vec::new(),
    };
    for mark in wb.marks_shown(reader, unit) {
        // A passage shows in the margin; its words are tinted only while it is
        // chosen. A point shows on the line, whatever its tag.
        let shows = entity(&mark.tag) || chosen.is_some_and(|chosen| chosen.id == mark.id);
        let places = mark
            .spans
            .iter()
            .enumerate()
            .map(|(index, span)| moved(mark, index, *span))
            .filter(|span| shows || span.is_empty());
        runs.add(&What::Mark(mark.id.clone()), places);
    }
    for (index, suggestion) in suggested::touching(wb, reader, unit) {
        runs.add(&What::Suggestion(index), std::iter::once(suggestion.span));
    }
    runs.settled()
}

/// Pieces gathered into runs: neighbouring pieces of one mark, with what is
/// between them, keep to one level.
struct Runs<'a> {
    text: &'a str,
    unit: Span,
    /// The extent of each run, bytes of the unit.
    spans: Vec<Span>,
    /// The pieces, each with its run in the place of its level.
    pieces: Vec<(usize, Piece)>,
}

impl Runs<'_> {
    /// The places of one mark as far as they lie in the unit. Those near to
    /// one another are linked; from one far from the next, a short link points
    /// on.
    fn add(&mut self, what: &What, places: impl Iterator<Item = Span>) {
        let text = self.text;
        let mut last: Option<usize> = None;
        self.begin();
        for place in places {
            if let Some(end) = last.replace(place.end).filter(|end| *end < place.start) {
                if place.start - end <= NEAR {
                    self.push(what, Part::Link, Span::new(end, place.start));
                } else {
                    let on = text.floor_char_boundary(end + STUB);
                    self.push(what, Part::Link, Span::new(end, on));
                    self.begin();
                    let from = text.ceil_char_boundary(place.start - STUB);
                    self.push(what, Part::Link, Span::new(from, place.start));
                }
            }
            let part = if place.is_empty() {
                Part::Point
            } else {
                Part::Words
            };
            self.push(what, part, place);
        }
    }

    /// Begins a run, unless the last one has nothing yet.
    fn begin(&mut self) {
        let used = self.pieces.last().map(|(run, _)| run + 1);
        if used.unwrap_or(0) == self.spans.len() {
            self.spans.push(Span::new(0, 0));
        }
    }

    fn push(&mut self, what: &What, part: Part, span: Span) {
        let Some(span) = part_in(span, self.unit) else {
            return;
        };
        let run = self.spans.len().saturating_sub(1);
        let is_first = self.pieces.last().is_none_or(|(last, _)| *last != run);
        if let Some(whole) = self.spans.get_mut(run) {
            *whole = if is_first {
                span
            } else {
                Span::new(whole.start.min(span.start), whole.end.max(span.end))
            };
        }
        let piece = Piece {
            what: what.clone(),
            part,
            span,
            level: 0,
            reach: 0,
        };
        self.pieces.push((run, piece));
    }

    /// The pieces in order of place, with their levels.
    fn settled(self) -> Arc<[Piece]> {
        let levels = nesting_levels(&self.spans);
        let level = |run: usize| levels.get(run).copied().unwrap_or(0);
        let mut pieces: Vec<Piece> = self
            .pieces
            .into_iter()
            .map(|(run, piece)| Piece {
                level: level(run),
                ..piece
            })
            .collect();
        pieces.sort_by_key(|piece| piece.span.start);
        let mut reach = 0;
        // The last point's place, and how many stand there.
        let mut points: Option<(usize, u8)> = None;
        for piece in &mut pieces {
            reach = reach.max(piece.span.end);
            piece.reach = reach;
            if piece.part == Part::Point {
                let at = piece.span.start;
                piece.level = points.filter(|last| last.0 == at).map_or(0, |last| last.1);
                points = Some((at, piece.level.saturating_add(1)));
            }
        }
        pieces.into()
    }
}

/// The part of `span` inside a paragraph, relative to its beginning.
pub(super) fn part_in(span: Span, paragraph: Span) -> Option<Span> {
    let start = span.start.max(paragraph.start);
    let end = span.end.min(paragraph.end);
    (start < end || (span.is_empty() && start == end))
        .then(|| Span::new(start - paragraph.start, end - paragraph.start))
}
