//! The files of the bundled faces, and the order in which they are asked for
//! a character.
//!
//! Sources, versions, sets of characters and licences are in fonts/README.md.
//!
//! **Invariant:** the id of a face is its place in [`FILES`], and every chain
//! names every face of its weight, so that no bundled character is ever missed.

use super::fonts::{Face, FontId, TextStyle};

pub(super) const NASKH: FontId = FontId(0);
const NASKH_BOLD: FontId = FontId(1);
pub(super) const AMIRI: FontId = FontId(2);
pub(super) const AMIRI_BOLD: FontId = FontId(3);
pub(super) const SANS: FontId = FontId(4);
const SANS_BOLD: FontId = FontId(5);
const SANS_ARABIC: FontId = FontId(6);
const SANS_ARABIC_BOLD: FontId = FontId(7);
pub(super) const HEBREW: FontId = FontId(8);
pub(super) const MONO: FontId = FontId(9);
/// Arabic letters that the first nine lack, and the sign for the end of a
/// verse with the digits in it.
pub(super) const NASKH_MORE: FontId = FontId(10);
const SYRIAC: FontId = FontId(11);
const ARMENIAN: FontId = FontId(12);
const GEORGIAN: FontId = FontId(13);
const ETHIOPIC: FontId = FontId(14);
const TIFINAGH: FontId = FontId(15);
const THAANA: FontId = FontId(16);
const COPTIC: FontId = FontId(17);
const DEVANAGARI: FontId = FontId(18);
const EMOJI: FontId = FontId(19);
const SYMBOLS: FontId = FontId(20);
const SYMBOLS_2: FontId = FontId(21);
const MATH: FontId = FontId(22);
const CJK: FontId = FontId(23);

/// Name and contents of each face, in the order of their ids.
pub(super) const FILES: [(&str, &[u8]); 24] = [
    (
        "Noto Naskh Arabic",
        include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
    ),
    (
        "Noto Naskh Arabic Bold",
        include_bytes!("../../fonts/NotoNaskhArabic-Bold.ttf"),
    ),
    ("Amiri", include_bytes!("../../fonts/Amiri-Regular.ttf")),
    ("Amiri Bold", include_bytes!("../../fonts/Amiri-Bold.ttf")),
    (
        "Noto Sans",
        include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    ),
    (
        "Noto Sans Bold",
        include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    ),
    (
        "Noto Sans Arabic",
        include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    ),
    (
        "Noto Sans Arabic Bold",
        include_bytes!("../../fonts/NotoSansArabic-Bold.ttf"),
    ),
    (
        "Noto Sans Hebrew",
        include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
    ),
    (
        "Noto Sans Mono",
        include_bytes!("../../fonts/NotoSansMono-Regular.ttf"),
    ),
    (
        "Noto Naskh Arabic, more letters",
        include_bytes!("../../fonts/NotoNaskhArabic-More.ttf"),
    ),
    (
        "Noto Sans Syriac",
        include_bytes!("../../fonts/NotoSansSyriac-Regular.ttf"),
    ),
    (
        "Noto Sans Armenian",
        include_bytes!("../../fonts/NotoSansArmenian-Regular.ttf"),
    ),
    (
        "Noto Sans Georgian",
        include_bytes!("../../fonts/NotoSansGeorgian-Regular.ttf"),
    ),
    (
        "Noto Sans Ethiopic",
        include_bytes!("../../fonts/NotoSansEthiopic-Regular.ttf"),
    ),
    (
        "Noto Sans Tifinagh",
        include_bytes!("../../fonts/NotoSansTifinagh-Regular.ttf"),
    ),
    (
        "Noto Sans Thaana",
        include_bytes!("../../fonts/NotoSansThaana-Regular.ttf"),
    ),
    (
        "Noto Sans Coptic",
        include_bytes!("../../fonts/NotoSansCoptic-Regular.ttf"),
    ),
    (
        "Noto Sans Devanagari",
        include_bytes!("../../fonts/NotoSansDevanagari-Regular.ttf"),
    ),
    (
        "Noto Emoji",
        include_bytes!("../../fonts/NotoEmoji-Regular.ttf"),
    ),
    (
        "Noto Sans Symbols",
        include_bytes!("../../fonts/NotoSansSymbols-Regular.ttf"),
    ),
    (
        "Noto Sans Symbols 2",
        include_bytes!("../../fonts/NotoSansSymbols2-Subset.ttf"),
    ),
    (
        "Noto Sans Math",
        include_bytes!("../../fonts/NotoSansMath-Subset.ttf"),
    ),
    (
        "Noto Sans CJK SC",
        include_bytes!("../../fonts/NotoSansCJKsc-Subset.otf"),
    ),
];

// After the first few, every chain goes on with the other scripts and then
// with the signs. Emoji stand before the other signs, so that a sequence of
// them finds all its parts in one face.
macro_rules! chain {
    ($($first:expr),+) => {
        &[
            $($first,)+
            NASKH_MORE, SYRIAC, ARMENIAN, GEORGIAN, ETHIOPIC, TIFINAGH, THAANA,
            COPTIC, DEVANAGARI, EMOJI, SYMBOLS_2, SYMBOLS, MATH, CJK,
        ]
    };
}

/// The faces a style tries, in order.
pub(super) fn chain(style: TextStyle) -> &'static [FontId] {
    match (style.face, style.bold) {
        (Face::Naskh, false) => chain![NASKH, SANS, SANS_ARABIC, HEBREW, MONO, AMIRI],
        (Face::Naskh, true) => chain![
            NASKH_BOLD,
            SANS_BOLD,
            SANS_ARABIC_BOLD,
            HEBREW,
            MONO,
            AMIRI_BOLD
        ],
        (Face::Amiri, false) => chain![AMIRI, NASKH, SANS, SANS_ARABIC, HEBREW, MONO],
        (Face::Amiri, true) => chain![
            AMIRI_BOLD,
            NASKH_BOLD,
            SANS_BOLD,
            SANS_ARABIC_BOLD,
            HEBREW,
            MONO
        ],
        (Face::Sans, false) => chain![SANS, SANS_ARABIC, HEBREW, NASKH, AMIRI, MONO],
        (Face::Sans, true) => chain![
            SANS_BOLD,
            SANS_ARABIC_BOLD,
            HEBREW,
            NASKH_BOLD,
            AMIRI_BOLD,
            MONO
        ],
        (Face::Mono, _) => chain![MONO, NASKH, SANS, SANS_ARABIC, HEBREW, AMIRI],
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::FontSet;
    use super::*;

    #[test]
    fn every_bundled_face_loads_under_its_own_id() {
        let set = FontSet::bundled();
        assert_eq!(set.len(), FILES.len());
        for (index, (name, data)) in FILES.iter().enumerate() {
            let id = FontId(index as u8);
            assert_eq!((set.name(id), set.data(id).len()), (*name, data.len()));
        }
        assert_eq!(set.name(CJK), "Noto Sans CJK SC");
        assert_eq!(set.name(FontId(200)), "");
        assert!(set.data(FontId(200)).is_empty());
    }

    #[test]
    fn no_chain_asks_a_face_twice() {
        for face in [Face::Naskh, Face::Amiri, Face::Sans, Face::Mono] {
            for bold in [false, true] {
                let style = TextStyle {
                    face,
                    bold,
                    size: 1.0,
                };
                let mut ids = chain(style).to_vec();
                ids.sort_unstable();
                ids.dedup();
                assert_eq!(ids.len(), chain(style).len());
                assert!(ids.iter().all(|id| usize::from(id.0) < FILES.len()));
            }
        }
    }
}
