//! Tag all: every place where some words stand, shown first, then marked,
//! given another tag, or freed of one, in one step.
//!
//! Lives here: what is looked for and where (`opening`), the work of looking,
//! handed out as values without threads (`jobs`), what stands at a place
//! already (`standing`), the list with its ticks (`list`), the step itself
//! (`applying`), and the rows of the table (`commands`). Not here: how words are
//! found (analysis), threads and drawing (ui).
//!
//! **Invariant:** what is done is what is ticked in the list; every change of
//! the project takes the list away, so that it never shows what is no longer
//! so.

mod applying;
pub(super) mod commands;
mod jobs;
mod list;
mod opening;
mod standing;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use jobs::{TagAllJob, TagAllResult};
pub use list::{TagDocument, TagGroup, TagLine, TagRow, Tick};
pub use standing::Standing;

use crate::analysis::Names;
use crate::model::{Annotation, Id, Span};

use super::{CommandError, Workbench};
use jobs::Search;
use list::List;

/// What is done to the places that are ticked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagTask {
    /// They are marked.
    #[default]
    Mark,
    /// Their marks get another tag.
    Retype,
    /// Their marks are removed.
    Unmark,
}

/// Where is looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagScope {
    /// In the document of the active reader.
    #[default]
    Document,
    /// In all documents that are open in readers.
    Open,
    /// In all documents of the project.
    Project,
}

/// How is looked; kept from one list to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent switches, each shown as one"
)]
pub struct TagChoices {
    /// Where.
    pub scope: TagScope,
    /// Only the very letters, instead of all spellings.
    pub exact: bool,
    /// Also behind و ف ب ل ك and the article.
    pub clitics: bool,
    /// Also the other names of the same entity.
    pub aliases: bool,
    /// Places in page furniture are ticked too.
    pub furniture: bool,
}

impl Default for TagChoices {
    fn default() -> Self {
        Self {
            scope: TagScope::Document,
            exact: false,
            clitics: true,
            aliases: false,
            furniture: false,
        }
    }
}

/// Whose mentions the new marks are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EntityChoice {
    /// Nobody's, unless an accepted suggestion says so.
    #[default]
    None,
    /// This entity's.
    Known(Id),
    /// A new entity's, with the words that are looked for as its name.
    New,
}

/// The list that waits for a yes or no.
#[derive(Debug)]
pub struct TagAll {
    /// The words, as they were chosen or typed.
    words: String,
    /// The entity whose names they are, if one is known.
    offered: Option<Id>,
    /// The places that were handed over, where nothing is looked for.
    given: Option<Arc<BTreeSet<(Id, Span)>>>,
    /// Whose marks count, when the reader shows one analyst's.
    layer: Option<Id>,
    task: TagTask,
    choices: TagChoices,
    tag: Option<Id>,
    entity: EntityChoice,
    names: Arc<Names>,
    search: Search,
    list: List,
    /// The line commands are about.
    at: usize,
    /// What a person ticked or unticked, by place.
    said: BTreeMap<(Id, Span), bool>,
}

/// The open list, and what outlives it.
#[derive(Debug, Default)]
pub(super) struct TagDesk {
    pub(super) open: Option<TagAll>,
    choices: TagChoices,
    next_ticket: u64,
    revision: u64,
}

impl TagAll {
    /// The words that are looked for.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What would be done.
    pub fn task(&self) -> TagTask {
        self.task
    }

    /// Whether the places were handed over: nothing is looked for.
    pub fn is_given(&self) -> bool {
        self.given.is_some()
    }

    /// How is looked.
    pub fn choices(&self) -> TagChoices {
        self.choices
    }

    /// The tag marks would get, or be freed of; none until one is chosen.
    pub fn tag(&self) -> Option<&Id> {
        self.tag.as_ref()
    }

    /// Whose mentions the marks would be.
    pub fn entity(&self) -> &EntityChoice {
        &self.entity
    }

    /// The entity that has this name already.
    pub fn offered_entity(&self) -> Option<&Id> {
        self.offered.as_ref()
    }

    /// How many names are looked for.
    pub fn name_count(&self) -> usize {
        self.names.len()
    }

    /// The lines of the list, from top to bottom.
    pub fn lines(&self) -> &[TagLine] {
        self.list.lines()
    }

    /// The line with this number.
    pub fn line(&self, index: usize) -> Option<TagLine> {
        self.list.lines().get(index).copied()
    }

    /// The number of the line the list stands at.
    pub fn at(&self) -> usize {
        self.at.min(self.lines().len().saturating_sub(1))
    }

    /// The spelling a line belongs to.
    pub fn group_of(&self, line: TagLine) -> Option<usize> {
        let row = match line {
            TagLine::Group(group) => return Some(group),
            TagLine::Document(document) => self.document(document)?.rows.start,
            TagLine::Row(row) => row,
        };
        let groups = self.list.groups();
        groups.iter().position(|group| group.rows.contains(&row))
    }

    /// Whether all of a line that can be is ticked.
    fn is_ticked(&self, line: TagLine) -> bool {
        match line {
            TagLine::Group(group) => self
                .group(group)
                .is_some_and(|group| group.tick() == Tick::All),
            TagLine::Document(document) => self
                .document(document)
                .is_some_and(|one| one.tick() == Tick::All),
            TagLine::Row(row) => self.row(row).is_some_and(|row| row.ticked),
        }
    }

    /// All places with one spelling.
    pub fn group(&self, index: usize) -> Option<&TagGroup> {
        self.list.groups().get(index)
    }

    /// How many spellings were found.
    pub fn group_count(&self) -> usize {
        self.list.groups().len()
    }

    /// The places of one document with one spelling.
    pub fn document(&self, index: usize) -> Option<&TagDocument> {
        self.list.documents().get(index)
    }

    /// A place.
    pub fn row(&self, index: usize) -> Option<&TagRow> {
        self.list.row(index)
    }

    /// How many places are in the list.
    pub fn row_count(&self) -> usize {
        self.list.row_count()
    }

    /// How many of them are ticked.
    pub fn ticked(&self) -> usize {
        self.list.ticked()
    }

    /// How many documents have been looked through, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        self.search.progress()
    }

    /// Whether documents are still to be looked through.
    pub fn is_searching(&self) -> bool {
        self.search.is_going_on()
    }

    /// Whether the search was stopped before it was through.
    pub fn is_stopped(&self) -> bool {
        self.search.is_stopped()
    }

    /// Whether a mark is one of those that are shown.
    fn shows(&self, mark: &Annotation) -> bool {
        self.layer.as_ref().is_none_or(|layer| *layer == mark.by)
    }

    /// Whether the step can be done.
    pub fn is_ready(&self) -> bool {
        self.ticked() > 0 && (self.tag.is_some() || self.task == TagTask::Unmark)
    }
}

impl Workbench {
    /// The list of places that waits for a yes or no.
    pub fn tag_all(&self) -> Option<&TagAll> {
        self.tag_desk.open.as_ref()
    }

    /// Changes with everything that can be seen of the list.
    pub fn tag_all_revision(&self) -> u64 {
        self.tag_desk.revision
    }

    /// Puts the list away; nothing is done.
    pub fn close_tag_all(&mut self) {
        if self.tag_desk.open.take().is_some() {
            self.tag_desk.revision += 1;
        }
    }

    /// Chooses the tag.
    pub fn choose_tag_for_all(&mut self, tag: &Id) {
        if self.project().tag(tag).is_none() {
            return;
        }
        if let Some(open) = &mut self.tag_desk.open
            && open.tag.as_ref() != Some(tag)
        {
            open.tag = Some(tag.clone());
            self.judge_tag_rows();
        }
    }

    /// Chooses whose mentions the marks will be.
    pub fn choose_entity_for_all(&mut self, entity: EntityChoice) {
        if let Some(open) = &mut self.tag_desk.open {
            open.entity = entity;
            self.tag_desk.revision += 1;
        }
    }

    /// Marks, gives another tag, or removes.
    pub fn choose_task_for_all(&mut self, task: TagTask) {
        if let Some(open) = &mut self.tag_desk.open
            && open.task != task
        {
            open.task = task;
            open.said.clear();
            self.look_for_all_again();
        }
    }

    /// Looks again, elsewhere or otherwise.
    pub fn choose_tag_choices(&mut self, choices: TagChoices) {
        let Some(open) = &mut self.tag_desk.open else {
            return;
        };
        if open.choices == choices {
            return;
        }
        let before = open.choices;
        open.choices = choices;
        self.tag_desk.choices = choices;
        let same_search = TagChoices {
            furniture: before.furniture,
            ..choices
        } == before;
        if same_search {
            self.judge_tag_rows();
        } else {
            self.look_for_all_again();
        }
    }

    /// Looks for other words.
    pub fn set_tag_all_words(&mut self, words: &str) {
        if let Some(open) = &mut self.tag_desk.open
            && open.words != words
        {
            words.clone_into(&mut open.words);
            open.given = None;
            open.said.clear();
            self.look_for_all_again();
        }
    }

    /// Ticks a line of the list, or takes the tick away: a place, all of a
    /// document, all of a spelling.
    pub fn tick_tag_line(&mut self, line: TagLine, on: bool) {
        if let Some(open) = &mut self.tag_desk.open {
            open.list.tick(line, on, &mut open.said);
            self.tag_desk.revision += 1;
        }
    }

    /// Ticks everything that can be ticked, or nothing.
    pub fn tick_all_tag_rows(&mut self, on: bool) {
        if let Some(open) = &mut self.tag_desk.open {
            for group in 0..open.list.groups().len() {
                open.list.tick(TagLine::Group(group), on, &mut open.said);
            }
            self.tag_desk.revision += 1;
        }
    }

    /// Goes to a line of the list, by its number.
    pub fn stand_at_tag_line(&mut self, index: usize) {
        if let Some(open) = &mut self.tag_desk.open {
            open.at = index.min(open.lines().len().saturating_sub(1));
            self.tag_desk.revision += 1;
        }
    }

    /// Ticks the line the list stands at, or takes the tick away.
    fn turn_tag_line(&mut self) -> Result<(), CommandError> {
        let open = self.tag_all_or_say()?;
        if let Some(line) = open.line(open.at()) {
            let on = !open.is_ticked(line);
            self.tick_tag_line(line, on);
        }
        Ok(())
    }

    /// Shows the places of the spelling the list stands at, or hides them
    /// under its line, which is then stood at.
    fn fold_tag_group(&mut self) -> Result<(), CommandError> {
        let open = self.tag_all_or_say()?;
        let line = open.line(open.at());
        let Some(number) = line.and_then(|line| open.group_of(line)) else {
            return Ok(());
        };
        let unfold = !open.group(number).is_some_and(|group| group.is_open);
        let heading = |line: &TagLine| *line == TagLine::Group(number);
        let heading = open.lines().iter().position(heading);
        self.unfold_tag_group(number, unfold);
        if !unfold && let Some(heading) = heading {
            self.stand_at_tag_line(heading);
        }
        Ok(())
    }

    /// Shows the places of a spelling, or hides them under its line.
    pub fn unfold_tag_group(&mut self, group: usize, open: bool) {
        if let Some(all) = &mut self.tag_desk.open {
            all.list.unfold(group, open);
            self.tag_desk.revision += 1;
        }
    }

    /// The list, for a command that needs one.
    fn tag_all_or_say(&self) -> Result<&TagAll, CommandError> {
        self.tag_all()
            .ok_or(CommandError::message("error-nothing-to-tag"))
    }
}
