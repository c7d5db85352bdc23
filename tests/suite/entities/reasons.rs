//! Every suggestion says why in both languages.

use std::collections::BTreeSet;

use hashiya::i18n::{Language, Messages};

use super::fixtures::all_texts;
use super::suggested;

#[test]
fn every_rule_that_fires_has_a_sentence_in_both_languages() {
    let rules: BTreeSet<&str> = all_texts()
        .iter()
        .flat_map(|text| suggested(text))
        .map(|suggestion| suggestion.reason.rule)
        .collect();
    assert!(rules.len() > 5, "{rules:?}");
    for language in Language::ALL {
        let messages = Messages::new(language);
        let missing: Vec<&&str> = rules
            .iter()
            .filter(|rule| !messages.has(&format!("why-{rule}")))
            .collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}
