//! Words and numbers that are not what they seem: letters of several scripts,
//! digits of several sets, characters inside that are not seen.
//!
//! Here: one pass over a paragraph. Not here: controls of direction by
//! themselves ([`super::order`]).
//!
//! **Invariant:** a word ends at every character that is neither letter nor
//! mark nor invisible; what is not seen never parts a word.

use super::characters::Hidden;
use super::odd::Spellings;
use super::order::is_control;
use super::properties::{hidden_by_itself, is_combining};
use super::scripts::{
    Script, Spelling, digit_set, is_greek_sign, looks_latin, mixes, passes_for_latin, script,
    spelling,
};
use super::{Finding, Kind, Level};
use crate::model::Span;

/// The most combining marks a letter has in any honest text; Quranic Arabic
/// and accented Hebrew come to five.
const MOST_MARKS: usize = 5;
/// That many zero-width characters in a row, of two kinds and more, are a
/// code.
const CODE: usize = 4;
/// That many variation selectors in a row are a code.
const SELECTORS: usize = 3;
/// Latin letters in a paragraph from which on it is a Latin one.
const LATIN_TEXT: usize = 8;

/// A word being read.
#[derive(Default)]
struct Word {
    start: usize,
    end: usize,
    letters: usize,
    latin: usize,
    greek: usize,
    cyrillic: usize,
    armenian: usize,
    /// Letters of the three other scripts that look Latin; of these the ones
    /// that pass for Latin in a whole word, and the Greek ones that may be
    /// signs.
    looks: usize,
    passes: usize,
    greek_signs: usize,
    styled: usize,
    fullwidth: usize,
    arabic_spelling: bool,
    eastern_spelling: bool,
    first: Option<char>,
    last: Option<char>,
}

/// Characters in a row that are not seen.
#[derive(Default)]
struct Run {
    start: usize,
    end: usize,
    count: usize,
    tags: usize,
    selectors: usize,
    zero_width: usize,
    kinds: Vec<char>,
    before: Option<char>,
}

/// A number being read.
#[derive(Default)]
struct Number {
    start: usize,
    end: usize,
    set: Option<char>,
    mixed: bool,
}

/// What a paragraph is besides its words.
#[derive(Default)]
struct Surroundings {
    latin: usize,
    /// Letters of Cyrillic or Greek in words that do not look Latin.
    other: usize,
    wide: bool,
}

struct Reader<'a> {
    paragraph: &'a str,
    /// Byte of the text where the paragraph begins.
    start: usize,
    found: &'a mut Vec<Finding>,
    spellings: &'a mut Spellings,
    word: Option<Word>,
    run: Option<Run>,
    number: Option<Number>,
    around: Surroundings,
    /// Words that depend on the rest of the paragraph.
    latin_looks: Vec<Span>,
    fullwidth: Vec<Span>,
}

/// Reads a paragraph that begins at byte `start` of the text; returns whether
/// it has controls of direction.
pub(super) fn judge(
    paragraph: &str,
    start: usize,
    spellings: &mut Spellings,
    found: &mut Vec<Finding>,
) -> bool {
    let mut reader = Reader {
        paragraph,
        start,
        found,
        spellings,
        word: None,
        run: None,
        number: None,
        around: Surroundings::default(),
        latin_looks: Vec::new(),
        fullwidth: Vec::new(),
    };
    let controls = reader.read();
    reader.finish();
    controls
}

impl Reader<'_> {
    fn read(&mut self) -> bool {
        let mut controls = false;
        let mut before = None;
        let mut marks = 0_usize;
        let mut base = 0_usize;
        for (at, c) in self.paragraph.char_indices() {
            if is_unseen(c) {
                controls |= is_control(c);
                self.unseen(at, c, before);
                continue;
            }
            if is_combining(c) {
                self.settle_run(None);
                marks += 1;
                if let Some(word) = &mut self.word {
                    word.end = at + c.len_utf8();
                }
                continue;
            }
            if marks > MOST_MARKS {
                self.push(base, at, Kind::ManyMarks, Level::Notice);
            }
            marks = 0;
            base = at;
            let script = script(c);
            self.settle_run(Some((c, script)));
            if let Some(script) = script {
                self.end_number();
                self.letter(at, c, script);
            } else {
                self.end_word();
                self.digit(at, c);
            }
            before = Some(c);
        }
        if marks > MOST_MARKS {
            self.push(base, self.paragraph.len(), Kind::ManyMarks, Level::Notice);
        }
        controls
    }

    fn push(&mut self, from: usize, to: usize, kind: Kind, level: Level) {
        self.found.push(Finding {
            span: Span::new(self.start + from, self.start + to),
            kind,
            level,
        });
    }

    fn letter(&mut self, at: usize, c: char, script: Script) {
        let word = self.word.get_or_insert_with(|| Word {
            start: at,
            first: Some(c),
            ..Word::default()
        });
        word.end = at + c.len_utf8();
        word.letters += 1;
        word.last = Some(c);
        match script {
            Script::Arabic => match spelling(c) {
                Some(Spelling::Arabic) => word.arabic_spelling = true,
                Some(Spelling::Eastern) => word.eastern_spelling = true,
                None => {}
            },
            Script::Latin => word.latin += 1,
            Script::Greek => word.greek += 1,
            Script::Cyrillic => word.cyrillic += 1,
            Script::Armenian => word.armenian += 1,
            Script::Styled => word.styled += 1,
            Script::Fullwidth => word.fullwidth += 1,
            Script::Hebrew => {}
            Script::Other => self.around.wide |= c >= '\u{2E80}',
        }
        if mixes(script) && script != Script::Latin && looks_latin(c) {
            word.looks += 1;
            word.passes += usize::from(passes_for_latin(c));
            word.greek_signs += usize::from(is_greek_sign(c));
        }
    }

    fn end_word(&mut self) {
        let Some(word) = self.word.take() else {
            return;
        };
        let span = Span::new(self.start + word.start, self.start + word.end);
        self.spellings
            .count(span, word.arabic_spelling, word.eastern_spelling);
        self.around.latin += word.latin;
        let foreign = word.greek + word.cyrillic + word.armenian;
        let scripts = [word.latin, word.greek, word.cyrillic, word.armenian]
            .iter()
            .filter(|count| **count > 0)
            .count();
        if scripts > 1 {
            if let Some(level) = mixed_level(&word, foreign) {
                self.push(word.start, word.end, Kind::MixedLetters, level);
            }
        } else if foreign > 0 {
            if word.passes == word.letters && word.letters > 2 {
                if self.in_address(&word) {
                    self.push(word.start, word.end, Kind::LookAlikeWord, Level::Danger);
                } else {
                    self.latin_looks.push(Span::new(word.start, word.end));
                }
            } else {
                self.around.other += word.letters;
            }
        }
        if word.styled > 1 {
            self.push(word.start, word.end, Kind::StyledLetters, Level::Notice);
        }
        if word.fullwidth > 1 {
            self.fullwidth.push(Span::new(word.start, word.end));
        }
    }

    /// Whether Latin letters stand beside a word as in an address: a full
    /// stop or an at sign, and no space.
    fn in_address(&self, word: &Word) -> bool {
        let joins = |c: Option<char>| matches!(c, Some('.' | '@'));
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let mut after = self.paragraph.get(word.end..).unwrap_or_default().chars();
        let mut before = self
            .paragraph
            .get(..word.start)
            .unwrap_or_default()
            .chars()
            .rev();
        joins(after.next()) && latin(after.next()) || joins(before.next()) && latin(before.next())
    }

    fn digit(&mut self, at: usize, c: char) {
        let end = at + c.len_utf8();
        if let Some(set) = digit_set(c) {
            let number = self.number.get_or_insert_with(|| Number {
                start: at,
                set: Some(set),
                ..Number::default()
            });
            number.mixed |= number.set != Some(set);
            number.end = end;
        } else if let Some(number) = &self.number {
            // A sign that stands between two digits is part of the number.
            let joins = matches!(c, '.' | ',' | '\u{66B}' | '\u{66C}') && number.end == at;
            if !joins {
                self.end_number();
            }
        }
    }

    fn end_number(&mut self) {
        if let Some(number) = self.number.take()
            && number.mixed
        {
            self.push(number.start, number.end, Kind::MixedDigits, Level::Notice);
        }
    }

    fn unseen(&mut self, at: usize, c: char, before: Option<char>) {
        let run = self.run.get_or_insert_with(|| Run {
            start: at,
            before,
            ..Run::default()
        });
        run.end = at + c.len_utf8();
        run.count += 1;
        match hidden_by_itself(c) {
            Some(Hidden::Tag) => run.tags += 1,
            Some(Hidden::Selector) => run.selectors += 1,
            Some(Hidden::ZeroWidth | Hidden::NoBreak) => run.zero_width += 1,
            _ => {}
        }
        if run.kinds.len() < 4 && !run.kinds.contains(&c) {
            run.kinds.push(c);
        }
    }

    /// Judges what was not seen before `next` (a character and its script;
    /// none at the end, and before a mark).
    fn settle_run(&mut self, next: Option<(char, Option<Script>)>) {
        let Some(run) = self.run.take() else {
            return;
        };
        let (start, end) = (run.start, run.end);
        if run.tags > 0 && !self.is_flag(&run) || run.selectors >= SELECTORS {
            self.push(start, end, Kind::HiddenText, Level::Danger);
            return;
        }
        if run.zero_width >= CODE {
            let several = run
                .kinds
                .iter()
                .filter(|c| hidden_by_itself(**c) == Some(Hidden::ZeroWidth))
                .count()
                > 1;
            // Khmer and Thai part their words by zero-width spaces, some more
            // than once.
            let other = |c: Option<char>| c.and_then(script) == Some(Script::Other);
            if several {
                self.push(start, end, Kind::HiddenText, Level::Danger);
            } else if !other(run.before) && !other(next.map(|(c, _)| c)) {
                self.push(start, end, Kind::HiddenText, Level::Notice);
            }
            return;
        }
        let before = run
            .before
            .and_then(script)
            .filter(|_| self.word.as_ref().is_some_and(|word| word.end == start));
        let after = next.and_then(|(_, script)| script);
        let part = self.paragraph.get(start..end).unwrap_or_default();
        for (offset, c) in part.char_indices() {
            if let Some((kind, level)) = misplaced(c, before, after, next.is_some()) {
                let at = start + offset;
                self.push(at, at + c.len_utf8(), kind, level);
            }
        }
    }

    /// Whether tag characters are the flag of a region: a black flag, letters,
    /// and the end tag.
    fn is_flag(&self, run: &Run) -> bool {
        let part = self.paragraph.get(run.start..run.end).unwrap_or_default();
        run.before == Some('\u{1F3F4}')
            && run.count == run.tags
            && run.count <= 7
            && part.ends_with('\u{E007F}')
    }

    fn finish(&mut self) {
        self.settle_run(None);
        self.end_word();
        self.end_number();
        if self.around.latin >= LATIN_TEXT && self.around.other == 0 {
            for span in std::mem::take(&mut self.latin_looks) {
                self.push(span.start, span.end, Kind::LookAlikeWord, Level::Notice);
            }
        }
        if !self.around.wide {
            for span in std::mem::take(&mut self.fullwidth) {
                self.push(span.start, span.end, Kind::StyledLetters, Level::Notice);
            }
        }
    }
}

/// Whether a character is read over: it neither shows nor parts a word.
fn is_unseen(c: char) -> bool {
    match c {
        ' '..='~' | '\u{620}'..='\u{6FF}' => false,
        '\u{2060}' => true,
        '\u{61C}'..='\u{E01EF}' | '\u{AD}' | '\u{34F}' => matches!(
            hidden_by_itself(c),
            Some(
                Hidden::Direction
                    | Hidden::ZeroWidth
                    | Hidden::Selector
                    | Hidden::Tag
                    | Hidden::Filler
            )
        ),
        _ => false,
    }
}

/// How grave it is that a word has letters of several scripts; `None` where
/// honest texts do that.
fn mixed_level(word: &Word, foreign: usize) -> Option<Level> {
    let only_greek = word.cyrillic == 0 && word.armenian == 0;
    if only_greek && word.looks == 0 {
        // μm, kΩ, Δt
        return None;
    }
    let at_edge = |c: Option<char>| c.is_some_and(is_greek_sign);
    if only_greek
        && foreign == 1
        && word.greek_signs == 1
        && (at_edge(word.first) || at_edge(word.last))
    {
        // ρgh, and αpple: a sign, or not.
        return Some(Level::Notice);
    }
    Some(if word.looks > 0 {
        Level::Danger
    } else {
        Level::Notice
    })
}

/// What is wrong with a character that is not seen between letters of these
/// scripts. `followed` is false at the end of the paragraph and before a mark.
fn misplaced(
    c: char,
    before: Option<Script>,
    after: Option<Script>,
    followed: bool,
) -> Option<(Kind, Level)> {
    let spaced = |script: &Script| {
        matches!(
            script,
            Script::Latin
                | Script::Greek
                | Script::Cyrillic
                | Script::Armenian
                | Script::Arabic
                | Script::Hebrew
        )
    };
    let inside = before
        .filter(spaced)
        .filter(|script| after == Some(*script) || mixes(*script) && after.is_some_and(mixes));
    let arabic = |script: Option<Script>| matches!(script, Some(Script::Arabic | Script::Hebrew));
    match c {
        '\u{3164}' | '\u{FFA0}' | '\u{115F}' | '\u{1160}'
            if before != Some(Script::Other) && after != Some(Script::Other) =>
        {
            Some((Kind::HiddenText, Level::Notice))
        }
        '\u{200C}' | '\u{200D}' if arabic(before) => None,
        // A mark of direction after the name of a programming language, after
        // a conjunction; a paragraph's own words are not parted by it.
        '\u{200E}' | '\u{200F}' | '\u{61C}' => inside.map(|script| {
            let level = if arabic(Some(script)) {
                Level::Info
            } else {
                Level::Notice
            };
            (Kind::InsideWord, level)
        }),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        // On a letter that has no variants.
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => before
            .filter(spaced)
            .map(|_| (Kind::InsideWord, Level::Notice)),
        '\u{34F}' if !followed => None,
        _ => inside.map(|_| (Kind::InsideWord, Level::Notice)),
    }
}
