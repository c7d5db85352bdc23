//! One line as speech is looked for in it: its words, folded, with what
//! stands between them, its names and its quotations.
//!
//! Not here: what the words mean (cues) and who speaks (speaker).
//!
//! **Invariant:** tokens are in order and apart; every index in here is one
//! of a token of this line.

use super::{Named, Voice};
use crate::language::letters::{TATWEEL, is_invisible, is_mark, simplify};
use crate::language::quotes::quotations_of_line;
use crate::language::sentences::sentences_of_line;
use crate::language::words::words;
use crate::model::Span;

/// Most words of a quotation that is a name or a word held at a distance.
pub(super) const SCARE_WORDS: usize = 4;

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Default, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub(super) struct Gap {
    pub(super) comma: bool,
    pub(super) colon: bool,
    /// A full stop, question mark, semicolon: nothing is governed across it.
    pub(super) stop: bool,
    /// A quotation mark, a bracket.
    pub(super) other: bool,
}

impl Gap {
    fn of(between: &str) -> Self {
        let mut gap = Self::default();
        for c in between.chars() {
            match c {
                '،' | ',' | '-' | '–' | '—' => gap.comma = true,
                ':' => gap.colon = true,
                '.' | '!' | '?' | '؟' | '؛' | ';' | '…' | '۔' => gap.stop = true,
                ' ' | '\u{A0}' | '\t' => {}
                _ => gap.other = true,
            }
        }
        gap
    }

    /// Whether the words on both sides stand in one phrase.
    pub(super) fn is_open(self) -> bool {
        !(self.comma || self.colon || self.stop || self.other)
    }
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    /// Where its folded form stands in the buffer of the line.
    folded: (usize, usize),
    pub(super) gap: Gap,
    /// Index of the sentence.
    pub(super) sentence: usize,
    /// Whether it stands in a quotation of more than a few words.
    pub(super) in_speech: bool,
}

/// A name in tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) span: Span,
    pub(super) voice: Voice,
    pub(super) last: usize,
    /// Whether it begins where its first token does: no clitic before it.
    pub(super) is_bare: bool,
}

/// A quotation that is not inside another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    pub(super) span: Span,
    pub(super) inner: Span,
    /// First token inside, and the token after the last one inside.
    pub(super) tokens: (usize, usize),
    pub(super) is_nested: bool,
}

impl Quote {
    pub(super) fn words(&self) -> usize {
        self.tokens.1.saturating_sub(self.tokens.0)
    }
}

pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Span>,
    pub(super) quotes: Vec<Quote>,
    /// Opening marks without a partner.
    pub(super) lone: Vec<Span>,
    buffer: String,
    names: Vec<Name>,
    /// For every token, one more than the index of the name that begins in it.
    name_at: Vec<u32>,
}

impl<'a> Line<'a> {
    /// Reads a line. `names` may reach over the whole text: sorted by start,
    /// the longer first.
    pub(super) fn new(text: &'a str, span: Span, names: &[Named]) -> Self {
        let mut line = Self {
            text,
            span,
            tokens: Vec::new(),
            sentences: Vec::new(),
            quotes: Vec::new(),
            lone: Vec::new(),
            buffer: String::with_capacity(span.len()),
            names: Vec::new(),
            name_at: Vec::new(),
        };
        line.read_words();
        line.read_names(names);
        line
    }

    fn read_words(&mut self) {
        let written = self.span.of(self.text).unwrap_or_default();
        let mut before = 0;
        for word in words(written) {
            let from = self.buffer.len();
            for c in word.of(written).unwrap_or_default().chars() {
                if !is_mark(c) && c != TATWEEL && !is_invisible(c) {
                    self.buffer.push(simplify(c));
                }
            }
            let gap = Gap::of(written.get(before..word.start).unwrap_or_default());
            before = word.end;
            self.tokens.push(Token {
                span: Span::new(self.span.start + word.start, self.span.start + word.end),
                folded: (from, self.buffer.len()),
                gap,
                sentence: 0,
                in_speech: false,
            });
        }
    }

    fn read_names(&mut self, names: &[Named]) {
        self.name_at = vec![0; self.tokens.len()];
        let mut outer_end = 0;
        let from = names.partition_point(|name| name.span.start < self.span.start);
        for name in names.iter().skip(from) {
            if name.span.start >= self.span.end {
                break;
            }
            if name.span.end <= outer_end || name.span.is_empty() {
                continue;
            }
            let first = self.token_after(name.span.start);
            let last = self
                .tokens
                .partition_point(|token| token.span.start < name.span.end)
                .saturating_sub(1);
            let Some(token) = self.tokens.get(first).filter(|_| first <= last) else {
                continue;
            };
            outer_end = name.span.end;
            let is_bare = name.span.start <= token.span.start;
            self.names.push(Name {
                span: name.span,
                voice: name.voice,
                last,
                is_bare,
            });
            if let Some(place) = self.name_at.get_mut(first) {
                *place = u32::try_from(self.names.len()).unwrap_or(0);
            }
        }
    }

    /// Reads what only some lines need: sentences and quotations.
    pub(super) fn read_structure(&mut self) {
        self.sentences = sentences_of_line(self.text, self.span);
        let mut at = 0;
        for token in &mut self.tokens {
            while self
                .sentences
                .get(at)
                .is_some_and(|sentence| sentence.end <= token.span.start)
            {
                at += 1;
            }
            token.sentence = at;
        }
        let found = quotations_of_line(self.text, self.span);
        self.lone = found.unbalanced;
        for pair in found.pairs {
            let quote = Quote {
                span: pair.span,
                inner: pair.inner,
                tokens: (
                    self.token_after(pair.inner.start),
                    self.token_after(pair.inner.end),
                ),
                is_nested: pair.depth > 0,
            };
            if quote.words() > SCARE_WORDS {
                let (from, to) = quote.tokens;
                for token in self.tokens.iter_mut().take(to).skip(from) {
                    token.in_speech = true;
                }
            }
            self.quotes.push(quote);
        }
    }

    /// Index of the first token that ends after `byte`.
    pub(super) fn token_after(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }

    /// The folded word, or nothing outside the line.
    pub(super) fn word(&self, token: usize) -> &str {
        self.tokens
            .get(token)
            .and_then(|token| self.buffer.get(token.folded.0..token.folded.1))
            .unwrap_or_default()
    }

    pub(super) fn gap(&self, token: usize) -> Gap {
        self.tokens
            .get(token)
            .map_or_else(Gap::default, |token| token.gap)
    }

    /// The name that begins in a token.
    pub(super) fn name(&self, token: usize) -> Option<Name> {
        let place = *self.name_at.get(token)? as usize;
        self.names.get(place.checked_sub(1)?).copied()
    }

    /// The name that ends in a token, and its first token.
    pub(super) fn name_ending(&self, token: usize) -> Option<(Name, usize)> {
        let from = token.saturating_sub(12);
        (from..=token)
            .rev()
            .find_map(|first| self.name(first).map(|name| (name, first)))
            .filter(|(name, _)| name.last == token)
    }

    /// The names that begin in these tokens, with their first tokens.
    pub(super) fn names_in(&self, from: usize, to: usize) -> impl Iterator<Item = (Name, usize)> {
        (from..to).filter_map(|token| self.name(token).map(|name| (name, token)))
    }

    /// First token of the sentence a token is in, and the one after its last.
    pub(super) fn sentence_tokens(&self, token: usize) -> (usize, usize) {
        let Some(sentence) = self.tokens.get(token).map(|token| token.sentence) else {
            return (token, token);
        };
        (
            self.tokens
                .partition_point(|token| token.sentence < sentence),
            self.tokens
                .partition_point(|token| token.sentence <= sentence),
        )
    }
}
