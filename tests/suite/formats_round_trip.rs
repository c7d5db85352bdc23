//! Every format: written, verified, read back into a fresh project, compared.

use std::collections::BTreeMap;
use std::path::Path;

use hashiya::formats::{
    self, AnnotatedSet, BuildContext, ExportOptions, Format, LossKind, ReadSet, build, export,
};
use hashiya::model::notation::marked;
use hashiya::model::{
    About, Analyst, Annotation, Decision, Document, Edit, Entity, Id, Note, Project, Relation,
    Span, Tag, TagKind, Timestamp, Transaction, Verdict,
};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

/// Ids for imports, in order.
pub(crate) fn numbered() -> impl FnMut() -> Id {
    let mut number = 0;
    move || {
        number += 1;
        Id::new(format!("new{number}"))
    }
}

/// Puts a set into a project without documents.
pub(crate) fn imported(set: AnnotatedSet, format: Format) -> Project {
    let analyst = Analyst::new(Id::new("importer"), "Importer");
    let mut project = if set.has_codebook {
        Project::from_records(About::new(set.name.clone().unwrap_or_default()), []).unwrap()
    } else {
        Project::new("imported", analyst)
    };
    let by = project
        .analysts()
        .next()
        .map(|analyst| analyst.id.clone())
        .or_else(|| set.analysts.first().map(|analyst| analyst.id.clone()))
        .unwrap_or_else(|| Id::new("importer"));
    let mut new_id = numbered();
    let mut context = BuildContext {
        at: Timestamp::UNIX_EPOCH,
        by: by.clone(),
        format: format.id(),
        new_id: &mut new_id,
    };
    let built = build(&project, set, &mut context).unwrap();
    assert!(built.remarks.is_empty(), "{:?}", built.remarks);
    if !built.edits.is_empty() {
        let at = Timestamp::UNIX_EPOCH;
        let transaction = Transaction::new(Id::new("t"), at, by, "import", built.edits);
        project.apply(&transaction).unwrap();
    }
    project
}

/// Writes, checks the report, reads back and gives tables their texts.
pub(crate) fn through(project: &Project, format: Format, path: &Path) -> AnnotatedSet {
    let report = export(project, format, path, &ExportOptions::default()).unwrap();
    assert!(report.is_sound(), "{format:?}: {report:?}");
    assert_eq!(report.marks_total, project.annotations().len());
    let bytes = std::fs::read(path).unwrap();
    let ReadSet {
        mut set,
        mut remarks,
    } = formats::read(format, &bytes).unwrap();
    if !format.carries_text() {
        for found in &mut set.documents {
            let of_title: Vec<&Document> = project
                .documents()
                .filter(|d| {
                    found.title == d.title || found.title == format!("{} ({})", d.title, d.id)
                })
                .collect();
            let [document] = of_title.as_slice() else {
                panic!("{} names {} documents", found.title, of_title.len());
            };
            found.give_text(document.text.clone(), &mut remarks);
        }
    }
    assert!(remarks.is_empty(), "{format:?}: {remarks:?}");
    set
}

/// What every format carries: text, tag, places, words, note, author, time.
fn essence(project: &Project) -> Vec<String> {
    let mut lines: Vec<String> = project
        .annotations()
        .map(|mark| {
            let text = &project.document(&mark.document).unwrap().text;
            let by = &project.analyst(&mark.by).unwrap().name;
            let tag = project.tag(&mark.tag).unwrap().name("en");
            format!(
                "{text:?} {tag} {:?} {:?} {by} {}",
                mark.spans, mark.note, mark.at
            )
        })
        .collect();
    lines.sort();
    lines
}

fn sha256(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}

fn transaction(edits: Vec<Edit>) -> Transaction {
    let by = Id::new("analyst");
    Transaction::new(Id::new("t"), Timestamp::UNIX_EPOCH, by, "test", edits)
}

/// Pieces of text that break careless readers.
fn awkward_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ا-ي]{1,4}",
        2 => Just(" ".to_owned()),
        1 => prop::sample::select(vec![
            "😀", "👩\u{200d}👩\u{200d}👧", "\u{1F1F8}\u{1F1FE}", "\r\n", "\n", "\r", "\u{a0}", "  ", "\t", "،", "؟", "\"", "«",
            "e\u{301}", "مُحَمَّد", "لـ", "الـ35", "بـ1600", "\u{feff}", "\u{200f}", "\u{202e}", "\u{2067}",
            "\u{2028}", "\u{85}", "\u{0}", "'", "=1+1", "-", "@", ";", ",", "\\", "\\ud83d", "</script>", "ﷺ",
            "\u{10ffff}", "\u{fffd}", "a.b@c.org", "(SDF)",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// A project with up to three documents and marks of every shape on them.
fn any_project() -> impl Strategy<Value = Project> {
    let mark = (
        prop::collection::vec(any::<prop::sample::Index>(), 2..7),
        0usize..6,
        awkward_text(),
        0usize..2,
        prop::bool::ANY,
    );
    let document = (awkward_text(), prop::collection::vec(mark, 0..6));
    prop::collection::vec(document, 0..4).prop_map(|documents| {
        let mut project = Project::new("p", Analyst::new(Id::new("analyst"), "=Analyst"));
        let tag = |id: &str, name: &str, kind| Tag {
            id: Id::new(id),
            names: BTreeMap::from([("ar".to_owned(), name.to_owned())]),
            key: None,
            kind,
            ..hashiya::model::default_tags()[0].clone()
        };
        let mut edits = vec![
            Edit::create(Analyst::new(Id::new("second"), "محلّل، \"ثانٍ\"")),
            Edit::create(tag(
                "0192f3c0-0000-7000-8000-000000000001",
                "+فئة",
                TagKind::Entity,
            )),
            Edit::create(tag(
                "0192f3c0-0000-7000-8000-000000000002",
                "موضوع",
                TagKind::Document,
            )),
        ];
        let tags = [
            "person",
            "claim",
            "0192f3c0-0000-7000-8000-000000000001",
            "group",
            "weapon",
        ];
        for (number, (text, marks)) in documents.into_iter().enumerate() {
            let id = Id::new(format!("d{number}"));
            let boundaries: Vec<usize> = (0..=text.len())
                .filter(|&at| text.is_char_boundary(at))
                .collect();
            for (index, (edges, tag, note, by, to_end)) in marks.into_iter().enumerate() {
                let mut edges: Vec<usize> =
                    edges.iter().map(|edge| *edge.get(&boundaries)).collect();
                edges.sort_unstable();
                if to_end && let Some(last) = edges.last_mut() {
                    *last = text.len();
                }
                let mut spans: Vec<Span> = edges
                    .chunks_exact(2)
                    .map(|pair| Span::new(pair[0], pair[1]))
                    .collect();
                spans.dedup();
                let tag = tags.get(tag).copied();
                if tag.is_none() {
                    spans.clear();
                }
                let tag = Id::new(tag.unwrap_or("0192f3c0-0000-7000-8000-000000000002"));
                let by = Id::new(["analyst", "second"][by]);
                let mark_id = Id::new(format!("m{number}-{index}"));
                let at = Timestamp::from_second(1_700_000_000 + index as i64).unwrap();
                let mut mark = Annotation::new(mark_id, id.clone(), spans, tag, by, at);
                mark.note = note;
                edits.push(Edit::create(mark));
            }
            let mut decision = Decision::new(
                Id::new(format!("r{number}")),
                "قسد",
                Id::new("second"),
                Timestamp::UNIX_EPOCH,
            );
            if number > 0 {
                decision.document = Some(id.clone());
                decision.tag = Some(Id::new("group"));
                "list".clone_into(&mut decision.rule);
            }
            if number > 1 {
                decision.span = Some(Span::new(0, boundaries[boundaries.len() / 2]));
                decision.verdict = Verdict::Resized;
                decision.extra.insert("later".to_owned(), 1.into());
            }
            edits.push(Edit::create(decision));
            // Two documents may have one title.
            let title = ["مقال", "-مقال", "مقال"][number % 3];
            let mut document = Document::new(id, title, text, Timestamp::UNIX_EPOCH);
            document.order = number as u32;
            document.sha256 = sha256(&document.text);
            edits.push(Edit::create(document));
        }
        project.apply(&transaction(edits)).unwrap();
        project
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marks_survive_every_format(project in any_project()) {
        let folder = tempfile::tempdir().unwrap();
        for format in Format::ALL {
            let path = folder.path().join("set").with_extension(format.extension());
            let set = through(&project, format, &path);
            prop_assert_eq!(essence(&imported(set, format)), essence(&project), "{:?}", format);
        }
    }

    #[test]
    fn json_gives_back_the_same_bytes(project in any_project()) {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("1.json"), folder.path().join("2.json"));
        let again = imported(through(&project, Format::Json, &first), Format::Json);
        through(&again, Format::Json, &second);
        prop_assert_eq!(std::fs::read_to_string(first).unwrap(), std::fs::read_to_string(second).unwrap());
    }
}

/// R16: with emoji before, in and after the span, and at the very end.
#[test]
fn r16_offsets_are_code_points_with_emoji_everywhere() {
    let project = marked("😀 قال [«قسد» 😀|GROUP] أمس 👩\u{200d}👩\u{200d}👧 في [دمشق 😀|PLACE]");
    let folder = tempfile::tempdir().unwrap();
    for format in Format::ALL {
        let set = through(&project, format, &folder.path().join(format.id()));
        let text: Vec<char> = set.documents[0].text.as_ref().unwrap().chars().collect();
        let marks = &set.documents[0].marks;
        let first = &marks[0].fragments[0];
        assert_eq!((first.start, first.end), (6, 13), "{format:?}");
        let last = &marks[1].fragments[0];
        assert_eq!(last.end, text.len(), "{format:?}");
        for mark in marks {
            let piece = &mark.fragments[0];
            assert_eq!(
                text[piece.start..piece.end].iter().collect::<String>(),
                piece.quote
            );
        }
    }
}

/// R15: the file says how it counts, and carries the quotes.
#[test]
fn r15_files_state_their_unit_and_carry_quotes() {
    let project =
        marked("أجرت [وزارة الصحة الإماراتية|ORG] [123,037|NUMBER] فحصا … [1,554|NUMBER] إصابة");
    let folder = tempfile::tempdir().unwrap();
    for format in Format::ALL {
        let path = folder.path().join(format.id());
        let set = through(&project, format, &path);
        let text: Vec<char> = project.documents().next().unwrap().text.chars().collect();
        let mut quotes = Vec::new();
        for piece in set.documents[0]
            .marks
            .iter()
            .flat_map(|mark| &mark.fragments)
        {
            let sliced: String = text[piece.start..piece.end].iter().collect();
            assert_eq!(sliced, piece.quote, "{format:?}");
            quotes.push(sliced);
        }
        assert_eq!(quotes, ["وزارة الصحة الإماراتية", "123,037", "1,554"]);
        let file = std::fs::read_to_string(&path).unwrap();
        for stated in ["code points", "exclusive", "logical"] {
            assert!(file.contains(stated), "{format:?} {stated}");
        }
        assert!(file.contains("123,037"), "{format:?}");
    }
}

/// R34: Excel takes a table without the mark for a local encoding.
#[test]
fn r34_a_table_begins_with_a_byte_order_mark_and_gets_no_direction_marks() {
    let project = marked("قال [قسد|GROUP] (SDF)، [123,037|NUMBER] فحصا");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    through(&project, Format::Csv, &path);
    let table = std::fs::read_to_string(&path).unwrap();
    assert!(table.starts_with('\u{feff}'));
    assert!(table.ends_with("\r\n"));
    let controls = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}');
    assert!(!table.contains(controls));
    assert!(table.contains("\"123,037\""));
    let options = ExportOptions {
        bom: false,
        ..ExportOptions::default()
    };
    assert!(
        export(&project, Format::Csv, &path, &options)
            .unwrap()
            .is_sound()
    );
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .starts_with("document,")
    );
}

#[test]
fn an_export_replaces_a_file_as_a_whole_or_not_at_all() {
    let project = marked("[قسد|GROUP]");
    let folder = tempfile::tempdir().unwrap();
    let options = ExportOptions::default();
    let fails = |path: &Path| {
        export(&project, Format::Csv, path, &options)
            .unwrap_err()
            .to_string()
    };
    assert!(fails(folder.path()).starts_with("This is a folder"));
    assert!(fails(&folder.path().join("no/such")).starts_with("There is no such folder"));
    for name in ["a.hashiya.json", "a.hashiya.log"] {
        let work = folder.path().join(name);
        std::fs::write(&work, "work").unwrap();
        assert!(fails(&work).contains("must not overwrite"));
        assert_eq!(std::fs::read_to_string(work).unwrap(), "work");
    }
    let path = folder.path().join("نتيجة.csv");
    std::fs::write(&path, "x".repeat(100_000)).unwrap();
    export(&project, Format::Csv, &path, &options).unwrap();
    assert!(std::fs::metadata(&path).unwrap().len() < 1000);
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        3,
        "nothing is left beside it"
    );
}

#[test]
fn everything_json_holds_survives() {
    let mut project = marked("سافر [أحمد|PERSON] إلى [دمشق|PLACE]");
    let at = Timestamp::from_second(1_700_000_000).unwrap();
    let id = Id::new;
    let mark = project.annotation(&id("a1")).unwrap().clone();
    let mut rich = mark.clone();
    rich.entity = Some(id("e1"));
    rich.confidence = Some(0.75);
    rich.grade = Some("2".into());
    rich.grade_reason = "مصدران مستقلان".into();
    rich.attributes
        .insert("role".into(), serde_json::json!(["وزير", 3, true]));
    rich.extra
        .insert("from_the_future".into(), serde_json::json!({"x": 1}));
    let relation = Relation {
        id: id("r1"),
        tag: id("event"),
        from: id("a1"),
        to: id("a2"),
        note: "من بيان الوزارة".into(),
        by: id("analyst"),
        at,
        extra: BTreeMap::new(),
    };
    let note = Note {
        id: id("n1"),
        document: Some(id("d1")),
        annotation: Some(id("a2")),
        entity: Some(id("e1")),
        tag: Some(id("place")),
        text: "راجع المصدر".into(),
        by: id("analyst"),
        at,
        extra: BTreeMap::new(),
    };
    let mut decision = Decision::new(id("x1"), "الشرع", id("analyst"), at);
    decision.document = Some(id("d1"));
    decision.span = Some(Span::new(0, 2));
    decision.tag = Some(id("place"));
    let mut entity = Entity::new(id("e1"), "أحمد الشرع");
    entity.tag = Some(id("person"));
    entity.surfaces = vec!["أحمد".into()];
    entity.romanised = "Ahmed al-Sharaa".into();
    entity.add_identifier("wikidata", "Q1");
    entity.add_identifier("wikidata", "Q2");
    let mut other = Entity::new(id("e2"), "أحمد");
    other.distinct_from = vec![id("e1")];
    project
        .apply(&transaction(vec![
            Edit::create(entity),
            Edit::create(other),
            Edit::change(mark, rich),
            Edit::create(relation),
            Edit::create(note),
            Edit::create(decision),
        ]))
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut back = imported(
        through(&project, Format::Json, &folder.path().join("a")),
        Format::Json,
    );
    // The hash was empty in the test project and is computed on import.
    let document = back.document(&id("d1")).unwrap().clone();
    assert_eq!(document.sha256.len(), 64);
    let mut plain = document.clone();
    plain.sha256.clear();
    back.apply(&transaction(vec![Edit::change(document, plain)]))
        .unwrap();
    assert_eq!(back, project);

    for format in [Format::JsonLines, Format::Csv] {
        let report = export(
            &project,
            format,
            &folder.path().join(format.id()),
            &ExportOptions::default(),
        )
        .unwrap();
        let lost: Vec<LossKind> = report.lost.iter().map(|loss| loss.kind).collect();
        for kind in [
            LossKind::Relations,
            LossKind::Entities,
            LossKind::Attributes,
            LossKind::Grades,
            LossKind::Notes,
            LossKind::Decisions,
            LossKind::TagTree,
        ] {
            assert!(lost.contains(&kind), "{format:?} does not report {kind:?}");
            assert!(format.cannot_carry().contains(&kind));
        }
        assert!(
            report
                .lost
                .iter()
                .all(|loss| loss.to_string().contains(&loss.count.to_string()))
        );
    }
}

#[test]
fn one_annotator_can_be_exported_alone() {
    let mut project = marked("[قسد|GROUP] في [دمشق|PLACE]");
    let mark = project.annotation(&Id::new("a2")).unwrap().clone();
    let mut other = mark.clone();
    other.by = Id::new("second");
    project
        .apply(&transaction(vec![
            Edit::create(Analyst::new(Id::new("second"), "ثانٍ")),
            Edit::change(mark, other),
        ]))
        .unwrap();
    let options = ExportOptions {
        annotator: Some(Id::new("second")),
        ..ExportOptions::default()
    };
    let folder = tempfile::tempdir().unwrap();
    for format in Format::ALL {
        let path = folder.path().join(format.id());
        let report = export(&project, format, &path, &options).unwrap();
        assert_eq!(report.summary(), "1 of 1 marks verified");
        let file = std::fs::read_to_string(path).unwrap();
        assert!(
            !file.contains("\"a1\"") && file.contains("a2"),
            "{format:?}"
        );
    }
}
