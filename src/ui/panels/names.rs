//! The names marked in all documents, each with how often it is marked.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound::{Excluded, Unbounded};

use egui::Ui;

use crate::command::Workbench;
use crate::language::invisible::label_level;
use crate::language::{Level, key};
use crate::model::{Annotation, Edit, Id, Record, TagKind};
use crate::ui::access::{is_listening, listed};
use crate::ui::action::Action;
use crate::ui::theme::Theme;
use crate::ui::unseen::label_warning;
use crate::ui::widgets::{ListRow, tooltip};

use super::document_tools::Tools;
use super::documents::{Rows, padded_heading};
use super::{flag_color, tag_hue, tag_name, titled};

/// What makes two marks one name: the tag, and the words when folded.
type NameKey = (Id, String);

/// Where a mark stands: order of its document, first byte, id.
type Spot = (u32, usize, Id);

/// One name: marks with the same tag whose words are the same when folded.
#[derive(Clone, Debug)]
struct Name {
    surface: String,
    marks: BTreeSet<Spot>,
}

/// The names, kept up with the project change by change, so that marking a
/// word costs the same in a project of any size.
#[derive(Debug, Default)]
pub(in crate::ui) struct Names {
    state: Option<(u64, usize)>,
    by_key: BTreeMap<NameKey, Name>,
    /// The name each mark stands under.
    of_mark: HashMap<Id, (NameKey, Spot)>,
    /// Names by how often they are marked, most often first.
    ranked: BTreeSet<(Reverse<usize>, NameKey)>,
    /// Where reading the whole project has come to: the document and the place
    /// after which it goes on. None: all of it is read.
    reading: Option<(usize, usize)>,
    /// Heights of the rows above them in the panel.
    pub(super) rows: Rows,
    /// What stands above the list of documents.
    pub(super) tools: Tools,
}

/// Rows shown; more would be a list nobody reads.
const MOST: usize = 200;
/// Marks read in one frame while a project is read for the first time: about a
/// millisecond of work.
const AT_ONCE: usize = 500;
/// Words further than this (bytes) say no more about which name it is.
const LONGEST: usize = 400;

impl Names {
    fn refresh(&mut self, ctx: &egui::Context, wb: &Workbench) {
        self.follow(wb);
        self.gather(wb);
        if self.reading.is_some() {
            ctx.request_repaint();
        }
    }

    /// Follows what has changed since, or begins to read the whole project.
    fn follow(&mut self, wb: &Workbench) {
        let now = wb.revision();
        let before = self.state.replace(now);
        if before == Some(now) {
            return;
        }
        let fresh = before
            .filter(|(generation, seen)| *generation == now.0 && *seen <= now.1)
            .map(|(_, seen)| wb.history().transactions().skip(seen));
        let Some(fresh) = fresh else {
            return self.begin();
        };
        let edits: Vec<&Edit> = fresh.flat_map(|step| &step.edits).collect();
        let marks_only = edits.iter().all(|edit| {
            match (&edit.before, &edit.after) {
                // A document that begins with its first mark stands as before.
                (Some(Record::Document(before)), Some(Record::Document(after))) => {
                    before.order == after.order && before.text == after.text
                }
                (before, after) => {
                    let record = after.as_ref().or(before.as_ref());
                    !matches!(record, Some(Record::Tag(_) | Record::Document(_)))
                }
            }
        });
        if !marks_only {
            return self.begin();
        }
        for edit in edits {
            if let Some(Record::Annotation(mark)) = &edit.before {
                self.remove(&mark.id);
            }
            if let Some(Record::Annotation(mark)) = &edit.after {
                self.add(wb, mark);
            }
        }
    }

    fn begin(&mut self) {
        self.by_key.clear();
        self.of_mark.clear();
        self.ranked.clear();
        self.reading = Some((0, 0));
    }

    /// Reads on in the project, as far as one frame allows.
    fn gather(&mut self, wb: &Workbench) {
        let Some((first, from)) = self.reading else {
            return;
        };
        let mut left = AT_ONCE;
        let mut from = from;
        for (index, document) in wb.project().documents().enumerate().skip(first) {
            let mut last = from;
            for mark in wb.project().annotations_from(&document.id, from) {
                let start = mark.hull().map_or(0, |hull| hull.start);
                // Marks that begin together are read together.
                if left == 0 && start > last {
                    self.reading = Some((index, start));
                    return;
                }
                self.add(wb, mark);
                left = left.saturating_sub(1);
                last = start;
            }
            from = 0;
        }
        self.reading = None;
    }

    fn add(&mut self, wb: &Workbench, mark: &Annotation) {
        let project = wb.project();
        let entity = project
            .tag(&mark.tag)
            .is_some_and(|tag| tag.kind == TagKind::Entity);
        let (true, Some(document), Some(hull)) =
            (entity, project.document(&mark.document), mark.hull())
        else {
            return;
        };
        // A mark may be changed more than once in the steps read at one go.
        self.remove(&mark.id);
        let mut surface = if hull.len() > LONGEST {
            super::short_quote(mark, document)
        } else {
            mark.quote(&document.text)
        };
        surface.truncate(surface.floor_char_boundary(LONGEST));
        let name_key = (mark.tag.clone(), key(&surface, Level::Letters));
        let spot = (document.order, hull.start, mark.id.clone());
        let name = self.by_key.entry(name_key.clone()).or_insert_with(|| Name {
            surface,
            marks: BTreeSet::new(),
        });
        self.ranked
            .remove(&(Reverse(name.marks.len()), name_key.clone()));
        name.marks.insert(spot.clone());
        self.ranked
            .insert((Reverse(name.marks.len()), name_key.clone()));
        self.of_mark.insert(mark.id.clone(), (name_key, spot));
    }

    fn remove(&mut self, mark: &Id) {
        let Some((name_key, spot)) = self.of_mark.remove(mark) else {
            return;
        };
        let Some(name) = self.by_key.get_mut(&name_key) else {
            return;
        };
        self.ranked
            .remove(&(Reverse(name.marks.len()), name_key.clone()));
        name.marks.remove(&spot);
        if name.marks.is_empty() {
            self.by_key.remove(&name_key);
        } else {
            self.ranked.insert((Reverse(name.marks.len()), name_key));
        }
    }

    /// Draws the list; a click goes to the next mark with that name.
    pub(super) fn names_ui(&mut self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        self.refresh(ui.ctx(), wb);
        if self.by_key.is_empty() {
            return;
        }
        padded_heading(ui, &titled(wb, "entities-title", self.by_key.len()));
        ui.add_space(4.0);
        let count = self.ranked.len().min(MOST);
        let title = wb.messages().text("entities-title");
        listed(ui, egui::Role::ListBox, &title, count, |ui| {
            self.rows_ui(ui, wb, actions);
        });
    }

    fn rows_ui(&self, ui: &mut Ui, wb: &Workbench, actions: &mut Vec<Action>) {
        let listening = is_listening(ui.ctx());
        let chosen = wb
            .selected_mark()
            .and_then(|mark| self.of_mark.get(&mark.id));
        for (index, (_, name_key)) in self.ranked.iter().take(MOST).enumerate() {
            let (Some(tag), Some(name)) =
                (wb.project().tag(&name_key.0), self.by_key.get(name_key))
            else {
                continue;
            };
            let chosen = chosen
                .filter(|(other, _)| other == name_key)
                .map(|(_, spot)| spot);
            let count = wb.messages().number(name.marks.len());
            let said = if listening {
                let times = super::counted(wb, "count-marks", name.marks.len());
                format!("{}; {times}", tag_name(wb, tag))
            } else {
                String::new()
            };
            let mut row = ListRow::new(&name.surface)
                .nth(index)
                .said(&said)
                .swatch(tag_hue(ui, tag))
                .count(&count)
                .selected(chosen.is_some());
            let flag = label_level(&name.surface);
            if let Some(level) = flag {
                row = row.warning(flag_color(&Theme::get(ui.ctx()), level));
            }
            let mut response = row.show(ui);
            if flag.is_some() {
                response = tooltip(response, &label_warning(wb.messages(), &name.surface));
            }
            if response.clicked() {
                // The one after the chosen mark, and round again.
                let next = chosen
                    .and_then(|spot| name.marks.range((Excluded(spot), Unbounded)).next())
                    .or_else(|| name.marks.first());
                if let Some((_, _, mark)) = next {
                    actions.push(Action::GoToMark(mark.clone()));
                }
            }
        }
    }
}
