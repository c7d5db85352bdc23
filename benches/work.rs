//! How long does the window work for what a hand does in a large project?
//!
//! The whole window off screen, as in `frame`: relations in sight, readers that
//! follow one another, two layers compared and settled, and the dialogs that
//! find something by typing, among a thousand tags, ten thousand documents, ten
//! thousand entities. What a key asks for is often drawn in the frame after the
//! one that hears it: each figure is the dearest of the frames that belong to
//! it. `first` is the first time in a new window; there the median is one of
//! five windows.
//!
//! `cargo bench --bench work -- WORDS` measures what has the words in its name.
#![allow(missing_docs, reason = "a benchmark is a program")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark that cannot go on stops"
)]

#[path = "../tests/suite/support/large.rs"]
mod large;
mod made;
mod shown;

use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, vec2};
use hashiya::command::{Args, LinkedScroll, Selection};
use hashiya::model::{Id, Project, Span};
use hashiya::ui::paint::cpu::Offscreen;

use shown::{SIZE, Shown, Times, wanted, wheel, workbench};

/// Frames that belong to one key or command.
const FRAMES_OF_ONE: usize = 3;
/// How often something is done.
const ROUNDS: usize = 40;
/// How many windows are opened to see something for the first time.
const WINDOWS: usize = 5;

fn key(key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    vec![event(true), event(false)]
}

fn letter(letter: &str) -> Vec<Event> {
    vec![Event::Text(letter.to_owned())]
}

/// The dearest frame of something that is done and what follows it.
fn dearest(shown: &mut Shown, deed: impl FnOnce(&mut Shown), events: Vec<Event>) -> Duration {
    let begun = Instant::now();
    deed(shown);
    shown.frame(events);
    let mut worst = begun.elapsed();
    for _ in 1..FRAMES_OF_ONE {
        let begun = Instant::now();
        shown.frame(Vec::new());
        worst = worst.max(begun.elapsed());
    }
    worst
}

fn rounds(
    shown: &mut Shown,
    what: &str,
    empty: &Times,
    mut round: impl FnMut(&mut Shown, usize) -> Duration,
) {
    let times = (0..ROUNDS).map(|index| round(shown, index)).collect();
    Times::sorted(times).print(&format!("{}: {what}", shown.name), empty);
}

/// A command that opens a dialog, the letters typed there, and the way out.
struct Opened {
    command: &'static str,
    letters: &'static [&'static str],
}

impl Opened {
    fn leave(shown: &mut Shown) {
        for _ in 0..2 {
            shown.frame(key(Key::Escape));
            shown.frame(Vec::new());
        }
    }

    /// Opened first, opened again, opened after a change, and a letter typed.
    fn measure(&self, name: &str, project: &dyn Fn() -> Project, empty: &Times) {
        if !wanted(name) {
            return;
        }
        let mut first = Vec::new();
        let mut typed: Vec<Vec<Duration>> = vec![Vec::new(); self.letters.len()];
        let mut last = None;
        for _ in 0..WINDOWS {
            let mut shown = Shown::new(name, workbench(project()));
            prepare(&mut shown);
            let closed = shown.window.shapes().len();
            first.push(dearest(&mut shown, |shown| shown.run(self.command), vec![]));
            assert!(shown.window.shapes().len() > closed + 5, "{name} is open");
            for (letters, times) in self.letters.iter().zip(&mut typed) {
                times.push(dearest(&mut shown, |_| {}, letter(letters)));
                shown.frame(key(Key::Backspace));
                shown.frame(Vec::new());
            }
            Self::leave(&mut shown);
            last = Some(shown);
        }
        Times::sorted(first).print(&format!("{name}: opened first"), empty);
        for (letters, times) in self.letters.iter().zip(typed) {
            Times::sorted(times).print(&format!("{name}: {letters} typed first"), empty);
        }
        let mut shown = last.expect("a window");
        rounds(&mut shown, "opened again", empty, |shown, _| {
            let time = dearest(shown, |shown| shown.run(self.command), vec![]);
            Self::leave(shown);
            time
        });
        rounds(&mut shown, "opened after a mark", empty, |shown, index| {
            mark(shown, index);
            shown.frame(Vec::new());
            prepare(shown);
            let time = dearest(shown, |shown| shown.run(self.command), vec![]);
            Self::leave(shown);
            time
        });
        shown.run(self.command);
        shown.frame(Vec::new());
        shown.frame(Vec::new());
        if !self.letters.is_empty() {
            rounds(&mut shown, "a letter typed", empty, |shown, index| {
                let typed = self.letters[index % self.letters.len()];
                let time = dearest(shown, |_| {}, letter(typed));
                shown.frame(key(Key::Backspace));
                shown.frame(Vec::new());
                time
            });
        }
    }
}

/// A word is chosen, and a mark of it if there is one.
fn prepare(shown: &mut Shown) {
    let reader = shown.reader();
    let wb = shown.app.workbench_mut();
    let mark = wb
        .project()
        .annotations()
        .nth(3)
        .map(|mark| mark.id.clone());
    match mark {
        Some(mark) => wb.go_to_mark(&mark),
        None => wb.select(reader, Selection::over(Span::new(0, 8))),
    }
    shown.frame(Vec::new());
    shown.frame(Vec::new());
}

fn mark(shown: &mut Shown, index: usize) {
    let reader = shown.reader();
    let length = shown
        .app
        .workbench()
        .active_document()
        .expect("one")
        .text
        .len();
    let wb = shown.app.workbench_mut();
    let byte = (index * 104_729) % length.saturating_sub(20).max(1);
    wb.select(reader, Selection::over(Span::new(byte, byte + 8)));
    wb.run("annotation.tag", &Args::Id(Id::new("weapon")));
}

fn relations(name: &str, empty: &Times) {
    if !wanted(name) {
        return;
    }
    let mut shown = Shown::new(name, workbench(made::related(2_000)));
    shown.run("view.relations-always");
    shown.time("idle", empty, |shown, _| shown.frame(Vec::new()));
    shown.time("scrolled", empty, |shown, index| {
        let by = if index % 80 < 40 { -30.0 } else { 30.0 };
        shown.frame(wheel(by));
    });
    prepare(&mut shown);
    shown.time("idle, handles shown", empty, |shown, _| {
        shown.frame(Vec::new());
    });
    shown.time("pointer over the arcs", empty, |shown, index| {
        let at = egui::pos2(500.0 + (index % 40) as f32 * 10.0, 200.0 + index as f32);
        shown.frame(vec![Event::PointerMoved(at)]);
    });
    shown.time("a mark chosen", empty, |shown, index| {
        let wb = shown.app.workbench_mut();
        let mark = wb
            .project()
            .annotations()
            .nth(index % 60)
            .expect("one")
            .id
            .clone();
        wb.choose_mark(Some(mark));
        shown.frame(Vec::new());
    });
    shown.run("view.relations-chosen");
    shown.time("only those of the chosen mark", empty, |shown, _| {
        shown.frame(Vec::new());
    });
}

fn linked(name: &str, empty: &Times) {
    if !wanted(name) {
        return;
    }
    let mut wb = workbench(made::pair(10_000_000, 10_000));
    wb.run_suggestions_now();
    let mut shown = Shown::new(name, wb);
    assert_eq!(shown.app.workbench().readers().len(), 2);
    for how in ["position", "paragraph", "entity"] {
        let mut times = vec![dearest(
            &mut shown,
            |shown| shown.run(&format!("view.link-{how}")),
            Vec::new(),
        )];
        Times::sorted(std::mem::take(&mut times)).print(&format!("{name}: {how}, linked"), empty);
        shown.time(&format!("{how}, scrolled"), empty, |shown, _| {
            shown.frame(wheel(-90.0));
        });
        shown.time(&format!("{how}, page by page"), empty, |shown, _| {
            shown.frame(wheel(-800.0));
        });
        rounds(
            &mut shown,
            &format!("{how}, jump"),
            empty,
            |shown, index| {
                let byte = (index * 7_919_993) % shown.length;
                let jump = |shown: &mut Shown| {
                    let reader = shown.reader();
                    let wb = shown.app.workbench_mut();
                    wb.reveal(reader, Span::new(byte, byte));
                };
                dearest(shown, jump, Vec::new())
            },
        );
        rounds(
            &mut shown,
            &format!("{how}, marked"),
            empty,
            |shown, index| {
                let time = dearest(shown, |shown| mark(shown, index), wheel(-30.0));
                let link = shown.app.workbench().look().link;
                assert_ne!(link, LinkedScroll::Off, "still linked");
                time
            },
        );
    }
}

fn layers(name: &str, bytes: usize, empty: &Times) {
    if !wanted(name) {
        return;
    }
    let mut shown = Shown::new(name, workbench(made::layers(bytes, 10_000)));
    let times = vec![dearest(
        &mut shown,
        |shown| shown.run("layers.compare"),
        Vec::new(),
    )];
    Times::sorted(times).print(&format!("{name}: compared first"), empty);
    let rows = shown
        .app
        .workbench()
        .comparison()
        .expect("compared")
        .rows
        .len();
    println!("{rows} places");
    shown.time("scrolled", empty, |shown, _| shown.frame(wheel(-90.0)));
    for (what, command) in [
        ("next difference", "layers.next"),
        ("settled: first", "layers.take-first"),
        ("settled: both", "layers.take-both"),
        ("settled: neither", "layers.take-neither"),
        ("taken back", "edit.undo"),
    ] {
        rounds(&mut shown, what, empty, |shown, _| {
            dearest(shown, |shown| shown.run(command), Vec::new())
        });
    }
    let times = vec![dearest(
        &mut shown,
        |shown| shown.run("layers.take-agreed"),
        Vec::new(),
    )];
    Times::sorted(times).print(&format!("{name}: all agreed ones taken"), empty);
}

fn main() {
    println!(
        "{:<44} {:>8} {:>8} {:>8}   {:>7}",
        "dearest frame, 1400 x 900 points, ms", "median", "p95", "worst", "x empty"
    );
    let mut window = Offscreen::new(SIZE, 1.0);
    let empty = &Times::of(|_| {
        window.frame(Vec::new(), |ui| {
            ui.allocate_space(vec2(1.0, 1.0));
        });
    });
    empty.print("an empty egui window", empty);
    relations("2,000 relations", empty);
    linked("two readers of 10 MB", empty);
    layers("1 MB, two layers of 10,000 marks", 1_000_000, empty);
    layers("10 MB, two layers of 10,000 marks", 10_000_000, empty);
    for (name, command, letters, project) in rows() {
        Opened { command, letters }.measure(name, project, empty);
    }
}

type Row = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static dyn Fn() -> Project,
);

/// The dialogs: what is printed, the command, what is typed, the project.
fn rows() -> [Row; 7] {
    const LETTERS: &[&str] = &["م", "ق", "a", "ع", "t"];
    [
        ("1,000 tags, picker", "annotation.tag", LETTERS, &|| {
            made::codebook(1_000)
        }),
        ("1,000 tags, codebook", "codebook.show", LETTERS, &|| {
            made::codebook(1_000)
        }),
        ("10,000 documents, palette", "go.palette", LETTERS, &|| {
            large::library(10_000)
        }),
        ("10,000 entities, palette", "go.palette", LETTERS, &|| {
            made::entities(10_000)
        }),
        ("10,000 entities, link", "entity.link", LETTERS, &|| {
            made::entities(10_000)
        }),
        ("10,000 entities, merge", "entity.merge", LETTERS, &|| {
            made::entities(10_000)
        }),
        (
            "10,000 entities, duplicates",
            "entity.duplicates",
            &[],
            &|| made::entities(10_000),
        ),
    ]
}
