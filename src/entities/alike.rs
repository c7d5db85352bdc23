//! Which names may be one thing's, and why.
//!
//! Here: the handles of a name, under which another spelling, a longer or a
//! shorter form of it is found: the same words, another spelling, the entry
//! of a hand list, a head word dropped or added, the surname of a full name,
//! the first letters of its words; and the acronym in brackets behind a name.
//! Not here: what a suggestion's mention is (link does that inside one text),
//! and what is done with names that are alike (command).
//!
//! **Invariant:** a name is found under its own handles; a reason that has two
//! sides never joins two long forms or two short ones (وزارة الدفاع and قوات
//! الدفاع are not alike).

use super::cues::{class, without_article};
use super::data;
use super::learned::{key_of, surname_of};
use super::lexicon::Lexicon;
use super::{OwnList, Type};
use crate::language::letters::is_arabic_letter;
use crate::language::{Level, key};
use crate::model::Span;

/// Why two names may be one thing's; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The same words, folded.
    SameName,
    /// A list says so.
    Listed,
    /// One stands in brackets behind the other in the text.
    Bracketed,
    /// Another spelling: سوريا, سورية.
    Spelling,
    /// A head word is dropped or added: تنظيم داعش, داعش.
    Head,
    /// One is the first letters of the other's words.
    Initials,
    /// One is the surname of the other, a full name.
    Surname,
}

impl Why {
    /// The message that says so.
    pub fn message(self) -> &'static str {
        match self {
            Self::SameName => "alike-same-name",
            Self::Listed => "alike-listed",
            Self::Bracketed => "alike-bracketed",
            Self::Spelling => "alike-spelling",
            Self::Head => "alike-head",
            Self::Initials => "alike-initials",
            Self::Surname => "alike-surname",
        }
    }

    /// Whether it can only join names of the same type.
    pub fn needs_one_type(self) -> bool {
        matches!(self, Self::Head | Self::Initials | Self::Surname)
    }
}

/// Which form of a name a handle belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Both names have the same handle.
    Both,
    /// The long form.
    Long,
    /// The short form.
    Short,
}

impl Side {
    /// The side of the names that this one may be joined with.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Both => Self::Both,
            Self::Long => Self::Short,
            Self::Short => Self::Long,
        }
    }
}

/// Something under which a name is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle {
    /// What it would be a reason for.
    pub why: Why,
    /// Which form of the name has it.
    pub side: Side,
    /// Folded words, or the id of a list's entry.
    pub key: String,
}

impl Handle {
    fn new(why: Why, side: Side, key: impl Into<String>) -> Self {
        Self {
            why,
            side,
            key: key.into(),
        }
    }

    /// The handle that a name alike for this reason has.
    #[must_use]
    pub fn partner(&self) -> Self {
        Self {
            side: self.side.other(),
            ..self.clone()
        }
    }

    /// The handle of what a list or gazetteer calls `id`.
    pub fn of_listed(id: &str) -> Self {
        Self::new(Why::Listed, Side::Both, id)
    }
}

/// Fewest letters of an acronym, and most of one written as a word.
const ACRONYM: std::ops::RangeInclusive<usize> = 3..=6;
/// Fewest letters of a short form that is one word.
const SHORTEST: usize = 3;

/// The handles of a name of this type (none for a tag of the user's own).
pub fn handles(name: &str, kind: Option<Type>, own: &OwnList) -> Vec<Handle> {
    let folded = key_of(name);
    if folded.is_empty() {
        return Vec::new();
    }
    let bare = without_article(&folded);
    let mut found = vec![Handle::new(Why::SameName, Side::Both, bare)];
    let loose = key_of(&key(name, Level::Loose));
    let loose = without_article(&loose);
    found.push(Handle::new(Why::Spelling, Side::Both, loose));
    found.extend(listed(name, &folded).map(Handle::of_listed_owned));
    found.extend(own.id_of(&folded).map(Handle::of_listed));
    let words: Vec<&str> = folded.split(' ').collect();
    if kind == Some(Type::Person) {
        match surname_of(&folded) {
            Some(surname) => {
                let surname = without_article(&surname);
                found.push(Handle::new(Why::Surname, Side::Long, surname));
            }
            None if is_long_enough(bare) => {
                found.push(Handle::new(Why::Surname, Side::Short, bare));
            }
            None => {}
        }
    } else {
        match beheaded(&words) {
            Some(rest) if is_long_enough(&rest) => {
                found.push(Handle::new(Why::Head, Side::Long, rest));
            }
            None if is_long_enough(bare) => {
                found.push(Handle::new(Why::Head, Side::Short, bare));
            }
            Some(_) | None => {}
        }
        found.extend(initials(&words).map(|key| Handle::new(Why::Initials, Side::Long, key)));
        if words.len() == 1 && ACRONYM.contains(&bare.chars().count()) {
            found.push(Handle::new(Why::Initials, Side::Short, bare));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

impl Handle {
    fn of_listed_owned(id: String) -> Self {
        Self::new(Why::Listed, Side::Both, id)
    }
}

fn is_long_enough(key: &str) -> bool {
    key.chars().count() >= SHORTEST
}

/// The id of the entry of the bundled lists that these words name.
fn listed(name: &str, folded: &str) -> Option<String> {
    let lists = data::lists();
    let form = lists.get(folded)?;
    let is_acronym = form.form() == data::lists::Form::Acronym;
    let written = name.trim();
    let fits = !is_acronym
        || lists.entry(form).acronyms.contains(&written)
        || !written.contains(char::is_lowercase);
    (fits && !form.is_ambiguous()).then(|| lists.brief(form).0.to_owned())
}

/// The words behind the head word that a name begins with, without article.
fn beheaded(words: &[&str]) -> Option<String> {
    let (head, rest) = words.split_first()?;
    let lexicon = Lexicon::bundled();
    let heads = lexicon.cues.heads(without_article(head));
    let is_head = !rest.is_empty() && heads.iter().any(|head| !head.kind.is_value());
    is_head.then(|| without_article(&rest.join(" ")).to_owned())
}

/// The first letters of the words of a long name, without articles and what
/// only joins words: قوات سوريا الديمقراطية → قسد.
fn initials(words: &[&str]) -> Option<String> {
    let lexicon = Lexicon::bundled();
    let letters: String = words
        .iter()
        .filter(|word| {
            let joins = class::STOP | class::LINKER;
            lexicon.cues.classes(word) & joins == 0 && !LATIN_JOINTS.contains(*word)
        })
        .filter_map(|word| {
            let word = word.strip_prefix("وال").unwrap_or(word);
            without_article(word).chars().next()
        })
        .collect();
    ACRONYM
        .contains(&letters.chars().count())
        .then_some(letters)
}

/// English words that give no letter to an acronym.
const LATIN_JOINTS: [&str; 6] = ["of", "the", "and", "for", "in", "to"];

/// How far behind a name the bracket may open, and how long what stands in it
/// may be, bytes.
const GAP: usize = 4;
const LONGEST_BRACKET: usize = 60;

/// The words in brackets right behind a name (bytes of the text, end
/// exclusive), without quotation marks: قوات سوريا الديمقراطية (قسد).
pub fn bracketed(text: &str, name: Span) -> Option<Span> {
    let after = text.get(name.end..)?;
    let (open, bracket) = after.char_indices().find(|(_, c)| !is_between(*c))?;
    let close = match bracket {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    if open > GAP {
        return None;
    }
    let inner = after.get(open + 1..)?;
    let end = inner.find(close).filter(|end| *end <= LONGEST_BRACKET)?;
    let inner = inner.get(..end)?;
    let words = inner.trim_matches(is_between);
    if words.is_empty() || words.contains('\n') {
        return None;
    }
    let lead = inner.len() - inner.trim_start_matches(is_between).len();
    let start = name.end + open + 1 + lead;
    Some(Span::new(start, start + words.len()))
}

fn is_between(c: char) -> bool {
    crate::language::letters::is_space(c) || crate::language::letters::is_double_quote(c)
}

/// Words as they are searched by typing: folded, signs that stand inside
/// Latin spellings of Arabic (al-Shaʿar) left out.
pub fn search_key(words: &str) -> String {
    let folded = key(words, Level::Letters);
    let mut found = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' | '\'' | '`' | '‘' | '’' => {}
            c if c.is_alphanumeric() => found.push(c),
            _ if found.is_empty() || found.ends_with(' ') => {}
            _ => found.push(' '),
        }
    }
    found.truncate(found.trim_end().len());
    found
}

/// The consonants of Latin words, single: what two romanisations of a name
/// have in common. Empty for Arabic letters.
pub fn skeleton(search_key: &str) -> String {
    let mut found = String::new();
    for c in search_key.chars() {
        match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' => {}
            'q' => push_once(&mut found, 'k'),
            ' ' => push_once(&mut found, ' '),
            c if c.is_ascii_alphanumeric() => push_once(&mut found, c),
            c if is_arabic_letter(c) => return String::new(),
            _ => {}
        }
    }
    found.trim().to_owned()
}

fn push_once(text: &mut String, c: char) {
    if !text.ends_with(c) {
        text.push(c);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may stop")]
mod tests {
    use super::*;

    /// The reasons for which two names of a type are alike, surest first.
    fn alike(a: &str, b: &str, kind: Type) -> Vec<Why> {
        let own = OwnList::default();
        let of_b = handles(b, Some(kind), &own);
        let mut found: Vec<Why> = handles(a, Some(kind), &own)
            .iter()
            .filter(|handle| of_b.contains(&handle.partner()))
            .map(|handle| handle.why)
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn each_reason_joins_what_it_should() {
        for (a, b, kind, why) in [
            ("أحمد الشرع", "احمد الشَّرع", Type::Person, Why::SameName),
            ("التحالف الدولي", "تحالف الدولي", Type::Group, Why::SameName),
            ("سوريا", "سورية", Type::Place, Why::Spelling),
            ("دير الزور", "ديرالزور", Type::Place, Why::Spelling),
            ("قسد", "قوات سورية الديمقراطية", Type::Group, Why::Listed),
            ("SDF", "قسد", Type::Group, Why::Listed),
            ("تنظيم زنكوبار", "زنكوبار", Type::Group, Why::Head),
            ("مدينة زنكوبار", "زنكوبار", Type::Place, Why::Head),
            ("وزارة الدفاع", "الدفاع", Type::Organisation, Why::Head),
            ("حركة زهرة النيل", "حزن", Type::Group, Why::Initials),
            ("Free Lake Union", "FLU", Type::Group, Why::Initials),
            ("هفرين خلف", "خلف", Type::Person, Why::Surname),
            ("أحمد الشرع", "الشرع", Type::Person, Why::Surname),
        ] {
            let found = alike(a, b, kind);
            assert!(found.contains(&why), "{a} {b}: {found:?}");
            assert_eq!(alike(b, a, kind), found, "{b} {a}");
        }
    }

    #[test]
    fn what_is_not_alike_is_not_joined() {
        for (a, b, kind) in [
            ("وزارة الدفاع", "قوات الدفاع", Type::Organisation),
            ("أحمد الشرع", "فاروق الشرع", Type::Person),
            ("بغداد", "دمشق", Type::Place),
            ("", "", Type::Place),
            ("…", "!", Type::Person),
        ] {
            assert_eq!(alike(a, b, kind), [], "{a} {b}");
        }
    }

    #[test]
    fn the_bracket_behind_a_name_is_found() {
        for (text, name, inner) in [
            (
                "قوات سوريا الديمقراطية (قسد) قالت",
                "قوات سوريا الديمقراطية",
                Some("قسد"),
            ),
            ("قوات \"قسد\" (\"SDF\")", "قسد", Some("SDF")),
            ("قسد قالت (أمس)", "قسد", None),
            ("قسد (", "قسد", None),
            ("قسد ()", "قسد", None),
        ] {
            let start = text.find(name).unwrap();
            let found = bracketed(text, Span::new(start, start + name.len()));
            assert_eq!(found.and_then(|span| span.of(text)), inner, "{text}");
        }
        assert_eq!(bracketed("ab", Span::new(5, 9)), None);
    }

    #[test]
    fn latin_spellings_are_searched_without_their_signs() {
        assert_eq!(search_key("al-Shaʿar"), "al shaar");
        assert_eq!(search_key("  Ḥalab!"), "halab");
        assert_eq!(skeleton("al shaar"), "l shr");
        assert_eq!(skeleton(&search_key("el-Charaa")), "l chr");
        assert_eq!(skeleton("حلب"), "");
    }
}
