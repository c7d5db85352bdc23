//! Every command of the table, in any order, on anything.

use egui::{Key, vec2};
use hashiya::command::table::commands;
use hashiya::command::{Args, Selection, TagChange, Workbench};
use hashiya::model::{Id, Span};

use super::support::values::with_marks;
use super::support::window::{WIDE, Window, bench, sample};

/// Arguments of every kind, fitting or not.
fn arguments() -> Vec<Args> {
    vec![
        Args::None,
        Args::Id(Id::new("person")),
        Args::Id(Id::new("no such thing")),
        Args::Text("UTF-8".to_owned()),
        Args::Text(String::new()),
        Args::Paths(Vec::new()),
        Args::Tag(Id::new("person"), TagChange::Retired(true)),
        Args::Tag(Id::new("person"), TagChange::MergeInto(Id::new("group"))),
        Args::Tag(Id::new("gone"), TagChange::MergeInto(Id::new("gone"))),
    ]
}

/// Saving to no path at all would be answered by the file dialog.
fn run_all(mut window: Window) {
    let ids: Vec<&str> = commands().map(|command| command.id).collect();
    for id in ids {
        for args in arguments() {
            window.run(id, args);
            // Whatever dialog came goes again.
            window.plain_key(Key::Escape);
            window.plain_key(Key::Escape);
        }
    }
    assert!(!window.pages().is_empty() || window.wb().readers().is_empty());
}

#[test]
fn every_command_runs_on_the_sample() {
    run_all(sample());
}

#[test]
fn every_command_runs_on_an_empty_project() {
    run_all(Window::of(bench(&[], None), WIDE));
}

#[test]
fn every_command_runs_on_one_short_document() {
    let mut window = Window::of(bench(&[("a", "نص قصير (abc)")], None), WIDE);
    window.select_words("قصير");
    window.plain_key(Key::P);
    run_all(window);
}

/// Every command in windows smaller than they can be drawn, where the part
/// left for a list is less than nothing.
fn run_all_small(mut window: Window, size: egui::Vec2) {
    window.harness.set_size(size);
    let ids: Vec<&str> = commands().map(|command| command.id).collect();
    for id in ids {
        for args in [Args::None, Args::Id(Id::new("person"))] {
            window.run(id, args);
            window.frame(Vec::new());
            window.plain_key(Key::Escape);
            window.plain_key(Key::Escape);
        }
    }
}

#[test]
fn every_command_runs_in_a_small_window() {
    let mut window = sample();
    window.select_words("واشنطن");
    run_all_small(window, vec2(320.0, 240.0));
}

#[test]
fn every_command_runs_in_a_window_of_a_few_points() {
    let mut window = sample();
    window.select_words("واشنطن");
    run_all_small(window, vec2(60.0, 40.0));
}

#[test]
fn every_command_runs_on_a_mention_in_a_narrow_window() {
    let mut wb = with_marks();
    for id in ["p1", "p2", "l1"] {
        wb.go_to_mark(&Id::new(id));
        assert!(wb.run("entity.new", &Args::None));
    }
    // Narrower than what stands around a dialog.
    run_all_small(Window::of(wb, WIDE), vec2(18.0, 340.0));
}

#[test]
fn a_reader_is_never_opened_on_what_is_no_document() {
    let mut wb: Workbench = bench(&[("a", "نص قصير"), ("b", "آخر")], None);
    assert!(wb.run("view.reader-add", &Args::Id(Id::new("person"))));
    wb.show_document(&Id::new("nothing"));
    let project = wb.project();
    let shown = wb
        .readers()
        .iter()
        .map(|one| project.document(&one.document));
    assert!(shown.clone().count() == 3 && shown.flatten().count() == 3);
}

#[test]
fn closing_the_last_document_once_more_shows_nothing() {
    let mut wb: Workbench = bench(&[("a", "نص قصير")], None);
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(Span::new(0, 4)));
    for (id, args) in [
        ("annotation.tag", Args::Id(Id::new("person"))),
        ("file.close-document", Args::None),
        ("edit.undo", Args::None),
        ("edit.redo", Args::None),
    ] {
        assert!(wb.run(id, &args), "{id}");
    }
    assert!(wb.readers().is_empty() && wb.active_reader().is_none());
    assert!(wb.run("edit.undo", &Args::None));
    assert_eq!(wb.readers().len(), 1);
}

#[test]
fn the_last_document_comes_back_with_a_page() {
    let mut wb: Workbench = bench(&[("a", "نص قصير")], None);
    assert!(wb.run("file.close-document", &Args::None));
    assert!(wb.readers().is_empty());
    assert!(wb.run("edit.undo", &Args::None));
    assert_eq!(wb.readers().len(), 1);
    assert!(wb.active_document().is_some());
}

#[test]
fn a_workbench_without_a_window_runs_every_command_too() {
    let mut wb: Workbench = bench(&[("a", "نص قصير"), ("b", "")], None);
    for _ in 0..2 {
        for command in commands() {
            for args in arguments() {
                wb.run(command.id, &args);
                wb.take_requests();
            }
        }
    }
}
