//! Borders between graphemes in a whole document, and the direction of the
//! text at a border; for moving the edges of marks without a layout.

use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::GraphemeCursor;

use super::{Direction, first_strong};

/// How far around a place a very long paragraph is resolved, bytes.
const AROUND: usize = 16 * 1024;

fn base_level(direction: Direction) -> Level {
    if direction.is_rtl() {
        Level::rtl()
    } else {
        Level::ltr()
    }
}

/// The next grapheme border after `byte` (UAX #29, extended clusters); the
/// length of the text at its end. Bytes inside a character count as its start.
pub fn next_grapheme(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// The grapheme border before `byte`; 0 at the beginning.
pub fn previous_grapheme(text: &str, byte: usize) -> usize {
    let byte = text.floor_char_boundary(byte);
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Which way the character before or at `byte` runs, by the resolved levels
/// of its paragraph (UAX #9). Right to left where there is none.
pub fn direction_at(text: &str, byte: usize) -> Direction {
    let byte = text.floor_char_boundary(byte);
    let before = text.get(..byte).unwrap_or_default();
    let after = text.get(byte..).unwrap_or_default();
    let separator = |c: char| c == '\n' || c == '\r' || c == '\u{2029}';
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| separator(*c))
        .map_or(0, |(index, c)| index + c.len_utf8());
    let end = after
        .find(separator)
        .map_or(text.len(), |index| byte + index);
    let paragraph = text.get(start..end).unwrap_or_default();
    let (paragraph, start, level) = if paragraph.len() > 2 * AROUND {
        // Of a paragraph of megabytes only what stands around is resolved, in
        // the direction of the whole.
        let from = text.ceil_char_boundary(byte.saturating_sub(AROUND).max(start));
        let to = text.floor_char_boundary((byte + AROUND).min(end));
        let whole = first_strong(paragraph).map(base_level);
        (text.get(from..to).unwrap_or_default(), from, whole)
    } else {
        (paragraph, start, None)
    };
    let bidi = BidiInfo::new(paragraph, level);
    let at = (byte - start).min(paragraph.len().saturating_sub(1));
    match bidi.levels.get(at) {
        Some(level) if level.is_ltr() => Direction::LeftToRight,
        _ => Direction::RightToLeft,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphemes_keep_marks_with_their_letter() {
        let text = "قدّم";
        assert_eq!(next_grapheme(text, 2), 6);
        assert_eq!(previous_grapheme(text, 6), 2);
        assert_eq!(next_grapheme(text, 100), text.len());
        assert_eq!(previous_grapheme(text, 0), 0);
    }

    #[test]
    fn direction_follows_the_run() {
        let text = "سلام\nقال SDF هنا";
        let latin = text.find("DF").unwrap();
        assert_eq!(direction_at(text, latin), Direction::LeftToRight);
        assert_eq!(direction_at(text, 0), Direction::RightToLeft);
        assert_eq!(direction_at(text, text.len()), Direction::RightToLeft);
        assert_eq!(direction_at("", 0), Direction::RightToLeft);
    }
}
