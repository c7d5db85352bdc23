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

/// What stands on words: decided, or only proposed.
#[derive(Clone, Copy)]
pub(super) enum Standing<'a> {
    Mark(&'a Annotation),
    Suggestion(&'a Suggestion),
}

/// One of them where it stands.
pub(super) struct Stood<'a> {
    pub(super) what: Standing<'a>,
    /// Bytes of the unit.
    pub(super) span: Span,
    /// How deep it lies in others.
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
    suggestions: (u64, bool),
    /// A chosen passage, whose words are tinted.
    passage: Option<Id>,
    dragged: Option<(Id, usize, Span)>,
}

#[derive(Clone, Debug)]
struct Piece {
    what: What,
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
            .or_insert_with(|| find(wb, reader, placed.span, dragged));
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
                    || matches!(&piece.what, What::Mark(id)
                        if chosen.is_some_and(|chosen| chosen.id == *id))
            })
            .filter_map(|piece| {
                Some(Stood {
                    what: match &piece.what {
                        What::Mark(id) => Standing::Mark(wb.project().annotation(id)?),
                        What::Suggestion(index) => Standing::Suggestion(suggestions.get(*index)?),
                    },
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
fn find(wb: &Workbench, reader: &Reader, unit: Span, dragged: Option<Dragged<'_>>) -> Arc<[Piece]> {
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
    let mut pieces = Vec::new();
    let mut add = |what: What, span: Span| {
        if let Some(span) = part_in(span, unit) {
            pieces.push(Piece {
                what,
                span,
                level: 0,
                reach: 0,
            });
        }
    };
    for mark in wb.marks_shown(reader, unit) {
        // A passage shows in the margin; its words are tinted only while it is
        // chosen.
        if entity(&mark.tag) || chosen.is_some_and(|chosen| chosen.id == mark.id) {
            for (index, span) in mark.spans.iter().enumerate() {
                add(What::Mark(mark.id.clone()), shown(mark, index, *span));
            }
        }
    }
    for (index, suggestion) in suggested::touching(wb, reader, unit) {
        add(What::Suggestion(index), suggestion.span);
    }
    let spans: Vec<Span> = pieces.iter().map(|piece| piece.span).collect();
    for (piece, level) in pieces.iter_mut().zip(nesting_levels(&spans)) {
        piece.level = level;
    }
    pieces.sort_by_key(|piece| piece.span.start);
    let mut reach = 0;
    for piece in &mut pieces {
        reach = reach.max(piece.span.end);
        piece.reach = reach;
    }
    pieces.into()
}

/// The part of `span` inside a paragraph, relative to its beginning.
pub(super) fn part_in(span: Span, paragraph: Span) -> Option<Span> {
    let start = span.start.max(paragraph.start);
    let end = span.end.min(paragraph.end);
    (start < end || (span.is_empty() && start == end))
        .then(|| Span::new(start - paragraph.start, end - paragraph.start))
}
