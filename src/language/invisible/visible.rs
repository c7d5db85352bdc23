//! Names and labels with what is not seen made visible: `evil⟨RLO⟩txt.exe`.
//!
//! Here: strings that stand alone (a title, a label, a file name). Not here:
//! documents, which are never changed, not even for show.
//!
//! **Invariant:** in what comes out nothing can order the text around it: no
//! override, no embedding, and every isolate is closed.

use std::borrow::Cow;

use super::characters::{Hidden, abbreviation};
use super::properties::hidden_by_itself;
use crate::language::letters::is_arabic_letter;

/// A text of the interface in which nothing can turn the order of letters:
/// overrides, embeddings and isolates without their other half become signs
/// such as `⟨RLO⟩`. Isolates in pairs, which the interface itself uses, stay.
pub fn tamed(text: &str) -> Cow<'_, str> {
    // All of these begin with this byte in UTF-8.
    if !text.as_bytes().contains(&0xE2) || !text.contains(is_embedding_or_isolate) {
        return Cow::Borrowed(text);
    }
    // Isolates with their other half, by byte.
    let mut open = Vec::new();
    let mut paired = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(at),
            '\u{2069}' => {
                if let Some(start) = open.pop() {
                    paired.push(start);
                    paired.push(at);
                }
            }
            // An isolate ends with its paragraph.
            '\n' | '\u{2029}' | '\u{85}' | '\r' => open.clear(),
            _ => {}
        }
    }
    paired.sort_unstable();
    replace(text, |at, c| {
        is_embedding_or_isolate(c) && paired.binary_search(&at).is_err()
    })
}

/// Whether everything in a text that turns the order of letters ends within
/// its paragraph, and nothing forces an order: it can be shown as it is.
pub fn is_settled(text: &str) -> bool {
    !text.contains(is_embedding_or_isolate)
        || text
            .split(super::ends_paragraph)
            .all(super::order::is_settled)
}

/// A file name, in which nothing belongs that is not seen: every such
/// character becomes a sign, except the joiners between Arabic letters and in
/// emoji, and variation selectors after what is no letter.
pub fn visible_name(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(name);
    }
    let honest = |at: usize, c: char| {
        let before = name.get(..at).and_then(|head| head.chars().next_back());
        let after = name
            .get(at + c.len_utf8()..)
            .and_then(|tail| tail.chars().next());
        let arabic = |c: Option<char>| c.is_some_and(is_arabic_letter);
        let plain = |c: Option<char>| c.is_none_or(|c| c.is_alphabetic() || c.is_whitespace());
        match c {
            '\u{200C}' | '\u{200D}' if arabic(before) => true,
            '\u{200D}' => !plain(before) && !plain(after),
            '\u{FE00}'..='\u{FE0F}' => !plain(before),
            _ => false,
        }
    };
    replace(name, |at, c| {
        matches!(
            hidden_by_itself(c),
            Some(
                Hidden::Direction
                    | Hidden::ZeroWidth
                    | Hidden::Selector
                    | Hidden::Tag
                    | Hidden::Filler
                    | Hidden::Tab
                    | Hidden::LineEnd
                    | Hidden::Control
                    | Hidden::PrivateUse
                    | Hidden::Unassigned
            )
        ) && !honest(at, c)
    })
}

fn is_embedding_or_isolate(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Every character that is `hidden` (its byte, itself) as a sign.
fn replace(text: &str, hidden: impl Fn(usize, char) -> bool) -> Cow<'_, str> {
    if !text.char_indices().any(|(at, c)| hidden(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        if hidden(at, c) {
            out.push('\u{27E8}');
            out.push_str(&abbreviation(c));
            out.push('\u{27E9}');
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_shows_what_it_hides() {
        assert_eq!(visible_name("evil\u{202E}txt.exe"), "evil⟨RLO⟩txt.exe");
        assert_eq!(visible_name("تقرير\u{202E}fdp.exe"), "تقرير⟨RLO⟩fdp.exe");
        assert_eq!(
            visible_name("a\u{200B}b\u{2067}c\u{2069}\n"),
            "a⟨ZWSP⟩b⟨RLI⟩c⟨PDI⟩⟨LF⟩"
        );
        assert_eq!(visible_name("a\u{200F}.txt"), "a⟨RLM⟩.txt");
    }

    #[test]
    fn pairs_are_settled_and_overrides_never() {
        for text in ["", "a\u{200F}b", "\u{202B}قال\u{202C} \u{2067}ا\u{2069}\nب"] {
            assert!(is_settled(text), "{text}");
        }
        for text in [
            "\u{202E}a\u{202C}",
            "\u{2067}a",
            "a\u{202C}",
            "\u{202B}a\nb\u{202C}",
        ] {
            assert!(!is_settled(text), "{text}");
        }
    }

    #[test]
    fn honest_names_stay_as_they_are() {
        for name in [
            "report 2019.txt",
            "خبرگزاری می\u{200C}شود.txt",
            "قوات سوريا الديمقراطية.txt",
            "👩\u{200D}💻 ❤\u{FE0F}.txt",
            "١٤٤٠ه\u{200D}.txt",
        ] {
            assert!(matches!(visible_name(name), Cow::Borrowed(_)), "{name}");
            assert!(matches!(tamed(name), Cow::Borrowed(_)), "{name}");
        }
    }

    #[test]
    fn labels_keep_isolates_in_pairs_and_nothing_else() {
        let own = "حُفظ \u{2068}a.json\u{2069}";
        assert!(matches!(tamed(own), Cow::Borrowed(_)));
        assert_eq!(
            tamed("\u{2068}evil\u{202E}txt\u{2069}.exe"),
            "\u{2068}evil⟨RLO⟩txt\u{2069}.exe"
        );
        assert_eq!(tamed("a\u{2067}b"), "a⟨RLI⟩b");
        assert_eq!(tamed("a\u{2069}b\u{202C}"), "a⟨PDI⟩b⟨PDF⟩");
        assert_eq!(tamed("\u{2067}a\nb\u{2069}"), "⟨RLI⟩a\nb⟨PDI⟩");
        assert!(matches!(tamed("a\u{200F}«ب»"), Cow::Borrowed(_)));
    }
}
