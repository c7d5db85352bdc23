//! The heights of all paragraphs of a document as a prefix-sum tree.
//!
//! A Fenwick tree (P. Fenwick, "A new data structure for cumulative frequency
//! tables", 1994): changing one height, the top of a paragraph and the
//! paragraph at a height are all O(log n), so that correcting the estimate of
//! one paragraph in a large document costs nothing.

/// Heights in points, one for each paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    /// Fenwick sums, 1-based; sums are f64 so that a hundred thousand
    /// paragraphs add up without drift.
    sums: Vec<f64>,
    each: Vec<f32>,
}

impl Heights {
    /// A tree over these heights (points).
    pub(super) fn new(each: Vec<f32>) -> Self {
        let mut sums = vec![0.0; each.len() + 1];
        for (index, height) in each.iter().enumerate() {
            let node = index + 1;
            sums[node] += f64::from(*height);
            let parent = node + lowest_bit(node);
            if parent < sums.len() {
                sums[parent] += sums[node];
            }
        }
        Self { sums, each }
    }

    /// The height of one paragraph, points; 0 past the end.
    pub(super) fn get(&self, index: usize) -> f32 {
        self.each.get(index).copied().unwrap_or(0.0)
    }

    /// Corrects one height.
    pub(super) fn set(&mut self, index: usize, height: f32) {
        let Some(old) = self.each.get_mut(index) else {
            return;
        };
        let change = f64::from(height) - f64::from(*old);
        *old = height;
        let mut node = index + 1;
        while node < self.sums.len() {
            self.sums[node] += change;
            node += lowest_bit(node);
        }
    }

    /// The sum of the heights before paragraph `index`, points.
    pub(super) fn top(&self, index: usize) -> f64 {
        let mut node = index.min(self.each.len());
        let mut sum = 0.0;
        while node > 0 {
            sum += self.sums[node];
            node -= lowest_bit(node);
        }
        sum
    }

    /// The sum of all heights, points.
    pub(super) fn total(&self) -> f64 {
        self.top(self.each.len())
    }

    /// The paragraph that covers height `y` (points), and how far below its
    /// top that is; the last one for heights past the end.
    pub(super) fn at(&self, y: f64) -> (usize, f32) {
        let mut node = 0;
        let mut rest = y.max(0.0);
        let mut step = self.sums.len().next_power_of_two() / 2;
        while step > 0 {
            let next = node + step;
            if next < self.sums.len() && self.sums[next] <= rest {
                rest -= self.sums[next];
                node = next;
            }
            step /= 2;
        }
        match self.each.len() {
            0 => (0, 0.0),
            count if node >= count => (count - 1, self.get(count - 1)),
            _ => (node, rest as f32),
        }
    }
}

fn lowest_bit(node: usize) -> usize {
    node & node.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tops_are_prefix_sums() {
        let mut heights = Heights::new((0..100u8).map(f32::from).collect());
        for index in 0..=100 {
            let sum: f64 = (0..index).map(f64::from).sum();
            assert!((heights.top(index as usize) - sum).abs() < 1e-9);
        }
        heights.set(10, 100.0);
        assert!((heights.total() - (4950.0 + 90.0)).abs() < 1e-9);
        assert_eq!(heights.get(10), 100.0);
    }

    #[test]
    fn finds_the_paragraph_at_a_height() {
        let heights = Heights::new(vec![10.0, 20.0, 0.0, 30.0]);
        assert_eq!(heights.at(-5.0), (0, 0.0));
        assert_eq!(heights.at(0.0), (0, 0.0));
        assert_eq!(heights.at(9.5), (0, 9.5));
        assert_eq!(heights.at(10.0), (1, 0.0));
        assert_eq!(heights.at(30.0), (3, 0.0));
        assert_eq!(heights.at(59.0), (3, 29.0));
        assert_eq!(heights.at(1000.0), (3, 30.0));
    }

    #[test]
    fn an_empty_document_has_no_height() {
        let heights = Heights::new(Vec::new());
        assert_eq!(heights.at(12.0), (0, 0.0));
        assert_eq!(heights.total(), 0.0);
    }
}
