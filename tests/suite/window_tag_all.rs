//! Tag all in the window: by keyboard alone, by mouse, and what the list says.

use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Role};
use hashiya::command::{Args, TagTask, ThemeChoice, Workbench};
use hashiya::i18n::Language;
use hashiya::model::Id;

use super::support::window::{WIDE, Window, bench, on_text};

const TEXT: &str =
    "قال زنكوبار إن وزنكوبار سافر إلى دمشق.\n\nثم عاد بزنكوبار، وقيل زَنكوبار.\n\nشارك زنكوبار\n";
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// What the last notice said.
fn said(window: &Window) -> String {
    let last = window.notices.last().map(|notice| notice.text.clone());
    last.unwrap_or_default()
        .replace(['\u{2068}', '\u{2069}'], "")
}

fn ticked(window: &Window) -> usize {
    window.wb().tag_all().unwrap().ticked()
}

#[test]
fn the_keyboard_alone_marks_every_place() {
    let mut window = on_text(TEXT);
    window.select_words("زنكوبار");
    window.key(CTRL_SHIFT, Key::A);
    // No tag is known: the field for it has the keyboard.
    window.keep_picture("tag-all-tag");
    window.type_text("gro");
    window.plain_key(Key::Enter);
    assert_eq!(
        window.wb().tag_all().unwrap().tag(),
        Some(&Id::new("group"))
    );
    assert_eq!(ticked(&window), 4);
    window.keep_picture("tag-all-list");
    // The second place is left out.
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::Space);
    assert_eq!(ticked(&window), 3);
    assert!(window.sees("Mark 3 places"));
    window.plain_key(Key::Enter);
    assert_eq!(window.mark_names().len(), 3);
    assert_eq!(said(&window), "Marked زنكوبار as Group in 3 places");
    assert!(window.wb().tag_all().is_none());
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.marks().is_empty());
}

#[test]
fn a_tags_letter_ctrl_a_and_folding_work_in_the_list() {
    let mut window = on_text(TEXT);
    window.select_words("زنكوبار");
    window.run("annotation.tag-all", Args::Id(Id::new("group")));
    window.plain_key(Key::P);
    assert_eq!(
        window.wb().tag_all().unwrap().tag(),
        Some(&Id::new("person"))
    );
    window.key(Modifiers::COMMAND, Key::A);
    assert_eq!(ticked(&window), 5);
    window.key(CTRL_SHIFT, Key::A);
    assert_eq!(ticked(&window), 0);
    window.plain_key(Key::Enter);
    assert!(window.wb().tag_all().is_some(), "nothing is ticked");
    window.plain_key(Key::Space);
    assert_eq!(ticked(&window), 5, "the first line is the spelling");
    let lines = |window: &Window| window.wb().tag_all().unwrap().lines().len();
    assert_eq!(lines(&window), 6);
    window.plain_key(Key::ArrowLeft);
    assert_eq!(lines(&window), 1);
    window.plain_key(Key::ArrowRight);
    assert_eq!(lines(&window), 6);
    window.plain_key(Key::End);
    window.plain_key(Key::Space);
    assert_eq!(ticked(&window), 4);
    // Slash goes to the tag; Escape back to the list, then out of it.
    window.frame(vec![
        egui::Event::Key {
            key: Key::Slash,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        },
        egui::Event::Text("/".to_owned()),
    ]);
    window.rest();
    window.type_text("جماعة");
    window.plain_key(Key::Escape);
    assert_eq!(
        window.wb().tag_all().unwrap().tag(),
        Some(&Id::new("person"))
    );
    window.plain_key(Key::Escape);
    assert!(window.wb().tag_all().is_none() && window.marks().is_empty());
}

#[test]
fn the_mouse_ticks_chooses_and_marks() {
    let mut window = on_text(TEXT);
    window.select_words("زنكوبار");
    window.run("annotation.tag-all", Args::Id(Id::new("group")));
    for expected in [5, 0, 5] {
        // Of a part of a group the rest is ticked first.
        window.press(Role::CheckBox, "زنكوبار");
        assert_eq!(ticked(&window), expected);
    }
    let last = "شارك زنكوبار";
    window.press(Role::CheckBox, last);
    assert_eq!(ticked(&window), 4);
    assert!(window.sees("Outside the article"));
    window.press(Role::Button, "Exact");
    assert_eq!(window.wb().tag_all().unwrap().row_count(), 4);
    window.press(Role::Button, "Exact");
    window.press(Role::Button, "Mark 4 places");
    assert_eq!(window.mark_names().len(), 4);
    // From a mark: what has the tag is said, and can be taken off again.
    let first = window.marks()[0].id.clone();
    window.wb_mut().go_to_mark(&first);
    window.rest();
    window.key(CTRL_SHIFT, Key::A);
    assert!(window.sees("0 of 5 places ticked"));
    window.keep_picture("tag-all-marked");
    window.press(Role::RadioButton, "Remove");
    window.press(Role::Button, "Remove 4 marks");
    assert!(window.marks().is_empty());
    assert_eq!(said(&window), "Removed 4 marks from زنكوبار");
}

#[test]
fn other_words_and_other_documents_are_looked_for_while_the_list_is_open() {
    let other = "في دمشق أيضًا.\n";
    let mut window = Window::of(
        bench(&[("a", TEXT), ("b", other), ("c", other)], None),
        WIDE,
    );
    window.select_words("زنكوبار");
    window.run("annotation.tag-all", Args::Id(Id::new("place")));
    let field = window.center_of(Role::SearchInput, "Words to look for");
    window.clicks(field, 3, Modifiers::NONE);
    window.type_text("دمشق");
    assert_eq!(window.wb().tag_all().unwrap().row_count(), 1);
    window.press(Role::RadioButton, "Whole project");
    assert_eq!(window.wb().tag_all().unwrap().row_count(), 3);
    window.keep_picture("tag-all-project");
    window.press(Role::Button, "Mark 3 places");
    assert_eq!(window.wb().project().tag_count(&Id::new("place")), 3);
}

#[test]
fn what_the_find_field_found_is_tagged_from_there() {
    let mut window = on_text(TEXT);
    window.run("edit.find", Args::Text("دمشق".to_owned()));
    window.press(Role::Button, "Tag what was found…");
    assert_eq!(window.wb().tag_all().unwrap().words(), "دمشق");
    assert_eq!(window.wb().tag_all().unwrap().task(), TagTask::Mark);
}

#[test]
fn numbers_of_the_table_of_claims_are_handed_over() {
    let mut window = on_text("قال الوزير إن 1600 معتقل هربوا من السجن.\n\nثم عاد 35 منهم.\n");
    window.run("view.claims", Args::None);
    let end = Instant::now() + Duration::from_mins(1);
    while !window.sees("Tag these numbers…") {
        assert!(Instant::now() < end, "no claim came");
        std::thread::sleep(Duration::from_millis(10));
        window.frame(Vec::new());
    }
    window.press(Role::Button, "Tag these numbers…");
    let open = window.wb().tag_all().unwrap();
    assert!(open.is_given() && open.row_count() > 0);
    // A tag is asked for first.
    window.type_text("num");
    window.plain_key(Key::Enter);
    window.plain_key(Key::Enter);
    let number = Id::new("number");
    assert!(window.wb().project().tag_count(&number) > 0);
}

#[test]
fn a_long_list_is_drawn_line_by_line_and_found_beside_the_window() {
    let text = "سافر زنكوبار ثم عاد زنكوبار بعد حين.\n".repeat(5_000);
    let mut wb = bench(&[("long", &text)], None);
    wb.look_mut().suggestions = false;
    let mut window = Window::of(wb, WIDE);
    window.select_words("زنكوبار");
    window.run("annotation.tag-all", Args::Id(Id::new("group")));
    let end = Instant::now() + Duration::from_mins(1);
    while window.wb().tag_all().unwrap().is_searching() {
        assert!(Instant::now() < end, "the search does not end");
        std::thread::sleep(Duration::from_millis(10));
        window.frame(Vec::new());
    }
    let open = window.wb().tag_all().unwrap();
    assert_eq!(open.row_count(), 10_000);
    let drawn = |window: &Window| {
        use egui_kittest::kittest::Queryable as _;
        window.harness.query_all_by_role(Role::CheckBox).count()
    };
    window.rest();
    assert!(drawn(&window) < 40, "{}", drawn(&window));
    window.plain_key(Key::End);
    assert!(drawn(&window) < 40);
    window.key(Modifiers::COMMAND, Key::A);
    assert_eq!(ticked(&window), 10_000);
}

#[test]
fn the_sample_is_listed_by_spelling_in_both_themes() {
    for (language, theme) in [
        (Language::En, ThemeChoice::Light),
        (Language::Ar, ThemeChoice::Dark),
    ] {
        let mut wb = Workbench::for_picture(None).unwrap();
        wb.set_language(language);
        wb.look_mut().theme = theme;
        let mut window = Window::of(wb, WIDE);
        let tag = Args::Id(Id::new("place"));
        window.select_words("سوريا");
        window.run("annotation.tag-all", tag);
        window.run("tag-all.project", Args::None);
        window.keep_picture(&format!("tag-all-sample-{}", language.code()));
        let open = window.wb().tag_all().unwrap();
        let spellings: Vec<&str> = (0..open.group_count())
            .map(|group| &*open.group(group).unwrap().surface)
            .collect();
        assert_eq!(spellings, ["سوريا", "سورية"]);
        assert!(
            open.ticked() > 10 && open.ticked() <= open.row_count(),
            "{} of {}",
            open.ticked(),
            open.row_count()
        );
    }
}

#[test]
fn the_list_is_mirrored_with_the_window() {
    for (language, mirrored) in [(Language::En, false), (Language::Ar, true)] {
        for size in [WIDE, [1024.0, 700.0]] {
            let mut wb: Workbench = bench(&[("نص", TEXT), ("آخر", TEXT)], None);
            wb.set_language(language);
            let mut window = Window::of(wb, size);
            window.select_words("زنكوبار");
            window.run("annotation.tag-all", Args::Id(Id::new("group")));
            window.run("tag-all.project", Args::None);
            window.keep_picture(&format!("tag-all-{}-{}", language.code(), size[0]));
            let cancel = window.wb().messages().text("button-cancel");
            let cancel = window.center_of(Role::Button, &cancel);
            assert_eq!(cancel.x < size[0] / 2.0, mirrored, "{language:?}");
            assert!(cancel.y < size[1], "{language:?}");
            let spelling = window.center_of(Role::CheckBox, "نص");
            assert_eq!(spelling.x > size[0] / 2.0, mirrored, "{language:?}");
        }
    }
}
