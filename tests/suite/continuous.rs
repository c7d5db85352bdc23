//! Runs the targets of `tests/continuous` for a fixed time: first what was
//! once found, then cases nobody has seen.
//!
//! `HASHIYA_FUZZ_SECONDS` is the time for each target (2 without it);
//! `HASHIYA_FUZZ_SEED` makes a run the same again. Without either the seed is
//! always the same, so that `cargo test` does not fail by luck; `tests/run`
//! names the seed.

use std::cell::Cell;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, Once};
use std::time::{Duration, Instant};

use super::sources::root;
use crate::continuous::dice::Dice;
use crate::continuous::{TARGETS, Target, field, files, layout, search};

/// One case may take this long on a slow machine, seconds.
const SLOW: u64 = 20;
/// After this the case is kept and the run is ended, seconds.
const HANGS: u64 = 120;
/// Cases that others are made from.
const POOL: usize = 64;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Panics that are caught here are not printed a hundred times.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                others(info);
            }
        }));
    });
}

/// What went wrong with a case, if anything did.
fn failure(target: &Target, case: &[u8]) -> Option<String> {
    QUIET.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.check)(case)));
    QUIET.set(false);
    outcome.err().map(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        text.unwrap_or("a panic without words").to_owned()
    })
}

fn folder(target: &Target) -> PathBuf {
    root().join("tests/fixtures/fuzz").join(target.name)
}

/// The shortest case that still fails: parts are left out, half of it first.
/// Whole characters, so that it stays readable.
fn shrunk(target: &Target, case: Vec<u8>) -> Vec<u8> {
    let begin = Instant::now();
    let mut best = case;
    let mut size = best.len() / 2;
    while size > 0 && begin.elapsed() < Duration::from_mins(1) {
        let mut at = 0;
        let mut shorter = false;
        while at < best.len() {
            let mut end = (at + size).min(best.len());
            while end < best.len() && best[end] & 0xC0 == 0x80 {
                end += 1;
            }
            let less = [&best[..at], &best[end..]].concat();
            if failure(target, &less).is_some() {
                best = less;
                shorter = true;
            } else {
                at = end;
            }
        }
        if !shorter || size > 1 {
            size /= 2;
        }
    }
    best
}

/// Keeps a case where it will run first from now on.
fn keep(target: &Target, kind: &str, case: &[u8]) -> PathBuf {
    let hash = &hashiya::store::sha256_hex(case)[..12];
    let path = folder(target).join(format!("{kind}-{hash}"));
    std::fs::create_dir_all(folder(target)).unwrap();
    std::fs::write(&path, case).unwrap();
    path
}

/// The case that runs now, and since when.
type Now = Arc<Mutex<Option<(Instant, Vec<u8>)>>>;

/// Ends the program when one case takes for ever, and says which.
struct Watch(Now);

impl Watch {
    fn over(target: Target) -> Self {
        let now = Now::default();
        let seen = Arc::downgrade(&now);
        std::thread::spawn(move || {
            while let Some(now) = seen.upgrade() {
                if let Some((begin, case)) = &*now.lock().unwrap()
                    && begin.elapsed() > Duration::from_secs(HANGS)
                {
                    let path = keep(&target, "hangs", case);
                    eprintln!("{}: {} does not end", target.name, path.display());
                    std::process::abort();
                }
                drop(now);
                std::thread::sleep(Duration::from_millis(500));
            }
        });
        Self(now)
    }

    fn set(&self, case: Option<&[u8]>) {
        *self.0.lock().unwrap() = case.map(|case| (Instant::now(), case.to_vec()));
    }
}

fn known(target: &Target) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found: Vec<_> = std::fs::read_dir(folder(target))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    found.sort();
    found
}

fn run(target: Target) {
    hush();
    let watch = Watch::over(target);
    let mut pool = Vec::new();
    for (path, case) in known(&target) {
        watch.set(Some(&case));
        if let Some(what) = failure(&target, &case) {
            panic!("{} fails again: {what}", path.display());
        }
        pool.push(case);
    }
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .and_then(|value| value.parse::<u64>().ok())
    };
    let seconds = number("HASHIYA_FUZZ_SECONDS");
    let seed = number("HASHIYA_FUZZ_SEED").unwrap_or_else(|| match seconds {
        Some(_) => RandomState::new().build_hasher().finish(),
        None => 1,
    });
    let mut dice = Dice::new(seed);
    let begin = Instant::now();
    let budget = Duration::from_secs(seconds.unwrap_or(2));
    let mut count = 0_u64;
    while begin.elapsed() < budget {
        let case = if pool.is_empty() || !dice.one_in(3) {
            (target.draw)(&mut dice)
        } else {
            let near: &Vec<u8> = &pool[dice.roll(pool.len())];
            (target.vary)(&mut dice, near)
        };
        watch.set(Some(&case));
        let started = Instant::now();
        if let Some(what) = failure(&target, &case) {
            watch.set(None);
            let short = shrunk(&target, case);
            let what = failure(&target, &short).unwrap_or(what);
            let path = keep(&target, "found", &short);
            panic!(
                "{}: {what}\ncase {count} of seed {seed}, kept as {}:\n{}",
                target.name,
                path.display(),
                String::from_utf8_lossy(&short)
            );
        }
        let taken = started.elapsed().as_secs();
        assert!(
            taken < SLOW,
            "{} took {taken} s over {:?}",
            target.name,
            String::from_utf8_lossy(&case)
        );
        count += 1;
        // Others are made from a few of them.
        if pool.len() < POOL {
            pool.push(case);
        } else if dice.one_in(16) {
            let old = dice.roll(POOL);
            pool[old] = case;
        }
    }
    watch.set(None);
    println!("{}: {count} cases of seed {seed}", target.name);
}

#[test]
fn any_text_is_laid_out_at_any_width() {
    run(layout::TARGET);
}

#[test]
fn a_text_field_survives_any_hands() {
    run(field::TARGET);
}

#[test]
fn any_file_is_read_or_refused_with_a_sentence() {
    run(files::TARGET);
}

#[test]
fn any_search_in_any_text_is_answered() {
    run(search::TARGET);
}

/// Each target, and no other, is built with libFuzzer too.
#[test]
fn the_fuzz_package_has_the_same_targets() {
    let manifest = std::fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    let built: Vec<&str> = manifest
        .lines()
        .filter_map(|line| {
            line.strip_prefix("path = \"targets/")?
                .strip_suffix(".rs\"")
        })
        .collect();
    assert_eq!(built, TARGETS.map(|target| target.name));
}
