//! Who goes with whom so that the sum of likeness is the greatest: the
//! assignment problem (Kuhn, H. W. 1955: The Hungarian method for the
//! assignment problem. Naval Research Logistics Quarterly 2, 83–97), by
//! shortest augmenting paths with potentials (Jonker, R. and Volgenant, A.
//! 1987. Computing 38, 325–340).
//!
//! **Invariant:** nobody is in two pairs, and a pair is always one of the
//! edges; the same edges give the same pairs.

use std::cmp::Reverse;

/// Who goes with whom of `rows` and `columns` (indices), no more rows than
/// columns; `edges` are row, column and likeness (more than 0). Takes about
/// rows² · columns steps.
pub(super) fn best(
    rows: usize,
    columns: usize,
    edges: &[(usize, usize, i64)],
) -> Vec<(usize, usize)> {
    let mut cost = vec![0_i64; rows * columns];
    for (row, column, alike) in edges {
        if let Some(cell) = cost.get_mut(row * columns + column) {
            *cell = -alike;
        }
    }
    let at = |row: usize, column: usize| cost.get(row * columns + column).copied().unwrap_or(0);
    // Rows and columns are counted from 1; column 0 is where a row begins.
    let mut of_row = vec![0_i64; rows + 1];
    let mut of_column = vec![0_i64; columns + 1];
    let mut taken_by = vec![0_usize; columns + 1];
    let mut way = vec![0_usize; columns + 1];
    for row in 1..=rows {
        taken_by[0] = row;
        let mut here = 0;
        let mut least = vec![i64::MAX; columns + 1];
        let mut seen = vec![false; columns + 1];
        loop {
            seen[here] = true;
            let asking = taken_by[here];
            let (mut delta, mut next) = (i64::MAX, 0);
            for column in 1..=columns {
                if seen[column] {
                    continue;
                }
                let reduced = at(asking - 1, column - 1) - of_row[asking] - of_column[column];
                if reduced < least[column] {
                    least[column] = reduced;
                    way[column] = here;
                }
                if least[column] < delta {
                    delta = least[column];
                    next = column;
                }
            }
            for column in 0..=columns {
                if seen[column] {
                    of_row[taken_by[column]] += delta;
                    of_column[column] -= delta;
                } else {
                    least[column] -= delta;
                }
            }
            here = next;
            if taken_by[here] == 0 {
                break;
            }
        }
        while here != 0 {
            let before = way[here];
            taken_by[here] = taken_by[before];
            here = before;
        }
    }
    // Whoever goes with somebody unlike goes with nobody.
    (1..=columns)
        .filter(|column| taken_by[*column] > 0)
        .map(|column| (taken_by[column] - 1, column - 1))
        .filter(|(row, column)| at(*row, *column) < 0)
        .collect()
}

/// The most alike first, then the most alike of the rest: fast, and not always
/// the best.
pub(super) fn one_by_one(
    rows: usize,
    columns: usize,
    edges: &[(usize, usize, i64)],
) -> Vec<(usize, usize)> {
    let mut order = edges.to_vec();
    order.sort_by_key(|(row, column, alike)| (Reverse(*alike), *row, *column));
    let (mut row_free, mut column_free) = (vec![true; rows], vec![true; columns]);
    let mut found = Vec::new();
    for (row, column, _) in order {
        if let (Some(a), Some(b)) = (row_free.get_mut(row), column_free.get_mut(column))
            && *a
            && *b
        {
            (*a, *b) = (false, false);
            found.push((row, column));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The greatest sum, by trying everything.
    fn greatest(rows: usize, columns: usize, edges: &[(usize, usize, i64)]) -> i64 {
        fn go(row: usize, rows: usize, used: &mut [bool], edges: &[(usize, usize, i64)]) -> i64 {
            if row == rows {
                return 0;
            }
            let mut most = go(row + 1, rows, used, edges);
            for (_, column, alike) in edges.iter().filter(|(r, ..)| *r == row) {
                if !used[*column] {
                    used[*column] = true;
                    most = most.max(alike + go(row + 1, rows, used, edges));
                    used[*column] = false;
                }
            }
            most
        }
        go(0, rows, &mut vec![false; columns], edges)
    }

    #[test]
    fn no_other_assignment_has_a_greater_sum() {
        let mut seed = 7_u64;
        let mut draw = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..400 {
            let rows = 1 + draw(5) as usize;
            let columns = rows + draw(3) as usize;
            let mut edges = Vec::new();
            for row in 0..rows {
                for column in 0..columns {
                    if draw(3) > 0 {
                        edges.push((row, column, 1 + draw(9) as i64));
                    }
                }
            }
            let found = best(rows, columns, &edges);
            let sum: i64 = found
                .iter()
                .map(|(row, column)| {
                    edges
                        .iter()
                        .find(|(r, c, _)| (r, c) == (row, column))
                        .map_or(-1000, |(.., alike)| *alike)
                })
                .sum();
            assert_eq!(sum, greatest(rows, columns, &edges), "{edges:?}");
            let quick = one_by_one(rows, columns, &edges);
            let rows_used: std::collections::BTreeSet<_> = quick.iter().map(|p| p.0).collect();
            assert_eq!(rows_used.len(), quick.len());
        }
    }
}
