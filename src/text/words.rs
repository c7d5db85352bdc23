//! Word boundaries (UAX #29) as the caret's word movement uses them.

use super::cells::CellFlags;
use super::layout::ParagraphLayout;

impl ParagraphLayout {
    /// The cell after the end of the next word; the end of the text when only
    /// spaces and punctuation follow; `None` at the end.
    pub(super) fn word_end_after(&self, at: usize) -> Option<usize> {
        let count = self.shaped().cell_count();
        if at >= count {
            return None;
        }
        let mut index = at;
        let mut seen = false;
        while index < count {
            seen |= self.is_word_cell(index);
            index += 1;
            if seen && self.is_edge(index) {
                break;
            }
        }
        Some(index)
    }

    /// The cell at the start of the word before; the start of the text when
    /// only spaces and punctuation precede; `None` at the start.
    pub(super) fn word_start_before(&self, at: usize, byte: usize) -> Option<usize> {
        let count = self.shaped().cell_count();
        let inside = at < count && self.shaped().cell_byte(at) < byte;
        let mut index = if inside { at + 1 } else { at };
        if index == 0 {
            return None;
        }
        let mut seen = false;
        while index > 0 {
            index -= 1;
            seen |= self.is_word_cell(index);
            if seen && self.is_edge(index) {
                break;
            }
        }
        Some(index)
    }

    fn is_edge(&self, index: usize) -> bool {
        index == 0
            || index >= self.shaped().cell_count()
            || self.shaped().flags(index).has(CellFlags::WORD_EDGE)
    }

    /// Whether a cell is part of a word, not of the space between words.
    fn is_word_cell(&self, index: usize) -> bool {
        let start = self.shaped().cell_byte(index);
        let rest = self.shaped().text().get(start..).unwrap_or_default();
        rest.chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '\u{640}')
    }
}
