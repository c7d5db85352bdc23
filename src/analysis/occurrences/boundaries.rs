//! The words around a place, asked for place after place.
//!
//! **Invariant:** a line is cut into words once while the places in it are
//! asked about in order; words hold no line end.

use crate::language::lines::line_at;
use crate::language::words;
use crate::model::Span;

/// A text and the words of the lines that were asked about last.
pub(super) struct Boundaries<'a> {
    text: &'a str,
    line: Option<Line>,
}

struct Line {
    span: Span,
    words: Vec<Span>,
}

impl<'a> Boundaries<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, line: None }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The word in which some letters begin and the one in which they end.
    pub(super) fn around(&mut self, letters: Span) -> Option<(Span, Span)> {
        let first = self.word(letters.start)?;
        let last = self.text.floor_char_boundary(letters.end.checked_sub(1)?);
        Some((first, self.word(last)?))
    }

    /// The word that holds this byte.
    fn word(&mut self, byte: usize) -> Option<Span> {
        let known = self
            .line
            .take()
            .filter(|line| line.span.start <= byte && byte < line.span.end);
        let line = known.unwrap_or_else(|| {
            let span = line_at(self.text, byte);
            let within = words(span.of(self.text).unwrap_or_default())
                .map(|word| Span::new(word.start + span.start, word.end + span.start))
                .collect();
            Line {
                span,
                words: within,
            }
        });
        let at = line.words.partition_point(|word| word.end <= byte);
        let word = line.words.get(at).copied();
        self.line = Some(line);
        word.filter(|word| word.contains(byte))
    }
}
