//! How long does the computer work for one frame of the window?
//!
//! Frames of the whole window (panels and one page) are run off screen, up to
//! the list of shapes that is handed to the graphics card, and compared with
//! frames of an egui window that shows nothing, measured in the same run.
//! `idle` shows the same again, `scrolled` turns the wheel each frame, `jump`
//! goes to another place in the text, `resized` changes the width, `marked`
//! tags the selected word and paints it.
#![allow(missing_docs, reason = "a benchmark is a program")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark that cannot go on stops"
)]

#[path = "../tests/suite/support/large.rs"]
mod large;

use std::time::{Duration, Instant};

use egui::{Event, Modifiers, MouseWheelUnit, TouchPhase, Vec2, pos2, vec2};
use hashiya::command::{Args, FixedSurroundings, Selection, Workbench};
use hashiya::model::{History, Id, Project, Span};
use hashiya::store::Settings;
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

const SIZE: Vec2 = vec2(1400.0, 900.0);
const FRAMES: usize = 240;

/// Times of frames, sorted.
struct Times(Vec<Duration>);

impl Times {
    fn of(mut frame: impl FnMut(usize)) -> Self {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|index| {
                let start = Instant::now();
                frame(index);
                start.elapsed()
            })
            .collect();
        times.sort();
        Self(times)
    }

    fn at(&self, part: f64) -> f64 {
        let index = ((self.0.len() - 1) as f64 * part).round() as usize;
        self.0[index].as_secs_f64() * 1e3
    }

    fn print(&self, name: &str, baseline: &Self) {
        println!(
            "{name:<44} {:>8.3} {:>8.3} {:>8.3}   {:>7.1}",
            self.at(0.5),
            self.at(0.95),
            self.at(1.0),
            self.at(0.5) / baseline.at(0.5),
        );
    }
}

fn wheel(by: f32) -> Vec<Event> {
    vec![
        Event::PointerMoved(pos2(700.0, 450.0)),
        Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, by),
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        },
    ]
}

fn workbench(project: Project) -> Workbench {
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    )
}

fn measure(name: &str, wb: Workbench, empty: &Times) {
    let length = wb
        .active_document()
        .map_or(0, |document| document.text.len());
    let start = Instant::now();
    let mut window = Offscreen::new(SIZE, 1.0);
    let mut app = App::new(window.ctx(), wb);
    window.frame(Vec::new(), |ui| app.frame_ui(ui));
    let first = start.elapsed().as_secs_f64() * 1e3;
    for _ in 0..8 {
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    println!("{:<44} {first:>8.1}", format!("{name}: first frame"));
    Times::of(|_| window.frame(Vec::new(), |ui| app.frame_ui(ui)))
        .print(&format!("{name}: idle"), empty);
    Times::of(|_| window.frame(wheel(-90.0), |ui| app.frame_ui(ui)))
        .print(&format!("{name}: scrolled"), empty);
    Times::of(|index| {
        let reader = app.workbench().active_reader().expect("a reader").id;
        let byte = (index * 7_919_993) % length;
        app.workbench_mut().reveal(reader, Span::new(byte, byte));
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    })
    .print(&format!("{name}: jump"), empty);
    Times::of(|index| {
        window.resize(SIZE - vec2((index % 97) as f32 * 4.0, 0.0));
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    })
    .print(&format!("{name}: resized"), empty);
    window.resize(SIZE);
    Times::of(|index| {
        let wb = app.workbench_mut();
        let reader = wb.active_reader().expect("a reader").id;
        let byte = (index * 104_729) % length;
        wb.select(reader, Selection::over(Span::new(byte, byte + 8)));
        wb.run("annotation.tag", &Args::Id(Id::new("weapon")));
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    })
    .print(&format!("{name}: marked"), empty);
}

fn main() {
    println!(
        "{:<44} {:>8} {:>8} {:>8}   {:>7}",
        "frame of 1400 x 900 points, ms", "median", "p95", "worst", "x empty"
    );
    let mut window = Offscreen::new(SIZE, 1.0);
    let empty = Times::of(|_| {
        window.frame(Vec::new(), |ui| {
            ui.allocate_space(vec2(1.0, 1.0));
        });
    });
    empty.print("an empty egui window", &empty);
    let sample = Workbench::for_picture(None).expect("the sample");
    measure("sample", sample, &empty);
    let of = |bytes, marks| workbench(large::project(large::text(bytes), marks));
    measure("30 kB, 300 marks", of(30_000, 300), &empty);
    measure("1 MB, 10,000 marks", of(1_000_000, 10_000), &empty);
    measure("10 MB, 100,000 marks", of(10_000_000, 100_000), &empty);
    let line = large::text(5_000_000).replace('\n', " ");
    measure(
        "one line of 5 MB, 10,000 marks",
        workbench(large::project(line, 10_000)),
        &empty,
    );
    measure(
        "a million empty lines",
        workbench(large::project("\n".repeat(1_000_000), 0)),
        &empty,
    );
}
