//! What stands in the way of saving, in the window: a file that another
//! program has changed, a place that cannot be written, a journal that the
//! disk refuses. Neither version of anything is lost.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Role, ViewportCommand};
use hashiya::command::{Args, Notice, SavedState};
use hashiya::store;

use super::samples;
use super::support::window::{WIDE, Window, bench, sample};

fn tag(window: &mut Window, words: &str, key: Key) {
    window.select_words(words);
    window.plain_key(key);
}

/// A saved project with one mark, to which the window has added another, and
/// whose file another program has written meanwhile.
fn changed_meanwhile(folder: &Path) -> (Window, PathBuf, Vec<u8>) {
    let path = folder.join("case.hashiya.json");
    let wb = bench(&[("a", "سافر أحمد إلى دمشق")], Some(&folder.join("home")));
    let mut window = Window::of(wb, WIDE);
    tag(&mut window, "أحمد", Key::P);
    window.run("file.save-as", Args::Paths(vec![path.clone()]));
    tag(&mut window, "دمشق", Key::L);
    let theirs = std::fs::read_to_string(&path).unwrap().replacen(
        "\"name\": \"test\"",
        "\"name\": \"theirs\"",
        1,
    );
    std::fs::write(&path, &theirs).unwrap();
    window.problems();
    (window, path, theirs.into_bytes())
}

fn marks_in(path: &Path) -> usize {
    store::load(path).unwrap().project.annotations().count()
}

#[test]
fn a_file_changed_meanwhile_is_asked_about_and_saving_mine_keeps_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, theirs) = changed_meanwhile(folder.path());
    window.key(Modifiers::COMMAND, Key::S);
    window.keep_picture("window-changed-on-disk");
    assert!(window.sees("Save mine"));
    // Escape changes nothing.
    window.plain_key(Key::Escape);
    assert_eq!(std::fs::read(&path).unwrap(), theirs);
    assert_eq!(window.wb().unsaved_changes(), 1);

    window.key(Modifiers::COMMAND, Key::S);
    window.press(Role::Button, "Save mine");
    let kept = path.with_file_name("case.other-1.hashiya.json");
    assert_eq!(std::fs::read(&kept).unwrap(), theirs, "byte for byte");
    assert_eq!(marks_in(&path), 2);
    assert_eq!(window.wb().unsaved_changes(), 0);
    let said = window.problems();
    assert!(said.iter().any(|s| s.contains("case.other-1")), "{said:?}");
    // Nothing is asked again, and the kept version opens.
    window.key(Modifiers::COMMAND, Key::S);
    assert!(!window.sees("Save mine"));
    assert_eq!(marks_in(&kept), 1);
}

#[test]
fn opening_the_version_of_others_keeps_mine_with_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, theirs) = changed_meanwhile(folder.path());
    window.key(Modifiers::COMMAND, Key::S);
    window.press(Role::Button, "Open the other");
    assert_eq!(std::fs::read(&path).unwrap(), theirs);
    assert_eq!(window.wb().project().name(), "theirs");
    assert_eq!(window.marks().len(), 1, "nothing of mine came along");
    assert_eq!(window.wb().project_path(), Some(path.as_path()));
    let own = path.with_file_name("case.mine-1.hashiya.json");
    window.problems();
    window.run("file.open", Args::Paths(vec![own]));
    assert_eq!(window.wb().project().name(), "test");
    assert_eq!(window.marks().len(), 2);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.marks().len(), 1, "undo went with it");
}

#[test]
fn leaving_over_a_changed_file_asks_and_then_goes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, _) = changed_meanwhile(folder.path());
    window.close();
    window.press(Role::Button, "Save");
    assert!(!window.asked_frame_for(&ViewportCommand::Close));
    window.press(Role::Button, "Save mine");
    assert!(window.asked_frame_for(&ViewportCommand::Close));
    assert_eq!(marks_in(&path), 2);
}

#[test]
fn a_version_of_others_that_is_no_project_is_kept_and_not_gone_over_to() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, _) = changed_meanwhile(folder.path());
    std::fs::write(&path, "{ half").unwrap();
    window.key(Modifiers::COMMAND, Key::S);
    window.press(Role::Button, "Open the other");
    assert_eq!(window.problems().len(), 1);
    assert_eq!(
        (window.marks().len(), window.wb().unsaved_changes()),
        (2, 1)
    );
    window.key(Modifiers::COMMAND, Key::S);
    window.press(Role::Button, "Save mine");
    assert_eq!(marks_in(&path), 2);
    let kept = path.with_file_name("case.other-1.hashiya.json");
    assert_eq!(std::fs::read(kept).unwrap(), b"{ half");
}

#[test]
fn saving_as_over_the_own_file_keeps_what_others_wrote_there() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, theirs) = changed_meanwhile(folder.path());
    window.answer(std::slice::from_ref(&path));
    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    assert_eq!(std::fs::read(&path).unwrap(), theirs);
    assert!(window.sees("Save mine"));
    drop(window);

    // Nor does a window that only reads write over what it read.
    let mut first = sample();
    first.run("file.open", Args::Paths(vec![path.clone()]));
    let mut second = sample();
    second.run("file.open", Args::Paths(vec![path.clone()]));
    first.run("file.close-document", Args::None);
    first.key(Modifiers::COMMAND, Key::S);
    first.wb_mut().leave();
    let saved = std::fs::read(&path).unwrap();
    second.problems();
    second.answer(std::slice::from_ref(&path));
    second.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    assert_eq!(std::fs::read(&path).unwrap(), saved);
    assert_eq!(second.problems().len(), 1);
}

#[test]
fn saving_that_failed_on_leaving_does_not_close_the_window_later() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("000.txt");
    std::fs::write(&article, samples::documents()[0].1).unwrap();
    let mut window = sample();
    window.run("file.open", Args::Paths(vec![article.clone()]));
    tag(&mut window, "داعش", Key::O);
    // A file stands where the folder should be.
    window.answer(&[article.join("p.hashiya.json")]);
    window.key(Modifiers::COMMAND, Key::Q);
    window.press(Role::Button, "Save");
    assert!(!window.asked_frame_for(&ViewportCommand::Close));
    window.answer(&[folder.path().join("p.hashiya.json")]);
    window.key(Modifiers::COMMAND, Key::S);
    assert_eq!(window.wb().unsaved_changes(), 0);
    assert!(!window.asked_frame_for(&ViewportCommand::Close));
}

#[test]
fn a_journal_that_cannot_be_written_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.hashiya.json");
    let log = folder.path().join("case.hashiya.log");
    let wb = bench(
        &[("a", "سافر أحمد إلى دمشق")],
        Some(&folder.path().join("home")),
    );
    let mut window = Window::of(wb, WIDE);
    window.run("file.save-as", Args::Paths(vec![path]));
    // A folder in its place: also root cannot write there.
    let _ = std::fs::remove_file(&log);
    std::fs::create_dir(&log).unwrap();
    tag(&mut window, "أحمد", Key::P);
    let wait = |window: &mut Window, wanted: SavedState| {
        for _ in 0..200 {
            window.frame(Vec::new());
            if window.wb().saved_state() == wanted {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        window.frame(Vec::new());
        assert_eq!(window.wb().saved_state(), wanted);
    };
    let said = |window: &Window| {
        let on_disk = |notice: &&Notice| notice.text.contains("not on the disk");
        window.notices.iter().filter(on_disk).count()
    };
    wait(&mut window, SavedState::Unsafe);
    tag(&mut window, "دمشق", Key::L);
    assert_eq!(said(&window), 1);
    std::fs::remove_dir(&log).unwrap();
    wait(&mut window, SavedState::Journalled);
    assert_eq!(said(&window), 1);
}
