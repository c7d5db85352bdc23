//! The table of rows in tests/README.md, compared with the tests that exist.

use std::collections::BTreeMap;

use super::sources::{files, name_of, root};

/// Every row that a test's name claims (`r05_…` → `R5`, `d1_…` → `D1`), with
/// the places of its tests.
fn rows_of_the_sources() -> BTreeMap<(char, u32), Vec<String>> {
    let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for file in ["src", "tests"]
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
    {
        let source = std::fs::read_to_string(&file).unwrap();
        let names = source.lines().filter_map(|line| {
            line.trim_start()
                .trim_start_matches("pub(crate) ")
                .strip_prefix("fn ")
        });
        for name in names {
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
            let Ok(number) = row[1..].parse() else {
                continue;
            };
            rows.entry((letter.to_ascii_uppercase(), number))
                .or_default()
                .push(format!("`{name}` ({})", name_of(&file)));
        }
    }
    rows.values_mut().for_each(|tests| tests.sort());
    rows
}

#[test]
fn the_table_of_rows_names_the_tests_that_exist() {
    let page = std::fs::read_to_string(root().join("tests/README.md")).unwrap();
    let written = page
        .split_once("<!-- rows: begin -->\n")
        .and_then(|(_, rest)| rest.split_once("<!-- rows: end -->"))
        .map(|(table, _)| table)
        .expect("the table's markers");
    let mut expected = String::from("| Row | Tests |\n| --- | --- |\n");
    for ((letter, number), tests) in rows_of_the_sources() {
        expected.push_str(&format!("| {letter}{number} | {} |\n", tests.join("<br>")));
    }
    assert!(
        written == expected,
        "put this between the markers of tests/README.md:\n{expected}"
    );
}
