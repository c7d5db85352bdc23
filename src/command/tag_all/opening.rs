//! What is looked for, and the rows that are found.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::analysis::Names;
use crate::command::rules::Judge;
use crate::command::{CommandError, Workbench};
use crate::entities::bare_word;
use crate::entities::learned::key_of;
use crate::language::clitics::is_whole;
use crate::language::{Level, key, word_at};
use crate::model::{Document, Entity, Id, Span};

use super::jobs::{Place, Search};
use super::list::{List, TagRow};
use super::{EntityChoice, TagAll, TagScope, TagTask};

/// The most words that are looked for at once, in bytes.
const LONGEST: usize = 400;

/// More places than these are not listed: nobody looks through them, and they
/// fill the memory. The search stops, and says so.
const MOST_PLACES: usize = 250_000;

/// What a list begins with.
#[derive(Debug, Default)]
struct Beginning {
    words: String,
    tag: Option<Id>,
    entity: Option<Id>,
}

impl Workbench {
    /// Opens the list for these words, or for what is chosen: the selection,
    /// the chosen mark, the suggestion that is looked at, the word at the
    /// caret.
    pub fn open_tag_all(
        &mut self,
        task: TagTask,
        words: Option<&str>,
        tag: Option<&Id>,
    ) -> Result<(), CommandError> {
        let mut beginning = match words {
            Some(words) => Beginning {
                words: words.trim().to_owned(),
                ..Beginning::default()
            },
            None => self.chosen_words()?,
        };
        if key_of(&beginning.words).is_empty() && beginning.words.trim().is_empty() {
            return Err(CommandError::message("error-nothing-to-tag"));
        }
        if beginning.words.len() > LONGEST {
            return Err(CommandError::message("error-too-long-to-tag"));
        }
        let known = |tag: &&Id| self.project().tag(tag).is_some_and(|tag| !tag.retired);
        if let Some(tag) = tag.filter(known) {
            beginning.tag = Some(tag.clone());
        }
        if task == TagTask::Retype && tag.is_none() {
            // What it is now is not what it is to be.
            beginning.tag = None;
        }
        let named = beginning.entity.is_some();
        let offered = beginning.entity.or_else(|| {
            self.entity_named(&beginning.words)
                .map(|entity| entity.id.clone())
        });
        let entity = match &offered {
            Some(entity) if named => EntityChoice::Known(entity.clone()),
            _ => EntityChoice::None,
        };
        let layer = self.active_reader().and_then(|reader| reader.layer.clone());
        self.leave_suggestions();
        self.drop_bulk_preview();
        self.refresh_finder();
        self.tag_desk.open = Some(TagAll {
            words: beginning.words,
            offered,
            given: None,
            layer,
            task,
            choices: self.tag_desk.choices,
            tag: beginning.tag,
            entity,
            names: Arc::new(Names::new([], Level::Loose, true)),
            search: Search::default(),
            list: List::default(),
            at: 0,
            said: BTreeMap::new(),
        });
        self.look_for_all_again();
        Ok(())
    }

    /// Opens the list for places that were found elsewhere (bytes of their
    /// documents); what does not fit its document is left out.
    pub fn open_tag_all_places(
        &mut self,
        places: impl IntoIterator<Item = (Id, Span)>,
    ) -> Result<(), CommandError> {
        let project = self.project();
        let words = |id: &Id, span: Span| {
            let words = span.of(&project.document(id)?.text)?;
            (!words.trim().is_empty()).then_some(words)
        };
        let given: BTreeSet<(Id, Span)> = places
            .into_iter()
            .filter(|(id, span)| words(id, *span).is_some())
            .collect();
        let mut all = given.iter().filter_map(|(id, span)| words(id, *span));
        let first = all.next().unwrap_or_default();
        let name = if all.all(|other| other == first) {
            first.to_owned()
        } else {
            format!("{first} …")
        };
        self.open_tag_all(TagTask::Mark, Some(&name), None)?;
        if let Some(open) = &mut self.tag_desk.open {
            open.given = Some(Arc::new(given));
            open.offered = None;
        }
        self.look_for_all_again();
        Ok(())
    }

    /// What a person points at.
    fn chosen_words(&self) -> Result<Beginning, CommandError> {
        let nothing = || CommandError::message("error-nothing-to-tag");
        let reader = self.active_reader().ok_or_else(nothing)?;
        let document = self.active_document().ok_or_else(nothing)?;
        let mut span = reader.selection.span();
        let mut beginning = Beginning::default();
        if span.is_empty() {
            if let Some(mark) = self.selected_mark() {
                let [only] = mark.spans.as_slice() else {
                    return Err(CommandError::message("error-parts-to-tag"));
                };
                let document = self
                    .project()
                    .document(&mark.document)
                    .ok_or_else(nothing)?;
                return Ok(Beginning {
                    words: name_at(document, *only),
                    tag: Some(mark.tag.clone()),
                    entity: mark.entity.clone(),
                });
            }
            if let Some((id, one)) = self.current_suggestion() {
                let document = self.project().document(id).ok_or_else(nothing)?;
                return Ok(Beginning {
                    words: name_at(document, one.span),
                    tag: Some(one.tag_id()),
                    entity: None,
                });
            }
            span = bare_word(&document.text, word_at(&document.text, span.start));
        }
        let mark = self
            .marks_shown(reader, span)
            .find(|mark| mark.spans == [span]);
        if let Some(mark) = mark {
            beginning.tag = Some(mark.tag.clone());
            beginning.entity.clone_from(&mark.entity);
        }
        beginning.words = name_at(document, span);
        Ok(beginning)
    }

    /// The only entity with this name.
    fn entity_named(&self, words: &str) -> Option<&Entity> {
        let own = key_of(words);
        let mut all = self.project().entities().filter(|entity| {
            std::iter::once(&entity.name)
                .chain(&entity.surfaces)
                .any(|name| key_of(name) == own)
        });
        let first = all.next()?;
        all.next().is_none().then_some(first)
    }

    /// Looks for the words anew.
    pub(super) fn look_for_all_again(&mut self) {
        self.tag_desk.next_ticket += 1;
        let ticket = self.tag_desk.next_ticket;
        let Some(mut open) = self.tag_desk.open.take() else {
            return;
        };
        let aliases: Vec<String> = open
            .offered
            .as_ref()
            .filter(|_| open.choices.aliases)
            .and_then(|id| self.project().entity(id))
            .map(|entity| {
                let names = std::iter::once(&entity.name).chain(&entity.surfaces);
                names.cloned().collect()
            })
            .unwrap_or_default();
        let level = if open.choices.exact {
            Level::Exact
        } else {
            Level::Loose
        };
        let names = std::iter::once(open.words.as_str()).chain(aliases.iter().map(String::as_str));
        open.names = Arc::new(Names::new(names, level, open.choices.clitics));
        open.list.clear();
        let documents = match &open.given {
            Some(given) => {
                let ids: BTreeSet<&Id> = given.iter().map(|(id, _)| id).collect();
                ids.into_iter().cloned().collect()
            }
            None if open.names.is_empty() => Vec::new(),
            None => self.documents_looked_in(open.choices.scope),
        };
        if let (TagTask::Mark, Some(given)) = (open.task, &open.given) {
            let found = by_document(given);
            open.search = Search::new(Vec::new(), ticket);
            self.tag_desk.open = Some(open);
            return self.add_tag_places(&found);
        }
        if open.task == TagTask::Mark {
            open.search = Search::new(documents, ticket);
        } else {
            open.search = Search::new(Vec::new(), ticket);
            let order = self.document_places(documents.iter());
            let mut rows = Vec::new();
            let mut judge = Judge::new(self.project());
            for document in documents
                .iter()
                .filter_map(|id| self.project().document(id))
            {
                let place = order.get(&document.id).copied().unwrap_or_default();
                rows.extend(self.marked_rows(&open, document, place, &mut judge));
            }
            open.list.take(rows, true);
        }
        self.tag_desk.open = Some(open);
        self.tag_desk.revision += 1;
    }

    fn documents_looked_in(&self, scope: TagScope) -> Vec<Id> {
        let active = self.active_document().map(|document| document.id.clone());
        let mut ids: Vec<Id> = active.into_iter().collect();
        let mut known: BTreeSet<Id> = ids.iter().cloned().collect();
        let mut add = |id: &Id| {
            if known.insert(id.clone()) {
                ids.push(id.clone());
            }
        };
        if scope != TagScope::Document {
            for reader in self.readers() {
                add(&reader.document);
            }
        }
        if scope == TagScope::Project {
            for document in self.project().documents() {
                add(&document.id);
            }
        }
        ids
    }

    /// Where these documents stand in the project.
    fn document_places<'a>(&self, wanted: impl Iterator<Item = &'a Id>) -> HashMap<Id, usize> {
        let wanted: BTreeSet<&Id> = wanted.collect();
        self.project()
            .documents()
            .enumerate()
            .filter(|(_, document)| wanted.contains(&document.id))
            .map(|(place, document)| (document.id.clone(), place))
            .collect()
    }

    /// The rows of a document whose marks are to be changed.
    fn marked_rows(
        &self,
        open: &TagAll,
        document: &Document,
        order: usize,
        judge: &mut Judge<'_>,
    ) -> Vec<TagRow> {
        let mut surfaces = HashMap::new();
        self.marks_on_words(open, document)
            .into_iter()
            .filter_map(|(span, id)| Some((span, self.project().annotation(&id)?)))
            .map(|(span, mark)| {
                let standing = self.standing_of_mark(open, mark, judge);
                let mut row = TagRow {
                    document: document.id.clone(),
                    span,
                    standing,
                    ticked: false,
                    can_be_ticked: true,
                    order,
                    surface: surface(&mut surfaces, document, span),
                    place: Place {
                        span,
                        doubtful: false,
                        furniture: false,
                    },
                };
                let said = open.said.get(&(row.document.clone(), span)).copied();
                row.settle(open.task, open.choices.furniture, said);
                row
            })
            .collect()
    }

    /// Takes places that were found into the list.
    pub(super) fn add_tag_places(&mut self, found: &[(Id, Vec<Place>)]) {
        let Some(mut open) = self.tag_desk.open.take() else {
            return;
        };
        let order = self.document_places(found.iter().map(|(id, _)| id));
        let mut surfaces = HashMap::new();
        let mut judge = Judge::new(self.project());
        let mut rows = Vec::new();
        for (id, places) in found {
            let Some(document) = self.project().document(id) else {
                continue;
            };
            for place in places {
                let mut row = TagRow {
                    document: id.clone(),
                    span: place.span,
                    standing: self.standing(&open, document, *place, &mut judge),
                    ticked: false,
                    can_be_ticked: true,
                    order: order.get(id).copied().unwrap_or_default(),
                    surface: surface(&mut surfaces, document, place.span),
                    place: *place,
                };
                let said = open.said.get(&(id.clone(), place.span)).copied();
                row.settle(open.task, open.choices.furniture, said);
                rows.push(row);
            }
        }
        if open.list.found() + rows.len() > MOST_PLACES {
            open.search.stop();
        }
        open.list.take(rows, !open.search.is_going_on());
        self.tag_desk.open = Some(open);
        self.tag_desk.revision += 1;
    }

    /// Decides anew what stands at each place: after another tag was chosen.
    pub(super) fn judge_tag_rows(&mut self) {
        let Some(mut open) = self.tag_desk.open.take() else {
            return;
        };
        if open.task != TagTask::Mark {
            self.tag_desk.open = Some(open);
            return self.look_for_all_again();
        }
        let mut list = std::mem::take(&mut open.list);
        let mut judge = Judge::new(self.project());
        list.judge(|row| {
            let Some(document) = self.project().document(&row.document) else {
                return;
            };
            row.standing = self.standing(&open, document, row.place, &mut judge);
            let said = open.said.get(&(row.document.clone(), row.span)).copied();
            row.settle(open.task, open.choices.furniture, said);
        });
        open.list = list;
        self.tag_desk.open = Some(open);
        self.tag_desk.revision += 1;
    }
}

/// Places that were handed over, as if they had been found.
fn by_document(given: &BTreeSet<(Id, Span)>) -> Vec<(Id, Vec<Place>)> {
    let mut found: Vec<(Id, Vec<Place>)> = Vec::new();
    for (id, span) in given {
        let place = Place {
            span: *span,
            doubtful: false,
            furniture: false,
        };
        match found.last_mut().filter(|(last, _)| last == id) {
            Some((_, places)) => places.push(place),
            None => found.push((id.clone(), vec![place])),
        }
    }
    found
}

/// The name at a place: its words, with the article's alef where ل took it
/// (لتحالف in للتحالف is التحالف, ليبيا in لليبيا is ليبيا).
fn name_at(document: &Document, span: Span) -> String {
    let words = span.of(&document.text).unwrap_or_default();
    let before = document.text.get(..span.start).unwrap_or_default();
    let first = words.split_whitespace().next().unwrap_or_default();
    let took_alef =
        before.ends_with('ل') && words.starts_with('ل') && !is_whole(&key(first, Level::Letters));
    if took_alef {
        format!("ا{words}")
    } else {
        words.to_owned()
    }
}

/// The spelling at a place, shared by the places that have it.
fn surface<'a>(
    known: &mut HashMap<&'a str, Arc<str>>,
    document: &'a Document,
    span: Span,
) -> Arc<str> {
    let written = span.of(&document.text).unwrap_or_default();
    let own = known
        .entry(written)
        .or_insert_with(|| key(written, Level::Marks).into());
    Arc::clone(own)
}
