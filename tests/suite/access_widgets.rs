//! Lists, menus, dialogs, fields and messages as a screen reader finds them,
//! and the order in which the keyboard comes to things.

use egui::accesskit::{Action, ActionData, Live, Node, NodeId, Role, TextSelection};
use egui::{Event, Key, Modifiers, vec2};
use hashiya::command::{Args, Selection, Workbench};
use hashiya::i18n::Language;
use hashiya::model::{Id, Span};

use super::support::told::{Listener, Told, is_rtl, plain};
use super::support::window::{WIDE, bench};

fn on(wb: Workbench) -> Listener {
    Listener::new(wb, vec2(WIDE[0], WIDE[1]))
}

fn sample(language: Language) -> Listener {
    let mut wb = Workbench::for_picture(None).unwrap();
    wb.set_language(language);
    wb.run_suggestions_now();
    on(wb)
}

fn key(listener: &mut Listener, key: Key, modifiers: Modifiers) -> Told {
    for pressed in [true, false] {
        listener.send(Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        });
        listener.frame();
    }
    listener.frame();
    listener.frame()
}

fn run(listener: &mut Listener, command: &str) -> Told {
    listener.app.workbench_mut().run(command, &Args::None);
    for _ in 0..3 {
        listener.frame();
    }
    listener.frame()
}

/// The names of what lies around a node, from the window inwards.
fn around(told: &Told, id: NodeId) -> Vec<(Role, String)> {
    let parents: std::collections::HashMap<NodeId, NodeId> = told
        .nodes
        .iter()
        .flat_map(|(id, node)| node.children().iter().map(|child| (*child, *id)))
        .collect();
    let mut names = Vec::new();
    let mut at = id;
    while let Some(parent) = parents.get(&at) {
        let node = told.node(*parent);
        names.push((node.role(), plain(node.label().unwrap_or_default())));
        at = *parent;
    }
    names.reverse();
    names
}

fn options(told: &Told, list: NodeId) -> Vec<&Node> {
    told.below(list)
        .into_iter()
        .map(|(id, _)| told.node(id))
        .filter(|node| node.role() == Role::ListBoxOption)
        .collect()
}

#[test]
fn the_documents_and_the_names_are_lists_with_their_places() {
    let mut listener = sample(Language::En);
    let told = listener.frame();
    let list = told.named(Role::ListBox, "Documents");
    let wb = listener.app.workbench();
    let titles: Vec<&str> = wb.project().documents().map(|d| d.title.as_str()).collect();
    assert_eq!(told.node(list).size_of_set(), Some(titles.len()));
    let rows = options(&told, list);
    let names: Vec<&str> = rows.iter().map(|row| row.label().unwrap()).collect();
    assert_eq!(names, titles, "in full");
    for (index, row) in rows.iter().enumerate() {
        assert_eq!(row.position_in_set(), Some(index));
        let shown = wb
            .readers()
            .iter()
            .any(|reader| wb.project().document(&reader.document).unwrap().title == titles[index]);
        assert_eq!(row.is_selected(), Some(shown));
        assert_eq!(row.toggled(), None, "chosen, not ticked");
        assert!(plain(row.description().unwrap()).contains("mark"));
    }
    let names = told.named(Role::ListBox, "Names");
    assert!(!options(&told, names).is_empty());
}

#[test]
fn of_a_long_queue_the_rows_in_sight_say_which_of_how_many_they_are() {
    let line = "بين دمشق وبغداد والقاهرة وبيروت وعمان طريق.";
    let lines: Vec<String> = (0..200)
        .map(|number| format!("{number} {line}\n"))
        .collect();
    let text = lines.concat();
    let mut wb = bench(&[("text", &text)], None);
    wb.run_suggestions_now();
    let document = wb.active_document().unwrap().id.clone();
    let count = wb.suggestion_count(&document);
    let mut listener = on(wb);
    let told = listener.frame();
    let list = told.named(Role::ListBox, "Suggestions");
    assert_eq!(told.node(list).size_of_set(), Some(count));
    let rows = options(&told, list);
    assert!(rows.len() > 2 && rows.len() < 40, "{}", rows.len());
    for (index, row) in rows.iter().enumerate() {
        assert_eq!(row.position_in_set(), Some(index));
        let more = plain(row.description().unwrap());
        assert!(
            row.label() != Some("دمشق") || more.contains("Place"),
            "{more}"
        );
    }
    // Far down the list.
    for _ in 0..60 {
        listener
            .app
            .workbench_mut()
            .run("suggestion.next", &Args::None);
    }
    let told = run(&mut listener, "suggestion.next");
    let list = told.named(Role::ListBox, "Suggestions");
    let chosen: Vec<usize> = options(&told, list)
        .iter()
        .filter(|row| row.is_selected() == Some(true))
        .filter_map(|row| row.position_in_set())
        .collect();
    assert_eq!(chosen.len(), 1);
    assert!(chosen[0] > 40, "{chosen:?}");
    // Tabs over the list, of which this one is chosen.
    let tabs: Vec<(String, Option<bool>)> = told
        .all(Role::Tab)
        .into_iter()
        .map(|id| told.node(id))
        .map(|tab| (tab.label().unwrap().to_owned(), tab.is_selected()))
        .collect();
    assert!(
        tabs[0].0.starts_with("Suggestions") && tabs[0].1 == Some(true),
        "{tabs:?}"
    );
    assert!(tabs[1..].iter().all(|tab| tab.1 == Some(false)));
    let bar = told.all(Role::TabList);
    assert_eq!(told.node(bar[0]).size_of_set(), Some(tabs.len()));
    assert_eq!(told.all(Role::TabPanel).len(), 1);
}

#[test]
fn menus_say_what_they_hold_and_which_keys_do_the_same() {
    let mut listener = sample(Language::En);
    let told = listener.frame();
    let bar = told.all(Role::MenuBar);
    assert_eq!(bar.len(), 1);
    let items: Vec<&Node> = told
        .node(bar[0])
        .children()
        .iter()
        .map(|id| told.node(*id))
        .collect();
    assert!(items.iter().all(|item| item.role() == Role::MenuItem));
    assert!(items.iter().all(|item| item.has_popup().is_some()));
    assert!(items.iter().all(|item| item.is_expanded() == Some(false)));
    let file = told.named(Role::MenuItem, "File");
    listener.ask(Action::Click, file, None);
    listener.frame();
    listener.frame();
    let told = listener.frame();
    assert_eq!(told.node(file).is_expanded(), Some(true));
    assert_eq!(told.all(Role::Menu).len(), 1);
    let open = told.named(Role::MenuItem, "Open…");
    assert_eq!(told.node(open).keyboard_shortcut(), Some("Ctrl O"));
    assert!(
        around(&told, open)
            .iter()
            .any(|(role, _)| *role == Role::Menu)
    );
    let recent = told.named(Role::MenuItem, "recent");
    assert!(told.node(recent).has_popup().is_some());
}

#[test]
fn a_dialog_is_modal_has_its_title_and_the_keyboard() {
    let mut listener = sample(Language::Ar);
    let told = run(&mut listener, "go.palette");
    let dialogs: Vec<&Node> = told
        .all(Role::Dialog)
        .into_iter()
        .map(|id| told.node(id))
        .filter(|node| node.is_modal())
        .collect();
    assert_eq!(dialogs.len(), 1);
    let title = listener.app.workbench().messages().text("palette-title");
    assert_eq!(dialogs[0].label(), Some(title.as_str()));
    let field = told.node(told.focus);
    assert_eq!(field.role(), Role::SearchInput);
    let inside = around(&told, told.focus);
    assert!(inside.contains(&(Role::Dialog, title)), "{inside:?}");
    let list = told.all(Role::ListBox);
    let list = list
        .into_iter()
        .find(|id| {
            around(&told, *id)
                .iter()
                .any(|(role, _)| *role == Role::Dialog)
        })
        .unwrap();
    let rows = options(&told, list);
    // Those in sight, of as many as there are.
    assert!(told.node(list).size_of_set() >= Some(rows.len()) && rows.len() > 5);
    let chosen: Vec<bool> = rows.iter().map(|row| row.is_selected().unwrap()).collect();
    assert!(chosen[0] && !chosen[1..].contains(&true));
    let told = key(&mut listener, Key::ArrowDown, Modifiers::NONE);
    let rows = options(&told, list);
    assert_eq!(rows[0].is_selected(), Some(false));
    assert_eq!(rows[1].is_selected(), Some(true));
}

#[test]
fn a_field_tells_its_text_caret_and_selection_and_takes_them() {
    let mut listener = sample(Language::En);
    let told = listener.frame();
    let field = told.named(Role::SearchInput, "Text to find");
    assert!(told.node(field).placeholder().is_some());
    assert_eq!(told.text(field), "");
    listener.ask(Action::Focus, field, None);
    listener.frame();
    listener.frame();
    let text = "قال NATO 12 لا 🙂";
    listener.send(Event::Text(text.to_owned()));
    listener.frame();
    let told = listener.frame();
    assert_eq!(told.focus, field);
    assert_eq!(told.text(field), text);
    told.check_runs(field);
    let node = told.node(field);
    assert_eq!(node.value(), Some(text));
    assert!(is_rtl(node));
    let directions: Vec<(String, bool)> = told
        .runs(field)
        .iter()
        .map(|run| (run.value().unwrap().trim().to_owned(), is_rtl(run)))
        .collect();
    assert!(
        directions.contains(&("قال".to_owned(), true)),
        "{directions:?}"
    );
    assert!(
        directions
            .iter()
            .any(|(words, rtl)| words.contains("NATO") && !rtl)
    );
    let caret = node.text_selection().unwrap();
    assert_eq!(caret.anchor, caret.focus);
    let last = told.runs(field).last().unwrap().character_lengths().len();
    assert_eq!(caret.focus.character_index, last);

    // The first word is selected by the reader, and written over by it.
    let first = told.node(field).children()[0];
    let at = |character_index| egui::accesskit::TextPosition {
        node: first,
        character_index,
    };
    let selection = TextSelection {
        anchor: at(0),
        focus: at(3),
    };
    listener.ask(
        Action::SetTextSelection,
        field,
        Some(ActionData::SetTextSelection(selection)),
    );
    listener.frame();
    let told = listener.frame();
    let now = told.node(field).text_selection().unwrap();
    assert_eq!((now.anchor, now.focus.character_index), (at(0), 3));
    listener.ask(
        Action::ReplaceSelectedText,
        field,
        Some(ActionData::Value("أكد".into())),
    );
    listener.frame();
    let told = listener.frame();
    assert_eq!(told.text(field), "أكد NATO 12 لا 🙂");
    listener.ask(
        Action::SetValue,
        field,
        Some(ActionData::Value("دمشق".into())),
    );
    listener.frame();
    let told = listener.frame();
    assert_eq!(told.text(field), "دمشق");
    assert_eq!(listener.app.workbench().find().query, "دمشق");
}

#[test]
fn a_note_of_several_paragraphs_is_told_line_by_line() {
    let text = "زار أحمد دمشق.";
    let mut wb = bench(&[("text", text)], None);
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(Span::new(0, 15)));
    assert!(wb.run("annotation.tag", &Args::Id(Id::new("person"))));
    let mut listener = on(wb);
    let told = listener.frame();
    let note = told.named(Role::MultilineTextInput, "Note");
    let words = "سطر أول\nthen a second\n";
    listener.ask(
        Action::SetValue,
        note,
        Some(ActionData::Value(words.into())),
    );
    listener.ask(Action::Focus, note, None);
    listener.frame();
    listener.frame();
    let told = listener.frame();
    assert_eq!(told.text(note), words);
    told.check_runs(note);
    let runs = told.runs(note);
    assert!(is_rtl(runs[0]) && !is_rtl(runs[1]));
    assert!(told.node(note).text_selection().is_some());
}

#[test]
fn what_happens_is_said() {
    let text = "زار أحمد دمشق.";
    let mut wb = bench(&[("text", text)], None);
    wb.run_suggestions_now();
    let mut listener = on(wb);
    let told = listener.frame();
    let live = |told: &Told| -> Vec<String> {
        told.nodes
            .values()
            .filter(|node| node.live() == Some(Live::Polite))
            .filter_map(|node| node.label().or(node.value()))
            .map(plain)
            .collect()
    };
    let saved = listener
        .app
        .workbench()
        .messages()
        .text("status-never-saved");
    assert!(live(&told).contains(&saved), "{:?}", live(&told));
    let told = run(&mut listener, "suggestion.next");
    assert!(
        live(&told)
            .iter()
            .any(|said| said.starts_with("Suggestion: ")),
        "{:?}",
        live(&told)
    );
    let told = run(&mut listener, "suggestion.accept");
    let told = {
        drop(told);
        run(&mut listener, "edit.undo")
    };
    let said = live(&told);
    assert!(
        said.iter().any(|said| said.starts_with("Undid")),
        "{said:?}"
    );
}

#[test]
fn everything_that_can_have_the_keyboard_has_a_name() {
    for language in [Language::En, Language::Ar] {
        let mut listener = sample(language);
        for command in [
            "view.suggestions",
            "view.claims",
            "edit.find",
            "suggestion.next",
            "annotation.next",
            "go.palette",
        ] {
            let told = run(&mut listener, command);
            for (id, _) in told.below(told.root) {
                let node = told.node(id);
                let takes = node.supports_action(Action::Focus) && !node.is_hidden();
                // Grounds of panels and dialogs take the pointer, not the keys.
                if !takes || node.role() == Role::GenericContainer {
                    continue;
                }
                let named = node
                    .label()
                    .or(node.value())
                    .is_some_and(|name| !name.trim().is_empty());
                assert!(
                    named || !node.labelled_by().is_empty(),
                    "{command}: {node:?} in {:?}",
                    around(&told, id)
                );
            }
        }
    }
}

/// The part of the window a node is in.
fn part(told: &Told, id: NodeId) -> String {
    around(told, id)
        .into_iter()
        .find(|(role, name)| *role == Role::Pane && !name.is_empty())
        .map_or_else(|| "pages".to_owned(), |(_, name)| name)
}

#[test]
fn tab_goes_through_the_window_as_it_is_read_in_both_directions_of_writing() {
    for language in [Language::En, Language::Ar] {
        let mut listener = sample(language);
        let told = listener.frame();
        let root = told.node(told.root);
        assert_eq!(root.language(), Some(language.code()));
        assert!(root.label().is_some_and(|name| name.contains("Hashiya")));
        assert_eq!(is_rtl(root), language.is_right_to_left());
        let names: Vec<String> = [
            "part-top",
            "documents-title",
            "",
            "inspector-title",
            "part-tags",
            "lower-title",
        ]
        .iter()
        .map(|id| match *id {
            "" => "pages".to_owned(),
            id => listener.app.workbench().messages().text(id),
        })
        .collect();

        // F6 from the page on, and round.
        let mut parts = Vec::new();
        let mut focus = told.focus;
        let start = focus;
        loop {
            let told = key(&mut listener, Key::F6, Modifiers::NONE);
            focus = told.focus;
            parts.push(part(&told, focus));
            eprintln!(
                "DBG {:?} {:?}",
                told.node(focus).bounds(),
                told.node(focus).label()
            );
            if focus == start {
                break;
            }
            assert!(parts.len() < 12, "{parts:?}");
        }
        let mut wanted = names[3..].to_vec();
        wanted.extend(names[..3].to_vec());
        let pages = listener.app.workbench().readers().len();
        assert_eq!(pages, 2);
        wanted.insert(0, names[2].clone());
        assert_eq!(parts, wanted, "{language:?}");
        let told = key(&mut listener, Key::F6, Modifiers::SHIFT);
        assert_eq!(part(&told, told.focus), names[1]);

        // Tab, from the first thing to the last and to the first again.
        let mut stops: Vec<(String, egui::accesskit::Rect)> = Vec::new();
        let mut told = key(&mut listener, Key::F6, Modifiers::SHIFT);
        let start = told.focus;
        loop {
            assert_ne!(told.focus, told.root, "lost after {:?}", stops.last());
            let bounds = told.node(told.focus).bounds().unwrap();
            stops.push((part(&told, told.focus), bounds));
            told = key(&mut listener, Key::Tab, Modifiers::NONE);
            if told.focus == start {
                break;
            }
            assert!(stops.len() < 400);
        }
        let mut order: Vec<String> = stops.iter().map(|(part, _)| part.clone()).collect();
        order.dedup();
        // The borders between panels come last.
        order.truncate(names.len());
        assert_eq!(order, names, "{language:?}");
        // The tags in reading direction, row by row.
        let sign = if language.is_right_to_left() {
            -1.0
        } else {
            1.0
        };
        let tags: Vec<(i64, f64)> = stops
            .iter()
            .filter(|(part, _)| *part == names[4])
            .map(|(_, rect)| (rect.y0 as i64, sign * rect.x0))
            .collect();
        assert!(tags.len() > 4);
        assert!(tags.is_sorted_by(|a, b| a <= b), "{tags:?}");
        // Back again.
        let last = stops.last().unwrap().1;
        let told = key(&mut listener, Key::Tab, Modifiers::SHIFT);
        assert_eq!(told.node(told.focus).bounds(), Some(last));
        // The tree has the same order.
        let in_tree: Vec<String> = told
            .all(Role::Pane)
            .into_iter()
            .map(|id| plain(told.node(id).label().unwrap_or_default()))
            .filter(|name| names.contains(name))
            .collect();
        let wanted: Vec<String> = names
            .iter()
            .filter(|name| *name != "pages")
            .cloned()
            .collect();
        assert_eq!(in_tree, wanted, "{language:?}");
    }
}
