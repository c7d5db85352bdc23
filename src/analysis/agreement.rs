//! How far two people agree who marked the same text.
//!
//! Here: which mark of the one stands for which of the other ([`pairs`]), and
//! figures over that and over the characters ([`figures`]). Not here: what is
//! then done about a difference (command), and how it is shown (ui, cli).
//!
//! Marks that are the same in place and tag are paired first. The others are
//! paired so that the sum of their likeness is the greatest (an assignment
//! problem, solved exactly by `assignment` in every group of marks that
//! overlap). Likeness is Dice's coefficient of the marked bytes, with a word
//! in favour of the same tag. Marks of different tags are a pair only if they
//! share half of what they mark, and only if their tags are of one kind.
//!
//! **Invariant:** every mark is in exactly one pair; the answer does not
//! depend on the order of the marks, and with the sides exchanged it is the
//! same with the sides exchanged.

mod assignment;
pub mod figures;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Span, TagKind};

pub use figures::{Figures, TagFigures};

/// A mark as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Marked<'a> {
    /// Its places: bytes of the text, sorted; none for the whole document.
    pub spans: &'a [Span],
    /// Its tag, by a name that both sides share.
    pub tag: &'a str,
    /// What that tag is put on.
    pub kind: TagKind,
}

/// What two people made of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// The same place and the same tag.
    Same,
    /// The same tag on places that overlap.
    Span,
    /// Different tags on the same place.
    Tag,
    /// Different tags on places that overlap.
    SpanAndTag,
    /// Only the first one marked it.
    OnlyFirst,
    /// Only the second one marked it.
    OnlySecond,
}

impl Agreement {
    /// All of them, in the order they are listed in.
    pub const ALL: [Self; 6] = [
        Self::Same,
        Self::Span,
        Self::Tag,
        Self::SpanAndTag,
        Self::OnlyFirst,
        Self::OnlySecond,
    ];

    /// The same seen from the other side.
    #[must_use]
    pub fn exchanged(self) -> Self {
        match self {
            Self::OnlyFirst => Self::OnlySecond,
            Self::OnlySecond => Self::OnlyFirst,
            other => other,
        }
    }
}

/// A mark of each, or of one alone, by their indices in what was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The mark of the first.
    pub first: Option<usize>,
    /// The mark of the second.
    pub second: Option<usize>,
    /// How they differ.
    pub agreement: Agreement,
}

/// Groups of marks that would take more steps than this to pair as well as
/// possible are paired one after the other, the most alike first.
const MOST_STEPS: usize = 40_000_000;
/// What one byte-for-byte likeness counts; a tag in common counts as much.
const WHOLE: i64 = 1_000_000;

/// Pairs the marks of two people in one text, in the order of their places.
pub fn pairs(first: &[Marked<'_>], second: &[Marked<'_>]) -> Vec<Pair> {
    let sides = [in_order(first), in_order(second)];
    let mut partner = [vec![None; first.len()], vec![None; second.len()]];
    pair_same([first, second], &sides, &mut partner);
    for group in overlapping([first, second], &sides, &partner) {
        pair_group([first, second], &group, &mut partner);
    }
    let [of_first, of_second] = &partner;
    let mut pairs: Vec<Pair> = Vec::with_capacity(first.len() + second.len());
    for (index, other) in of_first.iter().enumerate() {
        let agreement = other.map_or(Agreement::OnlyFirst, |other| {
            match (first.get(index), second.get(other)) {
                (Some(a), Some(b)) => how_far(a, b),
                _ => Agreement::OnlyFirst,
            }
        });
        pairs.push(Pair {
            first: Some(index),
            second: *other,
            agreement,
        });
    }
    let alone = of_second.iter().enumerate();
    pairs.extend(
        alone
            .filter(|(_, other)| other.is_none())
            .map(|(index, _)| Pair {
                first: None,
                second: Some(index),
                agreement: Agreement::OnlySecond,
            }),
    );
    pairs.sort_by_cached_key(|pair| {
        let a = pair.first.and_then(|index| first.get(index));
        let b = pair.second.and_then(|index| second.get(index));
        let place = |mark: Option<&Marked<'_>>| mark.and_then(hull);
        let start = place(a).into_iter().chain(place(b)).min();
        let longest = [place(a), place(b)].into_iter().flatten().map(Span::len);
        (
            start.map(|span| span.start),
            Reverse(longest.max()),
            a.copied(),
            b.copied(),
            pair.first,
            pair.second,
        )
    });
    pairs
}

/// The first byte to the last one, holes included.
fn hull(mark: &Marked<'_>) -> Option<Span> {
    Some(Span::new(mark.spans.first()?.start, mark.spans.last()?.end))
}

fn how_far(a: &Marked<'_>, b: &Marked<'_>) -> Agreement {
    match (a.spans == b.spans, a.tag == b.tag) {
        (true, true) => Agreement::Same,
        (false, true) => Agreement::Span,
        (true, false) => Agreement::Tag,
        (false, false) => Agreement::SpanAndTag,
    }
}

/// The indices of the marks, in an order that only the marks decide.
fn in_order(marks: &[Marked<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|index| marks.get(*index));
    order
}

/// Pairs marks of the same place and tag.
fn pair_same(
    marks: [&[Marked<'_>]; 2],
    order: &[Vec<usize>; 2],
    partner: &mut [Vec<Option<usize>>; 2],
) {
    let [first, second] = order;
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (first.get(i), second.get(j)) {
        match marks[0].get(*a).cmp(&marks[1].get(*b)) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                join(partner, *a, *b);
                i += 1;
                j += 1;
            }
        }
    }
}

fn join(partner: &mut [Vec<Option<usize>>; 2], first: usize, second: usize) {
    if let Some(slot) = partner[0].get_mut(first) {
        *slot = Some(second);
    }
    if let Some(slot) = partner[1].get_mut(second) {
        *slot = Some(first);
    }
}

/// Marks of both sides that could be pairs, and how much alike they are.
#[derive(Debug, Default)]
struct Group {
    first: Vec<usize>,
    second: Vec<usize>,
    /// Which of `first`, which of `second` (indices of marks), likeness.
    edges: Vec<(usize, usize, i64)>,
}

/// The groups of marks, not paired yet, that hang together by overlapping.
fn overlapping(
    marks: [&[Marked<'_>]; 2],
    order: &[Vec<usize>; 2],
    partner: &[Vec<Option<usize>>; 2],
) -> Vec<Group> {
    let free = |side: usize| -> Vec<(Span, usize)> {
        let mut free: Vec<(Span, usize)> = order[side]
            .iter()
            .filter(|index| partner[side].get(**index).is_some_and(Option::is_none))
            .filter_map(|index| Some((marks[side].get(*index).and_then(hull)?, *index)))
            .collect();
        // Longer ones of one beginning first: they reach further.
        free.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
        free
    };
    let (first, second) = (free(0), free(1));
    let mut edges = Vec::new();
    // The second's marks that may still overlap what comes: those that have
    // begun and not ended.
    let mut open: Vec<(Span, usize)> = Vec::new();
    let mut next = 0;
    for (span, index) in &first {
        while let Some((other, at)) = second.get(next)
            && (other.start < span.end || other.start == span.start)
        {
            open.push((*other, *at));
            next += 1;
        }
        open.retain(|(other, _)| other.end > span.start || other.start >= span.start);
        for (_, other) in open.iter().filter(|(other, _)| other.start <= span.end) {
            if let (Some(a), Some(b)) = (marks[0].get(*index), marks[1].get(*other))
                && let Some(alike) = likeness(a, b)
            {
                edges.push((*index, *other, alike));
            }
        }
    }
    groups(edges, marks[0].len(), marks[1].len())
}

/// How much alike two marks are that are not the same; nothing if they cannot
/// be a pair.
fn likeness(a: &Marked<'_>, b: &Marked<'_>) -> Option<i64> {
    if a.kind != b.kind {
        return None;
    }
    let shared = shared_bytes(a.spans, b.spans);
    let both: usize = a.spans.iter().chain(b.spans).map(|span| span.len()).sum();
    let dice = if a.spans == b.spans && !a.spans.is_empty() {
        WHOLE
    } else if shared == 0 {
        return None;
    } else {
        (2 * shared as i64 * WHOLE) / both as i64
    };
    if a.tag == b.tag {
        Some(dice + WHOLE)
    } else {
        (2 * dice >= WHOLE).then_some(dice)
    }
}

/// How many bytes lie in both; each list is sorted and does not overlap itself.
fn shared_bytes(a: &[Span], b: &[Span]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += x.end.min(y.end).saturating_sub(x.start.max(y.start));
        if x.end <= y.end {
            i += 1;
        } else {
            j += 1;
        }
    }
    shared
}

/// Edges that hang together, group by group.
fn groups(edges: Vec<(usize, usize, i64)>, firsts: usize, seconds: usize) -> Vec<Group> {
    let mut root: Vec<usize> = (0..firsts + seconds).collect();
    for (a, b, _) in &edges {
        let (a, b) = (find(&mut root, *a), find(&mut root, firsts + b));
        if let Some(slot) = root.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
    let mut found: BTreeMap<usize, Group> = BTreeMap::new();
    for (a, b, alike) in edges {
        let group = found.entry(find(&mut root, a)).or_default();
        group.first.push(a);
        group.second.push(b);
        group.edges.push((a, b, alike));
    }
    let mut groups: Vec<Group> = found.into_values().collect();
    for group in &mut groups {
        for side in [&mut group.first, &mut group.second] {
            side.sort_unstable();
            side.dedup();
        }
    }
    groups
}

fn find(root: &mut [usize], index: usize) -> usize {
    let mut at = index;
    while let Some(above) = root.get(at).copied()
        && above != at
    {
        // Halve the way for the next one who asks.
        let next = root.get(above).copied().unwrap_or(above);
        if let Some(slot) = root.get_mut(at) {
            *slot = next;
        }
        at = next;
    }
    at
}

/// Pairs the marks of one group as well as possible.
fn pair_group(marks: [&[Marked<'_>]; 2], group: &Group, partner: &mut [Vec<Option<usize>>; 2]) {
    let sorted = |side: usize, indices: &[usize]| {
        let mut indices = indices.to_vec();
        indices.sort_by_key(|index| marks[side].get(*index));
        indices
    };
    let sides = [sorted(0, &group.first), sorted(1, &group.second)];
    let of = |side: usize| sides[side].iter().map(move |index| marks[side].get(*index));
    // The fewer marks ask; the same ones do if the sides are exchanged.
    let turned = (sides[0].len(), of(0).collect::<Vec<_>>()) > (sides[1].len(), of(1).collect());
    let (asking, asked) = if turned {
        (&sides[1], &sides[0])
    } else {
        (&sides[0], &sides[1])
    };
    let place = |list: &[usize]| -> BTreeMap<usize, usize> {
        list.iter()
            .enumerate()
            .map(|(at, index)| (*index, at))
            .collect()
    };
    let (rows, columns) = (place(asking), place(asked));
    let mut edges: Vec<(usize, usize, i64)> = group
        .edges
        .iter()
        .filter_map(|(a, b, alike)| {
            let (row, column) = if turned { (b, a) } else { (a, b) };
            Some((*rows.get(row)?, *columns.get(column)?, *alike))
        })
        .collect();
    edges.sort_unstable();
    let steps = asking
        .len()
        .saturating_mul(asking.len())
        .saturating_mul(asked.len());
    let found = if steps <= MOST_STEPS {
        assignment::best(asking.len(), asked.len(), &edges)
    } else {
        assignment::one_by_one(asking.len(), asked.len(), &edges)
    };
    for (row, column) in found {
        if let (Some(a), Some(b)) = (asking.get(row), asked.get(column)) {
            let (a, b) = if turned { (*b, *a) } else { (*a, *b) };
            join(partner, a, b);
        }
    }
}
