//! What a tag asks of its marks beside the tag itself: attributes with a kind
//! of value, and how marks may lie on one another.
//!
//! Here: the questions and whether an answer fits. Not here: who asks
//! (command) and where an unfit answer is shown (ui).
//!
//! **Invariant:** nothing here changes or drops a value that does not fit;
//! it says why it does not.

use super::{Extra, Id};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A question every mark of a tag can answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Attribute {
    /// The name its values are stored under, unique within the tag.
    pub id: String,
    /// What it is called, by language code (`en`, `ar`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
    /// What kind of answer it takes.
    pub value: AttributeKind,
    /// Whether a mark without an answer is unfinished.
    #[serde(default, skip_serializing_if = "super::document::is_false")]
    pub required: bool,
    /// The answer a new mark starts with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// How to answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A kind of answer. How values are stored: text, choices (their ids) and
/// dates as strings, several choices as a list of strings, numbers and
/// yes/no as JSON has them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AttributeKind {
    /// Free text in any script.
    Text,
    /// Exactly one of the choices.
    OneOf {
        /// What can be chosen, in order.
        choices: Vec<Choice>,
    },
    /// Any number of the choices.
    SomeOf {
        /// What can be chosen, in order.
        choices: Vec<Choice>,
    },
    /// A number.
    Number {
        /// The smallest that is allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        least: Option<f64>,
        /// The largest that is allowed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<f64>,
    },
    /// Yes or no.
    YesNo,
    /// A day, month or year, as ISO 8601 writes them: `2019-10-12`,
    /// `2019-10`, `2019`.
    Date,
}

/// One of the answers of a choice.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Choice {
    /// What is stored.
    pub id: String,
    /// What it is called, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
}

/// How marks of a tag (and of the tags below it) by one annotator may lie on
/// one another.
#[derive(
    Copy,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Overlap {
    /// As they like.
    #[default]
    Allow,
    /// One inside the other, or apart; never crossing.
    Nest,
    /// Apart.
    Forbid,
}

/// Which marks a relation may connect; empty lists allow all.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Ends {
    /// Tags of the mark it starts at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Id>,
    /// Tags of the mark it leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Id>,
    /// Whether the two ends say the same (married to), so that the arc has
    /// no arrow.
    #[serde(default, skip_serializing_if = "super::document::is_false")]
    pub symmetric: bool,
}

/// Why a value does not answer an attribute.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum Unfit {
    /// Another kind of value.
    #[error("this is not a value of that kind")]
    WrongKind,
    /// A choice that is not offered.
    #[error("“{0}” is not among the choices")]
    NotOffered(String),
    /// The same choice twice.
    #[error("“{0}” is chosen twice")]
    Twice(String),
    /// A number below the smallest allowed.
    #[error("the number is below {0}")]
    TooSmall(f64),
    /// A number above the largest allowed.
    #[error("the number is above {0}")]
    TooLarge(f64),
    /// A date that no calendar has.
    #[error("“{0}” is no date; write year, year-month or year-month-day")]
    NoDate(String),
    /// A required answer is missing.
    #[error("an answer is required")]
    Missing,
}

impl Attribute {
    /// An attribute of this kind, not required, without default.
    pub fn new(id: impl Into<String>, value: AttributeKind) -> Self {
        Self {
            id: id.into(),
            names: BTreeMap::new(),
            value,
            required: false,
            default: None,
            description: String::new(),
            extra: Extra::new(),
        }
    }

    /// The name in a language, else in English, else in any, else the id.
    pub fn name(&self, language: &str) -> &str {
        named(&self.names, language, &self.id)
    }

    /// Whether `value` answers it; no value at all is an answer where none
    /// is required.
    pub fn accepts(&self, value: Option<&Value>) -> Result<(), Unfit> {
        match value {
            None | Some(Value::Null) if self.required => Err(Unfit::Missing),
            None | Some(Value::Null) => Ok(()),
            Some(value) if self.required && is_blank(value) => Err(Unfit::Missing),
            Some(value) => self.value.accepts(value),
        }
    }
}

impl Choice {
    /// A choice without names of its own.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            names: BTreeMap::new(),
        }
    }

    /// The name in a language, else in English, else in any, else the id.
    pub fn name(&self, language: &str) -> &str {
        named(&self.names, language, &self.id)
    }
}

impl AttributeKind {
    /// Whether a value is one of this kind.
    pub fn accepts(&self, value: &Value) -> Result<(), Unfit> {
        match (self, value) {
            (Self::Text, Value::String(_)) | (Self::YesNo, Value::Bool(_)) => Ok(()),
            (Self::OneOf { choices }, Value::String(chosen)) => offered(choices, chosen),
            (Self::SomeOf { choices }, Value::Array(chosen)) => {
                for (index, one) in chosen.iter().enumerate() {
                    let Value::String(id) = one else {
                        return Err(Unfit::WrongKind);
                    };
                    offered(choices, id)?;
                    if chosen.iter().take(index).any(|other| other == one) {
                        return Err(Unfit::Twice(id.clone()));
                    }
                }
                Ok(())
            }
            (Self::Number { least, most }, Value::Number(number)) => {
                let number = number.as_f64().ok_or(Unfit::WrongKind)?;
                match (least, most) {
                    (Some(least), _) if number < *least => Err(Unfit::TooSmall(*least)),
                    (_, Some(most)) if number > *most => Err(Unfit::TooLarge(*most)),
                    _ => Ok(()),
                }
            }
            (Self::Date, Value::String(date)) => {
                if is_date(date) {
                    Ok(())
                } else {
                    Err(Unfit::NoDate(date.clone()))
                }
            }
            _ => Err(Unfit::WrongKind),
        }
    }
}

impl Overlap {
    /// Whether two stretches (bytes, end exclusive) may lie so.
    pub fn allows(self, a: super::Span, b: super::Span) -> bool {
        let apart = !a.overlaps(b);
        let within = |inner: super::Span, outer: super::Span| {
            outer.start <= inner.start && inner.end <= outer.end
        };
        match self {
            Self::Allow => true,
            Self::Nest => apart || within(a, b) || within(b, a),
            Self::Forbid => apart,
        }
    }
}

fn named<'a>(names: &'a BTreeMap<String, String>, language: &str, id: &'a str) -> &'a str {
    names
        .get(language)
        .or_else(|| names.get("en"))
        .or_else(|| names.values().next())
        .map_or(id, String::as_str)
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

fn offered(choices: &[Choice], id: &str) -> Result<(), Unfit> {
    if choices.iter().any(|choice| choice.id == id) {
        Ok(())
    } else {
        Err(Unfit::NotOffered(id.to_owned()))
    }
}

/// A year of four digits, with a month, with a day.
fn is_date(text: &str) -> bool {
    let mut whole = text.to_owned();
    match text.len() {
        4 => whole.push_str("-01-01"),
        7 => whole.push_str("-01"),
        _ => {}
    }
    whole.len() == 10 && whole.parse::<jiff::civil::Date>().is_ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod tests {
    use super::*;
    use crate::model::Span;
    use serde_json::json;

    fn choices() -> Vec<Choice> {
        ["خبر", "رأي"].map(Choice::new).into()
    }

    #[test]
    fn values_fit_or_say_why_not() {
        let one = AttributeKind::OneOf { choices: choices() };
        assert_eq!(one.accepts(&json!("رأي")), Ok(()));
        assert_eq!(
            one.accepts(&json!("x")),
            Err(Unfit::NotOffered("x".to_owned()))
        );
        assert_eq!(one.accepts(&json!(3)), Err(Unfit::WrongKind));
        let some = AttributeKind::SomeOf { choices: choices() };
        assert_eq!(some.accepts(&json!([])), Ok(()));
        assert_eq!(some.accepts(&json!(["رأي", "خبر"])), Ok(()));
        assert_eq!(
            some.accepts(&json!(["رأي", "رأي"])),
            Err(Unfit::Twice("رأي".to_owned()))
        );
        let number = AttributeKind::Number {
            least: Some(0.0),
            most: Some(10.0),
        };
        assert_eq!(number.accepts(&json!(10)), Ok(()));
        assert_eq!(number.accepts(&json!(-0.5)), Err(Unfit::TooSmall(0.0)));
        assert_eq!(number.accepts(&json!(11)), Err(Unfit::TooLarge(10.0)));
        for good in ["2019", "2019-10", "2019-10-12", "2020-02-29"] {
            assert_eq!(AttributeKind::Date.accepts(&json!(good)), Ok(()), "{good}");
        }
        for bad in [
            "2019-13",
            "2019-02-29",
            "12/10/2019",
            "",
            "abcd",
            "2019-1-1",
        ] {
            assert!(AttributeKind::Date.accepts(&json!(bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_required_answer_may_not_be_blank() {
        let mut attribute = Attribute::new("why", AttributeKind::Text);
        assert_eq!(attribute.accepts(None), Ok(()));
        attribute.required = true;
        assert_eq!(attribute.accepts(None), Err(Unfit::Missing));
        assert_eq!(attribute.accepts(Some(&json!("  "))), Err(Unfit::Missing));
        assert_eq!(attribute.accepts(Some(&json!("لأن"))), Ok(()));
    }

    #[test]
    fn stretches_cross_nest_or_stand_apart() {
        let (a, crossing, inner, apart) = (
            Span::new(0, 5),
            Span::new(3, 8),
            Span::new(1, 4),
            Span::new(5, 8),
        );
        assert!(Overlap::Allow.allows(a, crossing));
        assert!(!Overlap::Nest.allows(a, crossing));
        assert!(Overlap::Nest.allows(a, inner) && Overlap::Nest.allows(inner, a));
        assert!(!Overlap::Forbid.allows(a, inner));
        assert!(Overlap::Forbid.allows(a, apart));
    }

    #[test]
    fn an_attribute_reads_as_it_is_written() {
        let mut attribute = Attribute::new("kind", AttributeKind::OneOf { choices: choices() });
        attribute.names.insert("ar".to_owned(), "النوع".to_owned());
        attribute.default = Some(json!("خبر"));
        let written = serde_json::to_value(&attribute).unwrap();
        assert_eq!(written["value"]["kind"], "one_of");
        assert_eq!(
            serde_json::from_value::<Attribute>(written).unwrap(),
            attribute
        );
        assert_eq!(attribute.name("fr"), "النوع");
    }
}
