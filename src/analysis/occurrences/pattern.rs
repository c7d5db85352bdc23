//! The letters of a name, looked for in a folded text.
//!
//! Here: where the letters stand, whatever stands beside them. Not here:
//! whether they are whole words (boundaries, the judgement in `mod`).
//!
//! **Invariant:** looking takes time linear in the text and in the places
//! where the first word of the name stands.

use crate::language::letters::{is_arabic_letter, is_double_quote, is_space};
use crate::language::{Folded, Level, key, words};
use crate::model::Span;

/// A text as it is looked through.
pub(super) struct Form<'a> {
    text: &'a str,
    folded: Option<&'a Folded>,
    /// Where it begins in the document, in bytes.
    base: usize,
}

impl<'a> Form<'a> {
    pub(super) fn plain(text: &'a str) -> Self {
        Self {
            text,
            folded: None,
            base: 0,
        }
    }

    pub(super) fn folded(folded: &'a Folded, base: usize) -> Self {
        Self {
            text: folded.text(),
            folded: Some(folded),
            base,
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let span = match self.folded {
            Some(folded) => folded.span_of(start..end),
            None => Span::new(start, end),
        };
        Span::new(span.start + self.base, span.end + self.base)
    }
}

/// A place where the letters of a name stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) span: Span,
    /// The same without a closing quotation mark.
    pub(super) letters: Span,
    pub(super) name: usize,
    pub(super) level: Level,
}

/// A name as it is folded at one level.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    level: Level,
    first: String,
    /// What stands before each further word without spaces and quotation
    /// marks, and the word.
    rest: Vec<(Gap, String)>,
}

#[derive(Clone, Debug)]
struct Gap {
    /// What is there, spaces and quotation marks left out; as written at
    /// [`Level::Exact`].
    signs: String,
    /// Whether anything is.
    parts: bool,
}

impl Pattern {
    pub(super) fn new(typed: &str, level: Level) -> Self {
        let folded = key(typed, level);
        // Letters and digits of one name may be several words: بـ1600.
        let parts: Vec<Span> = words(&folded).collect();
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return Self {
                level,
                first: folded,
                rest: Vec::new(),
            };
        };
        let part = |span: Span| span.of(&folded).unwrap_or_default().to_owned();
        let mut first_word = part(*first);
        // Signs at the ends of a name belong to it: #وسم, U.S.
        if first.start > 0 {
            first_word = part(Span::new(0, first.end));
        }
        let mut rest: Vec<(Gap, String)> = parts
            .iter()
            .zip(parts.iter().skip(1))
            .map(|(before, after)| {
                let between = part(Span::new(before.end, after.start));
                let gap = Gap {
                    parts: !between.is_empty(),
                    signs: if level == Level::Exact {
                        between
                    } else {
                        between.chars().filter(|c| !is_between(*c)).collect()
                    },
                };
                (gap, part(*after))
            })
            .collect();
        let tail = part(Span::new(last.end, folded.len()));
        match rest.last_mut() {
            Some((_, word)) => word.push_str(&tail),
            None => first_word.push_str(&tail),
        }
        Self {
            level,
            first: first_word,
            rest,
        }
    }

    /// Where the letters stand; `clitics` also looks behind ل, where the
    /// article lost its alef (للتحالف) or more (للجنة for اللجنة).
    pub(super) fn candidates(
        &self,
        form: &Form<'_>,
        name: usize,
        clitics: bool,
        found: &mut Vec<Candidate>,
    ) {
        self.look_for(form, name, (&self.first, 0), found);
        if !clitics || self.level == Level::Exact {
            return;
        }
        let Some(rest) = self.first.strip_prefix("ال") else {
            return;
        };
        if rest.chars().take_while(|c| is_arabic_letter(*c)).count() < 2 {
            return;
        }
        let lam = 'ل'.len_utf8();
        self.look_for(form, name, (&format!("لل{rest}"), lam), found);
        if let Some(after) = rest.strip_prefix('ل') {
            self.look_for(form, name, (&format!("لل{after}"), lam), found);
        }
    }

    /// Where `first` stands, of which so many bytes are no part of the name,
    /// with the other words behind it.
    fn look_for(
        &self,
        form: &Form<'_>,
        name: usize,
        (first, skipped): (&str, usize),
        found: &mut Vec<Candidate>,
    ) {
        if first.is_empty() {
            return;
        }
        let mut from = 0;
        while let Some(at) = form.text.get(from..).and_then(|rest| rest.find(first)) {
            let start = from + at;
            let step = first.chars().next().map_or(1, char::len_utf8);
            from = start + step;
            let Some((end, quotes)) = self.end(form.text, start + first.len()) else {
                continue;
            };
            let start = start + skipped;
            let letters = form.span(start, end);
            let after = form.text.get(end..).and_then(|rest| rest.chars().next());
            let span = match after {
                Some(closing) if quotes % 2 == 1 && is_double_quote(closing) => {
                    form.span(start, end + closing.len_utf8())
                }
                _ => letters,
            };
            found.push(Candidate {
                span,
                letters,
                name,
                level: self.level,
            });
        }
    }

    /// Where the name ends whose first word ends at `at`, and how many
    /// quotation marks stand in it.
    fn end(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let mut at = at;
        let mut quotes = 0;
        for (gap, word) in &self.rest {
            let rest = text.get(at..)?;
            let length = if self.level == Level::Exact {
                rest.starts_with(&gap.signs).then_some(gap.signs.len())?
            } else {
                let length = gap.length(rest)?;
                let between = rest.get(..length)?;
                quotes += between.chars().filter(|c| is_double_quote(*c)).count();
                length
            };
            at += length;
            if !text.get(at..)?.starts_with(word.as_str()) {
                return None;
            }
            at += word.len();
        }
        Some((at, quotes))
    }
}

impl Gap {
    /// How many bytes of `rest` are this gap.
    fn length(&self, rest: &str) -> Option<usize> {
        let mut signs = self.signs.chars();
        let mut wanted = signs.next();
        let mut length = 0;
        for c in rest.chars() {
            if wanted == Some(c) {
                wanted = signs.next();
            } else if !is_between(c) {
                break;
            }
            length += c.len_utf8();
        }
        (wanted.is_none() && (length > 0 || !self.parts)).then_some(length)
    }
}

/// What may stand between the words of a name: spaces and quotation marks.
fn is_between(c: char) -> bool {
    is_space(c) || is_double_quote(c)
}
