//! The open readers: which documents are side by side, and which is active.

use crate::model::{Document, Id};

use super::Workbench;
use crate::command::remembered::{KeptReader, Scroll, selection_of};
use crate::command::{Reader, ReaderId};

impl Workbench {
    /// The open readers, in reading order.
    pub fn readers(&self) -> &[Reader] {
        &self.readers
    }

    /// The open reader with this id.
    pub fn reader(&self, id: ReaderId) -> Option<&Reader> {
        self.readers.iter().find(|reader| reader.id == id)
    }

    pub(super) fn reader_mut(&mut self, id: ReaderId) -> Option<&mut Reader> {
        self.readers.iter_mut().find(|reader| reader.id == id)
    }

    /// The reader that keys and commands act on.
    pub fn active_reader(&self) -> Option<&Reader> {
        self.active.and_then(|id| self.reader(id))
    }

    /// The document in the active reader.
    pub fn active_document(&self) -> Option<&Document> {
        self.active_reader()
            .and_then(|reader| self.project.document(&reader.document))
    }

    /// Makes a reader the one that keys act on.
    pub fn activate(&mut self, id: ReaderId) {
        if self.active != Some(id) && self.reader(id).is_some() {
            self.active = Some(id);
            if self.find.open {
                self.refresh_find();
            }
        }
    }

    /// Two documents side by side to begin with.
    pub(in crate::command) fn open_first_readers(&mut self) {
        self.open_readers(2);
    }

    /// The first documents, in `count` readers.
    pub(in crate::command) fn open_readers(&mut self, count: usize) {
        let documents: Vec<Id> = self
            .project
            .documents()
            .take(count)
            .map(|document| document.id.clone())
            .collect();
        for document in documents {
            self.push_reader(document);
        }
        self.active = self.readers.first().map(|reader| reader.id);
    }

    /// Opens readers as they were when the project was left, those of
    /// documents that are still there; their ids.
    pub(in crate::command) fn reopen(
        &mut self,
        kept: &[KeptReader],
        active: Option<usize>,
    ) -> Vec<ReaderId> {
        self.readers.clear();
        self.active = None;
        let mut ids = Vec::new();
        for (index, one) in kept.iter().enumerate() {
            let Some(document) = self.project.document(&one.document) else {
                continue;
            };
            let selection = selection_of(one, &document.text);
            let known = |id: &Id| self.project.analyst(id).is_some();
            let layer = one.layer.clone().filter(known);
            let id = self.push_reader(one.document.clone());
            if let Some(reader) = self.reader_mut(id) {
                reader.selection = selection;
                reader.layer = layer;
                reader.scroll = one.scroll.filter(|scroll| scroll.offset.is_finite());
            }
            if active == Some(index) {
                self.active = Some(id);
            }
            ids.push(id);
        }
        if self.active.is_none() {
            self.active = ids.first().copied();
        }
        ids
    }

    pub(in crate::command) fn set_scroll(&mut self, id: ReaderId, scroll: Scroll) {
        if let Some(reader) = self.reader_mut(id) {
            reader.scroll = Some(scroll);
        }
    }

    pub(super) fn push_reader(&mut self, document: Id) -> ReaderId {
        let id = ReaderId(self.next_reader);
        self.next_reader += 1;
        self.readers.push(Reader::new(id, document));
        id
    }

    pub(in crate::command) fn can_add_reader(&self) -> bool {
        self.project.documents().next().is_some()
    }

    /// Opens one more reader, on `document` or, without one that is there, on
    /// the first one not shown.
    pub fn add_reader(&mut self, document: Option<Id>) {
        if !self.can_add_reader() {
            return;
        }
        let there = document.filter(|id| self.project.document(id).is_some());
        let document = there.or_else(|| {
            let shown = |id: &Id| self.readers.iter().any(|reader| reader.document == *id);
            self.project
                .documents()
                .map(|document| &document.id)
                .find(|id| !shown(id))
                .or_else(|| self.active_reader().map(|reader| &reader.document))
                .or_else(|| self.project.documents().map(|document| &document.id).next())
                .cloned()
        });
        if let Some(document) = document {
            let id = self.push_reader(document);
            self.activate(id);
        }
    }

    /// Opens one more reader on `document` and makes it active: at the same
    /// place as `like`, where that shows the same document.
    pub(in crate::command) fn open_reader(
        &mut self,
        document: Id,
        like: Option<&Reader>,
    ) -> ReaderId {
        let id = self.push_reader(document);
        // Beside the active one.
        let at = self.readers.iter().position(|r| Some(r.id) == self.active);
        if let Some(at) = at
            && let Some(reader) = self.readers.pop()
        {
            self.readers.insert(at + 1, reader);
        }
        if let Some(reader) = self.reader_mut(id)
            && let Some(like) = like.filter(|like| like.document == reader.document)
        {
            reader.selection = like.selection;
            reader.reveal = Some(like.selection.span());
        }
        self.activate(id);
        id
    }

    /// Closes a reader; the last one stays.
    pub fn close_reader(&mut self, id: ReaderId) {
        if self.readers.len() < 2 {
            return;
        }
        let index = self.readers.iter().position(|reader| reader.id == id);
        self.readers.retain(|reader| reader.id != id);
        if self.active == Some(id)
            && let Some(index) = index
        {
            self.active = self
                .readers
                .get(index.min(self.readers.len() - 1))
                .map(|reader| reader.id);
        }
    }

    pub(in crate::command) fn step_reader(&mut self) {
        let index = self
            .readers
            .iter()
            .position(|reader| Some(reader.id) == self.active)
            .map_or(0, |index| (index + 1) % self.readers.len().max(1));
        if let Some(id) = self.readers.get(index).map(|reader| reader.id) {
            self.activate(id);
        }
    }

    /// Shows `document` in the active reader, or goes to the reader that
    /// shows it already. One that is gone (a step taken back in the same
    /// moment) is not shown.
    pub fn show_document(&mut self, document: &Id) -> ReaderId {
        let shown = self
            .active_reader()
            .filter(|reader| reader.document == *document)
            .or_else(|| {
                self.readers
                    .iter()
                    .find(|reader| reader.document == *document)
            })
            .map(|reader| reader.id);
        if let Some(id) = shown {
            self.activate(id);
            return id;
        }
        if let Some(id) = self.active {
            if self.project.document(document).is_none() {
                return id;
            }
            if let Some(reader) = self.reader_mut(id) {
                *reader = Reader::new(id, document.clone());
            }
            self.chosen_mark = None;
            if self.find.open {
                self.refresh_find();
            }
            id
        } else {
            let id = self.push_reader(document.clone());
            self.active = Some(id);
            id
        }
    }

    /// Shows another document in the active reader, though a second reader
    /// may show it too.
    pub(in crate::command) fn replace_document(&mut self, document: Id) {
        if let Some(active) = self.active
            && let Some(reader) = self.reader_mut(active)
        {
            *reader = Reader::new(active, document);
            self.chosen_mark = None;
            if self.find.open {
                self.refresh_find();
            }
        }
    }
}
