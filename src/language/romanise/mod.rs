//! Arabic names in Latin letters, for readers of other scripts.
//!
//! Here: the gloss of a name or phrase: a spelling that is attested comes
//! first; then vowels that are written or known; then the consonants alone,
//! which are marked as such. The article, capitals, construct state and
//! compounds (عبد ال…) by the rules of the standard. Not here: the attested
//! spellings, which the caller looks up in its lists; single letters (letters)
//! and Buckwalter's table (buckwalter).
//!
//! Sources: BGN/PCGN 1956 system for Arabic; IJMES transliteration system;
//! ALA-LC romanisation table for Arabic (2012); Tim Buckwalter's Arabic
//! transliteration.
//!
//! **Invariant:** a gloss changes nothing and never claims vowels that nobody
//! wrote: such words are not `certain`.

mod buckwalter;
mod known;
mod letters;

pub use buckwalter::{from_buckwalter, to_buckwalter};

use super::fold::{Level, key};
use super::letters::{TATWEEL, is_arabic_letter, is_mark};
use super::words::words;
use crate::model::Span;
use letters::{Sign, consonant, latin, signs};

/// A system of Latin spelling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Standard {
    /// BGN/PCGN 1956, of maps: Ash Shām.
    Bgn,
    /// The International Journal of Middle East Studies: al-Shām.
    #[default]
    Ijmes,
    /// The Library of Congress: al-Shām, with ah for ة.
    AlaLc,
    /// Buckwalter: one sign a letter, reversible: Al$Am.
    Buckwalter,
}

impl Standard {
    /// All standards.
    pub const ALL: [Self; 4] = [Self::Bgn, Self::Ijmes, Self::AlaLc, Self::Buckwalter];

    /// The customary one for what a name names.
    pub fn customary(role: Role) -> Self {
        match role {
            Role::Place => Self::Bgn,
            Role::Person | Role::Other => Self::Ijmes,
        }
    }
}

/// What the words name, which decides where attested spellings are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A human being.
    Person,
    /// A place or facility.
    Place,
    /// Anything else, of which no spelling is attested.
    Other,
}

/// One word of a gloss, or several that are spelt as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the words given, end exclusive.
    pub span: Span,
    /// In Latin letters.
    pub text: String,
    /// Whether the spelling is attested or its vowels are known; else it is
    /// the consonants and the long vowels that the letters show.
    pub certain: bool,
}

/// Words in Latin letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gloss {
    /// In order.
    pub pieces: Vec<Piece>,
}

impl Gloss {
    /// The whole gloss, with `≈ ` before it when not all of it is certain.
    pub fn text(&self) -> String {
        let mut text = String::new();
        if !self.is_certain() {
            text.push_str("≈ ");
        }
        for (place, piece) in self.pieces.iter().enumerate() {
            if place > 0 {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        text
    }

    /// Whether every word is.
    pub fn is_certain(&self) -> bool {
        self.pieces.iter().all(|piece| piece.certain)
    }
}

/// Looks up the attested Latin spelling of a word or several words, folded at
/// [`Level::Letters`], with single spaces.
pub type Attested<'a> = &'a dyn Fn(&str, Role) -> Option<String>;

/// Most words of an attested spelling.
const MOST_WORDS: usize = 4;

/// The gloss of a stretch of text: one or more words, without clitics before
/// the first.
pub fn gloss(text: &str, role: Role, standard: Standard, attested: Attested<'_>) -> Gloss {
    let is_read = |c: char| c != TATWEEL && c.is_alphanumeric() && !is_mark(c);
    let all: Vec<Span> = words(text)
        .filter(|word| word.of(text).is_some_and(|word| word.contains(is_read)))
        .collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(span) = all.get(at).copied() {
        let rest = all.get(at..).unwrap_or_default();
        let taken = if standard == Standard::Buckwalter {
            None
        } else {
            attested_words(text, rest, role, standard, attested)
        };
        let (piece, count) = taken.unwrap_or_else(|| {
            let next = rest.get(1).and_then(|next| next.of(text));
            let word = span.of(text).unwrap_or_default();
            let previous = at
                .checked_sub(1)
                .and_then(|before| all.get(before)?.of(text));
            (spelt(word, span, next, previous, standard, role), 1)
        });
        let is_first = pieces.is_empty();
        pieces.push(Piece {
            text: if is_first && begins_with_capital(&piece.text, standard) {
                capital(&piece.text)
            } else {
                piece.text
            },
            ..piece
        });
        at += count;
    }
    Gloss { pieces }
}

/// Whether the first word of a gloss takes a capital: al- does not.
fn begins_with_capital(latin: &str, standard: Standard) -> bool {
    match standard {
        Standard::Bgn => true,
        Standard::Ijmes | Standard::AlaLc => !latin.starts_with("al-"),
        Standard::Buckwalter => false,
    }
}

/// The longest attested spelling that `rest` begins with, and how many words
/// it takes.
fn attested_words(
    text: &str,
    rest: &[Span],
    role: Role,
    standard: Standard,
    attested: Attested<'_>,
) -> Option<(Piece, usize)> {
    let folded: Vec<String> = rest
        .iter()
        .take(MOST_WORDS)
        .map(|span| key(span.of(text).unwrap_or_default(), Level::Letters))
        .collect();
    let span_of = |count: usize| {
        let first = rest.first().copied().unwrap_or(Span::new(0, 0));
        let last = rest.get(count - 1).copied().unwrap_or(first);
        Span::new(first.start, last.end)
    };
    let piece = |text: String, count: usize| {
        let span = span_of(count);
        (
            Piece {
                span,
                text,
                certain: true,
            },
            count,
        )
    };
    for count in (1..=folded.len()).rev() {
        let words = folded.get(..count).unwrap_or_default();
        if let Some(found) = attested(&words.join(" "), role) {
            return Some(piece(found, count));
        }
        // عبد السلام is often in a list as عبدالسلام.
        if count == 2
            && words.first().is_some_and(|first| first == "عبد")
            && let Some(found) = attested(&words.concat(), role)
        {
            return Some(piece(found, count));
        }
    }
    // الشمري: the list may have شمري.
    let word = folded.first()?;
    let bare = word
        .strip_prefix("ال")
        .filter(|bare| bare.chars().count() > 1)?;
    let found = attested(bare, role)?;
    let first = signs(bare).first().copied();
    Some(piece(format!("{}{found}", article(first, standard)), 1))
}

/// A word by the standard.
fn spelt(
    word: &str,
    span: Span,
    next: Option<&str>,
    previous: Option<&str>,
    standard: Standard,
    role: Role,
) -> Piece {
    if standard == Standard::Buckwalter {
        return Piece {
            span,
            text: to_buckwalter(word),
            certain: true,
        };
    }
    if !word.chars().any(is_arabic_letter) {
        return Piece {
            span,
            text: word.to_owned(),
            certain: true,
        };
    }
    if let Some(text) = irregular(word, previous, standard) {
        return Piece {
            span,
            text,
            certain: true,
        };
    }
    if let Some(piece) = joined_servant(word, span, next, standard, role) {
        return piece;
    }
    let (particle, rest) = particle(word, standard);
    let (has_article, stem) = match without_article(&rest) {
        Some(stem) => (true, stem),
        None => (false, rest.as_ref()),
    };
    let in_construct =
        !has_article && !is_town_or_country(stem) && next.is_some_and(follows_construct);
    let of = |signs: &[Sign]| latin(signs, standard, in_construct, has_article);
    let written = signs(stem);
    let own = of(&written);
    let (stem_text, certain) = if own.is_vowelled {
        (own.text, true)
    } else if let Some(known) = known::vowelled(stem) {
        (of(&signs(&known)).text, true)
    } else {
        (own.text, false)
    };
    let stem_text = capital(&stem_text);
    let article = if has_article {
        article(written.first().copied(), standard)
    } else {
        String::new()
    };
    let text = match (particle.is_empty(), has_article, standard) {
        // wa-l-, bi-l-
        (false, true, Standard::Ijmes) => format!("{particle}l-{stem_text}"),
        (false, true, Standard::AlaLc) if particle == "li-" => format!("lil-{stem_text}"),
        _ => format!("{particle}{article}{stem_text}"),
    };
    Piece {
        span,
        text,
        certain,
    }
}

/// عبدالسلام, written together: two words in Latin.
fn joined_servant(
    word: &str,
    span: Span,
    next: Option<&str>,
    standard: Standard,
    role: Role,
) -> Option<Piece> {
    let folded = key(word, Level::Letters);
    let rest = folded.strip_prefix("عبد")?;
    if rest != "الله" {
        without_article(rest)?;
    }
    // Where the article begins in the word as it is written.
    let cut = word
        .char_indices()
        .filter(|(_, c)| is_arabic_letter(*c))
        .nth(3)
        .map(|(at, _)| at)?;
    let servant = spelt("عَبْد", span, Some("ال"), None, standard, role);
    let other = spelt(word.get(cut..)?, span, next, Some("عبد"), standard, role);
    Some(Piece {
        span,
        text: format!("{} {}", servant.text, other.text),
        certain: other.certain,
    })
}

/// Words with a spelling of their own.
fn irregular(word: &str, previous: Option<&str>, standard: Standard) -> Option<String> {
    let folded = key(word, Level::Letters);
    let text = match (folded.as_str(), standard) {
        ("الله", _) => "Allāh",
        ("لله", Standard::Bgn) => "Lillāh",
        ("لله", _) => "lillāh",
        ("بن", Standard::Bgn) => "Bin",
        ("بن", _) => "ibn",
        ("ال", _) if starts_with_madda(word) => "Āl",
        ("و", Standard::Bgn) => "wa",
        ("و", _) => "wa-",
        ("في", _) => "fī",
        ("من", _) => "min",
        ("الي", Standard::Ijmes) if previous.is_some() => "ilā",
        ("الي", _) if previous.is_some() => "ilá",
        ("علي", Standard::Ijmes) if word.ends_with('ى') => "ʿalā",
        ("علي", Standard::AlaLc) if word.ends_with('ى') => "ʻalá",
        ("علي", Standard::Bgn) if word.ends_with('ى') => "‘alá",
        _ => return None,
    };
    Some(text.to_owned())
}

fn starts_with_madda(word: &str) -> bool {
    signs(word).first().is_some_and(|sign| sign.letter == 'آ')
}

/// The clitic before an article inside a phrase (والتنمية), in Latin, and the
/// rest of the word with its article.
fn particle(word: &str, standard: Standard) -> (&'static str, std::borrow::Cow<'_, str>) {
    let mut chars = word.char_indices();
    let first = chars.next().map(|(_, c)| c);
    // Marks on the clitic go with it.
    let cut = chars
        .find(|(_, c)| is_arabic_letter(*c))
        .map_or(word.len(), |(at, _)| at);
    let rest = word.get(cut..).unwrap_or_default();
    let is_bgn = standard == Standard::Bgn;
    if first == Some('ل')
        && rest.starts_with('ل')
        && rest.chars().filter(|c| is_arabic_letter(*c)).count() > 3
    {
        return (
            if is_bgn { "li " } else { "li-" },
            format!("ا{rest}").into(),
        );
    }
    let particle = match first {
        Some('و') => ["wa-", "wa "],
        Some('ف') => ["fa-", "fa "],
        Some('ب') => ["bi-", "bi "],
        Some('ك') => ["ka-", "ka "],
        _ => return ("", word.into()),
    };
    if without_article(rest).is_none() {
        return ("", word.into());
    }
    (if is_bgn { particle[1] } else { particle[0] }, rest.into())
}

/// Words whose ال is no article (التقاء, اليزابيث), folded beginnings.
const NO_ARTICLE: [&str; 22] = [
    "التقا",
    "التزام",
    "التحاق",
    "التهاب",
    "التماس",
    "التفاف",
    "التفات",
    "الياس",
    "اليزابيث",
    "الكسندر",
    "الكساندر",
    "البرت",
    "الفريد",
    "الين",
    "اليسا",
    "الهام",
    "الطاف",
    "الماني",
    "المانيا",
    "الباني",
    "البانيا",
    "التي",
];

/// The word after its article: at least two letters that follow ال.
fn without_article(word: &str) -> Option<&str> {
    let mut letters = word.char_indices().filter(|(_, c)| is_arabic_letter(*c));
    let alef = letters.next()?.1;
    let lam = letters.next()?.1;
    let stem = letters.next()?.0;
    letters.next()?;
    if !matches!(alef, 'ا' | 'ٱ') || lam != 'ل' {
        return None;
    }
    let folded = key(word, Level::Letters);
    if NO_ARTICLE.iter().any(|start| folded.starts_with(start)) {
        return None;
    }
    word.get(stem..)
}

/// The article before a word that begins with a sign.
fn article(first: Option<Sign>, standard: Standard) -> String {
    if standard != Standard::Bgn {
        return "al-".to_owned();
    }
    let sun = first.map(|sign| sign.letter).filter(|letter| {
        matches!(
            letter,
            'ت' | 'ث' | 'د' | 'ذ' | 'ر' | 'ز' | 'س' | 'ش' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ل' | 'ن'
        )
    });
    match sun.and_then(|letter| consonant(letter, standard)) {
        Some(letter) => format!("a{letter} "),
        None => "al ".to_owned(),
    }
}

/// Whether a word after a noun with ة makes it a construct: a noun with an
/// article, or one that is not an indefinite adjective in agreement.
fn follows_construct(next: &str) -> bool {
    without_article(next).is_some()
        || is_town_or_country(next)
        || (next.chars().any(is_arabic_letter)
            && !next.ends_with(['ة', 'ه'])
            && !next.starts_with('و'))
}

/// Names in ة that an adjective follows and no noun: غزة الجديدة, قوات سورية
/// الديمقراطية.
const TOWNS: [&str; 14] = [
    "سورية",
    "مكة",
    "غزة",
    "جدة",
    "درنة",
    "طنجة",
    "صعدة",
    "بريدة",
    "حماة",
    "سبتة",
    "قسنطينة",
    "مصراتة",
    "عنيزة",
    "حديثة",
];

fn is_town_or_country(stem: &str) -> bool {
    TOWNS.contains(&key(stem, Level::Letters).as_str())
}

/// The first letter that has a capital, as one; ʿayn and hamza have none.
fn capital(latin: &str) -> String {
    let Some((at, first)) = latin
        .char_indices()
        .find(|(_, c)| c.is_lowercase() || c.is_uppercase())
    else {
        return latin.to_owned();
    };
    let mut out = String::with_capacity(latin.len() + 2);
    out.push_str(latin.get(..at).unwrap_or_default());
    out.extend(first.to_uppercase());
    out.push_str(latin.get(at + first.len_utf8()..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests;
