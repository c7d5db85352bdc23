//! What is suggested in each document and is worth showing.
//!
//! **Invariant:** what is visible follows from what was found, the project,
//! the filter and the settings; nothing else is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::command::Workbench;
use crate::entities::learned::{Changes, rejects_place, surface_key, written_forms};
use crate::entities::{Learned, Suggestion};
use crate::language::{Level, key, words};
use crate::model::{Decision, Document, Edit, Id, Kind, Project, Record, Span, Tag, TagKind};

use super::{BulkPreview, SuggestionFilter, SuggestionResult};

/// Documents up to this many bytes that are in a reader are looked through at
/// once when a decision concerns them; longer ones come up as jobs.
const AT_ONCE_BYTES: usize = 200_000;

/// The folded words of a text as numbers, to ask quickly whether a surface
/// may stand in it. Another word with the same number costs some time and
/// nothing else.
#[derive(Debug, Default)]
pub(super) struct Words(Vec<u32>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut all: Vec<u32> = words(text)
            .filter_map(|word| word.of(text))
            .flat_map(|word| {
                let folded = key(word, Level::Letters);
                let parts: Vec<u32> = folded
                    .split(|c: char| !c.is_alphanumeric())
                    .map(number_of)
                    .collect();
                parts
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether the first word of a key may stand in the text, clitics or not.
    fn may_hold(&self, key: &str) -> bool {
        written_forms(key).any(|form| self.0.binary_search(&number_of(&form)).is_ok())
    }
}

/// FNV-1a, 32 bits.
fn number_of(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Where the work on a document stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Work {
    /// To be looked through.
    #[default]
    Wanted,
    /// Somebody is at it.
    Out,
    Done,
}

/// One document.
#[derive(Debug, Default)]
struct Page {
    work: Work,
    /// The number of the latest job; results of others are out of date.
    ticket: u64,
    found: Arc<[Suggestion]>,
    words: Option<Arc<Words>>,
    visible: Vec<Suggestion>,
}

/// The suggestion that is being looked at.
#[derive(Clone, Debug)]
pub(super) struct Current {
    pub(super) document: Id,
    /// As it was found.
    pub(super) found: Suggestion,
    /// As its borders stand now.
    pub(super) now: Suggestion,
}

/// All suggestions and the state of their review.
#[derive(Debug)]
pub(in crate::command) struct Board {
    pub(super) learned: Learned,
    pages: BTreeMap<Id, Page>,
    pub(super) current: Option<Current>,
    pub(super) filter: SuggestionFilter,
    pub(super) preview: Option<BulkPreview>,
    pub(super) stopped: bool,
    next_ticket: u64,
    revision: u64,
}

impl Board {
    /// For a project that has just been opened.
    pub(in crate::command) fn new(project: &Project) -> Self {
        Self {
            learned: Learned::from_project(project),
            pages: BTreeMap::new(),
            current: None,
            filter: SuggestionFilter::default(),
            preview: None,
            stopped: false,
            next_ticket: 0,
            revision: 0,
        }
    }

    /// The same for another project, under a later revision.
    pub(in crate::command) fn renew(&mut self, project: &Project) {
        let own = Arc::clone(self.learned.own_list());
        *self = Self {
            learned: Learned::from_project(project).with_own_list(own),
            filter: std::mem::take(&mut self.filter),
            next_ticket: self.next_ticket,
            revision: self.revision + 1,
            ..Self::new(project)
        };
    }

    pub(super) fn touch(&mut self) {
        self.revision += 1;
    }

    pub(super) fn wants(&self, document: &Id) -> bool {
        self.pages
            .get(document)
            .is_none_or(|page| page.work == Work::Wanted)
    }

    pub(super) fn is_done(&self, document: &Id) -> bool {
        self.pages
            .get(document)
            .is_some_and(|page| page.work == Work::Done)
    }

    pub(super) fn want_all(&mut self) {
        for page in self.pages.values_mut() {
            page.work = Work::Wanted;
        }
        self.touch();
    }

    pub(super) fn hand_out(&mut self, document: &Id) -> u64 {
        self.next_ticket += 1;
        let page = self.pages.entry(document.clone()).or_default();
        page.work = Work::Out;
        page.ticket = self.next_ticket;
        self.next_ticket
    }

    /// Takes a result, unless it is out of date; whether it was taken.
    pub(super) fn take(&mut self, result: SuggestionResult) -> bool {
        let Some(page) = self.pages.get_mut(&result.document) else {
            return false;
        };
        if page.ticket != result.ticket || page.work != Work::Out {
            return false;
        }
        page.work = Work::Done;
        page.found = result.found;
        page.words = Some(result.words);
        self.touch();
        true
    }

    pub(super) fn visible(&self, document: &Id) -> &[Suggestion] {
        self.pages
            .get(document)
            .map_or(&[], |page| page.visible.as_slice())
    }

    /// The documents that any of these surfaces may stand in come up again.
    fn want_those_with(&mut self, changes: &Changes) -> Vec<Id> {
        let mut wanted = Vec::new();
        for (id, page) in &mut self.pages {
            let concerned = match (changes, &page.words) {
                (Changes::Keys(keys), _) if keys.is_empty() => false,
                (Changes::Keys(keys), Some(words)) => keys.iter().any(|key| words.may_hold(key)),
                _ => true,
            };
            if concerned {
                page.work = Work::Wanted;
                if page.words.is_some() {
                    wanted.push(id.clone());
                }
            }
        }
        wanted
    }
}

impl Workbench {
    /// The suggestions of a document that are worth showing, in order of
    /// (start, longest first): not accepted, not rejected, not across a mark,
    /// through the filter. None while they are switched off or the document
    /// has not been looked through yet.
    pub fn suggestions(&self, document: &Id) -> &[Suggestion] {
        if self.suggestions_shown() {
            self.board.visible(document)
        } else {
            &[]
        }
    }

    /// How many suggestions a document has, as [`Self::suggestions`] counts.
    pub fn suggestion_count(&self, document: &Id) -> usize {
        self.suggestions(document).len()
    }

    /// The innermost suggestion at a byte.
    pub fn suggestion_at(&self, document: &Id, byte: usize) -> Option<&Suggestion> {
        self.suggestions(document)
            .iter()
            .filter(|suggestion| suggestion.span.contains(byte))
            .min_by_key(|suggestion| suggestion.span.len())
    }

    /// The tag a suggestion would be accepted with.
    pub fn suggested_tag(&self, suggestion: &Suggestion) -> Option<&Tag> {
        self.project().tag(&suggestion.tag_id())
    }

    /// Changes whenever anything about suggestions does that can be seen.
    pub fn suggestions_revision(&self) -> u64 {
        self.board.revision
    }

    /// Whether suggestions are shown.
    pub fn suggestions_shown(&self) -> bool {
        self.look().suggestions
    }

    /// Which suggestions are shown and stepped through.
    pub fn suggestion_filter(&self) -> &SuggestionFilter {
        &self.board.filter
    }

    /// Shows and steps through these suggestions only.
    pub fn set_suggestion_filter(&mut self, filter: SuggestionFilter) {
        if self.board.filter != filter {
            self.board.filter = filter;
            self.refresh_all_suggestions();
        }
    }

    /// What the project has learned from its analysts.
    pub fn learned(&self) -> &Learned {
        &self.board.learned
    }

    /// The sentence that says why something is suggested, in the interface's
    /// language.
    pub fn suggestion_reason(&self, document: &Id, suggestion: &Suggestion) -> String {
        let messages = self.messages();
        let rule = suggestion.reason.rule;
        if matches!(rule, "learned" | "learned-surname")
            && let Some(text) = self.project().document(document).map(|d| &*d.text)
        {
            let key = surface_key(text, suggestion.span);
            let ground = self.board.learned.ground(&key, &suggestion.tag_id());
            let first = ground
                .first
                .as_ref()
                .and_then(|id| self.project().document(id));
            if let Some(first) = first {
                let id = if rule == "learned" {
                    "why-learned-here"
                } else {
                    "why-learned-surname-here"
                };
                return messages.format(
                    id,
                    &[
                        ("count", ground.places.into()),
                        ("document", first.title.as_str().into()),
                    ],
                );
            }
        }
        let id = format!("why-{rule}");
        if messages.has(&id) {
            messages.format(&id, &[("detail", suggestion.reason.detail.as_str().into())])
        } else {
            suggestion.reason.detail.clone()
        }
    }

    /// Decides anew which suggestions of a document are worth showing.
    pub(super) fn refresh_suggestions(&mut self, document: &Id) {
        let Some(page) = self.board.pages.get(document) else {
            return;
        };
        let found = Arc::clone(&page.found);
        let visible = match self.project().document(document) {
            Some(document) => self.worth_showing(document, &found),
            None => Vec::new(),
        };
        if let Some(page) = self.board.pages.get_mut(document) {
            page.visible = visible;
        }
        self.board.touch();
        self.keep_current(document);
    }

    pub(in crate::command) fn refresh_all_suggestions(&mut self) {
        let documents: Vec<Id> = self.board.pages.keys().cloned().collect();
        for document in documents {
            self.refresh_suggestions(&document);
        }
    }

    /// The current suggestion stays while it is visible, with its borders.
    fn keep_current(&mut self, document: &Id) {
        let board = &mut self.board;
        let Some(current) = board
            .current
            .as_ref()
            .filter(|current| current.document == *document)
        else {
            return;
        };
        let same = |one: &Suggestion| {
            one.span == current.found.span && one.tag_id() == current.found.tag_id()
        };
        let Some(page) = board.pages.get_mut(document) else {
            return;
        };
        match page.visible.iter_mut().find(|one| same(one)) {
            Some(one) => one.span = current.now.span,
            None => board.current = None,
        }
        page.visible.sort_by_key(order);
    }

    fn worth_showing(&self, document: &Document, found: &[Suggestion]) -> Vec<Suggestion> {
        let project = self.project();
        let text = &*document.text;
        let least = self.suggestion_threshold();
        let here: Vec<&Decision> = project
            .decisions()
            .filter(|decision| {
                decision.span.is_some() && decision.document.as_ref() == Some(&document.id)
            })
            .collect();
        found
            .iter()
            .filter(|one| one.confidence >= least && self.board.filter.lets_through(one))
            .filter(|one| {
                let tag = one.tag_id();
                project.tag(&tag).is_some()
                    && !stands_against(project, &document.id, one.span, &tag)
                    && !here
                        .iter()
                        .any(|decision| rejects_place(decision, &document.id, one.span, &tag))
                    && !self.board.learned.suppresses_tag(
                        Some(&document.id),
                        one.span.of(text).unwrap_or_default(),
                        &tag,
                    )
            })
            .cloned()
            .collect()
    }

    /// Follows a change of the project: learns from it, and shows what is
    /// worth showing now.
    pub(in crate::command) fn learn(&mut self, edits: &[Edit]) {
        let (project, board) = self.project_and_board();
        let changes = board.learned.update(project, edits);
        let (touched, tags) = touched_documents(edits);
        for id in &touched {
            if project.document(id).is_none() {
                board.pages.remove(id);
            }
        }
        let again = board.want_those_with(&changes);
        let shown: BTreeSet<&Id> = again
            .iter()
            .filter(|id| self.readers().iter().any(|reader| reader.document == **id))
            .filter(|id| {
                let document = self.project().document(id);
                document.is_some_and(|document| document.text.len() <= AT_ONCE_BYTES)
            })
            .collect();
        let shown: Vec<Id> = shown.into_iter().cloned().collect();
        for document in &shown {
            self.suggest_now(document);
        }
        if tags || matches!(changes, Changes::All) {
            self.refresh_all_suggestions();
        } else {
            let others = touched.iter().chain(&again);
            let others: BTreeSet<Id> = others.filter(|id| !shown.contains(id)).cloned().collect();
            for document in others {
                self.refresh_suggestions(&document);
            }
        }
        if self
            .board
            .current
            .as_ref()
            .is_some_and(|current| self.project().document(&current.document).is_none())
        {
            self.board.current = None;
        }
        // What it would have done may be done or gone.
        self.board.preview = None;
    }
}

/// The order suggestions stand in.
pub(super) fn order(suggestion: &Suggestion) -> (usize, std::cmp::Reverse<usize>) {
    (
        suggestion.span.start,
        std::cmp::Reverse(suggestion.span.end),
    )
}

/// The documents whose marks, texts or rejections change; and whether tags do.
fn touched_documents(edits: &[Edit]) -> (BTreeSet<Id>, bool) {
    let mut documents = BTreeSet::new();
    let mut all = false;
    for record in edits.iter().flat_map(|edit| [&edit.before, &edit.after]) {
        match record {
            Some(Record::Annotation(mark)) => drop(documents.insert(mark.document.clone())),
            Some(Record::Document(document)) => drop(documents.insert(document.id.clone())),
            Some(Record::Decision(decision)) => match &decision.document {
                Some(document) => drop(documents.insert(document.clone())),
                None => all = true,
            },
            Some(record) => all |= record.kind() == Kind::Tag,
            None => {}
        }
    }
    (documents, all)
}

/// Whether a mark at this place says that the suggestion is dealt with: a
/// mark of the same extent, one with the same tag that shares a word, or one
/// it would cross.
fn stands_against(project: &Project, document: &Id, span: Span, tag: &Id) -> bool {
    project
        .annotations_in(document, span)
        .filter(|mark| {
            project
                .tag(&mark.tag)
                .is_some_and(|tag| tag.kind == TagKind::Entity)
        })
        .any(|mark| {
            let crosses = mark.hull().is_some_and(|hull| {
                !(hull.contains_span(span) || span.contains_span(hull)) && hull.overlaps(span)
            });
            crosses || mark.tag == *tag || mark.spans == [span]
        })
}
