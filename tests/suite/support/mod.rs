//! What several subjects share.

pub(crate) mod deeds;
pub(crate) mod hand;
pub(crate) mod large;
pub(crate) mod pictures;
pub(crate) mod told;
pub(crate) mod values;
pub(crate) mod window;
