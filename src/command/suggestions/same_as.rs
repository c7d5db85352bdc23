//! Saying who is meant by a suggestion: it becomes a mention of a known entity,
//! whose surfaces grow by its words, or of a new one.
//!
//! **Invariant:** the mark, the link and the new surface are one step of the
//! history.

use crate::command::{CommandError, Workbench};
use crate::entities::bare_name;
use crate::entities::learned::key_of;
use crate::model::{Entity, Id};

impl Workbench {
    /// Makes the current suggestion a mention of this entity.
    pub(in crate::command) fn make_same_as(&mut self, entity: &Id) -> Result<(), CommandError> {
        match self.project().entity(entity).cloned() {
            Some(entity) => self.accept_current("suggestion.same-as", None, Some(&entity)),
            None => Err(CommandError::message("error-entity-gone")),
        }
    }

    /// Makes the current suggestion the mention of an entity of its own, named
    /// by its words if no name is given.
    pub(in crate::command) fn accept_as_new_entity(
        &mut self,
        name: Option<&str>,
    ) -> Result<(), CommandError> {
        let Some((document, suggestion)) = self.current_suggestion() else {
            return Ok(());
        };
        let text = self.project().document(document).map_or("", |d| &d.text);
        let words = bare_name(text, suggestion.span);
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        let name = name.unwrap_or(&words);
        if key_of(name).is_empty() {
            return Err(CommandError::message("error-entity-no-name"));
        }
        let mut entity = Entity::new(self.new_id(), name);
        entity.tag = Some(suggestion.tag_id());
        entity.surfaces = vec![name.to_owned()];
        self.accept_current("entity.new", None, Some(&entity))
    }
}
