//! Whole sessions: opening, marking with the mouse, saving, coming back, and
//! losing nothing to a kill.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::dialog;
use super::display::Display;
use super::picture::Area;
use super::program::Program;
use super::wait_for;

/// The first word of the first sample.
const WORD: &str = "محادثات";

/// Where the text is while one page is open; notices come up below.
pub(super) const PAGE: Area = Area {
    left: 240,
    top: 90,
    right: 1140,
    bottom: 780,
};

#[test]
fn a_session_from_opening_to_reopening() {
    let Some(display) = Display::start("session") else {
        return;
    };
    let texts = texts(display.folder());
    let program = Program::start(&display, std::iter::empty::<&str>());
    program.fill_screen();
    display.look_when_still("started");

    for (done, text) in texts.iter().rev().enumerate() {
        display.key("ctrl+o");
        dialog::choose_file(&display, text);
        // The dialog is gone before its answer has arrived.
        wait_for("the text in the project", || {
            let opened = journal(&display).matches("file.open").count();
            (opened > done).then_some(())
        });
        program.wait_for_focus();
        let name = if done == 0 {
            "opened-first"
        } else {
            "opened-second"
        };
        display.look_when_still(name);
    }
    let word = first_word(&display);
    let middle = word.middle();
    let before = display.look_when_still("before");

    // From the word's beginning to its middle: a border inside the word.
    display.drag((word.right - 1, middle.1), middle);
    display.key("p");
    program.wait_for_title("the unsaved dot", |title| title.starts_with('•'));
    let marked = display.look_when_still("marked");
    assert!(marked.changed(&before, word).is_some(), "the mark is seen");
    display.key("ctrl+z");
    let undone = display.look_when_still("undone");
    assert!(undone.changed(&marked, word).is_some(), "undo is seen");
    display.key("ctrl+shift+z");
    let redone = display.look_when_still("redone");
    assert!(redone.changed(&undone, word).is_some(), "redo is seen");

    display.key("ctrl+s");
    dialog::save_as(&display, &display.folder().join("mine"));
    program.wait_for_focus();
    program.wait_for_title("the name without a dot", |title| title.starts_with("mine"));
    display.key("ctrl+q");
    assert_eq!(program.wait_for_end().code(), Some(0));
    let project = display.folder().join("mine.hashiya.json");
    let saved = std::fs::read(&project).unwrap();
    let record: Value = serde_json::from_slice(&saved).unwrap();
    assert_one_mark(&record);
    assert!(display.folder().join("mine.hashiya.log").exists());

    let program = Program::start(&display, [&project]);
    program.wait_for_title("the project", |title| title.starts_with("mine"));
    display.look_when_still("reopened");
    display.key("ctrl+q");
    assert_eq!(program.wait_for_end().code(), Some(0));
    assert_eq!(
        std::fs::read(&project).unwrap(),
        saved,
        "nothing was changed"
    );
}

#[test]
fn work_survives_a_kill() {
    let Some(display) = Display::start("kill") else {
        return;
    };
    let [text, _] = texts(display.folder());
    let program = Program::start(&display, [&text]);
    program.fill_screen();
    let name = program.title();
    let word = first_word(&display);
    display.clicks(word.middle(), 2);
    display.key("l");
    wait_for("the mark in the journal", || {
        journal(&display).contains("annotation.tag").then_some(())
    });
    program.kill();

    let program = Program::start(&display, std::iter::empty::<&str>());
    program.wait_for_title("the work of before", |title| title == format!("• {name}"));
    let recovered = display.look_when_still("recovered");
    // What the killed program did can be undone and done again.
    display.key("ctrl+z");
    wait_for("the undo in the journal", || {
        (journal(&display).matches("\"undoes\"").count() == 1).then_some(())
    });
    display.key("ctrl+y");
    wait_for("the redo in the journal", || {
        (journal(&display).matches("\"undoes\"").count() == 2).then_some(())
    });
    display.look_when_still("redone");
    display.key("ctrl+q");
    let asked = display.look_when_still("asked");
    let window = program.area();
    assert!(asked.changed(&recovered, window).is_some(), "it asks");
    display.key("Escape");
    display.look_when_still("stayed");
    display.key("ctrl+q");
    display.look_when_still("asked-again");
    // Save, which stands first, then discard.
    display.keys("Tab", 2);
    display.look_when_still("discard");
    display.key("Return");
    assert_eq!(program.wait_for_end().code(), Some(0));
    assert!(journal(&display).is_empty(), "what was discarded is gone");
}

#[test]
fn words_go_to_the_clipboard_of_the_system() {
    let Some(display) = Display::start("clipboard") else {
        return;
    };
    let [text, _] = texts(display.folder());
    let program = Program::start(&display, [&text]);
    program.fill_screen();
    let word = first_word(&display);
    display.clicks(word.middle(), 2);
    display.look_when_still("word");
    display.key("ctrl+c");
    let copied = wait_for("the copied word", || {
        display.clipboard().filter(|copied| !copied.is_empty())
    });
    assert_eq!(copied, WORD);
    display.key("ctrl+q");
    assert_eq!(program.wait_for_end().code(), Some(0));
}

/// What the journals of unnamed projects hold.
pub(super) fn journal(display: &Display) -> String {
    let folder = display.folder().join("state/hashiya/unnamed");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "log"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect()
}

/// The saved project has one annotation: a person, on the beginning of
/// [`WORD`] but not all of it, where its numbers say.
fn assert_one_mark(project: &Value) {
    let marks = project["annotations"].as_array().unwrap();
    assert_eq!(marks.len(), 1);
    let mark = &marks[0];
    assert_eq!(mark["tag"], "person");
    let span = &mark["spans"][0];
    let quote = span["quote"].as_str().unwrap();
    let letters = quote.chars().count();
    assert!(
        WORD.starts_with(quote) && letters > 1 && letters + 1 < WORD.chars().count(),
        "{quote:?}"
    );
    let text = project["documents"]
        .as_array()
        .unwrap()
        .iter()
        .find(|document| document["id"] == mark["document"])
        .and_then(|document| document["text"].as_str())
        .unwrap();
    let at = |end: &str| usize::try_from(span[end].as_u64().unwrap()).unwrap();
    let (start, end) = (at("start"), at("end"));
    let found: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(found, quote);
}

/// Two of the sample's articles as files.
pub(super) fn texts(folder: &Path) -> [PathBuf; 2] {
    let texts = [
        (
            "مقال أول.txt",
            include_str!("../../assets/sample/000_78be79fe188fd794.txt"),
        ),
        (
            "مقال ثان.txt",
            include_str!("../../assets/sample/002_98a9688859ba6c81.txt"),
        ),
    ];
    texts.map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    })
}

/// Where [`WORD`] stands on the screen: the keyboard selects it, and the
/// selection is what differs from before.
pub(super) fn first_word(display: &Display) -> Area {
    let plain = display.look_when_still("unselected");
    display.key("ctrl+shift+Left");
    let selected = display.look_when_still("selected");
    selected.changed(&plain, PAGE).expect("the word is seen")
}
