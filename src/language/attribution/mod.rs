//! Who says what: quotations and reported speech with speaker and cue.
//!
//! Here: which quotation is speech and which is a word held at a distance or a
//! heading, which clause reports speech without marks, which word says so, and
//! whose words they are. Not here: how marks pair (quotes), and which stretches
//! are names: the caller brings those, found or marked by hand.
//!
//! Arabic news puts the verb first (قال فلان), the subject first (فلان قال), or
//! neither (وأضاف: the speaker of before goes on); relays others (نقل فلان عن
//! فلان قوله); or names the source after the words (بحسب فلان). Each is one rule
//! here. The words are in `vocabulary` and `cues`, the rules for the subject in
//! `speaker`, for what is said in `content`, and `reader` puts them together.
//!
//! **Invariant:** what is said lies within one line, and so does its cue; both
//! are outside each other. Attributions are sorted by where the words begin.

mod content;
mod cues;
mod fillers;
mod line;
mod reader;
mod speaker;
mod vocabulary;

use super::lines::lines;
use crate::model::Span;

/// What kind of name a stretch of text is, as far as it can speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// A human being.
    Person,
    /// An organisation or group.
    Body,
    /// An office or rank, which speaks for its bearer.
    Title,
    /// A place, which speaks for its government, and only next to its verb.
    Place,
}

/// A name in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named {
    /// Bytes, end exclusive, without clitics before it.
    pub span: Span,
    /// What it names.
    pub voice: Voice,
}

/// What is said, or not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// Words in quotation marks that somebody said.
    Direct,
    /// A clause that reports what somebody said.
    Indirect,
    /// A noun phrase with a number in it that somebody announces, counts or
    /// estimates: أعلنت الوزارة مقتل ثلاثة جنود. No quotation, but a claim.
    Announced,
    /// A few words in quotation marks that nobody is said to have said: a
    /// name, or a word held at a distance.
    Scare,
    /// A line that is nothing but a short quotation.
    Heading,
}

/// Words with those who said them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// What is said, without quotation marks (bytes, end exclusive).
    pub quote: Span,
    /// The word that says so, without its conjunction.
    pub cue: Option<Span>,
    /// Whose words they are.
    pub speaker: Option<Span>,
    /// Whether the speaker stands with an earlier cue, or is the subject of
    /// the sentence.
    pub inherited: bool,
    /// What it is.
    pub kind: Kind,
}

/// The attributions of a text. `names` may be nested and in any order. Linear
/// in the length of the text.
pub fn attributions(text: &str, names: &[Named]) -> Vec<Attribution> {
    let mut sorted: Vec<Named> = names
        .iter()
        .filter(|name| name.span.of(text).is_some())
        .copied()
        .collect();
    sorted.sort_by_key(|name| (name.span.start, std::cmp::Reverse(name.span.end)));
    let mut reader = reader::Reader::default();
    for span in lines(text) {
        reader.read(text, span, &sorted);
    }
    let mut found = reader.found;
    found.sort_by_key(|said| (said.quote.start, std::cmp::Reverse(said.quote.end)));
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests;
