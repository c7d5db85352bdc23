//! Identifiers that others gave to things: how they are typed, and whether
//! they can be right.
//!
//! Lives here: authority and identifier from what a person typed or pasted,
//! an address of a page among them. Nothing is looked up: the network is never
//! asked.
//!
//! **Invariant:** what is understood is written in one way only, so that two
//! entities with one identifier are found.

use std::fmt::Write as _;

/// An outside identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identifier {
    /// Who gave it, in small letters: `wikidata`.
    pub authority: String,
    /// The identifier: `Q42`.
    pub value: String,
}

/// Why something typed is no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadIdentifier {
    /// Nothing, or no authority before the colon.
    Empty,
    /// It has not the form that identifiers of this authority have.
    Shape(Authority),
    /// It holds a space or a sign that no identifier has.
    Signs,
}

/// An authority whose identifiers have a known form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// Wikidata: `Q42`.
    Wikidata,
    /// `GeoNames`: digits.
    GeoNames,
    /// VIAF: digits.
    Viaf,
    /// ISNI: 16 digits, the last may be X.
    Isni,
    /// ORCID: four groups of four digits.
    Orcid,
    /// ISO 3166-1: two letters.
    Country,
}

impl Authority {
    const ALL: [Self; 6] = [
        Self::Wikidata,
        Self::GeoNames,
        Self::Viaf,
        Self::Isni,
        Self::Orcid,
        Self::Country,
    ];

    /// Its name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Wikidata => "wikidata",
            Self::GeoNames => "geonames",
            Self::Viaf => "viaf",
            Self::Isni => "isni",
            Self::Orcid => "orcid",
            Self::Country => "iso3166",
        }
    }

    /// An identifier as it looks.
    pub fn example(self) -> &'static str {
        match self {
            Self::Wikidata => "Q42",
            Self::GeoNames => "170654",
            Self::Viaf => "113230702",
            Self::Isni => "0000000121032683",
            Self::Orcid => "0000-0002-1825-0097",
            Self::Country => "SY",
        }
    }

    fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The identifier in its one form, if it can be one.
    fn value(self, typed: &str) -> Option<String> {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        match self {
            Self::Wikidata => {
                let number = typed.strip_prefix(['Q', 'q'])?;
                (digits(number) && !number.starts_with('0') && number.len() <= 12)
                    .then(|| format!("Q{number}"))
            }
            Self::GeoNames | Self::Viaf => {
                (digits(typed) && typed.len() <= 24).then(|| typed.to_owned())
            }
            Self::Isni | Self::Orcid => {
                let plain: String = typed
                    .chars()
                    .filter(|c| !matches!(c, '-' | ' '))
                    .collect::<String>()
                    .to_ascii_uppercase();
                let (number, last) = plain.split_at_checked(15)?;
                let fits = digits(number) && (last == "X" || (last.len() == 1 && digits(last)));
                if !fits {
                    return None;
                }
                if self == Self::Isni {
                    return Some(plain);
                }
                let mut grouped = String::new();
                for (place, c) in plain.chars().enumerate() {
                    if place > 0 && place % 4 == 0 {
                        grouped.push('-');
                    }
                    let _ = grouped.write_char(c);
                }
                Some(grouped)
            }
            Self::Country => (typed.len() == 2 && typed.bytes().all(|b| b.is_ascii_alphabetic()))
                .then(|| typed.to_ascii_uppercase()),
        }
    }
}

/// Pages of authorities, and what stands before the identifier in them.
const PAGES: [(&str, Authority); 8] = [
    ("wikidata.org/wiki/", Authority::Wikidata),
    ("wikidata.org/entity/", Authority::Wikidata),
    ("geonames.org/", Authority::GeoNames),
    ("viaf.org/viaf/", Authority::Viaf),
    ("viaf.org/", Authority::Viaf),
    ("isni.org/isni/", Authority::Isni),
    ("isni.org/", Authority::Isni),
    ("orcid.org/", Authority::Orcid),
];

impl Identifier {
    /// What was typed: `Q42`, `geonames:170654`, `authority:value`, or the
    /// address of a page of a known authority.
    pub fn read(typed: &str) -> Result<Self, BadIdentifier> {
        let typed: String = typed
            .chars()
            .filter(|c| !crate::language::letters::is_invisible(*c))
            .collect();
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(BadIdentifier::Empty);
        }
        for (page, authority) in PAGES {
            if let Some((_, rest)) = typed.split_once(page) {
                let value = rest.split(['/', '?', '#']).next().unwrap_or_default();
                return Self::of(authority, value);
            }
        }
        let (authority, value) = match typed.split_once(':') {
            Some((authority, value)) => (authority.trim().to_lowercase(), value.trim()),
            None if Authority::Wikidata.value(typed).is_some() => {
                (Authority::Wikidata.code().to_owned(), typed)
            }
            None => return Err(BadIdentifier::Empty),
        };
        if authority.is_empty() || value.is_empty() {
            return Err(BadIdentifier::Empty);
        }
        match Authority::of(&authority) {
            Some(known) => Self::of(known, value),
            None if authority.contains(is_no_sign) || value.contains(is_no_sign) => {
                Err(BadIdentifier::Signs)
            }
            None => Ok(Self {
                authority,
                value: value.to_owned(),
            }),
        }
    }

    fn of(authority: Authority, value: &str) -> Result<Self, BadIdentifier> {
        let value = authority
            .value(value)
            .ok_or(BadIdentifier::Shape(authority))?;
        Ok(Self {
            authority: authority.code().to_owned(),
            value,
        })
    }
}

fn is_no_sign(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_an_identifier_has_one_form() {
        for (typed, authority, value) in [
            ("Q42", "wikidata", "Q42"),
            (" q42 ", "wikidata", "Q42"),
            ("\u{200f}Q42\u{200e}", "wikidata", "Q42"),
            ("Wikidata: Q42", "wikidata", "Q42"),
            (
                "https://www.wikidata.org/wiki/Q42#claims",
                "wikidata",
                "Q42",
            ),
            (
                "https://www.geonames.org/170654/damascus.html",
                "geonames",
                "170654",
            ),
            ("viaf:113230702", "viaf", "113230702"),
            ("isni:0000 0001 2103 2683", "isni", "0000000121032683"),
            (
                "https://orcid.org/0000-0002-1825-009x",
                "orcid",
                "0000-0002-1825-009X",
            ),
            ("iso3166:sy", "iso3166", "SY"),
            ("ourlist:قسد-7", "ourlist", "قسد-7"),
        ] {
            let read = Identifier::read(typed);
            let expected = Identifier {
                authority: authority.to_owned(),
                value: value.to_owned(),
            };
            assert_eq!(read, Ok(expected), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_one_is_refused_with_the_reason() {
        use BadIdentifier::{Empty, Shape, Signs};
        for (typed, why) in [
            ("", Empty),
            ("  ", Empty),
            ("42", Empty),
            (":42", Empty),
            ("wikidata:", Empty),
            ("wikidata:42", Shape(Authority::Wikidata)),
            ("Q0", Empty),
            ("geonames:Damascus", Shape(Authority::GeoNames)),
            ("isni:12", Shape(Authority::Isni)),
            ("orcid:ابجد", Shape(Authority::Orcid)),
            (
                "https://www.wikidata.org/wiki/Damascus",
                Shape(Authority::Wikidata),
            ),
            ("our list:7", Signs),
            ("ourlist:7 8", Signs),
        ] {
            assert_eq!(Identifier::read(typed), Err(why), "{typed}");
        }
    }
}
