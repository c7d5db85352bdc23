//! Projects out and in again, checked, with and without a journal.

use serde_json::Value;

use super::program::{Place, Ran, SET};

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
    let unharmed = place.run(&["check", "p.hashiya.json"]).expect(0);
    assert_eq!(unharmed.out, "");
    assert!(unharmed.messages.contains("marks: 3") && unharmed.messages.contains("findings: 0"));
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
    let decide = |decision: Value| after(&|p| p["decisions"] = serde_json::json!([decision]));
    let value: Value = serde_json::from_str(&file).unwrap();
    let by = &value["analysts"][0]["id"];
    let document = &value["documents"][0]["id"];
    let decision = serde_json::json!({
        "id": "x", "verdict": "rejected", "surface": "x", "by": by, "at": "2026-01-01T00:00:00Z",
        "document": document, "span": {"start": 0, "end": 90_000, "quote": "x"},
    });
    assert_eq!(kinds(decide(decision.clone())), ["span"]);
    let mut nowhere = decision.clone();
    nowhere.as_object_mut().unwrap().remove("document");
    assert_eq!(kinds(decide(nowhere)), ["span"]);
    let mut gone = decision;
    gone.as_object_mut().unwrap().remove("span");
    gone["tag"] = "gone".into();
    assert_eq!(kinds(decide(gone)), ["reference"]);
    // The codebook's own rules.
    let asked = serde_json::json!([{"id": "sure", "value": {"kind": "yes_no"}, "required": true}]);
    let ask = |p: &mut Value| {
        for tag in p["tags"].as_array_mut().unwrap() {
            tag["attributes"] = asked.clone();
        }
    };
    assert_eq!(kinds(after(&ask)), ["guideline"; 3]);
    let answer = |p: &mut Value| {
        ask(p);
        for mark in p["annotations"].as_array_mut().unwrap() {
            mark["attributes"] = serde_json::json!({"sure": true});
        }
    };
    after(&answer).expect(0);
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

/// Changes that a window has journalled and not saved belong to the project.
#[test]
fn the_journal_counts_and_is_left_alone() {
    use hashiya::model::{Edit, Id, Note, Timestamp, Transaction};

    let place = Place::new().with_project();
    let path = place.path("p.hashiya.json");
    let before = place.read("p.hashiya.json");
    let opened = hashiya::store::Session::open(&path).unwrap();
    let (mut session, mut project) = (opened.session, opened.project);
    let mark = project.annotation(&Id::new("m1")).unwrap().clone();
    let mut second = mark.clone();
    second.id = Id::new("m4");
    second.tag = Id::new("place");
    let note = Note {
        id: Id::new("n1"),
        document: None,
        annotation: Some(Id::new("m4")),
        entity: None,
        tag: None,
        text: "من السجل".into(),
        by: Id::new("a1"),
        at: Timestamp::UNIX_EPOCH,
        extra: std::collections::BTreeMap::default(),
    };
    let edits = vec![Edit::create(second), Edit::create(note)];
    let by = Id::new("a1");
    let change = Transaction::new(
        Id::new("t"),
        Timestamp::UNIX_EPOCH,
        by,
        "annotation.tag",
        edits,
    );
    project.apply(&change).unwrap();
    session.commit(&change).unwrap();
    assert!(session.wait_until_durable(std::time::Duration::from_secs(10)));
    let journal = place.read("p.hashiya.log");
    // While the window is open, and after it was killed.
    for _ in 0..2 {
        let ran = place.run(&[
            "export",
            "p.hashiya.json",
            "--format",
            "json",
            "--out",
            "x.json",
        ]);
        assert_eq!(ran.expect(0).json()["verified"], 4);
        assert!(place.read("x.json").contains("من السجل"));
        let checked = place.run(&["check", "p.hashiya.json"]).expect(0);
        assert!(
            checked.messages.contains("recovered"),
            "{}",
            checked.messages
        );
        assert_eq!(
            (place.read("p.hashiya.json"), place.read("p.hashiya.log")),
            (before.clone(), journal.clone())
        );
    }
    drop(session);
    // A journal that cannot be used is a finding.
    place.write("p.hashiya.log", journal.replace(&journal[..40], ""));
    place.run(&["check", "p.hashiya.json"]).expect(1);
}
