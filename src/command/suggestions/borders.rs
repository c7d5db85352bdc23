//! The borders of the suggestion under review, moved word by word.
//!
//! **Invariant:** the span stays within its line and holds at least one word.

use crate::command::{CommandError, Workbench};
use crate::language::{lines::line_at, words};
use crate::model::Span;

/// A border of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::command) enum Edge {
    Start,
    End,
}

impl Workbench {
    /// Moves a border of the current suggestion by a word, on or back in the
    /// text.
    pub(in crate::command) fn move_suggestion_edge(
        &mut self,
        edge: Edge,
        forward: bool,
    ) -> Result<(), CommandError> {
        let Some(current) = self.board.current.clone() else {
            return Ok(());
        };
        let Some(document) = self.project().document(&current.document) else {
            return Ok(());
        };
        let span = current.now.span;
        let moved = moved(&document.text, span, edge, forward);
        if moved == span {
            return Ok(());
        }
        let reader = self.show_document(&current.document);
        self.reveal(reader, moved);
        if let Some(current) = &mut self.board.current {
            current.now.span = moved;
        }
        self.refresh_suggestions(&current.document);
        Ok(())
    }
}

/// The span with one border at the next word's, within the line.
fn moved(text: &str, span: Span, edge: Edge, forward: bool) -> Span {
    let line = line_at(text, span.start);
    let in_line: Vec<Span> = words(line.of(text).unwrap_or_default())
        .map(|word| Span::new(word.start + line.start, word.end + line.start))
        .collect();
    let ends = || in_line.iter().map(|word| word.end);
    let starts = || in_line.iter().map(|word| word.start);
    match (edge, forward) {
        (Edge::End, true) => ends()
            .find(|end| *end > span.end)
            .map(|end| (span.start, end)),
        (Edge::End, false) => ends()
            .rev()
            .find(|end| *end < span.end && *end > span.start)
            .map(|end| (span.start, end)),
        (Edge::Start, true) => starts()
            .find(|start| *start > span.start && *start < span.end)
            .map(|start| (start, span.end)),
        (Edge::Start, false) => starts()
            .rev()
            .find(|start| *start < span.start)
            .map(|start| (start, span.end)),
    }
    .map_or(span, |(start, end)| Span::new(start, end))
}
