//! How what is shown follows the project: which suggestions are worth showing,
//! and what has to be decided anew after a change.
//!
//! **Invariant:** after any change, what is visible in a document that was
//! looked through is what a new workbench would show (tested with any
//! sequence of changes).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::command::Workbench;
use crate::entities::Suggestion;
use crate::entities::learned::Changes;
use crate::model::{Edit, Id, Kind, Record, Span};

/// Documents up to this many bytes that are in a reader are looked through at
/// once when a decision concerns them, in the same frame; longer ones come up
/// as jobs.
const AT_ONCE_BYTES: usize = 50_000;

/// Sections of a long document in which a decision shows in the same frame.
const FEW_SECTIONS: usize = 1;

impl Workbench {
    /// Decides anew which suggestions of a document are worth showing.
    pub(super) fn refresh_suggestions(&mut self, document: &Id) {
        let Some(page) = self.board.pages.get(document) else {
            return;
        };
        let all: Vec<usize> = (0..page.sections.len()).collect();
        self.refresh_where(document, &all, |_| true);
    }

    /// The same for one section of a document.
    pub(super) fn refresh_section(&mut self, document: &Id, section: usize) {
        self.refresh_where(document, &[section], |_| true);
    }

    /// Decides anew about the suggestions that share a word with one of these
    /// places: all that a change of marks there can concern.
    fn refresh_near(&mut self, document: &Id, places: &[Span]) {
        let Some(page) = self.board.pages.get(document) else {
            return;
        };
        let sections = page.sections_near(places);
        let near = Near::new(places);
        self.refresh_where(document, &sections, |one: &Suggestion| {
            near.touches(one.span)
        });
    }

    /// Decides anew about some of the suggestions in these sections.
    fn refresh_where(
        &mut self,
        document: &Id,
        sections: &[usize],
        concerned: impl Fn(&Suggestion) -> bool,
    ) {
        // Taken out meanwhile: what it is judged by is all the rest.
        let Some(mut page) = self.board.pages.remove(document) else {
            return;
        };
        if let Some(judge) = self.judge(document) {
            for section in sections {
                page.regroup(*section, &concerned, |asked| judge.verdicts(asked));
            }
        }
        self.board.pages.insert(document.clone(), page);
        self.board.touch();
        self.keep_current(document);
    }

    /// The documents in readers that are short enough to be looked through in
    /// the frame in which that is wanted.
    pub(super) fn short_documents_shown(&self) -> Vec<Id> {
        let shown: BTreeSet<&Id> = self
            .readers()
            .iter()
            .map(|reader| &reader.document)
            .collect();
        shown
            .into_iter()
            .filter(|id| {
                let document = self.project().document(id);
                document.is_some_and(|document| document.text.len() <= AT_ONCE_BYTES)
            })
            .cloned()
            .collect()
    }

    pub(in crate::command) fn refresh_all_suggestions(&mut self) {
        let documents: Vec<Id> = self.board.pages.keys().cloned().collect();
        for document in documents {
            self.refresh_suggestions(&document);
        }
    }

    /// The current suggestion stays while it is visible, with its borders.
    fn keep_current(&mut self, document: &Id) {
        let board = &mut self.board;
        let Some(current) = board
            .current
            .as_ref()
            .filter(|current| current.document == *document)
        else {
            return;
        };
        let same = |one: &Suggestion| {
            one.span == current.found.span && one.tag_id() == current.found.tag_id()
        };
        let Some(page) = board.pages.get_mut(document) else {
            return;
        };
        match page.show_moved(current.now.span, same) {
            Some((found, now)) => {
                if let Some(current) = &mut board.current {
                    current.found = found;
                    current.now = now;
                }
            }
            None => board.current = None,
        }
    }

    /// Of these sections of a document, the few nearest to where it is read.
    fn few_sections(&self, document: &Id, sections: &[usize]) -> Vec<usize> {
        let caret = self
            .readers()
            .iter()
            .find(|reader| reader.document == *document)
            .map_or(0, |reader| reader.selection.head.byte);
        let here = self
            .board
            .pages
            .get(document)
            .map_or(0, |page| page.section_at(caret));
        let mut few = sections.to_vec();
        few.sort_by_key(|section| section.abs_diff(here));
        few.truncate(FEW_SECTIONS);
        few
    }

    /// Follows a change of the project: learns from it, and shows what is
    /// worth showing now.
    pub(in crate::command) fn learn(&mut self, edits: &[Edit]) {
        let (project, board) = self.project_and_board();
        let changes = board.learned.update(project, edits);
        let touched = Touched::by(edits);
        for id in touched.documents.keys() {
            if project.document(id).is_none() {
                board.pages.remove(id);
            }
        }
        let again = board.want_those_with(&changes);
        let shown: Vec<Id> = self
            .short_documents_shown()
            .into_iter()
            .filter(|id| again.contains_key(id))
            .collect();
        for document in &shown {
            self.suggest_now(document);
        }
        if touched.decided {
            // Words rejected here may be rejected elsewhere too. What is not
            // decided now is when the section is looked through again.
            for (document, sections) in again.iter().filter(|(id, _)| !shown.contains(id)) {
                for section in self.few_sections(document, sections) {
                    self.refresh_section(document, section);
                }
            }
        }
        if touched.all || matches!(changes, Changes::All) {
            self.refresh_all_suggestions();
        } else {
            for (document, places) in touched.documents {
                match places {
                    _ if shown.contains(&document) => {}
                    Some(places) => self.refresh_near(&document, &places),
                    None => self.refresh_suggestions(&document),
                }
            }
        }
        if self
            .board
            .current
            .as_ref()
            .is_some_and(|current| self.project().document(&current.document).is_none())
        {
            self.board.current = None;
        }
        // What it would have done may be done or gone.
        self.board.preview = None;
    }
}

/// Places of a text, to be asked whether a span touches any of them.
struct Near {
    /// Where each begins, in order, and how far it and those before it reach.
    places: Vec<(usize, usize)>,
}

impl Near {
    fn new(places: &[Span]) -> Self {
        let mut places: Vec<(usize, usize)> = places
            .iter()
            .map(|place| (place.start, place.end))
            .collect();
        places.sort_unstable();
        let mut reach = 0;
        for (_, end) in &mut places {
            reach = reach.max(*end);
            *end = reach;
        }
        Self { places }
    }

    /// Whether a place shares a byte with the span or lies beside it.
    fn touches(&self, span: Span) -> bool {
        let before = self.places.partition_point(|(start, _)| *start <= span.end);
        before
            .checked_sub(1)
            .and_then(|last| self.places.get(last))
            .is_some_and(|(_, reach)| *reach >= span.start)
    }
}

/// What a change of the project touches.
#[derive(Default)]
struct Touched {
    /// Whether everything has to be looked at: tags, rejections everywhere.
    all: bool,
    /// Whether something was rejected or allowed again.
    decided: bool,
    /// The documents, with the places of marks; without, all of a document.
    documents: BTreeMap<Id, Option<Vec<Span>>>,
}

impl Touched {
    fn by(edits: &[Edit]) -> Self {
        let mut touched = Self::default();
        let concerns = edits.iter().filter(|edit| !same_text(edit));
        for record in concerns.flat_map(|edit| [&edit.before, &edit.after]) {
            match record {
                Some(Record::Annotation(mark)) => {
                    let places = touched
                        .documents
                        .entry(mark.document.clone())
                        .or_insert_with(|| Some(Vec::new()));
                    if let Some(places) = places {
                        places.extend(mark.hull());
                    }
                }
                Some(Record::Document(document)) => {
                    touched.documents.insert(document.id.clone(), None);
                }
                Some(Record::Decision(decision)) => {
                    // What it says of the same words elsewhere, the sections
                    // that hold them are asked about.
                    touched.decided = true;
                    if let (Some(document), Some(span)) = (&decision.document, decision.span)
                        && let Some(places) = touched
                            .documents
                            .entry(document.clone())
                            .or_insert_with(|| Some(Vec::new()))
                    {
                        places.push(span);
                    }
                }
                Some(record) => touched.all |= record.kind() == Kind::Tag,
                None => {}
            }
        }
        touched
    }
}

/// Whether a document changed in something that no suggestion depends on: its
/// state, its title.
fn same_text(edit: &Edit) -> bool {
    matches!((&edit.before, &edit.after),
        (Some(Record::Document(before)), Some(Record::Document(after)))
            if before.written_on == after.written_on
                && (Arc::ptr_eq(&before.text, &after.text) || before.text == after.text))
}
