//! Scripts as far as they can be mistaken for one another, and the letters
//! that are.
//!
//! Here: one-character facts. The look-alikes are written by hand after
//! Unicode's idea of confusables (UTS #39, "Unicode Security Mechanisms"):
//! letters of Cyrillic, Greek and Armenian that print as a Latin letter in an
//! upright sans serif. No data of UTS #39 are copied.
//!
//! **Invariant:** a letter belongs to one script.

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Arabic,
    Hebrew,
    /// Mathematical letters, letters in circles and squares: Latin and Greek
    /// in disguise.
    Styled,
    /// Latin letters as wide as an ideograph.
    Fullwidth,
    /// A letter of any other script, and of none.
    Other,
}

/// The script of a letter; `None` for what is no letter. (Marks, digits and
/// what is not seen are asked for before.)
pub(super) fn script(c: char) -> Option<Script> {
    Some(match c {
        'A'..='Z' | 'a'..='z' => Script::Latin,
        // The clicks stand before letters of any script.
        '\u{1C0}'..='\u{1C3}' => Script::Other,
        '\0'..='\u{A9}' => return None,
        '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}' | '\u{6FA}'..='\u{6FF}' => {
            Script::Arabic
        }
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' if c.is_alphabetic() => Script::Greek,
        '\u{400}'..='\u{52F}'
        | '\u{1C80}'..='\u{1C8F}'
        | '\u{2DE0}'..='\u{2DFF}'
        | '\u{A640}'..='\u{A69F}'
            if c.is_alphabetic() =>
        {
            Script::Cyrillic
        }
        '\u{531}'..='\u{556}' | '\u{561}'..='\u{587}' => Script::Armenian,
        '\u{C0}'..='\u{24F}'
        | '\u{250}'..='\u{2AF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}'
        | '\u{A722}'..='\u{A7FF}'
        | '\u{FB00}'..='\u{FB06}'
            if c.is_alphabetic() =>
        {
            Script::Latin
        }
        '\u{5D0}'..='\u{5EA}' => Script::Hebrew,
        '\u{750}'..='\u{77F}'
        | '\u{870}'..='\u{8C9}'
        | '\u{FB50}'..='\u{FDFB}'
        | '\u{FE80}'..='\u{FEFC}'
            if c.is_alphabetic() =>
        {
            Script::Arabic
        }
        '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => Script::Fullwidth,
        '\u{1D400}'..='\u{1D7CB}'
        | '\u{1F130}'..='\u{1F149}'
        | '\u{1F150}'..='\u{1F169}'
        | '\u{1F170}'..='\u{1F189}'
        | '\u{24B6}'..='\u{24E9}'
            if c.is_alphabetic() =>
        {
            Script::Styled
        }
        _ if c.is_alphabetic() => Script::Other,
        _ => return None,
    })
}

/// Whether a letter of the script can pass for a Latin one, or the other way.
pub(super) fn mixes(script: Script) -> bool {
    matches!(
        script,
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Armenian
    )
}

/// Whether a Cyrillic, Greek or Armenian letter prints as a Latin one.
pub(super) fn looks_latin(c: char) -> bool {
    matches!(
        c,
        // Cyrillic
        'А' | 'В' | 'Е' | 'К' | 'М' | 'Н' | 'О' | 'Р' | 'С' | 'Т' | 'У' | 'Х' | 'Ѕ' | 'І' | 'Ї'
            | 'Ј' | 'Ԍ' | 'Ԛ' | 'Ԝ' | 'Ү' | 'Ӏ' | 'Һ' | 'Ё' | 'а' | 'е' | 'о' | 'р' | 'с' | 'у'
            | 'х' | 'ѕ' | 'і' | 'ї' | 'ј' | 'һ' | 'ԁ' | 'ԛ' | 'ԝ' | 'ӏ' | 'ѵ' | 'Ѵ' | 'ү' | 'г'
            | 'ё' | 'ѐ' | 'ь' | 'Ь' | 'ѡ' | 'ҽ' | 'к' | 'м' | 'н' | 'т' | 'в' | 'ґ'
            // Greek
            | 'Α' | 'Β' | 'Ε' | 'Ζ' | 'Η' | 'Ι' | 'Κ' | 'Μ' | 'Ν' | 'Ο' | 'Ρ' | 'Τ' | 'Υ' | 'Χ'
            | 'ο' | 'ν' | 'ι' | 'α' | 'ρ' | 'υ' | 'κ' | 'γ' | 'τ' | 'σ' | 'ό' | 'ά' | 'ί' | 'ύ'
            | 'ϒ' | 'Ϝ' | 'ϱ' | 'Ϻ' | 'ϳ' | 'Ϳ' | 'ϲ' | 'Ϲ'
            // Armenian
            | 'գ' | 'ռ' | 'Լ' | 'Տ' | 'Ս' | 'Օ' | 'ց' | 'հ' | 'ո' | 'ս' | 'օ' | 'զ' | 'ք' | 'ա' | 'յ'
    )
}

/// Whether a letter is so like a Latin one that a whole word of such letters
/// is read as Latin; small capitals and rough likenesses are not enough.
pub(super) fn passes_for_latin(c: char) -> bool {
    looks_latin(c)
        && !matches!(
            c,
            'в' | 'г'
                | 'к'
                | 'м'
                | 'н'
                | 'т'
                | 'ґ'
                | 'ь'
                | 'Ь'
                | 'ѵ'
                | 'ѡ'
                | 'α'
                | 'γ'
                | 'ι'
                | 'κ'
                | 'σ'
                | 'τ'
                | 'υ'
                | 'ά'
                | 'ί'
                | 'ύ'
                | 'ό'
                | 'ց'
                | 'զ'
                | 'ք'
                | 'ա'
                | 'գ'
        )
}

/// A small Greek letter that is often a sign beside Latin letters (ρgh, αβ),
/// although it looks like one.
pub(super) fn is_greek_sign(c: char) -> bool {
    matches!(c, 'α' | 'γ' | 'ι' | 'κ' | 'ν' | 'ρ' | 'σ' | 'τ' | 'υ')
}

/// Which of two spellings of kaf and ya a letter belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Spelling {
    /// ك ي
    Arabic,
    /// ک ی ہ ھ ە, of Persian, Urdu and Kurdish.
    Eastern,
}

/// The spelling a letter belongs to; `None` for letters that both have.
pub(super) fn spelling(c: char) -> Option<Spelling> {
    match c {
        '\u{643}' | '\u{64A}' => Some(Spelling::Arabic),
        '\u{6A9}' | '\u{6CC}' | '\u{6C1}' | '\u{6BE}' | '\u{6D5}' => Some(Spelling::Eastern),
        _ => None,
    }
}

/// The set of ten digits a digit belongs to, by its zero.
pub(super) fn digit_set(c: char) -> Option<char> {
    const ZEROS: [char; 10] = [
        '0', '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{E50}', '\u{1040}',
        '\u{17E0}', '\u{FF10}',
    ];
    match c {
        '0'..='9' => return Some('0'),
        '\u{660}'..='\u{669}' => return Some('\u{660}'),
        '\0'..='\u{6EF}' => return None,
        '\u{1D7CE}'..='\u{1D7FF}' => return Some('\u{1D7CE}'),
        _ => {}
    }
    ZEROS
        .into_iter()
        .find(|zero| (u32::from(*zero)..u32::from(*zero) + 10).contains(&u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_their_script() {
        for (letters, expected) in [
            ("aZéßłỹ", Script::Latin),
            ("αΩἀμ", Script::Greek),
            ("аЯёӏҐ", Script::Cyrillic),
            ("Աքև", Script::Armenian),
            ("اكکیھﻼ", Script::Arabic),
            ("את", Script::Hebrew),
            ("𝐀𝛼𝒙", Script::Styled),
            ("Ａｚ", Script::Fullwidth),
            ("中กあ", Script::Other),
        ] {
            for c in letters.chars() {
                assert_eq!(script(c), Some(expected), "{c}");
            }
        }
        for c in " 1٢.,،«»×÷😀".chars() {
            assert_eq!(script(c), None, "{c}");
        }
        assert_eq!(script('\u{B5}'), Some(Script::Other), "the micro sign");
    }

    #[test]
    fn look_alikes_are_letters_of_the_three_scripts() {
        let all = ('\u{370}'..='\u{58F}').filter(|c| looks_latin(*c));
        let mut count = 0;
        for c in all {
            count += 1;
            assert!(script(c).is_some_and(|script| mixes(script) && script != Script::Latin));
        }
        assert!(count > 80, "{count}");
        assert!(!('\0'..='\u{36F}').any(looks_latin));
        assert!(
            ('\0'..='\u{FFFF}')
                .filter(|c| is_greek_sign(*c))
                .all(looks_latin)
        );
    }

    #[test]
    fn digits_know_their_set() {
        assert_eq!(digit_set('7'), Some('0'));
        assert_eq!(digit_set('٧'), Some('\u{660}'));
        assert_eq!(digit_set('۷'), Some('\u{6F0}'));
        assert_eq!(digit_set('７'), Some('\u{FF10}'));
        assert_eq!(digit_set('𝟕'), Some('\u{1D7CE}'));
        assert_eq!(digit_set('x'), None);
    }
}
