//! Sessions: one writer, nobody overwrites anybody, and what stands in the way
//! is said in a sentence.

use super::store_desk::{Desk, LONG, folder_and_path, is_leftover, log_of, names};
use hashiya::model::notation::{ANALYST, marked};
use hashiya::model::{Edit, History, Id, Timestamp, Transaction};
use hashiya::store::{Access, Header, Places, Session, StoreError, Warning, load, project_file};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::time::{Duration, Instant};

#[test]
fn a_second_window_reads_but_does_not_write() {
    let (folder, path) = folder_and_path();
    let mut first = Desk::create(&path);
    first.mark();
    first.settle();
    let (mut second, _) = Desk::open(&path);
    assert_eq!(second.marks(), 1, "it shows what the journal has");
    assert!(
        matches!(second.session.access(), Access::OpenElsewhere(who) if who.starts_with("process"))
    );
    let id = second.id();
    let edit = Edit::delete(second.project.annotations().next().unwrap().clone());
    let change = Transaction::new(id, Timestamp::UNIX_EPOCH, Id::new(ANALYST), "x", vec![edit]);
    let error = second.session.commit(&change).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("The project is open in another window (process "),
        "{error}"
    );
    assert!(matches!(
        second.session.save(&second.project),
        Err(StoreError::ReadOnly(_))
    ));
    assert!(matches!(
        Session::create(&path, &second.project),
        Err(StoreError::OpenElsewhere(_))
    ));
    // It may go on under another name.
    let other = path.with_file_name("copy.hashiya.json");
    second.session.save_as(&other, &second.project).unwrap();
    second.mark();
    second.crash();
    first.session.close().unwrap();
    let (third, _) = Desk::open(&path);
    assert_eq!(
        (third.session.access(), third.marks()),
        (&Access::Writable, 1)
    );
    let (copy, _) = Desk::open(&other);
    assert_eq!(copy.marks(), 2);
    drop((third, copy));
    let left = names(folder.path());
    assert!(!left.iter().any(|name| is_leftover(name)), "{left:?}");
}

#[test]
fn of_many_openers_one_writes() {
    let (_folder, path) = folder_and_path();
    Desk::create(&path).session.close().unwrap();
    for _ in 0..20 {
        let writers = AtomicUsize::new(0);
        let barrier = Barrier::new(4);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let opened = Session::open(&path).unwrap();
                    if *opened.session.access() == Access::Writable {
                        writers.fetch_add(1, Ordering::SeqCst);
                    }
                    barrier.wait();
                });
            }
        });
        assert_eq!(writers.load(Ordering::SeqCst), 1);
    }
}

#[test]
fn a_file_changed_by_others_is_not_overwritten() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    let json = fs::read_to_string(&path).unwrap();
    // Same length, same moment perhaps: only the words differ.
    let changed = json.replacen("marked", "edited", 1);
    fs::write(&path, &changed).unwrap();
    assert!(matches!(
        desk.session.save(&desk.project),
        Err(StoreError::ChangedOnDisk(_))
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), changed);
    desk.session.save_anyway(&desk.project).unwrap();
    desk.session.save(&desk.project).unwrap();
    fs::remove_file(&path).unwrap();
    desk.session.save(&desk.project).unwrap();
    assert!(load(&path).is_ok());
}

#[test]
fn save_as_takes_the_history_along() {
    let (folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    desk.mark();
    let other = folder.path().join("second.hashiya.json");
    desk.session.save_as(&other, &desk.project).unwrap();
    assert_eq!(desk.session.path(), other.canonicalize().unwrap());
    assert!(desk.session.state().is_saved());
    desk.undo();
    desk.crash();
    let (desk, _) = Desk::open(&other);
    assert_eq!(
        (
            desk.marks(),
            desk.history.undo_len(),
            desk.history.redo_len()
        ),
        (1, 1, 1)
    );
    let (first, warnings) = Desk::open(&path);
    assert_eq!(
        (first.marks(), warnings),
        (2, vec![Warning::Recovered { transactions: 2 }])
    );
}

#[test]
fn a_project_without_a_name_is_found_again_and_gets_one() {
    let (folder, path) = folder_and_path();
    let places = Places::under(folder.path());
    assert!(Session::unnamed(&places).is_empty());
    let project = marked("قالت قسد إنها في سوريا");
    let session = Session::create_unnamed(&places, &project).unwrap();
    let mut desk = Desk {
        project,
        history: History::new(),
        session,
        next: 0,
    };
    desk.mark();
    assert!(
        Session::unnamed(&places).is_empty(),
        "an open one is nobody else's"
    );
    desk.crash();
    let left = Session::unnamed(&places);
    let opened = Session::open_unnamed(&left[0]).unwrap();
    assert_eq!((left.len(), opened.report.recovered), (1, 1));
    assert!(!opened.session.state().named);
    let mut session = opened.session;
    session.save_as(&path, &opened.project).unwrap();
    assert!(session.state().named);
    session.close().unwrap();
    assert!(Session::unnamed(&places).is_empty());
    assert!(names(&places.unnamed()).is_empty());
    let (desk, _) = Desk::open(&path);
    assert_eq!((desk.marks(), desk.history.undo_len()), (1, 1));
}

#[test]
fn what_is_discarded_does_not_come_back() {
    let (folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    desk.session.save(&desk.project).unwrap();
    desk.mark();
    desk.mark();
    desk.session.discard().unwrap();
    let (desk, warnings) = Desk::open(&path);
    assert_eq!(
        (desk.marks(), warnings, desk.history.undo_len()),
        (1, vec![], 1)
    );

    let places = Places::under(folder.path());
    let session = Session::create_unnamed(&places, &marked("x")).unwrap();
    session.discard().unwrap();
    assert!(names(&places.unnamed()).is_empty());
    // An untouched one is not worth finding again.
    Session::create_unnamed(&places, &marked("x"))
        .unwrap()
        .close()
        .unwrap();
    assert!(names(&places.unnamed()).is_empty());
}

#[test]
fn commits_are_grouped_and_the_window_is_woken() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    desk.session.on_change(move || {
        count.fetch_add(1, Ordering::SeqCst);
    });
    for _ in 0..2000 {
        desk.mark();
    }
    desk.settle();
    let state = desk.session.state();
    assert_eq!(
        (state.committed, state.durable, state.problem),
        (2000, 2000, None)
    );
    // The waker is called after the waiting test goes on; closing waits for it.
    desk.session.close().unwrap();
    let syncs = woken.load(Ordering::SeqCst);
    assert!((1..=2000).contains(&syncs), "{syncs}");
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said_and_nothing_is_lost() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    let log = log_of(&path);
    std::os::unix::fs::symlink("/dev/full", &log).unwrap();
    desk.mark();
    assert!(!desk.session.wait_until_durable(LONG));
    let state = desk.session.state();
    assert!(
        state
            .problem
            .is_some_and(|problem| problem.contains("space"))
            && state.durable == 0
    );
    let Err((session, error)) = desk.session.close() else {
        panic!("closing must not pretend");
    };
    desk.session = session;
    assert!(
        error
            .to_string()
            .starts_with("The last changes are not on the disk yet"),
        "{error}"
    );
    // There is room again: the writer goes on by itself.
    fs::remove_file(&log).unwrap();
    let begun = Instant::now();
    while !desk.session.state().is_durable() && begun.elapsed() < LONG {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(desk.session.state().problem, None);
    desk.mark();
    desk.crash();
    let (desk, _) = Desk::open(&path);
    assert_eq!(desk.marks(), 2);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_target_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder_and_path();
    Desk::create(&path).session.close().unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    let links = folder.path().join("links");
    fs::create_dir(&links).unwrap();
    let link = links.join("link.hashiya.json");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let (mut desk, _) = Desk::open(&link);
    let (other, _) = Desk::open(&path);
    assert!(
        matches!(other.session.access(), Access::OpenElsewhere(_)),
        "one lock for both names"
    );
    drop(other);
    desk.mark();
    desk.session.save(&desk.project).unwrap();
    desk.session.close().unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&log_of(&path))), (0o600, 0o600));
    assert_eq!(names(&links), ["link.hashiya.json"]);
    assert_eq!(load(&link).unwrap().project.counts().annotations, 1);
}

#[cfg(unix)]
#[test]
fn protected_files_and_folders_are_opened_for_reading() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder_and_path();
    Desk::create(&path).session.close().unwrap();
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(&path, 0o444);
    let (mut desk, _) = Desk::open(&path);
    assert_eq!(desk.session.access(), &Access::Protected);
    assert!(matches!(
        desk.session.save(&desk.project),
        Err(StoreError::ReadOnly(_))
    ));
    assert!(matches!(
        Session::create(&path, &desk.project),
        Err(StoreError::MayNotWrite(_))
    ));
    drop(desk);
    set(&path, 0o644);
    // A folder in the lock's place stands for a folder that cannot be written,
    // which the superuser cannot be kept from.
    fs::create_dir(path.with_file_name("قضية.hashiya.lock")).unwrap();
    let (desk, _) = Desk::open(&path);
    assert_eq!(desk.session.access(), &Access::Protected);
    assert_eq!(names(folder.path()).len(), 2);
}

#[test]
fn a_newer_project_is_only_read() {
    let (_folder, path) = folder_and_path();
    let header = Header {
        id: Id::new("x"),
        transactions: 0,
        last_transaction: None,
    };
    let json = String::from_utf8(project_file::to_json(&marked("x"), &header)).unwrap();
    let newer = json.replacen("\"version\": 1", "\"version\": 2", 1);
    fs::write(&path, &newer).unwrap();
    let (mut desk, warnings) = Desk::open(&path);
    assert_eq!((desk.session.access(), warnings.len()), (&Access::Newer, 1));
    assert!(desk.session.save(&desk.project).is_err());
    drop(desk);
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn files_that_cannot_be_opened_are_left_alone() {
    let (folder, path) = folder_and_path();
    assert!(matches!(Session::open(&path), Err(StoreError::Missing(_))));
    assert!(matches!(
        Session::open(folder.path()),
        Err(StoreError::IsFolder(_))
    ));
    assert!(names(folder.path()).is_empty());
    fs::write(&path, "{\"format\": \"hashiya-project\", ").unwrap();
    assert!(matches!(
        Session::open(&path),
        Err(StoreError::Truncated { .. })
    ));
    assert_eq!(names(folder.path()).len(), 1, "no lock is left behind");
    let nowhere = folder.path().join("none/x.hashiya.json");
    assert!(matches!(
        Session::create(&nowhere, &marked("")),
        Err(StoreError::Missing(_))
    ));
}
