//! The faces in the program, and which of them shows a character.
//!
//! No system font is ever used, so a text looks the same on every machine.
//! Sources and licences are in fonts/README.md.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::coverage::Coverage;
use super::files::{self, AMIRI, AMIRI_BOLD, FILES, MONO, NASKH, NASKH_MORE};
use super::ink::Reaches;

/// The face a text asks for first; characters it lacks are taken from the
/// others in a fixed order.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Face {
    /// Noto Naskh Arabic, then Noto Sans for Latin.
    Naskh,
    /// Amiri, which has Latin letters of its own.
    Amiri,
    /// Noto Sans, then Noto Sans Arabic: the interface.
    Sans,
    /// Noto Sans Mono, then Noto Naskh Arabic.
    Mono,
}

/// Everything about a text that its shape depends on.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct TextStyle {
    /// The first choice.
    pub face: Face,
    /// Whether the bold faces are taken, where there are any.
    pub bold: bool,
    /// Points to the em. Negative, endless and missing numbers count as 0.
    pub size: f32,
}

/// Index of a face in the [`FontSet`].
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct FontId(pub u8);

/// The extent of a face above and below the baseline in points, all positive.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct VerticalMetrics {
    /// Above the baseline, as the face declares it.
    pub ascent: f32,
    /// Below the baseline, as the face declares it.
    pub descent: f32,
    /// Above the baseline, the ink of fully vowelled text.
    pub ink_ascent: f32,
    /// Below the baseline, the ink of fully vowelled text.
    pub ink_descent: f32,
}

impl VerticalMetrics {
    /// The distance of lines, in points, at which fully vowelled text keeps
    /// to its own row.
    pub fn line_height(self) -> f32 {
        let ink = self.ink_ascent + self.ink_descent;
        ink.max(self.ascent + self.descent)
    }

    /// Where the baseline stands in a row of this height, points from its top:
    /// the declared extent in the middle, moved if that makes room for the ink
    /// of vowelled text. Where the row is too low for it, the extent decides.
    pub(super) fn baseline(self, line_height: f32) -> f32 {
        let centred = (line_height - self.ascent - self.descent) / 2.0 + self.ascent;
        let lowest = line_height - self.ink_descent;
        // A hundredth of a point is rounding.
        if self.ink_ascent <= lowest + 0.01 {
            centred.max(self.ink_ascent).min(lowest)
        } else {
            centred
        }
    }
}

impl Face {
    /// How far the ink of stacked marks reaches above and below the baseline,
    /// in ems: what the faces declare is too little for Amiri and Noto Sans
    /// Arabic. Measured on the strings of row 38 in `tests/suite/text_rows.rs`.
    fn ink(self) -> (f32, f32) {
        match self {
            Self::Naskh | Self::Mono => (1.1, 0.5),
            Self::Amiri => (1.5, 0.68),
            Self::Sans => (1.52, 0.7),
        }
    }
}

/// The bundled faces.
pub struct FontSet {
    fonts: Vec<Font>,
}

pub(super) struct Font {
    name: &'static str,
    data: &'static [u8],
    coverage: Coverage,
    units_per_em: f32,
    ascent: f32,
    descent: f32,
    space: f32,
    pub(super) reaches: Reaches,
}

impl Font {
    fn load(name: &'static str, data: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(data).ok()?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let glyphs = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let space = font
            .charmap()
            .map(' ')
            .and_then(|glyph| glyphs.advance_width(glyph))
            .unwrap_or(f32::from(metrics.units_per_em) / 4.0);
        Some(Self {
            name,
            data,
            coverage: Coverage::of(&font),
            units_per_em: f32::from(metrics.units_per_em),
            ascent: metrics.ascent,
            descent: -metrics.descent,
            space,
            reaches: Reaches::default(),
        })
    }
}

impl FontSet {
    /// The faces in the program.
    pub fn bundled() -> &'static Self {
        static SET: LazyLock<FontSet> = LazyLock::new(|| FontSet {
            // A file that does not load would move every id; a test of the
            // list reads all of them.
            fonts: FILES
                .iter()
                .filter_map(|&(name, data)| Font::load(name, data))
                .collect(),
        });
        &SET
    }

    /// The number of faces; ids are below it.
    pub fn len(&self) -> usize {
        self.fonts.len()
    }

    /// Whether there is no face at all, which does not happen.
    pub fn is_empty(&self) -> bool {
        self.fonts.is_empty()
    }

    /// The contents of a face's file; empty for an unknown id.
    pub fn data(&self, id: FontId) -> &'static [u8] {
        self.font(id).map_or(&[], |font| font.data)
    }

    /// The name of a face, as its makers spell it.
    pub fn name(&self, id: FontId) -> &'static str {
        self.font(id).map_or("", |font| font.name)
    }

    /// The glyph of a character in a face, if it has one.
    pub fn glyph_of(&self, id: FontId, c: char) -> Option<u16> {
        let glyph = FontRef::new(self.data(id)).ok()?.charmap().map(c)?;
        u16::try_from(glyph.to_u32()).ok()
    }

    /// The face whose digits are all equally wide.
    pub fn fixed_width(&self) -> FontId {
        MONO
    }

    /// Font units to the em of a face.
    pub fn units_per_em(&self, id: FontId) -> f32 {
        self.font(id).map_or(1000.0, |font| font.units_per_em)
    }

    /// Ascent and descent of the first face of a style, in points.
    pub fn vertical_metrics(&self, style: TextStyle) -> VerticalMetrics {
        let size = sane_size(style.size);
        let first = Self::chain(style).first().copied();
        let (ascent, descent) = first
            .and_then(|id| self.font(id))
            .map_or((0.8, 0.2), |font| {
                (
                    font.ascent / font.units_per_em,
                    font.descent / font.units_per_em,
                )
            });
        let (above, below) = style.face.ink();
        VerticalMetrics {
            ascent: ascent * size,
            descent: descent * size,
            ink_ascent: above * size,
            ink_descent: below * size,
        }
    }

    /// Width of a space of the first face of a style, in points.
    pub(super) fn space(&self, style: TextStyle) -> f32 {
        let first = Self::chain(style).first().copied();
        first.and_then(|id| self.font(id)).map_or(0.0, |font| {
            font.space * sane_size(style.size) / font.units_per_em
        })
    }

    /// The faces a style tries, in order.
    pub(super) fn chain(style: TextStyle) -> &'static [FontId] {
        files::chain(style)
    }

    pub(super) fn font(&self, id: FontId) -> Option<&Font> {
        self.fonts.get(usize::from(id.0))
    }

    /// Whether a face has a glyph for the character.
    pub(super) fn has(&self, id: FontId, c: char) -> bool {
        self.font(id).is_some_and(|font| font.coverage.has(c))
    }

    /// The first face of the chain that has every one of these characters;
    /// without one, the face that has the first of them; without that, the
    /// first face, which then shows its empty box.
    pub(super) fn choose(
        &self,
        chain: &[FontId],
        chars: &(impl Iterator<Item = char> + Clone),
    ) -> FontId {
        let has = |id: &FontId, c: char| self.has(*id, c);
        let all = chain.iter().find(|id| chars.clone().all(|c| has(id, c)));
        let base = || {
            let first = chars.clone().next()?;
            chain.iter().find(|id| has(id, first))
        };
        all.or_else(base)
            .or(chain.first())
            .copied()
            .unwrap_or(NASKH)
    }

    /// The face of the sign for the end of a verse and of the digits in it:
    /// the first Naskh draws them beside each other. Amiri needs no other.
    pub(super) fn sign(chain: &[FontId], c: char, previous: Option<FontId>) -> Option<FontId> {
        const END_OF_VERSE: char = '\u{6DD}';
        if !matches!(c, '\u{660}'..='\u{6F9}') {
            return None;
        }
        let digit = matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}');
        let goes_on = digit && previous == Some(NASKH_MORE);
        let other = !matches!(chain.first(), Some(&(AMIRI | AMIRI_BOLD)));
        (goes_on || c == END_OF_VERSE && other).then_some(NASKH_MORE)
    }

    /// Whether the face has rules that look past a space, so that a word may
    /// change its shape when it comes to stand at the start of a line.
    pub(super) fn looks_past_spaces(id: FontId) -> bool {
        matches!(id, AMIRI | AMIRI_BOLD)
    }
}

/// The largest size that is laid out, in points.
const LARGEST: f32 = 10_000.0;

/// The size with nonsense (negative, endless, not a number) as 0.
pub(super) fn sane_size(size: f32) -> f32 {
    if size > 0.0 && size.is_finite() {
        size.min(LARGEST)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::files::{HEBREW, SANS};
    use super::*;

    #[test]
    fn fallback_goes_by_coverage() {
        let set = FontSet::bundled();
        let style = TextStyle {
            face: Face::Naskh,
            bold: false,
            size: 10.0,
        };
        let face = |text: &'static str| set.choose(FontSet::chain(style), &text.chars());
        assert_eq!(face("س"), NASKH);
        assert_eq!(face(" "), NASKH);
        assert_eq!(face("a"), SANS);
        assert_eq!(face("e\u{301}"), SANS);
        assert_eq!(face("ש"), HEBREW);
        assert_eq!(set.name(face("\u{1F600}")), "Noto Emoji");
        assert_eq!(set.name(face("漢")), "Noto Sans CJK SC");
        assert_eq!(face("\u{E000}"), NASKH);
        assert_eq!(face(""), NASKH);
    }

    #[test]
    fn sizes_that_make_no_sense_are_none() {
        assert_eq!(sane_size(f32::NAN), 0.0);
        assert_eq!(sane_size(-3.0), 0.0);
        assert_eq!(sane_size(f32::INFINITY), 0.0);
        assert_eq!(sane_size(12.5), 12.5);
    }
}
