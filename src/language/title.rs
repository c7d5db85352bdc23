//! What a document is about: its title for the list of documents.
//!
//! Here: which line is the title and how much of it is shown. Not here: which
//! lines are page furniture (boilerplate).
//!
//! **Invariant:** a title has at most [`LONGEST_TITLE`] code points and lies
//! within one line.

use super::boilerplate::Kinds;
use super::letters::is_arabic_letter;
use super::lines::{lines, trimmed};
use super::words::words;
use crate::model::Span;

pub use super::boilerplate::{LineKind, excluded, is_boilerplate, line_kinds};

/// Longest title in code points; a longer first line is cut at a word.
pub const LONGEST_TITLE: usize = 160;

/// The title of a document: the first line that is text and has Arabic
/// letters; else the first line that is text; else the first line with
/// anything in it; else nothing. At most [`LONGEST_TITLE`] code points, and
/// without the white space and direction controls around it.
pub fn document_title(text: &str) -> String {
    let is_arabic = |line: Span| {
        line.of(text)
            .is_some_and(|words| words.chars().any(is_arabic_letter))
    };
    let (mut body, mut furniture) = (None, None);
    let mut line = None;
    // Read no further than needed: where a line of text is known already, only
    // one with Arabic letters is still of interest. That it may repeat an
    // earlier one is not: that one would be the title.
    let mut kinds = Kinds::new(text);
    for candidate in lines(text) {
        if body.is_some() && !is_arabic(candidate) {
            continue;
        }
        match kinds.of_line(candidate) {
            LineKind::Blank => {}
            LineKind::Boilerplate => furniture = furniture.or(Some(candidate)),
            LineKind::Body if is_arabic(candidate) => {
                line = Some(candidate);
                break;
            }
            LineKind::Body => body = body.or(Some(candidate)),
        }
    }
    let title = line
        .or(body)
        .or(furniture)
        .map(|line| trimmed(text, line))
        .and_then(|line| line.of(text));
    shortened(title.unwrap_or_default())
}

/// At most [`LONGEST_TITLE`] code points, cut after a word, with an ellipsis.
fn shortened(title: &str) -> String {
    let Some((limit, _)) = title.char_indices().nth(LONGEST_TITLE) else {
        return title.to_owned();
    };
    let fits = |word: &Span| word.end < limit;
    let end = words(title)
        .take_while(fits)
        .last()
        .map_or(0, |word| word.end);
    // A single word longer than the limit is cut where it must be.
    let end = if end == 0 {
        title
            .char_indices()
            .nth(LONGEST_TITLE - 1)
            .map_or(limit, |(at, _)| at)
    } else {
        end
    };
    format!("{}…", title.get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_arabic_line_of_text_is_the_title_wherever_it_stands() {
        let english = "Some words of text that are no title here\n";
        let text = format!("{}شارك\nخبر عن سوريا\nخبر آخر", english.repeat(200));
        assert_eq!(document_title(&text), "خبر عن سوريا");
        assert_eq!(document_title(&english.repeat(3)), english.trim());
    }

    #[test]
    fn titles_of_odd_documents() {
        assert_eq!(document_title(""), "");
        assert_eq!(document_title("\n \u{A0}\n"), "");
        assert_eq!(document_title("52\n---"), "52");
        assert_eq!(document_title("شارك\nHello there\n"), "Hello there");
        assert_eq!(document_title("Hello\n\u{2067}  خبر \u{2069}\n"), "خبر");
        let long = "كلمة ".repeat(500);
        let title = document_title(&long);
        assert!(title.ends_with("كلمة…") && title.chars().count() <= LONGEST_TITLE);
        assert_eq!(
            document_title(&"ك".repeat(500)).chars().count(),
            LONGEST_TITLE
        );
    }
}
