//! What is suggested in a text: the conventions of spans, spelling as it
//! occurs, any text at all, the reasons, and the score over the annotated
//! texts of tests/fixtures/entities.

mod any_text;
mod conventions;
mod fixtures;
mod reasons;
mod scores;
mod spelling;

use hashiya::entities::{Context, Learned, Suggestion, suggest};
use hashiya::model::notation::{DOCUMENT, marked};
use hashiya::model::{Id, Span};

/// What is suggested in a text by itself.
pub(super) fn suggested(text: &str) -> Vec<Suggestion> {
    let learned = Learned::default();
    suggest(
        text,
        &Context {
            learned: &learned,
            document: None,
            date: None,
        },
    )
}

/// A text in the notation of marked text, with these spans as its marks.
fn notation(text: &str, mut spans: Vec<(Span, Id)>) -> String {
    // Where spans end together the inner one closes first.
    spans.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut written = String::new();
    let mut open: Vec<(usize, &Id)> = Vec::new();
    let mut next = spans.iter().peekable();
    for at in 0..=text.len() {
        while let Some((_, tag)) = open.pop_if(|(end, _)| *end == at) {
            written.push('|');
            written.push_str(tag.as_str());
            written.push(']');
        }
        while let Some((span, tag)) = next.next_if(|(span, _)| span.start == at) {
            written.push('[');
            open.push((span.end, tag));
        }
        if let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
            written.push(character);
        }
    }
    written
}

/// Each case is a text with all its suggestions marked, nothing missing and
/// nothing more.
fn check(cases: &[&str]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let project = marked(case);
            let document = Id::new(DOCUMENT);
            let text = &*project.document(&document).unwrap().text;
            let wanted = project
                .annotations_of(&document)
                .map(|mark| (mark.spans[0], mark.tag.clone()))
                .collect();
            let found = suggested(text)
                .iter()
                .map(|suggestion| (suggestion.span, suggestion.tag_id()))
                .collect();
            let (wanted, found) = (notation(text, wanted), notation(text, found));
            (wanted != found).then(|| format!("wanted {wanted}\n found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every span fits the text and holds something, and no two cross.
fn assert_sound(text: &str, found: &[Suggestion]) {
    for suggestion in found {
        let span = suggestion.span;
        let words = span.of(text);
        assert!(
            words.is_some_and(|words| !words.trim().is_empty()),
            "{span:?} of {text:?}"
        );
        assert!((0.0..=1.0).contains(&suggestion.confidence), "{text:?}");
        assert!(!suggestion.reason.rule.is_empty(), "{text:?}");
    }
    let mut open: Vec<Span> = Vec::new();
    for pair in found.windows(2) {
        let place = |s: &Suggestion| (s.span.start, std::cmp::Reverse(s.span.end));
        assert!(
            place(&pair[0]) < place(&pair[1]),
            "out of order or twice: {pair:?} in {text:?}"
        );
    }
    for span in found.iter().map(|suggestion| suggestion.span) {
        open.retain(|outer| outer.end > span.start);
        assert!(
            open.last().is_none_or(|outer| span.end <= outer.end),
            "{span:?} crosses {open:?} in {text:?}"
        );
        open.push(span);
    }
}
