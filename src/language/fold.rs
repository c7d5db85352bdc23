//! Folding: a text as one reads it when its spelling is to be overlooked.
//!
//! Here: the four levels. Not here: the map back to the source (folded), what
//! single characters fold to (letters) and the word rules of the loosest level
//! (loose). The stored text is never folded; a folded text lives as long as
//! the search that needs it.
//!
//! **Invariant:** folding a folded text changes nothing, and two texts that
//! are one at some level are one at every looser level.

use unicode_normalization::char::{decompose_canonical, decompose_compatible};

use super::folded::{Builder, Folded, Unit};
use super::letters::{
    TATWEEL, is_accented_range, is_combining_accent, is_double_quote, is_invisible, is_mark,
    is_presentation_form, is_space, simplify, with_hamza,
};
use super::loose::Word;

/// How much of the spelling is overlooked; each level overlooks what the one
/// before it does, and more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing: code point by code point.
    Exact,
    /// Vowel signs and other marks, tatweel, characters that are not seen.
    /// A hamza or madda written as a sign of its own joins its letter.
    Marks,
    /// Also the forms of alef, ya, kaf, ha and the hamza's carrier; which
    /// digits, quotation marks, dashes and commas are used; kinds and runs of
    /// spaces; presentation forms; case and accents of European letters.
    #[default]
    Letters,
    /// Also ة and ه, سوريا and سورية, a few names with two spellings, and the
    /// space in عبد الله, دير الزور, و العراق, لـ قسد, or the quotation mark
    /// after a clitic in لـ"قسد".
    Loose,
}

impl Level {
    /// All levels, strictest first.
    pub const ALL: [Self; 4] = [Self::Exact, Self::Marks, Self::Letters, Self::Loose];
}

/// Folds `text` to `level`. Linear in the length of the text.
pub fn fold(text: &str, level: Level) -> Folded {
    fold_with(text, level, level == Level::Loose)
}

/// The folded text alone: a key under which two spellings are one.
pub fn key(text: &str, level: Level) -> String {
    fold(text, level).into_text()
}

/// Folds to [`Level::Letters`] and closes the gap that a tatweel leaves after
/// a clitic: لـ"قسد" and لـ قسد read لقسد.
pub(crate) fn fold_joined(text: &str) -> Folded {
    fold_with(text, Level::Letters, true)
}

fn fold_with(text: &str, level: Level, join: bool) -> Folded {
    if level == Level::Exact {
        return Folded::unchanged(text);
    }
    let mut folder = Folder::new(text.len(), level, join);
    let mut rest = text.chars();
    let mut at = 0;
    while let Some(c) = rest.next() {
        let mut end = at + c.len_utf8();
        let mut letter = c;
        if let Some((composed, signs)) = composed(c, rest.as_str()) {
            letter = composed;
            end += signs;
            rest = rest.as_str().get(signs..).unwrap_or_default().chars();
        }
        folder.take(letter, at, end);
        at = end;
    }
    folder.finish(text.len())
}

/// The letter `base` makes with a hamza or madda among the marks that follow,
/// and the length of those marks in bytes. (In canonical order a vowel sign
/// may stand between the two.)
fn composed(base: char, rest: &str) -> Option<(char, usize)> {
    if !matches!(base, '\u{0627}' | '\u{0648}' | '\u{064A}') {
        return None;
    }
    let marks = rest.chars().take_while(|c| is_mark(*c));
    let letter = marks.clone().find_map(|sign| with_hamza(base, sign))?;
    Some((letter, marks.map(char::len_utf8).sum()))
}

struct Folder {
    out: Builder,
    level: Level,
    join: bool,
    /// The word being read, when words matter (loose or joining).
    word: Word,
    after_tatweel: bool,
}

impl Folder {
    fn new(source_len: usize, level: Level, join: bool) -> Self {
        Self {
            out: Builder::new(source_len),
            level,
            join,
            word: Word::default(),
            after_tatweel: false,
        }
    }

    fn take(&mut self, c: char, start: usize, end: usize) {
        if matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}') {
            // Nearly every character of an Arabic text ends here.
            let letter = if self.level == Level::Marks {
                c
            } else {
                simplify(c)
            };
            self.unit(letter, start, end, false);
        } else if c == ' ' && self.level != Level::Marks {
            self.space(start, end);
        } else if c.is_ascii_alphanumeric() || (c.is_ascii() && self.level == Level::Marks) {
            let letter = if self.level == Level::Marks {
                c
            } else {
                c.to_ascii_lowercase()
            };
            self.unit(letter, start, end, false);
        } else if c == TATWEEL {
            self.attach(end);
            self.after_tatweel = true;
        } else if is_mark(c) {
            self.attach(end);
        } else if is_invisible(c) {
            // Dropped; it belongs to no letter.
        } else if self.level == Level::Marks {
            self.unit(c, start, end, false);
        } else if is_combining_accent(c) {
            self.attach(end);
        } else if is_space(c) {
            self.space(start, end);
        } else if is_double_quote(c) {
            if !(self.join && self.after_tatweel && self.word.is_proclitic()) {
                self.unit('"', start, end, false);
            }
        } else if is_presentation_form(c) {
            let mut continues = false;
            decompose_compatible(c, |part| {
                if part != TATWEEL && !is_mark(part) {
                    let part = if is_space(part) { ' ' } else { simplify(part) };
                    self.unit(part, start, end, continues);
                    continues = true;
                }
            });
        } else {
            let simple = simplify(c);
            let lower = if simple.is_alphabetic() && !is_caseless(simple) {
                simple.to_lowercase()
            } else {
                return self.unit(simple, start, end, false);
            };
            let mut continues = false;
            for c in lower {
                self.plain_letter(c, start, end, &mut continues);
            }
        }
    }

    /// A lower-case letter, without its accents.
    fn plain_letter(&mut self, c: char, start: usize, end: usize, continues: &mut bool) {
        let mut push = |part: char| {
            if !is_combining_accent(part) {
                let part = if part == 'ς' { 'σ' } else { part };
                self.unit(part, start, end, *continues);
                *continues = true;
            }
        };
        if is_accented_range(c) {
            decompose_canonical(c, push);
        } else {
            push(c);
        }
    }

    fn space(&mut self, start: usize, end: usize) {
        let closes_gap = self.join && self.after_tatweel && self.word.is_proclitic();
        if closes_gap || (self.level == Level::Loose && self.word.takes_the_next()) {
            return;
        }
        if self.word.is_empty() && self.out.ends_with(' ') {
            self.attach(end);
        } else {
            self.unit(' ', start, end, false);
        }
    }

    fn unit(&mut self, letter: char, start: usize, end: usize, continues: bool) {
        self.after_tatweel = false;
        let letter = match letter {
            'ة' if self.level == Level::Loose => 'ه',
            other => other,
        };
        let unit = Unit {
            letter,
            start,
            end,
            tail_end: end,
            continues,
        };
        if !self.join {
            self.out.push(unit);
        } else if letter.is_alphabetic() {
            self.word.push(unit);
        } else {
            self.flush();
            self.out.push(unit);
        }
    }

    fn attach(&mut self, end: usize) {
        if !self.word.attach(end) {
            self.out.attach(end);
        }
    }

    fn flush(&mut self) {
        let loose = self.level == Level::Loose;
        for unit in self.word.finish(loose) {
            self.out.push(unit);
        }
        self.word.clear();
    }

    fn finish(mut self, source_len: usize) -> Folded {
        self.flush();
        self.out.finish(source_len)
    }
}

/// Letters without upper and lower case, which need no look-up.
fn is_caseless(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}')
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "tests read known texts"
)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::model::Span;

    /// The source of the first place where `needle`, folded, stands in `text`,
    /// folded.
    fn found<'a>(text: &'a str, needle: &str, level: Level) -> Option<&'a str> {
        let folded = fold(text, level);
        let needle = key(needle, level);
        let at = folded.text().find(&needle)?;
        folded.span_of(at..at + needle.len()).of(text)
    }

    #[test]
    fn marks_go_and_come_back_with_their_letter() {
        assert_eq!(key("قدّم", Level::Marks), "قدم");
        assert_eq!(found("كما قدّم تقريرًا", "قدم", Level::Marks), Some("قدّم"));
        assert_eq!(found("قدَّمَ", "قد", Level::Marks), Some("قدَّ"));
        assert_eq!(found("ذهـــب", "ذه", Level::Marks), Some("ذهـــ"));
        assert_eq!(found("كِتابٌ", "كتاب", Level::Letters), Some("كِتابٌ"));
    }

    #[test]
    fn both_orders_of_tanwin_are_one_word() {
        for level in [Level::Marks, Level::Letters, Level::Loose] {
            assert_eq!(key("أيض\u{64B}ا", level), key("أيضا\u{64B}", level));
            assert_eq!(found("أيضاً،", "أيضا", level), Some("أيضاً"));
        }
    }

    #[test]
    fn a_hamza_of_its_own_joins_its_letter() {
        assert_eq!(key("ا\u{654}حمد", Level::Marks), "أحمد");
        assert_eq!(key("ا\u{64E}\u{654}حمد", Level::Marks), "أحمد");
        assert_eq!(
            found("ا\u{64E}\u{654}حمد", "أ", Level::Marks),
            Some("ا\u{64E}\u{654}")
        );
        assert_eq!(key("ا\u{654}حمد", Level::Letters), "احمد");
    }

    #[test]
    fn spellings_of_the_five_articles_are_one_at_letters() {
        for (written, meant) in [
            ("امس", "أمس"),
            ("وامس", "وأمس"),
            ("ادريس", "إدريس"),
            ("وياتي", "ويأتي"),
            ("إقرأ", "اقرأ"),
            ("اندبندنت", "إندبندنت"),
            ("علي شمال", "على شمال"),
            ("كى", "كي"),
            ("أوروبا", "اوروبا"),
            ("مؤكدا", "موكدا"),
            ("ٱلرحمٰن", "الرحمن"),
            ("کردی", "كردي"),
            ("١٦٠٠", "1600"),
            ("۱۶۰۰", "1600"),
            ("ﻻ ﺇﻟﻪ", "لا إله"),
            ("ﷲ", "الله"),
            ("خلف\u{A0}في", "خلف في"),
            ("بك!  تركيا", "بك!\u{A0}تركيا"),
            ("“مصدر السلام”", "\"مصدر السلام\""),
            ("«قسد»،", "\"قسد\","),
            ("Erdoğan", "ERDOGAN"),
            ("Ḥamāh", "hamah"),
            ("SDF", "sdf"),
            ("٣٫٥٪", "3.5%"),
        ] {
            assert_eq!(
                key(written, Level::Letters),
                key(meant, Level::Letters),
                "{written}"
            );
        }
    }

    #[test]
    fn letters_keeps_apart_what_are_two_letters() {
        for (one, other) in [
            ("سورية", "سوريه"),
            ("سوريا", "سورية"),
            ("جزء", "جزا"),
            ("دير الزور", "ديرالزور"),
            ("ح", "خ"),
        ] {
            assert_ne!(
                key(one, Level::Letters),
                key(other, Level::Letters),
                "{one}"
            );
        }
        assert_eq!(key("سورية\nديرالزور", Level::Letters), "سورية\nديرالزور");
    }

    #[test]
    fn loose_spellings_of_the_five_articles_are_one() {
        for (written, meant) in [
            ("سوريا", "سورية"),
            ("قوات سورية الديمقراطية", "قوات سوريا الديمقراطية"),
            ("ديرالزور", "دير الزور"),
            ("عبدالأمير", "عبد الأمير"),
            ("ترمب", "ترامب"),
            ("الأميركي", "الأمريكي"),
            ("الأوربية", "الأوروبية"),
            ("لمجموعه", "لمجموعة"),
            ("سياسيه", "سياسية"),
            ("و العراق", "والعراق"),
            ("لـ قسد", "لقسد"),
            ("لـ\"قسد", "لقسد"),
            ("لـ التحالف", "لالتحالف"),
            ("لدير الزور", "لديرالزور"),
        ] {
            assert_eq!(
                key(written, Level::Loose),
                key(meant, Level::Loose),
                "{written}"
            );
        }
        for (one, other) in [
            ("عليا", "عليه"),
            ("قال زور", "قالزور"),
            ("1441 هـ ثم", "1441 هثم"),
        ] {
            assert_ne!(key(one, Level::Loose), key(other, Level::Loose), "{one}");
        }
    }

    #[test]
    fn what_is_found_covers_the_original() {
        assert_eq!(
            found("مدن ديرالزور والرقة", "دير الزور", Level::Loose),
            Some("ديرالزور")
        );
        assert_eq!(
            found("ريف دير الزور.", "ديرالزور", Level::Loose),
            Some("دير الزور")
        );
        assert_eq!(
            found("دونالد ترامب قال", "ترمب", Level::Loose),
            Some("ترامب")
        );
        assert_eq!(
            found("الإعلامي لـ\"قسد\" بأنه", "لقسد", Level::Loose),
            Some("لـ\"قسد")
        );
        assert_eq!(
            found("هفرين خلف\u{A0}\u{A0}في", "خلف في", Level::Letters),
            Some("خلف\u{A0}\u{A0}في")
        );
        assert_eq!(found("قالﷺثم", "الله", Level::Letters), Some("ﷺ"));
    }

    #[test]
    fn invisible_characters_belong_to_no_letter() {
        assert_eq!(
            found("\u{2068}قسد\u{2069}", "قسد", Level::Marks),
            Some("قسد")
        );
        assert_eq!(
            found("ق\u{200F}سد", "قسد", Level::Marks),
            Some("ق\u{200F}سد")
        );
    }

    #[test]
    fn any_range_of_any_folded_text_is_answered() {
        let folded = fold("قدّم", Level::Letters);
        assert_eq!(folded.span_of(0..999), Span::new(0, "قدّم".len()));
        assert_eq!(folded.span_of(999..1000).start, "قدّم".len());
        let backwards = Range { start: 3, end: 1 };
        assert!(folded.span_of(backwards).is_empty());
        assert_eq!(fold("", Level::Loose).span_of(0..0), Span::new(0, 0));
        assert_eq!(fold("\u{64B}", Level::Loose).span_of(0..1), Span::new(2, 2));
    }
}
