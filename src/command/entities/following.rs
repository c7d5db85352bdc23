//! From mention to mention: which entity is lit, where it is mentioned next,
//! and the other readers that follow.
//!
//! Lives here: choosing an entity, stepping through its mentions and through
//! the names that mention nobody, "follow". Not here: how lit marks look (ui).
//!
//! **Invariant:** whether a mark is lit is asked of that mark alone; nothing
//! here goes over all marks in a frame.

use crate::command::{CommandError, NoticeKind, ReaderId, Workbench};
use crate::model::{Annotation, Edit, Id, Span};

use super::registry::{Registry, Spot};

/// The name of the switch in the settings file.
const FOLLOW: &str = "follow_entities";
/// Records read in one frame while a project is read for the first time: about
/// a millisecond of work.
const AT_ONCE: usize = 300;

impl Workbench {
    /// Who is mentioned where.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Reads on in a project that was just opened. Returns whether there is
    /// more to read.
    pub fn read_entities(&mut self) -> bool {
        let own = std::sync::Arc::clone(self.learned().own_list());
        let (project, registry) = self.project_and_registry();
        registry.read_on(project, &own, AT_ONCE)
    }

    /// Follows a change of the project.
    pub(in crate::command) fn follow_mentions(&mut self, edits: &[Edit]) {
        let own = std::sync::Arc::clone(self.learned().own_list());
        let (project, registry) = self.project_and_registry();
        registry.follow(project, &own, edits);
    }

    /// Reads all that is left.
    pub fn finish_reading_entities(&mut self) {
        while self.read_entities() {}
    }

    /// The entity whose mentions are lit: the chosen one, else that of the
    /// chosen mark.
    pub fn lit_entity(&self) -> Option<&Id> {
        self.chosen_entity
            .as_ref()
            .filter(|id| self.project().entity(id).is_some())
            .or_else(|| self.selected_mark()?.entity.as_ref())
    }

    /// Chooses an entity without a mention: all its mentions are lit.
    pub fn choose_entity(&mut self, entity: Option<Id>) {
        self.chosen_entity = entity;
        if self.chosen_entity.is_some() {
            self.follow_entity(None);
        }
    }

    /// Whether the other readers go to their mentions of the lit entity.
    pub fn follows_entities(&self) -> bool {
        let kept = self.settings().extra.get(FOLLOW);
        kept.and_then(serde_json::Value::as_bool) == Some(true)
    }

    pub(super) fn set_follow(&mut self, follow: bool) {
        let extra = &mut self.settings_mut().extra;
        extra.insert(FOLLOW.to_owned(), follow.into());
        if follow {
            self.follow_entity(self.active_reader().map(|reader| reader.id));
        }
    }

    /// Has the other readers show their mention of the lit entity: the one
    /// that comes as late in their document as the chosen one in its own.
    pub(in crate::command) fn follow_entity(&mut self, but: Option<ReaderId>) {
        if !self.follows_entities() {
            return;
        }
        let Some(entity) = self.lit_entity().cloned() else {
            return;
        };
        let chosen = self.selected_mark();
        let place_of = |spots: &[Spot], mark: &Id| spots.iter().position(|spot| spot.mark == *mark);
        let mut place = 0;
        if let Some(mark) = chosen
            && let Some(document) = self.project().document(&mark.document)
        {
            let spots = self
                .registry
                .mentions_in(&entity, document.order, &document.id);
            place = place_of(&spots, &mark.id).unwrap_or(0);
        }
        let here = chosen.map(|mark| (mark.document.clone(), mark.id.clone()));
        let mut wanted: Vec<(ReaderId, Span)> = Vec::new();
        for reader in self.readers() {
            if Some(reader.id) == but {
                continue;
            }
            let Some(document) = self.project().document(&reader.document) else {
                continue;
            };
            let spots = self
                .registry
                .mentions_in(&entity, document.order, &document.id);
            // The same document twice: the second page shows the next one.
            let twice = here
                .as_ref()
                .is_some_and(|(shown, _)| *shown == document.id);
            let at = if twice && !spots.is_empty() {
                (place + 1) % spots.len()
            } else {
                place.min(spots.len().saturating_sub(1))
            };
            let mark = spots
                .get(at)
                .and_then(|spot| self.project().annotation(&spot.mark));
            if let Some(span) = mark.and_then(Annotation::hull) {
                wanted.push((reader.id, span));
            }
        }
        for (reader, span) in wanted {
            self.reveal(reader, span);
        }
    }

    /// Goes to the next mention of an entity (the lit one, if none is given)
    /// or the one before, in all documents and round again.
    pub fn step_mention(&mut self, entity: Option<&Id>, forward: bool) -> Result<(), CommandError> {
        self.finish_reading_entities();
        let Some(entity) = entity.or_else(|| self.lit_entity()).cloned() else {
            return Err(CommandError::message("error-no-entity"));
        };
        let from = self
            .selected_mark()
            .filter(|mark| mark.entity.as_ref() == Some(&entity))
            .and_then(|mark| self.registry.spot_of(&mark.id))
            .or_else(|| self.spot_at_caret(forward));
        let owner = self.registry.owner_of_entity(&entity);
        let next = owner.and_then(|owner| self.registry.step(owner, from.as_ref(), forward));
        let Some(next) = next else {
            self.choose_entity(Some(entity));
            return Err(CommandError::message("error-no-mention"));
        };
        let mark = next.mark.clone();
        self.go_to_mark(&mark);
        self.chosen_entity = Some(entity);
        Ok(())
    }

    /// Goes to the next name that mentions nobody, or the one before, in all
    /// documents and round again.
    pub fn step_unlinked(&mut self, forward: bool) -> Result<(), CommandError> {
        self.finish_reading_entities();
        let from = self
            .selected_mark()
            .and_then(|mark| self.spot_of_mark(&mark.id))
            .or_else(|| self.spot_at_caret(forward));
        if let Some(next) = self.registry.step_unlinked(from.as_ref(), forward) {
            let mark = next.mark.clone();
            self.go_to_mark(&mark);
        } else {
            let text = self.messages().text("toast-all-linked");
            self.notify(NoticeKind::Done, text);
        }
        Ok(())
    }

    /// Where any mark stands.
    fn spot_of_mark(&self, id: &Id) -> Option<Spot> {
        let mark = self.project().annotation(id)?;
        let document = self.project().document(&mark.document)?;
        Some(Spot {
            order: document.order,
            document: document.id.clone(),
            start: mark.hull()?.start,
            mark: mark.id.clone(),
        })
    }

    /// The caret as a place among marks: before those that begin there, when
    /// one goes on from it.
    fn spot_at_caret(&self, forward: bool) -> Option<Spot> {
        let reader = self.active_reader()?;
        let document = self.project().document(&reader.document)?;
        let start = reader.selection.head.byte;
        Some(Spot {
            order: document.order,
            document: document.id.clone(),
            start: if forward { start } else { start + 1 },
            mark: Id::new(""),
        })
    }
}
