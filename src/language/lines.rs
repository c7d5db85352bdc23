//! The lines of a text as its author wrote them: what a newline or another
//! separator ends. A sentence, a quotation and a title stay within one line.
//!
//! Here: where a line begins and ends. Not here: lines on the screen (text).
//!
//! **Invariant:** the lines and their separators, in order, are the text.

use crate::model::Span;

/// Whether the character ends a line: the paragraph separators of UAX #9, and
/// line separator, vertical tab and form feed, over which no sentence runs.
pub fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\u{0B}' | '\u{0C}' | '\r' | '\u{1C}'
            ..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The lines of a text, separators left out. CR LF is one separator. The last
/// line is there without a separator too: `""` has one line, `"a\n"` two.
pub fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..)?;
        let Some(length) = rest.find(ends_line) else {
            next = None;
            return Some(Span::new(start, text.len()));
        };
        let end = start + length;
        next = Some(end + separator_length(text.get(end..).unwrap_or_default()));
        Some(Span::new(start, end))
    })
}

/// The line around a byte (a byte of a separator belongs to the line before
/// it; one outside the text to the last line).
pub fn line_at(text: &str, byte: usize) -> Span {
    let mut at = text.floor_char_boundary(byte);
    // Between CR and LF is still the end of the line before.
    if text.get(..at).is_some_and(|before| before.ends_with('\r'))
        && text.get(at..).is_some_and(|after| after.starts_with('\n'))
    {
        at -= 1;
    }
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at..).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| ends_line(*c))
        .map_or(0, |(separator, c)| separator + c.len_utf8());
    let end = after
        .find(ends_line)
        .map_or(text.len(), |length| at + length);
    Span::new(start, end)
}

/// Bytes of the separator at the beginning of `rest`.
pub(super) fn separator_length(rest: &str) -> usize {
    if rest.starts_with("\r\n") {
        return 2;
    }
    rest.chars().next().map_or(0, char::len_utf8)
}

/// `span` without white space and invisible characters at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    use super::letters::{is_invisible, is_space};
    let outside = |c: char| c.is_whitespace() || is_space(c) || is_invisible(c);
    let Some(words) = span.of(text) else {
        return Span::new(span.start, span.start);
    };
    let from_start = words.trim_start_matches(outside);
    let start = span.end - from_start.len();
    let end = start + from_start.trim_end_matches(outside).len();
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_end_lines_and_belong_to_none() {
        let split = |text: &'static str| {
            lines(text)
                .filter_map(|line| line.of(text))
                .collect::<Vec<_>>()
        };
        assert_eq!(split(""), [""]);
        assert_eq!(split("ا\n"), ["ا", ""]);
        assert_eq!(split("ا\r\nب\n\rج\u{2029}د"), ["ا", "ب", "", "ج", "د"]);
    }

    #[test]
    fn every_byte_has_its_line() {
        let text = "ab\r\nc\n\nد";
        let of = |byte| line_at(text, byte);
        assert_eq!(of(0), Span::new(0, 2));
        assert_eq!(of(2), Span::new(0, 2));
        assert_eq!(of(3), Span::new(0, 2));
        assert_eq!(of(4), Span::new(4, 5));
        assert_eq!(of(6), Span::new(6, 6));
        assert_eq!(of(8), Span::new(7, 9));
        assert_eq!(of(999), Span::new(7, 9));
    }

    #[test]
    fn white_space_and_what_is_not_seen_is_trimmed() {
        let text = "\u{2067} \u{A0}قسد \u{2069}";
        assert_eq!(
            trimmed(text, Span::new(0, text.len())).of(text),
            Some("قسد")
        );
        assert!(trimmed(" \u{A0}", Span::new(0, 3)).is_empty());
    }
}
