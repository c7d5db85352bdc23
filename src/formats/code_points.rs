//! Positions of one text in code points, bytes and UTF-16 units, for readers
//! and for verification.
//!
//! Exports take their offsets from `model::OffsetTable`; what is read back is
//! measured with this table, which shares no code with the other one, so that
//! a mistake in one of them shows.
//!
//! Invariant: `byte` is defined for 0..=count, strictly increasing.

/// A text with the byte position of every code point.
pub(crate) struct CodePoints<'a> {
    text: &'a str,
    /// Byte position of each code point. Texts over 4 GiB are not documents.
    bytes: Vec<u32>,
    /// Code-point positions of the characters beyond U+FFFF, ascending.
    beyond: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    /// Measures a text once: O(length).
    pub(crate) fn of(text: &'a str) -> Self {
        let mut bytes = Vec::new();
        let mut beyond = Vec::new();
        for (index, (byte, c)) in text.char_indices().enumerate() {
            bytes.push(byte as u32);
            if c > '\u{ffff}' {
                beyond.push(index as u32);
            }
        }
        Self {
            text,
            bytes,
            beyond,
        }
    }

    /// The byte position of a code-point position; the end of the text counts.
    pub(crate) fn byte(&self, code_point: usize) -> Option<usize> {
        match self.bytes.get(code_point) {
            Some(&byte) => Some(byte as usize),
            None => (code_point == self.bytes.len()).then_some(self.text.len()),
        }
    }

    /// The text between two code-point positions, end exclusive.
    pub(crate) fn slice(&self, start: usize, end: usize) -> Option<&'a str> {
        self.text.get(self.byte(start)?..self.byte(end)?)
    }

    /// The UTF-16 position of a code-point position: one more for each
    /// character beyond U+FFFF before it.
    pub(crate) fn utf16(&self, code_point: usize) -> usize {
        code_point
            + self
                .beyond
                .partition_point(|&index| (index as usize) < code_point)
    }

    /// The code-point position of a UTF-16 position, unless it lies in the
    /// middle of a character or outside the text.
    pub(crate) fn of_utf16(&self, unit: usize) -> Option<usize> {
        // The n-th character beyond U+FFFF (from 0), at code point `index`,
        // occupies the units index + n and index + n + 1.
        let mut low = 0;
        let mut high = self.beyond.len();
        while low < high {
            let middle = usize::midpoint(low, high);
            let before = self
                .beyond
                .get(middle)
                .map_or(usize::MAX, |&i| i as usize + middle);
            if before < unit {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let code_point = unit.checked_sub(low)?;
        (code_point <= self.bytes.len() && self.utf16(code_point) == unit).then_some(code_point)
    }

    /// How many code points the text has.
    pub(crate) fn count(&self) -> usize {
        self.bytes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn agrees_with_a_plain_count() {
        for text in [
            "",
            "قسد",
            "😀 قال «قسد» 😀",
            "a\u{301}👩\u{200d}👧\r\n\u{a0}ب",
        ] {
            let table = CodePoints::of(text);
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(table.count(), chars.len());
            let mut units = 0;
            let mut defined = vec![];
            for index in 0..=chars.len() {
                let before: String = chars.iter().take(index).collect();
                assert_eq!(table.byte(index), Some(before.len()), "{text:?} {index}");
                units = before.encode_utf16().count();
                assert_eq!(table.utf16(index), units, "{text:?} {index}");
                defined.push(units);
            }
            assert_eq!(table.byte(chars.len() + 1), None);
            for unit in 0..units + 3 {
                assert_eq!(
                    table.of_utf16(unit),
                    defined.iter().position(|&d| d == unit),
                    "{text:?} {unit}"
                );
            }
        }
    }
}
