//! The parts in which a very long paragraph is laid out.
//!
//! Only the cuts live here. That nobody sees them is the work of
//! [`super::ShapedParagraph::break_unit`], which evens out the lines before
//! one. So a part is laid out without knowing any other, a leap into the
//! middle of megabytes costs a part or two, and the page does not depend on
//! the way by which it was reached.
//!
//! **Invariant:** the parts tile the paragraph and none is empty. A part ends
//! where a line may end; where the text offers no such place, between two
//! graphemes; only a grapheme longer than a part is cut itself.

use parley_engine::{Analysis, AnalysisOptions, Analyzer};
use unicode_bidi::{BidiClass, bidi_class};
use unicode_segmentation::GraphemeCursor;

use crate::model::Span;

/// A paragraph up to this many bytes is laid out whole.
const LONGEST_WHOLE: usize = 16_000;

/// The length of a part, in bytes, about: one or two fill a window, and each
/// is laid out within a part of a frame.
const UNIT: usize = 6_000;

/// How many bytes before the end of a part are searched for a place to break
/// when it has no space.
const SEARCHED: usize = 600;

/// How many marks and spaces after a letter are looked over, in characters.
const NEAR: usize = 16;

/// The parts in which a very long paragraph is laid out, in bytes of the
/// paragraph: each begins where a line may begin, and they tile it. Nearly
/// every paragraph is one part. Lay each part out with the direction of the
/// whole paragraph, and break all but the last with
/// [`super::ShapedParagraph::break_unit`].
pub fn layout_units(paragraph: &str) -> Vec<Span> {
    let mut units = Vec::new();
    let mut start = 0;
    if paragraph.len() > LONGEST_WHOLE {
        // The last part is not left with a line or two.
        while paragraph.len() - start > UNIT + UNIT / 2 {
            let end = start + cut(paragraph.get(start..).unwrap_or_default());
            units.push(Span { start, end });
            start = end;
        }
    }
    if units.is_empty() || start < paragraph.len() {
        units.push(Span {
            start,
            end: paragraph.len(),
        });
    }
    units
}

/// How good a place to cut is; of equally good ones the last is taken.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// After a space before something that is no word: what UAX #14 may keep
    /// on the line before it.
    Loose,
    /// After a space inside of an embedding or isolate.
    Inside,
    /// After a space.
    Space,
    /// After a space between two letters or digits, where UAX #14 always
    /// allows a break.
    Words,
    /// Between two words of one direction, outside of all embeddings: no bidi
    /// level on either side depends on the other (UAX #9).
    Alike,
}

/// Where the first part of a text longer than [`UNIT`] ends, in bytes.
fn cut(rest: &str) -> usize {
    let unit = rest
        .get(..rest.floor_char_boundary(UNIT))
        .unwrap_or_default();
    let (mut best, mut depth) = (None, 0_usize);
    let mut chars = unit.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\u{202A}'..='\u{202B}' | '\u{202D}'..='\u{202E}' | '\u{2066}'..='\u{2068}' => {
                depth += 1;
            }
            '\u{202C}' | '\u{2069}' => depth = depth.saturating_sub(1),
            ' ' if at >= UNIT / 2 => {
                if let Some(&(next_at, next)) = chars.peek()
                    && next != ' '
                {
                    let place = place(letter_before(unit, at), next, depth);
                    if best.is_none_or(|(_, known)| place >= known) {
                        best = Some((next_at, place));
                    }
                }
            }
            _ => {}
        }
    }
    match best {
        Some((at, _)) => at,
        None => cut_without_space(rest, unit),
    }
}

/// The last character before `at` that is no mark and no space, if it is near.
fn letter_before(unit: &str, at: usize) -> char {
    let before = unit.get(..at).unwrap_or_default().chars().rev().take(NEAR);
    let mut letters = before.filter(|&c| c != ' ' && bidi_class(c) != BidiClass::NSM);
    letters.next().unwrap_or(' ')
}

fn place(before: char, after: char, depth: usize) -> Place {
    let right = |class| matches!(class, BidiClass::R | BidiClass::AL);
    let (one, two) = (bidi_class(before), bidi_class(after));
    if !after.is_alphanumeric() {
        Place::Loose
    } else if depth > 0 {
        Place::Inside
    } else if !before.is_alphanumeric() {
        Place::Space
    } else if right(one) && right(two) || one == BidiClass::L && two == BidiClass::L {
        Place::Alike
    } else {
        Place::Words
    }
}

/// Where a part ends whose second half has no space with a word after it:
/// after the row of spaces at its end; else at the last place where UAX #14
/// allows a break; else between two graphemes.
fn cut_without_space(rest: &str, unit: &str) -> usize {
    let limit = unit.len();
    if unit.ends_with(' ') {
        // All spaces of a row hang at the same line's end, if there is an end
        // to the row.
        let row = rest.get(limit..).unwrap_or_default();
        return limit + row.bytes().take(UNIT).take_while(|&b| b == b' ').count();
    }
    let from = unit.floor_char_boundary(limit.saturating_sub(SEARCHED));
    let last = unit.get(from..).unwrap_or_default();
    let mut analysis = Analysis::new();
    Analyzer::new().analyze(last, &AnalysisOptions::default(), &mut analysis);
    let opportunity = last
        .char_indices()
        .zip(analysis.char_info())
        .filter(|((at, _), info)| *at > 0 && info.is_soft_wrap_opportunity())
        .last();
    if let Some(((at, _), _)) = opportunity {
        return from + at;
    }
    let two = rest
        .get(..rest.floor_char_boundary(2 * UNIT))
        .unwrap_or_default();
    let mut cursor = GraphemeCursor::new(limit, two.len(), true);
    match cursor.next_boundary(two, 0) {
        Ok(Some(end)) if end < two.len() || two.len() == rest.len() => end,
        _ => limit,
    }
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "offsets of the test's own text")]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut at = 0;
        let units = layout_units(text);
        for span in &units {
            assert_eq!(span.start, at);
            assert!(span.end > span.start || text.is_empty(), "{span:?}");
            at = span.end;
        }
        assert_eq!(at, text.len());
        units.iter().filter_map(|span| span.of(text)).collect()
    }

    #[test]
    fn an_ordinary_paragraph_is_one_part() {
        assert_eq!(parts("").len(), 1);
        assert_eq!(parts(&"ا".repeat(100)).len(), 1);
        assert_eq!(parts(&"كلمة ".repeat(LONGEST_WHOLE / 9)).len(), 1);
    }

    #[test]
    fn long_paragraphs_are_cut_after_spaces_and_between_graphemes() {
        for unit in [
            "كتاب  ",
            "كت\u{64B}",
            "\u{64B}",
            " ",
            "🇸🇾",
            "中",
            "a\u{200B}",
        ] {
            let text = unit.repeat(100_000 / unit.len());
            let parts = parts(&text);
            assert!(parts.len() > 3, "{unit:?}");
            for (index, part) in parts.iter().enumerate() {
                assert!(part.len() <= 2 * UNIT, "{unit:?}");
                let last = index + 1 == parts.len();
                assert!(last || unit != "كتاب  " || part.ends_with("  "));
                assert!(index == 0 || unit != "كت\u{64B}" || part.starts_with(['ك', 'ت']));
                assert!(unit != "🇸🇾" || part.chars().count() % 2 == 0);
                assert!(last || unit != "a\u{200B}" || part.ends_with('\u{200B}'));
            }
        }
    }

    #[test]
    fn a_cut_parts_no_number_from_the_letters_that_turn_it() {
        // After an Arabic letter the dash in a number is a neutral (UAX #9,
        // W2 and W4), so a line must not begin with the number.
        let text = "في 2011-2024 قال (SDF) عن ".repeat(2_000);
        for part in parts(&text).iter().skip(1) {
            assert!(part.starts_with(['ف', 'ق', 'ع']), "{}", &part[..20]);
        }
        // Nor with what UAX #14 keeps on the line before, space or not.
        let text = "كلمة ، ".repeat(4_000);
        for part in parts(&text).iter().skip(1) {
            assert!(part.starts_with('ك'));
        }
    }

    #[test]
    fn a_cut_keeps_out_of_isolates() {
        let text = format!("{}كلمة كلمة ", "\u{2067}واحد اثنان\u{2069} ").repeat(1_000);
        for part in parts(&text) {
            assert_eq!(
                part.matches('\u{2067}').count(),
                part.matches('\u{2069}').count()
            );
        }
    }
}
