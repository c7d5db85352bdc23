//! Hostile documents and windows: whatever a file holds and however small the
//! window is, every frame ends, soon, and without a panic.

use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, TouchPhase, pos2, vec2};
use hashiya::command::{Args, FixedSurroundings, PageFace, Selection, Workbench};
use hashiya::model::{History, Id, Project, Span};
use hashiya::store::Settings;
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

use super::support::large;

pub(super) fn workbench(project: Project) -> Workbench {
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    )
}

/// Frames take this long at most in a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(8);

fn hostile() -> Vec<(&'static str, String)> {
    let controls: String = (0..0x20_u8).map(char::from).collect();
    let all_bidi: String = "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{200E}\u{200F}\u{61C}".into();
    vec![
        ("nothing", String::new()),
        ("one newline", "\n".into()),
        ("NULs", "\0".repeat(5000)),
        ("controls", controls.repeat(300)),
        (
            "lone overrides",
            "\u{202E}abc\u{202E}قسد\u{202D}\n".repeat(200),
        ),
        (
            "deep embeddings",
            format!("{}نص{}", "\u{202B}".repeat(4000), "\u{202C}".repeat(3000)),
        ),
        ("first-strong isolates", "\u{2068}a".repeat(6000)),
        (
            "all bidi controls",
            format!("{all_bidi}سلام abc ").repeat(300),
        ),
        (
            "paragraph separators",
            "ا\u{2029}b\u{2029}\u{2029}".repeat(2000),
        ),
        (
            "odd newlines",
            "سطر\r\r\n\n\rline\u{85}\u{1C}\u{1D}\u{1E}\u{0B}\u{0C}\u{2028}".repeat(300),
        ),
        (
            "a flood of marks",
            format!("ا{}", "\u{64B}\u{651}".repeat(20_000)),
        ),
        ("marks alone", "\u{300}".repeat(9000)),
        (
            "mixed directions",
            "قال Reuters 12/3 إن AFP (COVID-19) «قسد» 50% - a@b.co ".repeat(400),
        ),
        (
            "emoji",
            "👨\u{200d}👩\u{200d}👧\u{200d}👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇸🇾👍🏽".repeat(800),
        ),
        ("one word without end", "كلمة".repeat(20_000)),
        ("no-break spaces", "كلمة\u{A0}".repeat(9000)),
        ("spaces", " ".repeat(60_000)),
        ("tabs", "\t".repeat(9000)),
        (
            "zero widths",
            "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}".repeat(3000),
        ),
        (
            "unassigned and private",
            "\u{E000}\u{10FFFF}\u{FFFE}\u{378}".repeat(2000),
        ),
        (
            "other scripts",
            "漢字かな한글 हिन्दी ไทย עברית ܣܘܪܝܝܐ Ελληνικά ".repeat(200),
        ),
        (
            "widest signs",
            "\u{FDFD}\u{12031}\u{1242B}\u{FDFA}".repeat(500),
        ),
        ("empty lines", "\n".repeat(100_000)),
        ("one long line", large::text(300_000).replace('\n', " ")),
    ]
}

/// What a hand does in a window, all within one frame each.
fn gestures(size: egui::Vec2) -> Vec<Vec<Event>> {
    let middle = pos2(size.x / 2.0, size.y / 2.0);
    let key = |key, modifiers| {
        vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }]
    };
    let wheel = |delta: f32| {
        vec![
            Event::PointerMoved(middle),
            Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, delta),
                phase: TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            },
        ]
    };
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let shift = Modifiers::SHIFT;
    let control = Modifiers::COMMAND | Modifiers::CTRL;
    vec![
        wheel(-400.0),
        wheel(-1e7),
        wheel(1e7),
        wheel(1e12),
        key(Key::End, control),
        key(Key::ArrowLeft, Modifiers::NONE),
        key(Key::ArrowRight, shift),
        key(Key::ArrowUp, Modifiers::NONE),
        key(Key::PageUp, shift),
        key(Key::ArrowUp, control),
        key(Key::Home, control),
        key(Key::ArrowDown, Modifiers::NONE),
        key(Key::PageDown, Modifiers::NONE),
        key(Key::ArrowDown, control),
        key(Key::ArrowLeft, control),
        vec![
            button(middle, true),
            Event::PointerMoved(pos2(-50.0, -300.0)),
            Event::PointerMoved(pos2(size.x + 500.0, size.y + 9000.0)),
            button(pos2(1.0, 1.0), false),
        ],
        vec![
            button(middle, true),
            button(middle, false),
            button(middle, true),
            button(middle, false),
            button(middle, true),
            button(middle, false),
        ],
        vec![],
    ]
}

fn work(name: &str, app: &mut App, window: &mut Offscreen, size: egui::Vec2) {
    for (step, events) in gestures(size).into_iter().enumerate() {
        let start = Instant::now();
        window.frame(events, |ui| app.frame_ui(ui));
        let took = start.elapsed();
        assert!(took < LONGEST, "{name}, step {step}: {took:?}");
    }
}

fn mark_here_and_there(wb: &mut Workbench) {
    let Some(text) = wb.active_document().map(|document| document.text.clone()) else {
        return;
    };
    let reader = wb.active_reader().unwrap().id;
    let ends = [0, 1, 7, text.len() / 2, text.len() / 2 + 9, text.len()];
    for pair in ends.windows(2) {
        wb.select(reader, Selection::over(Span::new(pair[0], pair[1])));
        wb.run("annotation.tag", &Args::Id(Id::new("place")));
    }
    wb.select(reader, Selection::over(Span::new(0, text.len())));
    wb.run("annotation.tag", &Args::Id(Id::new("claim")));
}

#[test]
fn hostile_documents_are_shown_scrolled_and_marked() {
    for (name, text) in hostile() {
        let mut wb = workbench(large::project(text, 40));
        mark_here_and_there(&mut wb);
        let size = vec2(1100.0, 700.0);
        let mut window = Offscreen::new(size, 1.0);
        let mut app = App::new(window.ctx(), wb);
        work(name, &mut app, &mut window, size);
    }
}

#[test]
fn windows_of_any_size_and_scale() {
    let text = format!(
        "{}\n{}",
        large::text(20_000),
        "قال Reuters إن «قسد» ".repeat(3000)
    );
    let project = large::project(text, 200);
    for (width, height) in [
        (1.0, 1.0),
        (3.0, 900.0),
        (900.0, 2.0),
        (120.0, 90.0),
        (4000.0, 60.0),
    ] {
        for scale in [0.5, 1.0, 1.25, 4.0] {
            let size = vec2(width, height);
            let mut window = Offscreen::new(size, scale);
            let mut app = App::new(window.ctx(), workbench(project.clone()));
            work(&format!("{size:?} at {scale}"), &mut app, &mut window, size);
        }
    }
}

#[test]
fn zoom_at_its_ends_in_both_faces() {
    let project = large::project(large::text(30_000), 300);
    let size = vec2(900.0, 500.0);
    for face in [PageFace::Naskh, PageFace::Amiri] {
        for command in ["view.zoom-in", "view.zoom-out"] {
            let mut window = Offscreen::new(size, 1.0);
            let mut app = App::new(window.ctx(), workbench(project.clone()));
            app.workbench_mut().look_mut().face = face;
            for _ in 0..60 {
                app.workbench_mut().run(command, &Args::None);
            }
            work(command, &mut app, &mut window, size);
        }
    }
}

/// A random walk of gestures in a random mixture of everything hostile.
#[test]
fn a_restless_hand_in_a_mixture_of_everything() {
    let mixture: String = hostile()
        .into_iter()
        .map(|(_, text)| text.chars().take(700).collect::<String>())
        .collect();
    let mut wb = workbench(large::project(mixture, 300));
    mark_here_and_there(&mut wb);
    let size = vec2(700.0, 500.0);
    let mut window = Offscreen::new(size, 1.5);
    let mut app = App::new(window.ctx(), wb);
    let all = gestures(size);
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..220 {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let events = all[(seed % all.len() as u64) as usize].clone();
        if seed.is_multiple_of(11) {
            app.workbench_mut().run("edit.undo", &Args::None);
        }
        if seed.is_multiple_of(7) {
            window.resize(vec2((seed % 900) as f32 + 1.0, (seed % 613) as f32 + 1.0));
        }
        window.frame(events, |ui| app.frame_ui(ui));
    }
}
