//! Steps over many suggestions: shown first, then done as one step.
//!
//! **Invariant:** what is done is what was shown; the project cannot have
//! changed in between, for every change takes the preview away.

use std::collections::{BTreeMap, BTreeSet};

use crate::command::rules::Judge;
use crate::command::{CommandError, NoticeKind, Refusal, Workbench};
use crate::entities::Suggestion;
use crate::entities::learned::surface_key;
use crate::i18n::Arg;
use crate::model::{Annotation, Edit, Id, Timestamp};

use super::linking::Linker;
use super::review::Scope;

/// A step over many suggestions that waits for a yes or no.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkPreview {
    /// The command that was asked for.
    pub command: &'static str,
    /// Whether the places would be rejected rather than accepted.
    pub rejects: bool,
    /// What it concerns, by document and place.
    pub places: Vec<BulkPlace>,
    /// The same by surface, the most frequent first.
    pub by_surface: Vec<BulkSurface>,
}

/// One place of a bulk step.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkPlace {
    /// The document.
    pub document: Id,
    /// The suggestion as it stands there.
    pub suggestion: Suggestion,
    /// The tag it would be accepted with.
    pub tag: Id,
    /// Which of the surfaces it has.
    pub surface: usize,
}

/// All places of a bulk step with one surface and tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkSurface {
    /// The words as the first place has them.
    pub surface: String,
    /// The tag.
    pub tag: Id,
    /// How many places.
    pub count: usize,
    /// In how many documents.
    pub documents: usize,
    /// Whether they are to be done; a person may leave some out.
    pub keep: bool,
}

impl BulkPreview {
    /// How many places would be done.
    pub fn kept(&self) -> usize {
        self.by_surface
            .iter()
            .filter(|surface| surface.keep)
            .map(|surface| surface.count)
            .sum()
    }
}

impl Workbench {
    /// The bulk step that waits for a yes or no.
    pub fn bulk_preview(&self) -> Option<&BulkPreview> {
        self.board.preview.as_ref()
    }

    /// Leaves a surface out of the bulk step, or takes it in again.
    pub fn keep_in_bulk(&mut self, surface: usize, keep: bool) {
        let preview = self.board.preview.as_mut();
        if let Some(surface) = preview.and_then(|preview| preview.by_surface.get_mut(surface)) {
            surface.keep = keep;
            self.board.touch();
        }
    }

    /// Does not do it.
    pub fn drop_bulk_preview(&mut self) {
        if self.board.preview.take().is_some() {
            self.board.touch();
        }
    }

    /// Does it, as one step of the history; how many places were done.
    pub fn apply_bulk_preview(&mut self) -> Result<usize, CommandError> {
        let Some(preview) = self.board.preview.take() else {
            return Ok(0);
        };
        self.board.touch();
        let kept: Vec<&BulkPlace> = preview
            .places
            .iter()
            .filter(|place| {
                let surface = preview.by_surface.get(place.surface);
                surface.is_some_and(|surface| surface.keep)
            })
            .collect();
        if kept.is_empty() {
            return Ok(0);
        }
        let mut edits = Vec::with_capacity(kept.len() + 8);
        let mut refused: Vec<Refusal> = Vec::new();
        if preview.rejects {
            let mut said: BTreeSet<usize> = BTreeSet::new();
            for place in &kept {
                if said.insert(place.surface) {
                    let decision =
                        self.decision(&place.document, &place.suggestion, Scope::Everywhere);
                    edits.extend(decision.map(Edit::create));
                }
            }
        } else {
            let mut linker = Linker::new(self.project());
            let mut marks = Vec::with_capacity(kept.len());
            let mut judge = Judge::new(self.project());
            for place in &kept {
                // What the guideline does not allow is left out and said; the
                // others are accepted.
                if let Err(refusal) = judge.admit(&self.bare_mark(place)) {
                    refused.push(refusal);
                    continue;
                }
                self.accept(
                    &mut linker,
                    &place.document,
                    &place.suggestion,
                    &place.tag,
                    None,
                    &mut marks,
                );
            }
            edits.append(&mut linker.into_edits());
            edits.append(&mut marks);
        }
        let count = kept.len() - refused.len();
        if let Some(refusal) = refused.first().filter(|_| count == 0) {
            return Err(refusal.clone().into());
        }
        self.commit(preview.command, edits)?;
        let id = if preview.rejects {
            "toast-suggestions-rejected"
        } else {
            "toast-suggestions-accepted"
        };
        let text = self.messages().format(id, &[("count", Arg::from(count))]);
        self.notify(NoticeKind::Done, text);
        if let Some(first) = refused.first() {
            let reason = self.refusal_sentence(first);
            let text = self.messages().format(
                "toast-suggestions-left-out",
                &[
                    ("count", Arg::from(refused.len())),
                    ("reason", Arg::from(reason)),
                ],
            );
            self.notify(NoticeKind::Problem, text);
        }
        Ok(count)
    }

    /// The mark that accepting at this place would make, without what does not
    /// matter to the guideline.
    fn bare_mark(&self, place: &BulkPlace) -> Annotation {
        Annotation::new(
            Id::new(""),
            place.document.clone(),
            vec![place.suggestion.span],
            place.tag.clone(),
            self.analyst().clone(),
            Timestamp::default(),
        )
    }

    /// Previews accepting or rejecting all suggestions with the words of the
    /// current one.
    pub(super) fn preview_surface(&mut self, command: &'static str, everywhere: bool) {
        let rejects = command == "suggestion.reject-everywhere";
        let Some((document, current)) = self.current_suggestion() else {
            return;
        };
        let tag = current.tag_id();
        let text = self.project().document(document).map_or("", |d| &d.text);
        let key = surface_key(text, current.span);
        let documents = if everywhere {
            self.documents_in_order()
        } else {
            vec![document.clone()]
        };
        let wanted =
            |surface: &str, one: &Suggestion| surface == key && (!rejects || one.tag_id() == tag);
        let places = self.places(&documents, wanted, |_| tag.clone());
        self.show_preview(command, rejects, places);
    }

    /// Previews accepting all visible solid suggestions that are at least
    /// this sure.
    pub(super) fn preview_above(
        &mut self,
        command: &'static str,
        at_least: f32,
        everywhere: bool,
    ) -> Result<(), CommandError> {
        let documents = match self.active_document() {
            _ if everywhere => self.documents_in_order(),
            Some(document) => vec![document.id.clone()],
            None => return Err(CommandError::message("error-no-document")),
        };
        let wanted =
            |_: &str, one: &Suggestion| one.source.is_solid() && one.confidence >= at_least;
        let places = self.places(&documents, wanted, Suggestion::tag_id);
        if places.is_empty() {
            return Err(CommandError::message("toast-suggestions-none"));
        }
        self.show_preview(command, false, places);
        Ok(())
    }

    fn documents_in_order(&self) -> Vec<Id> {
        let documents = self.project().documents();
        documents.map(|document| document.id.clone()).collect()
    }

    /// The visible suggestions that are wanted, with their keys.
    fn places(
        &self,
        documents: &[Id],
        wanted: impl Fn(&str, &Suggestion) -> bool,
        tag: impl Fn(&Suggestion) -> Id,
    ) -> Vec<(String, BulkPlace)> {
        let mut places = Vec::new();
        for document in documents {
            let text = self.project().document(document).map_or("", |d| &d.text);
            for suggestion in self.suggestions(document).iter() {
                let key = surface_key(text, suggestion.span);
                if wanted(&key, suggestion) {
                    let place = BulkPlace {
                        document: document.clone(),
                        suggestion: suggestion.clone(),
                        tag: tag(suggestion),
                        surface: 0,
                    };
                    places.push((key, place));
                }
            }
        }
        places
    }

    fn show_preview(
        &mut self,
        command: &'static str,
        rejects: bool,
        found: Vec<(String, BulkPlace)>,
    ) {
        let mut groups: BTreeMap<(String, Id), (BulkSurface, BTreeSet<Id>)> = BTreeMap::new();
        for (key, place) in &found {
            let text = self
                .project()
                .document(&place.document)
                .map_or("", |d| &d.text);
            let group = groups
                .entry((key.clone(), place.tag.clone()))
                .or_insert_with(|| {
                    let surface = BulkSurface {
                        surface: place
                            .suggestion
                            .span
                            .of(text)
                            .unwrap_or_default()
                            .to_owned(),
                        tag: place.tag.clone(),
                        count: 0,
                        documents: 0,
                        keep: true,
                    };
                    (surface, BTreeSet::new())
                });
            group.0.count += 1;
            group.1.insert(place.document.clone());
        }
        let mut order: Vec<((String, Id), BulkSurface)> = groups
            .into_iter()
            .map(|(key, (mut surface, documents))| {
                surface.documents = documents.len();
                (key, surface)
            })
            .collect();
        order.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
        let numbers: BTreeMap<(String, Id), usize> = order
            .iter()
            .enumerate()
            .map(|(number, (key, _))| (key.clone(), number))
            .collect();
        let places = found
            .into_iter()
            .map(|(key, mut place)| {
                let number = numbers.get(&(key, place.tag.clone()));
                place.surface = number.copied().unwrap_or_default();
                place
            })
            .collect();
        self.board.preview = Some(BulkPreview {
            command,
            rejects,
            places,
            by_surface: order.into_iter().map(|(_, surface)| surface).collect(),
        });
        self.board.touch();
    }

    /// How sure a suggestion must be to be shown at all, from 0 to 1.
    pub fn suggestion_threshold(&self) -> f32 {
        self.settings()
            .extra
            .get(THRESHOLD)
            .and_then(serde_json::Value::as_f64)
            .map_or(0.0, |least| (least as f32).clamp(0.0, 1.0))
    }

    /// Shows only suggestions at least this sure from now on.
    pub fn set_suggestion_threshold(&mut self, least: f32) {
        let least = f64::from(least.clamp(0.0, 1.0));
        self.settings_mut()
            .extra
            .insert(THRESHOLD.to_owned(), least.into());
        self.refresh_all_suggestions();
    }
}

/// The name of the threshold in the settings file.
const THRESHOLD: &str = "suggestions_at_least";
