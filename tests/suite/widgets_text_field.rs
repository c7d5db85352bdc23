//! The text field with a keyboard and a mouse.

use egui::{Event, ImeEvent, Key, Modifiers, Pos2, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use hashiya::ui::theme::{Theme, ThemeKind, UiDirection};
use hashiya::ui::widgets::TextField;

use super::support::pictures::{self, CpuRenderer};

#[derive(Default)]
struct Form {
    text: String,
    multiline: bool,
    rtl: bool,
    submitted: usize,
    changed: usize,
    selection: String,
    caret_x: f32,
}

fn form(text: &str, multiline: bool) -> (Harness<'static, Form>, CpuRenderer) {
    let renderer = CpuRenderer::default();
    let mut harness = Harness::builder()
        .with_size(vec2(320.0, 160.0))
        .with_step_dt(1.0 / 60.0)
        .renderer(renderer.clone())
        .build_ui_state(
            |ui, form: &mut Form| {
                let direction = if form.rtl {
                    UiDirection::RightToLeft
                } else {
                    UiDirection::LeftToRight
                };
                Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
                let mut field = TextField::new("it", "Note", &mut form.text)
                    .placeholder("Write…")
                    .width(300.0);
                if form.multiline {
                    field = field.multiline(3);
                }
                let answer = field.show(ui);
                form.submitted += usize::from(answer.submitted);
                form.changed += usize::from(answer.response.changed());
                form.caret_x = answer.caret_rect.left();
                let span = answer.selection;
                form.selection = form.text[span.start..span.end].to_owned();
            },
            Form {
                text: text.to_owned(),
                multiline,
                ..Form::default()
            },
        );
    let role = if multiline {
        Role::MultilineTextInput
    } else {
        Role::TextInput
    };
    harness.get_by_role_and_label(role, "Note").focus();
    harness.run();
    (harness, renderer)
}

fn type_in(harness: &mut Harness<'_, Form>, text: &str) {
    for c in text.chars() {
        harness.event(Event::Text(c.to_string()));
        harness.run();
    }
}

fn press(harness: &mut Harness<'_, Form>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn press_with(harness: &mut Harness<'_, Form>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

#[test]
fn r18_typed_arabic_and_mixed_text_stands_in_the_text_in_logical_order() {
    let (mut harness, renderer) = form("", false);
    let text = "قال John (SDF) في 2019؟";
    type_in(&mut harness, text);
    assert_eq!(harness.state().text, text);
    assert_eq!(harness.state().changed, text.chars().count());
    pictures::keep("field-mixed", &renderer.image(&harness));
    // The content makes the field right-to-left: the caret stands at the left
    // end of the text, which is at the right side of the field.
    assert!(
        harness.state().caret_x > 100.0,
        "{}",
        harness.state().caret_x
    );
    assert_eq!(
        harness.get_by_role(Role::TextInput).value().as_deref(),
        Some(text)
    );
}

#[test]
fn r18_direction_follows_the_first_letter_while_typing() {
    let (mut harness, _) = form("", false);
    let empty = harness.state().caret_x;
    assert!(
        empty < 30.0,
        "an empty field of an English window begins at the left"
    );
    type_in(&mut harness, "س");
    assert!(harness.state().caret_x > 250.0);
    press(&mut harness, Key::Backspace);
    assert!(harness.state().caret_x < 30.0);
    harness.state_mut().rtl = true;
    harness.run();
    assert!(
        harness.state().caret_x > 250.0,
        "in an Arabic window at the right"
    );
}

#[test]
fn arrows_walk_over_the_page() {
    let (mut harness, _) = form("ab سلام cd", false);
    // An LTR line: from the far left, every press of Right moves right.
    press(&mut harness, Key::Home);
    let mut places = vec![harness.state().caret_x];
    for _ in 0..10 {
        press(&mut harness, Key::ArrowRight);
        places.push(harness.state().caret_x);
    }
    let mut sorted = places.clone();
    sorted.sort_by(f32::total_cmp);
    assert_eq!(places, sorted);
    sorted.dedup();
    assert_eq!(sorted.len(), 11, "{places:?}");
    press(&mut harness, Key::ArrowLeft);
    assert!((harness.state().caret_x - places[9]).abs() < 0.01);
}

#[test]
fn home_and_end_are_the_logical_ends_of_the_line() {
    let (mut harness, _) = form("سلام عالم", false);
    press(&mut harness, Key::Home);
    let start = harness.state().caret_x;
    press(&mut harness, Key::End);
    assert!(harness.state().caret_x < start);
    type_in(&mut harness, "!");
    press(&mut harness, Key::Home);
    type_in(&mut harness, "«");
    assert_eq!(harness.state().text, "«سلام عالم!");
}

#[test]
fn shift_selects_across_a_change_of_direction() {
    let (mut harness, renderer) = form("قوات SDF في", false);
    press(&mut harness, Key::Home);
    for expected in ["ق", "قو", "قوا", "قوات", "قوات "] {
        press_with(&mut harness, Modifiers::SHIFT, Key::ArrowLeft);
        assert_eq!(harness.state().selection, expected);
    }
    press_with(
        &mut harness,
        Modifiers::SHIFT | Modifiers::CTRL,
        Key::ArrowLeft,
    );
    assert_eq!(harness.state().selection, "قوات SDF");
    pictures::keep("field-selection", &renderer.image(&harness));
    type_in(&mut harness, "ما");
    assert_eq!(harness.state().text, "ما في");
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(harness.state().text.starts_with("قوات SDF"));
    press_with(&mut harness, Modifiers::COMMAND, Key::Y);
    assert!(harness.state().text.starts_with('م'));
}

#[test]
fn a_selection_collapses_to_the_side_of_the_arrow() {
    let (mut harness, _) = form("سلام", false);
    press_with(&mut harness, Modifiers::COMMAND, Key::A);
    assert_eq!(harness.state().selection, "سلام");
    press(&mut harness, Key::ArrowRight);
    type_in(&mut harness, "1");
    assert_eq!(harness.state().text, "1سلام");
    press_with(&mut harness, Modifiers::COMMAND, Key::A);
    press(&mut harness, Key::ArrowLeft);
    type_in(&mut harness, "2");
    assert_eq!(harness.state().text, "1سلام2");
}

#[test]
fn clipboard() {
    let (mut harness, _) = form("قال John", false);
    press_with(&mut harness, Modifiers::COMMAND, Key::A);
    harness.event(Event::Cut);
    harness.step();
    let copied: Vec<_> = harness.output().platform_output.commands.clone();
    assert!(
        copied.iter().any(|command| matches!(command,
            egui::OutputCommand::CopyText(text) if text == "قال John")),
        "{copied:?}"
    );
    harness.run();
    assert_eq!(harness.state().text, "");
    harness.event(Event::Paste("سطر\r\nآخر\n".to_owned()));
    harness.run();
    assert_eq!(harness.state().text, "سطر آخر");
}

#[test]
fn enter_submits_one_line_and_breaks_many() {
    let (mut harness, _) = form("", false);
    type_in(&mut harness, "x");
    press(&mut harness, Key::Enter);
    assert_eq!(
        (harness.state().submitted, harness.state().text.as_str()),
        (1, "x")
    );
    let (mut harness, renderer) = form("", true);
    type_in(&mut harness, "قتلت في 12 أكتوبر");
    press(&mut harness, Key::Enter);
    let below = harness.state().caret_x;
    assert!(below > 250.0, "an empty line goes on at the right: {below}");
    type_in(&mut harness, "see the source (2)");
    assert_eq!(
        harness.state().text,
        "قتلت في 12 أكتوبر\nsee the source (2)"
    );
    press_with(&mut harness, Modifiers::SHIFT, Key::ArrowUp);
    pictures::keep("field-multiline", &renderer.image(&harness));
    assert!(harness.state().selection.contains('\n'));
    press_with(&mut harness, Modifiers::COMMAND, Key::Home);
    press(&mut harness, Key::ArrowRight);
    type_in(&mut harness, "x");
    assert!(
        harness.state().text.starts_with('x'),
        "nothing lies right of the start"
    );
}

#[test]
fn the_mouse_places_selects_and_selects_words() {
    let (mut harness, _) = form("قال المتحدث الرسمي", false);
    press(&mut harness, Key::Home);
    let start = harness.state().caret_x;
    let y = 20.0;
    let at = |x: f32| Pos2::new(x, y);
    harness.drag_at(at(start + 3.0));
    harness.run();
    harness.hover_at(at(start - 60.0));
    harness.run();
    harness.drop_at(at(start - 60.0));
    harness.run();
    let dragged = harness.state().selection.clone();
    assert!(
        harness.state().text.starts_with(&dragged) && dragged.chars().count() > 3,
        "{dragged:?}"
    );
    for _ in 0..2 {
        harness.drag_at(at(start - 50.0));
        harness.drop_at(at(start - 50.0));
    }
    harness.run();
    assert_eq!(harness.state().selection, "المتحدث");
}

#[test]
fn an_input_method_composes_before_it_commits() {
    let (mut harness, renderer) = form("قال ", false);
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit {
            text: text.to_owned(),
            active_range_chars: None,
        })
    };
    harness.event(preedit("سلا"));
    harness.run();
    assert_eq!(
        harness.state().text,
        "قال ",
        "what is composed is not text yet"
    );
    pictures::keep("field-composing", &renderer.image(&harness));
    assert!(harness.output().platform_output.ime.is_some());
    harness.event(preedit(""));
    harness.event(Event::Ime(ImeEvent::Commit("سلام".to_owned())));
    harness.run();
    assert_eq!(harness.state().text, "قال سلام");
}

#[test]
fn r23_the_caret_stops_at_every_quote_and_bracket() {
    let text = "قال: «نعم (جدا)» ثم \"لا\".";
    let (mut harness, _) = form(text, false);
    press(&mut harness, Key::Home);
    let mut last = harness.state().caret_x;
    for step in 0..text.chars().count() {
        press(&mut harness, Key::ArrowLeft);
        let now = harness.state().caret_x;
        assert!(now < last, "no step at character {step}: {last} then {now}");
        last = now;
    }
}

#[test]
fn a_screen_reader_sets_the_value() {
    let (mut harness, _) = form("x", false);
    harness
        .get_by_role(Role::TextInput)
        .set_text_value_accesskit("سلام");
    harness.run();
    assert_eq!(harness.state().text, "سلام");
}

#[test]
fn long_text_scrolls_so_that_the_caret_is_seen() {
    for text in [
        "قال المتحدث الرسمي باسم التحالف الدولي لمكافحة تنظيم داعش إنهم سيواصلون شراكتهم",
        "a rather long sentence in English that cannot fit in the field at all",
    ] {
        let (mut harness, _) = form(text, false);
        for key in [Key::Home, Key::End, Key::Home] {
            press(&mut harness, key);
            let x = harness.state().caret_x;
            assert!((8.0..312.0).contains(&x), "{key:?} of {text:?} at {x}");
        }
    }
}
