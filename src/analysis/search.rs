//! Finding words in a text.
//!
//! Here: where a query matches and how closely. Not here: which spellings are
//! one (language), what stands around a hit (concordance).
//!
//! A search for words at [`Level::Letters`] also looks past a clitic: لقسد is
//! found in لـ"قسد", and الولايات in للولايات, where the article lost its alef.
//!
//! **Invariant:** hits are in order, do not overlap, are not empty, and never
//! part a mark from its letter (except exact hits, which are what was typed).

use super::query::{Query, What};
use super::searchable::Searchable;
use crate::language::letters::{is_arabic_letter, is_mark};
use crate::language::{Folded, Level, key, words};
use crate::model::Span;

/// How closely a hit agrees with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Code point by code point (and every hit of a regular expression).
    Exact,
    /// The same letters, spelt otherwise.
    Spelling,
    /// The same word in another form: with a clitic, or spelt with other
    /// letters.
    Word,
}

/// A place where a query matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hit {
    /// Bytes of the text, end exclusive, with the marks of the last letter.
    pub span: Span,
    /// How closely it agrees.
    pub likeness: Likeness,
}

/// No clitics are longer, with every letter vocalised.
const LONGEST_CLITICS_BYTES: usize = 64;

/// Where `query` matches in `text`, in order.
pub fn find(text: &str, query: &Query) -> Vec<Span> {
    hits(&Searchable::new(text), query)
        .into_iter()
        .map(|hit| hit.span)
        .collect()
}

/// Where `query` matches in a text, in order, and how closely.
pub fn hits<T: AsRef<str>>(text: &Searchable<T>, query: &Query) -> Vec<Hit> {
    match &query.what {
        What::Words { typed, level } => words_at(text, typed, *level, query.whole_words),
        What::Expression(expression) => {
            let mut found: Vec<Span> = expression
                .find_iter(text.text())
                .filter(|found| !found.is_empty())
                .map(|found| Span::new(found.start(), found.end()))
                .collect();
            if query.whole_words {
                found = whole_words(text.text(), found);
            }
            let likeness = Likeness::Exact;
            found
                .into_iter()
                .map(|span| Hit { span, likeness })
                .collect()
        }
    }
}

/// What the same words would match at [`Level::Loose`] beyond `query`'s own
/// hits: other spellings to offer. Nothing for a regular expression.
pub fn looser<T: AsRef<str>>(text: &Searchable<T>, query: &Query) -> Vec<Hit> {
    let What::Words { typed, level } = &query.what else {
        return Vec::new();
    };
    if *level == Level::Loose || key(typed, Level::Loose).is_empty() {
        return Vec::new();
    }
    let own = hits(text, query);
    let mut all = words_at(text, typed, Level::Loose, query.whole_words);
    let mut own = own.iter().peekable();
    all.retain(|hit| {
        while own
            .next_if(|mine| mine.span.end <= hit.span.start)
            .is_some()
        {}
        !own.peek().is_some_and(|mine| mine.span.overlaps(hit.span))
    });
    all
}

fn words_at<T: AsRef<str>>(
    text: &Searchable<T>,
    typed: &str,
    level: Level,
    whole: bool,
) -> Vec<Hit> {
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found = plain_hits(text, typed, level.min(Level::Letters));
    if level >= Level::Letters {
        let typed = key(typed, Level::Letters);
        let joined = text.joined().iter().flat_map(|(line, folded)| {
            let in_line = spans(folded, &typed, 0);
            in_line
                .into_iter()
                .map(|span| Span::new(line.start + span.start, line.start + span.end))
        });
        found = merged(found, joined);
        if let Some(folded) = text.folded(Level::Letters) {
            found = merged(found, after_preposition(text.text(), folded, &typed));
        }
    }
    if level == Level::Loose {
        found = merged(found, plain_hits(text, typed, Level::Loose));
    }
    let written = text.text();
    if whole {
        found = whole_words(written, found);
    }
    let mut hits: Vec<Hit> = found
        .into_iter()
        .map(|span| Hit {
            span,
            likeness: likeness(written, span, typed),
        })
        .collect();
    hits.dedup();
    hits
}

/// The plain matches at one level.
fn plain_hits<T: AsRef<str>>(text: &Searchable<T>, typed: &str, level: Level) -> Vec<Span> {
    match text.folded(level) {
        Some(folded) => spans(folded, &key(typed, level), 0),
        None => text
            .text()
            .match_indices(typed)
            .map(|(at, matched)| Span::new(at, at + matched.len()))
            .collect(),
    }
}

/// The sources of every match of `needle`, the first `skipped` bytes of it
/// left out.
fn spans(folded: &Folded, needle: &str, skipped: usize) -> Vec<Span> {
    if needle.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Span> = folded
        .text()
        .match_indices(needle)
        .map(|(at, matched)| folded.span_of(at + skipped..at + matched.len()))
        .collect();
    // Two letters of one ligature have one place.
    found.dedup_by(|next, before| next.start < before.end);
    found
}

/// A needle with the article, where ل took its alef: الولايات in للولايات. The
/// preposition is not part of the hit.
fn after_preposition(text: &str, folded: &Folded, needle: &str) -> Vec<Span> {
    const PREPOSITION: &str = "ل";
    let Some(rest) = needle.strip_prefix("ال") else {
        return Vec::new();
    };
    if rest.chars().take_while(|c| is_arabic_letter(*c)).count() < 2 {
        return Vec::new();
    }
    let mut found = spans(folded, &format!("{PREPOSITION}ل{rest}"), PREPOSITION.len());
    found.retain(|span| stands_after_preposition(text.get(..span.start).unwrap_or_default()));
    found
}

/// Whether `before` ends with a word that is ل, ول or فل so far.
fn stands_after_preposition(before: &str) -> bool {
    let mut letters = before.chars().rev().filter(|c| !is_mark(*c));
    if letters.next() != Some('ل') {
        return false;
    }
    let is_edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    match letters.next() {
        Some('و' | 'ف') => is_edge(letters.next()),
        other => is_edge(other),
    }
}

/// Both lists in order; of two that overlap, the one of `preferred`.
fn merged(preferred: Vec<Span>, others: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(preferred.len());
    let mut preferred = preferred.into_iter().peekable();
    for other in others {
        while let Some(before) = preferred.next_if(|span| span.start < other.end) {
            out.push(before);
        }
        if out.last().is_none_or(|last| last.end <= other.start) {
            out.push(other);
        }
    }
    out.extend(preferred);
    out
}

fn likeness(text: &str, span: Span, typed: &str) -> Likeness {
    let written = span.of(text).unwrap_or_default();
    if written == typed {
        return Likeness::Exact;
    }
    if key(written, Level::Letters) == key(typed, Level::Letters) {
        return Likeness::Spelling;
    }
    Likeness::Word
}

/// The spans that begin where a word begins (clitics aside) and end where one
/// ends, or where there is no word. Both walk through the text once.
fn whole_words(text: &str, found: Vec<Span>) -> Vec<Span> {
    let mut words = words(text).peekable();
    let mut at = |byte: usize| {
        while words.next_if(|word| word.end <= byte).is_some() {}
        words.peek().copied().filter(|word| word.contains(byte))
    };
    found
        .into_iter()
        .filter(|span| {
            let starts = at(span.start).is_none_or(|word| {
                Span::new(word.start, span.start)
                    .of(text)
                    .is_some_and(is_proclitic)
            });
            let last = text.floor_char_boundary(span.end.saturating_sub(1));
            starts && at(last).is_none_or(|word| word.end <= span.end)
        })
        .collect()
}

/// Whether letters before a word are nothing but و or ف, a preposition and the
/// article.
fn is_proclitic(written: &str) -> bool {
    if written.len() > LONGEST_CLITICS_BYTES {
        return false;
    }
    let letters = key(written, Level::Letters);
    let rest = letters.strip_prefix(['و', 'ف']).unwrap_or(&letters);
    let rest = rest.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(rest);
    matches!(rest, "" | "ال" | "ل")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, typed: &str, level: Level) -> Vec<&'a str> {
        find(text, &Query::plain(typed, level))
            .into_iter()
            .filter_map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn hits_say_how_closely_they_agree() {
        let text = Searchable::new("قدم قدّم لـ\"قسد\" لقسد");
        let of = |typed: &str| -> Vec<Likeness> {
            hits(&text, &Query::plain(typed, Level::Letters))
                .iter()
                .map(|hit| hit.likeness)
                .collect()
        };
        assert_eq!(of("قدم"), [Likeness::Exact, Likeness::Spelling]);
        assert_eq!(of("لقسد"), [Likeness::Word, Likeness::Exact]);
        assert_eq!(of("قسد"), [Likeness::Exact, Likeness::Exact]);
    }

    #[test]
    fn the_article_is_found_behind_a_preposition() {
        let text = "للولايات المتحدة وللولايات في الولايات";
        assert_eq!(
            found(text, "الولايات", Level::Letters),
            ["لولايات", "لولايات", "الولايات"]
        );
        assert_eq!(
            found(text, "الولايات المتحدة", Level::Letters),
            ["لولايات المتحدة"]
        );
        assert_eq!(
            found("تللولايات", "الولايات", Level::Letters),
            Vec::<&str>::new()
        );
        assert_eq!(found(text, "الولايات", Level::Exact), ["الولايات"]);
    }

    #[test]
    fn whole_words_do_not_count_their_clitics() {
        let whole = |text: &str, typed: &str| {
            find(text, &Query::plain(typed, Level::Letters).whole_words(true)).len()
        };
        assert_eq!(whole("قسد وقسد لـ\"قسد\" بقسد، «قسد»", "قسد"), 5);
        assert_eq!(whole("قسدها متقسد", "قسد"), 0);
        assert_eq!(whole("للولايات الولايات", "ولايات"), 2);
        assert_eq!(whole("SDF SDFs", "sdf"), 1);
        assert_eq!(whole("نحو 100 ثم 1000", "100"), 1);
        assert_eq!(whole("بـ1600 معتقل", "1600"), 1);
    }

    #[test]
    fn expressions_read_the_text_as_it_is() {
        let text = "في 2019 نحو 900\nعام 2021";
        let years = Query::regex(r"\b20\d\d\b");
        assert_eq!(years.map_or(0, |query| find(text, &query).len()), 2);
        let ends = Query::regex(r"\d+$");
        assert_eq!(ends.map_or(0, |query| find(text, &query).len()), 2);
        let nothing = Query::regex("x*");
        assert_eq!(nothing.map_or(9, |query| find(text, &query).len()), 0);
    }

    #[test]
    fn looser_offers_only_what_is_not_found_anyway() {
        let text = Searchable::new("سوريا وسورية والسوريه");
        let query = Query::plain("سوريا", Level::Letters);
        let offered: Vec<&str> = looser(&text, &query)
            .iter()
            .filter_map(|hit| hit.span.of(text.text()))
            .collect();
        assert_eq!(offered, ["سورية", "سوريه"]);
        assert!(looser(&text, &Query::plain("سوريا", Level::Loose)).is_empty());
        assert_eq!(looser(&text, &Query::exact("سورية")).len(), 2);
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        assert!(found("قسد", "", Level::Loose).is_empty());
        assert!(found("", "قسد", Level::Loose).is_empty());
        assert_eq!(found("قدّم", "\u{651}", Level::Letters), ["\u{651}"]);
    }
}
