//! The two rules of UAX #9 that need a line: L1, which returns the spaces at
//! its end to the paragraph's level, and L2, which puts its runs into visual
//! order.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::cells::{Cell, CellFlags};

/// Letters, digits, punctuation and marks of Latin and Arabic: what rule L1 is
/// known to leave alone without a look into any table.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c, '!'..='~' | '\u{620}'..='\u{6FF}')
}

/// The flags rule L1 asks for. Controls that rule X9 removes count as white
/// space here (UAX #9, 5.2), so that one of them after a space does not keep
/// the space from being reset.
pub(super) fn line_end_flags(c: char) -> CellFlags {
    if is_plain(c) {
        return CellFlags::NONE;
    }
    match bidi_class(c) {
        BidiClass::S | BidiClass::B => CellFlags::SEPARATOR,
        BidiClass::WS
        | BidiClass::FSI
        | BidiClass::LRI
        | BidiClass::RLI
        | BidiClass::PDI
        | BidiClass::BN
        | BidiClass::LRE
        | BidiClass::RLE
        | BidiClass::LRO
        | BidiClass::RLO
        | BidiClass::PDF => CellFlags::SPACE,
        _ => CellFlags::NONE,
    }
}

/// Rule L1: the levels of a line's cells.
pub(super) fn line_levels(cells: &[Cell], base: u8, levels: &mut Vec<u8>) {
    levels.clear();
    levels.extend(cells.iter().map(|cell| cell.level));
    // Backwards: white space is reset as long as nothing but white space
    // stands between it and the line's end or a separator.
    let mut trailing = true;
    for (cell, level) in cells.iter().zip(levels.iter_mut()).rev() {
        trailing =
            cell.flags.has(CellFlags::SEPARATOR) || trailing && cell.flags.has(CellFlags::SPACE);
        if trailing {
            *level = base;
        }
    }
}

/// Rule L2: the runs of one level, given in reading order, from left to right.
pub(super) fn visual_order<T: Clone>(runs: &[T], level: impl Fn(&T) -> u8) -> Vec<T> {
    if let [only] = runs {
        return vec![only.clone()];
    }
    let levels: Vec<Level> = runs
        .iter()
        .map(|run| Level::new(level(run)).unwrap_or(Level::ltr()))
        .collect();
    BidiInfo::reorder_visual(&levels)
        .into_iter()
        .filter_map(|index| runs.get(index).cloned())
        .collect()
}

/// Stretches of equal level and key, in reading order.
pub(super) fn stretches<K: PartialEq + Copy>(
    start: usize,
    levels: &[u8],
    key: impl Fn(usize) -> K,
) -> Vec<(Range<usize>, u8, K)> {
    let mut found: Vec<(Range<usize>, u8, K)> = Vec::new();
    let Some(&first) = levels.first() else {
        return found;
    };
    let (mut from, mut of) = (start, (first, key(start)));
    for (index, &level) in (start..).zip(levels).skip(1) {
        let next = (level, key(index));
        if next != of {
            found.push((from..index, of.0, of.1));
            (from, of) = (index, next);
        }
    }
    found.push((from..start + levels.len(), of.0, of.1));
    found
}
