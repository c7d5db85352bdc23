//! The one integration-test binary; each subject is a file in `suite/`.

#[path = "suite/language_fold.rs"]
mod language_fold;
