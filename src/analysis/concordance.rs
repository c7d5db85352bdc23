//! Hits with what stands around them.
//!
//! Here: how much of the line before and after a hit is shown. Not here: which
//! side it is shown on, which is the reader's direction and not the text's
//! order: `before` is what one reads first.
//!
//! **Invariant:** before, hit and after are one stretch of one line of the
//! text; the context does not cut a word (unless a word is longer than the
//! context) and never a mark from its letter.

use crate::language::letters::{is_invisible, is_mark, is_space};
use crate::language::lines::line_at;
use crate::model::Span;

/// A hit in its context. All spans are bytes of the text, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// What stands before the hit, up to the beginning of its line.
    pub before: Span,
    /// The hit.
    pub hit: Span,
    /// What stands after the hit, up to the end of its line.
    pub after: Span,
}

/// The hits, each with at most `width` code points of its line on either side.
/// Spans that do not fit the text are left out.
pub fn concordance(text: &str, hits: &[Span], width: usize) -> Vec<Line> {
    hits.iter()
        .filter(|hit| hit.of(text).is_some())
        .map(|hit| Line {
            before: Span::new(context_start(text, hit.start, width), hit.start),
            hit: *hit,
            after: Span::new(hit.end, context_end(text, hit.end, width)),
        })
        .collect()
}

/// Where the context before `at` begins.
fn context_start(text: &str, at: usize, width: usize) -> usize {
    let line_start = start_of_line(text, at, width);
    let before = text.get(line_start..at).unwrap_or_default();
    let Some((cut, _)) = before.char_indices().rev().nth(width) else {
        return line_start;
    };
    // One character more was taken: when it is a space, nothing is cut.
    let shown = before.get(cut..).unwrap_or_default();
    match shown.char_indices().find(|(_, c)| is_space(*c)) {
        Some((space, c)) if cut + space + c.len_utf8() < before.len() => {
            line_start + cut + space + c.len_utf8()
        }
        // No word begins within the context: cut between two letters.
        _ => shown
            .char_indices()
            .skip(1)
            .find(|(_, c)| !is_mark(*c) && !is_invisible(*c))
            .map_or(at, |(letter, _)| line_start + cut + letter),
    }
}

/// Where the context after `at` ends.
fn context_end(text: &str, at: usize, width: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    let line_end = after
        .char_indices()
        .take(width.saturating_add(1))
        .find(|(_, c)| crate::language::lines::ends_line(*c))
        .map(|(end, _)| end);
    if let Some(end) = line_end {
        return at + end;
    }
    let Some((cut, next)) = after.char_indices().nth(width) else {
        return text.len();
    };
    let shown = after.get(..cut).unwrap_or_default();
    if is_space(next) {
        return at + cut;
    }
    match shown.char_indices().rev().find(|(_, c)| is_space(*c)) {
        Some((space, _)) if space > 0 => at + space,
        _ => {
            let is_attached = |c: char| is_mark(c) || is_invisible(c);
            let marks: usize = after
                .get(cut..)
                .unwrap_or_default()
                .chars()
                .take_while(|c| is_attached(*c))
                .map(char::len_utf8)
                .sum();
            at + cut + marks
        }
    }
}

/// The beginning of the line, or of the part of it that matters: a book may be
/// one line, and every hit asks.
fn start_of_line(text: &str, at: usize, width: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let near = before
        .char_indices()
        .rev()
        .nth(width.saturating_add(1))
        .map_or(0, |(near, _)| near);
    let window = text.get(near..at).unwrap_or_default();
    let line = line_at(window, window.len());
    near + line.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, word: &str, width: usize) -> (String, String) {
        let start = text.find(word).unwrap_or(0);
        let hit = Span::new(start, start + word.len());
        let line = concordance(text, &[hit], width)[0];
        (
            line.before.of(text).unwrap_or("?").to_owned(),
            line.after.of(text).unwrap_or("?").to_owned(),
        )
    }

    #[test]
    fn words_are_whole_and_lines_are_not_left() {
        let text = "أول ثان قسد ثالث رابع\nخامس";
        assert_eq!(
            around(text, "قسد", 99),
            ("أول ثان ".into(), " ثالث رابع".into())
        );
        assert_eq!(around(text, "قسد", 7), ("ثان ".into(), " ثالث".into()));
        assert_eq!(around(text, "قسد", 5), ("ثان ".into(), " ثالث".into()));
        assert_eq!(around(text, "قسد", 0), (String::new(), String::new()));
        assert_eq!(around("قسد", "قسد", 9), (String::new(), String::new()));
        assert_eq!(
            around("ا\r\nب قسد\r\nج", "قسد", 9),
            ("ب ".into(), String::new())
        );
    }

    #[test]
    fn a_long_word_is_cut_between_letters() {
        let text = "سَتَسْتَعْمِلُونَهَا";
        let hit = Span::new(16, 20);
        for width in 0..12 {
            let line = concordance(text, &[hit], width)[0];
            for span in [line.before, line.after] {
                assert!(
                    !span.of(text).unwrap_or("\u{651}").starts_with(is_mark),
                    "{width}"
                );
            }
        }
    }
}
