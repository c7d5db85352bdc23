//! How the window stood when a project was left, so that it stands so again:
//! readers with their places, panels and tabs, filters, orders, modes.
//!
//! Kept in the user's state folder under the project's own name, not in the
//! project: two people's windows are no difference between two files.
//!
//! Invariant: what cannot be understood, or names what is no longer there, is
//! as it is at a first start; nothing here changes the project.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::model::Id;
use crate::store::{Places, read_desk, write_desk};

use super::lists::{DocumentFilter, MarkColumn, MarkFilter, NoteColumn, NoteFilter};
use super::look::LowerTab;
use super::{HistoryFilter, Modes, ReaderId, Selection, Workbench};

/// Where a page is scrolled to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scroll {
    /// The part of the text at the top of the page, counted as the page lays
    /// it out.
    pub unit: usize,
    /// How far down in it the page begins, points.
    pub offset: f32,
}

/// A reader as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptReader {
    pub(super) document: Id,
    /// Where the selection was begun, and the caret, bytes.
    pub(super) anchor: usize,
    pub(super) head: usize,
    #[serde(default)]
    pub(super) scroll: Option<Scroll>,
    /// Whose marks it shows.
    #[serde(default)]
    pub(super) layer: Option<Id>,
}

/// Panels and tabs.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Panels {
    documents: bool,
    inspector: bool,
    lower: bool,
    tab: LowerTab,
}

/// What the marks and the notes are sorted by.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Orders {
    marks: MarkColumn,
    marks_down: bool,
    notes: NoteColumn,
    notes_down: bool,
}

impl Workbench {
    /// How the panes stood when the project was left, as the window wrote it.
    pub fn arrangement(&self) -> &Value {
        &self.arrangement
    }

    /// Called by the window: how its panes stand.
    pub fn set_arrangement(&mut self, arrangement: Value) {
        self.arrangement = arrangement;
    }

    /// Called by the window: where a page is scrolled to.
    pub fn scrolled(&mut self, reader: ReaderId, scroll: Scroll) {
        self.set_scroll(reader, scroll);
    }

    /// Writes down how the window stands, under the project's name; a project
    /// that nobody has changed yet has none.
    pub(super) fn keep_desk(&self) {
        let (Some(places), Some(session)) = (&self.places, self.session()) else {
            return;
        };
        if let Err(error) = write_desk(places, session.project_id(), &self.desk()) {
            log::warn!("how the window stands is not kept: {error}");
        }
    }

    /// How the window stands, with where and for which project it is kept; a
    /// project that nobody has changed yet has none.
    pub fn desk_to_keep(&self) -> Option<(Places, Id, Value)> {
        let project = self.session()?.project_id().clone();
        Some((self.places.clone()?, project, self.desk()))
    }

    fn desk(&self) -> Value {
        let readers: Vec<KeptReader> = self
            .readers()
            .iter()
            .map(|reader| KeptReader {
                document: reader.document.clone(),
                anchor: reader.selection.anchor.byte,
                head: reader.selection.head.byte,
                scroll: reader.scroll,
                layer: reader.layer.clone(),
            })
            .collect();
        let active = self.active_reader().map(|reader| reader.id);
        let place = |id: ReaderId| self.readers().iter().position(|reader| reader.id == id);
        let ids: Vec<u64> = self.readers().iter().map(|reader| reader.id.0).collect();
        let look = self.look();
        let (marks, marks_down) = self.mark_order();
        let (notes, notes_down) = self.note_order();
        json!({
            "version": 1,
            "readers": readers,
            "reader_ids": ids,
            "active": active.and_then(place),
            "arrangement": self.arrangement,
            "panels": Panels {
                documents: look.documents,
                inspector: look.inspector,
                lower: look.lower,
                tab: look.lower_tab,
            },
            "marks": self.mark_filter(),
            "notes": self.note_filter(),
            "documents": self.document_filter(),
            "history": self.history_filter(),
            "orders": Orders { marks, marks_down, notes, notes_down },
            "modes": self.modes(),
        })
    }

    /// Has the window stand as it did when this project was left.
    pub(super) fn restore_desk(&mut self) {
        let (Some(places), Some(session)) = (&self.places, self.session()) else {
            return;
        };
        let Some(Value::Object(mut desk)) = read_desk(places, session.project_id()) else {
            return;
        };
        self.restore_readers(&mut desk);
        if let Some(panels) = take::<Panels>(&mut desk, "panels") {
            let look = self.look_mut();
            look.documents = panels.documents;
            look.inspector = panels.inspector;
            look.lower = panels.lower;
            look.lower_tab = panels.tab;
        }
        if let Some(filter) = take::<MarkFilter>(&mut desk, "marks") {
            self.set_mark_filter(filter);
        }
        if let Some(filter) = take::<NoteFilter>(&mut desk, "notes") {
            self.set_note_filter(filter);
        }
        if let Some(filter) = take::<DocumentFilter>(&mut desk, "documents") {
            self.set_document_filter(filter);
        }
        if let Some(filter) = take::<HistoryFilter>(&mut desk, "history") {
            self.set_history_filter(filter);
        }
        if let Some(orders) = take::<Orders>(&mut desk, "orders") {
            self.lists.marks.column = orders.marks;
            self.lists.marks.down = orders.marks_down;
            self.lists.notes.column = orders.notes;
            self.lists.notes.down = orders.notes_down;
        }
        if let Some(modes) = take::<Modes>(&mut desk, "modes") {
            self.modes = modes;
        }
    }

    fn restore_readers(&mut self, desk: &mut Map<String, Value>) {
        let readers: Vec<KeptReader> = take(desk, "readers").unwrap_or_default();
        let old_ids: Vec<u64> = take(desk, "reader_ids").unwrap_or_default();
        let active: Option<usize> = take(desk, "active");
        let there: Vec<bool> = readers
            .iter()
            .map(|reader| self.project().document(&reader.document).is_some())
            .collect();
        if !there.contains(&true) {
            return;
        }
        let ids = self.reopen(&readers, active);
        // The panes are called by the readers' numbers of that time.
        if let Some(mut arrangement) = desk.remove("arrangement")
            && there.iter().all(|there| *there)
            && ids.len() == old_ids.len()
        {
            if let Some(object) = arrangement.as_object_mut() {
                let new: Vec<u64> = ids.iter().map(|id| id.0).collect();
                object.insert("was".to_owned(), json!(old_ids));
                object.insert("now".to_owned(), json!(new));
            }
            self.arrangement = arrangement;
        }
    }
}

/// A part of what was kept, if it can be understood.
fn take<T: DeserializeOwned>(desk: &mut Map<String, Value>, name: &str) -> Option<T> {
    match serde_json::from_value(desk.remove(name)?) {
        Ok(value) => Some(value),
        Err(error) => {
            log::warn!("{name} is as at a first start: {error}");
            None
        }
    }
}

/// The selection of a kept reader in a text of that length; both ends are
/// brought to character borders by whoever selects.
pub(super) fn selection_of(kept: &KeptReader, text: &str) -> Selection {
    let within = |byte: usize| text.floor_char_boundary(byte.min(text.len()));
    let mut selection = Selection::caret(within(kept.head));
    selection.anchor.byte = within(kept.anchor);
    selection
}
