//! The recognisers, one file each.

pub(super) mod addresses;
