//! Correcting an alignment by hand: joining groups, separating one, and saying
//! that two paragraphs stand for one another.
//!
//! **Invariant:** a corrected alignment counts the same paragraphs; a step
//! that changes nothing gives nothing.

use super::{Paragraph, align};
use crate::model::Bead;

/// A side of an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The text that carries it.
    Here,
    /// The other one.
    There,
}

impl Side {
    fn of(self, bead: Bead) -> usize {
        match self {
            Self::Here => bead.here as usize,
            Self::There => bead.there as usize,
        }
    }
}

/// The group that holds a paragraph of a side (counted from 0), and the first
/// paragraphs of that group on both sides.
fn find(beads: &[Bead], side: Side, paragraph: usize) -> Option<(usize, (usize, usize))> {
    let (mut here, mut there) = (0, 0);
    for (index, bead) in beads.iter().enumerate() {
        let first = match side {
            Side::Here => here,
            Side::There => there,
        };
        if (first..first + side.of(*bead)).contains(&paragraph) {
            return Some((index, (here, there)));
        }
        here += bead.here as usize;
        there += bead.there as usize;
    }
    None
}

/// Joins the group of a paragraph with the one behind it.
pub fn join(beads: &[Bead], side: Side, paragraph: usize) -> Option<Vec<Bead>> {
    let (index, _) = find(beads, side, paragraph)?;
    let next = *beads.get(index + 1)?;
    let mut joined = beads.to_vec();
    joined.remove(index + 1);
    let group = joined.get_mut(index)?;
    group.here += next.here;
    group.there += next.there;
    Some(joined)
}

/// Separates the group of a paragraph before that paragraph; on the other side
/// before `other`, where that is in the group, else after as large a part of it.
pub fn separate(
    beads: &[Bead],
    side: Side,
    paragraph: usize,
    other: Option<usize>,
) -> Option<Vec<Bead>> {
    let (index, (here, there)) = find(beads, side, paragraph)?;
    let group = *beads.get(index)?;
    let (own, of_other, first, first_other) = match side {
        Side::Here => (group.here, group.there, here, there),
        Side::There => (group.there, group.here, there, here),
    };
    // A paragraph that begins its group is separated from what follows it.
    let mut before = (paragraph - first) as u32;
    if before == 0 && own > 1 {
        before = 1;
    }
    let inside = other
        .filter(|other| (first_other..=first_other + of_other as usize).contains(other))
        .map(|other| (other - first_other) as u32);
    let before_other = inside.unwrap_or_else(|| {
        if own == 0 {
            0
        } else {
            (f64::from(of_other) * f64::from(before) / f64::from(own)).round() as u32
        }
    });
    let (mut one, mut two) = (
        (before, before_other),
        (own - before, of_other - before_other),
    );
    if one == (0, 0) || two == (0, 0) {
        // One paragraph for one or several: each side by itself.
        if own == 0 || of_other == 0 {
            return None;
        }
        (one, two) = ((own, 0), (0, of_other));
    }
    let bead = |(own, other): (u32, u32)| match side {
        Side::Here => Bead {
            here: own,
            there: other,
        },
        Side::There => Bead {
            here: other,
            there: own,
        },
    };
    let mut parted = beads.to_vec();
    parted.splice(index..=index, [bead(one), bead(two)]);
    (parted != beads).then_some(parted)
}

/// Says that these two paragraphs begin a group together. What stands between
/// them and the groups around that fit is aligned anew.
pub fn pin(
    beads: &[Bead],
    (here, there): (&[Paragraph], &[Paragraph]),
    (first, second): (usize, usize),
) -> Option<Vec<Bead>> {
    if first >= here.len() || second >= there.len() {
        return None;
    }
    let mut before = Vec::new();
    let mut after: Vec<Bead> = Vec::new();
    let (mut i, mut j) = (0, 0);
    let mut begin = (0, 0);
    let mut end = (here.len(), there.len());
    for bead in beads {
        let from = (i, j);
        i += bead.here as usize;
        j += bead.there as usize;
        // Whole groups before both, and behind both, stay as they are.
        if i <= first && j <= second {
            before.push(*bead);
            begin = (i, j);
        } else if from.0 > first && from.1 > second {
            if after.is_empty() {
                end = from;
            }
            after.push(*bead);
        }
    }
    let middle = |a: (usize, usize), b: (usize, usize)| {
        let (one, two) = (here.get(a.0..b.0), there.get(a.1..b.1));
        one.zip(two)
            .map(|(one, two)| align(one, two))
            .unwrap_or_default()
    };
    let mut pinned = before;
    pinned.extend(middle(begin, (first, second)));
    // The two go together, whatever their lengths say.
    pinned.push(Bead { here: 1, there: 1 });
    pinned.extend(middle((first + 1, second + 1), end));
    pinned.extend(after);
    (pinned != beads).then_some(pinned)
}
