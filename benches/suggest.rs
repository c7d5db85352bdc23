//! How fast are suggestions found, compared with folding the same text alone?
//!
//! Folding is what every reading of Arabic spelling begins with, and goes over
//! the text once: `suggest` in units of `fold` says how much work is done for
//! a byte, whatever the machine. Throughput is in bytes of UTF-8. Before the
//! timing the first use of all data is measured, which can be done only once
//! in a process, and what they take of the memory.
#![allow(missing_docs, reason = "criterion's macros make public items")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[path = "../tests/suite/samples.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod samples;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashiya::entities::{Context, Learned, suggest};
use hashiya::language::{Level, fold};

const MEGABYTE: usize = 1_000_000;

/// A line of /proc/self/status in kilobytes; none on other systems.
fn memory(line: &str) -> Option<u64> {
    std::fs::read_to_string("/proc/self/status")
        .ok()?
        .lines()
        .find_map(|found| found.strip_prefix(line))?
        .trim_matches(|c: char| !c.is_ascii_digit())
        .parse()
        .ok()
}

/// Bytes of the automata inside the program.
fn bundled_bytes() -> u64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/data");
    std::fs::read_dir(folder)
        .unwrap()
        .flatten()
        .filter(|entry| {
            let path = entry.path();
            path.extension().is_some_and(|e| e == "fst" || e == "bin")
        })
        .map(|entry| entry.metadata().map_or(0, |file| file.len()))
        .sum()
}

fn found(text: &str, learned: &Learned) -> usize {
    let context = Context {
        learned,
        document: None,
        date: None,
    };
    black_box(suggest(black_box(text), &context)).len()
}

/// Must come first: what is measured happens once.
fn first_use(_: &mut Criterion) {
    let learned = Learned::default();
    let before = memory("RssAnon:");
    let start = Instant::now();
    found("قال أحمد في دمشق", &learned);
    let first = start.elapsed().as_secs_f64() * 1e3;
    println!("first use of all data: {first:.1} ms");
    if let (Some(before), Some(after)) = (before, memory("RssAnon:")) {
        println!(
            "heap taken by them: {:.1} MB",
            (after - before) as f64 / 1e3
        );
    }
    println!(
        "automata in the program: {:.1} MB",
        bundled_bytes() as f64 / 1e6
    );
}

fn throughput(criterion: &mut Criterion) {
    let learned = Learned::default();
    let texts = samples::documents();
    let all: String = texts.iter().flat_map(|(_, text)| [*text, "\n"]).collect();
    let megabyte = all.repeat(MEGABYTE.div_ceil(all.len()));
    let mut group = criterion.benchmark_group("suggest");
    group.sample_size(20);
    for (name, text) in texts.into_iter().chain([("1 MB", megabyte.as_str())]) {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{name}, fold alone"), |bencher| {
            bencher.iter(|| black_box(fold(black_box(text), Level::Letters)));
        });
        group.bench_function(format!("{name}, suggest"), |bencher| {
            bencher.iter(|| found(text, &learned));
        });
    }
    group.finish();
}

criterion_group!(benches, first_use, throughput);
criterion_main!(benches);
