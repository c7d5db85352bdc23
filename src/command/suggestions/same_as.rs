//! Saying who is meant: a suggestion or a mark becomes a mention of a known
//! entity, whose surfaces grow by its words.
//!
//! **Invariant:** the link and the new surface are one step of the history.

use crate::command::{CommandError, Workbench};
use crate::entities::learned::{key_of, surface_key};
use crate::model::{Edit, Entity, Id};

use super::linking::Linker;

impl Workbench {
    /// The entities the current suggestion or the chosen mark could be a
    /// mention of, the likeliest first.
    pub fn same_as_candidates(&self) -> Vec<&Entity> {
        let project = self.project();
        let about = match (self.current_suggestion(), self.selected_mark()) {
            (Some((document, one)), _) => Some((document, one.span, one.tag_id())),
            (None, Some(mark)) => mark
                .hull()
                .map(|span| (&mark.document, span, mark.tag.clone())),
            (None, None) => None,
        };
        let Some((document, span, tag)) = about else {
            return Vec::new();
        };
        let text = project.document(document).map_or("", |d| &d.text);
        let key = surface_key(text, span);
        let shared = |entity: &Entity| {
            let names = std::iter::once(&entity.name).chain(&entity.surfaces);
            let shared = names.map(|name| {
                let name = key_of(name);
                let words = key.split(' ');
                words
                    .filter(|word| name.split(' ').any(|other| other == *word))
                    .count()
            });
            shared.max().unwrap_or(0)
        };
        let mut all: Vec<(usize, bool, usize, &Entity)> = project
            .entities()
            .map(|entity| {
                let same_tag = entity.tag.as_ref() == Some(&tag);
                (
                    shared(entity),
                    same_tag,
                    project.mention_count(&entity.id),
                    entity,
                )
            })
            .collect();
        all.sort_by(|a, b| {
            (b.0, b.1, b.2)
                .cmp(&(a.0, a.1, a.2))
                .then_with(|| a.3.name.cmp(&b.3.name))
        });
        all.into_iter().map(|(.., entity)| entity).collect()
    }

    /// Makes the current suggestion, or the chosen mark, a mention of this
    /// entity.
    pub(super) fn make_same_as(&mut self, entity: &Id) -> Result<(), CommandError> {
        let Some(entity) = self.project().entity(entity).cloned() else {
            return Ok(());
        };
        if self.current_suggestion().is_some() {
            return self.accept_current("suggestion.same-as", None, Some(&entity));
        }
        let Some(before) = self.selected_mark().cloned() else {
            return Ok(());
        };
        if before.entity.as_ref() == Some(&entity.id) {
            return Ok(());
        }
        let text = self
            .project()
            .document(&before.document)
            .map_or("", |d| &d.text);
        let mut linker = Linker::new(self.project());
        linker.add_surface(&entity.id, &before.quote(text));
        let mut after = before.clone();
        after.entity = Some(entity.id);
        let id = after.id.clone();
        let mut edits = linker.into_edits();
        edits.push(Edit::change(before, after));
        self.commit("suggestion.same-as", edits)?;
        self.choose_mark(Some(id));
        Ok(())
    }
}
