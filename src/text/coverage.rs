//! Which characters a face can show.

use skrifa::{FontRef, MetadataProvider};

/// Which characters a face has: one bit each in the basic plane, a sorted
/// list beyond it.
pub(super) struct Coverage {
    basic: Vec<u64>,
    beyond: Vec<u32>,
}

impl Coverage {
    /// Reads the character map of a face.
    pub(super) fn of(font: &FontRef<'_>) -> Self {
        let mut coverage = Self {
            basic: vec![0; 0x1_0000 / 64],
            beyond: Vec::new(),
        };
        for (c, _) in font.charmap().mappings() {
            if c > 0xFFFF {
                coverage.beyond.push(c);
            } else if let Some(word) = coverage.basic.get_mut(c as usize / 64) {
                *word |= 1 << (c % 64);
            }
        }
        coverage.beyond.sort_unstable();
        coverage
    }

    /// Whether the face has a glyph for the character.
    pub(super) fn has(&self, c: char) -> bool {
        let c = u32::from(c);
        match self.basic.get(c as usize / 64) {
            Some(word) => word >> (c % 64) & 1 == 1,
            None => self.beyond.binary_search(&c).is_ok(),
        }
    }
}
