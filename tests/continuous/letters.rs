//! What texts are made of: everything that text engines trip over, and pieces
//! of real sentences.

use super::dice::Dice;

/// The sample documents.
pub(crate) const SAMPLES: [&str; 5] = [
    include_str!("../../assets/sample/000_78be79fe188fd794.txt"),
    include_str!("../../assets/sample/001_4ea3360cc071faf6.txt"),
    include_str!("../../assets/sample/002_98a9688859ba6c81.txt"),
    include_str!("../../assets/sample/003_d43fd22800138fb2.txt"),
    include_str!("../../assets/sample/004_9b3e99bb665d1696.txt"),
];

/// Ranges of code points, each one kind of trouble.
const RANGES: [(u32, u32); 30] = [
    (0x621, 0x64A),     // Arabic letters
    (0x64B, 0x65F),     // their marks
    (0x6D6, 0x6ED),     // Quranic signs
    (0x600, 0x6FF),     // the whole block, number signs too
    (0x750, 0x77F),     // letters of other languages
    (0x8A0, 0x8FF),     // and more marks
    (0xFB50, 0xFDFF),   // presentation forms
    (0xFE70, 0xFEFC),   // and more of them
    (0x660, 0x669),     // Arabic-Indic digits
    (0x6F0, 0x6F9),     // Persian digits
    (0x30, 0x39),       // digits
    (0x41, 0x7A),       // Latin
    (0x20, 0x7E),       // all of ASCII
    (0, 0x1F),          // controls
    (0x80, 0xFF),       // controls and Latin-1
    (0x591, 0x5F4),     // Hebrew with its points
    (0x700, 0x74F),     // Syriac
    (0x780, 0x7BF),     // Thaana
    (0x300, 0x36F),     // combining marks
    (0x400, 0x45F),     // Cyrillic
    (0x900, 0x97F),     // Devanagari
    (0xE01, 0xE5B),     // Thai
    (0x1100, 0x11FF),   // jamo
    (0x4E00, 0x4E40),   // Han
    (0x2000, 0x206F),   // spaces, joiners, quotes, direction controls
    (0x1F1E6, 0x1F1FF), // flags
    (0x1F3FB, 0x1F64F), // skin tones, faces
    (0xE0020, 0xE007F), // tags
    (0xD7F0, 0xE00F),   // beside the surrogates
    (0x0010_FFF0, 0x0010_FFFF),
];

/// Pieces whose parts belong together, or just not.
#[rustfmt::skip]
const PIECES: [&str; 74] = [
    "لا", "لأ", "لإ", "لآ", "الله", "لله", "ﷲ", "ﷺ", "\u{FDFD}", "ـ", "ــــ", "لـ", "لـ\"", "بـ1600",
    "الـ35", "ب\u{651}\u{64B}", "ًا", "اً", "\u{64E}", "\u{670}", "ٱلَّٰتِي", "آًُ", "\u{6DD}١٢", "\u{600}٣",
    "(", ")", "[", "]", "«", "»", "“", "”", "\"", "'", "،", "؛", "؟", "٪", "…", ":", "/", " – ", "-", "@",
    " ", "  ", "\u{A0}", "\u{202F}", "\u{3000}", "\t", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}",
    "\u{200E}", "\u{200F}", "\u{61C}", "\u{202B}", "\u{202E}", "\u{202C}", "\u{2067}", "\u{2068}", "\u{2069}",
    "\u{AD}", "\u{FEFF}", "\u{FFFC}", "\u{FFFD}", "\u{0}",
    "👩\u{200D}👩\u{200D}👧", "👍🏽", "🇸🇾", "❤\u{FE0F}", "é", "e\u{301}",
];

/// Ends of lines and paragraphs.
const BREAKS: [&str; 9] = [
    "\n", "\r\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\u{1C}",
];

fn any_char(dice: &mut Dice, (from, to): (u32, u32)) -> char {
    let code = from + dice.roll((to - from + 1) as usize) as u32;
    char::from_u32(code).unwrap_or('\u{FFFD}')
}

/// A stretch of a sample document, cut anywhere.
fn of_a_sample(dice: &mut Dice) -> &'static str {
    let text = dice.pick(&SAMPLES);
    let start = text.floor_char_boundary(dice.roll(text.len()));
    let length = 1 + dice.roll(120);
    &text[start..text.ceil_char_boundary((start + length).min(text.len()))]
}

/// A piece of text, mostly short.
pub(crate) fn piece(dice: &mut Dice) -> String {
    match dice.roll(24) {
        0..8 => any_char(dice, (0x621, 0x64A)).into(),
        8..12 => {
            let range = dice.pick(&RANGES);
            any_char(dice, range).into()
        }
        12..18 => dice.pick(&PIECES).to_owned(),
        18 => dice.pick(&BREAKS).to_owned(),
        19 | 20 => of_a_sample(dice).to_owned(),
        21 => any_char(dice, (0, 0x10_FFFF)).into(),
        22 => {
            // Several of one kind.
            let range = dice.pick(&RANGES);
            (0..=dice.roll(12)).map(|_| any_char(dice, range)).collect()
        }
        _ => {
            let one = dice.pick(&PIECES);
            one.repeat(1 + dice.roll(6))
        }
    }
}

/// A text of a few pieces; seldom a long one.
pub(crate) fn text(dice: &mut Dice) -> String {
    if dice.one_in(60) {
        // The same again and again, which no cache and no stack may mind.
        let unit = piece(dice);
        return unit.repeat((1 + dice.roll(900)) / unit.len().max(1) + 1);
    }
    // A text often stays with few pieces: that is where rules meet.
    let few: Vec<String> = (0..=dice.roll(5)).map(|_| piece(dice)).collect();
    let length = if dice.one_in(30) { 200 } else { 24 };
    let mut text = String::new();
    for _ in 0..dice.roll(length) {
        if dice.one_in(3) {
            text.push_str(&piece(dice));
        } else {
            text.push_str(&few[dice.roll(few.len())]);
        }
    }
    text
}

/// A text near another.
pub(crate) fn varied(dice: &mut Dice, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.roll(3) {
        let mut place = || text.floor_char_boundary(dice.roll(text.len() + 1));
        let (a, b) = (place(), place());
        let (from, to) = (a.min(b), a.max(b));
        match dice.roll(5) {
            0 => text.replace_range(from..to, ""),
            1 => {
                let again = text[from..to].to_owned();
                text.insert_str(from, &again);
            }
            2 => text.truncate(to),
            3 => {
                let end = text[from..].chars().next().map_or(0, char::len_utf8);
                text.replace_range(from..from + end, &piece(dice));
            }
            _ => text.insert_str(from, &piece(dice)),
        }
        if text.len() > 4_000 {
            text.truncate(text.floor_char_boundary(2_000));
        }
    }
    text
}
