//! What is selected: words in a reader, and the chosen mark.

use crate::model::{Annotation, Id, Span};

use super::Workbench;
use crate::command::{NextTag, ReaderId, Selection};

impl Workbench {
    /// Sets a reader's selection and makes the reader active; bytes past the
    /// text or inside a character are moved back to the nearest border.
    pub fn select(&mut self, id: ReaderId, selection: Selection) {
        self.activate(id);
        let Some(text) = self
            .reader(id)
            .and_then(|reader| self.project.document(&reader.document))
            .map(|document| document.text.clone())
        else {
            return;
        };
        let mut selection = selection;
        selection.anchor.byte = text.floor_char_boundary(selection.anchor.byte);
        selection.head.byte = text.floor_char_boundary(selection.head.byte);
        if let Some(reader) = self.reader_mut(id)
            && reader.selection != selection
        {
            reader.selection = selection;
            self.chosen_mark = None;
            self.chosen_entity = None;
            self.next_tag = NextTag::Words;
            self.leave_suggestions();
        }
    }

    /// The selected words of the active reader.
    pub fn selected_text(&self) -> Option<&str> {
        let reader = self.active_reader()?;
        let span = reader.selection.span();
        if span.is_empty() {
            return None;
        }
        span.of(&self.project.document(&reader.document)?.text)
    }

    /// Asks the window to bring `span` into sight.
    pub fn reveal(&mut self, id: ReaderId, span: Span) {
        if let Some(reader) = self.reader_mut(id) {
            reader.reveal = Some(span);
        }
    }

    /// Called by the window once it has done so.
    pub fn revealed(&mut self, id: ReaderId) {
        if let Some(reader) = self.reader_mut(id) {
            reader.reveal = None;
        }
    }

    /// The mark that is chosen: shown in the inspector.
    pub fn selected_mark(&self) -> Option<&Annotation> {
        self.chosen_mark
            .as_ref()
            .and_then(|id| self.project.annotation(id))
    }

    /// The mark that was made or chosen last.
    pub fn recent_mark(&self) -> Option<&Annotation> {
        self.recent_mark
            .as_ref()
            .and_then(|id| self.project.annotation(id))
    }

    /// Chooses a mark, or none.
    pub fn choose_mark(&mut self, id: Option<Id>) {
        if id.is_some() {
            self.recent_mark.clone_from(&id);
            self.leave_suggestions();
        }
        self.chosen_entity = None;
        if id.is_none() || id != self.chosen_mark {
            self.next_tag = NextTag::Words;
        }
        self.chosen_mark = id;
        if self.chosen_mark.is_some() {
            self.follow_entity(self.active);
        }
    }

    /// A reader that shows the mark: the active one, another one, or else one
    /// of its document, which shows all marks from now on.
    fn show_mark(&mut self, mark: &Annotation) -> ReaderId {
        let active = self.active_reader().into_iter();
        let showing = active
            .chain(self.readers())
            .find(|reader| self.shows_mark(reader, mark))
            .map(|reader| reader.id);
        if let Some(id) = showing {
            self.activate(id);
            return id;
        }
        let id = self.show_document(&mark.document);
        self.set_layer(id, None);
        id
    }

    /// Chooses a mark and brings it into sight.
    pub fn go_to_mark(&mut self, id: &Id) {
        let Some(mark) = self.project.annotation(id).cloned() else {
            return;
        };
        let reader = self.show_mark(&mark);
        if let Some(span) = mark.hull() {
            self.select(reader, Selection::caret(span.start));
            self.reveal(reader, span);
        }
        self.choose_mark(Some(mark.id));
    }
}
