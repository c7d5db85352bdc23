//! Converting places between bytes, code points and UTF-16 units.
//!
//! The model counts bytes; project files, the command line and Python count
//! code points; JavaScript, Java and UIMA count UTF-16 units.
//!
//! **Invariant:** for every character boundary `b`,
//! `byte_of_code_point(code_point_of_byte(b)) == Some(b)`.

/// A set of byte positions with fast counting. A bit for each byte, and the
/// count of set bits before each block of eight words: 14 % of the text's
/// size whatever its script, and no need to keep the text itself.
#[derive(Clone, Debug)]
struct BitCounts {
    words: Vec<u64>,
    before_block: Vec<usize>,
    total: usize,
}

const WORDS_PER_BLOCK: usize = 8;

impl BitCounts {
    fn new(text: &str, is_member: impl Fn(u8) -> bool) -> Self {
        let mut words = vec![0_u64; text.len() / 64 + 1];
        for (word, chunk) in words.iter_mut().zip(text.as_bytes().chunks(64)) {
            for (bit, &byte) in chunk.iter().enumerate() {
                *word |= u64::from(is_member(byte)) << bit;
            }
        }
        let mut before_block = Vec::with_capacity(words.len() / WORDS_PER_BLOCK + 1);
        let mut total = 0;
        for block in words.chunks(WORDS_PER_BLOCK) {
            before_block.push(total);
            total += ones(block);
        }
        Self {
            words,
            before_block,
            total,
        }
    }

    /// How many members lie before this position.
    fn count_before(&self, position: usize) -> usize {
        let word_index = position / 64;
        let Some(&word) = self.words.get(word_index) else {
            return self.total;
        };
        let block = word_index / WORDS_PER_BLOCK;
        let whole = self
            .words
            .get(block * WORDS_PER_BLOCK..word_index)
            .map_or(0, ones);
        let mask = (1_u64 << (position % 64)) - 1;
        self.before_block.get(block).copied().unwrap_or(0)
            + whole
            + (word & mask).count_ones() as usize
    }

    /// The position of the member that has this many members before it.
    fn position_of(&self, rank: usize) -> Option<usize> {
        if rank >= self.total {
            return None;
        }
        let block = self
            .before_block
            .partition_point(|&before| before <= rank)
            .checked_sub(1)?;
        let mut left = rank - self.before_block.get(block)?;
        for (index, &word) in self.words.iter().enumerate().skip(block * WORDS_PER_BLOCK) {
            let here = word.count_ones() as usize;
            if left < here {
                let mut word = word;
                for _ in 0..left {
                    word &= word - 1;
                }
                return Some(index * 64 + word.trailing_zeros() as usize);
            }
            left -= here;
        }
        None
    }
}

fn ones(words: &[u64]) -> usize {
    words.iter().map(|word| word.count_ones() as usize).sum()
}

/// The places of one text in bytes, code points and UTF-16 units. Built in
/// one pass; every question costs a few steps, whatever the length.
#[derive(Clone, Debug)]
pub struct OffsetTable {
    bytes: usize,
    /// First bytes of characters; none for a text of ASCII only.
    starts: Option<BitCounts>,
    /// First bytes of characters that take two UTF-16 units; often none.
    pairs: Option<BitCounts>,
}

impl OffsetTable {
    /// The table of a text.
    pub fn new(text: &str) -> Self {
        Self {
            bytes: text.len(),
            starts: (!text.is_ascii())
                .then(|| BitCounts::new(text, |byte| !(0x80..0xC0).contains(&byte))),
            pairs: text
                .bytes()
                .any(|byte| byte >= 0xF0)
                .then(|| BitCounts::new(text, |byte| byte >= 0xF0)),
        }
    }

    /// Length of the text in bytes.
    pub fn len_bytes(&self) -> usize {
        self.bytes
    }

    /// Length of the text in code points.
    pub fn len_code_points(&self) -> usize {
        self.starts.as_ref().map_or(self.bytes, |s| s.total)
    }

    /// Length of the text in UTF-16 units.
    pub fn len_utf16(&self) -> usize {
        self.len_code_points() + self.pairs.as_ref().map_or(0, |p| p.total)
    }

    /// How many code points begin before this byte. A byte beyond the end
    /// counts as the end.
    pub fn code_point_of_byte(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes);
        self.starts.as_ref().map_or(byte, |s| s.count_before(byte))
    }

    /// The byte where this code point begins; for the number of code points
    /// in the text, its end; beyond that, none.
    pub fn byte_of_code_point(&self, code_point: usize) -> Option<usize> {
        if code_point == self.len_code_points() {
            return Some(self.bytes);
        }
        match &self.starts {
            Some(starts) => starts.position_of(code_point),
            None => (code_point < self.bytes).then_some(code_point),
        }
    }

    /// How many UTF-16 units lie before this byte. A byte beyond the end
    /// counts as the end.
    pub fn utf16_of_byte(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes);
        self.code_point_of_byte(byte) + self.pairs.as_ref().map_or(0, |p| p.count_before(byte))
    }

    /// The byte where this UTF-16 unit begins; none beyond the end and in the
    /// middle of a surrogate pair.
    pub fn byte_of_utf16(&self, unit: usize) -> Option<usize> {
        let (mut low, mut high) = (0, self.len_code_points());
        while low < high {
            let middle = low.midpoint(high);
            if self.utf16_of_byte(self.byte_of_code_point(middle)?) < unit {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let byte = self.byte_of_code_point(low)?;
        (self.utf16_of_byte(byte) == unit).then_some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn assert_agrees(text: &str) {
        let table = OffsetTable::new(text);
        let (mut points, mut units) = (0, 0);
        let ends = text.char_indices().map(|(b, c)| (b, Some(c)));
        for (byte, next) in ends.chain([(text.len(), None)]) {
            assert_eq!(table.code_point_of_byte(byte), points);
            assert_eq!(table.byte_of_code_point(points), Some(byte));
            assert_eq!(table.utf16_of_byte(byte), units);
            assert_eq!(table.byte_of_utf16(units), Some(byte));
            if let Some(next) = next {
                if next.len_utf16() == 2 {
                    assert_eq!(table.byte_of_utf16(units + 1), None);
                }
                points += 1;
                units += next.len_utf16();
            }
        }
        assert_eq!(table.byte_of_code_point(points + 1), None);
        assert_eq!(table.byte_of_utf16(units + 1), None);
        assert_eq!(table.code_point_of_byte(usize::MAX), points);
        assert_eq!(
            (table.len_code_points(), table.len_utf16()),
            (points, units)
        );
    }

    #[test]
    fn mixed_texts_agree_with_counting() {
        for text in [
            "",
            "a",
            "قسد",
            "a\u{0651}ب😀\u{0}ج",
            &"😀".repeat(600),
            &"نص ".repeat(3000),
        ] {
            assert_agrees(text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn any_text_agrees_with_counting(text in ".{0,300}") {
            assert_agrees(&text);
        }
    }
}
