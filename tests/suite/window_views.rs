//! Looking: find, zoom, faces, colours, languages, directions.

use egui::{Key, Modifiers, Pos2, Role};
use hashiya::command::{Args, Selection};
use hashiya::model::notation::{DOCUMENT, marked};
use hashiya::model::{Annotation, History, Id, Span};
use hashiya::store::Settings;
use hashiya::text::Affinity;

use super::samples;
use super::support::window::{WIDE, Window, bench, on_text, sample};

fn open_find(window: &mut Window, query: &str) {
    window.key(Modifiers::COMMAND, Key::F);
    window.key(Modifiers::COMMAND, Key::A);
    window.type_text(query);
}

#[test]
fn d4_find_in_the_window_folds_spelling_and_selects_the_files_words() {
    let mut window = on_text(
        "قدّم الوفد طلبا إلى أوروبا عن سورية، ثم قدم ثانية لـ\"قسد\" في دير الزور. \
         وقال إن ديرالزور بعيدة في ٢٠١٩.",
    );
    for (query, found) in [
        ("قدم", "قدّم"),
        ("اوروبا", "أوروبا"),
        ("سوريا", "سورية"),
        ("قسد", "قسد"),
        ("2019", "٢٠١٩"),
    ] {
        window.key(Modifiers::COMMAND, Key::Home);
        window.plain_key(Key::Escape);
        open_find(&mut window, query);
        assert_eq!(window.selected(), found, "{query}");
        window.plain_key(Key::Escape);
    }
    open_find(&mut window, "دير الزور");
    assert_eq!(window.wb().find().count(), 2);
}

#[test]
fn find_steps_forwards_and_back_wraps_counts_and_goes_away_with_escape() {
    let (name, text) = samples::documents()[3];
    let mut window = Window::of(bench(&[(name, text)], None), WIDE);
    open_find(&mut window, "قسد");
    let count = window.wb().find().count();
    assert!(count > 3);
    assert!(window.sees(&format!("1 of {count}")));
    window.keep_picture("window-find");
    let mut starts = vec![window.selection().span().start];
    for _ in 1..count {
        window.plain_key(Key::Enter);
        starts.push(window.selection().span().start);
        // The page follows.
        assert_eq!(window.selected(), "قسد");
    }
    assert!(starts.is_sorted() && starts.len() == count);
    window.plain_key(Key::F3);
    assert_eq!(window.selection().span().start, starts[0], "it wraps");
    window.key(Modifiers::SHIFT, Key::F3);
    assert_eq!(window.selection().span().start, starts[count - 1]);
    window.key(Modifiers::SHIFT, Key::Enter);
    assert_eq!(window.selection().span().start, starts[count - 2]);
    let selected = window.selection();
    window.plain_key(Key::Escape);
    assert!(!window.wb().find().open);
    assert_eq!(
        window.selection(),
        selected,
        "what was found stays selected"
    );
    // The keyboard is in the page again.
    window.plain_key(Key::O);
    assert_eq!(window.mark_names(), ["قسد|organisation"]);

    open_find(&mut window, "xyzzy");
    assert!(window.sees("No match"));
    window.key(Modifiers::COMMAND, Key::A);
    window.type_text("الأمريكية");
    let folded = window.wb().find().count();
    window.press(Role::Button, "Exact");
    assert!(window.wb().find().exact);
    assert!(window.wb().find().count() <= folded);
    for found in window
        .wb()
        .find()
        .matches_in(&window.wb().active_document().unwrap().id)
    {
        assert_eq!(&text[found.start..found.end], "الأمريكية");
    }
}

fn marks_of(window: &Window) -> Vec<Annotation> {
    window.wb().project().annotations().cloned().collect()
}

#[test]
fn zoom_face_theme_and_language_keep_offsets_selection_and_place() {
    let mut window = sample();
    // A page as high as the window has.
    window.run("view.suggestions", Args::None);
    let marks = marks_of(&window);
    let text = window.text();
    // A line well down the page is brought into sight and a word selected.
    let line = text.lines().nth(12).unwrap();
    let start = text.find(line).unwrap();
    // From below, so that it comes to stand in the upper part of the page.
    window.caret_at(text.len(), Affinity::Upstream);
    window.caret_at(start, Affinity::Downstream);
    let span = Span::new(start, start + line.find(' ').unwrap());
    window.select(Selection::over(span));
    for id in [
        "view.zoom-in",
        "view.zoom-in",
        "view.zoom-in",
        "view.face-amiri",
        "view.theme-dark",
        "view.language-ar",
        "view.theme-sepia",
        "view.line-numbers",
        "view.zoom-out",
        "view.zoom-out",
        "view.zoom-out",
        "view.zoom-out",
        "view.language-en",
        "view.documents",
        "view.inspector",
        "view.face-naskh",
        "view.documents",
        "view.inspector",
        "view.zoom-reset",
        "view.theme-light",
    ] {
        assert!(window.run(id, Args::None), "{id}");
        assert_eq!(window.selection().span(), span, "{id}");
        assert_eq!(marks_of(&window), marks, "{id}");
        // Where the caret is painted is where the words are: on the page.
        let Some(caret) = caret_now(&mut window) else {
            panic!("{id}: the caret left the page");
        };
        assert!(
            window.pages().iter().any(|page| page.contains(caret)),
            "{id}: {caret:?}"
        );
    }
}

fn caret_now(window: &mut Window) -> Option<Pos2> {
    for _ in 0..6 {
        if let Some(rect) = window.painted_caret() {
            return Some(rect.center());
        }
        window.frame(Vec::new());
    }
    None
}

#[test]
fn ctrl_plus_and_minus_zoom_the_page_about_its_first_line() {
    let (name, text) = samples::documents()[1];
    let mut window = Window::of(bench(&[(name, text)], None), WIDE);
    // The top of the page after scrolling: found by clicking there.
    let last = text.rfind('\n').unwrap();
    window.caret_at(last, Affinity::Upstream);
    let page = window.pages()[0];
    let top = Pos2::new(page.center().x, page.top() + 40.0);
    window.pause();
    window.click(top);
    let first = window.selection().head.byte;
    assert!(first > 500, "the page has scrolled");
    for _ in 0..4 {
        window.key(Modifiers::COMMAND, Key::Plus);
    }
    assert!(window.wb().look().zoom_percent > 140);
    window.pause();
    window.click(Pos2::new(page.center().x, page.top() + 44.0));
    let now = window.selection().head.byte;
    // The same paragraph is at the top.
    let paragraph = |byte: usize| text[..byte].matches('\n').count();
    assert!(
        paragraph(now).abs_diff(paragraph(first)) <= 1,
        "{first} and then {now}"
    );
}

#[test]
fn r11_a_hundred_changes_of_direction_move_no_offset() {
    let text =
        "لغة إنجليزية English لغة إنجليزية (SDF) 2019\n52\nEnglish first ثم عربية.\n\u{a0}\nآخر";
    let mut window = on_text(text);
    for (words, key) in [("English لغة", Key::T), ("(SDF)", Key::O), ("2019", Key::D)] {
        window.select_words(words);
        window.plain_key(key);
    }
    let marks = marks_of(&window);
    let span = window.span_of("SDF", 0);
    let places: Vec<_> = {
        let ends = window.ends(span);
        vec![ends]
    };
    window.select(Selection::over(span));
    let ids = [
        "document.direction-ltr",
        "document.direction-rtl",
        "document.direction-auto",
    ];
    for step in 0..100 {
        assert!(window.run(ids[step % 3], Args::None));
        assert_eq!(marks_of(&window), marks, "step {step}");
        assert_eq!(window.selection().span(), span);
        assert_eq!(window.text(), text);
    }
    window.run("document.direction-auto", Args::None);
    assert_eq!(window.ends(span), places[0], "painted where it was");
    // Forced to the left, the words follow the paragraph's side.
    window.run("document.direction-ltr", Args::None);
    let forced = window.ends(span);
    assert_ne!(forced, places[0]);
    assert!(forced.0.x < forced.1.x, "Latin still reads to the right");
    // Dragging there takes the same bytes.
    window.drag_over(span);
    assert_eq!(window.selected(), "SDF");
}

#[test]
fn r10_an_empty_mark_and_all_switches_break_nothing() {
    // Empty marks at the edges of words, of lines, of the text.
    let mut project = marked("أول [كلمة|PLACE] هنا\n\nثالث English آخر");
    let text = project.document(&Id::new(DOCUMENT)).unwrap().text.clone();
    let at = hashiya::model::Timestamp::UNIX_EPOCH;
    let analyst = Id::new(hashiya::model::notation::ANALYST);
    let edits = [
        0,
        7,
        15,
        text.find('\n').unwrap(),
        text.find('\n').unwrap() + 1,
        text.len(),
    ]
    .iter()
    .enumerate()
    .map(|(index, byte)| {
        let byte = text.floor_char_boundary(*byte);
        let tag = if index % 2 == 0 { "person" } else { "claim" };
        hashiya::model::Edit::create(Annotation::new(
            Id::new(format!("empty{index}")),
            Id::new(DOCUMENT),
            vec![Span::new(byte, byte)],
            Id::new(tag),
            analyst.clone(),
            at,
        ))
    })
    .collect();
    project
        .apply(&hashiya::model::Transaction::new(
            Id::new("t"),
            at,
            analyst,
            "x",
            edits,
        ))
        .unwrap();
    let wb = hashiya::command::Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(hashiya::command::FixedSurroundings::new()),
    );
    let mut window = Window::of(wb, WIDE);
    let marks = marks_of(&window);
    assert_eq!(marks.len(), 7);
    for mark in &marks {
        window.wb_mut().go_to_mark(&mark.id);
        window.rest();
        for id in [
            "document.direction-ltr",
            "document.direction-rtl",
            "document.direction-auto",
            "view.face-amiri",
            "view.face-naskh",
            "view.language-ar",
            "view.theme-dark",
            "view.zoom-in",
            "view.line-numbers",
            "view.language-en",
            "view.theme-light",
            "view.zoom-reset",
            "view.line-numbers",
        ] {
            window.run(id, Args::None);
        }
        window.wb_mut().go_to_mark(&mark.id);
        window.rest();
        for (modifiers, key) in [
            (Modifiers::ALT, Key::ArrowLeft),
            (Modifiers::ALT, Key::ArrowRight),
            (Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowLeft),
            (Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowRight),
        ] {
            window.key(modifiers, key);
        }
    }
    assert_eq!(window.text(), *text);
    // The letters are still painted and still answer to the mouse.
    let span = window.span_of("English", 0);
    window.drag_over(span);
    assert_eq!(window.selected(), "English");
    window.keep_picture("window-empty-marks");
}

#[test]
fn an_empty_project_and_empty_documents_can_be_looked_at() {
    for documents in [vec![], vec![("empty", "")], vec![("a", "\n\n"), ("b", "x")]] {
        let mut window = Window::of(bench(&documents, None), WIDE);
        for (modifiers, key) in [
            (Modifiers::NONE, Key::ArrowLeft),
            (Modifiers::NONE, Key::ArrowDown),
            (Modifiers::SHIFT, Key::ArrowRight),
            (Modifiers::COMMAND, Key::End),
            (Modifiers::COMMAND, Key::A),
            (Modifiers::NONE, Key::P),
            (Modifiers::NONE, Key::PageDown),
            (Modifiers::NONE, Key::F8),
            (Modifiers::COMMAND, Key::Z),
        ] {
            window.key(modifiers, key);
        }
        window.click(Pos2::new(700.0, 400.0));
        window.clicks(Pos2::new(700.0, 120.0), 3, Modifiers::NONE);
        window.drag(Pos2::new(500.0, 120.0), Pos2::new(900.0, 500.0));
        window.right_click(Pos2::new(700.0, 300.0));
    }
}
