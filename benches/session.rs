//! How long do the lists over a whole project take, with 50,000 marks and
//! 50,000 steps?
//!
//! Each figure stands beside one of the same run: copying the marks into a
//! vector and sorting that by identifier, which any list has to do at least.
//! A frame at 60 a second has 16 ms.
#![allow(missing_docs, reason = "a program has no items to document")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot go on stops")]
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../tests/suite/support/large.rs"]
mod large;

use std::hint::black_box;
use std::time::{Duration, Instant};

use hashiya::command::{Args, FixedSurroundings, HistoryFilter, MarkColumn, MarkFilter, Workbench};
use hashiya::model::{Annotation, Edit, History, Id, Span, Transaction};
use hashiya::store::Settings;

const MARKS: usize = 50_000;
const ROUNDS: usize = 9;
/// Rows of a high window.
const IN_SIGHT: usize = 40;

/// The median of some rounds.
fn median(mut round: impl FnMut(usize)) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|number| {
            let begun = Instant::now();
            round(number);
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(ROUNDS / 2).copied().unwrap_or_default()
}

fn say(name: &str, time: Duration, baseline: Duration) {
    let ratio = time.as_secs_f64() / baseline.as_secs_f64().max(1e-9);
    println!(
        "{name:<52} {:>9.2} ms {ratio:>7.1} times the baseline",
        time.as_secs_f64() * 1000.0
    );
}

fn look_at_rows(wb: &Workbench, from: usize) {
    for row in from..from + IN_SIGHT {
        if let Some(mark) = wb.mark_listed(row) {
            let document = wb.project().document(&mark.document).expect("a document");
            black_box(mark.quote(&document.text));
        }
    }
}

fn main() {
    let project = large::project(large::text(6_000_000), MARKS);
    let mut wb = Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    );
    let count = wb.project().counts().annotations;
    println!("{count} marks");
    let baseline = median(|_| {
        let mut marks: Vec<&Annotation> = wb.project().annotations().collect();
        marks.sort_unstable_by(|a, b| b.id.cmp(&a.id));
        black_box(marks);
    });
    say(
        "baseline: copied and sorted by identifier",
        baseline,
        baseline,
    );

    let begun = Instant::now();
    wb.prepare_marks();
    say("marks listed for the first time", begun.elapsed(), baseline);
    for (name, column) in [
        ("sorted by place", MarkColumn::Place),
        ("sorted by tag", MarkColumn::Tag),
        ("sorted by words", MarkColumn::Surface),
        ("sorted by time", MarkColumn::At),
    ] {
        wb.sort_marks(column);
        wb.prepare_marks();
        let time = median(|_| {
            wb.sort_marks(column);
            wb.prepare_marks();
        });
        say(name, time, baseline);
    }
    let words = [
        "ق",
        "قو",
        "قوا",
        "قوات",
        "قوات س",
        "سوريا",
        "م",
        "من",
        "الع",
    ];
    let time = median(|round| {
        wb.set_mark_filter(MarkFilter {
            text: words.get(round).copied().unwrap_or_default().to_owned(),
            ..MarkFilter::default()
        });
        wb.prepare_marks();
        look_at_rows(&wb, 0);
    });
    say(
        "a letter typed into the filter, rows in sight",
        time,
        baseline,
    );
    wb.set_mark_filter(MarkFilter::default());
    wb.prepare_marks();
    let time = median(|round| {
        wb.prepare_marks();
        look_at_rows(&wb, round * 5_000);
    });
    say("scrolled far, rows in sight", time, baseline);
    let document = wb.project().documents().next().expect("one").id.clone();
    let time = median(|round| {
        let mark = Annotation::new(
            Id::new(format!("new-{round}")),
            document.clone(),
            vec![Span::new(0, 2)],
            Id::new("place"),
            wb.analyst().clone(),
            wb.now(),
        );
        wb.commit("annotation.tag", vec![Edit::create(mark)])
            .expect("a mark");
        let begun = Instant::now();
        wb.prepare_marks();
        look_at_rows(&wb, 0);
        black_box(begun.elapsed());
    });
    say("one mark more, committed and listed", time, baseline);

    history(baseline);
}

/// A project with 50,000 steps.
fn history(baseline: Duration) {
    let project = large::project(large::text(600_000), 2_000);
    let document = project.documents().next().expect("one").clone();
    let by = project.analysts().next().expect("one").id.clone();
    let mut history = History::new();
    let mut changed = project.clone();
    for step in 0..MARKS {
        let at = hashiya::model::Timestamp::from_second(1_700_000_000 + step as i64 * 20)
            .expect("a time");
        let start = document.text.floor_char_boundary(step * 8 % 500_000);
        let end = document.text.ceil_char_boundary(start + 6);
        let mark = Annotation::new(
            Id::new(format!("step-{step}")),
            document.id.clone(),
            vec![Span::new(start, end)],
            Id::new("place"),
            by.clone(),
            at,
        );
        let step = Transaction::new(
            Id::new(format!("t-{step}")),
            at,
            by.clone(),
            "annotation.tag",
            vec![Edit::create(mark)],
        );
        changed.apply(&step).expect("a step");
        history.record(step);
    }
    let mut wb = Workbench::new(
        changed,
        history,
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    );
    println!("{MARKS} steps");
    let begun = Instant::now();
    wb.prepare_history();
    say(
        "history listed for the first time",
        begun.elapsed(),
        baseline,
    );
    let mut worst = Duration::ZERO;
    let mut frames = 0;
    wb.set_history_filter(HistoryFilter {
        text: "سوريا".to_owned(),
        ..HistoryFilter::default()
    });
    loop {
        let begun = Instant::now();
        wb.prepare_history();
        worst = worst.max(begun.elapsed());
        frames += 1;
        if wb.history_unsearched() == 0 {
            break;
        }
    }
    say(
        "searched for the first time, the dearest frame",
        worst,
        baseline,
    );
    println!("  in {frames} frames");
    let time = median(|round| {
        wb.set_history_filter(HistoryFilter {
            text: ["م", "ق", "س"]
                .get(round % 3)
                .copied()
                .unwrap_or("م")
                .to_owned(),
            ..HistoryFilter::default()
        });
        wb.prepare_history();
    });
    say("a letter typed into the search", time, baseline);
    wb.set_history_filter(HistoryFilter::default());
    let first = wb.history().step(100).expect("a step").id.clone();
    wb.choose_step(Some(first));
    let begun = Instant::now();
    assert!(wb.run("history.restore-before", &Args::None), "gone back");
    say("back by 49,900 steps, committed", begun.elapsed(), baseline);
    let begun = Instant::now();
    assert!(wb.run("edit.undo", &Args::None), "undone");
    say("and undone", begun.elapsed(), baseline);
}
