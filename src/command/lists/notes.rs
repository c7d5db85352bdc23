//! The list of all notes: those on marks, documents, entities, tags and the
//! project, and the marks' own.
//!
//! Invariant: the notes are gathered anew only when a note has changed, come
//! or gone.

use crate::command::Workbench;
use crate::language::{Level, key};
use crate::model::{Edit, Id, Project, Record, Timestamp};
use serde::{Deserialize, Serialize};

use super::table::Words;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteOn {
    /// A mark.
    Mark,
    /// A document.
    Document,
    /// An entity.
    Entity,
    /// A tag.
    Tag,
    /// The project.
    Project,
}

impl NoteOn {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Mark,
        Self::Document,
        Self::Entity,
        Self::Tag,
        Self::Project,
    ];
}

/// What the notes are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteColumn {
    /// What they are about.
    #[default]
    About,
    /// Their words.
    Text,
    /// Who wrote them.
    By,
    /// When they were written.
    At,
}

impl NoteColumn {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::About, Self::Text, Self::By, Self::At];
}

/// Which notes are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteFilter {
    /// Words of the note or of what it is about, as typed.
    pub text: String,
    /// Those about this only.
    pub about: Option<NoteOn>,
}

/// A note in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// What it is about.
    pub about: NoteOn,
    /// The record it is about; none for the project.
    pub target: Option<Id>,
    /// The note's own record; none for what is written on a mark itself.
    pub note: Option<Id>,
    /// The name of what it is about: words of a mark, a title, a name.
    pub name: String,
    /// The note.
    pub text: String,
    /// Who wrote it.
    pub by: Id,
    /// When.
    pub at: Timestamp,
}

/// The list.
#[derive(Debug, Default)]
pub(in crate::command) struct Notes {
    followed: Option<(u64, usize)>,
    language: Option<crate::i18n::Language>,
    rows: Vec<NoteRow>,
    words: Words,
    pub(in crate::command) filter: NoteFilter,
    pub(in crate::command) column: NoteColumn,
    pub(in crate::command) down: bool,
    shown: Vec<u32>,
    state: Option<(NoteFilter, NoteColumn, bool)>,
}

impl Notes {
    /// The notes shown.
    pub(super) fn len(&self) -> usize {
        self.shown.len()
    }

    /// The note in a row.
    pub(super) fn row(&self, row: usize) -> Option<&NoteRow> {
        self.rows.get(*self.shown.get(row)? as usize)
    }

    /// Brings the list up to date.
    pub(super) fn refresh(&mut self, wb: &Workbench) {
        let now = wb.revision();
        let language = wb.messages().language();
        let before = self.followed.replace(now);
        let mut stale = before != Some(now) || self.language != Some(language);
        if let Some((generation, seen)) = before
            && generation == now.0
            && seen <= now.1
            && self.language == Some(language)
        {
            let mut fresh = wb.history().transactions().skip(seen);
            stale = fresh.any(|step| step.edits.iter().any(concerns_notes));
        }
        if stale {
            self.language = Some(language);
            self.rows = gather(wb.project(), language.code());
            self.state = None;
        }
        let wanted = (self.filter.clone(), self.column, self.down);
        if self.state.as_ref() != Some(&wanted) {
            self.choose(wb.project());
            self.state = Some(wanted);
        }
    }

    fn choose(&mut self, project: &Project) {
        let folded = key(self.filter.text.trim(), Level::Loose);
        let numbers: Vec<[u32; 2]> = self
            .rows
            .iter()
            .map(|row| [self.words.number(&row.name), self.words.number(&row.text)])
            .collect();
        let found: Vec<Vec<bool>> = folded
            .split_whitespace()
            .map(|word| self.words.holding(word))
            .collect();
        let about = self.filter.about;
        let holds = |table: &[bool], numbers: &[u32; 2]| {
            numbers
                .iter()
                .any(|number| table.get(*number as usize).copied().unwrap_or(false))
        };
        let mut shown: Vec<u32> = Vec::new();
        for (index, (row, numbers)) in self.rows.iter().zip(&numbers).enumerate() {
            if about.is_none_or(|about| row.about == about)
                && found.iter().all(|table| holds(table, numbers))
            {
                shown.push(index as u32);
            }
        }
        let column = self.column;
        if matches!(column, NoteColumn::Text) {
            let ranks = self.words.ranks();
            let rank = |row: &u32| {
                let [_, text] = numbers.get(*row as usize).copied().unwrap_or_default();
                ranks.get(text as usize).copied().unwrap_or(u32::MAX)
            };
            shown.sort_by_key(rank);
        } else {
            let rows = &self.rows;
            let name = |id: &Id| {
                project
                    .analyst(id)
                    .map_or("", |analyst| analyst.name.as_str())
            };
            shown.sort_by(|a, b| {
                let (Some(a), Some(b)) = (rows.get(*a as usize), rows.get(*b as usize)) else {
                    return std::cmp::Ordering::Equal;
                };
                match column {
                    NoteColumn::By => name(&a.by).cmp(name(&b.by)),
                    NoteColumn::At => a.at.cmp(&b.at),
                    // They were gathered in this order.
                    NoteColumn::About | NoteColumn::Text => std::cmp::Ordering::Equal,
                }
            });
        }
        if self.down {
            shown.reverse();
        }
        self.shown = shown;
    }
}

/// Whether a change can be seen in the list.
fn concerns_notes(edit: &Edit) -> bool {
    let own = |record: &Option<Record>| match record {
        Some(Record::Annotation(mark)) => !mark.note.is_empty(),
        _ => false,
    };
    let record = edit.after.as_ref().or(edit.before.as_ref());
    match record {
        Some(Record::Annotation(_)) => own(&edit.before) || own(&edit.after),
        Some(Record::Decision(_) | Record::Relation(_)) | None => false,
        Some(_) => true,
    }
}

/// All notes: by what they are about, and where that stands.
fn gather(project: &Project, language: &str) -> Vec<NoteRow> {
    let mut rows = Vec::new();
    for document in project.documents() {
        let whole = project.annotations_on_whole(&document.id);
        for mark in whole.chain(project.annotations_of(&document.id)) {
            if !mark.note.trim().is_empty() {
                rows.push(NoteRow {
                    about: NoteOn::Mark,
                    target: Some(mark.id.clone()),
                    note: None,
                    name: words_of(project, &mark.id),
                    text: mark.note.clone(),
                    by: mark.by.clone(),
                    at: mark.at,
                });
            }
        }
    }
    for note in project.notes() {
        let (about, target, name) = if let Some(mark) = &note.annotation {
            (NoteOn::Mark, Some(mark), words_of(project, mark))
        } else if let Some(entity) = &note.entity {
            let name = project.entity(entity).map(|it| it.name.clone());
            (NoteOn::Entity, Some(entity), name.unwrap_or_default())
        } else if let Some(tag) = &note.tag {
            let name = project.tag(tag).map(|it| it.name(language).to_owned());
            (NoteOn::Tag, Some(tag), name.unwrap_or_default())
        } else if let Some(document) = &note.document {
            let title = project.document(document).map(|it| it.title.clone());
            (NoteOn::Document, Some(document), title.unwrap_or_default())
        } else {
            (NoteOn::Project, None, project.name().to_owned())
        };
        rows.push(NoteRow {
            about,
            target: target.cloned(),
            note: Some(note.id.clone()),
            name,
            text: note.text.clone(),
            by: note.by.clone(),
            at: note.at,
        });
    }
    rows.sort_by_key(|row| row.about);
    rows
}

/// The words of a mark, as far as a row shows them.
fn words_of(project: &Project, mark: &Id) -> String {
    let Some(mark) = project.annotation(mark) else {
        return String::new();
    };
    let Some(document) = project.document(&mark.document) else {
        return String::new();
    };
    if mark.spans.is_empty() {
        return document.title.clone();
    }
    mark.quote(&document.text).chars().take(200).collect()
}
