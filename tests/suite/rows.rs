//! The table of rows in tests/README.md, compared with the tests that exist.
//!
//! Three lists are proved: R1–R42, failures of right-to-left text in other
//! tools; A1–A30 and B1–B19, what the five sample articles hold; D1–D6, what
//! follows for reading them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::sources::{files, name_of, root};

/// How many rows each list has.
const LISTS: [(char, u32); 4] = [('R', 42), ('A', 30), ('B', 19), ('D', 6)];

/// Rows that nothing here can break yet, and why; a row that gets a test has
/// to leave this list.
const LATER: [(&str, &str); 2] = [
    ("R21", "PDF and scans are not imported yet"),
    (
        "R30",
        "TEI and HTML are not imported yet: such files are read as plain text",
    ),
];

/// The row a test's name claims: `r05_…` is of R5.
fn row_of(name: &str) -> Option<String> {
    let (row, rest) = name.split_once('_')?;
    let letter = row.chars().next()?.to_ascii_uppercase();
    let number = row.get(1..)?.parse::<u32>().ok()?;
    let known = LISTS.iter().any(|(list, _)| *list == letter);
    (known && !rest.is_empty()).then(|| format!("{letter}{number}"))
}

/// Every row that a test's name claims, with its tests and their places.
fn rows_of_the_sources() -> BTreeMap<String, Vec<String>> {
    let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for file in ["src", "tests"]
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
    {
        let source = std::fs::read_to_string(&file).unwrap();
        let mut is_test = false;
        for line in source.lines() {
            let line = line.trim_start();
            is_test |= line == "#[test]";
            let Some(name) = line.strip_prefix("fn ") else {
                continue;
            };
            let name = name
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap();
            if is_test && let Some(row) = row_of(name) {
                rows.entry(row)
                    .or_default()
                    .push(format!("`{name}` ({})", name_of(&file)));
            }
            is_test = false;
        }
    }
    for tests in rows.values_mut() {
        tests.sort();
    }
    rows
}

#[test]
fn the_table_of_rows_names_the_tests_that_exist() {
    let path = root().join("tests/README.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let mut rows = rows_of_the_sources();
    let mut expected = String::new();
    let mut listed = Vec::new();
    let mut wrong = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        inside = match line {
            "<!-- rows: begin -->" => true,
            "<!-- rows: end -->" => false,
            _ => inside,
        };
        let cells: Vec<_> = line.split(" | ").collect();
        let row = line
            .trim_start_matches("| ")
            .split(' ')
            .next()
            .unwrap_or_default();
        if inside && row.len() > 1 && row[1..].parse::<u32>().is_ok() {
            let tests = rows.remove(row).unwrap_or_default();
            let later = LATER.iter().find(|(later, _)| *later == row);
            let about = cells.get(1).copied().unwrap_or_default();
            let last = match later {
                Some((_, why)) if tests.is_empty() => format!("not yet: {why}"),
                _ => tests.join("<br>"),
            };
            if about.trim().len() < 12 {
                wrong.push(format!("{row} does not say what must hold"));
            }
            if tests.is_empty() && later.is_none() {
                wrong.push(format!("{row} has no test"));
            }
            if !tests.is_empty() && later.is_some() {
                wrong.push(format!("{row} has a test and is no longer for later"));
            }
            listed.push(row.to_owned());
            writeln!(expected, "| {row} | {about} | {last} |").unwrap();
        } else {
            expected.push_str(line);
            expected.push('\n');
        }
    }
    let all: Vec<String> = LISTS
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |number| format!("{letter}{number}")))
        .collect();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &expected).unwrap();
    } else {
        assert!(
            page == expected,
            "tests/README.md is behind: UPDATE_SNAPSHOTS=1 cargo test --test suite the_table_of_rows"
        );
    }
    assert_eq!(listed, all, "every row has its line, in order");
    assert!(
        rows.is_empty(),
        "rows without a line in tests/README.md: {rows:?}"
    );
    assert!(wrong.is_empty(), "{wrong:?}");
}
