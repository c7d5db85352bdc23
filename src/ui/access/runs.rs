//! Laid out text as runs: stretches of one line and one direction, in reading
//! order, with the bytes, the place and the width of every character.
//!
//! A character here is what a caret steps over, a grapheme; one of more than
//! 255 bytes is told in parts, because lengths are told in bytes of eight
//! bits. The separator of a paragraph is the last character of its last run.
//!
//! Invariant: the runs of a text, one after the other, are that text, and a
//! caret put into runs and taken out again is the same caret.

use std::ops::Range;

use egui::accesskit::{Node, NodeId, Role, TextDirection, TextPosition, TextSelection};
use egui::{Id, Pos2, Rect, pos2};
use unicode_segmentation::UnicodeSegmentation as _;

use super::bounds;
use crate::model::Span;
use crate::text::{Affinity, Caret, Grapheme, ParagraphLayout};

/// Most characters of a run: word starts are told in eight bits.
const MOST: usize = 255;
/// Letters further apart than this, points, are not side by side.
const APART: f32 = 0.5;

/// One run, as a frame later is to know it.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Run {
    pub(in crate::ui) id: Id,
    /// Where each character begins, and where the last one ends: bytes of the
    /// whole text. At least one.
    borders: Vec<usize>,
    /// The separator of a paragraph is in it: a caret at its end stands in
    /// the next paragraph.
    separated: bool,
}

impl Run {
    /// Its first byte.
    pub(in crate::ui) fn start(&self) -> usize {
        self.borders.first().copied().unwrap_or_default()
    }

    /// The byte after its last.
    pub(in crate::ui) fn end(&self) -> usize {
        self.borders.last().copied().unwrap_or_default()
    }

    fn position(&self, byte: usize) -> TextPosition {
        let after = self.borders.partition_point(|border| *border <= byte);
        TextPosition {
            node: self.id.accesskit_id(),
            character_index: after.saturating_sub(1),
        }
    }
}

/// A laid out paragraph that becomes runs.
pub(in crate::ui) struct Part<'a> {
    pub(in crate::ui) layout: &'a ParagraphLayout,
    /// Where its text begins: bytes of the whole text.
    pub(in crate::ui) start: usize,
    /// Its top left corner on the screen, points.
    pub(in crate::ui) corner: Pos2,
    /// The lines to be told.
    pub(in crate::ui) lines: Range<usize>,
    /// What ends the paragraph in the text; told after its last line.
    pub(in crate::ui) separator: &'a str,
    /// Where its looks change (bytes of the layout's text, in order): a run
    /// ends there.
    pub(in crate::ui) cuts: &'a [usize],
}

/// The runs of a paragraph with their nodes. `owner` is the widget that shows
/// the text.
pub(in crate::ui) fn runs_of(owner: Id, part: &Part<'_>) -> Vec<(Run, Node)> {
    let mut told = Vec::new();
    let text = part.layout.shaped().text();
    let last = part.layout.lines().len().saturating_sub(1);
    for index in part.lines.clone() {
        let Some(line) = part.layout.lines().get(index) else {
            break;
        };
        let y = part.corner.y + line.top..=part.corner.y + line.bottom;
        let words = line.span.of(text).unwrap_or_default();
        let mut starts = words
            .unicode_word_indices()
            .map(|(at, _)| line.span.start + at)
            .peekable();
        let mut pieces: Vec<Piece> = Vec::new();
        for grapheme in part.layout.graphemes(index) {
            while starts.next_if(|at| *at < grapheme.span.start).is_some() {}
            let mut is_word = starts.next_if(|at| *at < grapheme.span.end).is_some();
            let mut is_cut = part.cuts.binary_search(&grapheme.span.start).is_ok();
            let letters = grapheme.span.of(text).unwrap_or_default();
            for (letter, value) in characters(grapheme, letters) {
                if pieces
                    .last()
                    .is_none_or(|piece| is_cut || !piece.goes_on_with(letter))
                {
                    pieces.push(Piece::beginning(letter));
                }
                if let Some(piece) = pieces.last_mut() {
                    piece.push(letter, value, is_word);
                }
                (is_word, is_cut) = (false, false);
            }
        }
        if pieces.is_empty() {
            let caret = part.layout.caret_rect(part.layout.line_start(index));
            let rtl = part.layout.shaped().direction().is_rtl();
            pieces.push(Piece::empty(line.span.start, caret.x0, rtl));
        }
        if index == last
            && !part.separator.is_empty()
            && let Some(piece) = pieces.last_mut()
        {
            if piece.lengths.len() >= MOST {
                let edge = piece.end_edge();
                let next = Piece::empty(piece.end(), edge, piece.rtl);
                pieces.push(next);
            }
            if let Some(piece) = pieces.last_mut() {
                piece.separate(part.separator);
            }
        }
        let ids: Vec<Id> = pieces
            .iter()
            .map(|piece| owner.with(("run", part.start + piece.start)))
            .collect();
        for (at, piece) in pieces.into_iter().enumerate() {
            let Some(id) = ids.get(at).copied() else {
                continue;
            };
            let x = part.corner.x;
            let rect =
                Rect::from_min_max(pos2(x + piece.x0, *y.start()), pos2(x + piece.x1, *y.end()));
            let run = Run {
                id,
                borders: piece.borders(part.start),
                separated: piece.separated,
            };
            let mut node = piece.into_node();
            node.set_bounds(bounds(rect));
            if let Some(before) = at.checked_sub(1).and_then(|at| ids.get(at)) {
                node.set_previous_on_line(before.accesskit_id());
            }
            if let Some(after) = ids.get(at + 1) {
                node.set_next_on_line(after.accesskit_id());
            }
            told.push((run, node));
        }
    }
    told
}

/// A grapheme as characters: one, or where it has more than 255 bytes, several
/// of which the later ones take no room.
fn characters(
    grapheme: Grapheme,
    letters: &str,
) -> impl Iterator<Item = (Grapheme, &str)> + use<'_> {
    let mut rest = letters;
    let mut left = grapheme;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let length = rest.floor_char_boundary(rest.len().min(MOST));
        let (head, tail) = rest.split_at_checked(length)?;
        let whole = left;
        let end = if left.rtl { left.x0 } else { left.x1 };
        let middle = left.span.start + head.len();
        left = Grapheme {
            span: Span::new(middle, left.span.end),
            x0: end,
            x1: end,
            ..left
        };
        rest = tail;
        let span = Span::new(whole.span.start, middle);
        Some((Grapheme { span, ..whole }, head))
    })
}

/// A run while it is gathered; bytes of the layout's text, points from the
/// left of the column.
struct Piece {
    start: usize,
    rtl: bool,
    x0: f32,
    x1: f32,
    value: String,
    lengths: Vec<u8>,
    /// Left and right edge of each character.
    edges: Vec<(f32, f32)>,
    words: Vec<u8>,
    separated: bool,
}

impl Piece {
    fn empty(start: usize, x: f32, rtl: bool) -> Self {
        Self {
            start,
            rtl,
            x0: x,
            x1: x,
            value: String::new(),
            lengths: Vec::new(),
            edges: Vec::new(),
            words: Vec::new(),
            separated: false,
        }
    }

    fn beginning(grapheme: Grapheme) -> Self {
        let x = if grapheme.rtl {
            grapheme.x1
        } else {
            grapheme.x0
        };
        Self::empty(grapheme.span.start, x, grapheme.rtl)
    }

    /// The edge where reading goes on, points.
    fn end_edge(&self) -> f32 {
        if self.rtl { self.x0 } else { self.x1 }
    }

    fn end(&self) -> usize {
        self.start + self.value.len()
    }

    /// Whether a character stands where this run ends, and there is room.
    fn goes_on_with(&self, letter: Grapheme) -> bool {
        let begins = if letter.rtl { letter.x1 } else { letter.x0 };
        letter.rtl == self.rtl
            && (begins - self.end_edge()).abs() < APART
            && self.lengths.len() < MOST
    }

    fn push(&mut self, letter: Grapheme, value: &str, is_word: bool) {
        if is_word {
            self.words.push(self.lengths.len() as u8);
        }
        self.value.push_str(value);
        self.lengths.push(value.len() as u8);
        self.edges.push((letter.x0, letter.x1));
        self.x0 = self.x0.min(letter.x0);
        self.x1 = self.x1.max(letter.x1);
    }

    fn separate(&mut self, separator: &str) {
        let edge = self.end_edge();
        self.value.push_str(separator);
        self.lengths.push(separator.len() as u8);
        self.edges.push((edge, edge));
        self.separated = true;
    }

    fn borders(&self, start: usize) -> Vec<usize> {
        let mut at = start + self.start;
        let mut borders = Vec::with_capacity(self.lengths.len() + 1);
        borders.push(at);
        for length in &self.lengths {
            at += usize::from(*length);
            borders.push(at);
        }
        borders
    }

    fn into_node(self) -> Node {
        let mut node = Node::new(Role::TextRun);
        node.set_text_direction(if self.rtl {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        });
        let positions: Vec<f32> = self
            .edges
            .iter()
            .map(|(left, right)| {
                if self.rtl {
                    self.x1 - right
                } else {
                    left - self.x0
                }
            })
            .collect();
        let widths: Vec<f32> = self
            .edges
            .iter()
            .map(|(left, right)| right - left)
            .collect();
        node.set_character_lengths(self.lengths);
        node.set_character_positions(positions);
        node.set_character_widths(widths);
        node.set_word_starts(self.words);
        node.set_value(self.value);
        node
    }
}

/// The runs of a text in a frame: from carets to places in runs and back.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct TextMap {
    /// In reading order.
    runs: Vec<Run>,
}

impl TextMap {
    /// Runs in reading order.
    pub(in crate::ui) fn push(&mut self, run: Run) {
        self.runs.push(run);
    }

    /// The run of this node.
    pub(in crate::ui) fn run(&self, node: NodeId) -> Option<&Run> {
        self.runs.iter().find(|run| run.id.accesskit_id() == node)
    }

    /// First and last byte told, end exclusive.
    pub(in crate::ui) fn told(&self) -> Option<(usize, usize)> {
        Some((self.runs.first()?.start(), self.runs.last()?.end()))
    }

    /// Where a caret stands; none outside what is told.
    pub(in crate::ui) fn position(&self, caret: Caret) -> Option<TextPosition> {
        let Caret { byte, affinity } = caret;
        let (first, last) = self.told()?;
        if byte < first || byte > last {
            return None;
        }
        let after = self.runs.partition_point(|run| run.start() <= byte);
        let index = after.saturating_sub(1);
        let before = index.checked_sub(1).and_then(|index| self.runs.get(index));
        let run = self.runs.get(index)?;
        if affinity == Affinity::Upstream
            && run.start() == byte
            && let Some(before) = before
            && before.end() == byte
            && !before.separated
        {
            return Some(before.position(byte));
        }
        Some(run.position(byte.min(run.end())))
    }

    /// A selection, cut to what is told; none where nothing of it is.
    pub(in crate::ui) fn selection(&self, anchor: Caret, head: Caret) -> Option<TextSelection> {
        let (first, last) = self.told()?;
        let (from, to) = (anchor.byte.min(head.byte), anchor.byte.max(head.byte));
        if to < first || from > last || (from == to && self.position(head).is_none()) {
            return None;
        }
        let inside = |caret: Caret| Caret {
            byte: caret.byte.clamp(first, last),
            ..caret
        };
        Some(TextSelection {
            anchor: self.position(inside(anchor))?,
            focus: self.position(inside(head))?,
        })
    }

    /// The caret of a place in a run.
    pub(in crate::ui) fn caret(&self, position: TextPosition) -> Option<Caret> {
        let run = self.run(position.node)?;
        let last = run.borders.len().saturating_sub(1);
        let index = position.character_index.min(last);
        let byte = run.borders.get(index).copied()?;
        let at_end = index == last && index > 0 && !run.separated;
        Some(Caret {
            byte,
            affinity: if at_end {
                Affinity::Upstream
            } else {
                Affinity::Downstream
            },
        })
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that cannot go on should stop loudly"
)]
mod tests;
