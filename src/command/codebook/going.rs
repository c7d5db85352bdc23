//! From use to use of a tag, through all documents.
//!
//! **Invariant:** every mark of the tag is met once before the first comes
//! again; marks of retired tags too.

use std::cmp::Ordering;

use crate::i18n::Arg;
use crate::model::{Annotation, Id};

use crate::command::{CommandError, NoticeKind, Workbench};

/// The place of a mark in its document: where it begins, then its id; marks on
/// the whole document come first.
fn place(mark: &Annotation) -> (usize, &Id) {
    let start = mark.hull().map_or(0, |span| span.start + 1);
    (start, &mark.id)
}

impl Workbench {
    /// Goes to the next use of a tag after the chosen mark or the caret, or to
    /// the one before.
    pub(super) fn go_to_use(&mut self, tag: &Id, forward: bool) -> Result<(), CommandError> {
        let Some(next) = self.use_beside(tag, forward) else {
            return Err(CommandError::message("codebook-no-uses"));
        };
        self.choose_tag(Some(tag.clone()));
        self.go_to_mark(&next);
        let (at, total) = self.place_of_use(tag, &next);
        let name = self.project().tag(tag).map(|tag| self.tag_title(tag));
        let text = self.messages().format(
            "codebook-at-use",
            &[
                ("tag", Arg::from(name.unwrap_or_default())),
                ("at", Arg::from(at)),
                ("total", Arg::from(total)),
            ],
        );
        self.notify(NoticeKind::Done, text);
        Ok(())
    }

    fn use_beside(&self, tag: &Id, forward: bool) -> Option<Id> {
        let project = self.project();
        let documents: Vec<&Id> = project.documents().map(|document| &document.id).collect();
        let order = |mark: &Annotation| {
            let document = documents.iter().position(|id| **id == mark.document);
            let (start, id) = place(mark);
            (document.unwrap_or(usize::MAX), start, id.clone())
        };
        let here = self.selected_mark().map_or_else(
            || {
                let reader = self.active_reader()?;
                let document = documents.iter().position(|id| **id == reader.document)?;
                Some((document, reader.selection.head.byte + 1, Id::new("")))
            },
            |mark| Some(order(mark)),
        )?;
        let mut beside: Option<(usize, usize, Id)> = None;
        let mut farthest: Option<(usize, usize, Id)> = None;
        let nearer = |a: &(usize, usize, Id), b: &(usize, usize, Id)| {
            (a.cmp(b) == Ordering::Less) == forward
        };
        for mark in project.annotations_with_tag(tag) {
            let place = order(mark);
            let is_beyond = if forward { place > here } else { place < here };
            if is_beyond && beside.as_ref().is_none_or(|best| nearer(&place, best)) {
                beside = Some(place.clone());
            }
            if farthest.as_ref().is_none_or(|best| nearer(&place, best)) {
                farthest = Some(place);
            }
        }
        beside.or(farthest).map(|(_, _, id)| id)
    }

    /// Which use of the tag a mark is, counted from 1, and how many there are.
    fn place_of_use(&self, tag: &Id, mark: &Id) -> (usize, usize) {
        let project = self.project();
        let Some(mark) = project.annotation(mark) else {
            return (0, 0);
        };
        let mut at = 1;
        for document in project.documents() {
            if document.id == mark.document {
                at += project
                    .annotations_of(&document.id)
                    .chain(project.annotations_on_whole(&document.id))
                    .filter(|other| other.tag == *tag && place(other) < place(mark))
                    .count();
                break;
            }
            at += project.tag_count_in(tag, &document.id);
        }
        (at, project.tag_count(tag))
    }
}
