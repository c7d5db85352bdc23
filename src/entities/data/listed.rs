//! The entries of hand-written lists, looked up.
//!
//! Here: the automaton over all forms of all entries, made from tables
//! (`lists`) beforehand for the bundled ones and at run time for the user's.
//! Not here: what an ambiguous form needs to count.
//!
//! **Invariant:** where several entries have a form, the one that is sure of
//! it wins, then the one whose name it is, then the earlier one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::compile::{
    Compiled, Reader, automaton, other_spellings, phrase_key, push_text, too_many,
};
use super::error::LineError;
use super::lists::{Entry, Form, Table};
use super::phrases::{Keys, PhraseMap};
use crate::entities::Type;

/// A form of an entry, packed into the automaton's number.
///
/// Bits: 0–31 where the entry is, 32–39 type, 40–47 list, 48 ambiguous, 49–50
/// what form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed(u64);

const AMBIGUOUS: u64 = 1 << 48;

impl Listed {
    /// What it names.
    pub fn kind(self) -> Type {
        let index = (self.0 >> 32 & 255) as usize;
        Type::ALL.get(index).copied().unwrap_or(Type::Organisation)
    }

    /// Whether the form is also something else, so that it counts only beside
    /// a cue or after the full name.
    pub fn is_ambiguous(self) -> bool {
        self.0 & AMBIGUOUS != 0
    }

    /// What form of the entry it is. An acronym matches in any case here; the
    /// caller compares it with the text.
    pub fn form(self) -> Form {
        match self.0 >> 49 & 3 {
            0 => Form::Name,
            1 => Form::Variant,
            _ => Form::Acronym,
        }
    }

    fn list(self) -> usize {
        (self.0 >> 40 & 255) as usize
    }
}

/// An entry as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedEntry<'d> {
    /// Its id, unique over the bundled lists.
    pub id: &'d str,
    /// Its usual Arabic name.
    pub name: &'d str,
    /// Its English name and other Latin spellings.
    pub english: Vec<&'d str>,
    /// Its acronyms, as written.
    pub acronyms: Vec<&'d str>,
    /// Its other Arabic forms.
    pub variants: Vec<&'d str>,
}

/// Many entries.
#[derive(Debug)]
pub struct Lists {
    forms: PhraseMap,
    details: Cow<'static, [u8]>,
}

impl Lists {
    /// The lists of the compiled bytes; `None` if they are broken.
    pub(crate) fn new(map: Cow<'static, [u8]>, details: Cow<'static, [u8]>) -> Option<Self> {
        Some(Self {
            forms: PhraseMap::new(map, Keys::Letters)?,
            details,
        })
    }

    /// Lists made while the program runs: the name and table of each.
    pub fn of(tables: &[(&str, Table)]) -> Result<Self, LineError> {
        let compiled = compile(tables, |word| super::words().is_word(word))?;
        Self::new(Cow::Owned(compiled.map), Cow::Owned(compiled.details)).ok_or(too_many(0))
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is no form.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The longest form at the head of `words` (folded), and how many words
    /// it takes.
    pub fn longest<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Option<(usize, Listed)> {
        let (taken, value) = self.forms.longest(words)?;
        Some((taken, Listed(value)))
    }

    /// Every form at the head of `words` (folded), shortest first.
    pub fn all<'a>(
        &self,
        words: impl IntoIterator<Item = &'a str>,
    ) -> impl Iterator<Item = (usize, Listed)> {
        let found = self.forms.all(words);
        found.map(|(taken, value)| (taken, Listed(value)))
    }

    /// The form that some folded words, joined by one space, are.
    pub fn get(&self, words: &str) -> Option<Listed> {
        self.forms.get(words).map(Listed)
    }

    /// The entry of a form, as far as a mark in a text needs it: id, name,
    /// English name.
    pub fn brief(&self, form: Listed) -> (&str, &str, Option<&str>) {
        let mut reader = Reader::at(&self.details, form.0 as u32 as usize);
        let (id, name) = (reader.text(), reader.text());
        let english = (reader.byte() > 0).then(|| reader.text());
        (id, name, english)
    }

    /// The entry of a form.
    pub fn entry(&self, form: Listed) -> ListedEntry<'_> {
        let mut reader = Reader::at(&self.details, form.0 as u32 as usize);
        let (id, name) = (reader.text(), reader.text());
        let mut texts = || (0..reader.byte()).map(|_| reader.text()).collect();
        ListedEntry {
            id,
            name,
            english: texts(),
            acronyms: texts(),
            variants: texts(),
        }
    }

    /// The name of the list that a form stands in: the file's, without its
    /// extension.
    pub fn list_name(&self, form: Listed) -> &str {
        let mut reader = Reader::at(&self.details, 0);
        let count = usize::from(reader.byte());
        let name = (0..count).map(|_| reader.text()).nth(form.list());
        name.unwrap_or_default()
    }
}

/// Compiles tables, each with the name of its list: `actors` for actors.tsv.
/// Lines with errors are left out; see [`Table::errors`].
/// `is_ordinary` tells of a folded word whether it is an ordinary one.
pub fn compile(
    tables: &[(&str, Table)],
    is_ordinary: impl Fn(&str) -> bool,
) -> Result<Compiled, LineError> {
    let mut details = vec![u8::try_from(tables.len()).map_err(|_| too_many(0))?];
    for (name, _) in tables {
        push_text(&mut details, name);
    }
    let mut best: BTreeMap<String, ((bool, Form), u64)> = BTreeMap::new();
    for (list, (_, table)) in tables.iter().enumerate() {
        for entry in &table.entries {
            let at = u32::try_from(details.len()).map_err(|_| too_many(entry.line))?;
            push_entry(&mut details, entry);
            let kind = Type::ALL.iter().position(|kind| *kind == entry.kind);
            for (form, text) in entry.forms() {
                let ambiguous = entry.ambiguous.contains(text);
                let value = u64::from(at)
                    | (kind.unwrap_or(0) as u64) << 32
                    | (list as u64) << 40
                    | if ambiguous { AMBIGUOUS } else { 0 }
                    | (form as u64) << 49;
                let rank = (ambiguous, form);
                let key = phrase_key(text);
                for key in [Some(oblique(&key)).filter(|other| *other != key), Some(key)] {
                    let Some(key) = key else { continue };
                    let kept = best.entry(key).or_insert((rank, value));
                    if form == Form::Acronym && Listed(kept.1).kind() != entry.kind {
                        kept.1 |= AMBIGUOUS;
                    } else if rank < kept.0 {
                        *kept = (rank, value);
                    }
                }
            }
        }
    }
    let sure = |value: u64| !Listed(value).is_ambiguous();
    let mut entries = Vec::new();
    for (key, (_, value)) in &best {
        if sure(*value) {
            let others = other_spellings(key, &is_ordinary);
            entries.extend(others.into_iter().map(|other| (other, *value)));
        }
    }
    // A form as its entry writes it goes before another's other spelling.
    entries.extend(best.into_iter().map(|(key, (_, value))| (key, value)));
    Ok(Compiled {
        map: automaton(entries)?,
        details,
    })
}

/// A form in the oblique case: الإخوان المسلمون → الإخوان المسلمين.
fn oblique(key: &str) -> String {
    let words = key.split(' ').map(|word| match word.strip_suffix("ون") {
        Some(stem) if word.starts_with("ال") && stem.chars().count() >= 5 => format!("{stem}ين"),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn push_entry(bytes: &mut Vec<u8>, entry: &Entry) {
    push_text(bytes, &entry.id);
    push_text(bytes, &entry.name);
    for texts in [&entry.english, &entry.acronyms, &entry.variants] {
        let count = texts.len().min(usize::from(u8::MAX));
        bytes.push(count as u8);
        for text in texts.iter().take(count) {
            push_text(bytes, text);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use crate::entities::data::lists::read;

    const ACTORS: &str = "sdf\tGROUP\tقوات سوريا الديمقراطية\tقسد|القوات\tSyrian Democratic Forces|QSD\tSDF\tvariant-ambiguous:القوات\nforces\tORG\tالقوات اللبنانية\tالقوات\n";

    fn lists() -> Lists {
        Lists::of(&[("own", read(ACTORS)), ("empty", read(""))]).unwrap()
    }

    #[test]
    fn a_form_leads_to_its_entry() {
        let lists = lists();
        let (words, form) = lists
            .longest(["قوات", "سوريا", "الديمقراطية", "في"])
            .unwrap();
        assert_eq!(words, 3);
        assert_eq!((form.kind(), form.form()), (Type::Group, Form::Name));
        let entry = lists.entry(form);
        assert_eq!(entry.id, "sdf");
        assert_eq!(entry.name, "قوات سوريا الديمقراطية");
        assert_eq!(entry.english, ["Syrian Democratic Forces", "QSD"]);
        assert_eq!(entry.acronyms, ["SDF"]);
        assert_eq!(entry.variants, ["قسد", "القوات"]);
        assert_eq!(
            lists.brief(form),
            (entry.id, entry.name, Some("Syrian Democratic Forces"))
        );
        assert_eq!(lists.list_name(form), "own");
        assert_eq!(lists.get("sdf").unwrap().form(), Form::Acronym);
        assert_eq!(lists.get("قسد").unwrap().form(), Form::Variant);
        assert_eq!(lists.get("لا شيء"), None);
    }

    #[test]
    fn the_entry_that_is_sure_of_a_form_has_it() {
        let lists = lists();
        let form = lists.get("القوات").unwrap();
        assert_eq!(form.kind(), Type::Organisation);
        assert!(!form.is_ambiguous());
        let alone = Lists::of(&[("own", read(ACTORS.lines().next().unwrap()))]).unwrap();
        assert!(alone.get("القوات").unwrap().is_ambiguous());
    }

    #[test]
    fn an_acronym_of_two_types_is_ambiguous() {
        let table = "a\tORG\tنادي\t\t\tAFC|CAF\nb\tGROUP\tحركة\t\t\tAFC\n";
        let lists = Lists::of(&[("own", read(table))]).unwrap();
        assert!(lists.get("afc").unwrap().is_ambiguous());
        assert!(!lists.get("caf").unwrap().is_ambiguous());
    }

    #[test]
    fn a_plural_is_found_in_the_oblique_case() {
        let table = "mb\tGROUP\tالإخوان المسلمون\n";
        let lists = Lists::of(&[("own", read(table))]).unwrap();
        assert!(lists.get("الاخوان المسلمين").is_some());
        assert!(lists.get("الاخوان المسلمون").is_some());
    }

    #[test]
    fn no_lists_are_fine() {
        let none = Lists::of(&[]).unwrap();
        assert!(none.is_empty());
        assert_eq!(none.longest(["قسد"]), None);
    }
}
