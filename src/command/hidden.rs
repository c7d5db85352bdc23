//! What the documents hide: invisible characters, and what is flagged.
//!
//! Lives here: what was found in each document, found once; going from one
//! flagged place to the next; the switch that shows invisible characters.
//! Does not live here: finding them ([`crate::language::invisible`]) and
//! drawing them.
//!
//! Invariant: a document is looked through once, because its text never
//! changes; what is known belongs to exactly that text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::look::LowerTab;
use super::table::{Command, Menu, always, row};
use super::view;
use super::{CommandError, Selection, Workbench};
use crate::language::invisible::{
    self, CensusRow, Inspection, census, file_name_level, inspect, label_level, next_of,
    visible_name,
};
use crate::model::{Document, Id};

pub(super) const COMMANDS: &[Command] = &[
    row(
        "view.hidden",
        Menu::View,
        &[KeyboardShortcut::new(
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
            Key::Num8,
        )],
        always,
        |wb, _| {
            let look = wb.look_mut();
            look.hidden = !look.hidden;
            Ok(())
        },
    )
    .switch(|wb| wb.look().hidden)
    .group(),
    row("view.hidden-list", Menu::View, &[], always, |wb, _| {
        super::view::show_lower(wb, LowerTab::Hidden)
    })
    .switch(|wb| super::view::shows_lower(wb, LowerTab::Hidden))
    .within(view::PANELS),
    row(
        "hidden.next",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::NONE, Key::F7)],
        |wb| wb.active_reader().is_some(),
        |wb, _| wb.step_flagged(true),
    )
    .group(),
    row(
        "hidden.previous",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F7)],
        |wb| wb.active_reader().is_some(),
        |wb, _| wb.step_flagged(false),
    ),
];

/// What was found in one text.
#[derive(Clone, Debug, Default)]
pub struct HiddenIn {
    /// What is to be flagged.
    pub inspection: Inspection,
    /// What is not seen, counted.
    pub census: Vec<CensusRow>,
}

impl HiddenIn {
    /// Looks through a text; a megabyte takes some hundredths of a second.
    fn of(text: &str) -> Self {
        Self {
            inspection: inspect(text),
            census: census(text),
        }
    }

    /// How grave what is flagged is; `None` where nothing is.
    pub fn flag(&self) -> Option<invisible::Level> {
        self.inspection
            .level()
            .filter(|level| *level > invisible::Level::Info)
    }
}

/// One document to be looked through.
#[derive(Debug)]
pub struct HiddenJob {
    document: Id,
    text: Arc<str>,
}

/// What was found in it.
#[derive(Debug)]
pub struct HiddenResult {
    document: Id,
    text: Arc<str>,
    found: Arc<HiddenIn>,
}

impl HiddenJob {
    /// Length of the text, bytes.
    pub fn length(&self) -> usize {
        self.text.len()
    }

    /// Looks through the document, on whatever thread.
    pub fn run(self) -> HiddenResult {
        HiddenResult {
            found: Arc::new(HiddenIn::of(&self.text)),
            document: self.document,
            text: self.text,
        }
    }
}

/// What is known of each document, or asked for.
#[derive(Debug, Default)]
pub(super) struct HiddenBook {
    known: BTreeMap<Id, (Arc<str>, Option<Arc<HiddenIn>>)>,
    /// The state of the project in which nothing was left to ask for.
    settled: Option<(u64, usize)>,
    /// The state of the project in which documents are gone through, and how
    /// many were found to be known.
    passed: Option<((u64, usize), usize)>,
}

impl HiddenBook {
    fn get(&self, document: &Id, text: &Arc<str>) -> Option<&Arc<HiddenIn>> {
        self.known
            .get(document)
            .filter(|(known, _)| Arc::ptr_eq(known, text))
            .and_then(|(_, found)| found.as_ref())
    }
}

impl Workbench {
    /// What a document hides; `None` while it has not been looked through.
    pub fn hidden_in(&self, document: &Id) -> Option<&Arc<HiddenIn>> {
        let text = &self.project().document(document)?.text;
        self.hidden_book.get(document, text)
    }

    /// The next document to be looked through; each is handed out once.
    pub fn next_hidden_job(&mut self) -> Option<HiddenJob> {
        let revision = self.revision();
        if self.hidden_book.settled == Some(revision) {
            return None;
        }
        let known = &self.hidden_book.known;
        let from = self.hidden_book.passed;
        let from = from.map_or(
            0,
            |(state, count)| if state == revision { count } else { 0 },
        );
        // What is on the screen first.
        let shown = self
            .readers()
            .iter()
            .filter_map(|reader| self.project().document(&reader.document));
        let next = shown
            .map(|document| (document, from))
            .chain(self.project().documents_from(from).zip(from..))
            .find(|(document, _)| {
                known
                    .get(&document.id)
                    .is_none_or(|(text, _)| !Arc::ptr_eq(text, &document.text))
            })
            .map(|(document, at)| (document.id.clone(), Arc::clone(&document.text), at));
        let Some((document, text, at)) = next else {
            self.hidden_book.settled = Some(revision);
            // What was closed is let go of.
            let there: BTreeSet<Id> = self
                .project()
                .documents()
                .map(|document| document.id.clone())
                .collect();
            self.hidden_book.known.retain(|id, _| there.contains(id));
            return None;
        };
        self.hidden_book.passed = Some((revision, at));
        self.hidden_book
            .known
            .insert(document.clone(), (Arc::clone(&text), None));
        Some(HiddenJob { document, text })
    }

    /// Takes the result of a job; one of a text that is no longer there is
    /// dropped.
    pub fn take_hidden(&mut self, result: HiddenResult) {
        if let Some((text, found)) = self.hidden_book.known.get_mut(&result.document)
            && Arc::ptr_eq(text, &result.text)
        {
            *found = Some(result.found);
        }
    }

    /// What the active document hides, looked through now if it was not yet.
    fn hidden_now(&mut self) -> Option<(Id, Arc<HiddenIn>)> {
        let document = self.active_document()?;
        let (id, text) = (document.id.clone(), Arc::clone(&document.text));
        if let Some(found) = self.hidden_book.get(&id, &text) {
            return Some((id, Arc::clone(found)));
        }
        let found = Arc::new(HiddenIn::of(&text));
        self.hidden_book
            .known
            .insert(id.clone(), (text, Some(Arc::clone(&found))));
        Some((id, found))
    }

    /// Selects the next flagged place of the active document, or the one
    /// before.
    fn step_flagged(&mut self, forward: bool) -> Result<(), CommandError> {
        let Some((_, hidden)) = self.hidden_now() else {
            return Ok(());
        };
        let Some(reader) = self.active_reader() else {
            return Ok(());
        };
        let (id, here) = (reader.id, reader.selection.span());
        // What a caret stands before is the next; what is selected is not.
        let from = here.start + usize::from(forward && !here.is_empty());
        let next = hidden.inspection.next_flagged(from, forward).copied();
        let Some(finding) = next else {
            return Err(CommandError::message("hidden-none-flagged"));
        };
        self.select(id, Selection::over(finding.span));
        self.reveal(id, finding.span);
        Ok(())
    }

    /// Selects the next place of what a row of the census counts.
    pub fn go_to_hidden(&mut self, row: &CensusRow) {
        let Some(reader) = self.active_reader() else {
            return;
        };
        let (id, after) = (reader.id, reader.selection.span().end);
        let next = self
            .active_document()
            .and_then(|document| next_of(&document.text, row, after));
        if let Some(span) = next {
            self.select(id, Selection::over(span));
            self.reveal(id, span);
        }
    }
}

/// What is flagged about a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DocumentFlag {
    /// How grave it is.
    pub level: invisible::Level,
    /// How many places of the text are flagged.
    pub places: usize,
    /// Whether its title or the name of its file is.
    pub name: bool,
}

impl Workbench {
    /// What is flagged about a document: places of its text, as far as it has
    /// been looked through, its title, the name of its file.
    pub fn document_flag(&self, document: &Document) -> Option<DocumentFlag> {
        let hidden = self.hidden_in(&document.id);
        let text = hidden.and_then(|hidden| hidden.flag());
        let file = document
            .source
            .as_deref()
            .and_then(|source| file_name_level(file_name_of(source)));
        let name = file.max(label_level(&document.title));
        Some(DocumentFlag {
            level: text.max(name)?,
            places: hidden.map_or(0, |hidden| hidden.inspection.flagged()),
            name: name.is_some(),
        })
    }
}

/// The last part of a source path, of whatever system.
pub fn file_name_of(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// A path as it is shown: with what it hides made visible.
pub fn shown_path(path: &Path) -> String {
    visible_name(&path.display().to_string()).into_owned()
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not there"
)]
mod tests {
    use super::*;
    use crate::command::Args;
    use crate::command::FixedSurroundings;
    use crate::model::{Analyst, Edit, History, Project, Span, Timestamp};
    use crate::store::Settings;

    fn workbench(texts: &[&str]) -> Workbench {
        let project = Project::new("p", Analyst::new(Id::new("a"), "a"));
        let mut wb = Workbench::new(
            project,
            History::default(),
            Settings::default(),
            None,
            Box::new(FixedSurroundings::default()),
        );
        let edits = texts
            .iter()
            .enumerate()
            .map(|(index, text)| {
                let id = Id::new(format!("d{index}"));
                Edit::create(Document::new(id, "t", *text, Timestamp::UNIX_EPOCH))
            })
            .collect();
        wb.commit("file.open", edits).unwrap();
        wb.show_document(&Id::new("d0"));
        wb
    }

    #[test]
    fn each_document_is_looked_through_once() {
        let mut wb = workbench(&["a\u{202E}b", "قسد"]);
        let first = wb.next_hidden_job().unwrap();
        assert_eq!(first.length(), 5);
        let second = wb.next_hidden_job().unwrap();
        assert!(wb.next_hidden_job().is_none());
        assert!(wb.hidden_in(&Id::new("d0")).is_none());
        wb.take_hidden(first.run());
        wb.take_hidden(second.run());
        let found = |id: &str| wb.hidden_in(&Id::new(id)).unwrap().flag();
        assert_eq!(found("d0"), Some(invisible::Level::Danger));
        assert_eq!(found("d1"), None);
    }

    #[test]
    fn keys_go_from_flag_to_flag_and_around() {
        let mut wb = workbench(&["\u{202E}ab aаb\n10\u{A0}x\u{200B}y"]);
        let here = |wb: &Workbench| wb.active_reader().unwrap().selection.span();
        let mut seen = Vec::new();
        for _ in 0..5 {
            wb.run("hidden.next", &Args::None);
            seen.push(here(&wb).start);
        }
        assert_eq!(seen, [0, 6, 16, 0, 6]);
        wb.run("hidden.previous", &Args::None);
        assert_eq!(here(&wb).start, 0);
        let row = wb.hidden_now().unwrap().1.census[1];
        assert_eq!(row.character, '\u{A0}');
        wb.go_to_hidden(&row);
        assert_eq!(here(&wb), Span::new(13, 15));
    }

    #[test]
    fn an_honest_document_says_that_nothing_is_flagged() {
        let mut wb = workbench(&["قوات سوريا\u{A0}الديمقراطية"]);
        wb.run("hidden.next", &Args::None);
        assert_eq!(wb.notices().count(), 1);
        assert!(!wb.look().hidden);
        wb.run("view.hidden", &Args::None);
        assert!(wb.look().hidden);
    }
}
