//! What is looked for: one name, or several names of one thing.
//!
//! **Invariant:** no name is empty, and no two fold to the same.

use crate::entities::learned::key_of;
use crate::language::letters::{is_double_quote, is_invisible, is_space};
use crate::language::{Level, key, words};

use super::pattern::Pattern;

/// Most letters of a name in Latin capitals that is taken for an acronym, and
/// found in capitals only: IS is not is.
const LONGEST_ACRONYM: usize = 6;

/// Names made ready to be looked for.
#[derive(Clone, Debug)]
pub struct Names {
    pub(super) all: Vec<Name>,
    pub(super) level: Level,
    pub(super) clitics: bool,
}

/// One name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) typed: String,
    /// It without signs, folded.
    own: String,
    /// What it folds to at each level that is looked at.
    pub(super) patterns: Vec<(Level, Pattern)>,
    /// More than one word: the others vouch for a doubtful first one.
    pub(super) is_phrase: bool,
    /// No letter and no digit: found wherever it stands.
    pub(super) is_sign: bool,
    pub(super) is_acronym: bool,
}

impl Names {
    /// Names that are looked for at a level, and with `clitics` also behind
    /// them. Spaces and quotation marks around a name are no part of it; what
    /// is empty or the same as one before is left out.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>, level: Level, clitics: bool) -> Self {
        let mut all: Vec<Name> = Vec::new();
        let mut keys: Vec<String> = Vec::new();
        for typed in names {
            let typed = trimmed(typed);
            let own = key(typed, level);
            if typed.is_empty() || keys.contains(&own) {
                continue;
            }
            keys.push(own);
            all.push(Name::new(typed, level));
        }
        Self {
            all,
            level,
            clitics,
        }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many names are looked for.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The name with this number.
    pub fn get(&self, index: usize) -> Option<&str> {
        self.all.get(index).map(|name| name.typed.as_str())
    }

    /// How closely spelling must agree.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Whether some marked words, as they stand, are one of the names.
    pub fn names(&self, words: &str) -> bool {
        let words = trimmed(words);
        if self.level == Level::Exact {
            return self.all.iter().any(|name| name.typed == words);
        }
        let own = key_of(&key(words, self.level));
        self.all.iter().any(|name| name.own == own)
    }
}

impl Name {
    fn new(typed: &str, level: Level) -> Self {
        // What a loose spelling hides (الله in عبد الله), a stricter one has.
        let levels: &[Level] = match level {
            Level::Exact => &[Level::Exact],
            Level::Marks => &[Level::Marks],
            Level::Letters => &[Level::Letters],
            Level::Loose => &[Level::Letters, Level::Loose],
        };
        let letters = || typed.chars().filter(|c| c.is_alphabetic());
        let acronym = letters().count() > 1
            && letters().count() <= LONGEST_ACRONYM
            && letters().all(char::is_uppercase);
        let count = words(typed).take(2).count();
        Self {
            typed: typed.to_owned(),
            own: key_of(&key(typed, level)),
            patterns: levels
                .iter()
                .map(|level| (*level, Pattern::new(typed, *level)))
                .collect(),
            is_phrase: count > 1,
            is_sign: count == 0,
            is_acronym: acronym,
        }
    }
}

/// Without the spaces, quotation marks and signs that are not seen around it.
fn trimmed(words: &str) -> &str {
    let outside =
        |c: char| is_space(c) || c.is_whitespace() || is_double_quote(c) || is_invisible(c);
    let inner = words.trim_matches(outside);
    if inner.is_empty() {
        words.trim()
    } else {
        inner
    }
}
