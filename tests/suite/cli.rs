//! The real program, without a window: every headless command and wrong use.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a command did.
struct Ran {
    status: i32,
    out: String,
    messages: String,
}

impl Ran {
    /// The one JSON line on standard output.
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Standard output as JSON Lines.
    fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    fn expect(self, status: i32) -> Self {
        assert_eq!(
            self.status, status,
            "out: {}\nmessages: {}",
            self.out, self.messages
        );
        self
    }

    /// Wrong use or unreadable input: a sentence, no machine output, status 2.
    fn fails_with(self, sentence: &str) {
        let ran = self.expect(2);
        assert_eq!(ran.out, "");
        assert!(ran.messages.contains(sentence), "{}", ran.messages);
    }
}

/// A folder of its own for each test, in which commands run.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), contents).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let output = hashiya(self.0.path()).args(arguments).output().unwrap();
        Ran {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            messages: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// A project with marks by two people, made through an annotated set.
    fn with_project(self) -> Self {
        self.write("set.json", SET);
        self.run(&["import", "set.json", "--out", "p.hashiya.json"])
            .expect(0);
        self
    }
}

fn hashiya(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hashiya"));
    command
        .current_dir(folder)
        .env("USER", "نورا")
        .stdin(Stdio::null());
    command
}

/// Two documents, one with emoji and Windows line ends; four marks.
const SET: &str = r##"{"format":"hashiya-annotated-set","version":1,
"tags":[{"id":"group","names":{"en":"Group","ar":"جماعة"},"color":"#B4472C","color_dark":"#EE9478","kind":"entity","order":0},
 {"id":"place","names":{"en":"Place"},"color":"#3A8253","color_dark":"#84CE9C","kind":"entity","order":1}],
"analysts":[{"id":"a1","name":"سارة"},{"id":"a2","name":"عمر"}],
"documents":[
 {"id":"d1","title":"خبر","text":"😀 قال «قسد»\r\nفي دمشق","annotations":[
  {"id":"m1","tag":"group","by":"a1","at":"2026-01-02T03:04:05Z","spans":[{"start":7,"end":10,"quote":"قسد"}]},
  {"id":"m2","tag":"place","by":"a2","at":"2026-01-02T03:04:05Z","note":"=عاصمة","spans":[{"start":16,"end":20,"quote":"دمشق"}]},
  {"id":"m3","tag":"group","by":"a1","at":"2026-01-02T03:04:05Z","spans":[{"start":0,"end":1,"quote":"😀"},{"start":7,"end":10,"quote":"قسد"}]}]},
 {"id":"d2","title":"فارغ","text":"","annotations":[]}]}"##;

#[test]
fn help_and_version_are_output_and_wrong_use_is_not() {
    let place = Place::new();
    let help = place.run(&["--help"]).expect(0);
    for command in ["import", "export", "check"] {
        assert!(help.out.contains(command), "{}", help.out);
    }
    // What is not built yet does not appear at all.
    for command in ["suggest", "merge", "agreement", "stats", "report"] {
        assert!(!help.out.contains(command), "{}", help.out);
    }
    assert!(
        place
            .run(&["--version"])
            .expect(0)
            .out
            .starts_with("hashiya ")
    );
    place
        .run(&["exprot", "x"])
        .fails_with("no file or command named “exprot”");
    place.run(&["import"]).fails_with("--out");
    place
        .run(&["export", "p", "--format", "xml", "--out", "x"])
        .fails_with("json, jsonl, csv");
    place.run(&["check"]).fails_with("<PROJECT>");
    place.run(&["check", "--nonsense"]).fails_with("--nonsense");
}

#[test]
fn import_reads_texts_in_any_encoding() {
    let place = Place::new();
    place
        .write("utf8.txt", "\u{feff}قسد\r\n")
        .write("windows.txt", b"\xDE\xE6\xC7\xCA \xD3\xE6\xD1\xED\xC7 \xC7\xE1\xCF\xED\xE3\xDE\xD1\xC7\xD8\xED\xC9 \xDD\xED \xC7\xE1\xE3\xCF\xED\xE4\xC9")
        .write("utf16.txt", b"\xFF\xFE\x42\x06\x33\x06\x2F\x06");
    let ran = place.run(&[
        "import",
        "utf8.txt",
        "windows.txt",
        "utf16.txt",
        "--out",
        "p.hashiya.json",
    ]);
    let report = ran.expect(0).json();
    assert_eq!(report["documents"], 3);
    let encodings: Vec<&str> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["encoding"].as_str().unwrap())
        .collect();
    assert_eq!(encodings, ["UTF-8", "windows-1256", "UTF-16LE"]);
    let project: Value = serde_json::from_str(&place.read("p.hashiya.json")).unwrap();
    let texts: Vec<&str> = project["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        ["قسد\r\n", "قوات سوريا الديمقراطية في المدينة", "قسد"]
    );
    assert_eq!(project["analysts"][0]["name"], "نورا");
    // The hashes are those of the files, whatever their encoding.
    place.run(&["check", "p.hashiya.json"]).expect(0);

    let forced = [
        "import",
        "utf16.txt",
        "--encoding",
        "windows-1252",
        "--out",
        "q.hashiya.json",
    ];
    assert_eq!(
        place.run(&forced).expect(0).json()["files"][0]["encoding"],
        "windows-1252"
    );
    place
        .run(&[
            "import",
            "utf8.txt",
            "--encoding",
            "klingon",
            "--out",
            "r.hashiya.json",
        ])
        .fails_with("no text encoding called klingon");
}

#[test]
fn import_writes_all_or_nothing_and_never_overwrites() {
    let place = Place::new();
    place
        .write("a.txt", "قسد")
        .write("b.hashiya.json", "mine")
        .write("x.png", b"\x89PNG\r\n\x1a\n\0\0");
    place
        .run(&["import", "a.txt", "--out", "b.hashiya.json"])
        .fails_with("never overwrites");
    assert_eq!(place.read("b.hashiya.json"), "mine");
    place
        .run(&["import", "a.txt", "none.txt", "--out", "c.hashiya.json"])
        .fails_with("none.txt");
    place
        .run(&["import", "a.txt", "x.png", "--out", "c.hashiya.json"])
        .fails_with("not a text");
    place
        .run(&["import", "b.hashiya.json", "--out", "c.hashiya.json"])
        .fails_with("project already");
    place
        .run(&["import", "a.txt", "--out", "no/c.hashiya.json"])
        .expect(2);
    assert!(!place.path("c.hashiya.json").exists());
}

#[test]
fn import_takes_whole_folders() {
    let place = Place::new();
    std::fs::create_dir_all(place.path("in/deeper")).unwrap();
    place
        .write("in/b.txt", "ب")
        .write("in/a.txt", "أ")
        .write("in/deeper/c.txt", "ج")
        .write("in/.hidden.txt", "x");
    let report = place
        .run(&["import", "in", "--out", "p.hashiya.json"])
        .expect(0)
        .json();
    assert_eq!(report["documents"], 3);
    std::fs::create_dir(place.path("empty")).unwrap();
    place
        .run(&["import", "empty", "--out", "q.hashiya.json"])
        .fails_with("no text in this folder");
}

#[test]
fn export_says_what_was_verified_and_what_is_lost() {
    let place = Place::new().with_project();
    for format in ["json", "jsonl", "csv"] {
        let out = format!("set2.{format}");
        let ran = place
            .run(&[
                "export",
                "p.hashiya.json",
                "--format",
                format,
                "--out",
                &out,
            ])
            .expect(0);
        let report = ran.json();
        assert_eq!(
            (&report["marks"], &report["verified"]),
            (&3.into(), &3.into()),
            "{report}"
        );
        assert!(
            ran.messages.contains("3 of 3 marks verified"),
            "{}",
            ran.messages
        );
        let lost: Vec<&str> = report["lost"]
            .as_array()
            .unwrap()
            .iter()
            .map(|l| l["kind"].as_str().unwrap())
            .collect();
        match format {
            "json" => assert!(lost.is_empty()),
            "jsonl" => assert!(
                lost.contains(&"split-marks") && lost.contains(&"tag-tree"),
                "{lost:?}"
            ),
            _ => assert!(lost.contains(&"texts") && lost.contains(&"documents-without-marks")),
        }
    }
    let one = [
        "export",
        "p.hashiya.json",
        "--format",
        "csv",
        "--out",
        "one.csv",
        "--annotator",
        "عمر",
    ];
    assert_eq!(place.run(&one).expect(0).json()["marks"], 1);
    let plain = [
        "export",
        "p.hashiya.json",
        "--format",
        "csv",
        "--out",
        "one.csv",
        "--no-bom",
    ];
    place.run(&plain).expect(0);
    assert!(
        place
            .read("one.csv")
            .starts_with("document,source,mark id,")
    );
    assert!(
        place
            .read("one.csv")
            .contains(",'=عاصمة,عمر,2026-01-02T03:04:05Z,")
    );

    let nobody = [
        "export",
        "p.hashiya.json",
        "--format",
        "csv",
        "--out",
        "x.csv",
        "--annotator",
        "x",
    ];
    place.run(&nobody).fails_with("there are: سارة, عمر");
    place
        .run(&["export", "no.json", "--format", "csv", "--out", "x.csv"])
        .fails_with("no file here");
    place
        .run(&["export", "p.hashiya.json", "--format", "csv", "--out", "."])
        .fails_with("a folder");
    place
        .run(&[
            "export",
            "p.hashiya.json",
            "--format",
            "json",
            "--out",
            "p.hashiya.json",
        ])
        .fails_with("must not overwrite");
    assert!(!place.path("x.csv").exists());
    place.run(&["check", "p.hashiya.json"]).expect(0);
}

#[test]
fn every_export_can_be_imported_again() {
    let place = Place::new().with_project();
    place.write("خبر.txt", "😀 قال «قسد»\r\nفي دمشق");
    for format in ["json", "jsonl", "csv"] {
        let set = format!("again.{format}");
        let project = format!("{format}.hashiya.json");
        place
            .run(&[
                "export",
                "p.hashiya.json",
                "--format",
                format,
                "--out",
                &set,
            ])
            .expect(0);
        let mut arguments = vec!["import", &set, "--out", &project];
        if format == "csv" {
            place.run(&arguments).fails_with("but not its text");
            arguments.insert(1, "خبر.txt");
        }
        let report = place.run(&arguments).expect(0).json();
        assert_eq!(report["annotations"], 3, "{format}");
        place.run(&["check", &project]).expect(0);
        // And out once more, as the same set of marks.
        let out = format!("{format}.csv");
        let export = ["export", &project, "--format", "csv", "--out", &out];
        assert_eq!(
            place.run(&export).expect(0).json()["verified"],
            3,
            "{format}"
        );
        assert!(
            place
                .read(&out)
                .contains(",'=عاصمة,عمر,2026-01-02T03:04:05Z,"),
            "{format}"
        );
    }
    let twice = [
        "import",
        "again.json",
        "again.jsonl",
        "--format",
        "json",
        "--out",
        "t.hashiya.json",
    ];
    place.run(&twice).fails_with("again.jsonl");
}

#[test]
fn import_names_marks_that_do_not_fit() {
    let place = Place::new();
    place.write(
        "set.json",
        SET.replace("\"start\":16,\"end\":20", "\"start\":17,\"end\":21"),
    );
    let ran = place
        .run(&["import", "set.json", "--out", "p.hashiya.json"])
        .expect(1);
    let report = ran.json();
    assert_eq!(
        (
            &report["annotations"],
            report["remarks"].as_array().unwrap().len()
        ),
        (&2.into(), 1)
    );
    assert!(
        ran.messages.contains("m2") && ran.messages.contains("دمشق"),
        "{}",
        ran.messages
    );
    // A table in the encoding of an old spreadsheet.
    place.write("خبر.txt", "قسد").write(
        "t.csv",
        b"document;tag;start;end;quote\r\n\xCE\xC8\xD1;group;0;3;\xDE\xD3\xCF\r\n",
    );
    let table = [
        "import",
        "خبر.txt",
        "t.csv",
        "--encoding",
        "windows-1256",
        "--out",
        "x.hashiya.json",
    ];
    // The text is UTF-8, which is not what was said: its letters do not fit.
    place.run(&table).expect(1);
    std::fs::remove_file(place.path("x.hashiya.json")).unwrap();
    place.write("خبر.txt", b"\xDE\xD3\xCF");
    assert_eq!(place.run(&table).expect(0).json()["annotations"], 1);
}

#[test]
fn check_finds_what_is_wrong() {
    let place = Place::new().with_project();
    let fine = place.run(&["check", "p.hashiya.json"]).expect(0);
    assert_eq!(fine.out, "");
    assert!(fine.messages.contains("marks: 3") && fine.messages.contains("findings: 0"));
    let file = place.read("p.hashiya.json");
    let after = |change: &dyn Fn(&mut Value)| {
        let mut project: Value = serde_json::from_str(&file).unwrap();
        change(&mut project);
        place.write("q.hashiya.json", project.to_string());
        place.run(&["check", "q.hashiya.json"])
    };
    let kinds = |ran: Ran| -> Vec<String> {
        ran.expect(1)
            .lines()
            .iter()
            .map(|l| l["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        kinds(after(
            &|p| p["annotations"][0]["spans"][0]["start"] = 6.into()
        )),
        ["span"]
    );
    assert_eq!(
        kinds(after(
            &|p| p["annotations"][0]["spans"][0]["end"] = 600.into()
        )),
        ["span"]
    );
    assert_eq!(
        kinds(after(
            &|p| p["annotations"][0]["spans"][0]["quote"] = "x".into()
        )),
        ["span"]
    );
    assert_eq!(
        kinds(after(&|p| p["annotations"][0]["tag"] = "gone".into())),
        ["reference"]
    );
    assert_eq!(
        kinds(after(&|p| p["annotations"][0]["by"] = "gone".into())),
        ["reference"]
    );
    assert_eq!(
        kinds(after(&|p| p["annotations"][0]["document"] = "gone".into())),
        ["reference"]
    );
    assert_eq!(
        kinds(after(&|p| p["documents"][0]["sha256"] = "00".into())),
        ["hash"]
    );
    assert_eq!(
        kinds(after(&|p| p["documents"][1]["text"] = "+".into())),
        ["hash"]
    );
    let circle = |p: &mut Value| {
        p["tags"][0]["parent"] = "place".into();
        p["tags"][1]["parent"] = "group".into();
    };
    assert_eq!(kinds(after(&circle)), ["reference", "reference"]);
    let twice = |p: &mut Value| {
        let mark = p["annotations"][0].clone();
        p["annotations"].as_array_mut().unwrap().push(mark);
    };
    assert_eq!(kinds(after(&twice)), ["id"]);
    place.write("cut.hashiya.json", &file[..file.len() / 2]);
    place
        .run(&["check", "cut.hashiya.json"])
        .fails_with("ends in the middle");
    place.write("other.json", "{}");
    place
        .run(&["check", "other.json"])
        .fails_with("not a Hashiya project");
    place.run(&["check", "."]).fails_with("folder");
}

#[test]
fn a_reader_that_closes_early_is_no_error() {
    let place = Place::new().with_project();
    for arguments in [
        &[
            "export",
            "p.hashiya.json",
            "--format",
            "json",
            "--out",
            "x.json",
        ][..],
        &["--help"],
    ] {
        let mut child = hashiya(place.0.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let messages = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{messages}");
        assert!(
            !messages.contains("panicked") && !messages.contains("Broken pipe"),
            "{messages}"
        );
    }
}

#[test]
fn a_file_named_like_a_command_can_be_meant() {
    let place = Place::new();
    place.write("check", "نص");
    // The command wins; with a path it is a file (and a text, which is no
    // project).
    place.run(&["check"]).fails_with("<PROJECT>");
    place
        .run(&["check", "./check"])
        .fails_with("not a Hashiya project");
}
