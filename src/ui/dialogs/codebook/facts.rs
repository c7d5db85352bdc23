//! What is counted for the page of a tag, once for each state of the project.
//!
//! **Invariant:** a frame in which nothing changed counts nothing.

use crate::analysis::hues::Sight;
use crate::command::{Outside, TagUsage, Workbench};
use crate::model::{Id, Tag};

/// What is known of one tag.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// What names it.
    pub(super) usage: TagUsage,
    /// Values of its marks that its attributes do not allow.
    pub(super) outside: Vec<Outside>,
    /// Tags that are hard to tell from it.
    pub(super) like: Vec<(Id, Sight)>,
    /// The notes about it.
    pub(super) notes: Vec<String>,
}

/// What is known of the tag shown last.
#[derive(Debug, Default)]
pub(super) struct Facts {
    of: Option<(Id, (u64, usize))>,
    known: Known,
}

impl Facts {
    /// What is known of a tag now.
    pub(super) fn of(&mut self, wb: &Workbench, tag: &Tag) -> &Known {
        let key = (tag.id.clone(), wb.revision());
        if self.of.as_ref() != Some(&key) {
            self.known = Known {
                usage: wb.tag_usage(&tag.id),
                outside: wb.values_outside(tag),
                like: wb.tags_like(&tag.id),
                notes: wb
                    .project()
                    .notes()
                    .filter(|note| note.tag.as_ref() == Some(&tag.id))
                    .map(|note| note.text.clone())
                    .collect(),
            };
            self.of = Some(key);
        }
        &self.known
    }
}
