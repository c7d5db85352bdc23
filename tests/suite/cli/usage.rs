//! Arguments, help, imports of texts, pipes, the list of commands.

use std::process::Stdio;

use serde_json::Value;

use super::program::{Place, hashiya};

#[test]
fn help_and_version_are_output_and_wrong_use_is_not() {
    let place = Place::new();
    let help = place.run(&["--help"]).expect(0);
    for command in [
        "layout",
        "hit",
        "picture",
        "import",
        "export",
        "check",
        "commands",
        "suggest",
        "score",
        "inspect",
        "agreement",
    ] {
        assert!(help.out.contains(command), "{}", help.out);
    }
    // What is not built yet does not appear at all.
    for command in ["merge", "stats", "report"] {
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

#[test]
fn commands_are_listed_in_both_languages() {
    let place = Place::new();
    let table = place.run(&["commands", "--markdown"]).expect(0).out;
    let commands = place
        .run(&["commands", "--language", "ar"])
        .expect(0)
        .lines();
    assert_eq!(commands.len(), table.lines().count() - 2);
    let save = commands.iter().find(|c| c["id"] == "file.save").unwrap();
    assert_eq!(
        (&save["menu"], &save["keys"][0]),
        (&"ملف".into(), &"Ctrl+S".into())
    );
    place
        .run(&["commands", "--language", "fr"])
        .fails_with("en and ar");
}
