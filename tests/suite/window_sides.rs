//! Readers side by side: linked scrolling, layers and how they are settled,
//! parallel texts, many readers.

use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, Rect, Role, TouchPhase, pos2, vec2};
use hashiya::command::{Args, Arrangement, LinkedScroll, Selection, Workbench};
use hashiya::model::{Analyst, Annotation, Edit, Id, Span};

use super::samples;
use super::support::window::{WIDE, Window, bench};

const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

/// A page of many paragraphs, each with its number.
fn long(word: &str, count: usize, times: usize) -> String {
    (0..count)
        .map(|number| format!("{number} {}", format!("{word} ").repeat(times)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Turns the wheel over a page and lets everything come to rest.
fn wheel(window: &mut Window, page: Rect, points: f32) {
    window.frame(vec![Event::PointerMoved(page.center())]);
    window.frame(vec![Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    }]);
    for _ in 0..30 {
        window.frame(Vec::new());
    }
    window.rest();
}

/// The byte at a height of a page (points below its top), asked by a click.
fn byte_at(window: &mut Window, page: Rect, y: f32) -> usize {
    window.click(pos2(page.center().x, page.top() + y));
    window.selection().head.byte
}

/// The number a paragraph of [`long`] begins with.
fn paragraph_of(text: &str, byte: usize) -> usize {
    text[..byte].matches('\n').count()
}

fn two_pages(window: &Window) -> (Rect, Rect) {
    let pages = window.pages();
    (pages[0], pages[1])
}

#[test]
fn pages_are_linked_by_position_both_ways_and_rest_when_nobody_moves() {
    let (one, other) = (long("كلمة", 300, 12), long("word", 120, 30));
    let mut window = Window::of(bench(&[("a", &one), ("b", &other)], None), WIDE);
    window.plain_key(Key::F4);
    assert_eq!(window.wb().look().link, LinkedScroll::Position);
    assert!(window.sees("Linked by position"), "the status line says so");
    let (left, right) = two_pages(&window);
    for (page, text, length) in [(left, &other, 120.0), (right, &one, 300.0)] {
        for points in [-2500.0, -4000.0, 1800.0] {
            wheel(&mut window, page, points);
        }
        let (partner, from) = if page == left {
            (right, &one)
        } else {
            (left, &other)
        };
        let middle = page.height() / 2.0;
        let here = byte_at(&mut window, page, middle);
        let there = byte_at(&mut window, partner, middle);
        let part = here as f64 / from.len() as f64;
        let partner_part = there as f64 / text.len() as f64;
        assert!(part > 0.02, "the page has moved: {part}");
        assert!(
            (part - partner_part).abs() < 0.03 + 2.0 / length,
            "{part} {partner_part}"
        );
    }
    // Nothing swings on when nobody moves.
    let before = byte_at(&mut window, left, 200.0);
    for _ in 0..20 {
        window.frame(Vec::new());
    }
    assert_eq!(byte_at(&mut window, left, 200.0), before);
    // To the very end, and both are there.
    wheel(&mut window, left, -1e7);
    let end = byte_at(&mut window, right, right.height() - 4.0);
    assert_eq!(paragraph_of(&other, end), 119);
}

#[test]
fn parallel_texts_keep_their_paragraphs_level_and_light_the_partner() {
    // The translation leaves out every tenth paragraph.
    let arabic = long("كلمة", 200, 10);
    let english: String = (0..200)
        .filter(|number| number % 10 != 5)
        .map(|number| format!("{number} {}", "words ".repeat(10)))
        .collect::<Vec<_>>()
        .join("\n");
    let mut window = Window::of(bench(&[("ar", &arabic), ("en", &english)], None), WIDE);
    window.key(CTRL_ALT, Key::P);
    assert!(
        window
            .notices
            .iter()
            .any(|notice| notice.text.contains("200"))
    );
    window.run("view.link-paragraph", Args::None);
    let (left, right) = two_pages(&window);
    wheel(&mut window, left, -6000.0);
    let number = |text: &str, byte: usize| -> usize {
        let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
        text[start..].split(' ').next().unwrap().parse().unwrap()
    };
    for y in [150.0, 300.0] {
        let here = byte_at(&mut window, left, y);
        let here = number(&arabic, here);
        let there = byte_at(&mut window, right, y);
        let there = number(&english, there);
        assert!(here > 10, "it has moved");
        assert!(here.abs_diff(there) <= 2, "{here} stands beside {there}");
    }
    // By keys: the caret goes down line by line, and the partner comes along.
    window.click(pos2(left.center().x, left.top() + 100.0));
    for _ in 0..60 {
        window.plain_key(Key::ArrowDown);
    }
    let caret = number(&arabic, window.selection().head.byte);
    let mut place = None;
    for _ in 0..80 {
        place = place.or(window.painted_caret());
        window.frame(Vec::new());
    }
    let place = place.unwrap().center();
    let beside = byte_at(&mut window, right, place.y - right.top());
    let beside = number(&english, beside);
    assert!(caret.abs_diff(beside) <= 1, "{caret} and {beside}");
    // The paragraph that stands for the one with the caret is lit.
    let reader = window.wb().readers()[0].clone();
    let lit = window.wb().partner_paragraphs(&reader).unwrap();
    assert_eq!(
        number(&arabic, lit.start),
        number(&english, window.selection().head.byte)
    );
    window.keep_picture("window-parallel");
}

#[test]
fn a_name_brings_the_other_page_to_where_it_is_named() {
    let filler = |word: &str| format!("{word} ").repeat(60);
    let one = format!(
        "{}\nذهب أحمد الجابر إلى هناك\n{}\n{}\nوعادت ليلى حداد\n{}",
        filler("كلمة"),
        filler("كلمة").repeat(14),
        filler("كلمة"),
        filler("كلمة").repeat(14),
    );
    let other = format!(
        "{}\nثم قالت ليلى حداد شيئا\n{}\nوكان أحمد الجابر غائبا\n{}",
        filler("قول").repeat(12),
        filler("قول").repeat(12),
        filler("قول").repeat(12),
    );
    let mut wb = bench(&[("a", &one), ("b", &other)], None);
    let mut edits = Vec::new();
    for (document, text) in [("d0", &one), ("d1", &other)] {
        for name in ["أحمد الجابر", "ليلى حداد"] {
            let start = text.find(name).unwrap();
            let spans = vec![Span::new(start, start + name.len())];
            edits.push(mark(&wb, document, spans, "person", "analyst-1"));
        }
    }
    wb.commit("test", edits).unwrap();
    let mut window = Window::of(wb, WIDE);
    window.run("suggestion.show", Args::None);
    window.run("view.link-entity", Args::None);
    let (left, right) = two_pages(&window);
    window.click(pos2(left.center().x, left.top() + 30.0));
    for name in ["أحمد الجابر", "ليلى حداد"] {
        window.plain_key(Key::F8);
        assert_eq!(window.wb().selected_mark().unwrap().quote(&one), name);
        let at = other.find(name).unwrap();
        let near = [0.15, 0.3, 0.45, 0.6, 0.75]
            .map(|part| byte_at(&mut window, right, right.height() * part));
        assert!(
            near[0] <= at && at <= near[4] + 400,
            "{name} at {at} is in sight of {near:?}"
        );
        window.click(pos2(left.center().x, left.top() + 4.0));
        // Back to the mark, so that the next one comes next.
        let start = one.find(name).unwrap();
        window.select(Selection::caret(start + name.len()));
    }
}

fn mark(wb: &Workbench, document: &str, spans: Vec<Span>, tag: &str, by: &str) -> Edit {
    let count = spans.first().map_or(0, |span| span.start);
    let id = Id::new(format!("m-{document}-{by}-{tag}-{count}"));
    let (tag, by) = (Id::new(tag), Id::new(by));
    Edit::create(Annotation::new(
        id,
        Id::new(document),
        spans,
        tag,
        by,
        wb.now(),
    ))
}

/// The first sample, marked by two people who differ in four places.
fn two_layers() -> Window {
    let (name, text) = samples::documents()[0];
    let mut wb = bench(&[(name, text)], None);
    let words: Vec<Span> = text
        .match_indices("داعش")
        .map(|(at, word)| Span::new(at, at + word.len()))
        .collect();
    assert!(words.len() >= 4);
    let mut edits = vec![Edit::create(Analyst::new(Id::new("b"), "Basil"))];
    for (index, span) in words.iter().enumerate().take(4) {
        let both = [
            ("analyst-1", "group"),
            ("b", ["group", "place", "group", "group"][index]),
        ];
        for (by, tag) in both {
            if (index, by) == (2, "b") || (index, by) == (3, "analyst-1") {
                continue;
            }
            edits.push(mark(&wb, "d0", vec![*span], tag, by));
        }
    }
    wb.commit("test", edits).unwrap();
    Window::of(wb, WIDE)
}

#[test]
fn a_layer_is_chosen_in_the_head_of_a_reader() {
    let mut window = two_layers();
    window.press(Role::Button, "Whose marks are shown: All marks");
    window.press(Role::MenuItemCheckBox, "Basil");
    let reader = window.wb().readers()[0].clone();
    assert_eq!(reader.layer, Some(Id::new("b")));
    assert!(window.sees("Whose marks are shown: Basil"));
    let text = window.text();
    let shown = window.wb().marks_shown(&reader, Span::new(0, text.len()));
    assert_eq!(shown.count(), 3);
}

#[test]
fn two_layers_are_settled_by_keys_alone() {
    let mut window = two_layers();
    window.key(CTRL_ALT, Key::C);
    assert_eq!(window.wb().readers().len(), 2);
    assert!(window.sees("Agreement · 3"));
    window.keep_picture("window-agreement");
    // Another tag, only the first one, only the second one; then what agrees.
    window.key(CTRL_ALT, Key::S);
    window.key(CTRL_ALT, Key::F);
    window.key(CTRL_ALT, Key::N);
    let comparison = window.wb().comparison().unwrap();
    assert_eq!(comparison.progress(), (3, 3));
    window.key(CTRL_ALT, Key::A);
    assert_eq!(window.wb().comparison().unwrap().agreed_waiting(), 0);
    window.key(CTRL_ALT, Key::J);
    assert_eq!(window.wb().readers().len(), 3);
    let reader = window.wb().active_reader().unwrap().clone();
    let tags: Vec<String> = window
        .wb()
        .marks_shown(&reader, Span::new(0, usize::MAX / 2))
        .map(|mark| mark.tag.to_string())
        .collect();
    assert_eq!(tags, ["group", "place", "group"]);
    window.keep_picture("window-adjudicated");
    // Each was one step; the third reader's layer is gone with its first one.
    for _ in 0..4 {
        window.key(Modifiers::COMMAND, Key::Z);
    }
    assert!(window.wb().adjudicated_layer().is_none());
    assert!(window.wb().readers().iter().all(|reader| {
        let layer = reader.layer.as_ref();
        layer.is_none_or(|layer| window.wb().project().analyst(layer).is_some())
    }));
}

#[test]
fn the_list_of_differences_leads_to_them_and_shows_figures() {
    let mut window = two_layers();
    window.run("layers.compare", Args::None);
    assert!(window.sees("F1 0.33, overlapping 0.33 · 0 of 3 settled"));
    window.press(Role::ListBoxOption, "داعش");
    let current = window.wb().current_difference().unwrap();
    let comparison = window.wb().comparison().unwrap();
    assert_eq!(
        current,
        comparison.rows.len() - 1,
        "the lowest one was pressed"
    );
    window.press(Role::RadioButton, "By tag");
    assert!(window.sees("All tags"));
    window.keep_picture("window-agreement-by-tag");
}

#[test]
fn many_readers_stand_in_rows_and_tabs_and_all_are_reached() {
    let (name, text) = samples::documents()[0];
    let mut window = Window::of(bench(&[(name, text)], None), WIDE);
    for count in 2..=6 {
        window.run("view.reader-duplicate", Args::None);
        assert_eq!(window.wb().readers().len(), count);
        assert_eq!(window.pages().len(), count, "every reader has its page");
        for page in window.pages() {
            assert!(page.width() > 200.0 && page.height() > 100.0, "{page:?}");
        }
    }
    window.keep_picture("window-six-readers");
    // Each has a place of its own in the one document.
    let first = window.wb().readers()[0].clone();
    window.select(Selection::caret(40));
    assert_ne!(window.reader(), first.id);
    assert_eq!(
        window.wb().reader(first.id).unwrap().selection,
        first.selection
    );
    window.run("view.arrange-tabs", Args::None);
    assert_eq!(window.wb().look().arrangement, Arrangement::Tabs);
    assert_eq!(window.pages().len(), 1);
    let shown = window.reader();
    window.key(Modifiers::COMMAND, Key::F6);
    assert_ne!(window.reader(), shown);
    assert_eq!(window.pages().len(), 1, "the next tab is in front");
    for (id, count) in [("view.arrange-rows", 6), ("view.arrange-columns", 6)] {
        window.run(id, Args::None);
        assert_eq!(window.pages().len(), count, "{id}");
    }
    window.run("view.arrange-fitting", Args::None);
    for count in (1..6).rev() {
        window.key(Modifiers::COMMAND, Key::W);
        assert_eq!(window.pages().len(), count);
    }
}

#[test]
fn in_an_arabic_window_the_first_reader_stands_on_the_right() {
    let mut window = two_layers();
    window.run("layers.compare", Args::None);
    window.run("view.language-ar", Args::None);
    let names: Vec<String> = vec![
        "العلامات الظاهرة: Samira".into(),
        "العلامات الظاهرة: Basil".into(),
    ];
    let at: Vec<Pos2> = names
        .iter()
        .map(|name| window.center_of(Role::Button, name))
        .collect();
    assert!(at[0].x > at[1].x, "{at:?}");
    window.keep_picture("window-agreement-ar");
}
