//! Lists, history and modes in the window: by mouse and keys, in both
//! languages.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use hashiya::command::{Args, Selection, Workbench};
use hashiya::i18n::Language;
use hashiya::model::{Id, Span};

use super::support::large;
use super::support::window::{WIDE, Window, bench};

const TEXT: &str = "زار أحمد دمشق ثم بغداد، وعاد إلى دمشق.\n\nوقال إن دمشق بعيدة.\n";

fn marked() -> Window {
    let mut wb = bench(&[("رحلة", TEXT), ("other", "Nothing here.\n")], None);
    let reader = wb.active_reader().unwrap().id;
    for (words, tag) in [("أحمد", "person"), ("دمشق", "place"), ("بغداد", "place")] {
        let start = TEXT.find(words).unwrap();
        wb.select(
            reader,
            Selection::over(Span::new(start, start + words.len())),
        );
        assert!(wb.run("annotation.tag", &Args::Id(Id::new(tag))));
    }
    wb.choose_mark(None);
    wb.select(reader, Selection::caret(0));
    Window::of(wb, WIDE)
}

fn rows(window: &Window) -> usize {
    let options = window.harness.query_all_by_role(Role::ListBoxOption);
    options.count()
}

#[test]
fn a_row_of_the_marks_leads_to_the_mark_and_the_list_sorts() {
    let mut window = marked();
    window.key(Modifiers::COMMAND.plus(Modifiers::ALT), Key::M);
    assert!(window.sees("3 marks  ·  Place 2  ·  Person 1"));
    window.press(Role::ListBoxOption, "بغداد");
    let chosen = window.wb().selected_mark().unwrap().hull().unwrap();
    assert_eq!(chosen, window.span_of("بغداد", 0));
    let before = window.center_of(Role::ListBoxOption, "بغداد").y;
    window.press(Role::ColumnHeader, "Words");
    assert!(window.center_of(Role::ListBoxOption, "بغداد").y < before);
    // Two rows with Ctrl, then one step for both.
    window.press(Role::ListBoxOption, "بغداد");
    let other = window.center_of(Role::ListBoxOption, "دمشق");
    window.clicks(other, 1, Modifiers::COMMAND);
    assert_eq!(window.wb().picked_count(), 2);
    assert!(window.run("marks.remove", Args::None));
    assert_eq!(window.marks().len(), 1);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.marks().len(), 3);
    window.keep_picture("session-marks");
}

#[test]
fn typing_filters_the_marks_whatever_the_spelling() {
    let mut window = marked();
    window.run("view.marks", Args::None);
    let all = rows(&window);
    window.press(Role::SearchInput, "Filter marks");
    window.type_text("احمد");
    assert_eq!(rows(&window), all - 2);
    assert!(window.sees("1 mark  ·  Person 1"));
    window.plain_key(Key::Escape);
    assert_eq!(rows(&window), all);
}

#[test]
fn a_step_is_gone_to_and_shines_and_is_struck_out_when_undone() {
    let mut window = marked();
    window.key(Modifiers::COMMAND.plus(Modifiers::ALT), Key::H);
    window.press(Role::ListBoxOption, "Marked “دمشق” as Place");
    assert_eq!(window.wb().lit().unwrap().number, 1);
    assert!(window.wb().chosen_step().is_some());
    window.run("history.undo-step", Args::None);
    assert_eq!(window.marks().len(), 2);
    window.keep_picture("session-history");
    window.run("history.restore-before", Args::None);
    assert_eq!(window.marks().len(), 1, "before Damascus there was Ahmad");
    window.run("edit.undo", Args::None);
    assert_eq!(window.marks().len(), 2);
}

#[test]
fn reading_mode_says_why_a_key_does_nothing() {
    let mut window = marked();
    window.select_words("بعيدة");
    window.plain_key(Key::F10);
    assert!(window.sees("Reading mode"));
    window.plain_key(Key::P);
    assert_eq!(window.marks().len(), 3);
    let said = window.problems();
    assert!(said[0].starts_with("Reading mode is on"), "{said:?}");
    window.plain_key(Key::F10);
    assert!(!window.sees("Reading mode"));
    window.plain_key(Key::P);
    assert_eq!(window.marks().len(), 4);
}

#[test]
fn focus_mode_shows_the_page_alone_and_escape_brings_the_rest_back() {
    let mut window = marked();
    let readers = window.pages().len();
    assert!(window.sees("Documents · 2"));
    window.plain_key(Key::F11);
    assert!(!window.sees("Documents · 2"));
    let pages = window.pages();
    assert_eq!(pages.len(), 1);
    assert!(pages[0].width() > WIDE[0] * 0.95);
    window.keep_picture("session-focus");
    // Everything of the page works: marking too.
    window.select_words("بعيدة");
    window.plain_key(Key::P);
    assert_eq!(window.marks().len(), 4);
    window.plain_key(Key::Escape);
    assert!(window.sees("Documents · 2"));
    assert_eq!(window.pages().len(), readers);
}

#[test]
fn the_documents_say_how_far_the_work_is_in_both_languages() {
    let mut window = marked();
    assert!(window.sees("0 of 2 done · 1 in progress"));
    window.run("document.state-done", Args::None);
    assert!(window.sees("1 of 2 done"));
    window.wb_mut().set_language(Language::Ar);
    window.rest();
    assert!(window.sees("اكتمل 1 من 2"));
    window.run("view.history", Args::None);
    assert!(window.sees("«رحلة» مكتمل"));
    window.keep_picture("session-arabic");
}

#[test]
fn fifty_thousand_marks_are_listed_by_what_is_in_sight() {
    let project = large::project(large::text(600_000), 20_000);
    let wb = Workbench::new(
        project,
        hashiya::model::History::new(),
        hashiya::store::Settings::default(),
        None,
        Box::new(hashiya::command::FixedSurroundings::new()),
    );
    let mut window = Window::of(wb, WIDE);
    let before = rows(&window);
    window.run("view.marks", Args::None);
    assert!(window.wb().marks_listed() > 10_000);
    assert!(rows(&window) < before + 40, "{} rows", rows(&window));
}

#[test]
fn the_list_is_walked_and_picked_by_keys() {
    let mut window = marked();
    window.run("view.marks", Args::None);
    let first = window.center_of(Role::ListBoxOption, "أحمد");
    window.clicks(first, 1, Modifiers::COMMAND);
    assert_eq!(window.wb().picked_count(), 1);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(window.wb().picked_count(), 3);
    window.plain_key(Key::ArrowUp);
    assert_eq!(window.wb().picked_count(), 1);
    window.plain_key(Key::Enter);
    let chosen = window.wb().selected_mark().unwrap().hull().unwrap();
    assert_eq!(chosen, window.span_of("دمشق", 0));
    window.plain_key(Key::End);
    window.plain_key(Key::Delete);
    assert_eq!(window.marks().len(), 2, "the last row is removed");
}

#[test]
fn pages_stand_and_are_scrolled_as_they_were_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.hashiya.json");
    let long = TEXT.repeat(60);
    let documents = [("ا", long.as_str()), ("ب", TEXT), ("ج", TEXT)];
    let mut wb = bench(&documents, Some(folder.path()));
    wb.add_reader(None);
    let mut window = Window::of(wb, WIDE);
    assert!(window.run("file.save-as", Args::Paths(vec![path.clone()])));
    let first = window.wb().readers()[0].id;
    let far = TEXT.len() * 30 + TEXT.find("بغداد").unwrap();
    window.wb_mut().select(first, Selection::caret(far));
    window
        .wb_mut()
        .reveal(first, Span::new(far, far + "بغداد".len()));
    window.rest();
    let kept = |window: &Window| {
        let readers = window.wb().readers();
        readers
            .iter()
            .map(|reader| (reader.document.clone(), reader.scroll))
            .collect::<Vec<_>>()
    };
    let before = kept(&window);
    assert!(before[0].1.unwrap().unit > 10, "{before:?}");
    let pages = window.pages();
    window.wb_mut().leave();
    drop(window);
    let mut wb = bench(&[], Some(folder.path()));
    assert!(wb.run("file.open", &Args::Paths(vec![path])));
    let window = Window::of(wb, WIDE);
    assert_eq!(kept(&window), before);
    assert_eq!(window.pages(), pages);
}

#[test]
fn how_the_window_stands_is_kept_while_it_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::of(bench(&[("رحلة", TEXT)], Some(folder.path())), WIDE);
    window.select_words("دمشق");
    window.plain_key(Key::L);
    window.plain_key(Key::F11);
    let project = window.wb().session().unwrap().project_id().clone();
    let places = hashiya::store::Places::under(folder.path());
    // The program is killed some seconds later: nothing is told to leave.
    window.harness.input_mut().time = Some(600.0);
    let mut kept = None;
    for _ in 0..100 {
        window.frame(Vec::new());
        kept = hashiya::store::read_desk(&places, &project);
        if kept.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(kept.unwrap()["modes"]["focus"], true);
}
