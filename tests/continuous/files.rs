//! Files of every kind we read, real ones damaged and others made up.
//!
//! A case: what it is taken for in the first line, the file's bytes after it.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use hashiya::formats::{self, AnnotatedSet, BuildContext, ExportOptions, Format, build};
use hashiya::model::notation::marked;
use hashiya::model::{Analyst, Id, Project, Timestamp, Transaction};
use hashiya::store::{Header, Session, decode, project_file};
use serde_json::Value;

use super::dice::Dice;
use super::{Target, letters};

pub(crate) const TARGET: Target = Target {
    name: "files",
    draw: |dice| {
        let bases = bases();
        let (kind, base) = &bases[dice.roll(bases.len())];
        let mut bytes = base.clone();
        match dice.roll(12) {
            0 => bytes = (0..dice.roll(300)).map(|_| dice.roll(256) as u8).collect(),
            1 => bytes = letters::text(dice).into_bytes(),
            _ => {
                for _ in 0..=dice.roll(3) {
                    damage(dice, &mut bytes);
                }
            }
        }
        case_of(kind, &bytes)
    },
    vary: |dice, case| {
        let (kind, bytes) = kind_and_bytes(case);
        let mut bytes = bytes.to_vec();
        damage(dice, &mut bytes);
        case_of(&kind, &bytes)
    },
    check: |case| {
        let (kind, bytes) = kind_and_bytes(case);
        match kind.as_str() {
            "project" => check_project(bytes),
            "journal" => check_journal(bytes),
            "json" | "jsonl" | "csv" => check_set(Format::from_id(&kind).unwrap(), bytes),
            _ => check_text(bytes),
        }
    },
};

const NAME: &str = "damaged.hashiya.json";

fn case_of(kind: &str, bytes: &[u8]) -> Vec<u8> {
    [kind.as_bytes(), b"\n", bytes].concat()
}

fn kind_and_bytes(case: &[u8]) -> (String, &[u8]) {
    let end = case.iter().position(|byte| *byte == b'\n');
    let (kind, bytes) = end.map_or((case, &case[case.len()..]), |end| {
        (&case[..end], &case[end + 1..])
    });
    (String::from_utf8_lossy(kind).into_owned(), bytes)
}

fn project() -> Project {
    marked(
        "😀 [قوات [سوريا|PLACE] الديمقراطية|GROUP] (SDF)، و[1600|NUMBER] [أ|GROUP#1]ب[ج|GROUP#1]\n\
         قال [هاربر|PERSON]: “نعم” لـ\"قسد\"\u{A0}ثم سكت.",
    )
}

fn header() -> Header {
    Header {
        id: Id::new("project-1"),
        transactions: 3,
        last_transaction: Some(Id::new("t3")),
    }
}

/// A folder of our own, gone when the value is.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("hashiya-fuzz-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Real files to begin with: what they are taken for, and their bytes.
fn bases() -> &'static [(String, Vec<u8>)] {
    static BASES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    BASES.get_or_init(|| {
        let folder = Folder::new();
        let project = project();
        let mut bases = vec![(
            "project".to_owned(),
            project_file::to_json(&project, &header()),
        )];
        for format in Format::ALL {
            let path = folder.0.join(format!("set.{}", format.extension()));
            formats::export(&project, format, &path, &ExportOptions::default()).unwrap();
            bases.push((format.id().to_owned(), std::fs::read(&path).unwrap()));
        }
        let path = folder.0.join("j.hashiya.json");
        let mut session = Session::create(&path, &project).unwrap();
        for number in 0..3 {
            session.commit(&change(number)).unwrap();
        }
        session.wait_until_durable(std::time::Duration::from_secs(20));
        let journal = std::fs::read(folder.0.join("j.hashiya.log")).unwrap();
        drop(session);
        bases.push(("journal".to_owned(), journal));
        let text = letters::SAMPLES[0];
        bases.push(("text".to_owned(), text.as_bytes()[..900].to_vec()));
        let utf_16: Vec<u8> = text
            .encode_utf16()
            .take(300)
            .flat_map(u16::to_le_bytes)
            .collect();
        bases.push(("text".to_owned(), utf_16));
        bases
    })
}

fn change(number: usize) -> Transaction {
    let by = Id::new(hashiya::model::notation::ANALYST);
    let note = Analyst::new(Id::new(format!("more-{number}")), "سميرة");
    let edits = vec![hashiya::model::Edit::create(note)];
    Transaction::new(
        Id::new(format!("t{number}")),
        Timestamp::UNIX_EPOCH,
        by,
        "test",
        edits,
    )
}

/// What stands in files that somebody damaged.
const BITS: [&[u8]; 26] = [
    b"null",
    b"-1",
    b"1e999",
    b"18446744073709551616",
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\\u0000",
    b"\\ud800",
    b"\\udc00\\ud800",
    b"\xEF\xBB\xBF",
    b"\xFF",
    b"\xC3\x28",
    b"\0",
    b"\r\n",
    b"\n",
    b"\t",
    b";",
    b"true",
    b"0.5",
    b"\xD9",
    b"\xE2\x80\xAE",
];

fn damage(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let a = dice.roll(bytes.len() + 1);
    let b = (a + dice.roll(40)).min(bytes.len());
    match dice.roll(9) {
        0 => drop(bytes.drain(a..b)),
        1 => bytes.truncate(a),
        2 => {
            let again = bytes[a..b].to_vec();
            bytes.splice(a..a, again);
        }
        3 if a < bytes.len() => bytes[a] = dice.roll(256) as u8,
        4 => drop(bytes.splice(a..a, dice.pick(&BITS).iter().copied())),
        5 => drop(bytes.splice(a..b, dice.pick(&BITS).iter().copied())),
        6 => drop(bytes.splice(a..a, letters::piece(dice).into_bytes())),
        _ => another_value(dice, bytes),
    }
}

/// Replaces one value of JSON by another.
fn another_value(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let Ok(mut tree) = serde_json::from_slice::<Value>(bytes) else {
        return;
    };
    let mut places = Vec::new();
    pointers(&tree, String::new(), &mut places);
    let place = places[dice.roll(places.len())].clone();
    let other = match dice.roll(7) {
        0 => Value::Null,
        1 => Value::from(dice.number()),
        2 => Value::from(-(dice.roll(9) as i64)),
        3 => Value::from(letters::piece(dice)),
        4 => Value::Array(Vec::new()),
        5 => Value::Object(serde_json::Map::new()),
        _ => {
            let from = places[dice.roll(places.len())].clone();
            tree.pointer(&from).cloned().unwrap_or_default()
        }
    };
    if let Some(value) = tree.pointer_mut(&place) {
        *value = other;
    }
    *bytes = tree.to_string().into_bytes();
}

fn pointers(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(field, format!("{here}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{here}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(here);
}

/// A sentence that a person can do something with.
fn check_sentence(sentence: &str) {
    assert!(
        (12..2_500).contains(&sentence.len()),
        "no sentence: {sentence:?}"
    );
}

/// What is read can be written, and is read again as it is.
fn check_kept(project: &Project, header: &Header) {
    for mark in project.annotations() {
        let document = project
            .document(&mark.document)
            .expect("a mark without a document");
        assert!(
            mark.spans
                .iter()
                .all(|span| span.of(&document.text).is_some()),
            "{mark:?}"
        );
    }
    let written = project_file::to_json(project, header);
    let again = match project_file::from_json(&written, Path::new(NAME)) {
        Ok(again) => again,
        Err(error) => panic!("what was written is not read: {error}"),
    };
    let once_more = project_file::to_json(&again.project, &again.header);
    assert!(
        again.project == *project && once_more == written,
        "saved again, the project is another:\n{}\n{}",
        String::from_utf8_lossy(&written),
        String::from_utf8_lossy(&once_more)
    );
}

fn check_project(bytes: &[u8]) {
    match project_file::from_json(bytes, Path::new(NAME)) {
        Ok(loaded) => check_kept(&loaded.project, &loaded.header),
        Err(error) => {
            check_sentence(&error.to_string());
            assert!(error.to_string().contains(NAME), "{error}");
        }
    }
}

fn check_journal(bytes: &[u8]) {
    let folder = Folder::new();
    let path = folder.0.join("j.hashiya.json");
    std::fs::write(&path, project_file::to_json(&project(), &header())).unwrap();
    std::fs::write(folder.0.join("j.hashiya.log"), bytes).unwrap();
    match Session::open(&path) {
        Ok(opened) => check_kept(&opened.project, &header()),
        Err(error) => check_sentence(&error.to_string()),
    }
}

fn check_set(format: Format, bytes: &[u8]) {
    let read = match formats::read(format, bytes) {
        Ok(read) => read,
        Err(error) => return check_sentence(&error.to_string()),
    };
    let mut set: AnnotatedSet = read.set;
    let mut remarks = Vec::new();
    let text = project().documents().next().unwrap().text.clone();
    for document in &mut set.documents {
        if document.text.is_none() {
            document.give_text(text.clone(), &mut remarks);
        }
    }
    let mut project = Project::new("p", Analyst::new(Id::new("me"), "me"));
    let mut number = 0;
    let mut new_id = || {
        number += 1;
        Id::new(format!("n{number}"))
    };
    let mut context = BuildContext {
        at: Timestamp::UNIX_EPOCH,
        by: Id::new("me"),
        format: format.id(),
        new_id: &mut new_id,
    };
    let built = match build(&project, set, &mut context) {
        Ok(built) => built,
        Err(error) => return check_sentence(&error.to_string()),
    };
    if !built.edits.is_empty() {
        let by = Id::new("me");
        let change = Transaction::new(
            Id::new("t"),
            Timestamp::UNIX_EPOCH,
            by,
            "import",
            built.edits,
        );
        if let Err(error) = project.apply(&change) {
            panic!("what was imported cannot be applied: {error}");
        }
    }
    check_kept(&project, &header());
    // Some are written out again too, which takes the disk's time.
    if bytes.len().is_multiple_of(8) {
        let folder = Folder::new();
        for format in Format::ALL {
            let path = folder.0.join(format!("again.{}", format.extension()));
            match formats::export(&project, format, &path, &ExportOptions::default()) {
                Ok(report) => assert!(report.is_sound(), "{report:?}"),
                Err(error) => panic!(
                    "what was imported cannot be exported as {}: {error}",
                    format.id()
                ),
            }
        }
    }
}

fn check_text(bytes: &[u8]) {
    match decode(bytes, None) {
        Ok(decoded) => {
            if std::str::from_utf8(bytes) == Ok(decoded.text.as_str()) {
                assert!(!decoded.malformed, "good UTF-8 is called broken");
            }
        }
        Err(error) => check_sentence(&error.to_string()),
    }
    for label in hashiya::store::encodings::OFFERED {
        assert!(
            decode(bytes, Some(label)).is_ok(),
            "an encoding somebody chose is taken: {label}"
        );
    }
}
