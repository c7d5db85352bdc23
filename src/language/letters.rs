//! Character classes of Arabic writing, and what each letter folds to.
//!
//! Here: one-character facts. Not here: anything that looks at neighbours
//! (fold, words). Where Unicode has a property for a class we name the code
//! points anyway: the classes of folding are a decision about search, not a
//! property of the character.
//!
//! **Invariant:** folding a folded character gives the same character.

/// The tatweel (kashida), a stretch between two letters.
pub const TATWEEL: char = '\u{0640}';

/// Vowel signs, shadda, tanwin, Quranic signs and Hebrew points: what may be
/// left out in writing. A mark belongs to the letter before it.
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}'..='\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}'
        | '\u{08CA}'..='\u{08E1}'
        | '\u{08E3}'..='\u{08FF}'
        // Marks as characters of their own, from old encodings.
        | '\u{FC5E}'..='\u{FC63}'
        | '\u{FCF2}'..='\u{FCF4}'
        | '\u{FE70}'..='\u{FE7F}'
        // Hebrew accents and points.
        | '\u{0591}'..='\u{05BD}'
        | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}')
}

/// Combining signs of the European scripts.
pub(crate) fn is_combining_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// Characters that are not seen: direction controls, joiners, variation
/// selectors, soft hyphen, byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{FEFF}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}')
}

/// Spaces within a line, of any width, breaking or not. (Line and paragraph
/// separators are not spaces here.)
pub fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{00A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// Double quotation marks of any shape and either hand.
pub fn is_double_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{00AB}' | '\u{00BB}' | '\u{201C}'
            ..='\u{201F}' | '\u{2033}' | '\u{2036}' | '\u{FF02}'
    )
}

/// A letter of the Arabic script (not a mark, a digit or the tatweel).
pub fn is_arabic_letter(c: char) -> bool {
    matches!(c,
        '\u{0620}'..='\u{063F}'
        | '\u{0641}'..='\u{064A}'
        | '\u{066E}'..='\u{066F}'
        | '\u{0671}'..='\u{06D3}'
        | '\u{06D5}'
        | '\u{06E5}'..='\u{06E6}'
        | '\u{06EE}'..='\u{06EF}'
        | '\u{06FA}'..='\u{06FC}'
        | '\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{0870}'..='\u{0887}'
        | '\u{0889}'..='\u{088E}'
        | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FBB1}'
        | '\u{FBD3}'..='\u{FC5D}'
        | '\u{FC64}'..='\u{FCF1}'
        | '\u{FCF5}'..='\u{FD3D}'
        | '\u{FD50}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FDFC}'
        | '\u{FE80}'..='\u{FEFC}')
}

/// A decimal digit of the three sets that Arabic texts use: ASCII,
/// Arabic-Indic and Persian.
pub fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// Letters of old encodings that stand for one form of a letter, or for a
/// group of letters; they fold through their compatibility decomposition.
pub(crate) fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Letters that fold through their canonical decomposition, dropping accents:
/// Latin, Greek, Cyrillic.
pub(crate) fn is_accented_range(c: char) -> bool {
    matches!(c, '\u{00C0}'..='\u{052F}' | '\u{1E00}'..='\u{1FFF}')
}

/// The letter that a base letter and a hamza or madda above or below make.
pub(crate) fn with_hamza(base: char, sign: char) -> Option<char> {
    match (base, sign) {
        ('\u{0627}', '\u{0653}') => Some('\u{0622}'),
        ('\u{0627}', '\u{0654}') => Some('\u{0623}'),
        ('\u{0627}', '\u{0655}') => Some('\u{0625}'),
        ('\u{0648}', '\u{0654}') => Some('\u{0624}'),
        ('\u{064A}', '\u{0654}') => Some('\u{0626}'),
        _ => None,
    }
}

/// What a character is taken for when spelling is to be overlooked: one form
/// of alef, of ya, of kaf, of ha; ASCII digits; plain quotation marks and
/// dashes; Latin punctuation for Arabic. Case and accents are not decided
/// here.
pub(crate) fn simplify(c: char) -> char {
    match c {
        // alef with hamza, madda, wasla, wavy hamza
        '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}'..='\u{0673}' | '\u{0675}' => '\u{0627}',
        // alef maqsura, ya with hamza, Persian and other ya
        '\u{0626}' | '\u{0649}' | '\u{0678}' | '\u{06CC}' | '\u{06CE}' | '\u{06D0}'
        | '\u{06D2}' | '\u{06D3}' => '\u{064A}',
        '\u{0624}' | '\u{0676}' => '\u{0648}',
        '\u{06A9}' | '\u{06AA}' => '\u{0643}',
        '\u{06BE}' | '\u{06C0}'..='\u{06C2}' | '\u{06D5}' => '\u{0647}',
        '\u{0660}'..='\u{0669}' => ascii_digit(c, '\u{0660}'),
        '\u{06F0}'..='\u{06F9}' => ascii_digit(c, '\u{06F0}'),
        '\u{060C}' | '\u{066C}' => ',',
        '\u{061B}' => ';',
        '\u{061F}' => '?',
        '\u{066A}' => '%',
        '\u{066B}' => '.',
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{FF07}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ if is_double_quote(c) => '"',
        _ => c,
    }
}

fn ascii_digit(c: char, zero: char) -> char {
    let value = u32::from(c).wrapping_sub(u32::from(zero));
    char::from_digit(value, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simplifying_twice_changes_nothing() {
        for c in (0..=0x1_FFFF).filter_map(char::from_u32) {
            assert_eq!(simplify(simplify(c)), simplify(c), "{c:?}");
        }
    }

    #[test]
    fn the_classes_do_not_overlap() {
        for c in (0..=0x1_FFFF).filter_map(char::from_u32) {
            let classes = [
                is_mark(c),
                is_invisible(c),
                is_space(c),
                is_double_quote(c),
                is_arabic_letter(c),
                is_digit(c),
                c == TATWEEL,
            ];
            assert!(classes.iter().filter(|in_it| **in_it).count() <= 1, "{c:?}");
        }
    }

    #[test]
    fn letters_written_several_ways_are_one() {
        for (written, meant) in [
            ('أ', 'ا'),
            ('إ', 'ا'),
            ('آ', 'ا'),
            ('ٱ', 'ا'),
            ('ى', 'ي'),
            ('ئ', 'ي'),
            ('ؤ', 'و'),
            ('ک', 'ك'),
            ('ی', 'ي'),
            ('٣', '3'),
            ('۷', '7'),
            ('»', '"'),
            ('ء', 'ء'),
            ('ة', 'ة'),
        ] {
            assert_eq!(simplify(written), meant);
        }
    }
}
