//! Every place where certain names stand in a text, as whole words.
//!
//! Here: what is looked for ([`Names`]), and where it is found
//! ([`occurrences`]), with the clitics before it and how sure the reading is.
//! Not here: the search of the find field (search), which also finds parts of
//! words; and what becomes of a place (command).
//!
//! A name is found in every spelling its [`Level`] overlooks, behind و ف ب ل ك
//! and the article, with quotation marks inside (تنظيم "داعش"), and never as a
//! part of a longer word: العراق does not stand in العراقية, nor غداد in
//! بغداد. The place is that of the name; clitics stay outside.
//!
//! **Invariant:** places are in order, do not overlap, begin and end where
//! words do (clitics aside), and fold to one of the names.

mod boundaries;
mod names;
mod pattern;
#[cfg(test)]
mod tests;

pub use names::Names;

use crate::entities::{Cutting, cutting};
use crate::language::{Level, key};
use crate::model::Span;

use super::{Likeness, Searchable};
use boundaries::Boundaries;
use pattern::{Candidate, Form};

/// A place where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// Bytes of the text, end exclusive: the name without clitics, with the
    /// marks of its last letter and the quotation mark that it opened.
    pub span: Span,
    /// Which of the names, counted from 0.
    pub name: usize,
    /// How closely it agrees with the name.
    pub likeness: Likeness,
    /// Bytes of clitics right before it, in the same word.
    pub clitics: usize,
    /// Whether the word may be another one (والي for و + إلي).
    pub doubtful: bool,
}

/// Where the names stand in a text, in order; of two that overlap the one that
/// begins first, and of those the longest.
pub fn occurrences<T: AsRef<str>>(text: &Searchable<T>, names: &Names) -> Vec<Occurrence> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (index, name) in names.all.iter().enumerate() {
        for (level, pattern) in &name.patterns {
            let form = text.folded(*level).map_or_else(
                || Form::plain(text.text()),
                |folded| Form::folded(folded, 0),
            );
            pattern.candidates(&form, index, names.clitics, &mut candidates);
            if *level == Level::Letters {
                for (line, folded) in text.joined() {
                    let form = Form::folded(folded, line.start);
                    pattern.candidates(&form, index, names.clitics, &mut candidates);
                }
            }
        }
    }
    candidates.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end), one.name));
    let mut boundaries = Boundaries::new(text.text());
    let mut found: Vec<Occurrence> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        if found
            .last()
            .is_some_and(|last| candidate.span.start < last.span.end)
        {
            continue;
        }
        found.extend(judged(&mut boundaries, names, candidate));
    }
    found
}

/// Whether one ends in alef and the other in ta marbuta: one name all the same,
/// unless the article stands before it.
fn ends_otherwise(written: &str, typed: &str) -> bool {
    let last = |words: &str| {
        key(words, Level::Letters)
            .trim_end_matches('"')
            .chars()
            .next_back()
    };
    matches!(
        (last(written), last(typed)),
        (Some('ا'), Some('ه' | 'ة')) | (Some('ه' | 'ة'), Some('ا'))
    )
}

/// A candidate that stands where words begin and end, with what it is.
fn judged(
    boundaries: &mut Boundaries<'_>,
    names: &Names,
    candidate: Candidate,
) -> Option<Occurrence> {
    let name = names.all.get(candidate.name)?;
    let text = boundaries.text();
    let written = candidate.span.of(text).filter(|words| !words.is_empty())?;
    let mut clitics = 0;
    let mut doubtful = false;
    if !name.is_sign {
        let (first, last) = boundaries.around(candidate.letters)?;
        let before = Span::new(first.start, candidate.span.start);
        let letters = key(before.of(text)?, Level::Letters);
        if !letters.is_empty() {
            if !names.clitics {
                return None;
            }
            let word = key(first.of(text)?, Level::Letters);
            match cutting(&word, letters.len()) {
                Cutting::Whole => return None,
                Cutting::Doubtful => doubtful = !name.is_phrase,
                Cutting::Clitic => {}
            }
            // السورية is no spelling of سوريا.
            if ["ال", "لل"]
                .iter()
                .any(|article| letters.ends_with(article))
                && !name.typed.starts_with("ال")
                && ends_otherwise(written, &name.typed)
            {
                return None;
            }
            clitics = before.len();
        }
        let after = Span::new(candidate.letters.end.min(last.end), last.end);
        if !key(after.of(text)?, Level::Letters).is_empty() {
            return None;
        }
    }
    if name.is_acronym && written.chars().any(char::is_lowercase) {
        return None;
    }
    let likeness = if written == name.typed {
        Likeness::Exact
    } else if candidate.level <= Level::Letters {
        Likeness::Spelling
    } else {
        Likeness::Word
    };
    Some(Occurrence {
        span: candidate.span,
        name: candidate.name,
        likeness,
        clitics,
        doubtful,
    })
}
