//! The heights of all paragraphs of a document: known for those that were laid
//! out, estimated for the others.
//!
//! Estimates are made for blocks of paragraphs and added up in a Fenwick tree
//! over the blocks (P. Fenwick, "A new data structure for cumulative frequency
//! tables", 1994): changing one height, the top of a paragraph and the
//! paragraph at a height cost a few steps in a document of any length, and a
//! new width costs one pass over the lengths.
//!
//! **Invariant:** [`Heights::place`] goes by estimates only: it is the same
//! whatever was laid out, and grows along the text. So a scroll bar that
//! follows it never runs backwards.

/// Paragraphs in a block.
const BLOCK: usize = 64;

/// What an estimate goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Measure {
    /// Height of a line, points.
    pub(super) line: f32,
    /// Letters that a line holds, on the average.
    pub(super) letters: f32,
    /// Space under a paragraph, points.
    pub(super) space: f32,
    /// Height of a paragraph without words, points.
    pub(super) blank: f32,
}

impl Measure {
    /// The height to expect of a paragraph of so many bytes, points.
    fn estimate(self, bytes: u32) -> f32 {
        if bytes == 0 {
            return self.blank;
        }
        // Two bytes a letter, as Arabic has in UTF-8.
        let lines = (bytes as f32 * (0.5 / self.letters.max(1.0)) + 0.999) as u32;
        self.line * lines.max(1) as f32 + self.space
    }
}

/// Heights in points, one for each paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    measure: Measure,
    /// Bytes of each paragraph.
    lengths: Vec<u32>,
    /// The heights that are known; negative where it is only estimated.
    known: Vec<f32>,
    /// Fenwick sums over blocks, 1-based; f64, so that a million paragraphs
    /// add up without drift.
    sums: Vec<f64>,
    /// Of estimates alone, the sum of all blocks before each, and of all.
    estimates: Vec<f64>,
}

/// No height.
const UNKNOWN: f32 = -1.0;

impl Heights {
    /// Heights of paragraphs of these lengths (bytes), none known yet.
    pub(super) fn new(lengths: Vec<u32>, measure: Measure) -> Self {
        let mut heights = Self {
            known: vec![UNKNOWN; lengths.len()],
            lengths,
            ..Self::default()
        };
        heights.add_up(measure);
        heights
    }

    /// Forgets what is known and estimates by another measure.
    pub(super) fn restyle(&mut self, measure: Measure) {
        self.known.fill(UNKNOWN);
        self.add_up(measure);
    }

    fn add_up(&mut self, measure: Measure) {
        self.measure = measure;
        let blocks = self.lengths.len().div_ceil(BLOCK);
        self.estimates.clear();
        self.estimates.reserve(blocks + 1);
        self.sums.clear();
        self.sums.resize(blocks + 1, 0.0);
        let mut before = 0.0;
        for (index, block) in self.lengths.chunks(BLOCK).enumerate() {
            self.estimates.push(before);
            let own: f32 = block.iter().map(|bytes| measure.estimate(*bytes)).sum();
            let own = f64::from(own);
            before += own;
            let node = index + 1;
            let parent = node + lowest_bit(node);
            if let Some(sum) = self.sums.get_mut(node) {
                *sum += own;
                let whole = *sum;
                if let Some(above) = self.sums.get_mut(parent) {
                    *above += whole;
                }
            }
        }
        self.estimates.push(before);
    }

    fn estimate(&self, index: usize) -> f32 {
        self.lengths
            .get(index)
            .map_or(0.0, |bytes| self.measure.estimate(*bytes))
    }

    /// The height of one paragraph, points; 0 past the end.
    pub(super) fn get(&self, index: usize) -> f32 {
        match self.known.get(index) {
            Some(height) if *height >= 0.0 => *height,
            _ => self.estimate(index),
        }
    }

    /// Whether the height of a paragraph is more than an estimate.
    #[cfg(test)]
    pub(super) fn is_known(&self, index: usize) -> bool {
        self.known.get(index).is_some_and(|height| *height >= 0.0)
    }

    /// Corrects one height.
    pub(super) fn set(&mut self, index: usize, height: f32) {
        let old = self.get(index);
        let Some(known) = self.known.get_mut(index) else {
            return;
        };
        *known = height.max(0.0);
        let change = f64::from(height.max(0.0)) - f64::from(old);
        let mut node = index / BLOCK + 1;
        while let Some(sum) = self.sums.get_mut(node) {
            *sum += change;
            node += lowest_bit(node);
        }
    }

    /// The sum of the heights before paragraph `index`, points.
    pub(super) fn top(&self, index: usize) -> f64 {
        let index = index.min(self.lengths.len());
        let block = index / BLOCK;
        let mut node = block;
        let mut sum = 0.0;
        while node > 0 {
            sum += self.sums.get(node).copied().unwrap_or(0.0);
            node -= lowest_bit(node);
        }
        (block * BLOCK..index).fold(sum, |sum, index| sum + f64::from(self.get(index)))
    }

    /// The sum of all heights, points.
    pub(super) fn total(&self) -> f64 {
        self.top(self.lengths.len())
    }

    /// The paragraph that covers height `y` (points), and how far below its
    /// top that is; the last one for heights past the end.
    pub(super) fn at(&self, y: f64) -> (usize, f32) {
        let Some(last) = self.lengths.len().checked_sub(1) else {
            return (0, 0.0);
        };
        let mut block = 0;
        let mut rest = y.max(0.0);
        let mut step = self.sums.len().next_power_of_two() / 2;
        while step > 0 {
            if let Some(sum) = self.sums.get(block + step)
                && *sum <= rest
            {
                rest -= sum;
                block += step;
            }
            step /= 2;
        }
        for index in block * BLOCK..=last {
            let own = f64::from(self.get(index));
            if rest < own {
                return (index, rest as f32);
            }
            rest -= own;
        }
        (last, self.get(last))
    }

    /// Where a point of the text is by estimates alone: `offset` points below
    /// the top of paragraph `index`.
    pub(super) fn place(&self, index: usize, offset: f32) -> f64 {
        let index = index.min(self.lengths.len());
        let block = index / BLOCK;
        let before = self.estimates.get(block).copied().unwrap_or(0.0);
        let top =
            (block * BLOCK..index).fold(before, |sum, index| sum + f64::from(self.estimate(index)));
        let own = self.get(index);
        let part = if own > 0.0 {
            (offset / own).clamp(0.0, 1.0)
        } else {
            0.0
        };
        top + f64::from(self.estimate(index) * part)
    }

    /// The paragraph at a [place](Self::place), and how far below its top that
    /// is, points.
    pub(super) fn at_place(&self, place: f64) -> (usize, f32) {
        let Some(last) = self.lengths.len().checked_sub(1) else {
            return (0, 0.0);
        };
        let block = self
            .estimates
            .partition_point(|before| *before <= place.max(0.0))
            .saturating_sub(1);
        let mut rest = place.max(0.0) - self.estimates.get(block).copied().unwrap_or(0.0);
        for index in block * BLOCK..=last {
            let own = f64::from(self.estimate(index));
            if rest < own {
                let part = (rest / own) as f32;
                return (index, self.get(index) * part);
            }
            rest -= own;
        }
        (last, self.get(last))
    }

    /// The [place](Self::place) of the end.
    pub(super) fn end(&self) -> f64 {
        self.estimates.last().copied().unwrap_or(0.0)
    }
}

fn lowest_bit(node: usize) -> usize {
    node & node.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEASURE: Measure = Measure {
        line: 30.0,
        letters: 50.0,
        space: 3.0,
        blank: 11.0,
    };

    fn known(heights: &[f32]) -> Heights {
        let mut all = Heights::new(vec![100; heights.len()], MEASURE);
        for (index, height) in heights.iter().enumerate() {
            all.set(index, *height);
        }
        all
    }

    #[test]
    fn tops_are_prefix_sums() {
        let mut heights = known(&(0..200u8).map(f32::from).collect::<Vec<_>>());
        for index in 0..=200 {
            let sum: f64 = (0..index).map(f64::from).sum();
            assert!((heights.top(index as usize) - sum).abs() < 1e-6, "{index}");
        }
        heights.set(10, 100.0);
        assert!((heights.total() - (19_900.0 + 90.0)).abs() < 1e-6);
        assert_eq!(heights.get(10), 100.0);
    }

    #[test]
    fn finds_the_paragraph_at_a_height() {
        let heights = known(&[10.0, 20.0, 0.0, 30.0]);
        assert_eq!(heights.at(-5.0), (0, 0.0));
        assert_eq!(heights.at(0.0), (0, 0.0));
        assert_eq!(heights.at(9.5), (0, 9.5));
        assert_eq!(heights.at(10.0), (1, 0.0));
        assert_eq!(heights.at(30.0), (3, 0.0));
        assert_eq!(heights.at(59.0), (3, 29.0));
        assert_eq!(heights.at(1000.0), (3, 30.0));
    }

    #[test]
    fn every_height_leads_back_to_its_paragraph() {
        let lengths: Vec<u32> = (0..5000).map(|n| n * 7919 % 900).collect();
        let mut heights = Heights::new(lengths, MEASURE);
        for index in (0..5000).step_by(7) {
            heights.set(index, (index % 301) as f32 + 1.0);
        }
        for index in 0..5000 {
            let inside = heights.top(index) + f64::from(heights.get(index)) / 2.0;
            assert_eq!(heights.at(inside).0, index);
            let place = heights.place(index, heights.get(index) / 2.0);
            let (found, below) = heights.at_place(place);
            assert_eq!(found, index);
            assert!((below - heights.get(index) / 2.0).abs() < 0.05, "{below}");
        }
        assert_eq!(heights.at(heights.total() + 1.0).0, 4999);
        assert_eq!(heights.at_place(heights.end() + 1.0).0, 4999);
    }

    #[test]
    fn places_grow_along_the_text_and_know_nothing_of_corrections() {
        let lengths: Vec<u32> = (0..1000).map(|n| n * 7919 % 900).collect();
        let mut heights = Heights::new(lengths, MEASURE);
        let before: Vec<f64> = (0..1000).map(|index| heights.place(index, 0.0)).collect();
        for index in 0..1000 {
            heights.set(index, ((index * 31) % 517) as f32);
        }
        let mut last = -1.0;
        for (index, before) in before.iter().enumerate() {
            let place = heights.place(index, 0.0);
            assert!((place - before).abs() < 1e-9);
            assert!(place > last);
            last = heights.place(index, heights.get(index) * 0.9);
            assert!(last >= place);
        }
        assert!(last <= heights.end());
    }

    #[test]
    fn a_measure_is_followed_and_a_million_lines_add_up() {
        let mut heights = Heights::new(vec![0; 1_000_000], MEASURE);
        assert!((heights.total() - 11_000_000.0).abs() < 1e-3);
        heights.set(999_999, 11.5);
        assert!((heights.top(999_999) - 10_999_989.0).abs() < 1e-3);
        assert_eq!(heights.at(11_000_000.25), (999_999, 11.25));
        heights.restyle(Measure {
            blank: 40.0,
            ..MEASURE
        });
        assert!((heights.total() - 40_000_000.0).abs() < 1e-3);
        assert!(!heights.is_known(999_999));
    }

    #[test]
    fn an_empty_document_has_no_height() {
        let heights = Heights::new(Vec::new(), MEASURE);
        assert_eq!(heights.at(12.0), (0, 0.0));
        assert_eq!(heights.total(), 0.0);
        assert_eq!(heights.at_place(3.0), (0, 0.0));
    }
}
