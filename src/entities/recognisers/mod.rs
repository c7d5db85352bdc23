//! The recognisers, one file each: from a page and what is found already to
//! further candidates.

pub(super) mod acronyms;
pub(super) mod addresses;
mod belonging;
pub(super) mod heads;
pub(super) mod names;
pub(super) mod patterns;
pub(super) mod persons;
pub(super) mod places;
pub(super) mod propagation;
pub(super) mod titles;
