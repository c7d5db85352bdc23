//! Layers: the marks of one analyst, as a reader shows them.
//!
//! Lives here: which marks a reader shows, and whose they can be. Whoever
//! draws, lists, hits or steps through the marks of a reader asks
//! [`Workbench::marks_shown`] or [`Workbench::shows_mark`]. Does not live
//! here: comparing layers ([`crate::analysis::agreement`]).
//!
//! **Invariant:** a reader without a layer shows every mark of its document;
//! choosing a layer changes nothing in the project.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Analyst, Annotation, Id, Role, Span};

use super::Workbench;
use crate::command::{Reader, ReaderId};

/// The marks of one analyst in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Whose they are.
    pub analyst: Id,
    /// That analyst's name.
    pub name: String,
    /// One person's work, or what was settled between several.
    pub role: Role,
    /// How many marks there are, those on the whole document included.
    pub marks: usize,
}

/// The layers of documents, and what the project was when they were counted.
pub(super) type LayerBook = ((u64, usize), BTreeMap<Id, Arc<[Layer]>>);

impl Workbench {
    /// Whether a reader shows this mark of its document.
    pub fn shows_mark(&self, reader: &Reader, mark: &Annotation) -> bool {
        mark.document == reader.document
            && reader.layer.as_ref().is_none_or(|layer| *layer == mark.by)
    }

    /// The marks a reader shows that touch `span` (bytes of its document), in
    /// the order of [`Project::annotations_in`](crate::model::Project::annotations_in).
    pub fn marks_shown<'a>(
        &'a self,
        reader: &Reader,
        span: Span,
    ) -> impl Iterator<Item = &'a Annotation> {
        let layer = reader.layer.as_ref();
        self.project
            .annotations_in(&reader.document, span)
            .filter(move |mark| layer.is_none_or(|layer| *layer == mark.by))
    }

    /// The marks on the document as a whole that a reader shows.
    pub fn whole_marks_shown<'a>(
        &'a self,
        reader: &Reader,
    ) -> impl Iterator<Item = &'a Annotation> {
        let layer = reader.layer.as_ref();
        self.project
            .annotations_on_whole(&reader.document)
            .filter(move |mark| layer.is_none_or(|layer| *layer == mark.by))
    }

    /// Whether a reader shows suggestions: they belong to the work of whoever
    /// sits here, not to a layer of somebody else, nor where two are compared.
    pub fn suggestions_shown_in(&self, reader: &Reader) -> bool {
        let Some(layer) = &reader.layer else {
            return true;
        };
        let compared = || {
            self.compared_sides()
                .is_some_and(|sides| sides.document == reader.document)
        };
        *layer == self.analyst && !compared()
    }

    /// Who has marks in a document, by name, what was settled last; whoever
    /// sits here is among them in any case. Counted anew only when the project
    /// has changed.
    pub fn layers(&self, document: &Id) -> Arc<[Layer]> {
        let revision = self.revision();
        let mut book = self.layer_book.borrow_mut();
        if book.0 != revision {
            *book = (revision, BTreeMap::new());
        }
        let counted = book.1.entry(document.clone());
        Arc::clone(counted.or_insert_with(|| self.count_layers(document)))
    }

    fn count_layers(&self, document: &Id) -> Arc<[Layer]> {
        let mut counts = BTreeMap::from([(&self.analyst, 0_usize)]);
        let whole = self.project.annotations_on_whole(document);
        for mark in self.project.annotations_of(document).chain(whole) {
            *counts.entry(&mark.by).or_default() += 1;
        }
        let mut layers: Vec<Layer> = counts
            .into_iter()
            .filter_map(|(id, marks)| Some((self.project.analyst(id)?, marks)))
            .map(|(analyst, marks)| layer_of(analyst, marks))
            .collect();
        layers.sort_by(|a, b| (a.role, &a.name, &a.analyst).cmp(&(b.role, &b.name, &b.analyst)));
        layers.into()
    }

    /// Shows the marks of one analyst in a reader, or of all of them.
    pub fn set_layer(&mut self, reader: ReaderId, layer: Option<Id>) {
        let layer = layer.filter(|id| self.project.analyst(id).is_some());
        let Some(shown) = self.reader_mut(reader) else {
            return;
        };
        shown.layer = layer;
        let shown = shown.clone();
        if Some(reader) == self.active
            && let Some(mark) = self.selected_mark()
            && mark.document == shown.document
            && !self.shows_mark(&shown, mark)
        {
            self.choose_mark(None);
        }
    }
}

fn layer_of(analyst: &Analyst, marks: usize) -> Layer {
    Layer {
        analyst: analyst.id.clone(),
        name: analyst.name.clone(),
        role: analyst.role,
        marks,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::command::{Args, FixedSurroundings};
    use crate::model::{Document, Edit, History, Project, Timestamp, Transaction};
    use crate::store::Settings;

    const TEXT: &str = "سافر أحمد إلى دمشق";

    fn mark(id: &str, start: usize, end: usize, by: &str) -> Annotation {
        let spans = vec![Span::new(start, end)];
        let tag = Id::new("person");
        Annotation::new(
            Id::new(id),
            Id::new("d"),
            spans,
            tag,
            Id::new(by),
            Timestamp::UNIX_EPOCH,
        )
    }

    /// A project with marks of two analysts, and one more document.
    fn workbench() -> Workbench {
        let (a, b) = (
            Analyst::new(Id::new("a"), "Amal"),
            Analyst::new(Id::new("b"), "Basil"),
        );
        let mut project = Project::new("p", a);
        let at = Timestamp::UNIX_EPOCH;
        let mut other = Document::new(Id::new("e"), "e", "غيره", at);
        other.order = 1;
        project
            .apply(&Transaction {
                id: Id::new("t"),
                at,
                by: Id::new("a"),
                command: "test".to_owned(),
                undoes: None,
                edits: vec![
                    Edit::create(b),
                    Edit::create(Document::new(Id::new("d"), "d", TEXT, at)),
                    Edit::create(other),
                    Edit::create(mark("1", 9, 17, "a")),
                    Edit::create(mark("2", 9, 17, "b")),
                    Edit::create(mark("3", 25, 33, "b")),
                ],
            })
            .unwrap();
        let settings = Settings {
            analyst: "Amal".to_owned(),
            ..Settings::default()
        };
        let surroundings = Box::new(FixedSurroundings::new());
        Workbench::new(project, History::new(), settings, None, surroundings)
    }

    fn shown(wb: &Workbench) -> Vec<&str> {
        let reader = wb.active_reader().unwrap();
        let all = Span::new(0, TEXT.len());
        wb.marks_shown(reader, all)
            .map(|mark| mark.id.as_str())
            .collect()
    }

    fn signed(name: &str, role: Role) -> Workbench {
        let mut project = workbench().project().clone();
        // Its id comes before all others.
        let settled = Analyst {
            role,
            ..Analyst::new(Id::new("0"), "Adjudicated")
        };
        let step = Transaction::new(
            Id::new("t2"),
            Timestamp::UNIX_EPOCH,
            Id::new("a"),
            "test",
            vec![Edit::create(settled)],
        );
        project.apply(&step).unwrap();
        let settings = Settings {
            analyst: name.to_owned(),
            ..Settings::default()
        };
        let surroundings = Box::new(FixedSurroundings::new());
        Workbench::new(project, History::new(), settings, None, surroundings)
    }

    #[test]
    fn nobody_signs_with_the_name_of_another_or_with_what_was_settled() {
        let mut wb = signed("Nura", Role::Adjudication);
        assert_eq!(wb.analyst_name(), "Nura", "who has no mark here yet");
        let reader = wb.active_reader().unwrap().id;
        let steps = wb.history().transactions().len();
        for _ in 0..2 {
            wb.select(reader, crate::command::Selection::over(Span::new(25, 33)));
            assert!(wb.run("annotation.tag", &Args::Id(Id::new("group"))));
            let made = wb.selected_mark().unwrap();
            assert_eq!(wb.project().analyst(&made.by).unwrap().name, "Nura");
            wb.run("annotation.remove", &Args::None);
        }
        assert!(wb.history().transactions().len() > steps);
        let layers = wb.layers(&Id::new("d"));
        assert!(layers.iter().any(|layer| layer.name == "Nura"));
        // Undone to the beginning, she is gone and comes again with a mark.
        while wb.run("edit.undo", &Args::None) {}
        assert_eq!(wb.project().analysts().len(), 3);
        assert_eq!(wb.analyst_name(), "Nura");
        wb.select(reader, crate::command::Selection::over(Span::new(25, 33)));
        assert!(wb.run("annotation.tag", &Args::Id(Id::new("group"))));
        assert_eq!(wb.project().analysts().len(), 4);

        let wb = signed("", Role::Adjudication);
        assert_eq!(wb.analyst_name(), "Amal", "never the settled layer");
        let wb = signed("Adjudicated", Role::Adjudication);
        assert_ne!(wb.analyst(), &Id::new("0"));
        let wb = signed("Basil", Role::Adjudication);
        assert_eq!(wb.analyst(), &Id::new("b"));
    }

    #[test]
    fn a_reader_shows_one_layer_or_all() {
        let mut wb = workbench();
        let reader = wb.active_reader().unwrap().id;
        assert_eq!(shown(&wb), ["1", "2", "3"]);
        wb.set_layer(reader, Some(Id::new("b")));
        assert_eq!(shown(&wb), ["2", "3"]);
        assert!(!wb.suggestions_shown_in(wb.active_reader().unwrap()));
        wb.set_layer(reader, Some(Id::new("nobody")));
        assert_eq!(shown(&wb), ["1", "2", "3"], "nobody's layer is none");
        let layers = wb.layers(&Id::new("d"));
        let counted: Vec<_> = layers.iter().map(|l| (l.name.as_str(), l.marks)).collect();
        assert_eq!(counted, [("Amal", 1), ("Basil", 2)]);
    }

    #[test]
    fn stepping_stays_in_the_layer_and_a_hidden_mark_is_found_again() {
        let mut wb = workbench();
        let reader = wb.active_reader().unwrap().id;
        wb.choose_mark(Some(Id::new("1")));
        wb.set_layer(reader, Some(Id::new("b")));
        assert_eq!(wb.selected_mark(), None, "what is not shown is not chosen");
        for expected in ["2", "3", "2"] {
            assert!(wb.run("annotation.next", &Args::None));
            assert_eq!(wb.selected_mark().unwrap().id.as_str(), expected);
        }
        assert!(wb.run("annotation.previous", &Args::None));
        assert_eq!(wb.selected_mark().unwrap().id.as_str(), "3");
        wb.go_to_mark(&Id::new("1"));
        assert_eq!(wb.active_reader().unwrap().layer, None);
        assert_eq!(wb.selected_mark().unwrap().id.as_str(), "1");
    }
}
