//! Finding words in the document of the active reader.

use crate::analysis::{self, Query};
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
            .iter()
            .position(|found| *found == span)
            .map(|index| index + 1)
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
        let next = self
            .find()
            .matches
            .iter()
            .find(|found| found.start >= from)
            .or_else(|| self.find().matches.first())
            .copied();
        if let Some(span) = next {
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
        let found = self
            .active_reader()
            .map(|reader| reader.document.clone())
            .and_then(|id| {
                let text = self.project().document(&id)?.text.clone();
                let find = self.find();
                let query = if find.exact {
                    Query::exact(&find.query)
                } else {
                    Query::plain(&find.query, Level::Loose)
                };
                Some((id, analysis::find(&text, &query)))
            });
        let find = self.find_mut();
        if let Some((document, matches)) = found {
            find.document = Some(document);
            find.matches = matches;
        } else {
            find.document = None;
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
        let matches = &self.find().matches;
        let next = if forward {
            matches
                .iter()
                .find(|found| {
                    found.start > here.start || (here.is_empty() && found.start == here.start)
                })
                .or_else(|| matches.first())
        } else {
            matches
                .iter()
                .rev()
                .find(|found| found.start < here.start)
                .or_else(|| matches.last())
        };
        match next.copied() {
            Some(span) => {
                self.select(id, Selection::over(span));
                self.reveal(id, span);
                Ok(())
            }
            None => Err(CommandError::message("find-none")),
        }
    }
}
