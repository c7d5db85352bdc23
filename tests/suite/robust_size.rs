//! Large documents: reading, jumping and marking in them does what it does in
//! small ones. What it costs is measured in `benches/frame.rs`.

use egui::vec2;
use hashiya::command::{Args, Selection, Workbench};
use hashiya::model::{Id, Span};
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;

use super::robust_documents::workbench;
use super::support::large;

/// Reads on at eight places and marks at eight others, frame by frame.
fn read_and_mark(wb: Workbench) {
    let text = wb.active_document().unwrap().text.clone();
    let document = wb.active_document().unwrap().id.clone();
    let before = wb.project().annotation_count(&document);
    let reader = wb.active_reader().unwrap().id;
    let mut window = Offscreen::new(vec2(1300.0, 800.0), 1.0);
    let mut app = App::new(window.ctx(), wb);
    for _ in 0..4 {
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    for index in 1..=8 {
        let byte = text.floor_char_boundary(index * (text.len() / 11));
        app.workbench_mut().reveal(reader, Span::new(byte, byte));
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    for index in 1..=8 {
        let start = text.floor_char_boundary(index * (text.len() / 13));
        let end = text.ceil_char_boundary(start + 9);
        let wb = app.workbench_mut();
        wb.select(reader, Selection::over(Span::new(start, end)));
        assert!(wb.run("annotation.tag", &Args::Id(Id::new("weapon"))));
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    let wb = app.workbench_mut();
    assert_eq!(wb.project().annotation_count(&document), before + 8);
    while wb.run("edit.undo", &Args::None) {}
    assert_eq!(wb.project().annotation_count(&document), before);
    window.frame(Vec::new(), |ui| app.frame_ui(ui));
}

/// Draws until everything that comes piece by piece is there.
fn settle(wb: Workbench) {
    let mut window = Offscreen::new(vec2(1300.0, 800.0), 1.0);
    let mut app = App::new(window.ctx(), wb);
    for _ in 0..40 {
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    let wb = app.workbench_mut();
    assert!(wb.registry().is_read());
    assert!(wb.active_document().is_some());
}

#[test]
fn megabytes_with_thousands_of_marks() {
    read_and_mark(workbench(large::project(large::text(3_000_000), 30_000)));
}

#[test]
fn one_line_of_megabytes_and_a_million_empty_lines() {
    let line = large::text(2_000_000).replace('\n', " ");
    for text in [line, "\n".repeat(1_000_000)] {
        read_and_mark(workbench(large::project(text, 2000)));
    }
}

#[test]
fn a_crowd_of_marks_in_one_paragraph_and_on_one_line() {
    let paragraph = large::text(60_000).replace('\n', " ");
    read_and_mark(workbench(large::crowded(&paragraph, 20_000, 60_000)));
    let text = large::text(20_000);
    read_and_mark(workbench(large::crowded(&text, 3000, 120)));
}

#[test]
fn ten_thousand_documents() {
    settle(workbench(large::library(10_000)));
}
