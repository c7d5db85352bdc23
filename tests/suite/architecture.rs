//! The house rules that a compiler does not know: the sources are read and
//! compared with the dependency table of ARCHITECTURE.md, and with the other
//! rules of that page and of CONTRIBUTING.md.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{NamedPath, files, name_of, paths, root};

/// A file longer than this holds more than one subject.
const LONGEST_FILE_LINES: usize = 600;

/// Paths of the standard library that belong to certain rooms only; every
/// other room that names one breaks the table.
const GUARDED_STD: [&str; 5] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::thread",
];

/// One line of the dependency table.
struct Row {
    ours: Vec<String>,
    outside: Vec<String>,
}

/// The table between the markers, by the path it speaks of (`ui`, or
/// `cli/picture` for a file or folder that may use more than its folder).
fn table() -> BTreeMap<String, Row> {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let begin = "<!-- dependency table: begin -->";
    let end = "<!-- dependency table: end -->";
    let from = page
        .find(begin)
        .expect("ARCHITECTURE.md has the table's first marker");
    let to = page
        .find(end)
        .expect("ARCHITECTURE.md has the table's last marker");
    page[from..to]
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split('|').map(in_ticks).collect();
            let [room, ours, outside] = cells.as_slice() else {
                panic!("three cells a row: {line}");
            };
            (
                room[0].clone(),
                Row {
                    ours: ours.clone(),
                    outside: outside.clone(),
                },
            )
        })
        .collect()
}

/// The words between backticks.
fn in_ticks(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// `src/ui/paint/mod.rs` → `["ui", "paint"]`
fn modules_of(file: &str) -> Vec<&str> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    inner
        .split('/')
        .filter(|part| !matches!(*part, "mod" | "lib" | "main"))
        .collect()
}

/// The crates of Cargo.toml's `[dependencies]`, as code names them.
fn outside_crates() -> BTreeSet<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect()
}

fn breaks_the_table(
    path: &NamedPath,
    modules: &[&str],
    table: &BTreeMap<String, Row>,
    outside: &BTreeSet<String>,
) -> bool {
    let here = modules.join("/");
    let room = modules.first().copied().unwrap_or("main");
    // The row of the folder, and those of the more special places in it.
    let rows = || {
        table.iter().filter(|(place, _)| {
            *place == "everywhere" || here == **place || here.starts_with(&format!("{place}/"))
        })
    };
    let first = path.segments[0].as_str();
    if first == "crate" || first == "hashiya" {
        let Some(target) = path.segments.get(1) else {
            return false;
        };
        if target == room || !table.contains_key(target.as_str()) {
            return false;
        }
        let inner = path.segments[1..].join("::");
        let inner = NamedPath {
            segments: inner.split("::").map(str::to_owned).collect(),
            ..*path
        };
        return !rows().any(|(_, row)| row.ours.iter().any(|allowed| inner.is_below(allowed)));
    }
    let guarded = outside.contains(first) || GUARDED_STD.iter().any(|guard| path.is_below(guard));
    // Unit tests may read and write files of their own.
    if !guarded || (path.in_tests && first == "std") {
        return false;
    }
    !rows().any(|(_, row)| row.outside.iter().any(|allowed| path.is_below(allowed)))
}

#[test]
fn sources_keep_to_the_dependency_table() {
    let table = table();
    let outside = outside_crates();
    let mut broken = Vec::new();
    for file in files("src", &["rs"]) {
        let name = name_of(&file);
        let modules = match name.as_str() {
            "src/lib.rs" => continue,
            "src/main.rs" => vec!["main"],
            name => modules_of(name),
        };
        for path in paths(&std::fs::read_to_string(&file).unwrap(), &modules) {
            if breaks_the_table(&path, &modules, &table, &outside) {
                broken.push(format!("{name}:{}: {}", path.line, path.text()));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "not allowed by the dependency table of ARCHITECTURE.md:\n{}",
        broken.join("\n")
    );
}

#[test]
fn the_table_knows_every_room_and_no_circle() {
    let table = table();
    let rooms: Vec<_> = files("src", &["rs"])
        .iter()
        .filter_map(|file| {
            modules_of(&name_of(file))
                .first()
                .map(|&room| room.to_owned())
        })
        .collect();
    for room in &rooms {
        assert!(
            table.contains_key(room),
            "src/{room} has no row in ARCHITECTURE.md"
        );
    }
    for place in table.keys().filter(|place| !place.contains('/')) {
        let known = ["everywhere", "main"].contains(&place.as_str()) || rooms.contains(place);
        assert!(
            known,
            "ARCHITECTURE.md speaks of src/{place}, which is not there"
        );
    }
    // Rows stand in dependency order as the page prints them, so nothing that
    // stands higher may be reached from below: walking must come to an end.
    for start in table.keys() {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = table[start].ours.iter().map(String::as_str).collect();
        while let Some(used) = open.pop() {
            let room = used.split("::").next().unwrap();
            assert_ne!(room, start, "src/{start} comes back to itself");
            if seen.insert(room)
                && let Some(row) = table.get(room)
            {
                open.extend(row.ours.iter().map(String::as_str));
            }
        }
    }
}

#[test]
fn a_forbidden_path_is_noticed() {
    let table = table();
    let outside = outside_crates();
    let breaks = |source: &str, modules: &[&str]| {
        paths(source, modules)
            .iter()
            .any(|path| breaks_the_table(path, modules, &table, &outside))
    };
    assert!(breaks("use crate::ui::theme;", &["model", "project"]));
    assert!(breaks(
        "use super::super::{store::save};",
        &["text", "shape"]
    ));
    assert!(breaks("fn f(ui: &mut egui::Ui) {}", &["command"]));
    assert!(breaks("let x = std::fs::read(p);", &["ui", "app"]));
    assert!(breaks("use rfd::AsyncFileDialog;", &["command"]));
    assert!(!breaks("use egui::{Key, Modifiers};", &["command"]));
    assert!(!breaks(
        "use crate::model::{Span}; use std::fmt;",
        &["text", "shape"]
    ));
    assert!(breaks("use crate::model::Project;", &["text", "shape"]));
}

#[test]
fn a_file_holds_one_subject() {
    let mut long = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for file in files(folder, &["rs"]) {
            let lines = std::fs::read_to_string(&file).unwrap().lines().count();
            if lines > LONGEST_FILE_LINES {
                long.push(format!("{}: {lines} lines", name_of(&file)));
            }
        }
    }
    assert!(
        long.is_empty(),
        "cut these along their subjects:\n{}",
        long.join("\n")
    );
}

#[test]
fn main_only_reads_the_arguments() {
    let lines = std::fs::read_to_string(root().join("src/main.rs"))
        .unwrap()
        .lines()
        .count();
    assert!(lines < 80, "src/main.rs has {lines} lines");
}

#[test]
fn no_invisible_direction_controls_in_sources() {
    let invisible = |c: char| {
        matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    let mut found = Vec::new();
    let folders = ["src", "tests", "benches", "assets/i18n", "assets/schema"];
    for file in folders
        .iter()
        .flat_map(|folder| files(folder, &["rs", "ftl", "json", "md"]))
    {
        let name = name_of(&file);
        if name.starts_with("tests/fixtures/") {
            continue;
        }
        let source = std::fs::read_to_string(&file).unwrap();
        for (number, line) in source.lines().enumerate() {
            if let Some(c) = line.chars().find(|&c| invisible(c)) {
                found.push(format!("{name}:{}: U+{:04X}", number + 1, u32::from(c)));
            }
        }
    }
    assert!(
        found.is_empty(),
        "write them as \\u{{…}}:\n{}",
        found.join("\n")
    );
}

#[test]
fn no_test_is_switched_off_and_nothing_is_left_for_later() {
    // Put together here so that this file does not find itself.
    let forbidden = [
        ["#[", "ignore"].concat(),
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["todo", "!("].concat(),
        ["unimplemented", "!("].concat(),
    ];
    let mut found = Vec::new();
    for file in ["src", "tests", "benches"]
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
    {
        let source = std::fs::read_to_string(&file).unwrap();
        for (number, line) in source.lines().enumerate() {
            if forbidden.iter().any(|word| line.contains(word.as_str())) {
                found.push(format!(
                    "{}:{}: {}",
                    name_of(&file),
                    number + 1,
                    line.trim()
                ));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_module_says_what_lives_in_it() {
    let silent: Vec<_> = files("src", &["rs"])
        .iter()
        .filter(|file| !std::fs::read_to_string(file).unwrap().starts_with("//!"))
        .map(|file| name_of(file))
        .collect();
    assert!(
        silent.is_empty(),
        "open these with a //! paragraph: {silent:?}"
    );
}

#[test]
fn file_names_are_nouns_of_a_subject() {
    for file in ["src", "tests", "benches"]
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
    {
        let name = name_of(&file);
        for shelf in ["util", "helper", "manager", "common", "misc"] {
            assert!(!name.contains(shelf), "{name}: a name that says nothing");
        }
    }
}

#[test]
fn the_tree_holds_each_of_the_great_crates_once() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for name in [
        "egui",
        "epaint",
        "eframe",
        "winit",
        "harfrust",
        "skrifa",
        "parley_engine",
    ] {
        let copies = lock.matches(&format!("\nname = \"{name}\"\n")).count();
        assert_eq!(copies, 1, "{name} stands {copies} times in Cargo.lock");
    }
}

#[test]
fn the_architecture_page_is_short() {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let lines = page.lines().count();
    assert!(
        lines <= 120,
        "ARCHITECTURE.md has {lines} lines; 120 is its measure"
    );
}
