//! How the page is set: distance of lines, width of the column, what fills a
//! line, space between paragraphs. Choices of a person for the whole program;
//! nothing of it is in a project.

use serde_json::{Map, Value};

use crate::store::Settings;

/// The distance of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leading {
    /// As little as letters without stacked marks need.
    Tight,
    /// As in print.
    #[default]
    Normal,
    /// With room for notes of one's own.
    Loose,
}

impl Leading {
    /// Times the type size.
    pub fn factor(self) -> f32 {
        match self {
            Self::Tight => 1.6,
            Self::Normal => 1.9,
            Self::Loose => 2.3,
        }
    }
}

/// The width of the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// This many letters of average width, where the pane is wide enough.
    Letters(u8),
    /// All of the pane.
    Full,
}

impl Default for Measure {
    fn default() -> Self {
        Self::Letters(75)
    }
}

impl Measure {
    /// The columns to choose from, narrow to wide, in letters.
    pub const STEPS: [u8; 6] = [45, 55, 65, 75, 85, 90];

    /// The next narrower or wider choice; `None` at the ends.
    pub fn step(self, wider: bool) -> Option<Self> {
        match (self, wider) {
            (Self::Full, true) => None,
            (Self::Full, false) => Some(Self::Letters(90)),
            (Self::Letters(now), true) => Some(
                Self::STEPS
                    .into_iter()
                    .find(|step| *step > now)
                    .map_or(Self::Full, Self::Letters),
            ),
            (Self::Letters(now), false) => Self::STEPS
                .into_iter()
                .rev()
                .find(|step| *step < now)
                .map(Self::Letters),
        }
    }
}

/// What is done with the end of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineFill {
    /// Nothing: lines end where their words end.
    #[default]
    Ragged,
    /// Lines are filled by wider spaces.
    Spaces,
    /// Lines are filled by long joins between letters, and spaces.
    Kashida,
}

/// The space between paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphSpace {
    /// None.
    None,
    /// A little.
    #[default]
    Small,
    /// Half a line.
    Half,
}

impl ParagraphSpace {
    /// Parts of a line.
    pub fn lines(self) -> f32 {
        match self {
            Self::None => 0.0,
            Self::Small => 0.1,
            Self::Half => 0.5,
        }
    }
}

/// How the page is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageLook {
    /// The distance of lines.
    pub leading: Leading,
    /// The width of the column.
    pub measure: Measure,
    /// What is done with the end of a line.
    pub fill: LineFill,
    /// The space between paragraphs.
    pub paragraphs: ParagraphSpace,
}

/// Its place in the settings file, and the names there.
const PAGE: &str = "page";
const LEADING: &str = "line_height";
const MEASURE: &str = "measure";
const FILL: &str = "justification";
const PARAGRAPHS: &str = "paragraph_space";

/// The names of choices in the settings file.
const LEADINGS: [(&str, Leading); 3] = [
    ("tight", Leading::Tight),
    ("normal", Leading::Normal),
    ("loose", Leading::Loose),
];
const FILLS: [(&str, LineFill); 3] = [
    ("ragged", LineFill::Ragged),
    ("spaces", LineFill::Spaces),
    ("kashida", LineFill::Kashida),
];
const SPACES: [(&str, ParagraphSpace); 3] = [
    ("none", ParagraphSpace::None),
    ("small", ParagraphSpace::Small),
    ("half", ParagraphSpace::Half),
];

fn named<T: Copy + Default>(names: &[(&str, T)], value: Option<&Value>) -> T {
    let name = value.and_then(Value::as_str);
    names
        .iter()
        .find(|(known, _)| Some(*known) == name)
        .map_or_else(T::default, |(_, choice)| *choice)
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], choice: &T) -> &'static str {
    names
        .iter()
        .find(|(_, known)| known == choice)
        .map_or("", |(name, _)| name)
}

impl PageLook {
    /// What the settings file says; what it says wrongly is as at first.
    pub(super) fn from_settings(settings: &Settings) -> Self {
        let nothing = Map::new();
        let page = settings
            .extra
            .get(PAGE)
            .and_then(Value::as_object)
            .unwrap_or(&nothing);
        let measure = match page.get(MEASURE) {
            Some(Value::String(full)) if full == "full" => Measure::Full,
            Some(letters) => letters
                .as_u64()
                .and_then(|letters| u8::try_from(letters).ok())
                .filter(|letters| (45..=90).contains(letters))
                .map_or_else(Measure::default, Measure::Letters),
            None => Measure::default(),
        };
        Self {
            leading: named(&LEADINGS, page.get(LEADING)),
            measure,
            fill: named(&FILLS, page.get(FILL)),
            paragraphs: named(&SPACES, page.get(PARAGRAPHS)),
        }
    }

    /// Writes the choices into the settings, beside what a newer version has
    /// there.
    pub(super) fn keep_in(self, settings: &mut Settings) {
        let page = settings
            .extra
            .entry(PAGE)
            .or_insert_with(|| Value::Object(Map::new()));
        if !page.is_object() {
            *page = Value::Object(Map::new());
        }
        let Some(page) = page.as_object_mut() else {
            return;
        };
        let measure = match self.measure {
            Measure::Letters(letters) => Value::from(letters),
            Measure::Full => Value::from("full"),
        };
        page.insert(MEASURE.to_owned(), measure);
        for (name, value) in [
            (LEADING, name_of(&LEADINGS, &self.leading)),
            (FILL, name_of(&FILLS, &self.fill)),
            (PARAGRAPHS, name_of(&SPACES, &self.paragraphs)),
        ] {
            page.insert(name.to_owned(), value.into());
        }
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not there"
)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_the_settings_and_so_do_fields_of_newer_versions() {
        let look = PageLook {
            leading: Leading::Loose,
            measure: Measure::Full,
            fill: LineFill::Kashida,
            paragraphs: ParagraphSpace::Half,
        };
        let mut settings = Settings::default();
        let newer = serde_json::json!({"margin_notes": 3, "measure": "wide"});
        settings.extra.insert(PAGE.to_owned(), newer);
        assert_eq!(PageLook::from_settings(&settings), PageLook::default());
        look.keep_in(&mut settings);
        assert_eq!(PageLook::from_settings(&settings), look);
        assert_eq!(settings.extra[PAGE]["margin_notes"], 3);
        settings.extra.insert(PAGE.to_owned(), Value::from(7));
        look.keep_in(&mut settings);
        assert_eq!(PageLook::from_settings(&settings), look);
    }

    #[test]
    fn measures_go_step_by_step() {
        let mut measure = Measure::Letters(45);
        assert_eq!(measure.step(false), None);
        let mut seen = 1;
        while let Some(wider) = measure.step(true) {
            assert_eq!(wider.step(false), Some(measure));
            measure = wider;
            seen += 1;
        }
        assert_eq!((measure, seen), (Measure::Full, Measure::STEPS.len() + 1));
        assert_eq!(Measure::Letters(60).step(true), Some(Measure::Letters(65)));
    }
}
