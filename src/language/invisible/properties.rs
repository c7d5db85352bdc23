//! What is asked of every character of a text, looked up instead of computed.
//!
//! Pages of 256 code points are filled when the first of them is asked for, so
//! that a text costs only the scripts it has.
//!
//! **Invariant:** the answers are those of [`super::characters::classify`] and
//! of Unicode's combining marks.

use std::sync::OnceLock;

use unicode_normalization::char::is_combining_mark;

use super::characters::{Hidden, classify};
use crate::language::letters::is_mark;

/// Code points with a page: the basic and the supplementary multilingual
/// plane.
const PAGED: usize = 0x2_0000;
const PAGE: usize = 256;
/// The bit of combining marks; the bits below hold the kind, from 1.
const COMBINING: u8 = 0x80;

static PAGES: [OnceLock<Box<[u8; PAGE]>>; PAGED / PAGE] = [const { OnceLock::new() }; PAGED / PAGE];

fn properties(c: char) -> u8 {
    let code = c as usize;
    let Some(page) = PAGES.get(code / PAGE) else {
        return compute(c);
    };
    let page = page.get_or_init(|| {
        let mut filled = Box::new([0; PAGE]);
        let first = (code - code % PAGE) as u32;
        for (offset, slot) in (0..).zip(filled.iter_mut()) {
            *slot = char::from_u32(first + offset).map_or(0, compute);
        }
        filled
    });
    page.get(code % PAGE).copied().unwrap_or(0)
}

fn compute(c: char) -> u8 {
    let kind = classify(c).map_or(0, |what| what as u8 + 1);
    // Forms of old encodings are letters of their own.
    let form = matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    let combining = !form && (is_mark(c) || is_combining_mark(c));
    kind | if combining { COMBINING } else { 0 }
}

/// What a character is by itself, whatever stands beside it.
pub fn hidden_by_itself(c: char) -> Option<Hidden> {
    if matches!(c, ' '..='~') {
        return None;
    }
    let kind = properties(c) & !COMBINING;
    Hidden::ALL.get(usize::from(kind).checked_sub(1)?).copied()
}

/// Whether the character combines with the one before it.
pub(super) fn is_combining(c: char) -> bool {
    c >= '\u{300}' && properties(c) & COMBINING != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_what_would_be_computed() {
        let some = ('\0'..='\u{FFFF}')
            .step_by(3)
            .chain('\u{1F000}'..='\u{1F0FF}');
        for c in some
            .chain('\u{2FFF0}'..='\u{3000F}')
            .chain('\u{E0000}'..='\u{E01FF}')
        {
            assert_eq!(hidden_by_itself(c), classify(c), "{c:?}");
        }
        for (index, what) in Hidden::ALL.into_iter().enumerate() {
            assert_eq!(what as usize, index);
        }
        for c in "\u{301}\u{64E}\u{5B9}\u{94D}\u{E48}\u{FE20}\u{20E3}".chars() {
            assert!(is_combining(c), "{c:?}");
        }
        for c in "aا中\u{FE76}\u{200D}".chars() {
            assert!(!is_combining(c), "{c:?}");
        }
    }
}
