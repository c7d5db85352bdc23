//! What a suggestion can be, and where it can come from.

use crate::model::Id;
use std::fmt;

/// What a suggested span names.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Type {
    /// A human being.
    Person,
    /// A state body, party, company, medium, club, international body.
    Organisation,
    /// An armed, militant or hacker group, or a religious movement.
    Group,
    /// A country, region, settlement, river, mountain.
    Place,
    /// A building or site: prison, camp, airport, crossing, field.
    Facility,
    /// A nationality, an ethnic or religious belonging.
    People,
    /// A calendar date or relative date.
    Date,
    /// A numeral with its unit.
    Number,
    /// An office, rank or profession that stands for or before a person.
    Title,
    /// A named war, operation, conference, tournament.
    Event,
    /// A weapon, by model or class.
    Weapon,
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
}

impl Type {
    /// All types.
    pub const ALL: [Self; 13] = [
        Self::Person,
        Self::Organisation,
        Self::Group,
        Self::Place,
        Self::Facility,
        Self::People,
        Self::Date,
        Self::Number,
        Self::Title,
        Self::Event,
        Self::Weapon,
        Self::Email,
        Self::Url,
    ];

    /// The label in data files and on the command line (`PERSON`, `LOC`, …).
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Organisation => "ORG",
            Self::Group => "GROUP",
            Self::Place => "LOC",
            Self::Facility => "FAC",
            Self::People => "NORP",
            Self::Date => "DATE",
            Self::Number => "NUMBER",
            Self::Title => "TITLE",
            Self::Event => "EVENT",
            Self::Weapon => "WEAPON",
            Self::Email => "EMAIL",
            Self::Url => "URL",
        }
    }

    /// The type of a label, as [`code`](Self::code) writes it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is a value or a role and names no thing of its own.
    pub fn is_value(self) -> bool {
        matches!(
            self,
            Self::Date | Self::Number | Self::Title | Self::Email | Self::Url
        )
    }

    /// The id of the tag of the default tag set that marks of this type carry.
    pub fn tag_id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::Place => "place",
            Self::Facility => "facility",
            Self::People => "people",
            Self::Date => "date",
            Self::Number => "number",
            Self::Title => "title",
            Self::Event => "event",
            Self::Weapon => "weapon",
            Self::Email | Self::Url => "address",
        }
    }

    /// The type of marks with this tag; of e-mail and web addresses the first.
    pub fn from_tag(tag: &Id) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.tag_id() == tag.as_str())
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Where a suggestion comes from, the most trusted first.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Source {
    /// What the analysts of this project have accepted.
    Learned,
    /// A list of names written by hand, or the user's own.
    List,
    /// A pattern: dates, numbers, addresses.
    Pattern,
    /// The gazetteer.
    Place,
    /// An adjective of nationality or belonging.
    Nisba,
    /// A name that stands in full elsewhere in the document.
    Propagated,
    /// A head or cue word before it.
    Cue,
    /// A small place of the gazetteer, whose name may be another word or name.
    SmallPlace,
    /// Words after a title.
    NameAfterTitle,
    /// A run of words that are names.
    NameSequence,
    /// Unknown words after a verb of speech or before a title.
    SpeechVerb,
}

impl Source {
    /// How far suggestions of this source are right, from 0 to 1, rounded from
    /// what was measured on texts of our own (tests/fixtures/entities).
    pub fn confidence(self) -> f32 {
        match self {
            Self::Learned => 0.99,
            Self::List | Self::Place | Self::Nisba => 0.96,
            Self::Pattern => 0.97,
            Self::Propagated | Self::Cue => 0.93,
            Self::NameAfterTitle | Self::NameSequence => 0.8,
            Self::SmallPlace => 0.7,
            Self::SpeechVerb => 0.6,
        }
    }

    /// Whether suggestions of this source are sure enough to be shown solid.
    pub fn is_solid(self) -> bool {
        self <= Self::Cue
    }

    /// The name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Learned => "learned",
            Self::List => "list",
            Self::Place => "place",
            Self::SmallPlace => "small-place",
            Self::Pattern => "pattern",
            Self::Nisba => "nisba",
            Self::Propagated => "propagated",
            Self::Cue => "cue",
            Self::NameAfterTitle => "name-after-title",
            Self::NameSequence => "name-sequence",
            Self::SpeechVerb => "speech-verb",
        }
    }
}
