//! How well a name fits what was typed.

use std::sync::Arc;

use super::name_key;

/// What was typed, folded.
#[derive(Debug)]
pub(super) struct Query {
    whole: String,
    words: Vec<String>,
}

/// How well something fits; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Its key, or the name itself.
    Whole,
    /// The name begins so.
    Start,
    /// All words begin words of the name, the first its first.
    FirstWords,
    /// All words begin words of the name.
    Words,
    /// The name holds all words.
    Inside,
    /// The names above it in the tree help to hold them.
    Around,
}

impl Query {
    pub(super) fn new(typed: &str) -> Self {
        let whole = name_key(typed);
        let words = whole.split_whitespace().map(str::to_owned).collect();
        Self { whole, words }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What was typed, if it is a single letter or sign.
    pub(super) fn letter(&self) -> Option<&str> {
        (self.whole.chars().count() == 1).then_some(self.whole.as_str())
    }

    /// How well a folded name fits.
    pub(super) fn fit(&self, name: &str) -> Option<Fit> {
        if name == self.whole {
            return Some(Fit::Whole);
        }
        if name.starts_with(&self.whole) || bare(name).starts_with(&self.whole) {
            return Some(Fit::Start);
        }
        let mut inside = true;
        let mut begin = true;
        for word in &self.words {
            if !begins_word(name, word) {
                begin = false;
                if !name.contains(word.as_str()) {
                    inside = false;
                    break;
                }
            }
        }
        match (inside, begin) {
            (false, _) => None,
            (true, false) => Some(Fit::Inside),
            (true, true) => {
                let first = self.words.first().map_or("", String::as_str);
                let leads = name.starts_with(first) || bare(name).starts_with(first);
                Some(if leads { Fit::FirstWords } else { Fit::Words })
            }
        }
    }

    /// How well the best of several folded names fits; `around` are words
    /// that help.
    pub(super) fn best(&self, names: &[Arc<str>], around: &str) -> Option<Fit> {
        let own = names.iter().filter_map(|name| self.fit(name)).min();
        own.or_else(|| {
            let held = |word: &String| {
                around.contains(word.as_str()) || names.iter().any(|name| name.contains(word))
            };
            (!around.is_empty() && self.words.iter().all(held)).then_some(Fit::Around)
        })
    }
}

/// A name without its article.
fn bare(name: &str) -> &str {
    name.strip_prefix("ال").unwrap_or(name)
}

/// Whether a word of the name begins with `start`, with its article or
/// without.
fn begins_word(name: &str, start: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric())
        .any(|word| word.starts_with(start) || bare(word).starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(typed: &str, name: &str) -> Option<Fit> {
        Query::new(typed).fit(&name_key(name))
    }

    #[test]
    fn the_nearer_the_beginning_the_better() {
        let name = "Armed group of the north";
        assert_eq!(fit("armed group of the north", name), Some(Fit::Whole));
        assert_eq!(fit("ARM", name), Some(Fit::Start));
        assert_eq!(fit("arm nor", name), Some(Fit::FirstWords));
        assert_eq!(fit("gr", name), Some(Fit::Words));
        assert_eq!(fit("rme", name), Some(Fit::Inside));
        assert_eq!(fit("south", name), None);
        assert!(Fit::Start < Fit::Words);
    }

    #[test]
    fn spelling_hides_no_arabic_name() {
        for (typed, name) in [
            ("جماعه", "جماعة"),
            ("اقتباس", "اِقْتباس"),
            ("ادعا", "ادّعاء"),
            ("منظمه دولي", "منظّمة دوليّة"),
            ("مكان", "المكان"),
            ("على", "علي"),
            ("قــوم", "قوم"),
        ] {
            assert!(
                fit(typed, name).is_some_and(|fit| fit <= Fit::FirstWords),
                "{typed}"
            );
        }
        assert_eq!(fit("مكان", "المكان"), Some(Fit::Start));
        assert_eq!(fit("شمال", "جماعة الشمال"), Some(Fit::Words));
    }

    #[test]
    fn the_tree_above_helps_and_counts_least() {
        let query = Query::new("actor state");
        let state: Arc<str> = "state".into();
        let names = [Arc::clone(&state)];
        assert_eq!(query.best(&names, "actor"), Some(Fit::Around));
        assert_eq!(query.best(&names, ""), None);
        let names = [state, "actor state".into()];
        assert_eq!(query.best(&names, ""), Some(Fit::Whole));
    }
}
