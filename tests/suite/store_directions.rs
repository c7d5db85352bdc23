//! Directions chosen for paragraphs: in the project file, in the journal, in
//! the annotated set.

use std::path::Path;

use hashiya::formats::{self, Format, LossKind};
use hashiya::model::notation::{DOCUMENT, marked};
use hashiya::model::{ChosenDirection, Edit, Id, Project};
use hashiya::store::{Header, load, project_file};
use serde_json::{Value, json};

use super::formats_round_trip::{imported, through};
use super::store_desk::{Desk, folder_and_path};

/// A paragraph with a character of four bytes before the one that is turned.
const NOTATION: &str = "😀 [قسد|GROUP]\nقالت إن\n(SDF) عادت\nend";

fn starts(text: &str) -> (usize, usize) {
    (text.find("قالت").unwrap(), text.find("(SDF)").unwrap())
}

fn turned() -> Project {
    let mut project = marked(NOTATION);
    let before = project.document(&Id::new(DOCUMENT)).unwrap().clone();
    let (second, third) = starts(&before.text);
    let mut after = before.clone();
    after.set_paragraph_direction(third, Some(ChosenDirection::RightToLeft));
    after.set_paragraph_direction(second, Some(ChosenDirection::LeftToRight));
    let step = hashiya::model::Transaction::new(
        Id::new("turn"),
        before.imported_at,
        Id::new(hashiya::model::notation::ANALYST),
        "document.paragraph-rtl",
        vec![Edit::change(before, after)],
    );
    project.apply(&step).unwrap();
    project
}

fn json_of(project: &Project) -> String {
    let header = Header {
        id: Id::new("p"),
        transactions: 0,
        last_transaction: None,
    };
    String::from_utf8(project_file::to_json(project, &header)).unwrap()
}

fn read(json: &str) -> Project {
    project_file::from_json(json.as_bytes(), Path::new("p.hashiya.json"))
        .unwrap()
        .project
}

#[test]
fn the_file_counts_in_code_points_and_gives_the_same_project_back() {
    let project = turned();
    let value: Value = serde_json::from_str(&json_of(&project)).unwrap();
    let text: Vec<char> = value["documents"][0]["text"]
        .as_str()
        .unwrap()
        .chars()
        .collect();
    let places = value["documents"][0]["paragraph_directions"]
        .as_array()
        .unwrap();
    let at = |index: usize| places[index]["start"].as_u64().unwrap() as usize;
    assert_eq!((text[at(0)], text[at(1)]), ('ق', '('));
    assert_eq!(places[0]["direction"], json!("left_to_right"));
    assert!(read(&json_of(&project)) == project);
}

#[test]
fn files_without_them_open_and_are_written_without_them() {
    let project = marked(NOTATION);
    let json = json_of(&project);
    assert!(!json.contains("paragraph_directions"), "{json}");
    assert!(read(&json) == project);
}

#[test]
fn places_beyond_the_text_and_twice_the_same_are_left_out() {
    let mut value: Value = serde_json::from_str(&json_of(&turned())).unwrap();
    value["documents"][0]["paragraph_directions"] = json!([
        {"start": 4000, "direction": "right_to_left"},
        {"start": 9, "direction": "left_to_right"},
        {"start": 0, "direction": "right_to_left"},
        {"start": 9, "direction": "right_to_left"},
    ]);
    value["documents"][0]["later"] = json!({"kept": true});
    let project = read(&value.to_string());
    let document = project.document(&Id::new(DOCUMENT)).unwrap();
    let starts: Vec<usize> = document
        .paragraph_directions
        .iter()
        .map(|chosen| chosen.start)
        .collect();
    assert_eq!(starts.len(), 2, "{starts:?}");
    assert!(starts.is_sorted());
    let again: Value = serde_json::from_str(&json_of(&project)).unwrap();
    assert_eq!(again["documents"][0]["later"], json!({"kept": true}));
}

#[test]
fn they_go_through_the_journal_with_undo() {
    let (_folder, path) = folder_and_path();
    let mut desk = Desk::create(&path);
    let plain = desk.project.clone();
    let before = desk.project.document(&Id::new(DOCUMENT)).unwrap().clone();
    let mut after = before.clone();
    after.set_paragraph_direction(0, Some(ChosenDirection::LeftToRight));
    desk.edit(vec![Edit::change(before, after)]);
    let expected = desk.project.clone();
    desk.crash();
    let (mut desk, _) = Desk::open(&path);
    assert!(desk.project == expected);
    desk.session.save(&desk.project).unwrap();
    assert!(load(&path).unwrap().project == expected);
    desk.undo();
    assert!(desk.project == plain);
}

#[test]
fn the_annotated_set_carries_them_and_tables_say_they_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let project = turned();
    let set = through(&project, Format::Json, &folder.path().join("set.json"));
    let again = imported(set, Format::Json);
    let (a, b) = (
        project.documents().next().unwrap(),
        again.documents().next().unwrap(),
    );
    assert_eq!(a.paragraph_directions, b.paragraph_directions);
    assert_eq!(b.paragraph_directions.len(), 2);
    let table = folder.path().join("set.csv");
    let report = formats::export(
        &project,
        Format::Csv,
        &table,
        &formats::ExportOptions::default(),
    );
    let lost = report.unwrap().lost;
    assert!(
        lost.iter()
            .any(|loss| loss.kind == LossKind::DocumentDetails)
    );
}
