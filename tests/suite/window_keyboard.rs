//! An article, annotated from its opening to the next one, by the keyboard
//! alone; and the walk from mark to mark.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use hashiya::command::{Args, Walk};
use serde_json::Value;

use super::samples;
use super::support::window::{WIDE, Window, bench, on_text};

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Types what is looked for; the keyboard is in the page afterwards and the
/// words are selected.
fn find(window: &mut Window, words: &str) {
    window.key(CTRL, Key::F);
    window.key(CTRL, Key::A);
    window.type_text(words);
    window.plain_key(Key::Escape);
    assert_eq!(window.selected(), words);
}

/// Marks with a tag of which a part of the name is typed.
fn pick(window: &mut Window, part: &str) {
    window.key(CTRL, Key::T);
    window.type_text(part);
    window.plain_key(Key::Enter);
}

/// Runs a command by a part of its name.
fn command(window: &mut Window, part: &str) {
    window.key(CTRL, Key::P);
    window.type_text(part);
    window.plain_key(Key::Enter);
}

/// Every mark of the file as `document|words|tag|note|entity's name`.
fn marks_in(file: &Value) -> Vec<String> {
    let list = |name: &str| file[name].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let name_of = |kind: &str, id: &Value, field: &str| {
        let all = list(kind);
        let found = all.iter().find(|one| one["id"] == *id);
        found.map_or_else(String::new, |one| text(&one[field]))
    };
    let mut found: Vec<String> = list("annotations")
        .iter()
        .map(|mark| {
            let quotes: Vec<String> = mark["spans"]
                .as_array()
                .unwrap()
                .iter()
                .map(|span| text(&span["quote"]))
                .collect();
            format!(
                "{}|{}|{}|{}|{}",
                name_of("documents", &mark["document"], "title"),
                quotes.join(" … "),
                text(&mark["tag"]),
                text(&mark["note"]),
                name_of("entities", &mark["entity"], "name"),
            )
        })
        .collect();
    found.sort();
    found
}

#[test]
fn an_article_is_annotated_without_the_mouse() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::of(bench(&[], Some(folder.path())), WIDE);
    // Two articles are opened by their paths.
    for index in [3, 0] {
        let (name, text) = samples::documents()[index];
        let path = folder.path().join(format!("{name}.txt"));
        std::fs::write(&path, text).unwrap();
        window.key(CTRL_SHIFT, Key::O);
        window.key(CTRL, Key::A);
        window.type_text(path.to_str().unwrap());
        window.plain_key(Key::Enter);
    }
    window.key(CTRL, Key::PageUp);
    assert!(window.text().starts_with("Sorry"));
    let titles: Vec<String> = window
        .wb()
        .project()
        .documents()
        .map(|document| document.title.clone())
        .collect();

    // Names by their letters and digits, by parts of a tag's name in English
    // and in Arabic, by words that are selected one after the other.
    find(&mut window, "التحالف الدولي");
    window.plain_key(Key::O);
    find(&mut window, "جويل هاربر");
    window.plain_key(Key::Num1);
    find(&mut window, "العراق");
    pick(&mut window, "plac");
    find(&mut window, "برادلي");
    pick(&mut window, "سلاح");
    find(&mut window, "مطار");
    window.plain_key(Key::ArrowRight);
    window.key(ALT, Key::Num1);
    window.key(ALT, Key::Num1);
    assert_eq!(window.selected(), "مطار رميلان");
    pick(&mut window, "منشاه");
    find(&mut window, "الاثنين");
    window.key(ALT, Key::Num1);
    window.key(ALT, Key::Num1);
    window.key(ALT.plus(SHIFT), Key::Num1);
    assert_eq!(window.selected(), "الاثنين الماضي");
    window.plain_key(Key::D);
    find(&mut window, "ست عربات");
    window.plain_key(Key::N);
    find(&mut window, "الرئيس");
    window.plain_key(Key::T);
    find(&mut window, "جو بايدن");
    window.plain_key(Key::P);
    find(&mut window, "القوات العراقية");
    window.plain_key(Key::G);
    // The next name that is not marked: accepted as it is suggested.
    find(&mut window, "مدينة الحسكة");
    window.plain_key(Key::ArrowRight);
    window.key(CTRL, Key::F9);
    assert_eq!(
        window
            .wb()
            .current_suggestion()
            .map(|(_, one)| one.kind.code()),
        Some("LOC")
    );
    window.plain_key(Key::Enter);
    window.plain_key(Key::Escape);
    // A mark within a mark.
    find(&mut window, "القوات العراقية");
    window.plain_key(Key::ArrowLeft);
    window.key(Modifiers::CTRL.plus(CTRL), Key::ArrowRight);
    window.key(ALT, Key::Num1);
    assert_eq!(window.selected(), "العراقية");
    window.plain_key(Key::B);
    // A passage.
    find(&mut window, "الخلايا الإرهابية");
    window.key(ALT, Key::Num2);
    pick(&mut window, "claim");
    // From mark to mark: the rank is no title here but a person's mark, and
    // gets a note.
    window.key(CTRL, Key::Home);
    window.plain_key(Key::F2);
    assert_eq!(window.wb().walk(), Walk::Marks);
    while window.chosen() != "الرئيس" {
        window.plain_key(Key::ArrowLeft);
    }
    window.plain_key(Key::P);
    window.plain_key(Key::ArrowLeft);
    assert_eq!(window.chosen(), "جو بايدن");
    window.key(CTRL, Key::M);
    window.type_text("رئيس الولايات المتحدة");
    // Back to the page; Escape would give the words up.
    window.key(SHIFT, Key::F6);
    // A mention is linked with an entity that is known already.
    window.plain_key(Key::Escape);
    let known = window
        .wb()
        .project()
        .entities()
        .next()
        .unwrap()
        .name
        .clone();
    assert!(known.contains("الحسكة"), "{known}");
    find(&mut window, "الحسكة");
    find(&mut window, "الحسكة الشمالي");
    window.plain_key(Key::ArrowRight);
    window.key(ALT, Key::Num1);
    window.plain_key(Key::L);
    command(&mut window, "same as");
    window.plain_key(Key::Enter);
    // Taken back and brought again.
    let before = window.marks();
    for _ in 0..3 {
        window.key(CTRL, Key::Z);
    }
    assert!(window.marks().len() < before.len());
    for _ in 0..3 {
        window.key(CTRL_SHIFT, Key::Z);
    }
    assert_eq!(window.marks(), before);
    // The article is done; the next one has a name of its own.
    command(&mut window, "state: done");
    window.key(CTRL_SHIFT, Key::PageDown);
    assert!(!window.text().starts_with("Sorry"));
    find(&mut window, "واشنطن");
    window.plain_key(Key::L);
    // And what is saved is what was meant.
    let path = folder.path().join("article.hashiya.json");
    window.answer(std::slice::from_ref(&path));
    window.key(CTRL, Key::S);
    // Whoever calls a document done is told what is still open in it.
    let problems = window.problems();
    let expected = |problem: &String| problem.starts_with("The document is done, but ");
    assert!(problems.iter().all(expected), "{problems:?}");
    let file: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let first = &titles[0];
    let sentence = samples::documents()[3]
        .1
        .lines()
        .find(|line| line.contains("الخلايا الإرهابية"))
        .unwrap();
    let mut wanted: Vec<String> = [
        ("التحالف الدولي", "organisation", "", ""),
        ("جويل هاربر", "person", "", ""),
        ("العراق", "place", "", ""),
        ("برادلي", "weapon", "", ""),
        ("مطار رميلان", "facility", "", ""),
        ("الاثنين الماضي", "date", "", ""),
        ("ست عربات", "number", "", ""),
        ("الرئيس", "person", "", ""),
        ("جو بايدن", "person", "رئيس الولايات المتحدة", ""),
        ("القوات العراقية", "group", "", ""),
        ("العراقية", "people", "", ""),
        (&known, "place", "", &known),
        ("الحسكة", "place", "", &known),
        (sentence.trim(), "claim", "", ""),
    ]
    .into_iter()
    .map(|(words, tag, note, entity)| format!("{first}|{words}|{tag}|{note}|{entity}"))
    .collect();
    wanted.push(format!("{}|واشنطن|place||", titles[1]));
    wanted.sort();
    assert_eq!(marks_in(&file), wanted);
    let state = |title: &str| {
        let all = file["documents"].as_array().unwrap();
        let found = all.iter().find(|one| one["title"] == title).unwrap();
        found["state"].as_str().unwrap_or("new").to_owned()
    };
    assert_eq!(state(first), "done");
}

const MARKED: &str =
    "ذهب أحمد إلى دمشق مع سعاد.\nThen Ali met Hassan in Homs and went away.\nوعاد أحمد وحده.";

/// Five names marked with letters.
fn walked() -> Window {
    let mut window = on_text(MARKED);
    for (words, key) in [
        ("أحمد", Key::P),
        ("دمشق", Key::L),
        ("سعاد", Key::P),
        ("Ali", Key::P),
        ("Homs", Key::L),
    ] {
        window.select_words(words);
        window.plain_key(key);
    }
    window.plain_key(Key::Escape);
    window.key(CTRL, Key::Home);
    window
}

#[test]
fn the_arrows_go_from_mark_to_mark_where_they_point() {
    let mut window = walked();
    window.plain_key(Key::F2);
    assert!(window.sees("Mark to mark · Esc leaves"));
    assert_eq!(window.chosen(), "أحمد");
    window.keep_picture("keys-walk");
    // The line runs from right to left: the next one stands to the left.
    for wanted in ["دمشق", "سعاد", "Ali"] {
        window.plain_key(Key::ArrowLeft);
        assert_eq!(window.chosen(), wanted);
    }
    // This line runs from left to right.
    window.plain_key(Key::ArrowRight);
    assert_eq!(window.chosen(), "Homs");
    window.plain_key(Key::ArrowLeft);
    assert_eq!(window.chosen(), "Ali");
    // Up and down by lines; round the end, which is told.
    window.plain_key(Key::ArrowUp);
    assert!(["أحمد", "دمشق", "سعاد"].contains(&window.chosen().as_str()));
    window.plain_key(Key::ArrowDown);
    assert!(["Ali", "Homs"].contains(&window.chosen().as_str()));
    window.plain_key(Key::End);
    assert_eq!(window.chosen(), "Homs");
    window.notices.clear();
    window.plain_key(Key::ArrowRight);
    assert_eq!(window.chosen(), "أحمد");
    assert_eq!(window.notices.len(), 1, "it says that it went round");
    window.plain_key(Key::End);
    window.plain_key(Key::Home);
    assert_eq!(window.chosen(), "أحمد");
    // A tag's key changes the tag; Escape leads back to the letters.
    window.plain_key(Key::G);
    assert!(window.mark_names().contains(&"أحمد|group".to_owned()));
    window.plain_key(Key::Escape);
    assert_eq!(window.wb().walk(), Walk::Letters);
    let before = window.selection();
    window.plain_key(Key::ArrowLeft);
    assert_ne!(window.selection(), before);
    assert_eq!(window.chosen(), "");
}

#[test]
fn enter_on_a_mark_opens_what_can_be_done_with_it() {
    let mut window = walked();
    window.plain_key(Key::F2);
    window.plain_key(Key::Enter);
    assert!(window.sees("Remove mark"));
    window.keep_picture("keys-walk-menu");
    // Enter chose nothing in it.
    assert_eq!(window.marks().len(), 5);
    // Down to the row that removes the mark.
    for _ in 0..20 {
        let root = window.harness.root();
        let there = root.children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.is_focused() && node.label().is_some_and(|label| label == "Remove mark")
        });
        if there {
            break;
        }
        window.plain_key(Key::ArrowDown);
    }
    window.plain_key(Key::Enter);
    assert_eq!(window.marks().len(), 4, "the row removes the mark");
    window.plain_key(Key::ArrowLeft);
    assert_eq!(window.chosen(), "دمشق", "the keys are in the page again");
}

#[test]
fn marks_of_one_tag_and_notes_are_gone_to() {
    let mut window = walked();
    window.plain_key(Key::F8);
    let mut seen = vec![window.chosen()];
    for _ in 0..3 {
        window.key(CTRL, Key::F8);
        seen.push(window.chosen());
    }
    assert_eq!(seen, ["أحمد", "سعاد", "Ali", "أحمد"]);
    window.key(CTRL_SHIFT, Key::F8);
    assert_eq!(window.chosen(), "Ali");
    // No note yet.
    window.notices.clear();
    window.plain_key(Key::F5);
    assert_eq!(window.problems().len(), 1);
    for words in ["Homs", "دمشق"] {
        let mark = window
            .marks()
            .into_iter()
            .find(|mark| mark.quote(MARKED) == words);
        window.wb_mut().set_note(&mark.unwrap().id, "شيء").unwrap();
    }
    window.key(CTRL, Key::Home);
    let mut seen = Vec::new();
    for _ in 0..3 {
        window.plain_key(Key::F5);
        seen.push(window.chosen());
    }
    assert_eq!(seen, ["دمشق", "Homs", "دمشق"]);
    window.key(SHIFT, Key::F5);
    assert_eq!(window.chosen(), "Homs");
}

#[test]
fn documents_that_are_done_are_passed_over() {
    let documents = [("a", "واحد"), ("b", "اثنان"), ("c", "ثلاثة")];
    let mut window = Window::of(bench(&documents, None), WIDE);
    window.key(CTRL, Key::PageDown);
    assert_eq!(window.text(), "اثنان");
    window.run("document.state-done", Args::None);
    window.key(CTRL, Key::PageUp);
    window.key(CTRL_SHIFT, Key::PageDown);
    assert_eq!(window.text(), "ثلاثة");
    window.notices.clear();
    window.key(CTRL_SHIFT, Key::PageDown);
    assert_eq!(window.text(), "واحد");
    assert_eq!(window.notices.len(), 1, "it says that it went round");
    window.run("document.state-done", Args::None);
    window.key(CTRL_SHIFT, Key::PageUp);
    assert_eq!(window.text(), "ثلاثة");
    window.notices.clear();
    window.key(CTRL_SHIFT, Key::PageUp);
    assert_eq!(window.problems(), ["Every other document is done."]);
}

/// A key as an Arabic keyboard sends it: the sign of the layout or none, and
/// the place.
#[test]
fn tags_and_shortcuts_answer_to_the_places_of_an_arabic_keyboard() {
    let mut window = on_text("ذهب أحمد إلى دمشق");
    window.select_words("أحمد");
    let press = |window: &mut Window, key: Key, place: Key, modifiers: Modifiers| {
        window.frame(vec![
            Event::ModifiersChanged(modifiers),
            Event::Key {
                key,
                physical_key: Some(place),
                pressed: true,
                repeat: false,
                modifiers,
            },
        ]);
        window.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        window.rest();
    };
    // Shift with D writes a bracket there: the panel of documents goes.
    press(&mut window, Key::OpenBracket, Key::D, CTRL_SHIFT);
    assert!(!window.wb().look().documents);
    press(&mut window, Key::OpenBracket, Key::D, CTRL_SHIFT);
    // Shift with 1 writes an exclamation mark.
    press(&mut window, Key::Num1, Key::Num1, ALT);
    assert_eq!(window.selected(), "أحمد إلى");
    press(
        &mut window,
        Key::Exclamationmark,
        Key::Num1,
        ALT.plus(SHIFT),
    );
    assert_eq!(window.selected(), "أحمد");
    press(&mut window, Key::P, Key::P, Modifiers::NONE);
    assert_eq!(window.mark_names(), ["أحمد|person"]);
}
