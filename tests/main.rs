//! The one integration-test binary; each subject is a file in `suite/`, the
//! real window under a virtual display is in `window/`. tests/README.md says
//! what is tested where.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot go on should stop loudly, and may write its own files"
)]

mod suite {
    pub(crate) mod outside;
    pub(crate) mod samples;
    mod sources;

    mod architecture;
    mod language_any_text;
    mod language_fold;
    mod language_search;
    mod language_seeds;
    mod rows;
    mod text_bidi;
    mod text_carets;
}
use suite::samples;

#[path = "window/mod.rs"]
mod real_window;
