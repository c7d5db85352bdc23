//! What does it cost to mark a name in ten thousand places, and to take that
//! back?
//!
//! `found` looks through the text and makes the list, `marked` carries it out
//! as the window does (checked, journalled, learned from, suggestions
//! following), `undone` takes it back. `the model alone` applies the same
//! transaction to the records and nothing else: the baseline of the run.
#![allow(missing_docs, reason = "criterion's macros make public items")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot go on stops")]

#[path = "../tests/suite/support/large.rs"]
mod large;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use hashiya::command::{Args, FixedSurroundings, Workbench};
use hashiya::model::{History, Id};
use hashiya::store::{Places, Settings};

/// A name no list knows.
const NAME: &str = "زنكوبار";
/// In how many places it stands.
const PLACES: usize = 10_000;

/// The sample over and over with the name in it.
fn text() -> String {
    let plain = large::text(2_000_000);
    let mut left = PLACES;
    let mut text = String::with_capacity(plain.len() + PLACES * 40);
    for line in plain.lines() {
        text.push_str(line);
        if !line.trim().is_empty() && left > 0 {
            text.push_str(" كما قال زنكوبار أمس");
            left -= 1;
        }
        text.push('\n');
    }
    while left > 0 {
        text.push_str("ثم عاد زنكوبار إلى مدينته البعيدة بعد حين.\n");
        left -= 1;
    }
    text
}

fn bench(marks: usize, folder: &tempfile::TempDir) -> Workbench {
    let project = large::project(text(), marks);
    let mut wb = Workbench::new(
        project,
        History::new(),
        Settings::default(),
        Some(Places::under(folder.path())),
        Box::new(FixedSurroundings::new()),
    );
    wb.run_suggestions_now();
    wb
}

fn open(wb: &mut Workbench) {
    let done = wb.open_tag_all(
        hashiya::command::TagTask::Mark,
        Some(NAME),
        Some(&Id::new("group")),
    );
    done.expect("a list");
    wb.run_tag_all_now();
    wb.tick_all_tag_rows(true);
    let ticked = wb.tag_all().map_or(0, hashiya::command::TagAll::ticked);
    // What crosses another mark is not offered.
    assert!((PLACES * 9 / 10..=PLACES).contains(&ticked), "{ticked}");
}

fn apply(wb: &mut Workbench) {
    let done = wb.apply_tag_all().expect("a step");
    assert!((PLACES * 9 / 10..=PLACES).contains(&done), "{done}");
}

/// What one step takes while the rest is not timed.
fn timed(rounds: u64, mut round: impl FnMut() -> Duration) -> Duration {
    (0..rounds).map(|_| round()).sum()
}

fn tagging(criterion: &mut Criterion) {
    for marks in [0, 50_000] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut wb = bench(marks, &folder);
        let mut group = criterion.benchmark_group(format!("tag all, {marks} other marks"));
        group.sample_size(10);
        group.warm_up_time(Duration::from_millis(500));
        group.measurement_time(Duration::from_secs(4));

        let before = wb.project().clone();
        open(&mut wb);
        apply(&mut wb);
        let step = wb.history().next_undo().expect("a step").clone();
        wb.run("edit.undo", &Args::None);
        group.bench_function("the model alone", |bencher| {
            bencher.iter_batched(
                || before.clone(),
                |mut project| {
                    project.apply(&step).expect("it fits");
                    black_box(project)
                },
                BatchSize::LargeInput,
            );
        });
        group.bench_function("found", |bencher| {
            bencher.iter_custom(|rounds| {
                timed(rounds, || {
                    let begun = Instant::now();
                    open(&mut wb);
                    begun.elapsed()
                })
            });
        });
        for (name, of_tagging) in [("marked", true), ("undone", false)] {
            group.bench_function(name, |bencher| {
                bencher.iter_custom(|rounds| {
                    timed(rounds, || {
                        open(&mut wb);
                        let begun = Instant::now();
                        apply(&mut wb);
                        let tagged = begun.elapsed();
                        let begun = Instant::now();
                        wb.run("edit.undo", &Args::None);
                        let undone = begun.elapsed();
                        if of_tagging { tagged } else { undone }
                    })
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, tagging);
criterion_main!(benches);
