//! What a person sees who starts the program for the first time.

use egui::{Key, Role, Shape};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hashiya::command::{Args, Workbench};
use hashiya::i18n::Language;
use hashiya::model::{DocumentDirection, TagKind};
use hashiya::text::Affinity;

use super::samples;
use super::support::window::{WIDE, Window, sample};

#[test]
fn r12_the_sample_opens_side_by_side_and_right_to_left_with_no_setting_touched() {
    let mut window = sample();
    window.keep_picture("window-first");
    assert_eq!(window.wb().readers().len(), 2);
    let pages = window.pages();
    assert_eq!(pages.len(), 2, "two pages are painted");
    assert!((pages[0].width() - pages[1].width()).abs() < 2.0);
    for (index, page) in pages.into_iter().enumerate() {
        let reader = window.wb().readers()[index].id;
        window.wb_mut().activate(reader);
        window.rest();
        let document = window.wb().active_document().unwrap().clone();
        assert_eq!(document.direction, DocumentDirection::Auto);
        // The first line begins at the right and goes on towards the left.
        let start = window.caret_at(0, Affinity::Downstream).center();
        let first = document.text.chars().next().unwrap().len_utf8();
        let next = window.caret_at(first, Affinity::Upstream).center();
        assert!(page.contains(start));
        assert!(start.x > page.center().x, "{start:?} in {page:?}");
        assert!(next.x < start.x);
    }
}

#[test]
fn r13_the_third_sample_opens_right_to_left_though_its_first_line_is_english() {
    let mut window = sample();
    let (_, text) = samples::documents()[3];
    let id = window
        .wb()
        .project()
        .documents()
        .find(|document| &*document.text == text)
        .unwrap()
        .id
        .clone();
    window.wb_mut().show_document(&id);
    window.rest();
    let page = window.pages()[0];
    assert_eq!(window.text(), text);
    let mut right_to_left = 0;
    let mut left_to_right = 0;
    let mut start = 0;
    for line in text.split('\n') {
        if !line.is_empty() {
            let from = window.caret_at(start, Affinity::Downstream).center().x;
            let letter = line.chars().find(|c| c.is_alphabetic()).unwrap();
            let at = start + line.find(letter).unwrap();
            let a = window.caret_at(at, Affinity::Downstream).center().x;
            let b = window
                .caret_at(at + letter.len_utf8(), Affinity::Upstream)
                .center()
                .x;
            if b < a {
                right_to_left += 1;
                assert!(from > page.center().x, "{line}");
            } else {
                left_to_right += 1;
                assert!(from < page.center().x, "{line}");
            }
        }
        start += line.len() + 1;
    }
    assert_eq!((right_to_left, left_to_right), (25, 1));
}

/// All named nodes with their places, and the screen.
fn named(window: &Window) -> Vec<(String, egui::Rect)> {
    window
        .harness
        .root()
        .children_recursive()
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            Some((label, node.rect()))
        })
        .collect()
}

#[test]
fn r20_no_panel_is_off_the_screen_and_arabic_mirrors_them() {
    for size in [[1440.0, 900.0], [1024.0, 700.0], [760.0, 520.0]] {
        let mut side = Vec::new();
        for language in [Language::En, Language::Ar] {
            let mut wb = Workbench::for_picture(None).unwrap();
            wb.set_language(language);
            let window = Window::of(wb, size);
            window.keep_picture(&format!("window-{}-{}", language.code(), size[0]));
            let screen = window.harness.ctx.content_rect().expand(0.5);
            for (name, rect) in named(&window) {
                // Rows of lists that scroll may go on below; nothing may
                // stick out at the sides, nor begin under the window.
                let holds = rect.left() >= screen.left() && rect.right() <= screen.right();
                assert!(holds, "{name:?} at {rect:?} in {size:?} ({language:?})");
            }
            // Every tag has a chip on the screen, or is behind a button there.
            let on_screen = |name: &str| {
                window
                    .harness
                    .get_all_by_role(Role::Button)
                    .filter(|node| node.accesskit_node().label().as_deref() == Some(name))
                    .any(|node| screen.contains_rect(node.rect()))
            };
            let project = window.wb().project();
            let tags: Vec<_> = project
                .tags()
                .filter(|tag| tag.kind != TagKind::Relation)
                .map(|tag| tag.name(language.code()))
                .collect();
            let shown = tags.iter().filter(|name| on_screen(name)).count();
            let rest = [("count", hashiya::i18n::Arg::from(tags.len() - shown))];
            let more = window.wb().messages().format("tags-more", &rest);
            assert!(shown > 0);
            assert!(shown == tags.len() || on_screen(&more), "{shown} {more}");
            for page in window.pages() {
                assert!(screen.contains_rect(page), "{page:?}");
                assert!(page.width() > 150.0 && page.height() > 150.0, "{page:?}");
            }
            let menu = window.wb().messages().text("menu-file");
            let menu = window.harness.get_by_role_and_label(Role::MenuItem, &menu);
            side.push(menu.rect().center().x > screen.center().x);
            // The first reader stands where reading begins.
            let first = &window.wb().readers()[0].document;
            let title = window.wb().project().document(first).unwrap().title.clone();
            let at = window
                .harness
                .get_by_role_and_label(Role::Document, &title)
                .rect();
            let is_right = at.center().x > window.pages()[0].center().x + 1.0;
            assert_eq!(is_right, language == Language::Ar);
        }
        assert_eq!(side, [false, true], "the menu bar at {size:?}");
    }
}

#[test]
fn r42_no_string_of_the_window_is_drawn_by_eguis_own_text() {
    fn texts(shape: &Shape, found: &mut Vec<String>) {
        match shape {
            Shape::Text(text) if !text.galley.is_empty() => {
                found.push(text.galley.text().to_owned());
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, found)),
            _ => {}
        }
    }
    let check = |window: &Window, what: &str| {
        let mut found = Vec::new();
        for clipped in &window.harness.output().shapes {
            texts(&clipped.shape, &mut found);
        }
        assert!(found.is_empty(), "{what}: {found:?}");
    };
    for language in [Language::En, Language::Ar] {
        let mut wb = Workbench::for_picture(None).unwrap();
        wb.set_language(language);
        let mut window = Window::of(wb, WIDE);
        check(&window, "first");
        let mark = window.marks()[0].id.clone();
        window.wb_mut().go_to_mark(&mark);
        window.rest();
        check(&window, "a mark chosen");
        for id in [
            "go.palette",
            "help.shortcuts",
            "help.about",
            "file.open-path",
        ] {
            assert!(window.run(id, Args::None), "{id}");
            check(&window, id);
            window.plain_key(egui::Key::Escape);
        }
        let menus: Vec<String> = hashiya::command::Menu::ALL
            .iter()
            .map(|menu| window.wb().messages().text(menu.message()))
            .collect();
        for menu in menus {
            window.press(Role::MenuItem, &menu);
            check(&window, &menu);
            window.plain_key(egui::Key::Escape);
        }
        window.run("edit.find", Args::Text("قسد".to_owned()));
        check(&window, "finding");
        window.wb_mut().notify(
            hashiya::command::NoticeKind::Problem,
            "جملة (واحدة).".to_owned(),
        );
        window.frame(Vec::new());
        window.frame(Vec::new());
        check(&window, "a sentence said");
    }
}

#[test]
fn every_entry_of_a_menu_stands_there_once() {
    let mut window = sample();
    for menu in [
        "file", "edit", "mark", "review", "entity", "view", "go", "help",
    ] {
        let title = window.wb().messages().text(&format!("menu-{menu}"));
        let bar: std::collections::BTreeSet<String> = items(&window).into_iter().collect();
        window.press(Role::MenuItem, &title);
        window.rest();
        let mut entries: Vec<String> = items(&window);
        entries.retain(|name| !bar.contains(name));
        let all = entries.len();
        assert!(all > 1, "{menu}: {entries:?}");
        entries.sort();
        entries.dedup();
        assert_eq!(entries.len(), all, "{menu}: {entries:?}");
        window.plain_key(Key::Escape);
        window.rest();
    }
}

/// The names of all rows of menus in sight.
fn items(window: &Window) -> Vec<String> {
    [Role::MenuItem, Role::MenuItemCheckBox]
        .into_iter()
        .flat_map(|role| window.harness.query_all_by_role(role))
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}
