//! The messages of the two languages, compared with one another and with the
//! sources that use them.

use std::collections::{BTreeMap, BTreeSet};

use hashiya::i18n::{Language, Messages};

use super::sources::{files, name_of, root};

/// The messages of a file: id and everything that belongs to it.
fn messages(language: Language) -> BTreeMap<String, String> {
    let path = root().join(format!("assets/i18n/{}.ftl", language.code()));
    let source = std::fs::read_to_string(path).unwrap();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let is_id = |id: &str| {
            id.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        match line.split_once(" =") {
            Some((id, value)) if is_id(id) && !id.is_empty() => {
                id.clone_into(&mut last);
                let before = found.insert(last.clone(), value.to_owned());
                assert!(
                    before.is_none(),
                    "{id} is there twice in {}",
                    language.code()
                );
            }
            _ if line.is_empty() || line.starts_with(' ') => {
                if let Some(value) = found.get_mut(&last) {
                    value.push('\n');
                    value.push_str(line);
                }
            }
            _ => panic!(
                "neither message nor part of one in {}: {line}",
                language.code()
            ),
        }
    }
    found
}

/// The arguments a message names.
fn arguments(message: &str) -> BTreeSet<&str> {
    message
        .split('$')
        .skip(1)
        .map(|rest| {
            let end = rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .unwrap_or(rest.len());
            &rest[..end]
        })
        .collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let english = messages(Language::En);
    let arabic = messages(Language::Ar);
    let ids = |of: &BTreeMap<String, String>| of.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(ids(&english), ids(&arabic));
    for (id, message) in &english {
        assert_eq!(arguments(message), arguments(&arabic[id]), "{id}");
    }
}

#[test]
fn every_message_is_read_without_error() {
    for language in Language::ALL {
        let read = Messages::new(language);
        for id in messages(language).keys() {
            assert!(read.has(id), "{id} in {}", language.code());
            assert!(
                !read.text(id).trim().is_empty(),
                "{id} in {}",
                language.code()
            );
        }
    }
}

#[test]
fn arabic_counts_in_all_its_forms() {
    for (id, message) in messages(Language::Ar) {
        if !message.contains("->") {
            continue;
        }
        for form in ["[one]", "[two]", "[few]", "[many]", "*[other]"] {
            assert!(message.contains(form), "{id} lacks {form}");
        }
    }
}

#[test]
fn arabic_messages_are_arabic_and_typeset_as_such() {
    // Names, units and formats are written alike in both languages, and some
    // messages are arguments only.
    let english = messages(Language::En);
    for (id, message) in messages(Language::Ar) {
        let is_arabic = |c: char| ('\u{0621}'..='\u{064A}').contains(&c);
        let own: String = message
            .split('{')
            .map(|part| part.rsplit('}').next().unwrap_or_default())
            .collect();
        let has_letters = message.chars().any(is_arabic) || !own.chars().any(char::is_alphabetic);
        assert!(has_letters || message == english[&id], "{id}: {message}");
        for wrong in ["?", "; ", "\"", "..."] {
            assert!(!message.contains(wrong), "{id} has {wrong}: {message}");
        }
        let hidden = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!message.contains(hidden), "{id} has an invisible control");
    }
    for (id, message) in english {
        for wrong in ["\"", "..."] {
            assert!(!message.contains(wrong), "{id} has {wrong}: {message}");
        }
    }
}

/// The literal ids given to a message function somewhere in the sources.
fn used_ids() -> BTreeMap<String, String> {
    let mut used = BTreeMap::new();
    for file in files("src", &["rs"]) {
        if name_of(&file) == "src/i18n.rs" {
            continue;
        }
        let source = std::fs::read_to_string(&file).unwrap();
        for call in [".text(", ".format(", "message(", "messages.text("] {
            for (at, _) in source.match_indices(call) {
                let rest = source[at + call.len()..].trim_start();
                let Some((id, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'))
                else {
                    continue;
                };
                let looks_like_one = id.contains('-')
                    && id
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if looks_like_one {
                    used.insert(id.to_owned(), name_of(&file));
                }
            }
        }
    }
    used
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let messages = Messages::new(Language::En);
    for (id, file) in used_ids() {
        assert!(messages.has(&id), "{id}, asked for in {file}");
    }
}
