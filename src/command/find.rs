//! Finding words in the document of the active reader.

use std::sync::Arc;

use crate::analysis::{Query, Searchable, hits};
use crate::language::Level;
use crate::model::Id;
use crate::model::Span;

use super::{CommandError, Selection, Workbench};

/// What is looked for, and where it was found.
#[derive(Clone, Debug, Default)]
pub struct FindState {
    /// Whether the find field is in use.
    pub open: bool,
    /// What the person typed.
    pub query: String,
    /// Letters must match exactly, instead of folding marks, hamza, tatweel
    /// and digits.
    pub exact: bool,
    /// Where it was found, in order, in bytes of the document.
    matches: Vec<Span>,
    /// The document the matches belong to.
    document: Option<Id>,
    /// Its text with its folded forms, kept while one types and steps.
    searched: Option<Searched>,
}

/// A text that is being searched, and what was looked for in it last.
#[derive(Clone, Debug)]
struct Searched {
    text: Arc<str>,
    forms: Arc<Searchable<Arc<str>>>,
    last: Option<(String, bool)>,
}

impl FindState {
    /// Where the words were found in `document`: bytes, in order.
    pub fn matches_in(&self, document: &Id) -> &[Span] {
        if self.open && self.document.as_ref() == Some(document) {
            &self.matches
        } else {
            &[]
        }
    }

    /// Which of the matches `selection` covers, counted from 1.
    pub fn position(&self, selection: &Selection) -> Option<usize> {
        let span = selection.span();
        self.matches
            .binary_search_by_key(&span.start, |found| found.start)
            .ok()
            .filter(|index| self.matches.get(*index) == Some(&span))
            .map(|index| index + 1)
    }

    /// The first match that begins at `byte` or later, else the first of all.
    fn from(&self, byte: usize) -> Option<Span> {
        let next = self.matches.partition_point(|found| found.start < byte);
        self.matches.get(next).or(self.matches.first()).copied()
    }

    /// The last match that begins before `byte`, else the last of all.
    fn before(&self, byte: usize) -> Option<Span> {
        let next = self.matches.partition_point(|found| found.start < byte);
        next.checked_sub(1)
            .and_then(|index| self.matches.get(index))
            .or(self.matches.last())
            .copied()
    }

    /// Looks in `text`, which is folded only when it is another one than last.
    fn look_in(&mut self, document: Id, text: &Arc<str>) {
        let wanted = (self.query.clone(), self.exact);
        let searched = match self.searched.take() {
            Some(searched) if Arc::ptr_eq(&searched.text, text) => searched,
            _ => Searched {
                text: Arc::clone(text),
                forms: Arc::new(Searchable::new(Arc::clone(text))),
                last: None,
            },
        };
        let known = searched.last.as_ref() == Some(&wanted);
        if !known || self.document.as_ref() != Some(&document) {
            let query = if self.exact {
                Query::exact(&self.query)
            } else {
                Query::plain(&self.query, Level::Loose)
            };
            self.matches = hits(&searched.forms, &query)
                .into_iter()
                .map(|hit| hit.span)
                .collect();
        }
        self.document = Some(document);
        self.searched = Some(Searched {
            last: Some(wanted),
            ..searched
        });
    }

    /// Puts the field away, and lets go of what was folded.
    pub(super) fn close(&mut self) {
        self.open = false;
        self.searched = None;
    }

    /// How many matches there are.
    pub fn count(&self) -> usize {
        self.matches.len()
    }
}

impl Workbench {
    /// Looks for `query` in the active reader's document and selects the
    /// first match at or after the caret.
    pub fn set_find_query(&mut self, query: String) {
        self.find_mut().query = query;
        self.refresh_find();
        let Some(reader) = self.active_reader() else {
            return;
        };
        let from = reader.selection.span().start;
        let id = reader.id;
        if let Some(span) = self.find().from(from) {
            self.select(id, Selection::over(span));
            self.reveal(id, span);
        }
    }

    /// Switches between folded and exact matching.
    pub fn set_find_exact(&mut self, exact: bool) {
        self.find_mut().exact = exact;
        let query = self.find().query.clone();
        self.set_find_query(query);
    }

    /// Looks again: after the active reader or its document has changed.
    pub(super) fn refresh_find(&mut self) {
        let shown = self
            .active_document()
            .map(|document| (document.id.clone(), Arc::clone(&document.text)));
        let find = self.find_mut();
        if let Some((document, text)) = shown {
            find.look_in(document, &text);
        } else {
            find.document = None;
            find.searched = None;
            find.matches.clear();
        }
    }

    /// Moves the selection to the next match, or to the one before.
    pub(super) fn step_find(&mut self, forward: bool) -> Result<(), CommandError> {
        self.find_mut().open = true;
        self.refresh_find();
        let Some(reader) = self.active_reader() else {
            return Ok(());
        };
        let (id, here) = (reader.id, reader.selection.span());
        let next = if !forward {
            self.find().before(here.start)
        } else if here.is_empty() {
            self.find().from(here.start)
        } else {
            self.find().from(here.start + 1)
        };
        match next {
            Some(span) => {
                self.select(id, Selection::over(span));
                self.reveal(id, span);
                Ok(())
            }
            None => Err(CommandError::message("find-none")),
        }
    }
}
