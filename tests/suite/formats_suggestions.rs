//! Open suggestions in exports: only when asked for, told apart from marks in
//! every format, and found again in the file.

use std::path::Path;
use std::process::Command;

use hashiya::command::{Args, Workbench};
use hashiya::formats::{self, BuildContext, ExportOptions, Format, build, export};
use hashiya::model::{About, Origin, Project, Timestamp};

use super::formats_round_trip::numbered;
use super::outside;
use super::support::window::bench;

const TEXT: &str = "سافر الرئيس الأمريكي دونالد ترامب إلى دمشق، ثم عاد إلى واشنطن.";

/// A document with one mark and several suggestions.
fn looked_through() -> Workbench {
    let mut wb = bench(&[("خبر", TEXT)], None);
    wb.run_suggestions_now();
    let at = TEXT.find("دمشق").unwrap();
    let reader = wb.active_reader().unwrap().id;
    let span = hashiya::model::Span::new(at, at + "دمشق".len());
    wb.select(reader, hashiya::command::Selection::over(span));
    wb.run(
        "annotation.tag",
        &Args::Id(hashiya::model::Id::new("place")),
    );
    wb
}

fn with_suggestions(wb: &Workbench) -> ExportOptions {
    ExportOptions {
        suggestions: wb.open_suggestions(),
        ..ExportOptions::default()
    }
}

#[test]
fn suggestions_are_written_when_asked_for_and_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let wb = looked_through();
    let open = wb.open_suggestions();
    assert!(open.len() >= 2, "{open:?}");
    for format in Format::ALL {
        let path = folder.path().join(format.id());
        // Not asked for: nothing of them is there.
        export(wb.project(), format, &path, &ExportOptions::default()).unwrap();
        let plain = std::fs::read_to_string(&path).unwrap();
        assert!(
            !plain.contains("suggested") && !plain.contains("status"),
            "{plain}"
        );

        let report = export(wb.project(), format, &path, &with_suggestions(&wb)).unwrap();
        assert!(report.is_sound(), "{report:?}");
        assert_eq!((report.marks_total, report.suggestions), (1, open.len()));
        let mut found = formats::read(format, &std::fs::read(&path).unwrap()).unwrap();
        let document = &mut found.set.documents[0];
        if !format.carries_text() {
            document.give_text(TEXT.into(), &mut found.remarks);
        }
        assert!(found.remarks.is_empty(), "{:?}", found.remarks);
        let marks: Vec<_> = document
            .marks
            .iter()
            .filter(|mark| !mark.suggested)
            .collect();
        assert_eq!(marks.len(), 1);
        let suggested: Vec<_> = document
            .marks
            .iter()
            .filter(|mark| mark.suggested)
            .collect();
        assert_eq!(suggested.len(), open.len());
        for (read, written) in suggested.iter().zip(&open) {
            assert_eq!(read.tag, written.tag.as_str());
            let words = written.span.of(TEXT).unwrap();
            assert_eq!(read.fragments[0].quote, words);
            let before = &TEXT[..written.span.start];
            assert_eq!(read.fragments[0].start, before.chars().count());
            let near = read.confidence.unwrap() - written.confidence;
            assert!(near.abs() < 1e-4);
        }
        if format == Format::Json {
            let rule = Origin::Suggested {
                rule: open[0].rule.clone(),
            };
            assert_eq!(suggested[0].origin, Some(rule));
        }
        // Whoever takes the set in gets marks only, and is told.
        let mut project = Project::from_records(About::new("x"), []).unwrap();
        if !found.set.has_codebook {
            let analyst = hashiya::model::Analyst::new(hashiya::model::Id::new("a"), "a");
            project = Project::new("x", analyst);
        }
        let mut new_id = numbered();
        let mut context = BuildContext {
            at: Timestamp::UNIX_EPOCH,
            by: hashiya::model::Id::new("analyst-1"),
            format: format.id(),
            new_id: &mut new_id,
        };
        let built = build(&project, found.set, &mut context).unwrap();
        assert_eq!(built.marks, 1);
        let said: Vec<String> = built.remarks.iter().map(ToString::to_string).collect();
        assert!(
            said.iter()
                .any(|one| one.contains("open suggestions were not taken")),
            "{said:?}"
        );
    }
}

#[test]
fn the_list_of_suggestions_is_apart_from_the_marks() {
    let folder = tempfile::tempdir().unwrap();
    let wb = looked_through();
    let options = with_suggestions(&wb);
    let written = |format: Format| {
        let path = folder.path().join(format.id());
        export(wb.project(), format, &path, &options).unwrap();
        std::fs::read_to_string(path).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json)).unwrap();
    let document = &json["documents"][0];
    assert_eq!(document["annotations"].as_array().unwrap().len(), 1);
    assert!(document["annotations"][0].get("status").is_none());
    for one in document["suggestions"].as_array().unwrap() {
        assert_eq!(one["status"], "suggested");
    }
    let line: serde_json::Value = serde_json::from_str(&written(Format::JsonLines)).unwrap();
    assert_eq!(line["spans"].as_array().unwrap().len(), 1);
    let plain = folder.path().join("plain");
    export(
        wb.project(),
        Format::JsonLines,
        &plain,
        &ExportOptions::default(),
    )
    .unwrap();
    let plain: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(plain).unwrap()).unwrap();
    assert_eq!(
        line["tokens"], plain["tokens"],
        "no token is cut for a suggestion"
    );
    let table = written(Format::Csv);
    let mut rows = table.lines();
    assert!(rows.next().unwrap().ends_with("offsets,status,confidence"));
    assert!(rows.next().unwrap().ends_with(",annotated,"));
    assert!(rows.all(|row| row.contains(",suggested,0.") || row.ends_with(",suggested,1")));
}

#[test]
fn the_window_asks_for_them_by_a_switch_that_is_off_at_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut wb = looked_through();
    let path = folder.path().join("set.json");
    let has = |path: &Path| {
        std::fs::read_to_string(path)
            .unwrap()
            .contains("\"suggestions\"")
    };
    wb.run("file.export-json", &Args::Paths(vec![path.clone()]));
    assert!(!has(&path));
    wb.run("file.export-suggestions", &Args::None);
    wb.run("file.export-json", &Args::Paths(vec![path.clone()]));
    assert!(has(&path));
    let count = wb.open_suggestions().len().to_string();
    let said = |words: &str| wb.notices().any(|one| one.text.contains(words));
    assert!(said("went with it") && said(&count));
}

#[test]
fn the_command_line_writes_them_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let project = outside::repository("assets/sample/sample.hashiya.json");
    let run = |more: &[&str]| {
        let out = folder.path().join("set.jsonl");
        let done = Command::new(env!("CARGO_BIN_EXE_hashiya"))
            .args(["export", project.to_str().unwrap(), "--format", "jsonl"])
            .args(["--out", out.to_str().unwrap()])
            .args(more)
            .output()
            .unwrap();
        (done.status.code(), String::from_utf8(done.stdout).unwrap())
    };
    let (status, plain) = run(&[]);
    assert_eq!(status, Some(0));
    assert!(plain.contains("\"suggestions\":0"), "{plain}");
    let (status, asked) = run(&["--suggestions"]);
    assert_eq!(status, Some(0));
    assert!(!asked.contains("\"suggestions\":0"), "{asked}");
    assert_eq!(run(&["--suggestions", "--annotator", "Analyst"]).0, Some(2));
}
