//! Buckwalter's transliteration, letter for letter and back.
//!
//! Here: the table of Tim Buckwalter's *Arabic Transliteration* (as used by
//! the Penn Arabic Treebank, with P, J, V and G for the four letters of other
//! languages) and one thing it lacks: a backslash before a character of the
//! source that the table would read as an Arabic letter. Not here: the
//! standards people read (letters).
//!
//! **Invariant:** `from_buckwalter(&to_buckwalter(text)) == text` for every text.

/// Arabic and its sign.
const TABLE: [(char, char); 49] = [
    ('\u{621}', '\''),
    ('\u{622}', '|'),
    ('\u{623}', '>'),
    ('\u{624}', '&'),
    ('\u{625}', '<'),
    ('\u{626}', '}'),
    ('\u{627}', 'A'),
    ('\u{628}', 'b'),
    ('\u{629}', 'p'),
    ('\u{62A}', 't'),
    ('\u{62B}', 'v'),
    ('\u{62C}', 'j'),
    ('\u{62D}', 'H'),
    ('\u{62E}', 'x'),
    ('\u{62F}', 'd'),
    ('\u{630}', '*'),
    ('\u{631}', 'r'),
    ('\u{632}', 'z'),
    ('\u{633}', 's'),
    ('\u{634}', '$'),
    ('\u{635}', 'S'),
    ('\u{636}', 'D'),
    ('\u{637}', 'T'),
    ('\u{638}', 'Z'),
    ('\u{639}', 'E'),
    ('\u{63A}', 'g'),
    ('\u{640}', '_'),
    ('\u{641}', 'f'),
    ('\u{642}', 'q'),
    ('\u{643}', 'k'),
    ('\u{644}', 'l'),
    ('\u{645}', 'm'),
    ('\u{646}', 'n'),
    ('\u{647}', 'h'),
    ('\u{648}', 'w'),
    ('\u{649}', 'Y'),
    ('\u{64A}', 'y'),
    ('\u{64B}', 'F'),
    ('\u{64C}', 'N'),
    ('\u{64D}', 'K'),
    ('\u{64E}', 'a'),
    ('\u{64F}', 'u'),
    ('\u{650}', 'i'),
    ('\u{651}', '~'),
    ('\u{652}', 'o'),
    ('\u{670}', '`'),
    ('\u{671}', '{'),
    ('\u{67E}', 'P'),
    ('\u{686}', 'J'),
];

/// Letters that came to the table later.
const MORE: [(char, char); 2] = [('\u{6A4}', 'V'), ('\u{6AF}', 'G')];

/// Stands before a character that is itself and no sign.
const ESCAPE: char = '\\';

fn sign_of(letter: char) -> Option<char> {
    pairs()
        .find(|(arabic, _)| *arabic == letter)
        .map(|(_, sign)| sign)
}

fn letter_of(sign: char) -> Option<char> {
    pairs()
        .find(|(_, latin)| *latin == sign)
        .map(|(letter, _)| letter)
}

fn pairs() -> impl Iterator<Item = (char, char)> {
    TABLE.into_iter().chain(MORE)
}

/// A text with every Arabic letter and mark as Buckwalter's sign. Other
/// characters stay; those that are signs themselves get a backslash.
pub fn to_buckwalter(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match sign_of(c) {
            Some(sign) => out.push(sign),
            None if c == ESCAPE || letter_of(c).is_some() => {
                out.push(ESCAPE);
                out.push(c);
            }
            None => out.push(c),
        }
    }
    out
}

/// The text that [`to_buckwalter`] was given.
pub fn from_buckwalter(signs: &str) -> String {
    let mut out = String::with_capacity(signs.len() * 2);
    let mut chars = signs.chars();
    while let Some(c) = chars.next() {
        if c == ESCAPE {
            out.push(chars.next().unwrap_or(ESCAPE));
        } else {
            out.push(letter_of(c).unwrap_or(c));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_table() {
        for (arabic, latin) in [
            ("بكتب", "bktb"),
            ("الس\u{651}\u{64E}لامُ عَلَيكُم", "Als~alAmu Ealaykum"),
            ("آأؤإئءا", "|>&<}'A"),
            ("ثجحخذشصضطظعغةى", "vjHx*$SDTZEgpY"),
            ("كتاباً، ٱلرحمٰن", "ktAbAF، {lrHm`n"),
            ("مـمٌمٍمْ", "m_mNmKmo"),
            ("SDF قسد", "\\S\\D\\F qsd"),
        ] {
            assert_eq!(to_buckwalter(arabic), latin);
            assert_eq!(from_buckwalter(latin), arabic);
        }
    }

    proptest::proptest! {
        #[test]
        fn there_and_back(text in "\\PC*", arabic in "[\u{600}-\u{6FF}a-zA-Z\\\\<>'`~|& ]*") {
            proptest::prop_assert_eq!(from_buckwalter(&to_buckwalter(&text)), text);
            proptest::prop_assert_eq!(from_buckwalter(&to_buckwalter(&arabic)), arabic);
        }
    }
}
