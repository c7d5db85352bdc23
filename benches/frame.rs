//! How long does the computer work for one frame of the window?
//!
//! Frames of the whole window (panels and one page) are run off screen, up to
//! the list of shapes that is handed to the graphics card, and compared with
//! frames of an egui window that shows nothing, measured in the same run.
//! `idle` shows the same again, `scrolled` turns the wheel each frame, `paged`
//! by a whole window, `jump` goes to another place in the text, `resized`
//! changes the width, `zoomed` the type's size, `face` the face, `marked` tags
//! the selected word and paints it, `first mark` is the one for which an
//! unnamed project gets its file.
//!
//! `cargo bench --bench frame -- WORDS` measures what has the words in its
//! name.
#![allow(missing_docs, reason = "a benchmark is a program")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark that cannot go on stops"
)]

#[path = "../tests/suite/support/large.rs"]
mod large;
#[path = "shown.rs"]
mod shown;

use std::time::{Duration, Instant};

use egui::vec2;
use hashiya::command::{Args, PageFace, Selection, Workbench};
use hashiya::model::{Id, Span};
use hashiya::store::Places;
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

use shown::{SIZE, Shown, Times, wanted, wheel, workbench, workbench_in};

/// What this bench does with a window.
trait Rows {
    fn idle(&mut self, empty: &Times);
    fn scrolled(&mut self, empty: &Times);
    fn jump(&mut self, empty: &Times);
    fn set_anew(&mut self, empty: &Times);
    fn marked(&mut self, empty: &Times);
}

impl Rows for Shown {
    fn idle(&mut self, empty: &Times) {
        self.time("idle", empty, |shown, _| shown.frame(Vec::new()));
    }

    fn scrolled(&mut self, empty: &Times) {
        self.time("scrolled", empty, |shown, _| shown.frame(wheel(-90.0)));
        self.time("paged", empty, |shown, _| shown.frame(wheel(-800.0)));
    }

    fn jump(&mut self, empty: &Times) {
        self.time("jump", empty, |shown, index| {
            let byte = (index * 7_919_993) % shown.length;
            let reader = shown.reader();
            let wb = shown.app.workbench_mut();
            wb.reveal(reader, Span::new(byte, byte));
            shown.frame(Vec::new());
        });
    }

    fn set_anew(&mut self, empty: &Times) {
        self.time("resized", empty, |shown, index| {
            let by = vec2((index % 97) as f32 * 4.0, 0.0);
            shown.window.resize(SIZE - by);
            shown.frame(Vec::new());
        });
        self.window.resize(SIZE);
        self.time("zoomed", empty, |shown, index| {
            shown.run(match index % 8 {
                0..4 => "view.zoom-in",
                _ => "view.zoom-out",
            });
            shown.frame(Vec::new());
        });
        self.time("face", empty, |shown, index| {
            let look = shown.app.workbench_mut().look_mut();
            look.face = match index % 2 {
                0 => PageFace::Amiri,
                _ => PageFace::Naskh,
            };
            shown.frame(Vec::new());
        });
        self.app.workbench_mut().look_mut().face = PageFace::Naskh;
    }

    fn marked(&mut self, empty: &Times) {
        self.time("marked", empty, |shown, index| {
            let reader = shown.reader();
            let byte = (index * 104_729) % shown.length;
            let wb = shown.app.workbench_mut();
            wb.select(reader, Selection::over(Span::new(byte, byte + 8)));
            wb.run("annotation.tag", &Args::Id(Id::new("weapon")));
            shown.frame(Vec::new());
        });
    }
}

fn measure(name: &str, wb: impl FnOnce() -> Workbench, empty: &Times) {
    if !wanted(name) {
        return;
    }
    let mut shown = Shown::new(name, wb());
    shown.idle(empty);
    shown.scrolled(empty);
    shown.jump(empty);
    shown.set_anew(empty);
    shown.marked(empty);
}

/// Suggestions everywhere, and the queue of them below the page.
fn measure_review(name: &str, bytes: usize, empty: &Times) {
    if !wanted(name) {
        return;
    }
    let mut wb = workbench(large::project(large::text(bytes), 0));
    wb.run_suggestions_now();
    let document = wb.active_document().expect("a document").id.clone();
    println!("{name}: {} suggestions", wb.suggestion_count(&document));
    let mut shown = Shown::new(name, wb);
    shown.idle(empty);
    shown.scrolled(empty);
    shown.marked(empty);
    if !shown.app.workbench().look().lower {
        shown.run("view.suggestions");
    }
    shown.time("queue open", empty, |shown, _| shown.frame(Vec::new()));
    shown.time("next in the queue", empty, |shown, _| {
        shown.run("suggestion.next");
        shown.frame(Vec::new());
    });
    shown.time("accepted", empty, |shown, _| {
        shown.run("suggestion.accept");
        shown.frame(Vec::new());
    });
    shown.time("rejected", empty, |shown, _| {
        shown.run("suggestion.reject");
        shown.frame(Vec::new());
    });
}

/// The first mark in a project that has no file yet.
fn measure_first_mark(name: &str, empty: &Times) {
    if !wanted(name) {
        return;
    }
    let times: Vec<Duration> = (0..5)
        .map(|_| {
            let home = tempfile::tempdir().expect("a folder");
            let places = Places::under(home.path());
            let project = large::project(large::text(10_000_000), 0);
            let wb = workbench_in(project, Some(places));
            let mut window = Offscreen::new(SIZE, 1.0);
            let mut app = App::new(window.ctx(), wb);
            for _ in 0..4 {
                window.frame(Vec::new(), |ui| app.frame_ui(ui));
            }
            let start = Instant::now();
            let wb = app.workbench_mut();
            let reader = wb.active_reader().expect("a reader").id;
            wb.select(reader, Selection::over(Span::new(0, 8)));
            wb.run("annotation.tag", &Args::Id(Id::new("weapon")));
            window.frame(Vec::new(), |ui| app.frame_ui(ui));
            start.elapsed()
        })
        .collect();
    Times::sorted(times).print(&format!("{name}: first mark"), empty);
}

fn main() {
    println!(
        "{:<44} {:>8} {:>8} {:>8}   {:>7}",
        "frame of 1400 x 900 points, ms", "median", "p95", "worst", "x empty"
    );
    let mut window = Offscreen::new(SIZE, 1.0);
    let empty = &Times::of(|_| {
        window.frame(Vec::new(), |ui| {
            ui.allocate_space(vec2(1.0, 1.0));
        });
    });
    empty.print("an empty egui window", empty);
    let of = |bytes, marks| workbench(large::project(large::text(bytes), marks));
    measure(
        "sample",
        || Workbench::for_picture(None).expect("the sample"),
        empty,
    );
    measure("30 kB, 300 marks", || of(30_000, 300), empty);
    measure("1 MB, 10,000 marks", || of(1_000_000, 10_000), empty);
    measure("10 MB, 10,000 marks", || of(10_000_000, 10_000), empty);
    measure("10 MB, 100,000 marks", || of(10_000_000, 100_000), empty);
    let line = |bytes| large::text(bytes).replace('\n', " ");
    measure(
        "one line of 5 MB, 10,000 marks",
        || workbench(large::project(line(5_000_000), 10_000)),
        empty,
    );
    measure(
        "a million empty lines",
        || workbench(large::project("\n".repeat(1_000_000), 0)),
        empty,
    );
    measure(
        "one paragraph with 100,000 marks",
        || workbench(large::crowded(&line(200_000), 100_000, 200_000)),
        empty,
    );
    measure(
        "5,000 marks on one line of a page",
        || workbench(large::crowded(&large::text(30_000), 5000, 120)),
        empty,
    );
    measure(
        "10,000 documents",
        || workbench(large::library(10_000)),
        empty,
    );
    measure_review("1 MB with suggestions", 1_000_000, empty);
    measure_review("10 MB with suggestions", 10_000_000, empty);
    measure_first_mark("10 MB without a file", empty);
}
