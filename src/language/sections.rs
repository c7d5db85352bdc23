//! The parts in which a long text is read: one after the other, and again one
//! by one when something about their words has changed.
//!
//! Here: where a part begins. Not here: what is read in it.
//!
//! **Invariant:** sections tile the text; one ends where a line ends, unless a
//! line is longer than a section; a text of an article's length is one.

use super::lines::{ends_line, separator_length};
use crate::model::Span;

/// The least length of a section, bytes. News articles are a tenth of it.
const SECTION: usize = 64 * 1024;

/// The sections of a text, in order; one for a text of up to 128 kB.
pub fn sections(text: &str) -> Vec<Span> {
    let mut found = Vec::with_capacity(text.len() / SECTION + 1);
    let mut start = 0;
    while text.len() - start > 2 * SECTION {
        let end = end_after(text, text.floor_char_boundary(start + SECTION));
        found.push(Span::new(start, end));
        start = end;
    }
    found.push(Span::new(start, text.len()));
    found
}

/// The end of the section that has reached byte `enough`: after a blank line
/// if one follows soon, else after a line, else after a space.
fn end_after(text: &str, enough: usize) -> usize {
    let soon = text.floor_char_boundary(enough + SECTION / 8);
    let latest = text.floor_char_boundary(enough + SECTION);
    if let Some(at) = text.get(enough..soon).and_then(|part| part.find("\n\n")) {
        return enough + at + 2;
    }
    let rest = text.get(enough..latest).unwrap_or_default();
    if let Some(at) = rest.find(ends_line) {
        let after = text.get(enough + at..).unwrap_or_default();
        return enough + at + separator_length(after);
    }
    rest.find(' ').map_or(enough, |at| enough + at + 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::string_slice, reason = "a wrong index is a failed test")]
    use super::*;

    #[test]
    fn sections_tile_the_text_and_end_with_lines() {
        assert_eq!(sections(""), [Span::new(0, 0)]);
        let article = "خبر من سوريا\n".repeat(4000);
        assert_eq!(sections(&article), [Span::new(0, article.len())]);
        for line in [
            "خبر من سوريا\n",
            "خبر من سوريا\r\n",
            "خبر\n\nمن سوريا\n",
            "كلمة ",
            "ا",
            "\n",
        ] {
            let text = line.repeat(900_000 / line.len());
            let found = sections(&text);
            assert!(found.len() > 5);
            let mut at = 0;
            for section in &found {
                assert_eq!(section.start, at);
                assert!(text.is_char_boundary(section.end));
                assert!(section.len() <= 2 * SECTION + 2, "{}", section.len());
                at = section.end;
                let part = &text[section.start..section.end];
                assert!(part.ends_with(['\n', ' ', 'ا']), "{line:?}");
                assert!(!part.starts_with('\n') || line == "\n" || !line.contains('\r'));
            }
            assert_eq!(at, text.len());
        }
    }
}
