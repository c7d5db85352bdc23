//! Grapheme boundaries, and what a backspace takes.

use unicode_segmentation::GraphemeCursor;

/// The grapheme boundary at or before an offset.
pub(super) fn boundary(text: &str, byte: usize) -> usize {
    if byte >= text.len() {
        return text.len();
    }
    let byte = text.floor_char_boundary(byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => byte,
        _ => before(text, byte),
    }
}

pub(super) fn boundary_after(text: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte.min(text.len()), text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => byte,
        _ => after(text, byte),
    }
}

pub(super) fn before(text: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

pub(super) fn after(text: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// Where a backspace at `end` begins to delete, when the grapheme begins
/// at `start`.
pub(super) fn backspace_start(text: &str, start: usize, end: usize) -> usize {
    let grapheme = text.get(start..end).unwrap_or_default();
    match grapheme.char_indices().next_back() {
        Some((at, last)) if at > 0 && is_semitic_mark(last) => start + at,
        _ => start,
    }
}

/// Vowel signs and points of Arabic and Hebrew, which are typed one by one.
fn is_semitic_mark(c: char) -> bool {
    matches!(c,
        '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}'
        | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{08D3}'..='\u{08FF}')
}
