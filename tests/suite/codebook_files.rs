//! Codebooks in files: written, read by others, taken in again.

use std::path::Path;
use std::process::Command;

use hashiya::command::{Args, Fate, NoticeKind, TagChange, Workbench};
use hashiya::formats::codebook::{
    CodebookFormat, codebook_schema, export_codebook, guid_of, parse_codebook, read_codebook,
};
use hashiya::model::{
    Attribute, AttributeKind, Choice, Edit, Ends, Id, Overlap, Pattern, Tag, TagKind,
};
use proptest::prelude::*;
use serde_json::json;

use super::outside;
use super::support::window::bench;

fn id(id: &str) -> Id {
    Id::new(id)
}

/// A codebook in which everything is used: nested tags, odd names, all kinds of
/// attributes, fields of a newer version.
fn full() -> Workbench {
    let mut wb = bench(&[("a", "نص")], None);
    let before = wb.project().tag(&id("person")).unwrap().clone();
    let mut person = before.clone();
    "=متى؟ \"نعم\",\nوسطر ثانٍ".clone_into(&mut person.description);
    person.examples = vec!["مثال\nفي سطرين \\n".to_owned(), "-٢".to_owned()];
    person.overlap = Overlap::Nest;
    person.pattern = Pattern::Wave;
    let choices = ["عالية", "low"].map(Choice::new).to_vec();
    let mut degree = Attribute::new("degree", AttributeKind::OneOf { choices });
    degree.default = Some(json!("low"));
    degree.required = true;
    degree.names.insert("ar".to_owned(), "الدرجة".to_owned());
    let number = AttributeKind::Number {
        least: Some(-1.5),
        most: None,
    };
    person.attributes = vec![
        degree,
        Attribute::new("n", number),
        Attribute::new("t", AttributeKind::Text),
        Attribute::new("d", AttributeKind::Date),
        Attribute::new("y", AttributeKind::YesNo),
    ];
    person
        .extra
        .insert("new_field".to_owned(), json!({"x": [1, 2.5]}));
    let names = |ar: &str, en: &str| {
        [("ar", ar), ("en", en)]
            .map(|(code, name)| (code.to_owned(), name.to_owned()))
            .into()
    };
    let mut child = Tag::new(
        id("سياسي"),
        TagKind::Entity,
        names("سياسي <&>", "\"Politician\" & co."),
    );
    child.parent = Some(id("person"));
    child.retired = true;
    let mut near = Tag::new(id("near"), TagKind::Relation, names("قريب", "near"));
    near.ends = Ends {
        from: vec![id("person"), id("سياسي")],
        to: vec![id("place")],
        symmetric: true,
    };
    near.order = 40;
    wb.commit(
        "test",
        vec![
            Edit::change(before, person),
            Edit::create(child),
            Edit::create(near),
        ],
    )
    .unwrap();
    wb
}

#[test]
fn every_format_says_again_what_it_carries() {
    let folder = tempfile::tempdir().unwrap();
    let wb = full();
    for format in CodebookFormat::ALL {
        for language in ["en", "ar"] {
            let path = folder.path().join(format!("book.{}", format.extension()));
            let report = export_codebook(wb.project(), format, &path, language).unwrap();
            assert!(report.failed.is_empty(), "{format:?}: {:?}", report.failed);
            assert_eq!(report.tags, 18);
            let lost: Vec<&str> = report.lost.iter().map(|(field, _)| *field).collect();
            match format {
                CodebookFormat::Json => assert!(lost.is_empty()),
                CodebookFormat::Csv => assert_eq!(lost, ["extra"]),
                CodebookFormat::Qdc => {
                    assert!(lost.contains(&"attributes") && lost.contains(&"names"));
                }
            }
            assert_eq!(read_codebook(&path).unwrap().format, format);
        }
    }
}

/// What taking a file in would do, without doing it.
fn fates(wb: &mut Workbench, path: &Path) -> Vec<(String, Fate)> {
    assert!(wb.run("codebook.import", &Args::Paths(vec![path.to_owned()])));
    let import = wb.codebook_import().unwrap();
    import
        .rows
        .iter()
        .map(|row| (row.tag.to_string(), row.fate.clone()))
        .collect()
}

#[test]
fn a_codebook_taken_back_in_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for format in CodebookFormat::ALL {
        let mut wb = full();
        let path = folder.path().join(format!("same.{}", format.extension()));
        export_codebook(wb.project(), format, &path, "ar").unwrap();
        let before = wb.project().clone();
        for (tag, fate) in fates(&mut wb, &path) {
            assert_eq!(fate, Fate::Same, "{format:?} {tag}");
        }
        wb.apply_import().unwrap();
        assert!(*wb.project() == before, "{format:?}");
    }
}

#[test]
fn a_codebook_is_taken_in_whole_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.json");
    let source = full();
    export_codebook(source.project(), CodebookFormat::Json, &path, "en").unwrap();
    let mut wb = bench(&[("a", "نص")], None);
    assert!(wb.run("codebook.delete", &Args::Id(id("weapon"))));
    let before = wb.project().clone();
    let mut counts = [0; 4];
    for (_, fate) in fates(&mut wb, &path) {
        let index = match fate {
            Fate::Added => 0,
            Fate::Changed(_) => 1,
            Fate::Same => 2,
            Fate::Left => 3,
        };
        counts[index] += 1;
    }
    assert_eq!(counts, [3, 1, 14, 0]);
    assert_eq!(wb.codebook_import().unwrap().counts(), counts);
    assert!(*wb.project() == before, "shown first");
    wb.apply_import().unwrap();
    let tags = |wb: &Workbench| wb.project().tags().cloned().collect::<Vec<_>>();
    assert_eq!(tags(&wb), tags(&source));
    wb.run("edit.undo", &Args::None);
    assert!(*wb.project() == before);
}

#[test]
fn tags_of_other_programs_are_found_by_name_and_nothing_they_lack_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.qdc");
    // As ATLAS.ti and MAXQDA write it: another spelling of the namespace,
    // braces, alpha, CDATA, entities.
    std::fs::write(&path, "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n\
        <!-- made elsewhere -->\r\n\
        <CodeBook xmlns=\"urn:QDA-XML:codebook:1:0\" origin=\"x\"><Codes>\r\n\
        <Code guid=\"{11111111-1111-1111-1111-111111111111}\" name=\"شخص\" isCodable=\"true\" color=\"#FF00AA00\">\
        <Description>وصف &amp; <![CDATA[<شرح>]]>&#1569;</Description>\
        <Code guid=\"22222222-2222-2222-2222-222222222222\" name=\"Minister &quot;x&quot;\" isCodable=\"true\"/></Code>\
        </Codes><Sets><Set guid=\"33333333-3333-3333-3333-333333333333\" name=\"s\"/></Sets></CodeBook>").unwrap();
    let mut wb = full();
    let rows = fates(&mut wb, &path);
    assert_eq!(rows[0].0, "person");
    assert_eq!(
        rows[0].1,
        Fate::Changed(vec!["color", "color_dark", "description"])
    );
    assert_eq!(rows[1].1, Fate::Added);
    assert_eq!(wb.codebook_import().unwrap().counts(), [1, 1, 0, 17]);
    assert!(wb.codebook_import().unwrap().told[0].contains("Sets"));
    wb.apply_import().unwrap();
    let person = wb.project().tag(&id("person")).unwrap();
    assert_eq!(person.description, "وصف & <شرح>ء");
    assert_eq!(
        (person.color.as_str(), person.key.as_deref()),
        ("#00AA00", Some("P"))
    );
    assert_eq!(person.attributes.len(), 5);
    let minister = wb
        .project()
        .tags()
        .find(|tag| tag.name("en") == "Minister \"x\"")
        .unwrap();
    assert_eq!(minister.parent, Some(id("person")));
}

#[test]
fn what_nobody_could_have_typed_is_not_taken_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("odd.json");
    std::fs::write(
        &path,
        r##"{"format":"hashiya-codebook","version":1,"tags":[
{"id":"person","names":{"en":"Person"},"color":"red","color_dark":"#7FB2EE","kind":"entity"},
{"id":"new","names":{"en":"New"},"color":"","color_dark":"url(x)","kind":"entity"},
{"id":"group","names":{"en":"Group"},"color":"#B4472C","color_dark":"#EE9478","kind":"entity","attributes":[
 {"id":"a","names":{"en":"A"},"value":{"kind":"text"}},{"id":"a","names":{"en":"A"},"value":{"kind":"text"}}]}]}"##,
    )
    .unwrap();
    let mut wb = bench(&[("a", "قسد")], None);
    let own = wb.project().tag(&id("person")).unwrap().color.clone();
    fates(&mut wb, &path);
    let import = wb.codebook_import().unwrap().clone();
    let told = |tag: &str| {
        let row = import.rows.iter().find(|row| row.tag == id(tag)).unwrap();
        row.told.join(" ").replace(['\u{2068}', '\u{2069}'], "")
    };
    assert!(
        told("person").contains("“red” is no colour"),
        "{}",
        told("person")
    );
    assert!(
        told("new").contains("“url(x)” is no colour"),
        "{}",
        told("new")
    );
    assert!(told("group").contains("two called"), "{}", told("group"));
    wb.apply_import().unwrap();
    let tag = |tag: &str| wb.project().tag(&id(tag)).unwrap();
    assert_eq!(
        (&tag("person").color, tag("person").color_dark.as_str()),
        (&own, "#7FB2EE")
    );
    assert_eq!(
        (tag("new").color.len(), tag("new").color_dark.len()),
        (7, 7)
    );
    assert_eq!(tag("group").attributes, []);
}

#[test]
fn what_cannot_be_taken_in_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("odd.csv");
    std::fs::write(
        &path,
        "id;name en;key;parent;kind;ends from\n\
        new;Fresh;p;gone;;\n\
        person;Person;P;group;relation;\n\
        group;Group;;person;;\n\
        rel;Rel;;;relation;nobody\n",
    )
    .unwrap();
    let mut wb = bench(&[("a", "قسد")], None);
    let span = hashiya::model::Span::new(0, 6);
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, hashiya::command::Selection::over(span));
    wb.run("annotation.tag", &Args::Id(id("person")));
    fates(&mut wb, &path);
    let import = wb.codebook_import().unwrap().clone();
    let told = |tag: &str| {
        let row = import.rows.iter().find(|row| row.tag == id(tag)).unwrap();
        row.told.join(" ").replace(['\u{2068}', '\u{2069}'], "")
    };
    assert!(
        told("new").contains("P is that of Person"),
        "{}",
        told("new")
    );
    assert!(told("new").contains("(gone) is not in the file"));
    assert!(told("person").contains("1 marks"), "{}", told("person"));
    assert!(
        told("group").contains("stand under itself"),
        "{}",
        told("group")
    );
    assert!(told("rel").contains("1 end"), "{}", told("rel"));
    wb.apply_import().unwrap();
    let tag = |tag: &str| wb.project().tag(&id(tag)).unwrap();
    assert_eq!(
        (tag("new").key.clone(), tag("new").parent.clone()),
        (None, None)
    );
    assert_eq!(tag("person").kind, TagKind::Entity);
    assert_eq!(tag("person").parent, Some(id("group")));
    assert_eq!(tag("group").parent, None);
    // Columns that are not there change nothing.
    assert_eq!(tag("person").name("ar"), "شخص");
}

#[test]
fn broken_files_are_a_sentence_with_a_line() {
    let cases = [
        (
            "{\"format\":\"hashiya-codebook\",\"version\":1,\n\"tags\":[\n{\"id\":}]}",
            "line 3",
        ),
        ("{\"format\":\"other\"}", "should be “hashiya-codebook”"),
        (
            "{\"format\":\"hashiya-codebook\",\"version\":9,\"tags\":[]}",
            "newer Hashiya",
        ),
        (
            "{\"format\":\"hashiya-codebook\",\"version\":1,\"tags\":[\n{\"id\":\"a\",\"names\":{},\"color\":\"\",\"color_dark\":\"\",\"kind\":\"entity\"},\n{\"id\":\"a\",\"names\":{},\"color\":\"\",\"color_dark\":\"\",\"kind\":\"entity\"}]}",
            "line 3",
        ),
        ("id,name en,kind\na,A,entity\nb,B,town\n", "line 3"),
        ("id,color\na,red\n", "“red” is no colour"),
        ("id,name en\na,A\na,B\n", "line 2 already"),
        ("x,y\n1,2\n", "neither a column"),
        ("id,attributes\na,[{]\n", "line 2"),
        (
            "<CodeBook>\n<Codes>\n<Code guid=\"1\" name=\"a\"></Codes></CodeBook>",
            "line 3",
        ),
        (
            "<CodeBook><Codes>\n<Code guid=\"1\"/></Codes></CodeBook>",
            "line 2",
        ),
        (
            "<CodeBook><Codes>\n\n<Code guid=\"1\" name=\"a\" color=\"ff\"/></Codes></CodeBook>",
            "line 3",
        ),
        (
            "<CodeBook><Codes><Code guid=\"1\" name=\"a&wrong;\"/></Codes></CodeBook>",
            "line 1",
        ),
        ("<CodeBook><Codes>\n", "not closed"),
        ("<html></html>", "no element CodeBook"),
    ];
    for (file, said) in cases {
        let error = parse_codebook(file.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(said), "{file}\n{error}");
    }
    let mut wb = bench(&[], None);
    let missing = Args::Paths(vec!["/no/such/book.json".into()]);
    assert!(!wb.run("codebook.import", &missing));
    assert!(
        wb.notices()
            .any(|notice| notice.kind == NoticeKind::Problem)
    );
    assert!(wb.codebook_import().is_none());
}

#[test]
fn guids_are_the_same_every_time_and_kept_where_the_id_is_one() {
    let own = id("0191F3A0-7c3e-7000-8000-00000000000a");
    assert_eq!(
        guid_of(&own).as_str(),
        "0191F3A0-7C3E-7000-8000-00000000000A"
    );
    assert_eq!(guid_of(&id("person")), guid_of(&id("person")));
    assert_ne!(guid_of(&id("person")), guid_of(&id("group")));
}

#[test]
fn the_schema_of_codebooks_in_assets_is_the_one_of_the_types() {
    let path = outside::repository("assets/schema/codebook.schema.json");
    let schema = codebook_schema();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap_or_default() == schema,
        "UPDATE_SNAPSHOTS=1 cargo test --test suite codebook_files"
    );
}

#[test]
fn python_reads_the_table_and_the_xml_as_they_are_meant() {
    let Some(python) = outside::need("python3") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let wb = full();
    for (format, name) in [
        (CodebookFormat::Csv, "b.csv"),
        (CodebookFormat::Qdc, "b.qdc"),
    ] {
        export_codebook(wb.project(), format, &folder.path().join(name), "ar").unwrap();
    }
    let script = r##"
import csv, json, re, sys, xml.etree.ElementTree as ET
rows = list(csv.DictReader(open("b.csv", encoding="utf-8-sig", newline="")))
assert len(rows) == 18, len(rows)
person = next(row for row in rows if row["id"] == "person")
assert person["name ar"] == "شخص", person
assert person["description"].startswith("'=متى؟ \"نعم\",\n"), person["description"]
assert [a["id"] for a in json.loads(person["attributes"])] == ["degree", "n", "t", "d", "y"]
child = next(row for row in rows if row["parent"] == "person")
assert child["name en"] == '"Politician" & co.' and child["retired"] == "yes", child
space = "{urn:QDA-XML:codebook:1.0}"
root = ET.parse("b.qdc").getroot()
assert root.tag == space + "CodeBook", root.tag
codes = list(root.iter(space + "Code"))
assert len(codes) == 18 and [c.tag for c in root] == [space + "Codes"]
guid = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
for code in codes:
    assert set(code.attrib) == {"guid", "name", "isCodable", "color"}
    assert guid.fullmatch(code.get("guid")), code.attrib
    assert re.fullmatch("#[0-9A-Fa-f]{6}", code.get("color"))
    kinds = [child.tag for child in code]
    assert kinds == sorted(kinds, key=lambda tag: tag.endswith("}Code")), kinds
person = next(code for code in codes if code.get("name") == "شخص")
assert person.find(space + "Description").text == '=متى؟ "نعم",\nوسطر ثانٍ'
assert person.find(space + "Code").get("name") == "سياسي <&>"
"##;
    let done = Command::new(python)
        .args(["-c", script])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn the_codebook_is_exported_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let project = outside::repository("assets/sample/sample.hashiya.json");
    for format in CodebookFormat::ALL {
        let out = folder.path().join("book");
        let done = Command::new(env!("CARGO_BIN_EXE_hashiya"))
            .args(["export", project.to_str().unwrap(), "--format", format.id()])
            .args(["--language", "ar", "--out", out.to_str().unwrap()])
            .output()
            .unwrap();
        assert_eq!(
            done.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        let said: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!(said["format"], format.id());
        assert_eq!(
            (&said["tags"], &said["failed"]),
            (&said["verified"], &json!([]))
        );
        assert_eq!(read_codebook(&out).unwrap().tags.len(), 18);
    }
}

#[test]
fn an_import_that_waited_is_computed_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.json");
    let source = full();
    export_codebook(source.project(), CodebookFormat::Json, &path, "en").unwrap();
    let mut wb = bench(&[("a", "نص")], None);
    fates(&mut wb, &path);
    let rename = TagChange::Name {
        language: "en".to_owned(),
        name: "Man or woman".to_owned(),
    };
    wb.change_tag(&id("person"), &rename).unwrap();
    wb.apply_import().unwrap();
    assert_eq!(
        wb.project().tag(&id("person")).unwrap().name("en"),
        "Person"
    );
    assert!(wb.codebook_import().is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a file, reading ends with tags or a sentence, and
    /// what was read can be taken in.
    #[test]
    fn no_codebook_makes_a_reader_panic(
        start in prop::sample::select(vec!["", "{", "<", "id,name en\n", "<CodeBook><Codes>"]),
        bytes in prop::collection::vec(any::<u8>(), 0..120),
        name in "\\PC{0,12}", key in "\\PC{0,3}", parent in "[a-c]{0,1}",
    ) {
        let quoted = serde_json::to_string(&name).unwrap();
        let files = [
            [start.as_bytes(), &bytes].concat(),
            format!("id,name en,key,parent\na,{quoted},{key},{parent}\nb,,,a\nc,,,b\n").into_bytes(),
            format!("{{\"format\":\"hashiya-codebook\",\"tags\":[{{\"id\":\"a\",\"names\":{{\"en\":{quoted}}},\"color\":{quoted},\"color_dark\":\"\",\"kind\":\"entity\",\"parent\":\"{parent}\"}}]}}").into_bytes(),
        ];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        for file in files {
            let read = parse_codebook(&file);
            std::fs::write(&path, &file).unwrap();
            let mut wb = bench(&[], None);
            let began = wb.run("codebook.import", &Args::Paths(vec![path.clone()]));
            prop_assert_eq!(began, read.is_ok_and(|read| !read.tags.is_empty()));
            wb.apply_import().unwrap();
        }
    }
}
