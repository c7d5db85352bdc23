//! The one integration-test binary; each subject is a file in `suite/`.
