//! Seeing the invisible: what a text holds that cannot be seen, and what in it
//! shows something else than it says.
//!
//! Here: characters that are not seen with their names
//! ([`hidden_characters`], [`census`]), what is to be flagged ([`inspect`]), and names
//! with their invisible characters made visible ([`visible_name`]). Not here:
//! how any of it looks on a page.
//!
//! Flagged is what "Trojan Source" (N. Boucher, R. Anderson, 2021;
//! CVE-2021-42574, CVE-2021-42694) and UTS #39 warn of: overrides, embeddings
//! and isolates that do not end, letters of another script in a word,
//! characters inside a word that are not seen. What honest texts do is not:
//! the joiners of Persian and Kurdish words and of emoji, marks of direction
//! beside punctuation, no-break spaces, Greek letters as signs.
//!
//! **Invariant:** linear in the text; findings come in its order and lie on
//! whole characters of it.

mod census;
mod characters;
mod odd;
mod order;
mod properties;
mod scripts;
mod visible;
mod words;

pub use census::{CensusRow, census, next_of};
pub use characters::{
    Hidden, HiddenCharacter, abbreviation, code_point, hidden_characters, unicode_name,
};
pub use properties::hidden_by_itself;
pub use visible::{is_settled, tamed, visible_name};

use crate::model::Span;

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Honest texts do it too; listed, and not flagged on the page.
    Info,
    /// Worth a look: nothing seen is wrong, but something is not seen.
    Notice,
    /// What is seen is not what is written.
    Danger,
}

impl Level {
    /// Its name in machine output.
    pub fn key(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Notice => "notice",
            Self::Danger => "danger",
        }
    }
}

/// What was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// An override of direction: letters in reverse.
    Override,
    /// An embedding or isolate that does not end in its paragraph.
    Unclosed,
    /// The end of an embedding or isolate that did not begin.
    Stray,
    /// A control without which something would stand elsewhere.
    Reordered,
    /// A word of letters of several scripts that look alike.
    MixedLetters,
    /// A word of another script all of whose letters look Latin.
    LookAlikeWord,
    /// A word with both Arabic and Persian (Urdu, Kurdish) forms of a letter.
    MixedSpelling,
    /// Mathematical or wide letters that spell a word.
    StyledLetters,
    /// A number with digits of several sets.
    MixedDigits,
    /// A character inside a word that is not seen.
    InsideWord,
    /// Characters that are not seen and can carry a text of their own.
    HiddenText,
    /// More combining marks on one letter than any script has.
    ManyMarks,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Override,
        Self::Unclosed,
        Self::Stray,
        Self::Reordered,
        Self::MixedLetters,
        Self::LookAlikeWord,
        Self::MixedSpelling,
        Self::StyledLetters,
        Self::MixedDigits,
        Self::InsideWord,
        Self::HiddenText,
        Self::ManyMarks,
    ];

    /// Its name in machine output and in the ids of messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Override => "override",
            Self::Unclosed => "unclosed",
            Self::Stray => "stray",
            Self::Reordered => "reordered",
            Self::MixedLetters => "mixed-letters",
            Self::LookAlikeWord => "look-alike-word",
            Self::MixedSpelling => "mixed-spelling",
            Self::StyledLetters => "styled-letters",
            Self::MixedDigits => "mixed-digits",
            Self::InsideWord => "inside-word",
            Self::HiddenText => "hidden-text",
            Self::ManyMarks => "many-marks",
        }
    }
}

/// One thing found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The character, or the word or number it is in: bytes of the text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// How much it matters.
    pub level: Level,
}

impl Finding {
    /// The characters it is about, each once, in their order: the invisible
    /// ones, or the letters and digits that do not belong; at most `most`.
    pub fn characters(&self, text: &str, most: usize) -> Vec<char> {
        odd::odd_characters(self.kind, self.span.of(text).unwrap_or_default(), most)
    }
}

/// Findings kept of one text; more than that nobody looks through, and they
/// are only counted.
pub const MOST_FINDINGS: usize = 50_000;

/// What was found in one text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inspection {
    /// In the order of the text, the first [`MOST_FINDINGS`].
    pub findings: Vec<Finding>,
    /// How many are of each level, with those beyond: dangers.
    pub dangers: usize,
    /// Notices.
    pub notices: usize,
    /// Infos.
    pub infos: usize,
}

impl Inspection {
    /// The gravest level found.
    pub fn level(&self) -> Option<Level> {
        if self.dangers > 0 {
            Some(Level::Danger)
        } else if self.notices > 0 {
            Some(Level::Notice)
        } else {
            (self.infos > 0).then_some(Level::Info)
        }
    }

    /// How many findings are flagged: notices and dangers.
    pub fn flagged(&self) -> usize {
        self.dangers + self.notices
    }

    /// The kept findings that share a byte with `span`, or begin there.
    pub fn within(&self, span: Span) -> impl Iterator<Item = &Finding> {
        // Findings are words at most: none reaches over many others.
        let first = self
            .findings
            .partition_point(|finding| finding.span.start < span.start)
            .saturating_sub(8);
        self.findings
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(move |finding| finding.span.start < span.end)
            .filter(move |finding| finding.span.overlaps(span))
    }

    /// The first flagged finding that begins at `byte` or later, else the
    /// first of all; or, backwards, the last that begins before it, else the
    /// last.
    pub fn next_flagged(&self, byte: usize, forward: bool) -> Option<&Finding> {
        let flagged = |finding: &&Finding| finding.level > Level::Info;
        let middle = self
            .findings
            .partition_point(|finding| finding.span.start < byte);
        let (before, after) = self.findings.split_at(middle.min(self.findings.len()));
        if forward {
            after
                .iter()
                .find(flagged)
                .or_else(|| before.iter().find(flagged))
        } else {
            before
                .iter()
                .rfind(flagged)
                .or_else(|| after.iter().rfind(flagged))
        }
    }

    fn add(&mut self, mut found: Vec<Finding>) {
        found.sort_by_key(|finding| (finding.span.start, finding.span.end, finding.kind));
        for finding in &found {
            match finding.level {
                Level::Info => self.infos += 1,
                Level::Notice => self.notices += 1,
                Level::Danger => self.dangers += 1,
            }
        }
        let room = MOST_FINDINGS.saturating_sub(self.findings.len());
        self.findings.extend(found.into_iter().take(room));
    }
}

/// Looks through a text.
pub fn inspect(text: &str) -> Inspection {
    let mut inspection = Inspection::default();
    let mut spellings = odd::Spellings::default();
    let mut start = 0;
    let mut found = Vec::new();
    while start <= text.len() {
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(ends_paragraph).unwrap_or(rest.len());
        let paragraph = rest.get(..length).unwrap_or_default();
        if !is_plain(paragraph) {
            let controls = words::judge(paragraph, start, &mut spellings, &mut found);
            if controls {
                order::judge(paragraph, start, &mut found);
            }
            if !found.is_empty() {
                inspection.add(std::mem::take(&mut found));
            }
        }
        let separator = rest
            .get(length..)
            .and_then(|end| end.chars().next())
            .map_or(1, char::len_utf8);
        start += length + separator;
    }
    let mixed = spellings.judge();
    if !mixed.is_empty() {
        inspection.add(mixed);
        inspection
            .findings
            .sort_by_key(|finding| (finding.span.start, finding.span.end, finding.kind));
    }
    inspection
}

/// How grave what is wrong with a label is (a title, the name of a tag, a
/// note): anything flagged in it. `None` for honest labels.
pub fn label_level(label: &str) -> Option<Level> {
    if is_plain(label) {
        return None;
    }
    inspect(label).level().filter(|level| *level > Level::Info)
}

/// The same for a file name, in which no control of direction, not even one in
/// a pair, has any business.
pub fn file_name_level(name: &str) -> Option<Level> {
    if name.contains(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')) {
        return Some(Level::Danger);
    }
    let hides = (visible_name(name) != name).then_some(Level::Notice);
    label_level(name).max(hides)
}

/// Whether there is nothing in a paragraph but printing ASCII and tabs.
fn is_plain(paragraph: &str) -> bool {
    paragraph
        .bytes()
        .all(|byte| (b' '..=b'~').contains(&byte) || byte == b'\t')
}

/// Whether the character ends a paragraph of UAX #9 (class B).
fn ends_paragraph(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2029}')
}

#[cfg(test)]
mod tests;
