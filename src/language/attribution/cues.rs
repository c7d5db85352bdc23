//! The words that say that somebody said something.
//!
//! Here: the classes of cues, the forms of verbs and participles, and the
//! questions the rules ask about a word. Not here: the lists (vocabulary) and
//! who the speaker is (speaker).
//!
//! **Invariant:** a word is asked about folded to [`Level::Letters`].
//!
//! [`Level::Letters`]: crate::language::Level::Letters

use super::vocabulary::{
    ACCORDING, ANNOUNCES, IMPERSONAL, MAY_SAY, NOT_THAT, NOUNS, NUMERALS, PAPERS, PARTICIPLES,
    PREPOSITIONS, RELAYS, SAID_NOUNS, SAYS, SPEAKERS, TAKES_OBJECT, TITLED,
};

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a cue word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// A verb that is nearly always speech (قال, أضاف, أوضح).
    Says,
    /// A verb that is speech when words follow: أن, a colon, a quotation.
    MaySay,
    /// نقل, of speech only with عن: what follows عن is the speaker.
    Relays,
    /// قيل, أُفيد: nobody says it.
    Impersonal,
    /// قائلا, مضيفا: the subject of the sentence speaks.
    Participle,
    /// بحسب, وفقا: what follows is the source.
    According,
    /// قوله, تعبيره: speech of whoever was named before.
    Noun,
}

/// Whom a form of a verb agrees with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Agreement {
    /// One man, or anything with a masculine noun.
    Masculine,
    /// One woman, or anything with a feminine noun or plural of things.
    Feminine,
    /// Several people.
    Plural,
    /// The word does not tell.
    Any,
}

/// One cue word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    pub(super) class: Class,
    pub(super) agreement: Agreement,
    /// Whether its object can be a statement: أعلنت الوزارة مقتل ثلاثة.
    pub(super) announces: bool,
    /// Whether a common noun after it need not be its subject.
    pub(super) takes_object: bool,
}

static CUES: LazyLock<HashMap<String, Cue>> = LazyLock::new(|| {
    let forms_of = |list| -> HashSet<String> {
        verbs(list)
            .flat_map(|(past, present)| past_forms(past).into_iter().chain(present_forms(present)))
            .map(|(form, _)| form)
            .collect()
    };
    let announcing = forms_of(ANNOUNCES);
    let with_object = forms_of(TAKES_OBJECT);
    let mut cues = HashMap::new();
    let mut add = |form: String, class, agreement| {
        let announces = announcing.contains(&form);
        let takes_object = with_object.contains(&form);
        cues.entry(form).or_insert(Cue {
            class,
            agreement,
            announces,
            takes_object,
        });
    };
    for (class, list) in [
        (Class::Says, SAYS),
        (Class::MaySay, MAY_SAY),
        (Class::MaySay, ANNOUNCES),
        (Class::Relays, RELAYS),
    ] {
        for (past, present) in verbs(list) {
            for (form, agreement) in past_forms(past).into_iter().chain(present_forms(present)) {
                add(form, class, agreement);
            }
        }
    }
    for (class, list) in [
        (Class::Impersonal, IMPERSONAL),
        (Class::According, ACCORDING),
        (Class::Noun, NOUNS),
    ] {
        for word in list.split_ascii_whitespace() {
            add(word.to_owned(), class, Agreement::Any);
        }
    }
    for stem in PARTICIPLES.split_ascii_whitespace() {
        let bare = stem.trim_end_matches('ي');
        for (form, agreement) in [
            (format!("{stem}ا"), Agreement::Masculine),
            (format!("{stem}ة"), Agreement::Feminine),
            (format!("{stem}ه"), Agreement::Feminine),
            (format!("{stem}تين"), Agreement::Plural),
            (format!("{bare}ين"), Agreement::Plural),
            (format!("{bare}ون"), Agreement::Plural),
            (format!("{stem}ان"), Agreement::Plural),
        ] {
            add(form, Class::Participle, agreement);
        }
    }
    cues
});

/// A list of words; those that end in ه also with ة.
type Words = LazyLock<HashSet<String>>;

static SPEAKER_NOUNS: Words = LazyLock::new(|| set(SPEAKERS));
static PAPER_NOUNS: Words = LazyLock::new(|| set(PAPERS));
static GOVERNING: Words = LazyLock::new(|| set(PREPOSITIONS));
static BEFORE_THAT: Words = LazyLock::new(|| set(NOT_THAT));
static SAID: Words = LazyLock::new(|| set(SAID_NOUNS));
static BEFORE_TITLE: Words = LazyLock::new(|| set(TITLED));
static NUMBER_WORDS: Words = LazyLock::new(|| set(NUMERALS));

fn set(list: &str) -> HashSet<String> {
    list.split_ascii_whitespace()
        .flat_map(|word| {
            let other = word.strip_suffix('ه').map(|stem| format!("{stem}ة"));
            [Some(word.to_owned()), other]
        })
        .flatten()
        .collect()
}

/// Past and present of the verbs of a list.
fn verbs(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.split_ascii_whitespace()
        .map(|verb| verb.split_once('/').unwrap_or((verb, "")))
}

/// The forms of the third person of a verb in the past: قال, قالت, قالوا,
/// قالا, قالتا.
fn past_forms(past: &str) -> Vec<(String, Agreement)> {
    // The last root letter goes before an ending in دعا, أدلى.
    let stem = past.strip_suffix(['ي', 'ا']).unwrap_or(past);
    let is_weak = stem.len() < past.len();
    let dual = if is_weak {
        format!("{stem}يا")
    } else {
        format!("{past}ا")
    };
    vec![
        (past.to_owned(), Agreement::Masculine),
        (format!("{stem}ت"), Agreement::Feminine),
        (format!("{stem}وا"), Agreement::Plural),
        (dual, Agreement::Plural),
        (format!("{stem}تا"), Agreement::Plural),
        (format!("{past}ن"), Agreement::Plural),
    ]
}

/// The forms of the third person in the present: يقول, تقول, يقولون, يقولان,
/// تقولان.
fn present_forms(present: &str) -> Vec<(String, Agreement)> {
    let Some(rest) = present.strip_prefix('ي') else {
        return Vec::new();
    };
    let stem = rest.strip_suffix(['ي', 'و']).unwrap_or(rest);
    vec![
        (format!("ي{rest}"), Agreement::Masculine),
        (format!("ت{rest}"), Agreement::Feminine),
        (format!("ي{stem}ون"), Agreement::Plural),
        (format!("ي{rest}ان"), Agreement::Plural),
        (format!("ت{rest}ان"), Agreement::Plural),
    ]
}

/// The cue that a folded word is, and the bytes of the conjunction before it.
/// Words that are only a cue with their own first letter (وصف, وفقا) are
/// looked up whole first.
pub(super) fn cue(word: &str) -> Option<(Cue, usize)> {
    if let Some(cue) = CUES.get(word) {
        return Some((*cue, 0));
    }
    let rest = word.strip_prefix(['و', 'ف'])?;
    CUES.get(rest).map(|cue| (*cue, word.len() - rest.len()))
}

/// Whether a folded word, without its article, speaks without a name.
pub(super) fn is_speaker_noun(word: &str) -> bool {
    SPEAKER_NOUNS.contains(word.strip_prefix("ال").unwrap_or(word))
}

/// Whether a folded word, without its article, is something written.
pub(super) fn is_paper(word: &str) -> bool {
    PAPER_NOUNS.contains(word.strip_prefix("ال").unwrap_or(word))
}

/// Whether a folded word governs the noun after it.
pub(super) fn is_preposition(word: &str) -> bool {
    GOVERNING.contains(word)
        || word
            .strip_prefix(['و', 'ف'])
            .is_some_and(|rest| GOVERNING.contains(rest))
}

/// Whether a folded word is a number or part of one.
pub(super) fn is_numeral(word: &str) -> bool {
    let bare = |word: &str| {
        NUMBER_WORDS.contains(word)
            || word
                .strip_prefix("ال")
                .is_some_and(|word| NUMBER_WORDS.contains(word))
    };
    word.starts_with(|c: char| c.is_ascii_digit())
        || bare(word)
        || word.strip_prefix(['و', 'ب', 'ل']).is_some_and(bare)
}

/// Whether a folded word is أن or إن, alone or with a pronoun or ب.
pub(super) fn is_that(word: &str) -> bool {
    matches!(
        word,
        "ان" | "انه"
            | "انها"
            | "انهم"
            | "انهما"
            | "انهن"
            | "اننا"
            | "انا"
            | "انني"
            | "اني"
            | "انك"
            | "بان"
            | "بانه"
            | "بانها"
            | "بانهم"
            | "بانهما"
            | "باننا"
            | "بانني"
    )
}

/// Whether أن after this folded word is no beginning of speech.
pub(super) fn forbids_that(word: &str) -> bool {
    BEFORE_THAT.contains(word)
}

/// Whether a folded word before أن is part of what is said.
pub(super) fn is_said_noun(word: &str) -> bool {
    SAID.contains(word)
}

/// Whether a quotation after this folded word is a title or a name.
pub(super) fn announces_title(word: &str) -> bool {
    let is_listed = |word: &str| BEFORE_TITLE.contains(word);
    is_listed(word)
        || word.strip_prefix("ال").is_some_and(is_listed)
        || word.strip_prefix(['ب', 'ل', 'و']).is_some_and(is_listed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold::{Level, key};

    fn class(word: &str) -> Option<Class> {
        cue(&key(word, Level::Letters)).map(|(cue, _)| cue.class)
    }

    #[test]
    fn verbs_in_all_their_forms() {
        for word in [
            "قال",
            "وقال",
            "فقالت",
            "قالوا",
            "يقول",
            "وتقول",
            "يقولون",
            "قالا",
            "أضاف",
            "وأضافت",
            "أكّدت",
            "يؤكدون",
            "أوضحا",
            "اعترفت",
            "وتضيف",
        ] {
            assert_eq!(class(word), Some(Class::Says), "{word}");
        }
        for word in [
            "دعا",
            "دعت",
            "دعوا",
            "يدعون",
            "أدلت",
            "رأى",
            "رأت",
            "يرى",
            "وصف",
            "ووصفت",
            "أشارت",
            "تشير",
            "لفتت",
        ] {
            assert_eq!(class(word), Some(Class::MaySay), "{word}");
        }
        for word in [
            "قائلاً",
            "مضيفة",
            "مؤكدين",
            "موضحًا",
            "مشيرا",
            "ومشددا",
            "لافتةً",
            "داعيا",
        ] {
            assert_eq!(class(word), Some(Class::Participle), "{word}");
        }
        for word in ["بحسب", "وفقاً", "ووفقا", "حسبما"] {
            assert_eq!(class(word), Some(Class::According), "{word}");
        }
        assert_eq!(class("نقلت"), Some(Class::Relays));
        assert_eq!(class("على"), None);
        assert_eq!(class(""), None);
    }

    #[test]
    fn every_list_is_folded() {
        let lists = [
            ACCORDING,
            IMPERSONAL,
            NOT_THAT,
            NOUNS,
            NUMERALS,
            PARTICIPLES,
            PREPOSITIONS,
            SAID_NOUNS,
            SPEAKERS,
            TITLED,
            SAYS,
            MAY_SAY,
            ANNOUNCES,
            RELAYS,
        ];
        let words = lists.into_iter().flat_map(str::split_ascii_whitespace);
        for word in words.flat_map(|word| word.split('/')) {
            assert_eq!(key(word, Level::Letters).replace('ة', "ه"), word);
        }
    }
}
