//! Which relations have an end in sight, and which marks there have questions
//! that are not answered; looked for anew only when the project or the sight
//! changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::command::{Reader, Workbench};
use crate::model::{Id, Relation, Span};

/// No page shows more arcs than this at once: they would be a thicket.
const MOST: usize = 300;

/// What was found for some bytes of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    /// Relations with an end in sight.
    pub(super) relations: Arc<[Id]>,
    /// Marks in sight with a required question that has no fitting answer.
    pub(super) open: Arc<[Id]>,
}

/// What is known, and for what.
#[derive(Debug, Default)]
pub(super) struct Known {
    found: Option<(Print, Gathered)>,
}

/// Changes when everything is to be looked for anew.
type Print = ((u64, usize), Id, Option<Id>, Span);

impl Known {
    /// What a reader shows on `sight` (bytes of its document).
    pub(super) fn gather(&mut self, wb: &Workbench, reader: &Reader, sight: Span) -> Gathered {
        let (document, layer) = (reader.document.clone(), reader.layer.clone());
        let print = (wb.revision(), document, layer, sight);
        if let Some((known, found)) = &self.found
            && *known == print
        {
            return found.clone();
        }
        let found = look(wb, reader, sight);
        self.found = Some((print, found.clone()));
        found
    }
}

fn look(wb: &Workbench, reader: &Reader, sight: Span) -> Gathered {
    let project = wb.project();
    let related = project.counts().relations > 0;
    let asking: BTreeSet<&Id> = project
        .tags()
        .filter(|tag| tag.attributes.iter().any(|one| one.required))
        .map(|tag| &tag.id)
        .collect();
    if !related && asking.is_empty() {
        return Gathered::default();
    }
    let mut relations = BTreeSet::new();
    let mut open = Vec::new();
    // A relation is drawn where both its ends are.
    let shown = |relation: &&Relation| {
        reader.layer.is_none()
            || [&relation.from, &relation.to].into_iter().all(|end| {
                let mark = project.annotation(end);
                mark.is_some_and(|mark| wb.shows_mark(reader, mark))
            })
    };
    for mark in wb.marks_shown(reader, sight) {
        if related && relations.len() < MOST {
            let of_mark = project.relations_of(&mark.id).filter(shown);
            relations.extend(of_mark.map(|one| one.id.clone()));
        }
        if asking.contains(&mark.tag) && open.len() < MOST && wb.open_questions(mark) > 0 {
            open.push(mark.id.clone());
        }
    }
    Gathered {
        relations: relations.into_iter().collect(),
        open: open.into(),
    }
}
