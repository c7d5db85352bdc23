//! How the window looks and speaks: what a person chose, as values.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::linked::{Arrangement, LinkedScroll};
use super::page_look::PageLook;
use crate::i18n::{Digits, Language};
use crate::store::Settings;

/// The face documents are set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageFace {
    /// Noto Naskh Arabic.
    #[default]
    Naskh,
    /// Amiri.
    Amiri,
    /// Noto Sans Arabic.
    Sans,
}

/// The window's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Light or dark as the system is.
    #[default]
    System,
    /// White paper.
    Light,
    /// Old paper.
    Sepia,
    /// Warm dark grey.
    Dark,
}

/// Where the arrow keys move the caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArrowKeys {
    /// To where they point, as the line is seen.
    #[default]
    AsSeen,
    /// On and back in the order of reading; in a right-to-left paragraph the
    /// left one goes on.
    ReadingOrder,
}

/// Which relations between marks are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RelationsShown {
    /// All of those in sight, faintly.
    #[default]
    Always,
    /// Those of the chosen mark and of the one under the pointer.
    OfChosen,
    /// None.
    Never,
}

/// What the panel below the pages shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LowerTab {
    /// The queue of suggestions.
    #[default]
    Suggestions,
    /// The table of numbers, what they count and who says so.
    Claims,
    /// What the active document hides.
    Hidden,
    /// All marks of the project.
    Marks,
    /// All notes of the project.
    Notes,
    /// What was done, by whom and when.
    History,
    /// Where two layers differ.
    Agreement,
}

impl LowerTab {
    /// All tabs, in their order.
    pub const ALL: [Self; 7] = [
        Self::Suggestions,
        Self::Claims,
        Self::Hidden,
        Self::Marks,
        Self::Notes,
        Self::History,
        Self::Agreement,
    ];

    /// Whether it shows a table, which is read row by row and wants height.
    pub fn is_table(self) -> bool {
        !matches!(self, Self::Suggestions | Self::Hidden)
    }

    /// Its name in settings.
    fn code(self) -> &'static str {
        match self {
            Self::Suggestions => "suggestions",
            Self::Claims => "claims",
            Self::Hidden => "hidden",
            Self::Marks => "marks",
            Self::Notes => "notes",
            Self::History => "history",
            Self::Agreement => "agreement",
        }
    }
}

/// All choices about looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Look {
    /// Size of the page, percent of the normal size.
    pub zoom_percent: u16,
    /// The face of the page.
    pub face: PageFace,
    /// How the page is set.
    pub page: PageLook,
    /// The digits of numbers in the interface, in every language of it.
    pub digits: Digits,
    /// The colours.
    pub theme: ThemeChoice,
    /// The interface's language.
    pub language: Language,
    /// Whether paragraphs are numbered in the margin.
    pub line_numbers: bool,
    /// Whether the list of documents is shown.
    pub documents: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether the panel below the pages is shown.
    pub lower: bool,
    /// What it shows.
    pub lower_tab: LowerTab,
    /// Whether suggestions are shown.
    pub suggestions: bool,
    /// Whether characters that are not seen are shown by small signs.
    pub hidden: bool,
    /// Where the arrow keys move the caret.
    pub arrows: ArrowKeys,
    /// Whether it is said what is open in a document that is called done.
    pub warn_done: bool,
    /// Whether exports hold open suggestions beside the marks.
    pub export_suggestions: bool,
    /// What the other readers do when one is scrolled.
    pub link: LinkedScroll,
    /// How the readers stand.
    pub arrangement: Arrangement,
    /// Counts how often that was asked for: every time the readers go back
    /// into order.
    pub arranged: u32,
    /// Which relations are drawn.
    pub relations: RelationsShown,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            zoom_percent: 100,
            face: PageFace::default(),
            page: PageLook::default(),
            digits: Digits::default(),
            theme: ThemeChoice::default(),
            language: Language::default(),
            line_numbers: true,
            documents: true,
            inspector: true,
            lower: true,
            lower_tab: LowerTab::default(),
            suggestions: true,
            hidden: false,
            arrows: ArrowKeys::default(),
            warn_done: true,
            export_suggestions: false,
            link: LinkedScroll::default(),
            arrangement: Arrangement::default(),
            arranged: 0,
            relations: RelationsShown::default(),
        }
    }
}

/// The smallest and the largest zoom, percent.
const ZOOM_RANGE: (f32, f32) = (50.0, 300.0);
/// Names of switches in the settings file.
const LINE_NUMBERS: &str = "line_numbers";
const DOCUMENTS: &str = "documents_panel";
const INSPECTOR: &str = "inspector";
const LOWER: &str = "lower_panel";
/// The name of what the lower panel shows.
const LOWER_TAB: &str = "lower_tab";
/// The name of the digits of the interface.
const DIGITS: &str = "digits";
const SUGGESTIONS: &str = "suggestions";
const HIDDEN: &str = "hidden_characters";
const WARN_DONE: &str = "warn_when_done";
const EXPORT_SUGGESTIONS: &str = "export_suggestions";
/// The name of what the arrow keys do.
const ARROWS: &str = "arrow_keys";
const LINK: &str = "linked_scrolling";
const ARRANGEMENT: &str = "readers";
/// The name of which relations are drawn.
const RELATIONS: &str = "relations";

impl Look {
    /// What the settings file says; what it says wrongly is as at first.
    pub(super) fn from_settings(settings: &Settings) -> Self {
        let zoom = (settings.zoom * 100.0).round();
        Self {
            zoom_percent: if zoom.is_finite() {
                zoom.clamp(ZOOM_RANGE.0, ZOOM_RANGE.1) as u16
            } else {
                100
            },
            face: match settings.face.as_str() {
                "amiri" => PageFace::Amiri,
                "sans" => PageFace::Sans,
                _ => PageFace::Naskh,
            },
            page: PageLook::from_settings(settings),
            digits: match settings.extra.get(DIGITS).and_then(Value::as_str) {
                Some("arabic") => Digits::ArabicIndic,
                _ => Digits::Latin,
            },
            theme: match settings.theme.as_str() {
                "light" => ThemeChoice::Light,
                "sepia" => ThemeChoice::Sepia,
                "dark" => ThemeChoice::Dark,
                _ => ThemeChoice::System,
            },
            language: Language::from_code(&settings.language).unwrap_or_default(),
            line_numbers: shown(settings, LINE_NUMBERS),
            documents: shown(settings, DOCUMENTS),
            inspector: shown(settings, INSPECTOR),
            lower: shown(settings, LOWER),
            lower_tab: settings
                .extra
                .get(LOWER_TAB)
                .and_then(Value::as_str)
                .and_then(|code| LowerTab::ALL.into_iter().find(|tab| tab.code() == code))
                .unwrap_or_default(),
            suggestions: shown(settings, SUGGESTIONS),
            hidden: settings.extra.get(HIDDEN).and_then(Value::as_bool) == Some(true),
            arrows: match settings.extra.get(ARROWS).and_then(Value::as_str) {
                Some("reading_order") => ArrowKeys::ReadingOrder,
                _ => ArrowKeys::AsSeen,
            },
            warn_done: shown(settings, WARN_DONE),
            export_suggestions: settings
                .extra
                .get(EXPORT_SUGGESTIONS)
                .and_then(Value::as_bool)
                == Some(true),
            link: named(settings, LINK, &LinkedScroll::ALL, LinkedScroll::name),
            arrangement: named(settings, ARRANGEMENT, &Arrangement::ALL, Arrangement::name),
            arranged: 0,
            relations: match settings.extra.get(RELATIONS).and_then(Value::as_str) {
                Some("chosen") => RelationsShown::OfChosen,
                Some("never") => RelationsShown::Never,
                _ => RelationsShown::Always,
            },
        }
    }

    /// Writes the choices into the settings.
    pub(super) fn keep_in(self, settings: &mut Settings) {
        settings.zoom = f32::from(self.zoom_percent) / 100.0;
        match self.face {
            PageFace::Naskh => "naskh",
            PageFace::Amiri => "amiri",
            PageFace::Sans => "sans",
        }
        .clone_into(&mut settings.face);
        self.page.keep_in(settings);
        let digits = match self.digits {
            Digits::Latin => "latin",
            Digits::ArabicIndic => "arabic",
        };
        settings.extra.insert(DIGITS.to_owned(), digits.into());
        match self.theme {
            ThemeChoice::System => "",
            ThemeChoice::Light => "light",
            ThemeChoice::Sepia => "sepia",
            ThemeChoice::Dark => "dark",
        }
        .clone_into(&mut settings.theme);
        self.language.code().clone_into(&mut settings.language);
        for (name, shown) in [
            (LINE_NUMBERS, self.line_numbers),
            (DOCUMENTS, self.documents),
            (INSPECTOR, self.inspector),
            (LOWER, self.lower),
            (SUGGESTIONS, self.suggestions),
            (HIDDEN, self.hidden),
            (WARN_DONE, self.warn_done),
            (EXPORT_SUGGESTIONS, self.export_suggestions),
        ] {
            settings.extra.insert(name.to_owned(), Value::Bool(shown));
        }
        let tab = self.lower_tab.code();
        settings.extra.insert(LOWER_TAB.to_owned(), tab.into());
        let arrows = match self.arrows {
            ArrowKeys::AsSeen => "as_seen",
            ArrowKeys::ReadingOrder => "reading_order",
        };
        settings.extra.insert(ARROWS.to_owned(), arrows.into());
        let link = self.link.name();
        settings.extra.insert(LINK.to_owned(), link.into());
        let arrangement = self.arrangement.name();
        settings
            .extra
            .insert(ARRANGEMENT.to_owned(), arrangement.into());
        let relations = match self.relations {
            RelationsShown::Always => "always",
            RelationsShown::OfChosen => "chosen",
            RelationsShown::Never => "never",
        };
        settings
            .extra
            .insert(RELATIONS.to_owned(), relations.into());
    }
}

/// The choice the settings name; what they do not name is as at first.
fn named<T: Copy + Default>(
    settings: &Settings,
    field: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> T {
    let kept = settings.extra.get(field).and_then(Value::as_str);
    all.iter()
        .copied()
        .find(|choice| Some(name(*choice)) == kept)
        .unwrap_or_default()
}

/// Whether the settings show something; what they do not say is shown.
fn shown(settings: &Settings, name: &str) -> bool {
    settings
        .extra
        .get(name)
        .and_then(Value::as_bool)
        .unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_the_settings() {
        let look = Look {
            zoom_percent: 150,
            face: PageFace::Amiri,
            page: PageLook {
                fill: super::super::page_look::LineFill::Kashida,
                ..PageLook::default()
            },
            digits: Digits::ArabicIndic,
            theme: ThemeChoice::Sepia,
            language: Language::Ar,
            line_numbers: false,
            documents: false,
            inspector: true,
            lower: false,
            lower_tab: LowerTab::Claims,
            suggestions: false,
            hidden: true,
            arrows: ArrowKeys::ReadingOrder,
            warn_done: false,
            export_suggestions: true,
            link: LinkedScroll::Paragraph,
            arrangement: Arrangement::Grid,
            arranged: 0,
            relations: RelationsShown::OfChosen,
        };
        let mut settings = Settings::default();
        look.keep_in(&mut settings);
        assert_eq!(Look::from_settings(&settings), look);
    }

    #[test]
    fn nonsense_in_the_settings_is_as_at_first() {
        let settings = Settings {
            zoom: f32::NAN,
            theme: "plaid".to_owned(),
            ..Settings::default()
        };
        let look = Look::from_settings(&settings);
        assert_eq!((look.zoom_percent, look.theme), (100, ThemeChoice::System));
    }
}
