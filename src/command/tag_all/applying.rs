//! The step itself: one transaction, said in plain words.
//!
//! **Invariant:** a place is marked at most once with a tag; what hangs on a
//! mark that goes (notes, relations) goes with it, and comes back with one
//! undo.

use std::collections::BTreeSet;

use crate::command::suggestions::Linker;
use crate::command::{CommandError, NoticeKind, Workbench};
use crate::entities::Suggestion;
use crate::entities::learned::key_of;
use crate::i18n::Arg;
use crate::model::{Annotation, Edit, Entity, Id, Kind, TagKind};

use super::list::TagRow;
use super::{EntityChoice, TagAll, TagTask};

impl Workbench {
    /// Does it, as one step of the history; how many places were done.
    pub fn apply_tag_all(&mut self) -> Result<usize, CommandError> {
        let open = self.tag_all_or_say()?;
        if open.ticked() == 0 {
            return Err(CommandError::message("error-nothing-ticked"));
        }
        if open.tag.is_none() && open.task != TagTask::Unmark {
            return Err(CommandError::message("error-no-tag-chosen"));
        }
        if open.task == TagTask::Mark {
            self.check_layer()?;
        }
        let rows: Vec<&TagRow> = open.list.rows().iter().filter(|row| row.ticked).collect();
        let count = rows.len();
        let (command, message, edits) = match open.task {
            TagTask::Mark => (
                "annotation.tag-all",
                "toast-tag-all",
                self.marks(open, &rows),
            ),
            TagTask::Retype => (
                "annotation.retype-all",
                "toast-retype-all",
                self.retypes(open, &rows),
            ),
            TagTask::Unmark => (
                "annotation.untag-all",
                "toast-untag-all",
                self.removals(&rows),
            ),
        };
        let language = self.messages().language().code();
        let tag = open.tag.as_ref().and_then(|tag| self.project().tag(tag));
        let text = self.messages().format(
            message,
            &[
                ("words", Arg::from(open.words.as_str())),
                ("tag", Arg::from(tag.map_or("", |tag| tag.name(language)))),
                ("count", Arg::from(count)),
            ],
        );
        self.commit(command, edits)?;
        self.close_tag_all();
        self.notify(NoticeKind::Done, text);
        Ok(count)
    }

    /// The edits that mark the rows.
    fn marks(&self, open: &TagAll, rows: &[&TagRow]) -> Vec<Edit> {
        let Some(tag) = &open.tag else {
            return Vec::new();
        };
        let is_name = self
            .project()
            .tag(tag)
            .is_some_and(|tag| tag.kind == TagKind::Entity);
        let mut linker = Linker::new(self.project());
        let entity = match &open.entity {
            _ if !is_name => None,
            EntityChoice::None => None,
            EntityChoice::Known(id) => self.project().entity(id).cloned(),
            EntityChoice::New => {
                let mut entity = Entity::new(self.new_id(), open.words.clone());
                entity.tag = Some(tag.clone());
                entity.surfaces = vec![open.words.clone()];
                linker.make(entity.clone());
                Some(entity)
            }
        };
        let mut marks: Vec<Edit> = Vec::with_capacity(rows.len());
        let mut retyped: BTreeSet<(String, Id)> = BTreeSet::new();
        let mut decisions: Vec<Edit> = Vec::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let (by, at) = (self.signer().clone(), self.now());
        for row in rows {
            let Some(document) = self.project().document(&row.document) else {
                continue;
            };
            let quote = row.span.of(&document.text).unwrap_or_default();
            let suggested = self.suggestion_on(row);
            if let Some(suggestion) = suggested.filter(|one| one.tag_id() == *tag) {
                let entity = entity.as_ref();
                self.accept(
                    &mut linker,
                    &row.document,
                    suggestion,
                    tag,
                    entity,
                    &mut marks,
                );
                continue;
            }
            if is_name
                && let Some(other) = suggested
                && retyped.insert((key_of(quote), other.tag_id()))
            {
                decisions.extend(self.retyped(&row.document, other));
            }
            let mut mark = Annotation::new(
                self.new_id(),
                row.document.clone(),
                vec![row.span],
                tag.clone(),
                by.clone(),
                at,
            );
            if let Some(entity) = &entity {
                mark.entity = Some(entity.id.clone());
                if known.insert(quote) {
                    linker.add_surface(&entity.id, quote);
                }
            }
            marks.push(Edit::create(mark));
        }
        let mut edits = linker.into_edits();
        edits.append(&mut marks);
        edits.append(&mut decisions);
        edits
    }

    /// What is suggested just at this place.
    fn suggestion_on(&self, row: &TagRow) -> Option<&Suggestion> {
        let all = self.suggestions(&row.document);
        all.from(all.index_at(row.span.start))
            .take_while(|one| one.span.start == row.span.start)
            .find(|one| one.span == row.span)
    }

    /// The edits that give the marks of the rows another tag.
    fn retypes(&self, open: &TagAll, rows: &[&TagRow]) -> Vec<Edit> {
        let Some(tag) = &open.tag else {
            return Vec::new();
        };
        let mut linker = Linker::new(self.project());
        let mut edits = Vec::with_capacity(rows.len());
        let mut said: BTreeSet<(String, String)> = BTreeSet::new();
        for row in rows {
            let Some(before) = row
                .standing
                .mark()
                .and_then(|mark| self.project().annotation(mark))
            else {
                continue;
            };
            let mut after = before.clone();
            after.tag = tag.clone();
            if let EntityChoice::Known(entity) = &open.entity {
                let text = self
                    .project()
                    .document(&row.document)
                    .map_or("", |d| &d.text);
                linker.add_surface(entity, row.span.of(text).unwrap_or_default());
                after.entity = Some(entity.clone());
            }
            for edit in self.retyped_mark(before) {
                if let Some(crate::model::Record::Decision(decision)) = &edit.after
                    && said.insert((key_of(&decision.surface), decision.rule.clone()))
                {
                    edits.push(edit);
                }
            }
            edits.extend(self.changed(before, after));
        }
        let mut all = linker.into_edits();
        all.append(&mut edits);
        all
    }

    fn changed(&self, before: &Annotation, after: Annotation) -> Option<Edit> {
        let before = self.project().record(Kind::Annotation, &before.id)?;
        Some(Edit {
            before: Some(before),
            after: Some(after.into()),
        })
    }

    /// The edits that remove the marks of the rows, with what hangs on them.
    fn removals(&self, rows: &[&TagRow]) -> Vec<Edit> {
        let gone: BTreeSet<&Id> = rows.iter().filter_map(|row| row.standing.mark()).collect();
        let project = self.project();
        let is_gone = |id: &Id| gone.contains(id);
        let notes = project
            .notes()
            .filter(|note| note.annotation.as_ref().is_some_and(is_gone))
            .filter_map(|note| project.record(Kind::Note, &note.id));
        let relations = project
            .relations()
            .filter(|relation| is_gone(&relation.from) || is_gone(&relation.to))
            .filter_map(|relation| project.record(Kind::Relation, &relation.id));
        let marks = gone
            .iter()
            .filter_map(|id| project.record(Kind::Annotation, id));
        notes
            .chain(relations)
            .chain(marks)
            .map(|record| Edit {
                before: Some(record),
                after: None,
            })
            .collect()
    }
}
