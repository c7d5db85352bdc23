//! Agreement on the command line: two analysts of one project, two projects.

use serde_json::{Value, json};

use super::program::Place;
use crate::suite::outside;

/// A project in which two analysts differ in every way, at known places.
fn project(place: &Place, name: &str, by: &[&str]) {
    place.write("text.txt", "aaaa bbbb cccc dddd eeee ffff gggg hhhh");
    place.run(&["import", "text.txt", "--out", name]).expect(0);
    let path = place.path(name);
    let mut project: Value =
        serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let document = project["documents"][0].clone();
    let text = document["text"].as_str().unwrap().to_owned();
    project["analysts"] = json!([{"id": "a", "name": "Amal"}, {"id": "b", "name": "Basil"},
        {"id": "c", "name": "Settled", "role": "adjudication"}]);
    let marks = [
        ("a", 0, 4, "person"),
        ("b", 0, 4, "person"),
        ("a", 5, 9, "person"),
        ("b", 5, 14, "person"),
        ("a", 15, 19, "group"),
        ("b", 15, 19, "place"),
        ("a", 20, 24, "place"),
        ("b", 25, 29, "place"),
        ("c", 30, 34, "place"),
    ];
    let marks: Vec<Value> = marks
        .iter()
        .enumerate()
        .filter(|(_, (who, ..))| by.contains(who))
        .map(|(number, (who, start, end, tag))| {
            json!({"id": format!("m{number}"), "document": document["id"],
                "spans": [{"start": start, "end": end, "quote": text[*start..*end]}],
                "tag": tag, "by": who, "at": document["imported_at"]})
        })
        .collect();
    project["annotations"] = marks.into();
    place.write(name, project.to_string());
}

#[test]
fn two_analysts_of_one_project_are_compared() {
    let place = Place::new();
    project(&place, "p.hashiya.json", &["a", "b", "c"]);
    let report = place.run(&["agreement", "p.hashiya.json"]).expect(0).json();
    assert_eq!(
        (&report["first"], &report["second"]),
        (&"Amal".into(), &"Basil".into())
    );
    assert_eq!(
        report["counts"],
        json!({"same": 1, "span": 1, "tag": 1, "span_and_tag": 0, "only_first": 1,
            "only_second": 1})
    );
    assert_eq!(report["all"]["f1"], 0.25);
    assert_eq!(report["all"]["f1_overlap"], 0.5);
    // 39 characters; both mark 8, the second one 5 more: reckoned by hand.
    let person = &report["tags"]["person"];
    assert_eq!(
        person["characters"],
        json!({"both": 8, "first": 0, "second": 5, "all": 39})
    );
    let (observed, all) = (34.0 / 39.0, 39.0_f64);
    let expected = (8.0 * 13.0 + 31.0 * 26.0) / (all * all);
    let kappa = (observed - expected) / (1.0 - expected);
    assert!((person["kappa"].as_f64().unwrap() - kappa).abs() < 1e-12);
    let alpha = 1.0 - 77.0 * 5.0 / (57.0 * 21.0);
    assert!((person["alpha"].as_f64().unwrap() - alpha).abs() < 1e-12);
    // Named the other way round, everything is turned.
    let turned = place
        .run(&[
            "agreement",
            "p.hashiya.json",
            "--first",
            "Basil",
            "--second",
            "Amal",
            "--pairs",
        ])
        .expect(0)
        .json();
    assert_eq!(turned["tags"]["person"]["characters"]["first"], 5);
    let pairs = turned["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 5);
    assert_eq!(pairs[1]["agreement"], "span");
    assert_eq!(pairs[1]["first"]["spans"], json!([[5, 14]]));
    assert_eq!(pairs[1]["second"]["quote"], "bbbb");
    assert_eq!(pairs[4]["second"], Value::Null);
}

#[test]
fn two_projects_are_compared_by_their_texts() {
    let place = Place::new();
    project(&place, "one.hashiya.json", &["a"]);
    project(&place, "two.hashiya.json", &["b", "c"]);
    let report = place
        .run(&["agreement", "one.hashiya.json", "two.hashiya.json"])
        .expect(0)
        .json();
    assert_eq!(report["documents"], 1);
    assert_eq!(report["counts"]["same"], 1);
    assert_eq!(
        report["counts"]["only_second"], 1,
        "what was settled is nobody's work"
    );
    let settled = [
        "agreement",
        "one.hashiya.json",
        "two.hashiya.json",
        "--second",
        "Settled",
    ];
    let report = place.run(&settled).expect(0).json();
    assert_eq!(report["counts"]["only_second"], 1);
    assert_eq!(report["counts"]["only_first"], 4);
}

#[test]
fn wrong_use_is_said_in_a_sentence() {
    let place = Place::new();
    project(&place, "one.hashiya.json", &["a"]);
    place
        .run(&["agreement", "one.hashiya.json"])
        .fails_with("fewer than two analysts");
    place
        .run(&["agreement", "one.hashiya.json", "--first", "Nobody"])
        .fails_with("Nobody");
    place
        .run(&[
            "agreement",
            "one.hashiya.json",
            "--first",
            "Amal",
            "--second",
            "Amal",
        ])
        .fails_with("the same analyst");
    place.write("other.txt", "zzzz");
    place
        .run(&["import", "other.txt", "--out", "other.hashiya.json"])
        .expect(0);
    place
        .run(&["agreement", "one.hashiya.json", "other.hashiya.json"])
        .fails_with("no text in common");
}

#[test]
fn another_reckoning_comes_to_the_same_figures() {
    let Some(python) = outside::need("python3") else {
        return;
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/outside/agreement.py");
    let reckoned = std::process::Command::new(python)
        .args([script, env!("CARGO_BIN_EXE_hashiya"), "24"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&reckoned.stdout).into_owned();
    let failed = String::from_utf8_lossy(&reckoned.stderr).into_owned();
    assert!(reckoned.status.success(), "{said}{failed}");
}
