//! Annotated sets that other programs, other settings or accidents made.

use hashiya::formats::{
    self, AnnotatedSet, BuildContext, Format, FormatError, Remark, build, read,
};
use hashiya::model::notation::{DOCUMENT, marked, marks};
use hashiya::model::{Analyst, Id, Project, Timestamp, Transaction};
use proptest::prelude::*;

fn read_all(format: Format, file: &str) -> (AnnotatedSet, Vec<Remark>) {
    let found = read(format, file.as_bytes()).unwrap();
    (found.set, found.remarks)
}

/// All quotes of a set, with their tags.
fn quotes(set: &AnnotatedSet) -> Vec<String> {
    let marks = set.documents.iter().flat_map(|document| &document.marks);
    marks
        .map(|mark| {
            let quotes: Vec<&str> = mark.fragments.iter().map(|f| f.quote.as_str()).collect();
            format!("{}|{}", quotes.join(" … "), mark.tag)
        })
        .collect()
}

fn built(set: AnnotatedSet) -> (Project, Vec<Remark>) {
    let mut project = Project::new("p", Analyst::new(Id::new("me"), "me"));
    let mut number = 0;
    let mut new_id = || {
        number += 1;
        Id::new(format!("n{number}"))
    };
    let mut context = BuildContext {
        at: Timestamp::UNIX_EPOCH,
        by: Id::new("me"),
        format: "jsonl",
        new_id: &mut new_id,
    };
    let built = build(&project, set, &mut context).unwrap();
    if !built.edits.is_empty() {
        let by = Id::new("me");
        let at = Timestamp::UNIX_EPOCH;
        let change = Transaction::new(Id::new("t"), at, by, "import", built.edits);
        project.apply(&change).unwrap();
    }
    (project, built.remarks)
}

#[test]
fn prodigy_lines_without_our_extras_are_read() {
    let file = concat!(
        "\u{feff}",
        r#"{"text":"قسد في دمشق","_input_hash":1,"tokens":[{"text":"قسد","start":0,"end":3,"id":0,"ws":true},{"text":"في","start":4,"end":6,"id":1,"ws":true},{"text":"دمشق","start":7,"end":11,"id":2,"ws":false}],"spans":[{"start":0,"end":3,"token_start":0,"token_end":0,"label":"ORG"},{"token_start":2,"token_end":2,"label":"LOC"}],"_annotator_id":"sara","answer":"accept"}"#,
        "\r\n\r\n",
        r#"{"text":"قسد في دمشق","spans":[{"start":0,"end":3,"label":"ORG","id":0}],"_annotator_id":"omar","answer":"accept"}"#,
        "\n",
        r#"{"text":"نص آخر","spans":[{"start":0,"end":2,"label":"WORK_OF_ART"}],"answer":"reject"}"#,
        "\n",
        r#"{"text":"بلا شيء","spans":null}"#,
    );
    let (set, remarks) = read_all(Format::JsonLines, file);
    assert_eq!(
        remarks,
        [Remark::NotAccepted {
            line: 4,
            answer: "reject".into()
        }]
    );
    assert_eq!(
        set.documents.len(),
        3,
        "two annotators' lines are one document"
    );
    assert_eq!(quotes(&set), ["قسد|ORG", "دمشق|LOC", "قسد|ORG"]);
    let (project, remarks) = built(set);
    assert!(remarks.is_empty(), "{remarks:?}");
    // The labels of corpora are the tags of the project.
    let tags: Vec<_> = project
        .annotations()
        .map(|mark| mark.tag.as_str())
        .collect();
    assert_eq!(tags.len(), 3);
    assert!(
        tags.iter()
            .all(|tag| ["organisation", "place"].contains(tag)),
        "{tags:?}"
    );
    let names: Vec<_> = project
        .analysts()
        .map(|analyst| analyst.name.as_str())
        .collect();
    assert!(
        names.contains(&"sara") && names.contains(&"omar"),
        "{names:?}"
    );
    let documents: Vec<_> = project
        .documents()
        .map(|d| (d.title.as_str(), d.sha256.len()))
        .collect();
    assert_eq!(
        documents,
        [("قسد في دمشق", 64), ("نص آخر", 64), ("بلا شيء", 64)]
    );
}

#[test]
fn a_new_label_becomes_a_tag_with_its_name() {
    let file = r#"{"text":"كتاب","spans":[{"start":0,"end":4,"label":"WORK_OF_ART"}]}"#;
    let (project, _) = built(read_all(Format::JsonLines, file).0);
    let mark = project.annotations().next().unwrap();
    assert_eq!(project.tag(&mark.tag).unwrap().name("ar"), "WORK_OF_ART");
}

#[test]
fn offsets_in_utf16_are_recognised_by_the_quotes() {
    let file = r#"{"text":"😀 قال «قسد» 😀","spans":[{"start":8,"end":11,"label":"ORG","text":"قسد"},{"start":13,"end":15,"label":"X","text":"😀"}]}"#;
    let (set, remarks) = read_all(Format::JsonLines, file);
    assert!(
        matches!(remarks.as_slice(), [Remark::CountedInUtf16 { .. }]),
        "{remarks:?}"
    );
    assert_eq!(quotes(&set), ["قسد|ORG", "😀|X"]);
    let first = &set.documents[0].marks[0].fragments[0];
    assert_eq!((first.start, first.end), (7, 10));
}

#[test]
fn marks_that_fit_nowhere_are_named_and_left_out() {
    let file = r#"{"text":"قسد في دمشق","spans":[
        {"start":0,"end":3,"label":"ORG","text":"قسد"},
        {"start":1,"end":4,"label":"ORG","text":"قسد","id":"shifted"},
        {"start":7,"end":12,"label":"LOC","id":"outside"},
        {"start":5,"end":4,"label":"LOC","id":"backwards"},
        {"token_start":0,"token_end":3,"label":"LOC","id":"no tokens"},
        {"start":18446744073709551615,"end":18446744073709551615,"label":"LOC","id":"far"}]}"#
        .replace('\n', "");
    let (set, remarks) = read_all(Format::JsonLines, &file);
    assert_eq!(quotes(&set), ["قسد|ORG"]);
    let mut named: Vec<&str> = remarks
        .iter()
        .map(|remark| match remark {
            Remark::Misplaced { mark, .. } => mark.as_str(),
            other => panic!("{other}"),
        })
        .collect();
    named.sort_unstable();
    assert_eq!(
        named,
        ["backwards", "far", "no tokens", "outside", "shifted"]
    );
    assert!(remarks.iter().all(Remark::is_loss));
}

#[test]
fn lone_surrogates_do_not_cost_the_file() {
    let file =
        r#"{"text":"a\ud83d قسد \ude00","spans":[{"start":3,"end":6,"label":"ORG","text":"قسد"}]}"#;
    let (set, remarks) = read_all(Format::JsonLines, file);
    assert_eq!(remarks, [Remark::LoneSurrogates { count: 2 }]);
    assert_eq!(quotes(&set), ["قسد|ORG"]);
    assert_eq!(
        set.documents[0].text.as_deref(),
        Some("a\u{fffd} قسد \u{fffd}")
    );
}

#[test]
fn a_table_saved_by_a_spreadsheet_is_read() {
    // Semicolons, moved and added columns, an empty row, a mark without id,
    // no UTF-16 columns, quotes that begin like a formula.
    let file = "\u{feff}tag;document;mine;start;end;quote;mark id;by\r\n\
        group;نص;x;0;3;قسد;m1;sara\r\n;;;;;;;\r\n\
        place;نص;;7;11;دمشق;;\r\ngroup;نص;;12;14;'=1;m2;\r\nclaim;نص;;;;;m3;\r\n";
    let (mut set, remarks) = read_all(Format::Csv, file);
    assert!(remarks.is_empty());
    assert_eq!(set.documents.len(), 1);
    assert!(matches!(
        build_error(set.clone()),
        FormatError::TextMissing { document } if document == "نص"
    ));
    let mut remarks = Vec::new();
    set.documents[0].give_text("قسد في دمشق =1".into(), &mut remarks);
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!(
        quotes(&set),
        ["قسد|group", "دمشق|place", "=1|group", "|claim"]
    );
    let (project, remarks) = built(set);
    assert_eq!(project.annotations().len(), 3);
    // A claim cannot stand on a whole document in this project.
    assert!(matches!(remarks.as_slice(), [Remark::Misplaced { mark, .. }] if mark == "m3"));
}

fn build_error(set: AnnotatedSet) -> FormatError {
    let project = Project::new("p", Analyst::new(Id::new("me"), "me"));
    let mut new_id = || Id::new("n");
    let mut context = BuildContext {
        at: Timestamp::UNIX_EPOCH,
        by: Id::new("me"),
        format: "csv",
        new_id: &mut new_id,
    };
    build(&project, set, &mut context).unwrap_err()
}

#[test]
fn foreign_and_newer_files_are_refused_in_one_sentence() {
    let message = |format, file: &str| read(format, file.as_bytes()).unwrap_err().to_string();
    let json = |file| message(Format::Json, file);
    assert!(json("").contains("line 1"));
    assert!(json("[]").contains("nothing is there"));
    assert!(json("{}").contains("nothing is there"));
    assert!(json(r#"{"format":"hashiya-project"}"#).contains("\"hashiya-project\" is there"));
    assert!(
        json(r#"{"format":"hashiya-annotated-set","version":7,"documents":3}"#)
            .contains("newer Hashiya (file version 7")
    );
    assert!(json(r#"{"format":"hashiya-annotated-set","version":1}"#).contains("`documents`"));
    assert!(
        json(r#"{"format":"hashiya-annotated-set","offsets":{"unit":"bytes"},"documents":[]}"#)
            .contains("not \"bytes\"")
    );
    assert!(message(Format::JsonLines, "{\"text\":\"a\"}\nnot json\n").contains("line 2, column"));
    assert!(message(Format::JsonLines, r#"{"label":"no text"}"#).contains("`text`"));
    let deep = r#"{"format":"hashiya-annotated-set","documents":[{"text":"","x":"#.to_owned();
    let deep = deep + &"[".repeat(100_000) + &"]".repeat(100_000) + "}]}";
    assert!(json(&deep).contains("recursion"));
    let bytes = read(Format::Json, b"{\"format\":\"\xC7\xE1\"}")
        .unwrap_err()
        .to_string();
    assert!(
        bytes.contains("not UTF-8") && bytes.contains("byte 11"),
        "{bytes}"
    );
}

#[test]
fn a_set_can_be_added_to_a_project_twice() {
    let project = marked("[قسد|GROUP] في [دمشق|PLACE]");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("set.json");
    formats::export(
        &project,
        Format::Json,
        &path,
        &formats::ExportOptions::default(),
    )
    .unwrap();
    let set = read(Format::Json, &std::fs::read(&path).unwrap())
        .unwrap()
        .set;
    let mut new_id = || Id::new("new");
    let mut context = BuildContext {
        at: Timestamp::UNIX_EPOCH,
        by: Id::new("analyst"),
        format: "json",
        new_id: &mut new_id,
    };
    // The same marks again: nothing to do.
    let again = build(&project, set.clone(), &mut context).unwrap();
    assert!(again.edits.is_empty(), "{:?}", again.edits);
    assert_eq!(again.remarks.len(), 2);
    // Another mark under an id that is taken gets an id of its own.
    let mut other = set;
    other.documents[0].marks[0].tag = "organisation".into();
    let built = build(&project, other, &mut context).unwrap();
    assert_eq!((built.documents, built.marks), (0, 1));
    let mut merged = project.clone();
    let by = Id::new("analyst");
    merged
        .apply(&Transaction::new(
            Id::new("t"),
            Timestamp::UNIX_EPOCH,
            by,
            "import",
            built.edits,
        ))
        .unwrap();
    assert_eq!(
        marks(&merged, &Id::new(DOCUMENT)),
        ["قسد|group", "قسد|organisation", "دمشق|place"]
    );
}

#[test]
fn references_that_lead_nowhere_are_named() {
    let file = r##"{"format":"hashiya-annotated-set","version":1,
        "tags":[{"id":"child","parent":"gone","names":{"en":"Child"},"color":"#000000","color_dark":"#FFFFFF","kind":"entity"}],
        "relations":[{"id":"r","tag":"child","from":"m","to":"gone","by":"me","at":"2026-01-01T00:00:00Z"}],
        "notes":[{"id":"n","annotation":"gone","text":"x","by":"me","at":"2026-01-01T00:00:00Z"}],
        "documents":[{"text":"قسد","previous":"gone","sha256":"00","annotations":[
            {"id":"m","tag":"child","entity":"gone","confidence":7,"spans":[{"start":0,"end":3}],"new_field":1},
            {"id":"m","tag":"unknown","spans":[{"start":0,"end":2,"quote":"قس"},{"start":1,"end":3,"quote":"سد"}]}]}]}"##;
    let (set, remarks) = read_all(Format::Json, file);
    assert!(
        matches!(remarks.as_slice(), [Remark::Misplaced { quote: None, .. }]),
        "{remarks:?}"
    );
    let (project, remarks) = built(set);
    let text: Vec<String> = remarks.iter().map(ToString::to_string).collect();
    for (what, count) in [("gone", 5), ("confidence", 1), ("SHA-256", 1)] {
        let found = text.iter().filter(|line| line.contains(what)).count();
        assert_eq!(found, count, "{what}: {text:#?}");
    }
    let mark = project.annotations().next().unwrap();
    assert_eq!(mark.extra.get("new_field"), Some(&serde_json::json!(1)));
    assert_eq!((mark.confidence, mark.entity.clone()), (None, None));
}

#[test]
fn the_schema_in_assets_is_the_one_of_the_types() {
    let path = super::outside::repository("assets/schema/annotated-set.schema.json");
    let schema = formats::annotated_set_schema();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap_or_default() == schema,
        "UPDATE_SNAPSHOTS=1 cargo test --test suite formats_reading"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a file, reading ends with a set or a sentence.
    #[test]
    fn no_file_makes_a_reader_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        start in any::<u32>(), end in 0usize..40, id in any::<i8>(), text in "\\PC{0,20}",
    ) {
        let text = serde_json::to_string(&text).unwrap();
        let files = [
            bytes,
            format!(r#"{{"text":{text},"spans":[{{"start":{start},"end":{end},"label":"","id":{id},"fragment":{end}}},{{"start":{end},"end":{end},"token_start":{end},"token_end":0,"label":""}}]}}"#).into_bytes(),
            format!(r#"{{"format":"hashiya-annotated-set","documents":[{{"text":{text},"annotations":[{{"tag":"","spans":[{{"start":{end},"end":{start}}}]}}]}}]}}"#).into_bytes(),
            format!("document,tag,start,end,start_utf16,quote\n,,{end},{start},{end},\"{end}").into_bytes(),
        ];
        for file in &files {
            for format in Format::ALL {
                if let Ok(mut found) = read(format, file) {
                    for document in &mut found.set.documents {
                        document.give_text("قسد".into(), &mut found.remarks);
                    }
                    built(found.set);
                }
            }
        }
    }
}
