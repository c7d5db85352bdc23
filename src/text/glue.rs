//! Where a careful typesetter breaks a line and the algorithm does not, and
//! the other way round.
//!
//! UAX #14 knows no word that it stands beside, so it cannot tell what a
//! quotation mark with a space on both sides belongs to, and it lets a
//! percentage sign begin a line. Addresses of the web it breaks at every
//! slash, needed or not. This goes over its answer once:
//!
//! - a lone quotation mark stays with the words it quotes, whichever of its
//!   shapes was typed;
//! - a percentage or degree sign and a currency stay with their number, an
//!   ellipsis with what is before it;
//! - addresses of the web and of mail stay whole where a line can hold them,
//!   and otherwise break after `/ . @ - _ ? & = #`;
//! - what no-break spaces make too long for any line breaks after one of
//!   them, not inside a word.
//!
//! **Invariant:** only [`CellFlags::SOFT_BREAK`] and [`CellFlags::SEAM`]
//! change.

use std::ops::Range;

use super::cells::{Cell, CellFlags};

/// Whether anything in a text concerns this file; most words do not.
fn concerns(text: &str) -> bool {
    // The first bytes of no-break space and of the signs of general
    // punctuation and currency; the Arabic percentage sign.
    text.bytes()
        .any(|byte| matches!(byte, b'"' | b'%' | b'$' | b'@' | b'/' | b'.' | 0xC2 | 0xE2))
        || text.contains('\u{66A}')
}

/// Goes over the breaks of a text.
pub(super) fn glue(text: &str, cells: &mut [Cell]) {
    if concerns(text) {
        Gluer::new(text).run(cells);
    }
}

/// A character that was met, not a space.
#[derive(Copy, Clone, Debug)]
struct Met {
    c: char,
    /// Whether it is a quotation mark that opens, with a space after it, or a
    /// currency with a space after it and no number before.
    leads: bool,
}

struct Gluer<'a> {
    text: &'a str,
    before: Option<Met>,
    /// Whether a space stands between that character and the present one.
    space: bool,
    /// Whether a quotation is open: straight marks, and curly ones.
    open: [bool; 2],
    /// Whether the lone mark before closed: a line may break after it.
    closed: bool,
}

impl<'a> Gluer<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            before: None,
            space: true,
            open: [false; 2],
            closed: false,
        }
    }

    fn char_at(&self, cells: &[Cell], index: usize) -> Option<char> {
        let byte = cells.get(index)?.byte as usize;
        self.text.get(byte..)?.chars().next()
    }

    fn run(&mut self, cells: &mut [Cell]) {
        let mut word = 0;
        for index in 0..cells.len() {
            let Some(c) = self.char_at(cells, index) else {
                continue;
            };
            if cells
                .get(index)
                .is_some_and(|cell| cell.flags.has(CellFlags::HANGS))
            {
                self.address(cells, word..index);
                word = index + 1;
                self.space = true;
                continue;
            }
            self.one(cells, index, c);
        }
        self.address(cells, word..cells.len());
    }

    fn one(&mut self, cells: &mut [Cell], index: usize, c: char) {
        let next = self.char_at(cells, index + 1);
        let alone = self.space && next.is_none_or(char::is_whitespace);
        let number_before = self.before.is_some_and(|met| met.c.is_numeric());
        let mut stays = false;
        let mut leads = false;
        let mut parts = None;
        if let Some(which) = quotation(c) {
            let open = self.open.get(which).copied().unwrap_or(false);
            // With a space on one side only, the mark says itself what it is.
            let opens = if alone { !open } else { self.space };
            if let Some(state) = self.open.get_mut(which) {
                *state = opens;
            }
            if alone && opens {
                leads = true;
                parts = self.before.map(|_| true);
            } else if alone {
                stays = true;
            }
        } else if is_currency(c) {
            stays = self.space && number_before;
            leads = alone && !stays;
        } else if matches!(c, '%' | '\u{66A}' | '\u{2030}' | '\u{B0}') {
            stays = self.space && number_before;
        } else if c == '\u{2026}' {
            stays = self.space && self.before.is_some();
        } else if self.space && self.closed {
            parts = Some(true);
        }
        if let Some(Met { c: last, leads }) = self.before
            && self.space
            && leads
        {
            stays |= quotation(last).is_some() || c.is_numeric();
        }
        if let Some(cell) = cells.get_mut(index) {
            let whole = cell.flags.has(CellFlags::ATOM);
            if stays {
                cell.flags = cell.flags.with(CellFlags::SOFT_BREAK, false);
            } else if parts == Some(true) && whole && !closes(c) {
                cell.flags = cell.flags.with(CellFlags::SOFT_BREAK, true);
            }
        }
        if self.before.is_some_and(|met| met.c == '\u{A0}') {
            mark(cells, index);
        }
        self.closed = alone && quotation(c).is_some() && stays;
        self.before = Some(Met { c, leads });
        self.space = false;
    }

    /// An address among the cells of a word breaks only where it must.
    fn address(&self, cells: &mut [Cell], word: Range<usize>) {
        let byte = |index: usize| {
            cells
                .get(index)
                .map_or(self.text.len(), |c| c.byte as usize)
        };
        let (from, to) = (byte(word.start), byte(word.end));
        let Some(found) = self.text.get(from..to).and_then(address) else {
            return;
        };
        let mut last = None;
        for index in word {
            let Some(at) = cells.get(index).map(|cell| cell.byte as usize - from) else {
                return;
            };
            let c = self.char_at(cells, index);
            if at > found.start && at < found.end {
                if let Some(cell) = cells.get_mut(index) {
                    cell.flags = cell.flags.with(CellFlags::SOFT_BREAK, false);
                }
                let after = matches!(
                    last,
                    Some('/' | '.' | '@' | '-' | '_' | '?' | '&' | '=' | '#')
                );
                if after && c.is_some_and(char::is_alphanumeric) {
                    mark(cells, index);
                }
            }
            last = c;
        }
    }
}

fn mark(cells: &mut [Cell], index: usize) {
    if let Some(cell) = cells.get_mut(index) {
        cell.flags = cell.flags.with(CellFlags::SEAM, true);
    }
}

/// Which kind of double quotation mark a character is, if one that says by
/// itself neither that it opens nor that it closes: straight ones, and curly
/// ones, which Arabic texts use both ways round.
fn quotation(c: char) -> Option<usize> {
    match c {
        '"' => Some(0),
        '\u{201C}' | '\u{201D}' => Some(1),
        _ => None,
    }
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '\u{A3}' | '\u{A5}' | '\u{20A0}'..='\u{20C0}')
}

/// What no line begins with, whatever is before it.
fn closes(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ':'
            | ';'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '\u{BB}'
            | '\u{60C}'
            | '\u{61B}'
            | '\u{61F}'
            | '\u{2019}'
            | '\u{203A}'
            | '/'
    )
}

/// The bytes of an address in a word without spaces.
fn address(word: &str) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '(' | ')');
    let start = word.find(is_part)?;
    let rest = word.get(start..)?;
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    let found = rest.get(..length)?;
    let mail = found
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let web = found.contains("://") || found.starts_with("www.");
    (mail || web).then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_their_words() {
        assert_eq!(address("https://a.b/c"), Some(0..13));
        assert_eq!(address("(www.a.b)"), Some(1..8));
        assert_eq!(address("بـa@b.org،"), Some(4..11));
        assert_eq!(address("12/10/2019"), None);
        assert_eq!(address("@name"), None);
        assert_eq!(address("قسد"), None);
    }

    #[test]
    fn most_words_are_passed_by() {
        assert!(!concerns("قوات سوريا الديمقراطية، أمس"));
        assert!(concerns("25 \u{66A}"));
        assert!(concerns("قال \u{201D} نعم"));
        assert!(concerns("كلمة\u{A0}كلمة"));
    }
}
