//! What several subjects share.

pub(crate) mod pictures;
pub(crate) mod window;
