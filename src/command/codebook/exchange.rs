//! A codebook from a file: what it would change, then done as one step; and
//! written to one.
//!
//! **Invariant:** a tag of the file is one of the project's by its id, else by
//! its name if only one has it; nothing of the project goes because the file
//! lacks it, and what could not be taken in is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::analysis::hues;
use crate::formats::codebook::{self as files, CodebookFormat, ReadCodebook, ReadTag, guid_of};
use crate::i18n::Arg;
use crate::model::{Edit, Id, Kind, Tag};

use super::problem::CodebookProblem;
use crate::command::{CommandError, NoticeKind, Workbench, shown_path};

/// The colours of a tag whose own are none: a quiet grey, on light and on dark.
const PLAIN: (&str, &str) = ("#67737E", "#A9B6C2");

/// What becomes of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// New in the project.
    Added,
    /// Changed in these fields.
    Changed(Vec<&'static str>),
    /// The same in file and project.
    Same,
    /// Only in the project: left as it is.
    Left,
}

/// A tag of the file or of the project, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its id in the project.
    pub tag: Id,
    /// Its name in the interface's language.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
    /// Sentences about what could not be taken in as the file has it.
    pub told: Vec<String>,
}

/// What taking in a codebook would do.
#[derive(Clone, Debug, PartialEq)]
pub struct CodebookImport {
    /// The file.
    pub path: PathBuf,
    /// What the codebook calls itself.
    pub name: Option<String>,
    /// The tags of the file that come or change in its order, then those that
    /// do not, then those left.
    pub rows: Vec<ImportRow>,
    /// Sentences about the file as a whole.
    pub told: Vec<String>,
    read: ReadCodebook,
    edits: Vec<Edit>,
}

impl CodebookImport {
    /// How many tags would be added, changed, are the same, are left.
    pub fn counts(&self) -> [usize; 4] {
        let count =
            |wanted: fn(&Fate) -> bool| self.rows.iter().filter(|row| wanted(&row.fate)).count();
        [
            count(|fate| *fate == Fate::Added),
            count(|fate| matches!(fate, Fate::Changed(_))),
            count(|fate| *fate == Fate::Same),
            count(|fate| *fate == Fate::Left),
        ]
    }
}

impl Workbench {
    /// Reads a codebook and shows what it would change; nothing is changed.
    pub(super) fn begin_import(&mut self, path: &Path) -> Result<(), CommandError> {
        let read = files::read_codebook(path)?;
        if read.tags.is_empty() {
            return Err(CodebookProblem::Empty.into());
        }
        let plan = self.plan_import(path, read);
        self.codebook.import = Some(plan);
        self.request(crate::command::Request::ShowCodebook(None));
        Ok(())
    }

    /// What waits for a yes or no.
    pub fn codebook_import(&self) -> Option<&CodebookImport> {
        self.codebook.import.as_ref()
    }

    /// Takes in what waits, as one step.
    pub fn apply_import(&mut self) -> Result<(), CommandError> {
        let Some(plan) = self.codebook.import.take() else {
            return Ok(());
        };
        // The project may have changed since it was shown.
        let plan = self.plan_import(&plan.path, plan.read);
        let [added, changed, ..] = plan.counts();
        self.commit("codebook.import", plan.edits)?;
        let numbers = [("added", Arg::from(added)), ("changed", Arg::from(changed))];
        let text = self.messages().format("codebook-imported", &numbers);
        self.notify(NoticeKind::Done, text);
        Ok(())
    }

    /// Leaves the codebook of the file alone.
    pub fn drop_import(&mut self) {
        self.codebook.import = None;
    }

    /// Writes the codebook to a file and says what was verified and lost.
    pub(super) fn export_codebook(
        &mut self,
        format: CodebookFormat,
        path: &Path,
    ) -> Result<(), CommandError> {
        let language = self.messages().language().code();
        let report = files::export_codebook(self.project(), format, path, language)?;
        let messages = self.messages();
        let numbers = [
            ("verified", Arg::from(report.tags - report.failed.len())),
            ("total", Arg::from(report.tags)),
            ("path", Arg::from(shown_path(path))),
        ];
        let mut text = messages.format("codebook-exported", &numbers);
        let lost: Vec<String> = report
            .lost
            .iter()
            .map(|(field, _)| match *field {
                "names" => messages.text("codebook-field-other-names"),
                field => messages.text(field_message(field)),
            })
            .collect();
        if !lost.is_empty() {
            let lost: Vec<&str> = lost.iter().map(String::as_str).collect();
            let lost = [("lost", Arg::from(messages.list(&lost)))];
            text.push(' ');
            text.push_str(&messages.format("codebook-exported-lost", &lost));
        }
        let kind = if report.failed.is_empty() {
            NoticeKind::Done
        } else {
            NoticeKind::Problem
        };
        self.notify(kind, text);
        Ok(())
    }

    fn plan_import(&self, path: &Path, read: ReadCodebook) -> CodebookImport {
        let mut planning = Planning::new(self, &read);
        let mut rows = Vec::with_capacity(read.tags.len());
        let mut finals: Vec<(Option<Tag>, Tag)> = Vec::with_capacity(read.tags.len());
        for found in &read.tags {
            let (before, after, told) = planning.tag(found);
            let fate = match &before {
                None => Fate::Added,
                Some(before) => match changed_fields(before, &after) {
                    fields if fields.is_empty() => Fate::Same,
                    fields => Fate::Changed(fields),
                },
            };
            rows.push(ImportRow {
                tag: after.id.clone(),
                name: self.tag_title(&after),
                fate,
                told,
            });
            finals.push((before, after));
        }
        planning.break_circles(&mut finals, &mut rows);
        for (row, (before, after)) in rows.iter_mut().zip(&finals) {
            // A parent that was left as it was is no change.
            if before.as_ref() == Some(after) {
                row.fate = Fate::Same;
            }
        }
        let taken: BTreeSet<&Id> = finals.iter().map(|(_, after)| &after.id).collect();
        let left = self.project().tags().filter(|tag| !taken.contains(&tag.id));
        rows.extend(left.map(|tag| ImportRow {
            tag: tag.id.clone(),
            name: self.tag_title(tag),
            fate: Fate::Left,
            told: Vec::new(),
        }));
        // What changes is read first.
        rows.sort_by_key(|row| {
            row.told.is_empty() && !matches!(row.fate, Fate::Added | Fate::Changed(_))
        });
        let edits = finals
            .into_iter()
            .filter_map(|(before, after)| match before {
                None => Some(Edit::create(after)),
                Some(before) => (before != after).then(|| Edit::change(before, after)),
            })
            .collect();
        let messages = self.messages();
        let mut told = Vec::new();
        if !read.unknown.is_empty() {
            let names: Vec<&str> = read.unknown.iter().map(String::as_str).collect();
            let names = [("names", Arg::from(messages.list(&names)))];
            told.push(messages.format("codebook-import-unknown", &names));
        }
        CodebookImport {
            path: path.to_owned(),
            name: read.name.clone(),
            rows,
            told,
            read,
            edits,
        }
    }
}

/// Which tag of the project each tag of the file is.
struct Planning<'a> {
    wb: &'a Workbench,
    format: CodebookFormat,
    /// Ids of the file to ids of the project.
    ids: BTreeMap<Id, Id>,
    /// Keys that are taken, small letters, by the id that has them.
    keys: BTreeMap<String, Id>,
}

impl<'a> Planning<'a> {
    fn new(wb: &'a Workbench, read: &ReadCodebook) -> Self {
        let project = wb.project();
        let own_id = |id: &Id| match read.format {
            CodebookFormat::Qdc => project
                .tags()
                .find(|tag| guid_of(&tag.id) == *id)
                .map(|tag| tag.id.clone()),
            CodebookFormat::Json | CodebookFormat::Csv => project.tag(id).map(|tag| tag.id.clone()),
        };
        let mut ids: BTreeMap<Id, Id> = BTreeMap::new();
        let mut matched: BTreeSet<Id> = BTreeSet::new();
        for found in &read.tags {
            if let Some(own) = own_id(&found.tag.id)
                && matched.insert(own.clone())
            {
                ids.insert(found.tag.id.clone(), own);
            }
        }
        for found in &read.tags {
            if ids.contains_key(&found.tag.id) {
                continue;
            }
            let mut same = project
                .tags()
                .filter(|tag| !matched.contains(&tag.id) && share_a_name(tag, &found.tag));
            if let (Some(own), None) = (same.next(), same.next()) {
                let own = own.id.clone();
                matched.insert(own.clone());
                ids.insert(found.tag.id.clone(), own);
            }
        }
        for found in &read.tags {
            if !ids.contains_key(&found.tag.id) {
                // The file's own id stays, if it is free and one of ours.
                let keeps =
                    read.format != CodebookFormat::Qdc && project.tag(&found.tag.id).is_none();
                let id = if keeps {
                    found.tag.id.clone()
                } else {
                    wb.new_id()
                };
                ids.insert(found.tag.id.clone(), id);
            }
        }
        let keys = project
            .tags()
            .filter_map(|tag| Some((tag.key.as_ref()?.to_lowercase(), tag.id.clone())))
            .collect();
        Self {
            wb,
            format: read.format,
            ids,
            keys,
        }
    }

    /// The tag before and after, and what could not be taken in.
    fn tag(&mut self, found: &ReadTag) -> (Option<Tag>, Tag, Vec<String>) {
        let wb = self.wb;
        let messages = wb.messages();
        let id = self.ids.get(&found.tag.id).unwrap_or(&found.tag.id).clone();
        let before = wb.project().tag(&id).cloned();
        let mut told = Vec::new();
        let mut after = before.clone().unwrap_or_else(|| Tag {
            id: id.clone(),
            ..found.tag.clone()
        });
        let has = |field: &str| found.carried.contains(field);
        if before.is_some() {
            self.overwrite(&mut after, found);
        }
        if has("parent") || before.is_none() {
            let parent = found.tag.parent.as_ref();
            let own = parent.and_then(|parent| {
                self.ids
                    .get(parent)
                    .cloned()
                    .or_else(|| wb.project().tag(parent).map(|tag| tag.id.clone()))
            });
            if let (Some(parent), None) = (parent, &own) {
                let name = [("tag", Arg::from(parent.to_string()))];
                told.push(messages.format("codebook-import-no-parent", &name));
            }
            after.parent = own;
        }
        if has("ends") || before.is_none() {
            for ends in [&mut after.ends.from, &mut after.ends.to] {
                let count = ends.len();
                *ends = ends
                    .iter()
                    .filter_map(|end| {
                        let own = self.ids.get(end).unwrap_or(end);
                        let known = self.ids.values().any(|id| id == own)
                            || wb.project().tag(own).is_some();
                        known.then(|| own.clone())
                    })
                    .collect();
                if ends.len() < count {
                    let missing = [("count", Arg::from(count - ends.len()))];
                    told.push(messages.format("codebook-import-no-ends", &missing));
                }
            }
        }
        if let Some(before) = &before
            && after.kind != before.kind
            && let Err(problem) = wb.check_kind(before, after.kind)
        {
            after.kind = before.kind;
            told.push(problem.sentence(messages));
        }
        self.settle_key(&mut after, before.as_ref(), &mut told);
        self.settle_look(&mut after, before.as_ref(), &mut told);
        (before, after, told)
    }

    /// What the file carries takes the place of what the project has.
    fn overwrite(&self, after: &mut Tag, found: &ReadTag) {
        let tag = &found.tag;
        let has = |field: &str| found.carried.contains(field);
        if has("names") {
            match found.guessed_language {
                // One name of an unknown language: new, or one of those known.
                Some(language) => {
                    for name in tag.names.values() {
                        if !after.names.values().any(|known| known == name) {
                            after.names.insert(language.to_owned(), name.clone());
                        }
                    }
                }
                None => after.names.extend(tag.names.clone()),
            }
        }
        if has("color") && !after.color.eq_ignore_ascii_case(&tag.color) {
            after.color.clone_from(&tag.color);
            if !has("color_dark") {
                after.color_dark.clone_from(&tag.color_dark);
            }
        }
        if has("color_dark") {
            after.color_dark.clone_from(&tag.color_dark);
        }
        if has("key") {
            after.key.clone_from(&tag.key);
        }
        if has("kind") {
            after.kind = tag.kind;
        }
        // A place in another program's file says nothing of ours.
        if has("order") && self.format != CodebookFormat::Qdc {
            after.order = tag.order;
        }
        if has("description") {
            after.description.clone_from(&tag.description);
        }
        if has("examples") {
            after.examples.clone_from(&tag.examples);
        }
        if has("attributes") {
            after.attributes.clone_from(&tag.attributes);
        }
        if has("overlap") {
            after.overlap = tag.overlap;
        }
        if has("ends") {
            after.ends.clone_from(&tag.ends);
        }
        if has("pattern") {
            after.pattern = tag.pattern;
        }
        if has("retired") {
            after.retired = tag.retired;
        }
        after.extra.extend(tag.extra.clone());
    }

    /// Colours that are none and attributes that contradict themselves are left
    /// as they were: nobody could have typed them here.
    fn settle_look(&self, after: &mut Tag, before: Option<&Tag>, told: &mut Vec<String>) {
        let messages = self.wb.messages();
        let kept = |one: fn(&Tag) -> &String, or: &str| {
            before
                .map(one)
                .filter(|color| hues::is_color(color))
                .map_or(or.to_owned(), Clone::clone)
        };
        for (color, instead) in [
            (&mut after.color, kept(|tag| &tag.color, PLAIN.0)),
            (&mut after.color_dark, kept(|tag| &tag.color_dark, PLAIN.1)),
        ] {
            if !hues::is_color(color) {
                let wrong = std::mem::replace(color, instead);
                // Nothing written is nothing wrong.
                if !wrong.trim().is_empty() {
                    told.push(CodebookProblem::NoColor(wrong).sentence(messages));
                }
            }
        }
        let changed = before.is_none_or(|before| before.attributes != after.attributes);
        if changed
            && let Err(problem) =
                super::attributes::check(&after.attributes, messages.language().code())
        {
            told.push(problem.sentence(messages));
            after.attributes = before.map_or_else(Vec::new, |before| before.attributes.clone());
        }
    }

    /// A key that another tag has is left out.
    fn settle_key(&mut self, after: &mut Tag, before: Option<&Tag>, told: &mut Vec<String>) {
        let messages = self.wb.messages();
        let Some(key) = after.key.as_ref().map(|key| key.to_lowercase()) else {
            return;
        };
        match self.keys.get(&key) {
            Some(other) if *other != after.id => {
                let name = self
                    .wb
                    .project()
                    .tag(other)
                    .map_or_else(|| other.to_string(), |tag| self.wb.tag_title(tag));
                let names = [
                    ("key", Arg::from(key.to_uppercase())),
                    ("tag", Arg::from(name)),
                ];
                told.push(messages.format("codebook-import-key", &names));
                after.key = before.and_then(|tag| tag.key.clone());
            }
            _ => drop(self.keys.insert(key, after.id.clone())),
        }
    }

    /// Parents that would make a circle are left as they were.
    fn break_circles(&self, finals: &mut [(Option<Tag>, Tag)], rows: &mut [ImportRow]) {
        let mut parents: BTreeMap<Id, Option<Id>> = self
            .wb
            .project()
            .tags()
            .map(|tag| (tag.id.clone(), tag.parent.clone()))
            .collect();
        for ((_, after), row) in finals.iter_mut().zip(rows) {
            let kept = parents.get(&after.id).cloned().flatten();
            parents.insert(after.id.clone(), after.parent.clone());
            let mut seen = BTreeSet::from([after.id.clone()]);
            let mut at = after.parent.clone();
            while let Some(above) = at {
                if !seen.insert(above.clone()) {
                    row.told
                        .push(self.wb.messages().text("codebook-import-circle"));
                    after.parent.clone_from(&kept);
                    parents.insert(after.id.clone(), kept);
                    break;
                }
                at = parents.get(&above).cloned().flatten();
            }
        }
    }
}

/// Whether two tags are called the same in some language.
fn share_a_name(own: &Tag, other: &Tag) -> bool {
    let same = |a: &str, b: &str| {
        a.split_whitespace()
            .map(str::to_lowercase)
            .eq(b.split_whitespace().map(str::to_lowercase))
    };
    own.names
        .values()
        .any(|name| other.names.values().any(|found| same(name, found)))
}

/// The names of the fields in which two states of a tag differ.
fn changed_fields(before: &Tag, after: &Tag) -> Vec<&'static str> {
    let value = |tag: &Tag| serde_json::to_value(tag).unwrap_or_default();
    let (old, new) = (value(before), value(after));
    let mut fields: Vec<&'static str> = Kind::Tag
        .fields()
        .iter()
        .copied()
        .filter(|field| old.get(*field) != new.get(*field))
        .collect();
    if before.extra != after.extra {
        fields.push("extra");
    }
    fields
}

/// The message with the name of a field of tags.
pub fn field_message(field: &str) -> &'static str {
    match field {
        "names" => "codebook-field-names",
        "parent" | "order" => "codebook-field-place",
        "color" => "codebook-field-color",
        "color_dark" => "codebook-field-color-dark",
        "key" => "codebook-field-key",
        "kind" => "codebook-field-kind",
        "description" => "codebook-field-description",
        "examples" => "codebook-field-examples",
        "attributes" => "codebook-field-attributes",
        "overlap" => "codebook-field-overlap",
        "ends" => "codebook-field-ends",
        "pattern" => "codebook-field-pattern",
        "retired" => "codebook-field-retired",
        _ => "codebook-field-extra",
    }
}
