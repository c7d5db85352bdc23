//! From document to document.

use crate::command::{CommandError, Workbench};
use crate::model::{DocumentState, Id};

impl Workbench {
    /// Shows the next document in the active reader, of those in a state that
    /// `wanted` lets be.
    pub(super) fn step_document(
        &mut self,
        forward: bool,
        wanted: impl Fn(DocumentState) -> bool,
    ) -> Result<(), CommandError> {
        let all: Vec<(&Id, DocumentState)> = self
            .project()
            .documents()
            .map(|document| (&document.id, document.state))
            .collect();
        let count = all.len();
        let Some(here) = self
            .active_reader()
            .and_then(|reader| all.iter().position(|(id, _)| **id == reader.document))
        else {
            return Err(CommandError::message("error-no-document"));
        };
        let next = (1..count)
            .map(|step| {
                if forward {
                    here + step
                } else {
                    here + count - step
                }
            })
            .find(|at| all.get(at % count).is_some_and(|(_, state)| wanted(*state)));
        let Some(next) = next else {
            return Err(CommandError::message("error-no-open-documents"));
        };
        let id = all.get(next % count).map(|(id, _)| (*id).clone());
        if let Some(id) = id {
            self.replace_document(id);
        }
        if (next >= count) == forward {
            self.went_round(forward);
        }
        Ok(())
    }
}
