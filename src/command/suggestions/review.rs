//! The suggestion that is being looked at, and what a person says to it.
//!
//! **Invariant:** there is a current suggestion exactly while the review goes
//! on; it is visible; and what is decided is one step of the history.

use crate::command::{CommandError, NoticeKind, Selection, Workbench, key_caps};
use crate::entities::learned::{key_of, surface_key};
use crate::entities::{Suggestion, Type};
use crate::model::{Annotation, Decision, Edit, Entity, Id, Origin, Span, TagKind, Verdict};

use super::board::{Current, order};
use super::linking::Linker;

/// Which places a rejection holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Place,
    Document,
    Everywhere,
}

impl Workbench {
    /// The suggestion that is being looked at, with its document.
    pub fn current_suggestion(&self) -> Option<(&Id, &Suggestion)> {
        self.board
            .current
            .as_ref()
            .filter(|_| self.suggestions_shown())
            .map(|current| (&current.document, &current.now))
    }

    /// Makes a suggestion the current one and brings it into sight.
    pub fn go_to_suggestion(&mut self, document: &Id, span: Span, kind: Type) {
        let found = self
            .suggestions(document)
            .iter()
            .find(|one| one.span == span && one.kind == kind)
            .cloned();
        if let Some(found) = found {
            self.look_at(document.clone(), found);
        }
    }

    /// Makes a suggestion the current one where it stands, without moving the
    /// page: a click on it.
    pub fn choose_suggestion(&mut self, document: &Id, span: Span, kind: Type) {
        let found = self
            .suggestions(document)
            .iter()
            .find(|one| one.span == span && one.kind == kind)
            .cloned();
        if let Some(found) = found.filter(|found| !self.is_current(document, found)) {
            self.choose_mark(None);
            self.put_current(document.clone(), found);
        }
    }

    /// Whether this is the current one already, which keeps its borders.
    fn is_current(&self, document: &Id, found: &Suggestion) -> bool {
        self.current_suggestion() == Some((document, found))
    }

    fn look_at(&mut self, document: Id, found: Suggestion) {
        let reader = self.show_document(&document);
        if self.is_current(&document, &found) {
            self.reveal(reader, found.span);
            return;
        }
        self.select(reader, Selection::caret(found.span.start));
        self.reveal(reader, found.span);
        self.choose_mark(None);
        self.put_current(document, found);
    }

    fn put_current(&mut self, document: Id, found: Suggestion) {
        self.leave_suggestions();
        self.board.current = Some(Current {
            document,
            now: found.clone(),
            found,
        });
        self.board.touch();
    }

    /// Ends the review: no suggestion is current any more.
    pub fn leave_suggestions(&mut self) {
        if let Some(current) = self.board.current.take() {
            self.board.touch();
            if current.now.span != current.found.span {
                // Borders that were moved and not accepted go back.
                self.refresh_suggestions(&current.document);
            }
        }
    }

    /// Goes to the next suggestion or the one before: in this document, then
    /// in the next that has any.
    pub(super) fn step_suggestion(&mut self, forward: bool) -> Result<(), CommandError> {
        let Some(reader) = self.active_reader() else {
            return Err(CommandError::message("error-no-document"));
        };
        let here = reader.document.clone();
        let caret = reader.selection.head.byte;
        self.drop_bulk_preview();
        let current = self
            .current_suggestion()
            .filter(|(document, _)| **document == here)
            .map(|(_, suggestion)| suggestion.clone());
        let all = self.suggestions(&here);
        let next = match (&current, forward) {
            (Some(current), true) => all.iter().find(|one| order(one) > order(current)),
            (Some(current), false) => all.iter().rev().find(|one| order(one) < order(current)),
            (None, true) => all.iter().find(|one| one.span.start >= caret),
            (None, false) => all.iter().rev().find(|one| one.span.start < caret),
        };
        if let Some(next) = next.cloned() {
            self.look_at(here, next);
            return Ok(());
        }
        let Some((document, next)) = self.beyond(&here, forward) else {
            self.leave_suggestions();
            let text = self.messages().text("toast-suggestions-none");
            self.notify(NoticeKind::Done, text);
            return Ok(());
        };
        self.look_at(document, next);
        Ok(())
    }

    /// The first (or last) suggestion of the next document that has any, this
    /// one being the last that is asked.
    fn beyond(&self, here: &Id, forward: bool) -> Option<(Id, Suggestion)> {
        let ids: Vec<&Id> = self
            .project()
            .documents()
            .map(|document| &document.id)
            .collect();
        let at = ids.iter().position(|id| *id == here)?;
        let count = ids.len();
        (1..=count)
            .map(|step| {
                if forward {
                    at + step
                } else {
                    at + count - step
                }
            })
            .filter_map(|index| ids.get(index % count))
            .find_map(|id| {
                let all = self.suggestions(id);
                let one = if forward { all.first() } else { all.last() };
                one.map(|one| ((*id).clone(), one.clone()))
            })
    }

    /// Goes on to what follows a place that has been dealt with.
    fn go_on_from(&mut self, document: Id, from: &Suggestion) {
        let next = self
            .suggestions(&document)
            .iter()
            .find(|one| {
                order(one) >= order(from) && (one.span, one.tag_id()) != (from.span, from.tag_id())
            })
            .cloned();
        if let Some(next) = next {
            self.look_at(document, next);
            return;
        }
        self.leave_suggestions();
        let id = if self.suggestions(&document).is_empty() {
            "toast-suggestions-reviewed"
        } else {
            "toast-suggestions-end"
        };
        let keys = self.keymap().first("suggestion.next");
        let key = keys.map(|keys| key_caps(keys, self.messages()).join(" "));
        let key = key.unwrap_or_else(|| self.messages().command_title("suggestion.next"));
        let text = self.messages().format(id, &[("key", key.into())]);
        self.notify(NoticeKind::Done, text);
    }

    /// Accepts the current suggestion as it stands, with another tag or as a
    /// mention of a certain entity if one is given.
    pub(in crate::command) fn accept_current(
        &mut self,
        command: &str,
        tag: Option<Id>,
        entity: Option<&Entity>,
    ) -> Result<(), CommandError> {
        let Some(current) = self.board.current.clone() else {
            return Ok(());
        };
        let tag = tag.unwrap_or_else(|| current.now.tag_id());
        let mut linker = Linker::new(self.project());
        let mut marks = Vec::new();
        self.accept(
            &mut linker,
            &current.document,
            &current.now,
            &tag,
            entity,
            &mut marks,
        );
        if current.found.span != current.now.span {
            marks.extend(self.resized(&current));
        } else if tag != current.found.tag_id() {
            marks.extend(self.retyped(&current.document, &current.found));
        }
        let mut edits = linker.into_edits();
        edits.append(&mut marks);
        self.commit(command, edits)?;
        self.go_on_from(current.document, &current.now);
        Ok(())
    }

    /// The edits that make a mark of a suggestion.
    pub(in crate::command) fn accept(
        &self,
        linker: &mut Linker<'_>,
        document: &Id,
        suggestion: &Suggestion,
        tag: &Id,
        entity: Option<&Entity>,
        edits: &mut Vec<Edit>,
    ) {
        let text = self.project().document(document).map_or("", |d| &d.text);
        let quote = suggestion.span.of(text).unwrap_or_default();
        let mut mark = Annotation::new(
            self.new_id(),
            document.clone(),
            vec![suggestion.span],
            tag.clone(),
            self.analyst().clone(),
            self.now(),
        );
        mark.origin = Origin::Suggested {
            rule: suggestion.reason.rule.to_owned(),
        };
        mark.confidence = Some(suggestion.confidence.clamp(0.0, 1.0));
        mark.entity = match entity {
            Some(entity) => {
                linker.take(entity);
                linker.add_surface(&entity.id, quote);
                Some(entity.id.clone())
            }
            None => linker.link(suggestion, tag, quote, &mut || self.new_id()),
        };
        edits.push(Edit::create(mark));
    }

    /// A shorter extent was chosen: the longer one is not suggested again. (A
    /// longer one needs no decision: the longest known name is suggested.)
    fn resized(&self, current: &Current) -> Option<Edit> {
        let (found, now) = (current.found.span, current.now.span);
        if !found.contains_span(now) {
            return None;
        }
        let mut decision = self.decision(&current.document, &current.found, Scope::Everywhere)?;
        decision.verdict = Verdict::Resized;
        Some(Edit::create(decision))
    }

    /// Another tag was chosen: the same words are suggested with it.
    pub(in crate::command) fn retyped(&self, document: &Id, found: &Suggestion) -> Option<Edit> {
        let mut decision = self.decision(document, found, Scope::Everywhere)?;
        decision.verdict = Verdict::Retyped;
        Some(Edit::create(decision))
    }

    /// The same for words that are marked by hand where something else is
    /// suggested.
    pub(in crate::command) fn retyped_by_hand(
        &self,
        document: &Id,
        span: Span,
        tag: &Id,
    ) -> Option<Edit> {
        let other = self
            .suggestions(document)
            .iter()
            .find(|one| one.span == span && one.tag_id() != *tag)?;
        self.retyped(document, other)
    }

    /// The same for an accepted suggestion whose tag is changed afterwards.
    pub(in crate::command) fn retyped_mark(&self, mark: &Annotation) -> Vec<Edit> {
        let Origin::Suggested { rule } = &mark.origin else {
            return Vec::new();
        };
        let text = self
            .project()
            .document(&mark.document)
            .map_or("", |d| &d.text);
        let mut decision = Decision::new(
            self.new_id(),
            mark.quote(text),
            self.analyst().clone(),
            self.now(),
        );
        decision.verdict = Verdict::Retyped;
        decision.tag = Some(mark.tag.clone());
        decision.rule.clone_from(rule);
        vec![Edit::create(decision)]
    }

    /// The record that says no to a suggestion.
    pub(super) fn decision(
        &self,
        document: &Id,
        suggestion: &Suggestion,
        scope: Scope,
    ) -> Option<Decision> {
        let text = &self.project().document(document)?.text;
        let mut decision = Decision::new(
            self.new_id(),
            suggestion.span.of(text)?,
            self.analyst().clone(),
            self.now(),
        );
        decision.tag = Some(suggestion.tag_id());
        suggestion.reason.rule.clone_into(&mut decision.rule);
        if scope != Scope::Everywhere {
            decision.document = Some(document.clone());
        }
        if scope == Scope::Place {
            decision.span = Some(suggestion.span);
        }
        Some(decision)
    }

    /// Rejects the current suggestion: its words in this document, or its
    /// place alone where the same words were accepted in the document.
    pub(super) fn reject_current(&mut self, scope: Scope) -> Result<(), CommandError> {
        let Some(current) = self.board.current.clone() else {
            return Ok(());
        };
        let scope = if scope == Scope::Document && self.accepted_here(&current) {
            Scope::Place
        } else {
            scope
        };
        let Some(decision) = self.decision(&current.document, &current.found, scope) else {
            return Ok(());
        };
        let command = if scope == Scope::Place {
            "suggestion.reject-here"
        } else {
            "suggestion.reject"
        };
        self.commit(command, vec![Edit::create(decision)])?;
        self.go_on_from(current.document, &current.found);
        Ok(())
    }

    /// Whether the words of the current suggestion are marked with its tag
    /// somewhere in its document.
    fn accepted_here(&self, current: &Current) -> bool {
        let project = self.project();
        let Some(document) = project.document(&current.document) else {
            return false;
        };
        let tag = current.found.tag_id();
        let key = surface_key(&document.text, current.found.span);
        project
            .annotations_of(&document.id)
            .filter(|mark| mark.tag == tag)
            .any(|mark| match mark.spans.as_slice() {
                [span] => surface_key(&document.text, *span) == key,
                _ => false,
            })
    }

    /// Whether a current suggestion can take tag keys and borders.
    pub(in crate::command) fn reviews(&self) -> bool {
        self.can_edit() && self.current_suggestion().is_some() && self.board.preview.is_none()
    }

    /// Takes a rejection back.
    pub fn remove_decision(&mut self, id: &Id) -> Result<(), CommandError> {
        match self.project().decision(id).cloned() {
            Some(decision) => self.commit("suggestion.allow", vec![Edit::delete(decision)]),
            None => Ok(()),
        }
    }

    /// After an undo or redo: what it brought back is looked at again.
    pub(in crate::command) fn look_at_undone(&mut self, edits: &[Edit]) {
        let undone = edits
            .iter()
            .find_map(|edit| match (&edit.before, &edit.after) {
                (Some(crate::model::Record::Annotation(mark)), None) => {
                    Some((mark.document.clone(), mark.hull(), None))
                }
                (Some(crate::model::Record::Decision(decision)), None)
                    if decision.verdict != Verdict::Neither =>
                {
                    let document = decision.document.clone()?;
                    Some((document, decision.span, Some(key_of(&decision.surface))))
                }
                _ => None,
            });
        let Some((document, span, key)) = undone else {
            return;
        };
        let text = self.project().document(&document).map_or("", |d| &d.text);
        let again = self
            .suggestions(&document)
            .iter()
            .find(|one| match (span, &key) {
                (Some(span), _) => one.span == span,
                (None, Some(key)) => key_of(one.span.of(text).unwrap_or_default()) == *key,
                (None, None) => false,
            })
            .cloned();
        if let Some(again) = again {
            self.look_at(document, again);
        }
    }

    /// The tags a suggestion can be accepted with.
    pub fn suggestion_tags(&self) -> impl Iterator<Item = &crate::model::Tag> {
        self.project()
            .tags()
            .filter(|tag| tag.kind == TagKind::Entity)
    }
}
