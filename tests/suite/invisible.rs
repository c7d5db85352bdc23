//! What is flagged in texts that hide nothing: nothing. The measure of false
//! alarms over every text at hand.

use std::path::PathBuf;

use hashiya::language::invisible::{
    Hidden, Inspection, Level, census, code_point, hidden_characters, inspect, tamed, visible_name,
};
use hashiya::model::Span;
use proptest::prelude::*;

use super::samples;
use super::sources::root;

/// The sample articles and the annotated news texts: name and text.
fn honest() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = samples::documents()
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    for part in ["tune", "held"] {
        let folder = root().join("tests/fixtures/entities").join(part);
        let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
            .collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            texts.push((name, std::fs::read_to_string(&file).unwrap()));
        }
    }
    texts
}

#[test]
fn no_honest_text_is_flagged() {
    let texts = honest();
    assert!(texts.len() >= 39, "{}", texts.len());
    for (name, text) in texts {
        let found = inspect(&text);
        assert_eq!(
            (found.dangers, found.notices, found.infos),
            (0, 0, 0),
            "{name}: {:?}",
            found
                .findings
                .iter()
                .map(|one| (one.kind, one.span.of(&text)))
                .collect::<Vec<_>>()
        );
    }
}

#[test]
fn the_samples_hide_no_break_spaces_and_tatweel_and_nothing_else() {
    for (name, text) in samples::documents() {
        for row in census(text) {
            let known = match row.what {
                Hidden::NoBreak => row.character == '\u{A0}',
                Hidden::Tatweel | Hidden::Tanwin | Hidden::MarkOrder => true,
                _ => false,
            };
            assert!(
                known,
                "{name}: {:?} {}",
                row.what,
                code_point(row.character)
            );
            let counted = hidden_characters(text, Span::new(0, text.len()))
                .iter()
                .filter(|found| {
                    found.what == row.what
                        && found.span.of(text).unwrap().starts_with(row.character)
                })
                .count();
            assert_eq!(counted, row.count);
        }
    }
}

/// Texts of everything that matters here.
fn strange() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ا-ي]{1,4}",
        2 => "[a-z]{1,3}",
        1 => "[а-яα-ω]{1,2}",
        1 => "[0-9٠-٩۰-۹]{1,2}",
        3 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}\u{AD}]",
        1 => "[\u{64B}-\u{652}]{1,7}",
        1 => "[ \n\r.,\u{A0}\u{640}\u{2029}]",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn ordered(found: &Inspection, text: &str) {
    assert!(found.findings.is_sorted_by_key(|one| one.span.start));
    let mut counts = [0; 3];
    for one in &found.findings {
        let words = one.span.of(text).expect("on characters");
        assert!(!words.is_empty());
        assert!(!one.characters(text, 4).is_empty(), "{one:?}");
        counts[one.level as usize] += 1;
    }
    assert_eq!(counts, [found.infos, found.notices, found.dangers]);
}

proptest! {
    #[test]
    fn findings_lie_on_characters_in_their_order(text in strange()) {
        let found = inspect(&text);
        ordered(&found, &text);
        let whole = hidden_characters(&text, Span::new(0, text.len()));
        prop_assert!(whole.is_sorted_by_key(|one| one.span.start));
        // Every override is flagged, wherever it stands.
        for (at, c) in text.char_indices() {
            if matches!(c, '\u{202D}' | '\u{202E}') {
                prop_assert!(found
                    .within(Span::new(at, at + 3))
                    .any(|one| one.level == Level::Danger && one.span.start == at));
            }
        }
    }

    #[test]
    fn nothing_that_was_made_visible_can_turn_the_order(text in strange()) {
        for shown in [tamed(&text), visible_name(&text)] {
            let embedded = |c: char| matches!(c, '\u{202A}'..='\u{202E}');
            prop_assert!(!shown.contains(embedded));
            let shown = shown.into_owned();
            prop_assert_eq!(&*tamed(&shown).into_owned(), &*shown, "twice is once");
        }
        let unseen = ['\u{2066}', '\u{2069}', '\n', '\u{200E}'];
        prop_assert!(!visible_name(&text).contains(unseen));
    }
}
