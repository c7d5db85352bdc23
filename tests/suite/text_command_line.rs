//! `hashiya layout` and `hashiya hit` as scripts use them.

use std::process::{Command, Output};

use serde_json::Value;

use super::outside::repository;

fn hashiya(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hashiya"))
        .args(arguments)
        .current_dir(repository(""))
        .output()
        .unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

const FILE: &str = "assets/sample/003_d43fd22800138fb2.txt";

#[test]
fn layout_prints_one_object_a_paragraph_in_code_points() {
    let text = std::fs::read_to_string(repository(FILE)).unwrap();
    let chars: Vec<char> = text.chars().collect();
    let found = lines(&hashiya(&[
        "layout", FILE, "--width", "300", "--range", "60..75",
    ]));
    assert_eq!(found.len(), text.split('\n').count());
    assert_eq!(found[0]["direction"], "ltr");
    assert_eq!(found[2]["direction"], "rtl");
    let mut baseline = 0.0;
    for (object, paragraph) in found.iter().zip(text.split('\n')) {
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let (start, end) = (number(&object["start"]), number(&object["end"]));
        assert_eq!(chars[start..end].iter().collect::<String>(), paragraph);
        let mut at = start;
        for line in object["lines"].as_array().unwrap() {
            assert_eq!(number(&line["start"]), at);
            at = number(&line["end"]);
            assert!(line["baseline"].as_f64().unwrap() > baseline);
            baseline = line["baseline"].as_f64().unwrap();
            for run in line["runs"].as_array().unwrap() {
                let inside = number(&run["start"])..number(&run["end"]);
                for glyph in run["glyphs"].as_array().unwrap() {
                    assert!(inside.contains(&number(&glyph[4])));
                }
            }
        }
        assert_eq!(at, end);
        assert_eq!(
            object["stops"].as_array().unwrap().len(),
            object["lines"].as_array().unwrap().len()
        );
    }
    // The range lies in the third line of the file only.
    let with_rects: Vec<usize> = (0..found.len())
        .filter(|&index| {
            let ranges = found[index]["ranges"].as_array().unwrap();
            ranges
                .iter()
                .any(|range| !range["rects"].as_array().unwrap().is_empty())
        })
        .collect();
    assert_eq!(with_rects, [2]);
}

#[test]
fn hit_finds_the_caret_a_layout_names() {
    let found = lines(&hashiya(&[
        "layout", FILE, "--width", "150", "--font", "Amiri",
    ]));
    let line = &found[2]["lines"][1];
    let baseline = line["baseline"].as_f64().unwrap();
    let stop = &found[2]["stops"][1][3];
    let at = format!("{},{}", stop[0], baseline - 4.0);
    let hit = lines(&hashiya(&[
        "hit", FILE, "--width", "150", "--font", "amiri", "--at", &at, "--at", "-40,-3",
    ]));
    assert_eq!(hit.len(), 2);
    assert_eq!(hit[0]["offset"], stop[1]);
    assert_eq!(hit[0]["line"], 1);
    assert!((hit[0]["x"].as_f64().unwrap() - stop[0].as_f64().unwrap()).abs() < 0.02);
    // Beside the first line, which is English: its start.
    assert_eq!(hit[1]["offset"], 0);
}

#[test]
fn wrong_use_is_said_in_a_sentence() {
    for (arguments, part) in [
        (vec!["layout", FILE, "--width", "0"], "--width"),
        (vec!["layout", FILE, "--width", "NaN"], "--width"),
        (vec!["layout", FILE, "--width", "9", "--font", "x"], "naskh"),
        (vec!["layout", FILE, "--width", "9", "--range", "4"], "4..9"),
        (
            vec!["layout", FILE, "--width", "9", "--range", "1..99999"],
            "3969 code points",
        ),
        (vec!["layout", "missing.txt", "--width", "9"], "missing.txt"),
        (vec!["hit", FILE, "--width", "9", "--at", "1"], "120,40.5"),
    ] {
        let output = hashiya(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty());
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
}
