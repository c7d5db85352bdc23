//! Copying with source and marks, the direction of a paragraph, the menu of a
//! page.

use egui::{Event, Key, Modifiers, Role};
use hashiya::command::{Args, Selection};
use hashiya::model::{ChosenDirection, Span};
use hashiya::text::{Affinity, paragraphs};

use super::support::window::{WIDE, Window, bench, on_text};

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

#[test]
fn r11_a_hundred_turns_of_a_paragraph_move_no_offset() {
    let text = "قالت SDF في 2019 إن \"قسد\" عادت.\nsecond (2) line";
    let mut window = on_text(text);
    let span = window.span_of("SDF في", 0);
    window.select(Selection::over(span));
    window.plain_key(Key::O);
    let marks = window.marks();
    let before = window.ends(span);
    window.select(Selection::over(span));
    for step in 0..100 {
        window.key(CTRL_SHIFT, Key::X);
        assert_eq!(window.text(), text);
        assert_eq!(window.marks(), marks, "step {step}");
        assert_eq!(window.selection().span(), span);
        let chosen = window
            .wb()
            .active_document()
            .unwrap()
            .paragraph_direction(0);
        let turned = step % 2 == 0;
        assert_eq!(chosen, turned.then_some(ChosenDirection::LeftToRight));
    }
    assert_eq!(window.ends(span), before, "painted where it was");
    window.select(Selection::over(span));
    window.key(CTRL_SHIFT, Key::X);
    assert_ne!(window.ends(span), before);
    let start = window.caret_at(0, Affinity::Downstream);
    assert!(
        start.left() < window.pages()[0].center().x,
        "begins at the left"
    );
    window.keep_picture("page-turned-paragraph");
    window.drag_over(span);
    assert_eq!(window.selected(), "SDF في");
    window.run("edit.undo", Args::None);
    assert_eq!(
        window.wb().active_document().unwrap().paragraph_directions,
        []
    );
    assert_eq!(window.ends(span), before, "undone");
}

#[test]
fn only_the_paragraphs_of_the_selection_are_turned() {
    let text = "أول\nثان\nthird\nرابع";
    let mut window = on_text(text);
    let spans = paragraphs(text);
    window.select(Selection::over(Span::new(2, spans[2].start + 2)));
    assert!(window.run("document.paragraph-rtl", Args::None));
    let document = window.wb().active_document().unwrap().clone();
    let starts: Vec<usize> = document
        .paragraph_directions
        .iter()
        .map(|chosen| chosen.start)
        .collect();
    assert_eq!(starts, [spans[0].start, spans[1].start, spans[2].start]);
    window.run("document.paragraph-auto", Args::None);
    assert_eq!(
        window.wb().active_document().unwrap().paragraph_directions,
        []
    );
    // The windows' keys, where they mean that.
    window
        .harness
        .ctx
        .set_os(egui::os::OperatingSystem::Windows);
    window.caret_at(spans[2].start, Affinity::Downstream);
    let press = |key, pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    window.frame(vec![press(Key::ControlRight, true)]);
    window.frame(vec![press(Key::ShiftRight, true)]);
    window.frame(vec![press(Key::ShiftRight, false)]);
    window.frame(vec![press(Key::ControlRight, false)]);
    window.rest();
    assert_eq!(
        window
            .wb()
            .active_document()
            .unwrap()
            .paragraph_direction(spans[2].start),
        Some(ChosenDirection::RightToLeft)
    );
}

#[test]
fn quotes_with_source_and_html_come_to_the_clipboard() {
    let text = "مقتل قيادي في الرقة\nقالت SDF إن القيادي قُتل في 12 أكتوبر.\nOne <b> & \"two\".";
    let mut window = Window::of(bench(&[("003.txt", text)], None), WIDE);
    window.select_words("القيادي");
    window.plain_key(Key::P);
    window.select_words("SDF إن القيادي قُتل");
    window.copied.clear();
    window.key(CTRL_SHIFT, Key::C);
    let quote = window.copied.pop().unwrap();
    assert!(
        quote.starts_with("\u{200F}«SDF إن القيادي قُتل»\n\u{200E}— "),
        "{quote:?}"
    );
    let plain = quote.replace(['\u{2068}', '\u{2069}'], "");
    assert!(
        plain.ends_with("مقتل قيادي في الرقة (003.txt), paragraph 2, characters 25–44"),
        "{plain}"
    );
    window.key(CTRL_SHIFT, Key::H);
    let html = window.copied.pop().unwrap();
    assert!(html.contains("<p dir=\"rtl\" lang=\"ar\""), "{html}");
    assert!(html.contains("data-tag=\"person\""), "{html}");
    assert!(html.contains(">القيادي</mark> قُتل</p>"), "{html}");
    window.key(CTRL, Key::A);
    window.key(CTRL_SHIFT, Key::H);
    let html = window.copied.pop().unwrap();
    assert_eq!(html.matches("<p ").count(), 3);
    assert!(
        html.contains("One &lt;b&gt; &amp; &quot;two&quot;."),
        "{html}"
    );
    // Nothing is copied where nothing is selected.
    window.select(Selection::caret(3));
    window.copied.clear();
    window.key(CTRL_SHIFT, Key::C);
    window.key(CTRL_SHIFT, Key::H);
    assert!(window.copied.is_empty());
}

#[test]
fn the_menu_of_a_page_fits_what_it_is_opened_on_and_opens_by_key() {
    let text = "قالت SDF إن أحمد عاد إلى دمشق.";
    let mut window = on_text(text);
    window.run("view.suggestions", Args::None);
    let place = window.span_of("عاد", 0);
    let point = window.on_letter(place.start + 2);
    // On nothing.
    window.pause();
    window.right_click(point);
    for row in ["Select all", "Find…", "Direction of the paragraph"] {
        assert!(window.sees(row), "{row} on nothing");
    }
    assert!(!window.sees("Copy as quote with source"));
    window.plain_key(Key::Escape);
    // On a selection.
    window.select_words("عاد");
    window.pause();
    window.right_click(point);
    for row in [
        "Copy",
        "Copy as quote with source",
        "Copy as HTML with marks",
        "Add to word list…",
        "Person",
    ] {
        assert!(window.sees(row), "{row} on a selection");
    }
    window.keep_picture("page-menu-selection");
    window.copied.clear();
    window.press(Role::MenuItem, "Copy as quote with source");
    assert!(window.copied[0].starts_with("«عاد»"), "{:?}", window.copied);
    // On a mark.
    window.select_words("دمشق");
    window.plain_key(Key::L);
    let city = window.span_of("دمشق", 0);
    let on_mark = window.on_letter(city.start + 2);
    window.pause();
    window.right_click(on_mark);
    for row in ["Edit note", "Remove mark", "Next mark"] {
        assert!(window.sees(row), "{row} on a mark");
    }
    window.plain_key(Key::Escape);
    // By the keyboard: the first row has it, Down and Enter choose.
    window.select_words("عاد");
    window.key(SHIFT, Key::F10);
    assert!(window.sees("Copy as quote with source"), "by Shift F10");
    assert!(!window.sees("Open…"), "the menu bar stays shut");
    window.keep_picture("page-menu-by-key");
    window.copied.clear();
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::Enter);
    assert!(window.copied[0].starts_with("«عاد»"), "{:?}", window.copied);
    window.plain_key(Key::Menu);
    assert!(window.sees("Copy as quote with source"), "by the menu key");
    window.plain_key(Key::Escape);
    assert!(!window.sees("Copy as quote with source"));
    // The page has the keyboard again.
    window.plain_key(Key::ArrowLeft);
    assert!(window.selection().is_empty());
}

#[test]
fn the_menu_on_a_suggestion_offers_what_can_be_said_to_it_also_in_arabic() {
    let text = "عادت قوات سوريا الديمقراطية إلى دمشق في 12 أكتوبر 2019.";
    let mut window = on_text(text);
    let city = window.span_of("دمشق", 0);
    let point = window.on_letter(city.start + 2);
    window.pause();
    window.right_click(point);
    for row in [
        "Accept suggestion",
        "Reject suggestion",
        "Same as…",
        "Longer by a word",
    ] {
        assert!(window.sees(row), "{row} on a suggestion");
    }
    window.keep_picture("page-menu-suggestion");
    window.plain_key(Key::Escape);
    window.run("view.language-ar", Args::None);
    window.select_words("سوريا");
    window.plain_key(Key::Menu);
    for row in ["نسخ اقتباسًا مع المصدر", "اتجاه الفقرة"] {
        assert!(window.sees(row), "{row}");
    }
    window.keep_picture("page-menu-arabic");
}

#[test]
fn ctrl_shift_c_copies_a_quote_on_an_arabic_keyboard_too() {
    let mut window = on_text("قالت إنها عادت.");
    window.select_words("إنها");
    window.copied.clear();
    let event = |pressed| Event::Key {
        key: Key::CloseCurlyBracket,
        physical_key: Some(Key::C),
        pressed,
        repeat: false,
        modifiers: CTRL_SHIFT,
    };
    window.frame(vec![event(true)]);
    window.frame(vec![event(false)]);
    window.rest();
    assert!(
        window.copied[0].starts_with("«إنها»"),
        "{:?}",
        window.copied
    );
}

#[test]
fn the_menu_of_a_low_window_stays_on_the_screen() {
    let text = "قالت إنها عادت إلى دمشق.";
    let mut window = Window::of(bench(&[("text", text)], None), [1024.0, 560.0]);
    window.select_words("إنها");
    window.plain_key(Key::Menu);
    assert!(window.sees("Tag with"), "tags stand in a menu of their own");
    let last = window.center_of(Role::MenuItem, "Tag with");
    assert!(last.y < 560.0);
    window.keep_picture("page-menu-low");
}
