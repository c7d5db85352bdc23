//! The work itself, from the page into the file: borders drawn by the mouse,
//! relations, two annotators settled, the codebook, every place at once. After
//! each step the project is saved and its file is read.

use std::path::{Path, PathBuf};

use hashiya::command::Workbench;
use hashiya::model::{Analyst, Annotation, Edit, Id, Span, Timestamp};
use hashiya::store::{Header, save};
use serde_json::Value;

use super::display::Display;
use super::flow::PAGE;
use super::picture::Area;
use super::program::Program;
use super::wait_for;
use crate::suite::support::values;
use crate::suite::support::window::bench;

// No names that could be suggested: nothing lights up by itself, so that what
// changes on the screen is what a hand did.

/// Its first word is marked.
const WORDS: &str = "كتاب كبير جديد على طاولة خشبية.";
/// One word in three places.
const OFTEN: &str = "زنكوبار سافر وحيدا.\n\nثم عاد بزنكوبار، وقيل زَنكوبار.\n";

/// Marks words of the first document for somebody.
fn mark(id: &str, text: &str, words: &str, tag: &str, by: &str) -> Edit {
    let start = text.find(words).unwrap();
    Edit::create(Annotation::new(
        Id::new(id),
        Id::new("d0"),
        vec![Span::new(start, start + words.len())],
        Id::new(tag),
        Id::new(by),
        Timestamp::UNIX_EPOCH,
    ))
}

/// A project of one text with what is done to it first.
fn project_of(text: &str, edits: Vec<Edit>) -> Workbench {
    let mut wb = bench(&[("نص", text)], None);
    if !edits.is_empty() {
        wb.commit("test", edits).unwrap();
    }
    wb
}

/// The project in a file, open in the program.
struct Session<'a> {
    display: &'a Display,
    program: Program<'a>,
    file: PathBuf,
}

impl<'a> Session<'a> {
    fn of(display: &'a Display, wb: &Workbench) -> Self {
        let file = display.folder().join("work.hashiya.json");
        save(wb.project(), &Header::fresh(), &file).unwrap();
        Self::on(display, &file)
    }

    fn on(display: &'a Display, file: &Path) -> Self {
        let program = Program::start(display, [file]);
        program.wait_for_title("the project", |title| title.starts_with("work"));
        program.fill_screen();
        display.look_when_still("opened");
        Self {
            display,
            program,
            file: file.to_owned(),
        }
    }

    /// Saves what was changed and reads the file.
    fn saved(&self) -> Value {
        self.program
            .wait_for_title("the unsaved dot", |title| title.starts_with('•'));
        self.display.key("ctrl+s");
        self.program
            .wait_for_title("the name without a dot", |title| title.starts_with("work"));
        self.read()
    }

    fn read(&self) -> Value {
        serde_json::from_slice(&std::fs::read(&self.file).unwrap()).unwrap()
    }

    fn quit(self) {
        self.display.key("ctrl+q");
        assert_eq!(self.program.wait_for_end().code(), Some(0));
    }
}

/// The records of a list of the file.
fn list<'a>(file: &'a Value, name: &str) -> &'a [Value] {
    file[name].as_array().map_or(&[], Vec::as_slice)
}

/// The words of every mark with the tag, in the order of the file.
fn words_and_tags(file: &Value) -> Vec<(&str, &str)> {
    list(file, "annotations")
        .iter()
        .map(|mark| {
            let words = mark["spans"][0]["quote"].as_str().unwrap();
            (words, mark["tag"].as_str().unwrap())
        })
        .collect()
}

/// Where each of the first words of the page ends, in pixels from the left,
/// and their line; the keyboard selects them one after the other.
fn word_ends<const N: usize>(display: &Display) -> ([u32; N], Area) {
    let plain = display.look_when_still("unselected");
    let mut before = plain.clone();
    let mut line = None;
    let ends = std::array::from_fn(|index| {
        let selected = display.key_seen("ctrl+shift+Left", &format!("word-{index}"));
        let added = selected.changed(&before, PAGE).expect("a word is selected");
        line = selected.changed(&plain, PAGE);
        before = selected;
        added.left
    });
    display.key("ctrl+Home");
    display.look_when_still("unselected-again");
    (ends, line.expect("a line"))
}

#[test]
fn the_handle_of_a_mark_is_drawn_by_letter_and_with_ctrl_by_word() {
    let Some(display) = Display::start("handles") else {
        return;
    };
    let first = mark("m", WORDS, "كتاب", "person", "analyst-1");
    let session = Session::of(&display, &project_of(WORDS, vec![first]));
    let ([one, _, three], line) = word_ends::<3>(&display);
    let (_, y) = line.middle();
    display.key_seen("F8", "chosen");
    // Into the word it is the end of: a border inside the word.
    let inside = u32::midpoint(one, line.right);
    display.drag_seen((one, y), (inside, y), None, "by-letter");
    let file = session.saved();
    let (words, tag) = words_and_tags(&file)[0];
    assert_eq!(tag, "person");
    assert!(
        "كتاب".starts_with(words) && words.chars().count() < 4,
        "{words:?}"
    );
    display.key("ctrl+z");
    assert_eq!(words_and_tags(&session.saved()), [("كتاب", "person")]);
    display.look_when_still("undone");
    // Into the third word, with Ctrl: all of it.
    display.drag_seen((one, y), (three + 8, y), Some("ctrl"), "by-word");
    let file = session.saved();
    assert_eq!(words_and_tags(&file), [("كتاب كبير جديد", "person")]);
    assert_eq!(
        list(&file, "annotations")[0]["id"],
        "m",
        "it is the same mark"
    );
    session.quit();
}

#[test]
fn a_relation_is_made_by_keys_and_is_in_the_file() {
    let Some(display) = Display::start("relation") else {
        return;
    };
    let mut wb = project_of(WORDS, Vec::new());
    values::codebook(&mut wb);
    let marks = vec![
        mark("p1", WORDS, "كتاب", "person", "analyst-1"),
        mark("l1", WORDS, "طاولة", "place", "analyst-1"),
    ];
    wb.commit("test", marks).unwrap();
    let session = Session::of(&display, &wb);
    display.key_seen("F8", "first");
    display.key_seen("alt+r", "begun");
    display.key_seen("F8", "second");
    display.key_seen("Return", "asked");
    display.type_text("lives");
    display.look_when_still("typed");
    display.key_seen("Return", "drawn");
    let file = session.saved();
    let relations = list(&file, "relations");
    assert_eq!(relations.len(), 1);
    let relation = &relations[0];
    assert_eq!(
        (&relation["from"], &relation["to"], &relation["tag"]),
        (&"p1".into(), &"l1".into(), &"lives".into())
    );
    display.key("ctrl+z");
    assert!(list(&session.saved(), "relations").is_empty());
    session.quit();
}

#[test]
fn a_difference_of_two_annotators_is_settled_by_a_key() {
    let Some(display) = Display::start("settled") else {
        return;
    };
    let edits = vec![
        Edit::create(Analyst::new(Id::new("b"), "Basil")),
        mark("a1", WORDS, "كتاب", "person", "analyst-1"),
        mark("b1", WORDS, "كتاب", "person", "b"),
        mark("a2", WORDS, "طاولة", "place", "analyst-1"),
        mark("b2", WORDS, "طاولة", "group", "b"),
    ];
    let session = Session::of(&display, &project_of(WORDS, edits));
    display.key_seen("ctrl+alt+c", "side-by-side");
    display.key_seen("ctrl+alt+s", "second-taken");
    let file = session.saved();
    let adjudicated: Vec<&Value> = list(&file, "analysts")
        .iter()
        .filter(|analyst| analyst["role"] == "adjudication")
        .map(|analyst| &analyst["id"])
        .collect();
    assert_eq!(adjudicated.len(), 1);
    let settled: Vec<&Value> = list(&file, "annotations")
        .iter()
        .filter(|mark| mark["by"] == *adjudicated[0])
        .collect();
    assert_eq!(settled.len(), 1);
    assert_eq!(settled[0]["tag"], "group");
    assert_eq!(settled[0]["spans"][0]["quote"], "طاولة");
    assert_eq!(list(&file, "annotations").len(), 5, "the layers stay");
    display.key("ctrl+z");
    assert_eq!(list(&session.saved(), "annotations").len(), 4);
    session.quit();
}

#[test]
fn a_tag_is_renamed_in_the_codebook_and_undone() {
    let Some(display) = Display::start("codebook") else {
        return;
    };
    let first = mark("m", WORDS, "كتاب", "person", "analyst-1");
    let session = Session::of(&display, &project_of(WORDS, vec![first]));
    let name = |file: &Value| {
        let tag = list(file, "tags").iter().find(|tag| tag["id"] == "person");
        tag.unwrap()["names"]["en"].as_str().unwrap().to_owned()
    };
    assert_eq!(name(&session.read()), "Person");
    display.key_seen("ctrl+shift+b", "open");
    display.key_seen("F2", "name");
    display.type_text("Human");
    display.look_when_still("typed");
    display.key("Return");
    display.look_when_still("named");
    // Out of the field, then out of the codebook.
    display.key_seen("Escape", "left");
    display.key_seen("Escape", "closed");
    let file = session.saved();
    assert_eq!(name(&file), "Human");
    assert_eq!(words_and_tags(&file), [("كتاب", "person")]);
    display.key("ctrl+z");
    assert_eq!(name(&session.saved()), "Person");
    session.quit();
}

#[test]
fn every_place_is_marked_by_keys_and_desk_and_undo_come_back() {
    let Some(display) = Display::start("every-place") else {
        return;
    };
    let session = Session::of(&display, &project_of(OFTEN, Vec::new()));
    display.key_seen("ctrl+shift+Left", "selected");
    display.key_seen("ctrl+shift+a", "asked");
    display.type_text("gro");
    display.look_when_still("typed");
    display.key_seen("Return", "listed");
    display.key_seen("Return", "marked");
    let file = session.saved();
    let marks = words_and_tags(&file);
    assert_eq!(marks.len(), 3, "{marks:?}");
    assert!(marks.iter().all(|(_, tag)| *tag == "group"));
    // One step for all of them.
    display.key("ctrl+z");
    assert!(words_and_tags(&session.saved()).is_empty());
    display.key("ctrl+shift+z");
    assert_eq!(words_and_tags(&session.saved()), marks);

    // Two pages and no inspector, and so it is found again.
    display.key_seen("ctrl+alt+backslash", "twice");
    display.key_seen("ctrl+shift+i", "no-inspector");
    display.key("ctrl+Home");
    let left = display.look_when_still("left");
    let path = session.file.clone();
    session.quit();
    let session = Session::on(&display, &path);
    // All but what the notices say, which stand lower.
    let desk = Area {
        left: 0,
        top: PAGE.top,
        right: left.width,
        bottom: left.height / 2,
    };
    wait_for("the desk as it was", || {
        (display.look().differing_pixels_in(&left, desk) < 2000).then_some(())
    });
    display.look_when_still("found");
    display.key("ctrl+z");
    assert!(
        words_and_tags(&session.saved()).is_empty(),
        "undo outlives the window"
    );
    session.quit();
}
