//! Which characters are not seen, what they are called, and where they stand.
//!
//! Here: one entry for everything a page can show a small sign for. Not here:
//! whether it is dangerous ([`super`]), and how the sign looks (ui).
//!
//! Abbreviations and names are those of the Unicode Standard
//! (UnicodeData.txt, NameAliases.txt).
//!
//! **Invariant:** entries come in the order of the text, each on whole
//! characters.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::char::canonical_combining_class;

use super::properties::{hidden_by_itself, is_combining};
use crate::language::letters::{TATWEEL, is_presentation_form};
use crate::model::Span;

/// What kind of thing is not seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Hidden {
    /// A control of direction: marks, embeddings, overrides, isolates.
    Direction,
    /// A space or joint at which no line ends.
    NoBreak,
    /// A space of another width than the usual one.
    Space,
    /// A character of no width: joiners, separators, soft hyphen, byte order
    /// mark, invisible operators.
    ZeroWidth,
    /// A variation selector.
    Selector,
    /// A tag character: a second, invisible ASCII.
    Tag,
    /// A letter or sign that is drawn blank.
    Filler,
    /// The tatweel (kashida).
    Tatweel,
    /// A tab.
    Tab,
    /// What ends a line or a paragraph.
    LineEnd,
    /// Any other control character.
    Control,
    /// A letter of an old encoding that stands for one form of a letter or for
    /// several letters.
    PresentationForm,
    /// Two combining marks in another order than the canonical one (UAX #15).
    MarkOrder,
    /// Tanwin written after the alef instead of before it.
    Tanwin,
    /// The same combining mark twice on one letter.
    DoubledMark,
    /// A combining mark without a letter.
    LoneMark,
    /// A character of private use: it means what its font says.
    PrivateUse,
    /// A code point that Unicode has not assigned.
    Unassigned,
}

impl Hidden {
    /// All kinds, in their order.
    pub const ALL: [Self; 18] = [
        Self::Direction,
        Self::NoBreak,
        Self::Space,
        Self::ZeroWidth,
        Self::Selector,
        Self::Tag,
        Self::Filler,
        Self::Tatweel,
        Self::Tab,
        Self::LineEnd,
        Self::Control,
        Self::PresentationForm,
        Self::MarkOrder,
        Self::Tanwin,
        Self::DoubledMark,
        Self::LoneMark,
        Self::PrivateUse,
        Self::Unassigned,
    ];
}

/// One thing that is not seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HiddenCharacter {
    /// Bytes of the text; CR LF is one line end.
    pub span: Span,
    /// Its kind.
    pub what: Hidden,
}

/// Character, abbreviation, name: sorted by code point.
const NAMED: &[(char, &str, &str)] = &[
    ('\t', "TAB", "CHARACTER TABULATION"),
    ('\n', "LF", "LINE FEED"),
    ('\u{B}', "VT", "LINE TABULATION"),
    ('\u{C}', "FF", "FORM FEED"),
    ('\r', "CR", "CARRIAGE RETURN"),
    ('\u{85}', "NEL", "NEXT LINE"),
    ('\u{A0}', "NBSP", "NO-BREAK SPACE"),
    ('\u{AD}', "SHY", "SOFT HYPHEN"),
    ('\u{34F}', "CGJ", "COMBINING GRAPHEME JOINER"),
    ('\u{61C}', "ALM", "ARABIC LETTER MARK"),
    ('\u{640}', "TATWEEL", "ARABIC TATWEEL"),
    ('\u{115F}', "HCF", "HANGUL CHOSEONG FILLER"),
    ('\u{1160}', "HJF", "HANGUL JUNGSEONG FILLER"),
    ('\u{1680}', "OSP", "OGHAM SPACE MARK"),
    ('\u{17B4}', "KIVAQ", "KHMER VOWEL INHERENT AQ"),
    ('\u{17B5}', "KIVAA", "KHMER VOWEL INHERENT AA"),
    ('\u{180E}', "MVS", "MONGOLIAN VOWEL SEPARATOR"),
    ('\u{2000}', "NQSP", "EN QUAD"),
    ('\u{2001}', "MQSP", "EM QUAD"),
    ('\u{2002}', "ENSP", "EN SPACE"),
    ('\u{2003}', "EMSP", "EM SPACE"),
    ('\u{2004}', "3/MSP", "THREE-PER-EM SPACE"),
    ('\u{2005}', "4/MSP", "FOUR-PER-EM SPACE"),
    ('\u{2006}', "6/MSP", "SIX-PER-EM SPACE"),
    ('\u{2007}', "FSP", "FIGURE SPACE"),
    ('\u{2008}', "PSP", "PUNCTUATION SPACE"),
    ('\u{2009}', "THSP", "THIN SPACE"),
    ('\u{200A}', "HSP", "HAIR SPACE"),
    ('\u{200B}', "ZWSP", "ZERO WIDTH SPACE"),
    ('\u{200C}', "ZWNJ", "ZERO WIDTH NON-JOINER"),
    ('\u{200D}', "ZWJ", "ZERO WIDTH JOINER"),
    ('\u{200E}', "LRM", "LEFT-TO-RIGHT MARK"),
    ('\u{200F}', "RLM", "RIGHT-TO-LEFT MARK"),
    ('\u{2028}', "LS", "LINE SEPARATOR"),
    ('\u{2029}', "PS", "PARAGRAPH SEPARATOR"),
    ('\u{202A}', "LRE", "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202B}', "RLE", "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202C}', "PDF", "POP DIRECTIONAL FORMATTING"),
    ('\u{202D}', "LRO", "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202E}', "RLO", "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{202F}', "NNBSP", "NARROW NO-BREAK SPACE"),
    ('\u{205F}', "MMSP", "MEDIUM MATHEMATICAL SPACE"),
    ('\u{2060}', "WJ", "WORD JOINER"),
    ('\u{2061}', "FA", "FUNCTION APPLICATION"),
    ('\u{2062}', "IT", "INVISIBLE TIMES"),
    ('\u{2063}', "IS", "INVISIBLE SEPARATOR"),
    ('\u{2064}', "IP", "INVISIBLE PLUS"),
    ('\u{2066}', "LRI", "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RLI", "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FSI", "FIRST STRONG ISOLATE"),
    ('\u{2069}', "PDI", "POP DIRECTIONAL ISOLATE"),
    ('\u{206A}', "ISS", "INHIBIT SYMMETRIC SWAPPING"),
    ('\u{206B}', "ASS", "ACTIVATE SYMMETRIC SWAPPING"),
    ('\u{206C}', "IAFS", "INHIBIT ARABIC FORM SHAPING"),
    ('\u{206D}', "AAFS", "ACTIVATE ARABIC FORM SHAPING"),
    ('\u{206E}', "NADS", "NATIONAL DIGIT SHAPES"),
    ('\u{206F}', "NODS", "NOMINAL DIGIT SHAPES"),
    ('\u{2800}', "BRAILLE", "BRAILLE PATTERN BLANK"),
    ('\u{3000}', "IDSP", "IDEOGRAPHIC SPACE"),
    ('\u{3164}', "HF", "HANGUL FILLER"),
    ('\u{FEFF}', "BOM", "ZERO WIDTH NO-BREAK SPACE"),
    ('\u{FFA0}', "HWHF", "HALFWIDTH HANGUL FILLER"),
    ('\u{FFF9}', "IAA", "INTERLINEAR ANNOTATION ANCHOR"),
    ('\u{FFFA}', "IAS", "INTERLINEAR ANNOTATION SEPARATOR"),
    ('\u{FFFB}', "IAT", "INTERLINEAR ANNOTATION TERMINATOR"),
];

fn named(c: char) -> Option<&'static (char, &'static str, &'static str)> {
    NAMED
        .binary_search_by_key(&c, |row| row.0)
        .ok()
        .and_then(|index| NAMED.get(index))
}

/// The short name of a character that is not seen: `RLO`, `NBSP`, `VS16`,
/// `TAG A`; for one without a name of its own `U+E000`.
pub fn abbreviation(c: char) -> Cow<'static, str> {
    if let Some((_, short, _)) = named(c) {
        return Cow::Borrowed(short);
    }
    match c {
        '\u{FE00}'..='\u{FE0F}' => Cow::Owned(format!("VS{}", u32::from(c) - 0xFE00 + 1)),
        '\u{E0100}'..='\u{E01EF}' => Cow::Owned(format!("VS{}", u32::from(c) - 0xE0100 + 17)),
        '\u{180B}'..='\u{180D}' => Cow::Owned(format!("FVS{}", u32::from(c) - 0x180B + 1)),
        '\u{180F}' => Cow::Borrowed("FVS4"),
        '\u{E0020}'..='\u{E007E}' => {
            let plain = char::from_u32(u32::from(c) - 0xE0000).unwrap_or('?');
            Cow::Owned(format!("TAG {plain}"))
        }
        _ => Cow::Owned(code_point(c)),
    }
}

/// The name Unicode gives a character that is not seen; for any other its
/// code point, `U+0430`.
pub fn unicode_name(c: char) -> Cow<'static, str> {
    if let Some((_, _, name)) = named(c) {
        return Cow::Borrowed(name);
    }
    match c {
        '\u{FE00}'..='\u{FE0F}' => {
            Cow::Owned(format!("VARIATION SELECTOR-{}", u32::from(c) - 0xFE00 + 1))
        }
        '\u{E0100}'..='\u{E01EF}' => Cow::Owned(format!(
            "VARIATION SELECTOR-{}",
            u32::from(c) - 0xE0100 + 17
        )),
        '\u{E0001}' | '\u{E0020}'..='\u{E007F}' => Cow::Owned(format!("TAG {}", code_point(c))),
        _ => Cow::Owned(code_point(c)),
    }
}

/// `U+202E`.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Unassigned code points and noncharacters, by the tables of `regex`.
static UNASSIGNED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\p{Cn}").ok());

fn is_unassigned(c: char) -> bool {
    let mut buffer = [0; 4];
    let text: &str = c.encode_utf8(&mut buffer);
    UNASSIGNED
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(text))
}

/// What a character is by itself, whatever stands beside it; asked for through
/// [`super::properties`].
pub(super) fn classify(c: char) -> Option<Hidden> {
    Some(match c {
        // What nearly every text is made of.
        ' '..='~' | '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' => return None,
        '\t' => Hidden::Tab,
        '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Hidden::LineEnd,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Hidden::Direction
        }
        '\u{A0}' | '\u{202F}' | '\u{2060}' => Hidden::NoBreak,
        '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => Hidden::Space,
        '\u{AD}'
        | '\u{34F}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2061}'..='\u{2064}'
        | '\u{206A}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}' => Hidden::ZeroWidth,
        '\u{180B}'..='\u{180D}'
        | '\u{180F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}' => Hidden::Selector,
        '\u{E0001}' | '\u{E0020}'..='\u{E007F}' => Hidden::Tag,
        '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}' => Hidden::Filler,
        TATWEEL => Hidden::Tatweel,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => {
            Hidden::PrivateUse
        }
        _ if c.is_control() => Hidden::Control,
        // The ornate brackets and the signs among them are no old encoding's.
        '\u{FD3E}'..='\u{FD4F}' | '\u{FDCF}' | '\u{FDFC}'..='\u{FDFF}' => return None,
        _ if is_presentation_form(c) && !is_unassigned(c) => Hidden::PresentationForm,
        _ if c < '\u{378}' => return None,
        _ if !c.is_alphanumeric() && is_unassigned(c) => Hidden::Unassigned,
        _ => return None,
    })
}

/// What is not seen in a stretch of a text (bytes; rounded to characters).
/// What stands before the stretch is looked at, so that a mark is judged by
/// its letter.
pub fn hidden_characters(text: &str, span: Span) -> Vec<HiddenCharacter> {
    let start = text.floor_char_boundary(span.start);
    let Some(part) = text.get(start..text.floor_char_boundary(span.end).max(start)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut before = text.get(..start).and_then(|head| head.chars().next_back());
    let mut chars = part.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = start + at;
        let mut end = at + c.len_utf8();
        let what = if let Some(what) = hidden_by_itself(c) {
            if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
                end += 1;
            }
            Some(what)
        } else if is_combining(c) {
            mark(before, c)
        } else {
            None
        };
        if let Some(what) = what {
            found.push(HiddenCharacter {
                span: Span::new(at, end),
                what,
            });
        }
        before = Some(c);
    }
    found
}

/// What is odd about a combining mark after `before`.
fn mark(before: Option<char>, c: char) -> Option<Hidden> {
    let Some(before) = before else {
        return Some(Hidden::LoneMark);
    };
    if before == c {
        return Some(Hidden::DoubledMark);
    }
    if is_combining(before) {
        let (first, second) = (
            canonical_combining_class(before),
            canonical_combining_class(c),
        );
        return (second > 0 && first > second).then_some(Hidden::MarkOrder);
    }
    if c == '\u{64B}' && matches!(before, '\u{627}' | '\u{649}') {
        return Some(Hidden::Tanwin);
    }
    let is_base = before.is_alphanumeric()
        || matches!(
            before,
            '\u{A0}' | '\u{25CC}' | TATWEEL | '\u{200C}'..='\u{200D}'
        )
        || !(before.is_whitespace() || before.is_ascii() || hidden_by_itself(before).is_some());
    (!is_base).then_some(Hidden::LoneMark)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test stops at the first thing that is not there"
)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Hidden, &str)> {
        hidden_characters(text, Span::new(0, text.len()))
            .into_iter()
            .map(|found| (found.what, &text[found.span.start..found.span.end]))
            .collect()
    }

    #[test]
    fn every_character_that_is_not_seen_has_its_kind_and_its_name() {
        assert!(NAMED.is_sorted_by_key(|row| row.0));
        for (c, short, name) in NAMED {
            assert!(hidden_by_itself(*c).is_some(), "{name}");
            assert_eq!(abbreviation(*c), *short);
            assert_eq!(unicode_name(*c), *name);
        }
        for (c, short, what) in [
            ('\u{202E}', "RLO", Hidden::Direction),
            ('\u{A0}', "NBSP", Hidden::NoBreak),
            ('\u{FE0F}', "VS16", Hidden::Selector),
            ('\u{E0101}', "VS18", Hidden::Selector),
            ('\u{E0041}', "TAG A", Hidden::Tag),
            ('\u{E000}', "U+E000", Hidden::PrivateUse),
            ('\u{378}', "U+0378", Hidden::Unassigned),
            ('\u{FFFF}', "U+FFFF", Hidden::Unassigned),
            ('\u{1}', "U+0001", Hidden::Control),
            ('\u{FEF5}', "U+FEF5", Hidden::PresentationForm),
        ] {
            assert_eq!(abbreviation(c), short);
            assert_eq!(hidden_by_itself(c), Some(what), "{c:?}");
        }
    }

    #[test]
    fn what_is_seen_is_not_hidden() {
        for c in "قسد، ٢٠١٩ abc «é» ﷽ ﴾ 😀 中 פ ܐ گ ؟ … —".chars() {
            assert_eq!(hidden_by_itself(c), None, "{c:?}");
        }
    }

    #[test]
    fn line_ends_are_told_apart() {
        let text = "a\r\nb\nc\u{85}d\re\u{2028}f\u{2029}";
        let ends: Vec<&str> = all(text).into_iter().map(|(_, end)| end).collect();
        assert_eq!(ends, ["\r\n", "\n", "\u{85}", "\r", "\u{2028}", "\u{2029}"]);
    }

    #[test]
    fn marks_are_judged_by_what_they_stand_on() {
        // Fatha is class 30 and shadda 33: the canonical order is fatha first.
        assert_eq!(all("مّ"), []);
        assert_eq!(all("م\u{64E}\u{651}"), []);
        assert_eq!(
            all("م\u{651}\u{64E}"),
            [(Hidden::MarkOrder, "\u{64E}")],
            "as typed, and not as NFC has it"
        );
        assert_eq!(all("م\u{64E}\u{64E}"), [(Hidden::DoubledMark, "\u{64E}")]);
        assert_eq!(all("\u{64E}م"), [(Hidden::LoneMark, "\u{64E}")]);
        assert_eq!(all("م \u{64E}"), [(Hidden::LoneMark, "\u{64E}")]);
        assert_eq!(all("أيضاً"), [(Hidden::Tanwin, "\u{64B}")]);
        assert_eq!(all("أيض\u{64B}ا"), []);
    }

    #[test]
    fn a_stretch_is_judged_with_what_stands_before_it() {
        let text = "م\u{651}\u{64E}";
        let found = hidden_characters(text, Span::new(4, 6));
        assert_eq!(found.first().unwrap().what, Hidden::MarkOrder);
        assert!(hidden_characters(text, Span::new(9, 99)).is_empty());
        assert!(hidden_characters("", Span::new(0, 0)).is_empty());
    }
}
