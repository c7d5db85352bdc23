//! The words of the interface: every message that the sources ask for is
//! there in both languages, none is there for nothing, and README.md shows
//! the commands that there are.

use std::collections::BTreeSet;
use std::process::Command;

use hashiya::command::table::commands;
use hashiya::i18n::{Language, Messages};

use super::sources::{files, name_of, root};

/// Messages whose ids are put together while the program runs: the beginning
/// of the id, and where the rest comes from.
const PUT_TOGETHER: [(&str, &str); 5] = [
    ("flag-", "src/language/invisible: the kind of a finding"),
    ("command-", "src/command/table.rs: an id of the table"),
    ("action-", "src/i18n.rs: the command of a transaction"),
    ("encoding-", "an encoding's name"),
    ("why-", "the rule of a suggestion"),
];

/// The ids of a message file, in its order.
fn ids_of(language: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(format!("assets/i18n/{language}.ftl"))).unwrap();
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
        .collect()
}

/// The string literals of the sources that look like message ids, tests left
/// out.
fn literals() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in files("src", &["rs"]) {
        let source = std::fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        for line in code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            for literal in line.split('"').skip(1).step_by(2) {
                let shaped = !literal.is_empty()
                    && literal
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if shaped {
                    found.insert(literal.to_owned());
                }
            }
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_messages_once() {
    let (english, arabic) = (ids_of("en"), ids_of("ar"));
    for (name, ids) in [("en", &english), ("ar", &arabic)] {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = ids.iter().filter(|id| !seen.insert(*id)).collect();
        assert!(twice.is_empty(), "{name}.ftl says twice: {twice:?}");
    }
    let (english, arabic): (BTreeSet<_>, BTreeSet<_>) =
        (english.into_iter().collect(), arabic.into_iter().collect());
    let one_sided: Vec<_> = english.symmetric_difference(&arabic).collect();
    assert!(one_sided.is_empty(), "in one language only: {one_sided:?}");
}

#[test]
fn every_command_has_a_title_in_both_languages() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        for command in commands() {
            assert!(
                messages.has(&command.message()),
                "no {} in {}",
                command.message(),
                language.code()
            );
            assert!(messages.has(command.menu.message()));
        }
    }
}

/// The ids that transactions carry: undo and the history name them.
#[test]
fn every_change_can_be_named_by_undo() {
    let mut carried = BTreeSet::new();
    for file in files("src/command", &["rs"]) {
        let source = std::fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        // `wb.commit("annotation.tag", …)`, `change(wb, "annotation.note", …)`
        for call in [
            "commit(",
            "change(",
            "set_state(",
            "set_direction(",
            "move_border(",
        ] {
            for (at, _) in code.match_indices(call) {
                let arguments: String = code[at..].chars().take(120).collect();
                let first_literal = arguments.split('"').nth(1).unwrap_or_default();
                if first_literal.contains('.') && !first_literal.contains(' ') {
                    carried.insert(first_literal.to_owned());
                }
            }
        }
    }
    assert!(carried.len() > 5, "the calls were found: {carried:?}");
    for language in Language::ALL {
        let messages = Messages::new(language);
        let unnamed: Vec<_> = carried
            .iter()
            .filter(|id| {
                let dashed = id.replace('.', "-");
                !messages.has(&format!("action-{dashed}"))
                    && !messages.has(&format!("command-{dashed}"))
            })
            .collect();
        assert!(unnamed.is_empty(), "in {}: {unnamed:?}", language.code());
    }
}

#[test]
fn every_message_asked_for_is_there() {
    let known: BTreeSet<_> = ids_of("en").into_iter().collect();
    // The first word of an id tells a message from other words in quotes.
    let beginnings: BTreeSet<_> = known
        .iter()
        .filter_map(|id| id.split_once('-').map(|(first, _)| first.to_owned()))
        .collect();
    let mut missing = Vec::new();
    for file in files("src", &["rs"]) {
        let source = std::fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        for (number, line) in code.lines().enumerate() {
            for call in [".text(\"", ".format(\"", "message(\""] {
                for (at, _) in line.match_indices(call) {
                    let id = line[at + call.len()..].split('"').next().unwrap();
                    let first = id.split('-').next().unwrap();
                    if beginnings.contains(first) && !known.contains(id) {
                        missing.push(format!("{}:{}: {id}", name_of(&file), number + 1));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "asked for and not there: {missing:#?}");
}

/// Dead words would be translated and read for nothing.
#[test]
fn no_message_is_there_for_nothing() {
    let literals = literals();
    let unused: Vec<_> = ids_of("en")
        .into_iter()
        .filter(|id| !literals.contains(id))
        .filter(|id| {
            !PUT_TOGETHER
                .iter()
                .any(|(beginning, _)| id.starts_with(beginning))
        })
        .collect();
    assert!(unused.is_empty(), "nobody asks for: {unused:#?}");

    let titles: BTreeSet<_> = commands().map(hashiya::command::Command::message).collect();
    let commands: Vec<_> = ids_of("en")
        .into_iter()
        .filter(|id| id.starts_with("command-"))
        .filter(|id| !titles.contains(id) && !literals.contains(id))
        .collect();
    assert!(commands.is_empty(), "titles of no command: {commands:#?}");
}

#[test]
fn the_readme_shows_the_commands_that_there_are() {
    let output = Command::new(env!("CARGO_BIN_EXE_hashiya"))
        .args(["commands", "--markdown"])
        .output()
        .unwrap();
    assert!(output.status.success());
    let table = String::from_utf8(output.stdout).unwrap();
    let path = root().join("README.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (begin, end) = ("<!-- commands: begin -->\n", "<!-- commands: end -->");
    let from = page.find(begin).expect("the first marker") + begin.len();
    let to = page.find(end).expect("the last marker");
    let expected = format!("{}{table}{}", &page[..from], &page[to..]);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, expected).unwrap();
    } else {
        assert!(
            page == expected,
            "README.md is behind: UPDATE_SNAPSHOTS=1 cargo test --test suite messages"
        );
    }
}
