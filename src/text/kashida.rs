//! Where a join between two Arabic letters may be lengthened, and the word
//! with it lengthened.
//!
//! The places and their order are the traditional ones, as typesetting
//! systems have them: after a tatweel of the text; after seen or sad; before
//! a final teh marbuta, hah or dal; before a final alef, tah, lam, kaf or
//! gaf; before a medial beh with a final reh or yeh after it; before a final
//! waw, ain, qaf or feh; then any other join before a word's last letter.
//!
//! The long join is what the face draws for tatweels typed there: the word is
//! shaped with them, in its surroundings, so that letters which change before
//! a tatweel change here too. In the result they belong to the cell of the
//! letter before them.
//!
//! **Invariant:** a word has one long join at most, never in a ligature,
//! between lam and alef, in the name of God, or between a letter and its
//! marks; and the cells of the word are those it had.

use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::cells::{Cell, CellFlags, Cells, Glyph, ShapedParagraph};
use super::direction::{BaseDirection, Direction};
use super::reshape::Piece;
use super::shape::TextEngine;

/// How letters around the word are taken into account, in cells.
const SURROUNDINGS: usize = 32;

/// A longer word is none that a typesetter would lengthen.
const LONGEST: usize = 24;

const TATWEEL: char = '\u{640}';

/// The engine for lengthened words; see the one for words at a line's start.
static ENGINE: LazyLock<Mutex<TextEngine>> = LazyLock::new(|| Mutex::new(TextEngine::new()));

/// A place where a join may be lengthened.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The cells of the word.
    pub(super) word: Range<usize>,
    /// The number of the word among those of the line.
    pub(super) order: usize,
    /// The cell after which the join is lengthened.
    after: usize,
    /// How good the place is, 0 the best.
    rank: u8,
}

/// The best place in each word of a line, best first; among equals those
/// nearer to the end of the line.
pub(super) fn candidates(
    shaped: &ShapedParagraph,
    cells: &Range<usize>,
    first: Option<&Piece>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut index = cells.start;
    let mut order = 0;
    while index < cells.end {
        let Some(word) = word_at(shaped, index, cells.end) else {
            index += 1;
            continue;
        };
        // The engine shaped this word anew for the line's start as a whole or
        // not at all.
        let whole = first.is_none_or(|piece| {
            piece.cell(word.start).is_some() == piece.cell(word.end - 1).is_some()
        });
        if whole && let Some((after, rank)) = best(shaped, &word) {
            found.push(Candidate {
                word: word.clone(),
                order,
                after,
                rank,
            });
        }
        order += 1;
        index = word.end;
    }
    found.sort_by_key(|candidate| (candidate.rank, usize::MAX - candidate.order));
    found
}

/// The letter of a cell that holds one Arabic letter and marks on it.
fn letter(shaped: &ShapedParagraph, index: usize) -> Option<char> {
    let cell = shaped.data.cells.get(index)?;
    if cell.level & 1 == 0 {
        return None;
    }
    let text = shaped
        .text
        .get(shaped.cell_byte(index)..shaped.cell_byte(index + 1))?;
    let mut chars = text.chars();
    let base = chars.next()?;
    let joins = joins_on(base) || joins_back(base) || base == '\u{621}' || base == TATWEEL;
    (joins && chars.all(is_mark)).then_some(base)
}

/// Marks on Arabic letters, joiners not among them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{8D3}'..='\u{8FF}')
}

/// Letters that join to the next (joining type D, and tatweel).
fn joins_on(c: char) -> bool {
    matches!(c, '\u{626}' | '\u{628}' | '\u{62A}'..='\u{62E}' | '\u{633}'..='\u{63F}' | TATWEEL
        | '\u{641}'..='\u{647}' | '\u{649}' | '\u{64A}' | '\u{66E}' | '\u{66F}'
        | '\u{678}'..='\u{687}' | '\u{69A}'..='\u{6BF}' | '\u{6C1}' | '\u{6C2}' | '\u{6CC}' | '\u{6CE}'
        | '\u{6D0}' | '\u{6D1}' | '\u{6FA}'..='\u{6FC}' | '\u{6FF}')
}

/// Letters that join only to the one before (joining type R).
fn joins_back(c: char) -> bool {
    matches!(c, '\u{622}'..='\u{625}' | '\u{627}' | '\u{629}' | '\u{62F}'..='\u{632}' | '\u{648}'
        | '\u{671}'..='\u{673}' | '\u{675}'..='\u{677}' | '\u{688}'..='\u{699}' | '\u{6C0}'
        | '\u{6C3}'..='\u{6CB}' | '\u{6CD}' | '\u{6CF}' | '\u{6D2}' | '\u{6D3}' | '\u{6D5}')
}

/// The letters from a cell on that stand together in one face.
fn word_at(shaped: &ShapedParagraph, start: usize, end: usize) -> Option<Range<usize>> {
    letter(shaped, start)?;
    let font = shaped.data.cells.get(start)?.font;
    let mut stop = start + 1;
    while stop < end
        && letter(shaped, stop).is_some()
        && shaped.data.cells.get(stop).map(|cell| cell.font) == Some(font)
    {
        stop += 1;
    }
    Some(start..stop)
}

/// The best place in a word and its rank.
fn best(shaped: &ShapedParagraph, word: &Range<usize>) -> Option<(usize, u8)> {
    let letters: Vec<char> = word
        .clone()
        .filter_map(|index| letter(shaped, index))
        .collect();
    let spelt = letters.iter().filter(|&&c| c != TATWEEL).count();
    if spelt < 3 || letters.len() > LONGEST || is_god(&letters) {
        return None;
    }
    let article = letters.first() == Some(&'\u{627}') && letters.get(1) == Some(&'\u{644}');
    let mut best: Option<(usize, u8)> = None;
    for at in 0..letters.len().saturating_sub(1) {
        let next = shaped.flags(word.start + at + 1);
        if !next.has(CellFlags::ATOM) || next.has(CellFlags::HELD) || article && at == 1 {
            continue;
        }
        if let Some(rank) = rank(&letters, at)
            && best.is_none_or(|(_, known)| rank <= known)
        {
            best = Some((word.start + at, rank));
        }
    }
    best
}

/// How good it is to lengthen the join after a letter; `None` where there is
/// no join.
fn rank(letters: &[char], at: usize) -> Option<u8> {
    let (&this, &next) = (letters.get(at)?, letters.get(at + 1)?);
    let last = at + 2 == letters.len();
    let joined = joins_on(this) && (joins_on(next) || joins_back(next));
    let lam_alef = this == '\u{644}'
        && matches!(
            next,
            '\u{622}' | '\u{623}' | '\u{625}' | '\u{627}' | '\u{671}'
        );
    if !joined || lam_alef {
        return None;
    }
    let after_next = letters.get(at + 2).copied();
    let rank = match next {
        _ if this == TATWEEL => 0,
        _ if matches!(this, 'س' | 'ش' | 'ص' | 'ض') => 1,
        'ة' | 'د' | 'ذ' | 'ڈ' => 2,
        'ه' | 'ح' | 'خ' | 'ج' if last => 2,
        'ا' | 'أ' | 'إ' | 'آ' => 3,
        'ط' | 'ظ' | 'ل' | 'ك' | 'ک' | 'گ' if last => 3,
        'ب' | 'ت' | 'ث' | 'ن' | 'ي' | 'پ' | 'ئ' | 'ی'
            if at + 3 == letters.len()
                && matches!(after_next, Some('ر' | 'ز' | 'ي' | 'ى' | 'ی')) =>
        {
            4
        }
        'و' | 'ؤ' => 5,
        'ع' | 'غ' | 'ق' | 'ف' if last => 5,
        _ if last => 6,
        _ => return None,
    };
    Some(rank)
}

/// The name of God, alone or with a prefix, which is one sign.
fn is_god(letters: &[char]) -> bool {
    letters.ends_with(&['\u{644}', '\u{644}', '\u{647}'])
}

impl Candidate {
    /// The word with its join lengthened by some tatweels; `None` where the
    /// face then draws anything but this word.
    pub(super) fn lengthened(
        &self,
        shaped: &ShapedParagraph,
        first: Option<&Piece>,
        tatweels: usize,
    ) -> Option<Piece> {
        let Range { start, end } = self.word;
        // At the start of a line nothing stands before the word.
        let leads = first.is_some_and(|piece| piece.cell(start).is_some());
        let from = if leads {
            first?.range().start
        } else {
            words_before(shaped, start)
        };
        let to = words_after(shaped, end);
        let (byte_from, byte_after) = (shaped.cell_byte(from), shaped.cell_byte(self.after + 1));
        let mut text = shaped.text.get(byte_from..byte_after)?.to_owned();
        text.extend(std::iter::repeat_n(TATWEEL, tatweels));
        text.push_str(shaped.text.get(byte_after..shaped.cell_byte(to))?);
        let level = shaped.data.cells.get(start)?.level;
        let long = ENGINE.lock().unwrap_or_else(PoisonError::into_inner).shape(
            &text,
            BaseDirection::Fixed(Direction::of_level(level)),
            shaped.style,
        );
        self.without_tatweels(shaped, &long, from, tatweels)
    }

    /// The cells of the word out of the longer text, the tatweels given to
    /// the letter before them.
    fn without_tatweels(
        &self,
        shaped: &ShapedParagraph,
        long: &ShapedParagraph,
        from: usize,
        tatweels: usize,
    ) -> Option<Piece> {
        let Range { start, end } = self.word;
        // Where a cell of the paragraph is in the longer text.
        let there = |index: usize| {
            let shift = if index > self.after { tatweels } else { 0 };
            index - from + shift
        };
        let is_atom = |index: usize| long.flags(index).has(CellFlags::ATOM);
        let inserted = there(self.after) + 1..there(self.after) + 1 + tatweels;
        if !is_atom(inserted.start) || !is_atom(inserted.end) || !is_atom(there(end)) {
            return None;
        }
        let bytes = tatweels * TATWEEL.len_utf8();
        let base = shaped.cell_byte(from);
        let mut piece = Cells::default();
        let mut index = start;
        while index < end {
            // One atom: the cells up to the next that begins one.
            let mut stop = index + 1;
            while stop < end && stop != self.after + 1 && !is_atom(there(stop)) {
                stop += 1;
            }
            let joint = (stop == self.after + 1).then_some(&inserted);
            let glyphs = piece.glyphs.len() as u32;
            let shift = shaped.cell_byte(stop - 1) - shaped.cell_byte(index);
            for at in joint.cloned().into_iter().flatten().rev() {
                let drawn = long.data.glyphs_at(at).iter().map(|glyph| Glyph {
                    cluster: shift as u16,
                    ..*glyph
                });
                piece.glyphs.extend(drawn);
            }
            piece
                .glyphs
                .extend_from_slice(long.data.glyphs_at(there(index)));
            for at in index..stop {
                let original = shaped.data.cells.get(at)?;
                let new = long.data.cells.get(there(at))?;
                let moved = if at > self.after { bytes } else { 0 };
                if new.byte as usize + base != original.byte as usize + moved
                    || new.font != original.font
                    || new.level & 1 == 0
                {
                    return None;
                }
                let mut width = new.width;
                if at == self.after {
                    for tatweel in inserted.clone() {
                        let tatweel = long.data.cells.get(tatweel)?;
                        if tatweel.font != original.font {
                            return None;
                        }
                        width += tatweel.width;
                    }
                }
                piece.cells.push(Cell {
                    width,
                    glyphs: if at == index {
                        glyphs
                    } else {
                        piece.glyphs.len() as u32
                    },
                    flags: original.flags.with(CellFlags::ATOM, at == index),
                    ..*original
                });
            }
            index = stop;
        }
        piece.cells.push(Cell {
            byte: shaped.cell_byte(end) as u32,
            width: 0.0,
            glyphs: piece.glyphs.len() as u32,
            flags: CellFlags::ATOM,
            ..*shaped.data.cells.get(start)?
        });
        Some(Piece::new(start, piece))
    }
}

fn is_blank(shaped: &ShapedParagraph, index: usize) -> bool {
    shaped.flags(index).has(CellFlags::SPACE)
}

/// The start of the word before the one that a cell is in.
fn words_before(shaped: &ShapedParagraph, index: usize) -> usize {
    let least = index.saturating_sub(SURROUNDINGS);
    let mut at = index;
    for blank in [false, true, false] {
        while at > least && is_blank(shaped, at - 1) == blank {
            at -= 1;
        }
    }
    while at > 0 && !shaped.flags(at).has(CellFlags::ATOM) {
        at -= 1;
    }
    at
}

/// The end of the word after the one that ends before a cell.
fn words_after(shaped: &ShapedParagraph, index: usize) -> usize {
    let most = shaped.cell_count().min(index + SURROUNDINGS);
    let mut at = index;
    for blank in [false, true, false] {
        while at < most && is_blank(shaped, at) == blank {
            at += 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::fonts::{Face, TextStyle};
    use super::*;

    /// The word with `_` where its join would be lengthened, and the rank.
    fn place(word: &str, face: Face) -> Option<(String, u8)> {
        let style = TextStyle {
            face,
            bold: false,
            size: 20.0,
        };
        let base = BaseDirection::Fixed(Direction::RightToLeft);
        let shaped = TextEngine::new().shape(word, base, style);
        let found = candidates(&shaped, &(0..shaped.cell_count()), None);
        let first = found.first()?;
        let at = shaped.cell_byte(first.after + 1);
        let (before, after) = word.split_at_checked(at)?;
        Some((format!("{before}_{after}"), first.rank))
    }

    #[test]
    fn the_best_place_is_the_traditional_one() {
        for (expected, rank) in [
            ("كتـ_اب", 0),
            ("الرس_مي", 1),
            ("مش_تركة", 1),
            ("الحكوم_ة", 2),
            ("محم_د", 2),
            ("فت_ح", 2),
            ("كت_اب", 3),
            ("عم_ل", 3),
            ("كـ_بير", 0),
            ("كب_ير", 4),
            ("مح_اور", 3),
            ("مرف_وع", 5),
            ("فري_ق", 5),
            ("عل_م", 6),
            ("المحم_دي", 2),
        ] {
            let word = expected.replace('_', "");
            let found = place(&word, Face::Naskh);
            assert_eq!(found, Some((expected.to_owned(), rank)));
        }
    }

    #[test]
    fn some_words_have_none() {
        for word in [
            "الله", "لله", "في", "لا", "دار", "ورد", "إلا", "SDF", "123", "שלום",
        ] {
            for face in [Face::Naskh, Face::Amiri] {
                assert_eq!(place(word, face), None, "{word} {face:?}");
            }
        }
    }

    #[test]
    fn marks_stay_before_the_join() {
        assert_eq!(
            place("مُسْتَمِرّ", Face::Naskh).map(|(word, _)| word),
            Some("مُسْ_تَمِرّ".to_owned())
        );
    }
}
