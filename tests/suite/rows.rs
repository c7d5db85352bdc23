//! The table of rows in tests/README.md, compared with the tests that exist.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::sources::{files, name_of, root};

/// Every row that a test's name claims (`r05_…` → `R5`, `d1_…` → `D1`), with
/// its tests and their places.
fn rows_of_the_sources() -> BTreeMap<String, Vec<String>> {
    let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for file in ["src", "tests"]
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
    {
        let source = std::fs::read_to_string(&file).unwrap();
        for line in source.lines() {
            let Some(name) = line.trim_start().strip_prefix("fn ") else {
                continue;
            };
            let name = name
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap();
            let Some((row, _)) = name.split_once('_') else {
                continue;
            };
            let Some(letter @ ('r' | 'd')) = row.chars().next() else {
                continue;
            };
            let Ok(number) = row[1..].parse::<u32>() else {
                continue;
            };
            rows.entry(format!("{}{number}", letter.to_ascii_uppercase()))
                .or_default()
                .push(format!("`{name}` ({})", name_of(&file)));
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
    let mut untested = Vec::new();
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
            if tests.is_empty() {
                untested.push(row.to_owned());
            }
            let about = cells.get(1).copied().unwrap_or_default();
            writeln!(expected, "| {row} | {about} | {} |", tests.join("<br>")).unwrap();
        } else {
            expected.push_str(line);
            expected.push('\n');
        }
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &expected).unwrap();
    } else {
        assert!(
            page == expected,
            "tests/README.md is behind: UPDATE_SNAPSHOTS=1 cargo test --test suite rows"
        );
    }
    assert!(
        rows.is_empty(),
        "rows without a line in tests/README.md: {rows:?}"
    );
    assert!(untested.is_empty(), "rows without a test: {untested:?}");
}
