//! What several subjects share.

pub(crate) mod large;
pub(crate) mod pictures;
pub(crate) mod told;
pub(crate) mod values;
pub(crate) mod window;
