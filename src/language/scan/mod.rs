//! A text cut into tokens that number and date rules can look at.
//!
//! Here: tokens over the folded text, and what each Arabic word means to those
//! rules once its clitics are read off. Not here: the rules (numbers, dates)
//! and the words (vocabulary).
//!
//! Of the readings of a word (و ف, then ب ل ك, then the article) the first
//! that is in the vocabulary counts, the whole word before any stripped one:
//! واحد is one and not و + احد, وعشرين is و + عشرين.
//!
//! **Invariant:** tokens follow each other, do not overlap, and begin and end
//! on character boundaries of the folded text.

pub(super) mod vocabulary;

use super::fold::{Level, fold};
use super::folded::Folded;
use crate::model::Span;
use vocabulary::{Meaning, Use, look_up};

/// What kind of characters a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters of the Arabic script.
    Word,
    /// Letters of other scripts.
    Latin,
    /// Digits, and nothing but digits.
    Digits,
    /// One character of punctuation.
    Mark,
    /// A line end.
    Line,
    /// An address of a page or a mailbox.
    Address,
}

/// A token of the folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// First byte in the folded text.
    pub(super) start: usize,
    /// The byte after the last one.
    pub(super) end: usize,
    /// Where the word begins after its clitics; its article belongs to it.
    pub(super) head: usize,
    /// Whether a space stands before the token.
    pub(super) gap: bool,
    /// Whether the word was read with the article.
    pub(super) article: bool,
    /// Whether the clitics that were read off are و or ف alone.
    pub(super) and: bool,
    /// What the word means here.
    pub(super) meaning: Meaning,
}

/// A folded text and its tokens.
pub(super) struct Scan<'a> {
    source: &'a str,
    folded: Folded,
    /// The folded text with ه for ة, byte for byte as long.
    text: String,
    tokens: Vec<Token>,
}

impl<'a> Scan<'a> {
    /// Cuts `text` into tokens.
    pub(super) fn new(text: &'a str) -> Self {
        let folded = fold(text, Level::Letters);
        let plain = folded.text().replace('ة', "ه");
        let mut tokens = Vec::with_capacity(plain.len() / 8);
        let mut at = 0;
        let mut gap = false;
        while let Some(c) = plain.get(at..).and_then(|rest| rest.chars().next()) {
            let after = at + c.len_utf8();
            let (kind, end) = match c {
                ' ' => {
                    gap = true;
                    at = after;
                    continue;
                }
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => (Kind::Line, after),
                '0'..='9' => (Kind::Digits, run(&plain, after, |c| c.is_ascii_digit())),
                _ if is_arabic(c) => (Kind::Word, run(&plain, after, is_arabic)),
                _ if c.is_alphabetic() => match address(&plain, at) {
                    Some(end) => (Kind::Address, end),
                    None => (
                        Kind::Latin,
                        run(&plain, after, |c| c.is_alphabetic() && !is_arabic(c)),
                    ),
                },
                _ => (Kind::Mark, after),
            };
            let mut token = Token {
                kind,
                start: at,
                end,
                head: at,
                gap,
                article: false,
                and: false,
                meaning: Meaning::None,
            };
            if kind == Kind::Word {
                read(&plain, &mut token);
            }
            tokens.push(token);
            gap = false;
            at = end;
        }
        Self {
            source: text,
            folded,
            text: plain,
            tokens,
        }
    }

    /// The token at an index.
    pub(super) fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The token before an index.
    pub(super) fn before(&self, index: usize) -> Option<&Token> {
        index
            .checked_sub(1)
            .and_then(|index| self.tokens.get(index))
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded letters of a token, clitics and all; empty past the end.
    pub(super) fn word(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .map_or("", |token| self.slice(token.start, token.end))
    }

    /// The folded letters of a token without its clitics.
    pub(super) fn bare(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .map_or("", |token| self.slice(token.head, token.end))
    }

    /// The first letter of a token without its clitics, as it was written:
    /// folding makes one of ا أ إ آ.
    pub(super) fn first_letter(&self, index: usize) -> Option<char> {
        let token = self.tokens.get(index)?;
        let span = self.span(token.head, token.end);
        self.source.get(span.start..)?.chars().next()
    }

    /// Whether a token was written with a shadda: ألّف is no thousand.
    pub(super) fn has_shadda(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| {
            let written = self.span(token.head, token.end).of(self.source);
            written.unwrap_or_default().contains('\u{0651}')
        })
    }

    /// Whether a token was written with a hamza on ya: ميتا is not مئتا.
    pub(super) fn has_hamza(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| {
            let written = self.span(token.head, token.end).of(self.source);
            written
                .unwrap_or_default()
                .contains(['\u{0626}', '\u{0654}', '\u{FE8B}', '\u{FE8C}'])
        })
    }

    /// Whether the first letter of a token without its clitics was written with
    /// a damma: خُمس is a fifth.
    pub(super) fn has_damma(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| {
            let written = self.span(token.head, token.end).of(self.source);
            written.unwrap_or_default().chars().nth(1) == Some('\u{064F}')
        })
    }

    /// What a token means; nothing past the end.
    pub(super) fn meaning(&self, index: usize) -> Meaning {
        self.tokens
            .get(index)
            .map_or(Meaning::None, |token| token.meaning)
    }

    /// Whether a token is this punctuation mark.
    pub(super) fn is_mark(&self, index: usize, mark: char) -> bool {
        self.tokens.get(index).is_some_and(|token| {
            token.kind == Kind::Mark && self.slice(token.start, token.end).starts_with(mark)
        })
    }

    /// Whether a token is a run of digits.
    pub(super) fn is_digits(&self, index: usize) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| token.kind == Kind::Digits)
    }

    /// Whether a token follows the one before it without a space.
    pub(super) fn is_glued(&self, index: usize) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| !token.gap && index > 0)
    }

    /// Part of the folded text (bytes); empty where there is none.
    pub(super) fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The span of the source that a part of the folded text stands for,
    /// without a tatweel at its end.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let span = self.folded.span_of(start..end);
        let written = span.of(self.source).unwrap_or_default();
        let kept = written.trim_end_matches(super::letters::TATWEEL);
        // هـ, the era, is written with one.
        let kept = if kept.ends_with('ه') { written } else { kept };
        Span::new(span.start, span.start + kept.len())
    }
}

/// Reads the clitics off a word and looks it up.
fn read(text: &str, token: &mut Token) {
    let word = text.get(token.start..token.end).unwrap_or_default();
    if word.len() > vocabulary::LONGEST + 8 {
        return;
    }
    if attempt(word, 0, true, token) {
        return;
    }
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return };
    if !matches!(first, 'و' | 'ف' | 'ب' | 'ل' | 'ك') {
        return;
    }
    token.and = matches!(first, 'و' | 'ف');
    if attempt(letters.as_str(), 2, false, token) || dropped_alef(word, 0, first, token) {
        return;
    }
    if look_up(letters.as_str()).is_some() {
        // وكمية is و + كمية, and كمية is not ك + مية.
        token.and = false;
        return;
    }
    let Some(second) = letters.next() else { return };
    if token.and && matches!(second, 'ب' | 'ل' | 'ك') {
        token.and = false;
        if attempt(letters.as_str(), 4, false, token) {
            return;
        }
        let rest = word.get(2..).unwrap_or_default();
        if dropped_alef(rest, 2, second, token) {
            return;
        }
    }
    token.and = false;
}

/// للأحد: the preposition ل swallows the alef of the article.
fn dropped_alef(word: &str, skipped: usize, first: char, token: &mut Token) -> bool {
    if first != 'ل' {
        return false;
    }
    let Some(rest) = word.get(2..).and_then(|rest| rest.strip_prefix('ل')) else {
        return false;
    };
    let whole = format!("ال{rest}");
    let found = look_up(&whole)
        .map(|entry| (entry, true))
        .or_else(|| look_up(rest).map(|entry| (entry, false)))
        .filter(|((_, how), _)| *how == Use::Any);
    let Some(((meaning, _), _)) = found else {
        return false;
    };
    token.meaning = meaning;
    token.head = token.start + skipped + 2;
    token.article = true;
    true
}

/// Looks `word` up, with and without its article.
fn attempt(word: &str, skipped: usize, whole: bool, token: &mut Token) -> bool {
    let allowed = |how: Use| whole || how == Use::Any;
    if let Some((meaning, how)) = look_up(word)
        && allowed(how)
    {
        token.meaning = meaning;
        token.head = token.start + skipped;
        token.article = word.starts_with("ال") && how == Use::Any && meaning.is_weekday();
        return true;
    }
    if let Some(rest) = word.strip_prefix("ال")
        && let Some((meaning, how)) = look_up(rest)
        && how == Use::Any
    {
        token.meaning = meaning;
        token.head = token.start + skipped;
        token.article = true;
        return true;
    }
    false
}

/// Whether a folded character is a letter of an Arabic word.
fn is_arabic(c: char) -> bool {
    match c {
        '\u{0620}'..='\u{064A}' => true,
        '\u{066E}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{0870}'..='\u{08FF}' => {
            super::letters::is_arabic_letter(c)
        }
        _ => false,
    }
}

/// The end of a run of characters from `at` on.
fn run(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

/// The end of the address that begins at `at`, if one does.
fn address(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest
        .bytes()
        .position(|byte| {
            !byte.is_ascii_graphic() || matches!(byte, b'"' | b'<' | b'>' | b'(' | b')')
        })
        .unwrap_or(rest.len());
    let chunk = rest.get(..length)?;
    let is_address = chunk.contains('@') || chunk.contains("://") || chunk.starts_with("www.");
    is_address.then(|| at + chunk.trim_end_matches(['.', ',', ':', ';', '!', '?']).len())
}
