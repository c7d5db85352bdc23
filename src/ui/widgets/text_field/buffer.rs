//! The text of a field, its caret and selection, and its own undo.
//!
//! No egui and no geometry: where a caret lands on the page is asked of the
//! layout, and comes in here as a byte offset with an affinity.
//!
//! **Invariant**: caret and anchor are on grapheme boundaries of the text.

use unicode_segmentation::UnicodeSegmentation as _;

use super::edges::{after, backspace_start, before, boundary, boundary_after};
use crate::model::Span;
use crate::text::{Affinity, Caret};

/// Undo steps kept.
const STEPS: usize = 400;

/// Text being edited.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    text: String,
    caret: CaretAt,
    anchor: usize,
    undo: Vec<Saved>,
    redo: Vec<Saved>,
    run: Option<Run>,
}

#[derive(Copy, Clone, PartialEq, Debug)]
struct CaretAt(Caret);

impl Default for CaretAt {
    fn default() -> Self {
        Self(Caret {
            byte: 0,
            affinity: Affinity::Downstream,
        })
    }
}

#[derive(Clone, Debug)]
struct Saved {
    text: String,
    caret: usize,
    anchor: usize,
}

/// Edits of one kind, one after the other, are one undo step.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Run {
    Typing,
    Deleting,
}

impl Buffer {
    /// A buffer with the caret at the end.
    pub fn new(text: &str) -> Self {
        let mut buffer = Self {
            text: text.to_owned(),
            ..Self::default()
        };
        buffer.place(
            Caret {
                byte: text.len(),
                affinity: Affinity::Upstream,
            },
            false,
        );
        buffer
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where typed text goes.
    pub fn caret(&self) -> Caret {
        self.caret.0
    }

    /// The other end of the selection, bytes.
    pub fn anchor(&self) -> usize {
        self.anchor
    }

    /// The selected bytes; empty at the caret when nothing is selected.
    pub fn selection(&self) -> Span {
        Span::new(self.anchor, self.caret.0.byte)
    }

    /// The selected text.
    pub fn selected(&self) -> &str {
        let span = self.selection();
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Takes over a text that was changed outside; forgets the undo steps,
    /// which would bring back what is not there any more.
    pub fn replace_all(&mut self, text: &str) {
        if self.text == text {
            return;
        }
        text.clone_into(&mut self.text);
        self.undo.clear();
        self.redo.clear();
        self.run = None;
        let caret = self.caret.0;
        self.anchor = boundary(&self.text, self.anchor);
        self.caret.0 = Caret {
            byte: boundary(&self.text, caret.byte),
            ..caret
        };
    }

    /// Moves the caret; `extend` leaves the anchor where it is.
    pub fn place(&mut self, caret: Caret, extend: bool) {
        self.run = None;
        self.move_to(caret);
        if !extend {
            self.anchor = self.caret.0.byte;
        }
    }

    /// Selects from `anchor` (bytes) to where the caret goes.
    pub fn select_to(&mut self, anchor: usize, caret: Caret) {
        self.run = None;
        self.anchor = boundary(&self.text, anchor);
        self.move_to(caret);
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Puts characters around the selection, which stays selected; with
    /// nothing selected the caret stands between them.
    pub fn surround(&mut self, before: char, after: char) {
        let selected = self.selection();
        let text = format!("{before}{}{after}", self.selected());
        self.save();
        self.redo.clear();
        self.splice(selected, &text);
        let start = selected.start + before.len_utf8();
        let caret = Caret {
            byte: start + selected.len(),
            affinity: Affinity::Upstream,
        };
        self.select_to(start, caret);
    }

    /// Selects a stretch, the caret at its end.
    pub fn select(&mut self, span: Span) {
        self.run = None;
        self.anchor = boundary(&self.text, span.start);
        self.move_to(Caret {
            byte: span.end,
            affinity: Affinity::Upstream,
        });
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.select(Span::new(0, self.text.len()));
    }

    /// Puts `text` in the place of the selection.
    pub fn insert(&mut self, text: &str) {
        if text.is_empty() && self.selection().is_empty() {
            return;
        }
        // A new word begins a new undo step.
        let before = self.text.get(..self.selection().start).unwrap_or_default();
        let new_word =
            before.ends_with(char::is_whitespace) && !text.starts_with(char::is_whitespace);
        let single = text.graphemes(true).nth(1).is_none();
        let goes_on =
            self.run == Some(Run::Typing) && self.selection().is_empty() && single && !new_word;
        if !goes_on {
            self.save();
        }
        self.redo.clear();
        self.splice(self.selection(), text);
        self.run = single.then_some(Run::Typing);
    }

    /// Deletes the selection, or what is before the caret: one mark of an
    /// Arabic or Hebrew letter, else one grapheme.
    pub fn delete_backward(&mut self) {
        let end = self.caret.0.byte;
        let start = before(&self.text, end);
        self.delete(Span::new(backspace_start(&self.text, start, end), end));
    }

    /// Deletes the selection, or the grapheme after the caret.
    pub fn delete_forward(&mut self) {
        let start = self.caret.0.byte;
        self.delete(Span::new(start, after(&self.text, start)));
    }

    /// Deletes the selection, or back to the start of the word.
    pub fn delete_word_backward(&mut self) {
        let end = self.caret.0.byte;
        let head = self.text.get(..end).unwrap_or_default();
        let start = head
            .split_word_bound_indices()
            .rev()
            .find(|(_, word)| !word.chars().all(char::is_whitespace))
            .map_or(0, |(start, _)| start);
        self.delete(Span::new(start, end));
    }

    /// Deletes the selection, or on to the end of the word.
    pub fn delete_word_forward(&mut self) {
        let start = self.caret.0.byte;
        let tail = self.text.get(start..).unwrap_or_default();
        let end = tail
            .split_word_bound_indices()
            .find(|(_, word)| !word.chars().all(char::is_whitespace))
            .map_or(self.text.len(), |(at, word)| start + at + word.len());
        self.delete(Span::new(start, end));
    }

    /// Deletes so many code points on both sides of the caret, as an input
    /// method asks for.
    pub fn delete_around(&mut self, before: usize, after: usize) {
        let at = self.caret.0.byte;
        let start = self
            .text
            .get(..at)
            .unwrap_or_default()
            .char_indices()
            .rev()
            .take(before)
            .last()
            .map_or(at, |(index, _)| index);
        let end = self
            .text
            .get(at..)
            .unwrap_or_default()
            .char_indices()
            .nth(after)
            .map_or(self.text.len(), |(index, _)| at + index);
        self.save();
        self.redo.clear();
        self.splice(Span::new(start, end), "");
    }

    /// Takes the last step back; false when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(saved) = self.undo.pop() else {
            return false;
        };
        let now = self.snapshot();
        self.redo.push(now);
        self.restore(saved);
        true
    }

    /// Takes back the last [`Self::undo`]; false when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(saved) = self.redo.pop() else {
            return false;
        };
        let now = self.snapshot();
        self.undo.push(now);
        self.restore(saved);
        true
    }

    /// What a double click at a place selects: bytes.
    pub fn word_around(&self, byte: usize) -> Span {
        crate::language::word_at(&self.text, byte)
    }

    fn delete(&mut self, span: Span) {
        let selected = self.selection();
        let span = if selected.is_empty() { span } else { selected };
        if span.is_empty() {
            return;
        }
        if self.run != Some(Run::Deleting) || !selected.is_empty() {
            self.save();
        }
        self.redo.clear();
        self.splice(span, "");
        self.run = Some(Run::Deleting);
    }

    fn splice(&mut self, span: Span, text: &str) {
        if self.text.get(span.start..span.end).is_none() {
            return;
        }
        self.text.replace_range(span.start..span.end, text);
        let byte = span.start + text.len();
        // A mark typed after a letter joins its grapheme: the caret must not
        // stand between them and a following one.
        let byte = boundary_after(&self.text, byte);
        self.caret.0 = Caret {
            byte,
            affinity: Affinity::Upstream,
        };
        self.anchor = byte;
    }

    fn move_to(&mut self, caret: Caret) {
        self.caret.0 = Caret {
            byte: boundary(&self.text, caret.byte),
            ..caret
        };
    }

    fn save(&mut self) {
        let now = self.snapshot();
        self.undo.push(now);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
    }

    fn snapshot(&self) -> Saved {
        Saved {
            text: self.text.clone(),
            caret: self.caret.0.byte,
            anchor: self.anchor,
        }
    }

    fn restore(&mut self, saved: Saved) {
        self.text = saved.text;
        self.caret.0 = Caret {
            byte: saved.caret,
            affinity: Affinity::Upstream,
        };
        self.anchor = saved.anchor;
        self.run = None;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::string_slice, reason = "the tests know their texts")]

    use super::*;

    fn typed(text: &str) -> Buffer {
        let mut buffer = Buffer::default();
        for grapheme in text.graphemes(true) {
            buffer.insert(grapheme);
        }
        buffer
    }

    fn at(byte: usize) -> Caret {
        Caret {
            byte,
            affinity: Affinity::Downstream,
        }
    }

    #[test]
    fn typing_puts_the_text_in_logical_order_whatever_its_direction() {
        let text = "سلام abc 123 (x)؟";
        let buffer = typed(text);
        assert_eq!(buffer.text(), text);
        assert_eq!(buffer.caret().byte, text.len());
        assert!(buffer.selection().is_empty());
    }

    #[test]
    fn backspace_takes_one_vowel_sign_but_a_whole_emoji() {
        let mut buffer = Buffer::new("كِتَ");
        buffer.delete_backward();
        assert_eq!(buffer.text(), "كِت");
        buffer.delete_backward();
        assert_eq!(buffer.text(), "كِ");
        buffer.delete_backward();
        assert_eq!(buffer.text(), "ك");
        let mut buffer = Buffer::new("ab👨\u{200D}👩\u{200D}👧");
        buffer.delete_backward();
        assert_eq!(buffer.text(), "ab");
        let mut buffer = Buffer::new("e\u{301}");
        buffer.delete_backward();
        assert_eq!(buffer.text(), "");
    }

    #[test]
    fn delete_takes_the_letter_with_its_signs() {
        let mut buffer = Buffer::new("كِتاب");
        buffer.place(at(0), false);
        buffer.delete_forward();
        assert_eq!(buffer.text(), "تاب");
        buffer.place(at(buffer.text().len()), false);
        buffer.delete_forward();
        assert_eq!(buffer.text(), "تاب");
    }

    #[test]
    fn words_are_deleted_whole() {
        let mut buffer = Buffer::new("قوات سوريا الديمقراطية");
        buffer.delete_word_backward();
        assert_eq!(buffer.text(), "قوات سوريا ");
        buffer.delete_word_backward();
        assert_eq!(buffer.text(), "قوات ");
        buffer.place(at(0), false);
        buffer.delete_word_forward();
        assert_eq!(buffer.text(), " ");
    }

    #[test]
    fn typing_replaces_the_selection_and_undo_brings_it_back() {
        let mut buffer = Buffer::new("one two");
        buffer.select(Span::new(0, 3));
        buffer.insert("ثلاثة");
        assert_eq!(buffer.text(), "ثلاثة two");
        assert!(buffer.undo());
        assert_eq!((buffer.text(), buffer.selected()), ("one two", "one"));
        assert!(buffer.redo());
        assert_eq!(buffer.text(), "ثلاثة two");
        assert!(!buffer.redo());
    }

    #[test]
    fn each_typed_word_is_one_undo_step() {
        let mut buffer = typed("قال the speaker");
        buffer.undo();
        assert_eq!(buffer.text(), "قال the ");
        buffer.undo();
        assert_eq!(buffer.text(), "قال ");
        buffer.undo();
        assert_eq!(buffer.text(), "");
        assert!(!buffer.undo());
        while buffer.redo() {}
        assert_eq!(buffer.text(), "قال the speaker");
    }

    #[test]
    fn moving_between_edits_starts_a_new_step() {
        let mut buffer = typed("ab");
        buffer.place(at(0), false);
        buffer.insert("x");
        buffer.undo();
        assert_eq!(buffer.text(), "ab");
    }

    #[test]
    fn a_caret_never_stands_inside_a_grapheme() {
        let mut buffer = Buffer::new("كِe\u{301}x");
        for byte in 0..12 {
            buffer.place(at(byte), false);
            let (head, tail) = buffer.text().split_at(buffer.caret().byte);
            let whole = buffer.text().graphemes(true).count();
            assert_eq!(
                head.graphemes(true).count() + tail.graphemes(true).count(),
                whole
            );
        }
    }

    #[test]
    fn an_outside_change_keeps_the_caret_inside() {
        let mut buffer = Buffer::new("نص طويل جدا");
        buffer.replace_all("نص");
        assert_eq!(buffer.caret().byte, "نص".len());
        assert!(!buffer.undo());
        buffer.delete_around(1, 5);
        assert_eq!(buffer.text(), "ن");
    }

    #[test]
    fn a_double_click_finds_the_word() {
        let buffer = Buffer::new("قال John، في");
        let at = buffer.text().find("hn").unwrap();
        let word = buffer.word_around(at);
        assert_eq!(&buffer.text()[word.start..word.end], "John");
    }
}
