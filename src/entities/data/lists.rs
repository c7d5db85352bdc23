//! Lists of names written by hand: the tables of assets/data/lists and those
//! of the user, which have the same form.
//!
//! A table is UTF-8 text. Lines beginning with `#` are notes; every other line
//! is an entry of up to seven cells between tabs: id, type, name, variants
//! (`|` between), English names, acronyms, flags. The flag `ambiguous` says
//! that the name, and with it its variants of one word, is also something else
//! and needs a cue; `variant-ambiguous:` and some forms (`|` between) says so of
//! those forms only.
//!
//! Here: reading and checking a table. Not here: looking a name up
//! (`listed`).
//!
//! **Invariant:** every line is an entry or an error that says what is wrong
//! with it; no line is dropped in silence.

use std::collections::{BTreeMap, BTreeSet};

use super::compile::{phrase_key, rows};
use super::error::{LineError, Problem};
use crate::entities::Type;
use crate::language::letters::is_arabic_letter;

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Lower-case ASCII letters, digits and hyphens; unique over all lists.
    pub id: String,
    /// What the name names.
    pub kind: Type,
    /// The name in its usual Arabic form.
    pub name: String,
    /// Its other Arabic forms.
    pub variants: Vec<String>,
    /// Its English name, then other Latin spellings.
    pub english: Vec<String>,
    /// Latin acronyms, as they stand in a text.
    pub acronyms: Vec<String>,
    /// The forms that are also something else and need a cue.
    pub ambiguous: BTreeSet<String>,
    /// The line of the table, from 1.
    pub line: usize,
}

/// What a form of an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The name itself.
    Name,
    /// Another Arabic form.
    Variant,
    /// An acronym in Latin letters: it counts in its own case only.
    Acronym,
}

impl Entry {
    /// Every form of the entry that may stand in a text, the name first.
    pub fn forms<'e>(&'e self) -> impl Iterator<Item = (Form, &'e str)> {
        let of = |form, texts: &'e [String]| texts.iter().map(move |text| (form, text.as_str()));
        std::iter::once((Form::Name, self.name.as_str()))
            .chain(of(Form::Variant, &self.variants))
            .chain(of(Form::Acronym, &self.acronyms))
    }
}

/// A table, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The entries of the lines that are right.
    pub entries: Vec<Entry>,
    /// What is wrong with the others.
    pub errors: Vec<LineError>,
}

/// Reads a table.
pub fn read(text: &str) -> Table {
    let mut table = Table::default();
    let mut ids = BTreeSet::new();
    for (line, row) in rows(text.trim_start_matches('\u{FEFF}')) {
        match entry(row, line) {
            Ok(entry) if !ids.insert(entry.id.clone()) => {
                let problem = Problem::RepeatedId(entry.id);
                table.errors.push(LineError::new(line, problem));
            }
            Ok(entry) => table.entries.push(entry),
            Err(problem) => table.errors.push(LineError::new(line, problem)),
        }
    }
    table
}

/// The cells of a line.
const CELLS: usize = 7;
/// Cells that no line may do without: id, type, name.
const NEEDED_CELLS: usize = 3;

fn entry(row: &str, line: usize) -> Result<Entry, Problem> {
    let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
    if !(NEEDED_CELLS..=CELLS).contains(&cells.len()) {
        return Err(Problem::Cells {
            found: cells.len(),
            wanted: CELLS,
        });
    }
    let cell = |index: usize| cells.get(index).copied().unwrap_or_default();
    let [id, code, name] = [cell(0), cell(1), cell(2)];
    let unknown = |what, value: &str| Problem::Unknown {
        what,
        value: value.to_owned(),
    };
    if id.is_empty() {
        return Err(Problem::Missing("id"));
    }
    let is_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.chars().all(is_slug) {
        return Err(unknown("id of a-z, 0-9 and -", id));
    }
    let kind = Type::from_code(code).ok_or_else(|| unknown("type", code))?;
    if name.is_empty() {
        return Err(Problem::Missing("name"));
    }
    if !name.chars().any(is_arabic_letter) {
        return Err(unknown("name in Arabic letters", name));
    }
    let mut entry = Entry {
        id: id.to_owned(),
        kind,
        name: name.to_owned(),
        variants: parts(cell(3)),
        english: parts(cell(4)),
        acronyms: parts(cell(5)),
        ambiguous: BTreeSet::new(),
        line,
    };
    if let Some((_, form)) = entry.forms().find(|(_, form)| phrase_key(form).is_empty()) {
        return Err(Problem::NoLetters(form.to_owned()));
    }
    entry.ambiguous = ambiguous(&entry, cell(6))?;
    Ok(entry)
}

fn parts(cell: &str) -> Vec<String> {
    let parts = cell.split('|').map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The forms that the flags call ambiguous. (Forms hold spaces, so
/// `variant-ambiguous:` is the last flag.)
fn ambiguous(entry: &Entry, flags: &str) -> Result<BTreeSet<String>, Problem> {
    const OF_VARIANTS: &str = "variant-ambiguous:";
    let (plain, of_variants) = flags.split_once(OF_VARIANTS).unwrap_or((flags, ""));
    let unknown = |what, value: &str| Problem::Unknown {
        what,
        value: value.to_owned(),
    };
    let mut found = BTreeSet::new();
    for flag in plain.split_whitespace() {
        if flag != "ambiguous" {
            return Err(unknown("flag", flag));
        }
        // A name that needs a cue lends that to its short forms.
        let short = entry.variants.iter().filter(|form| !form.contains(' '));
        found.extend(short.cloned());
        found.insert(entry.name.clone());
    }
    for form in parts(of_variants) {
        let key = phrase_key(&form);
        let mut same = entry.forms().filter(|(_, own)| phrase_key(own) == key);
        let Some((_, own)) = same.next() else {
            return Err(unknown("form of this entry", &form));
        };
        found.insert(own.to_owned());
    }
    // A form that differs by its hamza only is the same form.
    let keys: BTreeSet<String> = found.iter().map(|form| phrase_key(form)).collect();
    let same = entry
        .forms()
        .filter(|(_, form)| keys.contains(&phrase_key(form)));
    Ok(same.map(|(_, form)| form.to_owned()).collect())
}

/// Two entries of different types with an Arabic form in common that neither
/// calls ambiguous.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The form, folded.
    pub key: String,
    /// The id of the first.
    pub first: String,
    /// The id of the second.
    pub second: String,
}

/// The clashes among some entries: a form must not say two things for sure.
/// (An acronym may: where two types share it, it is ambiguous by itself.)
pub fn clashes<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Clash> {
    let mut sure: BTreeMap<String, &Entry> = BTreeMap::new();
    let mut found = Vec::new();
    for entry in entries {
        for (sort, form) in entry.forms() {
            if sort == Form::Acronym || entry.ambiguous.contains(form) {
                continue;
            }
            let key = phrase_key(form);
            let first = *sure.entry(key.clone()).or_insert(entry);
            if first.kind != entry.kind {
                found.push(Clash {
                    key,
                    first: first.id.clone(),
                    second: entry.id.clone(),
                });
            }
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    fn problem(row: &str) -> Problem {
        let table = read(row);
        assert!(table.entries.is_empty(), "{row}");
        table.errors.first().unwrap().problem.clone()
    }

    #[test]
    fn an_entry_has_its_forms_and_flags() {
        let table = read(
            "# a note\n\nsdf\tGROUP\tقوات سوريا الديمقراطية\tقسد|القوات\tSyrian Democratic Forces|SDF forces\tSDF\tvariant-ambiguous:القوات\n",
        );
        assert_eq!(table.errors, []);
        let entry = table.entries.first().unwrap();
        assert_eq!(entry.line, 3);
        assert_eq!(entry.kind, Type::Group);
        assert_eq!(entry.english.len(), 2);
        let forms: Vec<_> = entry.forms().collect();
        assert_eq!(
            forms,
            [
                (Form::Name, "قوات سوريا الديمقراطية"),
                (Form::Variant, "قسد"),
                (Form::Variant, "القوات"),
                (Form::Acronym, "SDF"),
            ]
        );
        assert!(entry.ambiguous.contains("القوات"));
        assert_eq!(entry.ambiguous.len(), 1);
    }

    #[test]
    fn trailing_cells_may_be_left_out() {
        assert_eq!(read("a-1\tLOC\tالتل").entries.len(), 1);
        assert_eq!(read("\u{FEFF}a-1\tLOC\tالتل").entries.len(), 1);
    }

    #[test]
    fn every_error_says_what_and_where() {
        let table = read("a\tLOC\tالتل\nb\tPLACE\tالتل\nc\tLOC\tالجبل\n");
        assert_eq!(table.entries.len(), 2);
        let error = table.errors.first().unwrap();
        assert_eq!(error.to_string(), "line 2: “PLACE” is no type");
        assert!(matches!(problem("a\tLOC"), Problem::Cells { found: 2, .. }));
        assert!(matches!(problem("a b\tLOC\tالتل"), Problem::Unknown { .. }));
        assert_eq!(problem("\tLOC\tالتل"), Problem::Missing("id"));
        assert_eq!(problem("a\tLOC\t"), Problem::Missing("name"));
        assert!(matches!(problem("a\tLOC\tHill"), Problem::Unknown { .. }));
        assert!(matches!(problem("a\tLOC\tالتل\t…"), Problem::NoLetters(_)));
        assert!(matches!(
            problem("a\tLOC\tالتل\t\t\t\tsometimes"),
            Problem::Unknown { what: "flag", .. }
        ));
        assert!(matches!(
            problem("a\tLOC\tالتل\t\t\t\tvariant-ambiguous:الجبل"),
            Problem::Unknown { .. }
        ));
        let twice = read("a\tLOC\tالتل\na\tLOC\tالجبل");
        let error = twice.errors.first().unwrap();
        assert_eq!(error.problem, Problem::RepeatedId("a".to_owned()));
    }

    #[test]
    fn a_form_says_one_thing_unless_it_is_ambiguous() {
        let clashing = read("a\tLOC\tالتل\nb\tORG\tشركة التل\tالتل\n").entries;
        let clash = clashes(&clashing).pop().unwrap();
        assert_eq!((clash.first.as_str(), clash.second.as_str()), ("a", "b"));
        let flagged = "a\tLOC\tالتل\nb\tORG\tشركة التل\tالتل\t\t\tvariant-ambiguous:التل\n";
        assert_eq!(clashes(&read(flagged).entries), []);
    }
}
