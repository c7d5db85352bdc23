//! Where one paragraph ends and the next begins (UAX #9, rule P1).

use unicode_segmentation::GraphemeCursor;

use crate::model::Span;

/// Whether the character ends a bidirectional paragraph: bidi class B.
pub fn is_separator(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2029}')
}

/// The paragraphs of a text in bytes, separators left out; CR LF is one
/// separator. The last line is there even without a separator after it, so
/// `"a\n"` has two paragraphs and `""` has one.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_separator(c) {
            continue;
        }
        found.push(Span { start, end: at });
        start = at + c.len_utf8();
        if c == '\r' && chars.next_if(|&(_, next)| next == '\n').is_some() {
            start += 1;
        }
    }
    found.push(Span {
        start,
        end: text.len(),
    });
    found
}

/// A paragraph longer than this, in bytes, is laid out in parts.
const LONGEST_UNIT: usize = 32_000;

/// The parts in which a very long paragraph is laid out, in bytes of the
/// paragraph: each begins where a line may begin, and they tile it. Nearly
/// every paragraph is one part. Lay each part out with the direction of the
/// whole paragraph.
pub fn layout_units(paragraph: &str) -> Vec<Span> {
    let mut units = Vec::new();
    let mut start = 0;
    while paragraph.len() - start > LONGEST_UNIT {
        let end = cut(paragraph, start);
        units.push(Span { start, end });
        start = end;
    }
    units.push(Span {
        start,
        end: paragraph.len(),
    });
    units
}

/// Where a unit that begins at `start` ends: after the last space it has room
/// for; without one, between two graphemes.
fn cut(paragraph: &str, start: usize) -> usize {
    let limit = paragraph.floor_char_boundary(start + LONGEST_UNIT);
    let unit = paragraph.get(start..limit).unwrap_or_default();
    if let Some(space) = unit.rfind(' ') {
        // All spaces of a row hang at the same line's end.
        let rest = paragraph.get(start + space..).unwrap_or_default();
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        return start + space + spaces;
    }
    let mut cursor = GraphemeCursor::new(limit, paragraph.len(), true);
    match cursor.next_boundary(paragraph, 0) {
        Ok(Some(end)) => end,
        _ => paragraph.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        paragraphs(text)
            .into_iter()
            .filter_map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn every_separator_ends_a_paragraph_once() {
        assert_eq!(split(""), [""]);
        assert_eq!(split("a"), ["a"]);
        assert_eq!(split("a\n"), ["a", ""]);
        assert_eq!(split("a\r\nb\rc\n\rd"), ["a", "b", "c", "", "d"]);
        assert_eq!(
            split("a\u{2029}b\u{85}c\u{1C}d\u{1D}e\u{1E}f"),
            ["a", "b", "c", "d", "e", "f"]
        );
        assert_eq!(split("a\u{2028}b\tc\u{0B}d"), ["a\u{2028}b\tc\u{0B}d"]);
    }

    #[test]
    fn long_paragraphs_are_cut_after_spaces_and_between_graphemes() {
        assert_eq!(layout_units("").len(), 1);
        assert_eq!(layout_units(&"ا".repeat(100)).len(), 1);
        for unit in ["كتاب  ", "كت\u{64B}", "\u{64B}", " "] {
            let text = unit.repeat(100_000 / unit.len());
            let units = layout_units(&text);
            let mut at = 0;
            for span in &units {
                assert_eq!(span.start, at);
                at = span.end;
                let part = span.of(&text).unwrap_or_default();
                assert!(!part.starts_with('\u{64B}') || span.start == 0, "{span:?}");
                assert!(at == text.len() || unit != "كتاب  " || part.ends_with("  "));
            }
            assert_eq!(at, text.len());
        }
    }
}
