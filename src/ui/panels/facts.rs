//! What is known of a suggestion, in plain words.

use egui::Ui;

use crate::command::Workbench;
use crate::entities::{Source, Suggestion};
use crate::i18n::Arg;
use crate::ui::theme::Theme;

/// The name of a suggestion's tag, and its colour on the present ground.
pub(super) fn tag_of(ui: &Ui, wb: &Workbench, suggestion: &Suggestion) -> (String, egui::Color32) {
    match wb.suggested_tag(suggestion) {
        Some(tag) => (super::tag_name(wb, tag).to_owned(), super::tag_hue(ui, tag)),
        None => (
            suggestion.kind.code().to_owned(),
            Theme::get(ui.ctx()).second,
        ),
    }
}

/// Where a suggestion comes from, in two or three words.
pub(super) fn source_name(wb: &Workbench, source: Source) -> String {
    wb.messages().text(match source {
        Source::Learned => "suggestion-source-learned",
        Source::List => "suggestion-source-list",
        Source::Pattern => "suggestion-source-pattern",
        Source::Place => "suggestion-source-place",
        Source::SmallPlace => "suggestion-source-small-place",
        Source::Nisba => "suggestion-source-nisba",
        Source::Propagated => "suggestion-source-propagated",
        Source::Cue => "suggestion-source-cue",
        Source::NameAfterTitle => "suggestion-source-title",
        Source::NameSequence => "suggestion-source-names",
        Source::SpeechVerb => "suggestion-source-speech",
    })
}

/// How sure a suggestion is: "sure · 97 %".
pub(super) fn sureness(wb: &Workbench, suggestion: &Suggestion) -> String {
    let percent = (suggestion.confidence * 100.0).round().clamp(0.0, 100.0) as usize;
    let id = if suggestion.source.is_solid() {
        "suggestion-sure"
    } else {
        "suggestion-doubtful"
    };
    wb.messages().format(id, &[("percent", Arg::from(percent))])
}

/// The thing a suggestion names, where it is known under another name than
/// the words themselves: "قوات سوريا الديمقراطية · Syrian Democratic Forces".
pub(super) fn known_as(suggestion: &Suggestion, words: &str) -> Option<String> {
    let thing = suggestion.canonical.as_ref()?;
    let name = Some(&*thing.name).filter(|name| *name != words && !name.is_empty());
    let known: Vec<&str> = name.into_iter().chain(thing.latin.as_deref()).collect();
    (!known.is_empty()).then(|| known.join(" · "))
}
