//! The list of all marks: which are shown, in which order, which are picked.
//!
//! Invariant: a mark is read when it comes or changes, not when the list is
//! looked at; the order is made anew only when the project, the column or the
//! filter has changed.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::command::Workbench;
use crate::command::progress::is_unanswered;
use crate::language::{Level, key};
use crate::model::{Annotation, Edit, Id, Project, Record, Tag};

use super::table::Words;

/// The most of a mark's words that is searched, bytes.
const LONGEST: usize = 1200;

/// What the marks are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkColumn {
    /// Where they stand: by document, then by place.
    #[default]
    Place,
    /// Their words.
    Surface,
    /// Their tag, in the order of the tags.
    Tag,
    /// Whom they mention.
    Entity,
    /// Those with a note first.
    Note,
    /// Who made them.
    By,
    /// When they were made.
    At,
    /// Their grade.
    Grade,
}

impl MarkColumn {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Place,
        Self::Surface,
        Self::Tag,
        Self::Entity,
        Self::Note,
        Self::By,
        Self::At,
        Self::Grade,
    ];
}

/// Which marks are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MarkFilter {
    /// Words of the mark, of its note or of its entity's name, as typed.
    pub text: String,
    /// With one of these tags, or one below them; empty for all.
    pub tags: BTreeSet<Id>,
    /// Mentions of this entity.
    pub entity: Option<Id>,
    /// In this document.
    pub document: Option<Id>,
    /// By this analyst.
    pub by: Option<Id>,
    /// With a note, or without.
    pub note: Option<bool>,
    /// With an entity, or without.
    pub linked: Option<bool>,
    /// Only those that lack an answer their tag asks for.
    pub unanswered: bool,
}

/// How a row joins those that are picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Alone.
    Only,
    /// Too, or not any more.
    Toggle,
    /// With all between it and the row picked last.
    To,
}

/// What is known of a mark without looking it up.
#[derive(Debug)]
struct Row {
    id: Id,
    document: u32,
    start: u32,
    tag: u32,
    entity: u32,
    by: u32,
    surface: u32,
    note: u32,
    at: i64,
    grade: u32,
    unanswered: bool,
}

/// Ids by number; 0 is none.
#[derive(Debug, Default)]
struct Ids {
    numbers: HashMap<Id, u32>,
}

impl Ids {
    fn number(&mut self, id: &Id) -> u32 {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = self.numbers.len() as u32 + 1;
        self.numbers.insert(id.clone(), number);
        number
    }

    fn known(&self, id: &Id) -> u32 {
        self.numbers.get(id).copied().unwrap_or(0)
    }

    /// What each id is worth in some order; none has the last place.
    fn ranked<'a>(&self, order: impl Iterator<Item = (&'a Id, u32)>) -> Vec<u32> {
        let mut ranks = vec![u32::MAX; self.numbers.len() + 1];
        for (id, rank) in order {
            if let Some(place) = self
                .numbers
                .get(id)
                .and_then(|number| ranks.get_mut(*number as usize))
            {
                *place = rank;
            }
        }
        ranks
    }
}

/// The list.
#[derive(Debug, Default)]
pub(in crate::command) struct Marks {
    followed: Option<(u64, usize)>,
    rows: Vec<Option<Row>>,
    free: Vec<u32>,
    by_id: HashMap<Id, u32>,
    documents: Ids,
    tags: Ids,
    entities: Ids,
    people: Ids,
    surfaces: Words,
    notes: Words,
    names: Words,
    pub(in crate::command) filter: MarkFilter,
    pub(in crate::command) column: MarkColumn,
    pub(in crate::command) down: bool,
    /// All rows in order, and under what they were sorted.
    order: Vec<u32>,
    sorted: Option<((u64, usize), MarkColumn, bool)>,
    /// The rows that are shown, and under what they were chosen.
    shown: Vec<u32>,
    filtered: Option<MarkFilter>,
    /// How many of the marks shown have each tag, most first.
    totals: Vec<(Id, usize)>,
    pub(super) picked: BTreeSet<Id>,
    pub(super) anchor: Option<Id>,
}

impl Marks {
    /// How many marks are shown.
    pub(super) fn len(&self) -> usize {
        self.shown.len()
    }

    /// The mark in a row.
    pub(super) fn id(&self, row: usize) -> Option<&Id> {
        let slot = *self.shown.get(row)? as usize;
        Some(&self.rows.get(slot)?.as_ref()?.id)
    }

    /// The row of a mark, if it is shown.
    pub(super) fn row_of(&self, id: &Id) -> Option<usize> {
        let slot = self.by_id.get(id)?;
        self.shown.iter().position(|other| other == slot)
    }

    /// How many of the marks shown have each tag, most first.
    pub(super) fn totals(&self) -> &[(Id, usize)] {
        &self.totals
    }

    /// Brings the list up to date.
    pub(super) fn refresh(&mut self, wb: &Workbench) {
        let now = wb.revision();
        self.follow(wb, now);
        let project = wb.project();
        let state = (now, self.column, self.down);
        let resorted = self.sorted != Some(state);
        if resorted {
            self.sort(project);
            self.sorted = Some(state);
        }
        if resorted || self.filtered.as_ref() != Some(&self.filter) {
            self.choose(project);
            self.filtered = Some(self.filter.clone());
            self.picked.retain(|id| project.annotation(id).is_some());
        }
    }

    /// Reads what has changed since, or everything.
    fn follow(&mut self, wb: &Workbench, now: (u64, usize)) {
        let before = self.followed.replace(now);
        if before == Some(now) {
            return;
        }
        let project = wb.project();
        let fresh: Option<Vec<&Edit>> = before
            .filter(|(generation, seen)| *generation == now.0 && *seen <= now.1)
            .map(|(_, seen)| {
                let steps = wb.history().transactions().skip(seen);
                steps.flat_map(|step| &step.edits).collect()
            });
        let Some(edits) = fresh.filter(|edits| !edits.iter().any(|edit| asks_anew(edit))) else {
            return self.read_all(project);
        };
        for edit in edits {
            if let Some(Record::Annotation(mark)) = &edit.before {
                self.remove(&mark.id);
            }
            if let Some(Record::Annotation(mark)) = &edit.after {
                self.add(project, mark);
            }
        }
    }

    fn read_all(&mut self, project: &Project) {
        self.rows.clear();
        self.free.clear();
        self.by_id.clear();
        for mark in project.annotations() {
            self.add(project, mark);
        }
    }

    fn remove(&mut self, id: &Id) {
        if let Some(slot) = self.by_id.remove(id) {
            if let Some(row) = self.rows.get_mut(slot as usize) {
                *row = None;
            }
            self.free.push(slot);
        }
    }

    fn add(&mut self, project: &Project, mark: &Annotation) {
        // A mark may be changed more than once in the steps read at one go.
        self.remove(&mark.id);
        let Some(document) = project.document(&mark.document) else {
            return;
        };
        let surface = match mark.spans.as_slice() {
            [] => self.surfaces.number(&document.title),
            [span] => {
                let words = span.of(&document.text).unwrap_or_default();
                let end = words.floor_char_boundary(LONGEST);
                self.surfaces.number(words.get(..end).unwrap_or_default())
            }
            spans => {
                let mut words = String::new();
                for span in spans {
                    if words.len() >= LONGEST {
                        break;
                    }
                    if !words.is_empty() {
                        words.push_str(" … ");
                    }
                    words.push_str(span.of(&document.text).unwrap_or_default());
                }
                words.truncate(words.floor_char_boundary(LONGEST));
                self.surfaces.number(&words)
            }
        };
        let row = Row {
            id: mark.id.clone(),
            document: self.documents.number(&mark.document),
            start: mark.hull().map_or(0, |hull| hull.start as u32),
            tag: self.tags.number(&mark.tag),
            entity: mark
                .entity
                .as_ref()
                .map_or(0, |entity| self.entities.number(entity)),
            by: self.people.number(&mark.by),
            surface,
            note: self.notes.number(&mark.note),
            at: mark.at.as_second(),
            grade: mark
                .grade
                .as_ref()
                .and_then(|grade| grade.chars().next())
                .map_or(u32::MAX, u32::from),
            unanswered: is_unanswered(project, mark),
        };
        let slot = if let Some(slot) = self.free.pop() {
            if let Some(place) = self.rows.get_mut(slot as usize) {
                *place = Some(row);
            }
            slot
        } else {
            self.rows.push(Some(row));
            self.rows.len() as u32 - 1
        };
        self.by_id.insert(mark.id.clone(), slot);
    }

    /// Puts all rows into order.
    fn sort(&mut self, project: &Project) {
        let documents = self
            .documents
            .ranked(counted(project.documents().map(|it| &it.id)));
        let primary: Vec<u32> = match self.column {
            MarkColumn::Tag => self.tags.ranked(counted(project.tags().map(|it| &it.id))),
            MarkColumn::Entity => {
                let names: Vec<(&Id, u32)> = project
                    .entities()
                    .map(|entity| (&entity.id, self.names.number(&entity.name)))
                    .collect();
                let ranks = self.names.ranks();
                self.entities.ranked(names.into_iter().map(|(id, name)| {
                    let rank = ranks.get(name as usize).copied().unwrap_or(u32::MAX);
                    (id, rank)
                }))
            }
            MarkColumn::By => {
                let names: BTreeMap<&str, &Id> = project
                    .analysts()
                    .map(|analyst| (analyst.name.as_str(), &analyst.id))
                    .collect();
                self.people.ranked(counted(names.into_values()))
            }
            MarkColumn::Surface => self.surfaces.ranks().to_vec(),
            MarkColumn::Place | MarkColumn::Note | MarkColumn::At | MarkColumn::Grade => Vec::new(),
        };
        let at = |ranks: &[u32], number: u32| {
            i64::from(ranks.get(number as usize).copied().unwrap_or(u32::MAX))
        };
        let column = self.column;
        let mut keys: Vec<(i64, u64, u32)> = Vec::with_capacity(self.by_id.len());
        for (slot, row) in self.rows.iter().enumerate() {
            let Some(row) = row else { continue };
            let first = match column {
                MarkColumn::Place => 0,
                MarkColumn::Surface => at(&primary, row.surface),
                MarkColumn::Tag => at(&primary, row.tag),
                MarkColumn::Entity => at(&primary, row.entity),
                MarkColumn::By => at(&primary, row.by),
                MarkColumn::Note => i64::from(row.note == 0),
                MarkColumn::At => row.at,
                MarkColumn::Grade => i64::from(row.grade),
            };
            // What is not there comes last in either order.
            let none = first == i64::from(u32::MAX) && column != MarkColumn::At;
            let first = if self.down && !none { -first } else { first };
            let document = documents
                .get(row.document as usize)
                .copied()
                .unwrap_or(u32::MAX);
            let mut place = (u64::from(document) << 32) | u64::from(row.start);
            if self.down && column == MarkColumn::Place {
                place = u64::MAX - place;
            }
            keys.push((first, place, slot as u32));
        }
        keys.sort_unstable();
        self.order.clear();
        self.order.extend(keys.into_iter().map(|(_, _, slot)| slot));
    }

    /// Takes the rows that are to be shown.
    fn choose(&mut self, project: &Project) {
        let filter = &self.filter;
        let folded = key(filter.text.trim(), Level::Loose);
        let mut found: Vec<[Vec<bool>; 3]> = Vec::new();
        for word in folded.split_whitespace() {
            let named = self.names_holding(project, word);
            found.push([self.surfaces.holding(word), self.notes.holding(word), named]);
        }
        let filter = &self.filter;
        let wanted = |id: &Option<Id>, ids: &Ids| id.as_ref().map(|id| ids.known(id));
        let document = wanted(&filter.document, &self.documents);
        let entity = wanted(&filter.entity, &self.entities);
        let by = wanted(&filter.by, &self.people);
        let tags: Option<BTreeSet<u32>> = (!filter.tags.is_empty()).then(|| {
            project
                .tags()
                .filter(|tag| is_within(project, tag, &filter.tags))
                .map(|tag| self.tags.known(&tag.id))
                .collect()
        });
        let holds =
            |table: &[bool], number: u32| table.get(number as usize).copied().unwrap_or(false);
        let mut totals: HashMap<u32, usize> = HashMap::new();
        self.shown.clear();
        for slot in &self.order {
            let Some(Some(row)) = self.rows.get(*slot as usize) else {
                continue;
            };
            let fits = document.is_none_or(|document| row.document == document)
                && entity.is_none_or(|entity| row.entity == entity)
                && by.is_none_or(|by| row.by == by)
                && tags.as_ref().is_none_or(|tags| tags.contains(&row.tag))
                && filter.note.is_none_or(|with| (row.note != 0) == with)
                && filter.linked.is_none_or(|with| (row.entity != 0) == with)
                && (!filter.unanswered || row.unanswered)
                && found.iter().all(|[surfaces, notes, names]| {
                    holds(surfaces, row.surface)
                        || holds(notes, row.note)
                        || holds(names, row.entity)
                });
            if fits {
                self.shown.push(*slot);
                *totals.entry(row.tag).or_default() += 1;
            }
        }
        let mut totals: Vec<(Id, usize)> = project
            .tags()
            .filter_map(|tag| {
                let count = totals.get(&self.tags.known(&tag.id))?;
                Some((tag.id.clone(), *count))
            })
            .collect();
        totals.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        self.totals = totals;
    }

    /// Which entities' names hold a folded word, by the entities' numbers.
    fn names_holding(&mut self, project: &Project, word: &str) -> Vec<bool> {
        let names: Vec<(u32, u32)> = project
            .entities()
            .map(|entity| {
                let name = self.names.number(&entity.name);
                (self.entities.known(&entity.id), name)
            })
            .collect();
        let holding = self.names.holding(word);
        let mut found = vec![false; self.entities.numbers.len() + 1];
        for (entity, name) in names.into_iter().filter(|(entity, _)| *entity != 0) {
            if let Some(place) = found.get_mut(entity as usize) {
                *place = holding.get(name as usize).copied().unwrap_or(false);
            }
        }
        found
    }
}

/// Places in an order, counted from 0.
fn counted<'a>(ids: impl Iterator<Item = &'a Id>) -> impl Iterator<Item = (&'a Id, u32)> {
    ids.zip(0..)
}

/// Whether an edit changes what was read of marks it does not name: the
/// questions of a tag, the text of a document.
fn asks_anew(edit: &Edit) -> bool {
    match (&edit.before, &edit.after) {
        (Some(Record::Tag(before)), Some(Record::Tag(after))) => {
            before.attributes != after.attributes
        }
        (Some(Record::Document(before)), Some(Record::Document(after))) => {
            !std::sync::Arc::ptr_eq(&before.text, &after.text) && before.text != after.text
        }
        _ => false,
    }
}

/// Whether a tag is one of these or stands below one.
fn is_within(project: &Project, tag: &Tag, tags: &BTreeSet<Id>) -> bool {
    let mut tag = Some(tag);
    while let Some(here) = tag {
        if tags.contains(&here.id) {
            return true;
        }
        tag = here.parent.as_ref().and_then(|parent| project.tag(parent));
    }
    false
}
