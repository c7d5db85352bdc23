//! Which way a paragraph reads, and which way a document does.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

use super::paragraphs::paragraphs;

/// A reading direction.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// As Latin.
    LeftToRight,
    /// As Arabic.
    RightToLeft,
}

impl Direction {
    /// The bidi level of a paragraph of this direction.
    pub(crate) fn level(self) -> u8 {
        match self {
            Self::LeftToRight => 0,
            Self::RightToLeft => 1,
        }
    }

    /// The direction of text at a bidi level.
    pub(crate) fn of_level(level: u8) -> Self {
        if level & 1 == 1 {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }

    /// Whether it is [`Direction::RightToLeft`].
    pub fn is_rtl(self) -> bool {
        self == Self::RightToLeft
    }
}

/// How the direction of a paragraph is found.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum BaseDirection {
    /// From its first strong letter (UAX #9, P2 and P3); without one, the
    /// fallback, which is the direction of the document.
    Auto {
        /// Taken when no letter decides.
        fallback: Direction,
    },
    /// As the reader decided.
    Fixed(Direction),
}

impl BaseDirection {
    /// The direction of this text.
    pub fn resolve(self, text: &str) -> Direction {
        match self {
            Self::Auto { fallback } => first_strong(text).unwrap_or(fallback),
            Self::Fixed(direction) => direction,
        }
    }
}

/// The direction of the first strong letter of a paragraph, isolates skipped
/// (UAX #9, P2 and P3); `None` when no letter decides.
pub fn first_strong(text: &str) -> Option<Direction> {
    let mut isolates = 0_usize;
    for c in text.chars() {
        match bidi_class(c) {
            BidiClass::L if isolates == 0 => return Some(Direction::LeftToRight),
            BidiClass::R | BidiClass::AL if isolates == 0 => return Some(Direction::RightToLeft),
            BidiClass::FSI | BidiClass::LRI | BidiClass::RLI => isolates += 1,
            BidiClass::PDI => isolates = isolates.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The direction of a document: each paragraph votes for the direction of its
/// first strong letter with the number of its strong letters, so that an
/// English notice above an Arabic article decides nothing. Without a majority
/// it is right to left.
pub fn document_direction(text: &str) -> Direction {
    let (mut left, mut right) = (0_usize, 0_usize);
    for span in paragraphs(text) {
        let Some(paragraph) = span.of(text) else {
            continue;
        };
        let Some(direction) = first_strong(paragraph) else {
            continue;
        };
        let letters = paragraph
            .chars()
            .filter(|&c| matches!(bidi_class(c), BidiClass::L | BidiClass::R | BidiClass::AL))
            .count();
        match direction {
            Direction::LeftToRight => left += letters,
            Direction::RightToLeft => right += letters,
        }
    }
    if left > right {
        Direction::LeftToRight
    } else {
        Direction::RightToLeft
    }
}

/// How many isolates of a kind that is dear to the analyzer a text may hold
/// before they are resolved here. It looks ahead from each first-strong
/// isolate for its direction and from each open one for its end, which is
/// quadratic in a text made of little else.
const FEW_ISOLATES: usize = 256;

/// The text as the analyzer can take it in linear time: the same bytes unless
/// there are very many isolates. Then every first-strong isolate is replaced
/// by the left-to-right or right-to-left isolate it stands for (UAX #9, X5c),
/// and every isolate that its paragraph leaves open by an embedding of the
/// same direction. All these characters are equally long, so no offset moves.
pub(crate) fn resolve_isolates(text: &str) -> Cow<'_, str> {
    // Their first byte is rare in any text, and counting bytes is fast.
    if text.bytes().filter(|&byte| byte == 0xE2).count() <= FEW_ISOLATES {
        return Cow::Borrowed(text);
    }
    let (isolates, dear) = isolates_of(text);
    if dear <= FEW_ISOLATES {
        return Cow::Borrowed(text);
    }
    let mut known = isolates.into_iter();
    let resolved = text
        .chars()
        .map(|c| match bidi_class(c) {
            BidiClass::FSI | BidiClass::LRI | BidiClass::RLI => {
                known
                    .next()
                    .map_or(c, |isolate| match (isolate.closed, isolate.rtl) {
                        (true, true) => '\u{2067}',
                        (true, false) => '\u{2066}',
                        (false, true) => '\u{202B}',
                        (false, false) => '\u{202A}',
                    })
            }
            _ => c,
        })
        .collect();
    Cow::Owned(resolved)
}

/// An isolate as it is found to be.
struct Isolate {
    rtl: bool,
    closed: bool,
    /// Whether it takes its direction from a letter, and still waits for it.
    waits: bool,
}

/// All isolates of a text in order, and how many of them are dear.
fn isolates_of(text: &str) -> (Vec<Isolate>, usize) {
    let mut isolates: Vec<Isolate> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut dear = 0;
    for c in text.chars() {
        match bidi_class(c) {
            class @ (BidiClass::FSI | BidiClass::LRI | BidiClass::RLI) => {
                let waits = class == BidiClass::FSI;
                dear += usize::from(waits);
                open.push(isolates.len());
                isolates.push(Isolate {
                    rtl: class == BidiClass::RLI,
                    closed: false,
                    waits,
                });
            }
            BidiClass::PDI => {
                if let Some(isolate) = open.pop().and_then(|index| isolates.get_mut(index)) {
                    isolate.closed = true;
                }
            }
            BidiClass::B => {
                dear += open.len();
                open.clear();
            }
            class @ (BidiClass::L | BidiClass::R | BidiClass::AL) => {
                if let Some(isolate) = open.last().and_then(|&index| isolates.get_mut(index))
                    && isolate.waits
                {
                    isolate.waits = false;
                    isolate.rtl = class != BidiClass::L;
                }
            }
            _ => {}
        }
    }
    (isolates, dear + open.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides_and_isolates_do_not() {
        assert_eq!(first_strong("52"), None);
        assert_eq!(first_strong("\u{A9} سبوتنيك"), Some(Direction::RightToLeft));
        assert_eq!(first_strong("(SDF) قوات"), Some(Direction::LeftToRight));
        assert_eq!(
            first_strong("\u{2067}ا\u{2069}a"),
            Some(Direction::LeftToRight)
        );
        assert_eq!(first_strong("\u{2067}ا"), None);
    }

    #[test]
    fn an_english_notice_does_not_turn_a_document() {
        assert_eq!(
            document_direction("Sorry, JavaScript.\n\nقوات سوريا الديمقراطية تعلن\n52"),
            Direction::RightToLeft
        );
        assert_eq!(document_direction(""), Direction::RightToLeft);
        assert_eq!(document_direction("12\n--"), Direction::RightToLeft);
        assert_eq!(document_direction("A text\nولا"), Direction::LeftToRight);
    }

    #[test]
    fn many_isolates_are_resolved_one_by_one() {
        let unit = "\u{2068}a\u{2069}\u{2068}ا\u{2069}\u{2068}\u{2068}ا\u{2069}b\u{2069}";
        let text = unit.repeat(FEW_ISOLATES);
        let resolved = resolve_isolates(&text);
        let expected = "\u{2066}a\u{2069}\u{2067}ا\u{2069}\u{2066}\u{2067}ا\u{2069}b\u{2069}";
        assert_eq!(resolved, expected.repeat(FEW_ISOLATES));
        let open = "\u{2066}ا\n\u{2068}ا\n";
        assert_eq!(
            resolve_isolates(&open.repeat(FEW_ISOLATES)),
            "\u{202A}ا\n\u{202B}ا\n".repeat(FEW_ISOLATES)
        );
        assert!(matches!(resolve_isolates(unit), Cow::Borrowed(_)));
    }
}
