//! Files through the window: opening, saving, leaving, and what goes wrong.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Key, Modifiers, Role, ViewportCommand};
use hashiya::command::{Args, PathPurpose, SavedState, Selection, Workbench};
use hashiya::formats::Format;
use hashiya::model::{Document, Span};
use hashiya::store;
use hashiya::ui::Picked;
use serde_json::Value;

use super::samples;
use super::support::window::{WIDE, Window, bench, sample};

/// A folder with the five samples as files.
fn articles() -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let paths = samples::documents()
        .map(|(name, text)| {
            let path = folder.path().join(format!("{name}.txt"));
            std::fs::write(&path, text).unwrap();
            path
        })
        .to_vec();
    (folder, paths)
}

/// Everything in a folder, with contents.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn tag(window: &mut Window, words: &str, key: Key) {
    window.select_words(words);
    window.plain_key(key);
}

#[test]
fn two_files_are_opened_marked_saved_and_found_again_as_they_were() {
    let (folder, paths) = articles();
    let mut window = sample();
    window.answer(&paths[1..3]);
    window.key(Modifiers::COMMAND, Key::O);
    assert_eq!(window.asked()[0].0, PathPurpose::Open);
    assert_eq!(window.wb().project().documents().count(), 2);
    assert_eq!(window.pages().len(), 2, "they stand side by side");
    assert_eq!(window.text(), samples::documents()[1].1);

    // Mid-word with the mouse, a word with the keys.
    let span = window.span_of("قسد", 0);
    window.drag_over(span);
    window.plain_key(Key::O);
    let span = window.span_of("الدولي", 1);
    let inside = Span::new(span.start + 4, span.end - 2);
    window.drag_over(inside);
    window.plain_key(Key::T);
    window.plain_key(Key::F6);
    assert_eq!(window.text(), samples::documents()[2].1);
    tag(&mut window, "قدّم", Key::V);
    let marks = |wb: &Workbench| -> Vec<Value> {
        let project = wb.project();
        project
            .annotations()
            .map(|mark| serde_json::to_value(mark).unwrap())
            .collect()
    };
    let before = marks(window.wb());
    assert_eq!(before.len(), 3);

    let path = folder.path().join("قراءة.hashiya.json");
    window.answer(std::slice::from_ref(&path));
    window.key(Modifiers::COMMAND, Key::S);
    assert_eq!(window.asked()[1].0, PathPurpose::SaveAs);
    assert!(path.is_file());
    assert!(matches!(
        window.wb().saved_state(),
        SavedState::Saved(Some(_))
    ));
    assert!(window.problems().is_empty());
    let first = std::fs::read(&path).unwrap();
    let tree: Value = serde_json::from_slice(&first).unwrap();
    // Offsets in the file are code points, beside their quote.
    let text: Vec<char> = samples::documents()[1].1.chars().collect();
    let mut seen = 0;
    for mark in tree["annotations"].as_array().unwrap() {
        for span in mark["spans"].as_array().unwrap() {
            let at = |name: &str| span[name].as_u64().map(|n| n as usize);
            if let (Some(start), Some(end)) = (at("start"), at("end"))
                && let Some(slice) = text.get(start..end)
                && span["quote"].as_str() == Some(&slice.iter().collect::<String>())
            {
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 2, "{tree:#}");
    // Nothing to ask about: the window may close.
    window.close();
    assert!(!window.asked_frame_for(&ViewportCommand::CancelClose));
    window.wb_mut().leave();
    drop(window);

    let mut again = sample();
    again.answer(std::slice::from_ref(&path));
    again.key(Modifiers::COMMAND, Key::O);
    assert_eq!(marks(again.wb()), before);
    assert_eq!(again.pages().len(), 2);
    assert!(again.problems().is_empty());
    again.key(Modifiers::COMMAND, Key::S);
    let second: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let known = |mut tree: Value| {
        tree.as_object_mut().unwrap().retain(|name, _| {
            ["documents", "annotations", "tags", "analysts"].contains(&name.as_str())
        });
        tree
    };
    assert_eq!(known(tree), known(second));
    again.wb_mut().leave();
}

#[test]
fn closing_with_unsaved_work_asks_and_every_answer_does_what_it_says() {
    let (folder, paths) = articles();
    let begin = || {
        let mut window = Window::of(bench(&[], Some(&folder.path().join("home"))), WIDE);
        window.run("file.open", Args::Paths(vec![paths[0].clone()]));
        tag(&mut window, "داعش", Key::O);
        window
    };

    let mut window = begin();
    window.close();
    assert!(window.asked_frame_for(&ViewportCommand::CancelClose));
    window.keep_picture("window-unsaved");
    window.press(Role::Button, "Cancel");
    assert!(!window.asked_frame_for(&ViewportCommand::Close));
    assert_eq!(window.marks().len(), 1);
    // Escape is the same answer.
    window.key(Modifiers::COMMAND, Key::Q);
    assert!(window.sees("Discard changes"));
    window.plain_key(Key::Escape);
    assert!(!window.sees("Discard changes"));
    assert!(!window.asked_frame_for(&ViewportCommand::Close));

    // Save, but the file dialog is cancelled: still here, nothing lost.
    window.answer_with(Picked::Cancelled);
    window.key(Modifiers::COMMAND, Key::Q);
    window.press(Role::Button, "Save");
    assert!(!window.asked_frame_for(&ViewportCommand::Close));
    assert_eq!(window.marks().len(), 1);

    let path = folder.path().join("saved.hashiya.json");
    window.answer(std::slice::from_ref(&path));
    window.key(Modifiers::COMMAND, Key::Q);
    window.press(Role::Button, "Save");
    assert!(window.asked_frame_for(&ViewportCommand::Close));
    assert_eq!(store::load(&path).unwrap().project.annotations().count(), 1);
    window.wb_mut().leave();

    let mut window = begin();
    window.close();
    window.press(Role::Button, "Discard changes");
    assert!(window.asked_frame_for(&ViewportCommand::Close));
    window.wb_mut().leave();
    let unnamed = folder.path().join("home/state/unnamed");
    let left = std::fs::read_dir(unnamed).map_or(0, Iterator::count);
    assert_eq!(left, 0, "what was discarded does not come back");
}

#[test]
fn a_note_in_writing_is_asked_about_too() {
    let (folder, paths) = articles();
    let mut window = Window::of(bench(&[], Some(folder.path())), WIDE);
    window.run("file.open", Args::Paths(vec![paths[0].clone()]));
    tag(&mut window, "داعش", Key::O);
    let path = folder.path().join("p.hashiya.json");
    window.run("file.save-as", Args::Paths(vec![path.clone()]));
    window.key(Modifiers::COMMAND, Key::M);
    window.type_text("شيء");
    assert_eq!(window.wb().unsaved_changes(), 0);
    window.close();
    assert!(window.asked_frame_for(&ViewportCommand::CancelClose));
    window.press(Role::Button, "Save");
    let saved = store::load(&path).unwrap().project;
    assert_eq!(saved.annotations().next().unwrap().note, "شيء");
}

#[test]
fn what_cannot_be_opened_is_said_in_one_sentence_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let whole = {
        let mut window = Window::of(bench(&[("a", "نص قصير")], None), WIDE);
        tag(&mut window, "نص", Key::T);
        let path = at("whole.hashiya.json");
        window.run("file.save-as", Args::Paths(vec![path.clone()]));
        window.wb_mut().leave();
        std::fs::read_to_string(path).unwrap()
    };
    std::fs::write(at("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").unwrap();
    std::fs::write(at("foreign.json"), "{\"name\": \"x\", \"items\": [1, 2]}").unwrap();
    std::fs::write(
        at("newer.hashiya.json"),
        whole
            .replacen("\"version\": 1", "\"version\": 9", 1)
            .replacen("\"analysts\": [", "\"analysts\": 5, \"x\": [", 1),
    )
    .unwrap();
    let mut half = whole.len() / 2;
    while !whole.is_char_boundary(half) {
        half -= 1;
    }
    std::fs::write(at("half.hashiya.json"), &whole[..half]).unwrap();
    std::fs::write(at("empty.hashiya.json"), "").unwrap();
    std::fs::write(
        at("damaged.hashiya.json"),
        whole.replacen("\"annotations\"", "annotations", 1),
    )
    .unwrap();
    std::fs::create_dir(at("folder")).unwrap();
    let before = contents(folder.path());
    let mut window = sample();
    let documents = window.wb().project().documents().count();
    let marks = window.mark_names();
    for (name, words) in [
        ("picture.txt", "not a text"),
        ("missing.txt", "no file here"),
        ("missing.hashiya.json", "no file here"),
        ("foreign.json", "not a Hashiya project"),
        ("newer.hashiya.json", "newer Hashiya"),
        ("half.hashiya.json", "ends in the middle"),
        ("empty.hashiya.json", "hashiya.json"),
        ("damaged.hashiya.json", "damaged"),
        ("folder", "no text files"),
    ] {
        window.problems();
        window.answer(&[at(name)]);
        window.key(Modifiers::COMMAND, Key::O);
        let said = window.problems();
        assert_eq!(said.len(), 1, "{name}: {said:?}");
        assert!(said[0].contains(words), "{name}: {said:?}");
        assert!(said[0].contains(name), "{name}: {said:?}");
        assert!(!said[0].trim().contains('\n'), "{name}: {said:?}");
        assert_eq!(window.wb().project().documents().count(), documents);
        assert_eq!(window.mark_names(), marks, "{name}");
    }
    assert_eq!(
        contents(folder.path()),
        before,
        "nothing on the disk changed"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_loses_nothing() {
    let (folder, paths) = articles();
    let mut window = sample();
    window.run("file.open", Args::Paths(vec![paths[0].clone()]));
    tag(&mut window, "داعش", Key::O);
    // A file stands where the folder should be: also root cannot write there.
    let path = paths[1].join("p.hashiya.json");
    window.problems();
    window.answer(&[path]);
    window.key(Modifiers::COMMAND, Key::S);
    assert_eq!(window.problems().len(), 1);
    assert_eq!(window.marks().len(), 1);
    assert!(window.wb().unsaved_changes() > 0);
    assert_eq!(
        std::fs::read_to_string(&paths[1]).unwrap(),
        samples::documents()[1].1
    );
    drop(folder);
}

#[test]
fn without_any_file_dialog_a_path_can_be_typed() {
    let (_folder, paths) = articles();
    let mut window = sample();
    window.answer_with(Picked::Unavailable);
    window.key(Modifiers::COMMAND, Key::O);
    window.keep_picture("window-no-dialog");
    let reason = window.wb().messages().text("dialog-no-file-dialog");
    assert!(window.sees(&reason), "it says why");
    window.key(Modifiers::COMMAND, Key::A);
    window.type_text(&paths[3].display().to_string());
    window.plain_key(Key::Enter);
    assert_eq!(window.text(), samples::documents()[3].1);
}

#[test]
fn files_are_dropped_on_the_window_and_known_ones_are_not_doubled() {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("the program reads its files itself".to_owned())
        }
    }
    let (folder, paths) = articles();
    let mut window = sample();
    let drop_files = |window: &mut Window, paths: &[PathBuf]| {
        let files = &mut window.harness.input_mut().dropped_files;
        for path in paths {
            files.push(Arc::new(Dropped(path.clone())));
        }
        window.frame(Vec::new());
        window.rest();
    };
    drop_files(&mut window, &paths[..2]);
    assert_eq!(window.wb().project().documents().count(), 2);
    drop_files(&mut window, &paths[1..3]);
    assert_eq!(window.wb().project().documents().count(), 3);
    // A folder gives its files.
    drop_files(&mut window, &[folder.path().to_path_buf()]);
    assert_eq!(window.wb().project().documents().count(), 5);
    assert!(window.problems().is_empty());
    // One undo takes one opening back.
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.wb().project().documents().count(), 3);
    assert!(!window.pages().is_empty(), "what is left is shown");
}

#[test]
fn an_encoding_is_changed_before_anything_is_marked_and_not_after() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("قديم.txt");
    let text = "قال أحمد إن الوفد وصل إلى دمشق.";
    // windows-1256, letter by letter.
    let bytes: Vec<u8> = text
        .chars()
        .map(|c| match c {
            'ق' => 0xDE,
            'ا' => 0xC7,
            'ل' => 0xE1,
            'أ' => 0xC3,
            'ح' => 0xCD,
            'م' => 0xE3,
            'د' => 0xCF,
            'إ' => 0xC5,
            'ن' => 0xE4,
            'و' => 0xE6,
            'ف' => 0xDD,
            'ص' => 0xD5,
            'ى' => 0xEC,
            'ش' => 0xD4,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    std::fs::write(&path, &bytes).unwrap();
    let mut window = sample();
    window.run("file.open", Args::Paths(vec![path.clone()]));
    let document = |window: &Window| -> Document { window.wb().active_document().unwrap().clone() };
    assert_eq!(window.text(), text, "guessed");
    assert!(window.sees("windows-1256 (guessed)"));
    // Another one, from the inspector's menu, and back.
    window.press(Role::Button, "windows-1256 (guessed)");
    window.keep_picture("window-encodings");
    assert!(window.run(
        "file.reload-encoding",
        Args::Text("windows-1251".to_owned())
    ));
    window.plain_key(Key::Escape);
    assert_ne!(window.text(), text);
    assert_eq!(document(&window).encoding, "windows-1251");
    assert!(window.run(
        "file.reload-encoding",
        Args::Text("windows-1256".to_owned())
    ));
    assert_eq!(window.text(), text);
    tag(&mut window, "دمشق", Key::L);
    assert!(!window.run("file.reload-encoding", Args::Text("UTF-8".to_owned())));
    assert_eq!(window.text(), text);
    assert_eq!(window.mark_names(), ["دمشق|place"]);
    // Taking the mark back makes it possible again.
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.run(
        "file.reload-encoding",
        Args::Text("windows-1251".to_owned())
    ));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_second_window_on_a_project_reads_and_says_so() {
    let (folder, paths) = articles();
    let mut first = sample();
    first.run("file.open", Args::Paths(vec![paths[2].clone()]));
    tag(&mut first, "دمشق", Key::L);
    let path = folder.path().join("shared.hashiya.json");
    first.run("file.save-as", Args::Paths(vec![path.clone()]));
    tag(&mut first, "دمشق", Key::O);
    let before = std::fs::read(&path).unwrap();

    let mut second = sample();
    second.answer(std::slice::from_ref(&path));
    second.key(Modifiers::COMMAND, Key::O);
    let said = second.problems();
    let elsewhere = |said: &&String| said.contains("open in another window");
    assert_eq!(said.iter().filter(elsewhere).count(), 1, "{said:?}");
    assert_eq!(second.wb().saved_state(), SavedState::ReadOnly);
    let marks = second.mark_names();
    tag(&mut second, "الشرع", Key::P);
    assert_eq!(second.mark_names(), marks);
    assert_eq!(second.problems().len(), 1, "it says why nothing happens");
    second.key(Modifiers::COMMAND, Key::Z);
    second.key(Modifiers::COMMAND, Key::S);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    second.keep_picture("window-read-only");
    second.close();
    assert!(!second.asked_frame_for(&ViewportCommand::CancelClose));
    second.wb_mut().leave();
    // The first one never noticed.
    assert_eq!(first.marks().len(), 2);
    first.key(Modifiers::COMMAND, Key::S);
    assert_eq!(store::load(&path).unwrap().project.annotations().count(), 2);
}

#[test]
fn work_without_a_file_comes_back_after_a_crash() {
    let (folder, paths) = articles();
    let home = folder.path().join("home");
    let mut window = Window::of(bench(&[], Some(&home)), WIDE);
    window.run("file.open", Args::Paths(vec![paths[0].clone()]));
    tag(&mut window, "داعش", Key::O);
    assert_eq!(window.wb().saved_state(), SavedState::Journalled);
    // Leaving without an answer keeps the journal, as a killed program would.
    window.wb_mut().leave();
    drop(window);
    let places = store::Places::under(&home);
    let left = store::Session::unnamed(&places);
    assert_eq!(left.len(), 1);
    let opened = store::Session::open_unnamed(&left[0]).unwrap();
    assert_eq!(opened.project.annotations().count(), 1);
}

#[test]
fn exports_go_where_the_dialog_says_and_are_verified() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample();
    for (id, format, name) in [
        ("file.export-json", Format::Json, "set.json"),
        ("file.export-jsonl", Format::JsonLines, "set.jsonl"),
        ("file.export-csv", Format::Csv, "set.csv"),
    ] {
        let path = folder.path().join(name);
        window.answer(std::slice::from_ref(&path));
        window.notices.clear();
        window.run(id, Args::None);
        window.rest();
        assert_eq!(
            window.asked().last().unwrap().0,
            PathPurpose::Export(format)
        );
        assert!(std::fs::metadata(&path).unwrap().len() > 1000);
        let total = window.wb().project().annotations().len().to_string();
        let said = |text: &str| text.matches(&total).count() >= 2;
        assert!(
            window.notices.iter().any(|notice| said(&notice.text)),
            "{:?}",
            window.notices
        );
    }
}

#[test]
fn opening_a_project_over_unsaved_work_asks_first() {
    let (folder, paths) = articles();
    let other = folder.path().join("other.hashiya.json");
    {
        let mut window = Window::of(bench(&[("a", "نص قصير")], None), WIDE);
        window.run("file.save-as", Args::Paths(vec![other.clone()]));
        window.wb_mut().leave();
    }
    let mut window = sample();
    window.run("file.open", Args::Paths(vec![paths[0].clone()]));
    tag(&mut window, "داعش", Key::O);
    window.answer(std::slice::from_ref(&other));
    window.key(Modifiers::COMMAND, Key::O);
    assert_eq!(window.marks().len(), 1, "nothing is replaced unasked");
    window.press(Role::Button, "Cancel");
    assert_eq!(window.marks().len(), 1);
    window.answer(&[other]);
    window.key(Modifiers::COMMAND, Key::O);
    window.press(Role::Button, "Discard changes");
    assert_eq!(window.text(), "نص قصير");
    window.select(Selection::caret(0));
}
