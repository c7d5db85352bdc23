//! The form of attributes, confidence, grades and notes in the window.

use egui::{Event, Key, Modifiers, Role};
use hashiya::command::Args;
use hashiya::model::{Annotation, Id};
use serde_json::json;

use super::support::values::with_marks;
use super::support::window::Window;

const TALL: [f32; 2] = [1440.0, 2000.0];

fn window(mark: &str) -> Window {
    let mut window = Window::of(with_marks(), TALL);
    window.wb_mut().go_to_mark(&Id::new(mark));
    window.rest();
    window
}

fn mark(window: &Window, id: &str) -> Annotation {
    window
        .wb()
        .project()
        .annotation(&Id::new(id))
        .unwrap()
        .clone()
}

fn type_in(window: &mut Window, words: &str) {
    for letter in words.chars() {
        window.frame(vec![Event::Text(letter.to_string())]);
    }
    window.rest();
}

#[test]
fn attributes_are_filled_in_by_mouse_and_keyboard() {
    let mut window = window("p1");
    assert!(window.sees("1 required answer is missing"));
    window.keep_picture("values-form");
    window.press(Role::RadioButton, "Victim");
    assert_eq!(mark(&window, "p1").attributes["role"], json!("victim"));
    assert!(!window.sees("1 required answer is missing"));
    // A press on the chosen one takes it back.
    window.press(Role::RadioButton, "Victim");
    assert!(!mark(&window, "p1").attributes.contains_key("role"));
    // Alt+A goes to what is missing; the space bar chooses.
    window.key(Modifiers::ALT, Key::A);
    window.plain_key(Key::Space);
    assert_eq!(mark(&window, "p1").attributes["role"], json!("speaker"));
    // Then to the next without an answer, which is a field.
    window.key(Modifiers::ALT, Key::A);
    type_in(&mut window, "٤٢");
    window.plain_key(Key::Enter);
    assert_eq!(mark(&window, "p1").attributes["age"], json!(42));
    window.key(Modifiers::ALT, Key::A);
    type_in(&mut window, "12 تشرين الأول 1977");
    window.plain_key(Key::Enter);
    assert_eq!(mark(&window, "p1").attributes["born"], json!("1977-10-12"));
    window.keep_picture("values-filled");
}

#[test]
fn an_answer_that_does_not_fit_stays_in_its_field_with_the_reason() {
    let mut window = window("p1");
    window.press(Role::RadioButton, "Official");
    window.key(Modifiers::ALT, Key::A);
    type_in(&mut window, "200");
    window.plain_key(Key::Enter);
    assert!(window.sees("the largest number allowed is 130."));
    assert!(!mark(&window, "p1").attributes.contains_key("age"));
    // It is there again after a look at another mark.
    window.wb_mut().go_to_mark(&Id::new("l1"));
    window.rest();
    window.wb_mut().go_to_mark(&Id::new("p1"));
    window.rest();
    assert!(window.sees("the largest number allowed is 130."));
    window.keep_picture("values-refused");
    window.key(Modifiers::ALT, Key::A);
    window.key(Modifiers::COMMAND, Key::A);
    type_in(&mut window, "20");
    window.plain_key(Key::Enter);
    assert_eq!(mark(&window, "p1").attributes["age"], json!(20));
    assert!(!window.sees("the largest number allowed is 130."));
}

#[test]
fn the_form_is_mirrored_in_arabic() {
    let mut window = window("p1");
    window.run("view.language-ar", Args::None);
    window.press(Role::RadioButton, "ضحية");
    assert_eq!(mark(&window, "p1").attributes["role"], json!("victim"));
    assert!(window.sees("على قيد الحياة"));
    window.run("view.theme-dark", Args::None);
    window.keep_picture("values-arabic-dark");
}

#[test]
fn grades_are_given_by_key_and_their_history_is_shown() {
    let mut window = window("p1");
    window.key(Modifiers::ALT, Key::G);
    window.keep_picture("grades-menu");
    window.press(Role::MenuItemCheckBox, "2 · Probably true");
    assert_eq!(mark(&window, "p1").grade.as_deref(), Some("2"));
    window.run("document.reliability-b", Args::None);
    assert!(window.sees("Source and information: B2"));
    window.run("annotation.grade-3", Args::None);
    let changed = window.wb().grade_history(&Id::new("p1"));
    assert_eq!(changed.len(), 2);
    let seen = |window: &Window, from: &str, to: &str| {
        let when = hashiya::command::local_time(changed[0].at).replace('\u{2069}', "");
        window.sees(&format!("{from} → {to} · Samira · {when}"))
    };
    assert!(seen(&window, "2", "3"));
    window.keep_picture("grades");
    // With no mark chosen the key asks for the source.
    window.plain_key(Key::Escape);
    window.wb_mut().choose_mark(None);
    window.rest();
    window.key(Modifiers::ALT, Key::G);
    window.press(Role::MenuItemCheckBox, "F · Reliability cannot be judged");
    let document = window.wb().active_document().unwrap();
    assert_eq!(document.reliability.as_ref().unwrap().grade, "F");
}

#[test]
fn confidence_is_chosen_or_typed() {
    let mut window = window("p1");
    window.run("annotation.confidence", Args::None);
    type_in(&mut window, "85");
    window.plain_key(Key::Enter);
    assert_eq!(mark(&window, "p1").confidence, Some(0.85));
    window.run("annotation.confidence-50", Args::None);
    assert!(window.sees("50% · half sure"));
}

#[test]
fn a_note_is_written_about_what_is_chosen_in_any_script() {
    let mut window = window("p1");
    window.key(Modifiers::ALT, Key::N);
    type_in(&mut window, "هل هو \u{200E}(Ahmed)\u{200E} نفسه؟");
    window.keep_picture("note-dialog");
    window.key(Modifiers::COMMAND, Key::Enter);
    let notes: Vec<_> = window.wb().project().notes().cloned().collect();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].annotation, Some(Id::new("p1")));
    assert_eq!(notes[0].text, "هل هو \u{200E}(Ahmed)\u{200E} نفسه؟");
    window.keep_picture("note-shown");
    window.press(Role::Button, "Delete note");
    assert_eq!(window.wb().project().counts().notes, 0);
}

#[test]
fn escape_keeps_what_was_written_in_a_note() {
    let mut window = window("p1");
    window.key(Modifiers::COMMAND, Key::M);
    type_in(&mut window, "يُراجع");
    window.plain_key(Key::Escape);
    window.rest();
    assert!(mark(&window, "p1").note.contains("يُراجع"));
}

#[test]
fn the_keyboard_stays_with_the_answers_when_sentences_come_and_go() {
    let mut window = window("p1");
    window.key(Modifiers::ALT, Key::A);
    // The sentence about what is missing goes: the chip keeps the keyboard.
    window.plain_key(Key::Space);
    assert!(!window.sees("1 required answer is missing"));
    window.plain_key(Key::Space);
    assert!(window.sees("1 required answer is missing"));
    window.plain_key(Key::Tab);
    window.plain_key(Key::Space);
    assert_eq!(mark(&window, "p1").attributes["role"], json!("victim"));
    // On to the field, and no letter marks anything on the page.
    for _ in 0..3 {
        window.plain_key(Key::Tab);
    }
    type_in(&mut window, "77");
    window.plain_key(Key::Tab);
    let after = mark(&window, "p1");
    assert_eq!(after.attributes["age"], json!(77));
    assert_eq!(after.tag.as_str(), "person");
}

#[test]
fn what_gets_the_keyboard_is_scrolled_into_sight() {
    let mut window = Window::of(with_marks(), [1024.0, 700.0]);
    window.wb_mut().go_to_mark(&Id::new("p1"));
    window.rest();
    window.key(Modifiers::ALT, Key::A);
    // From the first answer to the note, and back.
    for key in [Modifiers::NONE, Modifiers::SHIFT] {
        for _ in 0..16 {
            window.key(key, Key::Tab);
            window.rest();
            let focused = window.harness.ctx.memory(egui::Memory::focused);
            let Some(widget) = focused.and_then(|id| window.harness.ctx.read_response(id)) else {
                continue;
            };
            assert!(
                widget.rect.top() > 0.0 && widget.rect.bottom() < 700.0,
                "{:?}",
                widget.rect
            );
        }
    }
}
