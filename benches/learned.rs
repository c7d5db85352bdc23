//! How fast does the program learn, with 50,000 marks?
//!
//! `all at once` is what opening a project costs, `one mark` what each
//! decision does before anything is shown.
#![allow(missing_docs, reason = "criterion's macros make public items")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot go on stops")]

#[path = "../tests/suite/support/large.rs"]
mod large;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use hashiya::entities::Learned;
use hashiya::model::Edit;

fn learning(criterion: &mut Criterion) {
    let project = large::project(large::text(5_000_000), 50_000);
    let mut group = criterion.benchmark_group("learned");
    group.sample_size(10);
    group.bench_function("all at once", |bencher| {
        bencher.iter(|| black_box(Learned::from_project(&project)));
    });
    let mark = project.annotations().nth(7_777).expect("a mark").clone();
    let edits = [Edit::delete(mark)];
    let learned = Learned::from_project(&project);
    group.bench_function("one mark", |bencher| {
        bencher.iter_batched(
            || learned.clone(),
            |mut learned| black_box(learned.update(&project, &edits)),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

criterion_group!(benches, learning);
criterion_main!(benches);
