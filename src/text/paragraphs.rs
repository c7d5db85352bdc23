//! Where one paragraph ends and the next begins (UAX #9, rule P1).

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
}
