//! How long from the start to the first painted text?
//!
//! From making the workbench to the shapes of its first frame, for the sample
//! and for projects read from a file, each compared with reading the bytes of
//! the same files alone, measured in the same run. The memory the fonts and
//! the program take to be loaded is the system's and not measured here.
#![allow(missing_docs, reason = "a benchmark is a program")]
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a benchmark that cannot go on stops, and writes its own files"
)]

#[path = "../tests/suite/support/large.rs"]
mod large;

use std::path::{Path, PathBuf};
use std::time::Instant;

use egui::vec2;
use hashiya::command::Workbench;
use hashiya::store::Session;
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

const ROUNDS: usize = 7;

/// The median of some rounds, milliseconds.
fn median(mut round: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            round();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

fn painted(path: Option<&Path>) {
    let wb = Workbench::for_picture(path).expect("a project");
    let mut window = Offscreen::new(vec2(1400.0, 900.0), 1.0);
    let mut app = App::new(window.ctx(), wb);
    window.frame(Vec::new(), |ui| app.frame_ui(ui));
    assert!(window.shapes().len() > 20, "something is painted");
}

fn compare(name: &str, files: &[PathBuf], open: Option<&Path>) {
    let read = median(|| {
        for file in files {
            std::hint::black_box(std::fs::read(file).expect("a file"));
        }
    });
    let start = median(|| painted(open));
    println!(
        "{name:<32} {read:>10.3} {start:>10.1} {:>9.0}",
        start / read
    );
}

fn main() {
    println!(
        "{:<32} {:>10} {:>10} {:>9}",
        "start to first frame, ms", "files read", "painted", "ratio"
    );
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let articles: Vec<PathBuf> = std::fs::read_dir(&sample)
        .expect("the sample")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    compare("the sample", &articles, None);
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes, marks) in [
        ("1 MB, 10,000 marks", 1_000_000, 10_000),
        ("10 MB, 100,000 marks", 10_000_000, 100_000),
    ] {
        let path = folder.path().join(format!("{marks}.hashiya.json"));
        let project = large::project(large::text(bytes), marks);
        Session::create(&path, &project)
            .expect("a saved project")
            .close()
            .expect("closed");
        compare(name, std::slice::from_ref(&path), Some(&path));
        let text = folder.path().join(format!("{marks}.txt"));
        std::fs::write(&text, large::text(bytes)).expect("written");
        compare(
            &format!("{} as plain text", name.split(',').next().unwrap_or(name)),
            std::slice::from_ref(&text),
            Some(&text),
        );
    }
}
