//! A window that is measured frame by frame, and the rows that are printed.

use std::time::{Duration, Instant};

use egui::{Event, Modifiers, MouseWheelUnit, TouchPhase, Vec2, pos2, vec2};
use hashiya::command::{Args, FixedSurroundings, ReaderId, Workbench};
use hashiya::model::{History, Project};
use hashiya::store::{Places, Settings};
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

pub(crate) const SIZE: Vec2 = vec2(1400.0, 900.0);
pub(crate) const FRAMES: usize = 240;

/// Times of frames, sorted.
pub(crate) struct Times(pub(crate) Vec<Duration>);

impl Times {
    pub(crate) fn of(mut frame: impl FnMut(usize)) -> Self {
        let times: Vec<Duration> = (0..FRAMES)
            .map(|index| {
                let start = Instant::now();
                frame(index);
                start.elapsed()
            })
            .collect();
        Self::sorted(times)
    }

    pub(crate) fn sorted(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    pub(crate) fn at(&self, part: f64) -> f64 {
        let index = ((self.0.len() - 1) as f64 * part).round() as usize;
        self.0[index].as_secs_f64() * 1e3
    }

    pub(crate) fn print(&self, name: &str, baseline: &Self) {
        println!(
            "{name:<44} {:>8.3} {:>8.3} {:>8.3}   {:>7.1}",
            self.at(0.5),
            self.at(0.95),
            self.at(1.0),
            self.at(0.5) / baseline.at(0.5),
        );
    }
}

pub(crate) fn wheel(by: f32) -> Vec<Event> {
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

pub(crate) fn workbench(project: Project) -> Workbench {
    workbench_in(project, None)
}

pub(crate) fn workbench_in(project: Project, places: Option<Places>) -> Workbench {
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        places,
        Box::new(FixedSurroundings::new()),
    )
}

/// Whether this was asked for.
pub(crate) fn wanted(name: &str) -> bool {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    words.iter().all(|word| name.contains(word.as_str()))
}

/// A window with its workbench.
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) window: Offscreen,
    pub(crate) app: App,
    pub(crate) length: usize,
}

impl Shown {
    pub(crate) fn new(name: &str, wb: Workbench) -> Self {
        let length = wb
            .active_document()
            .map_or(0, |document| document.text.len());
        let start = Instant::now();
        let mut window = Offscreen::new(SIZE, 1.0);
        let mut app = App::new(window.ctx(), wb);
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
        let first = start.elapsed().as_secs_f64() * 1e3;
        println!("{:<44} {first:>8.1}", format!("{name}: first frame"));
        let mut shown = Self {
            name: name.to_owned(),
            window,
            app,
            length,
        };
        // What is gathered piece by piece after the start is there.
        for _ in 0..120 {
            shown.frame(Vec::new());
        }
        shown
    }

    pub(crate) fn frame(&mut self, events: Vec<Event>) {
        let app = &mut self.app;
        self.window.frame(events, |ui| app.frame_ui(ui));
    }

    pub(crate) fn reader(&self) -> ReaderId {
        self.app.workbench().active_reader().expect("a reader").id
    }

    pub(crate) fn run(&mut self, command: &str) {
        self.app.workbench_mut().run(command, &Args::None);
    }

    pub(crate) fn time(
        &mut self,
        what: &str,
        empty: &Times,
        mut frame: impl FnMut(&mut Self, usize),
    ) {
        let times = Times::of(|index| frame(self, index));
        times.print(&format!("{}: {what}", self.name), empty);
    }
}
