//! The words for what is not seen: names of invisible characters, and what a
//! flag says.
//!
//! Lives here: messages and short texts. Does not live here: finding
//! (`language::invisible`) and the signs on the page (`reader::signs`).
//!
//! Invariant: nothing here lets a control of direction out: every quote is
//! made visible.

use std::borrow::Cow;

use crate::i18n::{Arg, Messages};
use crate::language::invisible::{
    Finding, Hidden, Level, abbreviation, code_point, inspect, visible_name,
};
use crate::model::Span;

/// Characters named in one finding.
const MOST_NAMED: usize = 6;
/// Code points on either side of what is quoted as typed.
const TYPED_CONTEXT: usize = 36;

/// The message with the name of something invisible.
fn message_of(what: Hidden, c: char, pair: bool) -> &'static str {
    match (what, c) {
        (_, '\u{200E}') => "hidden-lrm",
        (_, '\u{200F}') => "hidden-rlm",
        (_, '\u{61C}') => "hidden-alm",
        (_, '\u{202A}') => "hidden-lre",
        (_, '\u{202B}') => "hidden-rle",
        (_, '\u{202C}') => "hidden-pdf",
        (_, '\u{202D}') => "hidden-lro",
        (_, '\u{202E}') => "hidden-rlo",
        (_, '\u{2066}') => "hidden-lri",
        (_, '\u{2067}') => "hidden-rli",
        (_, '\u{2068}') => "hidden-fsi",
        (_, '\u{2069}') => "hidden-pdi",
        (_, '\u{A0}') => "hidden-nbsp",
        (_, '\u{202F}') => "hidden-nnbsp",
        (_, '\u{2060}') => "hidden-wj",
        (_, '\u{200B}') => "hidden-zwsp",
        (_, '\u{200C}') => "hidden-zwnj",
        (_, '\u{200D}') => "hidden-zwj",
        (_, '\u{FEFF}') => "hidden-bom",
        (_, '\u{AD}') => "hidden-shy",
        (_, '\u{34F}') => "hidden-cgj",
        (Hidden::LineEnd, '\r') if pair => "hidden-crlf",
        (Hidden::LineEnd, '\n') => "hidden-lf",
        (Hidden::LineEnd, '\r') => "hidden-cr",
        (Hidden::LineEnd, '\u{85}') => "hidden-nel",
        (Hidden::LineEnd, '\u{2028}') => "hidden-ls",
        (Hidden::LineEnd, '\u{2029}') => "hidden-ps",
        (Hidden::Direction, _) => "hidden-direction",
        (Hidden::NoBreak | Hidden::Space, _) => "hidden-space",
        (Hidden::ZeroWidth, _) => "hidden-zero-width",
        (Hidden::Selector, _) => "hidden-selector",
        (Hidden::Tag, _) => "hidden-tag",
        (Hidden::Filler, _) => "hidden-filler",
        (Hidden::Tatweel, _) => "hidden-tatweel",
        (Hidden::Tab, _) => "hidden-tab",
        (Hidden::LineEnd, _) => "hidden-line-end",
        (Hidden::Control, _) => "hidden-control",
        (Hidden::PresentationForm, _) => "hidden-presentation-form",
        (Hidden::MarkOrder, _) => "hidden-mark-order",
        (Hidden::Tanwin, _) => "hidden-tanwin",
        (Hidden::DoubledMark, _) => "hidden-doubled-mark",
        (Hidden::LoneMark, _) => "hidden-lone-mark",
        (Hidden::PrivateUse, _) => "hidden-private-use",
        (Hidden::Unassigned, _) => "hidden-unassigned",
    }
}

/// The name of something invisible in the interface's language.
pub(super) fn name_of(messages: &Messages, what: Hidden, c: char, pair: bool) -> String {
    messages.text(message_of(what, c, pair))
}

/// The short sign of something invisible: `RLO`, `NBSP`, `CR LF`, `U+E000`.
pub(super) fn sign_of(what: Hidden, c: char, pair: bool) -> Cow<'static, str> {
    match what {
        Hidden::LineEnd if pair => Cow::Borrowed("CR LF"),
        Hidden::MarkOrder | Hidden::Tanwin | Hidden::DoubledMark | Hidden::LoneMark => {
            Cow::Owned(code_point(c))
        }
        _ => abbreviation(c),
    }
}

/// What a finding is, in a sentence.
pub(super) fn what_is(messages: &Messages, finding: &Finding) -> String {
    messages.text(&format!("flag-{}", finding.kind.key()))
}

/// What to do about it.
pub(super) fn what_to_do(messages: &Messages, finding: &Finding) -> String {
    messages.text(match finding.level {
        Level::Danger => "flagged-do-danger",
        Level::Notice | Level::Info => "flagged-do-notice",
    })
}

/// The characters a finding is about, with their code points: `RLO (U+202E)`,
/// `а (U+0430)`.
pub(super) fn characters_of(messages: &Messages, text: &str, finding: &Finding) -> String {
    let named: Vec<String> = finding
        .characters(text, MOST_NAMED)
        .into_iter()
        .map(|c| {
            let code = code_point(c);
            let short = abbreviation(c);
            if short != code {
                format!("{short} ({code})")
            } else if c.is_alphanumeric() {
                format!("\u{2068}{c}\u{2069} ({code})")
            } else {
                code
            }
        })
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    messages.list(&named)
}

/// The words around a place as they were typed, one after the other, with
/// what is not seen made visible; at most one line.
pub(super) fn as_typed(text: &str, span: Span) -> String {
    let ends_line = |c: char| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}');
    let head = text.get(..span.start).unwrap_or_default();
    let tail = text.get(span.end..).unwrap_or_default();
    let from = head
        .char_indices()
        .rev()
        .take(TYPED_CONTEXT)
        .take_while(|(_, c)| !ends_line(*c))
        .last()
        .map_or(span.start, |(at, _)| at);
    let to = tail
        .char_indices()
        .take(TYPED_CONTEXT)
        .take_while(|(_, c)| !ends_line(*c))
        .last()
        .map_or(span.end, |(at, c)| span.end + at + c.len_utf8());
    let part = text.get(from..to).unwrap_or_default();
    let cut = |next: Option<char>| match next {
        Some(c) if !ends_line(c) => "…",
        _ => "",
    };
    let before = cut(text.get(..from).and_then(|head| head.chars().next_back()));
    let after = cut(text.get(to..).and_then(|tail| tail.chars().next()));
    format!("{before}{}{after}", visible_name(part))
}

/// What is flagged in a label: its first findings, and how it is written.
pub(super) fn label_warning(messages: &Messages, label: &str) -> String {
    let mut said: Vec<String> = inspect(label)
        .findings
        .iter()
        .filter(|finding| finding.level > Level::Info)
        .take(2)
        .map(|finding| sentence_of(messages, label, finding))
        .collect();
    let shown = visible_name(label);
    if shown != label {
        said.push(format!("\u{2068}{shown}\u{2069}"));
    }
    said.join("\n")
}

/// The sentences of one finding, for cards and tips: what it is, of which
/// characters.
pub(super) fn sentence_of(messages: &Messages, text: &str, finding: &Finding) -> String {
    messages.format(
        "flagged-what",
        &[
            ("what", Arg::from(what_is(messages, finding))),
            (
                "characters",
                Arg::from(characters_of(messages, text, finding)),
            ),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn every_finding_has_its_words_in_both_languages() {
        for language in Language::ALL {
            let messages = Messages::new(language);
            for kind in crate::language::invisible::Kind::ALL {
                assert!(messages.has(&format!("flag-{}", kind.key())), "{kind:?}");
            }
        }
    }

    #[test]
    fn a_quote_as_typed_hides_nothing() {
        let text = "قبل\nif x != \"user\u{202E} \u{2066}// admin\u{2069} \u{2066}\" {\nبعد";
        let found = inspect(text);
        let typed = found
            .findings
            .first()
            .map(|finding| as_typed(text, finding.span));
        assert_eq!(
            typed.as_deref(),
            Some("if x != \"user⟨RLO⟩ ⟨LRI⟩// admin⟨PDI⟩ ⟨LRI⟩\" {")
        );
        let messages = Messages::new(Language::En);
        let named = found
            .findings
            .first()
            .map(|finding| characters_of(&messages, text, finding));
        assert_eq!(named.as_deref(), Some("RLO (U+202E)"));
    }
}
