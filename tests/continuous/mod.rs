//! Continuous proof: cases nobody thought of, checked against what must hold
//! of every case.
//!
//! Here are the targets (what is drawn, what is done with it, what must
//! hold), the letters they are made of, and a runner that draws for a fixed
//! time. `fuzz/` uses the same targets with libFuzzer. Not here: examples
//! somebody chose; those are tests in `suite/`.
//!
//! A case is bytes, and readable: what to do in its first line, the text in
//! the rest. What was once found stays in `tests/fixtures/fuzz/` and runs
//! first. tests/README.md says how to run for longer.
//!
//! **Invariant:** any bytes are a case; what a case does depends on nothing
//! but its bytes.

pub(crate) mod carets;
pub(crate) mod dice;
pub(crate) mod field;
pub(crate) mod files;
pub(crate) mod layout;
pub(crate) mod letters;
mod painting;
pub(crate) mod search;

use dice::Dice;

/// One thing that is proved.
#[derive(Copy, Clone)]
pub(crate) struct Target {
    /// Its folder in `tests/fixtures/fuzz/` and its name in `fuzz/`.
    #[allow(dead_code, reason = "libFuzzer keeps its own folders")]
    pub(crate) name: &'static str,
    /// Draws a case.
    pub(crate) draw: fn(&mut Dice) -> Vec<u8>,
    /// Draws a case near another.
    pub(crate) vary: fn(&mut Dice, &[u8]) -> Vec<u8>,
    /// Panics where something does not hold.
    pub(crate) check: fn(&[u8]),
}

/// All of them.
#[allow(dead_code, reason = "each fuzz target is built with one of them")]
pub(crate) const TARGETS: [Target; 4] =
    [layout::TARGET, field::TARGET, files::TARGET, search::TARGET];

/// The first line of a case and the rest of it.
pub(crate) fn head_and_rest(case: &[u8]) -> (String, String) {
    let case = String::from_utf8_lossy(case);
    let (head, rest) = case.split_once('\n').unwrap_or(("", &case));
    (head.to_owned(), rest.to_owned())
}

/// The value of `name=` in a case's first line.
pub(crate) fn option<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.split(' ')
        .filter_map(|word| word.split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// A case near another, in the place of `data`, for libFuzzer; its new size,
/// or nothing where libFuzzer's own way of changing bytes is wanted.
#[allow(dead_code, reason = "only fuzz targets ask for it")]
pub(crate) fn mutated(
    target: Target,
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
) -> Option<usize> {
    let mut dice = Dice::new(u64::from(seed));
    let case = match dice.roll(4) {
        0 => return None,
        1 if size < 8 => (target.draw)(&mut dice),
        _ => (target.vary)(&mut dice, data.get(..size)?),
    };
    let length = case.len().min(max_size).min(data.len());
    data.get_mut(..length)?.copy_from_slice(case.get(..length)?);
    Some(length)
}
