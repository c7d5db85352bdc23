//! `hashiya search`, as a script sees it.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::samples::documents;

/// Exit status, standard output and standard error of a search among the
/// samples, each written to a file named by its number.
fn search(arguments: &[&str]) -> (i32, Vec<Value>, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in documents() {
        std::fs::write(folder.path().join(format!("{name}.txt")), text).unwrap();
    }
    std::fs::write(folder.path().join("binary.txt"), [0_u8, 1, 2, 0, 255, 0]).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_hashiya"))
        .current_dir(folder.path())
        .arg("search")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    (
        output.status.code().unwrap(),
        lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn texts(lines: &[Value]) -> Vec<&str> {
    lines
        .iter()
        .map(|line| line["text"].as_str().unwrap())
        .collect()
}

#[test]
fn d4_the_command_line_finds_every_spelling() {
    for (query, file, written) in [
        ("قدم", "002.txt", "قدّم"),
        ("اوروبا", "000.txt", "أوروبا"),
        ("سوريا", "001.txt", "سورية"),
        ("دير الزور", "001.txt", "ديرالزور"),
        ("لقسد", "003.txt", "لـ\"قسد"),
        ("قسد", "003.txt", "قسد"),
    ] {
        let (status, lines, messages) = search(&[query, file]);
        assert_eq!((status, messages.as_str()), (0, ""));
        assert!(texts(&lines).contains(&written), "{query}");
    }
}

#[test]
fn every_line_is_a_stretch_of_its_file() {
    let (status, lines, _) = search(&[
        "داعش", "000.txt", "001.txt", "002.txt", "003.txt", "004.txt",
    ]);
    assert_eq!(status, 0);
    assert!(lines.len() > 40);
    for line in &lines {
        let name = line["file"].as_str().unwrap().trim_end_matches(".txt");
        let text = documents().into_iter().find(|(n, _)| *n == name).unwrap().1;
        let of = |key: &str| line[key].as_str().unwrap();
        let number = |key: &str| usize::try_from(line[key].as_u64().unwrap()).unwrap();
        let whole: Vec<char> = text.chars().collect();
        let quote: String = whole[number("start")..number("end")].iter().collect();
        assert_eq!(quote, of("text"));
        let before = of("before").chars().count();
        let after = of("after").chars().count();
        let around: String = whole[number("start") - before..number("end") + after]
            .iter()
            .collect();
        assert_eq!(
            around,
            format!("{}{}{}", of("before"), of("text"), of("after"))
        );
        assert!(before <= 60 && after <= 60 && !around.contains('\n'));
    }
}

#[test]
fn exact_and_expressions_and_words() {
    let (_, lines, _) = search(&["سوريا", "001.txt", "--exact"]);
    assert!(texts(&lines).iter().all(|text| *text == "سوريا"));
    assert!(lines.iter().all(|line| line["likeness"] == "exact"));
    let (status, lines, _) = search(&[r"\d{4}", "003.txt", "--regex"]);
    assert_eq!((status, texts(&lines)), (0, vec!["1600", "2019"]));
    let (_, lines, _) = search(&["100", "003.txt", "--whole-words"]);
    assert_eq!(lines.len(), 4);
    let (_, lines, _) = search(&["داعش", "004.txt", "--context", "0"]);
    assert!(
        lines
            .iter()
            .all(|line| line["before"] == "" && line["after"] == "")
    );
    let (status, lines, _) = search(&["لا توجد هذه العبارة", "004.txt"]);
    assert_eq!((status, lines.len()), (0, 0));
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_searched() {
    let (status, lines, messages) = search(&["داعش", ".", "gone.txt"]);
    assert_eq!(status, 2);
    assert!(lines.len() > 40);
    assert!(
        messages.contains("binary.txt") && messages.contains("gone.txt"),
        "{messages}"
    );
    let (status, lines, messages) = search(&["(", "000.txt", "--regex"]);
    assert_eq!((status, lines.len()), (2, 0));
    assert!(messages.contains("regular expression"), "{messages}");
    let (status, _, messages) = search(&["", "000.txt"]);
    assert_eq!(status, 2);
    assert!(messages.contains("empty"), "{messages}");
}
