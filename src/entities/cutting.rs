//! Whether the letters before a name that is looked for are clitics.
//!
//! Here: the judgement over one word, when it is known which word is looked
//! for: يد may stand in وليد, and does not. Not here: choosing among readings
//! when nothing is looked for (bare), and looking (analysis).
//!
//! **Invariant:** a word that a dictionary, a gazetteer or the list of words
//! that only look prefixed has as it stands is never cut.

use super::bare::{Known, known};
use super::data::{self, Ordinary};
use crate::language::clitics::{is_two_way, is_whole};

/// How the letters before a name are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cutting {
    /// Clitics, and the rest is the name.
    Clitic,
    /// They may be clitics, or the whole may be a word of its own.
    Doubtful,
    /// Part of a word of its own.
    Whole,
}

/// Fewest letters of a name that is found behind a clitic without doubt.
const SURE_LETTERS: usize = 3;

/// How the first `cut` bytes of a word (folded to
/// [`Level::Letters`](crate::language::Level)) are read, when what follows
/// them is looked for: {و, ف} {ب, ل, ك} {ال}, each once and in this order, are
/// clitics unless the whole is a word.
///
/// ```
/// use hashiya::entities::{Cutting, cutting};
/// assert_eq!(cutting("بداعش", "ب".len()), Cutting::Clitic);
/// assert_eq!(cutting("وبالعراق", "وبال".len()), Cutting::Clitic);
/// assert_eq!(cutting("بغداد", "ب".len()), Cutting::Whole);
/// assert_eq!(cutting("والي", "و".len()), Cutting::Doubtful);
/// ```
pub fn cutting(word: &str, cut: usize) -> Cutting {
    let (Some(clitics), Some(rest)) = (word.get(..cut), word.get(cut..)) else {
        return Cutting::Whole;
    };
    if clitics.is_empty() {
        return Cutting::Clitic;
    }
    let Some(article) = parts(clitics) else {
        return Cutting::Whole;
    };
    if is_two_way(word) {
        return Cutting::Doubtful;
    }
    if is_whole(word) {
        return Cutting::Whole;
    }
    let sure = if rest.chars().count() < SURE_LETTERS {
        Cutting::Doubtful
    } else {
        Cutting::Clitic
    };
    if article {
        return if belongs_to_name(rest) {
            Cutting::Whole
        } else {
            sure
        };
    }
    match known(word) {
        Known::No => sure,
        // وبعد is و + بعد; بهذا can be told either way.
        Known::Function if known(rest) == Known::Function && word.starts_with('و') => sure,
        Known::Function if known(rest) == Known::Function => Cutting::Doubtful,
        // A name of people is a name.
        Known::Verb if data::words().ordinary(word) != Some(Ordinary::Verb) => Cutting::Whole,
        // Before a verb و is the conjunction four times of five.
        Known::Verb if word.starts_with('و') && known(rest) >= Known::Verb => sure,
        Known::Derived if known(rest) >= Known::Noun => sure,
        Known::Verb | Known::Derived => Cutting::Doubtful,
        Known::Noun | Known::Function => Cutting::Whole,
    }
}

/// Whether some letters are clitics in their order, and whether the article is
/// among them.
fn parts(clitics: &str) -> Option<bool> {
    let rest = clitics.strip_prefix(['و', 'ف']).unwrap_or(clitics);
    match rest.strip_prefix(['ب', 'ل', 'ك']) {
        Some("ل") if rest.starts_with('ل') => Some(true),
        Some("ال") if !rest.starts_with('ل') => Some(true),
        Some("") => Some(false),
        _ => match rest {
            "" => Some(false),
            "ال" => Some(true),
            _ => None,
        },
    }
}

/// Words in which the article is no article (folded), without it.
const NEVER_WITHOUT: [&str; 11] = [
    "ان",
    "تي",
    "ذي",
    "ذين",
    "لذين",
    "لتين",
    "لواتي",
    "لاتي",
    "لله",
    "له",
    "ي",
];

/// Whether the article before a word belongs to it: الآن, الحسكة.
fn belongs_to_name(rest: &str) -> bool {
    NEVER_WITHOUT.contains(&rest)
        || (known(rest) == Known::No
            && matches!(known(&format!("ال{rest}")), Known::Noun | Known::Function))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(cases: &[(&str, &str)], expected: Cutting) {
        for (clitics, rest) in cases {
            let word = format!("{clitics}{rest}");
            assert_eq!(cutting(&word, clitics.len()), expected, "{clitics}+{rest}");
        }
    }

    #[test]
    fn clitics_before_names_are_seen() {
        all(
            &[
                ("", "قسد"),
                ("و", "قسد"),
                ("ب", "داعش"),
                ("ول", "قسد"),
                ("و", "العراق"),
                ("وب", "العراق"),
                ("وبال", "عراق"),
                ("لل", "تحالف"),
                ("ال", "تحالف"),
                ("و", "فرنسا"),
                ("ل", "لبنان"),
                ("ب", "بغداد"),
                ("و", "واشنطن"),
                ("ل", "لولايات"),
                ("ف", "العراق"),
            ],
            Cutting::Clitic,
        );
    }

    #[test]
    fn words_that_only_look_prefixed_are_whole() {
        all(
            &[
                ("ب", "غداد"),
                ("و", "زير"),
                ("ل", "بنان"),
                ("ف", "رنسا"),
                ("ف", "ريق"),
                ("ك", "ردي"),
                ("ب", "شار"),
                ("ل", "ندن"),
                ("ال", "ان"),
                ("ال", "تي"),
                ("و", "اشنطن"),
                ("الب", "غداد"),
                ("ت", "داعش"),
                ("بو", "قسد"),
                ("لال", "عراق"),
            ],
            Cutting::Whole,
        );
    }

    #[test]
    fn words_of_two_readings_are_left_undecided() {
        all(
            &[
                ("و", "الي"),
                ("و", "لد"),
                ("ب", "شر"),
                ("ك", "ذلك"),
                ("ل", "له"),
            ],
            Cutting::Doubtful,
        );
        assert_eq!(cutting("قسد", 1), Cutting::Whole);
        assert_eq!(cutting("قسد", 99), Cutting::Whole);
    }
}
