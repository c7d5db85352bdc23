//! The suggestions as rows: one by one, or gathered by their words.
//!
//! Invariant: rows name places, they hold no suggestion; they are gathered
//! anew when the workbench's suggestions have changed.

use std::collections::HashMap;

use crate::command::Workbench;
use crate::entities::{Suggestion, Type};
use crate::language::{Level, key};
use crate::model::{Document, Id};

/// One suggestion: its document and its place in that document's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    document: u32,
    index: u32,
}

/// Suggestions with the same words, when folded, and the same tag.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Where they stand, in order.
    pub(super) spots: Vec<Spot>,
    /// In how many documents.
    pub(super) documents: usize,
}

/// What decides about the rows.
#[derive(Clone, Debug, PartialEq)]
struct State {
    generation: u64,
    revision: u64,
    /// The document they are of; none: all documents.
    document: Option<Id>,
    grouped: bool,
}

/// The rows.
#[derive(Debug, Default)]
pub(super) struct Queue {
    state: Option<State>,
    documents: Vec<Id>,
    pub(super) spots: Vec<Spot>,
    pub(super) groups: Vec<Group>,
    /// Words folded before; names come again and again.
    folded: HashMap<String, String>,
}

impl Queue {
    /// Brings the rows up to date. Returns whether they have changed.
    pub(super) fn refresh(&mut self, wb: &Workbench, document: Option<&Id>, grouped: bool) -> bool {
        let state = State {
            generation: wb.generation(),
            revision: wb.suggestions_revision(),
            document: document.cloned(),
            grouped,
        };
        if self.state.as_ref() == Some(&state) {
            return false;
        }
        self.state = Some(state);
        self.documents = wb
            .project()
            .documents()
            .map(|document| document.id.clone())
            .filter(|id| document.is_none_or(|only| only == id))
            .collect();
        self.spots.clear();
        for (number, id) in self.documents.iter().enumerate() {
            let count = wb.suggestion_count(id);
            self.spots.extend((0..count).map(|index| Spot {
                document: number as u32,
                index: index as u32,
            }));
        }
        self.groups = if grouped { self.gather(wb) } else { Vec::new() };
        true
    }

    /// The suggestion at a place, with its document.
    pub(super) fn at<'a>(
        &self,
        wb: &'a Workbench,
        spot: Spot,
    ) -> Option<(&'a Document, &'a Suggestion)> {
        let id = self.documents.get(spot.document as usize)?;
        let suggestion = wb.suggestions(id).get(spot.index as usize)?;
        Some((wb.project().document(id)?, suggestion))
    }

    /// The place of the suggestion under review.
    pub(super) fn current(&self, wb: &Workbench) -> Option<Spot> {
        let (id, current) = wb.current_suggestion()?;
        let document = self.documents.iter().position(|other| other == id)?;
        let list = wb.suggestions(id);
        let first = list.index_at(current.span.start);
        let index = list
            .from(first)
            .take_while(|other| other.span.start == current.span.start)
            .position(|other| other.span == current.span && other.kind == current.kind)?;
        Some(Spot {
            document: document as u32,
            index: (first + index) as u32,
        })
    }

    /// The row of a place among the rows shown.
    pub(super) fn row_of(&self, spot: Spot, grouped: bool) -> Option<usize> {
        if grouped {
            return self
                .groups
                .iter()
                .position(|group| group.spots.contains(&spot));
        }
        let key = |spot: &Spot| (spot.document, spot.index);
        self.spots.binary_search_by_key(&key(&spot), key).ok()
    }

    /// Groups, the largest first and then in the order of the text. Words are
    /// compared as they stand before they are folded: there are far fewer
    /// names than mentions.
    fn gather(&mut self, wb: &Workbench) -> Vec<Group> {
        let mut by_words: HashMap<(&str, Type, Option<&Id>), Vec<Spot>> = HashMap::new();
        for spot in &self.spots {
            let Some((document, suggestion)) = self.at(wb, *spot) else {
                continue;
            };
            let words = suggestion.span.of(&document.text).unwrap_or_default();
            let same = (words, suggestion.kind, suggestion.tag.as_ref());
            by_words.entry(same).or_default().push(*spot);
        }
        let mut by_key: HashMap<(String, Type, Option<&Id>), Vec<Spot>> = HashMap::new();
        for ((words, kind, tag), spots) in by_words {
            let folded = if let Some(folded) = self.folded.get(words) {
                folded.clone()
            } else {
                let folded = key(words, Level::Letters);
                self.folded.insert(words.to_owned(), folded.clone());
                folded
            };
            by_key.entry((folded, kind, tag)).or_default().extend(spots);
        }
        let mut groups: Vec<Group> = by_key
            .into_values()
            .map(|mut spots| {
                spots.sort_by_key(|spot| (spot.document, spot.index));
                let mut documents: Vec<u32> = spots.iter().map(|spot| spot.document).collect();
                documents.dedup();
                Group {
                    documents: documents.len(),
                    spots,
                }
            })
            .collect();
        groups.sort_by_key(|group| {
            let first = group.spots.first().map(|spot| (spot.document, spot.index));
            (std::cmp::Reverse(group.spots.len()), first)
        });
        groups
    }
}
