//! The project file: what is written is read back, by us and by Python's
//! rules; what is broken is refused or kept with a clear sentence.

use super::samples;
use hashiya::model::notation::{ANALYST, DOCUMENT, marked, marks};
use hashiya::model::{
    Analyst, Annotation, Document, Edit, Id, Project, Span, Timestamp, Transaction,
};
use hashiya::store::{
    Fingerprint, Header, Loaded, StoreError, Warning, load, project_file, save, sha256_hex,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

fn header() -> Header {
    Header {
        id: Id::new("project-1"),
        transactions: 3,
        last_transaction: Some(Id::new("t3")),
    }
}

fn text_of(project: &Project) -> String {
    String::from_utf8(project_file::to_json(project, &header())).unwrap()
}

fn read(json: &str) -> Result<Loaded, StoreError> {
    project_file::from_json(json.as_bytes(), Path::new("p.hashiya.json"))
}

fn value_of(project: &Project) -> Value {
    serde_json::from_str(&text_of(project)).unwrap()
}

/// `text[start:end]` as Python counts.
fn slice(text: &str, span: &Value) -> String {
    let at = |name: &str| span[name].as_u64().unwrap() as usize;
    text.chars()
        .skip(at("start"))
        .take(at("end") - at("start"))
        .collect()
}

const NOTATION: &str =
    "😀 [قوات [سوريا|PLACE] الديمقراطية|GROUP] (SDF)، و[1600|NUMBER] [أ|GROUP#1]ب[ج|GROUP#1][|X]";

#[test]
fn offsets_are_code_points_and_quotes_stand_there() {
    let value = value_of(&marked(NOTATION));
    let text = value["documents"][0]["text"].as_str().unwrap();
    let spans: Vec<&Value> = value["annotations"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|mark| mark["spans"].as_array().unwrap())
        .collect();
    assert_eq!(spans.len(), 6);
    assert_eq!(
        spans[0],
        &json!({"start": 2, "end": 24, "quote": "قوات سوريا الديمقراطية"})
    );
    for span in spans {
        assert_eq!(slice(text, span), span["quote"].as_str().unwrap());
    }
}

#[test]
fn what_is_written_is_read_back_and_written_alike() {
    let project = marked(NOTATION);
    let json = text_of(&project);
    let loaded = read(&json).unwrap();
    assert!(loaded.project == project);
    assert_eq!(loaded.header, header());
    assert_eq!(loaded.warnings, []);
    assert_eq!(text_of(&loaded.project), json);
    // With a byte order mark, as some editors add it.
    assert!(read(&format!("\u{FEFF}{json}")).unwrap().project == project);
}

#[test]
fn each_record_has_a_line_of_its_own() {
    let json = text_of(&marked(NOTATION));
    let lines = |start: &str| {
        json.lines()
            .filter(|l| l.trim_start().starts_with(start))
            .count()
    };
    assert_eq!(
        json.matches("\n    {\"id\":\"a").count(),
        7,
        "five marks, an analyst, a tag"
    );
    assert_eq!(lines("{\"id\":\"d1\""), 1);
    assert!(json.ends_with("}\n"));
    let project = marked(NOTATION);
    let mut changed = project.clone();
    let mut mark = project.annotation(&Id::new("a2")).unwrap().clone();
    let before = mark.clone();
    mark.note = "ملاحظة\nعلى سطرين".to_owned();
    let edits = vec![Edit::change(before, mark)];
    changed
        .apply(&Transaction::new(
            Id::new("t"),
            Timestamp::UNIX_EPOCH,
            Id::new("analyst"),
            "note",
            edits,
        ))
        .unwrap();
    let other = text_of(&changed);
    let differing = json
        .lines()
        .zip(other.lines())
        .filter(|(a, b)| a != b)
        .count();
    assert_eq!(differing, 1);
}

#[test]
fn unknown_fields_and_lists_survive() {
    let mut value = value_of(&marked("[قسد|GROUP]"));
    value["future"] = json!({"a": [1, 2.5, null], "b": "ج"});
    value["layers"] = json!([{"id": "l1"}, {"id": "l2"}]);
    value["annotations"][0]["certainty"] = json!("high");
    value["annotations"][0]["origin"] = json!({"kind": "suggested", "rule": "r"});
    value["documents"][0]["pages"] = json!([1, 2]);
    value["tags"][0]["pattern"] = json!("dots");
    value["analysts"][0]["team"] = json!("A");
    let json = text_of(&read(&value.to_string()).unwrap().project);
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    assert!(
        json.contains("\n    {\"id\":\"l2\"}"),
        "unknown lists keep one item a line: {json}"
    );
}

#[test]
fn marks_are_found_again_by_their_words() {
    let mut value = value_of(&marked("قالت [قسد|GROUP] إن [قسد|GROUP] [عادت|EVENT]"));
    let text = value["documents"][0]["text"].as_str().unwrap();
    value["documents"][0]["text"] = json!(format!("سطر جديد\n{}", text.replace("عادت", "رجعت")));
    let loaded = read(&value.to_string()).unwrap();
    assert_eq!(
        marks(&loaded.project, &Id::new(DOCUMENT)),
        ["قسد|group", "قسد|group"]
    );
    let kinds: Vec<&str> = loaded
        .warnings
        .iter()
        .map(|warning| match warning {
            Warning::TextChanged { .. } => "text",
            Warning::Moved { .. } => "moved",
            Warning::Unplaced { .. } => "unplaced",
            _ => "other",
        })
        .collect();
    assert_eq!(kinds, ["text", "moved", "moved", "unplaced"]);
    // What was lost from the text is still in the file.
    let again = value_of(&loaded.project);
    assert_eq!(
        again["unplaced"][0]["annotation"]["spans"][0]["quote"],
        "عادت"
    );
    let twice = read(&again.to_string()).unwrap();
    assert_eq!(value_of(&twice.project)["unplaced"], again["unplaced"]);
}

#[test]
fn records_that_contradict_the_others_are_kept_aside() {
    let project = marked("[قسد|GROUP] في [سوريا|PLACE]");
    let mut value = value_of(&project);
    value["annotations"][0]["tag"] = json!("nothing");
    value["annotations"][1]["document"] = json!("elsewhere");
    let twin = value["tags"][3].clone();
    value["tags"].as_array_mut().unwrap().push(twin);
    value["relations"] = json!([
        {"id": "r", "tag": "group", "from": "a1", "to": "a2", "by": "analyst", "at": "2026-01-01T00:00:00Z"}
    ]);
    value["notes"] = json!([
        {"id": "n", "text": "x", "by": "nobody", "at": "2026-01-01T00:00:00Z"}
    ]);
    let loaded = read(&value.to_string()).unwrap();
    let counts = loaded.project.counts();
    assert_eq!(
        (counts.annotations, counts.relations, counts.notes),
        (0, 0, 0)
    );
    assert_eq!(counts.tags, project.counts().tags);
    assert_eq!(loaded.warnings.len(), 5, "{:?}", loaded.warnings);
    let kept = value_of(&loaded.project)["unplaced"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(kept, 5);
    for warning in &loaded.warnings {
        assert!(warning.to_string().ends_with('.'), "{warning}");
    }
}

#[test]
fn spans_without_quotes_and_bad_offsets() {
    let mut value = value_of(&marked("[قسد|GROUP] في [سوريا|PLACE]"));
    value["annotations"][0]["spans"] = json!([{"start": 4, "end": 6}]);
    value["annotations"][1]["spans"] = json!([{"start": 5, "end": 900}]);
    let loaded = read(&value.to_string()).unwrap();
    assert_eq!(marks(&loaded.project, &Id::new(DOCUMENT)), ["في|group"]);
    assert!(matches!(loaded.warnings[..], [Warning::Unplaced { .. }]));
}

#[test]
fn decisions_are_kept_with_their_places_and_what_is_not_known_of_them() {
    let mut value = value_of(&marked("قال خلف ثم خلف"));
    let decision = |id: &str, more: Value| {
        let mut all = json!({
            "id": id, "verdict": "rejected", "surface": "خلف", "by": ANALYST,
            "at": "2026-01-01T00:00:00Z",
        });
        for (name, field) in more.as_object().unwrap() {
            all[name] = field.clone();
        }
        all
    };
    let at = |start: usize| json!({"start": start, "end": start + 3, "quote": "خلف"});
    value["decisions"] = json!([
        decision("a", json!({"tag": "person", "rule": "names", "later": 1})),
        decision("b", json!({"document": DOCUMENT, "span": at(4)})),
        decision(
            "c",
            json!({"document": DOCUMENT, "span": at(10), "verdict": "resized"})
        ),
        decision(
            "d",
            json!({"document": DOCUMENT, "span": {"start": 0, "end": 3, "quote": "نجم"}})
        ),
        decision("e", json!({"document": "gone"})),
    ]);
    let loaded = read(&value.to_string()).unwrap();
    let spans: Vec<_> = loaded.project.decisions().map(|one| one.span).collect();
    assert_eq!(
        spans,
        [None, Some(Span::new(7, 13)), Some(Span::new(19, 25))]
    );
    let written = value_of(&loaded.project);
    assert_eq!(written["decisions"][0], value["decisions"][0]);
    assert_eq!(written["decisions"][1], value["decisions"][1]);
    assert_eq!(
        written["decisions"][2]["span"],
        at(11),
        "found by its words"
    );
    assert_eq!(written["unplaced"].as_array().unwrap().len(), 2);
    assert_eq!(loaded.warnings.len(), 3);
    // A file of before there were decisions.
    value.as_object_mut().unwrap().remove("decisions");
    assert_eq!(
        read(&value.to_string()).unwrap().project.counts().decisions,
        0
    );
}

#[test]
fn files_that_are_no_projects_are_refused_with_a_sentence() {
    let json = text_of(&marked(NOTATION));
    let newer = json.replacen("\"version\": 1", "\"version\": 7", 1);
    let misread = newer.replacen("\"analysts\": [", "\"analysts\": 5, \"x\": [", 1);
    let half: String = json.chars().take(json.chars().count() / 2).collect();
    let mistake = json.replacen("\"tag\":\"group\"", "\"tag\":5", 1);
    let cases: [(&str, &str); 9] = [
        ("", "not a Hashiya project"),
        ("{}", "not a Hashiya project"),
        ("[1, 2]", "not a Hashiya project"),
        (
            "{\"format\": \"other\", \"version\": 9}",
            "not a Hashiya project",
        ),
        ("%PDF-1.7", "not a Hashiya project"),
        ("\u{0}\u{1}\u{2}", "not a Hashiya project"),
        (&half, "ends in the middle"),
        (&mistake, "damaged at line"),
        (&misread, "newer Hashiya"),
    ];
    for (text, expected) in cases {
        let error = read(text).unwrap_err().to_string();
        assert!(error.contains(expected), "{error} should say: {expected}");
        assert!(error.ends_with("p.hashiya.json"), "{error}");
        assert!(!error.contains('\n'));
    }
    let loaded = read(&newer).unwrap();
    assert!(loaded.newer && loaded.warnings == [Warning::Newer { version: 7 }]);
}

#[test]
fn missing_files_folders_and_giants_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("no.hashiya.json");
    assert!(matches!(load(&missing), Err(StoreError::Missing(_))));
    assert!(matches!(load(folder.path()), Err(StoreError::IsFolder(_))));
    assert!(matches!(
        save(&marked(""), &header(), folder.path()),
        Err(StoreError::IsFolder(_))
    ));
    let giant = folder.path().join("giant.hashiya.json");
    let file = std::fs::File::create(&giant).unwrap();
    file.set_len(1 << 30).unwrap();
    let error = load(&giant).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("The file is too large (1024 MB; at most 512 MB")
    );
    #[cfg(unix)]
    assert!(matches!(
        load(Path::new("/dev/null")),
        Err(StoreError::NotAFile(_))
    ));
}

#[test]
fn no_prefix_of_a_project_is_taken_for_a_whole_one() {
    let json = text_of(&marked("[قسد|GROUP]"));
    for end in (0..json.trim_end().len()).filter(|end| json.is_char_boundary(*end)) {
        assert!(
            read(&json[..end]).is_err(),
            "a file cut after {end} bytes was accepted"
        );
    }
}

#[test]
fn the_samples_survive_with_marks_on_every_word() {
    let mut project = Project::new("samples", Analyst::new(Id::new("me"), "Me"));
    let at = Timestamp::UNIX_EPOCH;
    let mut edits = Vec::new();
    for (order, (name, text)) in samples::documents().into_iter().enumerate() {
        let mut document = Document::new(Id::new(name), name, text, at);
        document.order = order as u32;
        document.sha256 = sha256_hex(text.as_bytes());
        edits.push(Edit::create(document));
        for word in text
            .split([' ', '\n', '\u{A0}'])
            .filter(|word| !word.is_empty())
        {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let span = Span::new(start, start + word.len());
            let id = Id::new(format!("{name}-{start}"));
            let (document, by) = (Id::new(name), Id::new("me"));
            edits.push(Edit::create(Annotation::new(
                id,
                document,
                vec![span],
                Id::new("person"),
                by,
                at,
            )));
        }
    }
    project
        .apply(&Transaction::new(
            Id::new("t"),
            at,
            Id::new("me"),
            "test",
            edits,
        ))
        .unwrap();
    let value = value_of(&project);
    for mark in value["annotations"].as_array().unwrap() {
        let document = value["documents"]
            .as_array()
            .unwrap()
            .iter()
            .find(|document| document["id"] == mark["document"])
            .unwrap();
        let span = &mark["spans"][0];
        assert_eq!(
            slice(document["text"].as_str().unwrap(), span),
            span["quote"].as_str().unwrap()
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("samples.hashiya.json");
    save(&project, &header(), &path).unwrap();
    let loaded = load(&path).unwrap();
    assert!(loaded.project == project && loaded.warnings.is_empty());
    assert_eq!(
        loaded.fingerprint,
        Fingerprint::of(&std::fs::read(&path).unwrap())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_place_survive(text in "\\PC{0,60}", places in prop::collection::vec((0..70_usize, 0..70_usize), 0..6)) {
        let boundaries: Vec<usize> = text.char_indices().map(|(b, _)| b).chain([text.len()]).collect();
        let at = Timestamp::UNIX_EPOCH;
        let mut edits = vec![Edit::create(Document::new(Id::new("d"), &*text, &*text, at))];
        for (n, (a, b)) in places.into_iter().enumerate() {
            let span = Span::new(boundaries[a % boundaries.len()], boundaries[b % boundaries.len()]);
            edits.push(Edit::create(Annotation::new(
                Id::new(format!("a{n}")), Id::new("d"), vec![span], Id::new("place"), Id::new("me"), at,
            )));
        }
        let mut project = Project::new("p", Analyst::new(Id::new("me"), "م"));
        project.apply(&Transaction::new(Id::new("t"), at, Id::new("me"), "test", edits)).unwrap();
        let loaded = read(&text_of(&project)).unwrap();
        prop_assert!(loaded.project == project);
        prop_assert!(loaded.warnings.is_empty());
    }

    #[test]
    fn unknown_numbers_survive(number in prop::num::f64::NORMAL, whole in any::<i64>()) {
        let mut value = value_of(&marked("[قسد|GROUP]"));
        value["annotations"][0]["weight"] = json!([number, whole]);
        let json = text_of(&read(&value.to_string()).unwrap().project);
        prop_assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
        prop_assert!(json.contains(&serde_json::to_string(&json!([number, whole])).unwrap()));
    }

    #[test]
    fn damaged_bytes_never_stop_the_program(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = project_file::to_json(&marked(NOTATION), &header());
        let index = at.index(bytes.len());
        bytes[index] = byte;
        // Either refused with a sentence, or read with everything accounted for.
        if let Ok(loaded) = project_file::from_json(&bytes, Path::new("p")) {
            let marks = loaded.project.counts().annotations;
            let unplaced = loaded.project.about().extra.get("unplaced").and_then(Value::as_array).map_or(0, Vec::len);
            prop_assert!(marks + unplaced == 5 || loaded.project.about().extra.len() > usize::from(unplaced > 0));
        }
    }
}
