//! The words the rules go by: heads, adjectives, small word classes, titles.
//!
//! Here: reading `assets/data/cues` and the questions asked of it. Not here:
//! names, and what the rules do with a cue.
//!
//! **Invariant:** every word is kept folded, without its article.

use super::Type;
use crate::language::{Level, key};
use std::collections::{HashMap, HashSet};

/// What may follow a head word and so complete a name.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, each asked for by its name"
)]
pub(super) struct Complement {
    /// A definite noun with its adjectives.
    pub(super) noun: bool,
    /// A definite noun, only if an adjective follows it.
    pub(super) noun_with_adjective: bool,
    /// A name of the lists or in quotation marks.
    pub(super) name: bool,
    /// As `name`, but it may be there by chance (إدارة ترامب).
    pub(super) loose_name: bool,
    /// A word no dictionary has.
    pub(super) new: bool,
    /// A word in Latin letters.
    pub(super) latin: bool,
    /// A name in quotation marks.
    pub(super) quoted: bool,
    /// The definite head with an adjective.
    pub(super) adjective: bool,
    /// A describing adjective does not suffice.
    pub(super) loose: bool,
    /// The name of a person.
    pub(super) person: bool,
    /// A name that is also an ordinary word will do.
    pub(super) ambiguous: bool,
}

/// A head word.
#[derive(Copy, Clone, Debug)]
pub(super) struct Head {
    pub(super) kind: Type,
    /// Whether it belongs to the span.
    pub(super) inside: bool,
    pub(super) takes: Complement,
}

/// What sort of title a word is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum TitleKind {
    Office,
    /// A military rank: a name follows.
    Rank,
    /// A profession: a title only before a name.
    Profession,
    /// A form of address.
    Honorific,
}

/// A word a title begins with.
#[derive(Copy, Clone, Debug)]
pub(super) struct TitleHead {
    pub(super) kind: TitleKind,
    pub(super) plural: bool,
    /// It is also an ordinary word.
    pub(super) ambiguous: bool,
}

/// Classes of single words, as bits.
pub(super) mod class {
    pub(in crate::entities) const ADJECTIVE: u32 = 1;
    pub(in crate::entities) const TITLE_ADJECTIVE: u32 = 1 << 1;
    pub(in crate::entities) const PORTFOLIO: u32 = 1 << 2;
    pub(in crate::entities) const LINKER: u32 = 1 << 3;
    pub(in crate::entities) const STOP: u32 = 1 << 4;
    pub(in crate::entities) const NOT_ADJECTIVE: u32 = 1 << 5;
    pub(in crate::entities) const BINDER: u32 = 1 << 6;
    pub(in crate::entities) const TWO_WORD: u32 = 1 << 7;
    pub(in crate::entities) const SPEECH: u32 = 1 << 8;
    pub(in crate::entities) const PLACE_CUE: u32 = 1 << 9;
    pub(in crate::entities) const PERSON_CUE: u32 = 1 << 10;
    pub(in crate::entities) const GENERIC: u32 = 1 << 11;
    pub(in crate::entities) const TITLE_CORE: u32 = 1 << 12;
    pub(in crate::entities) const NOT_TITLE: u32 = 1 << 13;
    pub(in crate::entities) const UNIT: u32 = 1 << 14;
    pub(in crate::entities) const FIRST_BINDER: u32 = 1 << 15;
    pub(in crate::entities) const RISKY: u32 = 1 << 16;
    pub(in crate::entities) const SOURCE_CUE: u32 = 1 << 17;
    pub(in crate::entities) const OUTSIDE: u32 = 1 << 18;
    pub(in crate::entities) const NAME_TITLE: u32 = 1 << 19;
    pub(in crate::entities) const SPORT: u32 = 1 << 20;
}

/// All cue words.
pub(super) struct Cues {
    heads: HashMap<String, Vec<Head>>,
    titles: HashMap<String, TitleHead>,
    classes: HashMap<String, u32>,
    /// First words of titles of more than one word.
    title_phrases: HashSet<String>,
}

const HEADS: &str = include_str!("../../assets/data/cues/heads.tsv");
const WORDS: &str = include_str!("../../assets/data/cues/words.tsv");
const TITLES: &str = include_str!("../../assets/data/cues/titles.tsv");

impl Cues {
    pub(super) fn bundled() -> Self {
        let mut cues = Self {
            heads: HashMap::new(),
            titles: HashMap::new(),
            classes: HashMap::new(),
            title_phrases: HashSet::new(),
        };
        rows(HEADS).for_each(|row| cues.add_head(&row));
        rows(WORDS).for_each(|row| cues.add_class(&row));
        rows(TITLES).for_each(|row| cues.add_title(&row));
        cues
    }

    /// What a word, folded and without article, begins as a head.
    pub(super) fn heads(&self, bare: &str) -> &[Head] {
        self.heads.get(bare).map_or(&[], Vec::as_slice)
    }

    /// The title a word, or words joined by spaces, begins.
    pub(super) fn title(&self, bare: &str) -> Option<TitleHead> {
        self.titles.get(bare).copied()
    }

    /// Whether a title of more than one word may begin with this one.
    pub(super) fn begins_title_phrase(&self, bare: &str) -> bool {
        self.title_phrases.contains(bare)
    }

    /// The classes of a word, as bits of [`class`].
    pub(super) fn classes(&self, bare: &str) -> u32 {
        self.classes.get(bare).copied().unwrap_or(0)
    }

    fn add_head(&mut self, row: &[&str]) {
        let [head, kind, place, follows, ..] = row else {
            return;
        };
        let Some(kind) = Type::from_code(kind) else {
            return;
        };
        let has = |what: &str| follows.split(' ').any(|word| word == what);
        let head_of = Head {
            kind,
            inside: *place == "in",
            takes: Complement {
                noun: has("noun"),
                noun_with_adjective: has("noun-adjective"),
                name: has("name"),
                loose_name: has("name-loose"),
                new: has("new"),
                latin: has("latin"),
                quoted: has("quoted") || has("name"),
                adjective: has("adjective"),
                loose: has("loose"),
                person: has("person"),
                ambiguous: *place == "out" || !matches!(kind, Type::Organisation),
            },
        };
        self.heads
            .entry(key(head, Level::Letters))
            .or_default()
            .push(head_of);
    }

    fn add_class(&mut self, row: &[&str]) {
        let [name, words, ..] = row else { return };
        let bit = match *name {
            "adjective" => class::ADJECTIVE,
            "title-adjective" => class::TITLE_ADJECTIVE,
            "portfolio" => class::PORTFOLIO,
            "linker" => class::LINKER,
            "stop" => class::STOP,
            "not-adjective" => class::NOT_ADJECTIVE,
            "binder" => class::BINDER,
            "two-word" => class::TWO_WORD,
            "speech" => class::SPEECH,
            "place-cue" => class::PLACE_CUE,
            "person-cue" => class::PERSON_CUE,
            "generic" => class::GENERIC,
            "title-core" => class::TITLE_CORE,
            "not-title" => class::NOT_TITLE,
            "unit" => class::UNIT,
            "first-binder" => class::FIRST_BINDER,
            "risky" => class::RISKY,
            "source-cue" => class::SOURCE_CUE,
            "outside" => class::OUTSIDE,
            "name-title" => class::NAME_TITLE,
            "sport" => class::SPORT,
            _ => return,
        };
        for word in words.split(' ') {
            *self.classes.entry(key(word, Level::Letters)).or_default() |= bit;
        }
    }

    /// `id, masculine, feminine, plural, english, kind, follows`.
    fn add_title(&mut self, row: &[&str]) {
        let [_, masculine, feminine, plural, _, kind, follows, ..] = row else {
            return;
        };
        let kind = match (*kind, *follows) {
            (_, "honorific") | ("honorific", _) => TitleKind::Honorific,
            (_, "rank") => TitleKind::Rank,
            ("professional" | "media" | "sport", _) => TitleKind::Profession,
            _ => TitleKind::Office,
        };
        for (forms, plural) in [(masculine, false), (feminine, false), (plural, true)] {
            for form in forms.split('|').filter(|form| !form.trim().is_empty()) {
                let ambiguous = form.trim().ends_with('?');
                let folded = key(form.trim().trim_end_matches('?'), Level::Letters);
                let bare = without_article(&folded).to_owned();
                // أب, أم: too short to tell from other words.
                if bare.chars().count() < 3 {
                    continue;
                }
                if let Some((first, _)) = bare.split_once(' ') {
                    self.title_phrases.insert(first.to_owned());
                }
                self.titles.entry(bare).or_insert(TitleHead {
                    kind,
                    plural,
                    ambiguous,
                });
            }
        }
    }
}

/// The data rows of a table: no comments, no empty lines, split at tabs.
pub(super) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').collect())
}

/// A folded word without its article, when enough of it is left.
pub(super) fn without_article(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 2 => rest,
        _ => word,
    }
}
