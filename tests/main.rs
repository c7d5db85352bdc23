//! The one integration-test binary; each subject is a file in `suite/`.

mod suite {
    pub(crate) mod outside;
    pub(crate) mod samples;
    mod text_bidi;
    mod text_carets;
    mod text_chromium;
    mod text_harfbuzz;
}
use suite::samples;
