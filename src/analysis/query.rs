//! What is searched for.
//!
//! Here: a query made ready. Not here: looking for it (search).
//!
//! **Invariant:** a query never matches the empty text.

use regex::{Regex, RegexBuilder};

use crate::language::{Level, key};

/// Largest compiled expression, in bytes: a pattern such as `(a{1000}){1000}`
/// is refused instead of filling the memory.
const LARGEST_EXPRESSION: usize = 8 << 20;

/// Why something cannot be searched for.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The pattern is not a regular expression.
    #[error("this is not a regular expression; check brackets and backslashes: {reason}")]
    Expression {
        /// What the expression's reader says, in one line.
        reason: String,
    },
    /// The pattern compiles to more than we accept.
    #[error("this regular expression is too large; make its repetitions smaller")]
    TooLarge,
}

/// What is searched for, and how closely it must agree.
#[derive(Clone, Debug)]
pub struct Query {
    pub(super) what: What,
    pub(super) whole_words: bool,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    /// Words as typed, and the loosest level at which they may agree.
    Words {
        typed: String,
        level: Level,
    },
    Expression(Regex),
}

impl Query {
    /// The words `typed`, overlooking spelling as far as `level` does. Words
    /// of which that level leaves nothing (a lone vowel sign) are searched for
    /// exactly.
    pub fn plain(typed: &str, level: Level) -> Self {
        let level = if key(typed, level).is_empty() {
            Level::Exact
        } else {
            level
        };
        Self {
            what: What::Words {
                typed: typed.to_owned(),
                level,
            },
            whole_words: false,
        }
    }

    /// The words `typed`, code point by code point.
    pub fn exact(typed: &str) -> Self {
        Self::plain(typed, Level::Exact)
    }

    /// A regular expression over the text as it is written. It runs in time
    /// linear in the text; `^` and `$` are the ends of a line.
    pub fn regex(pattern: &str) -> Result<Self, QueryError> {
        let expression = RegexBuilder::new(pattern)
            .multi_line(true)
            .size_limit(LARGEST_EXPRESSION)
            .dfa_size_limit(LARGEST_EXPRESSION)
            .build()
            .map_err(|error| match error {
                regex::Error::CompiledTooBig(_) => QueryError::TooLarge,
                other => QueryError::Expression {
                    reason: in_one_line(&other.to_string()),
                },
            })?;
        Ok(Self {
            what: What::Expression(expression),
            whole_words: false,
        })
    }

    /// The same query, matching whole words only; clitics before a word do not
    /// count as part of it (قسد matches in وقسد and لـ"قسد", not in قسدها).
    #[must_use]
    pub fn whole_words(mut self, whole: bool) -> Self {
        self.whole_words = whole;
        self
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        match &self.what {
            What::Words { typed, .. } => typed.is_empty(),
            What::Expression(expression) => expression.as_str().is_empty(),
        }
    }

    /// The level of a query for words; `None` for a regular expression.
    pub fn level(&self) -> Option<Level> {
        match &self.what {
            What::Words { level, .. } => Some(*level),
            What::Expression(_) => None,
        }
    }
}

/// The last line of the reader's message says what is wrong; those before it
/// draw the place with spaces, which no proportional face keeps.
fn in_one_line(message: &str) -> String {
    let last = message
        .lines()
        .rev()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    last.trim().trim_start_matches("error:").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_that_folds_to_nothing_is_exact() {
        assert_eq!(
            Query::plain("\u{651}", Level::Letters).level(),
            Some(Level::Exact)
        );
        assert_eq!(
            Query::plain("قسد", Level::Letters).level(),
            Some(Level::Letters)
        );
        assert!(Query::plain("", Level::Loose).is_empty());
    }

    #[test]
    fn broken_and_huge_expressions_are_refused_in_one_line() {
        let broken = Query::regex("(قسد").unwrap_err().to_string();
        assert!(broken.ends_with("unclosed group"), "{broken}");
        assert_eq!(broken.lines().count(), 1);
        assert!(matches!(
            Query::regex("((a{1000}){1000}){9}"),
            Err(QueryError::TooLarge)
        ));
        assert!(Query::regex("").is_ok_and(|query| query.is_empty()));
    }
}
