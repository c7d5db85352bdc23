//! The one integration-test binary; each subject is a file in `suite/`.

mod suite {
    pub(crate) mod samples;
    pub(crate) mod outside;
    mod text_bidi;
    pub(crate) mod support;
    mod text_carets;
    mod widgets_gallery;
}
use suite::samples;
