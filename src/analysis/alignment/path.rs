//! The cheapest path through two rows of paragraphs, by dynamic programming.
//!
//! **Invariant:** the path runs from the beginning of both to the end of both;
//! time and room grow with the paragraphs of one side and the width of the
//! band around the straight line.

use std::collections::{BTreeMap, BTreeSet};

use super::{BAND, LEFT_OUT, Lengths, MOVES, Paragraph, all_alone};
use crate::model::Bead;

/// The cells of the table that are looked at: in each row (paragraphs of the
/// first text) some columns (paragraphs of the second).
struct Table {
    rows: usize,
    columns: usize,
    width: usize,
    half: usize,
    /// The move each cell was reached by.
    back: Vec<u8>,
}

impl Table {
    fn new(rows: usize, columns: usize) -> Self {
        let half = BAND + rows.abs_diff(columns);
        let width = (2 * half + 1).min(columns + 1);
        Self {
            rows,
            columns,
            width,
            half,
            back: vec![u8::MAX; (rows + 1) * width],
        }
    }

    /// The first column of a row that is looked at.
    fn first(&self, row: usize) -> usize {
        let middle = row * self.columns / self.rows.max(1);
        let last = self.columns + 1 - self.width;
        middle.saturating_sub(self.half).min(last)
    }

    /// Where a column stands in a row.
    fn place(&self, row: usize, column: usize) -> Option<usize> {
        column
            .checked_sub(self.first(row))
            .filter(|at| *at < self.width)
    }

    fn back(&self, row: usize, column: usize) -> Option<(u32, u32)> {
        let at = self.place(row, column)?;
        let number = self.back.get(row * self.width + at)?;
        let (here, there, _) = MOVES.get(usize::from(*number))?;
        Some((*here, *there))
    }
}

/// The cheapest path for these lengths and things in common.
pub(super) fn cheapest(
    here: &[Paragraph],
    there: &[Paragraph],
    lengths: &Lengths,
    weights: &BTreeMap<&str, f32>,
) -> Vec<Bead> {
    let mut table = Table::new(here.len(), there.len());
    // The row that is filled and the two before it, the newest last.
    let mut kept: [Vec<f32>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    for row in 0..=here.len() {
        kept.rotate_left(1);
        kept[2] = vec![f32::INFINITY; table.width];
        for at in 0..table.width {
            let column = table.first(row) + at;
            if (row, column) == (0, 0) {
                kept[2][at] = 0.0;
                continue;
            }
            let (mut least, mut by) = (f32::INFINITY, u8::MAX);
            for (number, (own, other, rarity)) in MOVES.iter().enumerate() {
                let (Some(above), Some(left)) = (
                    row.checked_sub(*own as usize),
                    column.checked_sub(*other as usize),
                ) else {
                    continue;
                };
                let before = table
                    .place(above, left)
                    .and_then(|at| kept[2 - *own as usize].get(at))
                    .filter(|before| before.is_finite());
                let Some(before) = before else {
                    continue;
                };
                let (first, second) = ((above, row), (left, column));
                let length = if *own == 0 || *other == 0 {
                    LEFT_OUT
                } else {
                    lengths.cost(first, second)
                };
                let shared = shared(weights, here.get(above..row), there.get(left..column));
                let cost = before + rarity + length - shared;
                if cost < least {
                    (least, by) = (cost, number as u8);
                }
            }
            kept[2][at] = least;
            if let Some(step) = table.back.get_mut(row * table.width + at) {
                *step = by;
            }
        }
    }
    way_back(&table)
}

/// The groups along the path, in order.
fn way_back(table: &Table) -> Vec<Bead> {
    let mut beads = Vec::new();
    let (mut row, mut column) = (table.rows, table.columns);
    while (row, column) != (0, 0) {
        let Some((here, there)) = table.back(row, column) else {
            // No way back: what is left stands alone.
            let mut rest = all_alone(row, column);
            rest.extend(beads.into_iter().rev());
            return rest;
        };
        beads.push(Bead { here, there });
        row -= here as usize;
        column -= there as usize;
    }
    beads.reverse();
    beads
}

/// What the things are worth that stand in both.
fn shared(
    weights: &BTreeMap<&str, f32>,
    here: Option<&[Paragraph]>,
    there: Option<&[Paragraph]>,
) -> f32 {
    let (Some(here), Some(there)) = (here, there) else {
        return 0.0;
    };
    let mut sum = 0.0;
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for key in here.iter().flat_map(|paragraph| &paragraph.keys) {
        if let Some(weight) = weights.get(key.as_str())
            && there.iter().any(|other| other.keys.contains(key))
            && seen.insert(key)
        {
            sum += weight;
        }
    }
    sum
}
