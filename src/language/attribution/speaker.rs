//! Who speaks: the subject of a verb of speech, before or after it, with or
//! without a name.
//!
//! Not here: which words are said (the folder's own file).
//!
//! **Invariant:** a speaker is a stretch of the line outside what is said.

use super::Voice;
use super::cues::{
    Agreement, cue, is_paper, is_preposition, is_said_noun, is_speaker_noun, is_that,
};
use super::fillers::{FUNCTION, SAME, is_adverb, is_time};
use super::line::{Line, Name, SCARE_WORDS};
use crate::model::Span;

/// How many words a subject may stand after its verb.
const REACH: usize = 20;

/// How many words without a name may stand between a title and its bearer.
const TITLE_REACH: usize = 5;

/// Most words of an unknown name between a verb and what is said.
const UNKNOWN_WORDS: usize = 4;

/// A speaker and how far from the verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject {
    pub(super) span: Span,
    /// The token after it.
    pub(super) next: usize,
    /// Whether nothing but adverbs stands between verb and subject.
    pub(super) is_direct: bool,
}

impl Line<'_> {
    /// The subject after the verb in token `verb`, looked for in the tokens
    /// before `limit`. `is_said` tells that what is said begins at `limit`, so
    /// that a few unknown words between are a name.
    pub(super) fn subject_after(
        &self,
        verb: usize,
        limit: usize,
        is_said: bool,
    ) -> Option<Subject> {
        let takes_object = cue(self.word(verb)).is_some_and(|(cue, _)| cue.takes_object);
        let limit = limit.min(self.tokens.len());
        let mut at = verb + 1;
        let mut in_phrase = false;
        let mut is_direct = true;
        while at < limit.min(verb + 1 + REACH) {
            let gap = self.gap(at);
            if gap.stop || gap.colon {
                break;
            }
            if gap.comma {
                in_phrase = false;
            }
            let word = self.word(at);
            let governed = at > verb + 1 && is_preposition(self.word(at - 1));
            if let Some(name) = self.name(at) {
                let fits = match name.voice {
                    Voice::Person | Voice::Title => true,
                    Voice::Body => !in_phrase,
                    Voice::Place => is_direct,
                };
                if name.is_bare && !governed && fits {
                    let (span, next) = self.bearer(name, limit);
                    return Some(Subject {
                        span,
                        next,
                        is_direct,
                    });
                }
                // The object of a preposition: the phrase ends with it.
                in_phrase = false;
                is_direct = false;
                at = name.last + 1;
                continue;
            }
            if is_preposition(word) {
                in_phrase = true;
            } else if !in_phrase
                && (is_speaker_noun(word)
                    || (is_direct
                        && !takes_object
                        && word.starts_with("ال")
                        && !is_adverb(word)
                        && !is_time(word)))
                && cue(word).is_none_or(|(_, cut)| cut == 0)
            {
                let (span, next) = self.noun_phrase(at, limit);
                return Some(Subject {
                    span,
                    next,
                    is_direct,
                });
            } else if !in_phrase
                && gap.other
                && let Some(quote) = self.short_quote_at(at)
            {
                return Some(Subject {
                    span: quote.0,
                    next: quote.1,
                    is_direct,
                });
            }
            if !is_adverb(word) && !gap.comma {
                is_direct = false;
            }
            at += 1;
        }
        let is_object = takes_object && self.word(verb + 1).starts_with("ال");
        (is_said && !is_object)
            .then(|| self.unknown_name(verb, limit))
            .flatten()
    }

    /// The quotation of a few words that begins at a token: its words and the
    /// token after it.
    fn short_quote_at(&self, token: usize) -> Option<(Span, usize)> {
        self.quotes
            .iter()
            .find(|quote| quote.tokens.0 == token && (1..=SCARE_WORDS).contains(&quote.words()))
            .map(|quote| {
                (
                    self.span_of_tokens(quote.tokens.0, quote.tokens.1),
                    quote.tokens.1,
                )
            })
    }

    fn span_of_tokens(&self, from: usize, to: usize) -> Span {
        let start = self.tokens.get(from).map_or(0, |token| token.span.start);
        let end = to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// The words right after a verb, up to what is said or a preposition, when
    /// they can be a name.
    fn unknown_name(&self, verb: usize, limit: usize) -> Option<Subject> {
        let ends = |token: usize| {
            let word = self.word(token);
            let gap = self.gap(token);
            gap.comma || gap.colon || gap.stop || is_preposition(word) || word.starts_with("لل")
        };
        let end = (verb + 1..limit)
            .find(|token| ends(*token))
            .unwrap_or(limit);
        let fits = (verb + 2..=verb + 1 + UNKNOWN_WORDS).contains(&end)
            && (verb + 1..end).all(|token| self.can_be_name(token));
        fits.then(|| Subject {
            span: self.span_of_tokens(verb + 1, end),
            next: end,
            is_direct: true,
        })
    }

    /// Whether an unknown word may be part of a name.
    fn can_be_name(&self, token: usize) -> bool {
        let word = self.word(token);
        let gap = self.gap(token);
        !gap.other
            && !is_preposition(word)
            && !is_adverb(word)
            && !is_said_noun(word)
            && !FUNCTION.contains(&word)
            && cue(word).is_none()
            && !is_that(word)
            && word.chars().count() > 2
            && word.chars().all(char::is_alphabetic)
            && !word.starts_with("لل")
            && !word.starts_with("بال")
    }

    /// Who bears a title, when the name follows it, else the name itself; and
    /// the token after it.
    fn bearer(&self, name: Name, limit: usize) -> (Span, usize) {
        let itself = (name.span, name.last + 1);
        if name.voice != Voice::Title {
            return itself;
        }
        let mut at = name.last + 1;
        let mut words = 0;
        while at < limit && words <= TITLE_REACH {
            let gap = self.gap(at);
            let word = self.word(at);
            if gap.stop || gap.colon || is_that(word) || word == "و" {
                break;
            }
            if let Some(next) = self.name(at) {
                if next.voice == Voice::Person && next.is_bare && !is_preposition(self.word(at - 1))
                {
                    return (next.span, next.last + 1);
                }
                at = next.last + 1;
                continue;
            }
            words += 1;
            at += 1;
        }
        itself
    }

    /// A noun with what describes it: المسؤول الأميركي, مصدر عسكري في وزارة
    /// الدفاع.
    pub(super) fn noun_phrase(&self, first: usize, limit: usize) -> (Span, usize) {
        let start = self.tokens.get(first).map_or(0, |token| token.span.start);
        let is_definite = self.word(first).starts_with("ال");
        let mut end = self.tokens.get(first).map_or(0, |token| token.span.end);
        let mut at = first + 1;
        while at < limit && at <= first + UNKNOWN_WORDS {
            let gap = self.gap(at);
            let word = self.word(at);
            if gap.comma || gap.stop || gap.colon {
                break;
            }
            if gap.other
                && let Some((_, next)) = self.short_quote_at(at)
                && let Some(last) = self.tokens.get(next - 1)
            {
                // صحيفة "الأيام"
                end = last.span.end;
                at = next;
                continue;
            }
            if is_preposition(word) || word == "باسم" {
                if let Some(name) = self.name(at + 1).filter(|name| name.last < limit) {
                    end = name.span.end;
                    at = name.last + 1;
                }
                break;
            }
            // قال المصدر لوكالة: who is told is not who speaks.
            let is_told = word.starts_with('ل') && !is_paper(self.word(first));
            if let Some(name) = self
                .name(at)
                .filter(|name| name.last < limit && (name.is_bare || !is_told))
            {
                end = name.span.end;
                at = name.last + 1;
                if name.is_bare {
                    continue;
                }
                // تقارير للأمم المتحدة
                break;
            }
            let goes_on = if is_definite {
                word.starts_with("ال") || SAME.contains(&word)
            } else {
                (cue(word).is_none() || self.is_verbal_noun(at))
                    && (!word.starts_with('و') || is_speaker_noun(word))
                    && !is_that(word)
            };
            if gap.other || !goes_on || is_adverb(word) || matches!(word, "الذي" | "التي" | "الذين")
            {
                break;
            }
            end = self.tokens.get(at).map_or(end, |token| token.span.end);
            at += 1;
        }
        (self.with_marks(Span::new(start, end.max(start))), at)
    }

    /// Whether a word that could be a verb is a noun between two others: مركز رصد
    /// الزلازل.
    pub(super) fn is_verbal_noun(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1) else {
            return false;
        };
        let noun = self.word(before);
        self.gap(token).is_open()
            && self.gap(token + 1).is_open()
            && !noun.starts_with("ال")
            && is_speaker_noun(noun)
            && self.word(token + 1).starts_with("ال")
            && cue(self.word(token)).is_some_and(|(cue, cut)| {
                cut == 0 && cue.takes_object && cue.agreement == Agreement::Masculine
            })
    }

    /// A span with the closing mark of a quotation that opens within it.
    pub(super) fn with_marks(&self, span: Span) -> Span {
        let end = self
            .quotes
            .iter()
            .filter(|quote| {
                span.contains(quote.span.start)
                    && quote.span.start > span.start
                    && self.token_after(span.end) >= quote.tokens.1
            })
            .map(|quote| quote.span.end)
            .fold(span.end, usize::max);
        Span::new(span.start, end)
    }

    /// The subject before the verb in token `verb`, in the tokens from `from`.
    pub(super) fn subject_before(&self, verb: usize, from: usize) -> Option<Span> {
        let before = verb.checked_sub(1).filter(|before| *before >= from)?;
        let gap = self.gap(verb);
        if gap.stop || gap.colon {
            return None;
        }
        if matches!(self.word(before), "الذي" | "التي" | "الذين" | "قد" | "وقد") {
            return self.subject_before(before, from);
        }
        if matches!(self.word(before), "حيث" | "اذ") && before > from {
            let (name, first) = self.name_ending(before - 1)?;
            return self.is_free(name, first, from).then_some(name.span);
        }
        if gap.comma {
            // A name, what describes it between commas, and the verb.
            let opening = (from + 1..=before)
                .rev()
                .take(REACH)
                .find(|token| self.gap(*token).comma)?;
            let (name, first) = self.name_ending(opening - 1)?;
            return self.is_free(name, first, from).then_some(name.span);
        }
        if let Some((name, first)) = self.name_ending(before) {
            return (first >= from && self.is_free(name, first, from)).then_some(name.span);
        }
        // المسؤول الأميركي قال
        let noun = (from..=before)
            .rev()
            .take(3)
            .take_while(|token| self.word(*token).starts_with("ال"))
            .find(|token| is_speaker_noun(self.word(*token)));
        let Some(noun) = noun else {
            // An unknown name at the beginning of the sentence.
            let fits = before - from < 2 && (from..verb).all(|token| self.can_be_name(token));
            return fits.then(|| self.span_of_tokens(from, verb));
        };
        if noun > from && (is_preposition(self.word(noun - 1)) || !self.gap(noun).is_open()) {
            return None;
        }
        Some(self.span_of_tokens(noun, verb))
    }

    /// Whether nothing governs a name.
    fn is_free(&self, name: Name, first: usize, from: usize) -> bool {
        let conjunction = self.word(first).starts_with('و') && first == from;
        (name.is_bare || conjunction)
            && (first == from || !is_preposition(self.word(first.saturating_sub(1))))
    }

    /// The first name of a sentence that can be its subject.
    pub(super) fn first_subject(&self, from: usize, to: usize) -> Option<Span> {
        self.names_in(from, to)
            .find(|(name, first)| {
                name.voice != Voice::Place
                    && self.is_free(*name, *first, from)
                    && !self.tokens.get(*first).is_some_and(|token| token.in_speech)
            })
            .map(|(name, _)| self.bearer(name, to).0)
    }

    /// The source named at a token after بحسب, وفقا ل, عن: a name, or a noun
    /// that can speak, with or without ل before it.
    pub(super) fn source_at(&self, token: usize, limit: usize) -> Option<Subject> {
        if token >= limit || self.gap(token).stop || self.gap(token).colon {
            return None;
        }
        let word = self.word(token);
        if matches!(word, "ل" | "الي" | "عن" | "علي" | "لسان") {
            return self.source_at(token + 1, limit);
        }
        if let Some(name) = self.name(token) {
            let (span, next) = self.bearer(name, limit);
            return Some(Subject {
                span,
                next,
                is_direct: true,
            });
        }
        let noun = if let Some(rest) = word.strip_prefix("لل") {
            is_speaker_noun(rest)
        } else {
            is_speaker_noun(word) || word.strip_prefix('ل').is_some_and(is_speaker_noun)
        };
        if let Some(quote) = self.short_quote_at(token).filter(|_| self.gap(token).other) {
            return Some(Subject {
                span: quote.0,
                next: quote.1,
                is_direct: true,
            });
        }
        if !noun {
            return None;
        }
        let (span, next) = self.noun_phrase(token, limit);
        // لمصدر and للمصدر: the preposition is not the speaker.
        let written = span.of(self.text).unwrap_or_default();
        let is_cut = word.starts_with('ل') && !is_speaker_noun(word);
        let start = if is_cut && written.starts_with('ل') {
            span.start + 'ل'.len_utf8()
        } else {
            span.start
        };
        Some(Subject {
            span: Span::new(start, span.end),
            next,
            is_direct: true,
        })
    }
}
