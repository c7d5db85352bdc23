//! What Arabic needs: folding with offset map, words, sentences, titles.
pub mod fold;
mod folded;
pub mod letters;
mod loose;
pub use fold::{Level, fold, key};
pub use folded::Folded;
