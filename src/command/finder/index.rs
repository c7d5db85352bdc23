//! What there is to be found, with its names folded.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::command::Workbench;
use crate::command::table::commands;
use crate::i18n::{Language, Messages};
use crate::model::{Id, Project, Record, Tag, TagKind};

use super::name_key;
use super::palette::FoundKind;

/// What the settings file calls the commands chosen lately.
const SETTING: &str = "palette_recent";
/// How many things chosen lately are known.
const MOST_RECENT: usize = 8;
/// How far back in the history tags used lately are looked for, steps.
const STEPS_BACK: usize = 100;
/// The folded names kept, before all are forgotten that are not in use.
const MOST_FOLDED: usize = 200_000;

/// How much is folded at once, bytes: what takes a few milliseconds.
const AT_ONCE: usize = 150_000;
/// What a name that is known costs of it, bytes.
const KNOWN: usize = 24;

/// The names of one thing.
#[derive(Clone, Debug)]
pub(super) struct Named<T> {
    pub(super) id: T,
    pub(super) names: Vec<Arc<str>>,
    /// Names above it, folded.
    pub(super) around: Arc<str>,
    /// Those and the words of menus that lead to it, folded.
    pub(super) menus: Arc<str>,
    /// How much it is used.
    pub(super) uses: usize,
}

/// Everything that is found by typing.
#[derive(Debug, Default)]
pub(in crate::command) struct Finder {
    folded: HashMap<String, Arc<str>>,
    pub(super) commands: Vec<Named<&'static str>>,
    pub(super) tags: Vec<Named<Id>>,
    /// The words of menus before a tag.
    tag_with: String,
    /// Tags used lately, the last first.
    pub(super) tags_lately: Vec<Id>,
    pub(super) entities: Vec<Named<Id>>,
    pub(super) documents: Vec<Named<Id>>,
    /// The project and the step of its history this is of.
    revision: Option<(u64, usize)>,
    /// Whether entities or documents are left whose names were not read.
    unread: bool,
    /// How often something was read.
    readings: u64,
    /// What was chosen lately, the last first.
    pub(super) lately: Vec<FoundKind>,
}

impl Finder {
    /// With the commands that the settings say were chosen lately.
    pub(in crate::command) fn of_settings(settings: &Map<String, Value>) -> Self {
        let kept = settings.get(SETTING).and_then(Value::as_array);
        let ids = kept.into_iter().flatten().filter_map(Value::as_str);
        let lately = ids
            .filter_map(|id| commands().find(|command| command.id == id))
            .map(|command| FoundKind::Command(command.id))
            .take(MOST_RECENT)
            .collect();
        Self {
            lately,
            ..Self::default()
        }
    }

    fn fold(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.folded.get(name) {
            return Arc::clone(known);
        }
        let folded: Arc<str> = name_key(name).into();
        self.folded.insert(name.to_owned(), Arc::clone(&folded));
        folded
    }

    fn refresh(&mut self, project: &Project, revision: (u64, usize), steps: &[Id]) {
        if self.commands.is_empty() {
            self.fold_commands();
        }
        if self.revision == Some(revision) {
            self.read(project);
            return;
        }
        self.revision = Some(revision);
        if self.folded.len() > MOST_FOLDED {
            self.folded.clear();
        }
        self.tags_lately = steps.to_vec();
        let tags: Vec<&Tag> = project.tags().filter(|tag| is_given(tag)).collect();
        self.tags = tags
            .into_iter()
            .map(|tag| {
                let names = tag.names.values().map(|name| self.fold(name)).collect();
                let above = above(project, tag);
                let around: Vec<&str> = above
                    .iter()
                    .flat_map(|tag| tag.names.values().map(String::as_str))
                    .collect();
                let around = around.join(" ");
                let menus = format!("{} {around}", self.tag_with);
                Named {
                    id: tag.id.clone(),
                    names,
                    around: self.fold(&around),
                    menus: self.fold(&menus),
                    uses: project.tag_count(&tag.id),
                }
            })
            .collect();
        self.entities.clear();
        self.documents.clear();
        self.unread = true;
        self.read(project);
    }

    /// Reads the names of the next entities and documents, a piece of them at
    /// once.
    fn read(&mut self, project: &Project) {
        if !self.unread {
            return;
        }
        self.readings += 1;
        let mut left = AT_ONCE;
        for entity in project.entities().skip(self.entities.len()) {
            if left == 0 {
                return;
            }
            let names = std::iter::once(&entity.name)
                .chain(entity.surfaces.iter().filter(|one| **one != entity.name))
                .map(|name| self.fold_of(name, &mut left))
                .collect();
            self.entities.push(Named {
                id: entity.id.clone(),
                names,
                around: Arc::default(),
                menus: Arc::default(),
                uses: project.mention_count(&entity.id),
            });
        }
        for document in project.documents().skip(self.documents.len()) {
            if left == 0 {
                return;
            }
            let names = vec![self.fold_of(&document.title, &mut left)];
            self.documents.push(Named {
                id: document.id.clone(),
                names,
                around: Arc::default(),
                menus: Arc::default(),
                uses: 0,
            });
        }
        self.unread = false;
    }

    /// A name folded, taken from what is left to be folded at once.
    fn fold_of(&mut self, name: &str, left: &mut usize) -> Arc<str> {
        let cost = if self.folded.contains_key(name) {
            KNOWN
        } else {
            name.len() + KNOWN
        };
        *left = left.saturating_sub(cost);
        self.fold(name)
    }

    /// Titles and menus of the commands, in all languages.
    fn fold_commands(&mut self) {
        let languages = Language::ALL.map(Messages::new);
        let tag_with: Vec<String> = languages
            .iter()
            .map(|messages| messages.text("menu-tag-with"))
            .collect();
        self.tag_with = tag_with.join(" ");
        self.commands = commands()
            .filter(|command| !matches!(command.id, "go.palette" | "file.open-recent"))
            .map(|command| {
                let names = languages
                    .iter()
                    .map(|messages| self.fold(&messages.command_title(command.id)))
                    .collect();
                let around: Vec<String> = languages
                    .iter()
                    .flat_map(|messages| {
                        let menu = messages.text(command.menu.message());
                        let entry = command.submenu.map(|entry| messages.text(entry));
                        std::iter::once(menu).chain(entry)
                    })
                    .collect();
                Named {
                    id: command.id,
                    names,
                    around: Arc::default(),
                    menus: self.fold(&around.join(" ")),
                    uses: 0,
                }
            })
            .collect();
    }
}

/// Whether a tag is put on words or on documents.
pub(super) fn is_given(tag: &Tag) -> bool {
    marks_words(tag) || (tag.kind == TagKind::Document && !tag.retired)
}

/// Whether words are marked with a tag.
pub(super) fn marks_words(tag: &Tag) -> bool {
    matches!(tag.kind, TagKind::Entity | TagKind::Passage) && !tag.retired
}

/// The tags above a tag, the root first.
pub(super) fn above<'a>(project: &'a Project, tag: &Tag) -> Vec<&'a Tag> {
    let mut found: Vec<&Tag> = Vec::new();
    let mut parent = tag.parent.as_ref();
    while let Some(tag) = parent.and_then(|id| project.tag(id)) {
        found.push(tag);
        parent = tag.parent.as_ref();
    }
    found.reverse();
    found
}

impl Workbench {
    /// Reads on in the names that are found by typing, once a list of them was
    /// asked for; whether some are left.
    pub fn read_names(&mut self) -> bool {
        if self.keyboard.finder.unread {
            self.refresh_finder();
        }
        self.keyboard.finder.unread
    }

    /// Changes when more names can be found.
    pub fn names_read(&self) -> u64 {
        self.keyboard.finder.readings
    }

    /// Folds the names that are new since the last time, a piece of them at
    /// once.
    pub(in crate::command) fn refresh_finder(&mut self) {
        let mut finder = std::mem::take(&mut self.keyboard.finder);
        let lately = self.tags_used_lately();
        finder.refresh(self.project(), self.revision(), &lately);
        self.keyboard.finder = finder;
    }

    /// The tags of the last steps of the history, the last first.
    fn tags_used_lately(&self) -> Vec<Id> {
        let mut found: Vec<Id> = Vec::new();
        for step in self.history().transactions().rev().take(STEPS_BACK) {
            let tag = step.edits.iter().find_map(|edit| match &edit.after {
                Some(Record::Annotation(mark)) => Some(&mark.tag),
                _ => None,
            });
            found.extend(tag.filter(|tag| !found.contains(tag)).cloned());
        }
        found
    }

    /// Notes that something was chosen in the palette.
    pub fn note_found(&mut self, kind: &FoundKind) {
        let lately = &mut self.keyboard.finder.lately;
        lately.retain(|known| known != kind);
        lately.insert(0, kind.clone());
        lately.truncate(MOST_RECENT);
        let ids: Vec<Value> = lately
            .iter()
            .filter_map(|kind| match kind {
                FoundKind::Command(id) => Some(Value::from(*id)),
                _ => None,
            })
            .collect();
        let settings = &mut self.settings_mut().extra;
        settings.insert(SETTING.to_owned(), Value::Array(ids));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::command::{Args, FixedSurroundings, Found};
    use crate::model::{Analyst, Document, Edit, History, Timestamp, Transaction};
    use crate::store::Settings;

    /// A project with that many documents of long titles.
    fn bench(documents: usize) -> Workbench {
        let by = Id::new("a");
        let mut project = Project::new("p", Analyst::new(by.clone(), "Amal"));
        let at = Timestamp::UNIX_EPOCH;
        let edits = (0..documents).map(|index| {
            let title = format!("{index} {}", "محادثات حول إعادة ".repeat(8));
            let id = Id::new(format!("d{index:05}"));
            let mut document = Document::new(id, title, "a", at);
            document.order = index as u32;
            Edit::create(document)
        });
        let step = Transaction::new(Id::new("t"), at, by, "file.open", edits.collect());
        project.apply(&step).unwrap();
        Workbench::new(
            project,
            History::new(),
            Settings::default(),
            None,
            Box::new(FixedSurroundings::new()),
        )
    }

    fn found(wb: &Workbench, typed: &str) -> Vec<Found> {
        wb.find_anything(typed)
    }

    #[test]
    fn names_are_read_a_piece_at_a_time_and_found_as_if_at_once() {
        let mut wb = bench(1_500);
        let last = Found {
            kind: FoundKind::Document(Id::new("d01499")),
            recent: false,
        };
        assert!(!wb.read_names(), "nobody has asked for a list");
        assert!(wb.run("go.palette", &Args::None));
        assert!(found(&wb, "/1499").is_empty(), "not read yet");
        assert!(!found(&wb, "/12").is_empty(), "the first ones are");
        let mut pieces = 1;
        let mut before = wb.names_read();
        while wb.read_names() {
            assert!(wb.names_read() > before);
            before = wb.names_read();
            pieces += 1;
        }
        assert!((2..20).contains(&pieces), "{pieces}");
        assert_eq!(found(&wb, "/1499"), std::slice::from_ref(&last));
        let whole = found(&wb, "/محادثات 1");
        let read = wb.names_read();
        assert!(!wb.read_names() && wb.names_read() == read, "all are read");

        // After a change the names that are known take less.
        let document = wb.project().documents().next().unwrap().clone();
        let mut changed = document.clone();
        changed.title = "قسد".to_owned();
        let edit = Edit::change(document, changed);
        wb.commit("document.rename", vec![edit]).unwrap();
        assert!(wb.run("go.palette", &Args::None));
        assert!(!wb.read_names());
        assert_eq!(found(&wb, "/قسد").len(), 1);
        assert_eq!(found(&wb, "/1499"), [last]);
        assert_eq!(found(&wb, "/محادثات 1"), whole);
    }
}
