//! The one integration-test binary; each subject is a file in `suite/`.

mod suite {
    pub(crate) mod samples;
    pub(crate) mod outside;
    mod text_bidi;
    mod text_carets;
}
use suite::samples;
