//! The user's own list of words: what stands in it, adding, removing.
//!
//! Lives here: the columns of the table and the commands about it. Does not
//! live here: the file (store), and what a word of a list does (entities).
//!
//! Invariant: lines that are not understood stay in the file as they are.

use std::path::PathBuf;

use crate::entities::{OwnList, Type};
use crate::model::Id;
use crate::store::{self, Places};

use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, NoticeKind, Request, Workbench};

pub(super) const COMMANDS: &[Command] = &[
    row("words.add", Menu::Mark, &[], always, |wb, _| {
        let words = wb.words_at_hand();
        wb.request(Request::AddWord(words));
        Ok(())
    })
    .within(WORDS)
    .group(),
    row("words.list", Menu::Mark, &[], always, |wb, _| {
        wb.request(Request::ShowWords);
        Ok(())
    })
    .within(WORDS),
    row("words.reload", Menu::Mark, &[], always, reload).within(WORDS),
];

/// The entry of the menu with what is done to the user's own words.
const WORDS: &str = "menu-words";

/// What a new list begins with.
const HEAD: &str = "# Your own words for Hashiya: one a line, columns separated by tabulators.\n\
    # id, type (PERSON ORG GROUP LOC FAC NORP DATE NUMBER TITLE EVENT WEAPON), name, other\n\
    # spellings (separated by |), English, acronyms, flags (ambiguous: only after the full form).\n";

/// One word of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWord {
    /// Names it inside the list.
    pub id: String,
    /// What it is.
    pub kind: Type,
    /// The words themselves.
    pub name: String,
    /// Other spellings.
    pub variants: Vec<String>,
    /// Its name in English, with other Latin spellings.
    pub english: Vec<String>,
    /// Latin acronyms as they stand in texts.
    pub acronyms: Vec<String>,
    /// Whether it is also an ordinary word.
    pub ambiguous: bool,
}

impl OwnWord {
    /// A word of that type, without other spellings.
    pub fn new(kind: Type, name: &str) -> Self {
        Self {
            id: String::new(),
            kind,
            name: one_line(name),
            variants: Vec::new(),
            english: Vec::new(),
            acronyms: Vec::new(),
            ambiguous: false,
        }
    }

    /// Reads a line of the list; comments, empty lines and what is not
    /// understood are no word.
    pub fn from_line(line: &str) -> Option<Self> {
        let line = line.trim_end_matches(['\r', '\n']);
        if line.starts_with('#') {
            return None;
        }
        let mut columns = line.split('\t').map(str::trim);
        let id = columns.next()?.to_owned();
        let kind = Type::from_code(columns.next()?)?;
        let name = columns.next().filter(|name| !name.is_empty())?.to_owned();
        let mut several = || -> Vec<String> {
            let parts = columns.next().unwrap_or_default().split('|').map(str::trim);
            parts
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let (variants, english, acronyms) = (several(), several(), several());
        let flags = columns.next().unwrap_or_default();
        Some(Self {
            id,
            kind,
            name,
            variants,
            english,
            acronyms,
            ambiguous: flags.split_whitespace().any(|flag| flag == "ambiguous"),
        })
    }

    /// The line that says the same.
    pub fn to_line(&self) -> String {
        let several = |parts: &[String]| {
            let parts: Vec<String> = parts.iter().map(|part| one_line(part)).collect();
            parts.join("|")
        };
        [
            one_line(&self.id),
            self.kind.code().to_owned(),
            one_line(&self.name),
            several(&self.variants),
            several(&self.english),
            several(&self.acronyms),
            if self.ambiguous { "ambiguous" } else { "" }.to_owned(),
        ]
        .join("\t")
    }
}

/// Without what separates columns and lines.
fn one_line(words: &str) -> String {
    let parts: Vec<&str> = words.split_whitespace().collect();
    parts.join(" ")
}

/// The list as it was read last.
#[derive(Clone, Debug, Default)]
pub struct OwnWords {
    path: Option<PathBuf>,
    text: String,
    words: Vec<OwnWord>,
}

impl OwnWords {
    /// Reads the list of these places; a list that cannot be read is empty,
    /// and the answer says why.
    pub(super) fn load(places: Option<&Places>) -> (Self, Option<CommandError>) {
        let mut own = Self {
            path: places.map(Places::word_list),
            ..Self::default()
        };
        let problem = own.read().err();
        (own, problem)
    }

    /// Where the list is kept; nowhere in a picture.
    pub fn path(&self) -> Option<&std::path::Path> {
        self.path.as_deref()
    }

    /// The words in the order of the list.
    pub fn words(&self) -> &[OwnWord] {
        &self.words
    }

    fn read(&mut self) -> Result<(), CommandError> {
        if let Some(path) = &self.path {
            let text = store::read_word_list(path)?;
            self.set(text);
        }
        Ok(())
    }

    fn set(&mut self, text: String) {
        self.words = text.lines().filter_map(OwnWord::from_line).collect();
        self.text = text;
    }

    /// Writes the list first, so that what is shown is on the disk.
    fn replace(&mut self, text: String) -> Result<(), CommandError> {
        if let Some(path) = &self.path {
            store::write_word_list(path, &text)?;
        }
        self.set(text);
        Ok(())
    }
}

fn reload(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    wb.own_words.read()?;
    wb.own_words_changed();
    let count = wb.own_words.words.len();
    let text = wb.messages().format(
        "toast-words-read",
        &[("count", crate::i18n::Arg::from(count))],
    );
    wb.notify(NoticeKind::Done, text);
    Ok(())
}

impl Workbench {
    /// The user's own list of words.
    pub fn own_words(&self) -> &OwnWords {
        &self.own_words
    }

    /// Puts a word into the user's own list, in place of one with the same
    /// name and type; it counts at once.
    pub fn add_own_word(&mut self, word: &OwnWord) -> Result<(), CommandError> {
        if word.name.trim().is_empty() {
            return Err(CommandError::message("toast-no-selection"));
        }
        let own = &mut self.own_words;
        let same = |line: &str| {
            OwnWord::from_line(line)
                .is_some_and(|other| other.name == word.name && other.kind == word.kind)
        };
        let mut text: String = if own.text.is_empty() {
            HEAD.to_owned()
        } else {
            kept_lines(&own.text, |line| !same(line))
        };
        let number = own
            .words
            .iter()
            .filter_map(|word| word.id.strip_prefix("own-")?.parse::<u32>().ok())
            .max()
            .unwrap_or(0)
            + 1;
        let mut word = word.clone();
        if word.id.is_empty() {
            word.id = format!("own-{number}");
        }
        text.push_str(&word.to_line());
        text.push('\n');
        own.replace(text)?;
        self.own_words_changed();
        Ok(())
    }

    /// Takes a word out of the user's own list.
    pub fn remove_own_word(&mut self, word: &OwnWord) -> Result<(), CommandError> {
        let text = kept_lines(&self.own_words.text, |line| {
            OwnWord::from_line(line).as_ref() != Some(word)
        });
        self.own_words.replace(text)?;
        self.own_words_changed();
        Ok(())
    }

    /// Every document is read again with the list as it is now, those in the
    /// readers at once.
    pub(super) fn own_words_changed(&mut self) {
        let own = OwnList::read(&self.own_words.text);
        self.use_own_list(own);
        // What it calls one thing, entities are found by.
        self.registry = super::Registry::default();
    }

    /// What "add to the word list" would add: the selection, the suggestion
    /// under review, the chosen mark, each with its type.
    fn words_at_hand(&self) -> Option<(String, Option<Type>)> {
        if let Some(words) = self.selected_text() {
            return Some((one_line(words), None));
        }
        if let Some((document, suggestion)) = self.current_suggestion() {
            let text = &self.project().document(document)?.text;
            let words = suggestion.span.of(text)?;
            return Some((one_line(words), Some(suggestion.kind)));
        }
        let mark = self.selected_mark()?;
        let text = &self.project().document(&mark.document)?.text;
        let tag: &Id = &mark.tag;
        Some((one_line(&mark.quote(text)), Type::from_tag(tag)))
    }
}

/// The lines of a text that are kept, each ended.
fn kept_lines(text: &str, keep: impl Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.lines().filter(|line| keep(line)) {
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_is_written() {
        let word = OwnWord {
            id: "own-3".to_owned(),
            variants: vec!["مركز التوثيق".to_owned(), "المركز".to_owned()],
            english: vec!["Documentation Centre".to_owned()],
            acronyms: vec!["VDC".to_owned()],
            ambiguous: true,
            ..OwnWord::new(Type::Organisation, "مركز  توثيق\tالانتهاكات\n")
        };
        assert_eq!(word.name, "مركز توثيق الانتهاكات");
        assert_eq!(OwnWord::from_line(&word.to_line()), Some(word));
    }

    #[test]
    fn short_lines_are_words_and_nonsense_is_none() {
        let short = OwnWord::from_line("\tLOC\tتل تمر").unwrap();
        assert_eq!((short.kind, short.name.as_str()), (Type::Place, "تل تمر"));
        for line in [
            "",
            "# LOC",
            "own-1",
            "own-1\tTOWN\tx",
            "own-1\tLOC\t",
            "own-1\tLOC",
        ] {
            assert_eq!(OwnWord::from_line(line), None, "{line:?}");
        }
    }
}
