//! The one integration-test binary; each subject is a file in `suite/`.

mod suite {
    pub(crate) mod samples;
    mod text_carets;
}
use suite::samples;
