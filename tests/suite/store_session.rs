//! Sessions: nothing that was committed is lost, whatever stops the program,
//! and nobody overwrites anybody.

use hashiya::model::notation::{ANALYST, DOCUMENT, marked};
use hashiya::model::{
    Annotation, Document, Edit, History, Id, Project, Record, Span, Timestamp, Transaction,
};
use hashiya::store::{
    Access, Header, JournalMismatch, Places, Session, StoreError, Warning, load, project_file,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(20);

/// What a window holds: a project, its history and its session.
struct Desk {
    project: Project,
    history: History,
    session: Session,
    next: usize,
}

impl Desk {
    fn create(path: &Path) -> Self {
        let project = marked("قالت قوات سوريا الديمقراطية إن 1600 مقاتل عادوا");
        Self {
            session: Session::create(path, &project).unwrap(),
            project,
            history: History::new(),
            next: 0,
        }
    }

    fn open(path: &Path) -> (Self, Vec<Warning>) {
        let opened = Session::open(path).unwrap();
        let next = 1000 + opened.project.counts().annotations * 10;
        let desk = Self {
            project: opened.project,
            history: opened.history,
            session: opened.session,
            next,
        };
        (desk, opened.report.warnings)
    }

    fn id(&mut self) -> Id {
        self.next += 1;
        Id::new(format!("n{}", self.next))
    }

    fn take(&mut self, transaction: Transaction) {
        self.project.apply(&transaction).unwrap();
        self.session.commit(&transaction).unwrap();
        self.history.record(transaction);
    }

    fn edit(&mut self, edits: Vec<Edit>) {
        let id = self.id();
        let by = Id::new(ANALYST);
        self.take(Transaction::new(
            id,
            Timestamp::UNIX_EPOCH,
            by,
            "test",
            edits,
        ));
    }

    fn mark(&mut self) {
        let id = self.id();
        let mark = Annotation::new(
            id,
            Id::new(DOCUMENT),
            vec![Span::new(0, 8)],
            Id::new("group"),
            Id::new(ANALYST),
            Timestamp::UNIX_EPOCH,
        );
        self.edit(vec![Edit::create(mark)]);
    }

    fn undo(&mut self) {
        let id = self.id();
        let undo = self
            .history
            .undo(id, Timestamp::UNIX_EPOCH, Id::new(ANALYST))
            .unwrap();
        self.take(undo);
    }

    fn redo(&mut self) {
        let id = self.id();
        let redo = self
            .history
            .redo(id, Timestamp::UNIX_EPOCH, Id::new(ANALYST))
            .unwrap();
        self.take(redo);
    }

    fn marks(&self) -> usize {
        self.project.counts().annotations
    }

    fn settle(&self) {
        assert!(
            self.session.wait_until_durable(LONG),
            "{:?}",
            self.session.state()
        );
    }

    /// As if the power went: what is on the disk is all there is.
    fn crash(self) {
        self.settle();
        drop(self);
    }
}

fn folder_and_path() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("قضية.hashiya.json");
    (folder, path)
}

fn log_of(path: &Path) -> PathBuf {
    path.with_file_name("قضية.hashiya.log")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_was_committed_is_there_after_a_crash_with_its_history() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    desk.mark();
    desk.session.save(&desk.project).unwrap();
    desk.mark();
    desk.undo();
    desk.undo();
    assert!(!desk.session.state().is_saved());
    let expected = desk.project.clone();
    desk.crash();
    assert_eq!(load(&path).unwrap().project.counts().annotations, 2);

    let (mut desk, warnings) = Desk::open(&path);
    assert_eq!(warnings, [Warning::Recovered { transactions: 3 }]);
    assert!(desk.project == expected);
    let state = desk.session.state();
    assert_eq!((state.saved, state.committed, state.durable), (2, 5, 5));
    assert_eq!((desk.history.undo_len(), desk.history.redo_len()), (1, 2));
    desk.redo();
    desk.redo();
    assert_eq!(desk.marks(), 3);
    desk.undo();
    desk.undo();
    desk.undo();
    assert_eq!(desk.marks(), 0);
    desk.session.save(&desk.project).unwrap();
    desk.session.close().unwrap();

    let (mut desk, warnings) = Desk::open(&path);
    assert_eq!(warnings, []);
    assert_eq!(desk.history.redo_len(), 3);
    desk.redo();
    assert_eq!(desk.marks(), 1);
}

#[test]
fn a_journal_cut_anywhere_gives_all_whole_transactions() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    let mut states = vec![desk.project.clone()];
    for step in 0..4 {
        if step == 2 {
            desk.undo();
        } else {
            desk.mark();
        }
        states.push(desk.project.clone());
    }
    desk.crash();
    let journal = fs::read(log_of(&path)).unwrap();
    let ends: Vec<usize> = journal
        .iter()
        .enumerate()
        .filter(|(_, b)| **b == b'\n')
        .map(|(i, _)| i + 1)
        .collect();
    assert_eq!(ends.len(), 5, "a header and four transactions");
    for cut in 0..=journal.len() {
        fs::write(log_of(&path), &journal[..cut]).unwrap();
        let (mut desk, warnings) = Desk::open(&path);
        let whole = ends
            .iter()
            .filter(|end| **end <= cut)
            .count()
            .saturating_sub(1);
        assert!(desk.project == states[whole], "cut after {cut} bytes");
        assert_eq!(desk.session.state().durable, whole as u64);
        let torn = warnings
            .iter()
            .any(|warning| matches!(warning, Warning::Torn { .. }));
        assert_eq!(
            torn,
            cut > 0 && !ends.contains(&cut),
            "cut after {cut}: {warnings:?}"
        );
        // It goes on from there: the next transaction and the next start.
        if cut % 97 == 0 {
            desk.mark();
            let expected = desk.project.clone();
            desk.crash();
            let (desk, warnings) = Desk::open(&path);
            assert!(desk.project == expected, "after going on from {cut}");
            assert!(
                !warnings
                    .iter()
                    .any(|w| matches!(w, Warning::SetAside { .. })),
                "{warnings:?}"
            );
        }
    }
}

#[test]
fn a_damaged_line_costs_only_what_needs_it() {
    let (folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    for _ in 0..3 {
        desk.mark();
    }
    desk.session.save(&desk.project).unwrap();
    desk.mark();
    desk.crash();
    let journal = fs::read_to_string(log_of(&path)).unwrap();
    let lines: Vec<&str> = journal.lines().collect();

    // A line the file has: nothing is lost but older undo.
    let damaged = journal.replacen(lines[2], &"\u{0}".repeat(lines[2].len()), 1);
    fs::write(log_of(&path), &damaged).unwrap();
    let (desk, warnings) = Desk::open(&path);
    assert_eq!(
        (desk.marks(), warnings),
        (4, vec![Warning::Recovered { transactions: 1 }])
    );
    assert_eq!(desk.history.undo_len(), 2);
    drop(desk);

    // The line the file lacks: said, and a copy is kept.
    let damaged = journal.replacen(lines[4], "{\"seq\":4,", 1);
    fs::write(log_of(&path), &damaged).unwrap();
    let (mut desk, warnings) = Desk::open(&path);
    let Warning::SetAside {
        reason: JournalMismatch::Damaged,
        path: Some(kept),
    } = &warnings[0]
    else {
        panic!("{warnings:?}");
    };
    assert_eq!(fs::read_to_string(kept).unwrap(), damaged);
    assert_eq!(desk.marks(), 3);
    desk.mark();
    desk.crash();
    let (desk, warnings) = Desk::open(&path);
    assert_eq!((desk.marks(), warnings.len()), (4, 1));
    assert!(names(folder.path()).contains(&"قضية.hashiya.log.old-1".to_owned()));
}

#[test]
fn a_journal_of_another_project_is_not_used() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    desk.crash();
    let other = path.with_file_name("other.hashiya.json");
    Desk::create(&other).session.close().unwrap();
    fs::rename(&other, &path).unwrap();
    let (desk, warnings) = Desk::open(&path);
    assert_eq!(desk.marks(), 0);
    let foreign = |w: &Warning| {
        matches!(
            w,
            Warning::SetAside {
                reason: JournalMismatch::Foreign,
                path: Some(_)
            }
        )
    };
    assert!(warnings.iter().any(foreign), "{warnings:?}");
}

#[test]
fn a_file_replaced_by_another_version_of_itself_is_not_mixed_with_the_journal() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    desk.session.save(&desk.project).unwrap();
    desk.mark();
    desk.crash();
    // A colleague's version: as many transactions, but others.
    let json = fs::read_to_string(&path).unwrap();
    let last = load(&path).unwrap().header.last_transaction.unwrap();
    let theirs = json.replacen(
        &format!("\"last_transaction\": \"{last}\""),
        "\"last_transaction\": \"theirs\"",
        1,
    );
    fs::write(&path, theirs).unwrap();
    let (desk, warnings) = Desk::open(&path);
    assert_eq!(desk.marks(), 1);
    let diverged = |w: &Warning| {
        matches!(
            w,
            Warning::SetAside {
                reason: JournalMismatch::Diverged,
                ..
            }
        )
    };
    assert!(warnings.iter().any(diverged), "{warnings:?}");
}

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
    assert!(
        !left
            .iter()
            .any(|name| name.ends_with(".lock") || name.ends_with(".tmp")),
        "{left:?}"
    );
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
fn long_texts_stand_in_the_journal_once() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    let text = "نص طويل ".repeat(5000);
    let document = Document::new(Id::new("long"), "0", text.as_str(), Timestamp::UNIX_EPOCH);
    desk.edit(vec![Edit::create(document)]);
    for n in 1..20 {
        let before = desk.project.document(&Id::new("long")).unwrap().clone();
        let mut after = before.clone();
        after.title = n.to_string();
        desk.edit(vec![Edit::change(before, after)]);
    }
    let document = desk.project.document(&Id::new("long")).unwrap().clone();
    desk.edit(vec![Edit::delete(document)]);
    desk.undo();
    desk.crash();
    let bytes = fs::metadata(log_of(&path)).unwrap().len() as usize;
    assert!(bytes < text.len() + 25_000, "{bytes} bytes");
    let (mut desk, _) = Desk::open(&path);
    assert_eq!(
        &*desk.project.document(&Id::new("long")).unwrap().text,
        text
    );
    for _ in 0..20 {
        desk.undo();
    }
    assert!(desk.project.document(&Id::new("long")).is_none());
    desk.crash();
    let (desk, warnings) = Desk::open(&path);
    assert!(
        desk.project.document(&Id::new("long")).is_none(),
        "{warnings:?}"
    );
    assert_eq!(desk.history.redo_len(), 21);
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
    let begun = Instant::now();
    for _ in 0..2000 {
        desk.mark();
    }
    let handed_over = begun.elapsed();
    desk.settle();
    let state = desk.session.state();
    assert_eq!(
        (state.committed, state.durable, state.problem),
        (2000, 2000, None)
    );
    assert!(
        handed_over < Duration::from_secs(2),
        "committing waited for the disk: {handed_over:?}"
    );
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

const CHILD: &str = "HASHIYA_TEST_CHILD";

/// Not a test: the child of the next one. It commits until it is killed and
/// prints how many transactions are safe.
#[test]
#[ignore = "run by another test as its child"]
fn child_that_commits() {
    use std::io::Write;
    let Some(path) = std::env::var_os(CHILD) else {
        return;
    };
    let (mut desk, _) = Desk::open(Path::new(&path));
    loop {
        for _ in 0..7 {
            desk.mark();
        }
        if desk.next.is_multiple_of(3) {
            desk.session.save(&desk.project).unwrap();
        }
        desk.settle();
        println!("safe {}", desk.session.state().durable);
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn a_killed_program_loses_nothing_it_called_safe() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let (folder, path) = folder_and_path();
    Desk::create(&path).session.close().unwrap();
    let mut safe = 0;
    for round in 0..6 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "suite::store_session::child_that_commits",
                "--ignored",
                "--nocapture",
            ])
            .env(CHILD, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut seen = 0;
        while seen < 2 + round {
            let line = lines
                .next()
                .expect("the child speaks until it is killed")
                .unwrap();
            if let Some((_, number)) = line.split_once("safe ") {
                safe = number.trim().parse::<u64>().unwrap();
                seen += 1;
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            if let Some((_, number)) = line.split_once("safe ") {
                safe = number.trim().parse().unwrap();
            }
        }
        let (desk, warnings) = Desk::open(&path);
        let state = desk.session.state();
        assert_eq!(
            state.access,
            Access::Writable,
            "the lock went with its holder"
        );
        assert!(state.durable >= safe, "{state:?}, called safe: {safe}");
        assert_eq!(desk.marks() as u64, state.durable);
        assert!(
            !warnings
                .iter()
                .any(|w| matches!(w, Warning::SetAside { .. })),
            "{warnings:?}"
        );
        drop(desk);
        let left = names(folder.path());
        assert!(!left.iter().any(|name| name.ends_with(".tmp")), "{left:?}");
    }
}

#[test]
fn every_kind_of_record_goes_through_the_journal() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    let mark = desk.project.annotations().next().unwrap().clone();
    let at = "2026-02-03T04:05:06.789Z";
    let json = serde_json::json!([
        {"analyst": {"id": "b", "name": "ب"}},
        {"tag": {"id": "t", "names": {"ar": "و"}, "color": "#000000", "color_dark": "#FFFFFF", "kind": "document", "parent": "group", "new": 1.5}},
        {"entity": {"id": "e", "name": "قسد", "tag": "t", "surfaces": ["SDF"], "identifiers": {"wikidata": "Q1"}}},
        {"relation": {"id": "r", "tag": "t", "from": mark.id, "to": mark.id, "by": "b", "at": at}},
        {"note": {"id": "n", "entity": "e", "annotation": mark.id, "tag": "t", "text": "\u{2067}نص\n", "by": "b", "at": at}},
        {"annotation": {"id": "w", "document": DOCUMENT, "spans": [], "tag": "t", "entity": "e", "by": "b", "at": at,
            "attributes": {"a": [1, null]}, "confidence": 0.7, "grade": "2", "origin": {"kind": "imported", "format": "brat"}}},
    ]);
    let records: Vec<Record> = serde_json::from_value(json).unwrap();
    desk.edit(records.into_iter().map(Edit::create).collect());
    let mut about = desk.project.about().clone();
    about.description = "why".to_owned();
    let before = desk.project.about().clone();
    desk.edit(vec![Edit::change(before, about)]);
    let expected = desk.project.clone();
    desk.crash();
    let (mut desk, _) = Desk::open(&path);
    assert!(desk.project == expected);
    desk.session.save(&desk.project).unwrap();
    assert!(load(&path).unwrap().project == expected);
    desk.undo();
    desk.undo();
    assert_eq!(desk.marks(), 1);
}
