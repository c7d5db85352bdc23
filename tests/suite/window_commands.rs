//! Every command of the table, in any order, on anything.

use egui::{Event, Key, Modifiers, PointerButton, pos2, vec2};
use hashiya::command::table::commands;
use hashiya::command::{Args, Selection, TagChange, Workbench};
use hashiya::model::{Id, Span};
use proptest::prelude::*;

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
fn run_all_small(size: egui::Vec2) {
    let mut window = sample();
    window.select_words("واشنطن");
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
    run_all_small(vec2(320.0, 240.0));
}

#[test]
fn every_command_runs_in_a_window_of_a_few_points() {
    run_all_small(vec2(60.0, 40.0));
}

/// One thing a hand does.
#[derive(Clone, Debug)]
enum Deed {
    Command(usize, usize),
    Select(usize, usize),
    Key(usize, u8),
    Click(f32, f32, bool),
    Drag(f32, f32, f32, f32),
    Wheel(f32, f32, f32),
    Type(String),
    Size(f32, f32),
}

const KEYS: [Key; 22] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::Delete,
    Key::Backspace,
    Key::P,
    Key::L,
    Key::Q,
    Key::Num3,
    Key::Z,
    Key::F10,
    Key::F6,
    Key::F8,
    Key::J,
];

fn deed() -> impl Strategy<Value = Deed> {
    let (x, y) = (0.0_f32..1440.0, 0.0_f32..900.0);
    prop_oneof![
        4 => (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Deed::Command(a, b)),
        3 => (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Deed::Select(a, b)),
        4 => (any::<usize>(), 0_u8..8).prop_map(|(key, modifiers)| Deed::Key(key, modifiers)),
        3 => (x.clone(), y.clone(), any::<bool>()).prop_map(|(x, y, b)| Deed::Click(x, y, b)),
        2 => (x.clone(), y.clone(), x.clone(), y.clone())
            .prop_map(|(a, b, c, d)| Deed::Drag(a, b, c, d)),
        1 => (x, y, -900.0_f32..900.0).prop_map(|(x, y, by)| Deed::Wheel(x, y, by)),
        1 => "[\\p{Arabic}a-z0-9 ()«»]{0,12}".prop_map(Deed::Type),
        1 => (320.0_f32..1600.0, 240.0_f32..1000.0).prop_map(|(w, h)| Deed::Size(w, h)),
    ]
}

fn perform(window: &mut Window, deed: &Deed) {
    match deed {
        Deed::Command(which, args) => {
            let ids: Vec<&str> = commands().map(|command| command.id).collect();
            let arguments = arguments();
            let args = arguments[args % arguments.len()].clone();
            window.wb_mut().run(ids[which % ids.len()], &args);
        }
        Deed::Select(a, b) => {
            let found = window.wb().active_reader().map(|reader| reader.id);
            if let Some(reader) = found
                && let Some(length) = window.wb().active_document().map(|d| d.text.len())
            {
                let span = Span::new(a % (length + 1), b % (length + 1));
                window.wb_mut().select(reader, Selection::over(span));
            }
        }
        Deed::Key(key, bits) => {
            let mut modifiers = Modifiers::NONE;
            modifiers.shift = bits & 1 != 0;
            modifiers.alt = bits & 2 != 0;
            modifiers.command = bits & 4 != 0;
            modifiers.ctrl = modifiers.command;
            let key = KEYS[key % KEYS.len()];
            let event = |pressed| Event::Key {
                key,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers,
            };
            window.frame(vec![
                Event::ModifiersChanged(modifiers),
                event(true),
                event(false),
                Event::ModifiersChanged(Modifiers::NONE),
            ]);
        }
        Deed::Click(x, y, secondary) => {
            let button = |pressed| Event::PointerButton {
                pos: pos2(*x, *y),
                button: if *secondary {
                    PointerButton::Secondary
                } else {
                    PointerButton::Primary
                },
                pressed,
                modifiers: Modifiers::NONE,
            };
            window.frame(vec![Event::PointerMoved(pos2(*x, *y)), button(true)]);
            window.frame(vec![button(false)]);
        }
        Deed::Drag(a, b, c, d) => window.drag(pos2(*a, *b), pos2(*c, *d)),
        Deed::Wheel(x, y, by) => window.frame(vec![
            Event::PointerMoved(pos2(*x, *y)),
            Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: vec2(0.0, *by),
                modifiers: Modifiers::NONE,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
            },
        ]),
        Deed::Type(text) => window.frame(vec![Event::Text(text.clone())]),
        Deed::Size(width, height) => {
            window.harness.set_size(vec2(*width, *height));
        }
    }
    window.frame(Vec::new());
}

/// Every mark lies on letters of its document, and undo leads back to the
/// beginning.
fn check(mut window: Window, texts: &[(Id, String)]) {
    for (id, text) in texts {
        let project = window.wb().project();
        if let Some(document) = project.document(id) {
            assert_eq!(*document.text, **text, "texts never change");
            for mark in project.annotations_of(id) {
                assert!(mark.spans.iter().all(|span| span.of(text).is_some()));
            }
        }
    }
    while window.wb_mut().run("edit.undo", &Args::None) {}
    window.frame(Vec::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_hand_does_breaks_nothing(deeds in prop::collection::vec(deed(), 1..40)) {
        let mut window = sample();
        let texts: Vec<(Id, String)> = window
            .wb()
            .project()
            .documents()
            .map(|document| (document.id.clone(), document.text.to_string()))
            .collect();
        let before: Vec<_> = window.wb().project().annotations().cloned().collect();
        for deed in &deeds {
            perform(&mut window, deed);
        }
        while window.wb_mut().run("edit.undo", &Args::None) {}
        let after: Vec<_> = window.wb().project().annotations().cloned().collect();
        prop_assert!(before == after, "undo leads back to the beginning: {:?}", window.notices);
        check(window, &texts);
    }
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
