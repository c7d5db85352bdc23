//! Large documents: what is done in one frame does not grow with them.

use std::time::{Duration, Instant};

use egui::vec2;
use hashiya::command::{Args, Selection, Workbench};
use hashiya::model::{Id, Span};
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

use super::robust_documents::workbench;
use super::support::large;

/// The quickest of some frames: what the work costs without the noise.
fn quickest(frames: usize, mut frame: impl FnMut(usize)) -> Duration {
    (0..frames)
        .map(|index| {
            let start = Instant::now();
            frame(index);
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

struct Costs {
    idle: Duration,
    jump: Duration,
    mark: Duration,
}

fn costs(wb: Workbench) -> Costs {
    let text = wb.active_document().unwrap().text.clone();
    let reader = wb.active_reader().unwrap().id;
    let mut window = Offscreen::new(vec2(1300.0, 800.0), 1.0);
    let mut app = App::new(window.ctx(), wb);
    for _ in 0..4 {
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    let idle = quickest(8, |_| window.frame(Vec::new(), |ui| app.frame_ui(ui)));
    let jump = quickest(8, |index| {
        let byte = text.floor_char_boundary((index + 1) * (text.len() / 11));
        app.workbench_mut().reveal(reader, Span::new(byte, byte));
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    });
    let mark = quickest(8, |index| {
        let start = text.floor_char_boundary((index + 1) * (text.len() / 13));
        let end = text.floor_char_boundary(start + 9);
        let wb = app.workbench_mut();
        wb.select(reader, Selection::over(Span::new(start, end)));
        wb.run("annotation.tag", &Args::Id(Id::new("weapon")));
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    });
    Costs { idle, jump, mark }
}

#[test]
fn frames_cost_the_same_in_a_document_thirty_times_as_long() {
    let small = costs(workbench(large::project(large::text(100_000), 1000)));
    let long = costs(workbench(large::project(large::text(3_000_000), 30_000)));
    for (name, small, long) in [
        ("idle", small.idle, long.idle),
        ("jump", small.jump, long.jump),
        ("mark", small.mark, long.mark),
    ] {
        println!("{name}: {small:?} in 100 kB, {long:?} in 3 MB");
        assert!(
            long < small * 4 + Duration::from_millis(10),
            "{name}: {small:?} in 100 kB, {long:?} in 3 MB"
        );
    }
}

#[test]
fn one_line_of_megabytes_and_a_million_empty_lines() {
    let line = large::text(2_000_000).replace('\n', " ");
    for (name, text) in [("line", line), ("empty lines", "\n".repeat(1_000_000))] {
        let costs = costs(workbench(large::project(text, 2000)));
        println!("{name}: {:?} {:?} {:?}", costs.idle, costs.jump, costs.mark);
        assert!(costs.idle < Duration::from_millis(400), "{name}");
        assert!(costs.jump < Duration::from_secs(2), "{name}");
        assert!(costs.mark < Duration::from_secs(2), "{name}");
    }
}

/// Frames after everything that comes piece by piece is there.
fn settled_idle(wb: Workbench) -> Duration {
    let mut window = Offscreen::new(vec2(1300.0, 800.0), 1.0);
    let mut app = App::new(window.ctx(), wb);
    for _ in 0..40 {
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    quickest(8, |_| window.frame(Vec::new(), |ui| app.frame_ui(ui)))
}

#[test]
fn a_crowd_of_marks_costs_what_is_in_sight() {
    let paragraph = large::text(60_000).replace('\n', " ");
    let few = settled_idle(workbench(large::crowded(&paragraph, 1000, 60_000)));
    let many = settled_idle(workbench(large::crowded(&paragraph, 20_000, 60_000)));
    println!("1000 marks: {few:?}, 20,000 marks: {many:?}");
    // Twenty times as many, of which a line shows no more than eight deep.
    assert!(
        many < few * 6 + Duration::from_millis(15),
        "{few:?} {many:?}"
    );
    let text = large::text(20_000);
    let line = settled_idle(workbench(large::crowded(&text, 3000, 120)));
    assert!(
        line < few * 6 + Duration::from_millis(15),
        "{few:?} {line:?}"
    );
}

#[test]
fn ten_thousand_documents_are_listed_as_quickly_as_some_hundred() {
    let some = settled_idle(workbench(large::library(300)));
    let many = settled_idle(workbench(large::library(10_000)));
    println!("300 documents: {some:?}, 10,000: {many:?}");
    assert!(
        many < some * 4 + Duration::from_millis(15),
        "{some:?} {many:?}"
    );
}
