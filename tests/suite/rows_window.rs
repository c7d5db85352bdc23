//! Failures of right-to-left text in other tools that need the whole window.
//! Numbers are those of the table in tests/README.md.

use std::collections::BTreeSet;

use egui::{Key, Shape, TextureId};
use egui_kittest::kittest::NodeT as _;
use hashiya::command::Args;
use hashiya::i18n::Language;
use hashiya::model::DocumentDirection;
use hashiya::text::{Affinity, next_grapheme};
use hashiya::ui::paint::cpu::Image;

use super::samples;
use super::support::window::{WIDE, Window, bench, on_text};

/// Where each letter of the pages is painted and which piece of the atlas it
/// is, in no order.
pub(crate) fn letters(window: &Window) -> Vec<String> {
    let pages = window.pages();
    let mut found = Vec::new();
    for clipped in &window.harness.output().shapes {
        let Shape::Mesh(mesh) = &clipped.shape else {
            continue;
        };
        // What is said of a step stands over the foot of the page.
        if mesh.texture_id == TextureId::default()
            || mesh.calc_bounds().top() > 300.0
            || !pages
                .iter()
                .any(|page| page.contains_rect(mesh.calc_bounds()))
        {
            continue;
        }
        // Marks and selections take their colour from the atlas's white corner.
        let inked = |corner: &&egui::epaint::Vertex| corner.uv.x.max(corner.uv.y) > 0.01;
        for corner in mesh.vertices.iter().filter(inked) {
            found.push(format!("{:?} {:?}", corner.pos, corner.uv));
        }
    }
    found.sort();
    found
}

/// Says what moved, and not where everything is.
pub(crate) fn same(now: &[String], before: &[String], what: &str) {
    let new: Vec<_> = now
        .iter()
        .filter(|corner| !before.contains(corner))
        .collect();
    let gone: Vec<_> = before
        .iter()
        .filter(|corner| !now.contains(corner))
        .collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "{what}: new {new:?}, gone {gone:?}"
    );
}

#[test]
fn r01_marking_and_removing_moves_no_letter_of_the_page() {
    let text = "1 2 3 4 5 6 جملة اختبار\nهذه جملة اختبار (2024) من sentence واحد، ثم جملة اختبار";
    let mut window = on_text(text);
    window.rest();
    let before = letters(&window);
    assert!(before.len() > 200, "{}", before.len());
    for (words, key) in [
        ("4 5", Key::P),
        ("جملة", Key::O),
        ("(2024) من sen", Key::L),
        ("تبار", Key::T),
    ] {
        window.select_words(words);
        window.plain_key(key);
        window.plain_key(Key::Escape);
        window.select(hashiya::command::Selection::caret(0));
        same(&letters(&window), &before, words);
    }
    let marks = window.marks().len();
    assert_eq!(marks, 4);
    // Taken back and done again, one by one; then removed.
    for id in [
        "edit.undo",
        "edit.undo",
        "edit.redo",
        "edit.undo",
        "edit.undo",
        "edit.undo",
        "edit.redo",
    ] {
        assert!(window.run(id, Args::None), "{id}");
        window.select(hashiya::command::Selection::caret(0));
        same(&letters(&window), &before, id);
    }
    let mark = window.marks()[0].id.clone();
    window.wb_mut().go_to_mark(&mark);
    window.rest();
    window.plain_key(Key::Delete);
    window.select(hashiya::command::Selection::caret(0));
    assert!(window.marks().is_empty());
    same(&letters(&window), &before, "removed");
}

#[test]
fn r02_many_marks_on_one_line_move_no_letter_of_the_page() {
    let text = "محل کارم مرکز تهران شده… محل کارم [مرکز تهران] شده…";
    let mut window = on_text(text);
    let before = letters(&window);
    for (count, words) in ["مرکز تهران", "محل", "کارم مرکز", "شده…", "[مرکز", "تهران]"]
        .into_iter()
        .enumerate()
    {
        let nth = usize::from(count > 2) * usize::from(!words.contains(['[', ']']));
        let span = window.span_of(words, nth);
        window.select(hashiya::command::Selection::over(span));
        window.plain_key(if count % 2 == 0 { Key::L } else { Key::T });
        window.plain_key(Key::Escape);
        window.select(hashiya::command::Selection::caret(0));
        same(&letters(&window), &before, words);
    }
    assert_eq!(window.marks().len(), 6);
}

#[test]
fn r04_every_rectangle_of_a_mark_over_two_directions_is_the_mark() {
    for (text, words) in [
        (
            "قال إن الرقم 22994024-22994022 في العقد",
            "الرقم 22994024-2299",
        ),
        (
            "أعلنت قوات سوريا الديمقراطية (SDF) عن ذلك",
            "الديمقراطية (SD",
        ),
        ("كتب Hello World ثم سكت", "كتب Hello"),
    ] {
        let mut window = on_text(text);
        // A suggestion inside a mark is chosen before it.
        window.run("suggestion.show", Args::None);
        window.select_words(words);
        window.plain_key(Key::O);
        window.plain_key(Key::Escape);
        let span = window.span_of(words, 0);
        let mut byte = 0;
        while byte < text.len() {
            let next = next_grapheme(text, byte);
            if text[byte..next].trim().is_empty() {
                byte = next;
                continue;
            }
            let point = window.on_letter(byte);
            window.plain_key(Key::Escape);
            window.select(hashiya::command::Selection::caret(0));
            window.pause();
            window.click(point);
            let chosen = if window.wb().selected_mark().is_some() {
                window.chosen()
            } else {
                String::new()
            };
            let expected = if span.contains(byte) { words } else { "" };
            assert_eq!(
                chosen,
                expected,
                "a click at {point:?} on {:?} {byte} of {text}, {span:?}",
                &text[byte..next]
            );
            byte = next;
        }
    }
}

/// How many pixels differ inside the pages.
fn changed(window: &Window, before: &Image, after: &Image) -> usize {
    let page = window.pages()[0];
    let mut count = 0;
    for y in page.top() as usize..page.bottom() as usize {
        for x in page.left() as usize..page.right() as usize {
            count += usize::from(before.pixel(x, y) != after.pixel(x, y));
        }
    }
    count
}

#[test]
fn r22_a_mark_in_right_to_left_text_is_to_be_seen() {
    let (name, text) = samples::documents()[1];
    for theme in ["view.theme-light", "view.theme-dark", "view.theme-sepia"] {
        for face in ["view.face-naskh", "view.face-amiri"] {
            for direction in ["document.direction-rtl", "document.direction-auto"] {
                let mut window = Window::of(bench(&[(name, text)], None), WIDE);
                for id in [theme, face, direction] {
                    window.run(id, Args::None);
                }
                window.select(hashiya::command::Selection::caret(text.len()));
                window.rest();
                let before = window.renderer.image(&window.harness);
                window.select_words("قوات سورية الديمقراطية");
                window.plain_key(Key::O);
                window.plain_key(Key::Escape);
                window.select(hashiya::command::Selection::caret(text.len()));
                window.rest();
                let after = window.renderer.image(&window.harness);
                let pixels = changed(&window, &before, &after);
                assert!(pixels > 400, "{theme} {face} {direction}: {pixels} pixels");
            }
        }
    }
}

#[test]
fn r25_selecting_works_in_every_right_to_left_script() {
    for (text, words) in [
        ("سافر أحمد إلى دمشق يوم الخميس.", "أحمد إلى"),
        ("שלום רב לכל תושבי העיר.", "לכל תושבי"),
        ("او دیروز به تهران رفت.", "به تهران"),
        ("ئەو دوێنێ چوو بۆ هەولێر.", "چوو بۆ"),
    ] {
        let mut window = on_text(text);
        let span = window.span_of(words, 0);
        let (from, to) = window.ends(span);
        assert!(from.x > to.x);
        for (a, b) in [(from, to), (to, from)] {
            window.pause();
            window.drag(a, b);
            assert_eq!(window.selected(), words);
        }
        window.plain_key(Key::P);
        assert_eq!(window.marks()[0].spans, [span]);
    }
}

#[test]
fn r28_a_plain_file_stands_at_its_own_side_with_no_setting() {
    for (text, right) in [
        ("قال المتحدث إنه سيعود غدا.", true),
        ("אמר הדובר שיחזור מחר.", true),
        ("سخنگو گفت فردا برمی\u{200C}گردد.", true),
        ("“قال” المتحدث: SDF", true),
        ("The speaker said قال.", false),
    ] {
        for language in [Language::En, Language::Ar] {
            let mut wb = bench(&[("a", text)], None);
            wb.set_language(language);
            let mut window = Window::of(wb, WIDE);
            assert_eq!(
                window.wb().active_document().unwrap().direction,
                DocumentDirection::Auto
            );
            let page = window.pages()[0];
            let start = window.caret_at(0, Affinity::Downstream).center();
            assert_eq!(start.x > page.center().x, right, "{text} in {language:?}");
        }
    }
}

#[test]
fn r31_line_numbers_stand_where_the_paragraphs_begin() {
    for (text, right) in [
        ("قال إنه سيعود؟\nثم سكت!", true),
        ("He said so?\nThen no more!", false),
    ] {
        let mut window = on_text(text);
        if !window.wb().look().line_numbers {
            window.run("view.line-numbers", Args::None);
        }
        let small = |window: &Window| -> Vec<f32> {
            let bounds = window
                .harness
                .output()
                .shapes
                .iter()
                .filter_map(|clipped| match &clipped.shape {
                    Shape::Mesh(mesh) if mesh.texture_id != TextureId::default() => {
                        Some(mesh.calc_bounds())
                    }
                    _ => None,
                });
            let page = window.pages()[0];
            bounds
                .filter(|bounds| page.expand(2.0).contains_rect(*bounds) && bounds.width() < 30.0)
                .map(|bounds| bounds.center().x)
                .collect()
        };
        let first = window.caret_at(0, Affinity::Downstream).center().x;
        let beside = |window: &Window| {
            let all = small(window).into_iter();
            all.filter(|x| {
                if right {
                    *x > first + 2.0
                } else {
                    *x < first - 2.0
                }
            })
            .count()
        };
        // A number for each paragraph, where paragraphs begin.
        assert_eq!(beside(&window), 2, "{text}");
        // The sign that ends a sentence stands at the other end of its line.
        let sign = text.find(['?', '؟']).unwrap();
        let end = window
            .caret_at(
                sign + text[sign..].chars().next().unwrap().len_utf8(),
                Affinity::Upstream,
            )
            .center()
            .x;
        assert_eq!(end < first, right);
    }
}

#[test]
fn r32_pages_side_by_side_have_each_their_own_direction() {
    let english = "1:1 In the beginning was the report (SDF).\n2:255 Then another.";
    let arabic = "قال في 2:255 إن التقرير (SDF) صدر.\nثم غيره.";
    for language in [Language::En, Language::Ar] {
        let mut wb = bench(&[("en", english), ("ar", arabic)], None);
        wb.set_language(language);
        let mut window = Window::of(wb, WIDE);
        assert_eq!(window.wb().readers().len(), 2);
        let readers: Vec<_> = window
            .wb()
            .readers()
            .iter()
            .map(|reader| reader.id)
            .collect();
        for reader in readers {
            window.wb_mut().activate(reader);
            window.rest();
            let text = window.text();
            let start = window.caret_at(0, Affinity::Downstream).center();
            let page = *window
                .pages()
                .iter()
                .find(|page| page.contains(start))
                .unwrap();
            assert_eq!(
                start.x > page.center().x,
                text == arabic,
                "{text} in {language:?}"
            );
            // The reference reads from left to right on both sides.
            let span = window.span_of("2:255", 0);
            let (from, to) = window.ends(span);
            let chapter = window.on_letter(span.start);
            let verse = window.on_letter(span.end - 1);
            assert!(chapter.x < verse.x, "{from:?} {to:?}");
        }
    }
}

/// Names of everything in the window that are not data.
fn named(window: &Window) -> Vec<String> {
    window
        .harness
        .root()
        .children_recursive()
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[test]
fn r35_the_arabic_window_has_no_english_word_and_one_kind_of_digits() {
    let texts: Vec<(String, String)> = samples::documents()
        .iter()
        .filter(|(name, _)| *name != "003")
        .map(|(_, text)| {
            (
                text.lines()
                    .find(|line| !line.trim().is_empty())
                    .unwrap()
                    .to_owned(),
                (*text).to_owned(),
            )
        })
        .collect();
    let documents: Vec<(&str, &str)> = texts
        .iter()
        .map(|(title, text)| (title.as_str(), text.as_str()))
        .collect();
    let mut wb = bench(&documents, None);
    wb.set_language(Language::Ar);
    let mut window = Window::of(wb, WIDE);
    let mut said: BTreeSet<String> = named(&window).into_iter().collect();
    window.select_words("داعش");
    window.plain_key(Key::O);
    said.extend(named(&window));
    for id in [
        "go.palette",
        "help.shortcuts",
        "edit.find",
        "annotation.tag",
        "file.open-path",
        "view.claims",
        "view.suggestions",
        "document.direction-rtl",
    ] {
        window.run(id, Args::None);
        said.extend(named(&window));
        window.plain_key(Key::Escape);
        window.plain_key(Key::Escape);
    }
    let menus: Vec<String> = hashiya::command::Menu::ALL
        .iter()
        .map(|menu| window.wb().messages().text(menu.message()))
        .collect();
    for menu in menus {
        window.press(egui::Role::MenuItem, &menu);
        said.extend(named(&window));
        window.plain_key(Key::Escape);
    }
    assert!(said.len() > 100, "{}", said.len());
    // Names that are the same in every language, and words of the articles.
    let known = [
        "English",
        "HTML",
        "JSON",
        "Lines",
        "CSV",
        "spaCy",
        "Prodigy",
        "Hashiya",
        "Noto",
        "Naskh",
        "Amiri",
        "Ctrl",
        "Shift",
        "Alt",
        "Enter",
        "Backspace",
        "Delete",
        "Escape",
        "Esc",
        "Tab",
        "Home",
        "End",
        "Page",
        "Up",
        "Down",
        "Space",
        "UTF",
        "Samira",
        "test",
        "TSO",
        "SDF",
        "vdcnsy",
        "gmail",
        "com",
        "PgUp",
        "PgDn",
        "Unicode",
        "utf",
        "ALA",
        "LC",
        "IJMES",
        "DIN",
    ];
    let data: String = texts.iter().map(|(_, text)| text.as_str()).collect();
    let mut foreign = BTreeSet::new();
    for name in &said {
        for word in name
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| word.len() > 1)
        {
            let key = word.len() < 4 && word.starts_with('F');
            if !key && !known.contains(&word) && !data.contains(word) {
                foreign.insert(format!("{word} in {name:?}"));
            }
        }
    }
    assert!(foreign.is_empty(), "not translated: {foreign:#?}");
    // One kind of digits in the whole interface.
    let eastern = |c: char| matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}');
    let mixed: Vec<_> = said.iter().filter(|name| name.contains(eastern)).collect();
    assert!(mixed.is_empty(), "{mixed:?}");
}

#[test]
fn r39_a_part_of_a_word_is_marked_as_it_was_dragged() {
    let text = "آيس كريم بالفانيلا، صلتهم بداعش، لـ\"قسد\" و«قسد». بـ1600 والـ35";
    let mut window = on_text(text);
    for (word, part) in [
        ("بالفانيلا", "الفانيلا"),
        ("بداعش", "داعش"),
        ("لـ\"قسد\"", "قسد"),
        ("«قسد»", "قسد"),
        ("بـ1600", "1600"),
        ("والـ35", "35"),
    ] {
        let whole = window.span_of(word, 0);
        let start = whole.start + word.find(part).unwrap();
        let span = hashiya::model::Span::new(start, start + part.len());
        window.drag_over(span);
        assert_eq!(window.selected(), part);
        window.plain_key(Key::O);
        assert!(
            window.marks().iter().any(|mark| mark.spans == [span]),
            "{part} in {word}"
        );
        window.plain_key(Key::Escape);
    }
}

#[test]
fn r12_every_sample_opens_with_each_line_at_its_own_side() {
    for (name, text) in samples::documents() {
        let mut window = Window::of(bench(&[(name, text)], None), WIDE);
        assert_eq!(
            window.wb().active_document().unwrap().direction,
            DocumentDirection::Auto
        );
        let page = window.pages()[0];
        let mut start = 0;
        for line in text.split('\n') {
            if !line.is_empty() {
                let x = window.caret_at(start, Affinity::Downstream).center().x;
                let right = !line.starts_with("Sorry");
                assert_eq!(x > page.center().x, right, "{line:?} of {name}");
            }
            start += line.len() + 1;
        }
    }
}
