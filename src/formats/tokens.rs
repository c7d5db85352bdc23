//! Cuts a text into the tokens of the JSON Lines export.
//!
//! Not the words a double-click selects (those are in `language`): these are
//! the pieces a machine-learning tool counts in. They follow the habits of
//! spaCy, so that `Doc(words, spaces)` gives back the very text, and they are
//! cut further at every edge of a mark, so that no mark falls between tokens.
//!
//! Invariant: the tokens, each followed by one U+0020 where it says so, put
//! together are the text, character for character.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Span;

/// One token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands: bytes, end exclusive.
    pub span: Span,
    /// Whether one U+0020 follows that belongs to no token.
    pub space_after: bool,
}

/// The tokens of a text and how many had to be cut for the marks.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// In the order of the text; they do not overlap.
    pub tokens: Vec<Token>,
    /// How many edges of marks fell inside a token and cut it: at these places
    /// another tokenizer will have no boundary.
    pub edges_inside: usize,
}

/// What a grapheme cluster is to the tokenizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// U+0020.
    Space,
    /// Other white space, except no-break space.
    Break,
    /// U+00A0, U+202F: a separator that stands alone.
    NoBreak,
    /// Direction controls, zero-width space, byte order mark: never part of a
    /// word.
    Control,
    ArabicLetter,
    /// U+0640: joins a clitic to its word, and ends before a digit.
    Tatweel,
    OtherLetter,
    Digit,
    Symbol,
}

impl Kind {
    fn of(grapheme: &str) -> Self {
        let mut chars = grapheme.chars();
        let Some(first) = chars.next() else {
            return Self::Symbol;
        };
        let alone = chars.next().is_none();
        match first {
            ' ' if alone => Self::Space,
            '\u{a0}' | '\u{202f}' if alone => Self::NoBreak,
            c if c.is_whitespace() && (alone || grapheme == "\r\n") => Self::Break,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' => Self::Control,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Self::Control,
            '\u{640}' => Self::Tatweel,
            c if c.is_alphabetic() && is_arabic(c) => Self::ArabicLetter,
            c if c.is_alphabetic() => Self::OtherLetter,
            c if c.is_numeric() => Self::Digit,
            _ => Self::Symbol,
        }
    }

    fn is_blank(self) -> bool {
        matches!(self, Self::Space | Self::Break | Self::NoBreak)
    }
}

/// Arabic, Syriac-adjacent supplements and presentation forms.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Cuts a text into tokens with a boundary at every edge of the marks (bytes,
/// end exclusive, any order).
pub fn tokenize(text: &str, marks: &[Span]) -> Tokens {
    let natural = natural_pieces(text);
    let mut cuts: Vec<usize> = marks
        .iter()
        .flat_map(|mark| [mark.start, mark.end])
        .filter(|&at| text.is_char_boundary(at))
        .collect();
    cuts.sort_unstable();
    let inside = |piece: &Piece, at: usize| piece.span.start < at && at < piece.span.end;
    let mut edges_inside = 0;
    let mut pieces = Vec::with_capacity(natural.len() + cuts.len());
    let mut next_cut = 0;
    for piece in natural {
        let mut start = piece.span.start;
        while let Some(&at) = cuts.get(next_cut) {
            if at >= piece.span.end {
                break;
            }
            next_cut += 1;
            if inside(&piece, at) {
                edges_inside += usize::from(!piece.kind.is_blank());
                if at > start {
                    pieces.push(Piece {
                        span: Span::new(start, at),
                        kind: piece.kind,
                    });
                    start = at;
                }
            }
        }
        pieces.push(Piece {
            span: Span::new(start, piece.span.end),
            kind: piece.kind,
        });
    }
    Tokens {
        tokens: give_spaces(&pieces, &own_spaces(marks)),
        edges_inside,
    }
}

/// A piece of text of one kind, before spaces are given to tokens.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    kind: Kind,
}

/// Positions (bytes) where a mark begins or ends in the middle of white space,
/// so that a space there must be a token of its own: starts and ends, sorted.
struct OwnSpaces {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

fn own_spaces(marks: &[Span]) -> OwnSpaces {
    let mut starts: Vec<usize> = marks.iter().map(|mark| mark.start).collect();
    // An empty mark has no token; its edges bind nothing.
    let mut ends: Vec<usize> = marks
        .iter()
        .filter(|mark| mark.end > mark.start)
        .map(|mark| mark.end)
        .collect();
    starts.sort_unstable();
    ends.sort_unstable();
    OwnSpaces { starts, ends }
}

/// Turns single spaces after a token into `space_after`, where no mark begins
/// with the space or ends with it.
fn give_spaces(pieces: &[Piece], own: &OwnSpaces) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if piece.kind == Kind::Space {
            let bound = own.starts.binary_search(&piece.span.start).is_ok()
                || own.ends.binary_search(&piece.span.end).is_ok();
            if let Some(last) = tokens.last_mut()
                && !bound
                && !last.space_after
                && last.span.end == piece.span.start
            {
                last.space_after = true;
                continue;
            }
        }
        tokens.push(Token {
            span: piece.span,
            space_after: false,
        });
    }
    tokens
}

/// The pieces of a text before any mark is considered; they tile the text.
/// Each U+0020 is a piece of its own.
fn natural_pieces(text: &str) -> Vec<Piece> {
    let mut graphemes: Vec<(Span, Kind)> = Vec::new();
    for (start, grapheme) in text.grapheme_indices(true) {
        graphemes.push((Span::new(start, start + grapheme.len()), Kind::of(grapheme)));
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(&(span, kind)) = graphemes.get(at) {
        let length = match kind {
            Kind::Space | Kind::Control => 1,
            Kind::Break | Kind::NoBreak => run(&graphemes, at, |k| k == kind),
            Kind::Digit => number(text, &graphemes, at),
            Kind::ArabicLetter | Kind::Tatweel => run(&graphemes, at, |k| {
                matches!(k, Kind::ArabicLetter | Kind::Tatweel)
            }),
            Kind::OtherLetter => latin(text, &graphemes, at),
            Kind::Symbol => run_of_same(text, &graphemes, at),
        };
        let end = graphemes
            .get(at + length - 1)
            .map_or(span.end, |(last, _)| last.end);
        pieces.push(Piece {
            span: Span::new(span.start, end),
            kind,
        });
        at += length;
    }
    pieces
}

/// How many graphemes from `at` on satisfy the test; the first one does.
fn run(graphemes: &[(Span, Kind)], at: usize, test: impl Fn(Kind) -> bool) -> usize {
    graphemes
        .iter()
        .skip(at)
        .take_while(|(_, kind)| test(*kind))
        .count()
        .max(1)
}

/// `...` and `-----` are one token, `).` are two.
fn run_of_same(text: &str, graphemes: &[(Span, Kind)], at: usize) -> usize {
    let symbol = |index: usize| graphemes.get(index).and_then(|(span, _)| span.of(text));
    let first = symbol(at);
    let mut length = 1;
    while first.is_some() && symbol(at + length) == first {
        length += 1;
    }
    length
}

/// Digits with separators inside: `123,037`, `1.5`, `12:30`, `١٬٥٥٤`.
fn number(text: &str, graphemes: &[(Span, Kind)], at: usize) -> usize {
    let mut length = 1;
    loop {
        let kind = |ahead: usize| graphemes.get(at + length + ahead).map(|(_, kind)| *kind);
        let separator = graphemes
            .get(at + length)
            .and_then(|(span, _)| span.of(text))
            .is_some_and(|s| matches!(s, "," | "." | ":" | "\u{66b}" | "\u{66c}"));
        if kind(0) == Some(Kind::Digit) {
            length += 1;
        } else if separator && kind(1) == Some(Kind::Digit) {
            length += 2;
        } else {
            return length;
        }
    }
}

/// A word of another script with digits (`F16`) and apostrophes inside, or a
/// whole e-mail or web address.
fn latin(text: &str, graphemes: &[(Span, Kind)], at: usize) -> usize {
    let chunk = graphemes
        .iter()
        .skip(at)
        .take_while(|(span, kind)| {
            matches!(kind, Kind::OtherLetter | Kind::Digit)
                || (*kind == Kind::Symbol && span.of(text).is_some_and(str::is_ascii))
        })
        .count();
    let bounds = (graphemes.get(at), graphemes.get(at + chunk.max(1) - 1));
    if let (Some((first, _)), Some((last, _))) = bounds
        && let Some(address) = Span::new(first.start, last.end).of(text).and_then(address)
    {
        let end = first.start + address.len();
        return graphemes
            .iter()
            .skip(at)
            .take_while(|(span, _)| span.end <= end)
            .count()
            .max(1);
    }
    let mut length = 1;
    loop {
        let kind = |ahead: usize| graphemes.get(at + length + ahead).map(|(_, kind)| *kind);
        let apostrophe = graphemes
            .get(at + length)
            .and_then(|(span, _)| span.of(text))
            .is_some_and(|s| matches!(s, "'" | "\u{2019}"));
        match (kind(0), kind(1)) {
            (Some(Kind::OtherLetter | Kind::Digit), _) => length += 1,
            (Some(_), Some(Kind::OtherLetter)) if apostrophe => length += 2,
            _ => return length,
        }
    }
}

/// The web or e-mail address this chunk without blanks begins with, without
/// the punctuation that ends the sentence around it.
fn address(chunk: &str) -> Option<&str> {
    let trimmed =
        chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '>']);
    let (scheme, rest) = trimmed.split_once("://").unwrap_or(("", ""));
    let is_web = (!rest.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric()))
        || trimmed
            .strip_prefix("www.")
            .is_some_and(|rest| rest.contains('.'));
    if is_web {
        return Some(trimmed);
    }
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
    let (name, host) = trimmed.split_once('@')?;
    let is_mail = !name.is_empty()
        && name.bytes().all(allowed)
        && host.bytes().all(allowed)
        && host.split('.').count() > 1
        && host.split('.').all(|part| !part.is_empty());
    is_mail.then_some(trimmed)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words<'a>(text: &'a str, marks: &[Span]) -> Vec<&'a str> {
        tokenize(text, marks)
            .tokens
            .iter()
            .map(|t| t.span.of(text).unwrap())
            .collect()
    }

    fn mark(text: &str, part: &str) -> Span {
        let start = text.find(part).unwrap();
        Span::new(start, start + part.len())
    }

    #[test]
    fn arabic_punctuation_is_split_and_tatweel_stays_with_the_clitic() {
        assert_eq!(
            words("قالت لـ\"قسد\"، الـ35 بـ1600؟", &[]),
            [
                "قالت", "لـ", "\"", "قسد", "\"", "،", "الـ", "35", "بـ", "1600", "؟"
            ]
        );
    }

    #[test]
    fn no_break_space_is_never_inside_a_word() {
        assert_eq!(words("خلف\u{a0}في", &[]), ["خلف", "\u{a0}", "في"]);
    }

    #[test]
    fn numbers_addresses_and_repeated_symbols_stay_whole() {
        assert_eq!(
            words(
                "123,037 إلى vdcnsy@gmail.com. ---- https://a.org/b?c=1, F16 don't (SDF)…",
                &[]
            ),
            [
                "123,037",
                "إلى",
                "vdcnsy@gmail.com",
                ".",
                "----",
                "https://a.org/b?c=1",
                ",",
                "F16",
                "don't",
                "(",
                "SDF",
                ")",
                "…"
            ]
        );
    }

    #[test]
    fn a_mark_inside_a_word_cuts_it_and_is_counted() {
        let text = "ضربة بداعش أمس";
        let found = tokenize(text, &[mark(text, "داعش")]);
        assert_eq!(found.edges_inside, 1);
        assert_eq!(
            words(text, &[mark(text, "داعش")]),
            ["ضربة", "ب", "داعش", "أمس"]
        );
    }

    #[test]
    fn a_space_is_a_token_only_where_a_mark_needs_it() {
        let text = "من قسد إلى";
        assert_eq!(
            words(text, &[mark(text, "قسد ")]),
            ["من", "قسد", " ", "إلى"]
        );
        assert_eq!(
            words(text, &[mark(text, " قسد")]),
            ["من", " ", "قسد", "إلى"]
        );
        assert_eq!(words(text, &[mark(text, "من قسد")]), ["من", "قسد", "إلى"]);
        assert_eq!(words("a  b\n c", &[]), ["a", " ", "b", "\n", "c"]);
        assert_eq!(words(" a", &[]), [" ", "a"]);
    }

    #[test]
    fn controls_are_not_part_of_a_word_and_emoji_are_not_cut() {
        assert_eq!(
            words("\u{200f}قسد\u{202c}", &[]),
            ["\u{200f}", "قسد", "\u{202c}"]
        );
        assert_eq!(
            words("👩\u{200d}👩\u{200d}👧 نعم", &[]),
            ["👩\u{200d}👩\u{200d}👧", "نعم"]
        );
    }

    proptest! {
        #[test]
        fn tokens_rebuild_the_text_and_hold_every_mark(
            text in "([ \\r\\n\u{a0}\u{640}\u{64b}\u{651}\u{200f}a-c1.@'،؟\"]|[ا-ي]|😀|👩\u{200d}👧|\\PC){0,40}",
            picks in prop::collection::vec((0usize..200, 0usize..200), 0..6),
        ) {
            let boundaries: Vec<usize> =
                (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
            let marks: Vec<Span> = picks
                .iter()
                .map(|(a, b)| Span::new(boundaries[a % boundaries.len()], boundaries[b % boundaries.len()]))
                .collect();
            let tokens = tokenize(&text, &marks).tokens;
            let mut rebuilt = String::new();
            for token in &tokens {
                prop_assert_eq!(rebuilt.len(), token.span.start);
                prop_assert!(!token.span.is_empty());
                rebuilt.push_str(token.span.of(&text).unwrap());
                if token.space_after {
                    rebuilt.push(' ');
                }
            }
            prop_assert_eq!(&rebuilt, &text);
            for mark in marks.iter().filter(|mark| !mark.is_empty()) {
                prop_assert!(tokens.iter().any(|t| t.span.start == mark.start));
                prop_assert!(tokens.iter().any(|t| t.span.end == mark.end));
            }
        }
    }
}
