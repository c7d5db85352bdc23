//! Filling a line to both edges of the column.
//!
//! Lines that end because the next word did not fit are widened: in
//! right-to-left paragraphs by lengthening joins between letters
//! ([`super::kashida`]), and in all by widening the spaces between words. The
//! last line of a paragraph, a line that a separator ends, and a line with a
//! tab stay as they are, and so does one that could be filled only by holes.
//!
//! **Invariant:** only widths of cells and the glyphs of lengthened words
//! change; the text, its cells and its breaks do not. The cells of a filled
//! line are together exactly as wide as the column.

use std::ops::Range;
use std::sync::Arc;

use super::cells::{CellFlags, ShapedParagraph};
use super::kashida::{Candidate, candidates};
use super::layout::Placed;
use super::lines::Fill;
use super::reshape::Piece;

/// What a space may grow by before joins are lengthened, in spaces: a ragged
/// line hardly shows it.
const CALM: f64 = 0.35;

/// What a space may grow by at most, in ems. A line that needs more stays
/// ragged: holes in it would be seen before its edge.
const WIDEST: f64 = 0.62;

/// The lengths tried in turn, in tatweels: short joins in many words look
/// like a mistake, one very long join like another.
const LENGTHS: [usize; 3] = [2, 3, 1];

/// The line to fill.
pub(super) struct Row<'a> {
    pub(super) shaped: &'a ShapedParagraph,
    /// Its cells, the hanging space at its end left out.
    pub(super) cells: Range<usize>,
    /// The place of each of its cells, in reading order; only widths count.
    pub(super) placed: &'a mut [Placed],
    /// Its first word, where that is shaped anew.
    pub(super) piece: Option<&'a Piece>,
    /// The column, points.
    pub(super) width: f32,
}

/// Fills a line and returns the words that look different for it, in reading
/// order; `None` where the line stays as it is.
pub(super) fn fill(row: Row<'_>, how: Fill) -> Option<Vec<Arc<Piece>>> {
    let Row {
        shaped,
        cells,
        placed,
        piece,
        width,
    } = row;
    let natural: f64 = placed.iter().map(|place| f64::from(place.width)).sum();
    let slack = f64::from(width) - natural;
    let tab = |index: usize| shaped.flags(index).has(CellFlags::TAB);
    if !slack.is_finite() || slack <= 0.0 || cells.clone().any(tab) {
        return None;
    }
    let spaces = spaces_of(shaped, &cells);
    let count = spaces.len() as f64;
    let mut rest = slack;
    let mut taken: Vec<(Candidate, Arc<Piece>, f64)> = Vec::new();
    if how == Fill::Kashida && shaped.direction().is_rtl() {
        let calm = CALM * f64::from(shaped.space) * count;
        if rest > calm {
            lengthen(shaped, &cells, piece, placed, calm, &mut rest, &mut taken);
        }
    }
    if rest > WIDEST * f64::from(shaped.style.size) * count + 0.001 {
        return None;
    }
    for (_, piece, _) in &taken {
        for index in piece.range() {
            let place = placed.get_mut(index - cells.start);
            if let (Some(place), Some(cell)) = (place, piece.cell(index)) {
                place.width = cell.width;
            }
        }
    }
    // What is left goes to the spaces in equal parts; the last takes what
    // rounding leaves, so that the edge is met.
    let each = rest / count.max(1.0);
    for &index in &spaces {
        if let Some(place) = placed.get_mut(index - cells.start) {
            place.width += each as f32;
        }
    }
    let now: f64 = placed.iter().map(|place| f64::from(place.width)).sum();
    let last = spaces
        .last()
        .and_then(|&index| placed.get_mut(index - cells.start));
    if let Some(place) = last {
        place.width += (f64::from(width) - now) as f32;
    }
    taken.sort_by_key(|(candidate, ..)| candidate.word.start);
    Some(taken.into_iter().map(|(_, piece, _)| piece).collect())
}

/// The spaces between the words of a line, which may be widened: those before
/// its first word are an indent.
fn spaces_of(shaped: &ShapedParagraph, cells: &Range<usize>) -> Vec<usize> {
    let is_space = |index: usize| {
        let rest = shaped.text.get(shaped.cell_byte(index)..);
        let c = rest.and_then(|rest| rest.chars().next());
        let alone = shaped.flags(index).has(CellFlags::ATOM)
            && shaped.flags(index + 1).has(CellFlags::ATOM);
        alone && matches!(c, Some(' ' | '\u{A0}'))
    };
    cells
        .clone()
        .skip_while(|&index| is_space(index))
        .filter(|&index| is_space(index))
        .collect()
}

/// Lengthens joins until the spaces have little left to take: the best places
/// first, words side by side only when nothing else is left.
fn lengthen(
    shaped: &ShapedParagraph,
    cells: &Range<usize>,
    first: Option<&Piece>,
    placed: &[Placed],
    calm: f64,
    rest: &mut f64,
    taken: &mut Vec<(Candidate, Arc<Piece>, f64)>,
) {
    let found = candidates(shaped, cells, first);
    let natural = |word: &Range<usize>| -> f64 {
        let from = word.start - cells.start;
        let own = placed.get(from..from + word.len()).unwrap_or_default();
        own.iter().map(|place| f64::from(place.width)).sum()
    };
    for side_by_side in [false, true] {
        for candidate in &found {
            if *rest <= calm {
                return;
            }
            let near = taken
                .iter()
                .any(|(other, ..)| other.order.abs_diff(candidate.order) <= 1);
            let again = taken
                .iter()
                .any(|(other, ..)| other.order == candidate.order);
            if again || near && !side_by_side {
                continue;
            }
            let own = natural(&candidate.word);
            for length in LENGTHS {
                let Some(piece) = candidate.lengthened(shaped, first, length) else {
                    break;
                };
                let growth = piece.width() - own;
                if growth > 0.0 && growth <= *rest {
                    *rest -= growth;
                    taken.push((candidate.clone(), Arc::new(piece), growth));
                    break;
                }
            }
        }
    }
}
