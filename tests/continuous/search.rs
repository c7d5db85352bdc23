//! Searching any text for anything, and what language says of it.
//!
//! A case: the words searched for as a JSON string, and the text.

use hashiya::analysis::{Query, Searchable, concordance, find, hits, looser};
use hashiya::formats::tokenize;
use hashiya::language::letters::is_mark;
use hashiya::language::{
    Level, dates_and_numbers, document_title, fold, key, line_kinds, lines, quotations,
    sentence_at, sentences, without_clitics, word_at, words,
};
use hashiya::model::Span;
use hashiya::text::{direction_at, next_grapheme, paragraphs, previous_grapheme};

use super::dice::Dice;
use super::{Target, head_and_rest, letters};

pub(crate) const TARGET: Target = Target {
    name: "search",
    draw: |dice| {
        let text = letters::text(dice);
        format!("{}\n{text}", drawn_words(dice, &text)).into_bytes()
    },
    vary: |dice, case| {
        let (head, text) = head_and_rest(case);
        let text = letters::varied(dice, &text);
        let head = if dice.one_in(3) {
            head
        } else {
            drawn_words(dice, &text)
        };
        format!("{head}\n{text}").into_bytes()
    },
    check: |case| {
        let (head, text) = head_and_rest(case);
        let words = serde_json::from_str(&head).unwrap_or(head);
        check_language(&text);
        check_search(&text, &words);
    },
};

/// What expressions are made of.
const EXPRESSIONS: [&str; 16] = [
    "(",
    ")",
    "[",
    "]",
    "*",
    "+",
    "?",
    "{2,9}",
    "|",
    "^",
    "$",
    "\\b",
    "\\p{Arabic}",
    ".",
    "(?i)",
    "[^\\n]",
];

fn drawn_words(dice: &mut Dice, text: &str) -> String {
    let words = match dice.roll(4) {
        0 => letters::piece(dice),
        1 => (0..=dice.roll(4))
            .map(|_| {
                if dice.one_in(2) {
                    dice.pick(&EXPRESSIONS).to_owned()
                } else {
                    letters::piece(dice)
                }
            })
            .collect(),
        _ => {
            let from = text.floor_char_boundary(dice.roll(text.len() + 1));
            let to = text.ceil_char_boundary((from + 1 + dice.roll(20)).min(text.len()));
            text[from..to].to_owned()
        }
    };
    serde_json::Value::from(words).to_string()
}

fn fits(text: &str, span: Span) {
    assert!(
        span.of(text).is_some(),
        "{span:?} is no stretch of {text:?}"
    );
}

fn check_search(text: &str, typed: &str) {
    let ready = Searchable::new(text);
    for level in Level::ALL {
        for whole in [false, true] {
            let query = Query::plain(typed, level).whole_words(whole);
            let all = hits(&ready, &query);
            let mut end = 0;
            for hit in &all {
                fits(text, hit.span);
                assert!(
                    hit.span.start >= end && !hit.span.is_empty(),
                    "hits in order, none empty"
                );
                end = hit.span.end;
                if query.level() != Some(Level::Exact) {
                    assert!(
                        !text[end..].starts_with(is_mark),
                        "{hit:?} leaves a mark behind"
                    );
                }
            }
            for hit in looser(&ready, &query) {
                fits(text, hit.span);
                assert!(all.iter().all(|mine| !mine.span.overlaps(hit.span)));
            }
            let spans: Vec<Span> = all.iter().map(|hit| hit.span).collect();
            check_concordance(text, &spans);
        }
    }
    // What stands in the text is found where it stands.
    if let Some(at) = text.find(typed)
        && !typed.is_empty()
        && !typed.starts_with(is_mark)
    {
        let exact = find(text, &Query::exact(typed));
        assert_eq!(
            exact.first().map(|span| span.start),
            Some(at),
            "exactly {typed:?}"
        );
    }
    match Query::regex(typed) {
        Ok(query) => {
            for span in find(text, &query) {
                fits(text, span);
                assert!(!span.is_empty());
            }
        }
        Err(error) => assert!(error.to_string().len() > 20 && !error.to_string().contains('\n')),
    }
}

fn check_concordance(text: &str, spans: &[Span]) {
    for line in concordance(text, spans, 7) {
        for span in [line.before, line.hit, line.after] {
            fits(text, span);
        }
        assert!(line.before.end <= line.hit.start || line.before.is_empty());
    }
}

fn check_language(text: &str) {
    let all: Vec<Span> = words(text).collect();
    for pair in all.windows(2) {
        assert!(pair[0].end <= pair[1].start, "words overlap");
    }
    for word in &all {
        fits(text, *word);
        let bare = without_clitics(text, *word);
        fits(text, bare);
        assert!(word.contains_span(bare) && bare.end == word.end && !bare.is_empty());
    }
    let step = 1 + text.len() / 400;
    for byte in (0..=text.len() + 2).step_by(step) {
        let at = text.floor_char_boundary(byte);
        let word = word_at(text, byte);
        fits(text, word);
        assert!(
            word.start <= at && at <= word.end,
            "{word:?} is not at {at}"
        );
        fits(text, sentence_at(text, byte));
        let (next, previous) = (next_grapheme(text, byte), previous_grapheme(text, byte));
        assert!(text.is_char_boundary(next) && text.is_char_boundary(previous));
        assert!(
            (next > at || at == text.len()) && (previous < at || at == 0),
            "graphemes do not get on"
        );
        direction_at(text, byte);
    }
    let mut end = 0;
    for sentence in sentences(text) {
        fits(text, sentence);
        assert!(
            sentence.start >= end && !sentence.is_empty(),
            "sentences overlap"
        );
        end = sentence.end;
    }
    for pair in &quotations(text).pairs {
        fits(text, pair.span);
        assert!(pair.span.contains_span(pair.inner));
    }
    assert_eq!(line_kinds(text).len(), lines(text).count());
    let mut end = 0;
    for span in paragraphs(text) {
        fits(text, span);
        assert!(
            span.start >= end && span.start - end <= 3,
            "paragraphs tile the text"
        );
        end = span.end;
    }
    assert_eq!(end, text.len());
    document_title(text);
    let (dates, numbers) = dates_and_numbers(text, hashiya::language::DateOptions::default());
    for span in dates
        .iter()
        .map(|date| date.span)
        .chain(numbers.iter().map(|number| number.span))
    {
        fits(text, span);
    }
    let mut end = 0;
    for token in tokenize(text, &[]).tokens {
        fits(text, token.span);
        assert!(
            token.span.start >= end && !token.span.is_empty(),
            "tokens overlap"
        );
        end = token.span.end;
    }
    for level in Level::ALL {
        let folded = fold(text, level);
        assert_eq!(
            key(folded.text(), level),
            folded.text(),
            "folding twice, {level:?}"
        );
        let borders: Vec<usize> = folded
            .text()
            .char_indices()
            .map(|(at, _)| at)
            .chain([folded.text().len()])
            .collect();
        for pair in borders.windows(2) {
            let span = folded.span_of(pair[0]..pair[1]);
            fits(text, span);
            assert!(!span.is_empty(), "a folded letter of nothing");
        }
    }
}
