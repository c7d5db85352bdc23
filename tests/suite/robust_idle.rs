//! A window in which nothing happens draws nothing; and what happens behind
//! it (the journal reaching the disk) wakes it.

use std::time::{Duration, Instant};

use egui::vec2;
use hashiya::command::{Args, FixedSurroundings, SavedState, Selection, Workbench};
use hashiya::model::{History, Id, Span};
use hashiya::store::{Places, Settings};
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

use super::robust_documents::workbench;
use super::support::large;

fn settle(window: &mut Offscreen, app: &mut App) {
    for _ in 0..6 {
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
}

#[test]
fn the_caret_blinks_for_a_while_and_then_nothing_is_drawn() {
    let mut window = Offscreen::new(vec2(1200.0, 800.0), 1.0);
    let wb = workbench(large::project(large::text(20_000), 100));
    let mut app = App::new(window.ctx(), wb);
    settle(&mut window, &mut app);
    let mut frames = 0;
    let mut waited = 0.0;
    // The window is drawn exactly when it asks to be, as by the system.
    while window.repaint_delay() < Duration::from_mins(1) {
        let delay = window.repaint_delay().as_secs_f64();
        window.wait((delay - 1.0 / 60.0).max(0.0));
        waited += delay.max(1.0 / 60.0);
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
        frames += 1;
        assert!(frames < 60, "{frames} frames in {waited} s");
    }
    assert!((8.0..16.0).contains(&waited), "blinked for {waited} s");
    assert!(frames >= 10, "it does blink: {frames}");
    for _ in 0..3 {
        window.wait(30.0);
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
        assert!(window.repaint_delay() > Duration::from_mins(1));
    }
}

#[test]
fn what_reaches_the_journal_is_shown_without_a_hand_on_the_mouse() {
    let home = tempfile::tempdir().unwrap();
    let places = Places::under(home.path());
    let wb = Workbench::new(
        large::project(large::text(20_000), 10),
        History::new(),
        Settings::default(),
        Some(places),
        Box::new(FixedSurroundings::new()),
    );
    let mut window = Offscreen::new(vec2(1200.0, 800.0), 1.0);
    let mut app = App::new(window.ctx(), wb);
    settle(&mut window, &mut app);
    let wb = app.workbench_mut();
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(Span::new(0, 6)));
    assert!(wb.run("annotation.tag", &Args::Id(Id::new("place"))));
    settle(&mut window, &mut app);
    let deadline = Instant::now() + Duration::from_secs(10);
    // A later change is reported by the journal's own thread.
    let wb = app.workbench_mut();
    wb.select(reader, Selection::over(Span::new(8, 14)));
    assert!(wb.run("annotation.tag", &Args::Id(Id::new("person"))));
    while !window.ctx().has_requested_repaint() {
        assert!(Instant::now() < deadline, "nobody woke the window");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(
        app.workbench()
            .session()
            .unwrap()
            .wait_until_durable(Duration::from_secs(10))
    );
    assert_eq!(app.workbench().saved_state(), SavedState::Journalled);
}
