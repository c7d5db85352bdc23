//! The words and signs of a text, folded, with the way back to the text.
//!
//! Here: where tokens begin and end and which stand beside one another. Not
//! here: what they mean.
//!
//! **Invariant:** tokens are in text order, do not overlap, and every run of
//! tokens has a span of the text that cuts no mark from its letter.

use crate::language::clitics::readings;
use crate::language::letters::{is_arabic_letter, is_digit};
use crate::language::lines::ends_line;
use crate::language::{Folded, Level, fold, quotations};
use crate::model::Span;
use std::collections::HashMap;

/// What a token is made of.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Letters of the Arabic script.
    Arabic,
    /// Other letters; digits may follow them.
    Latin,
    Digits,
    Quote,
    Open,
    Close,
    Dash,
    Comma,
    /// Full stop, question mark, exclamation mark, ellipsis.
    Stop,
    /// Colon.
    Colon,
    /// The end of a line.
    Break,
    Other,
}

/// A word, number or sign.
#[derive(Copy, Clone, Debug)]
pub(super) struct Token {
    /// First byte in the folded text.
    pub(super) start: u32,
    /// End in the folded text, exclusive.
    pub(super) end: u32,
    pub(super) shape: Shape,
    /// For a quotation mark that has one: the token of its partner.
    pub(super) partner: Option<u32>,
}

/// The tokens of a text.
pub(super) struct Tokens {
    folded: Folded,
    /// The folded text with ة where a text without it has ه.
    keys: String,
    list: Vec<Token>,
    /// For each token the next word a phrase may go on with.
    follows: Vec<u32>,
}

/// No token.
const NONE: u32 = u32::MAX;

impl Tokens {
    pub(super) fn new(text: &str) -> Self {
        let folded = fold(text, Level::Letters);
        let list = scan(folded.text());
        let mut tokens = Self {
            follows: followers(&list),
            keys: with_ta_marbuta(folded.text(), &list),
            folded,
            list,
        };
        tokens.pair_quotes(text);
        tokens
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The shape of a token; [`Shape::Break`] beyond both ends.
    pub(super) fn shape(&self, index: usize) -> Shape {
        self.list.get(index).map_or(Shape::Break, |t| t.shape)
    }

    pub(super) fn is_arabic(&self, index: usize) -> bool {
        self.shape(index) == Shape::Arabic
    }

    /// The folded characters of a token; empty beyond the end.
    pub(super) fn key(&self, index: usize) -> &str {
        self.list
            .get(index)
            .and_then(|t| self.keys.get(t.start as usize..t.end as usize))
            .unwrap_or_default()
    }

    /// The span of the text from byte `cut` of the folded token `first` to the
    /// end of the token `last` (inclusive).
    pub(super) fn span(&self, first: usize, cut: usize, last: usize) -> Span {
        let start = self.list.get(first).map_or(0, |t| t.start as usize) + cut;
        let end = self.list.get(last).map_or(start, |t| t.end as usize);
        self.folded.span_of(start..end)
    }

    /// The next word of a phrase: the token after `index` that is a word or
    /// number, when nothing but space, a quotation mark or a hyphen between
    /// letters stands in between.
    pub(super) fn following(&self, index: usize) -> Option<usize> {
        match self.follows.get(index) {
            Some(&next) if next != NONE => Some(next as usize),
            _ => None,
        }
    }

    /// The word right after `index`, with nothing but space in between.
    pub(super) fn adjacent(&self, index: usize) -> Option<usize> {
        let next = index + 1;
        matches!(
            self.shape(next),
            Shape::Arabic | Shape::Latin | Shape::Digits
        )
        .then_some(next)
    }

    /// The tokens of a span of the text: first, bytes cut from it, last.
    /// `None` when no token begins there or ends there.
    pub(super) fn locate(&self, span: Span) -> Option<(usize, usize, usize)> {
        let start_of = |index: usize| self.span(index, 0, index).start;
        let ends = |count: usize, wanted: usize| {
            // The number of tokens that begin before `wanted`.
            let (mut low, mut high) = (0, count);
            while low < high {
                let middle = low.midpoint(high);
                if start_of(middle) < wanted {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        let last = ends(self.len(), span.end).checked_sub(1)?;
        let first = ends(self.len(), span.start + 1).checked_sub(1)?;
        if first > last {
            return None;
        }
        let cut = readings(self.key(first))
            .map(|reading| reading.cut)
            .find(|cut| self.span(first, *cut, first).start == span.start)?;
        Some((first, cut, last))
    }

    /// Whether nothing, not even a space, stands between two tokens and those
    /// in between.
    pub(super) fn is_glued(&self, first: usize, last: usize) -> bool {
        (first..last).all(|at| {
            let end = self.list.get(at).map(|t| t.end);
            end.is_some() && end == self.list.get(at + 1).map(|t| t.start)
        })
    }

    /// The partner of the quotation mark `index`.
    pub(super) fn partner(&self, index: usize) -> Option<usize> {
        self.list.get(index)?.partner.map(|at| at as usize)
    }

    fn pair_quotes(&mut self, text: &str) {
        let mut at_byte: HashMap<usize, usize> = HashMap::new();
        for (index, token) in self.list.iter().enumerate() {
            if token.shape == Shape::Quote {
                let span = self
                    .folded
                    .span_of(token.start as usize..token.end as usize);
                at_byte.insert(span.start, index);
            }
        }
        if at_byte.is_empty() {
            return;
        }
        for pair in quotations(text).pairs {
            let opener = at_byte.get(&pair.span.start).copied();
            let closer = at_byte.get(&pair.inner.end).copied();
            if let (Some(opener), Some(closer)) = (opener, closer) {
                self.set_partner(opener, closer);
                self.set_partner(closer, opener);
            }
        }
    }

    fn set_partner(&mut self, of: usize, partner: usize) {
        if let Some(token) = self.list.get_mut(of) {
            token.partner = Some(partner as u32);
        }
    }
}

fn shape(c: char) -> Option<Shape> {
    Some(match c {
        ' ' => return None,
        '"' => Shape::Quote,
        '(' | '[' | '{' | '\u{FD3E}' => Shape::Open,
        ')' | ']' | '}' | '\u{FD3F}' => Shape::Close,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '/' => Shape::Dash,
        ',' | '،' | '؛' | ';' => Shape::Comma,
        '.' | '!' | '?' | '؟' | '…' => Shape::Stop,
        ':' => Shape::Colon,
        _ if is_arabic_letter(c) => Shape::Arabic,
        _ if is_digit(c) || c.is_numeric() => Shape::Digits,
        _ if c.is_alphabetic() => Shape::Latin,
        _ if ends_line(c) => Shape::Break,
        _ if c.is_whitespace() => return None,
        _ => Shape::Other,
    })
}

fn scan(folded: &str) -> Vec<Token> {
    let mut list: Vec<Token> = Vec::with_capacity(folded.len() / 8);
    let mut open = false;
    for (at, c) in folded.char_indices() {
        let Some(shape) = shape(c) else {
            open = false;
            continue;
        };
        let end = (at + c.len_utf8()) as u32;
        let runs = matches!(shape, Shape::Arabic | Shape::Latin | Shape::Digits);
        if open
            && runs
            && let Some(last) = list.last_mut()
            && (last.shape == shape || (last.shape == Shape::Latin && shape == Shape::Digits))
        {
            last.end = end;
            continue;
        }
        list.push(Token {
            start: at as u32,
            end,
            shape,
            partner: None,
        });
        open = runs;
    }
    list
}

/// The folded text; where nearly no word ends in ة, the writer writes ه for it,
/// and final ه of longer words is read as ة. (Both take two bytes.)
fn with_ta_marbuta(folded: &str, list: &[Token]) -> String {
    let words = || {
        list.iter()
            .filter(|t| t.shape == Shape::Arabic)
            .filter_map(|t| Some((t, folded.get(t.start as usize..t.end as usize)?)))
            .filter(|(_, word)| word.chars().count() >= 4)
    };
    let ends_in = |letter: char| words().filter(|(_, word)| word.ends_with(letter)).count();
    let (feminine, plain) = (ends_in('ة'), ends_in('ه'));
    if plain < 5 || feminine * 4 > plain {
        return folded.to_owned();
    }
    let mut keys = String::with_capacity(folded.len());
    let mut done = 0;
    for (token, word) in words() {
        if word.ends_with('ه') && !word.ends_with("ته") {
            let end = token.end as usize;
            keys.push_str(folded.get(done..end - 'ه'.len_utf8()).unwrap_or_default());
            keys.push('ة');
            done = end;
        }
    }
    keys.push_str(folded.get(done..).unwrap_or_default());
    keys
}

fn followers(list: &[Token]) -> Vec<u32> {
    let mut follows = vec![NONE; list.len()];
    // The word that what is before it may go on with.
    let mut next = NONE;
    let mut marks = 0;
    for (index, token) in list.iter().enumerate().rev() {
        if let Some(slot) = follows.get_mut(index) {
            *slot = next;
        }
        match token.shape {
            Shape::Arabic | Shape::Latin | Shape::Digits => {
                next = index as u32;
                marks = 0;
            }
            Shape::Quote | Shape::Dash if marks == 0 => marks = 1,
            _ => {
                next = NONE;
                marks = 0;
            }
        }
    }
    follows
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "tests read known texts"
)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text);
        (0..tokens.len())
            .map(|i| tokens.key(i).to_owned())
            .collect()
    }

    #[test]
    fn words_numbers_and_signs_stand_apart() {
        assert_eq!(keys("وصل 12 شخصاً."), ["وصل", "12", "شخصا", "."]);
        assert_eq!(keys("بـ1600"), ["ب", "1600"]);
        assert_eq!(keys("(SDF)"), ["(", "sdf", ")"]);
        assert_eq!(keys("أ\nب"), ["ا", "\n", "ب"]);
    }

    #[test]
    fn a_span_keeps_the_marks_of_its_last_letter_and_leaves_the_clitic() {
        let text = "وبَغْدَادَ";
        let tokens = Tokens::new(text);
        assert_eq!(tokens.span(0, 2, 0).of(text).unwrap(), "بَغْدَادَ");
    }

    #[test]
    fn phrases_go_through_quotation_marks_and_not_through_commas() {
        let tokens = Tokens::new("تنظيم \"داعش\" في، بغداد");
        assert_eq!(tokens.following(0), Some(2));
        assert_eq!(tokens.partner(1), Some(3));
        assert_eq!(tokens.key(tokens.following(2).unwrap()), "في");
        assert_eq!(tokens.following(4), None);
    }
}
