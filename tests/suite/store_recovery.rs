//! Nothing that was committed is lost, whatever stops the program.

use super::store_desk::{Desk, folder_and_path, is_leftover, log_of, names};
use hashiya::model::notation::DOCUMENT;
use hashiya::model::{Document, Edit, Id, Record, Timestamp};
use hashiya::store::{Access, JournalMismatch, Warning, load};
use std::fs;
use std::path::Path;

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
    // Every place near the end of a line, and every eleventh elsewhere: each
    // one costs a sync of the disk.
    let telling =
        |cut: &usize| cut.is_multiple_of(11) || ends.iter().any(|end| end.abs_diff(*cut) < 25);
    for cut in (0..=journal.len()).filter(telling) {
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
        (
            4,
            vec![
                Warning::Recovered { transactions: 1 },
                Warning::Forgotten { transactions: 2 }
            ]
        )
    );
    assert_eq!(desk.history.undo_len(), 2);
    drop(desk);

    // The line the file lacks: said, and a copy is kept.
    let damaged = journal.replacen(lines[4], "{\"seq\":4,", 1);
    fs::write(log_of(&path), &damaged).unwrap();
    let (mut desk, warnings) = Desk::open(&path);
    let Warning::SetAside {
        reason: JournalMismatch::Damaged,
        lost: 1,
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
fn what_stands_behind_damage_is_counted() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    desk.mark();
    desk.session.save(&desk.project).unwrap();
    for _ in 0..4 {
        desk.mark();
    }
    desk.crash();
    let journal = fs::read_to_string(log_of(&path)).unwrap();
    let lines: Vec<&str> = journal.lines().collect();
    // The second of the four that the file lacks: it and two more cannot be
    // applied, the one before it is.
    let damaged = journal.replacen(lines[3], "{\"seq\":3,", 1);
    fs::write(log_of(&path), &damaged).unwrap();
    let (desk, warnings) = Desk::open(&path);
    assert_eq!(desk.marks(), 2);
    let said: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert!(
        said.iter()
            .any(|s| s.starts_with("The last changes (3) could not be brought back")),
        "{said:?}"
    );
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
                path: Some(_),
                ..
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

const CHILD: &str = "HASHIYA_TEST_CHILD";

/// The child of the next test: commits until it is killed and prints how many
/// transactions are safe. By itself it does nothing.
#[test]
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
                "suite::store_recovery::child_that_commits",
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
        assert_eq!(desk.history.undo_len() as u64, state.durable);
        assert!(
            !warnings
                .iter()
                .any(|w| matches!(w, Warning::SetAside { .. })),
            "{warnings:?}"
        );
        drop(desk);
        let left = names(folder.path());
        assert!(!left.iter().any(|name| is_leftover(name)), "{left:?}");
    }
    // Every step that survived can be undone, whichever program did it, and
    // done again by the next one.
    let (mut desk, _) = Desk::open(&path);
    let steps = desk.history.undo_len();
    desk.next = 1_000_000;
    for _ in 0..steps {
        desk.undo();
    }
    assert_eq!(desk.marks(), 0);
    desk.crash();
    let (desk, _) = Desk::open(&path);
    assert_eq!((desk.marks(), desk.history.redo_len()), (0, steps));
}
