//! `cargo +nightly fuzz run layout`; what is checked is in tests/continuous.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

#[path = "../../tests/continuous/mod.rs"]
mod continuous;

use continuous::layout::TARGET;

fuzz_target!(|case: &[u8]| (TARGET.check)(case));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    continuous::mutated(TARGET, data, size, max_size, seed).unwrap_or_else(|| libfuzzer_sys::fuzzer_mutate(data, size, max_size))
});
