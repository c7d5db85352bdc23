//! A folded text and the map back to the text it came from.
//!
//! Here: the map, how it is built and how it is read. Not here: what is folded
//! (fold).
//!
//! The map is a list of stretches. Most letters keep their length, so an
//! article without vowel signs is a handful of stretches, and a fully
//! vocalised one has one for each letter.
//!
//! **Invariant:** the map is monotone, its ends lie on character boundaries of
//! the source, and a mark is never cut from its letter: the span of a folded
//! letter reaches over the marks and tatweels that follow it.

use std::ops::Range;

use crate::model::Span;

/// A folded character and the source it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) letter: char,
    pub(super) start: usize,
    pub(super) end: usize,
    /// End of the marks and tatweels that belong to it.
    pub(super) tail_end: usize,
    /// Whether it comes from the same character as the unit before it.
    pub(super) continues: bool,
}

/// A stretch of folded text and where it came from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// First byte in the folded text; the piece ends where the next begins.
    folded: usize,
    /// First byte in the source.
    source: usize,
    /// 0: byte for byte as in the source. Otherwise all of the piece stands
    /// for this many source bytes, which cannot be told apart.
    whole: u32,
    /// Bytes after the last character that belong to it (marks, tatweel).
    tail: u32,
}

/// A folded text with its map to the source.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    pieces: Vec<Piece>,
    source_len: usize,
}

impl Folded {
    /// `text` as it is, mapped to itself.
    pub(super) fn unchanged(text: &str) -> Self {
        let mut pieces = Vec::new();
        if !text.is_empty() {
            pieces.push(Piece {
                folded: 0,
                source: 0,
                whole: 0,
                tail: 0,
            });
        }
        Self {
            text: text.to_owned(),
            pieces,
            source_len: text.len(),
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded text, without its map.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The source of a part of the folded text (bytes, end exclusive), with
    /// the marks and tatweels of its last letter. Offsets off a character
    /// boundary or outside the text are moved to the nearest one before.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let start = self.text.floor_char_boundary(range.start.min(range.end));
        let end = self.text.floor_char_boundary(range.end);
        let source_start = self.source_at(start);
        if end <= start {
            return Span::new(source_start, source_start);
        }
        let last = self.text.floor_char_boundary(end - 1);
        let Some((index, piece)) = self.piece_at(last) else {
            return Span::new(source_start, source_start);
        };
        let piece_end = self
            .pieces
            .get(index + 1)
            .map_or(self.text.len(), |next| next.folded);
        let mut source_end = match piece.whole {
            0 => piece.source + (end.min(piece_end) - piece.folded),
            whole => piece.source + whole as usize,
        };
        if end >= piece_end || piece.whole != 0 {
            source_end += piece.tail as usize;
        }
        Span::new(source_start, source_end.max(source_start))
    }

    /// Where the folded byte `at` came from; the end of the source's last
    /// character for the end of the folded text.
    fn source_at(&self, at: usize) -> usize {
        if at >= self.text.len() {
            return self.source_len;
        }
        match self.piece_at(at) {
            Some((_, piece)) if piece.whole == 0 => piece.source + (at - piece.folded),
            Some((_, piece)) => piece.source,
            None => 0,
        }
    }

    fn piece_at(&self, at: usize) -> Option<(usize, Piece)> {
        let index = self
            .pieces
            .partition_point(|piece| piece.folded <= at)
            .checked_sub(1)?;
        self.pieces.get(index).map(|piece| (index, *piece))
    }
}

/// Writes a folded text unit by unit.
pub(super) struct Builder {
    text: String,
    pieces: Vec<Piece>,
    /// End of the last unit in the source, without its tail.
    source_end: usize,
}

impl Builder {
    /// For a source of `source_len` bytes.
    pub(super) fn new(source_len: usize) -> Self {
        Self {
            text: String::with_capacity(source_len),
            pieces: Vec::new(),
            source_end: 0,
        }
    }

    /// Whether the text so far ends with `letter`.
    pub(super) fn ends_with(&self, letter: char) -> bool {
        self.text.ends_with(letter)
    }

    /// Adds a unit.
    pub(super) fn push(&mut self, unit: Unit) {
        let length = unit.end - unit.start;
        if unit.continues {
            self.text.push(unit.letter);
        } else {
            let whole = if unit.letter.len_utf8() == length {
                0
            } else {
                length
            };
            let goes_on = whole == 0
                && self.source_end == unit.start
                && self
                    .pieces
                    .last()
                    .is_some_and(|last| last.whole == 0 && last.tail == 0);
            if !goes_on {
                self.pieces.push(Piece {
                    folded: self.text.len(),
                    source: unit.start,
                    whole: u32::try_from(whole).unwrap_or(u32::MAX),
                    tail: 0,
                });
            }
            self.text.push(unit.letter);
            self.source_end = unit.end;
        }
        if unit.tail_end > unit.end {
            self.attach(unit.tail_end);
        }
    }

    /// The source up to `end` belongs to the last unit.
    pub(super) fn attach(&mut self, end: usize) {
        if let Some(last) = self.pieces.last_mut() {
            last.tail = u32::try_from(end.saturating_sub(self.source_end)).unwrap_or(u32::MAX);
        }
    }

    /// The folded text, all of the source being read.
    pub(super) fn finish(self, source_len: usize) -> Folded {
        Folded {
            text: self.text,
            pieces: self.pieces,
            source_len,
        }
    }
}
