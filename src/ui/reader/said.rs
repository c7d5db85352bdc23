//! Who says what on the page: quotations with their speakers, as suggestions
//! in the margin.
//!
//! Lives here: reading a document for them, at once where that takes no time
//! and else in the background. Does not live here: what a quotation is
//! (`language::attribution`), and how the margin draws it.
//!
//! Invariant: what is marked as a quotation already is not suggested.

use std::sync::Arc;

use egui::Context;

use crate::command::Workbench;
use crate::language::attribution::{Attribution, Kind, attributions};
use crate::model::{Document, Id, Span};
use crate::ui::background::Background;
use crate::ui::voices::names_in;

/// Documents no longer than this, bytes, are read where they are drawn.
const AT_ONCE: usize = 16 * 1024;
/// The tag that quotations are marked with.
pub(super) const QUOTATION: &str = "quotation";

/// Changes when a document is to be read again.
#[derive(Clone, PartialEq, Debug)]
struct Print {
    document: Id,
    text: usize,
    marks: usize,
    suggestions: usize,
}

impl Print {
    fn of(wb: &Workbench, document: &Document) -> Self {
        Self {
            document: document.id.clone(),
            text: document.text.as_ptr() as usize,
            marks: wb.project().annotation_count(&document.id),
            suggestions: wb.suggestion_count(&document.id),
        }
    }
}

type Found = Arc<[Attribution]>;

/// The quotations of the document in a reader.
#[derive(Debug)]
pub(super) struct Said {
    background: Background<(Print, Found)>,
    known: Option<(Print, Found)>,
}

impl Default for Said {
    fn default() -> Self {
        Self {
            background: Background::new("quotations"),
            known: None,
        }
    }
}

impl Said {
    /// Brings what is known up to date, or begins to.
    pub(super) fn read(&mut self, ctx: &Context, wb: &Workbench, document: &Document) {
        if let Some(found) = self.background.finished().pop() {
            self.known = Some(found);
        }
        let print = Print::of(wb, document);
        if self
            .known
            .as_ref()
            .is_some_and(|(known, _)| *known == print)
            || self.background.waiting() > 0
        {
            return;
        }
        let (names, _) = names_in(wb, document);
        let text = Arc::clone(&document.text);
        let work = move || (print, attributions(&text, &names).into());
        if document.text.len() <= AT_ONCE {
            self.known = Some(work());
        } else {
            self.background.ask(ctx, work);
        }
    }

    /// The direct quotations that touch `sight` (bytes of the document) and
    /// are not marked.
    pub(super) fn direct(
        &self,
        wb: &Workbench,
        document: &Document,
        sight: Span,
    ) -> Vec<Attribution> {
        let Some((_, found)) = self
            .known
            .as_ref()
            .filter(|(print, _)| print.document == document.id && wb.suggestions_shown())
        else {
            return Vec::new();
        };
        let is_marked = |said: &Attribution| {
            wb.project()
                .annotations_in(&document.id, said.quote)
                .any(|mark| mark.tag.as_str() == QUOTATION)
        };
        // Quotations may lie in one another, but none is a book.
        let first = found.partition_point(|said| said.quote.start < sight.start);
        found
            .get(first.saturating_sub(4)..)
            .unwrap_or_default()
            .iter()
            .take_while(|said| said.quote.start < sight.end)
            .filter(|said| said.kind == Kind::Direct && said.quote.overlaps(sight))
            .filter(|said| !is_marked(said))
            .copied()
            .collect()
    }
}
