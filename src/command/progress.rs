//! How far the work is: documents begin with their first mark, and are done
//! when somebody says so; what is still open then is said.
//!
//! Invariant: a document's state is changed only as an edit of a step, so
//! that undo takes it back with what it followed from.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::i18n::Arg;
use crate::model::{Annotation, Document, DocumentState, Edit, Id, Project, Record, Unfit};

use super::{NoticeKind, Workbench};

/// How far a document is, as people tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentStanding {
    /// Nobody has begun with it.
    New,
    /// Begun.
    InProgress,
    /// Finished, with marks.
    Done,
    /// Finished: there was nothing to mark.
    DoneEmpty,
}

impl DocumentStanding {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::New, Self::InProgress, Self::Done, Self::DoneEmpty];

    /// The message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Self::New => "documents-state-new",
            Self::InProgress => "documents-state-in-progress",
            Self::Done => "documents-state-done",
            Self::DoneEmpty => "documents-state-done-empty",
        }
    }
}

/// How far a document is.
pub fn standing_of(project: &Project, document: &Document) -> DocumentStanding {
    match document.state {
        DocumentState::New => DocumentStanding::New,
        DocumentState::InProgress => DocumentStanding::InProgress,
        DocumentState::Done if project.annotation_count(&document.id) == 0 => {
            DocumentStanding::DoneEmpty
        }
        DocumentState::Done => DocumentStanding::Done,
    }
}

/// Whether a mark lacks an answer its tag asks for.
pub fn is_unanswered(project: &Project, mark: &Annotation) -> bool {
    project.tag(&mark.tag).is_some_and(|tag| {
        tag.attributes.iter().any(|attribute| {
            let answer = mark.attributes.get(&attribute.id);
            attribute.required && matches!(attribute.accepts(answer), Err(Unfit::Missing))
        })
    })
}

impl Workbench {
    /// The documents that begin with these edits: new ones that get a mark.
    pub(super) fn begun_by(&self, edits: &[Edit]) -> Vec<Edit> {
        let mut begun: BTreeSet<&Id> = BTreeSet::new();
        for edit in edits {
            if let (None, Some(Record::Annotation(mark))) = (&edit.before, &edit.after) {
                begun.insert(&mark.document);
            }
        }
        if begun.is_empty() {
            return Vec::new();
        }
        for edit in edits {
            if let Some(Record::Document(document)) = edit.after.as_ref().or(edit.before.as_ref()) {
                begun.remove(&document.id);
            }
        }
        begun
            .into_iter()
            .filter_map(|id| self.project().document(id))
            .filter(|document| document.state == DocumentState::New)
            .map(|document| {
                let mut after = document.clone();
                after.state = DocumentState::InProgress;
                Edit::change(document.clone(), after)
            })
            .collect()
    }

    /// Says what is still open in a document that was called done.
    pub(super) fn warn_of_open_work(&mut self, document: &Id) {
        if !self.look().warn_done {
            return;
        }
        let project = self.project();
        let unanswered = project
            .annotations_of(document)
            .chain(project.annotations_on_whole(document))
            .filter(|mark| is_unanswered(project, mark))
            .count();
        let suggested = self.suggestion_count(document);
        let id = match (unanswered, suggested) {
            (0, 0) => return,
            (_, 0) => "done-unanswered",
            (0, _) => "done-suggested",
            _ => "done-unanswered-suggested",
        };
        let args = [
            ("unanswered", Arg::from(unanswered)),
            ("suggested", Arg::from(suggested)),
        ];
        let text = self.messages().format(id, &args);
        self.notify(NoticeKind::Problem, text);
    }
}
